import { browserName, say } from '@rollcall/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeviceRow } from '../accounts/devices.ts';
import { Refused } from '../refused.ts';
import { endAccess, signedIn } from './account-handlers.ts';
import { sessionCookie } from './authenticate.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf, isSecure } from './origin.ts';

/** Browsers, which are devices for as long as somebody is signed in. */
export function sessionHandlers(context: RouteContext): Pick<Handlers, 'signIn' | 'session' | 'signOut'> {
  const { accounts, clock } = context;
  return {
    async signIn({ body, request, reply }) {
      const { person, session, libraryId } = await signedIn(context, request, body.email, body.password);
      const before = await endEarlierSession(context, request);
      let deviceId: string;
      if (before?.account_id === person.id) {
        deviceId = before.id;
        await accounts.devices.browserAgain(deviceId, session.id);
      } else {
        if (before) await endAccess(context, before.library_id, before.id);
        // Somebody was signed in here, be it long ago.
        if (request.cookies[sessionCookie(request)] !== undefined) dropKept(reply);
        await makeRoom(context, person.id);
        const agent = request.headers['user-agent'] ?? '';
        deviceId = await accounts.devices.browser(
          {
            account_id: person.id,
            library_id: libraryId,
            name: browserName(agent),
            kind: 'browser',
            platform: agent.slice(0, 100),
            version: context.version,
            address: addressOf(request),
          },
          session.id,
        );
      }
      setCookie(request, reply, session.token, new Date(clock.now() + COOKIE_LASTS));
      context.pokes.devices(libraryId);
      return { account: accounts.account(person), ...(await toldOf(context, libraryId, person.id)), deviceId };
    },

    session: async ({ asker }) => ({
      account: asker.account,
      ...(await toldOf(context, asker.libraryId, asker.account.id)),
      deviceId: asker.deviceId,
    }),

    async signOut({ asker, request, reply }) {
      if (asker.kind === 'device') throw new Refused('forbidden', say('A device is not signed out here; unlink it instead.'));
      await accounts.signIn.end(request.cookies[sessionCookie(request)] ?? '');
      await endAccess(context, asker.libraryId, asker.deviceId);
      setCookie(request, reply, '', new Date(0));
      dropKept(reply);
      return {};
    },
  };
}

/** The server forgets a session sooner; the cookie only has to last as long. Milliseconds. */
const COOKIE_LASTS = 365 * 86_400_000;

function setCookie(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
  void reply.setCookie(sessionCookie(request), token, { httpOnly: true, sameSite: 'lax', secure: isSecure(request), path: '/', expires });
}

/** What the page has kept it drops by itself; of what the browser keeps by itself, pictures above all, it is told to (W3C, Clear Site Data). */
function dropKept(reply: FastifyReply): void {
  void reply.header('clear-site-data', '"cache"');
}

/** Signed-in browsers of one account. */
const BROWSERS = 50;

/** The browser that signs in, if it is signed in already: the session of its cookie ends, as it gets another. */
async function endEarlierSession({ accounts, authentication }: RouteContext, request: FastifyRequest): Promise<DeviceRow | null> {
  const cookie = request.cookies[sessionCookie(request)];
  const found = cookie === undefined ? null : await accounts.signIn.session(cookie);
  if (cookie === undefined || found === null) return null;
  const device = accounts.devices.bySession(found.session.id);
  await accounts.signIn.end(cookie);
  if (device === undefined || device.revoked_at !== null) return null;
  authentication.forget(device.id);
  return device;
}

/** One more browser: the one that signed in longest ago is signed out when there are many. */
async function makeRoom(context: RouteContext, accountId: string): Promise<void> {
  const browsers = context.accounts.devices.of(accountId).filter(({ kind }) => kind === 'browser');
  for (const device of browsers.slice(BROWSERS - 1)) {
    if (device.session_id !== null) await context.accounts.endSession(device.session_id);
    await endAccess(context, device.library_id, device.id);
  }
}

/** What whoever is signed in is told of the library and its server. */
async function toldOf({ libraries, missingTools, closings }: RouteContext, libraryId: string, accountId: string) {
  return { library: await libraries.summary(libraryId), missingTools: [...missingTools()], closing: closings.of(accountId) };
}
