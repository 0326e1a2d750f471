import { randomFillSync } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FOLDER } from '../folder/contents.ts';
import { isGone } from '../folder/entry.ts';
import { writeTrouble } from './write-trouble.ts';

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
   * Called every second or so: it is made while the disk has some room and not much, and given back where nothing makes room here.
   * @param wanted originals may make room here
   * @param free bytes of the disk
   */
  keep(wanted: boolean, free: number): void {
    this.#kept ??= sizeOf(fileOf(this.#root)) === RESERVE;
    if (this.#kept && !wanted) this.give();
    // What is half of all that is free would make the shortage that it is kept for.
    if (!this.#kept && wanted && free < SCARCE && free >= 2 * RESERVE) this.#make();
  }

  /** It is room for whoever writes next. */
  give(): void {
    rmSync(fileOf(this.#root), { force: true });
    this.#kept = false;
  }

  #make(): void {
    try {
      // A file system that packs what it writes would keep no room by zeros.
      writeFileSync(fileOf(this.#root), randomFillSync(new Uint8Array(RESERVE)));
      this.#kept = true;
    } catch (error) {
      // The disk was filled in this very moment, or may not be written to: it is tried again.
      if (!isGone(error) && writeTrouble(error, this.#root) === null) throw error;
      rmSync(fileOf(this.#root), { force: true });
    }
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
