import BetterSqlite, { type Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rm, rmdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { noteBackedUp } from '../backed-up.ts';
import { present } from '../bytes/file-error.ts';
import { DATABASE_FILE } from '../database.ts';
import { fact } from '../library/facts.ts';
import { KEY_FILE } from '../receipts/key-file.ts';
import { copyBlobs, type Copied } from './copy-blobs.ts';
import { copyDatabase } from './copy-database.ts';
import { FORMAT, MANIFEST_FILE, NAMES_FILE, snapshotId, type FileSum, type Manifest } from './format.ts';
import { blobsOf, nameLine } from './named.ts';
import type { Progress } from './progress.ts';
import { bytesFrom, bytesOf, Sum } from './streams.ts';
import { BackupTrouble } from './trouble.ts';
import { makeVault, type Unlocked } from './vault.ts';

export interface BackupContext {
  readonly data: string;
  readonly to: string;
  /** Null: none was given. */
  readonly passphrase: string | null;
  /** Of guessing the passphrase of a new backup; less only in tests. */
  readonly cost?: number;
  readonly version: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface Made {
  readonly manifest: Manifest;
  /** At most `LISTED` of what is lacking, by the photos that need it. */
  readonly lacking: Copied['lacking'];
}

/** The same for one server for ever, and nothing by which a stranger knows it. */
function serverOf(data: string): string {
  const database = new BetterSqlite(join(data, DATABASE_FILE), { readonly: true, timeout: 10_000 });
  try {
    const secret = fact(database, 'session-secret');
    if (secret === undefined) throw new BackupTrouble(3, `No server has run on ${data} yet: there is nothing to back up.`);
    return createHash('sha256').update(`rollcall backup of ${secret}`).digest('hex').slice(0, 32);
  } finally {
    database.close();
  }
}

/**
 * Makes a snapshot of a data folder, also while a server runs on it. First the database is copied, then all that it names: what was kept before a row
 * said so is there, and what is purged meanwhile lies in quarantine for a week. It is called done when all of it is on the disk.
 * Throws `BackupTrouble`, `BackupStopped`, and what the disk says.
 */
export async function makeBackup(context: BackupContext): Promise<{ made: Made; vault: Unlocked }> {
  const { data, to, passphrase } = context;
  if (!existsSync(join(data, DATABASE_FILE))) throw new BackupTrouble(1, `${data} is not a data folder of a Rollcall server.`);
  if (`${to}${sep}`.startsWith(`${data}${sep}`) || `${data}${sep}`.startsWith(`${to}${sep}`))
    throw new BackupTrouble(2, 'A backup cannot lie in the data folder, nor the data folder in the backup. Choose another with --to.');
  const vault = await makeVault(to, { server: serverOf(data), passphrase, cost: context.cost });
  const work = join(data, 'backing-up', vault.head.id);
  try {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true, mode: 0o700 });
    // What an earlier run has copied stays on the shelf; its half-made snapshot is made anew, of today.
    await rm(join(to, 'unfinished'), { recursive: true, force: true });
    const made = await snapshot(context, vault, join(work, DATABASE_FILE));
    await noteBackedUp(data, made.manifest).catch(() =>
      context.progress.say('The backup is made; that could not be noted for the server to tell.'),
    );
    return { made, vault };
  } catch (error) {
    vault.close();
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
    // Another backup may be made at the same time, into another folder.
    await rmdir(join(data, 'backing-up')).catch(() => undefined);
  }
}

async function snapshot(context: BackupContext, vault: Unlocked, copy: string): Promise<Made> {
  const { data, now, signal, version, progress } = context;
  progress.say('Copying the database …');
  const at = await copyDatabase(join(data, DATABASE_FILE), copy, { now, signal });
  const id = await freeId(vault, at);
  const folder = vault.unfinished(id);
  await vault.disk.folder(join(vault.root, 'unfinished'));
  await vault.disk.folder(folder);
  const database = new BetterSqlite(copy, { readonly: true });
  try {
    const files = await putFiles(vault, folder, { [DATABASE_FILE]: copy, [KEY_FILE]: join(data, KEY_FILE) });
    const copied = await copyBlobs({ vault, data, database, signal, progress });
    const { names, blobs } = await putNames(vault, database, join(folder, NAMES_FILE));
    const lacking = copied.count - blobs.count;
    const manifest: Manifest = { format: FORMAT, id, at, finishedAt: now(), version, files, names, blobs, added: copied.added, lacking };
    await vault.disk.put(join(folder, MANIFEST_FILE), bytesFrom(`${JSON.stringify(manifest, null, 2)}\n`));
    await vault.disk.folder(join(vault.root, 'snapshots'));
    await vault.disk.move(folder, vault.folder(id));
    return { manifest, lacking: copied.lacking };
  } finally {
    database.close();
  }
}

async function freeId(vault: Unlocked, at: number): Promise<string> {
  const taken = new Set((await vault.snapshots()).map(({ id }) => id));
  const id = snapshotId(at);
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? id : `${id}-${n}`;
    if (!taken.has(name)) return name;
  }
}

/** @param sources by the name in the snapshot; one that is not there is left out */
async function putFiles(
  { disk, seal }: Unlocked,
  folder: string,
  sources: Readonly<Record<string, string>>,
): Promise<Record<string, FileSum>> {
  const files: Record<string, FileSum> = {};
  for (const [name, source] of Object.entries(sources)) {
    const handle = await present(open(source, 'r'));
    if (!handle) continue;
    const sum = new Sum();
    await disk.put(join(folder, name), seal.close(sum.through(bytesOf(handle))));
    files[name] = { bytes: sum.bytes, sha256: sum.hash() };
  }
  return files;
}

/** Writes down what the snapshot has. Each of it is looked for once more. */
async function putNames(
  { disk, seal, shelf }: Unlocked,
  database: Database,
  path: string,
): Promise<{ names: FileSum; blobs: { count: number; bytes: number } }> {
  const blobs = { count: 0, bytes: 0 };
  const sum = new Sum();
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    let batch = '';
    for (const { hash, size } of blobsOf(database)) {
      const name = seal.nameOf(hash);
      if (!(await shelf.has(name))) continue;
      blobs.count += 1;
      blobs.bytes += size;
      batch += nameLine({ name, size });
      if (batch.length < 65_536) continue;
      yield Buffer.from(batch);
      batch = '';
    }
    if (batch !== '') yield Buffer.from(batch);
  };
  await disk.put(path, sum.through(lines()));
  return { names: { bytes: sum.bytes, sha256: sum.hash() }, blobs };
}
