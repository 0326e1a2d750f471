import {
  chmodSync,
  constants,
  copyFileSync,
  mkdtempSync,
  openSync,
  readSync,
  closeSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeLog, type Log } from './log.ts';

export type Copied =
  | {
      readonly ok: true;
      readonly file: string;
      readonly log: Log;
      /** A change to it broke off, and is taken back in the copy. */
      readonly brokeOff: boolean;
      readonly changed: boolean;
      readonly cut: Cut | null;
      remove(): void;
    }
  | { readonly ok: false; readonly why: Refusal };

/** The file is shorter than it says itself; bytes. */
export interface Cut {
  readonly there: number;
  readonly should: number;
}

export type Refusal =
  | { readonly is: 'missing' }
  | { readonly is: 'not-allowed' }
  | { readonly is: 'placeholder' }
  | { readonly is: 'not-a-database' }
  | { readonly is: 'empty' }
  | { readonly is: 'no-room'; readonly needed: number; readonly free: number }
  /** The folder for temporary files is not there, or may not be written to. */
  | { readonly is: 'no-folder'; readonly folder: string; readonly code: string }
  | { readonly is: 'unreadable'; readonly code: string };

const MAGIC = 'SQLite format 3\0';
/** What a version control system leaves where a large file was not fetched. */
const POINTER = 'version https://';
const TRIES = 3;
/** A head that claims more is damaged itself. */
const MOST_FILLED = 64e9;

/**
 * Copies a database with its write-ahead log into a folder of its own that only this person may look into; the original is opened for
 * reading only, and nothing is written beside it. The index of the log (`-shm`) is not needed: it is made anew from the log.
 * Copies again when either changed meanwhile. `changed`: they did so each time, and what was read may be of two moments.
 */
export function copyDatabase(path: string, within = tmpdir()): Copied {
  let folder: string | null = null;
  try {
    const head = headOf(path);
    const refused = judgeHead(head);
    if (refused !== null) return { ok: false, why: refused };
    const beside = isJournal(`${path}-journal`) ? ['-wal', JOURNAL] : ['-wal'];
    const needed = Math.ceil(['', ...beside].reduce((sum, end) => sum + (sizeOf(`${path}${end}`) ?? 0), 0) * 1.1);
    const made = folderFor(needed, within);
    if (typeof made !== 'string') return { ok: false, why: made };
    folder = made;
    const file = join(folder, 'copy.sqlite');
    const changed = copyAtRest(path, file, beside);
    const log = sizeOf(`${path}-wal`) === undefined ? 'not-a-log' : judgeLog(`${file}-wal`);
    if (log === 'not-a-log') rmSync(`${file}-wal`, { force: true });
    const brokeOff = beside.includes(JOURNAL);
    return { ok: true, file, log, brokeOff, changed, cut: fillUp(file), remove: () => rmSync(made, { recursive: true, force: true }) };
  } catch (error) {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    return { ok: false, why: refusalOf(error as NodeJS.ErrnoException) };
  }
}

/** An empty folder with so much room; or why there is none. */
function folderFor(needed: number, within: string): string | Refusal {
  try {
    const { bavail, bsize } = statfsSync(within);
    if (needed > bavail * bsize) return { is: 'no-room', needed, free: bavail * bsize };
    return mkdtempSync(join(within, 'rollcall-photos-'));
  } catch (error) {
    return { is: 'no-folder', folder: within, code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

/** True: whoever writes to it did not stop for as long as was waited. */
function copyAtRest(path: string, file: string, beside: readonly string[]): boolean {
  const parts = ['', ...beside];
  const seen = (): string =>
    parts
      .map((end) => statSync(`${path}${end}`, { bigint: true, throwIfNoEntry: false }))
      .map((stats) => (stats === undefined ? 'none' : `${stats.size} ${stats.mtimeNs}`))
      .join();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = seen();
    // Where the disk can, the copy shares the original's blocks, and is there at once.
    for (const end of parts) {
      rmSync(`${file}${end}`, { force: true });
      if (end !== '' && (sizeOf(`${path}${end}`) ?? null) === null) continue;
      copyFileSync(`${path}${end}`, `${file}${end}`, constants.COPYFILE_FICLONE);
      // A copy has its original's rights, and that may be one that nobody may write to.
      chmodSync(`${file}${end}`, 0o600);
    }
    if (seen() === before) return false;
  }
  return true;
}

/**
 * Of a copy that is cut short the missing end is filled with nothing: else not even its beginning could be read. What was there stays
 * readable, and what was not is told as damaged when it is reached.
 */
function fillUp(file: string): Cut | null {
  const there = statSync(file).size;
  const head = Buffer.from(headOf(file, 32), 'latin1');
  if (head.length < 32) return null;
  const size = head.readUInt16BE(16);
  const should = (size === 1 ? 65_536 : size) * head.readUInt32BE(28);
  if (should <= there || should > MOST_FILLED) return null;
  truncateSync(file, should);
  return { there, should };
}

function headOf(path: string, length = MAGIC.length): string {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(handle, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(handle);
  }
}

function judgeHead(head: string): Refusal | null {
  if (head === MAGIC) return null;
  if (head === '') return { is: 'empty' };
  return { is: head === POINTER ? 'placeholder' : 'not-a-database' };
}

/** Bytes of a file; null: none is there. Undefined: it is no file. */
function sizeOf(path: string): number | null | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : stats.isFile() ? stats.size : undefined;
}

const JOURNAL = '-journal';
const JOURNAL_MAGIC = '\xd9\xd5\x05\xf9\x20\xa1\x63\xd7';

/** What was in the database before a change to it that did not come to its end. */
function isJournal(path: string): boolean {
  return (sizeOf(path) ?? 0) > 0 && headOf(path, JOURNAL_MAGIC.length) === JOURNAL_MAGIC;
}

function refusalOf({ code = 'unknown' }: NodeJS.ErrnoException): Refusal {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { is: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { is: 'not-allowed' };
  return { is: 'unreadable', code };
}
