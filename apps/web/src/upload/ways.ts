import { sidecarRole } from '@rollcall/core';
import type { AssetKind } from '@rollcall/protocol';
import { createBeside } from './beside.ts';
import { PickedPhotos, type PhotoEnd, type PickedPhoto, type Picking } from './picks.ts';
import { createPipeline, type Chosen, type SourceFile, type UploadPorts } from './pipeline.ts';
import type { FileState } from './state.ts';
import { createTurns } from './turns.ts';

/** A file that may be a photo, or one that lies beside photos, by its name. */
export type Source<F> = { readonly chosen: Chosen<F>; readonly pick: Picking<F> } & (
  | { readonly is: 'photo'; readonly photo: PickedPhoto }
  | { readonly is: 'beside' }
);

interface Ways<F> {
  /** A file that was chosen; it begins when all are taken that were chosen with it. */
  readonly take: (file: F, pick: Picking<F>) => Source<F>;
  readonly begin: (id: number, source: Source<F>, signal: AbortSignal) => void;
}

/** Files read ahead of those that are sent. */
const AHEAD = 24;
/** Then it waits for the person. Each try has patience of its own while it sends. */
const TRIES = 4;
/** While nobody answers it is tried again this often, in milliseconds; at once when the link is back. */
const WAIT_FOR_ANSWER = 10_000;

/** The ways of photos, and of what lies beside them, each with its tries. */
export function createWays<F extends SourceFile>(ports: UploadPorts<F>, set: (id: number, progress: FileState) => void): Ways<F> {
  const picks = new WeakMap<Picking<F>, PickedPhotos>();
  const openTurn = createTurns(AHEAD);
  const pipeline = createPipeline(ports, set);
  const beside = createBeside(ports, pipeline, openTurn);

  const photosOf = (pick: Picking<F>): PickedPhotos => {
    const known = picks.get(pick) ?? new PickedPhotos();
    picks.set(pick, known);
    return known;
  };

  const tries = async (id: number, work: () => Promise<FileState>, signal: AbortSignal): Promise<FileState> => {
    for (let tried = 1; ;) {
      try {
        signal.throwIfAborted();
        return await work();
      } catch (error) {
        if (signal.aborted) return { state: 'stopped' };
        const { words, final, passes } = ports.tellFailure(error);
        if (passes) {
          set(id, { state: 'no-answer', words });
          await ports.pause(WAIT_FOR_ANSWER, signal).catch(() => undefined);
          continue;
        }
        if (final || tried >= TRIES) return { state: 'failed', words };
        set(id, { state: 'pausing', words });
        await ports.pause(1000 * 2 ** (tried - 1), signal).catch(() => undefined);
        tried += 1;
      }
    }
  };

  const sendPhoto = async (id: number, chosen: Chosen<F>, photo: PickedPhoto, signal: AbortSignal): Promise<void> => {
    let kind: AssetKind = 'photo';
    const isMedia = (known: AssetKind): void => {
      kind = known;
    };
    const state = await tries(id, () => pipeline.photo(id, chosen, signal, isMedia), signal);
    set(id, state);
    photo.end(endOf(chosen.assetId, kind, state));
  };

  return {
    take: (file, pick) => {
      const path = pick.pathOf(file);
      // Begun before, it goes on as what it was.
      const chosen = { file, assetId: ports.notes.find(file, path)?.assetId ?? ports.newId() };
      return sidecarRole(path) === null ? { is: 'photo', chosen, pick, photo: photosOf(pick).add(path) } : { is: 'beside', chosen, pick };
    },
    begin: (id, source, signal) => {
      const { chosen, pick } = source;
      if (source.is === 'photo') void openTurn(() => sendPhoto(id, chosen, source.photo, signal));
      // It waits for its photo, and no turn waits for it.
      else void tries(id, () => beside(id, chosen.file, { pick, photos: photosOf(pick) }, signal), signal).then((state) => set(id, state));
    },
  };
}

function endOf(minted: string, kind: AssetKind, progress: FileState): PhotoEnd {
  switch (progress.state) {
    case 'done':
      return { assetId: progress.assetId, kind };
    case 'duplicate':
      return { assetId: progress.assetId ?? minted, kind };
    case 'excluded':
      return 'no-photo';
    default:
      return 'not-uploaded';
  }
}
