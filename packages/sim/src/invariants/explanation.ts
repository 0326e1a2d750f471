import { allUnits, isPart, keptWith, planUnit, type LocalFile, type Unit } from '@rollcall/core';
import { classOf, rankOf, tellReason, type Counts, type Reason, type ReasonClass } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';

/** E1, E2: an item is in sync, or says why not; each reason, also of what is to come, says what ends it. */
export function checkReasons(world: World, device: Device): void {
  const { agent, store } = device;
  if (!agent) return;
  const conditions = agent.conditions();
  const isHeldBack = conditions.server.length + (conditions.held ?? []).length > 0;
  for (const unit of allUnits(store)) {
    const planned = planUnit(store, unit, conditions, agent.transfers());
    if (planned === null) continue;
    const { reasons, actions } = planned.plan;
    const why = reasons.length === 0 && planned.kind === 'file' ? notInSync(device, planned.file) : null;
    const name = planned.kind === 'file' ? planned.file.path : planned.assetId;
    if (why !== null) world.violate('E1', `${name} of the ${device.name} is told to be in sync, and ${why}`);
    checkTelling(world, device, name, reasons, actions.length > 0 || isHeldBack);
  }
}

/** By what it means to be in sync, not by the planner. */
function notInSync({ store }: Device, file: LocalFile): string | null {
  if (file.excluded !== null) return keptWith(store, file) === null ? 'is left out' : null;
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

/** E3: what is shown of each item is what its plan says now, and what is counted are exactly these; once nothing is under way. */
export function checkShown(world: World, device: Device): void {
  const { agent, store } = device;
  if (!agent) return;
  const conditions = agent.conditions();
  const sets = { inSync: 0, incoming: 0, pendingRemovals: 0 };
  const classes = new Map<ReasonClass, number>();
  for (const unit of new Set([...allUnits(store), ...agent.census.units()])) {
    const shown = agent.reasons(unit);
    const planned = planUnit(store, unit, conditions, agent.transfers());
    const is = planned?.plan.reasons ?? [];
    if (codesOf(shown) !== codesOf(is) && !isAboutToBeTried(device, unit))
      world.violate('E3', `the ${device.name} shows ${unit} as ${codesOf(shown)}, and it is ${codesOf(is)}`);
    const [primary] = shown;
    if (unit.startsWith('a:')) sets.incoming += primary === undefined ? 0 : 1;
    else if (planned?.kind === 'file' && planned.file.missingSince !== null) sets.pendingRemovals += primary === undefined ? 0 : 1;
    // What cannot be looked into is no photo, and not counted.
    else if (planned?.kind === 'file' && isPart(planned.file)) continue;
    else if (primary === undefined) sets.inSync += 1;
    else classes.set(classOf(primary.code), (classes.get(classOf(primary.code)) ?? 0) + 1);
  }
  const { counts, incoming, pendingRemovals } = agent.state;
  const counted = [counts.inSync, incoming, pendingRemovals, ...CLASSES.map(([, field]) => counts[field])].join();
  const there = [sets.inSync, sets.incoming, sets.pendingRemovals, ...CLASSES.map(([each]) => classes.get(each) ?? 0)].join();
  if (counted !== there) world.violate('E3', `the ${device.name} counts ${counted}, and there are ${there}`);
  const files = store.files().filter((file) => file.missingSince === null && !isPart(file)).length;
  if (counts.onDevice !== files) world.violate('E3', `the ${device.name} counts ${counts.onDevice} items, and has ${files}`);
}

/** Each class of a first reason, and where it is counted. */
const CLASSES: readonly (readonly [ReasonClass, keyof Counts])[] = [
  ['moving', 'moving'],
  ['waiting', 'waiting'],
  ['held', 'held'],
  ['failing', 'failing'],
  ['needs-you', 'needsYou'],
  ['excluded', 'excluded'],
];

/** Its next try is due in this moment, and the alarm has not rung yet: it is shown as it was before. */
function isAboutToBeTried({ agent, store }: Device, unit: Unit): boolean {
  const trouble = unit.startsWith('f:') ? store.file(Number(unit.slice(2)))?.trouble : store.incomingState(unit.slice(2))?.trouble;
  if (!agent || trouble?.nextTry == null || !agent.due.includes(unit)) return false;
  const before = { ...agent.conditions(), now: trouble.nextTry - 1 };
  return codesOf(agent.reasons(unit)) === codesOf(planUnit(store, unit, before, agent.transfers())?.plan.reasons ?? []);
}

const codesOf = (reasons: readonly Reason[]): string => reasons.map(({ code }) => code).join(' ') || 'in sync';
