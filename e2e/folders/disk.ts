import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePrograms, FILE_SYSTEMS } from '../../tools/system-programs.ts';
import { Device, EMAIL, World } from '../support/world.ts';

/** `nobody`: no more rights than any user has. */
export const USER = 65534;

/** `fat`: FAT 32; `card`: exFAT, as cameras have it. Both keep capitals and do not tell them apart, and know neither hard links nor inodes. */
export type DiskKind = 'small-letters' | 'coarse-times' | 'fat' | 'card' | 'plain';

/** Runs a program of the system; true: it did what was asked. */
export function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

function system(command: string, ...args: string[]): string {
  const ended = spawnSync(command, args, { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ended.error?.message ?? ended.stderr}`);
  return ended.stdout;
}

/** A disk of its own in a file, mounted where it is wanted. */
export class Disk {
  readonly kind: DiskKind;
  readonly image: string;
  mountedAt = 0;
  #at: string | null = null;
  #loop: string | null = null;

  constructor(kind: DiskKind, image: string, megabytes = 48) {
    this.kind = kind;
    this.image = image;
    const file = openSync(image, 'w');
    ftruncateSync(file, megabytes * 1024 * 1024);
    closeSync(file);
    switch (kind) {
      case 'small-letters':
        system('mkntfs', '-q', '-F', '-f', image);
        break;
      case 'coarse-times':
        system('mke2fs', '-q', '-F', '-t', 'ext2', '-I', '128', '-m', '0', '-E', `root_owner=${USER}:${USER}`, image);
        break;
      case 'card':
        system('mkfs.exfat', image);
        break;
      case 'fat':
        system('mkfs.vfat', '-F', '32', image);
        break;
      case 'plain':
        system('mke2fs', '-q', '-F', '-t', 'ext4', '-m', '0', '-E', `root_owner=${USER}:${USER}`, image);
        break;
      default:
        kind satisfies never;
    }
  }

  mount(at: string, ...options: string[]): void {
    mkdirSync(at, { recursive: true });
    const owner = [`uid=${USER}`, `gid=${USER}`];
    if (this.kind === 'card') {
      this.#loop = system('losetup', '--find', '--show', this.image).trim();
      system('mount.exfat-fuse', '-o', ['allow_other', ...owner, ...options].join(','), this.#loop, at);
    } else if (this.kind === 'small-letters') system('lowntfs-3g', '-o', ['ignore_case', ...owner, ...options].join(','), this.image, at);
    else system('mount', '-o', ['loop', ...(this.kind === 'fat' ? owner : []), ...options].join(','), this.image, at);
    this.#at = at;
    this.mountedAt = performance.now();
  }

  remount(...options: string[]): void {
    system('mount', '-o', ['remount', ...options].join(','), this.#at as string);
  }

  /** Also when something still has a file open there. */
  unmount(): void {
    if (this.#at === null) return;
    const at = this.#at;
    this.#at = null;
    const loop = this.#loop;
    this.#loop = null;
    if (!succeeds('umount', at)) system('umount', '-l', at);
    if (loop !== null) system('losetup', '--detach', loop);
  }
}

/** Why this machine cannot mount a disk of a kind; false: it can. Says so on the way, so that a skipped test is never silent. */
export async function cannotMount(kind: DiskKind): Promise<string | false> {
  const why = await tryToMount(kind);
  if (why !== false) process.stdout.write(`Skipped, for no disk of the kind “${kind}” can be mounted here: ${why}\n`);
  return why;
}

async function tryToMount(kind: DiskKind): Promise<string | false> {
  if (process.getuid?.() !== 0) return 'only root mounts disks';
  if (!(await ensurePrograms(FILE_SYSTEMS))) return 'a program is missing';
  const world = new World();
  let disk: Disk | null = null;
  try {
    disk = new Disk(kind, join(world.root, 'try.img'));
    disk.mount(join(world.root, 'try'));
    return false;
  } catch (error) {
    return (error as Error).message.trim().split('\n')[0] ?? 'unknown';
  } finally {
    disk?.unmount();
    await world.end();
  }
}

/** Disks of a test, unmounted whatever happens before their world ends. */
export class Disks {
  readonly world: World = new World();
  readonly #disks: Disk[] = [];

  /** A cloud with an account; ordinary users may come into the world's folder. */
  async open(): Promise<void> {
    chmodSync(this.world.root, 0o755);
    await this.world.serve();
    assert.equal((await this.world.account()).code, 0);
  }

  make(kind: DiskKind, name: string, megabytes?: number): Disk {
    const disk = new Disk(kind, join(this.world.root, `${name}.img`), megabytes);
    this.#disks.push(disk);
    return disk;
  }

  /** A device whose program runs as an ordinary user; what lies at its folder is mounted before it is linked. */
  async device(name: string, disk?: Disk): Promise<Device> {
    const device = new Device(this.world, name, USER);
    for (const folder of [device.folder, device.home]) {
      mkdirSync(folder);
      chownSync(folder, USER, USER);
    }
    disk?.mount(device.folder);
    const linked = await device.link(EMAIL);
    assert.equal(linked.code, 0, linked.err + linked.out);
    return device;
  }

  async end(): Promise<void> {
    await this.world.stopAgents();
    // The last that was mounted first: one may lie inside another.
    for (const disk of this.#disks.sort((one, other) => other.mountedAt - one.mountedAt)) disk.unmount();
    await this.world.end();
  }
}
