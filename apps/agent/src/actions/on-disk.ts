import { lstatSync, renameSync, unlinkSync } from 'node:fs';
import { lstat, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  stampOf,
  type LocalFile,
} from '@rollcall/core';
import { message } from '@rollcall/protocol';
import { pauseOf, writeTrouble } from '../work/write-trouble.ts';
import { claiming, troubleFile, type Work } from '../work/work.ts';
import { folderState } from '../folder/marker.ts';
import { exists, freePath, isSameFile, moveExclusively, refuseElsewhere } from '../folder/place.ts';
import { hashFile } from '../folder/read.ts';
import { isGone } from '../folder/entry.ts';
import { isOfState } from '../state-trouble.ts';
import { isSoundThere } from './vouch.ts';

/** The photo was deleted elsewhere: its file goes, unless its bytes are not those that were agreed on, or the cloud has not got them sound. */
export async function removeFile(work: Work, file: LocalFile, assetId: string): Promise<void> {
  const path = join(work.root, file.path);
  try {
    if (await waits(work, file)) return;
    refuseElsewhere(work.root, file.path);
    const there = await hashFile(path).catch((error: unknown) => {
      if (isGone(error)) return null;
      throw error;
    });
    // Not there, for the whole folder is not: nothing is known of the file.
    if (there === null && folderState(work.root, work.identity.deviceId).state !== 'ready')
      return await troubleFile(work, file, 'file-changing', {}, 'keep-trying');
    if (there !== null && !mayGo(file, there.hash, 'removed')) {
      await work.settlement.settle(() => noteForeignBytes(work.store, file.key, there.stampAfter));
      return;
    }
    if (there !== null) {
      if (!(await isSoundThere(work, file, null))) return;
      // It was restored elsewhere while the cloud was asked.
      if (work.store.remote(assetId)?.asset.state === 'live' || (await waits(work, file))) return;
      await work.settlement.settle(() => noteRemoving(work.store, file, assetId));
      await work.store.synced();
      // It was restored elsewhere in these last moments.
      if (!isRemoving(work.store, file)) return;
      // What a person wrote in these last moments is looked at first.
      if (stampOf(lstatSync(path, { bigint: true })) !== there.stampAfter) {
        await work.settlement.settle(() => {
          endRemoving(work.store, file);
          work.store.patchFile(file.key, { hash: null });
        });
        return;
      }
      unlinkSync(path);
    }
    // Off the disk before its row goes: what a loss of power brought back would be a new photo.
    const touched = await work.settlement.settle(
      () => noteRemoved(work.store, file, assetId, work.now()),
      there === null ? undefined : dirname(path),
    );
    await tidy(work.root, dirname(file.path));
    work.touch(touched);
  } catch (error) {
    await note(work, file, error);
  }
}

/** The photo was renamed elsewhere: its file gets the name, in the folder where it is. */
export async function renameFile(work: Work, file: LocalFile, assetId: string, name: string): Promise<void> {
  try {
    if (await waits(work, file)) return;
    refuseElsewhere(work.root, file.path);
    const renaming = judgeRenaming(file, name, work.conditions().names ?? EXACT_NAMES);
    if (!renaming.renames) {
      await work.settlement.settle(() => work.store.patchFile(file.key, { wantedName: name }));
      return;
    }
    const { folder, form, respelled } = renaming;
    // The agent ended in the middle of this rename before: the file has both names.
    const begun = work.store.placings(assetId).find((placing) => isSameFile(join(work.root, file.path), join(work.root, placing.path)));
    const path =
      begun?.path ??
      (respelled
        ? renaming.path
        : freePath(work.root, folder, name, (free) => !work.claimed.has(free) && work.store.fileAt(free) === null, form));
    await claiming(work, new Set([path]), async () => {
      await work.settlement.settle(() => work.store.setPlacing({ path, assetId, hash: file.hash ?? '', wantedName: name }));
      await work.store.synced();
      if (begun) await unlink(join(work.root, file.path));
      // Only its spelling changes: it is the same file, and nothing else can be there.
      else if (respelled) renameSync(join(work.root, file.path), join(work.root, path));
      else moveExclusively(join(work.root, file.path), join(work.root, path));
      const stats = await lstat(join(work.root, path), { bigint: true });
      work.touch(await work.settlement.settle(() => noteRenamed(work.store, file, path, name, stats), join(work.root, folder)));
    });
  } catch (error) {
    await note(work, file, error);
  }
}

/** The original lies beside its compressed version, which goes, as long as both are what they were read as. */
export async function dropStandIn(work: Work, file: LocalFile, assetId: string): Promise<void> {
  const path = join(work.root, file.path);
  try {
    if (await waits(work, file)) return;
    refuseElsewhere(work.root, file.path);
    const original = file.standIn == null ? undefined : originalBeside(work.store, file, file.standIn);
    const there = await hashFile(path);
    if (!mayGo(file, there.hash, 'removed') || !isAsSeen(work, file.path, there.stampAfter)) {
      await work.settlement.settle(() => noteForeignBytes(work.store, file.key, there.stampAfter));
      return;
    }
    // A look finds what became of the original; until then its compressed version is all that is known to be here.
    if (!original || !isAsSeen(work, original.path, original.stamp))
      return await troubleFile(work, file, 'file-changing', {}, 'keep-trying');
    unlinkSync(path);
    work.touch(await work.settlement.settle(() => noteDropped(work.store, file, assetId), dirname(path)));
  } catch (error) {
    await note(work, file, error);
  }
}

/** True: this device is just writing there, which tells what came of it; the file is looked at again afterwards. */
async function waits(work: Work, file: LocalFile): Promise<boolean> {
  if (!work.claimed.has(file.path)) return false;
  await troubleFile(work, file, 'file-changing', {}, 'keep-trying');
  return true;
}

function isAsSeen({ root }: Work, path: string, stamp: string): boolean {
  const full = join(root, path);
  return exists(full) && stampOf(lstatSync(full, { bigint: true })) === stamp;
}

async function note(work: Work, file: LocalFile, error: unknown): Promise<void> {
  if (isOfState(error)) throw error;
  // The next look will say where it went.
  if (isGone(error)) return troubleFile(work, file, 'file-changing', {}, 'keep-trying');
  const [code, evidence] = writeTrouble(error, file.path) ?? [
    'permission-missing',
    { needed: message('change'), error: (error as Error).message },
  ];
  await troubleFile(work, file, code, { path: file.path, ...evidence }, pauseOf(code));
}

/** Folders by date that are left empty go, too. */
async function tidy(root: string, folder: string): Promise<void> {
  if (!/^\d{4}(\/\d{2})?$/.test(folder)) return;
  try {
    await rmdir(join(root, folder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || isGone(error)) return;
    throw error;
  }
  await tidy(root, dirname(folder));
}
