import { randomBytes } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { directorySync } from '../bytes/directory-sync.ts';
import { codeOf, present } from '../bytes/file-error.ts';
import { bytesOf, type Bytes } from './streams.ts';

const NAME = /^[0-9a-f]{64}$/;

/** Files that are whole and on disk, or not there: each is written under another name, synced, and renamed. */
export class Disk {
  readonly #parts: string;
  readonly #sync = directorySync();

  /** @param parts where files are made, on the same disk */
  constructor(parts: string) {
    this.#parts = parts;
  }

  /** What an earlier run left half done goes. */
  async clear(): Promise<void> {
    await rm(this.#parts, { recursive: true, force: true });
  }

  /**
   * False, and no file: `sound` said that what was written is not what it should be.
   * @param path where it goes; its folder is there
   */
  async put(path: string, bytes: Bytes, sound: () => boolean = () => true): Promise<boolean> {
    await mkdir(this.#parts, { recursive: true, mode: 0o700 });
    const part = join(this.#parts, randomBytes(12).toString('hex'));
    try {
      const handle = await open(part, 'wx', 0o600);
      try {
        for await (const piece of bytes) for (let at = 0; at < piece.length;) at += (await handle.write(piece, at)).bytesWritten;
        if (!sound()) return false;
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, path);
      await this.#sync(dirname(path));
      return true;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Makes a folder within a folder that is there. */
  async folder(path: string): Promise<void> {
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    // Also when it was there: an earlier run may have been killed before it synced.
    await this.#sync(dirname(path));
  }

  async move(from: string, to: string): Promise<void> {
    await rename(from, to);
    await Promise.all([this.#sync(dirname(from)), this.#sync(dirname(to))]);
  }

  sync(folder: string): Promise<void> {
    return this.#sync(folder);
  }
}

/** Files named by 64 hex digits, in folders as those of a data folder: `blobs/ab/cd/<name>`. */
export class Shelf {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #made = new Map<string, Promise<void>>();

  /** @param root a folder that is there */
  constructor(root: string, disk: Disk) {
    this.#root = join(root, 'blobs');
    this.#disk = disk;
  }

  path(name: string): string {
    if (!NAME.test(name)) throw new RangeError(`not a name: ${name}`);
    return join(this.#root, name.slice(0, 2), name.slice(2, 4), name);
  }

  async has(name: string): Promise<boolean> {
    return (await present(stat(this.path(name)))) !== null;
  }

  /** See `Disk.put`. */
  async put(name: string, bytes: Bytes, sound: () => boolean): Promise<boolean> {
    const path = this.path(name);
    await this.#folder(dirname(path));
    return this.#disk.put(path, bytes, sound);
  }

  /** Null: there is none. */
  async read(name: string): Promise<Bytes | null> {
    const handle = await present(open(this.path(name), 'r'));
    return handle && bytesOf(handle);
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  /** Takes a file away without deleting it. */
  async setAside(name: string, folder: string): Promise<void> {
    await this.#disk.folder(folder);
    await this.#disk.move(this.path(name), join(folder, name));
  }

  /** In no order; sizes as they are on the disk. */
  async *list(): AsyncGenerator<{ name: string; size: number }> {
    const folder = await present(opendir(this.#root, { recursive: true }));
    if (!folder) return;
    for await (const found of folder) {
      if (!found.isFile() || !NAME.test(found.name)) continue;
      const stats = await present(stat(this.path(found.name)));
      if (stats) yield { name: found.name, size: stats.size };
    }
  }

  /** With its parents, once in a run. */
  #folder(path: string): Promise<void> {
    let made = this.#made.get(path);
    if (!made) {
      made = (path === this.#root ? Promise.resolve() : this.#folder(dirname(path))).then(() => this.#disk.folder(path));
      this.#made.set(path, made);
      made.catch(() => this.#made.delete(path));
    }
    return made;
  }
}
