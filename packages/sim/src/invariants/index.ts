import type { AssetRows } from '@rollcall/core';
import { isAlbumChange, type Change, type MutationResult } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { Checks, World } from '../play/world.ts';
import type { Request } from '../wire/messages.ts';
import { checkReasons, checkShown } from './explanation.ts';
import { checkFolders } from './folders.ts';
import { checkAttached, checkHalves } from './halves.ts';
import { checkAnswer } from './isolation.ts';
import { checkBudget, checkHave, checkIdle, checkLink, checkQueues, checkQuota, checkUploads, countAnswer, type Mobile } from './limits.ts';
import { checkEvicted, checkLetsGo, checkNoted, checkOrder } from './keeping.ts';
import { checkActing, checkAsking } from './livelock.ts';
import { checkAnswered, checkChange, checkCopies, checkDurable, checkExpired, checkTouching } from './loss.ts';
import { checkChains, checkCursor, checkFeeds, checkTold, newFeeds, noteCompleted, type Feeds } from './order.ts';
import { restsOf, stillRests, type Rests } from './rests.ts';
import { checkTouchingWay, checkWay } from './one-way.ts';
import { checkNames, noteFollowers, type Followers } from './names.ts';
import { checkObserver, observe, type Observer } from './observers.ts';
import { checkDone, checkHeld, checkQueued, checkTaken, countDeletion } from './people.ts';
import { checkRead, checkReadable } from './readers.ts';
import { checkLost, checkReplica } from './rest.ts';
import { checkLostTold, checkRolls } from './rolls.ts';
import { checkTwice } from './twice.ts';

/** What the checks remember of a world from step to step. */
interface Memory {
  /** What was used and set aside, by library. */
  readonly sums: Map<string, number>;
  cloud: string;
  /** When, in the world's own time, each photo came to Recently Deleted. */
  readonly trashed: Map<string, number>;
  /** Bytes that are purged, by library. */
  readonly purged: Map<string, Set<string>>;
  readonly observers: Observer[];
  /** Which device sent which bytes to which library. */
  readonly sent: Set<string>;
  readonly mobile: Mobile;
  readonly feeds: Feeds;
  readonly rests: Map<Device, Rests>;
  /** Devices of which something changed since it was looked at what they show. */
  readonly unshown: Set<Device>;
  readonly followers: Map<Device, Followers>;
  /** What was asked over mobile data: its answer counts as such, whatever the link is by then. */
  readonly overMobile: WeakSet<Request>;
}

const memories = new WeakMap<World, Memory>();

function memoryOf(world: World): Memory {
  let memory = memories.get(world);
  if (!memory) {
    memory = {
      sums: new Map(),
      cloud: '',
      trashed: new Map(),
      purged: new Map(),
      observers: [],
      sent: new Set(),
      mobile: new Map(),
      feeds: newFeeds(),
      rests: new Map(),
      unshown: new Set(),
      followers: new Map(),
      overMobile: new WeakSet(),
    };
    memories.set(world, memory);
    watchCloud(world, memory);
  }
  return memory;
}

function watchCloud(world: World, memory: Memory): void {
  world.network.onSent = (sender, request, { kind }) => {
    checkLink(world, sender.deviceId, request.route, kind);
    if (kind === 'mobile') memory.overMobile.add(request);
    checkBudget(world, sender, request, kind, memory.mobile);
    checkAsking(world, sender, request);
    checkTold(world, sender, request);
  };
  world.network.onAnswered = (sender, request, response) => {
    checkAnswer(world, sender, request, response);
    checkAnswered(world, sender, request, response);
    checkRead(world, sender, request, response);
    // Whoever sends a request twice on the way gets two answers, and the device one.
    if (response.bytes && memory.overMobile.delete(request)) countAnswer(world, sender, response, memory.mobile);
  };
  world.cloud.tables.watcher = {
    changed: (library, change, before, result) => {
      checkChange(world, library, change, before, result);
      noteCompleted(memory.feeds, library, change, result);
      const purged = memory.purged.get(library) ?? new Set();
      memory.purged.set(library, purged);
      checkDone(world, change, before, result, purged);
      checkAttached(world, library, change, result);
      if (isAlbumChange(change)) checkFolders(world, library);
      notePurges(purged, change, before, result);
      if (change.name === 'asset.trash' && result.status === 'applied')
        memory.trashed.set(`${library} ${before?.asset.id ?? ''}`, world.timeline.now);
    },
    sent: (library, device, hash) => void memory.sent.add(`${library} ${device} ${hash}`),
    toldHave: (library, device, hash) => checkHave(world, library, device, hash, memory.sent),
    expired: (library, assetId) => checkExpired(world, library, assetId, memory.trashed.get(`${library} ${assetId}`)),
  };
}

/** What is purged just now, and what is wanted again. */
function notePurges(purged: Set<string>, change: Change, before: AssetRows | undefined, result: MutationResult): void {
  if (result.status === 'rejected') return;
  if (change.name === 'asset.purge' && result.status === 'applied')
    for (const { hash, removed } of before?.resources ?? []) if (!removed) purged.add(hash);
  if (change.name === 'asset.create') for (const { hash } of change.args.resources) purged.delete(hash);
}

export const CHECKS: Checks = {
  touching: (world, device, touching) => {
    checkTouching(world, device, touching);
    checkTouchingWay(world, device, touching);
    checkNoted(world, device, touching);
  },
  letsGo: checkLetsGo,
  ordered: checkOrder,
  evicted: checkEvicted,
  acting: checkActing,
  pulled: (world, device) => checkCursor(world, device, device.store.cursor()),
  queued: (world, device, change) => {
    countDeletion(world, change);
    // What its person undoes is said by a person.
    if (world.witness.actor === 'person') return;
    checkQueued(world, device, change);
    checkWay(world, device, change);
  },
  taken: checkTaken,
};

/** After every step. */
export function checkStep(world: World): void {
  const memory = memoryOf(world);
  checkCopies(world);
  const { tables, blobs } = world.cloud;
  const cloud = `${tables.entities.version} ${tables.ledger.version} ${tables.taken.version} ${tables.tickets.version} ${blobs.disk.version} ${tables.database.synced}`;
  if (cloud !== memory.cloud) {
    memory.cloud = cloud;
    noteCommitted(world);
    checkDurable(world);
    checkQuota(world, memory.sums);
    checkChains(world);
    checkFeeds(world, memory.feeds);
    checkUploads(world);
  }
  if (world.steps % OBSERVE_EVERY === 0 && !world.quiet) {
    const observer = observe(world, world.libraries[0] ?? '');
    if (observer) {
      // Who comes back now is judged now; the others go on knowing what they knew.
      for (const each of memory.observers) checkObserver(world, { ...each, knows: new Map(each.knows) });
      memory.observers.push(observer);
    }
  }
  for (const device of world.devices) {
    const changed = noteRests(memory, device);
    if (device.agent?.planned !== true) memory.unshown.add(device);
    else if (memory.unshown.delete(device) || changed) {
      checkShown(world, device);
      noteFollowers(device, followersOf(memory, device));
    }
    if (!changed) continue;
    checkQueues(world, device);
    checkReasons(world, device);
    // After something was put back, a cursor is judged when the server has judged it.
    if (!world.witness.disturbed) checkCursor(world, device, device.store.cursor());
    checkHeld(world, device);
  }
}

function followersOf({ followers }: Memory, device: Device): Followers {
  const own: Followers = followers.get(device) ?? new Map();
  followers.set(device, own);
  return own;
}

/** True: something changed on which reasons of the device may rest, and is noted now. */
function noteRests({ rests }: Memory, device: Device): boolean {
  const before = rests.get(device);
  if (!device.agent || (before !== undefined && stillRests(before, device))) return false;
  rests.set(device, restsOf(device, device.agent));
  return true;
}

/** What a library refers to, durably, was taken: from now on the cloud answers for it. */
function noteCommitted({ cloud, witness }: World): void {
  if (!cloud.tables.database.synced) return;
  for (const { hash, state } of cloud.tables.ledger.values()) if (state === 'committed' && !witness.committed.has(hash)) witness.kept(hash);
}

/** How often somebody begins to listen, and stops at once. */
const OBSERVE_EVERY = 120;

/** When all is at rest. */
export function atRest(world: World): void {
  const memory = memoryOf(world);
  for (const observer of memory.observers) checkObserver(world, observer);
  checkLost(world);
  checkLostTold(world);
  checkIdle(world);
  checkHalves(world);
  checkReadable(world);
  for (const device of world.devices) {
    checkReplica(world, device);
    checkNames(world, device, followersOf(memory, device));
    checkTwice(world, device);
    checkRolls(world, device);
    checkReasons(world, device);
    checkShown(world, device);
  }
}
