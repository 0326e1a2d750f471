import { standInName } from '../plan/index.ts';

/** Names that programs give to what they are not done with. */
export const TEMPORARY = /(^~|~$|\.(tmp|temp|part|partial|crdownload|download|swp)$|^\.~lock)/i;

/** Names that Windows keeps for itself; a folder may travel. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const LONGEST = 255;
/** Bytes that `standInName` puts behind a name. */
const STAND_IN_ENDING = 4;

/**
 * Separators, control characters, what Windows does not take; and what cannot be seen but changes how a name is read:
 * marks and overrides of direction, isolates, spaces without width, line separators. The joiners of emoji and scripts stay.
 */
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f/\\<>:"|?*\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * A received name as one safe path segment: nothing of `UNSAFE`, no `..`, no reserved name, no leading dot (so never Rollcall's
 * own folder), no name of a temporary file (it would be left out), at most 255 bytes in UTF-8; the ending is kept.
 * @param spare bytes that are left for what is put behind it
 */
export function safeName(name: string, spare = 0): string {
  let safe = name.toWellFormed().replaceAll('\ufffd', '_').replace(UNSAFE, '_').replace(/^\.+/, '_');
  if (RESERVED.test(safe) || safe.startsWith('~')) safe = `_${safe}`;
  safe = shortened(safe, '', LONGEST - spare).replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  if (TEMPORARY.test(safe)) safe = `${shortened(safe, '', LONGEST - spare - 1)}_`;
  return safe === '' ? '_' : safe;
}

/** The name with ` (2)`, ` (3)` … before its ending, still within 255 bytes. */
export function numbered(name: string, number: number, spare = 0): string {
  return number < 2 ? name : shortened(name, ` (${number})`, LONGEST - spare);
}

/** A photo's file is the photo in full, or its compressed version. */
export type Form = 'original' | 'compressed';

/** A photo's name as that of its file: one safe segment. */
export function fileName(name: string, form: Form): string {
  return form === 'original' ? safeName(name) : standInName(safeName(name, STAND_IN_ENDING));
}

/** The same where others have that name: with ` (2)`, ` (3)` … */
export function freeName(name: string, number: number, form: Form): string {
  return form === 'original'
    ? numbered(safeName(name), number)
    : standInName(numbered(safeName(name, STAND_IN_ENDING), number, STAND_IN_ENDING));
}

/** True when a file's name is the one that its photo would be given here, with or without a number: not a copy under a name of its own. */
export function bearsName(written: string, wanted: string): boolean {
  const safe = safeName(wanted);
  const number = / \((\d{1,5})\)(?:\.[^.]*)?$/.exec(written)?.[1];
  return written === safe || written === wanted || (number !== undefined && written === numbered(safe, Number(number)));
}

function shortened(name: string, addition: string, limit: number): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  let stem = Array.from(ending === '' ? name : name.slice(0, dot));
  while (bytesOf(stem.join('') + addition + ending) > limit && stem.length > 1) stem = stem.slice(0, -1);
  return stem.join('') + addition + ending;
}

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The last segment of a path below the device's folder. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that a path below the device's folder lies in; `''`: at the top. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '' : path.slice(0, end);
}

/** `YYYY/MM` of the capture date where the photo was taken. */
export function folderOfDate(capturedAt: string): string {
  const match = /^(\d{4})-(\d{2})/.exec(capturedAt);
  return match ? `${match[1]}/${match[2]}` : 'undated';
}
