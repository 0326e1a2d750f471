import type { World } from '../play/world.ts';

/** Q1: what is used and set aside fits the quota; after it was lowered, it does not grow. */
export function checkQuota(world: World, before: Map<string, number>): void {
  const { tables } = world.cloud;
  for (const { id, quota } of tables.libraries.values()) {
    const { used, reserved } = tables.sums(id);
    const sum = used + reserved;
    if (sum > quota && sum > (before.get(id) ?? 0)) world.violate('Q1', `a library has ${used} and ${reserved} set aside, of ${quota}`);
    before.set(id, sum);
  }
}

/** Entries that a device may have in its outbox in these small worlds. */
const MOST_QUEUED = 200;

/** Q4: queues stay small. */
export function checkQueues(world: World): void {
  for (const { name, store } of world.devices)
    if (store.outboxSize() > MOST_QUEUED) world.violate('Q4', `the ${name} has ${store.outboxSize()} changes in its queue`);
}

/** I1: nobody is told that bytes are here whose library does not refer to them, and who has not sent them: no answer tells of others. */
export function checkHave(world: World, library: string, device: string, hash: string, sent: ReadonlySet<string>): void {
  const { tables } = world.cloud;
  const refers = (tables.index(library).byHash.get(hash) ?? []).length > 0;
  if (!refers && !sent.has(`${library} ${device} ${hash}`))
    world.violate('I1', 'a device is told that the cloud has bytes which it never sent there');
}

/** Q3: no byte of a photo goes over a link that its person forbids. */
export function checkLink(world: World, deviceId: string, route: string, kind: 'wifi' | 'mobile'): void {
  if (kind !== 'mobile' || (route !== 'send' && route !== 'download')) return;
  const device = world.devices.find(({ store }) => store.identity()?.deviceId === deviceId);
  if (!device) return;
  const { policy } = device;
  const overridden = policy.syncNowUntil !== null && policy.syncNowUntil > device.now();
  if (!policy.mobileData && !overridden) world.violate('Q3', `the ${device.name} moves photos over mobile data, which its person forbids`);
}
