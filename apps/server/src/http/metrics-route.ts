import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CONTENT_TYPE } from '../metrics/family.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { showsToken } from '../metrics/token.ts';
import { Refused } from '../refused.ts';
import { isLocal } from './origin.ts';

/** @param token null: whoever asks from this very machine may; else whoever shows it, from wherever, and nobody else */
export function registerMetrics(app: FastifyInstance, metrics: Metrics, token: string | null): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayAsk(request, token))
      throw new Refused(
        'forbidden',
        token === null
          ? 'These figures are told on the server’s own machine only, without a proxy. To ask from elsewhere, start it with: rollcall serve --metrics-token-file FILE'
          : 'These figures are told to who shows the token of --metrics-token-file.',
      );
    return reply.headers({ 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' }).send(await metrics.text());
  });
}

function mayAsk(request: FastifyRequest, token: string | null): boolean {
  return token === null ? isLocal(request) : showsToken(request.headers.authorization, token);
}
