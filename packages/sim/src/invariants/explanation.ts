import { fileUnit, isPart, planUnit, type LocalFile } from '@rollcall/core';
import { classOf, rankOf, tellReason, type Reason } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';

/** E1, E2: an item is in sync, or says why not; each reason says what ends it. */
export function checkReasons(world: World, device: Device): void {
  const { agent, store } = device;
  if (!agent) return;
  for (const file of store.files()) {
    const planned = planUnit(store, fileUnit(file.key), agent.conditions(), agent.transfers());
    if (planned === null) continue;
    const { reasons } = planned.plan;
    if (reasons.length === 0) {
      const why = notInSync(device, file);
      if (why !== null) world.violate('E1', `${file.path} of the ${device.name} is told to be in sync, and ${why}`);
    } else
      checkTelling(
        world,
        device,
        file.path,
        reasons,
        planned.plan.actions.length > 0 || agent.conditions().server.length + (agent.conditions().held ?? []).length > 0,
      );
  }
}

/** By what it means to be in sync, not by the planner. */
function notInSync({ store }: Device, file: LocalFile): string | null {
  if (file.excluded !== null) return 'is left out';
  if (file.missingSince !== null) return 'is not there';
  if (file.hash === null || file.assetId === null) return 'was not read or is no photo of the library';
  if (file.standIn == null && file.hash !== file.baseHash) return 'its bytes were never agreed on';
  const remote = store.remote(file.assetId);
  if (remote === null || remote.asset.state !== 'live') return 'the cloud does not have it';
  if (!remote.resources.some(({ hash, removed }) => hash === file.baseHash && !removed)) return 'the cloud does not have its bytes';
  if (store.queuedFor(file.assetId).some(({ name }) => name === 'asset.create')) return 'its commit is not acknowledged';
  return null;
}

function checkTelling(world: World, device: Device, path: string, reasons: readonly Reason[], isTried: boolean): void {
  for (const [at, reason] of reasons.entries()) {
    const before = reasons[at - 1];
    if (before && rankOf(before.code) >= rankOf(reason.code)) world.violate('E1', `the reasons of ${path} stand in a wrong order`);
    const told = tellReason(reason);
    if (told.words === '' || told.ends.words === '') world.violate('E2', `${reason.code} of ${path} does not say what ends it`);
    if (
      classOf(reason.code) === 'failing' &&
      !isTried &&
      told.ends.by === 'time' &&
      !(Number(reason.evidence['nextTry']) > 0) &&
      !isShared(reason)
    )
      world.violate('E2', `${path} of the ${device.name} fails with ${reason.code}, and no time is told when it is tried again`);
  }
}

/** Tried again for the device as a whole, or at this very moment. */
function isShared({ code }: Reason): boolean {
  return code === 'offline' || code === 'server-unreachable' || code === 'server-busy' || code === 'captive-portal';
}

/** E3: the counts that are shown are those of the items. At rest, when everything is planned. */
export function checkCounts(world: World, device: Device): void {
  const { agent, store } = device;
  if (!agent) return;
  const { counts } = agent.state;
  const files = store.files().filter((file) => file.missingSince === null && !isPart(file));
  const sum = counts.inSync + counts.moving + counts.waiting + counts.held + counts.failing + counts.needsYou + counts.excluded;
  if (counts.onDevice !== sum) world.violate('E3', `the ${device.name} counts ${counts.onDevice} items, and ${sum} by their reasons`);
  if (counts.onDevice !== files.length) world.violate('E3', `the ${device.name} counts ${counts.onDevice} items, and has ${files.length}`);
  const inSync = files.filter(
    ({ key }) => (planUnit(store, fileUnit(key), agent.conditions(), agent.transfers())?.plan.reasons.length ?? 0) === 0,
  );
  if (inSync.length !== counts.inSync) world.violate('E3', `the ${device.name} counts ${counts.inSync} in sync, and ${inSync.length} are`);
}
