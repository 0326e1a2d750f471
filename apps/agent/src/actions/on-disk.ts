import { renameSync } from 'node:fs';
import { lstat, rmdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  assetUnit,
  bearsName,
  EXACT_NAMES,
  fileUnit,
  isRenamed,
  type LocalFile,
  mtimeMsOf,
  noteLastPlace,
  safeName,
  spelling,
  stampOf,
} from '@rollcall/core';
import { pauseOf, writeTrouble } from '../work/write-trouble.ts';
import { troubleFile, type Work } from '../work/work.ts';
import { folderState } from '../folder/marker.ts';
import { freePath, isSameFile, moveExclusively, refuseElsewhere } from '../folder/place.ts';
import { hashFile } from '../folder/read.ts';
import { isGone } from '../folder/walk.ts';

/** The photo was deleted elsewhere: its file goes, unless its bytes are not those that were agreed on. */
export async function removeFile(work: Work, file: LocalFile, assetId: string): Promise<void> {
  const path = join(work.root, file.path);
  try {
    refuseElsewhere(work.root, file.path);
    const there = await hashFile(path).catch((error: unknown) => {
      if (isGone(error)) return null;
      throw error;
    });
    // Not there, for the whole folder is not: nothing is known of the file.
    if (there === null && folderState(work.root, work.identity.deviceId).state !== 'ready') return;
    if (there !== null && there.hash !== file.baseHash) {
      await work.settlement.settle(() => work.store.patchFile(file.key, { hash: null, stamp: there.stampAfter }));
      return;
    }
    if (there !== null) await unlink(path);
    await work.settlement.settle(() => {
      noteLastPlace(work.store, assetId, file, work.now());
      work.store.dropFile(file.key);
    });
    await tidy(work.root, dirname(file.path));
    work.touch([fileUnit(file.key), assetUnit(assetId)]);
  } catch (error) {
    await note(work, file, error);
  }
}

/** The photo was renamed elsewhere: its file gets the name, in the folder where it is. */
export async function renameFile(work: Work, file: LocalFile, assetId: string, name: string): Promise<void> {
  const folder = dirname(file.path) === '.' ? '' : dirname(file.path);
  const wanted = safeName(name);
  try {
    refuseElsewhere(work.root, file.path);
    const names = work.conditions().names ?? EXACT_NAMES;
    // A copy that a person keeps under another name keeps it.
    if (!isRenamed(wanted, file.writtenName, names) || !bearsName(file.writtenName, file.wantedName)) {
      await work.settlement.settle(() => work.store.patchFile(file.key, { wantedName: name }));
      return;
    }
    // The agent ended in the middle of this rename before: the file has both names.
    const begun = work.store.placings(assetId).find((placing) => isSameFile(join(work.root, file.path), join(work.root, placing.path)));
    const respelled = spelling(wanted, names) === spelling(basename(file.path), names);
    const own = folder === '' ? wanted : `${folder}/${wanted}`;
    const path =
      begun?.path ??
      (respelled && wanted !== basename(file.path)
        ? own
        : freePath(work.root, folder, wanted, (free) => !work.claimed.has(free) && work.store.fileAt(free) === null));
    work.claimed.add(path);
    try {
      await work.settlement.settle(() => work.store.setPlacing({ path, assetId, hash: file.hash ?? '', wantedName: name }));
      await work.store.synced();
      if (begun) await unlink(join(work.root, file.path));
      // Only its spelling changes: it is the same file, and nothing else can be there.
      else if (path === own && respelled) renameSync(join(work.root, file.path), join(work.root, path));
      else moveExclusively(join(work.root, file.path), join(work.root, path));
      const stats = await lstat(join(work.root, path), { bigint: true });
      await work.settlement.settle(
        () => {
          // A look may have seen the file at its new path already, and even have taken it for moved.
          if (work.store.file(file.key) === null) return;
          const watched = work.store.fileAt(path);
          if (watched && watched.key !== file.key) work.store.dropFile(watched.key);
          work.store.patchFile(file.key, {
            path,
            stamp: stampOf(stats),
            mtimeMs: mtimeMsOf(stats),
            wantedName: name,
            writtenName: path.slice(path.lastIndexOf('/') + 1),
            missingSince: null,
            gone: false,
          });
          work.store.clearPlacing(path);
        },
        join(work.root, folder),
      );
      work.wrote(path);
    } finally {
      work.claimed.delete(path);
    }
  } catch (error) {
    await note(work, file, error);
  }
}

async function note(work: Work, file: LocalFile, error: unknown): Promise<void> {
  // The next look will say where it went.
  if (isGone(error)) return troubleFile(work, file, 'file-changing', {}, 'keep-trying');
  const [code, evidence] = writeTrouble(error, file.path) ?? ['permission-missing', { needed: 'change', error: (error as Error).message }];
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
