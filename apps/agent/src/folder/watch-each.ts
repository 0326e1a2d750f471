import { lstatSync, readdirSync, readFileSync, statSync, watch, type BigIntStats, type FSWatcher } from 'node:fs';
import { basename, join } from 'node:path';
import { isLookedInto, nameOf } from '@rollcall/core';
import { isOwn, NO_TEXT } from './contents.ts';

interface Heard {
  /** Paths below the root; of a folder that appeared all that is below it is meant. `''`: anything. */
  changed(paths: readonly string[]): void;
  /** Nothing is told any more, or something was not. */
  failed(error: Error): void;
  /** The system watches no more folders: some are not. */
  lacking(error: Error): void;
}

interface WatchedFolder {
  readonly watcher: FSWatcher;
  readonly which: string;
}

/** So long what changed is gathered. */
const GATHER_MS = 100;
/** Folders watched before other work gets its turn. */
const BREATH = 200;
/** What the system says when it watches no more: all that one user may have, or all that one program may have. */
const NO_MORE: readonly unknown[] = ['ENOSPC', 'EMFILE', 'ENFILE'];

/**
 * Watches a folder where the system watches each folder by itself (Linux). A folder is watched before it is listed, and told of after
 * that: what happens in it is found either by who looks there, or by its watch, in whatever order folders come, go and change names.
 * Ends by `close`. Rejects when the folder cannot be watched at all.
 */
export async function watchEach(root: string, heard: Heard): Promise<{ close(): Promise<void>; glance(): void }> {
  const tree = new WatchedTree(root, heard);
  await tree.begin();
  return tree;
}

class WatchedTree {
  readonly #root: string;
  readonly #heard: Heard;
  readonly #most = queueLength() / 2;
  /** By path below the root. */
  readonly #folders = new Map<string, WatchedFolder>();
  readonly #changed = new Set<string>();
  /** Folders that came, went or changed their name: another one may be there now. */
  readonly #doubted = new Set<string>();
  /** Where another disk lies over a part of the folder. */
  readonly #hidden = new Set<string>();
  #disk: bigint | null = null;
  #timer: NodeJS.Timeout | null = null;
  #turn: Promise<void> = Promise.resolve();
  /** Events that were waiting when the system was asked. */
  #atOnce = 0;
  #ended = false;
  /** Why the folder itself is not watched. */
  #failure: Error | null = null;
  #lacks = false;

  constructor(root: string, heard: Heard) {
    this.#root = root;
    this.#heard = heard;
  }

  async begin(): Promise<void> {
    this.#disk = statSync(this.#root, { bigint: true }).dev;
    await this.#watch('');
    if (this.#failure) throw this.#failure;
  }

  async close(): Promise<void> {
    this.#end();
    await this.#turn;
  }

  /** A disk that is unplugged tells nobody: what it hid is watched, and told of. */
  glance(): void {
    for (const path of this.#hidden) if (this.#whichAt(path) !== null) this.#note(path);
  }

  #end(): void {
    this.#ended = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const { watcher } of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #fail(error: Error): void {
    if (this.#ended) return;
    this.#end();
    this.#heard.failed(error);
  }

  /** A folder with all that are below it; what is watched already is left as it is. */
  async #watch(top: string): Promise<void> {
    const paths = [top];
    let looked = 0;
    for (let path = paths.pop(); path !== undefined && !this.#ended; path = paths.pop()) {
      const which = this.#whichAt(path);
      if (which === null || this.#folders.get(path)?.which === which) continue;
      this.#drop(path);
      if (!this.#listen(path, which)) continue;
      for (const name of foldersIn(join(this.#root, path))) paths.push(path === '' ? name : `${path}/${name}`);
      looked += 1;
      if (looked % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Which folder lies at a path now; null: none that is looked into. */
  #whichAt(path: string): string | null {
    if (path !== '' && (!isLookedInto(nameOf(path)) || isOwn(path))) return null;
    let stats: BigIntStats;
    try {
      // The folder itself may lie behind a link; those in it are not followed.
      stats = path === '' ? statSync(this.#root, { bigint: true }) : lstatSync(join(this.#root, path), { bigint: true });
    } catch {
      return null;
    }
    if (!stats.isDirectory()) return null;
    if (stats.dev === this.#disk) return String(stats.ino);
    this.#hidden.add(path);
    return null;
  }

  #listen(path: string, which: string): boolean {
    try {
      const watcher = watch(join(this.#root, path), { persistent: false });
      watcher.on('change', (kind, name) => this.#hear(path, kind, String(name)));
      watcher.on('error', (error) => this.#fail(error));
      this.#folders.set(path, { watcher, which });
      return true;
    } catch (error) {
      if (path === '') this.#failure = error as Error;
      // What is gone, or may not be read, is told of by who looks.
      else if (NO_MORE.includes((error as NodeJS.ErrnoException).code) && !this.#lacks) {
        this.#lacks = true;
        this.#heard.lacking(error as Error);
      }
      return false;
    }
  }

  /** With all that are below it. */
  #drop(path: string): void {
    if (!this.#folders.has(path)) return;
    for (const [each, { watcher }] of this.#folders) {
      if (each !== path && !each.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#folders.delete(each);
    }
  }

  /** @param kind `rename`: came, went, or changed its name */
  #hear(folder: string, kind: string, name: string): void {
    if (this.#ended) return;
    this.#count();
    // So a folder tells that it was itself moved, removed, or unmounted; of those below, the folder above tells.
    if (folder === '' && kind === 'rename' && name === basename(this.#root)) {
      this.#fail(new Error('the folder went, or something in it has its name'));
      return;
    }
    const path = folder === '' ? name : `${folder}/${name}`;
    if (isOwn(path)) return;
    if (kind === 'rename') this.#doubted.add(path);
    this.#note(name.includes(NO_TEXT) ? folder : path);
  }

  #note(path: string): void {
    this.#changed.add(path);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#turn = this.#turn.then(() => this.#tell()).catch((error: unknown) => this.#fail(error as Error));
    }, GATHER_MS);
  }

  /** When very many events waited, others may have been dropped, which is told to nobody. */
  #count(): void {
    if (this.#atOnce === 0) setImmediate(() => (this.#atOnce = 0));
    this.#atOnce += 1;
    if (this.#atOnce > this.#most) this.#fail(new Error('more happened at once than the system tells'));
  }

  async #tell(): Promise<void> {
    const changed = [...this.#changed];
    // All before any: the system knows a folder once, under whatever name it had.
    for (const path of this.#doubted) this.#drop(path);
    this.#doubted.clear();
    this.#changed.clear();
    for (const path of changed) {
      this.#hidden.delete(path);
      if (path !== '') await this.#watch(path);
    }
    if (!this.#ended) this.#heard.changed(changed);
  }
}

/** How many events the system keeps for a program that does not ask. */
function queueLength(): number {
  try {
    return Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8'));
  } catch {
    return 16_384;
  }
}

/** By name; none when it is gone, or may not be read. */
function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return [];
  }
}
