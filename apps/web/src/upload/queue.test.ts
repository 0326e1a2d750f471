import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, MutationResult, UploadAnswer, UploadAsk } from '@rollcall/protocol';
import { PARALLEL, type FileKind, type SourceFile, type UploadPorts } from './pipeline.ts';
import { createUploadQueue, type UploadQueue } from './queue.ts';
import { outcomeOf, summarise, tellFile, type FileState } from './state.ts';

interface TestFile extends SourceFile {
  readonly bytes: string;
}
const file = (name: string, bytes = name): TestFile => ({ name, size: bytes.length, lastModified: 0, bytes });
const hashOf = (bytes: string): string => Buffer.from(bytes.padEnd(32, '.').slice(0, 32)).toString('hex');

/** A cloud that keeps bytes by their hash, with the faults that a test wants. */
function world(more: Partial<UploadPorts<TestFile>> = {}) {
  const state = {
    blobs: new Set<string>(),
    assets: new Map<string, string>(),
    sent: [] as string[],
    sendingNow: 0,
    sendingMost: 0,
    asks: [] as number[],
    pauses: 0,
  };
  let ids = 0;
  const ports: UploadPorts<TestFile> = {
    recognise: async ({ name }): Promise<FileKind> =>
      name.endsWith('.txt') ? { kind: 'not-media', what: 'text' } : { kind: 'photo', mime: 'image/jpeg' },
    standIn: async ({ name }) => (name.startsWith('compressed') ? { state: 'stand-in', assetId: 'there', words: 'It is there' } : null),
    isSidecar: async () => false,
    hash: async ({ bytes }) => hashOf(bytes),
    ask: async (asks: readonly UploadAsk[]): Promise<UploadAnswer[]> => {
      state.asks.push(asks.length);
      return asks.map(({ hash }) =>
        state.blobs.has(hash!) ? { answer: 'have' } : { answer: 'send', uploadId: hash!, path: `/${hash}`, offset: 0 },
      );
    },
    send: async (each, _to, hash) => {
      state.sendingNow += 1;
      state.sendingMost = Math.max(state.sendingMost, state.sendingNow);
      await new Promise((resolve) => setImmediate(resolve));
      state.sendingNow -= 1;
      state.sent.push(each.name);
      state.blobs.add(hash);
      return null;
    },
    add: async (changes: readonly Change[]): Promise<MutationResult[]> =>
      changes.map((change): MutationResult => {
        assert.equal(change.name, 'asset.create');
        const { hash } = change.args.resources[0]!;
        if (!state.blobs.has(hash)) return { status: 'rejected', code: 'blob-missing', words: 'gone' };
        const kept = state.assets.get(hash);
        if (kept !== undefined && kept !== change.args.assetId) return { status: 'superseded', why: 'duplicate', assetId: kept };
        state.assets.set(hash, change.args.assetId);
        return { status: 'applied' };
      }),
    pause: async () => {
      state.pauses += 1;
    },
    newId: () => `id-${(ids += 1)}`,
    notes: { note: () => undefined, end: () => undefined, find: () => null },
    tellFailure: (error) => ({
      words: error instanceof Error ? error.message : 'broken',
      final: false,
      passes: error instanceof TypeError,
    }),
    ...more,
  };
  return { state, queue: createUploadQueue(ports) };
}

/** Waits until nothing works any more; the states by file name. */
async function settled(queue: UploadQueue<TestFile>): Promise<Map<string, FileState>> {
  for (;;) {
    if (summarise(queue.files().values()).counts.working === 0) break;
    await new Promise<void>((resolve) => {
      const stop = queue.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
  return new Map([...queue.files().values()].map(({ name, progress }) => [name, progress]));
}

test('WE-20: each file is sent once and added, at most three at a time, and asked about in batches', async () => {
  const { state, queue } = world();
  const names = Array.from({ length: 40 }, (_, index) => `photo${index}.jpg`);
  queue.add(names.map((name) => file(name)));
  const states = await settled(queue);
  assert.ok([...states.values()].every(({ state: each }) => each === 'done'));
  assert.deepEqual(state.sent.toSorted(), names.toSorted());
  assert.ok(state.sendingMost <= PARALLEL && state.sendingMost > 1, String(state.sendingMost));
  assert.ok(state.asks.length < names.length, 'several in one question');
});

test('CV-13: what is only a compressed version is neither sent nor added', async () => {
  const { state, queue } = world();
  queue.add([file('compressed.jpg'), file('photo.jpg')]);
  const states = await settled(queue);
  assert.deepEqual(states.get('compressed.jpg'), { state: 'stand-in', assetId: 'there', words: 'It is there' });
  assert.deepEqual([state.sent, state.assets.size, states.get('photo.jpg')?.state], [['photo.jpg'], 1, 'done']);
});

test('WE-21: the same bytes twice in one drop are sent once, and called a duplicate', async () => {
  const { state, queue } = world();
  queue.add([file('a.jpg', 'same'), file('b.jpg', 'same'), file('c.jpg', 'same')]);
  const states = await settled(queue);
  assert.equal(state.sent.length, 1);
  assert.deepEqual([...states.values()].map(outcomeOf).toSorted(), ['added', 'already-here', 'already-here']);
});

test('WE-22: what is no photo is left out by name, says what it is, and stops nothing', async () => {
  const { queue } = world();
  queue.add([file('notes.txt'), file('.hidden.jpg'), file('a.jpg')]);
  const states = await settled(queue);
  assert.deepEqual(states.get('notes.txt'), { state: 'excluded', words: 'Left out: not a photo or video (text)' });
  assert.equal(states.get('.hidden.jpg')?.state, 'excluded');
  assert.equal(states.get('a.jpg')?.state, 'done');
});

test('WE-23: a full cloud is told with what is needed and free; room made, another try uploads it', async () => {
  let full = true;
  const { queue } = world({
    ask: async (asks) =>
      asks.map((each): UploadAnswer => (full ? { answer: 'over-quota', needed: each.size, free: 1 } : { answer: 'have' })),
    add: async (changes) => changes.map(() => ({ status: 'applied' })),
  });
  queue.add([file('a.jpg')]);
  assert.deepEqual((await settled(queue)).get('a.jpg'), { state: 'full', needed: 5, free: 1 });
  assert.match(tellFile([...queue.files().values()][0]!), /needs 5 bytes, 1 byte free/);
  full = false;
  queue.retry();
  assert.equal((await settled(queue)).get('a.jpg')?.state, 'done');
});

test('QP-15: files that a page could not upload for want of room go on by themselves when there is some, the smallest first; what does not fit is not read again', async () => {
  let free = 0;
  const asked: number[] = [];
  const { queue } = world({
    ask: async (asks) =>
      asks.map(({ size }): UploadAnswer => {
        asked.push(size);
        if (size > free) return { answer: 'over-quota', needed: size, free };
        free -= size;
        return { answer: 'have' };
      }),
    add: async (changes) => changes.map(() => ({ status: 'applied' })),
  });
  queue.add([file('large.jpg', 'a large one'), file('middle.jpg', 'middle'), file('small.jpg', 'one')]);
  const state = async (name: string): Promise<string | undefined> => (await settled(queue)).get(name)?.state;
  for (const name of ['large.jpg', 'middle.jpg', 'small.jpg']) assert.equal(await state(name), 'full');
  const before = asked.length;
  free = 10;
  queue.roomIs(free);
  assert.deepEqual([await state('large.jpg'), await state('middle.jpg'), await state('small.jpg')], ['full', 'done', 'done']);
  assert.deepEqual(asked.slice(before).toSorted(), [3, 6]);
  queue.roomIs(2);
  assert.equal(await state('large.jpg'), 'full');
  assert.equal(asked.length, before + 2);
  free = 11;
  queue.roomIs(free);
  assert.equal(await state('large.jpg'), 'done');
});

test('WE-24: a broken link is tried again; one file that fails for good does not stop the others, and can be tried again', async () => {
  const breaks = new Map([
    ['flaky.jpg', 2],
    ['broken.jpg', 1000],
  ]);
  const { state, queue } = world({
    send: async (each, _to, hash) => {
      const left = breaks.get(each.name) ?? 0;
      breaks.set(each.name, left - 1);
      if (left > 0) throw new Error('The link broke.');
      state.blobs.add(hash);
      return null;
    },
  });
  queue.add([file('broken.jpg'), file('flaky.jpg'), file('good.jpg')]);
  const states = await settled(queue);
  assert.deepEqual(states.get('broken.jpg'), { state: 'failed', words: 'The link broke.' });
  assert.equal(states.get('flaky.jpg')?.state, 'done');
  assert.equal(states.get('good.jpg')?.state, 'done');
  assert.ok(state.pauses > 0);
  breaks.set('broken.jpg', 0);
  queue.retry();
  assert.equal((await settled(queue)).get('broken.jpg')?.state, 'done');
});

test('WE-24: another try adds the same photo, not a second one', async () => {
  let lost = true;
  const ids: string[] = [];
  const { queue } = world({
    add: async (changes) => {
      for (const change of changes) if (change.name === 'asset.create') ids.push(change.args.assetId);
      if (lost) {
        lost = false;
        throw new Error('The answer was lost.');
      }
      return changes.map(() => ({ status: 'applied' }));
    },
  });
  queue.add([file('a.jpg')]);
  await settled(queue);
  assert.equal(ids.length, 2);
  assert.equal(new Set(ids).size, 1);
});

test('WE-25: bytes that were collected before the photo was added are sent once more', async () => {
  const { state, queue } = world();
  let collected = false;
  const { queue: again, state: kept } = world({
    add: async (changes) => {
      if (!collected) {
        collected = true;
        kept.blobs.clear();
        return changes.map(() => ({ status: 'rejected', code: 'blob-missing', words: 'gone' }));
      }
      return changes.map(() => ({ status: 'applied' }));
    },
  });
  again.add([file('a.jpg')]);
  assert.equal((await settled(again)).get('a.jpg')?.state, 'done');
  assert.equal(kept.sent.length, 2);
  queue.add([file('b.jpg')]);
  await settled(queue);
  assert.equal(state.sent.length, 1);
});

test('WE-26: stopped files wait for the person, and go on when asked', async () => {
  const { queue } = world({
    send: (_file, _to, _hash, _progress, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  });
  queue.add([file('a.jpg'), file('b.jpg')]);
  setTimeout(() => queue.stop(), 120);
  const states = await settled(queue);
  assert.deepEqual(
    [...states.values()].map(({ state }) => state),
    ['stopped', 'stopped'],
  );
  queue.clear();
  assert.equal(queue.files().size, 0);
});

test('WE-27: what one person chose is forgotten before another uses the browser', async () => {
  const { state, queue } = world({
    send: (_file, _to, _hash, _progress, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  });
  queue.add([file('a.jpg'), file('b.jpg')]);
  await new Promise((resolve) => setTimeout(resolve, 120));
  queue.forget();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(queue.files().size, 0);
  queue.retry();
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(state.assets.size, 0);
});

test('UP-60: what is chosen is noted until it is in the library, is left out, or is given up; begun again it is the same photo', async () => {
  const noted = new Map<string, string>();
  const { state, queue } = world({
    notes: {
      note: (files) => files.forEach(({ assetId, name }) => noted.set(assetId, name)),
      end: (ids) => ids.forEach((id) => noted.delete(id)),
      find: ({ name }) => (name === 'again.jpg' ? { assetId: 'before', name, path: name, size: 9, modified: 0 } : null),
    },
    send: async (each, _to, hash) => {
      if (each.name === 'broken.jpg') throw new Error('The link broke.');
      state.blobs.add(hash);
      return null;
    },
  });
  queue.add([file('good.jpg'), file('notes.txt'), file('broken.jpg'), file('again.jpg')]);
  assert.deepEqual([...noted.values()], ['good.jpg', 'notes.txt', 'broken.jpg', 'again.jpg']);
  await settled(queue);
  assert.deepEqual([...noted.values()], ['broken.jpg']);
  assert.equal(state.assets.get(hashOf('again.jpg')), 'before');
  queue.clear();
  assert.equal(noted.size, 0, 'the person has closed the list');
});

test('UP-61: while nobody answers files wait, however long, say so, and go on by themselves', async () => {
  let silent = 12;
  const words = new Set<string>();
  const { state, queue } = world({
    ask: async (asks) => {
      if (silent-- > 0) throw new TypeError('No answer.');
      return asks.map(({ hash }) => ({ answer: 'send', uploadId: hash!, path: `/${hash}`, offset: 0 }));
    },
  });
  queue.subscribe(() => {
    for (const each of queue.files().values()) if (each.progress.state === 'no-answer') words.add(tellFile(each));
  });
  queue.add([file('a.jpg')]);
  assert.equal((await settled(queue)).get('a.jpg')?.state, 'done');
  assert.ok(state.pauses >= 12);
  assert.deepEqual([...words], ['No answer. It goes on by itself.']);
});
