import { keptSnapshots, type Retention } from '@rollcall/core';
import BetterSqlite from 'better-sqlite3';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { present } from '../bytes/file-error.ts';
import type { Manifest } from './format.ts';
import { namesIn } from './named.ts';
import { Sum } from './streams.ts';
import { BackupTrouble, unlessStopped } from './trouble.ts';
import type { Vault } from './vault.ts';

export interface Pruned {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
  /** Files that no snapshot names any more; bytes as they are on the disk. */
  readonly files: { readonly count: number; readonly bytes: number };
}

interface Pruning {
  readonly retention: Retention;
  /** Only says what would go. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

/**
 * Drops the snapshots that a retention does not keep, and then the files that no snapshot names. A snapshot goes before its files: wherever this is
 * interrupted, each that is still there has all of its files. Throws `BackupTrouble` where a list of names cannot be trusted, or while a
 * backup that was interrupted waits to be made to its end: what it has copied is named by nothing yet.
 */
export async function prune(vault: Vault, { retention, dryRun, signal }: Pruning): Promise<Pruned> {
  if ((await vault.unfinishedOnes()).length > 0)
    throw new BackupTrouble(3, `A backup into ${vault.root} was interrupted. Make it to its end first: rollcall backup.`);
  const snapshots = await vault.snapshots();
  const kept = keptSnapshots(
    snapshots.map(({ id, at, lacking }) => ({ id, at, whole: lacking === 0 })),
    retention,
  );
  const [stays, goes] = [snapshots.filter(({ id }) => kept.has(id)), snapshots.filter(({ id }) => !kept.has(id))];
  const names = new BetterSqlite('');
  try {
    await readNames(vault, stays, names);
    if (!dryRun)
      for (const { id } of goes) {
        unlessStopped(signal);
        await drop(vault, id);
      }
    const files = await dropUnnamed(vault, names, { dryRun, signal });
    return { kept: stays.map(({ id }) => id), dropped: goes.map(({ id }) => id), files };
  } finally {
    names.close();
  }
}

/** The names of all snapshots that stay, in a table that may be larger than memory. */
export async function readNames(vault: Vault, snapshots: readonly Manifest[], into: BetterSqlite.Database): Promise<void> {
  into.exec('CREATE TABLE names (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID');
  const add = into.prepare('INSERT OR IGNORE INTO names (name, size) VALUES (?, ?)');
  for (const { id, names } of snapshots) {
    const file = vault.namesFile(id);
    const sum = await new Sum().all(createReadStream(file) as AsyncIterable<Uint8Array>).catch(() => null);
    if (sum?.hash() !== names.sha256)
      throw new BackupTrouble(
        1,
        `${file} is damaged, so nobody can say which files this snapshot needs: nothing is deleted. Move the folder ${vault.folder(id)} away to go on without it.`,
      );
    into.exec('BEGIN');
    for await (const { name, size } of namesIn(file)) add.run(name, size);
    into.exec('COMMIT');
  }
}

/** First it is no snapshot any more, then it goes. */
async function drop(vault: Vault, id: string): Promise<void> {
  await vault.disk.folder(join(vault.root, 'dropped'));
  await vault.disk.move(vault.folder(id), join(vault.root, 'dropped', id));
}

async function dropUnnamed(
  vault: Vault,
  names: BetterSqlite.Database,
  { dryRun, signal }: Pick<Pruning, 'dryRun' | 'signal'>,
): Promise<Pruned['files']> {
  const named = names.prepare<[string]>('SELECT 1 FROM names WHERE name = ?');
  const files = { count: 0, bytes: 0 };
  if (!dryRun) await rm(join(vault.root, 'dropped'), { recursive: true, force: true });
  for await (const { name, size } of vault.shelf.list()) {
    unlessStopped(signal);
    if (named.get(name) !== undefined) continue;
    files.count += 1;
    files.bytes += size;
    if (!dryRun) await vault.shelf.remove(name);
  }
  // What a check has set aside goes when the bytes are there again, or nothing names them.
  if (!dryRun)
    for (const name of (await present(readdir(join(vault.root, 'damaged')))) ?? [])
      if (named.get(name) === undefined || (await vault.shelf.has(name))) await rm(join(vault.root, 'damaged', name), { force: true });
  return files;
}
