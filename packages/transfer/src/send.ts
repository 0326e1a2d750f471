import { UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS } from '@rollcall/protocol';
import { failure, type Reported } from './failure.ts';
import { formatBoolean, formatDigest, formatInteger, INTEROP_VERSION, parseInteger } from './fields.ts';
import { patience, TRIES } from './patience.ts';
import { SMALLEST_PIECE, stepOfError, understandOffset, understandPiece, type Step } from './step.ts';
import { sendWindow } from './window.ts';
import type { Pace, Signal, Source, TransferFailure, TransferResponse, Transport } from './ports.ts';

/** A file up to this size goes in one request without asking for the offset first. 8 MiB. */
export const WHOLE_SIZE = 8 * 1024 * 1024;

export interface UploadOptions<Body> {
  readonly transport: Transport<Body>;
  /** From the answer `send`: where, and from which byte. */
  readonly ticket: { readonly path: string; readonly offset: number };
  readonly source: Source<Body>;
  /** What the bytes should hash to; null when it is not known. */
  readonly hash: string | null;
  readonly pace: Pace;
  readonly signal?: Signal | undefined;
  /** Bytes that the server has, or that have left; `piece` is set while something on the way refuses larger ones. */
  readonly onProgress?: ((progress: { readonly offset: number; readonly size: number; readonly piece: number | null }) => void) | undefined;
  /** Requests in a row that bring nothing forward before giving up; 6. */
  readonly tries?: number | undefined;
  /** Most bytes in one request; no limit. */
  readonly pieceSize?: number | undefined;
}

/** `sent`: bytes of the bodies given to the transport as far as it told, those sent again included. */
export type UploadResult = { readonly ok: true; readonly hash: string; readonly size: number; readonly sent: number } | TransferFailure;

/** Sends one file to its ticket. Never rejects but for a fault in its own arguments. */
export async function uploadResource<Body>(options: UploadOptions<Body>): Promise<UploadResult> {
  const { source, signal } = options;
  const patient = patience(options.pace, signal, options.tries ?? TRIES);
  const state: State = {
    offset: options.ticket.offset,
    reached: options.ticket.offset,
    piece: options.pieceSize ?? Number.POSITIVE_INFINITY,
    refusedPiece: 0,
    restarted: false,
    sent: 0,
  };
  let known = true;
  let last: Reported = failure('server-unreachable', 'retry');
  for (;;) {
    if (signal?.aborted) return { ok: false, code: 'stopped' };
    const step: Step = known ? await sendPiece(options, state) : await askOffset(options);
    if (signal?.aborted && step.step !== 'done') return { ok: false, code: 'stopped' };
    switch (step.step) {
      case 'done':
        if (options.hash !== null && step.hash !== options.hash) return failure('digest-mismatch', 'ask', { arrived: step.hash });
        return { ok: true, hash: step.hash, size: source.size, sent: state.sent };
      case 'failed':
        return step.failure;
      case 'on':
        if (step.offset > source.size) return failure('bytes-changed', 'ask', { offset: step.offset, size: source.size });
        if (step.offset > state.reached) patient.renew();
        else if (known && !(await patient.again())) return signal?.aborted ? { ok: false, code: 'stopped' } : last;
        state.offset = step.offset;
        state.reached = Math.max(state.reached, step.offset);
        known = true;
        break;
      case 'smaller': {
        last = tooLarge(state, source.size);
        if (state.piece <= SMALLEST_PIECE || (!step.sure && !(await patient.again())))
          return signal?.aborted ? { ok: false, code: 'stopped' } : last;
        state.refusedPiece = Math.min(state.piece, source.size - state.offset);
        state.piece = Math.max(SMALLEST_PIECE, Math.floor(state.refusedPiece / 2));
        known = false;
        break;
      }
      case 'mismatch':
        if (state.restarted) return step.failure;
        state.restarted = true;
        state.offset = 0;
        state.reached = 0;
        break;
      case 'again':
        // A 502 to the smallest piece, after larger ones were refused, while HEAD is answered: it is the size.
        last = known && state.refusedPiece > 0 && step.failure.evidence['status'] === 502 ? tooLarge(state, source.size) : step.failure;
        known = false;
        if (!(await patient.again(step.least))) return signal?.aborted ? { ok: false, code: 'stopped' } : last;
        break;
      default:
        return step satisfies never;
    }
  }
}

interface State {
  offset: number;
  /** The furthest that the server ever stood: only going beyond it is getting on. */
  reached: number;
  piece: number;
  /** The smallest piece that was refused; 0: none. */
  refusedPiece: number;
  restarted: boolean;
  sent: number;
}

function tooLarge(state: State, size: number): Reported {
  return failure('too-large-for-proxy', 'retry', { piece: Math.min(state.piece, size - state.offset) });
}

async function sendPiece<Body>(options: UploadOptions<Body>, state: State): Promise<Step> {
  const { source, ticket, transport, signal } = options;
  const { offset } = state;
  const length = Math.min(state.piece, source.size - offset);
  const whole = offset === 0 && length === source.size && source.size <= WHOLE_SIZE;
  let sent = 0;
  const onSent = (bytes: number): void => {
    sent = bytes;
    options.onProgress?.({ offset: offset + bytes, size: source.size, piece: state.refusedPiece > 0 ? state.piece : null });
  };
  const window = sendWindow(source.size, options.pace);
  const onInformed = (header: (name: string) => string | null): void => {
    const told = header(UPLOAD_HEADERS.interop) === String(INTEROP_VERSION) ? parseInteger(header(UPLOAD_HEADERS.offset)) : null;
    if (told !== null) window.informed(told);
  };
  const common = {
    'content-length': formatInteger(length),
    ...(options.hash === null ? {} : { [UPLOAD_HEADERS.digest]: formatDigest(options.hash) }),
  };
  try {
    const body = length > 0 ? source.slice(offset, length, window) : null;
    const response = whole
      ? await transport.request({
          method: 'PUT',
          path: `${ticket.path}/whole`,
          headers: { 'content-type': 'application/octet-stream', ...common },
          body,
          signal,
          onSent,
          onInformed,
        })
      : await transport.request({
          method: 'PATCH',
          path: ticket.path,
          headers: { ...appendHeaders(offset, offset + length === source.size), ...common },
          body,
          signal,
          onSent,
          onInformed,
        });
    const step = await understandPiece(response, length);
    if (step.step === 'done' || step.step === 'on') onSent(length);
    return step;
  } catch (error) {
    return stepOfError(error);
  } finally {
    window.close();
    state.sent += sent;
  }
}

function appendHeaders(offset: number, complete: boolean): Record<string, string> {
  return {
    'content-type': UPLOAD_CONTENT_TYPE,
    [UPLOAD_HEADERS.complete]: formatBoolean(complete),
    [UPLOAD_HEADERS.offset]: formatInteger(offset),
    [UPLOAD_HEADERS.interop]: String(INTEROP_VERSION),
  };
}

/** HEAD: where the server stands. */
async function askOffset<Body>(options: UploadOptions<Body>): Promise<Step> {
  let response: TransferResponse;
  try {
    const headers = { [UPLOAD_HEADERS.interop]: String(INTEROP_VERSION) };
    response = await options.transport.request({
      method: 'HEAD',
      path: options.ticket.path,
      headers,
      body: null,
      signal: options.signal,
      onSent: undefined,
    });
  } catch (error) {
    return stepOfError(error);
  }
  return understandOffset(response);
}
