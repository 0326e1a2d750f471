import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { API, createClient, ForeignAnswer, type Call, type RouteName } from '@rollcall/protocol';
import type { Transport, TransferResponse } from '@rollcall/transfer';
import { mayBePutAnew, putAnew } from './anew.ts';
import { Greeting, tooOld } from './greeting.ts';
import { BegunAnew, cargoOf, type Gate } from './gate.ts';
import { headerOf, Http, readText } from './http.ts';
import type { Knocked } from './knock.ts';
import { saidOf } from './said.ts';
import { slowly } from './slowly.ts';
import { isOwners, type Owner } from './whose.ts';

/** The server as a device reaches it: the typed API, the transport of bytes, and the stream of pokes. */
export interface Connection {
  readonly call: Call;
  readonly transport: Transport<Readable>;
  readonly http: Http;
  /** Size of the smallest piece that something on the way refused; null: none was. */
  readonly refusedPiece: () => number | null;
  /** Asks who is there, over a new connection. Rejects when nobody, or somebody else, answers. */
  knock(patience: number, signal: AbortSignal): Promise<Knocked>;
  /** Asks about what hangs, if something does, over a new connection: what is lost is begun anew. True: something was. */
  askAfter(signal: AbortSignal): Promise<boolean> | null;
  /** Questions that hang are ended (`BegunAnew`), and no kept connection is used again. */
  beginAnew(): void;
  /** From now on every request asks here first. */
  guard(gate: Gate | null): void;
  close(): void;
}

/** How long is waited for an answer about what hangs; milliseconds. */
const ABOUT_MS = 5000;
/** How long a JSON answer may take; milliseconds. */
const ANSWER_MS = 30_000;
/** The same where the server reads what it has stored before it answers: a long film on a slow disk. */
const READING_MS = 300_000;

/**
 * @param insecure plain http to another machine was allowed by the person
 * @param owner whose photos the device has: with a token of somebody else nothing is asked; null: nobody’s yet
 */
export function connect(server: string, token: string | null, insecure: boolean, owner: Owner | null = null): Connection {
  const http = new Http(server, token, insecure);
  let gate: Gate | null = null;
  let refusedPiece: number | null = null;
  let hanging = new AbortController();
  const clientFor = (name: RouteName): Call =>
    createClient((request) =>
      putAnew(async (lost) => {
        const signal = admitted(gate, cargoOf(name), hanging.signal);
        try {
          const incoming = await http.send({
            method: request.method,
            path: request.path,
            headers: withLength(request.headers, request.body),
            body: request.body ?? null,
            signal,
            silence: reads(request.path) ? READING_MS : ANSWER_MS,
            onLost: mayBePutAnew(name) ? lost : undefined,
          });
          return { status: incoming.statusCode ?? 0, text: await readText(incoming), ...saidOf(incoming) };
        } catch (error) {
          // What breaks since it may not go on says nothing of the link.
          throw signal.aborted ? signal.reason : error;
        }
      }),
    );
  const plain: Call = (name, input) => clientFor(name)(name, input);
  const greeting = new Greeting(
    async () => {
      const info = await plain('server', {});
      if (info.ok) return info.value;
      if (info.refusal.code === 'update-needed') throw tooOld(info.refusal);
      throw new ForeignAnswer(info.refusal.status, info.refusal.words);
    },
    Date.now,
    () => (owner === null || token === null ? Promise.resolve(true) : isOwners(plain, owner)),
  );
  const call: Call = async (name, input) => {
    if (name !== 'server') await greeting.agreed();
    try {
      return await plain(name, input);
    } catch (error) {
      greeting.forget();
      throw error;
    }
  };
  const transport: Transport<Readable> = {
    request: async (request) => {
      const { onSent } = request;
      const slows = gate?.slows === true ? gate : null;
      const body = request.body && slows ? slowly(request.body, (bytes) => slows.pass(bytes, 'up')) : request.body;
      if (onSent && body) {
        let sent = 0;
        body.on('data', (chunk: Buffer) => onSent((sent += chunk.length)));
        body.pause();
      }
      const incoming = await http.send({
        method: request.method,
        path: request.path,
        headers: request.headers,
        body,
        signal: request.signal ?? gate?.admit('photos'),
        onInformed: request.onInformed,
        // What the person's own limit slows is not lost.
        onLost: slows === null ? () => undefined : undefined,
      });
      if (incoming.statusCode === 413 && !headerOf(incoming.headers, 'content-type')?.includes('json'))
        refusedPiece = Math.min(refusedPiece ?? Number.POSITIVE_INFINITY, Number(request.headers['content-length'] ?? 0));
      return answerOf(incoming, slows ? slowly(incoming, (bytes) => slows.pass(bytes, 'down')) : incoming);
    },
  };
  return {
    call,
    transport,
    http,
    refusedPiece: () => refusedPiece,
    knock: async (patience, signal) => http.knock(API.server.path, { patience, signal: admitted(gate, 'words', signal) }),
    askAfter: (signal) => http.askAfter(API.server.path, ABOUT_MS, signal),
    beginAnew: () => {
      hanging.abort(new BegunAnew());
      hanging = new AbortController();
      http.dropKept();
      greeting.forget();
    },
    guard: (its) => {
      gate = its;
    },
    close: () => http.close(),
  };
}

/** Ends what the gate does not let go on, besides. Throws `HeldBack` when it may not even begin. */
function admitted(gate: Gate | null, cargo: Parameters<Gate['admit']>[0], signal: AbortSignal): AbortSignal {
  return gate === null ? signal : AbortSignal.any([gate.admit(cargo), signal]);
}

/** The server reads its stored bytes before it answers. */
function reads(path: string): boolean {
  return path === API.rollCall.path || path.startsWith(`${API.beginProof.path}/`);
}

function withLength(headers: Readonly<Record<string, string>>, body: string | undefined): Readonly<Record<string, string>> {
  return body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
}

function answerOf(incoming: IncomingMessage, body: Readable): TransferResponse {
  return {
    status: incoming.statusCode ?? 0,
    header: (name) => headerOf(incoming.headers, name),
    body,
  };
}
