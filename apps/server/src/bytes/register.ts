import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API } from '@rollcall/protocol';
import type { BytesContext } from './context.ts';
import { downloadRoutes } from './download-routes.ts';
import { LiveUploads } from './live-uploads.ts';
import { answerAsk, uploadRoutes } from './upload-routes.ts';

/** How often idle uploads are looked for. Milliseconds. */
const SWEEP = 30_000;

/** What an earlier run left behind is taken up before it resolves. */
export async function openUploads(context: BytesContext): Promise<LiveUploads> {
  const uploads = new LiveUploads(context);
  await uploads.recover();
  return uploads;
}

/** Adds the byte routes, and `POST /uploads/ask` unless the app has it. Closing the app writes what came of running uploads. */
export async function registerBytes(app: FastifyInstance, context: BytesContext, uploads: LiveUploads): Promise<void> {
  if (!app.hasRoute({ method: 'POST', url: API.askUploads.path })) {
    const handler = async (request: FastifyRequest): Promise<unknown> =>
      answerAsk(context, uploads, await context.authenticate(request), request.body);
    app.route({ method: 'POST', url: API.askUploads.path, handler });
  }
  await app.register(async (scope) => {
    // In here a body is a stream, whatever its type and size: the size that was asked for bounds it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    uploadRoutes(scope, context, uploads);
  });
  downloadRoutes(app, context);
  const sweeping = setInterval(() => {
    uploads.sweep().catch((error: unknown) => context.log('idle uploads could not be collected', { error }));
  }, SWEEP);
  sweeping.unref();
  app.addHook('preClose', async () => {
    clearInterval(sweeping);
    await uploads.stop();
  });
}
