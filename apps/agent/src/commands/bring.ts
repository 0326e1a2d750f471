import { setTimeout as wait } from 'node:timers/promises';
import {
  askAgain,
  fileUnit,
  type Conditions,
  planUnit,
  readUnderWay,
  isShownBeside,
  shownResource,
  stoodFor,
  stayCompressed,
  wantFull,
  type LocalFile,
  type Unit,
} from '@rollcall/core';
import { classOf, sizeWords, type Reason } from '@rollcall/protocol';
import { fetchOver } from '../actions/fetch.ts';
import { lookAround } from '../conditions/look-around.ts';
import type { Device } from '../device.ts';
import { takeTurn } from '../lock.ts';
import { keepAlone } from './alone.ts';
import { Settlement } from '../work/settle.ts';
import type { GlanceAhead } from './glance.ts';
import type { Io } from './io.ts';

/** What is to come in full: a file here that is compressed, and how many bytes its original has. */
export interface Wanted {
  readonly file: LocalFile;
  readonly size: number;
}

/** How soon it is looked whether the agent has it. */
const GLANCE_MS = 25;
const SHOW_MS = 1000;
/** Fetched at once by this command. */
const AT_ONCE = 3;

/** Has them fetched by the agent that runs, or fetches them. Gives the reason of each that did not come, by the key of its file. */
export async function bring(
  device: Device,
  glance: GlanceAhead,
  wanted: readonly Wanted[],
  io: Io | null,
  stop: AbortSignal,
): Promise<Map<number, Reason>> {
  const { store } = device;
  const lock = await takeTurn(device.home);
  try {
    if (lock !== null) return await bringHere(device, glance, wanted, io, stop);
    return leaveWithoutRoom(store, wanted, await askAgent(device, glance, wanted, io, stop));
  } finally {
    lock?.release();
  }
}

/** The same for who has the device to itself. */
export async function bringHere(
  device: Device,
  ahead: Pick<GlanceAhead, 'policy' | 'overrides' | 'conditions'>,
  wanted: readonly Wanted[],
  io: Io | null,
  stop: AbortSignal,
): Promise<Map<number, Reason>> {
  return leaveWithoutRoom(device.store, wanted, await fetchHere(device, ahead, wanted, io, stop));
}

/**
 * A photo of which a part has no room stays compressed, and is no trouble: none of its files comes. Where one of them has come all the same,
 * the others are wanted still. Gives why each of them did not come.
 */
function leaveWithoutRoom(store: Device['store'], wanted: readonly Wanted[], failed: ReadonlyMap<number, Reason>): Map<number, Reason> {
  const all = new Map(failed);
  const photos = Map.groupBy(wanted, ({ file: { key, assetId } }) => (assetId === null ? key : store.resolve(assetId)));
  const left: number[] = [];
  for (const files of photos.values()) {
    const open = files.flatMap(({ file }) => (failed.has(file.key) ? [file.key] : []));
    const full = open.map((key) => failed.get(key)).find((reason) => reason?.code === 'device-disk-full');
    if (full === undefined || open.length < files.length) continue;
    for (const key of open) all.set(key, full);
    left.push(...open);
  }
  store.transact(() => {
    for (const key of left) stayCompressed(store, key);
  });
  askAgain(store, left);
  return all;
}

function want({ store }: Device, wanted: readonly Wanted[]): void {
  store.transact(() => {
    for (const { file } of wanted) wantFull(store, file.key);
  });
}

async function askAgent(
  device: Device,
  glance: GlanceAhead,
  wanted: readonly Wanted[],
  io: Io | null,
  stop: AbortSignal,
): Promise<Map<number, Reason>> {
  want(device, wanted);
  askAgain(
    device.store,
    wanted.map(({ file }) => file.key),
  );
  return waitFor(device, glance, wanted, io, stop);
}

async function waitFor(
  device: Device,
  glance: GlanceAhead,
  wanted: readonly Wanted[],
  io: Io | null,
  stop: AbortSignal,
): Promise<Map<number, Reason>> {
  const began = Date.now();
  let shown = Date.now();
  let { held = [] } = glance.conditions;
  let looked = Date.now();
  for (;;) {
    const open = wanted.filter(({ file }) => isOpen(device, file.key));
    if (open.length === 0) return new Map();
    const stuck = new Map<number, Reason>();
    const server = glance.serverNow();
    if (Date.now() - looked > SHOW_MS) {
      ({ held } = await lookAround(device));
      looked = Date.now();
    }
    const conditions = { ...glance.conditions, held, server: server === null ? [] : [server] };
    for (const { file } of open) {
      const reason = reasonOf(device, conditions, file.key);
      // What was in the way before the agent has looked says nothing yet.
      if (stop.aborted || (reason !== null && !passes(reason) && Date.now() - began > SHOW_MS)) stuck.set(file.key, reason ?? QUEUED);
    }
    if (stuck.size === open.length) return stuck;
    if (io !== null && Date.now() - shown > SHOW_MS) {
      shown = Date.now();
      const { transfers } = readUnderWay(device.store);
      show(
        io,
        wanted.length - open.length,
        wanted.length,
        sumOf(open, (unit) => transfers.get(unit)?.offset ?? 0),
      );
    }
    await wait(GLANCE_MS);
  }
}

const QUEUED: Reason = { code: 'queued', since: 0, evidence: {} };

/** How many of them are here in full by now. What is gone meanwhile, or was changed by a person, is none of them. */
export function hereInFull({ store }: Device, wanted: readonly Wanted[]): number {
  return wanted.filter(({ file: { key } }) => {
    const file = store.file(key);
    return file !== null && file.standIn == null && file.missingSince === null && file.hash !== null && file.hash === file.baseHash;
  }).length;
}

/** It is compressed here still. */
function isOpen(device: Device, key: number): boolean {
  const file = device.store.file(key);
  return file !== null && file.standIn != null && file.missingSince === null;
}

function passes({ code }: Reason): boolean {
  return classOf(code) === 'moving' || classOf(code) === 'waiting';
}

/** Why it is not here yet, by what is known at this moment; null: nothing is in the way. */
function reasonOf(device: Device, conditions: Conditions, key: number): Reason | null {
  return planUnit(device.store, fileUnit(key), { ...conditions, now: Date.now() }, new Map())?.plan.reasons[0] ?? null;
}

async function fetchHere(
  device: Device,
  ahead: Pick<GlanceAhead, 'policy' | 'overrides' | 'conditions'>,
  wanted: readonly Wanted[],
  io: Io | null,
  stop: AbortSignal,
): Promise<Map<number, Reason>> {
  const { policy, overrides, conditions } = ahead;
  want(device, wanted);
  const offsets = new Map<Unit, number>();
  let done = 0;
  let shown = Date.now();
  const alone = await keepAlone(
    device,
    new Settlement(device.store),
    { policy, overrides, conditions },
    (unit, transfer) => {
      offsets.set(unit, transfer?.offset ?? 0);
      if (io === null || Date.now() - shown < SHOW_MS) return;
      shown = Date.now();
      show(
        io,
        done,
        wanted.length,
        sumOf(wanted, (each) => offsets.get(each) ?? 0),
      );
    },
    stop,
  );
  let left = [...wanted];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && alone.trouble() === null && !stop.aborted; next = left.shift()) {
      const unit = fileUnit(next.file.key);
      const planned = planUnit(device.store, unit, alone.work.conditions(), new Map());
      const action = planned?.plan.actions.find((each) => each.do === 'fetch');
      if (planned?.kind === 'file' && action) await fetchOver(alone.work, planned.file, action);
      alone.room.give(unit);
      offsets.delete(unit);
      if (!isOpen(device, next.file.key)) done += 1;
    }
  };
  try {
    // Who had to wait for others with the same bytes is planned again, as long as some come.
    for (let before = -1; left.length > 0 && done > before && alone.trouble() === null && !stop.aborted;) {
      before = done;
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      left = wanted.filter(({ file: { key } }) => isOpen(device, key) && device.store.file(key)?.trouble === null);
    }
  } finally {
    await alone.stop();
  }
  const trouble = alone.trouble();
  const failed = new Map<number, Reason>();
  for (const { file } of wanted.filter((each) => isOpen(device, each.file.key))) {
    const own = device.store.file(file.key)?.trouble ?? trouble;
    failed.set(
      file.key,
      own === null ? (reasonOf(device, conditions, file.key) ?? QUEUED) : { code: own.code, since: Date.now(), evidence: own.evidence },
    );
  }
  return failed;
}

/** Those of the files that are compressed here. */
export function wantedOf(device: Device, files: readonly LocalFile[]): Wanted[] {
  return files.filter(({ standIn }) => standIn != null).map((file) => ({ file, size: originalSize(device, file) }));
}

function originalSize({ store: rows }: Device, file: LocalFile): number {
  const remote = file.assetId === null ? null : rows.remote(file.assetId);
  if (remote === null || file.standIn == null) return 0;
  return (stoodFor(file.standIn, remote, isShownBeside(rows, file, remote)) ?? shownResource(remote))?.size ?? 0;
}

function sumOf(wanted: readonly Wanted[], offset: (unit: Unit) => number): number {
  return wanted.reduce((sum, { file }) => sum + offset(fileUnit(file.key)), 0);
}

function show(io: Io, done: number, all: number, offset: number): void {
  io.stderr.write(`${done} of ${all}${offset > 0 ? `, and ${sizeWords(offset)} of those under way` : ''}\n`);
}
