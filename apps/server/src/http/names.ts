import { say } from '@rollcall/protocol';
import type { FastifyRequest } from 'fastify';
import { isIP } from 'node:net';
import { Refused } from '../refused.ts';
import { hostName, isLoopbackName, isSecure } from './origin.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The names by which this server may be called. */
export interface Names {
  /** Without the port, lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Addresses that the owner gave, as a browser writes them: `https://photos.example.org`. */
  readonly origins: ReadonlySet<string>;
  /** Addresses of proxies on other machines. */
  readonly proxies: ReadonlySet<string>;
}

/**
 * @param bound what the server was told to listen on
 * @param origins addresses under which it is reached, such as that of a proxy
 * @param proxies addresses from which such a proxy asks, where that is not this machine
 */
export function namesOf(bound: string, origins: readonly string[], proxies: readonly string[] = []): Names {
  const urls = origins.map((origin) => new URL(origin));
  return {
    hosts: new Set([bound.toLowerCase(), ...urls.map(({ hostname }) => hostname)]),
    origins: new Set(urls.map(({ origin }) => origin)),
    proxies: new Set(proxies),
  };
}

/**
 * Refuses what a page of another site sends in its visitor's name. A page whose own name was made to lead to this machine (DNS
 * rebinding) is known by that name: only this machine's names, plain addresses, which need no look-up, and what the owner
 * allowed get through. Throws `wrong-host` or `forbidden`, with the option to set.
 */
export function checkNames(request: FastifyRequest, names: Names): void {
  const { host } = request.headers;
  const name = hostName(host);
  if (host === undefined || name === '') throw new Refused('bad-request', say('The request does not say which host it is for.'));
  if (!isOwn(name, names)) {
    const address = `${isSecure(request) ? 'https' : 'http'}://${host.slice(0, 200)}`;
    throw new Refused(
      'wrong-host',
      say('This server does not go by the name {name}. If that is its own address, start it with: rollcall serve --origin {address}', {
        name: name.slice(0, 200),
        address,
      }),
    );
  }
  if (SAFE_METHODS.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    if (request.headers['sec-fetch-site'] === 'cross-site')
      throw new Refused('forbidden', say('This request comes from a page of another site.'));
    return;
  }
  if (!names.origins.has(origin) && !isSame(origin, host, isSecure(request)))
    throw new Refused(
      'forbidden',
      say(
        'This request comes from a page of another site, {origin}. If that is this server’s own address, start it with: rollcall serve --origin {origin}',
        { origin: origin.slice(0, 200) },
      ),
    );
}

function isOwn(name: string, { hosts }: Names): boolean {
  return isLoopbackName(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0 || hosts.has(name);
}

/** The page came from where the request goes. Over https only a page that came over https is. */
function isSame(origin: string, host: string, secure: boolean): boolean {
  const url = URL.parse(origin);
  if (!url || (url.protocol !== 'https:' && (secure || url.protocol !== 'http:'))) return false;
  return url.host === URL.parse(`${url.protocol}//${host}`)?.host;
}
