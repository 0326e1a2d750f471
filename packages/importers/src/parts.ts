import type { FoundFile } from './found.ts';
import type { Source } from './sources.ts';

/** Apple tells how many parts there are: `iCloud Photos Part 1 of 2`. */
export const APPLE_PART = /iCloud Photos Part (\d{1,5}) of (\d{1,5})/i;
/** Google counts them for each takeout: `takeout-20241001T100000Z-001`, and `takeout-20241001T100000Z-1-001`. */
const GOOGLE_PART = /takeout-(\d{8}T\d{6}Z)(-\d{1,4})?-(\d{3,5})(?!\d)/i;

/** The names that may tell which part a source is: its own, and those of the folders at its top, for parts are unpacked, too. */
function namesOf({ label, files }: Source): string[] {
  return [...new Set([label, ...files.map(({ path }) => path.split('/').slice(0, -1).slice(0, 2).join('/'))])];
}

/** Parts of exports that were not given, by their numbers. Of Google’s only those before the last that was. */
export function missingParts(sources: readonly Source[]): number[] {
  const there = new Map<string, Set<number>>();
  const all = new Map<string, number>();
  const note = (what: string, part: number, of: number): void => {
    there.set(what, (there.get(what) ?? new Set()).add(part));
    all.set(what, Math.max(all.get(what) ?? 0, of));
  };
  for (const name of sources.flatMap(namesOf)) {
    const [apple, google] = [APPLE_PART.exec(name), GOOGLE_PART.exec(name)];
    if (apple !== null) note('apple', Number(apple[1]), Number(apple[2]));
    if (google !== null) note(`${google[1]}${google[2] ?? ''}`, Number(google[3]), Number(google[3]));
  }
  const missing = [...all].flatMap(([what, of]) =>
    Array.from({ length: of }, (_, at) => at + 1).filter((part) => !there.get(what)!.has(part)),
  );
  return [...new Set(missing)].toSorted((a, b) => a - b);
}

/** Tells a folder of a takeout, over all of its parts: by its path behind the folder `Takeout`, wherever that was unpacked. */
export function takeoutFolders(sources: readonly Source[]): (file: Pick<FoundFile, 'source' | 'path'>) => string {
  const made = sources.map((source) => namesOf(source).flatMap((name) => GOOGLE_PART.exec(name)?.[1] ?? [])[0] ?? '');
  // One takeout, and what was unpacked of it under other names, is one; of several each is told apart.
  const several = new Set(made.filter((stamp) => stamp !== '')).size > 1;
  return ({ source, path }) => {
    const folder = path
      .slice(0, Math.max(0, path.lastIndexOf('/')))
      .replace(/^(.*\/)?Takeout\//, '')
      .normalize('NFC');
    return several ? `${made[source] ?? ''}\u0000${folder}` : folder;
  };
}
