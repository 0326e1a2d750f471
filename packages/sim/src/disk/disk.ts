import type { Chance } from '../world/chance.ts';
import { bytesOf, EMPTY, prefixOf, type Bytes } from './bytes.ts';

/** What a disk refuses with; the codes of Node's file system. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
  readonly code: 'EXDEV' | 'ENOENT' | 'EEXIST' | 'ENOTDIR' | 'ENOTEMPTY' | 'ENOSPC' | 'EACCES' | 'EPERM' | 'EROFS';
  constructor(code: DiskError['code'], path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

export interface DiskRules {
  /** `A.jpg` and `a.jpg` are one file. */
  readonly ignoresCase: boolean;
  /** Accents of their own and accented letters are one name, and are listed apart (NFD), as old Apple disks do. */
  readonly listsNfd: boolean;
  /** Times are kept in steps of this many milliseconds. */
  readonly timeStep: number;
  /** The number of a file that is gone is given to a later one. */
  readonly reusesInodes: boolean;
  readonly links: boolean;
}

export const PLAIN_DISK: DiskRules = { ignoresCase: false, listsNfd: false, timeStep: 1, reusesInodes: false, links: true };

interface Inode {
  readonly ino: number;
  bytes: Bytes;
  /** What a loss of power leaves at least; null: nothing yet. */
  synced: Bytes | null;
  mtime: number;
  ctime: number;
  links: number;
  /** Who runs the agent may not read it. */
  closed?: boolean;
}

interface Entry {
  readonly path: string;
  readonly inode: Inode;
}

/** One change of names that is not on disk yet. */
interface Pending {
  readonly folders: readonly string[];
  readonly files: readonly { readonly key: string; readonly before: Entry | undefined }[];
  readonly made: string | null;
  readonly unmade: { readonly key: string; readonly path: string } | null;
}

export interface Stats {
  readonly path: string;
  readonly bytes: Bytes;
  readonly mtime: number;
  readonly ctime: number;
  readonly ino: number;
  readonly links: number;
}

/** A disk that tells which bytes appear and which go; for whoever counts the copies of a photo. */
export type Watch = (hash: string, change: 1 | -1) => void;

/**
 * A tree of files, and how much of it is really on disk. Bytes are durable after `sync` of their file, names after `syncFolder`
 * of their folder; everything else is as a loss of power wills.
 */
export class Disk {
  /** Tells disks apart; changes when another one is mounted. */
  readonly dev: number;
  readonly rules: DiskRules;
  /** Bytes that fit on it. */
  capacity = Number.POSITIVE_INFINITY;
  readOnly = false;
  /** Folders that may not be looked into. */
  readonly closed = new Set<string>();
  /** A folder over which another disk lies: what is below it cannot be seen, and nothing can be written there. Null: none. */
  over: string | null = null;
  /** Whose folder it is, and the number of the agent's last run. */
  marker: { readonly deviceId: string; readonly run: string | undefined } | null = null;
  watch: Watch = () => undefined;
  /** Whether a file there is told of to whoever watches; what an upload has brought so far is no copy yet. */
  counts: (path: string) => boolean = () => true;
  /** Another number after each change. */
  version = 0;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #folders = new Map<string, string>();
  #pending: Pending[] = [];
  #inodes = 1;
  readonly #free: number[] = [];
  #used = 0;

  constructor(dev: number, rules: DiskRules, now: () => number) {
    this.dev = dev;
    this.rules = rules;
    this.#now = now;
  }

  get free(): number {
    return Math.max(0, this.capacity - this.#used);
  }

  /** True: a loss of power would take nothing. */
  get synced(): boolean {
    return this.#pending.length === 0 && [...this.#entries.values()].every(({ inode }) => inode.synced?.hash === inode.bytes.hash);
  }

  key(path: string): string {
    const formed = this.rules.listsNfd ? path.normalize('NFC') : path;
    return this.rules.ignoresCase ? formed.toLowerCase() : formed;
  }

  /** A name as the disk lists it. */
  listed(path: string): string {
    return this.rules.listsNfd ? path.normalize('NFD') : path;
  }

  #time(at: number): number {
    return Math.floor(at / this.rules.timeStep) * this.rules.timeStep;
  }

  /** Another disk lies between here and what has this path. */
  isOver(path: string): boolean {
    return this.over !== null && this.key(path).startsWith(`${this.key(this.over)}/`);
  }

  stat(path: string): Stats | null {
    return this.isOver(path) ? null : this.#statOf(path);
  }

  /** The bytes of a file, for who may read it. */
  read(path: string): Bytes {
    const stats = this.stat(path);
    if (stats === null) throw new DiskError('ENOENT', path);
    if (this.#entry(path).inode.closed === true) throw new DiskError('EACCES', path);
    return stats.bytes;
  }

  isReadable(path: string): boolean {
    return this.#entries.get(this.key(path))?.inode.closed !== true;
  }

  /** Who runs the agent may read a file, or may not. */
  setReadable(path: string, readable: boolean): void {
    this.version += 1;
    this.#entry(path).inode.closed = !readable;
  }

  #statOf(path: string): Stats | null {
    const entry = this.#entries.get(this.key(path));
    if (!entry) return null;
    const { bytes, mtime, ctime, ino, links } = entry.inode;
    return { path: entry.path, bytes, mtime, ctime, ino, links };
  }

  hasFolder(path: string): boolean {
    return path === '' || (!this.isOver(path) && this.#folders.has(this.key(path)));
  }

  exists(path: string): boolean {
    return !this.isOver(path) && (this.hasFolder(path) || this.#entries.has(this.key(path)));
  }

  /** All files, in the order of their names. */
  *files(): IterableIterator<Stats> {
    for (const key of [...this.#entries.keys()].sort()) {
      const stats = this.#statOf(key);
      if (stats) yield stats;
    }
  }

  /** Those that can be seen. */
  *seen(): IterableIterator<Stats> {
    for (const stats of this.files()) if (!this.isOver(stats.path)) yield stats;
  }

  folders(): string[] {
    return [...this.#folders.values()];
  }

  /** Makes one folder; the one above it must be there. */
  makeFolder(path: string): void {
    this.#mayWrite(path);
    if (this.exists(path)) throw new DiskError('EEXIST', path);
    const above = parentOf(path);
    if (!this.hasFolder(above)) throw new DiskError('ENOENT', path);
    const key = this.key(path);
    this.#folders.set(key, this.listed(path));
    this.#pending.push({ folders: [this.key(above)], files: [], made: key, unmade: null });
  }

  /** As a person does: with all folders above. */
  makeFolders(path: string): void {
    if (this.hasFolder(path)) return;
    this.makeFolders(parentOf(path));
    this.makeFolder(path);
  }

  removeFolder(path: string): void {
    this.#mayWrite(path);
    const key = this.key(path);
    const listed = this.#folders.get(key);
    if (listed === undefined) throw new DiskError('ENOENT', path);
    if (this.#isBusy(key)) throw new DiskError('ENOTEMPTY', path);
    this.#folders.delete(key);
    this.#pending.push({ folders: [this.key(parentOf(path))], files: [], made: null, unmade: { key, path: listed } });
  }

  /** Writes a whole file, over the one that is there: the same file with other bytes. */
  write(path: string, bytes: Bytes, mtime: number | null = null): void {
    this.#mayWrite(path);
    const known = this.#entries.get(this.key(path));
    const more = bytes.length - (known?.inode.bytes.length ?? 0);
    if (more > this.free) throw new DiskError('ENOSPC', path);
    if (!known) this.#create(path);
    const entry = this.#entries.get(this.key(path)) as Entry;
    this.#setBytes(entry, bytes);
    const now = this.#now();
    entry.inode.mtime = this.#time(mtime ?? now);
    entry.inode.ctime = this.#time(now);
  }

  /** A new, empty file. */
  createExclusively(path: string): void {
    this.#mayWrite(path);
    if (this.exists(path)) throw new DiskError('EEXIST', path);
    this.#create(path);
  }

  setTime(path: string, mtime: number): void {
    const entry = this.#entry(path);
    entry.inode.mtime = this.#time(mtime);
    entry.inode.ctime = this.#time(this.#now());
  }

  remove(path: string): void {
    this.#mayWrite(path);
    const key = this.key(path);
    const entry = this.#entry(path);
    this.#pending.push({ folders: [this.key(parentOf(path))], files: [{ key, before: entry }], made: null, unmade: null });
    this.#drop(key, entry);
  }

  /** Gives a file another name; what has that name goes. */
  rename(from: string, to: string): void {
    this.#mayWrite(from);
    this.#mayWrite(to);
    const entry = this.#entry(from);
    if (!this.hasFolder(parentOf(to))) throw new DiskError('ENOENT', to);
    const [fromKey, toKey] = [this.key(from), this.key(to)];
    const over = fromKey === toKey ? undefined : this.#entries.get(toKey);
    this.#pending.push({
      folders: [this.key(parentOf(from)), this.key(parentOf(to))],
      files: [
        { key: fromKey, before: entry },
        { key: toKey, before: fromKey === toKey ? entry : over },
      ],
      made: null,
      unmade: null,
    });
    // The new name is there before the old one goes: at no moment are the bytes nowhere.
    entry.inode.links += 1;
    this.#put(toKey, { path: this.listed(to), inode: entry.inode });
    entry.inode.links -= 1;
    if (fromKey !== toKey) this.#entries.delete(fromKey);
    this.#count(entry, -1);
    if (over) this.#drop(null, over);
    entry.inode.ctime = this.#time(this.#now());
  }

  /** A second name for a file. */
  link(from: string, to: string): void {
    this.#mayWrite(to);
    if (!this.rules.links) throw new DiskError('EPERM', to);
    const entry = this.#entry(from);
    if (this.exists(to)) throw new DiskError('EEXIST', to);
    if (!this.hasFolder(parentOf(to))) throw new DiskError('ENOENT', to);
    const key = this.key(to);
    this.#pending.push({ folders: [this.key(parentOf(to))], files: [{ key, before: undefined }], made: null, unmade: null });
    entry.inode.links += 1;
    this.#put(key, { path: this.listed(to), inode: entry.inode });
    entry.inode.ctime = this.#time(this.#now());
  }

  /** The bytes of a file are on disk. */
  sync(path: string): void {
    this.version += 1;
    const { inode } = this.#entry(path);
    inode.synced = inode.bytes;
  }

  /** The names in a folder are on disk. */
  syncFolder(path: string): void {
    this.version += 1;
    const key = this.key(path);
    this.#pending = this.#pending.filter(({ folders }) => !folders.includes(key));
  }

  /** Everything is on disk, as it is anyway after some seconds. */
  syncAll(): void {
    this.#pending = [];
    for (const { inode } of this.#entries.values()) inode.synced = inode.bytes;
  }

  /** True: these bytes would be found under this name after a loss of power. */
  isDurable(path: string): boolean {
    const key = this.key(path);
    const entry = this.#entries.get(key);
    if (!entry || entry.inode.synced?.hash !== entry.inode.bytes.hash) return false;
    const { hash } = entry.inode.bytes;
    // Whatever the name may lead to after a loss of power has these bytes.
    if (this.#pending.some(({ files }) => files.some((file) => file.key === key && file.before?.inode.synced?.hash !== hash))) return false;
    for (let above = this.key(parentOf(path)); above !== ''; above = parentOf(above))
      if (this.#pending.some(({ made }) => made === above)) return false;
    return true;
  }

  /** The power goes: of each change that was not on disk chance decides, and of bytes how much of them. */
  losePower(chance: Chance): void {
    const pending = this.#pending;
    this.#pending = [];
    const kept = new Set<string>();
    for (const change of pending.toReversed()) {
      const keys = [...change.files.map(({ key }) => key), change.made ?? '', change.unmade?.key ?? ''].filter((key) => key !== '');
      // What came later on the same name stands on it.
      if (keys.some((key) => kept.has(key)) || chance.happens(0.5)) {
        for (const key of keys) kept.add(key);
        continue;
      }
      for (const { key, before } of change.files) this.#revert(key, before);
      if (change.made !== null) this.#folders.delete(change.made);
      if (change.unmade !== null) this.#folders.set(change.unmade.key, change.unmade.path);
    }
    const stays = (path: string): boolean => path === '' || this.#folders.has(this.key(path));
    for (const [key, { path }] of Array.from(this.#entries)) if (!stays(parentOf(path))) this.#revert(key, undefined);
    for (const [key, path] of Array.from(this.#folders)) if (!stays(parentOf(path))) this.#folders.delete(key);
    for (const entry of this.#entries.values()) this.#tear(entry, chance);
  }

  /** A bit of a file is another one, and nobody touched it. */
  rot(path: string, flip: number): void {
    const entry = this.#entry(path);
    const { content, length } = entry.inode.bytes;
    this.#setBytes(entry, bytesOf(content, length, flip));
    entry.inode.synced = entry.inode.bytes;
  }

  /** The disk as it is, for a backup. */
  copy(): Disk {
    const other = new Disk(this.dev, this.rules, this.#now);
    other.take(this);
    return other;
  }

  /** This disk is again what the other one is. */
  take(other: Disk): void {
    this.version += 1;
    for (const entry of this.#entries.values()) this.#count(entry, -1);
    this.#entries.clear();
    this.#folders.clear();
    this.#pending = [];
    this.#used = 0;
    const inodes = new Map<Inode, Inode>();
    for (const { path, inode } of other.#entries.values()) {
      const key = this.key(path);
      if (this.#entries.has(key)) continue;
      const own = inodes.get(inode) ?? { ...inode, synced: inode.bytes };
      inodes.set(inode, own);
      const entry = { path: this.listed(path), inode: own };
      this.#entries.set(key, entry);
      this.#count(entry, 1);
    }
    for (const inode of inodes.values()) this.#used += inode.bytes.length;
    for (const path of other.#folders.values()) this.#folders.set(this.key(path), this.listed(path));
    this.#inodes = Math.max(this.#inodes, other.#inodes);
    this.marker = other.marker;
  }

  #mayWrite(path: string): void {
    if (this.readOnly) throw new DiskError('EROFS', path);
    if (this.isOver(path)) throw new DiskError('EXDEV', path);
  }

  #entry(path: string): Entry {
    const entry = this.#entries.get(this.key(path));
    if (!entry) throw new DiskError('ENOENT', path);
    return entry;
  }

  #create(path: string): void {
    if (!this.hasFolder(parentOf(path))) throw new DiskError('ENOENT', path);
    if (this.hasFolder(path)) throw new DiskError('EEXIST', path);
    const now = this.#time(this.#now());
    const ino = (this.rules.reusesInodes ? this.#free.pop() : undefined) ?? this.#inodes++;
    const key = this.key(path);
    this.#pending.push({ folders: [this.key(parentOf(path))], files: [{ key, before: undefined }], made: null, unmade: null });
    this.#put(key, { path: this.listed(path), inode: { ino, bytes: EMPTY, synced: null, mtime: now, ctime: now, links: 1 } });
  }

  #put(key: string, entry: Entry): void {
    this.version += 1;
    this.#entries.set(key, entry);
    this.#count(entry, 1);
  }

  #setBytes(entry: Entry, bytes: Bytes): void {
    this.version += 1;
    const { inode } = entry;
    const before = inode.bytes;
    this.#used += bytes.length - before.length;
    inode.bytes = bytes;
    const names = inode.links === 1 ? [entry] : [...this.#entries.values()].filter((each) => each.inode === inode);
    for (const name of names) this.#count(name, 1);
    for (const name of names) this.#count(name, -1, before);
  }

  #count({ path, inode }: Entry, change: 1 | -1, { hash }: Bytes = inode.bytes): void {
    if (this.counts(path)) this.watch(hash, change);
  }

  #drop(key: string | null, { path, inode }: Entry): void {
    this.version += 1;
    if (key !== null) this.#entries.delete(key);
    inode.links -= 1;
    this.#count({ path, inode }, -1);
    if (inode.links > 0) return;
    this.#used -= inode.bytes.length;
    this.#free.push(inode.ino);
  }

  #revert(key: string, before: Entry | undefined): void {
    const now = this.#entries.get(key);
    if (before && now?.inode !== before.inode) {
      if (before.inode.links === 0) this.#used += before.inode.bytes.length;
      before.inode.links += 1;
      this.#put(key, before);
    } else if (before) this.#entries.set(key, before);
    if (now && now.inode !== before?.inode) this.#drop(before ? null : key, now);
  }

  #tear(entry: Entry, chance: Chance): void {
    const { bytes, synced } = entry.inode;
    if (synced?.hash === bytes.hash) return;
    const after = torn(bytes, synced, chance);
    this.#setBytes(entry, after);
    entry.inode.synced = after;
  }

  #isBusy(folder: string): boolean {
    const below = `${folder}/`;
    return [...this.#entries.keys(), ...this.#folders.keys()].some((key) => key.startsWith(below));
  }
}

/** What is left of bytes that were being written. */
function torn(bytes: Bytes, synced: Bytes | null, chance: Chance): Bytes {
  switch (chance.below(4)) {
    case 0:
      return synced ?? EMPTY;
    case 1:
      return bytes;
    case 2:
      return bytesOf(bytes.content, bytes.length, 0xdead);
    default:
      return prefixOf(bytes, chance.below(Math.max(1, bytes.length)));
  }
}

export function parentOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '' : path.slice(0, end);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
