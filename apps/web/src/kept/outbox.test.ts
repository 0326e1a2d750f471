import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, MutationResult } from '@rollcall/protocol';
import { memoryOutbox } from './browser-outbox.ts';
import { MOST_WAITING, type WaitingChange } from './changes.ts';
import { createOutbox, type Outbox, type OutboxStore, type SendAnswer } from './outbox.ts';

const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const favourite = (number: number): Change => ({ name: 'asset.set', args: { assetId: idOf(number), fields: { favourite: true } } });

/** A server that does each id once, and pages of one browser that share a store and a lock. */
function world(store: OutboxStore = memoryOutbox()) {
  const cloud = {
    done: new Map<string, MutationResult>(),
    order: [] as string[],
    questions: [] as number[],
    /** null: nobody answers. */
    judge: ((): MutationResult => ({ status: 'applied' })) as ((change: Change) => MutationResult | 'bad') | null,
    /** Does it, and the answer is lost. */
    losesAnswers: false,
  };
  const send = async (changes: readonly WaitingChange[]): Promise<SendAnswer> => {
    if (cloud.judge === null) return { is: 'silent' };
    cloud.questions.push(changes.length);
    for (const { id, change } of changes) {
      if (cloud.done.has(id)) continue;
      const result = cloud.judge(change);
      if (result === 'bad') return { is: 'no', words: 'This cannot be asked.' };
      cloud.done.set(id, result);
      cloud.order.push(id);
    }
    if (cloud.losesAnswers) return { is: 'silent' };
    return { is: 'answered', results: changes.map(({ id }) => ({ id, result: cloud.done.get(id)! })) };
  };
  let lock: Promise<unknown> = Promise.resolve();
  let minted = 100;
  const wake: (() => void)[] = [];
  const pages: Outbox[] = [];
  const open = (): Outbox => {
    const page = createOutbox({
      store,
      send,
      most: 2,
      alone: (work) => {
        const mine = lock.then(work);
        lock = mine.catch(() => undefined);
        return mine;
      },
      tellOthers: () => pages.forEach((each) => void (each === page || each.look())),
      pause: () => new Promise((resolve) => wake.push(resolve)),
      soon: () => new Promise(() => undefined),
      newId: () => idOf(minted++),
      now: () => 1,
    });
    pages.push(page);
    return page;
  };
  return { cloud, store, open, wakeAll: () => wake.splice(0).forEach((each) => each()) };
}

test('PW-3: where somebody answers, what is changed is made at once, in order, and it is told what came of each', async () => {
  const { cloud, open, store } = world();
  const page = open();
  cloud.judge = (change) =>
    change.name === 'asset.trash' ? { status: 'rejected', code: 'purged', words: 'It is gone.' } : { status: 'applied' };
  const fates = await page.put([favourite(1), { name: 'asset.trash', args: { assetId: idOf(2) } }, favourite(3)]);
  assert.deepEqual(fates, [{ status: 'applied' }, { status: 'rejected', code: 'purged', words: 'It is gone.' }, { status: 'applied' }]);
  assert.deepEqual(cloud.order, [idOf(100), idOf(101), idOf(102)]);
  const kept = await store.all();
  assert.deepEqual(
    [kept.waiting.length, kept.refused.map(({ change, words }) => [change.name, words])],
    [0, [['asset.trash', 'It is gone.']]],
  );
  await page.dismiss();
  assert.deepEqual(page.view().refused, []);
});

test('PW-3: without an answer changes wait, are told to wait, and go in their order when somebody answers', async () => {
  const { cloud, open, wakeAll } = world();
  const page = open();
  const judge = cloud.judge;
  cloud.judge = null;
  assert.deepEqual(await page.put([favourite(1)]), ['waits']);
  assert.deepEqual(await page.put([favourite(2), favourite(3)]), ['waits', 'waits']);
  assert.deepEqual([page.view().held, page.view().waiting.length], [true, 3]);
  cloud.judge = judge;
  const made: string[] = [];
  page.onMade((changes) => made.push(...changes.map(({ id }) => id)));
  wakeAll();
  await page.look();
  assert.deepEqual(cloud.order, [idOf(100), idOf(101), idOf(102)]);
  assert.deepEqual(made, cloud.order);
  assert.deepEqual([page.view().held, page.view().waiting.length], [false, 0]);
});

test('PW-3: what was sent and whose answer was lost, or that was not noted, takes effect once', async () => {
  const { cloud, open, store } = world();
  const page = open();
  cloud.losesAnswers = true;
  assert.deepEqual(await page.put([favourite(1)]), ['waits']);
  assert.equal(cloud.order.length, 1);
  cloud.losesAnswers = false;
  // The page was closed meanwhile; another one finds it waiting.
  await open().look();
  assert.equal(cloud.order.length, 1);
  assert.equal((await store.all()).waiting.length, 0);
});

test('PW-3: of several pages of a browser one sends at a time, and each is told what came of its own', async () => {
  const { cloud, open } = world();
  const [first, second] = [open(), open()];
  const fates = await Promise.all([first.put([favourite(1), favourite(2)]), second.put([favourite(3)]), first.put([favourite(4)])]);
  assert.ok(fates.flat().every((fate) => fate !== 'waits' && fate.status === 'applied'));
  assert.deepEqual(cloud.order.toSorted(), cloud.order, 'in the order in which they were made');
  assert.equal(cloud.order.length, 4);
  assert.deepEqual([first.view().waiting.length, second.view().waiting.length], [0, 0]);
});

test('PW-3: a change that cannot even be asked for is found, told, and keeps none of the others from being made', async () => {
  const { cloud, open } = world();
  const page = open();
  cloud.judge = (change) => (change.name === 'album.delete' ? 'bad' : { status: 'applied' });
  await page.put([favourite(1), { name: 'album.delete', args: { albumId: idOf(9) } }, favourite(2)]);
  assert.equal(cloud.order.length, 2);
  assert.deepEqual(
    page.view().refused.map(({ change, code, words }) => [change.name, code, words]),
    [['album.delete', null, 'This cannot be asked.']],
  );
});

test('PW-6: more changes than can wait are refused with words, and none of them is taken', async () => {
  const { cloud, open } = world();
  const page = open();
  cloud.judge = null;
  await page.put(Array.from({ length: MOST_WAITING }, (_, number) => favourite(number)));
  await assert.rejects(page.put([favourite(1)]), /Too many changes wait/);
  assert.equal(page.view().waiting.length, MOST_WAITING);
});
