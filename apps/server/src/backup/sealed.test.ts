import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Decrypter } from 'age-encryption';
import { Backed, filesIn, flip } from '../testing/backed.ts';
import { DAY, sha256 } from '../testing/kept.ts';
import { unlockVault } from './vault.ts';

const passphrase = 'burst swarm slender curve';

test('BK-15: a sealed backup shows neither photos nor database nor their hashes, and gives all of it back for its passphrase', async (t) => {
  const backed = await Backed.open(t, 2);
  // Larger than the pieces in which it is read, and than those in which it is sealed; and an empty one.
  await backed.photo(randomBytes(1_200_000));
  await backed.photo(Buffer.alloc(0));
  await backed.backup({ passphrase });
  const files = filesIn(backed.to);
  for (const [path, bytes] of files)
    for (const [hash, photo] of backed.photos) {
      const at = path.includes(hash) || bytes.includes(hash) || (photo.length > 0 && bytes.includes(photo.subarray(0, 40)));
      assert.equal(at, false, path);
    }
  assert.ok([...files.values()].every((bytes) => !bytes.includes('SQLite format 3') && !bytes.includes('CREATE TABLE')));
  assert.equal((await backed.backup({ passphrase })).manifest.added.count, 0);
  assert.equal((await backed.check(passphrase)).ok, true);
  const { lacking } = await backed.restore({ passphrase });
  assert.equal(lacking, 0);
  for (const [hash, bytes] of backed.photos) assert.deepEqual(readFileSync(backed.stored(hash, backed.target)), bytes);
});

test('BK-15: without the passphrase it is only listed and pruned; another one, and a backup of the other kind, are refused', async (t) => {
  const backed = await Backed.open(t, 1);
  await backed.backup({ passphrase });
  await assert.rejects(backed.backup(), { code: 2, message: /--passphrase-file/ });
  await assert.rejects(backed.backup({ passphrase: 'another' }), { code: 3, message: /not the passphrase/ });
  await assert.rejects(backed.restore({ passphrase: 'another' }), { code: 3 });
  await assert.rejects(backed.check(), { code: 2 });
  const [hash = ''] = backed.photos.keys();
  backed.kept.database.prepare('DELETE FROM ledger WHERE hash = ?').run(hash);
  await backed.backup({ passphrase, now: () => backed.kept.now + DAY });
  assert.deepEqual((await backed.prune({ last: 1 })).files.count, 1);
  const plain = join(backed.root, 'plain');
  await backed.backup({ to: plain });
  await assert.rejects(backed.backup({ to: plain, passphrase }), { code: 3, message: /not encrypted/ });
});

test('BK-15: what was changed, cut short or swapped in a sealed backup is found', async (t) => {
  const backed = await Backed.open(t, 4);
  await backed.photo(randomBytes(200_000));
  await backed.backup({ passphrase });
  const vault = await unlockVault(backed.to, passphrase);
  const [changed = '', one = '', other = '', lost = '', cut = ''] = [...backed.photos.keys()].map((hash) => vault.seal.nameOf(hash));
  vault.close();
  flip(backed.stored(changed, backed.to));
  renameSync(backed.stored(one, backed.to), backed.stored(other, backed.to));
  rmSync(backed.stored(lost, backed.to));
  truncateSync(backed.stored(cut, backed.to), 131_072);
  const { lacking } = await backed.restore({ passphrase });
  assert.equal(lacking, 5);
  const found = await backed.check(passphrase);
  assert.deepEqual(found.bad.map(({ name }) => name).sort(), [changed, one, other, lost, cut].sort());
});

test('BK-16: a sealed backup is read without Rollcall, by what reads age', async (t) => {
  const backed = await Backed.open(t, 1);
  await backed.backup({ passphrase });
  const opening = new Decrypter();
  opening.addPassphrase(passphrase);
  const key = await opening.decrypt(readFileSync(join(backed.to, 'key.age')), 'text');
  const identity = key.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  assert.equal(identity.length, 1);
  const [hash, photo] = [...backed.photos][0] as [string, Buffer];
  const blobs = [...filesIn(backed.to)].filter(([path]) => path.startsWith('blobs/'));
  assert.equal(blobs.length, 1);
  const reading = new Decrypter();
  for (const line of identity) reading.addIdentity(line);
  const read = await reading.decrypt(blobs[0]?.[1] as Buffer);
  assert.deepEqual([sha256(read), Buffer.from(read)], [hash, photo]);
});
