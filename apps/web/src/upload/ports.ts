import { HEAD_BYTES, recognise } from '@rollcall/media/recognise';
import { isSidecar, LARGEST_SIDECAR } from '@rollcall/media/sidecar';
import { tellReason } from '@rollcall/protocol';
import { uploadResource, type TransferFailure } from '@rollcall/transfer';
import { ask, Refused, tellFailure } from '../api/call.ts';
import { act, newId } from '../library/act.ts';
import { library } from '../library/live.ts';
import type { UploadPorts } from './pipeline.ts';
import { createUploadQueue, type UploadQueue } from './queue.ts';
import { hashFile, Unreadable } from './reader.ts';
import { judgeStandIn } from './stand-in.ts';
import { browserPace, browserTransport } from './transport.ts';

/** A break costs at most this much, also behind a proxy that keeps back what it has not wholly heard; bytes. */
const PIECE = 64 * 1024 * 1024;

type Reported = Exclude<TransferFailure, { code: 'stopped' }>;

class TransferFailed extends Error {
  override readonly name = 'TransferFailed';
  readonly final: boolean;
  constructor(failure: Reported) {
    const told = tellReason({ code: failure.code, since: Date.now(), evidence: failure.evidence });
    super(failure.next === 'stop' ? `${told.words} ${told.cure}` : told.words);
    this.final = failure.next === 'stop';
  }
}

const send: UploadPorts<File>['send'] = async (file, to, hash, progress, signal) => {
  const result = await uploadResource<Blob>({
    transport: browserTransport,
    ticket: to,
    source: { size: file.size, slice: (offset, length) => file.slice(offset, offset + length) },
    hash,
    pace: browserPace,
    signal,
    pieceSize: PIECE,
    onProgress: ({ offset }) => progress(offset),
  });
  if (result.ok) return null;
  if (result.code === 'stopped') throw new DOMException('stopped', 'AbortError');
  const { needed, free } = result.evidence;
  if (result.code === 'quota-full' && typeof needed === 'number' && typeof free === 'number') return { state: 'full', needed, free };
  throw new TransferFailed(result);
};

/** Refusals that another try does not change. */
const FINAL = new Set(['bad-request', 'too-large', 'signed-out', 'device-revoked', 'forbidden', 'update-needed', 'quota-full']);

function tell(error: unknown): { readonly words: string; readonly final: boolean } {
  if (error instanceof Unreadable) return { words: error.message, final: true };
  if (error instanceof TransferFailed) return { words: error.message, final: error.final };
  return { words: tellFailure(error), final: error instanceof Refused && FINAL.has(error.refusal.code) };
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Unreadable('The file could not be read. It may have been moved or changed: choose it again.');
  }
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return readable(async () => new Uint8Array(await file.arrayBuffer()));
}

export const uploads: UploadQueue<File> = createUploadQueue<File>({
  recognise: async (file) => recognise(file.name, await bytesOf(file.slice(0, HEAD_BYTES))),
  isSidecar: async (file) => file.size <= LARGEST_SIDECAR && isSidecar(file.name, await bytesOf(file)),
  standIn: (file, signal) =>
    readable(() =>
      judgeStandIn(file, {
        hash: (bytes) => hashFile(bytes, () => undefined, signal),
        replica: async () => {
          await library().pull();
          return library().view().replica;
        },
      }),
    ),
  hash: hashFile,
  ask: async (asks) => (await ask('askUploads', { body: { asks: [...asks] } })).answers,
  send,
  add: async (changes) => (await act(changes)).map(({ result }) => result),
  pause: (milliseconds, signal) => browserPace.wait(milliseconds, signal),
  newId,
  tellFailure: tell,
});
