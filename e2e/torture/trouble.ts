import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rollcall, Running } from '../support/program.ts';
import type { Device } from '../support/world.ts';
import type { Album, Backup } from './album.ts';
import type { Dice } from './dice.ts';
import { SAYS_FULL, type House, type Kept, type Part } from './house.ts';
import type { Library } from './library.ts';
import type { Person } from './person.ts';
import type { Proxy } from './proxy.ts';
import type { FaultKind, Weather } from './weather.ts';

export type Trouble =
  | 'kill-device'
  | 'kill-server'
  | 'kill-server-and-device'
  | 'kill-all'
  | 'kill-in-upload'
  | 'kill-in-eviction'
  | 'get'
  | 'pin'
  | 'freeze'
  | 'weather'
  | 'portal'
  | 'bad-gateway'
  | 'too-large'
  | 'doubled'
  | 'fill-server'
  | 'fill-device'
  | 'copy-data'
  | 'put-back'
  | 'put-back-device';

/** How often each comes, of every so many; in a new order each time, so that a short run has seen all. */
const DECK: Readonly<Record<Trouble, number>> = {
  'kill-device': 7,
  'kill-server': 4,
  'kill-server-and-device': 2,
  'kill-all': 1,
  'kill-in-upload': 1,
  'kill-in-eviction': 1,
  get: 1,
  pin: 1,
  freeze: 1,
  weather: 2,
  portal: 1,
  'bad-gateway': 1,
  'too-large': 1,
  doubled: 1,
  'fill-server': 1,
  'fill-device': 1,
  'copy-data': 1,
  'put-back': 1,
  'put-back-device': 2,
};

/** What must have come about before an act ends: some in each, so that neither is long. */
const SURE: Readonly<Record<'first' | 'second', readonly Trouble[]>> = {
  first: ['kill-in-upload', 'kill-in-eviction', 'get', 'pin', 'fill-device', 'portal', 'too-large'],
  second: ['put-back', 'put-back-device', 'fill-server', 'bad-gateway', 'doubled'],
};

/** So long what is to come about is waited for: a device that is barred, or a person, may do nothing just then. */
const PATIENCE_MS = 30_000;

/** Troubles in one act, at least: a machine that is busy with other things has fewer in the same time. */
const ENOUGH = 8;

/** What happens to the house, one trouble after the other. */
export class Troublemaker {
  readonly #house: House;
  readonly #album: Album;
  readonly #library: Library;
  readonly #proxy: Proxy;
  readonly #people: ReadonlyMap<Device, Person>;
  readonly #dice: Dice;
  /** The name of the device that keeps originals in the cloud. */
  readonly #optimises: string;
  readonly #say: (words: string) => void;
  weather: Weather = 'storm';
  #backup: Backup | null = null;
  /** Of which a copy was made. */
  #copied: House['devices'][number] | null = null;
  #deck: Trouble[] = [];
  #putsBack = false;
  /** What was tried, so often. */
  readonly counts = new Map<Trouble, number>();
  /** What came about, so often: the program met it. */
  readonly met = new Map<Trouble, number>();
  /** What is still to come about in this act. */
  #sure = new Set<Trouble>();
  #limit: AbortSignal = AbortSignal.abort();

  constructor(at: {
    house: House;
    album: Album;
    library: Library;
    proxy: Proxy;
    people: ReadonlyMap<Device, Person>;
    optimises: string;
    dice: Dice;
    say: (words: string) => void;
  }) {
    this.#house = at.house;
    this.#album = at.album;
    this.#library = at.library;
    this.#proxy = at.proxy;
    this.#people = at.people;
    this.#dice = at.dice;
    this.#optimises = at.optimises;
    this.#say = at.say;
  }

  get #copy(): string {
    return join(this.#house.world.root, 'copy of data');
  }

  /**
   * Until `time` is over, and as much has happened as makes it worth something, but no longer than `limit`.
   * @param putBack an old data folder is put back as well
   */
  async go(time: AbortSignal, limit: AbortSignal, putBack: boolean): Promise<void> {
    this.#putsBack = putBack;
    this.#limit = limit;
    this.#shuffle();
    this.#sure = new Set(this.#possible(SURE[putBack ? 'second' : 'first']));
    // Soon; but something must have happened since a copy.
    for (const each of this.#sure) this.#deck.splice(each === 'put-back' ? -this.#dice.number(3, 6) : -this.#dice.number(1, 4), 0, each);
    if (putBack && this.#backup === null) this.#deck.push('copy-data');
    this.weather = 'storm';
    const enough = (made: number): boolean => made >= ENOUGH && this.#sure.size === 0;
    for (let made = 0; !limit.aborted && !(time.aborted && enough(made)); made += 1) {
      await wait(this.#dice.number(150, 2500), undefined, { signal: limit }).catch(() => undefined);
      if (limit.aborted) break;
      const trouble = this.#draw();
      this.counts.set(trouble, (this.counts.get(trouble) ?? 0) + 1);
      await this.#make(trouble);
      // What did not come about comes again.
      if (this.#deck.length === 0) this.#deck.push(...this.#sure);
    }
    this.weather = 'calm';
  }

  /** What was to come about in a run, and did not. */
  get unmet(): Trouble[] {
    return this.#possible([...SURE.first, ...SURE.second]).filter((each) => !this.met.has(each));
  }

  #possible(troubles: readonly Trouble[]): Trouble[] {
    return troubles.filter((each) => this.#house.disks || (each !== 'fill-device' && each !== 'fill-server'));
  }

  #shuffle(): void {
    this.#deck = (Object.entries(DECK) as [Trouble, number][]).flatMap(([trouble, times]) => Array.from({ length: times }, () => trouble));
    for (let at = this.#deck.length - 1; at > 0; at -= 1) {
      const other = this.#dice.number(0, at);
      [this.#deck[at], this.#deck[other]] = [this.#deck[other] as Trouble, this.#deck[at] as Trouble];
    }
  }

  #draw(): Trouble {
    if (this.#deck.length === 0) this.#shuffle();
    const trouble = this.#deck.pop() as Trouble;
    if (!this.#putsBack && (trouble === 'put-back' || trouble === 'put-back-device')) return this.#draw();
    // Nothing can be put back before it was copied: the copy is made now, and put back later.
    if (trouble !== 'put-back' || this.#backup !== null) return trouble;
    this.#deck.splice(this.#dice.number(0, Math.max(0, this.#deck.length - 4)), 0, trouble);
    return 'copy-data';
  }

  async #make(trouble: Trouble): Promise<void> {
    const { cloud, devices } = this.#house;
    const some = this.#dice.pick(devices)?.kept ?? cloud;
    switch (trouble) {
      case 'kill-device':
        return this.#kill(some);
      case 'kill-server':
        return this.#kill(cloud);
      case 'kill-server-and-device':
        return this.#kill(cloud, some);
      case 'kill-all':
        return this.#kill(...this.#house.everyone());
      case 'kill-in-upload':
        return this.#killInUpload();
      case 'kill-in-eviction':
        return this.#killInEviction();
      case 'get':
        return this.#getBack();
      case 'pin':
        return this.#pin();
      case 'freeze':
        return this.#freeze(this.#dice.happens(0.5) ? cloud : some);
      case 'weather':
        return this.#change();
      case 'portal':
      case 'bad-gateway':
      case 'too-large':
        return this.#under(trouble, trouble);
      case 'doubled':
        return this.#under('doubled', 'duplicate');
      case 'fill-server':
        return this.#fill(cloud);
      case 'fill-device':
        return this.#fill(some);
      case 'copy-data':
        return this.#copyData();
      case 'put-back':
        return this.#putBack();
      case 'put-back-device':
        return this.#putBackDevice();
      default:
        trouble satisfies never;
    }
  }

  async #kill(...all: readonly Kept[]): Promise<void> {
    this.#say(`kill -9 ${all.map(({ name }) => name).join(', ')}`);
    await Promise.all(all.map((each) => each.kill()));
    await wait(this.#dice.happens(0.5) ? 0 : this.#dice.number(0, 1500));
    await Promise.all(all.map((each) => each.up()));
  }

  /** Over a way that is slow enough to be in time for it. */
  async #killInUpload(): Promise<void> {
    this.weather = 'slow';
    const sending = await this.#until(() => this.#proxy.inTheMiddle > 0);
    this.weather = 'storm';
    if (!sending) return;
    this.#meets('kill-in-upload');
    await this.#kill(this.#house.cloud);
  }

  /** All that can is to give way; when the first has, the device is killed, and who asked for it. */
  async #killInEviction(): Promise<void> {
    const one = this.#house.devices.find(({ device }) => device.name === this.#optimises);
    if (!one) return;
    const { device, kept } = one;
    const { weather } = this;
    this.weather = 'calm';
    let asking: Running | null = null;
    const full = new Set(this.#house.inForms(device).full);
    const gone = await this.#until(() => {
      // Of what came meanwhile some may give way with the next one.
      if (asking === null || asking.child.exitCode !== null) asking = new Running(['evict', device.folder, '--home', device.home]);
      const now = this.#house.inForms(device);
      const found = [...now.compressed].some((hash) => full.has(hash));
      for (const hash of now.full) full.add(hash);
      return found;
    });
    this.weather = weather;
    await Promise.all([this.#kill(kept), (asking as Running | null)?.kill()]);
    if (gone) this.#meets('kill-in-eviction');
  }

  /** An original that has given way is brought back, by its person's command. Where films take all the room, its person gives it more, as it is told. */
  async #getBack(): Promise<void> {
    const one = this.#house.devices.find(({ device }) => device.name === this.#optimises);
    if (one) await this.#house.budget(one.device, 'much');
    await this.#atOptimising('get', async (device, ask) => {
      const path = this.#dice.pick(this.#house.compressedAt(device));
      const got = path === undefined ? null : await ask<{ fetched: number }>('get', path, '--json');
      if (got !== null && got.fetched > 0) return true;
      // Perhaps none has given way: one is to.
      const other = this.#dice.pick([...device.files().keys()]);
      if (other !== undefined) await ask('evict', device.path(other), '--json');
      return false;
    });
    if (one) await this.#house.budget(one.device, 'little');
  }

  async #pin(): Promise<void> {
    await this.#atOptimising('pin', async (device, ask) => {
      const path = this.#dice.pick([...device.files().keys()]);
      const pinned = path === undefined ? null : await ask<{ pins: unknown[] }>('pin', device.path(path), '--json');
      return pinned !== null && pinned.pins.length > 0;
    });
  }

  /** Tries commands at the device that keeps originals in the cloud, until one of them has done what it was to do. */
  async #atOptimising(trouble: Trouble, tries: (device: Device, ask: Ask) => Promise<boolean>): Promise<void> {
    const one = this.#house.devices.find(({ device }) => device.name === this.#optimises);
    if (!one) return;
    const { device } = one;
    const { weather } = this;
    this.weather = 'calm';
    if (await this.#until((patience) => tries(device, (...args) => answered(device, args, patience)))) this.#meets(trouble);
    this.weather = weather;
  }

  #meets(trouble: Trouble): void {
    this.#sure.delete(trouble);
    this.met.set(trouble, (this.met.get(trouble) ?? 0) + 1);
  }

  /** Waits until something holds. False: it was waited for in vain. */
  async #until(holds: (patience: AbortSignal) => boolean | Promise<boolean>): Promise<boolean> {
    const patience = AbortSignal.any([this.#limit, AbortSignal.timeout(PATIENCE_MS)]);
    while (!patience.aborted) {
      if (await holds(patience)) return true;
      await wait(20, undefined, { signal: patience }).catch(() => undefined);
    }
    return false;
  }

  /** A laptop whose lid is closed for a moment: connections are open and nobody answers. */
  async #freeze(one: Kept): Promise<void> {
    this.#say(`${one.name} stands still`);
    one.running?.child.kill('SIGSTOP');
    await wait(this.#dice.number(500, 4000));
    one.running?.child.kill('SIGCONT');
  }

  async #change(): Promise<void> {
    this.weather = this.#dice.weighted({ storm: 5, calm: 3, slow: 1 });
    this.#say(`the network: ${this.weather}`);
  }

  /** For a while, and until it happened to somebody's request. */
  async #under(weather: Weather & Trouble, fault: FaultKind): Promise<void> {
    this.#say(`the network: ${weather}`);
    const count = (): number => this.#proxy.traffic.faults.get(fault) ?? 0;
    this.weather = weather;
    const before = count();
    await wait(this.#dice.number(500, 3000));
    if (await this.#until(() => count() > before)) this.#meets(weather);
    this.weather = 'storm';
  }

  async #fill(one: Kept): Promise<void> {
    const trouble = one === this.#house.cloud ? 'fill-server' : 'fill-device';
    const toTheBrim = this.#sure.has(trouble) || this.#dice.happens(0.3);
    const left = toTheBrim ? 1 : this.#dice.size(1, 3_000_000);
    if (!one.room.fill(left)) return;
    this.#say(`the disk of ${one.name} is full but for ${left} bytes`);
    if (toTheBrim && (await this.#meetsFull(one))) this.#meets(trouble);
    const killed = this.#dice.happens(0.5);
    for (let looks = this.#dice.number(4, 16); looks > 0; looks -= 1) {
      one.fullAt = performance.now();
      await wait(250);
    }
    if (killed) await one.kill();
    one.fullAt = performance.now();
    if (killed && this.#dice.happens(0.5)) {
      // Started on a full disk: it may say so and end; whoever keeps it running tries again.
      const up = one.up();
      await wait(1500);
      one.room.free();
      await up;
      return;
    }
    one.room.free();
    if (killed) await one.up();
  }

  /** Keeps a disk full until its program has said so. */
  async #meetsFull(one: Kept): Promise<boolean> {
    const { weather } = this;
    // What asks for room gets through.
    this.weather = 'calm';
    const { full } = this.#proxy.traffic;
    const falls = one.falls.length;
    const said = one.running?.err.length ?? 0;
    const device = this.#house.devices.find(({ kept }) => kept === one)?.device;
    const met = await this.#until(async () => {
      one.fullAt = performance.now();
      if (one.falls.length > falls || (one.running && SAYS_FULL.test(one.running.err.slice(said)))) return true;
      return device ? saysFull(device) : this.#proxy.traffic.full > full;
    });
    this.weather = weather;
    return met;
  }

  /** A copy at the first time, and put back at the next: its photos, or its notes, or both, as a backup of the whole machine would. */
  async #putBackDevice(): Promise<void> {
    const copy = join(this.#house.world.root, 'copy of device');
    const one = this.#copied ?? this.#dice.pick(this.#house.devices);
    if (!one) return;
    const { device, kept } = one;
    await this.#people.get(device)?.aside(async () => {
      await kept.kill();
      if (this.#copied === null) {
        this.#say(`${device.name} is stopped, and copied`);
        this.#house.copyDevice(device, copy);
        this.#copied = one;
        this.#deck.splice(-this.#dice.number(2, 5), 0, 'put-back-device');
      } else {
        const parts = this.#dice.pick<readonly Part[]>([['folder'], ['home'], ['folder', 'home']]) ?? [];
        this.#say(`the copy of ${device.name} is put back: ${parts.join(' and ')}`);
        const before = this.#house.hashesOnDevices();
        this.#house.putBackDevice(device, copy, parts);
        const after = this.#house.hashesOnDevices();
        // As if its person had taken them away.
        for (const hash of before) if (!after.has(hash)) this.#album.destroyed(hash);
        if (parts.includes('home')) this.#album.forgetLost();
        this.#copied = null;
        this.#meets('put-back-device');
      }
    });
    await kept.up();
  }

  async #rest(): Promise<void> {
    const { cloud } = this.#house;
    if (this.#dice.happens(0.5)) await cloud.kill();
    else await cloud.stop();
    // What it had answered is heard.
    await wait(100);
  }

  async #copyData(): Promise<void> {
    this.#say('the server is stopped, and its folder copied');
    await this.#rest();
    this.#backup = this.#album.backup();
    this.#house.copyData(this.#copy);
    await this.#house.cloud.up();
  }

  async #putBack(): Promise<void> {
    if (this.#backup === null || !existsSync(this.#copy)) return;
    const told = this.#dice.happens(0.5);
    this.#say(`the copy is put back, ${told ? 'and said to be' : 'and nothing said'}`);
    await this.#rest();
    this.#house.putBackData(this.#copy);
    this.#meets('put-back');
    this.#album.putBack(this.#backup, this.#house.hashesOnDevices());
    this.#backup = null;
    this.#library.forget();
    if (told) {
      const said = await rollcall(['restored', '--data', this.#house.data]);
      if (said.code !== 0) throw new Error(`restored: ${said.err}${said.out}`);
    }
    await this.#house.cloud.up();
  }
}

/** What a command at a device printed, if it did all that it was asked. */
type Ask = <T>(...args: string[]) => Promise<T | null>;

async function answered<T>(device: Device, args: readonly string[], patience: AbortSignal): Promise<T | null> {
  const command = new Running([...args, '--home', device.home]);
  const over = new AbortController();
  const late = wait(PATIENCE_MS, undefined, { signal: AbortSignal.any([patience, over.signal]) }).catch(() => undefined);
  await Promise.race([command.ended(), late]);
  over.abort();
  if (command.child.exitCode === null) await command.kill();
  return command.child.exitCode === 0 ? (JSON.parse(command.out) as T) : null;
}

/** It says of a photo that there is no room for it, or of itself. */
async function saysFull(device: Device): Promise<boolean> {
  const { out, err } = await device.run('status', '--json');
  if (SAYS_FULL.test(err)) return true;
  const told = out === '' ? null : (JSON.parse(out) as { reasons?: { code: string; evidence: { budget?: number } }[] });
  // Where its person allows photos only so much, that says nothing of its disk.
  return told?.reasons?.some(({ code, evidence }) => code === 'device-disk-full' && evidence.budget === undefined) ?? false;
}
