import { MIN_SUPPORTED, PROTOCOL_VERSION, say, type DeviceKind } from '@rollcall/protocol';
import type { FastifyRequest } from 'fastify';
import { DEVICES } from '../accounts/devices.ts';
import { Refused } from '../refused.ts';
import { closedWords } from './authenticate.ts';
import { confirm, noteWrongPassword } from './confirm.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf, isLocal } from './origin.ts';

type AccountRoutes = 'server' | 'createAccount' | 'checkPassword' | 'link';

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

    async checkPassword({ asker, body, request }) {
      await confirm(context, asker, body.password, addressOf(request), say('Give your password to see what is hidden.'));
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
export async function signedIn(context: RouteContext, request: FastifyRequest, email: string, password: string) {
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

/** Throws `forbidden` when the account has as many devices as it may. */
export function roomForDevice(context: RouteContext, accountId: string): void {
  if (context.accounts.devices.of(accountId).length >= DEVICES)
    throw new Refused(
      'forbidden',
      say('An account can have {most} devices. Take the access of one away first.', { most: String(DEVICES) }),
    );
}

/** Takes access away: no look-up is trusted any more, streams and uploads end, whoever shows the list of devices is told. */
export async function endAccess(context: RouteContext, libraryId: string, deviceId: string): Promise<void> {
  await context.accounts.devices.revoke(deviceId);
  context.authentication.forget(deviceId);
  context.pokes.revoked(libraryId, deviceId);
  await context.uploads.dropDevice({ libraryId, deviceId });
  context.pokes.devices(libraryId);
}
