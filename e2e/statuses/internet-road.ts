import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';
import { json } from 'node:stream/consumers';
import { API } from '@rollcall/protocol';

/** What stands on the road between a device and its server. */
export type Toll =
  | { readonly is: 'nothing' }
  /** A hotel's page, which is there or to which all is led. */
  | { readonly is: 'portal'; readonly page: string | null }
  | { readonly is: 'busy'; readonly seconds: number }
  /** Nothing comes back, and nothing is refused. */
  | { readonly is: 'silence' }
  /** So many bytes a second for each body. */
  | { readonly is: 'slowness'; readonly bytes: number }
  /** Each part of a question's body, and of what is answered, is held back for so long. */
  | { readonly is: 'delay'; readonly milliseconds: number }
  /** What is asked for uploads is answered as by a server that does not take files of this kind. */
  | { readonly is: 'pickiness'; readonly mime: string }
  /** Bodies of uploads that a program in between does not want. */
  | { readonly is: 'refusal'; readonly of: (length: number) => boolean };

const PAGE = '<!doctype html><title>Welcome</title><p>Accept our terms to use the Wi-Fi of this hotel.</p>';

/** The road: all that a device says to the server goes over it. */
export class Road {
  readonly #server: Server;
  readonly #held = new Set<ServerResponse>();
  toll: Toll = { is: 'nothing' };
  /** Larger bodies are refused (HTTP 413), as a proxy with its usual settings does. */
  limit = Number.POSITIVE_INFINITY;
  /** The server's clock seems to be so far ahead; seconds. */
  ahead = 0;
  /** Uploads for which the road swallows the body from its first part on, once each; by the length of the body. */
  readonly swallows = new Set<number>();
  /** Beginnings of questions (`POST /api/v1/…`) whose answer the road swallows, once each; the server has heard them. */
  readonly mutes = new Set<string>();
  /** Bodies of uploads that went by, by their path; and those that were refused. */
  readonly uploads: { readonly path: string; readonly length: number }[] = [];
  readonly refused: { readonly path: string; readonly length: number }[] = [];
  /** Questions that came by, and those that are on the road now. */
  passed = 0;
  under = 0;
  /** Hashes of the photos of which the server was asked, in order. */
  readonly asked: string[] = [];
  /** The same of the changes of which the library was told. */
  readonly told: string[] = [];

  constructor(target: () => string) {
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing, target()));
    this.#server.on('clientError', (_, socket) => socket.destroy());
  }

  async open(host = '127.0.0.1'): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, host, resolve));
    return `http://${host}:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string): void {
    const length = Number(incoming.headers['content-length'] ?? 0);
    const path = incoming.url ?? '/';
    const upload = path.startsWith('/api/v1/uploads/') && (incoming.method === 'PUT' || incoming.method === 'PATCH');
    this.passed += 1;
    this.under += 1;
    outgoing.once('close', () => (this.under -= 1));
    incoming.on('error', () => outgoing.destroy());
    outgoing.on('error', () => incoming.destroy());
    if (length > this.limit || (upload && this.toll.is === 'refusal' && this.toll.of(length))) {
      this.refused.push({ path, length });
      return answer(incoming, outgoing, length > this.limit ? 413 : 403, 'no', {});
    }
    switch (this.toll.is) {
      case 'portal': {
        const { page } = this.toll;
        return page === null ? answer(incoming, outgoing, 200, PAGE, {}) : answer(incoming, outgoing, 302, PAGE, { location: page });
      }
      case 'busy':
        return answer(incoming, outgoing, 503, 'later', { 'retry-after': String(this.toll.seconds) });
      case 'silence':
        this.#held.add(outgoing);
        outgoing.on('close', () => this.#held.delete(outgoing));
        return;
      case 'pickiness':
        if (path === API.askUploads.path && incoming.method === 'POST') return this.#beChoosy(incoming, outgoing, this.toll.mime, target);
        break;
      case 'nothing':
      case 'slowness':
      case 'delay':
      case 'refusal':
        break;
      default:
        this.toll satisfies never;
    }
    if (upload) this.uploads.push({ path, length });
    const swallow = upload && this.swallows.delete(length);
    this.#forward(incoming, outgoing, new URL(path, target), swallow ? swallowing(length / 16) : this.#paced());
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, through: Transform | null): void {
    const muted = [...this.mutes].find((beginning) => `${incoming.method} ${incoming.url}`.startsWith(beginning));
    if (muted !== undefined) this.mutes.delete(muted);
    // Each over a connection of its own: a kept one may be closed by the server just when it is used again, and then the device has to say
    // again what the server never heard.
    const options = { method: incoming.method, headers: { ...incoming.headers, host: url.host }, agent: false };
    const onward = request(url, options, (told) => {
      if (muted !== undefined) return void told.resume();
      const date = told.headers.date;
      const shifted = this.ahead !== 0 && date !== undefined ? { date: new Date(Date.parse(date) + this.ahead * 1000).toUTCString() } : {};
      outgoing.writeHead(told.statusCode ?? 502, { ...told.headers, ...shifted });
      outgoing.flushHeaders();
      told.on('error', () => outgoing.destroy());
      told.on('aborted', () => outgoing.destroy());
      const back = this.toll.is === 'delay' ? this.#paced() : null;
      if (back === null) told.pipe(outgoing);
      else told.pipe(back).pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    const path = incoming.url ?? '';
    if (path.startsWith('/api/v1/uploads') && incoming.method === 'POST') noteHashes(incoming, this.asked);
    if (path === API.mutations.path) noteHashes(incoming, this.told);
    if (through === null) incoming.pipe(onward);
    else incoming.pipe(through).pipe(onward);
  }

  /** Asks the server of all others, and puts the answers in the order of the questions. */
  #beChoosy(incoming: IncomingMessage, outgoing: ServerResponse, mime: string, target: string): void {
    void (async () => {
      const { asks } = (await json(incoming)) as { asks: { mime: string }[] };
      const others = asks.filter((ask) => ask.mime !== mime);
      const { 'content-length': _length, connection: _connection, host: _host, ...headers } = incoming.headers as Record<string, string>;
      const told =
        others.length === 0
          ? []
          : (
              (await (
                await fetch(`${target}${API.askUploads.path}`, { method: 'POST', headers, body: JSON.stringify({ asks: others }) })
              ).json()) as {
                answers: unknown[];
              }
            ).answers;
      const refusal = { answer: 'refused', code: 'unsupported-kind', words: 'not this kind', limit: null };
      const answers = asks.map((ask) => (ask.mime === mime ? refusal : told.shift()));
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ answers }));
    })().catch(() => outgoing.destroy());
  }

  #paced(): Transform | null {
    if (this.toll.is !== 'slowness' && this.toll.is !== 'delay') return null;
    // What is on its way goes on at full speed as soon as the road is free.
    const pace = (length: number): number => {
      if (this.toll.is === 'delay') return this.toll.milliseconds;
      return this.toll.is === 'slowness' ? Math.min(5000, (length / this.toll.bytes) * 1000) : 0;
    };
    return new Transform({
      highWaterMark: 4096,
      transform(chunk: Buffer, _, done) {
        setTimeout(() => done(null, chunk), pace(chunk.length));
      },
    });
  }
}

function answer(incoming: IncomingMessage, outgoing: ServerResponse, status: number, text: string, headers: Record<string, string>): void {
  // The body is read to its end, as such boxes do: who still sends hears the answer, and not that the connection broke.
  incoming.resume();
  incoming.once('end', () => outgoing.writeHead(status, { 'content-type': 'text/html', connection: 'close', ...headers }).end(text));
}

/** Takes everything, and lets so many bytes by. */
function swallowing(most: number): Transform {
  let left = most;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const part = chunk.subarray(0, Math.max(0, left));
      left -= part.length;
      if (part.length > 0) this.push(part);
      // The connection stays, and nothing more comes out of it.
      if (left > 0) done();
    },
  });
}

/** Hashes that a question names, in order. */
function noteHashes(incoming: IncomingMessage, into: string[]): void {
  let text = '';
  incoming.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  incoming.on('end', () => {
    for (const [, hash] of text.matchAll(/"hash":"([0-9a-f]{64})"/g)) into.push(hash as string);
  });
}
