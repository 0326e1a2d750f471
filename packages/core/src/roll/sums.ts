import { rollCallText, sha256Text, type RollCallLine } from '@rollcall/protocol';

/** Buckets by the last two digits of an asset's id, which are chance. */
const BUCKETS = 256;
/** Sums of 32 bits in each: four parts of the lines' digests, and their number. */
const LANES = 5;

/**
 * What a device, or the cloud, holds, as sums that are kept up to date with each change: whoever holds the same lines has the same
 * sums, in whatever order they came and went. A cheap check between roll calls; it proves nothing of bytes, for it reads none.
 */
export class RollSums {
  readonly #sums: Uint32Array;

  constructor(sums: Uint32Array = new Uint32Array(BUCKETS * LANES)) {
    this.#sums = sums;
  }

  /** Each line once: a line that is there already would count twice. */
  add(line: RollCallLine): void {
    this.#turn(line, 1);
  }

  /** Takes back what `add` did. */
  remove(line: RollCallLine): void {
    this.#turn(line, -1);
  }

  #turn(line: RollCallLine, sign: 1 | -1): void {
    const digest = sha256Text(rollCallText(line));
    const at = bucketOf(line.assetId) * LANES;
    for (let lane = 0; lane < LANES - 1; lane += 1) {
      const part = Number.parseInt(digest.slice(lane * 8, lane * 8 + 8), 16);
      // An array of whole numbers of 32 bits wraps around by itself.
      this.#sums[at + lane] = (this.#sums[at + lane] ?? 0) + sign * part;
    }
    this.#sums[at + LANES - 1] = (this.#sums[at + LANES - 1] ?? 0) + sign;
  }

  /** How many lines there are. */
  get count(): number {
    let count = 0;
    for (let at = LANES - 1; at < this.#sums.length; at += LANES) count += this.#sums[at] ?? 0;
    return count;
  }

  /** The buckets in which two differ: only of their assets the lines need to be told. Empty: both hold the same. */
  differing(other: RollSums): number[] {
    const found: number[] = [];
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      const at = bucket * LANES;
      let same = true;
      for (let lane = 0; lane < LANES; lane += 1) same &&= this.#sums[at + lane] === other.#sums[at + lane];
      if (!same) found.push(bucket);
    }
    return found;
  }

  /** Eight hex digits for each sum; as it is kept, and sent. */
  toText(): string {
    return Array.from(this.#sums, (sum) => sum.toString(16).padStart(8, '0')).join('');
  }

  /** Null: the text is no sums of this kind, and nothing can be said. */
  static fromText(text: string): RollSums | null {
    if (text.length !== BUCKETS * LANES * 8 || !/^[0-9a-f]*$/.test(text)) return null;
    return new RollSums(Uint32Array.from({ length: BUCKETS * LANES }, (_, at) => Number.parseInt(text.slice(at * 8, at * 8 + 8), 16)));
  }
}

/** The bucket of an asset: 0 to 255. */
export function bucketOf(assetId: string): number {
  return Number.parseInt(assetId.slice(-2), 16);
}
