import { PERMISSIVE } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import { goodLink } from '../network/network.ts';
import type { Fault, Item } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';
import { beginCloud, cloudFault, update } from './cloud.ts';
import { beginDevice, deviceFault } from './device.ts';
import { linkFault } from './link.ts';

/** Something goes wrong; what lasts for a time ends by itself, at the latest when the quiet begins. */
export function doFault(world: World, item: Item & { readonly does: Fault }): void {
  const device = world.devices[item.device];
  if (!device) return;
  const chance = world.chance.fork(`fault ${item.id}`);
  const before = world.witness.actor;
  world.witness.actor = 'fault';
  try {
    fault(world, device, chance, item);
  } finally {
    world.witness.actor = before;
  }
}

function fault(world: World, device: Device, chance: Chance, { does, lasts }: Item & { readonly does: Fault }): void {
  switch (does) {
    case 'cloud-dies':
    case 'cloud-loses-power':
    case 'cloud-full':
    case 'cloud-notes-full':
    case 'cloud-rots':
    case 'cloud-backup':
    case 'cloud-put-back':
    case 'cloud-rolled-back':
    case 'cloud-clock':
    case 'cloud-upgraded':
    case 'quota-lowered':
      return cloudFault(world, chance, does, lasts);
    case 'agent-dies':
    case 'device-loses-power':
    case 'device-full':
    case 'device-notes-full':
    case 'device-closed':
    case 'file-closed':
    case 'device-read-only':
    case 'device-rots':
    case 'device-clock':
    case 'folder-unmounted':
    case 'other-disk':
    case 'disk-within':
    case 'device-cloned':
    case 'state-lost':
    case 'device-put-back':
      return deviceFault(world, device, chance, does, lasts);
    case 'link-down':
    case 'link-loses':
    case 'reply-lost':
    case 'requests-lost':
    case 'link-duplicates':
    case 'link-reorders':
    case 'body-cut':
    case 'portal':
    case 'proxy':
    case 'link-flips':
      return linkFault(world, device, chance, does, lasts);
    case 'time-passes': {
      const ms = chance.pick([3_600_000, 26 * 3_600_000, 8 * 86_400_000, 31 * 86_400_000, 200 * 86_400_000]);
      return letTimePass(world, ms);
    }
    default:
      return does satisfies never;
  }
}

/** The world is left alone for a while: the server's heartbeat counts the hours, and everybody wakes late. */
export function letTimePass(world: World, ms: number): void {
  world.tell(`${Math.round(ms / 3_600_000)} hours pass`);
  const { cloud, timeline } = world;
  let left = ms;
  // Of each hour the server counts one; a day is told in few beats, for its upkeep looks at sums only.
  while (left > 0) {
    const hour = Math.min(left, 3_600_000);
    timeline.leap(hour);
    left -= hour;
    if (!cloud.up) continue;
    const { tables } = cloud;
    tables.facts.set('seen-time', String(tables.seen + hour));
    tables.facts.set('heartbeat', String(cloud.now()));
  }
  cloud.tables.database.sync();
  cloud.beatNow();
}

/** A cloud that was put back to before a device was linked knows nothing of it: its person links it again. */
function signInAgain({ cloud }: World, device: Device): void {
  const identity = device.store.identity();
  if (identity === null) return;
  const { marker } = device.disk;
  // A folder that was put back to before it was linked anew is linked once more.
  if (marker?.deviceId !== identity.deviceId) {
    if (!device.disk.hasFolder(OWN_FOLDER)) device.disk.makeFolder(OWN_FOLDER);
    device.kill();
    device.disk.marker = { deviceId: identity.deviceId, run: marker?.run };
  }
  if (cloud.tables.devices.has(identity.deviceId)) return;
  cloud.tables.devices.set(identity.deviceId, { library: identity.libraryId, name: device.name });
}

/** Whatever is still wrong ends now. */
export function endFaults(world: World): void {
  const { cloud } = world;
  cloud.blobs.disk.capacity = Number.POSITIVE_INFINITY;
  cloud.tables.database.full = null;
  for (const device of world.devices) {
    Object.assign(device.link, goodLink());
    // Which way photos go is what its person wants, and nothing that is wrong.
    device.policy = { ...PERMISSIVE, direction: device.policy.direction, since: device.policy.since };
    device.agent?.surroundingsChanged();
    device.mounted = device.disk;
    device.disk.readOnly = false;
    device.disk.capacity = Number.POSITIVE_INFINITY;
    device.store.database.full = null;
    device.disk.closed.clear();
    device.disk.over = null;
    for (const { path } of device.disk.files()) if (!device.disk.isReadable(path)) device.disk.setReadable(path, true);
    if (device.protocol < cloud.speaks.least) update(world, device);
    signInAgain(world, device);
    beginDevice(world, device);
  }
  const { tables } = cloud;
  for (const library of Array.from(tables.libraries.values())) tables.libraries.set(library.id, { ...library, quota: 50_000_000_000 });
  beginCloud(world);
}
