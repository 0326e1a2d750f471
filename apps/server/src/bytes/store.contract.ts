import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { BlobStore, Incoming } from './store.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A store under test, and what the tests may do to it behind its back. */
export interface StoreUnderTest {
  readonly store: BlobStore;
  /** The same data, opened anew as after a crash. */
  readonly reopen: () => Promise<BlobStore>;
  /** Changes stored bytes as a failing disk would. */
  readonly damage: (hash: string) => Promise<void>;
  readonly remove: (hash: string) => Promise<void>;
}

async function filled(store: BlobStore, id: string, ...chunks: Uint8Array[]): Promise<Incoming> {
  const incoming = await store.incoming(id);
  for (const chunk of chunks) await incoming.append([chunk]);
  return incoming;
}
async function kept(store: BlobStore, id: string, bytes: Uint8Array): Promise<string> {
  const incoming = await filled(store, id, bytes);
  const hash = await incoming.hash();
  await store.keep(incoming, hash);
  await incoming.close();
  await store.dropIncoming(id);
  return hash;
}
async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
}
async function read(store: BlobStore, hash: string, start = 0, end?: number): Promise<Buffer> {
  const blob = await store.open(hash);
  assert.ok(blob);
  const chunks: Buffer[] = [];
  for await (const chunk of blob.stream(start, end ?? blob.size)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Make = (test: { after(work: () => Promise<void>): void }) => Promise<StoreUnderTest>;

const photo = randomBytes(2_500_000);
const hash = sha256(photo);

/** What every place that keeps blobs must do. `make` gives an empty store for each test. */
export function blobStoreContract(name: string, make: Make): void {
  incomingContract(name, make);
  keptContract(name, make);
  quarantineContract(name, make);
}

function incomingContract(name: string, make: Make): void {
  void test(`BS-1 (${name}): bytes appended in chunks hash as a whole, also when the store is opened again in between`, async (t) => {
    const { store, reopen } = await make(t);
    const first = await filled(store, 'aa'.repeat(16), photo.subarray(0, 1_200_000), photo.subarray(1_200_000, 1_200_001));
    assert.equal(first.size, 1_200_001);
    await first.close();
    const again = await reopen();
    assert.equal((await again.incomingStat('aa'.repeat(16)))?.size, 1_200_001);
    const second = await filled(again, 'aa'.repeat(16), photo.subarray(1_200_001));
    assert.equal(second.size, photo.length);
    assert.equal(await second.hash(), hash);
    assert.equal(await second.hash(), hash, 'the hash can be asked twice');
    await second.close();
    await again.close();
  });

  void test(`BS-2 (${name}): a kept blob is found by its hash, whole and in parts, also after it is opened again`, async (t) => {
    const { store, reopen } = await make(t);
    assert.equal(await kept(store, '01'.repeat(16), photo), hash);
    const again = await reopen();
    assert.equal((await again.stat(hash))?.size, photo.length);
    assert.deepEqual(await read(again, hash), photo);
    assert.deepEqual(await read(again, hash, 1_048_575, 1_048_578), photo.subarray(1_048_575, 1_048_578));
    assert.deepEqual(await again.rehash(hash), { state: 'stored', hash, size: photo.length });
    await again.close();
  });

  void test(`BS-3 (${name}): keeping does not drop the upload's own bytes; dropping them does not drop the blob`, async (t) => {
    const { store } = await make(t);
    const incoming = await filled(store, '02'.repeat(16), photo);
    await store.keep(incoming, hash);
    await incoming.close();
    assert.equal((await store.incomingStat('02'.repeat(16)))?.size, photo.length);
    await store.dropIncoming('02'.repeat(16));
    await store.dropIncoming('02'.repeat(16));
    assert.equal(await store.incomingStat('02'.repeat(16)), null);
    assert.deepEqual(await store.incomingList(), []);
    assert.deepEqual(await read(store, hash), photo);
  });
}

function keptContract(name: string, make: Make): void {
  void test(`BS-4 (${name}): bytes that were kept before are kept again, and heal a damaged blob`, async (t) => {
    const { store, damage } = await make(t);
    await kept(store, '03'.repeat(16), photo);
    await damage(hash);
    assert.equal((await store.rehash(hash)).state, 'damaged');
    await kept(store, '04'.repeat(16), photo);
    assert.deepEqual(await store.rehash(hash), { state: 'stored', hash, size: photo.length });
  });

  void test(`BS-5 (${name}): damage and loss are told, not thrown`, async (t) => {
    const { store, damage, remove } = await make(t);
    await kept(store, '05'.repeat(16), photo);
    const before = await store.stat(hash);
    await damage(hash);
    const found = await store.rehash(hash);
    assert.equal(found.state, 'damaged');
    assert.notEqual(found.hash, hash);
    assert.notEqual((await store.stat(hash))?.stamp, before?.stamp);
    await remove(hash);
    assert.deepEqual(await store.rehash(hash), { state: 'missing', hash: null, size: 0 });
    assert.equal(await store.stat(hash), null);
    assert.equal(await store.open(hash), null);
  });

  void test(`BS-6 (${name}): emptied bytes are gone, and new ones hash right`, async (t) => {
    const { store } = await make(t);
    const incoming = await filled(store, '06'.repeat(16), Buffer.from('wrong'));
    await incoming.empty();
    assert.equal(incoming.size, 0);
    await incoming.append([Buffer.from('ri'), Buffer.alloc(0), Buffer.from('ght')]);
    assert.equal(await incoming.hash(), sha256(Buffer.from('right')));
    await incoming.close();
  });

  void test(`BS-7 (${name}): what is quarantined is not served, and is not listed`, async (t) => {
    const { store } = await make(t);
    await kept(store, '07'.repeat(16), photo);
    const other = await kept(store, '08'.repeat(16), Buffer.from('other'));
    assert.equal(await store.quarantine(hash), true);
    assert.equal(await store.quarantine(hash), false);
    assert.equal(await store.open(hash), null);
    assert.deepEqual(await all(store.list()), [{ hash: other, size: 5 }]);
  });

  void test(`BS-8 (${name}): the empty file is a blob as well`, async (t) => {
    const { store } = await make(t);
    const empty = await kept(store, '09'.repeat(16), Buffer.alloc(0));
    assert.deepEqual(await store.rehash(empty), { state: 'stored', hash: sha256(Buffer.alloc(0)), size: 0 });
  });

  void test(`BS-9 (${name}): many blobs kept at once are all there`, async (t) => {
    const { store } = await make(t);
    const hashes = await Promise.all(
      Array.from({ length: 50 }, (_, n) => kept(store, n.toString(16).padStart(32, '0'), Buffer.from(`photo ${n}`))),
    );
    for (const one of hashes) assert.equal((await store.rehash(one)).state, 'stored');
    assert.equal((await all(store.list())).length, 50);
  });

  void test(`BS-10 (${name}): a name that is not a hash reaches no file`, async (t) => {
    const { store } = await make(t);
    for (const bad of ['../../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await assert.rejects(store.open(bad), RangeError);
      await assert.rejects(store.incoming(`${bad}/`), RangeError);
    }
  });
}

function quarantineContract(name: string, make: Make): void {
  void test(`QA-1 (${name}): what is in quarantine is listed, brought back whole, or deleted; bytes that were kept meanwhile stay`, async (t) => {
    const { store, reopen } = await make(t);
    await kept(store, '0a'.repeat(16), photo);
    assert.equal(await store.unquarantine(hash), false);
    assert.equal(await store.quarantine(hash), true);
    const again = await reopen();
    assert.deepEqual(await all(again.quarantined()), [{ hash, size: photo.length }]);
    assert.equal(await again.unquarantine(hash), true);
    assert.deepEqual(await again.rehash(hash), { state: 'stored', hash, size: photo.length });
    assert.deepEqual(await all(again.quarantined()), []);
    await again.quarantine(hash);
    await kept(again, '0b'.repeat(16), photo);
    const { stamp } = (await again.stat(hash))!;
    assert.equal(await again.unquarantine(hash), true);
    assert.equal((await again.stat(hash))?.stamp, stamp);
    await again.quarantine(hash);
    await kept(again, '0c'.repeat(16), photo);
    await again.dropQuarantined(hash);
    await again.dropQuarantined(hash);
    assert.deepEqual(await all(again.quarantined()), []);
    assert.deepEqual(await read(again, hash), photo);
    await assert.rejects(again.dropQuarantined('../../etc/passwd'), RangeError);
    await again.close();
  });

  void test(`QA-2 (${name}): works on one blob run one after another, also after one that failed; those on others do not wait`, async (t) => {
    const { store } = await make(t);
    const order: string[] = [];
    let let1Go = (): void => undefined;
    const first = store.inTurn(hash, async () => {
      order.push('1 begins');
      await new Promise<void>((resolve) => (let1Go = resolve));
      order.push('1 ends');
      throw new Error('as asked');
    });
    const second = store.inTurn(hash, async () => void order.push('2'));
    await store.inTurn('f'.repeat(64), async () => void order.push('other'));
    let1Go();
    await assert.rejects(first, /as asked/);
    await second;
    assert.deepEqual(order, ['1 begins', 'other', '1 ends', '2']);
  });
}
