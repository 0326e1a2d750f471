import { sizeWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { noteOtherPass, openBlobStore, scrub as scrubBlobs, type BadBlob } from './bytes/index.ts';
import type { Io } from './commands.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { groupCommit } from './database.ts';
import { photosWith, type PhotoOf } from './library/look.ts';

export interface ScrubOptions {
  readonly data: string;
  readonly json: boolean;
}

/** Damaged blobs that are listed; the others are counted. */
const LISTED = 1000;

interface Scrubbed {
  readonly ok: boolean;
  readonly blobs: number;
  readonly bytes: number;
  /** All that are not as they were sent, also those that are not listed. */
  readonly damaged: number;
  readonly bad: readonly (BadBlob & { readonly photos: readonly PhotoOf[] })[];
}

/**
 * Hashes all stored bytes that a library refers to again, also while the server runs. 0: all are as they were sent; 1: some are not, or
 * it could not be done. What is damaged is remembered, and devices that have it are asked for it.
 */
export async function scrub({ data, json }: ScrubOptions, io: Io): Promise<number> {
  let folder: DataFolder | null = null;
  try {
    folder = openDataFolder(data);
    if (!folder) {
      io.stderr.write(`rollcall: ${data} is not a data folder of a Rollcall server.\n`);
      return 1;
    }
    const found = await readAll(folder, data, io);
    if (!found) {
      io.stderr.write('rollcall: Stopped before all was read.\n');
      return 1;
    }
    io.stdout.write(json ? `${JSON.stringify(found)}\n` : tell(found, folder.owner));
    return found.ok ? 0 : 1;
  } catch (error) {
    io.stderr.write(`rollcall: The stored bytes could not be looked through: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    folder?.close();
  }
}

async function readAll(folder: DataFolder, data: string, io: Io): Promise<Scrubbed | null> {
  const { database } = folder.sqlite;
  // It only reads, and notes what it finds: a server may start meanwhile.
  folder.share();
  const blobs = await openBlobStore(data, { inUse: true });
  // What was found is found again; the disk need not be waited for after each file.
  const write = groupCommit({ database, synced: async () => undefined });
  const context = { database, write, blobs, clock: { now: () => Date.now() }, log: () => undefined };
  const bad: BadBlob[] = [];
  let [count, bytes, damaged] = [0, 0, 0];
  for await (const checked of scrubBlobs(context, '')) {
    if (io.signal.aborted) return null;
    count += 1;
    bytes += checked.size;
    if (!checked.bad) continue;
    damaged += 1;
    if (bad.length < LISTED) bad.push(checked.bad);
  }
  await blobs.close();
  await write(() => noteOtherPass(database, Date.now()));
  return { ok: damaged === 0, blobs: count, bytes, damaged, bad: bad.map((one) => named(database, one)) };
}

function named(database: Database, blob: BadBlob): Scrubbed['bad'][number] {
  return { ...blob, photos: photosWith(database, blob.hash, 20) };
}

const WHY: Readonly<Record<BadBlob['why'], string>> = { damaged: 'damaged', missing: 'missing', unreadable: 'cannot be read' };

function tell({ ok, blobs, bytes, damaged, bad }: Scrubbed, owner: DataFolder['owner']): string {
  if (ok) return `All ${blobs} stored files (${sizeWords(bytes)}) are as they were sent.\n`;
  const lines = bad.map(({ hash, size, why, photos }) => {
    const names = photos.map(({ fileName, email }) => (email === null ? fileName : `${fileName} of ${email}`)).join(', ');
    return `  ${names || hash.slice(0, 12)}: ${WHY[why]} (${sizeWords(size)})`;
  });
  const more = damaged > bad.length ? [`  and ${damaged - bad.length} more`] : [];
  const next =
    owner === 'server'
      ? 'They are given to nobody, and asked back from every device that has them.'
      : 'They are given to nobody. Start the server: it asks them back from every device that has them.';
  return `${[`${damaged} of ${blobs} stored files are not as they were sent:`, ...lines, ...more, next].join('\n')}\n`;
}
