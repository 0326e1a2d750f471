import { say } from '@rollcall/protocol';
import { Refused } from '../refused.ts';
import { confirm } from './confirm.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf } from './origin.ts';

/** Closing an account by its own person, from a page or a device. Who listens hears of it from `closing/watch.ts`. */
export function closingHandlers(context: RouteContext): Pick<Handlers, 'closing' | 'closeAccount' | 'keepAccount'> {
  const { closings } = context;
  return {
    closing: async ({ asker }) => closings.told(asker),

    async closeAccount({ asker, body, request }) {
      if (body.email !== undefined && body.email.toLowerCase() !== asker.account.email.toLowerCase())
        throw new Refused(
          'bad-request',
          say('That is not the e-mail address of this account, which is {email}.', { email: asker.account.email }),
        );
      await confirm(context, asker, body.password, addressOf(request), say('Give your password to close this account.'));
      return { closing: await closings.close(asker) };
    },

    async keepAccount({ asker }) {
      await closings.keep(asker);
      return {};
    },
  };
}
