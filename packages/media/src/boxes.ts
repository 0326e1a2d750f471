import { latin, u32, u64 } from './bytes.ts';
import type { MediaSource } from './source.ts';

/** One box of an ISO base media file (ISO/IEC 14496-12 section 4.2); offsets count from where its bytes were given. */
export interface Box {
  readonly type: string;
  /** Where its content begins. */
  readonly start: number;
  /** Where it says it ends; may lie beyond the bytes there are. */
  readonly end: number;
}

type Bytes = Pick<MediaSource, 'size' | 'read'>;

const MAX_BOXES = 4096;

function boxAt(bytes: Uint8Array, at: number, base: number, limit: number): Box | null {
  if (at + 8 > bytes.length) return null;
  const type = latin(bytes, at + 4, 4);
  const short = u32(bytes, at);
  const header = short === 1 ? 16 : 8;
  const size = short === 1 ? u64(bytes, at + 8) : short === 0 ? limit - base - at : short;
  if (size < header) return null;
  return { type, start: base + at + header, end: base + at + size };
}

/** The boxes that lie side by side between `from` and `to`; stops at the first that makes no sense. */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < MAX_BOXES) {
    const box = boxAt(bytes, at, 0, to);
    if (box === null) break;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The first box of that path, e.g. `['moov', 'mvhd']`, or null. */
export function findBox(bytes: Uint8Array, path: readonly string[], from = 0, to = bytes.length): Box | null {
  const [type, ...rest] = path;
  for (const box of boxesIn(bytes, from, to)) {
    if (box.type !== type) continue;
    return rest.length === 0 ? box : findBox(bytes, rest, box.start, Math.min(box.end, to));
  }
  return null;
}

/** The boxes between two offsets of a file (its top level unless told), found by their headers alone: 16 bytes read for each. */
export async function boxesOf(source: Bytes, from = 0, to = source.size): Promise<Box[]> {
  const boxes: Box[] = [];
  const limit = Math.min(to, source.size);
  let at = from;
  while (at + 8 <= limit && boxes.length < MAX_BOXES) {
    const box = boxAt(await source.read(at, 16), 0, at, limit);
    if (box === null) break;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The content of a box, at most `limit` bytes of it, and no more than the file holds. */
export async function contentOf(source: Bytes, box: Box, limit: number): Promise<Uint8Array> {
  const there = Math.max(0, Math.min(box.end, source.size) - box.start);
  return source.read(box.start, Math.min(there, limit));
}
