import { freeOf, needs, readRows, recreate, unpurge, writeDecision } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { storedSizes, sums, takeBack, whereabouts } from '../bytes/index.ts';
import type { LibraryRow } from './library-row.ts';
import { blobsOf, dropPurged, purgedAsset } from './purged.ts';
import type { Unpurged } from './store.ts';
import { SqliteTables } from './tables.ts';

/** Undoes a purge, inside the caller's transaction; writes nothing when it answers that it did not. */
export function unpurgeAsset(database: Database, library: LibraryRow, assetId: string, newId: string, now: number): Unpurged {
  const purged = purgedAsset(database, library.num, assetId);
  if (!purged) return { restored: false, why: 'not-found' };
  const blobs = blobsOf(purged.resources);
  const here = storedSizes(
    database,
    library.id,
    blobs.map(({ hash }) => hash),
  );
  const lacking = blobs.filter(({ hash }) => !here.has(hash));
  // What another library refers to is here as well, whatever this one is told of it otherwise: this library has had these very bytes.
  if (!lacking.every(({ hash }) => ['stored', 'loose'].includes(whereabouts(database, hash))))
    return { restored: false, why: 'bytes-gone' };
  const needed = lacking.reduce((sum, { size }) => sum + size, 0);
  const free = freeOf(sums(database, library.id), library.quota);
  if (needed > free) return { restored: false, why: 'over-quota', needed, free };
  const change = recreate(purged, newId);
  const tables = new SqliteTables(database, library.num, { deviceId: null, now });
  const before = readRows(tables, needs(change));
  const decision = unpurge(
    { ...before, stored: new Map([...before.stored, ...lacking.map(({ hash, size }) => [hash, size] as const)]) },
    purged,
    newId,
    { now, deviceId: null },
  );
  const { result } = decision;
  if (result.status === 'rejected') return { restored: false, why: 'refused', words: result.words };
  for (const { hash, size } of lacking) takeBack(database, { libraryId: library.id, hash, size, now });
  writeDecision(tables, decision);
  dropPurged(database, library.num, assetId);
  const joined = result.status === 'superseded';
  return { restored: true, assetId: (joined ? result.assetId : null) ?? newId, fileName: purged.asset.fileName, joined };
}
