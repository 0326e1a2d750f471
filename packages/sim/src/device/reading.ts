import {
  agreedBytes,
  assetName,
  fileUnit,
  hasWaited,
  isTakenName,
  nameOf,
  noteNotMedia,
  noteRead,
  noteSidecar,
  noteTouched,
  sidecarRole,
  UNFINISHED_MS,
  untilSecondGlance,
  type LocalFile,
} from '@rollcall/core';
import { DiskError } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';
import { stampOfStats, statsOf } from './folder.ts';
import { diskFailure, settle, troubleFile, type Work } from './work.ts';

/** Reads a file once: its hash, and what it tells of itself. */
export function* readFile(work: Work, file: LocalFile): Routine {
  try {
    yield* reading(work, file);
  } catch (error) {
    yield* troubleFile(work, file, diskFailure(error, 'read'));
  }
}

function* reading(work: Work, file: LocalFile): Routine {
  const { store, gallery } = work;
  const { path } = file;
  yield untilSecondGlance(file, work.now());
  const stats = work.disk().stat(path);
  if (stats === null) throw new DiskError('ENOENT', path);
  if (stampOfStats(stats) !== file.stamp) {
    yield* settle(work, () => noteTouched(store, file.key, statsOf(stats)));
    return yield* troubleFile(work, file, { code: 'file-changing', evidence: {}, pause: 300 });
  }
  if (isTakenName(store, file)) {
    work.touching({ does: 'remove', path, why: 'a name that was taken' });
    work.disk().remove(path);
    yield* settle(work, () => store.dropFile(file.key));
    return;
  }
  work.disk().read(path);
  const agreed = agreedBytes(file) !== null && stats.bytes.hash === agreedBytes(file);
  if (!hasWaited(file) && !gallery.isWhole(stats.bytes) && !agreed)
    return yield* troubleFile(work, file, { code: 'file-changing', evidence: { unfinished: file.stamp }, pause: UNFINISHED_MS });
  work.progress(fileUnit(file.key), { phase: 'hashing', offset: 0, size: file.size });
  const readAt = work.now();
  yield 1 + stats.bytes.length / 2_000_000 + work.slower(path);
  const after = work.disk().stat(path);
  if (after === null) throw new DiskError('ENOENT', path);
  if (stampOfStats(after) !== file.stamp) return yield* troubleFile(work, file, { code: 'file-changing', evidence: {}, pause: 300 });
  const { hash } = after.bytes;
  const photo = gallery.of(after.bytes);
  if (photo?.sidecar === true) {
    const noted = gallery.isWhole(after.bytes) && sidecarRole(path) !== null;
    const touched = yield* settle(work, () =>
      noted ? noteSidecar(store, file, hash, 'sidecar', readAt) : noteNotMedia(store, file, 'data file', work.now()),
    );
    return work.touch(touched);
  }
  const fields = gallery.fieldsOf(after.bytes, assetName(nameOf(path)));
  const read = {
    hash,
    readAt,
    fields,
    kind: photo?.kind ?? 'photo',
    mime: photo?.mime ?? 'image/jpeg',
    standIn: photo?.standIn ?? null,
  } as const;
  yield* settle(work, () => noteRead(store, file, read));
}
