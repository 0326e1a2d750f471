import { failure, failureOfError, refusalOf, textOf } from './failure.ts';
import { patience, TRIES } from './patience.ts';
import type { Pace, Signal, TransferFailure, Transport } from './ports.ts';
import { misunderstood, type DownloadStep } from './receive.ts';

export interface ViewOptions {
  readonly transport: Transport<null>;
  /** Below the server's address, with what it is a view of. */
  readonly path: string;
  /** Bytes; a longer answer is none that was asked for. */
  readonly most: number;
  readonly pace: Pace;
  readonly signal: Signal;
  /** Requests in a row that bring nothing before giving up; 6. */
  readonly tries?: number | undefined;
}

/** `none`: the server makes none of it, for `why`. Otherwise the bytes as they came; whether they are what was asked for is the caller's to find out. */
export type ViewResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: 'none'; readonly why: string }
  | TransferFailure;

/** Seconds that one answer may wait for what is being made (RFC 7240); the server gives as much of it as it likes. */
const PATIENCE_S = 20;

/** Fetches a small version of a photo that the server makes when it is asked. Never rejects but for a fault in its own arguments. */
export async function downloadView(options: ViewOptions): Promise<ViewResult> {
  const { signal, pace, tries } = options;
  const patient = patience(pace, signal, tries ?? TRIES);
  for (;;) {
    if (signal.aborted) return { ok: false, code: 'stopped' };
    const step = await once(options);
    if (signal.aborted) return { ok: false, code: 'stopped' };
    if ('ok' in step) return step;
    if (step.step === 'failed' || !(await patient.again(step.least))) return signal.aborted ? { ok: false, code: 'stopped' } : step.failure;
  }
}

type Step = Extract<DownloadStep, { step: 'again' | 'failed' }>;

async function once({ transport, path, most, signal }: ViewOptions): Promise<Exclude<ViewResult, TransferFailure> | Step> {
  try {
    const headers = { prefer: `wait=${PATIENCE_S}` };
    const response = await transport.request({ method: 'GET', path, headers, body: null, signal, onSent: undefined });
    const header = (name: string): string | null => response.header(name);
    if (response.status === 200) return await taken(response.body, Number(header('content-length') ?? Number.NaN), most);
    const text = await textOf(response);
    const refused = refusalOf(text);
    if (refused?.code === 'not-ready' && refused.details['never'] === true) return { ok: false, code: 'none', why: refused.words };
    return misunderstood({ status: response.status, header, text });
  } catch (error) {
    return { step: 'again', failure: failureOfError(error), least: 0 };
  }
}

async function taken(body: AsyncIterable<Uint8Array>, length: number, most: number): Promise<Exclude<ViewResult, TransferFailure> | Step> {
  const broken = (error: string): Step => ({ step: 'again', failure: failure('download-failed', 'retry', { error }), least: 0 });
  if (!Number.isInteger(length) || length > most) return broken('the server sent something else');
  const bytes = new Uint8Array(length);
  let offset = 0;
  for await (const chunk of body) {
    if (offset + chunk.length > length) return broken('the server sent too many bytes');
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return offset === length ? { ok: true, bytes } : broken('the connection broke');
}
