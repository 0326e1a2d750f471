import { failureOf as refusalOf } from '@rollcall/core';
import { FileFailed, stoppedBy, type Bytes, type Cloud } from '@rollcall/importers/portable';
import { LIMITS, say, tellReason, type UploadAsk } from '@rollcall/protocol';
import { uploadResource, type TransferFailure } from '@rollcall/transfer';
import { ask } from '../../api/call.ts';
import { browserPace, browserTransport } from '../../upload/transport.ts';
import { createBatch, createTurns } from '../../upload/turns.ts';
import { patiently } from './page-cloud.ts';

/** A break costs at most this much; bytes. */
const PIECE = 64 * 1024 * 1024;
/** Files that are sent at once. */
const PARALLEL = 3;
/** Questions are gathered for so many milliseconds. */
const BATCH_WAIT = 20;
/** Another try, with a new ticket, after what may pass; and how long it is waited for, in milliseconds. */
const TRIES = 12;
const WAIT = 10_000;
const CHANGED = new Set<string>(['digest-mismatch', 'bytes-changed', 'file-changing']);
const OF_THE_FILE = new Set<string>(['too-large-for-server', 'unsupported-kind']);

/** Sends bytes that the cloud does not have, some files at a time. */
export function byteSender(signal: AbortSignal): Cloud['bring'] {
  const turn = createTurns(PARALLEL);
  const askOne = createBatch(
    async (asks: readonly UploadAsk[]) => {
      const { answers } = await patiently(() => ask('askUploads', { body: { asks: [...asks] } }), signal);
      return answers;
    },
    LIMITS.asks,
    BATCH_WAIT,
  );

  const attempt: (...given: Parameters<Cloud['bring']>) => Promise<TransferFailure | null> = async ({ hash, size, mime }, open, moved) => {
    const answer = await askOne({ hash, size, mime });
    const refused = refusalOf(answer, { size, mime });
    if (refused !== null) {
      if (OF_THE_FILE.has(refused.code))
        throw new FileFailed(tellReason({ code: refused.code, since: 0, evidence: refused.evidence }).words);
      throw stoppedBy(refused.code, refused.evidence);
    }
    if (answer.answer !== 'send') return null;
    return turn(async () => {
      const bytes = await open();
      try {
        let told = answer.offset;
        const result = await uploadResource<Blob>({
          transport: browserTransport,
          ticket: answer,
          source: { size, slice: await slicesOf(bytes) },
          hash,
          pace: browserPace,
          signal,
          pieceSize: PIECE,
          onProgress: ({ offset }) => {
            if (offset > told) moved(offset - told);
            told = Math.max(told, offset);
          },
        });
        return result.ok ? null : result;
      } finally {
        await bytes.release();
      }
    });
  };

  return async (what, open, moved) => {
    for (let tries = 1; ; tries += 1) {
      const failure = await attempt(what, open, moved);
      if (failure === null) return;
      signal.throwIfAborted();
      if (failure.code === 'stopped') throw new DOMException('stopped', 'AbortError');
      if (CHANGED.has(failure.code)) throw new FileFailed(say('It changed while it was imported.'));
      if (failure.next === 'stop' || tries >= TRIES) throw stoppedBy(failure.code, failure.evidence);
      await browserPace.wait(WAIT, signal);
    }
  };
}

/** What lies in a file of the person's is sent from there; what was unpacked in memory, from there. */
async function slicesOf(bytes: Bytes): Promise<(offset: number, length: number) => Blob> {
  const { blob } = bytes;
  if (blob !== undefined) return (offset, length) => blob(offset, length);
  const whole = new Blob([(await bytes.read(0, bytes.size)) as Uint8Array<ArrayBuffer>]);
  return (offset, length) => whole.slice(offset, offset + length);
}
