import { adjustedStemsOf, alike, endingOf, folderOf, lastOf, placeOf, stemOf, withoutEnding } from './file-names.ts';
import type { Draft, GroupFile, MemberRole, Unclear } from './file.ts';
import { byKey, leaveApart } from './tally.ts';

/** Google's ending for the data of a photo, of which a long name leaves only a beginning. */
const SUPPLEMENT = 'supplemental-metadata';
/** Where Google cuts the name of such a file, in letters, without its ending. */
const CUT = 46;

/** Files that hold data of a photo join it, by their names. Gives those that belong to none. */
export function joinSidecars(others: readonly GroupFile[], drafts: readonly Draft[], unclear: Unclear[]): GroupFile[] {
  const members = drafts.flatMap((each) => each.parts.map(({ file }) => ({ of: each, file })));
  const byPath = byKey(members, ({ file }) => placeOf(folderOf(file.path), lastOf(file.path)));
  const byStem = byKey(members, ({ file }) => placeOf(folderOf(file.path), stemOf(file.path)));
  const byFolder = byKey(members, ({ file }) => folderOf(file.path));
  return others.filter((other) => {
    const role = roleOf(other);
    if (role === null) return true;
    const folder = folderOf(other.path);
    const ofStem = (stem: string): Draft[] => draftsOf(byStem.get(placeOf(folder, stem)));
    const candidates =
      role === 'adjustment-data'
        ? adjustedStemsOf(other.path).map((stem) =>
            ofStem(stem).filter(({ original }) => original.kind === 'photo' || ofStem(stem).length === 1),
          )
        : [
            ...namesOf(other).map((name) => draftsOf(byPath.get(placeOf(folder, name)))),
            endingOf(other.path) === 'json' ? draftsOf((byFolder.get(folder) ?? []).filter(({ file }) => isCutFrom(other, file))) : [],
            ofStem(stemOf(other.path)),
          ];
    const found = candidates.find((each) => each.length > 0) ?? [];
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

/** Google cuts the name of the data where it would grow too long, also in the middle of the photo's name. */
function isCutFrom(other: GroupFile, photo: GroupFile): boolean {
  const plain = withoutEnding(lastOf(other.path));
  return Array.from(plain).length >= CUT && alike(lastOf(photo.path)).startsWith(alike(plain));
}
