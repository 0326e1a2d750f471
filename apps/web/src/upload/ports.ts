import { HEAD_BYTES, recognise } from '@rollcall/media/recognise';
import { isSidecar, LARGEST_SIDECAR } from '@rollcall/media/sidecar';
import { uploadResource } from '@rollcall/transfer';
import { ask } from '../api/call.ts';
import { act } from '../library/act.ts';
import { newId } from '../library/id.ts';
import { library } from '../library/live.ts';
import { failureOf, TransferFailed } from './failure.ts';
import type { UploadPorts } from './pipeline.ts';
import { browserNotes } from './notes.ts';
import { createUploadQueue, type UploadQueue } from './queue.ts';
import { hashFile } from './reader.ts';
import { judgeStandIn } from './stand-in.ts';
import { browserPace, browserTransport } from './transport.ts';
import { Unreadable } from './unreadable.ts';

/** A break costs at most this much, also behind a proxy that keeps back what it has not wholly heard; bytes. */
const PIECE = 64 * 1024 * 1024;

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

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Unreadable();
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
  notes: browserNotes,
  tellFailure: failureOf,
});
