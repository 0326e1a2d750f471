import { agree, API, MIN_SUPPORTED, PROTOCOL_HEADER, PROTOCOL_VERSION, say } from '@rollcall/protocol';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../refused.ts';
import { PROBES } from './health-routes.ts';
import { checkNames, type Names } from './names.ts';
import { hostName, isLoopbackName, isSecure } from './origin.ts';

/** What a page of the web app may load: its own files only; pictures also from memory; WebAssembly for hashing. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What the page never needs of a browser, nor anything that is shown inside it. */
const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb', 'bluetooth', 'hid']
  .map((feature) => `${feature}=()`)
  .join(', ');
/** A browser that came over https comes over https for half a year (RFC 6797). Seconds. */
const STRICT_FOR = 180 * 86_400;

/** Checks every request before anything else looks at it, and gives every answer its safety headers. */
export function guard(app: FastifyInstance, names: Names): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': PERMISSIONS,
      'content-security-policy': /^\/(api|dav)(\/|$)/.test(request.url) ? DATA_POLICY : PAGE_POLICY,
    });
    // Not on this machine's own names: there it would hold for every other program's address as well.
    if (isSecure(request) && !isLoopbackName(hostName(request.headers.host)))
      void reply.header('strict-transport-security', `max-age=${STRICT_FOR}`);
    // A probe calls the server as its machine is called within; a page of another site learns nothing by it.
    if (!PROBES.has(request.routeOptions.url ?? '')) checkNames(request, names);
    const spoken = request.headers[PROTOCOL_HEADER];
    if (spoken === undefined) return;
    const version = Number(spoken);
    if (!Number.isSafeInteger(version) || version < 0)
      throw new Refused('bad-request', say('The header {header} is not a version of the protocol.', { header: PROTOCOL_HEADER }));
    // Which versions the server takes is told to everybody: else who is too old could not tell it from another server.
    if (request.method === 'GET' && request.url.split('?', 1)[0] === API.server.path) return;
    if (agree(version, PROTOCOL_VERSION, MIN_SUPPORTED) === 'update-needed') {
      throw new Refused('update-needed', say('This version of Rollcall is too old for the server. Update it on this device.'), {
        protocol: PROTOCOL_VERSION,
        minSupported: MIN_SUPPORTED,
      });
    }
  });
}
