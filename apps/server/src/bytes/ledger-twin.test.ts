import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ledger, type LedgerEntry, type Sums } from '@rollcall/core';
import { openDatabase } from '../database.ts';
import { collectStored, commit, entry, release, reserve, stored, sums, unreserve } from './ledger.ts';
import { bytesMigrations } from './migrations.ts';
import { temporaryFolder } from './testing/app.ts';
import { addTicket, finishTicket } from './tickets.ts';

const QUOTA = 100;
const step = fc.record({
  does: fc.constantFrom('reserve', 'reserve', 'upload', 'store', 'store', 'commit', 'commit', 'release', 'unreserve', 'collect'),
  hash: fc.constantFrom('a', 'b', 'c'),
  size: fc.constantFrom(0, 30, 50, 80),
});

/** The ledger of one library in memory, by nothing but the rules of core. */
class Twin {
  readonly entries = new Map<string, { readonly entry: LedgerEntry; readonly touched: number }>();
  /** The open upload of each hash. */
  readonly awaited = new Map<string, string>();

  at(hash: string): LedgerEntry | null {
    return this.entries.get(hash)?.entry ?? null;
  }

  put(hash: string, next: LedgerEntry | null, touched?: number): void {
    if (next === null) this.entries.delete(hash);
    else this.entries.set(hash, { entry: next, touched: touched ?? this.entries.get(hash)?.touched ?? 0 });
  }

  sums(): Sums {
    const counts = [...this.entries.values()].map((each) => ledger.countOf(each.entry));
    return { used: total(counts.map(({ used }) => used)), reserved: total(counts.map(({ reserved }) => reserved)) };
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
/** `null` where it throws. */
function tried<T>(work: () => T): { readonly value: T } | null {
  try {
    return { value: work() };
  } catch {
    return null;
  }
}

test('LE-10: the ledger in the database does what the pure ledger says, whatever is asked of both, in any order', async (t) => {
  const { database: db } = openDatabase(await temporaryFolder(t), [bytesMigrations]);
  t.after(async () => void db.close());
  let runs = 0;
  const done = { reserved: 0, refused: 0, committed: 0, released: 0, collected: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), (steps) => {
      const libraryId = `lib${(runs += 1)}`;
      const twin = new Twin();
      for (const [clock, { does, hash, size }] of steps.entries()) {
        const uploadId = `${libraryId}-${clock}`;
        if (does === 'reserve') {
          const next = ledger.reserved(twin.at(hash), size, twin.sums(), QUOTA);
          assert.equal(reserve(db, { libraryId, deviceId: 'd', hash, size, quota: QUOTA, now: clock }), next !== null);
          if (next !== null) twin.put(hash, next, twin.at(hash) ? undefined : clock);
          done[next === null ? 'refused' : 'reserved'] += 1;
        } else if (does === 'upload' && !twin.awaited.has(hash)) {
          const row = { id: uploadId, library: libraryId, device: 'd', hash, size, mime: '', created: 0, touched: 0, result: null };
          addTicket(db, row);
          twin.awaited.set(hash, uploadId);
        } else if (does === 'store' && twin.at(hash) !== null) {
          const known = twin.at(hash);
          if (known === null || known.size < size) continue;
          stored(db, { libraryId, deviceId: 'd', uploadId, announced: hash, hash, size: known.size, now: clock });
          twin.put(hash, ledger.stored(known, known.size), clock);
          finishTicket(db, twin.awaited.get(hash) ?? '', hash, clock);
          twin.awaited.delete(hash);
        } else if (does === 'commit') {
          const next = tried(() => ledger.committed(twin.at(hash)));
          assert.equal(tried(() => commit(db, libraryId, hash)) === null, next === null);
          if (next) twin.put(hash, next.value);
          if (next) done.committed += 1;
        } else if (does === 'release') {
          const next = tried(() => ledger.released(twin.at(hash), twin.awaited.has(hash)));
          assert.equal(tried(() => release(db, libraryId, hash)) === null, next === null);
          if (next) twin.put(hash, next.value);
          if (next) done.released += 1;
        } else if (does === 'unreserve') {
          unreserve(db, libraryId, hash);
          twin.put(hash, ledger.unreserved(twin.at(hash), twin.awaited.has(hash)));
        } else if (does === 'collect') {
          collectStored(db, clock - 5);
          for (const [name, { entry: each, touched }] of twin.entries)
            if (ledger.isIdle(each, touched, clock - 5)) {
              twin.entries.delete(name);
              done.collected += 1;
            }
        }
        for (const name of ['a', 'b', 'c']) {
          const row = entry(db, libraryId, name);
          assert.deepEqual(row && { size: row.size, state: row.state, refs: row.refs }, twin.at(name), `${does} ${hash} ${size}`);
        }
        assert.deepEqual(sums(db, libraryId), twin.sums());
        assert.ok(twin.sums().used + twin.sums().reserved <= QUOTA);
      }
      // Other libraries’ rows are not looked at; those of this one are forgotten.
      db.prepare('DELETE FROM ledger WHERE library = ?').run(libraryId);
    }),
    { numRuns: 200 },
  );
  assert.ok(
    Object.values(done).every((times) => times > 0),
    JSON.stringify(done),
  );
});
