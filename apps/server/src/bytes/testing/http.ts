import http from 'node:http';
import net from 'node:net';
import type { TestApp } from './app.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly json: () => Record<string, never> & { error?: { code: string } };
  readonly informational: readonly { readonly status: number; readonly headers: http.IncomingHttpHeaders }[];
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string | number>;
  readonly body?: Uint8Array;
  readonly as?: string;
}

/** One request on a connection of its own, as it stands. */
export function send(app: Pick<TestApp, 'port'>, { method, path, headers = {}, body, as = 'lib/dev' }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const informational: { status: number; headers: http.IncomingHttpHeaders }[] = [];
    const request = http.request(
      { host: '127.0.0.1', port: app.port, method, path, headers: { authorization: as, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(chunks);
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: whole,
            json: () => JSON.parse(whole.toString()),
            informational,
          });
        });
      },
    );
    request.on('information', ({ statusCode, headers: told }) => informational.push({ status: statusCode, headers: told }));
    request.on('error', reject);
    request.end(body);
  });
}

/** A request whose body is sent by hand, over a bare socket. */
export interface Slow {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves with all that came when the other side closed the connection. */
  readonly closed: Promise<string>;
  destroy(): void;
}

export async function slowRequest(app: Pick<TestApp, 'port'>, head: readonly string[], as = 'lib/dev'): Promise<Slow> {
  const socket = net.connect(app.port, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<string>();
  let came = '';
  socket.on('data', (chunk) => {
    came += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => resolve(came));
  const write = (bytes: Uint8Array | string): Promise<void> => new Promise((done) => void socket.write(bytes, () => done()));
  await write([...head, 'host: 127.0.0.1', `authorization: ${as}`, '', ''].join('\r\n'));
  return { write, closed: promise, destroy: () => void socket.destroy() };
}

/** Waits until `look` finds something, for at most twenty seconds. */
export async function until<T>(look: () => Promise<T | null | false | undefined> | T | null | false | undefined): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error('what was waited for did not come within twenty seconds');
    await new Promise((done) => void setTimeout(done, 10));
  }
}

export interface Sendable {
  readonly answer: string;
  readonly uploadId: string;
  readonly path: string;
  readonly offset: number;
  readonly needed: number;
  readonly free: number;
  readonly code: string;
}

/** `POST /uploads/ask`. */
export async function ask(
  app: Pick<TestApp, 'port'>,
  asks: readonly { hash: string | null; size: number }[],
  as = 'lib/dev',
): Promise<Sendable[]> {
  const body = Buffer.from(JSON.stringify({ asks: asks.map((one) => ({ ...one, mime: 'image/jpeg' })) }));
  const answer = await send(app, {
    method: 'POST',
    path: '/api/v1/uploads/ask',
    headers: { 'content-type': 'application/json', 'content-length': body.length },
    body,
    as,
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.toString()}`);
  return answer.json()['answers'] as never;
}
