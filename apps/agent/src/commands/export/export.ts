import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportedAlbums } from '@rollcall/core';
import type { ExportChoice, ExportedAlbum, ExportHead } from '@rollcall/protocol';
import { freeSpace } from '../../conditions/free-space.ts';
import { OVERRIDES, readOverrides } from '../../conditions/overrides.ts';
import { openDevice, type Device } from '../../device.ts';
import { takeExport } from '../../lock.ts';
import { VERSION } from '../../version.ts';
import { keepToSettings } from '../allowed.ts';
import { carryQueued } from '../deliver.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from '../io.ts';
import { ExportBytes } from './bytes.ts';
import { albumsNamed, chosenPhotos } from './choose.ts';
import { groundAt, workshopIn, writtenBefore, type Ground, type Written } from './ground.ts';
import { ExportLists, writeHead } from './lists.ts';
import { Places } from './places.ts';
import { ExportProgress } from './progress.ts';
import { exportWords, roomWords, type ExportProof } from './proof.ts';
import { PhotoWriter } from './run.ts';
import { sizeUp, staleIn, type Sized } from './size-up.ts';
import { ExportStopped, stoppedBy } from './stopped.ts';

export interface ExportOptions extends ViewOptions {
  /** The folder to export to. */
  readonly to: string;
  /** Titles or ids of albums and folders of albums. */
  readonly albums: readonly string[];
  /** `2024`, `2024-05` or `2024-05-06`. */
  readonly from?: string;
  readonly until?: string;
  readonly favourites: boolean;
  /** Leave out Recently Deleted. */
  readonly withoutTrash: boolean;
  /** Look only, and tell. */
  readonly dryRun: boolean;
}

/** Writes the library, or a part of it, to plain folders, and proves that all of it is there. Exit code 0 when it is. */
export async function exportLibrary(options: ExportOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const lock = takeExport(options.home);
  try {
    if (lock === null) {
      complain(io, 'another export of this device runs. Wait for it, or stop it; then give this again.');
      return EXIT.retry;
    }
    return await exportAlone(device, options, io);
  } catch (error) {
    if (!(error instanceof ExportStopped) && !io.signal.aborted) throw error;
    complain(io, error instanceof ExportStopped ? error.message : 'You stopped it. Give it again, and it goes on from there.');
    return error instanceof ExportStopped ? error.exitCode : EXIT.retry;
  } finally {
    lock?.release();
    device.close();
  }
}

async function exportAlone(device: Device, options: ExportOptions, io: Io): Promise<number> {
  let bytes: ExportBytes | null = null;
  let barred: ExportStopped | null = null;
  const bar = (trouble: ExportStopped): void => {
    barred ??= trouble;
    bytes?.bar(trouble);
  };
  const allowed = await keepToSettings(device, {
    barred: ({ code, evidence }) => bar(stoppedBy(code, evidence)),
    broke: () => bar(stoppedBy('server-unreachable')),
  });
  try {
    const [held] = allowed.held;
    if (held !== undefined) bar(stoppedBy(held.code, held.evidence));
    const heard = barred === null ? await carryQueued(device, []) : null;
    if (heard !== null && !heard.ok) bar(new ExportStopped(heard.words, EXIT.retry));
    const albums = albumsNamed(device, options.albums);
    if (!albums.ok) return refused(io, albums.words);
    const choice = choiceOf(options, albums.ids);
    const ground = groundAt(options.to, device, choice);
    if ('words' in ground) return refused(io, ground.words);
    if (device.store.cursor() === null || device.store.note('behind') !== null)
      throw (
        barred ?? new ExportStopped('This device has not heard of all of the library yet. Sync it first: rollcall sync --once', EXIT.retry)
      );
    const before = await writtenBefore(ground);
    const ids = chosenPhotos(device, choice);
    const sized = sizeUp(device, ids, before, ground.root);
    const progress = new ExportProgress(options.json || options.dryRun ? null : io, ids.length);
    bytes = new ExportBytes(device, io.signal, (moved) => progress.moved(moved));
    if (barred !== null) bytes.bar(barred);
    return await written(device, { options, ground, before, ids, choice, sized, bytes, progress }, io);
  } finally {
    allowed.stop();
  }
}

interface Export {
  readonly options: ExportOptions;
  readonly ground: Ground;
  readonly before: ReadonlyMap<string, Written>;
  readonly ids: readonly string[];
  readonly choice: ExportChoice;
  readonly sized: Sized;
  readonly bytes: ExportBytes;
  readonly progress: ExportProgress;
}

async function written(device: Device, its: Export, io: Io): Promise<number> {
  const { options, ground, before, ids, choice, sized, bytes, progress } = its;
  const { root } = ground;
  const begunAt = new Date().toISOString();
  const free = freeAt(device, root);
  const room = { needed: sized.needed, free };
  const full = room.needed > room.free;
  if (options.dryRun) {
    const { photos, trashed, files, bytes: size, there } = sized;
    const proof = { photos: { all: photos, trashed }, files: { all: files, bytes: size, fetched: 0, copied: 0, there }, xmp: photos };
    const nothing = { complete: false, stopped: null, missing: [], stale: [], digest: null };
    tell(io, options, {
      version: 1,
      to: root,
      dryRun: true,
      begunAt,
      endedAt: begunAt,
      ...nothing,
      ...proof,
      albums: albumsOf(device, new Set(ids), choice).length,
      room,
    });
    return full ? EXIT.needsYou : EXIT.ok;
  }
  if (full)
    throw new ExportStopped(`there is not enough room at ${root}. ${roomWords(room)} Make room, or choose another disk.`, EXIT.needsYou);
  mkdirSync(root, { recursive: true });
  const workshop = workshopIn(root);
  const head: Omit<ExportHead, 'photos' | 'albums'> = {
    format: 'rollcall-export',
    version: 1,
    library: device.identity.libraryId,
    madeBy: VERSION,
    choice,
    madeAt: null,
  };
  writeHead(root, workshop, { ...head, photos: ground.head?.photos ?? null, albums: ground.head?.albums ?? null });
  const places = new Places(root, before, io.signal);
  const lists = new ExportLists(root, workshop);
  const writer = new PhotoWriter({ root, workshop, places, bytes, lists, signal: io.signal, done: () => progress.photo() });
  try {
    await writer.write(device, ids);
  } catch (error) {
    lists.abandon();
    throw error;
  }
  const albums = albumsOf(device, lists.photos, choice);
  const { sums, missing } = writer;
  const complete = missing.length === 0;
  const endedAt = new Date().toISOString();
  const { photos: list } = lists.end(albums, { ...head, madeAt: complete ? endedAt : null });
  if (complete) rmSync(workshop, { recursive: true, force: true });
  tell(io, options, {
    version: 1,
    to: root,
    dryRun: false,
    begunAt,
    endedAt,
    complete,
    stopped: missing.length === 0 ? null : (bytes.trouble?.message ?? null),
    photos: { all: sums.photos, trashed: sums.trashed },
    files: { all: sums.files, bytes: sums.bytes, fetched: sums.fetched, copied: sums.copied, there: sums.there },
    xmp: sums.xmp,
    albums: albums.length,
    missing,
    stale: staleIn(root, before, places),
    room,
    digest: list?.hash ?? null,
  });
  if (complete) return EXIT.ok;
  return bytes.trouble?.exitCode ?? EXIT.needsYou;
}

function choiceOf(options: Omit<ExportOptions, 'albums'>, albums: readonly string[]): ExportChoice {
  const { from = null, until = null, favourites, withoutTrash } = options;
  const part = albums.length > 0 || from !== null || until !== null || favourites;
  return { albums: [...albums], from, to: until, favourites, trash: !withoutTrash && !part };
}

function albumsOf({ store: { storage } }: Device, photos: ReadonlySet<string>, choice: ExportChoice): ExportedAlbum[] {
  return exportedAlbums({ albums: storage.allAlbums(), items: (id) => storage.itemsOf(id) }, photos, choice);
}

/** Bytes that are free where the folder is, or will be. */
function freeAt({ store }: Device, root: string): number {
  const free = freeSpace(nearest(root), readOverrides(store.note(OVERRIDES)), Date.now());
  return 'is' in free ? free.is : Number.MAX_SAFE_INTEGER;
}

function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

function tell(io: Io, { json }: ExportOptions, proof: ExportProof): void {
  if (json) showJson(io, proof);
  else for (const line of exportWords(proof)) say(io, line);
}

function refused(io: Io, words: string): number {
  complain(io, words);
  return EXIT.usage;
}
