import { setImmediate as othersTurn } from 'node:timers/promises';
import { notThereYet } from '@rollcall/core';
import type { RouteOutput } from '@rollcall/protocol';
import type { DeviceRow } from '../accounts/devices.ts';
import type { RouteContext } from './handlers.ts';

/** Assets that are looked at before others get their turn. */
const AT_ONCE = 2_000;

/** A page of what is to come to a device: live photos of which it told no file, under any of their ids. */
export async function incomingTo(
  { libraries, rolls, silences }: RouteContext,
  libraryId: string,
  device: DeviceRow,
  page: { readonly after: string; readonly limit: number },
): Promise<RouteOutput<'deviceIncoming'>> {
  const roll = rolls.summary(device.id);
  // A device that told of nothing, or only sends, expects none.
  if (roll === null || roll.incoming === 0) return { items: [], reasons: [], next: null };
  const reasons = notThereYet({ name: device.name, silent: silences.of(device, roll.counts), roll });
  const items: { assetId: string; fileName: string }[] = [];
  for (let { after } = page; ; await othersTurn()) {
    const assets = libraries.liveAfter(libraryId, after, AT_ONCE);
    const ids = assets.map(({ assetId }) => assetId);
    const untold = rolls.untold(device.id, ids);
    for (const asset of assets) {
      if (!untold.has(asset.assetId)) continue;
      if (rolls.entriesOf(device.id, await libraries.idsOf(libraryId, asset.assetId)).length > 0) continue;
      if (items.length === page.limit) return { items, reasons, next: items.at(-1)?.assetId ?? null };
      items.push(asset);
    }
    after = ids.at(-1) ?? after;
    if (assets.length < AT_ONCE) return { items, reasons, next: null };
  }
}
