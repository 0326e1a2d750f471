import assert from 'node:assert/strict';
import { CHAIN_START, mutationHash, type Change, type Mutation } from '@rollcall/protocol';
import fc from 'fast-check';
import { createOf, hashOf } from '../../testing/photos.ts';
import { uuid, Chain, resultsOf, assetIn, type Rule } from './setting.testing.ts';

const PHOTOS = 3;
type Kind = 'trash' | 'restore' | 'title';

export function chainRules(rule: Rule): void {
  rule(
    'FZ-10: however requests are repeated, cut off and overlap, a chain takes effect once, and answers as it did',
    async ({ under, libraryId }) => {
      const kind = fc.constantFrom<Kind>('trash', 'restore', 'title');
      const deeds = fc.array(fc.record({ kind, of: fc.nat(PHOTOS - 1), title: fc.string({ maxLength: 5 }) }), {
        minLength: 1,
        maxLength: 12,
      });
      const requests = fc.array(fc.record({ back: fc.nat(6), count: fc.integer({ min: 1, max: 6 }), restart: fc.boolean() }), {
        maxLength: 8,
      });
      let photos = 1000;
      await fc.assert(
        fc.asyncProperty(deeds, requests, async (all, asked) => {
          const chain = new Chain(under.store.epoch);
          const ids = Array.from({ length: PHOTOS }, () => uuid());
          const creates = ids.map((assetId) => {
            photos += 1;
            under.send(libraryId, hashOf(photos), 100);
            return chain.next(createOf(assetId, [{ n: photos }]));
          });
          const changes = all.map(({ kind: what, of, title }) => chain.next(changeOf(what, ids[of] ?? uuid(), title)));
          const whole = [...creates, ...changes];
          const told = new Map<number, string>();
          let taken = 0;
          for (const { back, count, restart } of [
            ...asked,
            { back: 0, count: whole.length, restart: false },
            { back: whole.length, count: whole.length, restart: true },
          ]) {
            if (restart) await under.restart();
            const from = Math.max(0, taken - back);
            const mutations = whole.slice(from, from + count);
            if (mutations.length === 0) continue;
            const head = under.store.headOf(libraryId);
            const answer = await under.store.applyMutations({ libraryId, deviceId: chain.deviceId, mutations });
            assert.ok(answer.applied, JSON.stringify(answer));
            for (const { n, result } of answer.results) {
              const words = JSON.stringify(result);
              assert.equal(told.get(n) ?? words, words, `number ${n}`);
              told.set(n, words);
            }
            if (from + mutations.length <= taken) assert.equal(under.store.headOf(libraryId), head, 'nothing happened a second time');
            taken = Math.max(taken, from + mutations.length);
          }
          assert.equal(told.size, whole.length);
        }),
        { numRuns: 40 },
      );
    },
  );

  rule('MU-1: a mutation seen before answers as it did, and has no effect', async ({ under, libraryId, send, chain }) => {
    under.send(libraryId, hashOf(1), 100);
    const create = chain.next(createOf(uuid(), [{ n: 1 }]));
    const set = chain.next({ name: 'asset.trash', args: { assetId: uuid() } });
    const first = await send(create, set);
    const head = under.store.headOf(libraryId);
    assert.deepEqual(await send(create, set), first);
    assert.deepEqual(await send(set), { ...first, results: first.applied ? first.results.slice(1) : [] });
    assert.equal(under.store.headOf(libraryId), head);
  });

  rule('MU-1: a repeat may go on with new ones, also after a restart', async ({ under, send, chain, add }) => {
    const a = await add(1);
    const trash = chain.next({ name: 'asset.trash', args: { assetId: a } });
    await send(trash);
    await under.restart();
    const restore = chain.next({ name: 'asset.restore', args: { assetId: a } });
    assert.deepEqual(resultsOf(await send(trash, restore)), [{ status: 'applied' }, { status: 'applied' }]);
  });

  rule('MU-2: applied, superseded and rejected all take the chain further', async ({ add, send, chain, page }) => {
    const a = await add(1);
    const answer = await send(
      chain.next({ name: 'asset.restore', args: { assetId: a } }),
      chain.next({ name: 'asset.trash', args: { assetId: uuid() } }),
      chain.next({ name: 'asset.trash', args: { assetId: a } }),
    );
    assert.deepEqual(
      resultsOf(answer).map(({ status }) => status),
      ['superseded', 'rejected', 'applied'],
    );
    assert.equal((await page()).acknowledged?.n, 4);
  });

  rule(
    'MU-3: a gap is refused with the number that is expected, and nothing of the request is applied',
    async ({ add, send, chain, page }) => {
      const a = await add(1);
      const trash = chain.next({ name: 'asset.trash', args: { assetId: a } });
      const restore = chain.next({ name: 'asset.restore', args: { assetId: a } });
      const again = chain.next({ name: 'asset.trash', args: { assetId: a } });
      assert.deepEqual(await send(restore), { applied: false, why: 'mutation-gap', expected: 2 });
      assert.deepEqual(await send(trash, again), { applied: false, why: 'mutation-gap', expected: 3 });
      assert.equal(assetIn(await page(), a)?.state, 'live');
    },
  );

  rule('MU-4: another mutation at a number seen before, or after another one, comes from a clone', async ({ add, send, chain, page }) => {
    const a = await add(1);
    const mine = chain.next({ name: 'asset.trash', args: { assetId: a } });
    const next = chain.next({ name: 'asset.restore', args: { assetId: a } });
    await send(mine);
    const other: Mutation = { ...mine.mutation, name: 'asset.set', args: { assetId: a, fields: { title: 'clone' } } };
    assert.deepEqual(await send({ mutation: other, hash: mutationHash(other) }), { applied: false, why: 'device-forked', n: 2 });
    const after: Mutation = { ...next.mutation, previous: mutationHash(other) };
    assert.deepEqual(await send({ mutation: after, hash: mutationHash(after) }), { applied: false, why: 'device-forked', n: 3 });
    assert.equal(assetIn(await page(), a)?.title, null);
    assert.deepEqual(resultsOf(await send(next)), [{ status: 'applied' }]);
  });

  rule('MU-5: a chain of another epoch is refused', async ({ under, send, chain, add }) => {
    await add(1);
    const { mutation } = chain.next({ name: 'asset.trash', args: { assetId: uuid() } });
    const foreign = { ...mutation, epoch: 'elsewhere' };
    assert.deepEqual(await send({ mutation: foreign, hash: mutationHash(foreign) }), {
      applied: false,
      why: 'wrong-epoch',
      epoch: under.store.epoch,
      taken: { n: 0, hash: CHAIN_START },
    });
  });

  rule('MU-6: the chains of two devices do not disturb each other', async ({ under, libraryId, add, page }) => {
    const a = await add(1);
    const other = new Chain(under.store.epoch);
    await under.store.applyMutations({
      libraryId,
      deviceId: other.deviceId,
      mutations: [other.next({ name: 'asset.trash', args: { assetId: a } })],
    });
    assert.equal(assetIn(await page(), a)?.state, 'trashed');
    assert.equal((await page()).acknowledged?.n, 1);
  });

  rule('MU-8: what came at the same moment is applied, and answered, one by one', async ({ under, libraryId }) => {
    const chains = Array.from({ length: 20 }, () => new Chain(under.store.epoch));
    for (let n = 0; n < 20; n += 1) under.send(libraryId, hashOf(n), 100);
    const answers = await Promise.all(
      chains.map((each, n) =>
        under.store.applyMutations({ libraryId, deviceId: each.deviceId, mutations: [each.next(createOf(uuid(), [{ n: n % 10 }]))] }),
      ),
    );
    assert.deepEqual(
      answers
        .flatMap(resultsOf)
        .map(({ status }) => status)
        .sort(),
      [...Array(10).fill('applied'), ...Array(10).fill('superseded')],
    );
    assert.equal((await under.store.summary(libraryId)).assets, 10);
  });
}

function changeOf(kind: Kind, assetId: string, title: string): Change {
  switch (kind) {
    case 'trash':
      return { name: 'asset.trash', args: { assetId } };
    case 'restore':
      return { name: 'asset.restore', args: { assetId } };
    case 'title':
      return { name: 'asset.set', args: { assetId, fields: { title } } };
    default:
      return kind satisfies never;
  }
}
