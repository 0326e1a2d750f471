import { appendFileSync, closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dateFor, fieldsOf, keptApart, shownResource, type RemoteAsset } from '@rollcall/core';
import { Stopped } from '@rollcall/importers';
import { sha256Text, type ExportedFile, type ExportedPhoto, type NotExported, type Resource } from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import { makeFolders, moveExclusively, replaceFile, syncFolder } from '../../folder/place.ts';
import type { ExportBytes } from './bytes.ts';
import { logIn, type Written } from './ground.ts';
import type { ExportLists } from './lists.ts';
import type { PlacedFile, PlacedPhoto, Places, There } from './places.ts';
import { NotHad } from './not-had.ts';
import { refusedByDisk } from './refused-by-disk.ts';

/** Photos that are named, fetched and listed together, and files that are fetched at once. */
const PHOTOS = 64;
const AT_ONCE = 4;

export interface ExportSums {
  photos: number;
  trashed: number;
  files: number;
  bytes: number;
  fetched: number;
  copied: number;
  there: number;
  xmp: number;
}

export interface ExportRun {
  readonly root: string;
  readonly workshop: string;
  readonly places: Places;
  readonly bytes: ExportBytes;
  readonly lists: ExportLists;
  readonly signal: AbortSignal;
  readonly done: () => void;
}

/** Writes photos, some at a time, so that memory does not grow with the library. Throws `Stopped`. */
export class PhotoWriter {
  readonly sums: ExportSums = { photos: 0, trashed: 0, files: 0, bytes: 0, fetched: 0, copied: 0, there: 0, xmp: 0 };
  readonly missing: { readonly photo: string; readonly name: string; readonly role: string; readonly why: string }[] = [];
  readonly #run: ExportRun;
  /** Folders in which something was written since they were last on the disk. */
  readonly #touched = new Set<string>();

  constructor(run: ExportRun) {
    this.#run = run;
  }

  async write({ store }: Device, ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += PHOTOS) {
      // What was deleted for good meanwhile is none of it.
      const some = ids.slice(at, at + PHOTOS).flatMap((id) => store.remote(id) ?? []);
      const placed: PlacedPhoto[] = [];
      for (const remote of some) if (remote.asset.state !== 'purged') placed.push(await this.#tried(() => this.#run.places.of(remote)));
      const had = await this.#files(placed);
      for (const photo of placed) await this.#tell(photo, had);
      for (const folder of this.#touched) syncFolder(folder);
      this.#touched.clear();
    }
  }

  /** Why each of the files could not be had; null: it is there. */
  async #files(photos: readonly PlacedPhoto[]): Promise<ReadonlyMap<PlacedFile, string | null>> {
    const queue = photos.flatMap(({ remote, files }) => files.map((file) => ({ remote, file })));
    const had = new Map<PlacedFile, string | null>();
    let stopped = false;
    const one = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && !stopped; next = queue.shift()) {
        this.#run.signal.throwIfAborted();
        const { remote, file } = next;
        try {
          if (file.there === 'it') this.sums.there += 1;
          else await this.#tried(() => this.#bring(remote, file));
          had.set(file, null);
        } catch (error) {
          if (!(error instanceof NotHad)) {
            stopped = true;
            throw error;
          }
          had.set(file, error.message);
        }
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, one));
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure) throw failure.reason;
    return had;
  }

  async #bring(remote: RemoteAsset, { resource, path, there }: PlacedFile): Promise<void> {
    const part = join(this.#run.workshop, `${resource.id}.part`);
    const from = await this.#run.bytes.into(part, remote, resource).catch((error: unknown) => {
      // Disks for cameras hold no file of four gigabytes; all others go on.
      if ((error as NodeJS.ErrnoException).code !== 'EFBIG') throw error;
      rmSync(part, { force: true });
      throw new NotHad('The file system there holds no file as large as this one.', { cause: error });
    });
    const modified = dateFor(remote, resource);
    if (modified !== null) await utimes(part, new Date(), modified / 1000);
    this.#place(part, path, there, { id: remote.asset.id, hash: resource.hash, size: resource.size });
    this.sums[from === 'cloud' ? 'fetched' : 'copied'] += 1;
  }

  /** What is at `part` is whole, and gets its place in one step. It is noted before, so that it is known again. */
  #place(part: string, path: string, there: There, written: Written): void {
    const { root } = this.#run;
    makeFolders(root, dirname(path));
    appendFileSync(logIn(root), `${JSON.stringify({ path, ...written })}\n`);
    const to = join(root, path);
    try {
      if (there === 'earlier') replaceFile(part, to);
      else moveExclusively(part, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new NotHad(`Somebody else put a file at ${path} in this very moment. Run it again.`, { cause: error });
      throw error;
    }
    this.#touched.add(dirname(to));
  }

  async #tell({ remote, files, xmp }: PlacedPhoto, had: ReadonlyMap<PlacedFile, string | null>): Promise<void> {
    const { asset } = remote;
    const there: ExportedFile[] = [];
    const missing: NotExported[] = [];
    for (const file of files) {
      const why = had.get(file);
      if (why === null) there.push(fileOf(file.resource, file.path));
      else missing.push(missingOf(file.resource, why ?? 'It was stopped.'));
    }
    const isThere = there.some(({ role }) => role === 'original');
    if (isThere) await this.#tried(() => Promise.resolve(this.#writeXmp(asset.id, xmp)));
    const [shown, apart] = [shownResource(remote), keptApart(remote)];
    const photo: ExportedPhoto = {
      id: asset.id,
      kind: asset.kind,
      state: asset.state === 'trashed' ? 'trashed' : 'live',
      trashedAt: asset.trashedAt,
      addedAt: asset.addedAt,
      fields: fieldsOf(asset),
      ...(asset.people === undefined ? {} : { people: asset.people }),
      ...(asset.burst === undefined ? {} : { burst: asset.burst }),
      shown: shown !== undefined && shown.id === asset.rendering ? shown.hash : null,
      files: there,
      xmp: isThere ? { path: xmp.path, hash: xmp.hash, size: xmp.size } : null,
      missing,
      ...(apart.length === 0 ? {} : { apart }),
    };
    this.#run.lists.photo(photo);
    const { sums } = this;
    sums.photos += 1;
    sums.trashed += asset.state === 'trashed' ? 1 : 0;
    sums.files += there.length;
    sums.bytes += there.reduce((sum, { size }) => sum + size, 0);
    sums.xmp += isThere ? 1 : 0;
    for (const { role, fileName, why } of missing) this.missing.push({ photo: asset.id, name: fileName ?? asset.fileName, role, why });
    this.#run.done();
  }

  #writeXmp(id: string, { path, text, hash, size, there }: PlacedPhoto['xmp']): void {
    if (there === 'it') return;
    const part = join(this.#run.workshop, `${sha256Text(path).slice(0, 32)}.xmp.part`);
    writeFileSync(part, text);
    const handle = openSync(part, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    this.#place(part, path, there, { id, hash, size });
  }

  /** What a disk refuses stops all of it, with its reason. */
  async #tried<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotHad || error instanceof Stopped) throw error;
      throw refusedByDisk(error, this.#run.root) ?? error;
    }
  }
}

function fileOf({ role, hash, size, mime, fileName, modifiedAt, pixels }: Resource, path: string): ExportedFile {
  return { path, role, hash, size, mime, fileName, modifiedAt, ...(pixels === undefined ? {} : { pixels }) };
}

function missingOf({ role, hash, size, fileName }: Resource, why: string): NotExported {
  return { role, hash, size, fileName, why };
}
