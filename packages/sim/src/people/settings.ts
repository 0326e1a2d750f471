import { PERMISSIVE, wantFull } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import { flipLink } from '../faults/link.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

export function setPolicy(world: World, device: Device, chance: Chance): void {
  const now = device.now();
  const policy = chance.pick([
    { mobileData: false },
    { mobileData: false },
    { sync: false },
    { paused: { since: now, until: now + 20_000 } },
    {},
    { syncNowUntil: now + 10_000, mobileData: false },
  ]);
  device.policy = { ...PERMISSIVE, direction: device.policy.direction, ...policy, since: now };
  world.tell(`a person sets at the ${device.name}: ${Object.keys(policy).join(', ') || 'everything is allowed'}`);
  device.agent?.surroundingsChanged();
}

/** Out of the house, with so much mobile data. */
export function setBudget(world: World, device: Device, chance: Chance, lasts: number): void {
  const mobileBudget = chance.between(0, 12_000_000);
  device.policy = { ...device.policy, unlimitedUpdates: false, mobileBudget, since: device.now() };
  world.tell(`a person at the ${device.name} has ${mobileBudget} bytes of mobile data`);
  flipLink(world, device, lasts);
}

/** Originals here, or compressed versions: switched back, all that is compressed is wanted in full. */
export function setStorage(world: World, device: Device): void {
  device.compressed = !device.compressed;
  world.tell(`a person sets at the ${device.name} to ${device.compressed ? 'optimise storage' : 'keep originals'}`);
  if (!device.compressed)
    device.store.transact(() => {
      for (const { key, standIn } of device.store.files()) if (standIn != null) wantFull(device.store, key);
    });
  device.agent?.surroundingsChanged();
}

export function setDirection(world: World, device: Device, chance: Chance): void {
  const direction = chance.pick(['backup-only', 'download-only', 'both'] as const);
  device.policy = { ...device.policy, direction, since: device.now() };
  world.tell(`a person sets at the ${device.name} which way photos go: ${direction}`);
  device.agent?.surroundingsChanged();
}
