import { Readable } from 'node:stream';
import { failureOf } from '@rollcall/core';
import { FileFailed, pieces, Stopped, stoppedBy, type Brought, type Bytes } from '@rollcall/importers';
import { tellReason } from '@rollcall/protocol';
import { gated, uploadResource, WHOLE_SIZE, type Source } from '@rollcall/transfer';
import type { Device } from '../../device.ts';
import { troubleOfAll } from '../../engine/obstacles.ts';
import { Asker } from '../../work/asker.ts';
import { Pieces } from '../../work/pieces.ts';
import { sleep } from '../../work/work.ts';

const TRIES = 6;
const LONGEST_WAIT_MS = 2000;
/** A connection that broke is tried again after this, and twice that, and so on. */
const PAUSE_MS = 500;

/** Sends bytes to the cloud that it does not have. Throws `FileFailed` for one file, and `Stopped` for all. */
export class ByteSender {
  readonly #device: Device;
  readonly #signal: AbortSignal;
  readonly #asker: Asker;
  readonly #pieces = new Pieces();

  constructor(device: Device, signal: AbortSignal) {
    this.#device = device;
    this.#signal = signal;
    this.#asker = new Asker(device.connection);
  }

  async send(what: Brought, open: () => Promise<Bytes>, moved: (bytes: number) => void): Promise<void> {
    let last: unknown = null;
    for (let tries = 0; tries < TRIES; tries += 1) {
      this.#signal.throwIfAborted();
      if (tries > 0) await sleep(PAUSE_MS * 2 ** (tries - 1), this.#signal);
      try {
        const trouble = await this.#attempt(what, open, moved);
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
  async #attempt(what: Brought, open: () => Promise<Bytes>, moved: (bytes: number) => void): Promise<unknown> {
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
          if (offset > told) moved(offset - told);
          told = Math.max(told, offset);
        },
      });
      if (result.ok) return null;
      this.#signal.throwIfAborted();
      if (result.code === 'digest-mismatch' || result.code === 'bytes-changed' || result.code === 'file-changing')
        throw new FileFailed('It changed while it was imported.');
      return result;
    } finally {
      await bytes.release();
    }
  }
}

function sourceOf(bytes: Bytes): Source<Readable> {
  return {
    size: bytes.size,
    slice: (offset, length, gate) => {
      const plain = Readable.from(pieces(bytes, offset, length), { objectMode: false });
      if (length <= WHOLE_SIZE) return plain;
      return Readable.from(gated(plain, offset, gate), { objectMode: false, highWaterMark: CHUNK });
    },
  };
}

const CHUNK = 1024 * 1024;
