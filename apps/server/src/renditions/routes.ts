import { Id, ResourceId, say, type RenditionSize } from '@rollcall/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import type { ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { openAttempts } from './attempts.ts';
import { renditionFile, shapeOf } from './files.ts';

type RouteContext = Pick<ServerContext, 'dataDir' | 'database' | 'write' | 'libraries' | 'authenticate'>;

interface Asked {
  Params: { assetId: string; size: string };
  Querystring: { v?: string };
}

/**
 * GET `BYTES.rendition`: the picture of an asset. With `?v=` and the id of the resource it was made from, the answer never
 * changes and may be kept for ever; without, it is the newest one made. 404 `not-ready` until there is one.
 */
export function registerRenditions(app: FastifyInstance, context: RouteContext): void {
  const attempts = openAttempts(context.database, context.write);
  app.get<Asked>('/api/v1/assets/:assetId/renditions/:size', async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const { libraryId } = await context.authenticate(request);
    const size = sizeOf(request.params.size);
    const assetId = Id.safeParse(request.params.assetId);
    const version = ResourceId.optional().safeParse(request.query.v);
    if (size === null || !assetId.success || !version.success) throw notFound();
    const asset = await context.libraries.asset(libraryId, assetId.data);
    if (asset === null || asset.state === 'purged') throw notFound();
    const resource = version.data ?? attempts.newest(libraryId, asset.id);
    if (resource === null) throw notReady();
    // Whose resource it is was asked of this library, so that no id of another's opens anything.
    if (!asset.resources.some((each) => each.id === resource)) throw notFound();
    const etag = `"${resource}-${size}"`;
    reply
      .header('etag', etag)
      .header('cache-control', version.data === undefined ? 'private, no-cache' : 'private, max-age=31536000, immutable')
      .header('vary', 'cookie, authorization');
    const picture = await readFile(renditionFile(context.dataDir, resource, size)).catch(() => null);
    if (picture === null) {
      reply.removeHeader('etag').header('cache-control', 'no-store');
      throw notReady();
    }
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply
      .header('content-type', shapeOf(size).mime)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(picture);
  });
}

function sizeOf(text: string): RenditionSize | null {
  return text === 'thumbnail' || text === 'preview' ? text : null;
}

/** RFC 9110 section 13.1.2. */
function knows(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*');
}

function notFound(): Refused {
  return new Refused('not-found', say('There is no such photo in this library.'));
}

function notReady(): Refused {
  return new Refused('not-ready', say('The picture is not made yet. Ask again in some seconds.'));
}
