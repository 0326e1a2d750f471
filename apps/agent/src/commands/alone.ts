import { randomBytes } from 'node:crypto';
import type { Conditions, Policy, Trouble } from '@rollcall/core';
import { mintId } from '@rollcall/protocol';
import type { Overrides } from '../conditions/overrides.ts';
import { freeSpace } from '../conditions/free-space.ts';
import type { Device } from '../device.ts';
import { evict } from '../actions/evict.ts';
import { DeviceRoom } from '../engine/device-room.ts';
import { Keeper } from '../engine/keeper.ts';
import { troubleOfAll } from '../engine/obstacles.ts';
import { HeldBack } from '../server/gate.ts';
import { folderAtOnce } from '../folder/at-once.ts';
import { Asker } from '../work/asker.ts';
import { Pieces } from '../work/pieces.ts';
import { Reserve } from '../work/reserve.ts';
import type { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { keepToSettings } from './allowed.ts';

/** What an action works with in a command that runs beside no agent; nothing bounds what comes. */
export function workAlone(
  { identity, store, connection }: Pick<Device, 'identity' | 'store' | 'connection'>,
  settlement: Settlement,
  signal: AbortSignal,
): Work {
  return {
    identity,
    root: identity.folder,
    store,
    settlement,
    connection,
    asker: new Asker(connection),
    signal,
    itemSignal: () => signal,
    transferSignal: () => signal,
    pieces: new Pieces(),
    now: Date.now,
    free: () => Number.POSITIVE_INFINITY,
    reserve: new Reserve(identity.folder),
    takeRoom: () => Promise.resolve(),
    random: Math.random,
    mintId: () => mintId(Date.now(), randomBytes(10)),
    conditions: () => ({ now: Date.now(), server: [], folder: [] }),
    folder: folderAtOnce(identity.folder),
    progress: () => undefined,
    transfer: () => null,
    touch: () => undefined,
    failed: () => false,
    wanted: () => undefined,
    moved: () => undefined,
    arrived: () => undefined,
    wrote: () => undefined,
    hashesInFlight: new Map(),
    furthest: new Map(),
    claimed: new Set(),
  };
}

export interface KeepingAlone {
  readonly work: Work;
  readonly room: DeviceRoom;
  /** What stands between this device and the cloud, as the work found it; null: nothing. */
  readonly trouble: () => Pick<Trouble, 'code' | 'evidence'> | null;
  stop(): Promise<void>;
}

/** The same for what comes and goes by the settings of this device: what comes takes room, and something else makes it; nothing goes over a link that is forbidden meanwhile. */
export async function keepAlone(
  device: Device,
  settlement: Settlement,
  found: { readonly policy: Policy; readonly overrides: Overrides; readonly conditions: Conditions },
  progress: Work['progress'],
  stop: AbortSignal,
): Promise<KeepingAlone> {
  const { store, identity } = device;
  const { policy, overrides, conditions } = found;
  const ended = new AbortController();
  const signal = AbortSignal.any([stop, ended.signal]);
  const transfers = new Map<Parameters<Work['progress']>[0], NonNullable<Parameters<Work['progress']>[1]>>();
  let trouble: Pick<Trouble, 'code' | 'evidence'> | null = null;
  let broken: { readonly error: unknown } | null = null;
  const failed = (error: unknown): boolean => {
    if (signal.aborted || error instanceof HeldBack) return true;
    const found = troubleOfAll(error);
    trouble ??= found?.cause ?? null;
    return found !== null;
  };
  const allowed = await keepToSettings(device, {
    barred: (cause) => {
      trouble ??= cause;
    },
    broke: (error) => {
      broken ??= { error };
    },
  });
  const room: DeviceRoom = new DeviceRoom({
    store,
    folder: identity.folder,
    policy: () => policy,
    overrides: () => overrides,
    transfers: () => transfers,
    make: (bytes, until) => keeper.make(bytes, until),
    came: () => keeper.came(),
  });
  const work: Work = {
    ...workAlone(device, settlement, signal),
    transferSignal: () => AbortSignal.any([signal, allowed.photos]),
    conditions: () => ({ ...conditions, held: allowed.held, now: Date.now() }),
    free: () => {
      const free = freeSpace(identity.folder, overrides, Date.now());
      return 'is' in free ? free.is : Number.POSITIVE_INFINITY;
    },
    takeRoom: (unit, size, there, until) => room.take(unit, size, there, until),
    progress: (unit, transfer) => {
      if (transfer === null) transfers.delete(unit);
      else transfers.set(unit, transfer);
      progress(unit, transfer);
    },
    failed,
  };
  const keeper = new Keeper({
    store,
    folder: identity.folder,
    signal,
    policy: () => policy,
    room: () => room.now(),
    mayAsk: () => trouble === null,
    closes: () => (conditions.closing ?? null) !== null,
    evict: (assetId) => evict(work, assetId),
    touch: () => undefined,
    broke: (error) => {
      if (!failed(error)) broken ??= { error };
    },
  });
  return {
    work,
    room,
    trouble: () => trouble,
    stop: async () => {
      ended.abort();
      allowed.stop();
      await keeper.stopped();
      if (broken !== null) throw broken.error;
    },
  };
}
