import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, MutationResult, UploadAnswer } from '@rollcall/protocol';
import type { FileKind, SourceFile, UploadPorts } from './pipeline.ts';
import type { Picking } from './picks.ts';
import { createUploadQueue, type UploadQueue } from './queue.ts';
import { outcomeOf, summarise, tellFile, type UploadFile } from './state.ts';

interface TestFile extends SourceFile {
  readonly path: string;
}
const file = (path: string): TestFile => ({ path, name: path.slice(path.lastIndexOf('/') + 1), size: path.length, lastModified: 0 });
const files = (...paths: string[]): TestFile[] => paths.map(file);
const picking = (whole = Promise.resolve()): Picking<TestFile> => ({ pathOf: ({ path }) => path, whole });

/** A cloud that takes everything; what was attached, as `photo < file`. */
function world(more: Partial<UploadPorts<TestFile>> = {}) {
  const state = { names: new Map<string, string>(), attached: [] as string[], roles: new Set<string>(), left: new Set<string>() };
  let ids = 0;
  const take = (change: Change): MutationResult => {
    if (change.name === 'asset.create') {
      state.names.set(change.args.assetId, change.args.fields.fileName);
      return { status: 'applied' };
    }
    assert.ok(change.name === 'resource.attach');
    const { assetId, resource } = change.args;
    const attached = `${state.names.get(assetId)} < ${resource.fileName}`;
    state.roles.add(`${resource.role} ${resource.mime}`);
    if (state.attached.includes(attached)) return { status: 'superseded', why: 'already-so', assetId };
    state.attached.push(attached);
    return { status: 'applied' };
  };
  const queue = createUploadQueue<TestFile>({
    recognise: async ({ name }): Promise<FileKind> => {
      if (name.endsWith('.txt') || name.startsWith('not-')) return { kind: 'not-media', what: 'text' };
      return name.endsWith('.MOV') ? { kind: 'video', mime: 'video/quicktime' } : { kind: 'photo', mime: 'image/jpeg' };
    },
    standIn: async () => null,
    isSidecar: async ({ name }) => !name.startsWith('settings'),
    hash: async ({ path }) => Buffer.from(path.padEnd(32, '.').slice(-32)).toString('hex'),
    ask: async (asks) => asks.map(({ hash }): UploadAnswer => ({ answer: 'send', uploadId: hash!, path: `/${hash}`, offset: 0 })),
    send: async ({ name }) => (state.left.has(name) ? { state: 'full', needed: 9, free: 1 } : null),
    add: async (changes) => changes.map(take),
    pause: async () => undefined,
    newId: () => `id-${(ids += 1)}`,
    notes: { note: () => undefined, end: () => undefined, find: () => null },
    tellFailure: (error) => ({ words: String(error), final: true, passes: false }),
    ...more,
  });
  return { state, queue };
}

async function settled(queue: UploadQueue<TestFile>): Promise<UploadFile[]> {
  while (summarise(queue.files().values()).counts.working > 0)
    await new Promise<void>((resolve) => {
      const stop = queue.subscribe(() => {
        stop();
        resolve();
      });
    });
  return [...queue.files().values()];
}
const told = (all: readonly UploadFile[], name: string): string => tellFile(all.find((each) => each.name === name) ?? assert.fail(name));

test('ED-15: what holds data of a photo and is chosen with it goes to the cloud with it, whichever comes first', async () => {
  const { state, queue } = world();
  const first = files('IMG_1.AAE', 'IMG_1.HEIC', 'IMG_1.MOV', 'IMG_O1234.AAE', 'IMG_1234.JPG');
  queue.add([...first, ...files('a.jpg', 'a.jpg.xmp', 'b.jpg', 'b.jpg.supplemental-metadata.json')], picking());
  const all = await settled(queue);
  assert.deepEqual(state.attached.toSorted(), [
    'IMG_1.HEIC < IMG_1.AAE',
    'IMG_1234.JPG < IMG_O1234.AAE',
    'a.jpg < a.jpg.xmp',
    'b.jpg < b.jpg.supplemental-metadata.json',
  ]);
  assert.deepEqual([...state.roles].toSorted(), [
    'adjustment-data application/vnd.apple.photos',
    'sidecar application/json',
    'sidecar application/rdf+xml',
  ]);
  assert.equal(told(all, 'IMG_1.AAE'), 'Kept with its photo');
  assert.deepEqual([...new Set(all.map(({ progress }) => outcomeOf(progress)))], ['added']);
  queue.clear();
  queue.add(files('a.jpg', 'a.jpg.xmp'), picking());
  assert.equal(told(await settled(queue), 'a.jpg.xmp'), 'Already kept with its photo');
});

test('ED-16: by name, folder and content: what goes with no photo that was chosen with it, or with several, is left out and says why', async () => {
  const { state, queue } = world();
  queue.add(files('x/a.jpg'), picking());
  queue.add(files('y/a.xmp', 'y/settings.json', 'z/c.jpg', 'z/c.MOV', 'z/c.xmp', 'z/not-a.jpg', 'z/not-a.xmp', 'z/c.txt'), picking());
  queue.add(files('x/a.xmp'), picking());
  const all = await settled(queue);
  assert.deepEqual(state.attached, []);
  assert.equal(told(all, 'a.xmp'), 'Left out: it holds data of a photo, and none of that name was chosen with it');
  assert.equal(told(all, 'c.xmp'), 'Left out: it holds data of a photo, and several were chosen with it that it could go with');
  assert.equal(told(all, 'not-a.xmp'), 'Left out: it holds data of a photo, and none of that name was chosen with it');
  assert.equal(told(all, 'settings.json'), 'Left out: not a photo or video (data file)');
  assert.equal(told(all, 'c.txt'), 'Left out: not a photo or video (text)');
});

test('ED-17: it waits for the rest of what was chosen, and for its photo, and goes with it at another try; others wait for none of them', async () => {
  const { state, queue } = world();
  state.left.add('late.jpg');
  let end = (): void => undefined;
  const pick = picking(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  // More than are read at one time.
  const early = Array.from({ length: 60 }, (_, at) => `p${at}.jpg.xmp`);
  queue.add(files(...early, 'late.xmp'), pick);
  queue.add(files(...early.map((name) => name.slice(0, -4)), 'late.jpg'), pick);
  end();
  const all = await settled(queue);
  assert.equal(state.attached.length, 60);
  assert.deepEqual([told(all, 'late.xmp'), summarise(all).counts['needs-you']], ['Its photo is not uploaded yet.', 2]);
  state.left.clear();
  queue.roomIs(1000);
  await settled(queue);
  assert.ok(state.attached.includes('late.jpg < late.xmp'));

  const stopped = world({
    send: (_file, _to, _hash, _progress, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  });
  const sending = new Promise<void>((resolve) =>
    stopped.queue.subscribe(() => {
      if ([...stopped.queue.files().values()].some(({ progress }) => progress.state === 'sending')) resolve();
    }),
  );
  stopped.queue.add(files('a.jpg', 'a.xmp'), picking());
  await sending;
  stopped.queue.stop();
  assert.deepEqual(
    (await settled(stopped.queue)).map(({ progress }) => progress.state),
    ['stopped', 'stopped'],
  );
});
