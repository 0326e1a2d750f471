import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Readable } from 'node:stream';
import { BegunAnew, HeldBack } from './gate.ts';
import { InHand } from './in-hand.ts';
import { knock, type Knock, type Knocked } from './knock.ts';
import { plain, secure } from './node-http.ts';
import { FileFailure } from '@rollcall/transfer';
import { isOpenToOthers, openToOthers, PROTOCOL_HEADER, PROTOCOL_VERSION, REQUEST_HEADER } from '@rollcall/protocol';

export interface HttpRequest {
  readonly method: string;
  /** Below the server's address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | Uint8Array | string | null;
  readonly signal?:
    | {
        addEventListener(type: 'abort', listener: () => void): void;
        removeEventListener(type: 'abort', listener: () => void): void;
        readonly aborted: boolean;
        readonly reason?: unknown;
      }
    | undefined;
  /** Told the header fields of each informational answer 104 (resumable upload: how far the server is). */
  readonly onInformed?: ((header: (name: string) => string | null) => void) | undefined;
  /** Gives up when nothing was heard for this long; milliseconds. */
  readonly silence?: number;
  /** Called before it is ended since it is lost (see `InHand`). Absent: it is never asked about. */
  readonly onLost?: (() => void) | undefined;
}

interface Watch {
  readonly outgoing: () => ClientRequest;
  /** Null: there is none yet. */
  readonly answer: () => IncomingMessage | null;
  /** The server has told how far it is. */
  readonly informed: () => boolean;
  readonly onLost: () => void;
}

/** How an answer came. */
interface HttpLook {
  readonly status: number;
  readonly milliseconds: number;
  /** What the server's clock said; milliseconds. */
  readonly date: number | null;
  /** Version of TLS; null: the connection is plain. */
  readonly tls: string | null;
  /** Its content; null: it is no JSON. */
  readonly json: unknown;
}

/** The code of the error when nothing was sent, since it would have gone in the clear to another machine. */
export const PLAIN_REFUSED = 'ERR_TLS_REQUIRED';
/** Connections kept open to one server. */
const SOCKETS = 16;
const SILENCE_MS = 60_000;
/** The longest that a connection may take to stand, however long its answer may. */
const CONNECT_MS = 30_000;

/** One server's address, with the connections to it. */
export class Http {
  readonly address: URL;
  readonly #agent: Agent;
  readonly #headers: Readonly<Record<string, string>>;
  /** Everybody on the way could read the token, however the device came to this address. */
  readonly #refused: boolean;
  readonly #sockets = new Set<Socket>();
  readonly #knocks = new WeakSet<Socket>();
  /** Bytes of connections that have ended, and of knocks among them. */
  #ended = 0;
  #endedKnocks = 0;
  readonly #inHand = new InHand();

  constructor(server: string, token: string | null, insecure: boolean) {
    this.address = new URL(server);
    this.#refused = !insecure && isOpenToOthers(this.address.href);
    const options = { keepAlive: true, maxSockets: SOCKETS, maxFreeSockets: SOCKETS, scheduling: 'lifo' as const };
    this.#agent = this.address.protocol === 'https:' ? new (secure().Agent)(options) : new plain.Agent(options);
    this.#headers = {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
  }

  /** Resolves with any answer as soon as its head is there; rejects when there is none. */
  async send(request: HttpRequest): Promise<IncomingMessage> {
    if (this.#refused) throw Object.assign(new Error(openToOthers(this.address.origin)), { code: PLAIN_REFUSED });
    try {
      return await this.#once(request);
    } catch (error) {
      // A kept connection that the server had closed meanwhile says nothing about the server.
      const stale = (error as { stale?: boolean }).stale === true;
      const repeatable = request.body === null || typeof request.body === 'string' || request.body instanceof Uint8Array;
      if (stale && repeatable && !request.signal?.aborted) return this.#once(request);
      throw error;
    }
  }

  #once(request: HttpRequest): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { body, onLost } = request;
      let answer: IncomingMessage | null = null;
      let informed = false;
      const name = onLost && this.#watch(request, { outgoing: () => outgoing, answer: () => answer, informed: () => informed, onLost });
      const options: RequestOptions = {
        method: request.method,
        headers: { ...this.#headers, ...request.headers, ...(name === undefined ? {} : { [REQUEST_HEADER]: name }) },
        agent: this.#agent,
      };
      const url = new URL(request.path, this.address);
      const outgoing: ClientRequest = (url.protocol === 'https:' ? secure() : plain).request(url, options);
      const abort = (): void => {
        const why = request.signal?.reason;
        outgoing.destroy(why instanceof HeldBack || why instanceof BegunAnew ? why : new Error('stopped'));
      };
      const done = (): void => request.signal?.removeEventListener('abort', abort);
      request.signal?.addEventListener('abort', abort);
      const silence = request.silence ?? SILENCE_MS;
      const late = (): void => void outgoing.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
      // It counts only from the moment in which the connection stands.
      outgoing.setTimeout(silence, late);
      outgoing.on('socket', (socket) => {
        this.#meet(socket);
        if (!socket.connecting) return;
        const waiting = setTimeout(late, Math.min(silence, CONNECT_MS));
        for (const event of ['connect', 'close'] as const) socket.once(event, () => clearTimeout(waiting));
      });
      if (name !== undefined) outgoing.once('close', () => this.#inHand.over(name));
      outgoing.on('response', (incoming) => {
        answer = incoming;
        if (name !== undefined) this.#inHand.answered(name, performance.now());
        incoming.once('close', done);
        resolve(incoming);
      });
      outgoing.on('information', (info) => {
        if (info.statusCode !== 104) return;
        informed = true;
        request.onInformed?.((name) => headerOf(info.headers, name));
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        done();
        // Otherwise whoever counts its bytes would read the file to its end for nothing.
        if (body !== null && typeof body === 'object' && 'destroy' in body) body.destroy();
        reject(Object.assign(error, { stale: outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE') }));
      });
      if (body === null) outgoing.end();
      else if (typeof body === 'string' || body instanceof Uint8Array) outgoing.end(body);
      else {
        body.once('error', (error) => outgoing.destroy(error));
        // Who was told of more bytes would wait for them.
        let left = Number(request.headers['content-length'] ?? 0);
        body.on('data', (chunk: Uint8Array) => (left -= chunk.length));
        body.once('end', () => {
          if (left > 0) outgoing.destroy(new FileFailure('bytes-changed'));
        });
        body.pipe(outgoing);
        outgoing.once('close', () => body.destroy());
      }
    });
  }

  /** Names the request, so that the server can be asked about it. */
  #watch({ body, headers }: HttpRequest, { outgoing, answer, informed, onLost }: Watch): string {
    // A connection may have served others before.
    let met: { readonly socket: Socket; readonly before: number } | null = null;
    const moved = (): number => {
      const { socket } = outgoing();
      if (!socket) return 0;
      if (met?.socket !== socket) met = { socket, before: takenOf(socket) };
      return takenOf(socket) - met.before;
    };
    const held = (): boolean => {
      const incoming = answer();
      const { socket, writableLength } = outgoing();
      // It waits for its turn on one of our connections, for what came to be taken, or for the disk from which it is read.
      if (!socket) return true;
      if (incoming !== null) return incoming.complete || incoming.readableLength > 0;
      return (
        body !== null && typeof body === 'object' && 'readableEnded' in body && !body.readableEnded && writableLength === 0 && !informed()
      );
    };
    const end = (): void => {
      onLost();
      // Others that are kept may lead nowhere as well.
      this.dropKept();
      outgoing().destroy(new BegunAnew());
    };
    return this.#inHand.begin({ body: Number(headers['content-length'] ?? 0), moved, held, end }, performance.now());
  }

  /** One question, to see how the answer comes. */
  async look(path: string, silence: number): Promise<HttpLook> {
    const from = performance.now();
    const incoming = await this.send({ method: 'GET', path, headers: { accept: 'application/json' }, body: null, silence });
    const milliseconds = Math.round(performance.now() - from);
    // The connection is another's when the answer has been read.
    const tls = (incoming.socket as Partial<TLSSocket>).getProtocol?.() ?? null;
    const text = await readText(incoming);
    const date = Date.parse(headerOf(incoming.headers, 'date') ?? '');
    return {
      status: incoming.statusCode ?? 0,
      milliseconds,
      date: Number.isNaN(date) ? null : date,
      tls,
      json: parse(text),
    };
  }

  /** Asks who is there, over a new connection; see `knock`. */
  async knock(path: string, asked: Knock): Promise<Knocked> {
    if (this.#refused) throw Object.assign(new Error(openToOthers(this.address.origin)), { code: PLAIN_REFUSED });
    return knock(new URL(path, this.address), asked, (socket) => {
      this.#knocks.add(socket);
      this.#meet(socket);
    });
  }

  /** Asks the server about requests on which nothing moves, if there are any now; what is lost is ended. True: something was; null: there are none. */
  askAfter(path: string, patience: number, signal: AbortSignal | undefined): Promise<boolean> | null {
    const now = performance.now();
    const about = this.#inHand.due(now);
    if (about.length === 0) return null;
    return this.knock(path, { patience, signal, about }).then(
      ({ inHand }) => this.#inHand.heard(about, inHand, now, performance.now()),
      // That nobody answers is found out by those that knock for it.
      () => false,
    );
  }

  /** Ends the connections that are kept for later: they may lead nowhere any more. */
  dropKept(): void {
    for (const kept of Object.values(this.#agent.freeSockets)) for (const socket of kept ?? []) socket.destroy();
  }

  /** Bytes that went to the server and came from it, on all connections. */
  get traffic(): number {
    return [...this.#sockets].reduce((sum, socket) => sum + bytesOf(socket), this.#ended);
  }

  /** The same without those of knocks, by which nothing gets on. */
  get carried(): number {
    return [...this.#sockets].reduce(
      (sum, socket) => sum - (this.#knocks.has(socket) ? bytesOf(socket) : 0),
      this.traffic - this.#endedKnocks,
    );
  }

  #meet(socket: Socket): void {
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.#ended += bytesOf(socket);
      if (this.#knocks.has(socket)) this.#endedKnocks += bytesOf(socket);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function bytesOf(socket: Socket): number {
  return socket.bytesRead + socket.bytesWritten;
}

/** Bytes that came, and that the system took. */
function takenOf(socket: Socket): number {
  return bytesOf(socket) - socket.writableLength;
}

export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
}

/** The most that is read of an answer that should be short. */
const TEXT_LIMIT = 64 * 1024 * 1024;

export async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > TEXT_LIMIT) throw new Error('an answer of over 64 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
