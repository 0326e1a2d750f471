import { LIMITS, say, type Device, type DeviceAbout } from '@rollcall/protocol';
import { keepsPhotos, toldKind, type DeviceRow } from '../accounts/devices.ts';
import type { Asker } from '../context.ts';
import { Refused } from '../refused.ts';
import { endAccess } from './account-handlers.ts';
import { confirm } from './confirm.ts';
import { incomingTo } from './incoming.ts';
import { addressOf } from './origin.ts';
import type { Handlers, RouteContext } from './handlers.ts';

type DeviceRoutes =
  | 'devices'
  | 'renameDevice'
  | 'revokeDevice'
  | 'itemsNamed'
  | 'deviceItems'
  | 'deviceIncoming'
  | 'roll'
  | 'deviceJournal';

export function deviceHandlers(context: RouteContext): Pick<Handlers, DeviceRoutes> {
  const { accounts, rolls, pokes, presence } = context;
  const mine = (asker: Asker, deviceId: string): DeviceRow => ownDevice(context, asker, deviceId);
  const told = (device: DeviceRow, asker: Asker): Device => toldDevice(context, device, asker);

  return {
    async devices({ asker }) {
      const devices = accounts.devices.of(asker.account.id);
      if (asker.kind === 'browser')
        presence.look(
          devices.filter(keepsPhotos).map(({ id, library_id: libraryId }) => ({ id, libraryId, dear: isDear(rolls.summary(id)?.about) })),
        );
      return { devices: devices.map((device) => told(device, asker)) };
    },

    async renameDevice({ asker, params, body }) {
      const device = mine(asker, params.deviceId);
      await accounts.devices.rename(device.id, body.name);
      context.authentication.forget(device.id);
      pokes.devices(asker.libraryId);
      return {};
    },

    async revokeDevice({ asker, params, body, request }) {
      const device = mine(asker, params.deviceId);
      if (asker.kind === 'device' && device.id !== asker.deviceId)
        throw new Refused('forbidden', say('A device can take away only its own access. Use the web page for others.'));
      if (asker.kind === 'browser')
        await confirm(context, asker, body.password, addressOf(request), say('Give your password to take a device’s access away.'));
      if (device.session_id !== null) await accounts.endSession(device.session_id);
      await endAccess(context, device.library_id, device.id);
      return {};
    },

    async itemsNamed({ asker, query }) {
      const devices = accounts.devices.of(asker.account.id).filter(({ kind }) => kind !== 'browser');
      const found = devices.flatMap((device) => {
        const entries = rolls.named(device.id, query.name, LIMITS.named + 1);
        const asOf = entries.length === 0 ? 0 : (rolls.summary(device.id)?.reportedAt ?? device.created_at);
        return entries.map((entry) => ({ deviceId: device.id, device: device.name, asOf, entry }));
      });
      return { items: found.slice(0, LIMITS.named), more: found.length > LIMITS.named };
    },

    async deviceItems({ asker, params, query }) {
      const device = mine(asker, params.deviceId);
      return rolls.items({
        deviceId: device.id,
        limit: query.limit ?? LIMITS.itemsPage,
        after: query.after ?? '',
        class: query.class,
        code: query.code,
        form: query.form,
      });
    },

    async deviceIncoming({ asker, params, query }) {
      const device = mine(asker, params.deviceId);
      return incomingTo(context, asker.libraryId, device, { after: query.after ?? '', limit: query.limit ?? LIMITS.itemsPage });
    },

    async roll({ asker, body }) {
      const before = context.optimises(asker.libraryId);
      await rolls.report(asker.deviceId, body);
      if (!before && context.optimises(asker.libraryId)) context.ahead.wake();
      const { about } = body;
      if (about !== undefined) await accounts.devices.updated(asker.deviceId, about.version);
      pokes.devices(asker.libraryId);
      return {};
    },

    deviceJournal: async ({ asker, query }) => ({
      entries: [...(await context.libraries.journalOf(asker.libraryId, asker.deviceId, query.limit ?? LIMITS.journal))],
    }),
  };
}

/** It told that it is on a link on which each byte may cost. */
function isDear(about: DeviceAbout | undefined): boolean {
  const value = (name: string): unknown => {
    const told = about?.conditions[name];
    return told !== undefined && 'value' in told ? told.value : null;
  };
  return value('link') === 'cellular' || value('metered') === true;
}

/** A device with what it told of itself. */
export function toldDevice({ pokes, presence, rolls, silences }: RouteContext, device: DeviceRow, asker: Asker): Device {
  const roll = rolls.summary(device.id);
  return {
    id: device.id,
    name: device.name,
    kind: toldKind(device),
    ...(device.kind === 'app' ? { app: 'webdav' as const } : {}),
    platform: device.platform,
    version: device.version,
    createdAt: device.created_at,
    lastSeenAt: device.last_seen_at,
    address: device.last_address,
    connected: pokes.connected(device.id),
    goneAt: presence.goneAt(device.id),
    silent: silences.of(device, roll?.counts ?? null),
    self: device.id === asker.deviceId,
    roll,
  };
}

/** A device of the asker's account. Throws `not-found` for any other. */
export function ownDevice({ accounts }: RouteContext, asker: Asker, deviceId: string): DeviceRow {
  const device = accounts.devices.get(deviceId);
  if (!device || device.account_id !== asker.account.id || device.revoked_at !== null)
    throw new Refused('not-found', say('This account has no such device.'));
  return device;
}
