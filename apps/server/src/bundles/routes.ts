import { BYTES, say } from '@rollcall/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { attachment, type BytesContext } from '../bytes/index.ts';
import { Refused } from '../refused.ts';
import type { Bundles } from './bundles.ts';
import { zipOf } from './zip.ts';

/** `GET` of a bundle that was asked for, as a browser fetches what it is to keep as a file. */
export function registerBundles(app: FastifyInstance, context: BytesContext & { readonly bundles: Bundles }): void {
  app.get(BYTES.bundle(':bundleId'), async (request: FastifyRequest<{ Params: { bundleId: string } }>, reply) => {
    const { libraryId } = await context.authenticate(request);
    const bundle = context.bundles.asked(request.params.bundleId, libraryId);
    if (!bundle) throw new Refused('not-found', say('This download was not asked for, or too long ago. Choose the photos once more.'));
    const { stream, size } = await zipOf(context, await context.bundles.entries(bundle), context.clock.now());
    return reply
      .headers({
        'content-type': 'application/zip',
        'content-length': size,
        'content-disposition': attachment(bundle.name),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(stream);
  });
}
