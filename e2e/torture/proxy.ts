import {
  createServer,
  request,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform, type Readable } from 'node:stream';
import type { Fault, FaultKind } from './weather.ts';

/** A body up to this size can be sent twice. */
const TWICE = 4 * 1024 * 1024;
const PAGE = '<!doctype html><title>Welcome</title><p>Accept our terms to use the Wi-Fi of this hotel.</p>';

/** What went by on its way to the server. */
export interface Traffic {
  /** Bytes of bodies of uploads that devices sent; what the proxy itself doubled is not counted. */
  sentBytes: number;
  /** Uploads that the server told to be finished, by the hash of what they brought; each with its size. */
  readonly finished: Map<string, number>;
  /** What was done to requests, so often; what was drawn and could not be done is not counted. */
  readonly faults: Map<FaultKind, number>;
  /** Answers of the server that its disk is full. */
  full: number;
}

/** 507: no account here has a quota that it meets. */
const FULL = 507;
/** More than the header of a request. */
const A_PART = 8 * 1024;

/** Stands between devices and their server, and lets happen to a request what `fault` draws for it. */
export class Proxy {
  readonly traffic: Traffic = { sentBytes: 0, finished: new Map(), faults: new Map(), full: 0 };
  readonly #uploads = new Set<{ readonly onward: ClientRequest; readonly length: number }>();
  readonly #server: Server;
  readonly #target: () => string;
  readonly #fault: (length: number) => Fault;

  constructor(target: () => string, fault: (length: number) => Fault) {
    this.#target = target;
    this.#fault = fault;
    this.#server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));
    // An error of a broken connection is what this is for.
    this.#server.on('clientError', (_, socket) => socket.destroy());
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Uploads of which a part has gone on to the server, and a part has not. */
  get inTheMiddle(): number {
    return [...this.#uploads].filter(({ onward, length }) => {
      const written = onward.socket?.bytesWritten ?? 0;
      return written > A_PART && written < length;
    }).length;
  }

  #did(kind: FaultKind): void {
    this.traffic.faults.set(kind, (this.traffic.faults.get(kind) ?? 0) + 1);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const length = Number(incoming.headers['content-length'] ?? 0);
    const fault = this.#fault(length);
    incoming.on('error', () => outgoing.destroy());
    outgoing.on('error', () => incoming.destroy());
    if (isUpload(incoming)) incoming.on('data', (chunk: Buffer) => (this.traffic.sentBytes += chunk.length));
    incoming.pause();
    switch (fault.kind) {
      case 'bad-gateway':
        this.#did('bad-gateway');
        return refuse(incoming, outgoing, 502, 'the server behind this proxy does not answer');
      case 'portal':
        this.#did('portal');
        return refuse(incoming, outgoing, 200, PAGE);
      case 'too-large':
        if (length <= fault.limit) return this.#forward(incoming, outgoing, fault);
        this.#did('too-large');
        return refuse(incoming, outgoing, 413, 'too large');
      case 'delay':
        this.#did('delay');
        setTimeout(() => this.#forward(incoming, outgoing, fault), fault.ms);
        return;
      case 'duplicate':
        if (length <= TWICE) return this.#twice(incoming, outgoing, fault.answer);
        return this.#forward(incoming, outgoing, fault);
      case 'throttle':
        this.#did('throttle');
        return this.#forward(incoming, outgoing, fault);
      case 'none':
      case 'cut-request':
      case 'cut-answer':
      case 'lose-answer':
        return this.#forward(incoming, outgoing, fault);
      default:
        fault satisfies never;
    }
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault): void {
    if (outgoing.destroyed) return;
    const cut = (): void => void outgoing.destroy();
    const cutAnswer = (): void => {
      this.#did('cut-answer');
      cut();
    };
    const onward = this.#request(incoming, (answer) => {
      if (fault.kind === 'lose-answer') {
        this.#did('lose-answer');
        return cut();
      }
      this.#note(incoming, answer);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      // What may follow at once is told at once: streams of events wait for nobody.
      outgoing.flushHeaders();
      flow(answer, outgoing, fault.kind === 'cut-answer' ? limited(fault.after, cutAnswer) : paced(fault));
    });
    if (isUpload(incoming)) {
      const upload = { onward, length: Number(incoming.headers['content-length'] ?? 0) };
      this.#uploads.add(upload);
      onward.on('close', () => this.#uploads.delete(upload));
    }
    onward.on('error', cut);
    onward.on('information', ({ statusCode, headers }: { statusCode: number; headers: IncomingHttpHeaders }) => {
      if (statusCode === 104 && !outgoing.headersSent) tellProgress(outgoing, headers);
    });
    outgoing.on('close', () => onward.destroy());
    const broken = (): void => {
      this.#did('cut-request');
      onward.destroy();
      cut();
    };
    flow(incoming, onward, fault.kind === 'cut-request' ? limited(fault.after, broken) : paced(fault));
  }

  /** The same request two times, one after the other, as a device's or a proxy's repeat would be. */
  #twice(incoming: IncomingMessage, outgoing: ServerResponse, which: 'first' | 'second'): void {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const send = (use: (answer: IncomingMessage) => void): void => {
        const onward = this.#request(incoming, use);
        onward.on('error', () => outgoing.destroy());
        outgoing.on('close', () => onward.destroy());
        onward.end(body);
      };
      const give = (answer: IncomingMessage): void => {
        if (outgoing.destroyed) return;
        this.#note(incoming, answer);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        flow(answer, outgoing, null);
      };
      if (isStream(incoming)) return send(give);
      send((first) => {
        if (which === 'first') give(first);
        else this.#note(incoming, first.resume());
        first.on('close', () => {
          this.#did('duplicate');
          send((second) => (which === 'second' ? give(second) : void second.resume()));
        });
      });
    });
    incoming.resume();
  }

  #request(incoming: IncomingMessage, use: (answer: IncomingMessage) => void): ReturnType<typeof request> {
    const url = new URL(incoming.url ?? '/', this.#target());
    const options = { method: incoming.method, headers: { ...incoming.headers, host: url.host }, agent: false };
    return request(url, options, (answer) => {
      answer.on('error', () => undefined);
      use(answer);
    });
  }

  /** Finished uploads are told by their digest, a full disk by its status. */
  #note(incoming: IncomingMessage, answer: IncomingMessage): void {
    if (answer.statusCode === FULL) this.traffic.full += 1;
    if (!isUpload(incoming) || answer.statusCode === undefined || answer.statusCode > 201) return;
    const digest = /sha-256=:([A-Za-z0-9+/=]+):/.exec(String(answer.headers['repr-digest'] ?? ''))?.[1];
    const length = Number(answer.headers['upload-length']);
    if (digest !== undefined && Number.isFinite(length)) this.traffic.finished.set(Buffer.from(digest, 'base64').toString('hex'), length);
  }
}

function isUpload({ method, url }: IncomingMessage): boolean {
  return (method === 'PUT' || method === 'PATCH') && (url ?? '').startsWith('/api/v1/uploads/');
}

function isStream({ url }: IncomingMessage): boolean {
  return (url ?? '').startsWith('/api/v1/library/pokes');
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number, text: string): void {
  // The body is read, as such boxes do: who still sends hears the answer.
  incoming.resume();
  outgoing.writeHead(status, { 'content-type': 'text/html', connection: 'close' }).end(text);
}

function tellProgress(outgoing: ServerResponse, headers: IncomingHttpHeaders): void {
  const lines = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [`${name}: ${value}\r\n`] : []));
  outgoing.socket?.write(`HTTP/1.1 104 Upload Resumption Supported\r\n${lines.join('')}\r\n`);
}

function flow(from: Readable, to: NodeJS.WritableStream & { destroy(): unknown }, through: Transform | null): void {
  // A side that breaks takes the other one with it.
  from.on('close', () => {
    if (!from.readableEnded) to.destroy();
  });
  if (through === null) from.pipe(to);
  else from.pipe(through).pipe(to);
}

/** Lets so many bytes by, and then calls `cut`. */
function limited(most: number, cut: () => void): Transform {
  let left = most;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      if (part.length > 0) this.push(part);
      // What went by has to leave before the connection is broken.
      if (left > 0 || part.length === chunk.length) done();
      else setTimeout(cut, 5);
    },
  });
}

function paced(fault: Fault): Transform | null {
  if (fault.kind !== 'throttle') return null;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      setTimeout(() => done(null, chunk), Math.min(2000, (chunk.length / fault.bytesPerSecond) * 1000));
    },
  });
}
