import { latin, startsWith, u16, u32 } from './bytes.ts';

/** What Apple's cameras write beside EXIF's own fields. */
export interface AppleNote {
  /** The same in a Live Photo's still and in its film. */
  readonly livePairId: string | null;
  /** The same in all frames of a burst. */
  readonly burstId: string | null;
}

export const NO_NOTE: AppleNote = { livePairId: null, burstId: null };

const BURST = 0x000b;
const CONTENT = 0x0011;
const TEXT = 2;
const MOST_ENTRIES = 512;

/** Apple's MakerNote: `Apple iOS`, a version, the byte order, then one TIFF directory whose offsets count from the note's beginning. */
export function readAppleNote(note: Uint8Array): AppleNote {
  if (!startsWith(note, 0, 'Apple iOS\0')) return NO_NOTE;
  const little = startsWith(note, 12, 'II');
  let livePairId: string | null = null;
  let burstId: string | null = null;
  const count = Math.min(u16(note, 14, little), MOST_ENTRIES);
  for (let at = 16; at < 16 + count * 12 && at + 12 <= note.length; at += 12) {
    const tag = u16(note, at, little);
    if ((tag !== BURST && tag !== CONTENT) || u16(note, at + 2, little) !== TEXT) continue;
    const length = u32(note, at + 4, little);
    const id = identifier(latin(note, length <= 4 ? at + 8 : u32(note, at + 8, little), Math.min(length, 100)));
    if (tag === CONTENT) livePairId ??= id;
    else burstId ??= id;
  }
  return livePairId === null && burstId === null ? NO_NOTE : { livePairId, burstId };
}

/** An identifier as it is compared: without what ends or surrounds it. Null when it is none. */
export function identifier(written: string | null): string | null {
  const id = /^\s*([0-9A-Za-z][0-9A-Za-z._:/+=-]{3,99})/.exec(written ?? '')?.[1];
  return id ?? null;
}
