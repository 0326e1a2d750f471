import { inOrderOfRoom } from '@rollcall/core';
import { LIMITS } from '@rollcall/protocol';
import { createPipeline, type Chosen, type SourceFile, type UploadPorts } from './pipeline.ts';
import { outcomeOf, type FileState, type UploadFile } from './state.ts';
import { createTurns } from './turns.ts';

export interface UploadQueue<F extends SourceFile> {
  readonly files: () => ReadonlyMap<number, UploadFile>;
  readonly add: (files: readonly F[]) => void;
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

/** Files read ahead of those that are sent. */
const AHEAD = 24;
/** Then it waits for the person. Each try has patience of its own while it sends. */
const TRIES = 4;

export function createUploadQueue<F extends SourceFile>(ports: UploadPorts<F>): UploadQueue<F> {
  const files = new Map<number, UploadFile>();
  const sources = new Map<number, Chosen<F>>();
  const listeners = new Set<() => void>();
  const openTurn = createTurns(AHEAD);
  let abort = new AbortController();
  let nextId = 1;

  const set = (id: number, progress: FileState): void => {
    const file = files.get(id);
    if (!file) return;
    files.set(id, { ...file, progress });
    for (const listener of listeners) listener();
  };

  const upload = createPipeline(ports, set);

  const run = async (id: number, signal: AbortSignal): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        signal.throwIfAborted();
        const chosen = sources.get(id);
        if (!chosen) return;
        return set(id, await upload(id, chosen, signal));
      } catch (error) {
        if (signal.aborted) return set(id, { state: 'stopped' });
        const { words, final } = ports.tellFailure(error);
        if (final || tries >= TRIES) return set(id, { state: 'failed', words });
        set(id, { state: 'pausing', words });
        await ports.pause(1000 * 2 ** (tries - 1), signal).catch(() => undefined);
      }
    }
  };

  const begin = (id: number): void => {
    const { signal } = abort;
    void openTurn(() => run(id, signal));
  };
  const again = (id: number): void => {
    set(id, { state: 'waiting' });
    begin(id);
  };

  return {
    files: () => files,
    add: (added) => {
      for (const file of added) {
        const id = nextId++;
        const left = leftOut(file);
        if (left !== null) {
          files.set(id, { id, name: file.name, size: file.size, progress: { state: 'excluded', words: left } });
          continue;
        }
        sources.set(id, { file, assetId: ports.newId() });
        files.set(id, { id, name: file.name, size: file.size, progress: { state: 'waiting' } });
        begin(id);
      }
      for (const listener of listeners) listener();
    },
    retry: () => {
      if (abort.signal.aborted) abort = new AbortController();
      for (const { id, progress } of files.values()) {
        if (outcomeOf(progress) !== 'needs-you') continue;
        again(id);
      }
    },
    roomIs: (free) => whatFits(files.values(), free).forEach(again),
    stop: () => {
      abort.abort();
      abort = new AbortController();
    },
    clear: () => {
      for (const { id, progress } of files.values()) {
        const outcome = outcomeOf(progress);
        if (outcome === 'working') continue;
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

function leftOut(file: SourceFile): string | null {
  if (file.name.startsWith('.')) return 'Left out: a hidden file';
  if (file.size > LIMITS.fileSize) return 'Left out: larger than a file can be here';
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
