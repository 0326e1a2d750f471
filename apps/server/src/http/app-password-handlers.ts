import { say } from '@rollcall/protocol';
import { makeAppPassword } from '../accounts/app-passwords.ts';
import { confirm } from './confirm.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf } from './origin.ts';

/** Passwords for apps. They are told of, renamed and taken away as devices are. */
export function appPasswordHandlers(context: RouteContext): Pick<Handlers, 'createAppPassword'> {
  const { accounts, database, pokes, write, version } = context;
  return {
    async createAppPassword({ asker, body, request }) {
      await confirm(context, asker, body.password, addressOf(request), say('Give your password to make one for an app.'));
      const made = await write(() =>
        makeAppPassword(database, accounts.devices, {
          account_id: asker.account.id,
          library_id: asker.libraryId,
          name: body.name,
          version,
        }),
      );
      pokes.devices(asker.libraryId);
      return { ...made, user: asker.account.email };
    },
  };
}
