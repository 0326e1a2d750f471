import BetterSqlite from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, present } from '../bytes/file-error.ts';
import { makeKey, openKey } from './age-seal.ts';
import {
  SNAPSHOT,
  FORMAT,
  HEAD_FILE,
  headSchema,
  KEY_FILE_SEALED,
  MANIFEST_FILE,
  manifestSchema,
  NAMES_FILE,
  type Head,
  type Manifest,
} from './format.ts';
import { UNSEALED, type Seal } from './seal.ts';
import { Disk, Shelf } from './shelf.ts';
import { bytesFrom } from './streams.ts';
import { BackupTrouble } from './trouble.ts';

/** A folder with snapshots, which share the files that they have in common. */
export interface Vault {
  readonly root: string;
  readonly head: Head;
  readonly disk: Disk;
  readonly shelf: Shelf;
  /** Snapshots that are done, the oldest first. */
  snapshots(): Promise<Manifest[]>;
  /** Where a snapshot lies that is done. */
  folder(id: string): string;
  namesFile(id: string): string;
  /** Where one is made. */
  unfinished(id: string): string;
  /** Those that were begun and are not done. */
  unfinishedOnes(): Promise<string[]>;
  close(): void;
}

export interface Unlocked extends Vault {
  readonly seal: Seal;
}

/** What may lie in a folder that is to become a backup: what the disk puts there, and what an attempt that failed left. */
const MINE = /^(lost\+found|\..*|lock\.sqlite.*|key\.age|unfinished)$/;

/** The backup in a folder, for one command at a time. Throws `BackupTrouble`. */
export async function openVault(root: string): Promise<Vault> {
  const head = await readHead(root);
  if (!head) throw new BackupTrouble(3, `${root} holds no backup of Rollcall.`);
  return lockedVault(root, head, takeLock(root));
}

/** The same, able to read what is in it. @param passphrase null: none was given */
export async function unlockVault(root: string, passphrase: string | null): Promise<Unlocked> {
  return unlocked(await openVault(root), passphrase);
}

async function unlocked(vault: Vault, passphrase: string | null): Promise<Unlocked> {
  try {
    return { ...vault, seal: await sealOf(vault, passphrase) };
  } catch (error) {
    vault.close();
    throw error;
  }
}

interface Making {
  /** Of which server. */
  readonly server: string;
  /** Null: it is not sealed. */
  readonly passphrase: string | null;
  /** See `makeKey`. */
  readonly cost?: number | undefined;
}

/** The same, to write a backup of this server into; made where the folder is empty or not there. */
export async function makeVault(root: string, making: Making): Promise<Unlocked> {
  const { server, passphrase } = making;
  const others = ((await present(readdir(root))) ?? []).filter((name) => !MINE.test(name));
  if (others.length > 0 && !(await readHead(root)))
    throw new BackupTrouble(3, `${root} is not empty, and holds no backup of Rollcall. Choose an empty folder with --to.`);
  await mkdir(root, { recursive: true, mode: 0o700 });
  const lock = takeLock(root);
  try {
    const head = (await readHead(root)) ?? (await makeHead(root, making));
    if (head.server !== server)
      throw new BackupTrouble(3, `${root} holds backups of another server. Each needs a folder of its own: choose another with --to.`);
    if (head.sealed === null && passphrase !== null)
      throw new BackupTrouble(3, `The backups in ${root} are not encrypted. Choose an empty folder with --to, or give no passphrase.`);
    return await unlocked(lockedVault(root, head, lock), passphrase);
  } catch (error) {
    lock.close();
    throw error;
  }
}

async function makeHead(root: string, { server, passphrase, cost }: Making): Promise<Head> {
  const disk = new Disk(join(root, 'unfinished', 'parts'));
  await disk.sync(dirname(root));
  await disk.folder(join(root, 'unfinished'));
  const id = randomBytes(8).toString('hex');
  // The key is there before anything says that there is one.
  if (passphrase !== null) await disk.put(join(root, KEY_FILE_SEALED), bytesFrom(await makeKey(id, passphrase, cost)));
  const head: Head = { format: FORMAT, id, server, sealed: passphrase === null ? null : 'age' };
  await disk.put(join(root, HEAD_FILE), bytesFrom(`${JSON.stringify(head, null, 2)}\n`));
  return head;
}

async function readHead(root: string): Promise<Head | null> {
  const text = await present(readFile(join(root, HEAD_FILE), 'utf8'));
  if (text === null) return null;
  const head = headSchema.safeParse(jsonOf(text));
  if (!head.success) throw new BackupTrouble(1, `${join(root, HEAD_FILE)} is damaged. The snapshots beside it are not touched.`);
  if (head.data.format > FORMAT) throw new BackupTrouble(3, `${root} was made by a newer Rollcall. Update Rollcall.`);
  return head.data;
}

async function sealOf({ root, head }: Vault, passphrase: string | null): Promise<Seal> {
  if (head.sealed === null) return UNSEALED;
  if (passphrase === null)
    throw new BackupTrouble(
      2,
      `The backups in ${root} are encrypted. Give the passphrase: in a file with --passphrase-file, or as ROLLCALL_BACKUP_PASSPHRASE in the environment.`,
    );
  const key = await present(readFile(join(root, KEY_FILE_SEALED)));
  if (!key) throw new BackupTrouble(1, `${join(root, KEY_FILE_SEALED)} is not there: without it, nothing in this backup can be read.`);
  const seal = await openKey(key, passphrase);
  if (!seal) throw new BackupTrouble(3, `That is not the passphrase of the backups in ${root} (or ${KEY_FILE_SEALED} there is damaged).`);
  return seal;
}

function lockedVault(root: string, head: Head, lock: BetterSqlite.Database): Vault {
  const unfinished = join(root, 'unfinished');
  const disk = new Disk(join(unfinished, 'parts'));
  const snapshots = join(root, 'snapshots');
  return {
    root,
    head,
    disk,
    shelf: new Shelf(root, disk),
    snapshots: () => readSnapshots(snapshots),
    folder: (id) => join(snapshots, id),
    namesFile: (id) => join(snapshots, id, NAMES_FILE),
    unfinished: (id) => join(unfinished, id),
    unfinishedOnes: async () => ((await present(readdir(unfinished))) ?? []).filter((name) => name !== 'parts'),
    close: () => lock.close(),
  };
}

/** The system's lock, which ends with the process; as `lockFolder` for a data folder. */
function takeLock(root: string): BetterSqlite.Database {
  const lock = new BetterSqlite(join(root, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error) === 'SQLITE_BUSY')
      throw new BackupTrouble(3, `Another command is using the backup in ${root}. Wait until it has ended.`);
    throw error;
  }
}

/** The snapshots of a folder, also while a backup is made into it. */
export async function readSnapshots(folder: string): Promise<Manifest[]> {
  const found: Manifest[] = [];
  for (const id of ((await present(readdir(folder))) ?? []).sort()) {
    if (!SNAPSHOT.test(id)) continue;
    const file = join(folder, id, MANIFEST_FILE);
    const text = await present(readFile(file, 'utf8'));
    // It was dropped in this moment.
    if (text === null && !existsSync(join(folder, id))) continue;
    const manifest = manifestSchema.safeParse(text === null ? null : jsonOf(text));
    if (!manifest.success || manifest.data.id !== id)
      throw new BackupTrouble(1, `${file} is damaged. Move its folder away to go on without this snapshot; the others are not touched.`);
    found.push(manifest.data);
  }
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What holds backups, and what is in it, without waiting for whoever uses it. */
export async function lookAtVault(root: string): Promise<{ head: Head; snapshots: Manifest[] }> {
  const head = await readHead(root);
  if (!head) throw new BackupTrouble(3, `${root} holds no backup of Rollcall.`);
  return { head, snapshots: await readSnapshots(join(root, 'snapshots')) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
