import { platform, release } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { CodeGiven, CodeRequest, CodeStanding, RouteOutput } from '@rollcall/protocol';
import type { Connection } from '../server/connection.ts';
import { VERSION } from '../version.ts';
import { complain, say, type Io } from './io.ts';

type Approved = Extract<CodeStanding, { standing: 'approved' }>;

/** After a question that brought no answer, the pause doubles, up to this (RFC 8628 section 3.5). Milliseconds. */
const LONGEST_PAUSE = 30_000;

/** How the person shows whose device this is: by password, or by approving a short code in a browser. */
export type SignIn = { readonly by: 'password'; readonly email: string; readonly password: string } | { readonly by: 'code' };

interface Whom {
  readonly server: string;
  readonly name: string;
  readonly signIn: SignIn;
}

/** The device as the server made it; null when it was not let in, which was told. */
export async function letIn(open: Pick<Connection, 'call'>, options: Whom, io: Io): Promise<RouteOutput<'link'> | null> {
  const self = {
    name: options.name,
    kind: 'folder',
    platform: `${platform()} ${release()}`.slice(0, 100),
    version: VERSION,
  } as const;
  if (options.signIn.by === 'code') return signInByCode(open, options.server, self, io);
  const { email, password } = options.signIn;
  const linked = await open.call('link', { body: { email, password, ...self } });
  if (linked.ok) return linked.value;
  complain(io, linked.refusal.words);
  return null;
}

/**
 * Shows a code and waits until a person approved it in a browser (RFC 8628).
 * Null: it was not approved, which was told. Rejects when the code could not be asked for.
 */
async function signInByCode(
  { call }: Pick<Connection, 'call'>,
  server: string,
  self: CodeRequest,
  io: Io,
): Promise<RouteOutput<'link'> | null> {
  const asked = await call('askDeviceCode', { body: self });
  if (!asked.ok) {
    complain(io, asked.refusal.words);
    return null;
  }
  const { userCode, verificationPath } = asked.value;
  const page = `${server.replace(/\/+$/, '')}${verificationPath}`;
  say(io, `Open ${page} and enter ${userCode}`);
  say(io, `or open ${page}#code=${userCode}`);
  say(io, 'Waiting until it is approved there, for ten minutes at most. Stop with Ctrl-C.');
  const end = await waitFor(call, asked.value, io.signal);
  switch (end) {
    case 'denied':
      complain(io, 'This device was denied. Nothing was changed.');
      return null;
    case 'expired':
      complain(io, 'Nobody approved the code in time. Nothing was changed; ask again with the same command.');
      return null;
    case 'stopped':
      complain(io, 'Stopped. Nothing was changed; the code leads nowhere now.');
      return null;
    default:
      say(io, `Approved by ${end.account.email}.`);
      return end;
  }
}

async function waitFor(
  call: Connection['call'],
  given: CodeGiven,
  signal: AbortSignal,
): Promise<Approved | 'denied' | 'expired' | 'stopped'> {
  const end = Date.now() + given.expiresIn * 1000;
  let pause = given.interval * 1000;
  let silent = pause;
  while (Date.now() < end) {
    await wait(silent, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return 'stopped';
    const answer = await call('deviceCodeToken', { body: { deviceCode: given.deviceCode } }).catch(() => null);
    if (answer === null || !answer.ok) {
      // The server, or the link to it, is away for a while; the code outlives that.
      silent = Math.min(LONGEST_PAUSE, silent * 2);
      continue;
    }
    const { value } = answer;
    switch (value.standing) {
      case 'pending':
      case 'slow-down':
        pause = Math.max(pause, value.interval * 1000);
        silent = pause;
        break;
      case 'denied':
      case 'expired':
        return value.standing;
      case 'approved':
        return value;
      default:
        return value satisfies never;
    }
  }
  return 'expired';
}
