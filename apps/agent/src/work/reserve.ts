import { randomFillSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '@rollcall/core';
import { OWN_FOLDER } from '../folder/contents.ts';
import { isGone, look } from '../folder/entry.ts';
import { removeOwn, writeTrouble } from './write-trouble.ts';

/** What a few compressed versions take. Bytes. */
const RESERVE = 4 * 1024 * 1024;
/** Where more of a disk is free, none is kept: it is made while there is still room for it. Bytes. */
const SCARCE = 1024 * 1024 * 1024;

const fileOf = (root: string): string => join(root, OWN_FOLDER, 'reserve');

/** Room on a disk that belongs to nothing, so that on a full one a compressed version has its place before its original goes. */
export class Reserve {
  readonly #root: string;
  #kept: boolean | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Called every second or so: it is made while the disk has some room and not much, and given back where nothing makes room here, or a
   * size is chosen for the folder.
   * @param free bytes of the disk that are for nobody who is on their way
   */
  keep(policy: Policy, free: number): void {
    const wanted = isWanted(policy);
    this.#kept ??= sizeOf(fileOf(this.#root)) === RESERVE;
    if (this.#kept && !wanted) this.give();
    // What is half of all that is free would make the shortage that it is kept for.
    if (!this.#kept && wanted && free < SCARCE && free >= 2 * RESERVE) this.#make();
  }

  /** It is room for whoever writes next. */
  give(): void {
    // Where the disk does not let it now, it is tried again.
    if (removeOwn(fileOf(this.#root))) this.#kept = false;
  }

  #make(): void {
    try {
      // A file system that packs what it writes would keep no room by zeros.
      writeFileSync(fileOf(this.#root), randomFillSync(new Uint8Array(RESERVE)));
      this.#kept = true;
    } catch (error) {
      // The disk was filled in this very moment, or may not be written to: it is tried again.
      if (!isGone(error) && writeTrouble(error, this.#root) === null) throw error;
      removeOwn(fileOf(this.#root));
    }
  }
}

/** Originals may make room here. Where a size is chosen for the folder, what is kept would be room that its photos do not have. */
function isWanted({ storage, diskBudget }: Policy): boolean {
  return storage === 'optimise' && diskBudget.of !== 'folder';
}

/** Bytes that are kept on the disk of a folder; 0: none. */
export function keptOn(root: string): number {
  return sizeOf(fileOf(root));
}

/** Bytes; 0: there is none. */
function sizeOf(path: string): number {
  const there = look(path);
  return there === 'gone' || 'error' in there ? 0 : Number(there.size);
}
