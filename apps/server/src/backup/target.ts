import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, present } from '../bytes/file-error.ts';
import { DATABASE_FILE } from '../database.ts';
import { FolderInUse, lockFolder, RESTORING } from '../lock.ts';
import { snapshotId } from './format.ts';
import type { Disk } from './shelf.ts';
import { BackupTrouble } from './trouble.ts';

/** A data folder that is being restored: no server starts on it until `finish`. */
export interface Target {
  readonly data: string;
  /** Where the old data folder was moved; null: there was none. */
  readonly replaced: string | null;
  /** Where what must not be seen yet is made ready. */
  readonly work: string;
  finish(): Promise<void>;
  close(): void;
}

const IGNORED = /^(lost\+found|lock\.sqlite.*)$/;

/** May this folder be restored into? Throws `BackupTrouble`. Answers whether something has to make way. */
export async function judgeTarget(data: string, replace: boolean): Promise<'free' | 'goes-on' | 'makes-way'> {
  if (existsSync(join(data, RESTORING))) return 'goes-on';
  const there = ((await present(readdir(data))) ?? []).filter((name) => !IGNORED.test(name));
  if (there.length === 0) return 'free';
  if (!existsSync(join(data, DATABASE_FILE)))
    throw new BackupTrouble(3, `${data} is not empty, and no data folder of a Rollcall server. Choose an empty folder with --data.`);
  if (!replace)
    throw new BackupTrouble(3, `${data} is in use as a data folder. With --replace it is moved aside, and nothing of it is deleted.`);
  return 'makes-way';
}

/** Takes the folder. What has to make way is moved aside first. Throws `BackupTrouble`. */
export async function takeTarget(data: string, disk: Disk, now: number, judged: Awaited<ReturnType<typeof judgeTarget>>): Promise<Target> {
  const replaced = judged === 'makes-way' ? await moveAside(data, disk, now) : null;
  const work = join(data, RESTORING);
  await mkdir(data, { recursive: true, mode: 0o700 });
  await disk.sync(dirname(data));
  const lock = locked(data);
  try {
    await disk.folder(work);
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    data,
    replaced,
    work,
    finish: async () => {
      await rm(work, { recursive: true, force: true });
      await disk.sync(data);
    },
    close: lock.release,
  };
}

async function moveAside(data: string, disk: Disk, now: number): Promise<string> {
  const aside = `${data}.replaced-${snapshotId(now)}`;
  const lock = locked(data);
  try {
    if (existsSync(aside)) throw new BackupTrouble(3, `${aside} is there already. Move it away, or wait a second.`);
    await rename(data, aside);
    await disk.sync(dirname(data));
    return aside;
  } catch (error) {
    if (codeOf(error) !== 'EBUSY' && codeOf(error) !== 'EXDEV' && codeOf(error) !== 'EACCES') throw error;
    throw new BackupTrouble(
      3,
      `${data} cannot be moved aside, as when a disk is mounted there. Move what is in it elsewhere, and restore again.`,
    );
  } finally {
    lock.release();
  }
}

function locked(data: string): ReturnType<typeof lockFolder> {
  try {
    return lockFolder(data);
  } catch (error) {
    if (error instanceof FolderInUse) throw new BackupTrouble(3, `A server is using ${data}, or another command. Stop it first.`);
    throw error;
  }
}
