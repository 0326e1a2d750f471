import { AS_USUAL, choose, DEFAULT, isSettingName } from '@rollcall/core';
import { dayWords, needsPassword, say, type SettingValues } from '@rollcall/protocol';
import { Refused } from '../refused.ts';
import { confirm } from './confirm.ts';
import { ownDevice } from './device-handlers.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf } from './origin.ts';

type OrderRoutes = 'giveOrder' | 'ordersOf' | 'deviceOrders' | 'orderDone';

/** Values as every device shows them again; what no device would take is refused where the person can still see it. */
export function readValues(values: SettingValues): SettingValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => {
      if (!isSettingName(name)) throw new Refused('bad-request', say('There is no setting {name}.', { name }), { setting: name });
      const chosen = choose(AS_USUAL, name, text, 0);
      if (!chosen.ok) throw new Refused('bad-request', `${name}: ${chosen.words}`, { setting: name });
      return [name, chosen.settings.chosen[name] ?? DEFAULT];
    }),
  );
}

export function orderHandlers(context: RouteContext): Pick<Handlers, OrderRoutes> {
  const { closings, orders, pokes, presence, settings } = context;
  return {
    async giveOrder({ asker, params, body, request }) {
      const device = ownDevice(context, asker, params.deviceId);
      // A device that fell into wrong hands must not command the others.
      if (asker.kind !== 'browser') throw new Refused('forbidden', say('A device takes orders only from a person at the web page.'));
      if (device.kind === 'app') throw new Refused('bad-request', say('An app that only brings photos takes no orders.'));
      if (device.kind === 'browser') throw new Refused('bad-request', say('A browser keeps no photos, and takes no orders.'));
      if (body.order.kind === 'settings-set') readValues(body.order.values);
      const closing = body.order.kind === 'free-up' ? closings.of(asker.account.id) : null;
      if (closing !== null)
        throw new Refused(
          'forbidden',
          say(
            'The library closes on {day}, and what is in the cloud alone is gone then: until it is kept, originals stay where they are.',
            { day: dayWords(closing.on) },
          ),
        );
      if (needsPassword(body.order))
        await confirm(context, asker, body.password, addressOf(request), say('Give your password to let photos be deleted everywhere.'));
      const id = await orders.give(device.id, body.order);
      pokes.orders(device.library_id, device.id);
      pokes.devices(device.library_id);
      return { id };
    },

    async ordersOf({ asker, params }) {
      const { id } = ownDevice(context, asker, params.deviceId);
      return { orders: orders.waiting(id), answered: orders.answered(id) };
    },

    async deviceOrders({ asker, query }) {
      presence.answers(asker.deviceId);
      const { orders: told, dropped } = await orders.told(asker.deviceId, query.knows);
      if (dropped) pokes.devices(asker.libraryId);
      return { orders: told, defaults: settings.of(asker.account.id), closing: closings.of(asker.account.id) };
    },

    async orderDone({ asker, params, query }) {
      if (await orders.done(asker.deviceId, params.orderId, query.answer ?? 'done')) pokes.devices(asker.libraryId);
      return {};
    },
  };
}
