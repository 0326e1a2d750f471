import { text, type Group } from './tag-values.ts';

/** Where XMP says that a film lies in a photo's file. */
export interface MotionClaim {
  /** Bytes from the film's first to the file's end. */
  readonly fromEnd: number;
  /** Bytes of the film. */
  readonly length: number;
}

const MOST_ITEMS = 100;

/**
 * Google's motion photos, which Xiaomi, Oppo and others write too: version 1 lists what follows the picture (`Container:Directory`),
 * in order; its forerunner, the micro video, says how far from the end the film begins.
 */
export function readMotionClaim(xmp: Group | undefined): MotionClaim | null {
  return ofDirectory(xmp?.['Directory']) ?? ofMicroVideo(xmp);
}

function ofMicroVideo(xmp: Group | undefined): MotionClaim | null {
  const length = count(text(xmp, 'MicroVideoOffset'));
  return length === null || length === 0 || text(xmp, 'MicroVideo') === '0' ? null : { fromEnd: length, length };
}

function ofDirectory(directory: unknown): MotionClaim | null {
  const list = (directory as { value?: unknown } | undefined)?.value;
  if (!Array.isArray(list)) return null;
  const items = list.slice(0, MOST_ITEMS).map((entry: unknown) => {
    const inner = (entry ?? {}) as Group;
    const item = ((inner['Item'] as { value?: unknown } | undefined)?.value ?? inner) as Group;
    return {
      film: text(item, 'Semantic') === 'MotionPhoto',
      length: count(text(item, 'Length')) ?? 0,
      padding: count(text(item, 'Padding')) ?? 0,
    };
  });
  const at = items.findIndex(({ film }) => film);
  const film = items[at];
  if (film === undefined || film.length === 0) return null;
  const after = items.slice(at).reduce((sum, { length, padding }) => sum + length + padding, 0);
  return { fromEnd: after, length: film.length };
}

function count(written: string | null): number | null {
  return written !== null && /^\d{1,15}$/.test(written) ? Number(written) : null;
}
