import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BYTES, Id, ResourceId, say, type Resource } from '@rollcall/protocol';
import { Refused } from '../refused.ts';
import { attachment, safeMime } from './attachment.ts';
import { header } from './carrier.ts';
import type { BytesContext } from './context.ts';
import { isKnown, parseRange, rangeStands } from './range.ts';
import { openVerified, streamChecked, type Opened } from './verified.ts';

type WithIds = { Params: { assetId: string; resourceId: string } };

/** `GET` of a resource's bytes, whole or one range; and `HEAD`, which tells the length as `GET` would. */
export function downloadRoutes(app: FastifyInstance, context: BytesContext): void {
  const handler = async (request: FastifyRequest<WithIds>, reply: FastifyReply): Promise<FastifyReply> => {
    const { libraryId } = await context.authenticate(request);
    const { resource, fileName } = await find(context, libraryId, request.params.assetId, request.params.resourceId);
    const tag = `"${resource.hash}"`;
    void reply.headers({
      etag: tag,
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-type': safeMime(resource.mime),
      'content-disposition': attachment(fileName),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    if (isKnown(header(request, 'if-none-match'), tag)) return reply.code(304).send();
    return sendBytes(context, request, reply, resource.hash, tag);
  };
  app.route<WithIds>({ method: ['GET', 'HEAD'], url: BYTES.resource(':assetId', ':resourceId'), exposeHeadRoute: false, handler });
}

/** Stored bytes, whole or the range that was asked for. Throws `damaged` before anything of what is not as it was stored is sent. */
export async function sendBytes(
  context: BytesContext,
  request: FastifyRequest,
  reply: FastifyReply,
  hash: string,
  tag: string,
): Promise<FastifyReply> {
  const opened = await openVerified(context, hash);
  if (!opened.ok) {
    void reply
      .removeHeader('etag')
      .removeHeader('content-disposition')
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json');
    throw new Refused('damaged', say('The stored bytes are missing or damaged. They are asked back from every device that has them.'), {
      hash,
    });
  }
  return sendRange(context, request, reply, { hash, tag, opened });
}

interface Found {
  readonly resource: Resource;
  readonly fileName: string;
}

async function find(context: BytesContext, libraryId: string, assetId: string, resourceId: string): Promise<Found> {
  const found =
    Id.safeParse(assetId).success && ResourceId.safeParse(resourceId).success ? await context.libraries.asset(libraryId, assetId) : null;
  const resource = found?.resources.find((one) => one.id === resourceId && !one.removed);
  if (!found || !resource || found.state === 'purged')
    throw new Refused('not-found', say('There is no such photo or video in this library.'));
  return { resource, fileName: resource.fileName ?? found.fileName };
}

interface Sending {
  readonly hash: string;
  readonly tag: string;
  readonly opened: Extract<Opened, { ok: true }>;
}

async function sendRange(
  context: BytesContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { hash, tag, opened }: Sending,
): Promise<FastifyReply> {
  const { blob } = opened;
  const wanted = rangeStands(header(request, 'if-range'), tag) ? parseRange(header(request, 'range'), blob.size) : null;
  if (wanted === 'unsatisfiable') {
    await blob.close();
    return reply
      .code(416)
      .headers({ 'content-range': `bytes */${blob.size}`, 'content-length': 0 })
      .send();
  }
  const { start, end } = wanted ?? { start: 0, end: blob.size };
  if (wanted) void reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${blob.size}`);
  void reply.header('content-length', end - start);
  if (request.method === 'HEAD' || end === start) {
    await blob.close();
    return reply.send();
  }
  return reply.send(wanted || opened.fresh ? blob.stream(start, end) : streamChecked(context, hash, blob));
}
