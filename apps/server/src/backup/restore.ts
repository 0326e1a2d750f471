import { sizeWords } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { recordCheck } from '../bytes/checks.ts';
import { present } from '../bytes/file-error.ts';
import { DATABASE_FILE, openDatabase } from '../database.ts';
import { changeEpoch } from '../library/epoch.ts';
import { RESTORING } from '../lock.ts';
import { photosWith } from '../library/look.ts';
import { ROOMS } from '../rooms.ts';
import { chosen } from './check.ts';
import { requireSound } from './copy-database.ts';
import { LISTED, type Lacking } from './copy-blobs.ts';
import type { FileSum, Manifest, Why } from './format.ts';
import { blobsOf } from './named.ts';
import type { Progress } from './progress.ts';
import { requireRoom } from './room.ts';
import { Disk, Shelf } from './shelf.ts';
import { bytesOf, eachOf, Sum, untilBroken } from './streams.ts';
import { judgeTarget, takeTarget, type Target } from './target.ts';
import { BackupTrouble, unlessStopped } from './trouble.ts';
import { unlockVault, type Unlocked } from './vault.ts';
import { cameSince, whoGivesBack, type GivesBack } from './who-gives-back.ts';

const WIDTH = 4;

export interface RestoreContext {
  readonly data: string;
  readonly from: string;
  /** Absent: the newest. */
  readonly snapshot?: string;
  /** A data folder that is there is moved aside. */
  readonly replace: boolean;
  readonly passphrase: string | null;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly replaced: string | null;
  /** What the old data folder has and the snapshot has not; null: there was none, or its database cannot be read. */
  readonly since: { readonly count: number; readonly bytes: number } | null;
  readonly blobs: { readonly count: number; readonly bytes: number };
  /** How many files of photos are not there; the first of them in `bad`. */
  readonly lacking: number;
  readonly bad: readonly Lacking[];
  readonly accounts: readonly GivesBack[];
}

type Brought = Omit<Restored, 'manifest' | 'replaced' | 'since'>;

/**
 * Puts a data folder back from a snapshot and hashes every byte of it. Until the last is on the disk no server starts on the folder; interrupted, the
 * next restore goes on. The epoch is another one, so every device reads the library anew and gives back what came after the snapshot; what the
 * snapshot lacks is noted, so that devices are asked for it. Throws `BackupTrouble`, `BackupStopped`, `NewerSchema`, and what the disk says.
 */
export async function restoreBackup(context: RestoreContext): Promise<Restored> {
  const { data, from, passphrase, replace } = context;
  const vault = await unlockVault(from, passphrase);
  try {
    const manifest = chosen(await vault.snapshots(), context.snapshot, from);
    const judged = await judgeTarget(data, replace);
    const near = nearest(data);
    const bytes = manifest.blobs.bytes + Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
    // What an interrupted one has copied is counted twice; it is told with what is free.
    if (judged !== 'goes-on')
      await requireRoom(
        near,
        bytes,
        (needs, free) => `The snapshot needs ${sizeWords(needs)} at ${near}, and ${sizeWords(free)} are free there.`,
      );
    // Nothing makes way for a snapshot whose database cannot be had.
    for (const name of Object.keys(manifest.files)) await readFile(vault, manifest, name, null);
    const disk = new Disk(join(data, RESTORING, 'parts'));
    const target = await takeTarget(data, disk, context.now(), judged);
    try {
      return await fill(context, vault, manifest, target, disk);
    } finally {
      target.close();
    }
  } finally {
    vault.close();
  }
}

async function fill(context: RestoreContext, vault: Unlocked, manifest: Manifest, target: Target, disk: Disk): Promise<Restored> {
  const { data, work } = target;
  for (const name of Object.keys(manifest.files)) await readFile(vault, manifest, name, { disk, path: join(work, name) });
  // Also brings the tables of an older Rollcall up to date; how they were is in the backup.
  const sqlite = openDatabase(work, ROOMS, { copy: 'none' });
  const { database } = sqlite;
  let result: Brought;
  let since: Restored['since'];
  try {
    requireSound(database);
    result = await bringBlobs(context, vault, database, new Shelf(data, disk));
    since = target.replaced === null ? null : cameSince(database, target.replaced);
    changeEpoch(database, randomBytes(6).toString('hex'));
    await sqlite.synced();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    sqlite.close();
  }
  for (const name of Object.keys(manifest.files).filter((each) => each !== DATABASE_FILE))
    await disk.move(join(work, name), join(data, name));
  await disk.move(join(work, DATABASE_FILE), join(data, DATABASE_FILE));
  await target.finish();
  return { manifest, replaced: target.replaced, since, ...result };
}

async function bringBlobs({ signal, progress, now }: RestoreContext, vault: Unlocked, database: Database, shelf: Shelf): Promise<Brought> {
  const all = { count: 0, bytes: 0 };
  for (const { size } of blobsOf(database)) {
    all.count += 1;
    all.bytes += size;
  }
  progress.of(all.count, all.bytes);
  const [blobs, bad] = [{ count: 0, bytes: 0 }, [] as Lacking[]];
  await eachOf(blobsOf(database), WIDTH, async ({ hash, size }) => {
    unlessStopped(signal);
    const found = await bringOne(vault, shelf, hash);
    progress.did(size);
    if (found === 'sound') {
      blobs.count += 1;
      blobs.bytes += size;
      return;
    }
    // The server asks every device for it when it starts.
    recordCheck(database, hash, null, 'missing', now());
    if (bad.length < LISTED) bad.push({ hash, size, why: found, photos: photosWith(database, hash, 20) });
  });
  return { blobs, lacking: all.count - blobs.count, bad, accounts: whoGivesBack(database) };
}

async function bringOne({ seal, shelf: kept }: Unlocked, shelf: Shelf, hash: string): Promise<'sound' | Why> {
  // Hashed by a restore that was interrupted, before it got its name.
  if (await shelf.has(hash)) return 'sound';
  const bytes = await kept.read(seal.nameOf(hash));
  if (!bytes) return 'missing';
  const opened = untilBroken(() => seal.open(bytes));
  return (await shelf.put(hash, opened.bytes, () => opened.sum() === hash)) ? 'sound' : 'damaged';
}

/** Reads a file of the snapshot, and throws where it is not as it was kept. @param into null: it is only read */
async function readFile(vault: Unlocked, { id, files }: Manifest, name: string, into: { disk: Disk; path: string } | null): Promise<void> {
  const path = join(vault.folder(id), name);
  const handle = await present(open(path, 'r'));
  if (!handle) throw new BackupTrouble(1, `${path} is missing. Choose another snapshot with --snapshot.`);
  const opened = untilBroken(() => vault.seal.open(bytesOf(handle)));
  if (!into) await new Sum().all(opened.bytes);
  const sound = (): boolean => opened.sum() === (files[name] as FileSum).sha256;
  const ok = into ? await into.disk.put(into.path, opened.bytes, sound) : sound();
  if (!ok) throw new BackupTrouble(1, `${path} is damaged. Choose another snapshot with --snapshot.`);
}

/** The folder, or what is there of its way. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}
