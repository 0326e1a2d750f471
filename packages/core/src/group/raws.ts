import { companionRole } from '../plan/pair.ts';
import { folderOf, placeOf, rawStemOf } from './file-names.ts';
import { isRawFile, type Draft, type Unclear } from './file.ts';
import { secondsApart } from './moments.ts';
import { byKey, leaveApart } from './tally.ts';

/** A camera writes both of one picture within this many seconds. */
const APART = 2;

/** A camera's RAW joins the JPEG or HEIC of the same name, folder and moment. Gives the drafts that are left. */
export function joinRaws(drafts: readonly Draft[], unclear: Unclear[]): Draft[] {
  const joined = new Set<Draft>();
  const photos = drafts.filter(({ original }) => original.kind === 'photo');
  for (const near of byKey(photos, ({ original: { path } }) => placeOf(folderOf(path), rawStemOf(path))).values()) {
    const raws = near.filter(({ original }) => isRawFile(original));
    const others = near.filter(({ original }) => !isRawFile(original));
    if (raws.length === 0 || others.length === 0) continue;
    const pairs = raws.flatMap((raw) =>
      others.map((other) => ({ raw, other, apart: secondsApart(raw.original.capturedAt, other.original.capturedAt) })),
    );
    const fitting = pairs.filter(({ apart }) => apart !== null && apart <= APART);
    const [first] = fitting;
    if (first !== undefined && fitting.length === 1) {
      // The RAW brings what was found for it, such as a film of its own.
      for (const { file, role } of first.raw.parts)
        first.other.parts.push({ file, role: role === 'original' ? companionRole('photo', file.mime) : role });
      joined.add(first.raw);
    } else if (fitting.length > 1 || pairs.some(({ apart }) => apart === null))
      leaveApart(
        unclear,
        near.map(({ original }) => original.path),
        fitting.length > 1
          ? 'more than one RAW or picture has this name and moment'
          : 'they have one name, and no dates that tell whether they are one picture',
      );
  }
  return drafts.filter((each) => !joined.has(each));
}
