import { alike, folderOf, lastOf, looseStemOf, placeOf, stemOf, withoutEnding } from './file-names.ts';
import { isRawFile, type GroupFile, type Unclear } from './file.ts';
import { secondsApart } from './moments.ts';
import { byKey, leaveApart } from './tally.ts';

/** A Live Photo's film is this long at most, in seconds; one that does not say, so large in bytes. */
const LONGEST = 5;
const LARGEST = 60_000_000;
/** Seconds between a still and its film, where only their names pair them. */
const APART = 120;

/** With so many of one name, no two of them belong together for certain. */
const MOST_COUPLES = 10_000;
const AMBIGUOUS = 'by their names more than one still and film could be a Live Photo';

/** Films by their stills. */
export type LivePairs = ReadonlyMap<GroupFile, GroupFile>;

/**
 * Finds the two halves of Live Photos: by the identifier that the camera wrote into both; where one has none, by names that only
 * halves of one photo have, and dates that do not contradict. Of two candidates it takes none.
 */
export function pairLive(files: readonly GroupFile[], unclear: Unclear[]): LivePairs {
  const pairs = new Map<GroupFile, GroupFile>();
  const taken = new Set<GroupFile>();
  const pair = (still: GroupFile, film: GroupFile): void => {
    pairs.set(still, film);
    taken.add(still).add(film);
  };
  for (const same of byKey(files, ({ livePairId }) => livePairId?.toLowerCase() ?? null).values()) pairSame(same, pair, unclear);
  const free = (): GroupFile[] => files.filter((file) => !taken.has(file));
  for (const stem of [stemOf, looseStemOf])
    for (const near of byKey(free(), ({ path }) => placeOf(folderOf(path), stem(path))).values()) pairNamed(near, pair, unclear);
  return pairs;
}

/** Files with one identifier: those of one folder first, then those of one name. */
function pairSame(same: readonly GroupFile[], pair: (still: GroupFile, film: GroupFile) => void, unclear: Unclear[]): void {
  let left = [...same];
  for (const key of [() => '', ({ path }: GroupFile) => folderOf(path), ({ path }: GroupFile) => placeOf(folderOf(path), stemOf(path))])
    for (const near of byKey(left, key).values()) {
      const [stills, films] = halves(near);
      const [still, film] = [only(stills) ?? only(stills.filter((each) => !isRawFile(each))), only(films)];
      if (still === null || film === null) continue;
      pair(still, film);
      left = left.filter((each) => each !== still && each !== film);
    }
  const [stills, films] = halves(left);
  if (stills.length > 0 && films.length > 0)
    leaveApart(unclear, pathsOf(left), 'they have one Live Photo identifier, and there is more than one still or film of it');
}

/** Files with one stem in one folder. */
function pairNamed(near: readonly GroupFile[], pair: (still: GroupFile, film: GroupFile) => void, unclear: Unclear[]): void {
  const [stills, films] = halves(near);
  if (stills.length * films.length > MOST_COUPLES) return leaveApart(unclear, pathsOf(near), AMBIGUOUS);
  const couples = stills.flatMap((still) => films.map((film) => ({ still, film, fits: fit(still, film) })));
  const fitting = couples.filter(({ fits }) => fits === 'yes');
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) pair(first.still, first.film);
  else if (fitting.length > 1) leaveApart(unclear, bothOf(fitting), AMBIGUOUS);
  else {
    const undated = couples.filter(({ fits }) => fits === 'undated');
    if (undated.length > 0) leaveApart(unclear, bothOf(undated), 'their names are those of a Live Photo, and there are no dates that tell');
  }
}

function bothOf(couples: readonly { readonly still: GroupFile; readonly film: GroupFile }[]): string[] {
  return [...new Set(couples.flatMap(({ still, film }) => [still.path, film.path]))];
}

function fit(still: GroupFile, film: GroupFile): 'yes' | 'no' | 'undated' {
  // A phone that puts the film beside its motion photo gives it the photo's own name without the ending (`PXL_1.MP.jpg`, `PXL_1.MP`).
  const ownName = film.mime === 'video/mp4' && alike(lastOf(film.path)) === alike(withoutEnding(lastOf(still.path)));
  if (ownName && (still.livePairId === null || film.livePairId === null)) return 'yes';
  const told = fitByDates(still, film);
  // A film that lost its data on the way has its name still; the still knows that it had one.
  const knows = still.livePairId !== null && film.capturedAt === null && stemOf(still.path) === stemOf(film.path);
  return told === 'undated' && knows ? 'yes' : told;
}

/** Whether a still and a film of one name are halves of one Live Photo, by what was read of both: of which kind they are, how long the film is, and when each was taken. */
export function fitByDates(still: Half, film: Half): 'yes' | 'no' | 'undated' {
  if (still.livePairId !== null && film.livePairId !== null) return 'no';
  if (!canBeStill(still) || !canBeFilm(film)) return 'no';
  const apart = secondsApart(still.capturedAt, film.capturedAt);
  if (apart === null) return 'undated';
  return apart <= APART ? 'yes' : 'no';
}

type Half = Pick<GroupFile, 'mime' | 'size' | 'duration' | 'capturedAt' | 'livePairId'>;

export function canBeStill({ mime }: Pick<Half, 'mime'>): boolean {
  return /^image\/(heic|heif|jpeg)$/.test(mime);
}

export function canBeFilm({ mime, size, duration }: Pick<Half, 'mime' | 'size' | 'duration'>): boolean {
  if (!/^video\/(quicktime|mp4)$/.test(mime)) return false;
  return duration === null ? size <= LARGEST : duration <= LONGEST;
}

function halves(files: readonly GroupFile[]): [stills: GroupFile[], films: GroupFile[]] {
  return [files.filter(({ kind }) => kind === 'photo'), files.filter(({ kind }) => kind === 'video')];
}

function only(files: readonly GroupFile[]): GroupFile | null {
  return files.length === 1 ? (files[0] as GroupFile) : null;
}

function pathsOf(files: readonly GroupFile[]): string[] {
  return files.map(({ path }) => path);
}
