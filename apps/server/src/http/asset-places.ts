import { notThereYet } from '@rollcall/core';
import { say, type AssetPlace, type RollEntry } from '@rollcall/protocol';
import { keepsPhotos, type DeviceRow } from '../accounts/devices.ts';
import { lastCheck } from '../bytes/index.ts';
import type { Asker } from '../context.ts';
import type { FoundAsset } from '../library/store.ts';
import { Refused } from '../refused.ts';
import type { RouteContext } from './handlers.ts';

/** Where one asset is: the cloud, asked now, and each device, as it last told. */
export async function placesOf(context: RouteContext, asker: Asker, assetId: string): Promise<AssetPlace[]> {
  const asset = await context.libraries.asset(asker.libraryId, assetId);
  const ids = await context.libraries.idsOf(asker.libraryId, assetId);
  const devices = context.accounts.devices.of(asker.account.id).filter(keepsPhotos);
  const places = devices.flatMap((device) => onDevice(context, device, context.rolls.entriesOf(device.id, ids), asset));
  if (!asset && places.length === 0) throw new Refused('not-found', say('This library has no such photo.'));
  return [await inCloud(context, asset), ...places];
}

async function inCloud(context: RouteContext, asset: FoundAsset | null): Promise<AssetPlace> {
  const place = { where: 'cloud', deviceId: null, name: 'Cloud', path: null, reasons: [], asOf: null } as const;
  if (!asset || asset.state === 'purged') return { ...place, state: 'not-here', reasons: [] };
  for (const { hash, size } of asset.resources) {
    const stored = await context.blobs.stat(hash);
    const found = lastCheck(context.database, hash)?.found ?? 'sound';
    if (stored?.size !== size || found !== 'sound') return { ...place, state: 'damaged', reasons: [] };
  }
  return { ...place, state: asset.state === 'trashed' ? 'trashed' : 'safe', reasons: [] };
}

function onDevice(context: RouteContext, device: DeviceRow, entries: readonly RollEntry[], asset: FoundAsset | null): AssetPlace[] {
  const roll = context.rolls.summary(device.id);
  const place = { where: 'device', deviceId: device.id, name: device.name, asOf: roll?.reportedAt ?? null } as const;
  if (entries.length > 0)
    return entries.map((entry) => ({
      ...place,
      state: entry.form === 'missing' ? 'not-here' : entry.form,
      path: entry.path,
      reasons: entry.reasons,
    }));
  if (!roll || !asset) return [];
  if (asset.state !== 'live') return [{ ...place, state: 'not-here', path: null, reasons: [] }];
  const silent = context.silences.of(device, roll.counts);
  if (roll.upToDate && roll.incoming === 0 && silent === null) return [{ ...place, state: 'not-here', path: null, reasons: [] }];
  const reasons = notThereYet({ name: device.name, silent, roll });
  const comes = reasons[0]?.code !== 'not-in-this-direction';
  return [{ ...place, state: comes ? 'on-its-way' : 'not-here', path: null, reasons }];
}
