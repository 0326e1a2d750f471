import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { cannotMount, Disk, succeeds } from '../folders/disk.ts';
import { rollcall, Running } from '../support/program.ts';
import { Device, EMAIL, hashOf, PASSWORD, World } from '../support/world.ts';
import { standsFor } from './compressed.ts';

/** Tries to start again before it is called a fault; a full disk may be in the way of the first few. */
const STARTS = 40;
const BETWEEN_MS = 500;
const CHUNK = 64 * 1024;

/** An agent says so of its own notes. */
export const SAYS_FULL = /state folder .* cannot be written to/;
/** So long after its disk was full a program may end for that. Milliseconds. */
const LATE_MS = 60_000;

/** Bytes that photos may take where storage is optimised: less than people bring. */
const BUDGET = 6_000_000;
/** More than all photos of a run take. */
const MUCH = 20_000_000_000;

/** Looks at a folder in which somebody moves things, before it is left at that. */
const LOOKS = 5;

/** A disk of its own under a folder; a ballast can fill it to the brim. Without one, the disk of the temporary folder. */
export class Room {
  readonly #disk: Disk | null;
  readonly #at: string;

  constructor(disk: Disk | null, at: string) {
    this.#disk = disk;
    this.#at = at;
    mkdirSync(at, { recursive: true });
    disk?.mount(at);
  }

  get ownDisk(): boolean {
    return this.#disk !== null;
  }

  #left(): number {
    const { bavail, bsize } = statfsSync(this.#at);
    return bavail * bsize;
  }

  get #ballast(): string {
    return join(this.#at, 'ballast');
  }

  /** @param left about so many bytes stay free. False: it has no disk of its own. */
  fill(left: number): boolean {
    if (!this.#disk) return false;
    // A part of it is kept when there is no room for the file system's own notes about it; the rest is written.
    succeeds('fallocate', '-l', String(Math.max(1, this.#left() - left)), this.#ballast);
    try {
      while (this.#left() > left) appendFileSync(this.#ballast, Buffer.alloc(Math.min(CHUNK, this.#left() - left)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
    return true;
  }

  free(): void {
    rmSync(this.#ballast, { force: true });
  }

  leave(): void {
    this.#disk?.unmount();
  }
}

export interface Fall {
  readonly who: string;
  readonly code: number | null;
  readonly words: string;
  /** Its disk was filled to the brim just then, or a moment before. */
  readonly whenFull: boolean;
}

/** A program that is kept running, as a system's supervisor would; killed and started again at will. */
export class Kept {
  readonly name: string;
  readonly room: Room;
  readonly #start: () => Promise<Running>;
  /** It ended though nobody had killed it. */
  readonly falls: Fall[] = [];
  running: Running | null = null;
  kills = 0;
  /** The last moment at which its disk was full. */
  fullAt = Number.NEGATIVE_INFINITY;
  #wanted = false;
  #starting: Promise<void> | null = null;

  constructor(name: string, room: Room, start: () => Promise<Running>) {
    this.name = name;
    this.room = room;
    this.#start = start;
  }

  up(): Promise<void> {
    this.#wanted = true;
    if (this.running) return Promise.resolve();
    this.#starting ??= this.#try().finally(() => (this.#starting = null));
    return this.#starting;
  }

  async #try(): Promise<void> {
    for (let tries = 1; this.#wanted; tries += 1) {
      try {
        const started = await this.#start();
        // It was stopped while it was being started.
        if (!this.#wanted) {
          await started.kill();
          return;
        }
        this.running = started;
        this.#mind(started);
        return;
      } catch (error) {
        if (tries >= STARTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
      }
    }
  }

  #mind(running: Running): void {
    running.child.once('close', () => {
      if (!this.#wanted || this.running !== running) return;
      this.running = null;
      const since = performance.now() - this.fullAt;
      // On a busy machine it takes its time to end; then it is its words that tell.
      const whenFull = since < 5000 || (since < LATE_MS && SAYS_FULL.test(running.err));
      this.falls.push({ who: this.name, code: running.child.exitCode, words: running.err.slice(0, 2000), whenFull });
      // What cannot be started at all comes out when it is needed next.
      setTimeout(() => {
        // It may have been stopped meanwhile, for good.
        if (this.#wanted) void this.up().catch(() => undefined);
      }, BETWEEN_MS);
    });
  }

  async kill(): Promise<void> {
    this.#wanted = false;
    await this.#starting?.catch(() => undefined);
    const { running } = this;
    this.running = null;
    if (!running || running.child.exitCode !== null) return;
    this.kills += 1;
    await running.kill();
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    await this.#starting?.catch(() => undefined);
    const { running } = this;
    this.running = null;
    await running?.stop();
  }
}

/** Its folder and its state lie on one disk, below the disk's top, where a file system has things of its own. */
class HousedDevice extends Device {
  override readonly folder: string = join(this.world.root, `${this.name}.disk`, 'Photos');
  override readonly home: string = join(this.world.root, `${this.name}.disk`, 'state');
}

/** Of a device: its photos, or its state. */
export type Part = 'folder' | 'home';

/** The cloud and its devices, each on a disk of its own where this machine lets us. */
export class House {
  readonly world: World = new World();
  readonly disks: boolean;
  readonly cloud: Kept;
  readonly devices: { readonly device: Device; readonly kept: Kept }[] = [];
  #cloudUrl = '';
  readonly #megabytes: number;

  private constructor(disks: boolean, megabytes: number) {
    this.disks = disks;
    this.#megabytes = megabytes;
    this.cloud = new Kept('the server', this.#room('cloud'), () => this.#serve());
  }

  static async build(megabytes: number): Promise<House> {
    return new House((await cannotMount('plain')) === false, megabytes);
  }

  #room(name: string): Room {
    const { root } = this.world;
    return new Room(this.disks ? new Disk('plain', join(root, `${name}.img`), this.#megabytes) : null, join(root, `${name}.disk`));
  }

  get data(): string {
    return join(this.world.root, 'cloud.disk', 'data');
  }

  get cloudUrl(): string {
    return this.#cloudUrl;
  }

  async #serve(): Promise<Running> {
    const port = this.#cloudUrl === '' ? '0' : new URL(this.#cloudUrl).port;
    const server = new Running(['serve', '--data', this.data, '--port', port]);
    try {
      const [, url] = await server.line(/(http:\/\/127\.0\.0\.1:\d+)/);
      this.#cloudUrl = url as string;
      return server;
    } catch (error) {
      await server.kill();
      throw error;
    }
  }

  async account(): Promise<void> {
    const token = readFileSync(join(this.data, 'setup-token'), 'utf8').trim();
    const who = ['--email', EMAIL, '--name', 'Ann', '--quota', '100GB', '--setup-token', token, '--password-stdin'];
    const made = await rollcall(['account', 'create', '--server', this.#cloudUrl, ...who], { input: `${PASSWORD}\n` });
    if (made.code !== 0) throw new Error(`no account: ${made.err}${made.out}`);
  }

  /** A device that reaches the server by the world's address. */
  async add(name: string): Promise<void> {
    const room = this.#room(name);
    const device = new HousedDevice(this.world, name);
    mkdirSync(device.folder, { recursive: true });
    const linked = await device.link();
    if (linked.code !== 0) throw new Error(`${name} could not be linked: ${linked.err}${linked.out}`);
    this.devices.push({ device, kept: new Kept(name, room, async () => new Running(['sync', '--home', device.home])) });
  }

  /** A device that keeps originals in the cloud, beyond a little. */
  async optimise(device: Device): Promise<void> {
    await this.#set(device, 'storage', 'optimise');
    await this.budget(device, 'little');
  }

  async budget(device: Device, room: 'little' | 'much'): Promise<void> {
    await this.#set(device, 'disk-budget', String(room === 'little' ? BUDGET : MUCH));
  }

  async keepOriginals(device: Device): Promise<void> {
    await this.#set(device, 'storage', 'keep-originals', '--yes');
  }

  async #set(device: Device, ...what: readonly string[]): Promise<void> {
    const set = await device.run('settings', 'set', ...what);
    if (set.code !== 0) throw new Error(`${device.name}: settings set ${what.join(' ')}: ${set.err}${set.out}`);
  }

  /** Originals for which there are compressed versions on a device, and files that are here as they are. */
  inForms(device: Device): { readonly compressed: ReadonlySet<string>; readonly full: ReadonlySet<string> } {
    const [compressed, full] = [new Set<string>(), new Set<string>()];
    for (const path of unlessGone(() => photosIn(device.folder)) ?? []) {
      const of = unlessGone(() => standsFor(path) ?? '');
      const hash = of === '' ? unlessGone(() => hashOf(readFileSync(path))) : null;
      if (of !== null && of !== '') compressed.add(of);
      if (hash !== null) full.add(hash);
    }
    return { compressed, full };
  }

  /** Where compressed versions lie on a device. */
  compressedAt(device: Device): string[] {
    return (unlessGone(() => photosIn(device.folder)) ?? []).filter((path) => typeof unlessGone(() => standsFor(path)) === 'string');
  }

  everyone(): Kept[] {
    return [this.cloud, ...this.devices.map(({ kept }) => kept)];
  }

  /** Of all files of photos on all devices, also while people and programs move them: then it is looked again, and all counts that was seen. */
  hashesOnDevices(): Set<string> {
    const hashes = new Set<string>();
    for (const { device } of this.devices) {
      let moved = true;
      for (let looks = 1; moved && looks <= LOOKS; looks += 1) {
        const paths = unlessGone(() => photosIn(device.folder));
        moved = paths === null;
        for (const path of paths ?? []) {
          const hash = unlessGone(() => hashOf(readFileSync(path)));
          if (hash === null) moved = true;
          else hashes.add(hash);
        }
      }
    }
    return hashes;
  }

  /** Of the data folder of a server that is stopped. */
  copyData(to: string): void {
    rmSync(to, { recursive: true, force: true });
    cpSync(this.data, to, { recursive: true, preserveTimestamps: true });
  }

  putBackData(from: string): void {
    for (const name of readdirSync(this.data)) rmSync(join(this.data, name), { recursive: true });
    cpSync(from, this.data, { recursive: true, preserveTimestamps: true });
  }

  /** Of a device that is stopped: its photo folder and its state, as they are now. */
  copyDevice(device: Device, to: string): void {
    rmSync(to, { recursive: true, force: true });
    for (const part of ['folder', 'home'] satisfies Part[])
      cpSync(device[part], join(to, part), { recursive: true, preserveTimestamps: true });
  }

  /** One of them, or both, as they were. Nothing is left of what came since. */
  putBackDevice(device: Device, from: string, parts: readonly Part[]): void {
    for (const part of parts) {
      for (const name of readdirSync(device[part])) rmSync(join(device[part], name), { recursive: true });
      cpSync(join(from, part), device[part], { recursive: true, preserveTimestamps: true });
    }
  }

  /**
   * @param keep leave what is on the disks
   * @returns how to see it
   */
  async end(keep: boolean): Promise<string[]> {
    for (const each of this.everyone()) {
      await each.kill();
      each.room.free();
      each.room.leave();
    }
    if (!keep) await this.world.end();
    const mount = (name: string): string =>
      `mount -o loop ${join(this.world.root, `${name}.img`)} ${join(this.world.root, `${name}.disk`)}`;
    return keep ? [this.world.root, ...(this.disks ? ['cloud', ...this.devices.map(({ device }) => device.name)].map(mount) : [])] : [];
  }
}

function photosIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, '.rollcall')))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Null: it was moved meanwhile. */
function unlessGone<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of each disk. Images have holes: what is not used takes no room. */
export const megabytesFor = (minutes: number): number => Math.min(8192, Math.ceil(512 + 200 * minutes));
