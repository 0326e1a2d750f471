import { dataBase, isCutFrom, isNamedBy, isWithoutEnding, keyOfData, keysOfPhoto, PASSES, type Pass } from './names.ts';

/** Data of a photo in one folder, by the name of its file, and the whole name of the photo that it tells. */
export interface DataName {
  readonly name: string;
  readonly title: string;
}

export interface Matched<P, D> {
  /** The data of each photo that has any. */
  readonly data: ReadonlyMap<P, D>;
  /** Photos without data. */
  readonly without: readonly P[];
  /** Data without a photo. */
  readonly unused: readonly D[];
  /** What could go together in more than one way: each photo with all that it could go with. */
  readonly unclear: readonly { readonly photos: readonly P[]; readonly data: readonly D[] }[];
}

/**
 * Which data go with which photos of one folder, by their names alone: by the strongest rule that fits first, and each rule only takes what
 * those before it left. Data may serve several photos (a picture and its edit). Where one rule fits more than one, nothing is matched, and that is told. Pure.
 */
export function matchData<P extends { readonly name: string }, D extends DataName>(
  photos: readonly P[],
  data: readonly D[],
): Matched<P, D> {
  const found = new Map<P, D>();
  const unclear: { photos: P[]; data: D[] }[] = [];
  const used = new Set<D>();
  const named = data.flatMap((each) => {
    const base = dataBase(each.name);
    return base === null ? [] : [{ each, base }];
  });
  const bases = new Set(named.map(({ base }) => keyOfData(base, 'exact')));
  /** Data with its number are there, though of another photo: then its own were not forgotten. */
  const isNumbered = ({ name }: P): boolean =>
    (['exact', 'cut'] as const).some((pass) => keysOfPhoto(name, pass).some((key) => bases.has(key))) ||
    // Where others of its name have theirs, its own are missing, and were not forgotten.
    keysOfPhoto(name, 'forgotten').some((key) => [...bases].some((base) => base.startsWith(`${key}(`)));
  let open = [...photos];
  for (const pass of PASSES) {
    const byKey = Map.groupBy(named, ({ base }) => keyOfData(base, pass));
    // What tells of one photo tells of no other; an edit, and a forgotten second file, share what their original has.
    const shares = pass === 'edited' || pass === 'forgotten';
    const claims = open.map((photo) => {
      const called = [...new Set(keysOfPhoto(photo.name, pass).flatMap((key) => byKey.get(key) ?? []))].map(({ each }) => each);
      const all =
        pass === 'forgotten' && isNumbered(photo)
          ? []
          : called.filter((each) => (shares || !used.has(each)) && titleFits(photo, each, pass));
      // What was cut alike may differ in what was cut away, and in its capitals.
      const named = pass === 'cut' ? all.filter(({ title }) => isNamedBy(photo.name, title)) : [];
      return { photo, fitting: named.length === 1 ? named : all };
    });
    const claimed = Map.groupBy(
      claims.filter(({ fitting }) => fitting.length === 1),
      ({ fitting }) => fitting[0]!,
    );
    const settled = new Set<P>();
    for (const { photo, fitting } of claims) {
      const [only] = fitting;
      if (only === undefined) continue;
      settled.add(photo);
      const claiming = claimed.get(only) ?? [];
      const its = pass === 'cut' ? claiming.filter((each) => isNamedBy(each.photo.name, only.title)) : [];
      if (its.length === 1 && claiming.length > 1 && its[0]!.photo !== photo) {
        settled.delete(photo);
        continue;
      }
      const rivals = shares || its.length === 1 ? [] : claiming;
      if (fitting.length === 1 && rivals.length <= 1) {
        found.set(photo, only);
        used.add(only);
      } else noteUnclear(unclear, photo, rivals.length > 1 ? rivals.map((rival) => rival.photo) : [photo], fitting);
    }
    open = open.filter((photo) => !settled.has(photo));
  }
  const inQuestion = new Set(unclear.flatMap((each) => each.data));
  return {
    data: found,
    without: open,
    unused: data.filter((each) => !used.has(each) && !inQuestion.has(each)),
    unclear,
  };
}

/** Where only a part of a name was compared, the whole one that the data tell decides. */
function titleFits({ name }: { readonly name: string }, { title }: DataName, pass: Pass): boolean {
  switch (pass) {
    case 'as-written':
    case 'exact':
    case 'edited':
      return true;
    case 'cut':
      return isCutFrom(name, title);
    case 'forgotten':
      return isCutFrom(name, title) && !isNamedBy(name, title);
    case 'without-ending':
      return isWithoutEnding(name, title);
    default:
      return pass satisfies never;
  }
}

function noteUnclear<P, D>(unclear: { photos: P[]; data: D[] }[], photo: P, photos: readonly P[], data: readonly D[]): void {
  if (unclear.some((each) => each.photos.includes(photo) && each.data.some((one) => data.includes(one)))) return;
  unclear.push({ photos: [...photos], data: [...data] });
}
