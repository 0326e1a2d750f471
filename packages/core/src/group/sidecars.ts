import { adjustedStemsOf, alike, endingOf, folderOf, lastOf, placeOf, stemOf, withoutEnding } from './file-names.ts';
import type { Draft, GroupFile, MemberRole, Unclear } from './file.ts';
import { byKey, leaveApart } from './tally.ts';

/** Google's ending for the data of a photo, of which a long name leaves only a beginning. */
const SUPPLEMENT = 'supplemental-metadata';
/** Where Google cuts the name of such a file, in letters, without its ending. */
const CUT = 46;

/** Files that hold data of a photo join it, by their names. Gives those that belong to none. */
export function joinSidecars(others: readonly GroupFile[], drafts: readonly Draft[], unclear: Unclear[]): GroupFile[] {
  const names = namesIn(drafts);
  return others.filter((other) => {
    const role = roleOf(other);
    if (role === null) return true;
    const found = role === 'adjustment-data' ? adjustedBy(other, names) : describedBy(other, names);
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

/** The drafts by the names of their members. */
interface Names {
  byName(folder: string, name: string): Draft[];
  byStem(folder: string, stem: string): Draft[];
  /** By the beginning of a name that was cut. */
  byBeginning(folder: string, beginning: string): Draft[];
}

function namesIn(drafts: readonly Draft[]): Names {
  const members = drafts.flatMap((each) => each.parts.map(({ file }) => ({ of: each, file })));
  const names = byKey(members, ({ file }) => placeOf(folderOf(file.path), lastOf(file.path)));
  const stems = byKey(members, ({ file }) => placeOf(folderOf(file.path), stemOf(file.path)));
  const beginnings = byKey(members, ({ file }) => placeOf(folderOf(file.path), beginningOf(lastOf(file.path))));
  return {
    byName: (folder, name) => draftsOf(names.get(placeOf(folder, name))),
    byStem: (folder, stem) => draftsOf(stems.get(placeOf(folder, stem))),
    byBeginning: (folder, beginning) =>
      draftsOf(
        (beginnings.get(placeOf(folder, beginningOf(beginning))) ?? []).filter(({ file }) =>
          alike(lastOf(file.path)).startsWith(alike(beginning)),
        ),
      ),
  };
}

/** Apple's adjustments are a picture's, where a film of the same name stands beside it. */
function adjustedBy({ path }: GroupFile, { byStem }: Names): Draft[] {
  for (const stem of adjustedStemsOf(path)) {
    const all = byStem(folderOf(path), stem);
    const pictures = all.filter(({ original }) => original.kind === 'photo');
    if (all.length > 0) return pictures.length > 0 ? pictures : all;
  }
  return [];
}

/** By the whole name of a photo, by one that was cut, by the name without its ending: the first that fits. */
function describedBy(other: GroupFile, { byName, byStem, byBeginning }: Names): Draft[] {
  const folder = folderOf(other.path);
  for (const name of namesOf(other)) {
    const named = byName(folder, name);
    if (named.length > 0) return named;
  }
  const plain = withoutEnding(lastOf(other.path));
  const cut = endingOf(other.path) === 'json' && Array.from(plain).length >= CUT ? byBeginning(folder, plain) : [];
  return cut.length > 0 ? cut : byStem(folder, stemOf(other.path));
}

/** Google cuts the name of the data where it would grow too long, also in the middle of the photo's name. */
function beginningOf(name: string): string {
  return Array.from(alike(name)).slice(0, CUT).join('');
}

function draftsOf(members: readonly { readonly of: Draft }[] | undefined): Draft[] {
  return [...new Set((members ?? []).map((member) => member.of))];
}

function roleOf({ path }: GroupFile): Extract<MemberRole, 'adjustment-data' | 'sidecar'> | null {
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
function namesOf({ path }: GroupFile): string[] {
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
