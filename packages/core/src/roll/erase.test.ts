import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Reason, RollCallLine } from '@rollcall/protocol';
import type { Called, FoundThere } from './call.ts';
import { distinctLines, isOfNobody, lacksOf, type EraseCall, type Lack, type Touched, type Uncalled } from './erase.ts';

const HASH = 'a'.repeat(64);
const path = fc.constantFrom('a.jpg', 'b/c.mov', 'd.heic');
const line = fc.constant<RollCallLine>({ assetId: '01900000-0000-7000-8000-00000000000c', role: 'original', hash: HASH });
const state = fc.constantFrom<FoundThere['state']>('stored', 'stored', 'stored', 'missing', 'damaged', 'not-in-library', 'trashed');
const found = fc.option(fc.record<FoundThere>({ state, hash: fc.constantFrom(HASH, HASH, 'b'.repeat(64), null) }), { freq: 9 });
const answers = fc.array(fc.record({ path, line: fc.option(line, { freq: 9 }), there: found }), { maxLength: 4 });
const seldom = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.array(of, { maxLength: 2 }) });
const number = fc.constantFrom(0, 0, 0, 1, 2);
const trouble: Lack = { what: 'This device', where: 'cloud', why: 'The link broke.', cure: 'Again.' };

const calls: fc.Arbitrary<EraseCall> = fc
  .record({
    answers,
    leftOut: seldom(fc.record<Uncalled>({ path, why: fc.constant('left out') })),
    changed: seldom(fc.record<Touched>({ path, how: fc.constantFrom('new', 'changed', 'gone') })),
    trouble: fc.constantFrom(null, null, null, trouble),
    barred: seldom(fc.constant<Reason>({ code: 'offline', since: 1, evidence: {} })),
    queued: number,
    removals: number,
  })
  .map(({ answers: all, ...rest }) => ({
    ...rest,
    items: all.map((each): Called => ({ path: each.path, line: each.line, why: each.line === null ? 'not sent' : '' })),
    there: all.filter((each) => each.line !== null).map(({ there }) => there),
  }));

test('ER-1: nothing is lacking exactly when every file answered on both sides, and nothing is left out, changed, queued, missing or in the way; else each is named, with why and a cure', () => {
  let sound = 0;
  fc.assert(
    fc.property(calls, (call) => {
      const lacks = lacksOf(call);
      const isWhole =
        call.items.every((item) => item.line !== null) &&
        call.there.every((each) => each !== null && each.state === 'stored' && each.hash === HASH) &&
        call.leftOut.length + call.changed.length + call.barred.length + call.queued + call.removals === 0 &&
        call.trouble === null;
      if (isWhole) sound += 1;
      assert.equal(lacks.length === 0, isWhole);
      for (const { what, why, cure } of lacks) assert.ok(what !== '' && why !== '' && cure !== '');
      const named = new Set(lacks.map(({ what }) => what));
      for (const each of [...call.leftOut, ...call.changed, ...call.items.filter((item) => item.line === null)])
        assert.ok(named.has(each.path));
    }),
    { numRuns: 2000 },
  );
  assert.ok(sound > 10);
});

test('ER-1: what the cloud did not say is told for each file, or once, by what broke the question', () => {
  const item: Called = { path: 'a.jpg', line: { assetId: 'x', role: 'original', hash: HASH }, why: '' };
  const call: EraseCall = {
    items: [item, item],
    there: [null, null],
    leftOut: [],
    changed: [],
    trouble: null,
    barred: [],
    queued: 0,
    removals: 0,
  };
  assert.equal(lacksOf(call).length, 2);
  assert.deepEqual(lacksOf({ ...call, trouble }), [trouble]);
});

test('ER-2: what systems write beside photos for themselves is nobody’s; anything else is somebody’s', () => {
  for (const name of ['.DS_Store', 'a/b/Thumbs.db', 'thumbs.DB', 'desktop.ini', 'x/._IMG_1.JPG', '.directory', '.nomedia', 'ehthumbs.db'])
    assert.equal(isOfNobody(name), true, name);
  for (const name of [
    'IMG_1.JPG',
    '.hidden.jpg',
    'Thumbs.db.jpg',
    'my desktop.ini',
    '.DS_Store/IMG_1.JPG',
    '_a.jpg',
    'notes.txt',
    '.Trash',
  ])
    assert.equal(isOfNobody(name), false, name);
  const one = { assetId: 'x', role: 'original', hash: HASH };
  assert.deepEqual(distinctLines([one, { ...one }, { ...one, role: 'raw' }]), [one, { ...one, role: 'raw' }]);
});
