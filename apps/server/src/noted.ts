import type { IncomingMessage } from 'node:http';

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
