import { calledLine, keptWith, safeToDelete, type Called, type FoundThere } from '@rollcall/core';
import { planted } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { stampOfStats, walk } from './folder.ts';
import { diskFailure, type Work } from './work.ts';

/** A roll call at this moment: every file here is hashed again, and the cloud hashes what it has of them. The paths, if all is safe there. */
export function* callRoll(work: Work, upToDate: () => boolean): Routine<readonly string[] | null> {
  const { store } = work;
  const madeAt = work.now();
  const files = store.files().filter(({ missingSince }) => missingSince === null);
  const items: Called[] = [];
  const stamps = new Map<string, string>();
  for (const file of files) {
    yield 1;
    const stats = work.disk().stat(file.path);
    const found = planted('stale-safe') ? file.hash : readable(work, file.path);
    if (stats) stamps.set(file.path, stampOfStats(stats));
    const remote = file.assetId === null ? keptWith(store, file) : store.remote(file.assetId);
    const line = found === null ? null : (calledLine(file, remote, found)?.line ?? null);
    items.push({ path: file.path, line, why: line === null ? 'its bytes are not in the cloud' : '' });
  }
  const lines = items.flatMap(({ line }) => line ?? []);
  const answer = yield* work.call({ route: 'roll-call', lines, proves: true });
  const there = answer.is === 'answer' ? (answer.response.json as { found: readonly FoundThere[] }).found : [];
  const { server, folder } = work.conditions();
  const safety = safeToDelete({
    call: { items, there },
    madeAt,
    now: work.now(),
    upToDate: upToDate(),
    obstructed: server.length > 0 || folder.length > 0,
    changed: planted('stale-safe') ? 0 : changedSince(work, stamps),
    leftOut: files.filter((file) => file.excluded !== null && keptWith(store, file) === null).length,
  });
  return safety.safe ? items.map(({ path }) => path) : null;
}

/** The hash of what lies there; null: it cannot be read. */
function readable(work: Work, path: string): string | null {
  try {
    return work.disk().read(path).hash;
  } catch (error) {
    diskFailure(error, 'read');
    return null;
  }
}

/** How many files are not as they were when they were hashed, or were not hashed at all. */
function changedSince(work: Work, stamps: ReadonlyMap<string, string>): number {
  const { files } = walk(work.disk(), ['']);
  const now = new Map(files.filter(({ excluded }) => excluded === null).map(({ path, stamp }) => [path, stamp]));
  const unlike = [...stamps].filter(([path, stamp]) => now.get(path) !== stamp);
  return unlike.length + [...now.keys()].filter((path) => !stamps.has(path)).length;
}
