import { drawNoise } from '@rollcall/media/drawing';
import { makeView } from '@rollcall/media/views';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { applyChanges, emptyReplica, type Replica } from '../library/replica.ts';
import { asset, feed, idOf, resource } from '../library/testing.ts';
import { judgeStandIn } from './stand-in.ts';
import { outcomeOf, tellFile, type FileState } from './state.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-web-stand-in-'));
after(() => rmSync(folder, { recursive: true }));

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const original = await drawNoise(200, 100);
const standIn = await (async (): Promise<Uint8Array<ArrayBuffer>> => {
  const [path, file] = [join(folder, 'a.png'), join(folder, 'a.jpg')];
  writeFileSync(path, original);
  const viewed = { path, format: 'png', name: 'Beach.png', mtimeMs: null, assetId: idOf(1), hash: sha(original) } as const;
  assert.equal((await makeView('compressed', viewed, { file, film: '' })).state, 'ready');
  return Uint8Array.from(readFileSync(file));
})();

function libraryOf(...entities: Parameters<typeof feed>[0]): Replica {
  const replica = emptyReplica();
  applyChanges(replica, feed(entities));
  return replica;
}
const judge = (bytes: Uint8Array<ArrayBuffer>, replica: Replica): Promise<FileState | null> =>
  judgeStandIn(new Blob([bytes]), {
    hash: async (blob) => sha(new Uint8Array(await blob.arrayBuffer())),
    replica: async () => replica,
  });

test('CV-13: a compressed version of a photo that is here is not added, but led to that photo; of one that is not, it says what to do', async () => {
  const bytes = resource(1, 'original', sha(original));
  const here = await judge(standIn, libraryOf(asset(1), bytes));
  assert.equal(here?.state === 'stand-in' && here.assetId, idOf(1));
  assert.equal(outcomeOf(here!), 'already-here');
  assert.match(
    tellFile({ id: 1, name: 'x', size: 1, progress: here! }),
    /^Already in your library: it is a compressed version of “Beach.png”/,
  );
  const joined = await judge(
    standIn,
    libraryOf(asset(2), { ...resource(2, 'original', sha(original)) }, { type: 'alias', from: idOf(1), to: idOf(2) }),
  );
  assert.equal(joined?.state === 'stand-in' && joined.assetId, idOf(2));

  const trashed = await judge(standIn, libraryOf(asset(1, { state: 'trashed', trashedAt: 1 }), bytes));
  assert.match(tellFile({ id: 1, name: 'x', size: 1, progress: trashed! }), /Recently Deleted/);
  for (const replica of [emptyReplica(), libraryOf(asset(1)), libraryOf(asset(1), { ...bytes, removed: true })]) {
    const gone = (await judge(standIn, replica))!;
    assert.equal(outcomeOf(gone), 'left-out');
    assert.match(tellFile({ id: 1, name: 'x', size: 1, progress: gone }), /“Beach.png”, which is not in this library\. Add the original/);
  }
});

test('CV-13: a photo, and what somebody made of a compressed version, are added as ever', async () => {
  const replica = libraryOf(asset(1), resource(1, 'original', sha(original)));
  assert.equal(await judge(Uint8Array.from(original), replica), null);
  const changed = Uint8Array.from(standIn);
  changed[changed.length - 50]! ^= 1;
  assert.equal(await judge(changed, replica), null);
  assert.equal(await judge(new Uint8Array(), replica), null);
});
