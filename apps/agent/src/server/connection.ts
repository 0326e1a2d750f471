import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createClient, ForeignAnswer, type Call } from '@rollcall/protocol';
import type { Transport, TransferResponse } from '@rollcall/transfer';
import { Greeting, tooOld } from './greeting.ts';
import { headerOf, Http, readText } from './http.ts';

/** The server as a device reaches it: the typed API, the transport of bytes, and the stream of pokes. */
export interface Connection {
  readonly call: Call;
  readonly transport: Transport<Readable>;
  readonly http: Http;
  close(): void;
}

/** How long a JSON answer may take; milliseconds. */
const ANSWER_MS = 30_000;

/** @param insecure plain http to another machine was allowed by the person */
export function connect(server: string, token: string | null, insecure: boolean): Connection {
  const http = new Http(server, token, insecure);
  const plain = createClient(async (request) => {
    const incoming = await http.send({
      method: request.method,
      path: request.path,
      headers: withLength(request.headers, request.body),
      body: request.body ?? null,
      silence: ANSWER_MS,
    });
    return { status: incoming.statusCode ?? 0, text: await readText(incoming) };
  });
  const greeting = new Greeting(async () => {
    const info = await plain('server', {});
    if (info.ok) return info.value;
    if (info.refusal.code === 'update-needed') throw tooOld(info.refusal);
    throw new ForeignAnswer(info.refusal.status, info.refusal.words);
  }, Date.now);
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
      const { onSent, body } = request;
      if (onSent && body) {
        let sent = 0;
        body.on('data', (chunk: Buffer) => onSent((sent += chunk.length)));
        body.pause();
      }
      return answerOf(
        await http.send({
          method: request.method,
          path: request.path,
          headers: request.headers,
          body,
          signal: request.signal,
          onInformed: request.onInformed,
        }),
      );
    },
  };
  return { call, transport, http, close: () => http.close() };
}

function withLength(headers: Readonly<Record<string, string>>, body: string | undefined): Readonly<Record<string, string>> {
  return body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
}

function answerOf(incoming: IncomingMessage): TransferResponse {
  return {
    status: incoming.statusCode ?? 0,
    header: (name) => headerOf(incoming.headers, name),
    body: incoming,
  };
}
