import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { mintId, type RollCallLine } from '@rollcall/protocol';
import { judgeRollCall, rollDigest, safeToDelete, SPEAKS_MS, type Called, type FoundThere, type SafetyFacts } from './call.ts';
import { bucketOf, RollSums } from './sums.ts';

const hashOf = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const idOf = (n: number): string => mintId(n, createHash('sha256').update(`id ${n}`).digest());
const lineOf = (n: number, hash = n): RollCallLine => ({ assetId: idOf(n), role: 'original', hash: hashOf(hash) });
const lines = fc.uniqueArray(fc.nat(400), { maxLength: 60, size: 'max' }).map((all) => all.map((n) => lineOf(n)));
const sumsOf = (all: readonly RollCallLine[]): RollSums => {
  const sums = new RollSums();
  for (const line of all) sums.add(line);
  return sums;
};

test('RO-5: the digest of a roll call is of its lines, in whatever order they were called', () => {
  assert.equal(rollDigest([]), createHash('sha256').update('').digest('hex'));
  assert.equal(
    rollDigest([
      { assetId: 'b', role: 'original', hash: 'h' },
      { assetId: 'a', role: 'raw', hash: 'h' },
    ]),
    createHash('sha256').update('a,raw,h\nb,original,h\n').digest('hex'),
  );
  fc.assert(
    fc.property(lines, fc.nat(), (all, seed) => {
      const shuffled = [...all].sort((a, b) => (hashOf(seed + bucketOf(a.assetId)) < hashOf(seed + bucketOf(b.assetId)) ? -1 : 1));
      assert.equal(rollDigest(shuffled), rollDigest(all));
      if (all.length > 0) assert.notEqual(rollDigest(all.slice(1)), rollDigest(all));
    }),
  );
});

test('RO-6: whoever holds the same lines has the same sums, in whatever order they came and went; sums read back as they were written', () => {
  const step = fc.record({ n: fc.nat(30), add: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
      const sums = new RollSums();
      const held = new Map<number, RollCallLine>();
      for (const { n, add } of steps) {
        if (add === held.has(n)) continue;
        if (add) held.set(n, lineOf(n));
        else held.delete(n);
        if (add) sums.add(lineOf(n));
        else sums.remove(lineOf(n));
      }
      const direct = sumsOf([...held.values()].toReversed());
      assert.deepEqual([sums.differing(direct), sums.count], [[], held.size]);
      assert.equal(RollSums.fromText(sums.toText())?.toText(), direct.toText());
    }),
  );
  for (const text of ['', 'x', `${new RollSums().toText()}0`, new RollSums().toText().replace('0', 'G')])
    assert.equal(RollSums.fromText(text), null);
});

test('RO-7: sums that differ say in which buckets, and every line that one side has alone, or has otherwise, lies in one of them', () => {
  fc.assert(
    fc.property(lines, lines, (here, there) => {
      const differing = new Set(sumsOf(here).differing(sumsOf(there)));
      const alone = [...here, ...there].filter(
        (line) => here.some(({ assetId }) => assetId === line.assetId) !== there.some(({ assetId }) => assetId === line.assetId),
      );
      assert.deepEqual(
        [...differing].sort((a, b) => a - b),
        [...new Set(alone.map(({ assetId }) => bucketOf(assetId)))].sort((a, b) => a - b),
      );
    }),
  );
  assert.deepEqual(sumsOf([lineOf(1)]).differing(sumsOf([lineOf(1, 2)])), [bucketOf(idOf(1))], 'other bytes');
});

const called = (n: number): Called => ({ path: `${n}.jpg`, line: lineOf(n), why: '' });
const stored = (n: number): FoundThere => ({ state: 'stored', hash: hashOf(n) });
const whole: SafetyFacts = {
  call: { items: [called(1), called(2)], there: [stored(1), stored(2)] },
  madeAt: 1000,
  now: 2000,
  upToDate: true,
  obstructed: false,
  changed: 0,
  leftOut: 0,
};

test('RO-8: the list of what is missing is empty exactly when both digests are of the same lines', () => {
  const answer = fc.constantFrom('stored', 'missing', 'damaged', 'not-in-library', 'other', 'none', 'not-here');
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 8 }), (answers) => {
      const items = answers.map((each, n) => (each === 'not-here' ? { ...called(n), line: null, why: 'gone' } : called(n)));
      const there = answers.flatMap((each, n): (FoundThere | null)[] => {
        if (each === 'not-here') return [];
        if (each === 'none') return [null];
        if (each === 'stored') return [stored(n)];
        return [each === 'other' ? stored(n + 100) : { state: each as FoundThere['state'], hash: each === 'damaged' ? hashOf(7) : null }];
      });
      const verdict = judgeRollCall({ items, there });
      assert.deepEqual(
        verdict.missing.map(({ path }) => path),
        answers.flatMap((each, n) => (each === 'stored' ? [] : [`${n}.jpg`])),
      );
      if (verdict.missing.length === 0) assert.equal(verdict.digestHere, verdict.digestThere);
      if (verdict.missing.some(({ where }) => where === 'cloud')) assert.notEqual(verdict.digestHere, verdict.digestThere);
      const { safe } = safeToDelete({ ...whole, call: { items, there } });
      assert.equal(safe, answers.length > 0 && answers.every((each) => each === 'stored'));
    }),
  );
});

test('RO-9: “safe to delete” is said on a roll call of this moment only, to which everything answered; what is not known, or not now, is no', () => {
  assert.deepEqual(safeToDelete(whole), { safe: true, digest: rollDigest([lineOf(1), lineOf(2)]), items: 2 });
  const no: [Partial<SafetyFacts>, string][] = [
    [{ now: 1000 + SPEAKS_MS + 1 }, 'old'],
    [{ now: 999 }, 'old'],
    [{ now: Number.NaN }, 'old'],
    [{ upToDate: false }, 'not-up-to-date'],
    [{ obstructed: true }, 'obstructed'],
    [{ changed: 1 }, 'changed'],
    [{ leftOut: 1 }, 'left-out'],
    [{ call: { items: [], there: [] } }, 'nothing'],
    [{ call: { ...whole.call, there: [stored(1)] } }, 'missing'],
    [{ call: { ...whole.call, there: [stored(1), null] } }, 'missing'],
    [{ call: { items: [called(1), { ...called(2), line: null, why: 'x' }], there: [stored(1)] } }, 'missing'],
  ];
  for (const [facts, why] of no) {
    const safety = safeToDelete({ ...whole, ...facts });
    assert.ok(!safety.safe && safety.why.some((each) => each === why), why);
  }
});
