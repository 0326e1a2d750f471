import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Answer } from './answers.ts';
import { parseBoolean, parseInteger } from './fields.ts';
import type { Pace, Source, TransferRequest, Transport } from './ports.ts';
import { decideUpload, openUpload, type Ask, type Upload } from './upload.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const foreign = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: '<html>not Rollcall</html>',
});

/** What goes wrong with one request. */
export type Fault =
  | { readonly fault: 'none' }
  /** The connection breaks when this many bytes of the body have come; the answer is lost as well when all of them did. */
  | { readonly fault: 'break'; readonly after: number }
  /** Something on the way answers instead. */
  | { readonly fault: 'instead'; readonly answer: Answer }
  /** The server crashes before the request, and the last so many bytes were not on its disk. */
  | { readonly fault: 'crash'; readonly loses: number }
  /** A bit of what came so far is another one. */
  | { readonly fault: 'damage' }
  /** The request reaches the server twice; the second answer comes back. */
  | { readonly fault: 'twice' }
  /** The bytes cannot be kept just now, by the server's own fault. */
  | { readonly fault: 'unkept' };

/** A server with one upload, decided by the same state machine, in memory; `faults` are drawn one a request. */
export function serverOf(
  size: number,
  hash: string,
  fault: (request: TransferRequest<Uint8Array | null>, n: number) => Fault = () => ({ fault: 'none' }),
) {
  let upload: Upload = openUpload(0, size);
  let bytes = Buffer.alloc(0);
  const requests: string[] = [];
  const answers: Answer[] = [];
  let unkept = false;
  let sent = 0;
  let asked = 0;
  const handle = (event: Parameters<typeof decideUpload>[1]): void => {
    const decision = decideUpload(upload, event);
    upload = decision.upload;
    for (const effect of decision.effects) {
      if (effect.do === 'answer') answers.push(effect.answer);
      if (effect.do === 'empty' || effect.do === 'forget') bytes = Buffer.alloc(0);
      if (effect.do === 'finish') {
        const found = sha256(bytes);
        if (unkept) handle({ type: 'unkept', why: 'internal' });
        else handle(found === hash ? { type: 'kept', hash } : { type: 'mismatched', hash: found });
      }
    }
  };
  const crash = (loses: number): void => {
    if (upload.phase !== 'open') return;
    bytes = bytes.subarray(0, Math.max(0, bytes.length - loses));
    upload = openUpload(bytes.length, size);
  };
  const take = (request: TransferRequest<Uint8Array | null>, partial: Uint8Array, whole: boolean): void => {
    answers.length = 0;
    handle({ type: 'asked', ask: askOf(request, (asked += 1)) });
    if (upload.phase !== 'open' || !upload.writing) return;
    bytes = Buffer.concat([bytes, partial]);
    if (partial.length > 0) handle({ type: 'arrived', bytes: partial.length });
    handle({ type: 'ended', how: whole ? 'whole' : 'broken' });
  };
  const transport: Transport<Uint8Array | null> = {
    request: async (request) => {
      requests.push(`${request.method} ${request.headers['upload-offset'] ?? ''}`.trim());
      const drawn = fault(request, requests.length);
      if (drawn.fault === 'instead') return response(drawn.answer);
      if (drawn.fault === 'crash') crash(drawn.loses);
      if (drawn.fault === 'damage' && upload.phase === 'open') bytes.fill((bytes[0] ?? 0) ^ 1, 0, 1);
      unkept = drawn.fault === 'unkept';
      const body = request.body ?? new Uint8Array();
      const partial = drawn.fault === 'break' ? body.subarray(0, drawn.after) : body;
      request.onSent?.(partial.length);
      sent += partial.length;
      take(request, partial, partial.length === body.length);
      if (drawn.fault === 'twice') take(request, body, true);
      if (drawn.fault === 'break') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      const [answer] = answers;
      assert.ok(answer);
      return response(answer);
    },
  };
  return {
    transport,
    requests,
    sent: () => sent,
    complete: () => upload.phase === 'complete',
    corrupt: () => bytes.fill(0, 0, 1),
    bytes: () => bytes,
    setHash: (other: string) => (hash = other),
  };
}

function askOf({ method, headers }: TransferRequest<Uint8Array | null>, request: number): Ask {
  const contentLength = Number(headers['content-length'] ?? 0);
  if (method === 'HEAD') return { kind: 'offset', request };
  if (method === 'PUT') return { kind: 'whole', request, contentLength };
  return {
    kind: 'append',
    request,
    offset: parseInteger(headers['upload-offset']),
    complete: parseBoolean(headers['upload-complete']),
    length: null,
    contentLength,
    partial: headers['content-type'] === 'application/partial-upload',
  };
}

function response(answer: Answer) {
  const text = answer.body === null ? '' : typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return {
    status: answer.status,
    header: (name: string) => answer.headers[name] ?? null,
    body: (async function* () {
      yield Buffer.from(text);
    })(),
  };
}

export const sourceOf = (bytes: Uint8Array): Source<Uint8Array | null> => ({
  size: bytes.length,
  slice: (offset, length) => bytes.subarray(offset, offset + length),
});
export function paceOf(): Pace & { readonly waits: number[] } {
  const waits: number[] = [];
  return { waits, random: () => 0.999, wait: async (ms) => void waits.push(ms) };
}
