import fastifyCookie from '@fastify/cookie';
import { LIMITS } from '@rollcall/protocol';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { answerAsk, registerBytes } from './bytes/index.ts';
import { registerBundles } from './bundles/routes.ts';
import type { Certificate } from './certificate.ts';
import { registerDav } from './dav/routes.ts';
import { answerErrors } from './http/errors.ts';
import { guard } from './http/guard.ts';
import { registerHealth } from './http/health-routes.ts';
import { tellInHand } from './http/in-hand.ts';
import type { Names } from './http/names.ts';
import type { RouteContext } from './http/handlers.ts';
import { registerMetrics } from './http/metrics-route.ts';
import { describeApi } from './http/openapi/document.ts';
import { serveDocsPage } from './http/openapi/docs-page.ts';
import { registerPokes } from './http/poke-stream.ts';
import { registerRoutes } from './http/routes.ts';
import { serveWebApp } from './http/web-app.ts';
import { registerRenditions, registerViews } from './renditions/index.ts';
import { watchRequests } from './requests/watch.ts';

/** How the server is reached, and watched over. */
export interface Reached {
  readonly names: Names;
  /** Null: plain http. */
  readonly certificate: Certificate | null;
  /** Who may ask for figures; null: whoever asks from this very machine. */
  readonly metricsToken: string | null;
  /** A request at which the server is for longer is told of; milliseconds. */
  readonly slowRequest: number;
}

/** All of the server's HTTP: the API by its route table, bytes, pokes, pictures, the API's description and the web app. */
export async function buildApp(
  context: RouteContext,
  webApp: string,
  { names, certificate, metricsToken, slowRequest }: Reached,
): Promise<FastifyInstance> {
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
  const { settle } = watchRequests(app, { log: context.log, figures: context.figures, slowRequest });
  answerErrors(app, context.log);
  app.decorate('proxies', names.proxies);
  guard(app, names);
  tellInHand(app);
  await app.register(fastifyCookie);
  registerHealth(app, context.ready);
  registerMetrics(app, context.metricsOf(settle), metricsToken);
  await describeApi(app, context.version);
  await serveDocsPage(app);
  registerRoutes(app, context, async ({ asker, body }) => answerAsk(context, context.uploads, asker, body));
  await registerBytes(app, context, context.uploads);
  registerBundles(app, context);
  registerRenditions(app, context);
  registerViews(app, context);
  registerPokes(app, context);
  await registerDav(app, context);
  await serveWebApp(app, webApp);
  return app;
}
