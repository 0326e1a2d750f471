import { sizeWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { present } from '../bytes/file-error.ts';
import { photosWith, type PhotoOf } from '../library/look.ts';
import type { Why } from './format.ts';
import { blobsOf } from './named.ts';
import { requireRoom } from './room.ts';
import type { Progress } from './progress.ts';
import { bytesOf, eachOf, Sum, Unreadable } from './streams.ts';
import { unlessStopped } from './trouble.ts';
import type { Unlocked } from './vault.ts';

/** Files copied at a time: disks are waited for together. */
const WIDTH = 4;
/** What is lacking is listed up to so many; all are counted. */
export const LISTED = 1000;

export interface Lacking {
  readonly hash: string;
  readonly size: number;
  readonly why: Why;
  readonly photos: readonly PhotoOf[];
}

export interface Copied {
  /** All that the database names. */
  readonly count: number;
  readonly added: { readonly count: number; readonly bytes: number };
  readonly lacking: readonly Lacking[];
}

interface Copying {
  readonly vault: Unlocked;
  readonly data: string;
  /** The copy of the snapshot. */
  readonly database: Database;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Brings everything that the database names onto the shelf, and hashes it while it is read. */
export async function copyBlobs(copying: Copying): Promise<Copied> {
  const { vault, database, signal, progress } = copying;
  const { seal, shelf } = vault;
  const missing = async function* (): AsyncGenerator<{ hash: string; size: number }> {
    for (const blob of blobsOf(database)) if (!(await shelf.has(seal.nameOf(blob.hash)))) yield blob;
  };
  const [all, todo] = [{ count: 0 }, { count: 0, bytes: 0 }];
  for (const _ of blobsOf(database)) all.count += 1;
  for await (const { size } of missing()) {
    todo.count += 1;
    todo.bytes += size;
  }
  await requireRoom(
    vault.root,
    todo.bytes,
    (needs, free) =>
      `The backup needs ${sizeWords(needs)} at ${vault.root}, and ${sizeWords(free)} are free there. Make room, or drop snapshots: rollcall backup prune.`,
  );
  progress.of(todo.count, todo.bytes);
  const added = { count: 0, bytes: 0 };
  const bad = new Map<string, Why>();
  let failed = 0;
  const pass = (last: boolean): Promise<void> =>
    eachOf(missing(), WIDTH, async ({ hash, size }) => {
      unlessStopped(signal);
      const found = await copyOne(copying, hash);
      if (found === 'copied') {
        added.count += 1;
        added.bytes += size;
        progress.did(size);
        return;
      }
      failed += 1;
      if (last && bad.size < LISTED) bad.set(hash, found);
    });
  await pass(false);
  // What was moved into quarantine, or mended by a device, in the moment when it was looked for.
  if (failed > 0) await pass(true);
  const lacking = [...bad].map(([hash, why]) => ({ hash, size: sizeOf(database, hash), why, photos: photosWith(database, hash, 20) }));
  return { count: all.count, added, lacking };
}

async function copyOne({ vault, data }: Copying, hash: string): Promise<'copied' | Why> {
  let why: Why = 'missing';
  for (const path of placesOf(data, hash)) {
    let handle: FileHandle | null;
    try {
      handle = await present(open(path, 'r'));
    } catch {
      why = 'unreadable';
      continue;
    }
    if (!handle) continue;
    const sum = new Sum();
    try {
      const sealed = vault.seal.close(sum.through(bytesOf(handle)));
      if (await vault.shelf.put(vault.seal.nameOf(hash), sealed, () => sum.hash() === hash)) return 'copied';
      why = 'damaged';
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      why = 'unreadable';
    }
  }
  return why;
}

/** Where the bytes of a name can be: in use, or taken out of use because they were purged since. */
function placesOf(data: string, hash: string): string[] {
  return [join(data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash), join(data, 'quarantine', hash)];
}

function sizeOf(database: Database, hash: string): number {
  return database.prepare<[string], { size: number }>('SELECT max(size) AS size FROM ledger WHERE hash = ?').get(hash)?.size ?? 0;
}
