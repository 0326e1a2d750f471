import {
  endRemoving,
  EXACT_NAMES,
  isRemoving,
  judgeRenaming,
  mayGo,
  noteDropped,
  noteForeignBytes,
  noteRemoved,
  noteRemoving,
  noteRenamed,
  originalBeside,
  type LocalFile,
} from '@rollcall/core';
import { planted } from '@rollcall/protocol';
import { DiskError, parentOf } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';
import { moveExclusively } from './fetching.ts';
import { folderOf, freePath, refuseElsewhere, stampOfStats, statsOf } from './folder.ts';
import { isSoundThere } from './vouch.ts';
import { claiming, diskFailure, settle, synced, troubleFile, type Work } from './work.ts';

/** The photo was deleted elsewhere: its file goes, unless its bytes are not those that were agreed on. */
export function* removeFile(work: Work, file: LocalFile, assetId: string): Routine {
  try {
    if (yield* waits(work, file)) return;
    refuseElsewhere(work.disk(), file.path);
    const there = work.disk().stat(file.path);
    if (there !== null) work.disk().read(file.path);
    // Not there, for the whole folder is not: nothing is known of the file.
    if (there === null && !work.ready())
      return yield* troubleFile(work, file, { code: 'file-changing', evidence: {}, pause: 'keep-trying' });
    if (there !== null && !mayGo(file, there.bytes.hash, 'removed')) {
      yield* settle(work, () => noteForeignBytes(work.store, file.key, stampOfStats(there)));
      return;
    }
    let folder: string | undefined;
    if (there !== null) {
      if (!(yield* isSoundThere(work, file, null))) return;
      // It was restored elsewhere while the cloud was asked.
      if (work.store.remote(assetId)?.asset.state === 'live' || (yield* waits(work, file))) return;
      yield* settle(work, () => noteRemoving(work.store, file, assetId));
      yield* synced(work);
      // Once more, now: its person may have changed it meanwhile.
      const current = work.disk().stat(file.path);
      if (!isRemoving(work.store, file)) return;
      if (!work.ready() || current === null || stampOfStats(current) !== stampOfStats(there)) {
        yield* settle(work, () => {
          endRemoving(work.store, file);
          work.store.patchFile(file.key, { hash: null });
        });
        return;
      }
      work.touching({ does: 'remove', path: file.path, why: 'deleted elsewhere' });
      work.disk().remove(file.path);
      // Off the disk before its row goes: what a loss of power brought back would be a new photo.
      if (!planted('removal-not-synced')) folder = parentOf(file.path);
    }
    work.touch(yield* settle(work, () => noteRemoved(work.store, file, assetId, work.now()), folder));
  } catch (error) {
    yield* troubleFile(work, file, diskFailure(error, 'write to'));
  }
}

/** The photo was renamed elsewhere: its file gets the name, in the folder where it is. */
export function* renameFile(work: Work, file: LocalFile, assetId: string, name: string): Routine {
  try {
    yield* renaming(work, file, assetId, name);
  } catch (error) {
    yield* troubleFile(work, file, diskFailure(error, 'write to'));
  }
}

function* renaming(work: Work, file: LocalFile, assetId: string, name: string): Routine {
  const { store } = work;
  if (yield* waits(work, file)) return;
  refuseElsewhere(work.disk(), file.path);
  const judged = judgeRenaming(file, name, work.conditions().names ?? EXACT_NAMES);
  if (!judged.renames) {
    yield* settle(work, () => store.patchFile(file.key, { wantedName: name }));
    return;
  }
  const { folder, form, respelled } = judged;
  const disk = work.disk();
  const own = folderOf(disk, () => undefined);
  // The agent ended in the middle of this rename before: the file has both names.
  const begun = store.placings(assetId).find((placing) => own.isSameFile(file.path, placing.path));
  const isFree = (free: string): boolean => !work.claimed.has(free) && store.fileAt(free) === null;
  const path = begun?.path ?? (respelled ? judged.path : freePath(disk, folder, name, isFree, form));
  yield* claiming(work, new Set([path]), function* () {
    yield* settle(work, () => store.setPlacing({ path, assetId, hash: file.hash ?? '', wantedName: name }));
    yield* synced(work);
    if (begun) work.disk().remove(file.path);
    else if (respelled) work.disk().rename(file.path, path);
    else yield* moveExclusively(work, file.path, path);
    const stats = work.disk().stat(path);
    if (stats === null) throw new DiskError('ENOENT', path);
    work.touch(yield* settle(work, () => noteRenamed(store, file, path, name, statsOf(stats)), parentOf(path)));
  });
}

/** The original lies beside its compressed version, which goes, as long as both are what they were read as. */
export function* dropStandIn(work: Work, file: LocalFile, assetId: string): Routine {
  try {
    if (yield* waits(work, file)) return;
    refuseElsewhere(work.disk(), file.path);
    const original = file.standIn == null ? undefined : originalBeside(work.store, file, file.standIn);
    const there = work.disk().stat(file.path);
    if (there === null) throw new DiskError('ENOENT', file.path);
    work.disk().read(file.path);
    if (!mayGo(file, there.bytes.hash, 'removed')) {
      yield* settle(work, () => noteForeignBytes(work.store, file.key, stampOfStats(there)));
      return;
    }
    const whole = original && work.disk().stat(original.path);
    // A look finds what became of the original; until then its compressed version is all that is known to be here.
    if (!whole || stampOfStats(whole) !== original.stamp)
      return yield* troubleFile(work, file, { code: 'file-changing', evidence: {}, pause: 'keep-trying' });
    work.touching({ does: 'remove', path: file.path, why: 'its original is here' });
    work.disk().remove(file.path);
    work.touch(yield* settle(work, () => noteDropped(work.store, file, assetId), parentOf(file.path)));
  } catch (error) {
    yield* troubleFile(work, file, diskFailure(error, 'write to'));
  }
}

/** True: this device is just writing there, which tells what came of it; the file is looked at again afterwards. */
function* waits(work: Work, file: LocalFile): Routine<boolean> {
  if (!work.claimed.has(file.path)) return false;
  yield* troubleFile(work, file, { code: 'file-changing', evidence: {}, pause: 'keep-trying' });
  return true;
}
