import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from 'better-sqlite3';
import * as fc from 'fast-check';
import { openDatabase } from '../database.ts';
import { collectStored, commit, entry, hasSent, release, reserve, stored, storedSizes, sums, unknownHash, unreserve } from './ledger.ts';
import { bytesMigrations } from './migrations.ts';
import { addTicket, dropTicket, finishTicket, ticket } from './tickets.ts';
import { temporaryFolder } from './testing/app.ts';

async function ledgerOf(test: { after(work: () => Promise<void>): void }): Promise<Database> {
  const { database } = openDatabase(await temporaryFolder(test), [bytesMigrations]);
  test.after(async () => void database.close());
  return database;
}
const lib = { libraryId: 'lib', deviceId: 'dev', now: 1000 };
const reserveIt = (db: Database, hash: string, size: number, quota = 100): boolean => reserve(db, { ...lib, hash, size, quota });
const storeIt = (db: Database, hash: string, size: number, announced: string | null = hash, uploadId = 'u'): void =>
  stored(db, { ...lib, uploadId, announced, hash, size });

test('LE-1: room is set aside only while used and reserved stay within the quota', async (t) => {
  const db = await ledgerOf(t);
  assert.equal(reserveIt(db, 'a', 60), true);
  assert.equal(reserveIt(db, 'b', 41), false);
  assert.equal(reserveIt(db, 'b', 40), true);
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 100 });
  assert.equal(reserve(db, { ...lib, libraryId: 'other', hash: 'b', size: 100, quota: 100 }), true, 'libraries do not share room');
});

test('LE-2: one hash is set aside once for a library, and grows if it must', async (t) => {
  const db = await ledgerOf(t);
  assert.ok(reserveIt(db, 'a', 60) && reserveIt(db, 'a', 60) && reserveIt(db, 'a', 50));
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 60 });
  assert.equal(reserveIt(db, 'a', 101), false);
  assert.equal(reserveIt(db, 'a', 100), true);
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 100 });
});

test('LE-3: stored bytes count as reserved, committed bytes as used, once for all that refer to them', async (t) => {
  const db = await ledgerOf(t);
  reserveIt(db, 'a', 60);
  assert.deepEqual([...storedSizes(db, 'lib', ['a', 'b'])], []);
  storeIt(db, 'a', 60);
  assert.deepEqual([...storedSizes(db, 'lib', ['a', 'b'])], [['a', 60]]);
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 60 });
  commit(db, 'lib', 'a');
  commit(db, 'lib', 'a');
  assert.deepEqual(sums(db, 'lib'), { used: 60, reserved: 0 });
  release(db, 'lib', 'a');
  assert.deepEqual(sums(db, 'lib'), { used: 60, reserved: 0 });
  release(db, 'lib', 'a');
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 0 });
  assert.equal(entry(db, 'lib', 'a'), null);
});

test('LE-4: bytes that are not all here cannot be committed, nor released more often than committed', async (t) => {
  const db = await ledgerOf(t);
  reserveIt(db, 'a', 1);
  assert.throws(() => commit(db, 'lib', 'a'));
  assert.throws(() => commit(db, 'lib', 'b'));
  assert.throws(() => release(db, 'lib', 'a'));
});

test('LE-5: bytes with an unknown hash take their name when it is known, or join what is there', async (t) => {
  const db = await ledgerOf(t);
  reserveIt(db, unknownHash('u1'), 10);
  storeIt(db, 'a', 10, null, 'u1');
  reserveIt(db, unknownHash('u2'), 10);
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 20 });
  storeIt(db, 'a', 10, null, 'u2');
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 10 });
  assert.equal(hasSent(db, 'lib', 'dev', 'a'), true);
});

test('LE-6: a reservation is freed when the last upload that counts on it is given up', async (t) => {
  const db = await ledgerOf(t);
  reserveIt(db, 'a', 10);
  for (const [id, device] of [
    ['u1', 'd1'],
    ['u2', 'd2'],
  ] as const)
    addTicket(db, { id, library: 'lib', device, hash: 'a', size: 10, mime: 'x/y', created: 0, touched: 0, result: null });
  dropTicket(db, ticket(db, 'u1')!);
  assert.equal(sums(db, 'lib').reserved, 10);
  dropTicket(db, ticket(db, 'u2')!);
  assert.equal(sums(db, 'lib').reserved, 0);
  unreserve(db, 'lib', 'a');
});

test('LE-7: bytes that are released while another device sends them stay reserved', async (t) => {
  const db = await ledgerOf(t);
  reserveIt(db, 'a', 10);
  addTicket(db, { id: 'u2', library: 'lib', device: 'd2', hash: 'a', size: 10, mime: 'x/y', created: 0, touched: 0, result: null });
  storeIt(db, 'a', 10);
  commit(db, 'lib', 'a');
  release(db, 'lib', 'a');
  assert.deepEqual(sums(db, 'lib'), { used: 0, reserved: 10 });
  stored(db, { ...lib, deviceId: 'd2', uploadId: 'u2', announced: 'a', hash: 'a', size: 10 });
  assert.equal(entry(db, 'lib', 'a')?.state, 'stored');
});

test('LE-8: what was stored and never committed is freed after its time', async (t) => {
  const db = await ledgerOf(t);
  for (const hash of ['a', 'b']) {
    reserveIt(db, hash, 10);
    storeIt(db, hash, 10);
  }
  commit(db, 'lib', 'b');
  assert.equal(collectStored(db, 1000), 0);
  assert.equal(collectStored(db, 1001), 1);
  assert.deepEqual(sums(db, 'lib'), { used: 10, reserved: 0 });
});

const act = fc.record({
  does: fc.constantFrom('ask', 'finish', 'finish', 'commit', 'commit', 'release', 'cancel', 'collect'),
  file: fc.nat(4),
  device: fc.nat(1),
  known: fc.boolean(),
});

test('LE-9: in any order of asks, uploads, commits, releases and collections: used + reserved never passes the quota, and the sums are those of the rows', async (t) => {
  const db = await ledgerOf(t);
  const sizes = [0, 30, 40, 50, 80];
  let runs = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const libraryId = `lib${(runs += 1)}`;
      const refs = new Map<string, number>();
      const tickets: { id: string; file: number; device: string }[] = [];
      let clock = 0;
      for (const { does, file, device, known } of acts) {
        clock += 1;
        const hash = `h${file}`;
        const size = sizes[file]!;
        const state = entry(db, libraryId, hash)?.state;
        const mine = tickets.findIndex((one) => one.file === file && one.device === `d${device}`);
        if (does === 'ask') {
          const id = `${libraryId}-${clock}`;
          const key = known ? hash : unknownHash(id);
          if (known && state === 'committed') continue;
          if (!reserve(db, { libraryId, deviceId: `d${device}`, hash: key, size, quota: 100, now: clock })) continue;
          addTicket(db, {
            id,
            library: libraryId,
            device: `d${device}`,
            hash: known ? hash : null,
            size,
            mime: 'x/y',
            created: clock,
            touched: clock,
            result: null,
          });
          tickets.push({ id, file, device: `d${device}` });
        } else if (does === 'finish' && mine >= 0) {
          const row = ticket(db, tickets[mine]!.id)!;
          stored(db, { libraryId, deviceId: row.device, uploadId: row.id, announced: row.hash, hash, size, now: clock });
          finishTicket(db, row.id, hash, clock);
          tickets.splice(mine, 1);
        } else if (does === 'cancel' && mine >= 0) {
          dropTicket(db, ticket(db, tickets[mine]!.id)!);
          tickets.splice(mine, 1);
        } else if (does === 'commit' && storedSizes(db, libraryId, [hash]).has(hash)) {
          commit(db, libraryId, hash);
          refs.set(hash, (refs.get(hash) ?? 0) + 1);
        } else if (does === 'release' && (refs.get(hash) ?? 0) > 0) {
          release(db, libraryId, hash);
          refs.set(hash, refs.get(hash)! - 1);
        } else if (does === 'collect') collectStored(db, clock - 5);
        const { used, reserved } = sums(db, libraryId);
        assert.ok(used + reserved <= 100, `${used} + ${reserved}`);
        const rows = db.prepare('SELECT size, state FROM ledger WHERE library = ?').all(libraryId) as { size: number; state: string }[];
        assert.equal(
          used,
          rows.filter((row) => row.state === 'committed').reduce((sum, row) => sum + row.size, 0),
        );
        assert.equal(
          reserved,
          rows.filter((row) => row.state !== 'committed').reduce((sum, row) => sum + row.size, 0),
        );
        assert.equal(
          used,
          [...refs].filter(([, count]) => count > 0).reduce((sum, [name]) => sum + sizes[Number(name.slice(1))]!, 0),
        );
      }
    }),
    { numRuns: 60 },
  );
});
