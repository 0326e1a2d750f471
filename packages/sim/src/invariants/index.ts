import type { Device } from '../device/device.ts';
import type { Checks, World } from '../run/world.ts';
import { checkCounts, checkReasons } from './explanation.ts';
import { checkQueues, checkQuota } from './limits.ts';
import { checkChange, checkCopies, checkDurable, checkExpired, checkTouching } from './loss.ts';
import { checkChains, checkCursor, checkIds, checkSeq } from './order.ts';
import { checkLost, checkReplica } from './rest.ts';

/** What the checks remember of a world from step to step. */
interface Memory {
  /** What was used and set aside, by library. */
  readonly sums: Map<string, number>;
  cloud: string;
  /** When, in the world's own time, each photo came to Recently Deleted. */
  readonly trashed: Map<string, number>;
}

const memories = new WeakMap<World, Memory>();

function memoryOf(world: World): Memory {
  let memory = memories.get(world);
  if (!memory) {
    memory = { sums: new Map(), cloud: '', trashed: new Map() };
    memories.set(world, memory);
    watchCloud(world, memory);
  }
  return memory;
}

function watchCloud(world: World, memory: Memory): void {
  world.cloud.tables.watcher = {
    changed: (library, change, before, result) => {
      checkChange(world, library, change, before, result);
      if (change.name === 'asset.trash' && result.status === 'applied')
        memory.trashed.set(`${library} ${before?.asset.id ?? ''}`, world.timeline.now);
    },
    expired: (library, assetId) => checkExpired(world, library, assetId, memory.trashed.get(`${library} ${assetId}`)),
  };
}

export const CHECKS: Checks = {
  touching: checkTouching,
  pulled: checkCursor,
};

/** How often all reasons of a device are looked at, in steps. */
const REASONS_EVERY = 16;

/** After every step. */
export function checkStep(world: World): void {
  const memory = memoryOf(world);
  checkCopies(world);
  const { tables, blobs } = world.cloud;
  const cloud = `${tables.entities.version} ${tables.ledger.version} ${tables.taken.version} ${blobs.disk.version} ${tables.database.synced}`;
  if (cloud !== memory.cloud) {
    memory.cloud = cloud;
    noteCommitted(world);
    checkDurable(world);
    checkQuota(world, memory.sums);
    checkChains(world);
    checkSeq(world);
  }
  if (world.steps % REASONS_EVERY !== 0) return;
  checkQueues(world);
  const device: Device | undefined = world.devices[Math.floor(world.steps / REASONS_EVERY) % world.devices.length];
  if (device) checkReasons(world, device);
}

/** What a library refers to, durably, was taken: from now on the cloud answers for it. */
function noteCommitted({ cloud, witness }: World): void {
  if (!cloud.tables.database.synced) return;
  for (const { hash, state } of cloud.tables.ledger.values()) if (state === 'committed' && !witness.committed.has(hash)) witness.kept(hash);
}

/** When all is at rest. */
export function atRest(world: World): void {
  checkLost(world);
  checkIds(world);
  for (const device of world.devices) {
    checkReplica(world, device);
    checkReasons(world, device);
    checkCounts(world, device);
  }
}
