import { BYTES, say, type Poke } from '@rollcall/protocol';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';
import type { Presence } from '../presence/presence.ts';
import { Refused } from '../refused.ts';

type Streams = Pick<ServerContext, 'authenticate' | 'pokes' | 'libraries'> & { readonly presence: Pick<Presence, 'left'> };

/** A line now and then, so that proxies and readers know the stream lives. Milliseconds. */
const HEARTBEAT = 20_000;
/** Bytes that wait for a listener; one slower than that is dropped and comes again. */
const BACKLOG = 64 * 1024;

/** Server-sent events (HTML Standard, section 9.2); each `data` is a `Poke`. The first tells the head as of now. */
export function registerPokes(app: FastifyInstance, context: Streams): void {
  const beats = new Set<() => void>();
  const beating = setInterval(() => {
    for (const beat of beats) beat();
  }, HEARTBEAT);
  beating.unref();
  app.addHook('preClose', async () => {
    clearInterval(beating);
    context.pokes.close();
  });

  app.get(
    BYTES.pokes,
    { exposeHeadRoute: false, schema: { summary: 'Server-sent events; each data is a poke: a hint to pull' } },
    async (request, reply) => {
      const { libraryId, deviceId } = await context.authenticate(request);
      const { raw } = reply;
      const write = (text: string): void => {
        if (raw.destroyed) return;
        raw.write(text);
        if (raw.writableLength > BACKLOG) raw.destroy();
      };
      const beat = (): void => write(': still here\n\n');
      const listening = context.pokes.listen({
        libraryId,
        deviceId,
        send: (poke: Poke) => write(`data: ${JSON.stringify(poke)}\n\n`),
        end: () => raw.end(),
        drop: () => raw.destroy(),
      });
      if (listening === 'too-many')
        throw new Refused('server-busy', say('Too many devices and pages listen to this library at once. Close some.'));
      raw.on('close', () => {
        listening.stop();
        beats.delete(beat);
        if (!context.pokes.connected(deviceId)) context.presence.left(deviceId);
        context.pokes.devices(libraryId);
      });
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // A stream that ends takes its connection along, so that a stop need not wait for it.
        connection: 'close',
      });
      raw.socket?.setNoDelay(true);
      beats.add(beat);
      write(`retry: 1000\n\ndata: ${JSON.stringify({ type: 'library', seq: context.libraries.headOf(libraryId) })}\n\n`);
      context.pokes.devices(libraryId);
    },
  );
}
