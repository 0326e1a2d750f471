import { UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS } from '@rollcall/protocol';
import { formatBoolean, formatDigest, formatInteger, INTEROP_VERSION, parseInteger } from './fields.ts';
import { pauseAfter, TRIES } from './patience.ts';
import { afterStep, beginSending, nextRequest, type Sending, type SendingRequest } from './sending.ts';
import { stepOfError, understandOffset, understandPiece, type Step } from './step.ts';
import { sendWindow } from './window.ts';
import type { Pace, Signal, Source, TransferFailure, TransferResponse, Transport } from './ports.ts';

export interface UploadOptions<Body> {
  readonly transport: Transport<Body>;
  /** From the answer `send`: where, and from which byte. */
  readonly ticket: { readonly path: string; readonly offset: number };
  readonly source: Source<Body>;
  /** What the bytes should hash to; null when it is not known. */
  readonly hash: string | null;
  readonly pace: Pace;
  readonly signal?: Signal | undefined;
  /** Bytes that the server has, or that have left; `piece` is set while something on the way refuses larger ones, such as `refused`. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Requests in a row that bring nothing forward before giving up; 6. */
  readonly tries?: number | undefined;
  /** Most bytes in one request; no limit. */
  readonly pieceSize?: number | undefined;
  /** A longer wait that the server asks for ends the transfer, and is the caller's; milliseconds; no limit. */
  readonly longestWait?: number | undefined;
}

export interface UploadProgress {
  readonly offset: number;
  readonly size: number;
  readonly piece: number | null;
  readonly refused: number | null;
}

/** `sent`: bytes of the bodies given to the transport as far as it told, those sent again included. */
export type UploadResult = { readonly ok: true; readonly hash: string; readonly size: number; readonly sent: number } | TransferFailure;

/** Sends one file to its ticket. Never rejects but for a fault in its own arguments. */
export async function uploadResource<Body>(options: UploadOptions<Body>): Promise<UploadResult> {
  const { source, signal, pace, hash } = options;
  const facts = { size: source.size, hash, tries: options.tries ?? TRIES };
  const count = { sent: 0 };
  let sending = beginSending(options.ticket.offset, options.pieceSize);
  for (;;) {
    if (signal?.aborted) return { ok: false, code: 'stopped' };
    const request = nextRequest(sending, source.size);
    const step = request.ask === 'piece' ? await sendPiece(options, request, sending, count) : await askOffset(options);
    if (signal?.aborted && step.step !== 'done') return { ok: false, code: 'stopped' };
    const after = afterStep(sending, step, facts);
    sending = after.sending;
    switch (after.next.turn) {
      case 'go-on':
        break;
      case 'wait':
        if (after.next.least > (options.longestWait ?? Number.POSITIVE_INFINITY)) return sending.last;
        await pace.wait(pauseAfter(sending.failed, after.next.least, pace.random()), signal);
        break;
      case 'done':
        return { ok: true, hash: after.next.hash, size: source.size, sent: count.sent };
      case 'end':
        return after.next.failure;
      default:
        return after.next satisfies never;
    }
  }
}

type PieceRequest = Extract<SendingRequest, { ask: 'piece' }>;

async function sendPiece<Body>(
  options: UploadOptions<Body>,
  { offset, length, whole }: PieceRequest,
  { piece, refusedPiece }: Sending,
  count: { sent: number },
): Promise<Step> {
  const { source, ticket, transport, signal } = options;
  let sent = 0;
  let over = false;
  const onSent = (bytes: number): void => {
    // An answer may come before the last byte has left.
    if (over) return;
    sent = bytes;
    options.onProgress?.({
      offset: offset + bytes,
      size: source.size,
      ...(refusedPiece > 0 ? { piece, refused: refusedPiece } : { piece: null, refused: null }),
    });
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
    over = true;
    window.close();
    count.sent += sent;
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
