import { u16, u32 } from './bytes.ts';

/** What the metadata library would spend on one block, at most: bytes of one value, of all together, entries of one directory, directories. */
const MOST_OF_A_VALUE = 512 * 1024;
const MOST_OF_ALL = 8 * 1024 * 1024;
const MOST_ENTRIES = 1000;
const MOST_DIRECTORIES = 64;
const MOST_BLOCKS = 64;
/** Elements of XMP: a photo with a long history of edits has some thousands. */
const MOST_ELEMENTS = 50_000;

const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const LINKS: ReadonlySet<number> = new Set([0x8769, 0x8825, 0xa005]);

/**
 * Makes bytes harmless for a library that trusts what they say: directories whose entries claim, one over the other, far more than any
 * camera writes would keep it busy for minutes. Such entries are emptied, in place. Throws for more XMP than any program writes.
 */
export function tame(bytes: Uint8Array): void {
  const spent = { bytes: 0 };
  for (const at of blocksIn(bytes)) tameBlock(bytes, at, spent);
  if (elementsIn(bytes) > MOST_ELEMENTS) throw new Error('more XMP than any program writes');
}

/** Where blocks that are built like TIFF begin. A file that is one itself has no others that count. */
function blocksIn(bytes: Uint8Array): number[] {
  if (isBlock(bytes, 0)) return [0];
  const found: number[] = [];
  for (let star = bytes.indexOf(0x2a); star >= 0 && found.length < MOST_BLOCKS; star = bytes.indexOf(0x2a, star + 1)) {
    if (isBlock(bytes, star - 2)) found.push(star - 2);
    else if (isBlock(bytes, star - 3)) found.push(star - 3);
  }
  return found;
}

function isBlock(bytes: Uint8Array, at: number): boolean {
  return at >= 0 && (u32(bytes, at) === 0x4949_2a00 || u32(bytes, at) === 0x4d4d_002a);
}

function tameBlock(bytes: Uint8Array, base: number, spent: { bytes: number }): void {
  const little = bytes[base] === 0x49;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const waiting = [u32(bytes, base + 4, little)];
  const seen = new Set<number>();
  for (let offset = waiting.shift(); offset !== undefined && seen.size < MOST_DIRECTORIES; offset = waiting.shift()) {
    const start = base + offset;
    if (offset < 8 || seen.has(start) || start + 2 > bytes.length) continue;
    seen.add(start);
    const claimed = u16(bytes, start, little);
    const count = Math.min(claimed, MOST_ENTRIES);
    if (claimed > count) view.setUint16(start, count, little);
    for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= bytes.length; at += 12) {
      const values = u32(bytes, at + 4, little);
      const length = values * (WIDTHS[u16(bytes, at + 2, little)] ?? 8);
      const costs = Math.min(length, bytes.length);
      if (length > MOST_OF_A_VALUE || spent.bytes + costs > MOST_OF_ALL) view.setUint32(at + 4, 0, little);
      else spent.bytes += costs;
      if (!LINKS.has(u16(bytes, at, little))) continue;
      if (values === 1) waiting.push(u32(bytes, at + 8, little));
      else for (let n = 0; n < Math.min(values, 16); n++) waiting.push(u32(bytes, base + u32(bytes, at + 8, little) + n * 4, little));
    }
    waiting.push(u32(bytes, start + 2 + count * 12, little));
  }
}

function elementsIn(bytes: Uint8Array): number {
  let elements = 0;
  for (let at = bytes.indexOf(0x3c); at >= 0 && elements <= MOST_ELEMENTS; at = bytes.indexOf(0x3c, at + 1)) {
    const next = (bytes[at + 1] ?? 0) | 0x20;
    if (next >= 0x61 && next <= 0x7a) elements += 1;
  }
  return elements;
}
