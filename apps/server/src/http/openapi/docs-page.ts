import fastifySwaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

const PAGE = '/api/v1/docs';
/** Its own files only; a style in place, as the page sets widths by it; pictures that are written in its style sheet. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** As wide as the screen on a phone too, which the page does not say by itself. It has a dark dress, but waits for a click on it; it follows the system instead. */
const FOLLOW_SCREEN = `document.head.append(Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=device-width, initial-scale=1' }));
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
follow();
dark.addEventListener('change', follow);
`;

/** No bar of its maker's; on a phone the words go below the method instead of being cut off. */
const DRESS = `.swagger-ui .topbar { display: none; }
body { overflow-x: hidden; }
html.dark-mode body { background: #1c2022; }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 12px; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; font-size: 13px; }
  .swagger-ui .opblock .opblock-summary-path-description-wrapper { flex-direction: column; align-items: flex-start; }
  .swagger-ui .opblock .opblock-summary-description { text-align: left; }
  .swagger-ui .opblock-body pre, .swagger-ui .table-container { overflow-x: auto; }
}
`;

/** A page to browse the API's document, with files from here alone. What changes something is described, and not tried from it. */
export async function serveDocsPage(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwaggerUi, {
    routePrefix: PAGE,
    staticCSP: POLICY,
    uiConfig: {
      supportedSubmitMethods: ['get'],
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      tryItOutEnabled: false,
      validatorUrl: null,
    },
    theme: {
      title: 'Rollcall: the API',
      css: [{ filename: 'rollcall.css', content: DRESS }],
      js: [{ filename: 'rollcall.js', content: FOLLOW_SCREEN }],
    },
  });
}
