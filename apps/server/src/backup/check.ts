import BetterSqlite from 'better-sqlite3';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { present } from '../bytes/file-error.ts';
import type { Manifest } from './format.ts';
import { LISTED } from './copy-blobs.ts';
import type { Progress } from './progress.ts';
import { readNames } from './prune.ts';
import { bytesOf, eachOf, Sum, untilBroken, type Bytes } from './streams.ts';
import { BackupTrouble, unlessStopped } from './trouble.ts';
import type { Unlocked } from './vault.ts';

const WIDTH = 4;

export interface CheckedBackup {
  readonly ok: boolean;
  readonly snapshots: readonly string[];
  /** What was read, each file once for all snapshots. */
  readonly files: { readonly count: number; readonly bytes: number };
  /** Files that are not as they were kept; `bad` lists at most `LISTED` of them. */
  readonly damaged: number;
  readonly bad: readonly { readonly name: string; readonly why: 'damaged' | 'missing' }[];
}

/**
 * Reads every byte of snapshots, unseals and hashes it. A file of a photo that is damaged is set aside (into `damaged/`), so that the next backup brings it
 * anew from the cloud.
 */
export async function checkBackup(
  vault: Unlocked,
  snapshots: readonly Manifest[],
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<CheckedBackup> {
  const bad: { name: string; why: 'damaged' | 'missing' }[] = [];
  const files = { count: 0, bytes: 0 };
  let damaged = 0;
  const note = (name: string, why: 'damaged' | 'missing' | 'sound'): void => {
    files.count += 1;
    if (why === 'sound') return;
    damaged += 1;
    if (bad.length < LISTED) bad.push({ name, why });
  };
  for (const snapshot of snapshots)
    for (const [name, sum] of Object.entries(snapshot.files)) {
      unlessStopped(signal);
      files.bytes += sum.bytes;
      note(
        join(snapshot.id, name),
        await stateOf(vault, await readOf(join(vault.folder(snapshot.id), name)), (hash) => hash === sum.sha256),
      );
    }
  const names = new BetterSqlite('');
  try {
    await readNames(vault, snapshots, names);
    const { count, bytes } = names.prepare('SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM names').get() as typeof files;
    progress.of(count, bytes);
    await eachOf(eachName(names), WIDTH, async ({ name, size }) => {
      unlessStopped(signal);
      const state = await stateOf(vault, await vault.shelf.read(name), (hash) => vault.seal.nameOf(hash) === name);
      if (state === 'damaged') await vault.shelf.setAside(name, join(vault.root, 'damaged'));
      files.bytes += size;
      note(name, state);
      progress.did(size);
    });
  } finally {
    names.close();
  }
  return { ok: damaged === 0, snapshots: snapshots.map(({ id }) => id), files, damaged, bad };
}

async function readOf(path: string): Promise<Bytes | null> {
  const handle = await present(open(path, 'r'));
  return handle && bytesOf(handle);
}

/** @param isSound whether bytes with this SHA-256 are those that were kept */
async function stateOf(
  { seal }: Unlocked,
  kept: Bytes | null,
  isSound: (hash: string) => boolean,
): Promise<'sound' | 'damaged' | 'missing'> {
  if (!kept) return 'missing';
  const opened = untilBroken(() => seal.open(kept));
  await new Sum().all(opened.bytes);
  const hash = opened.sum();
  return hash !== null && isSound(hash) ? 'sound' : 'damaged';
}

function* eachName(names: BetterSqlite.Database): Generator<{ name: string; size: number }> {
  const next = names.prepare<[string], { name: string; size: number }>(
    'SELECT name, size FROM names WHERE name > ? ORDER BY name LIMIT 1000',
  );
  for (let step = next.all(''); step.length > 0; step = next.all(step.at(-1)?.name as string)) yield* step;
}

/** The snapshot that is meant; absent: the newest. Throws `BackupTrouble`. */
export function chosen(snapshots: readonly Manifest[], id: string | undefined, root: string): Manifest {
  const found = id === undefined ? snapshots.at(-1) : snapshots.find((each) => each.id === id);
  if (found) return found;
  throw new BackupTrouble(
    3,
    id === undefined ? `There is no finished snapshot in ${root}.` : `There is no snapshot ${id} in ${root}. See: rollcall backup list.`,
  );
}
