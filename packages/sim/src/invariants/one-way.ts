import type { Change } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { Touching } from '../device/work.ts';
import type { World } from '../play/world.ts';

/** What was under way when the direction was set may still end. */
const UNDER_WAY_MS = 60_000;

function goes(device: Device): 'both' | 'backup-only' | 'download-only' {
  const { direction, since } = device.policy;
  return Math.abs(device.now() - since) < UNDER_WAY_MS ? 'both' : direction;
}

/** W1: a device that only downloads changes nothing in the cloud, and one that only backs up deletes nothing there. */
export function checkWay(world: World, device: Device, change: Change): void {
  const way = goes(device);
  if (way === 'both') return;
  const forbidden: readonly Change['name'][] =
    way === 'backup-only' ? ['asset.trash'] : ['asset.create', 'asset.edit', 'asset.set', 'asset.trash', 'resource.complete'];
  if (forbidden.includes(change.name)) world.violate('W1', `the ${device.name}, which is ${way}, tells the cloud ${change.name}`);
}

/** W1: nothing of the cloud changes a file on a device that only backs up. */
export function checkTouchingWay(world: World, device: Device, touching: Touching): void {
  if (goes(device) !== 'backup-only') return;
  const changes =
    touching.does === 'place' || touching.does === 'replace' || (touching.does === 'remove' && touching.why === 'deleted elsewhere');
  if (changes) world.violate('W1', `the ${device.name}, which only backs up, has ${touching.path} changed by the cloud`);
}
