import { isRawMime } from '@rollcall/protocol';

/**
 * What a downloader or exporter puts behind the name of a file that stands for something, and not for another picture. Pure.
 * - osxphotos: `_preview`; icloudpd: `-medium`, `-thumb`: smaller versions of what lies beside them.
 * - icloudpd: `-alternative`: the RAW, or the JPEG, of a pair; `-original`: what an edit was made of.
 * - icloud-photos-sync: `-live`: the film of a Live Photo.
 */
const SMALLER = /^(.+)(?:_preview|-medium|-thumb)(?: \(\d+\))?$/i;
const OTHER_HALF = /^(.+)-(?:alternative|original|live)$/i;

/** The stem of the picture that a file of this name is a smaller version of; null: of none. */
export function smallerOf(name: string): string | null {
  return SMALLER.exec(stemOf(name))?.[1]?.toLowerCase() ?? null;
}

/** The name by which a file goes with the other half of its pair, where its own tells what it is; else its own. */
export function pairName(name: string, mime: string): string {
  const stem = stemOf(name);
  const other = OTHER_HALF.exec(stem)?.[1];
  const fits = other !== undefined && (stem.toLowerCase().endsWith('-live') ? mime.startsWith('video/') : isRawMime(mime));
  return fits ? `${other}${name.slice(stem.length)}` : name;
}

export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
