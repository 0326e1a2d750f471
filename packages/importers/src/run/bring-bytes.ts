import { say } from '@rollcall/protocol';
import type { Bytes } from '../bytes.ts';
import type { FoundFile, ReadMedia } from '../found.ts';
import type { Platform } from '../platform.ts';
import { readMedia, type Read } from '../reading.ts';
import type { Sources } from '../sources.ts';
import type { Brought, Cloud } from './cloud.ts';
import { FileFailed } from './stopped.ts';

/** What was read of files, so that an import that goes on where it stopped reads none twice. */
export interface Reads {
  /** Undefined: it was not read, or has changed since. */
  of(file: FoundFile, appleChecksum: boolean): Read | undefined;
  keep(file: FoundFile, read: Read): void;
}

export interface BringNeeds {
  readonly cloud: Pick<Cloud, 'bring'>;
  readonly sources: Pick<Sources, 'open'>;
  readonly reads: Reads;
  readonly platform: Platform;
  /** So many bytes more have left. */
  readonly moved: (bytes: number) => void;
}

/** Reads files and brings their bytes to the cloud, each bytes once. Throws `FileFailed` for one file, and `Stopped` for all. */
export class ByteBringer {
  readonly #needs: BringNeeds;
  /** Being sent now, or sent. */
  readonly #sending = new Map<string, Promise<void>>();

  constructor(needs: BringNeeds) {
    this.#needs = needs;
  }

  /**
   * Reads a file, if it was not read before, and brings it while it is in hand.
   * @param wanted whether the cloud is to have it
   */
  async take(file: FoundFile, appleChecksum: boolean, wanted: (read: ReadMedia) => boolean): Promise<Read> {
    const { reads, platform } = this.#needs;
    const before = reads.of(file, appleChecksum);
    if (before !== undefined) {
      if (isMedia(before) && wanted(before)) await this.bring(file, { hash: before.hash, size: file.size, mime: before.mime });
      return before;
    }
    const bytes = await this.#open(file);
    try {
      const read = await readMedia(file, bytes, { appleChecksum }, platform).catch((error: unknown) => failed(error));
      reads.keep(file, read);
      // Its bytes are let go when all is done with them here.
      if (isMedia(read) && wanted(read))
        await this.#once({ hash: read.hash, size: bytes.size, mime: read.mime }, () =>
          Promise.resolve({ ...bytes, release: () => Promise.resolve() }),
        );
      return read;
    } finally {
      await bytes.release();
    }
  }

  /** Brings a file that was read before, or whose hash is known. */
  bring(file: FoundFile, what: Brought): Promise<void> {
    return this.#once(what, () => this.#open(file));
  }

  /** The cloud lost it meanwhile: it is brought once more. */
  forget(hash: string): void {
    this.#sending.delete(hash);
  }

  #open(file: FoundFile): Promise<Bytes> {
    return this.#needs.sources.open(file).catch((error: unknown) => failed(error));
  }

  #once(what: Brought, open: () => Promise<Bytes>): Promise<void> {
    const others = this.#sending.get(what.hash);
    if (others !== undefined) return others;
    const sending = this.#needs.cloud.bring(what, open, this.#needs.moved);
    this.#sending.set(what.hash, sending);
    sending.catch(() => this.#sending.delete(what.hash));
    return sending;
  }
}

function isMedia(read: Read): read is ReadMedia {
  return read !== null && read !== 'compressed';
}

function failed(error: unknown): never {
  if ((error as Error).name === 'AbortError') throw error;
  throw new FileFailed(say('it cannot be read: {error}', { error: (error as Error).message }), { cause: error });
}
