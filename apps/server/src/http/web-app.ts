import { say } from '@rollcall/protocol';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused } from '../refused.ts';

/** Where the web app's build puts its files. */
export const WEB_APP = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const UNBUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rollcall</title>
<body><h1>Rollcall is running</h1><p>The web page has not been built yet. Build it with <code>npm run build</code> in Rollcall’s folder, then start the server again.</p></body></html>`;

/** The web app: files whose names carry their hash may be kept for ever; every other path is the one page. */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      index: ['index.html'],
      cacheControl: false,
      // The build leaves `.br` and `.gz` beside what is worth it.
      preCompressed: true,
      setHeaders: (response, path) =>
        void response.header(
          'cache-control',
          /[/\\]assets[/\\]/.test(path.slice(folder.length)) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    const page = (request.method === 'GET' || request.method === 'HEAD') && !path.startsWith('/api') && !/\.[a-z0-9]+$/i.test(path);
    if (!page) {
      const refused = new Refused('not-found', say('There is nothing at this address.'));
      return reply.code(404).type('application/json; charset=utf-8').send(JSON.stringify(refused.body));
    }
    void reply.header('cache-control', 'no-cache');
    return built ? reply.sendFile('index.html') : reply.type('text/html; charset=utf-8').send(UNBUILT);
  });
}
