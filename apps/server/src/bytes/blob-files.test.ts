import assert from 'node:assert/strict';
import { open, rm, stat, utimes, writeFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBlobStore } from './blob-files.ts';
import { blobStoreContract } from './store.contract.ts';
import { temporaryFolder } from './testing/app.ts';

blobStoreContract('files', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openBlobStore(folder);
  return {
    store,
    reopen: () => openBlobStore(folder),
    damage: async (hash) => {
      const file = await open(store.path(hash)!, 'r+');
      await file.write(Buffer.from('damaged'), 0, 7, 100);
      await file.close();
      const { mtimeMs } = await stat(store.path(hash)!);
      await utimes(store.path(hash)!, new Date(), new Date(mtimeMs + 10_000));
    },
    remove: (hash) => rm(store.path(hash)!),
  };
});

test('BS-11: blobs lie in blobs/ab/cd, and only the server’s own user may read them', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openBlobStore(folder);
  const incoming = await store.incoming('ab'.repeat(16));
  await incoming.append([Buffer.from('x')]);
  const hash = await incoming.hash();
  await store.keep(incoming, hash);
  await incoming.close();
  assert.equal(store.path(hash), join(folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash));
  assert.equal((await stat(store.path(hash)!)).mode & 0o777, 0o600);
  assert.equal((await stat(join(folder, 'blobs'))).mode & 0o777, 0o700);
});

test('BS-12: half-made replacements of an earlier run are removed at the start', async (t) => {
  const folder = await temporaryFolder(t);
  await openBlobStore(folder);
  await writeFile(join(folder, 'incoming', `${'ab'.repeat(16)}.replacing`), 'x');
  await openBlobStore(folder);
  assert.deepEqual(await readdir(join(folder, 'incoming')), []);
});
