import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, UPLOAD_HEADERS } from '@rollcall/protocol';
import { formatLimit, SPOKEN_VERSIONS, parseInteger, type Answer } from '@rollcall/transfer';
import { noteRefusal } from '../noted.ts';
import { LIFETIME } from './tickets.ts';

/** Bytes of a body that nobody wants which are still taken, so that its sender reads the answer instead of a broken connection. */
const MOST_UNWANTED = 64 * 1024 * 1024;
/** How long that may take. Milliseconds. */
const UNWANTED_TIME = 10_000;

/** One request on its way through an upload: its body, and its one answer. */
export interface Carrier {
  readonly request: IncomingMessage;
  answer(answer: Answer): void;
  /** Breaks the connection without an answer. */
  break(): void;
  /** An informational response 104, if the client speaks an interop version that we do; after an answer it is nothing. */
  inform(headers: Readonly<Record<string, string>>): void;
  /** Resolves when the request was answered or broken. */
  readonly done: Promise<void>;
}

/** @param adapt changes an answer on its way out, e.g. for the response to a creation */
export function carry(request: FastifyRequest, reply: FastifyReply, adapt: (answer: Answer) => Answer = (answer) => answer): Carrier {
  const { promise, resolve } = Promise.withResolvers<void>();
  let over = false;
  const spoken = parseInteger(header(request, UPLOAD_HEADERS.interop));
  return {
    request: request.raw,
    done: promise,
    answer: (plain) => {
      if (over) return;
      over = true;
      const answer = adapt(plain);
      const code = refusedBy(answer);
      if (code !== null) noteRefusal(request.raw, code);
      void reply.code(answer.status).headers(withLimit(answer));
      void (answer.body === null ? reply.send() : reply.serializer((body: unknown) => JSON.stringify(body)).send(answer.body));
      drain(request.raw);
      resolve();
    },
    break: () => {
      if (over) return;
      over = true;
      void reply.hijack();
      request.raw.destroy();
      resolve();
    },
    inform: (headers) => {
      if (spoken !== null && SPOKEN_VERSIONS.includes(spoken) && !over)
        writeInformation(reply.raw, { ...headers, [UPLOAD_HEADERS.interop]: String(spoken) });
    },
  };
}

export function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** Every answer that says where an upload stands tells its limits as well. */
function withLimit(answer: Answer): Record<string, string> {
  const limited = answer.status < 300 || UPLOAD_HEADERS.offset in answer.headers;
  return limited ? { [UPLOAD_HEADERS.limit]: formatLimit(LIFETIME), ...answer.headers } : { ...answer.headers };
}

/** Its code, where it is a refusal. */
function refusedBy({ status, body }: Answer): string | null {
  if (status < 400) return null;
  const told = ApiError.safeParse(body);
  return told.success ? told.data.error.code : null;
}

/** Node has no way to send an informational response of its choice, so it is written where its own are. */
function writeInformation(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  if (!response.socket || response.headersSent || response.destroyed) return;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  response.socket.write(`HTTP/1.1 104 Upload Resumption Supported\r\n${lines.join('')}\r\n`);
}

/** Takes the rest of a body that nobody wants, up to a limit. */
export function drain(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  let bytes = 0;
  const timer = setTimeout(() => request.socket.destroy(), UNWANTED_TIME);
  timer.unref();
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > MOST_UNWANTED) request.socket.destroy();
  });
  request
    .on('close', () => clearTimeout(timer))
    .on('end', () => clearTimeout(timer))
    .on('error', () => clearTimeout(timer));
  request.resume();
}
