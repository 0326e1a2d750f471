import { say } from '@rollcall/protocol';
import { Refused } from '../refused.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { readValues } from './order-handlers.ts';

/** What the account has chosen for all its devices. */
export function settingHandlers(context: RouteContext): Pick<Handlers, 'defaultSettings' | 'setDefaultSettings'> {
  const { accounts, pokes, settings } = context;
  return {
    defaultSettings: async ({ asker }) => ({ values: settings.of(asker.account.id) }),

    async setDefaultSettings({ asker, body }) {
      // A device that fell into wrong hands must not command the others.
      if (asker.kind !== 'browser')
        throw new Refused('forbidden', say('What holds for all devices is chosen by a person at the web page.'));
      await settings.choose(asker.account.id, readValues(body.values));
      for (const device of accounts.devices.of(asker.account.id)) pokes.orders(device.library_id, device.id);
      pokes.devices(asker.libraryId);
      return { values: settings.of(asker.account.id) };
    },
  };
}
