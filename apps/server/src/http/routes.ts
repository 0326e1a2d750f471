import { API, LIMITS, say, type Route, type RouteName } from '@rollcall/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../refused.ts';
import { JsonText, type Handler, type Handlers, type RouteContext } from './handlers.ts';
import { accountHandlers } from './account-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { appPasswordHandlers } from './app-password-handlers.ts';
import { closingHandlers } from './closing-handlers.ts';
import { codeHandlers } from './code-handlers.ts';
import { deviceHandlers } from './device-handlers.ts';
import { editHandlers } from './edit-handlers.ts';
import { forkHandlers } from './fork-handler.ts';
import { libraryHandlers } from './library-handlers.ts';
import { orderHandlers } from './order-handlers.ts';
import { packed } from './packed.ts';
import { planHandlers } from './plan-handlers.ts';
import { receiptHandlers } from './receipt-handlers.ts';
import { settingHandlers } from './setting-handlers.ts';
import { spaceHandlers } from './space-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The JSON body before it was checked and cut to what this version knows. */
    bodyAsSent: unknown;
    asker: Awaited<ReturnType<RouteContext['authenticate']>> | null;
  }
}

/** Bytes of a request's body on a route that anyone may call. */
const STRANGER_BODY = 64 * 1024;

/** Serves every route of the table but `askUploads`, which the room of bytes serves by its own handler. */
export function registerRoutes(app: FastifyInstance, context: RouteContext, askUploads: Handler<'askUploads'>): void {
  const handlers: Handlers = {
    ...accountHandlers(context),
    ...sessionHandlers(context),
    ...appPasswordHandlers(context),
    ...closingHandlers(context),
    ...codeHandlers(context),
    ...deviceHandlers(context),
    ...editHandlers(context),
    ...forkHandlers(context),
    ...libraryHandlers(context),
    ...orderHandlers(context),
    ...planHandlers(context),
    ...receiptHandlers(context),
    ...settingHandlers(context),
    ...spaceHandlers(context),
    ...viewHandlers(context),
    askUploads,
  };
  app.decorateRequest('bodyAsSent', undefined);
  app.decorateRequest('asker', null);
  for (const name of Object.keys(API) as RouteName[]) addRoute(app, context, API[name], handlers[name], name);
}

function addRoute(app: FastifyInstance, context: RouteContext, route: Route, handler: Handler<RouteName>, name: RouteName): void {
  app.route({
    method: route.method,
    url: route.path,
    // Whoever is not known yet has little to say.
    bodyLimit: route.auth === 'none' ? STRANGER_BODY : LIMITS.jsonBody,
    schema: {
      operationId: name,
      summary: route.summary,
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: { 200: route.response },
      ...(route.auth === 'none' ? { security: [] } : {}),
    },
    // Before the body is read: nobody who is not known gets it looked at.
    onRequest: async (request) => {
      if (route.auth === 'none') return;
      request.asker = await context.authenticate(request);
      if (route.auth === 'device' && request.asker.kind !== 'device')
        throw new Refused('forbidden', say('Only a linked device may do this.'));
    },
    preValidation: async (request) => {
      request.bodyAsSent = request.body;
      // A body that may be left out: `DELETE` without one is the same as with an empty one.
      if (route.body && (request.body === undefined || request.body === null)) request.body = {};
    },
    handler: async (request, reply) => answer(handler, request, reply),
  });
}

async function answer(handler: Handler<RouteName>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { asker, params, query, body } = request;
  const answered = await handler({ asker, params, query, body, request, reply } as never);
  void reply.header('cache-control', 'no-store');
  if (!(answered instanceof JsonText)) return answered;
  void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  const bytes = await packed(answered.text, request.headers['accept-encoding']);
  if (bytes !== null) return reply.header('content-encoding', 'gzip').send(bytes);
  return reply.serializer((text: string) => text).send(answered.text);
}
