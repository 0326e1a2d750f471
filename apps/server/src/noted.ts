import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Details } from './log/index.ts';

/** What is learnt of a request on its way. */
export interface Noted {
  /** By which the log calls it. */
  request?: string;
  account?: string;
  device?: string;
  /** Why it was refused. */
  code?: string;
}

const noted = new WeakMap<IncomingMessage, Noted>();

/** What is known of a request so far. */
export function notedOf(request: IncomingMessage): Noted {
  let known = noted.get(request);
  if (!known) noted.set(request, (known = {}));
  return known;
}

export function noteAsker(request: IncomingMessage, asker: { readonly account: { readonly id: string }; readonly deviceId: string }): void {
  Object.assign(notedOf(request), { account: asker.account.id, device: asker.deviceId });
}

export function noteRefusal(request: IncomingMessage, code: string): void {
  notedOf(request).code = code;
}

/** Which request it was: never its address, which may hold what somebody searched for. */
export function about(request: FastifyRequest): Details {
  const { request: id, account, device } = notedOf(request.raw);
  return {
    ...(id === undefined ? {} : { request: id }),
    route: request.routeOptions.url ?? 'unknown',
    method: request.method,
    ...(account === undefined ? {} : { account }),
    ...(device === undefined ? {} : { device }),
  };
}
