/**
 * What a file holds, told instead of held: the first `length` bytes of content number `content`, of which `flip` differs from
 * what was captured (0: nothing). Two files have equal bytes exactly when all three are equal, and so are their hashes.
 */
export interface Bytes {
  readonly content: number;
  readonly length: number;
  readonly flip: number;
  /** In the place of the SHA-256: 64 hex digits, unique to these bytes. */
  readonly hash: string;
}

export function bytesOf(content: number, length: number, flip = 0): Bytes {
  return { content, length, flip, hash: hashOf(content, length, flip) };
}

export const EMPTY: Bytes = { content: 0, length: 0, flip: 0, hash: hashOf(0, 0, 0) };

/** A multiplication by an odd number spreads neighbours far apart, so that the order of hashes says nothing. */
function hashOf(content: number, length: number, flip: number): string {
  if (length === 0) return 'e3b0c442'.repeat(8);
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
  const mixed = Math.imul(content * 31 + flip, 0x9e3779b1) ^ Math.imul(length, 0x85ebca6b);
  return `${hex(mixed)}${hex(content)}${hex(length)}${hex(flip)}`.repeat(2);
}

/** The first so many bytes. */
export function prefixOf({ content, length, flip }: Bytes, most: number): Bytes {
  return most >= length ? bytesOf(content, length, flip) : most <= 0 ? EMPTY : bytesOf(content, most, flip);
}

/** A stretch of a file on its way. */
export interface Piece {
  readonly of: Bytes;
  readonly from: number;
  readonly to: number;
}

/** What a file holds after a piece was added to its end. What does not fit together is a content of its own, which nobody captured. */
export function appended(file: Bytes, piece: Piece): Bytes {
  const added = piece.to - piece.from;
  if (added <= 0) return file;
  const fits = file.length === piece.from && (file.length === 0 || (file.content === piece.of.content && file.flip === piece.of.flip));
  if (fits) return bytesOf(piece.of.content, piece.to, piece.of.flip);
  const mixed = 0x4000_0000 | (Math.imul(file.content * 7 + file.flip, 0x27d4eb2d) ^ Math.imul(piece.of.content + piece.from, 0x165667b1));
  return bytesOf(mixed >>> 0, file.length + added, 1);
}
