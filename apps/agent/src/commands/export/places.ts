import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportNames, numbered, pathKey, type RemoteAsset } from '@rollcall/core';
import { writeXmp } from '@rollcall/media';
import { sha256Text, type Resource } from '@rollcall/protocol';
import { isGone } from '../../folder/entry.ts';
import { hashFile } from '../../folder/read.ts';
import type { Written } from './ground.ts';

/**
 * What lies at a path of an export: nothing, the very bytes that belong there, or what this export wrote there for the same photo before, which
 * may give way.
 */
export type There = 'nothing' | 'it' | 'earlier';

export interface PlacedFile {
  readonly resource: Resource;
  readonly path: string;
  readonly there: There;
}

/** Where a photo goes. */
export interface PlacedPhoto {
  readonly remote: RemoteAsset;
  readonly files: readonly PlacedFile[];
  readonly xmp: { readonly path: string; readonly text: string; readonly hash: string; readonly size: number; readonly there: There };
}

/** Photos of one name in one month, and names that were found taken. */
const MOST = 100_000;

/** Finds the names of an export: those of files that are there stay, nobody's file is written over, and none is given twice. */
export class Places {
  readonly #root: string;
  readonly #before: ReadonlyMap<string, Written>;
  readonly #signal: AbortSignal;
  readonly #taken = new Set<string>();
  /** From which number on names of a kind are looked for: the ones before were given by this run. */
  readonly #next = new Map<string, number>();

  constructor(root: string, before: ReadonlyMap<string, Written>, signal: AbortSignal) {
    this.#root = root;
    this.#before = before;
    this.#signal = signal;
  }

  /** This run has given a file this place. */
  gave(path: string): boolean {
    return this.#taken.has(pathKey(path));
  }

  /** Throws what reading a file throws. */
  async of(remote: RemoteAsset): Promise<PlacedPhoto> {
    const { asset } = remote;
    const first = exportNames(remote, 1);
    const kind = pathKey(`${first.folder}/${first.files[0]?.name ?? first.xmp}`);
    for (let number = this.#next.get(kind) ?? 1; number < MOST; number += 1) {
      const { folder, files, xmp } = exportNames(remote, number);
      const paths = files.map(({ resource, name }) => ({ resource, path: `${folder}/${name}` }));
      if (paths.some(({ path }) => this.#taken.has(pathKey(path)))) continue;
      const placed: PlacedFile[] = [];
      for (const { resource, path } of paths) {
        const there = await this.#lookAt(path, asset.id, resource, resource.role === 'edited');
        if (there === null) break;
        placed.push({ resource, path, there });
      }
      if (placed.length < paths.length) continue;
      for (const { path } of paths) this.#taken.add(pathKey(path));
      this.#next.set(kind, number);
      return { remote, files: placed, xmp: await this.#placeXmp(remote, folder, xmp) };
    }
    throw new Error(`more than ${MOST} files are named like ${first.xmp}`);
  }

  /** It is written anew whenever what is said changes; a file of somebody else's stays, and this one gets a number. */
  async #placeXmp({ asset }: RemoteAsset, folder: string, name: string): Promise<PlacedPhoto['xmp']> {
    const text = writeXmp(asset);
    const [hash, size] = [sha256Text(text), Buffer.byteLength(text)];
    for (let number = 1; number < MOST; number += 1) {
      const path = `${folder}/${numbered(name, number)}`;
      if (this.#taken.has(pathKey(path))) continue;
      const there = await this.#lookAt(path, asset.id, { hash, size }, true);
      if (there === null) continue;
      this.#taken.add(pathKey(path));
      return { path, text, hash, size, there };
    }
    throw new Error(`more than ${MOST} files are named like ${name}`);
  }

  /** Null: something else lies there. */
  async #lookAt(path: string, id: string, { hash, size }: Pick<Written, 'hash' | 'size'>, changes: boolean): Promise<There | null> {
    const file = join(this.#root, path);
    const stats = await lstat(file).catch((error: unknown) => {
      if (isGone(error)) return null;
      throw error;
    });
    if (stats === null) return 'nothing';
    const before = this.#before.get(path);
    // Where a file system knows no links, an export that was killed leaves the name that it had just taken.
    if (stats.isFile() && stats.size === 0 && size > 0 && before?.id === id) return 'earlier';
    const mayGo = changes && before?.id === id && before.size === stats.size;
    if (!stats.isFile() || (stats.size !== size && !mayGo)) return null;
    const found = (await hashFile(file, this.#signal)).hash;
    if (found === hash) return 'it';
    return mayGo && found === before.hash ? 'earlier' : null;
  }
}
