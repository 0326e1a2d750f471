import { sidecarRole } from '@rollcall/core';
import { say } from '@rollcall/protocol';
import type { PickedPhotos, Picking } from './picks.ts';
import type { Pipeline, SourceFile, UploadPorts } from './pipeline.ts';
import type { FileState } from './state.ts';

const NO_PHOTO = say('Left out: not a photo or video (data file)');
const OF_NONE = say('Left out: it holds data of a photo, and none of that name was chosen with it');
const OF_SEVERAL = say('Left out: it holds data of a photo, and several were chosen with it that it could go with');

/** The way of a file that lies beside photos, by its name. Rejects when it broke on the way, or is stopped. */
type BesideWay<F> = (
  id: number,
  file: F,
  chosen: { readonly pick: Picking<F>; readonly photos: PickedPhotos },
  signal: AbortSignal,
) => Promise<FileState>;

/** @param openTurn has its turn among the files that are read; it takes none while it waits for its photo */
export function createBeside<F extends SourceFile>(
  ports: Pick<UploadPorts<F>, 'isSidecar'>,
  pipeline: Pick<Pipeline<F>, 'sidecar'>,
  openTurn: (work: () => Promise<FileState>) => Promise<FileState>,
): BesideWay<F> {
  return async (id, file, { pick, photos }, signal) => {
    const path = pick.pathOf(file);
    const role = sidecarRole(path);
    if (role === null || !(await ports.isSidecar(file))) return { state: 'excluded', words: NO_PHOTO };
    await pick.whole;
    const found = await photos.beside(path);
    signal.throwIfAborted();
    switch (found.is) {
      case 'with':
        return openTurn(() => pipeline.sidecar(id, file, { assetId: found.assetId, role }, signal));
      case 'none':
        return { state: 'excluded', words: OF_NONE };
      case 'several':
        return { state: 'excluded', words: OF_SEVERAL };
      case 'not-uploaded':
        return { state: 'failed', words: say('Its photo is not uploaded yet.') };
      default:
        return found satisfies never;
    }
  };
}
