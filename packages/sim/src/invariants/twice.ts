import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';

/** P11: at rest a photo is not oftener on a device than once, and once more for each time that a person copied it there. */
export function checkTwice(world: World, device: Device): void {
  // Who ended in the middle of a step may have done it twice.
  if (world.witness.disturbed || device.ended || couldNotSee(world, device) || world.plan.items.length > FEW) return;
  const times = new Map<string, number>();
  for (const { assetId, hash, standIn, missingSince, path } of device.store.files()) {
    if (assetId === null || hash === null || missingSince !== null) continue;
    const shows = standIn?.of ?? hash;
    const now = (times.get(`${assetId} ${shows}`) ?? 0) + 1;
    times.set(`${assetId} ${shows}`, now);
    // A copy of what it was before may have become what it is.
    const was = new Set((device.store.remote(assetId)?.resources ?? []).map((each) => each.hash).concat(shows));
    const byHand = [...was].reduce((sum, each) => sum + world.witness.copiesByHand(device.name, each), 0);
    if (now > 1 + byHand) world.violate('P11', `${path} of the ${device.name} is there ${now} times, and nobody copied it`);
  }
}

/** It is looked for where not so much happens that one thing is on its way while the next one is done to the same photo. */
const FEW = 20;

/** For a while it did not see all that it has, and what another device had of that came here as well. */
function couldNotSee(world: World, device: Device): boolean {
  return world.plan.items.some(({ does, device: at }) => HIDING.has(does) && world.devices[at] === device);
}

const HIDING: ReadonlySet<string> = new Set(['device-closed', 'file-closed', 'disk-within', 'folder-unmounted', 'other-disk']);
