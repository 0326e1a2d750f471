import fastifyCookie from '@fastify/cookie';
import { LIMITS } from '@rollcall/protocol';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { answerAsk, registerBytes } from './bytes/index.ts';
import { registerBundles } from './bundles/routes.ts';
import type { Certificate } from './certificate.ts';
import { answerErrors } from './http/errors.ts';
import { guard } from './http/guard.ts';
import { tellInHand } from './http/in-hand.ts';
import type { Names } from './http/names.ts';
import type { RouteContext } from './http/handlers.ts';
import { describeApi } from './http/openapi/document.ts';
import { serveDocsPage } from './http/openapi/docs-page.ts';
import { registerPokes } from './http/poke-stream.ts';
import { registerRoutes } from './http/routes.ts';
import { serveWebApp } from './http/web-app.ts';
import { registerRenditions, registerViews } from './renditions/index.ts';

/** How the server is reached. */
export interface Reached {
  readonly names: Names;
  /** Null: plain http. */
  readonly certificate: Certificate | null;
}

/** All of the server's HTTP: the API by its route table, bytes, pokes, pictures, the API's description and the web app. */
export async function buildApp(context: RouteContext, webApp: string, { names, certificate }: Reached): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: LIMITS.jsonBody,
    // An upload takes as long as it takes.
    requestTimeout: 0,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // Everything else is the same over TLS; the type of the socket is all that differs.
    ...(certificate === null ? {} : { https: { cert: certificate.cert, key: certificate.key } as unknown as null }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app, context.log);
  app.decorate('proxies', names.proxies);
  guard(app, names);
  tellInHand(app);
  await app.register(fastifyCookie);
  await describeApi(app, context.version);
  await serveDocsPage(app);
  registerRoutes(app, context, async ({ asker, body }) => answerAsk(context, context.uploads, asker, body));
  await registerBytes(app, context, context.uploads);
  registerBundles(app, context);
  registerRenditions(app, context);
  registerViews(app, context);
  registerPokes(app, context);
  await serveWebApp(app, webApp);
  return app;
}
