import type { Transfer } from '@rollcall/core';

/** After this a file is tried as a whole again: what refused it may have been mended. */
const HOLDS_MS = 10 * 60_000;

/** What something on the way refuses for its size, as one file found out: the next ones need not find it out again. */
export class Pieces {
  #found: { readonly piece: number; readonly limit: number; readonly since: number; readonly until: number } | null = null;

  /** A piece of `piece` bytes was refused, and pieces of `limit` bytes are tried. */
  refused(piece: number, limit: number, now: number): void {
    if (this.#found?.piece === piece && this.#found.limit === limit && now < this.#found.until) return;
    this.#found = { piece, limit, since: this.#found?.since ?? now, until: now + HOLDS_MS };
  }

  /** The largest piece of a file of this size that is to be sent; undefined: all of it. */
  limit(size: number, now: number): number | undefined {
    return this.ofFile(size, now)?.limit;
  }

  /** Null: nothing is known to refuse a file of this size. */
  ofFile(size: number, now: number): NonNullable<Transfer['refused']> | null {
    if (this.#found === null || now >= this.#found.until || size <= this.#found.limit) return null;
    const { piece, limit, since } = this.#found;
    return { piece, limit, since };
  }
}
