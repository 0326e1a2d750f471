import { judgeStored } from '@rollcall/core';
import { link, mkdir, open, opendir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BlobFile, statOf } from './blob-file.ts';
import { codeOf, present } from './file-error.ts';
import { IncomingFile } from './incoming-file.ts';
import { directorySync } from './directory-sync.ts';
import { QuarantineFiles } from './quarantine-files.ts';
import type { BlobStat, BlobStore, Incoming, OpenBlob, Rehashed } from './store.ts';
import { Turns } from './turns.ts';

export interface BlobFilesOptions {
  /** What is free on the disk; told otherwise only in tests. */
  readonly space?: () => Promise<{ readonly free: number; readonly total: number }>;
  /** A server has the folder and is using it: nothing of what lies there is cleared away. */
  readonly inUse?: boolean;
}

const HASH = /^[0-9a-f]{64}$/;
const UPLOAD_ID = /^[0-9a-f]{8,64}$/;

/**
 * Blobs as plain files: `blobs/ab/cd/<hash>`, incoming bytes in `incoming/<upload>`, and what was taken
 * out of use in `quarantine/<hash>`.
 */
export async function openBlobStore(dataDir: string, options: BlobFilesOptions = {}): Promise<BlobStore> {
  const places = { blobs: join(dataDir, 'blobs'), incoming: join(dataDir, 'incoming'), quarantine: join(dataDir, 'quarantine') };
  const sync = directorySync();
  for (const place of Object.values(places)) await mkdir(place, { recursive: true, mode: 0o700 });
  await sync(dataDir);
  const files = new BlobFiles(places, sync, options.space ?? (() => spaceOf(dataDir)));
  if (!options.inUse) await files.removeLeftovers();
  return files;
}

async function spaceOf(path: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(path);
  return { free: bavail * bsize, total: blocks * bsize };
}

interface Places {
  readonly blobs: string;
  readonly incoming: string;
  readonly quarantine: string;
}

class BlobFiles implements BlobStore {
  readonly #places: Places;
  readonly #sync: (path: string) => Promise<void>;
  readonly space: BlobStore['space'];
  readonly #quarantine: QuarantineFiles;
  readonly #turns = new Turns();
  /** Directories that are there, and durable. */
  readonly #made = new Map<string, Promise<void>>();

  constructor(places: Places, sync: (path: string) => Promise<void>, space: BlobStore['space']) {
    this.#places = places;
    this.#sync = sync;
    this.#quarantine = new QuarantineFiles(places.quarantine, sync);
    this.space = space;
  }

  /** Half-made replacements of an earlier run. */
  async removeLeftovers(): Promise<void> {
    for (const name of await readdir(this.#places.incoming))
      if (name.endsWith('.replacing')) await rm(join(this.#places.incoming, name), { force: true });
  }

  #known(hash: string): string {
    if (!HASH.test(hash)) throw new RangeError(`not a hash: ${hash}`);
    return hash;
  }

  path(hash: string): string {
    return join(this.#places.blobs, this.#known(hash).slice(0, 2), hash.slice(2, 4), hash);
  }

  #incomingPath(uploadId: string): string {
    if (!UPLOAD_ID.test(uploadId)) throw new RangeError(`not an upload: ${uploadId}`);
    return join(this.#places.incoming, uploadId);
  }

  async incoming(uploadId: string): Promise<Incoming> {
    return IncomingFile.open(uploadId, this.#incomingPath(uploadId));
  }

  async incomingStat(uploadId: string): Promise<{ size: number; changedAt: number } | null> {
    const found = await present(stat(this.#incomingPath(uploadId)));
    return found ? { size: found.size, changedAt: found.mtimeMs } : null;
  }

  async incomingList(): Promise<string[]> {
    return (await readdir(this.#places.incoming)).filter((name) => UPLOAD_ID.test(name));
  }

  async dropIncoming(uploadId: string): Promise<void> {
    await rm(this.#incomingPath(uploadId), { force: true });
  }

  async keep(incoming: Incoming, hash: string): Promise<BlobStat> {
    if (!(incoming instanceof IncomingFile)) throw new TypeError('these bytes came in through another store');
    const path = this.path(hash);
    await Promise.all([incoming.sync(), this.#directory(dirname(path))]);
    await this.#name(incoming.path, path);
    const [found] = await Promise.all([stat(path, { bigint: true }), this.#sync(dirname(path))]);
    return statOf(found);
  }

  /** Gives a file a second name, replacing what has it: the new bytes were verified just now, the old may be damaged. */
  async #name(from: string, to: string): Promise<void> {
    try {
      await link(from, to);
    } catch (error) {
      switch (codeOf(error)) {
        case 'EEXIST': {
          const between = `${from}.replacing`;
          await rm(between, { force: true });
          await link(from, between);
          await rename(between, to);
          return;
        }
        // A file system without links.
        case 'EPERM':
        case 'ENOTSUP':
        case 'EOPNOTSUPP':
        case 'ENOSYS':
        case 'EMLINK':
          await rename(from, to);
          return;
        default:
          throw error;
      }
    }
  }

  /** `blobs/ab/cd`, made durable together with its parents. */
  #directory(path: string): Promise<void> {
    let made = this.#made.get(path);
    if (!made) {
      made = this.#makeDirectory(path);
      this.#made.set(path, made);
      made.catch(() => this.#made.delete(path));
    }
    return made;
  }

  async #makeDirectory(path: string): Promise<void> {
    const parent = dirname(path);
    if (parent !== this.#places.blobs) await this.#directory(parent);
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    // Also when it was there: an earlier run may have been killed before it synced.
    await this.#sync(parent);
  }

  async stat(hash: string): Promise<BlobStat | null> {
    const found = await present(stat(this.path(hash), { bigint: true }));
    return found ? statOf(found) : null;
  }

  async open(hash: string): Promise<OpenBlob | null> {
    const handle = await present(open(this.path(hash), 'r'));
    if (!handle) return null;
    try {
      return new BlobFile(handle, statOf(await handle.stat({ bigint: true })));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async rehash(hash: string): Promise<Rehashed> {
    const blob = await this.open(hash);
    if (!blob) return { state: 'missing', hash: null, size: 0 };
    try {
      return { ...judgeStored(hash, await blob.hash()), size: blob.size };
    } finally {
      await blob.close();
    }
  }

  inTurn<T>(hash: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(hash, work);
  }

  async quarantine(hash: string): Promise<boolean> {
    return this.#quarantine.take(hash, this.path(hash));
  }

  async unquarantine(hash: string): Promise<boolean> {
    return this.#quarantine.give(hash, this.path(hash));
  }

  async dropQuarantined(hash: string): Promise<void> {
    await this.#quarantine.drop(this.#known(hash));
  }

  quarantined(): AsyncIterable<{ readonly hash: string; readonly size: number }> {
    return this.#quarantine.list();
  }

  async *list(): AsyncGenerator<{ hash: string; size: number }> {
    const directory = await opendir(this.#places.blobs, { recursive: true });
    for await (const found of directory) {
      if (!found.isFile() || !HASH.test(found.name)) continue;
      const stats = await this.stat(found.name);
      if (stats) yield { hash: found.name, size: stats.size };
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#made.values());
  }
}
