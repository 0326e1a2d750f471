import type { IncomingMessage, ServerResponse } from 'node:http';
import { IN_HAND_HEADER, isRequestName, NONE_IN_HAND, readNames, REQUEST_HEADER } from '@rollcall/protocol';
import type { FastifyInstance } from 'fastify';
import { isWriting } from '../bytes/index.ts';

interface Held {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Tells which requests are in hand, to who knows their names: from when a request's head is there until its answer has been given to the
 * system, or its connection broke. A device on whose request nothing moves learns so whether to wait for it.
 */
export function tellInHand(app: FastifyInstance): void {
  const held = new Map<string, Held>();
  app.addHook('onRequest', async ({ headers, raw: request }, reply) => {
    const name = headers[REQUEST_HEADER];
    if (typeof name === 'string' && isRequestName(name)) {
      held.set(name, { request, response: reply.raw });
      reply.raw.once('close', () => {
        if (held.get(name)?.request === request) held.delete(name);
      });
    }
    const asked = headers[IN_HAND_HEADER];
    if (typeof asked !== 'string') return;
    const inHand = readNames(asked).flatMap((each) => {
      const one = held.get(each);
      return one === undefined ? [] : [waitsForTheWay(one) ? `${each}=${carried(one)}` : each];
    });
    void reply.header(IN_HAND_HEADER, inHand.join(', ') || NONE_IN_HAND);
  });
}

/** All that came of it is taken and more is to come, or what was answered has not gone yet. */
function waitsForTheWay({ request, response }: Held): boolean {
  if (response.headersSent) return (response.socket?.writableLength ?? 0) > 0;
  return !request.complete && request.readableLength === 0 && !isWriting(request);
}

/** Bytes that came by on its connection. */
function carried({ request: { socket } }: Held): number {
  return socket.bytesRead + socket.bytesWritten - socket.writableLength;
}
