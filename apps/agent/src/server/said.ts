import type { IncomingMessage } from 'node:http';
import type { ClientResponse } from '@rollcall/protocol';
import { retryAfter } from '@rollcall/transfer';

/** What the head of an answer says of where, and when, to ask again. */
export function saidOf({ headers }: IncomingMessage): Pick<ClientResponse, 'location' | 'retryAfter'> {
  const wait = retryAfter(headers['retry-after'] ?? null);
  return { ...(headers.location === undefined ? {} : { location: headers.location }), ...(wait > 0 ? { retryAfter: wait } : {}) };
}
