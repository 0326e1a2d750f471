import http from 'node:http';
import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gated, type Pace, type Signal, type Source, type Transport } from '@rollcall/transfer';

export type NodeBody = Uint8Array | AsyncIterable<Uint8Array>;

/** One request at a time per connection, connections kept alive. `port` is asked each time: a server that restarts has another one. */
export function nodeTransport(
  port: () => number,
  authorization: string,
  agent = new http.Agent({ keepAlive: true }),
): Transport<NodeBody | null> {
  return {
    request: ({ method, path, headers, body, onSent, onInformed }) =>
      new Promise((resolve, reject) => {
        const request = http.request({ host: '127.0.0.1', port: port(), agent, method, path, headers: { ...headers, authorization } });
        request.on('error', reject);
        request.on('information', ({ statusCode, headers: told }) => {
          if (statusCode === 104) onInformed?.((name) => (typeof told[name] === 'string' ? told[name] : null));
        });
        request.on('response', (response) => {
          resolve({
            status: response.statusCode!,
            header: (name) => {
              const value = response.headers[name];
              return typeof value === 'string' ? value : null;
            },
            body: response,
          });
          if (response.statusCode! >= 400 && body !== null && !(body instanceof Uint8Array)) stream?.destroy();
        });
        const stream = body === null || body instanceof Uint8Array ? null : Readable.from(body, { objectMode: false });
        if (!stream) {
          request.end(body ?? undefined);
          onSent?.(body instanceof Uint8Array ? body.length : 0);
          return;
        }
        let sent = 0;
        stream.on('data', (chunk: Uint8Array) => onSent?.((sent += chunk.length)));
        stream.on('error', (error) => request.destroy(error));
        // Nobody reads on for a request that is over; at once, or the whole file is read into the void.
        request.on('error', () => stream.destroy()).on('close', () => stream.destroy());
        stream.pipe(request);
      }),
  };
}

/** Waits for real, but tries again soon. */
export const shortPace: Pace = { wait: (ms, signal) => waitFor(ms < 5000 ? Math.min(ms, 100) : ms, signal), random: () => 0.5 };

async function waitFor(ms: number, signal: Signal | undefined): Promise<void> {
  const stop = new AbortController();
  signal?.addEventListener('abort', () => stop.abort());
  await sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined);
}

export function bytesSource(bytes: Uint8Array): Source<NodeBody | null> {
  return { size: bytes.length, slice: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** A large file that is made as it is read: the same bytes each time. */
export function madeSource(
  size: number,
  chunkSize = 64 * 1024,
): Source<NodeBody | null> & { readonly hash: string; readonly handed: () => number } {
  const period = Buffer.alloc(1021 * 64);
  for (let at = 0; at < period.length; at += 1) period[at] = (at * 31 + (at >> 8) * 7) & 0xff;
  let handed = 0;
  async function* read(offset: number, length: number): AsyncGenerator<Uint8Array> {
    for (let at = offset; at < offset + length;) {
      const from = at % period.length;
      const chunk = period.subarray(from, Math.min(period.length, from + chunkSize, from + offset + length - at));
      at += chunk.length;
      handed += chunk.length;
      yield chunk;
    }
  }
  const digest = createHash('sha256');
  for (let at = 0; at < size; at += period.length) digest.update(period.subarray(0, Math.min(period.length, size - at)));
  return {
    size,
    slice: (offset, length, gate) => gated(read(offset, length), offset, gate),
    hash: digest.digest('hex'),
    handed: () => handed,
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
