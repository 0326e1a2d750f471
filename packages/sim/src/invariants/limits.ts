import { LIMITS } from '@rollcall/protocol';
import type { Transfer } from '@rollcall/core';
import { monthOf, type Device } from '../device/device.ts';
import type { Link } from '../network/network.ts';
import type { Request, Response, Sender } from '../wire/messages.ts';
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

/** Transfers of a kind that a device may have under way: what its lanes hold, and one upload more that mends the cloud. */
const MOST_AT_ONCE: Readonly<Record<Transfer['phase'], number>> = {
  hashing: 2,
  asking: 7,
  sending: 7,
  verifying: 7,
  downloading: 6,
  applying: 6,
};

/** Changes of one kind to one photo that wait at once: what its person did meanwhile is told by the last of them. */
const MOST_ALIKE = 3;

/** What waits besides what its files and photos give reason for. */
const MOST_BESIDES = 10;

/** Q4: what waits is bounded by what there is, and what is under way by the lanes. */
export function checkQueues(world: World, { name, agent, store }: Device): void {
  const transfers = new Map<string, number>();
  for (const { phase } of agent?.transfers().values() ?? []) {
    const count = (transfers.get(phase) ?? 0) + 1;
    transfers.set(phase, count);
    if (count > MOST_AT_ONCE[phase]) world.violate('Q4', `the ${name} has ${count} transfers under way that are ${phase}`);
  }
  const alike = new Map<string, number>();
  for (const entry of store.outbox()) {
    const what = `${entry.name} of ${entry.assetId}`;
    const count = (alike.get(what) ?? 0) + 1;
    alike.set(what, count);
    if (count > MOST_ALIKE) world.violate('Q4', `the ${name} has ${what} ${count} times in its queue`);
  }
  const things = store.countFiles() + store.told().size + MOST_BESIDES;
  if (store.outboxSize() > things) world.violate('Q4', `the ${name} has ${store.outboxSize()} changes in its queue`);
  if ((agent?.due.length ?? 0) > things) world.violate('Q4', `the ${name} has ${agent?.due.length ?? 0} tries before it`);
}

/** Q4: of the same bytes a device has one upload open. */
export function checkUploads(world: World): void {
  const open = new Set<string>();
  for (const { device, hash, size, result } of world.cloud.tables.tickets.values()) {
    if (hash === null || result !== null) continue;
    const what = `${device} ${hash} ${size}`;
    if (open.has(what)) world.violate('Q4', `a device has two uploads of ${world.witness.nameOf(hash)} open`);
    open.add(what);
  }
}

/** I1: nobody is told that bytes are here whose library does not refer to them, and who has not sent them: no answer tells of others. */
export function checkHave(world: World, library: string, device: string, hash: string, sent: ReadonlySet<string>): void {
  const { tables } = world.cloud;
  const refers = (tables.index(library).byHash.get(hash) ?? []).length > 0;
  if (!refers && !sent.has(`${library} ${device} ${hash}`))
    world.violate('I1', 'a device is told that the cloud has bytes which it never sent there');
}

/** Q2: at rest, a day later, no room is set aside for what nobody brings, and no upload is open. */
export function checkIdle(world: World): void {
  const { tables, blobs } = world.cloud;
  const idle = world.cloud.now() - LIMITS.uploadIdle;
  for (const { hash, state, touched } of tables.ledger.values())
    if (state !== 'committed' && touched < idle)
      world.violate('Q2', `room is set aside for ${world.witness.nameOf(hash)}, which nobody brings`);
  for (const { id, touched, result } of tables.tickets.values())
    if (touched < idle) world.violate('Q2', `the upload ${id.slice(0, 8)}… is kept for ever${result === null ? '' : ', and was ended'}`);
  for (const upload of blobs.list('incoming'))
    if (!tables.tickets.has(upload)) world.violate('Q2', 'bytes of an upload lie on the disk of the cloud which nobody knows of');
}

/** Mobile data that went, by device and month. */
export type Mobile = Map<string, { begins: number; used: number }>;

function usedBy(mobile: Mobile, device: Device): { begins: number; used: number } {
  const { begins } = monthOf(device.now());
  const before = mobile.get(device.name);
  // A clock that goes back begins no new month.
  const own = before && before.begins >= begins ? before : { begins, used: 0 };
  mobile.set(device.name, own);
  return own;
}

const deviceOf = (world: World, id: string): Device | undefined => world.devices.find(({ store }) => store.identity()?.deviceId === id);

/** Q3: no more bytes of photos over mobile data than its person allowed for the month. */
export function checkBudget(world: World, sender: Sender, request: Request, kind: Link['kind'], mobile: Mobile): void {
  const device = kind === 'mobile' ? deviceOf(world, sender.deviceId) : undefined;
  if (!device) return;
  const own = usedBy(mobile, device);
  const bytes = bytesOf(world, sender, request);
  const { unlimitedUpdates, mobileBudget } = device.policy;
  if (bytes > 0 && !unlimitedUpdates && own.used + bytes > mobileBudget)
    world.violate('Q3', `the ${device.name} has used ${own.used} of ${mobileBudget} bytes of mobile data, and moves ${bytes} more`);
  if (request.route === 'send' && request.body.piece) own.used += request.body.piece.to - request.body.piece.from;
}

/** What is about to go with a question or its answer. */
function bytesOf({ cloud }: World, { libraryId }: Sender, request: Request): number {
  if (request.route === 'send') return request.body.length;
  if (request.route !== 'download') return 0;
  const entity = cloud.tables.entity(libraryId, `resource:${request.resourceId}`)?.entity;
  return entity?.type === 'resource' ? entity.size - request.from : 0;
}

/** What came with an answer. */
export function countAnswer(world: World, { deviceId }: Sender, { bytes }: Response, mobile: Mobile): void {
  const device = bytes ? deviceOf(world, deviceId) : undefined;
  if (device && bytes) usedBy(mobile, device).used += bytes.piece.to - bytes.piece.from;
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
