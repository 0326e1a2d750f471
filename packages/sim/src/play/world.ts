import type { Action, Evictable, LocalFile, OutboxEntry, Unit } from '@rollcall/core';
import { MIN_SUPPORTED, mintId, PROTOCOL_VERSION, type Change, type ChangesPage } from '@rollcall/protocol';
import { Device } from '../device/device.ts';
import type { Evicted } from '../device/evicting.ts';
import type { Touching } from '../device/work.ts';
import type { Disk } from '../disk/disk.ts';
import { Gallery } from '../disk/gallery.ts';
import { Network } from '../network/network.ts';
import { Cloud, type Backup } from '../server/cloud.ts';
import { Chance } from '../world/chance.ts';
import { Digest } from '../world/digest.ts';
import { Timeline } from '../world/timeline.ts';
import type { Plan } from './plan.ts';
import { Witness } from './witness.ts';

/** A promise that was broken, in words. */
export interface Violation {
  readonly invariant: string;
  readonly words: string;
}

/** 27 November 2026. */
const BEGINNING = Date.UTC(2026, 10, 27);

/** What happens between steps, to those who check. */
export interface Checks {
  touching(world: World, device: Device, touching: Touching): void;
  letsGo(world: World, device: Device, file: LocalFile): void;
  ordered(world: World, device: Device, order: readonly Evictable[], byHand: boolean): void;
  evicted(world: World, device: Device, evicted: Evicted): void;
  pulled(world: World, device: Device, pages: readonly ChangesPage[]): void;
  acting(world: World, device: Device, unit: Unit, does: Action['do']): void;
  queued(world: World, device: Device, change: Change): void;
  taken(world: World, device: Device, entry: OutboxEntry): void;
}

/** One simulated world: its time, its chance, the cloud, the devices, and who watches over them. */
export class World {
  readonly plan: Plan;
  readonly chance: Chance;
  readonly timeline = new Timeline(BEGINNING);
  readonly gallery = new Gallery();
  readonly witness = new Witness();
  readonly digest = new Digest();
  readonly cloud: Cloud;
  readonly network: Network;
  readonly devices: Device[] = [];
  readonly libraries: string[] = [];
  readonly checks: Checks;
  /** What happened, for a person to read; null: nobody wants to. */
  readonly story: string[] | null;
  backup: Backup | null = null;
  violation: Violation | null = null;
  quiet = false;
  /** Every step is told. */
  tracing = false;
  /** A device has just given a file its place: for how long its program stands still then. Milliseconds. */
  laid: (device: Device, path: string) => number = () => 0;
  /** How much longer it takes to read a file of a device, for its machine is busy. Milliseconds. */
  slower: (device: Device, path: string) => number = () => 0;
  /** A device has just noted a change that it is to tell of. */
  queued: (device: Device, change: Change) => void = () => undefined;
  /** Told after each step; null: nobody looks. */
  looking: ((world: World) => void) | null = null;
  /** Items of the plan that are still to come. */
  toCome: number;
  steps = 0;
  /** How often devices have begun to change a file; `full`: to put an original where its compressed version is. */
  readonly touched: Record<Touching['does'] | 'full', number> = { remove: 0, evict: 0, replace: 0, place: 0, full: 0 };

  constructor(plan: Plan, checks: Checks, story: string[] | null) {
    this.plan = plan;
    this.toCome = plan.items.length + plan.devices.length;
    this.checks = checks;
    this.story = story;
    this.chance = new Chance(plan.seed);
    this.cloud = new Cloud(this.timeline, this.chance.fork('cloud'), {
      grew: (library) => this.#poke(library),
      failed: (error) => this.#broken('cloud', error),
    });
    this.cloud.speaks = { protocol: plan.protocol ?? PROTOCOL_VERSION, least: MIN_SUPPORTED };
    this.cloud.standInOf = (bytes, standIn) => this.gallery.standInOf(bytes, standIn);
    this.cloud.keptStandIn = (standIn) => this.gallery.keptStandIn(standIn);
    if (plan.rawPairs === true || plan.edits === true) this.cloud.shotOf = (bytes, fileName) => this.gallery.shotOf(bytes, fileName);
    if (plan.namedPairs === true) this.cloud.namedHalfOf = (bytes, fileName) => this.gallery.namedHalfOf(bytes, fileName);
    if (plan.livePairs === true) this.cloud.pairIdOf = (bytes) => this.gallery.pairIdOf(bytes);
    this.cloud.blobs.disk.watch = this.witness.watch;
    this.cloud.blobs.disk.counts = (path) => !path.startsWith('incoming/');
    this.network = new Network(this.timeline, this.chance.fork('network'), this.cloud);
    this.#makeLibraries();
    this.cloud.start();
    for (const at of plan.devices.keys()) this.#makeDevice(at);
  }

  #makeLibraries(): void {
    const { tables } = this.cloud;
    const chance = this.chance.fork('libraries');
    for (let at = 0; at < this.plan.libraries; at += 1) {
      const id = mintId(BEGINNING, chance.bytes(10));
      this.libraries.push(id);
      tables.libraries.set(id, { id, quota: this.plan.quota, head: 0, floor: 0, live: 0, trashed: 0 });
    }
    tables.database.sync();
  }

  #makeDevice(at: number): void {
    const planned = this.plan.devices[at];
    if (!planned) return;
    const device = new Device({
      name: DEVICE_NAMES[at] ?? `device ${at + 1}`,
      timeline: this.timeline,
      chance: this.chance.fork(`device ${at}`),
      gallery: this.gallery,
      network: this.network,
      rules: planned.rules,
      dev: 10 + at,
      page: planned.page,
      protocol: this.plan.protocol ?? PROTOCOL_VERSION,
      events: {
        touching: (own, touching) => this.checks.touching(this, own, touching),
        letsGo: (own, file) => this.checks.letsGo(this, own, file),
        ordered: (own, order, byHand) => this.checks.ordered(this, own, order, byHand),
        evicted: (own, evicted) => this.checks.evicted(this, own, evicted),
        laid: (own, path) => this.laid(own, path),
        slower: (own, path) => this.slower(own, path),
        pulled: (own, pages) => this.checks.pulled(this, own, pages),
        acting: (own, unit, does) => this.checks.acting(this, own, unit, does),
        failed: (own, error) => this.#broken(own.name, error),
        noRoom: (own) => this.tell(`the ${own.name} cannot note anything, and tries again`),
        restless: (own, unit) => this.violate('V2', `the planner of the ${own.name} does not come to rest over ${unit}`),
      },
    });
    device.budget = planned.budget ?? null;
    device.compressed = device.budget !== null;
    device.store.onQueued = (change) => {
      this.checks.queued(this, device, change);
      this.queued(device, change);
    };
    device.store.onTaken = (entry) => this.checks.taken(this, device, entry);
    this.watch(device.disk);
    this.devices.push(device);
  }

  watch(disk: Disk): void {
    disk.watch = this.witness.watchDevice;
  }

  /** A person links the device to an account. */
  link(device: Device, at: number): void {
    const library = this.libraries[at] ?? this.libraries[0] ?? '';
    const { tables } = this.cloud;
    const deviceId = mintId(this.timeline.now, this.chance.fork(`${device.name} is linked at ${this.timeline.now}`).bytes(10));
    tables.devices.set(deviceId, { library, name: device.name });
    tables.database.sync();
    device.linkTo(deviceId, library, tables.fact('epoch') ?? '');
  }

  /** Some device of the library has these bytes where it can give them back: not on a disk that is nobody's folder, nor while it is not linked. */
  isWithinReach(hash: string, library: string | undefined): boolean {
    const linked = this.devices.filter(({ store }) => library !== undefined && store.identity()?.libraryId === library);
    return linked.some(({ disk }) => [...disk.files()].some(({ bytes }) => bytes.hash === hash));
  }

  violate(invariant: string, words: string): void {
    this.violation ??= { invariant, words };
  }

  /** Noted for the story, and for the hash of all that happened. */
  tell(words: string): void {
    this.digest.add(words);
    this.story?.push(`${((this.timeline.now - BEGINNING) / 1000).toFixed(2).padStart(9)} s  ${words}`);
  }

  #broken(who: string, error: unknown): void {
    this.violate('broken', `the ${who} broke a promise of its own: ${wordsOf(error)}`);
  }

  #poke(library: string): void {
    for (const device of this.devices) {
      if (device.store.identity()?.libraryId !== library || !device.link.online || device.link.loseReplies >= 1) continue;
      this.timeline.after(this.chance.next() * 30, `a poke for the ${device.name}`, () => device.agent?.poked());
    }
  }
}

/** What was thrown, and where. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const DEVICE_NAMES = ['laptop', 'phone', 'studio'];
