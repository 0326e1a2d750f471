import type { FastifyRequest } from 'fastify';
import { appOf } from '../accounts/app-passwords.ts';
import type { DeviceRow } from '../accounts/devices.ts';
import { closedWords } from '../http/authenticate.ts';
import type { RouteContext } from '../http/handlers.ts';
import { addressOf, isLocal, isSecure } from '../http/origin.ts';
import { Refused } from '../refused.ts';
import { DavRefused } from './refuse.ts';

/** Who asks over WebDAV. */
export interface Visitor {
  readonly device: DeviceRow;
  readonly libraryId: string;
  readonly deviceId: string;
}

export type DoorContext = Pick<RouteContext, 'accounts' | 'attempts'>;

const CHALLENGE = { 'www-authenticate': 'Basic realm="Rollcall", charset="UTF-8"' };
const NOT_THAT =
  'This needs an app password: make one on the page Account, at “Apps over WebDAV”, and give the app your e-mail address and that password. The account’s own password is not taken here.';

/**
 * Lets in whoever shows an app password (RFC 7617); no cookie and no device's token does. Nothing is looked at that came unencrypted from
 * elsewhere, nor what a page of another site had a browser send, which may know the password.
 */
export function letIn({ accounts, attempts }: DoorContext, request: FastifyRequest): Visitor {
  if (!isSecure(request) && !isLocal(request))
    throw new DavRefused(
      403,
      'A password over plain http can be read on the way, so that WebDAV is served over https only: give the server a certificate, or put a proxy with HTTPS in front that passes on X-Forwarded-Proto.',
    );
  if (request.headers['sec-fetch-site'] === 'cross-site' || request.headers['sec-fetch-site'] === 'same-site')
    throw new DavRefused(403, 'This request comes from a page of another site.');
  const shown = basic(request.headers.authorization);
  if (shown === null) throw new DavRefused(401, NOT_THAT, { headers: CHALLENGE });
  const device = appOf(accounts.devices, shown.password);
  const account = device && accounts.accountById(device.account_id);
  if (device && account && account.email.toLowerCase() === shown.user.toLowerCase()) {
    if (device.revoked_at !== null)
      throw new DavRefused(401, 'This app password was taken away. Make another one on the page Account.', { headers: CHALLENGE });
    accounts.devices.seen(device, addressOf(request));
    return { device, libraryId: device.library_id, deviceId: device.id };
  }
  if (device) {
    const closed = accounts.closedOn(device.account_id);
    if (closed !== null) throw new DavRefused(401, closedWords(closed), { headers: CHALLENGE });
  }
  count(attempts, request, shown.user);
  throw new DavRefused(401, NOT_THAT, { headers: CHALLENGE });
}

/** Guessing is slow, as at sign-in; counted apart, so that an app with an old password keeps nobody from signing in. */
function count(attempts: DoorContext['attempts'], request: FastifyRequest, user: string): void {
  try {
    attempts.begin(`dav ${addressOf(request)}`, user.slice(0, 254));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new DavRefused(429, error.message, { headers: { 'retry-after': String(error.details['seconds'] ?? 60) } });
  }
}

function basic(header: string | undefined): { readonly user: string; readonly password: string } | null {
  const encoded = /^Basic +([A-Za-z0-9+/]{1,1000}={0,2})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
