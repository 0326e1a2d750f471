import { z } from 'zod';
import { Device, DeviceName, ForkRequest, ForkResponse, LinkRequest, LinkResponse } from '../accounts.ts';
import { Id } from '../ids.ts';
import { JournalTold } from '../journal.ts';
import { LIMITS } from '../limits.ts';
import { Reason, REASON_CLASSES } from '../reasons.ts';
import { RollEntry, RollReport } from '../roll.ts';
import { Empty, page, type Route } from './route.ts';

/** Devices of an account, and what each tells of itself. */
export const DEVICE_ROUTES = {
  link: {
    method: 'POST',
    path: '/api/v1/devices',
    auth: 'none',
    summary: 'Make a folder a device of an account',
    body: LinkRequest,
    response: LinkResponse,
  },
  forkDevice: {
    method: 'POST',
    path: '/api/v1/device/fork',
    auth: 'device',
    summary: 'Give the copy of a device an identity of its own; it begins a new chain and sends again what was not acknowledged',
    body: ForkRequest,
    response: ForkResponse,
  },
  devices: {
    method: 'GET',
    path: '/api/v1/devices',
    auth: 'account',
    summary: 'All devices of the account, with what each told of itself',
    response: z.object({ devices: z.array(Device) }),
  },
  renameDevice: {
    method: 'PATCH',
    path: '/api/v1/devices/:deviceId',
    auth: 'account',
    summary: 'Rename a device',
    params: z.object({ deviceId: Id }),
    body: z.object({ name: DeviceName }),
    response: Empty,
  },
  revokeDevice: {
    method: 'DELETE',
    path: '/api/v1/devices/:deviceId',
    auth: 'account',
    summary: 'Take a device’s access away; the photos on it stay. A browser gives the password again; a device may revoke only itself',
    params: z.object({ deviceId: Id }),
    body: z.object({ password: z.string().max(256).optional() }),
    response: Empty,
  },
  deviceItems: {
    method: 'GET',
    path: '/api/v1/devices/:deviceId/items',
    auth: 'account',
    summary: 'What a device told it holds',
    params: z.object({ deviceId: Id }),
    query: z.object({
      ...page,
      /** What is missing is of no class, for it is not counted. */
      class: z.enum([...REASON_CLASSES, 'in-sync']).optional(),
      code: z.string().max(50).optional(),
      form: RollEntry.shape.form.optional(),
    }),
    response: z.object({ items: z.array(RollEntry), next: z.string().nullable() }),
  },
  deviceIncoming: {
    method: 'GET',
    path: '/api/v1/devices/:deviceId/incoming',
    auth: 'account',
    summary: 'Photos of the library that are still to come to a device, as far as it told what it holds',
    params: z.object({ deviceId: Id }),
    query: z.object(page),
    response: z.object({
      items: z.array(z.object({ assetId: Id, fileName: z.string() })),
      /** Why they are not there yet: what the device said of itself as a whole. */
      reasons: z.array(Reason),
      next: z.string().nullable(),
    }),
  },
  itemsNamed: {
    method: 'GET',
    path: '/api/v1/devices/items',
    auth: 'account',
    summary: 'What the devices told they hold that is not in the library yet, by letters in its path',
    query: z.object({ name: z.string().min(1).max(LIMITS.fileName) }),
    response: z.object({
      items: z
        .array(
          z.object({
            deviceId: Id,
            device: DeviceName,
            /** When the device told that; server's clock, milliseconds. */
            asOf: z.number(),
            entry: RollEntry,
          }),
        )
        .max(LIMITS.named),
      /** There are more that match. */
      more: z.boolean(),
    }),
  },
  roll: {
    method: 'POST',
    path: '/api/v1/device/roll',
    auth: 'device',
    summary: 'Tell the inventory of this device, or what changed in it',
    body: RollReport,
    response: Empty,
  },
  deviceJournal: {
    method: 'GET',
    path: '/api/v1/device/journal',
    auth: 'device',
    summary: 'What this device did in the library, the newest first: for undo',
    query: z.object({ limit: z.coerce.number().int().min(1).max(LIMITS.journal).optional() }),
    response: z.object({ entries: z.array(JournalTold).max(LIMITS.journal) }),
  },
} as const satisfies Record<string, Route>;
