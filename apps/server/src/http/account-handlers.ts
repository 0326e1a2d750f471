import { browserName, MIN_SUPPORTED, PROTOCOL_VERSION, say, type DeviceKind } from '@rollcall/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEVICES, type DeviceRow } from '../accounts/devices.ts';
import { Refused } from '../refused.ts';
import { closedWords, sessionCookie } from './authenticate.ts';
import { confirm, noteWrongPassword } from './confirm.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf, isLocal, isSecure } from './origin.ts';

type AccountRoutes = 'server' | 'createAccount' | 'signIn' | 'session' | 'checkPassword' | 'signOut' | 'link';

export function accountHandlers(context: RouteContext): Pick<Handlers, AccountRoutes> {
  const { accounts, libraries, attempts, clock } = context;
  return {
    server: async ({ request }) => ({
      name: 'rollcall',
      version: context.version,
      protocol: PROTOCOL_VERSION,
      minSupported: MIN_SUPPORTED,
      epoch: libraries.epoch,
      setupNeeded: !accounts.exist(),
      registrationOpen: accounts.registrationOpen(isLocal(request)),
      time: clock.now(),
    }),

    async createAccount({ body, request }) {
      const attempt = attempts.begin(addressOf(request), 'setup');
      const { account, libraryId } = await accounts.create({
        email: body.email,
        name: body.name,
        password: body.password,
        quota: body.quota,
        setupToken: body.setupToken,
        local: isLocal(request),
      });
      attempt.right();
      return { account, library: await libraries.summary(libraryId) };
    },

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

    async checkPassword({ asker, body, request }) {
      await confirm(context, asker, body.password, addressOf(request), say('Give your password to see what is hidden.'));
      return {};
    },

    async signOut({ asker, request, reply }) {
      if (asker.kind === 'device') throw new Refused('forbidden', say('A device is not signed out here; unlink it instead.'));
      await accounts.signIn.end(request.cookies[sessionCookie(request)] ?? '');
      await endAccess(context, asker.libraryId, asker.deviceId);
      setCookie(request, reply, '', new Date(0));
      dropKept(reply);
      return {};
    },

    async link({ body, request }) {
      if (body.kind === ('browser' satisfies DeviceKindName))
        throw new Refused('bad-request', say('A browser signs in; it is not linked.'));
      const { person, session, libraryId } = await signedIn(context, request, body.email, body.password);
      // A device has its own token: the session that came with the check is not needed.
      await accounts.signIn.end(session.token);
      roomForDevice(context, person.id);
      const { id, token } = await accounts.devices.link({
        account_id: person.id,
        library_id: libraryId,
        name: body.name,
        kind: body.kind,
        platform: body.platform,
        version: body.version,
        address: addressOf(request),
      });
      context.pokes.devices(libraryId);
      return { deviceId: id, token, account: accounts.account(person), library: await libraries.summary(libraryId) };
    },
  };
}

/** A person by e-mail address and password; guessing is limited. */
async function signedIn(context: RouteContext, request: FastifyRequest, email: string, password: string) {
  const { accounts, libraries, attempts } = context;
  const attempt = attempts.begin(addressOf(request), email);
  const found = await accounts.signIn.check(email.toLowerCase(), password);
  if (!found) {
    noteWrongPassword(context, email.toLowerCase());
    throw new Refused('wrong-password', say('The e-mail address or the password is not right.'));
  }
  attempt.right();
  const libraryId = await libraries.libraryOf(found.person.id);
  if (libraryId !== null) return { ...found, libraryId };
  await accounts.signIn.end(found.session.token);
  throw withoutLibrary(context, found.person.id);
}

/** Whose password is right, and whose library is gone, is told so. */
function withoutLibrary({ accounts }: RouteContext, accountId: string): Refused {
  const closed = accounts.closedOn(accountId);
  if (closed === null) throw new Error(`the account ${accountId} has no library`);
  return new Refused('forbidden', `${closedWords(closed)} ${say('To have a library again, ask the owner of the server for an account.')}`, {
    closedOn: closed,
  });
}

type DeviceKindName = (typeof DeviceKind)['options'][number];

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

/** Throws `forbidden` when the account has as many devices as it may. */
export function roomForDevice(context: RouteContext, accountId: string): void {
  if (context.accounts.devices.of(accountId).length >= DEVICES)
    throw new Refused(
      'forbidden',
      say('An account can have {most} devices. Take the access of one away first.', { most: String(DEVICES) }),
    );
}

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

/** Takes access away: no look-up is trusted any more, streams and uploads end, whoever shows the list of devices is told. */
export async function endAccess(context: RouteContext, libraryId: string, deviceId: string): Promise<void> {
  await context.accounts.devices.revoke(deviceId);
  context.authentication.forget(deviceId);
  context.pokes.revoked(libraryId, deviceId);
  await context.uploads.dropDevice({ libraryId, deviceId });
  context.pokes.devices(libraryId);
}

/** What whoever is signed in is told of the library and its server. */
async function toldOf({ libraries, missingTools, closings }: RouteContext, libraryId: string, accountId: string) {
  return { library: await libraries.summary(libraryId), missingTools: [...missingTools()], closing: closings.of(accountId) };
}
