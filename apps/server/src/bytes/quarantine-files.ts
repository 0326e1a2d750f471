import { link, mkdir, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, present } from './file-error.ts';

type Sync = (path: string) => Promise<void>;

/** Blobs that were taken out of use, in one folder; nothing is read from here. */
export class QuarantineFiles {
  readonly #folder: string;
  readonly #sync: Sync;

  constructor(folder: string, sync: Sync) {
    this.#folder = folder;
    this.#sync = sync;
  }

  /** Takes a blob in; false: there is none at `from`. */
  async take(hash: string, from: string): Promise<boolean> {
    try {
      await rename(from, join(this.#folder, hash));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
    await Promise.all([this.#sync(this.#folder), this.#sync(dirname(from))]);
    return true;
  }

  /** Gives a blob back to `to`; one that is there already stays, for it is the newer. False: it is not in quarantine. */
  async give(hash: string, to: string): Promise<boolean> {
    const from = join(this.#folder, hash);
    if (!(await present(stat(from)))) return false;
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    if (!(await present(stat(to)))) {
      await link(from, to).catch(async (error: unknown) => {
        // A file system without links.
        if (codeOf(error) !== 'EEXIST') await rename(from, to);
      });
      await this.#sync(dirname(to));
    }
    await this.drop(hash);
    return true;
  }

  async drop(hash: string): Promise<void> {
    await rm(join(this.#folder, hash), { force: true });
    await this.#sync(this.#folder);
  }

  async *list(): AsyncGenerator<{ hash: string; size: number }> {
    for await (const found of await opendir(this.#folder)) {
      if (!found.isFile() || !/^[0-9a-f]{64}$/.test(found.name)) continue;
      const stats = await present(stat(join(this.#folder, found.name)));
      if (stats) yield { hash: found.name, size: stats.size };
    }
  }
}
