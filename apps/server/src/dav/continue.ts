import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DAV_PATH } from '@rollcall/protocol';

/** Requests whose senders wait to be told that the body may come (RFC 9110 section 10.1.1). */
const waiting = new WeakSet<IncomingMessage>();

/** A file that is refused need not be sent at all: who asks before it sends one is answered when it is wanted. */
export function answerExpectations(app: FastifyInstance): void {
  app.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'PUT' && (request.url ?? '').startsWith(DAV_PATH)) waiting.add(request);
    else response.writeContinue();
    app.server.emit('request', request, response);
  });
}

export function isWaiting(request: IncomingMessage): boolean {
  return waiting.has(request);
}

export function goOn(request: IncomingMessage, response: ServerResponse): void {
  if (waiting.delete(request)) response.writeContinue();
}
