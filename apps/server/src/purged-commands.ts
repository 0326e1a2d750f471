import { LIMITS, momentWords, sizeWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { whereabouts } from './bytes/index.ts';
import type { Io } from './commands.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { leaveErrand } from './errands/errands.ts';
import { restoreAlone } from './errands/restore-alone.ts';
import { purgedPhotos } from './library/purged.ts';
import type { PurgedPhoto, Unpurged } from './library/store.ts';
import { seenTime } from './library/trash.ts';
import { sql } from './statements.ts';

export interface PurgedListOptions {
  readonly data: string;
  readonly json: boolean;
}
export interface PurgedRestoreOptions extends PurgedListOptions {
  /** Of a photo that was deleted for good. */
  readonly id: string;
}

/** Photos that are listed at a time. */
const LISTED = 10_000;
const DAY = 86_400_000;

interface Listed {
  readonly id: string;
  readonly fileName: string;
  readonly capturedAt: string;
  readonly account: string | null;
  /** Server's clock, milliseconds since 1970. */
  readonly purgedAt: number;
  /** The device's name, or that the 30 days were over. */
  readonly purgedBy: { readonly by: 'expiry' } | { readonly by: 'person'; readonly device: string | null };
  readonly bytes: number;
  readonly daysLeft: number;
}

/** What was deleted for good and can still be brought back, the oldest first. `--json`: `{ items, more }`. */
export async function purgedList({ data, json }: PurgedListOptions, io: Io): Promise<number> {
  return inFolder(data, io, async ({ sqlite: { database } }) => {
    const found = purgedPhotos(database, LISTED + 1).filter(({ blobs }) =>
      blobs.every(({ hash }) => whereabouts(database, hash) !== 'gone'),
    );
    const items = found.slice(0, LISTED).map((photo) => listed(database, photo));
    if (json) io.stdout.write(`${JSON.stringify({ items, more: found.length > LISTED })}\n`);
    else io.stdout.write(items.length === 0 ? 'Nothing that was deleted for good can be brought back.\n' : items.map(tell).join(''));
    return 0;
  });
}

function listed(database: Database, photo: PurgedPhoto): Listed {
  const { libraryId, assetId, fileName, capturedAt, seen, purgedAt, purgedBy, blobs } = photo;
  const left = LIMITS.blobPromise + LIMITS.quarantine - (seenTime(database) - seen);
  return {
    id: assetId,
    fileName,
    capturedAt,
    account: accountOf(database, libraryId),
    purgedAt,
    purgedBy: purgedBy === null ? { by: 'expiry' } : { by: 'person', device: deviceName(database, purgedBy) },
    bytes: blobs.reduce((sum, { size }) => sum + size, 0),
    daysLeft: Math.max(0, Math.floor(left / DAY)),
  };
}

function accountOf(database: Database, libraryId: string): string | null {
  const row = sql(
    database,
    'SELECT u."email" AS email FROM members m JOIN "user" u ON u."id" = m.account_id WHERE m.library_id = ? LIMIT 1',
  ).get(libraryId) as { email: string } | undefined;
  return row?.email ?? null;
}

function deviceName(database: Database, deviceId: string): string | null {
  return (sql(database, 'SELECT name FROM devices WHERE id = ?').get(deviceId) as { name: string } | undefined)?.name ?? null;
}

function tell({ id, fileName, account, purgedAt, purgedBy, bytes, daysLeft }: Listed): string {
  const who = purgedBy.by === 'expiry' ? 'after 30 days in Recently Deleted' : `by ${purgedBy.device ?? 'a device that is gone'}`;
  return `${id}  ${fileName}  ${account ?? ''}  ${sizeWords(bytes)}  deleted ${momentWords(purgedAt)} ${who}  ${daysLeft === 1 ? '1 day' : `${daysLeft} days`} left\n`;
}

/** Brings one back, by the server when one has the folder. `--json`: `{ restored, id, fileName, joined }`. */
export async function purgedRestore({ data, id, json }: PurgedRestoreOptions, io: Io): Promise<number> {
  return inFolder(data, io, async (folder) => {
    const done = folder.owner === 'server' ? await byServer(folder, id, io) : await restoreAlone(folder, data, id);
    if (typeof done === 'string') return complain(io, done);
    if (!done.restored) return complain(io, refusal(done));
    if (json) io.stdout.write(`${JSON.stringify({ restored: id, id: done.assetId, fileName: done.fileName, joined: done.joined })}\n`);
    else
      io.stdout.write(
        done.joined
          ? `${done.fileName} is in the library again already; what it lacked was added to it.\n`
          : `${done.fileName} is back in the library, as a new photo. It comes to every device with the next sync.\n`,
      );
    return 0;
  });
}

/** What the server answers, or in words why it did not. */
async function byServer({ sqlite: { database } }: DataFolder, id: string, io: Io): Promise<Unpurged | string> {
  const errand = await leaveErrand(database, 'restore-purged', id, io.signal);
  if (errand.done) return (errand.answer as Unpurged | null) ?? 'The server that has this data folder is too old to do this. Update it.';
  switch (errand.why) {
    case 'not-begun':
      return 'The server that has this data folder did not answer. Nothing was done.';
    case 'under-way':
      return 'The server goes on with it. Look at the list later, with: rollcall purged ls';
    default:
      return errand.why satisfies never;
  }
}

function refusal(refused: Extract<Unpurged, { restored: false }>): string {
  switch (refused.why) {
    case 'not-found':
      return 'No photo of this id can be brought back. See those that can be with: rollcall purged ls';
    case 'bytes-gone':
      return 'Its stored files are gone, or damaged. It cannot be brought back from here; a device may still have them.';
    case 'over-quota':
      return `The library has no room for it: it needs ${sizeWords(refused.needed)} (${refused.needed} bytes), and ${sizeWords(refused.free)} (${refused.free} bytes) are free. Delete something for good first, or give it more room.`;
    case 'refused':
      return refused.words;
    default:
      return refused satisfies never;
  }
}

function complain(io: Io, words: string): number {
  io.stderr.write(`rollcall: ${words}\n`);
  return 1;
}

async function inFolder(data: string, io: Io, work: (folder: DataFolder) => Promise<number>): Promise<number> {
  let folder: DataFolder | null = null;
  try {
    folder = openDataFolder(data);
    if (!folder) return complain(io, `${data} is not a data folder of a Rollcall server.`);
    return await work(folder);
  } catch (error) {
    return complain(io, error instanceof Error ? error.message : String(error));
  } finally {
    folder?.close();
  }
}
