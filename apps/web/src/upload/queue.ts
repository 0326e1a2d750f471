import { inOrderOfRoom } from '@rollcall/core';
import { LIMITS, say } from '@rollcall/protocol';
import type { Picking } from './picks.ts';
import type { SourceFile, UploadPorts } from './pipeline.ts';
import { outcomeOf, type FileState, type UploadFile } from './state.ts';
import type { Unfinished } from './unfinished.ts';
import { createWays, type Source } from './ways.ts';

export interface UploadQueue<F extends SourceFile> {
  readonly files: () => ReadonlyMap<number, UploadFile>;
  /** @param pick of which they are files; absent: they are all of it, by their names */
  readonly add: (files: readonly F[], pick?: Picking<F>) => void;
  /** Tries everything again that was not uploaded. */
  readonly retry: () => void;
  /** So many bytes are free in the cloud: what waits for room and fits goes on, the smallest first. */
  readonly roomIs: (free: number) => void;
  readonly stop: () => void;
  /** Forgets what is finished; what needs the person stays. */
  readonly clear: () => void;
  /** Ends everything and keeps nothing: another person may use this browser next. */
  readonly forget: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createUploadQueue<F extends SourceFile>(ports: UploadPorts<F>): UploadQueue<F> {
  const files = new Map<number, UploadFile>();
  const sources = new Map<number, Source<F>>();
  const listeners = new Set<() => void>();
  let abort = new AbortController();
  let nextId = 1;

  const set = (id: number, progress: FileState): void => {
    const file = files.get(id);
    if (!file) return;
    files.set(id, { ...file, progress });
    const source = sources.get(id);
    const outcome = outcomeOf(progress);
    if (source && outcome !== 'working' && outcome !== 'needs-you') ports.notes.end([source.chosen.assetId]);
    for (const listener of listeners) listener();
  };

  const ways = createWays(ports, set);

  const begin = (id: number): void => {
    const source = sources.get(id);
    if (source) ways.begin(id, source, abort.signal);
  };

  /** First all wait again, so that nobody takes for ended what is only to be tried anew. */
  const again = (ids: readonly number[]): void => {
    for (const id of ids) {
      const source = sources.get(id);
      if (source?.is === 'photo') source.photo.begin();
      set(id, { state: 'waiting' });
    }
    ids.forEach(begin);
  };

  return {
    files: () => files,
    add: (added, pick = { pathOf: ({ name }) => name, whole: Promise.resolve() }) => {
      const ids: number[] = [];
      for (const file of added) {
        const id = nextId++;
        const left = leftOut(file);
        if (left !== null) {
          files.set(id, { id, name: file.name, size: file.size, progress: { state: 'excluded', words: left } });
          continue;
        }
        sources.set(id, ways.take(file, pick));
        files.set(id, { id, name: file.name, size: file.size, progress: { state: 'waiting' } });
        ids.push(id);
      }
      ports.notes.note(ids.map((id) => notedOf(sources.get(id)!)));
      ids.forEach(begin);
      for (const listener of listeners) listener();
    },
    retry: () => {
      if (abort.signal.aborted) abort = new AbortController();
      again([...files.values()].flatMap(({ id, progress }) => (outcomeOf(progress) === 'needs-you' ? [id] : [])));
    },
    roomIs: (free) => {
      const fits = whatFits(files.values(), free);
      // What lies beside them waited for them.
      const beside = [...files.values()].filter(({ id, progress }) => progress.state === 'failed' && sources.get(id)?.is === 'beside');
      if (fits.length > 0) again([...fits, ...beside.map(({ id }) => id)]);
    },
    stop: () => {
      abort.abort();
      abort = new AbortController();
    },
    clear: () => {
      for (const { id, progress } of files.values()) {
        const outcome = outcomeOf(progress);
        if (outcome === 'working') continue;
        const source = sources.get(id);
        if (source) ports.notes.end([source.chosen.assetId]);
        files.delete(id);
        sources.delete(id);
      }
      for (const listener of listeners) listener();
    },
    forget: () => {
      abort.abort();
      abort = new AbortController();
      files.clear();
      sources.clear();
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function notedOf<F extends SourceFile>({ chosen: { file, assetId }, pick }: Source<F>): Unfinished {
  const { name, size, lastModified } = file;
  return {
    assetId,
    name,
    size,
    modified: lastModified,
    path: pick.pathOf(file),
    ...(pick.folder === undefined ? {} : { folder: pick.folder }),
  };
}

function leftOut(file: SourceFile): string | null {
  if (file.name.startsWith('.')) return say('Left out: a hidden file');
  if (file.size > LIMITS.fileSize) return say('Left out: larger than a file can be here');
  return null;
}

/** Of what found no room, what fits into it now, the smallest first. */
function whatFits(files: Iterable<UploadFile>, free: number): number[] {
  let left = free;
  const waiting = [...files].filter(({ progress }) => progress.state === 'full');
  return inOrderOfRoom(waiting, free).flatMap(({ id, size }) => {
    left -= size;
    return left >= 0 ? [id] : [];
  });
}
