/** A picture that is kept, and when it was looked at last. */
export interface KeptPicture {
  readonly url: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly used: number;
}

export interface PictureLimits {
  readonly count: number;
  readonly bytes: number;
}

/** What is kept of pictures: the thumbnails of a large library's last months, and what was looked at lately. */
export const PICTURE_LIMITS: PictureLimits = { count: 20_000, bytes: 300_000_000 };
/** So much is left when room is made, so that it is not made again for each picture. */
const LEFT = 0.9;

/** Which go when there is too much: those that nobody looked at for longest. */
export function toForget(kept: readonly KeptPicture[], limits: PictureLimits): readonly KeptPicture[] {
  let count = kept.length;
  let bytes = kept.reduce((sum, each) => sum + each.bytes, 0);
  if (count <= limits.count && bytes <= limits.bytes) return [];
  const going: KeptPicture[] = [];
  for (const each of kept.toSorted((a, b) => a.used - b.used || (a.url < b.url ? -1 : 1))) {
    if (count <= limits.count * LEFT && bytes <= limits.bytes * LEFT) break;
    going.push(each);
    count -= 1;
    bytes -= each.bytes;
  }
  return going;
}
