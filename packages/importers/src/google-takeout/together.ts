import { EDITED_WORDS } from '@rollcall/core';
import type { ReadMedia } from '../found.ts';
import type { Placed } from '../grouping.ts';

/** Letters of the longest name that Google gives a file. */
const LONGEST = 51;
/** Seconds of the longest film of a Live Photo. */
const LONGEST_FILM = 5;

type File = Placed<ReadMedia>;

/**
 * Files of one folder under the names by which they are grouped. Google gives everything its data but the edit and the film of a photo: what
 * has none, and the name of a photo that has, is the photo's where their dates say so, too, in whatever language it is called an edit; a
 * film of its whole name also where the film tells no date. Pure.
 * @param told when a file was taken, by data of its own name; undefined: it has none
 */
export function withTheirPhotos(files: readonly File[], told: (file: File) => string | null | undefined): File[] {
  const has = (file: File): boolean => told(file) !== undefined;
  const own = Map.groupBy(files.filter(has), ({ path }) => stemOf(path));
  const films = filmsWithout(files, own, has);
  const dates = new Map<File, string>();
  for (const [film, still] of films) {
    const date = still.file.facts.capturedAt ?? told(still);
    if (typeof date === 'string') for (const each of [film, still]) dates.set(each, date);
  }
  const taken = new Set(files.map(({ path }) => alike(path)));
  return files.map((file) => {
    const date = dates.get(file);
    if (date !== undefined) return { ...file, file: { ...file.file, facts: { ...file.file.facts, capturedAt: date } } };
    const edit = has(file) ? null : asEdit(file, own);
    if (edit === null || taken.has(alike(edit.path))) return file;
    taken.add(alike(edit.path));
    return edit;
  });
}

/** `A-whatever.jpg` beside `A.jpg`, taken in the same second; or a name that was cut, of which a known word is left in part. */
function asEdit(file: File, own: ReadonlyMap<string, readonly File[]>): File | null {
  const match = /^(.+)-([^-\d_.]*?)(\(\d{1,4}\))?(\.[^.]+)$/su.exec(file.path.normalize('NFC'));
  if (match === null) return null;
  const [, before = '', word = '', number = '', ending = ''] = match;
  const originals = (own.get(alike(before + number)) ?? []).filter((each) => each.file.kind === file.file.kind);
  const [original] = originals;
  if (original === undefined || originals.length > 1) return null;
  const [its, edited] = [original.file.facts.capturedAt, file.file.facts.capturedAt];
  const sameSecond = its !== null && edited !== null && its.slice(0, 19) === edited.slice(0, 19);
  const known = EDITED_WORDS.some((each) => each.startsWith(alike(word)));
  const cut = Array.from(file.path).length - number.length === LONGEST && known;
  return sameSecond || cut ? { ...file, path: `${before}-edited${number}${ending}` } : null;
}

/** The film of a Live Photo tells no date where Google wrote it anew: each with the only photo of its name. */
function filmsWithout(files: readonly File[], own: ReadonlyMap<string, readonly File[]>, has: (file: File) => boolean): Map<File, File> {
  const films = Map.groupBy(
    files.filter(({ file }) => file.kind === 'video'),
    ({ path }) => stemOf(path),
  );
  const found = new Map<File, File>();
  for (const [stem, [film, ...others]] of films) {
    const [still, ...more] = own.get(stem) ?? [];
    if (film === undefined || still === undefined || others.length + more.length > 0 || has(film) || still.file.kind !== 'photo') continue;
    const { capturedAt, duration } = film.file.facts;
    if (capturedAt === null && (duration ?? 0) <= LONGEST_FILM) found.set(film, still);
  }
  return found;
}

function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return alike(dot > 0 ? name.slice(0, dot) : name);
}
