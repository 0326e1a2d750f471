import type { FastifyInstance } from 'fastify';
import type { Ready } from '../health/readiness.ts';

/** What watches over the server asks these, by whatever name it knows it: they tell nothing of anybody. */
export const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** `/healthz`: the process answers. `/readyz`: photos can be taken, or what is in the way. */
export function registerHealth(app: FastifyInstance, ready: Ready): void {
  const hidden = { schema: { hide: true } } as const;
  app.get('/healthz', hidden, async (_request, reply) => reply.headers(PLAIN).send('{"ok":true}'));
  app.get('/readyz', hidden, async (_request, reply) => {
    const found = await ready.look();
    return reply
      .code(found.ready ? 200 : 503)
      .headers(PLAIN)
      .send(JSON.stringify(found));
  });
}

const PLAIN = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } as const;
