import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHAIN_START, mutationHash, type Acknowledged, type Change, type Mutation, type MutationResult } from '@rollcall/protocol';
import { takeChain, type Chain, type LinkedMutation } from './chain.ts';

const DEVICE = '01900000-0000-7000-8000-00000000000d';
const ASSET = '01900000-0000-7000-8000-000000000001';
const APPLIED: MutationResult = { status: 'applied' };

/** What a library remembers, in memory; `keeps` results at most. */
class Memory implements Chain {
  readonly epoch = 'e';
  readonly kept = new Map<number, { hash: string; result: MutationResult }>();
  #head: Acknowledged = { n: 0, hash: CHAIN_START };
  readonly #keeps: number;
  constructor(keeps = 1000) {
    this.#keeps = keeps;
  }
  head(): Acknowledged {
    return this.#head;
  }
  headIn(): Acknowledged {
    return { n: 7, hash: 'f'.repeat(64) };
  }
  outcome(n: number): { hash: string; result: MutationResult } | null {
    return this.kept.get(n) ?? null;
  }
  remember(link: Acknowledged, result: MutationResult): void {
    this.#head = link;
    this.kept.set(link.n, { hash: link.hash, result });
    this.kept.delete(link.n - this.#keeps);
  }
}

/** The first `count` links of one device's chain; `mark` makes it another one's. */
function chainOf(count: number, mark = 'mine'): LinkedMutation[] {
  const links: LinkedMutation[] = [];
  let previous = CHAIN_START;
  for (let n = 1; n <= count; n += 1) {
    const change: Change = { name: 'asset.set', args: { assetId: ASSET, fields: { title: `${mark} ${n}` } } };
    const mutation: Mutation = { deviceId: DEVICE, epoch: 'e', n, previous, ...change };
    previous = mutationHash(mutation);
    links.push({ mutation, hash: previous });
  }
  return links;
}

test('MU-12: however often and in whatever stretches a chain is told, each of its mutations takes effect once, in order, and answers the same', () => {
  const all = chainOf(12);
  const stretch = fc.tuple(fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 30 }), (stretches) => {
      const chain = new Memory();
      const effects: number[] = [];
      const apply = ({ n }: Mutation): MutationResult => {
        effects.push(n);
        return n % 3 === 0 ? { status: 'rejected', code: 'not-found', words: String(n) } : APPLIED;
      };
      for (const [from, to] of stretches) {
        const links = all.slice(Math.min(from, to), Math.max(from, to));
        const before = chain.head().n;
        const answer = takeChain(chain, links, apply);
        if (links.some(({ mutation }, at) => at === 0 && mutation.n > before + 1)) {
          assert.deepEqual(answer, { applied: false, why: 'mutation-gap', expected: before + 1 });
          continue;
        }
        assert.ok(answer.applied);
        assert.deepEqual(
          answer.results.map(({ n, result }) => [n, result.status]),
          links.map(({ mutation: { n } }) => [n, n % 3 === 0 ? 'rejected' : 'applied']),
        );
        assert.deepEqual(answer.acknowledged, chain.head());
      }
      assert.deepEqual(
        effects,
        Array.from({ length: chain.head().n }, (_, at) => at + 1),
      );
    }),
  );
});

test('MU-4: another hash at a number seen before, or a forgotten one, comes from a clone, and nothing of its request is applied', () => {
  const [mine, other] = [chainOf(6), chainOf(6, 'other')];
  const chain = new Memory(3);
  let effects = 0;
  const apply = (): MutationResult => ((effects += 1), APPLIED);
  takeChain(chain, mine.slice(0, 5), apply);
  assert.deepEqual(takeChain(chain, other.slice(3, 4), apply), { applied: false, why: 'device-forked', n: 4 });
  assert.deepEqual(takeChain(chain, other.slice(5), apply), { applied: false, why: 'device-forked', n: 6 });
  assert.deepEqual(takeChain(chain, mine.slice(0, 1), apply), { applied: false, why: 'device-forked', n: 1 }, 'it is forgotten');
  assert.deepEqual(takeChain(chain, [...mine.slice(4), ...other.slice(5)], apply), { applied: false, why: 'device-forked', n: 6 });
  assert.equal(effects, 5);
  assert.equal(takeChain(chain, mine.slice(3, 6), apply).applied, true);
  assert.equal(effects, 6);
});

test('MU-5: a chain of another epoch is refused, and says how far it was taken there', () => {
  const foreign = chainOf(1).map((link) => ({ ...link, mutation: { ...link.mutation, epoch: 'elsewhere' } }));
  assert.deepEqual(
    takeChain(new Memory(), foreign, () => APPLIED),
    {
      applied: false,
      why: 'wrong-epoch',
      epoch: 'e',
      taken: { n: 7, hash: 'f'.repeat(64) },
    },
  );
});
