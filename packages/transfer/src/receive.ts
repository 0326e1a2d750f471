import { failure, failureOf, failureOfError, isFileFault, refusalOf, textOf, type Reported } from './failure.ts';
import { patience, retryAfter, TRIES } from './patience.ts';
import type { Told } from './step.ts';
import { isAsAsked } from './verify.ts';
import type { Pace, Signal, TransferFailure, TransferResponse, Transport } from './ports.ts';

/** Where downloaded bytes go: a partial file that outlives a restart. */
export interface Sink {
  /** Bytes that it holds now, from the beginning of the file. */
  length(): Promise<number>;
  /** Adds to the end. Throws `FileFailure` (`device-disk-full`) when it cannot. */
  append(chunk: Uint8Array): Promise<void>;
  /** Forgets all bytes. */
  empty(): Promise<void>;
  /** SHA-256 of all bytes that it holds, 64 hex digits; a sink may hash while it appends. */
  hash(): Promise<string>;
}

export interface DownloadOptions {
  readonly transport: Transport<null>;
  readonly path: string;
  readonly hash: string;
  readonly size: number;
  readonly sink: Sink;
  readonly pace: Pace;
  readonly signal?: Signal | undefined;
  readonly onProgress?: ((progress: { readonly offset: number; readonly size: number }) => void) | undefined;
  /** Requests in a row that bring nothing forward before giving up; 6. */
  readonly tries?: number | undefined;
  /** A longer wait that the server asks for ends the transfer, and is the caller's; milliseconds; no limit. */
  readonly longestWait?: number | undefined;
}

/** On `ok` the sink holds exactly the bytes of `hash`; syncing and renaming them is the caller's. */
export type DownloadResult =
  | { readonly ok: true; readonly hash: string; readonly size: number; readonly received: number }
  | TransferFailure;

type Step = Exclude<DownloadStep, { step: 'take' | 'too-far' }> | { readonly step: 'more' };

/** What the head of an answer to a download came to. */
export type DownloadStep =
  /** Take the content, from byte `from` of the file; what the sink holds beyond it goes first. */
  | { readonly step: 'take'; readonly from: number }
  /** The server has fewer bytes than the sink: it forgets them. */
  | { readonly step: 'too-far'; readonly failure: Reported }
  | { readonly step: 'failed'; readonly failure: Reported }
  | { readonly step: 'again'; readonly failure: Reported; readonly least: number };

/** Fetches one resource into its sink. Never rejects but for a fault in its own arguments. */
export async function downloadResource(options: DownloadOptions): Promise<DownloadResult> {
  const { sink, size, hash, signal } = options;
  const patient = patience(options.pace, signal, options.tries ?? TRIES);
  const count = { received: 0 };
  let restarted = false;
  try {
    for (;;) {
      if (signal?.aborted) return { ok: false, code: 'stopped' };
      const have = await sink.length();
      if (have === size) {
        const found = await sink.hash();
        if (isAsAsked(hash, found)) return { ok: true, hash, size, received: count.received };
        await sink.empty();
        if (restarted) return failure('digest-mismatch', 'retry', { arrived: found });
        restarted = true;
        if (size === 0) continue;
      } else if (have > size) await sink.empty();
      const step = await fetchRest(options, have < size ? have : 0, count);
      if (signal?.aborted) return { ok: false, code: 'stopped' };
      if (step.step === 'failed') return step.failure;
      if ((await sink.length()) > (have < size ? have : 0)) patient.renew();
      if (step.step !== 'again') continue;
      if (step.least > (options.longestWait ?? Number.POSITIVE_INFINITY)) return step.failure;
      if (!(await patient.again(step.least))) return signal?.aborted ? { ok: false, code: 'stopped' } : step.failure;
    }
  } catch (error) {
    // A sink that throws is at fault itself; the network's errors are caught nearer.
    const reported = failureOfError(error);
    if (isFileFault(reported)) return reported;
    throw error;
  }
}

/** One request, from byte `have` to the end. */
async function fetchRest(options: DownloadOptions, have: number, count: { received: number }): Promise<Step> {
  const tag = `"${options.hash}"`;
  const headers: Record<string, string> = have > 0 ? { range: `bytes=${have}-`, 'if-range': tag } : {};
  let response: TransferResponse;
  try {
    response = await options.transport.request({
      method: 'GET',
      path: options.path,
      headers,
      body: null,
      signal: options.signal,
      onSent: undefined,
    });
  } catch (error) {
    return { step: 'again', failure: failureOfError(error), least: 0 };
  }
  const header = (name: string): string | null => response.header(name);
  const asked = { hash: options.hash, size: options.size, have };
  const isContent = response.status === 206 || response.status === 200;
  const step = isContent ? readDownload({ status: response.status, header, text: null }, asked) : null;
  if (step?.step === 'take') {
    if (step.from < have) await options.sink.empty();
    return take(options, response, step.from, count);
  }
  const told = readDownload({ status: response.status, header, text: await textOf(response) }, asked);
  if (told.step === 'take') throw new Error('an answer was content, and then was none');
  if (told.step !== 'too-far') return told;
  await options.sink.empty();
  return { step: 'again', failure: told.failure, least: 0 };
}

/** Reads the head of an answer to a download, and its text where it is no content. Pure. */
export function readDownload(
  response: Told,
  { hash, size, have }: { readonly hash: string; readonly size: number; readonly have: number },
): DownloadStep {
  const ours = response.header('etag') === `"${hash}"`;
  if (response.status === 206 && ours && startOf(response.header('content-range'), size) === have) return { step: 'take', from: have };
  if (response.status === 200 && ours) return { step: 'take', from: 0 };
  if (response.status === 416)
    return { step: 'too-far', failure: failure('download-failed', 'retry', { error: 'the server has fewer bytes' }) };
  return misunderstood(response);
}

/** What an answer means that is not what was asked for. Pure. */
export function misunderstood(response: Told): Extract<DownloadStep, { step: 'again' | 'failed' }> {
  const { status, text } = response;
  const least = retryAfter(response.header('retry-after'));
  const later = least > 0 ? { retryAfter: least } : {};
  const refused = refusalOf(text);
  if (refused) {
    const told = failureOf(refused, 'download-failed');
    const reported = told.code === 'server-busy' ? failure(told.code, told.next, { ...told.evidence, ...later }) : told;
    return reported.next === 'retry' && refused.code !== 'damaged'
      ? { step: 'again', failure: reported, least }
      : { step: 'failed', failure: reported };
  }
  if (status === 429 || status === 503)
    return { step: 'again', failure: failure('server-busy', 'retry', { error: `HTTP ${status}`, ...later }), least };
  if (status >= 500) return { step: 'again', failure: failure('server-unreachable', 'retry', { error: `HTTP ${status}` }), least };
  if (status < 400)
    return { step: 'again', failure: failure('captive-portal', 'retry', { status, page: response.header('location') }), least };
  return { step: 'failed', failure: failure('download-failed', 'retry', { error: `HTTP ${status}` }) };
}

/** Takes the content into the sink; bytes beyond the size are not taken. */
async function take(options: DownloadOptions, response: TransferResponse, from: number, count: { received: number }): Promise<Step> {
  let offset = from;
  const chunks = response.body[Symbol.asyncIterator]();
  for (;;) {
    let chunk: Uint8Array;
    try {
      const next = await chunks.next();
      if (next.done) break;
      chunk = next.value;
    } catch (error) {
      return { step: 'again', failure: failureOfError(error), least: 0 };
    }
    if (options.signal?.aborted || offset + chunk.length > options.size) {
      await chunks.return?.();
      if (options.signal?.aborted) return { step: 'more' };
      await options.sink.empty();
      return { step: 'again', failure: failure('download-failed', 'retry', { error: 'the server sent too many bytes' }), least: 0 };
    }
    await options.sink.append(chunk);
    offset += chunk.length;
    count.received += chunk.length;
    options.onProgress?.({ offset, size: options.size });
  }
  if (offset < options.size)
    return { step: 'again', failure: failure('download-failed', 'retry', { error: 'the connection broke' }), least: 0 };
  return { step: 'more' };
}

/** The first byte of `Content-Range: bytes 5-9/10` (RFC 9110 section 14.4); null when it is another range than asked. */
function startOf(value: string | null, size: number): number | null {
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(value ?? '');
  return match && Number(match[3]) === size && Number(match[2]) === size - 1 ? Number(match[1]) : null;
}
