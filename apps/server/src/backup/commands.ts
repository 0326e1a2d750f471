import { countWords, momentWords, sizeWords } from '@rollcall/protocol';
import type { Retention } from '@rollcall/core';
import type { Io } from '../commands.ts';
import { NewerSchema } from '../database.ts';
import { codeOf, isDiskFull } from '../bytes/file-error.ts';
import { VERSION } from '../version.ts';
import { checkBackup, chosen } from './check.ts';
import { makeBackup } from './make.ts';
import { progressLines, SILENT, type Progress } from './progress.ts';
import { prune as pruneVault, type Pruned } from './prune.ts';
import { restoreBackup } from './restore.ts';
import { BackupStopped, BackupTrouble } from './trouble.ts';
import { lookAtVault, openVault, unlockVault } from './vault.ts';
import { checkedWords, lackingLines, prunedWords, restoredWords, snapshotWords } from './words.ts';

interface Asked {
  readonly json: boolean;
}
interface FromOptions extends Asked {
  readonly from: string;
}
interface UnlockOptions extends FromOptions {
  /** Null: none was given. */
  readonly passphrase: string | null;
  /** Absent: for `backup check` all, for `restore` the newest. */
  readonly snapshot?: string;
}
export interface BackupOptions extends Asked {
  readonly data: string;
  readonly to: string;
  readonly passphrase: string | null;
  /** Null: all snapshots stay. */
  readonly keep: Retention | null;
}
export type BackupListOptions = FromOptions;
export type BackupCheckOptions = UnlockOptions;
export interface BackupPruneOptions extends FromOptions {
  readonly keep: Retention;
  readonly dryRun: boolean;
}
export interface RestoreOptions extends UnlockOptions {
  readonly data: string;
  readonly replace: boolean;
}

/** Makes a snapshot, also while the server runs. 0: it has everything; 1: it lacks what is damaged or missing in the cloud, or it could not be made. */
export function backup({ data, to, passphrase, keep, json }: BackupOptions, io: Io): Promise<number> {
  return answering(io, to, async () => {
    const progress = told(json, io, 'Copied');
    const { made, vault } = await makeBackup({ data, to, passphrase, version: VERSION, now: Date.now, signal: io.signal, progress });
    let pruned: Pruned | null = null;
    try {
      if (keep) pruned = await pruneVault(vault, { retention: keep, dryRun: false, signal: io.signal });
    } finally {
      vault.close();
    }
    const { manifest, lacking } = made;
    if (json) print(io, JSON.stringify({ snapshot: shown(manifest), bad: lacking, ...(pruned ? { pruned } : {}) }));
    else
      print(io, snapshotWords(manifest, to), ...lackingLines(manifest.lacking, lacking), ...(pruned ? [prunedWords(pruned, false)] : []));
    return manifest.lacking === 0 ? 0 : 1;
  });
}

/** Lists the snapshots of a folder, also while one is made. */
export function backupList({ from, json }: BackupListOptions, io: Io): Promise<number> {
  return answering(io, from, async () => {
    const { head, snapshots } = await lookAtVault(from);
    if (json) print(io, JSON.stringify({ encrypted: head.sealed !== null, snapshots: snapshots.map(shown) }));
    else if (snapshots.length === 0) print(io, 'There is no finished snapshot yet.');
    else
      for (const { id, at, blobs, lacking } of snapshots)
        print(
          io,
          `${id}  ${momentWords(at)}  ${countWords(blobs.count, 'file')}, ${sizeWords(blobs.bytes)}${lacking === 0 ? '' : `  lacks ${countWords(lacking, 'file')}`}`,
        );
    return 0;
  });
}

/** Reads every byte of what is kept. 0: all is as it was; 1: something is not. */
export function backupCheck({ from, snapshot, passphrase, json }: BackupCheckOptions, io: Io): Promise<number> {
  return answering(io, from, async () => {
    const vault = await unlockVault(from, passphrase);
    try {
      const all = await vault.snapshots();
      const which = snapshot === undefined && all.length > 0 ? all : [chosen(all, snapshot, from)];
      const found = await checkBackup(vault, which, { signal: io.signal, progress: told(json, io, 'Read') });
      print(io, ...(json ? [JSON.stringify(found)] : checkedWords(found)));
      return found.ok ? 0 : 1;
    } finally {
      vault.close();
    }
  });
}

/** Drops snapshots that are not to be kept, and files that none needs. */
export function backupPrune({ from, keep, dryRun, json }: BackupPruneOptions, io: Io): Promise<number> {
  return answering(io, from, async () => {
    const vault = await openVault(from);
    try {
      const pruned = await pruneVault(vault, { retention: keep, dryRun, signal: io.signal });
      print(io, json ? JSON.stringify({ ...pruned, dryRun }) : prunedWords(pruned, dryRun));
      return 0;
    } finally {
      vault.close();
    }
  });
}

/** Puts a data folder back. 0: every byte is as it was; 1: some files are not there, which devices are asked for, or it could not be done. */
export function restore({ json, ...options }: RestoreOptions, io: Io): Promise<number> {
  return answering(io, options.data, async () => {
    const done = await restoreBackup({ ...options, now: Date.now, signal: io.signal, progress: told(json, io, 'Brought') });
    const { manifest, replaced, since, blobs, lacking, bad, accounts } = done;
    if (json)
      print(io, JSON.stringify({ snapshot: shown(manifest), data: options.data, replaced, since, ...blobs, lacking, bad, accounts }));
    else print(io, ...restoredWords(done, options.data));
    return lacking === 0 ? 0 : 1;
  });
}

/** What scripts see of a snapshot. */
function shown({ id, at, finishedAt, version, blobs, added, lacking }: Awaited<ReturnType<typeof makeBackup>>['made']['manifest']): object {
  return { id, at, finishedAt, version, ...blobs, added, lacking };
}

function told(json: boolean, io: Io, verb: string): Progress {
  return json ? SILENT : progressLines(io.stderr, verb, Date.now);
}

function print(io: Io, ...lines: readonly string[]): void {
  for (const line of lines) io.stdout.write(`${line}\n`);
}

async function answering(io: Io, where: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const [code, words] = troubleOf(error, where);
    io.stderr.write(`rollcall: ${words}\n`);
    return code;
  }
}

function troubleOf(error: unknown, where: string): [code: number, words: string] {
  if (error instanceof BackupTrouble) return [error.code, error.message];
  if (error instanceof BackupStopped) return [1, 'Stopped before all was done. What is done stays; give the same command again to go on.'];
  if (error instanceof NewerSchema) return [3, error.message];
  if (isDiskFull(error)) return [3, `The disk with ${where} is full. Make room on it, and give the same command again: it goes on.`];
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(codeOf(error)))
    return [3, `There is no right to do that at ${where}: ${String(error)}`];
  return [1, `That could not be done: ${error instanceof Error ? error.message : String(error)}`];
}
