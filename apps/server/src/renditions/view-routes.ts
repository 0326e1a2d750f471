import { readStandIn } from '@rollcall/media';
import { Id, ResourceId, say, VIEW_KINDS, type ViewKind } from '@rollcall/protocol';
import { formatDigest } from '@rollcall/transfer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { isKnown, parseRange, rangeStands } from '../bytes/range.ts';
import type { ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { viewMime } from './files.ts';
import { noView, openStandings, type Patience, type ViewContext } from './standing.ts';
import type { Views } from './views.ts';

type RouteContext = ViewContext & Pick<ServerContext, 'authenticate'> & { readonly views: Pick<Views, 'drop'> };

interface Asked {
  Params: { assetId: string; kind: string };
  Querystring: { v?: string };
}

/** The longest that an answer waits for what is being made, in seconds: less than any proxy's patience. */
const MOST_PATIENCE = 20;

/**
 * GET `BYTES.view`: a version of a photo or video for looking at, of the resource named by `?v=`. 404 `not-ready` while it is made, and for
 * ever (`never` among its details, with the words for it) where none can be. With `Prefer: wait=SECONDS` (RFC 7240) it is waited for.
 */
export function registerViews(app: FastifyInstance, context: RouteContext): void {
  const standingOf = openStandings(context);
  app.get<Asked>('/api/v1/assets/:assetId/views/:kind', async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const { libraryId } = await context.authenticate(request);
    const kind = VIEW_KINDS.find((each) => each === request.params.kind);
    const assetId = Id.safeParse(request.params.assetId);
    const version = ResourceId.safeParse(request.query.v);
    if (kind === undefined || !assetId.success || !version.success) throw noView();
    const patience = patienceOf(request, reply);
    if (patience !== null) void reply.header('preference-applied', `wait=${patience.milliseconds / 1000}`);
    const asked = { libraryId, assetId: assetId.data, resourceId: version.data, kind };
    const { resource, standing } = await standingOf(patience === null ? asked : { ...asked, patience });
    if (standing.state === 'being-made') throw notReady();
    if (standing.state === 'unavailable') throw new Refused('not-ready', standing.words, { never: true });
    if (kind !== 'compressed') return send(request, reply, { kind, tag: `"${resource.id}-${kind}"`, ...(await streamed(standing.file)) });
    const kept = await readFile(standing.file);
    if (await isSound(kept)) return send(request, reply, { kind, ...verifiable(kept) });
    // What lay on the disk is not what was made: it would take an original's place.
    await context.views.drop(resource.id, kind);
    throw notReady();
  });
}

function patienceOf(request: FastifyRequest, reply: FastifyReply): Patience | null {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(request.headers['prefer']?.toString() ?? '')?.[1];
  if (seconds === undefined || Number(seconds) === 0) return null;
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return { milliseconds: Math.min(Number(seconds), MOST_PATIENCE) * 1000, gone: gone.signal };
}

async function isSound(kept: Buffer): Promise<boolean> {
  const read = async (offset: number, length: number): Promise<Uint8Array> => kept.subarray(offset, offset + length);
  return (await readStandIn({ size: kept.length, read }))?.intact ?? false;
}

interface Sending {
  readonly kind: ViewKind;
  readonly tag: string;
  /** Bytes. */
  readonly size: number;
  /** Of all the bytes, by which whoever fetches them knows that they came as they are; null: not told. */
  readonly digest: string | null;
  part(start: number, end: number): Readable | Buffer;
}

async function streamed(file: string): Promise<Pick<Sending, 'size' | 'digest' | 'part'>> {
  const { size } = await stat(file);
  return { size, digest: null, part: (start, end) => createReadStream(file, { start, end: end - 1 }) };
}

/** Its tag is of its bytes: made by another version of the image library they may be others, and no two halves are put together. */
function verifiable(bytes: Buffer): Pick<Sending, 'tag' | 'size' | 'digest' | 'part'> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const tag = `"${hash.slice(0, 32)}-compressed"`;
  return { tag, size: bytes.length, digest: formatDigest(hash), part: (start, end) => bytes.subarray(start, end) };
}

async function send(request: FastifyRequest, reply: FastifyReply, { kind, tag, size, digest, part }: Sending): Promise<FastifyReply> {
  if (digest !== null) void reply.header('repr-digest', digest);
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
  return reply.header('content-length', end - start).send(part(start, end));
}

function headerOf(request: FastifyRequest, name: 'if-none-match' | 'if-range' | 'range'): string | null {
  return request.headers[name]?.toString() ?? null;
}

function notReady(): Refused {
  return new Refused('not-ready', say('It is being made. Ask again in some seconds.'));
}
