import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RemoteAsset } from '@rollcall/core';
import { stoppedBy, type Stopped } from '@rollcall/importers';
import { BYTES, tellReason, type Resource } from '@rollcall/protocol';
import { downloadResource, FileFailure } from '@rollcall/transfer';
import { openSink, type FileSink } from '../../actions/part-sink.ts';
import type { Device } from '../../device.ts';
import { troubleOfAll } from '../../engine/obstacles.ts';
import { sleep } from '../../work/work.ts';
import { NotHad } from './not-had.ts';

const TRIES = 6;
const LONGEST_WAIT_MS = 30_000;
const CHUNK = 1024 * 1024;

/** From where bytes came. */
export type From = 'device' | 'cloud';

/**
 * Brings the bytes of photos into files: from the folder of the device where they are there, else from the cloud; verified in either case. What
 * comes between here and the cloud is met once: what the device has goes on.
 */
export class ExportBytes {
  readonly #device: Device;
  readonly #signal: AbortSignal;
  readonly #moved: (bytes: number) => void;
  readonly #barred = new AbortController();
  #trouble: Stopped | null = null;

  constructor(device: Device, signal: AbortSignal, moved: (bytes: number) => void) {
    this.#device = device;
    this.#signal = signal;
    this.#moved = moved;
  }

  /** Why nothing comes from the cloud any more; null: nothing is in the way. */
  get trouble(): Stopped | null {
    return this.#trouble;
  }

  /** From now on nothing is fetched. */
  bar(trouble: Stopped): void {
    this.#trouble ??= trouble;
    this.#barred.abort();
  }

  /**
   * The file at `part` then holds exactly these bytes, and they are on the disk. What it held before of them is not fetched again.
   * Throws `NotHad`, `Stopped` where the disk is full, and what writing throws.
   */
  async into(part: string, remote: RemoteAsset, resource: Resource): Promise<From> {
    const sink = await openSink(part);
    try {
      const from = (await this.#copied(sink, remote, resource)) ? 'device' : await this.#fetched(sink, resource);
      await sink.sync();
      return from;
    } finally {
      await sink.close();
    }
  }

  /** False: the device has no file with these bytes, whatever it thinks. */
  async #copied(sink: FileSink, { asset }: RemoteAsset, { hash, size }: Resource): Promise<boolean> {
    const { store, identity } = this.#device;
    const here = store
      .filesOf(asset.id)
      .find((file) => file.hash === hash && file.missingSince === null && file.standIn == null && file.rotted == null);
    if (here === undefined) return false;
    const path = join(identity.folder, here.path);
    if ((await stat(path).catch(() => null))?.size !== size) return false;
    await sink.empty();
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, signal: this.#signal })) {
        await sink.append(chunk as Buffer);
        this.#moved((chunk as Buffer).length);
      }
      if ((await sink.hash()) === hash) return true;
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!isOf(error, path)) throw error;
    }
    await sink.empty();
    return false;
  }

  async #fetched(sink: FileSink, resource: Resource): Promise<From> {
    if (this.#trouble !== null) throw new NotHad(this.#trouble.message);
    const { hash, size, assetId, id } = resource;
    const signal = AbortSignal.any([this.#signal, this.#barred.signal]);
    let told = await sink.length();
    const result = await downloadResource({
      transport: this.#device.connection.transport as never,
      path: BYTES.resource(assetId, id),
      hash,
      size,
      sink,
      pace: { wait: (ms) => sleep(ms, signal), random: () => Math.random() },
      signal,
      tries: TRIES,
      longestWait: LONGEST_WAIT_MS,
      onProgress: ({ offset }) => {
        if (offset > told) this.#moved(offset - told);
        told = Math.max(told, offset);
      },
    });
    if (result.ok) return 'cloud';
    this.#signal.throwIfAborted();
    if (result.code === 'stopped') throw new NotHad(this.trouble?.message ?? 'It was stopped.');
    if (result.code === 'device-disk-full') throw new FileFailure('device-disk-full', result.evidence);
    const ofAll = troubleOfAll(result);
    if (ofAll !== null) this.bar(stoppedBy(ofAll.cause.code, ofAll.cause.evidence));
    throw new NotHad(tellReason({ code: result.code, since: 0, evidence: result.evidence }).words);
  }
}

/** A file that cannot be read is fetched instead; one that cannot be written is another matter. */
function isOf(error: unknown, path: string): boolean {
  return (error as NodeJS.ErrnoException).path === path || (error as NodeJS.ErrnoException).syscall === 'read';
}
