import type { SidecarRole } from '@rollcall/protocol';
import { adjustedStemsOf, alike, endingOf, folderOf, lastOf, placeOf, stemOf, withoutEnding } from './file-names.ts';
import type { Draft, GroupFile, Unclear } from './file.ts';
import { byKey, leaveApart } from './tally.ts';

/** Google's ending for the data of a photo, of which a long name leaves only a beginning. */
const SUPPLEMENT = 'supplemental-metadata';
/** Where Google cuts the name of such a file, in letters, without its ending. */
const CUT = 46;

/** Files that hold data of a photo join it, by their names. Gives those that belong to none. */
export function joinSidecars(others: readonly GroupFile[], drafts: readonly Draft[], unclear: Unclear[]): GroupFile[] {
  const names = namesIn(
    drafts.flatMap((each) => each.parts.map(({ file: { path } }) => ({ path, of: each, picture: each.original.kind === 'photo' }))),
  );
  return others.filter((other) => {
    const role = sidecarRole(other.path);
    if (role === null) return true;
    const found = photosOf(other.path, role, names);
    const [first] = found;
    if (first === undefined) return true;
    if (found.length > 1) {
      leaveApart(
        unclear,
        [other.path, ...found.map(({ original }) => original.path)],
        'more than one photo has the name that this file goes with',
      );
      return true;
    }
    first.parts.push({ file: other, role });
    return false;
  });
}

/** A file of a photo. */
export interface PhotoFile<T> {
  readonly path: string;
  /** The photo that it is a file of. */
  readonly of: T;
  /** That is a picture, and no film. */
  readonly picture: boolean;
}

/** The photos of `files` that a file goes with by its name, each once; certain when it is one. Empty also when its name is none of such a file. */
export function photosBeside<T>(path: string, files: readonly PhotoFile<T>[]): T[] {
  const role = sidecarRole(path);
  return role === null ? [] : photosOf(path, role, namesIn(files));
}

function photosOf<T>(path: string, role: SidecarRole, names: Names<T>): T[] {
  return role === 'adjustment-data' ? adjustedBy(path, names) : describedBy(path, names);
}

/** The photos by the names of their files. */
interface Names<T> {
  byName(folder: string, name: string): T[];
  byStem(folder: string, stem: string, which: 'all' | 'pictures'): T[];
  /** By the beginning of a name that was cut. */
  byBeginning(folder: string, beginning: string): T[];
}

function namesIn<T>(files: readonly PhotoFile<T>[]): Names<T> {
  const names = byKey(files, ({ path }) => placeOf(folderOf(path), lastOf(path)));
  const stems = byKey(files, ({ path }) => placeOf(folderOf(path), stemOf(path)));
  const beginnings = byKey(files, ({ path }) => placeOf(folderOf(path), beginningOf(lastOf(path))));
  return {
    byName: (folder, name) => photosIn(names.get(placeOf(folder, name))),
    byStem: (folder, stem, which) => photosIn((stems.get(placeOf(folder, stem)) ?? []).filter(({ picture }) => which === 'all' || picture)),
    byBeginning: (folder, beginning) =>
      photosIn(
        (beginnings.get(placeOf(folder, beginningOf(beginning))) ?? []).filter(({ path }) =>
          alike(lastOf(path)).startsWith(alike(beginning)),
        ),
      ),
  };
}

/** Apple's adjustments are a picture's, where a film of the same name stands beside it. */
function adjustedBy<T>(path: string, { byStem }: Names<T>): T[] {
  for (const stem of adjustedStemsOf(path)) {
    const all = byStem(folderOf(path), stem, 'all');
    const pictures = byStem(folderOf(path), stem, 'pictures');
    if (all.length > 0) return pictures.length > 0 ? pictures : all;
  }
  return [];
}

/** By the whole name of a photo, by one that was cut, by the name without its ending: the first that fits. */
function describedBy<T>(path: string, { byName, byStem, byBeginning }: Names<T>): T[] {
  const folder = folderOf(path);
  for (const name of namesOf(path)) {
    const named = byName(folder, name);
    if (named.length > 0) return named;
  }
  const plain = withoutEnding(lastOf(path));
  const cut = endingOf(path) === 'json' && Array.from(plain).length >= CUT ? byBeginning(folder, plain) : [];
  if (cut.length > 0) return cut;
  // What names a file whole is none of another one's that is called nearly so.
  return NAMES_A_FILE.test(plain) ? [] : byStem(folder, stemOf(path), 'all');
}

const NAMES_A_FILE =
  /\.(heic|heif|hif|jpe?g|png|gif|webp|avif|jxl|tiff?|bmp|dng|cr2|cr3|crw|nef|arw|raf|orf|rw2|mov|mp4|m4v|avi|3gp|mkv|webm)$/i;

/**
 * How the paths of all files begin that may go with a photo, or of all photos that a file may go with, as they are commonly spelled: a few
 * ranges of names, and not the folder. Paths with such a beginning may lie deeper, and belong to others.
 */
export function beginningsBeside(path: string): string[] {
  const name = lastOf(path);
  const camera = /^([a-z]{3})_[eo]?(\d{4}.*)$/i.exec(name);
  const names = [
    name,
    name.replace(/_o(?=\.[^.]*$)/i, ''),
    ...(camera ? ['', 'E', 'O'].map((mark) => `${camera[1]}_${mark}${camera[2]}`) : []),
  ];
  const heads = names.map((each) =>
    Array.from(/^[^.(]*/.exec(each)?.[0] ?? '')
      .slice(0, CUT)
      .join(''),
  );
  const spelled = heads
    .flatMap((head) => [head, head.toLowerCase(), head.toUpperCase(), capitalised(head)])
    .flatMap((head) => [head.normalize('NFC'), head.normalize('NFD')]);
  const folder = path.slice(0, path.length - name.length);
  return [...new Set(spelled)].map((head) => `${folder}${head}`);
}

function capitalised(head: string): string {
  const [first = '', ...rest] = Array.from(head);
  return `${first.toUpperCase()}${rest.join('').toLowerCase()}`;
}

/** Google cuts the name of the data where it would grow too long, also in the middle of the photo's name. */
function beginningOf(name: string): string {
  return Array.from(alike(name)).slice(0, CUT).join('');
}

function photosIn<T>(files: readonly PhotoFile<T>[] | undefined): T[] {
  return [...new Set((files ?? []).map((file) => file.of))];
}

/** What a file of this name holds of a photo; null: nothing that is known. */
export function sidecarRole(path: string): SidecarRole | null {
  switch (endingOf(path)) {
    case 'aae':
      return 'adjustment-data';
    case 'xmp':
    case 'json':
      return 'sidecar';
    default:
      return null;
  }
}

/** Names of the file that these data would go with: `IMG.jpg.xmp`, `IMG.jpg.supplemental-metadata.json`, `IMG.jpg(1).json`. */
function namesOf(path: string): string[] {
  const plain = withoutEnding(lastOf(path));
  const names = [plain];
  const numbered = /^(.*?)(\(\d{1,4}\))?$/.exec(plain);
  const [whole, number] = [numbered?.[1] ?? plain, numbered?.[2] ?? ''];
  for (const name of new Set([whole, beforeSupplement(whole)])) {
    const dot = name.lastIndexOf('.');
    // The number of a second file of one name stands behind the ending here, and before it there.
    names.push(number === '' || dot <= 0 ? name : `${name.slice(0, dot)}${number}${name.slice(dot)}`);
  }
  return names;
}

/** `IMG.jpg` of `IMG.jpg.supplemental-met`, however much of the word is left. */
function beforeSupplement(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && SUPPLEMENT.startsWith(name.slice(dot + 1).toLowerCase()) ? name.slice(0, dot) : name;
}
