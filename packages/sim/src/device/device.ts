import {
  countMobile,
  isCostly,
  learnRows,
  meet,
  mobileLeft,
  noteMet,
  PERMISSIVE,
  UNSEEN,
  type Action,
  type DeviceIdentity,
  type Evictable,
  type LocalFile,
  type MobileMonth,
  type Policy,
  type Surroundings,
  type Unit,
} from '@rollcall/core';
import { CHAIN_START, type ChangesPage } from '@rollcall/protocol';
import { DatabaseFull, type Copy } from '../database/database.ts';
import { Disk, type DiskRules } from '../disk/disk.ts';
import type { Gallery } from '../disk/gallery.ts';
import type { Reply, Request, Sender } from '../wire/messages.ts';
import { goodLink, type Link, type Network } from '../network/network.ts';
import type { Chance } from '../world/chance.ts';
import { filled, Process, type Routine, type Slot } from '../world/routine.ts';
import type { Appointment, Timeline } from '../world/timeline.ts';
import { Agent } from './agent.ts';
import type { Evicted } from './evicting.ts';
import { OWN_FOLDER } from './folder.ts';
import { MemoryDeviceStore } from './memory-store.ts';
import type { Touching } from './work.ts';

export interface DeviceEvents {
  touching(device: Device, touching: Touching): void;
  letsGo(device: Device, file: LocalFile): void;
  ordered(device: Device, order: readonly Evictable[], byHand: boolean): void;
  evicted(device: Device, evicted: Evicted): void;
  /** How long its program stands still when it has just given a file its place. Milliseconds. */
  laid(device: Device, path: string): number;
  /** How much longer it takes to read a file there, for the machine is busy. Milliseconds. */
  slower(device: Device, path: string): number;
  pulled(device: Device, pages: readonly ChangesPage[]): void;
  acting(device: Device, unit: Unit, does: Action['do']): void;
  failed(device: Device, error: unknown): void;
  /** Its state cannot be written to. */
  noRoom(device: Device): void;
  restless(device: Device, unit: string): void;
}

export interface DeviceParts {
  readonly name: string;
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly gallery: Gallery;
  readonly network: Network;
  readonly rules: DiskRules;
  readonly dev: number;
  /** Entities on one page of the feed. */
  readonly page: number;
  /** The version of the protocol that its program speaks at first. */
  readonly protocol: number;
  readonly events: DeviceEvents;
}

/** The state of a device, as a backup has it. */
export interface DeviceCopy {
  readonly database: Copy;
  readonly disk: Disk;
}

/** A device: its state, its photo disk, its link, and the agent while it runs. */
export class Device {
  readonly name: string;
  readonly parts: DeviceParts;
  readonly store = new MemoryDeviceStore();
  /** The disk with the photos. */
  readonly disk: Disk;
  /** What lies at the folder's path: the disk, an empty place, or another disk. */
  mounted: Disk;
  readonly link: Link = goodLink();
  /** What its person set. */
  policy: Policy = PERMISSIVE;
  /** Its person keeps originals in the cloud: what comes from elsewhere comes compressed. */
  compressed = false;
  /** Bytes that photos may take here while that is so; null: no bound. */
  budget: number | null = null;
  /** What its clock is ahead of the world's. */
  skew = 0;
  /** Its clock jumped: what counts by the day cannot be counted from outside. */
  jumped = false;
  /** The version of the protocol that its program speaks. */
  protocol: number;
  /** Its program has ended in the middle of what it did. */
  ended = false;
  #month: MobileMonth | null = null;
  #process: Process | null = null;
  /** A run for which there was no room begins again. */
  #retry: Appointment | null = null;
  #agent: Agent | null = null;

  constructor(parts: DeviceParts) {
    this.parts = parts;
    this.name = parts.name;
    this.protocol = parts.protocol;
    this.disk = new Disk(parts.dev, parts.rules, () => this.now());
    this.mounted = this.disk;
  }

  get agent(): Agent | null {
    return this.#agent;
  }

  get identity(): DeviceIdentity {
    const identity = this.store.identity();
    if (identity === null) throw new Error(`${this.name} is not linked`);
    return identity;
  }

  get sender(): Sender {
    const { deviceId, libraryId } = this.identity;
    return { deviceId, libraryId, protocol: this.protocol };
  }

  now(): number {
    return Math.floor(this.parts.timeline.now) + this.skew;
  }

  /** A person links the folder: this device is one of the account's from now on. */
  linkTo(deviceId: string, libraryId: string, epoch: string): void {
    // Who links a folder sees to it that it can be written to.
    this.disk.readOnly = false;
    this.store.database.full = null;
    if (!this.disk.hasFolder(OWN_FOLDER)) this.disk.makeFolder(OWN_FOLDER);
    this.disk.marker = { deviceId, run: undefined };
    this.disk.syncFolder('');
    this.store.setIdentity({
      deviceId,
      name: this.name,
      server: 'https://cloud',
      folder: '/photos',
      accountId: libraryId,
      email: 'p@example.org',
      libraryId,
    });
    this.store.rechain(epoch, { n: 0, hash: CHAIN_START });
    learnRows(this.store, this.protocol);
    this.store.database.sync();
  }

  /** What the device sees of its link, and of the mobile data of this month. */
  around(): Surroundings {
    const { used, ends } = this.#mobileMonth(0);
    return { ...UNSEEN, link: { is: this.link.kind, since: 0 }, month: { used, ends } };
  }

  /** So many bytes of photos may go over the link now, and are counted. */
  mayPass(bytes: number): boolean {
    const left = mobileLeft(this.policy, this.around());
    const enough = left === null || left >= bytes;
    // What remains is too little for another piece, and is no use to wait for.
    if (isCostly(this.policy, this.around())) this.#month = this.#mobileMonth(enough ? bytes : (left ?? 0));
    if (!enough) this.#agent?.surroundingsChanged();
    return enough;
  }

  #mobileMonth(bytes: number): MobileMonth {
    return countMobile(this.#month, monthOf(this.now()), bytes);
  }

  start(): void {
    if (this.#process) return;
    const { timeline, chance, gallery, network, events, page } = this.parts;
    const broken = (error: unknown): void => {
      if (error instanceof DatabaseFull) this.#endForRoom(process);
      else events.failed(this, error);
    };
    const process = new Process(this.name, timeline, chance, broken);
    try {
      this.#meet();
      learnRows(this.store, this.protocol);
    } catch (error) {
      if (!(error instanceof DatabaseFull)) throw error;
      return this.#tryAgain();
    }
    this.#process = process;
    const agent = new Agent({
      name: this.name,
      store: this.store,
      process,
      chance,
      gallery,
      page,
      disk: () => this.mounted,
      now: () => this.now(),
      deviceId: () => this.identity.deviceId,
      policy: () => this.policy,
      around: () => this.around(),
      compressed: () => this.compressed,
      mayPass: (bytes) => this.mayPass(bytes),
      acting: (unit, does) => events.acting(this, unit, does),
      send: (request: Request): Slot<Reply> => network.send(this.link, this.sender, request),
      touching: (touching) => events.touching(this, touching),
      budget: () => this.budget,
      letsGo: (file) => events.letsGo(this, file),
      ordered: (order, byHand) => events.ordered(this, order, byHand),
      evicted: (evicted) => events.evicted(this, evicted),
      laid: (path) => events.laid(this, path),
      slower: (path) => events.slower(this, path),
      pulled: (pages) => events.pulled(this, pages),
      meet: () => {
        try {
          this.#meet();
        } catch (error) {
          broken(error);
        }
      },
      broken,
      forked: () => this.#takeOwnIdentity(process),
      restless: (unit) => events.restless(this, unit),
    });
    this.#agent = agent;
    agent.start();
  }

  /** Nothing can be noted: what is under way ends within a moment, and the run with it. */
  #endForRoom(process: Process): void {
    this.#agent?.ends();
    process.after(this.parts.chance.below(LAST_MOMENT_MS), 'ends, for nothing can be noted', () => {
      this.kill();
      this.#tryAgain();
    });
  }

  #tryAgain(): void {
    this.parts.events.noRoom(this);
    this.#retry = this.parts.timeline.after(NO_ROOM_MS, `the ${this.name} tries again`, () => this.start());
  }

  /** State and folder tell each other which run this is. */
  #meet(): void {
    this.#finishIdentity();
    const { marker } = this.mounted;
    if (marker === null || marker.deviceId !== this.identity.deviceId) return;
    const run = this.parts.chance.hex(16);
    meet(this.store, marker.run ?? null, run);
    this.store.database.sync();
    this.mounted.marker = { ...marker, run };
    noteMet(this.store, run);
  }

  kill(): void {
    if (this.#retry) this.#retry.cancelled = true;
    this.ended ||= this.#process !== null;
    this.#process?.kill();
    this.#process = null;
    this.#agent = null;
  }

  losePower(): void {
    this.kill();
    this.store.database.losePower(this.parts.chance.fork(`power at ${this.parts.timeline.now}`));
    this.disk.losePower(this.parts.chance);
  }

  copy(): DeviceCopy {
    return { database: this.store.database.copy(), disk: this.disk.copy() };
  }

  /** The device is put back from a copy, of itself or of another device: state, folder, or both. */
  putBack({ database, disk }: DeviceCopy, what: 'state' | 'folder' | 'both'): void {
    this.kill();
    if (what !== 'folder') this.store.database.restore(database);
    if (what !== 'state') this.disk.take(disk);
  }

  /** A copy of another device asks for an identity of its own, and begins anew under it. */
  #takeOwnIdentity(process: Process): void {
    process.start('takes an identity of its own', this.#fork(), (forked) => {
      if (!forked) return;
      this.kill();
      this.start();
    });
  }

  *#fork(): Routine<boolean> {
    const { network, chance } = this.parts;
    const attempt = this.store.note('fork-attempt') ?? chance.hex(16);
    this.store.setNote('fork-attempt', attempt);
    for (let pause = 1000; ; pause = Math.min(pause * 2, 60_000)) {
      const info = yield* filled(network.send(this.link, this.sender, { route: 'server' }));
      const answer = yield* filled(network.send(this.link, this.sender, { route: 'fork', attempt }));
      if (
        info.came &&
        answer.came &&
        info.response.status === 200 &&
        answer.response.status === 200 &&
        !info.response.foreign &&
        !answer.response.foreign
      ) {
        const { epoch } = info.response.json as { epoch: string };
        const { deviceId } = answer.response.json as { deviceId: string };
        const before = this.identity;
        this.store.transact(() => {
          this.store.fork({ ...before, deviceId }, epoch, this.now());
          this.store.setNote('fork-attempt', null);
          this.store.setNote('marker-before', before.deviceId);
        });
        yield 2;
        this.store.database.sync();
        return true;
      }
      yield pause;
    }
  }

  #finishIdentity(): void {
    const before = this.store.note('marker-before');
    const { marker } = this.mounted;
    if (before === null || marker === null) return;
    if (marker.deviceId === before) this.mounted.marker = { ...marker, deviceId: this.identity.deviceId };
    this.store.setNote('marker-before', null);
  }
}

/** A run that can note nothing ends within this, and another one begins after the other. Milliseconds. */
const LAST_MOMENT_MS = 300;
const NO_ROOM_MS = 5000;

const MONTH_MS = 30 * 86_400_000;

/** The month of a moment, on the device's own clock. */
export function monthOf(now: number): { readonly begins: number; readonly ends: number } {
  const begins = Math.floor(now / MONTH_MS) * MONTH_MS;
  return { begins, ends: begins + MONTH_MS };
}
