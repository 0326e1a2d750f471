import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DAV_PATH } from '@rollcall/protocol';
import type { RouteContext } from '../http/handlers.ts';
import { about, noteAsker, noteRefusal } from '../noted.ts';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { answerExpectations } from './continue.ts';
import type { Asked, Dav } from './dav.ts';
import { letIn } from './door.ts';
import { openFolderFiles } from './folder-files.ts';
import { forget, makeCollection } from './folders.ts';
import { lock, unlock } from './lock.ts';
import { openLocks } from './locks.ts';
import { get, propfind } from './look.ts';
import { moveOrCopy } from './move.ts';
import { pathOf } from './path.ts';
import { proppatch } from './proppatch.ts';
import { put } from './put.ts';
import { openReceiving } from './receive.ts';
import { DavRefused } from './refuse.ts';
import { DAV_NAMESPACE, XML_HEAD } from './xml.ts';

type Method = (dav: Dav, asked: Asked) => Promise<void>;

/** What is understood at `/dav/` (RFC 4918, classes 1 and 2). */
const METHODS: Readonly<Record<string, Method>> = {
  OPTIONS: async (_dav, { reply }) => void reply.code(204).send(),
  GET: get,
  HEAD: get,
  PUT: put,
  DELETE: forget,
  PROPFIND: propfind,
  PROPPATCH: proppatch,
  MKCOL: makeCollection,
  COPY: (dav, asked) => moveOrCopy(dav, asked, 'copy'),
  MOVE: (dav, asked) => moveOrCopy(dav, asked, 'move'),
  LOCK: lock,
  UNLOCK: unlock,
};
const ALLOWED = Object.keys(METHODS).join(', ');
const ANSWERED = { dav: '1, 2', 'ms-author-via': 'DAV', 'cache-control': 'no-store' };

/** Serves `/dav/`, by app passwords alone. */
export async function registerDav(app: FastifyInstance, context: RouteContext): Promise<void> {
  const receiving = openReceiving(context);
  const dav: Dav = { ...context, receiving, locks: openLocks(context.clock), files: openFolderFiles(context.libraries) };
  await dropBroken(context);
  app.addHook('preClose', () => receiving.stop());
  answerExpectations(app);
  for (const method of Object.keys(METHODS)) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
  await app.register(async (scope) => {
    // In here a body is a stream, whatever its type and size.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.setErrorHandler((error: FastifyError, request, reply) => refuse(context, error, request, reply));
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      await answer(dav, request, reply);
      return reply;
    };
    for (const url of [DAV_PATH.slice(0, -1), `${DAV_PATH}*`])
      scope.route({ method: scope.supportedMethods, url, exposeHeadRoute: false, handler });
  });
}

async function answer(dav: Dav, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.headers(ANSWERED);
  const visitor = letIn(dav, request);
  noteAsker(request.raw, { account: { id: visitor.device.account_id }, deviceId: visitor.deviceId });
  const method = METHODS[request.method];
  void reply.header('allow', ALLOWED);
  if (method === undefined) throw new DavRefused(405, `This is not done over WebDAV; what is: ${ALLOWED}.`);
  await method(dav, { visitor, path: pathOf(request.raw.url ?? ''), request, reply });
}

/** What was on its way to an app's drop box when the server ended cannot go on: its room is free again. */
async function dropBroken({ database, uploads }: RouteContext): Promise<void> {
  const rows = sql(
    database,
    "SELECT DISTINCT u.library AS libraryId, u.device AS deviceId FROM uploads u JOIN devices d ON d.id = u.device WHERE d.kind = 'app' AND u.result IS NULL",
  ).all() as { libraryId: string; deviceId: string }[];
  for (const sender of rows) await uploads.dropDevice(sender);
}

/** A refusal, in words: apps show the status, and some of them the text. */
function refuse(context: RouteContext, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = asDavRefused(error);
  if (refused.status === 500) context.log('a request failed', { ...about(request), error });
  if (error instanceof Refused) noteRefusal(request.raw, error.code);
  void reply.removeHeader('content-length').removeHeader('etag').removeHeader('content-disposition');
  void reply.code(refused.status).headers({ 'cache-control': 'no-store', ...refused.headers });
  if (refused.condition === null) return reply.type('text/plain; charset=utf-8').send(`${refused.message}\n`);
  return reply
    .type('application/xml; charset=utf-8')
    .send(`${XML_HEAD}<D:error xmlns:D="${DAV_NAMESPACE}"><D:${refused.condition}/></D:error>`);
}

function asDavRefused(error: FastifyError): DavRefused {
  if (error instanceof DavRefused) return error;
  if (error instanceof Refused) return new DavRefused(error.statusCode, error.message);
  if (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC')
    return new DavRefused(507, 'The disk of the server is full. Make room there; what was sent before is safe.');
  if (error.code === 'SQLITE_BUSY')
    return new DavRefused(503, 'The server is busy. Try again in a moment.', { headers: { 'retry-after': '5' } });
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500
    ? new DavRefused(status, error.message.slice(0, 500))
    : new DavRefused(500, 'Something went wrong on the server. Nothing was lost; try again, and look at the server’s log if it stays.');
}
