import { Readable } from 'node:stream';
import { failureOf } from '@rollcall/core';
import { readMedia, type Bytes, type FoundFile, type Read, type ReadMedia, type Sources } from '@rollcall/importers';
import { tellReason } from '@rollcall/protocol';
import { gated, uploadResource, WHOLE_SIZE, type Source } from '@rollcall/transfer';
import type { Device } from '../../device.ts';
import { troubleOfAll } from '../../engine/obstacles.ts';
import { Asker } from '../../work/asker.ts';
import { Pieces } from '../../work/pieces.ts';
import { sleep } from '../../work/work.ts';
import type { KeptReads } from './kept-reads.ts';
import { FileFailed, Stopped, stoppedBy } from './stopped.ts';

/** What the cloud is to keep. */
export interface Brought {
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
}

export interface BringEvents {
  /** So many bytes more have left. */
  moved(bytes: number): void;
}

const TRIES = 6;
const LONGEST_WAIT_MS = 2000;
/** A connection that broke is tried again after this, and twice that, and so on. */
const PAUSE_MS = 500;

/** Reads files and brings their bytes to the cloud, each bytes once. Throws `FileFailed` for one file, and `Stopped` for all. */
export class ByteBringer {
  readonly #device: Device;
  readonly #sources: Sources;
  readonly #kept: KeptReads;
  readonly #signal: AbortSignal;
  readonly #events: BringEvents;
  readonly #asker: Asker;
  readonly #pieces = new Pieces();
  /** Being sent now, or sent. */
  readonly #sending = new Map<string, Promise<void>>();

  constructor(device: Device, sources: Sources, kept: KeptReads, signal: AbortSignal, events: BringEvents) {
    this.#device = device;
    this.#sources = sources;
    this.#kept = kept;
    this.#signal = signal;
    this.#events = events;
    this.#asker = new Asker(device.connection);
  }

  /**
   * Reads a file, if it was not read before, and brings it while it is in hand.
   * @param wanted whether the cloud is to have it
   */
  async take(file: FoundFile, appleChecksum: boolean, wanted: (read: ReadMedia) => boolean): Promise<Read> {
    const before = this.#kept.of(file, appleChecksum);
    if (before !== undefined) {
      if (isMedia(before) && wanted(before)) await this.bring(file, { hash: before.hash, size: file.size, mime: before.mime });
      return before;
    }
    const bytes = await this.#open(file);
    try {
      const read = await readMedia(file, bytes, { appleChecksum }).catch((error: unknown) => failed(error));
      this.#kept.keep(file, read);
      if (isMedia(read) && wanted(read))
        await this.#once({ hash: read.hash, size: bytes.size, mime: read.mime }, () => Promise.resolve(bytes), false);
      return read;
    } finally {
      await bytes.release();
    }
  }

  /** Brings a file that was read before, or whose hash is known. */
  bring(file: FoundFile, what: Brought): Promise<void> {
    return this.#once(what, () => this.#open(file), true);
  }

  /** The cloud lost it meanwhile: it is brought once more. */
  forget(hash: string): void {
    this.#sending.delete(hash);
  }

  #open(file: FoundFile): Promise<Bytes> {
    return this.#sources.open(file).catch((error: unknown) => failed(error));
  }

  #once(what: Brought, open: () => Promise<Bytes>, release: boolean): Promise<void> {
    const others = this.#sending.get(what.hash);
    if (others !== undefined) return others;
    const sending = this.#send(what, open, release);
    this.#sending.set(what.hash, sending);
    sending.catch(() => this.#sending.delete(what.hash));
    return sending;
  }

  async #send(what: Brought, open: () => Promise<Bytes>, release: boolean): Promise<void> {
    let last: unknown = null;
    for (let tries = 0; tries < TRIES; tries += 1) {
      this.#signal.throwIfAborted();
      if (tries > 0) await sleep(PAUSE_MS * 2 ** (tries - 1), this.#signal);
      try {
        const trouble = await this.#attempt(what, open, release);
        if (trouble === null) return;
        last = trouble;
      } catch (error) {
        if (error instanceof FileFailed || error instanceof Stopped) throw error;
        this.#signal.throwIfAborted();
        if (troubleOfAll(error) === null) throw new FileFailed((error as Error).message, { cause: error });
        last = error;
      }
    }
    const all = troubleOfAll(last);
    if (all !== null) throw stoppedBy(all.cause.code, all.cause.evidence);
    const { code } = last as { code: Parameters<typeof tellReason>[0]['code'] };
    throw new FileFailed(tellReason({ code, since: 0, evidence: {} }).words);
  }

  /** Null: the cloud has it. Else why not, where another try may help. */
  async #attempt(what: Brought, open: () => Promise<Bytes>, release: boolean): Promise<unknown> {
    const { hash, size, mime } = what;
    const answer = await this.#asker.ask({ hash, size, mime });
    const refused = failureOf(answer, { size, mime });
    if (refused !== null) {
      if (refused.code === 'too-large-for-server' || refused.code === 'unsupported-kind')
        throw new FileFailed(tellReason({ code: refused.code, since: 0, evidence: refused.evidence }).words);
      throw stoppedBy(refused.code, refused.evidence);
    }
    if (answer.answer !== 'send') return null;
    const bytes = await open();
    try {
      let told = answer.offset;
      const result = await uploadResource<Readable>({
        transport: this.#device.connection.transport,
        ticket: answer,
        source: sourceOf(bytes),
        hash,
        pace: { wait: (ms, its) => sleep(ms, its instanceof AbortSignal ? its : this.#signal), random: () => Math.random() },
        signal: this.#signal,
        tries: 3,
        longestWait: LONGEST_WAIT_MS,
        pieceSize: this.#pieces.limit(size, Date.now()),
        onProgress: ({ offset, piece, refused: refusedNow }) => {
          if (piece !== null && refusedNow !== null) this.#pieces.refused(refusedNow, piece, Date.now());
          if (offset > told) this.#events.moved(offset - told);
          told = Math.max(told, offset);
        },
      });
      if (result.ok) return null;
      this.#signal.throwIfAborted();
      if (result.code === 'digest-mismatch' || result.code === 'bytes-changed' || result.code === 'file-changing')
        throw new FileFailed('It changed while it was imported.');
      return result;
    } finally {
      if (release) await bytes.release();
    }
  }
}

function isMedia(read: Read): read is ReadMedia {
  return read !== null && read !== 'compressed';
}

function sourceOf(bytes: Bytes): Source<Readable> {
  return {
    size: bytes.size,
    slice: (offset, length, gate) => {
      const plain = bytes.stream(offset, length);
      if (length <= WHOLE_SIZE) return plain;
      return Readable.from(gated(plain, offset, gate), { objectMode: false, highWaterMark: CHUNK });
    },
  };
}

const CHUNK = 1024 * 1024;

function failed(error: unknown): never {
  if ((error as Error).name === 'AbortError') throw error;
  throw new FileFailed(`it cannot be read: ${(error as Error).message}`, { cause: error });
}
