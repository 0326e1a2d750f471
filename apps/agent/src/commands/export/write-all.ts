import { mkdirSync, rmSync } from 'node:fs';
import { exportedAlbums } from '@rollcall/core';
import { Stopped } from '@rollcall/importers';
import type { ExportChoice, ExportedAlbum, ExportHead } from '@rollcall/protocol';
import { freeSpace } from '../../conditions/free-space.ts';
import { OVERRIDES, readOverrides } from '../../conditions/overrides.ts';
import type { Device } from '../../device.ts';
import { VERSION } from '../../version.ts';
import { EXIT_UNTIL } from '../exit-until.ts';
import { EXIT } from '../io.ts';
import type { ExportBytes } from './bytes.ts';
import { nearest, workshopIn, type Ground, type Written } from './ground.ts';
import { ExportLists, writeHead } from './lists.ts';
import { Places } from './places.ts';
import type { ExportProgress } from './progress.ts';
import { roomWords, type ExportProof } from './proof.ts';
import { PhotoWriter } from './run.ts';
import { staleIn, type Sized } from './size-up.ts';

/** What is to be exported, and where to. */
export interface Export {
  readonly ground: Ground;
  /** What an export to this folder wrote before. */
  readonly before: ReadonlyMap<string, Written>;
  readonly ids: readonly string[];
  readonly choice: ExportChoice;
  readonly sized: Sized;
  readonly bytes: ExportBytes;
  readonly progress: ExportProgress;
}

export interface Exported {
  readonly proof: ExportProof;
  readonly exitCode: number;
}

/** What would be exported. Nothing is written. */
export function lookOnly(device: Device, { ground: { root }, ids, choice, sized, bytes: { trouble } }: Export): Exported {
  const at = new Date().toISOString();
  const { photos, trashed, files, bytes, there, needed } = sized;
  const room = { needed, free: freeAt(device, root) };
  const proof: ExportProof = {
    version: 1,
    to: root,
    dryRun: true,
    begunAt: at,
    endedAt: at,
    complete: false,
    stopped: trouble?.message ?? null,
    photos: { all: photos, trashed },
    files: { all: files, bytes, fetched: 0, copied: 0, there },
    xmp: photos,
    albums: albumsOf(device, new Set(ids), choice).length,
    missing: [],
    stale: [],
    room,
    digest: null,
  };
  return { proof, exitCode: room.needed > room.free ? EXIT.needsYou : EXIT.ok };
}

/** Writes all of it. Throws `Stopped`, and what writing throws. */
export async function writeAll(device: Device, its: Export, signal: AbortSignal): Promise<Exported> {
  const { ground, before, ids, choice, sized, bytes, progress } = its;
  const { root } = ground;
  const begunAt = new Date().toISOString();
  const room = { needed: sized.needed, free: freeAt(device, root) };
  if (room.needed > room.free)
    throw new Stopped(`there is not enough room at ${root}. ${roomWords(room)} Make room, or choose another disk.`, 'person');
  mkdirSync(root, { recursive: true });
  const workshop = workshopIn(root);
  const head = headOf(device, choice);
  writeHead(root, workshop, { ...head, photos: ground.head?.photos ?? null, albums: ground.head?.albums ?? null });
  const places = new Places(root, before, signal);
  const lists = new ExportLists(root, workshop);
  const writer = new PhotoWriter({ root, workshop, places, bytes, lists, signal, done: () => progress.photo() });
  try {
    await writer.write(device, ids);
  } catch (error) {
    lists.abandon();
    throw error;
  }
  const albums = albumsOf(device, lists.photos, choice);
  const { missing } = writer;
  const { photos, trashed, xmp, files, bytes: size, fetched, copied, there } = writer.sums;
  const complete = missing.length === 0;
  const endedAt = new Date().toISOString();
  const { photos: list } = lists.end(albums, { ...head, madeAt: complete ? endedAt : null });
  if (complete) rmSync(workshop, { recursive: true, force: true });
  const proof: ExportProof = {
    version: 1,
    to: root,
    dryRun: false,
    begunAt,
    endedAt,
    complete,
    stopped: bytes.trouble?.message ?? null,
    photos: { all: photos, trashed },
    files: { all: files, bytes: size, fetched, copied, there },
    xmp,
    albums: albums.length,
    missing,
    stale: staleIn(root, before, places),
    room,
    digest: list?.hash ?? null,
  };
  return { proof, exitCode: bytes.trouble === null ? (complete ? EXIT.ok : EXIT.needsYou) : EXIT_UNTIL[bytes.trouble.until] };
}

function headOf({ identity }: Device, choice: ExportChoice): Omit<ExportHead, 'photos' | 'albums'> {
  return { format: 'rollcall-export', version: 1, library: identity.libraryId, madeBy: VERSION, choice, madeAt: null };
}

function albumsOf({ store: { storage } }: Device, photos: ReadonlySet<string>, choice: ExportChoice): ExportedAlbum[] {
  return exportedAlbums({ albums: storage.allAlbums(), items: (id) => storage.itemsOf(id) }, photos, choice);
}

/** Bytes that are free where the folder is, or will be. */
function freeAt({ store }: Device, root: string): number {
  const free = freeSpace(nearest(root), readOverrides(store.note(OVERRIDES)), Date.now());
  return 'is' in free ? free.is : Number.MAX_SAFE_INTEGER;
}
