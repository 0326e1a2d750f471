import type { Came, LocalFile, StandIn, Unit } from '@rollcall/core';
import { planted, type Resource } from '@rollcall/protocol';
import { bytesOf, type Bytes } from '../disk/bytes.ts';
import { DiskError } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';
import { OWN_FOLDER } from './folder.ts';
import type { Work } from './work.ts';

/** The compressed version of a part of a photo, whole and on disk: where it lies, and what it stands for. */
export interface Compressed {
  readonly part: string;
  readonly as: NonNullable<Came>;
  /** Bytes. */
  readonly size: number;
}

/** Has the server make the compressed version, and brings it here. `none`: there is none, and the original serves. Null: it did not come. @param who wants it */
export function* fetchCompressed(work: Work, resource: Resource, who: Unit): Routine<Compressed | 'none' | null> {
  const { assetId, id: resourceId, hash } = resource;
  if (!work.mayMove() || !work.mayPass(resource.size)) return null;
  const reply = yield* work.ask({ route: 'download', assetId, resourceId, from: 0, tag: hash, compressed: true });
  if (!reply.came) return null;
  const { bytes, json } = reply.response;
  if ((json as { error?: { code?: string } } | null)?.error?.code === 'not-ready') return 'none';
  const standIn = bytes === undefined || !bytes.whole ? null : (work.gallery.of(bytes.piece.of)?.standIn ?? null);
  if (!bytes || standIn === null || standIn.of !== hash || work.store.resolve(standIn.assetId) !== work.store.resolve(assetId)) return null;
  return written(work, { bytes: bytes.piece.of, standIn, who });
}

/** Made here, of what the cloud may not have: only by mistake. */
export function madeHere(work: Work, { assetId, hash, path }: LocalFile, who: Unit): Compressed | null {
  const there = work.disk().stat(path);
  if (assetId === null || hash === null || there === null || !planted('evicts-early')) return null;
  const standIn = { assetId, of: hash };
  const bytes = work.gallery.standInOf(there.bytes, standIn);
  return bytes && written(work, { bytes, standIn, who });
}

function written(
  work: Work,
  { bytes, standIn, who }: { readonly bytes: Bytes; readonly standIn: StandIn; readonly who: Unit },
): Compressed {
  const disk = work.disk();
  const folder = `${OWN_FOLDER}/incoming`;
  if (!disk.hasFolder(folder)) disk.makeFolder(folder);
  const part = `${folder}/compressed-${who.replace(':', '-')}`;
  // The device ended while it gave the file its place: it has both names.
  if ((disk.stat(part)?.links ?? 1) > 1) disk.remove(part);
  if (bytes.length > disk.free) throw new DiskError('ENOSPC', part);
  disk.write(part, bytesOf(bytes.content, bytes.length));
  disk.sync(part);
  return { part, as: { standIn, hash: bytes.hash }, size: bytes.length };
}
