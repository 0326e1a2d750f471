import { u16, u32 } from './bytes.ts';
import type { Span } from './motion.ts';
import type { Size } from './sizes.ts';
import type { MediaSource } from './source.ts';

export interface RafFacts {
  /** A whole JPEG with the camera's EXIF. */
  readonly jpeg: Span;
  readonly size: Size | null;
  /** Where its last part ends. */
  readonly end: number;
}

const FULL_SIZE = 0x0100;
const CROPPED_SIZE = 0x0111;
const MOST_RECORDS = 200;

/** Fujifilm's RAF: where the JPEG, the list of facts and the raw data lie stands in the header; the list gives the size. */
export async function readRaf(source: Pick<MediaSource, 'size' | 'read'>): Promise<RafFacts> {
  const header = await source.read(84, 24);
  const [jpeg, facts, raw] = [0, 8, 16].map((at) => ({ offset: u32(header, at), length: u32(header, at + 4) })) as [Span, Span, Span];
  const list = await source.read(facts.offset, Math.min(facts.length, 64 * 1024));
  const sizes = new Map<number, Size>();
  let at = 4;
  for (let record = 0; record < Math.min(u32(list, 0), MOST_RECORDS) && at + 8 <= list.length; record++) {
    sizes.set(u16(list, at), { width: u16(list, at + 6), height: u16(list, at + 4) });
    at += 4 + u16(list, at + 2);
  }
  const end = Math.max(jpeg.offset + jpeg.length, facts.offset + facts.length, raw.offset + raw.length);
  return { jpeg, size: sizes.get(CROPPED_SIZE) ?? sizes.get(FULL_SIZE) ?? null, end };
}
