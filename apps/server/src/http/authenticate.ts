import type { FastifyRequest } from 'fastify';
import type { Accounts } from '../accounts/accounts.ts';
import { tokenHash, type DeviceRow } from '../accounts/devices.ts';
import type { Asker } from '../context.ts';
import type { Clock } from '../context.ts';
import { dayWords, say } from '@rollcall/protocol';
import { Refused } from '../refused.ts';
import { addressOf, isSecure } from './origin.ts';

/**
 * The cookie of a browser's session. Over https its name has the prefix that keeps every other host, and plain http, from setting
 * it (RFC 6265bis section 4.1.3.2).
 */
export function sessionCookie(request: FastifyRequest): string {
  return isSecure(request) ? '__Host-rollcall_session' : 'rollcall_session';
}
/** How long a look-up is trusted; whatever ends access in this process ends it here at once. Milliseconds. */
const TRUSTED = 60_000;
const LOOKUPS = 10_000;

interface Known {
  readonly asker: Asker;
  readonly device: DeviceRow;
  readonly until: number;
}

export interface Authentication {
  authenticate(request: FastifyRequest): Promise<Asker>;
  /** Access of a device has ended, or its account changed. */
  forget(deviceId: string): void;
}

/** Knows who asks, by a device's token or a browser's cookie. Look-ups are remembered by the hash of what was shown. */
export function openAuthentication(accounts: Accounts, clock: Clock): Authentication {
  const known = new Map<string, Known>();

  const remember = (key: string, asker: Asker, device: DeviceRow, expiresAt: number): Asker => {
    if (known.size >= LOOKUPS) known.delete(known.keys().next().value as string);
    known.set(key, { asker, device, until: Math.min(clock.now() + TRUSTED, expiresAt) });
    return asker;
  };
  const byToken = (key: string, token: string): Asker => {
    const device = accounts.devices.byToken(token);
    if (!device) throw signedOut();
    const closed = device.revoked_at === null ? null : accounts.closedOn(device.account_id);
    if (closed !== null) throw new Refused('device-revoked', closedWords(closed), { closedOn: closed });
    if (device.revoked_at !== null)
      throw new Refused(
        'device-revoked',
        say('This device was signed out of the library. Its photos stay where they are. Link it again to go on.'),
      );
    const account = accounts.accountById(device.account_id);
    if (!account) throw signedOut();
    const asker = { account, libraryId: device.library_id, deviceId: device.id, kind: 'device' } as const;
    return remember(key, asker, device, Number.POSITIVE_INFINITY);
  };
  const byCookie = async (key: string, token: string): Promise<Asker> => {
    const found = await accounts.signIn.session(token);
    const device = found && accounts.devices.bySession(found.session.id);
    if (!found || !device || device.revoked_at !== null) throw signedOut();
    return remember(
      key,
      { account: accounts.account(found.person), libraryId: device.library_id, deviceId: device.id, kind: 'browser' },
      device,
      found.session.expiresAt,
    );
  };

  return {
    async authenticate(request) {
      const shown = credentials(request);
      if (!shown) throw signedOut();
      const key = `${shown.by} ${tokenHash(shown.token)}`;
      const before = known.get(key);
      if (before && before.until > clock.now()) {
        accounts.devices.seen(before.device, addressOf(request));
        return before.asker;
      }
      known.delete(key);
      const asker = shown.by === 'token' ? byToken(key, shown.token) : await byCookie(key, shown.token);
      const now = known.get(key);
      if (now) accounts.devices.seen(now.device, addressOf(request));
      return asker;
    },
    forget(deviceId) {
      for (const [key, { asker }] of known) if (asker.deviceId === deviceId) known.delete(key);
    },
  };
}

function credentials(request: FastifyRequest): { readonly by: 'token' | 'cookie'; readonly token: string } | undefined {
  const bearer = /^Bearer (rcd_[A-Za-z0-9_-]{43})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { by: 'token', token: bearer };
  if (request.headers.authorization !== undefined) return undefined;
  const cookie = request.cookies[sessionCookie(request)];
  return cookie !== undefined && cookie.length <= 200 ? { by: 'cookie', token: cookie } : undefined;
}

/** @param at when it was closed; server's clock */
export function closedWords(at: number): string {
  return say('This library was closed on {day}. The photos on your devices stay where they are.', { day: dayWords(at) });
}

function signedOut(): Refused {
  return new Refused('signed-out', say('Nobody is signed in here. Sign in, or link this device again.'));
}
