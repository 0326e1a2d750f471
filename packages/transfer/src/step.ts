import { UPLOAD_HEADERS, UploadFinished, type Evidence } from '@rollcall/protocol';
import { failure, failureOf, failureOfError, isFileFault, jsonOf, refusalOf, textOf, type Reported } from './failure.ts';
import { parseBoolean, parseDigest, parseInteger } from './fields.ts';
import { retryAfter } from './patience.ts';
import type { TransferResponse } from './ports.ts';

/** The smallest piece that is tried when something on the way refuses larger ones. 256 KiB. */
export const SMALLEST_PIECE = 256 * 1024;

/** What one request came to. */
export type Step =
  | { readonly step: 'done'; readonly hash: string }
  | { readonly step: 'failed'; readonly failure: Reported }
  /** The server stands at `offset`: send from there. */
  | { readonly step: 'on'; readonly offset: number }
  /** Nothing to rely on: wait, then ask where the server stands. `least` in milliseconds. */
  | { readonly step: 'again'; readonly failure: Reported; readonly least: number }
  /** Something on the way refused the size of the piece. `sure`: it said so. */
  | { readonly step: 'smaller'; readonly sure: boolean }
  | { readonly step: 'mismatch'; readonly failure: Reported };

/** What a missing answer comes to. */
export function stepOfError(error: unknown): Step {
  const reported = failureOfError(error);
  return isFileFault(reported) ? { step: 'failed', failure: reported } : { step: 'again', failure: reported, least: 0 };
}

/** The head of an answer, and its content as text; null: it is none, is too long, or broke off. */
export interface Told {
  readonly status: number;
  header(name: string): string | null;
  readonly text: string | null;
}

/** Reads what the server said to a piece. */
export async function understandPiece(response: TransferResponse, pieceLength: number): Promise<Step> {
  const text = await textOf(response);
  return readPiece({ status: response.status, header: (name) => response.header(name), text }, pieceLength);
}

/** The same of an answer that is here already. Pure. */
export function readPiece(response: Told, pieceLength: number): Step {
  const complete = parseBoolean(response.header(UPLOAD_HEADERS.complete));
  const offset = parseInteger(response.header(UPLOAD_HEADERS.offset));
  const { text } = response;
  if (response.status === 200 || response.status === 201) {
    const told = UploadFinished.safeParse(jsonOf(text));
    if (told.success) return { step: 'done', hash: told.data.hash };
  }
  if (response.status >= 200 && response.status < 300 && complete === false && offset !== null) return { step: 'on', offset };
  const refused = refusalOf(text);
  if (!refused) return foreign(response, pieceLength);
  switch (refused.code) {
    case 'offset-mismatch':
      return offset === null ? { step: 'again', failure: failureOf(refused, 'refused'), least: 0 } : { step: 'on', offset };
    case 'upload-complete':
      return { step: 'again', failure: failureOf(refused, 'refused'), least: 0 };
    case 'digest-mismatch':
      return { step: 'mismatch', failure: failureOf(refused, 'refused') };
    default: {
      const reported = failureOf(refused, 'refused');
      const least = retryAfter(response.header('retry-after'));
      const busy = reported.code === 'server-busy' && least > 0;
      const failed = busy ? failure(reported.code, reported.next, { ...reported.evidence, retryAfter: least }) : reported;
      return failed.next === 'retry' ? { step: 'again', failure: failed, least } : { step: 'failed', failure: failed };
    }
  }
}

/** An answer that is not Rollcall's: a proxy's, a captive portal's. */
function foreign(response: Told, pieceLength: number): Step {
  const { status, text } = response;
  const evidence = { status, answer: (text ?? '').slice(0, 100) };
  if (status === 413) return { step: 'smaller', sure: true };
  if (status === 502 && pieceLength > SMALLEST_PIECE) return { step: 'smaller', sure: false };
  if (status === 429 || status === 503) return busy(response, evidence);
  if (status >= 500)
    return {
      step: 'again',
      failure: failure('server-unreachable', 'retry', { ...evidence, error: `HTTP ${status}` }),
      least: retryAfter(response.header('retry-after')),
    };
  if (status < 400)
    return { step: 'again', failure: failure('captive-portal', 'retry', { ...evidence, page: response.header('location') }), least: 0 };
  return { step: 'failed', failure: failure('refused', status === 404 ? 'ask' : 'stop', { error: `HTTP ${status}` }) };
}

/** Reads what the server said to HEAD. Such an answer has no content, so a refusal is known by its status alone. */
export async function understandOffset(response: TransferResponse): Promise<Step> {
  await textOf(response);
  return readOffset(response);
}

/** The same of an answer whose content was read. Pure. */
export function readOffset(response: Pick<Told, 'status' | 'header'>): Step {
  const { status } = response;
  const offset = parseInteger(response.header(UPLOAD_HEADERS.offset));
  const complete = parseBoolean(response.header(UPLOAD_HEADERS.complete));
  const hash = parseDigest(response.header(UPLOAD_HEADERS.digest));
  if (status >= 200 && status < 300 && offset !== null && complete !== null) {
    if (!complete) return { step: 'on', offset };
    return hash === null
      ? { step: 'failed', failure: failure('refused', 'ask', { error: 'the upload is complete, but its hash was not told' }) }
      : { step: 'done', hash };
  }
  if (status === 401) return { step: 'failed', failure: failure('signed-out', 'stop', { status }) };
  if (status === 426) return { step: 'failed', failure: failure('update-needed', 'stop', { status }) };
  if (status === 404 || status === 410) return { step: 'failed', failure: failure('refused', 'ask', { error: 'the upload is gone' }) };
  if (status === 429 || status === 503) return busy(response, { status });
  if (status >= 500) return { step: 'again', failure: failure('server-unreachable', 'retry', { error: `HTTP ${status}` }), least: 0 };
  if (status >= 400) return { step: 'failed', failure: failure('refused', 'stop', { error: `HTTP ${status}` }) };
  return { step: 'again', failure: failure('captive-portal', 'retry', { status, page: response.header('location') }), least: 0 };
}

/** It wants to be asked again later, and perhaps says when. */
function busy(response: Pick<Told, 'header'>, evidence: Evidence): Step {
  const least = retryAfter(response.header('retry-after'));
  return { step: 'again', failure: failure('server-busy', 'retry', least > 0 ? { ...evidence, retryAfter: least } : evidence), least };
}
