import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BYTES, dayWords, LIMITS, say, UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS, UploadAskRequest } from '@rollcall/protocol';
import {
  badRequest,
  formatDigest,
  formatLimit,
  gone,
  inconsistentLength,
  parseBoolean,
  parseDigest,
  parseInteger,
  refusal,
  type Answer,
} from '@rollcall/transfer';
import { Refused } from '../refused.ts';
import { askUploads, type Answered } from './ask.ts';
import { carry, header } from './carrier.ts';
import type { BytesContext, Sender } from './context.ts';
import type { NewAsk } from './live-upload.ts';
import type { LiveUploads } from './live-uploads.ts';
import { LIFETIME } from './tickets.ts';

type WithId = { Params: { id: string } };

/** Creation, offset, append, whole and cancel, as the draft has them. Bodies come as streams: the scope parses none. */
export function uploadRoutes(app: FastifyInstance, context: BytesContext, uploads: LiveUploads): void {
  const onUpload = (toAsk: (request: FastifyRequest) => NewAsk) => async (request: FastifyRequest<WithId>, reply: FastifyReply) => {
    const sender = await context.authenticate(request);
    const carrier = carry(request, reply);
    if (uploads.stopped) {
      carrier.answer(stopping());
      return reply;
    }
    const live = await uploads.find(request.params.id, sender);
    if (live) await live.ask(toAsk(request), carrier);
    else carrier.answer(gone());
    return reply;
  };
  app.route<WithId>({
    method: ['HEAD', 'GET'],
    url: BYTES.upload(':id'),
    exposeHeadRoute: false,
    handler: onUpload(() => ({ kind: 'offset' })),
  });
  app.patch<WithId>(BYTES.upload(':id'), onUpload(appendOf));
  app.put<WithId>(
    BYTES.uploadWhole(':id'),
    onUpload((request) => ({ kind: 'whole', contentLength: contentLength(request) })),
  );
  app.delete<WithId>(
    BYTES.upload(':id'),
    onUpload(() => ({ kind: 'cancel' })),
  );
  app.post(BYTES.uploads, async (request, reply) => {
    await create(context, uploads, await context.authenticate(request), request, reply);
    return reply;
  });
  app.options(BYTES.uploads, async (_request, reply) => {
    return reply
      .code(204)
      .headers({ [UPLOAD_HEADERS.limit]: formatLimit(null) })
      .send();
  });
}

function appendOf(request: FastifyRequest): NewAsk {
  return {
    kind: 'append',
    offset: parseInteger(header(request, UPLOAD_HEADERS.offset)),
    complete: parseBoolean(header(request, UPLOAD_HEADERS.complete)),
    length: parseInteger(header(request, UPLOAD_HEADERS.length)),
    contentLength: contentLength(request),
    partial: (header(request, 'content-type') ?? '').split(';')[0]!.trim().toLowerCase() === UPLOAD_CONTENT_TYPE,
  };
}

/** Null for a chunked body. A request with neither field has no content (RFC 9112 section 6.3). */
function contentLength(request: FastifyRequest): number | null {
  return request.headers['transfer-encoding'] === undefined ? Number(request.headers['content-length'] ?? 0) : null;
}

/** `POST /uploads`: a ticket and its first bytes in one request. The length must be told, as room is set aside for it. */
async function create(
  context: BytesContext,
  uploads: LiveUploads,
  sender: Sender,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const plain = carry(request, reply);
  if (uploads.stopped) return plain.answer(stopping());
  const complete = parseBoolean(header(request, UPLOAD_HEADERS.complete));
  const told = parseInteger(header(request, UPLOAD_HEADERS.length));
  const content = contentLength(request);
  const size = told ?? (complete ? content : null);
  if (complete === null) return plain.answer(badRequest(say('The header Upload-Complete is missing or is neither ?1 nor ?0.')));
  if (size === null) return plain.answer(badRequest(say('Tell the size of the whole file in Upload-Length: room is set aside for it.')));
  if (size > LIMITS.fileSize)
    return plain.answer(
      refusal(
        'too-large',
        say('This server does not take files of this size.'),
        { size, limit: LIMITS.fileSize },
        { [UPLOAD_HEADERS.limit]: formatLimit(null) },
      ),
    );
  // Before room is set aside: an upload that was refused at once would hold it for a day, and nobody would know where it is.
  if (content !== null && (complete ? content !== size : content > size)) return plain.answer(inconsistentLength(size));
  const hash = parseDigest(header(request, UPLOAD_HEADERS.digest));
  const outcomes = await askUploads(
    context,
    uploads,
    sender,
    [{ hash, size, mime: (header(request, 'content-type') ?? 'application/octet-stream').slice(0, 100) }],
    true,
  );
  if ('code' in outcomes) return plain.answer(refusal(outcomes.code, outcomes.words));
  const { answer, ticket } = outcomes[0]!;
  if (!ticket) return plain.answer(withoutTicket(answer, hash, size));
  const location = BYTES.upload(ticket.id);
  const carrier = carry(request, reply, (given) => created(given, location));
  carrier.inform({ location, [UPLOAD_HEADERS.limit]: formatLimit(LIFETIME) });
  const live = await uploads.open(ticket);
  await live.ask({ kind: 'append', offset: 0, complete, length: told, contentLength: content, partial: true }, carrier);
}

function stopping(): Answer {
  return refusal('server-busy', say('The server is being stopped. Go on when it is back.'), {}, { 'retry-after': '2' });
}

/** Bytes that were added to a new upload made it: 201, and where it is. */
function created(answer: Answer, location: string): Answer {
  return answer.status < 300 ? { ...answer, status: 201, headers: { ...answer.headers, location } } : answer;
}

function withoutTicket(answer: Answered, hash: string | null, size: number): Answer {
  switch (answer.answer) {
    case 'have':
      return {
        status: 200,
        headers: {
          'content-type': 'application/json',
          'cache-control': 'no-store',
          [UPLOAD_HEADERS.complete]: '?1',
          [UPLOAD_HEADERS.digest]: formatDigest(hash ?? ''),
        },
        body: { hash, size },
      };
    case 'over-quota':
      if (answer.closes !== undefined)
        return refusal(
          'quota-full',
          say('The library closes on {day}, and takes nothing new. Keep it to go on.', { day: dayWords(answer.closes) }),
          {
            needed: answer.needed,
            free: answer.free,
            closes: answer.closes,
          },
        );
      return refusal('quota-full', say('There is no room for this in the cloud. Free up space, or ask for a bigger plan.'), {
        needed: answer.needed,
        free: answer.free,
      });
    case 'refused':
      return refusal(answer.code === 'server-disk-full' ? 'server-disk-full' : 'too-large', answer.words, { limit: answer.limit });
    case 'send':
      throw new Error('an upload without its ticket');
    default:
      return answer satisfies never;
  }
}

/** `POST /uploads/ask`. */
export async function answerAsk(
  context: BytesContext,
  uploads: LiveUploads,
  sender: Sender,
  body: unknown,
): Promise<{ answers: Answered[] }> {
  const request = UploadAskRequest.safeParse(body);
  if (!request.success)
    throw new Refused(
      'bad-request',
      say('The questions could not be understood: {reason}', { reason: request.error.issues[0]?.message ?? say('no reason') }),
    );
  const outcomes = await askUploads(context, uploads, sender, request.data.asks);
  if ('code' in outcomes) throw new Refused(outcomes.code, outcomes.words);
  return { answers: outcomes.map(({ answer }) => answer) };
}
