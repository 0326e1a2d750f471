import { Id, ResourceId, VIEW_KINDS, type ViewKind } from '@rollcall/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isKnown, parseRange, rangeStands } from '../bytes/range.ts';
import type { ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { viewMime } from './files.ts';
import { noView, openStandings, type ViewContext } from './standing.ts';

type RouteContext = ViewContext & Pick<ServerContext, 'authenticate'>;

interface Asked {
  Params: { assetId: string; kind: string };
  Querystring: { v?: string };
}

/**
 * GET `BYTES.view`: a version of a photo or video for looking at, of the resource named by `?v=`. 404 `not-ready` while it is made, and for
 * ever (`never` among its details, with the words for it) where none can be.
 */
export function registerViews(app: FastifyInstance, context: RouteContext): void {
  const standingOf = openStandings(context);
  app.get<Asked>('/api/v1/assets/:assetId/views/:kind', async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const { libraryId } = await context.authenticate(request);
    const kind = VIEW_KINDS.find((each) => each === request.params.kind);
    const assetId = Id.safeParse(request.params.assetId);
    const version = ResourceId.safeParse(request.query.v);
    if (kind === undefined || !assetId.success || !version.success) throw noView();
    const { resource, standing } = await standingOf({ libraryId, assetId: assetId.data, resourceId: version.data, kind });
    if (standing.state === 'being-made') throw notReady();
    if (standing.state === 'unavailable') throw new Refused('not-ready', standing.words, { never: true });
    return send(request, reply, { file: standing.file, kind, tag: `"${resource.id}-${kind}"` });
  });
}

interface Sending {
  readonly file: string;
  readonly kind: ViewKind;
  readonly tag: string;
}

async function send(request: FastifyRequest, reply: FastifyReply, { file, kind, tag }: Sending): Promise<FastifyReply> {
  const { size } = await stat(file);
  void reply.headers({
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    vary: 'cookie, authorization',
    'content-type': viewMime(kind),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (isKnown(headerOf(request, 'if-none-match'), tag)) return reply.code(304).send();
  const wanted = rangeStands(headerOf(request, 'if-range'), tag) ? parseRange(headerOf(request, 'range'), size) : null;
  if (wanted === 'unsatisfiable')
    return reply
      .code(416)
      .headers({ 'content-range': `bytes */${size}`, 'content-length': 0 })
      .send();
  const { start, end } = wanted ?? { start: 0, end: size };
  if (wanted !== null) void reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
  return reply.header('content-length', end - start).send(createReadStream(file, { start, end: end - 1 }));
}

function headerOf(request: FastifyRequest, name: 'if-none-match' | 'if-range' | 'range'): string | null {
  return request.headers[name]?.toString() ?? null;
}

function notReady(): Refused {
  return new Refused('not-ready', 'It is being made. Ask again in some seconds.');
}
