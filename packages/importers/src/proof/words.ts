import { figures, message, say, sayMany, sizeWords, spokenTag } from '@rollcall/protocol';
import { LEFT_WHAT, LEFT_WHY, type Left, type LeftWhy } from '../found.ts';
import type { Proof } from './proof.ts';

/** What wrote a source, as a message. */
const ORIGINS = {
  'photos-library': message('a library of Photos'),
  'google-takeout': 'Google Takeout',
  'apple-export': message('Apple’s export'),
  'rollcall-export': message('an export of Rollcall'),
  folder: message('files'),
} as const;
/** Of a long list so many are named; JSON has all. */
const NAMED = 20;

export function originWords(origin: keyof typeof ORIGINS): string {
  return say(ORIGINS[origin]);
}

export function filesWords(files: number): string {
  return sayMany(files, '{count} file', '{count} files');
}

/** One line of a proof: what was counted, and what it says; `bad` needs a person’s eye. */
export interface ProofLine {
  readonly words: string;
  readonly bad: boolean;
}

const albumsWords = (albums: number): string => sayMany(albums, '{count} album', '{count} albums');
const photosWords = (photos: number): string => sayMany(photos, '{count} photo or video', '{count} photos and videos');

/** What a proof says, in sentences; the same on a terminal and on a page. */
export function proofLines(proof: Proof): ProofLine[] {
  return [...amountLines(proof), ...behindLines(proof), ...deletedLines(proof), ...matchLines(proof), ...lackLines(proof)];
}

/** The lines that have something to say. */
function lines(...all: readonly Line[]): ProofLine[] {
  return all.flatMap(([when, words, bad = false]) => (when ? [{ words: words(), bad }] : []));
}

function amountLines({ stopped, files, things, verified, room, dryRun, complete, folder }: Proof): ProofLine[] {
  const cloud = complete && folder === undefined;
  const all = verified.wrong.length === 0;
  const fresh = { files: filesWords(files.fresh), size: sizeWords(files.freshBytes) };
  const again = { files: filesWords(verified.files), size: sizeWords(verified.bytes) };
  return lines(
    [
      stopped !== null,
      () => say('It stopped before its end: {why} Run it again, and it goes on from there.', { why: stopped ?? '' }),
      true,
    ],
    [
      true,
      () =>
        sayMany(files.media, '{count} photo or film file ({size}) among {files}.', '{count} photo and film files ({size}) among {files}.', {
          size: sizeWords(files.bytes),
          files: filesWords(files.found),
        }),
    ],
    [true, () => `${photosWords(things.all)}: ${pairs(things)}.`],
    [
      dryRun,
      () =>
        say('New to the library: {photos}, {files} ({size}); {there} are there already.', {
          photos: photosWords(things.added),
          ...fresh,
          there: things.alreadyThere,
        }),
    ],
    [dryRun && room !== null, () => roomWords(room), room !== null && room.needed > room.free],
    [
      !dryRun && folder === undefined,
      () =>
        say('Added: {added}, with {files} ({size}). There already: {there}.', {
          added: things.added,
          ...fresh,
          there: things.alreadyThere,
        }),
    ],
    ...(folder === undefined || dryRun ? [] : folderLines(folder, { complete, things, verified, fresh, again })),
    [!dryRun && cloud && all, () => say('The cloud read {files} ({size}) again: each is byte for byte what was read here.', again)],
    [
      !dryRun && cloud && !all,
      () => say('The cloud read {files} ({size}) again: {wrong} are not what was read here.', { ...again, wrong: verified.wrong.length }),
      true,
    ],
  );
}

type Fresh = { readonly files: string; readonly size: string };
type Line = readonly [when: boolean, words: () => string, bad?: boolean];

/** Of an import into the folder of a device. */
function folderLines(
  folder: string,
  its: Pick<Proof, 'complete' | 'things' | 'verified'> & { readonly fresh: Fresh; readonly again: Fresh },
): readonly Line[] {
  const { complete, things, verified, fresh, again } = its;
  const wrong = verified.wrong.length;
  return [
    [
      true,
      () =>
        say('Put into {folder}: {added}, with {files} ({size}). There already: {there}.', {
          folder,
          added: things.added,
          ...fresh,
          there: things.alreadyThere,
        }),
    ],
    [
      complete && wrong === 0,
      () => say('Read in the folder were {files} ({size}) again: each is byte for byte what was read here.', again),
    ],
    [
      complete && wrong > 0,
      () => say('Read in the folder were {files} ({size}) again: {wrong} are not what was read here.', { ...again, wrong }),
      true,
    ],
  ];
}

/** What a folder has no place for. */
function behindLines({ folder, things, albums }: Proof): ProofLine[] {
  const behind = [
    things.favourites > 0 && sayMany(things.favourites, '{count} favourite', '{count} favourites'),
    albums.found > 0 && sayMany(albums.found, '{count} entry of an album', '{count} entries of albums'),
  ].filter((each) => each !== false);
  return lines(
    [folder !== undefined, () => say('This device brings them into the cloud when it syncs.')],
    [
      folder !== undefined && behind.length > 0,
      () =>
        say('A folder has no place for {what}: the same import without --into-folder adds that later.', {
          what: new Intl.ListFormat(spokenTag()).format(behind),
        }),
    ],
  );
}

function deletedLines({ things, dryRun }: Proof): ProofLine[] {
  const { deletedBefore, trashed, leftInTrash } = things;
  return lines(
    [
      deletedBefore > 0,
      () =>
        sayMany(
          deletedBefore,
          '{count} was deleted from the library before, and left so.',
          '{count} were deleted from the library before, and left so.',
        ),
    ],
    [
      trashed > 0 && dryRun,
      () =>
        sayMany(
          trashed,
          '{count} was in the trash, and would go to Recently Deleted, where thirty days begin anew.',
          '{count} were in the trash, and would go to Recently Deleted, where thirty days begin anew.',
        ),
    ],
    [
      trashed > 0 && !dryRun,
      () =>
        sayMany(
          trashed,
          '{count} was in the trash, and went to Recently Deleted, where thirty days begin anew.',
          '{count} were in the trash, and went to Recently Deleted, where thirty days begin anew.',
        ),
    ],
    [leftInTrash > 0, () => sayMany(leftInTrash, '{count} was in the trash, and left out.', '{count} were in the trash, and left out.')],
  );
}

function matchLines({ told, albums, checksums }: Proof): ProofLine[] {
  const checked = checksums.agree + checksums.disagree.length;
  const sums = { agree: checksums.agree, all: checked };
  return lines(
    [
      told.all > 0,
      () =>
        sayMany(
          told.all,
          '{matched} of {count} row or file of data went with photos.',
          '{matched} of {count} rows and files of data went with photos.',
          {
            matched: told.matched,
          },
        ),
      told.matched < told.all,
    ],
    [
      albums.all > 0,
      () =>
        `${albumsWords(albums.all)}: ${sayMany(albums.lines, '{found} of {count} entry found.', '{found} of {count} entries found.', { found: albums.found })}`,
      albums.found < albums.lines,
    ],
    [albums.deleted.length > 0, () => say('Albums that were deleted since, and stay so: {albums}.', { albums: albums.deleted.join(', ') })],
    [checked > 0 && checksums.disagree.length === 0, () => say('Apple’s checksums: {agree} of {all} agree.', sums)],
    [checksums.disagree.length > 0, () => say('Apple’s checksums: {agree} of {all} agree; for the others nothing is proven.', sums), true],
  );
}

function lackLines({ things, otherDates, missingParts, failed }: Proof): ProofLine[] {
  return lines(
    [
      things.undated > 0,
      () =>
        sayMany(
          things.undated,
          'Of {count} photo or video nothing says when it was taken.',
          'Of {count} photos and videos nothing says when they were taken.',
        ),
    ],
    [
      otherDates.length > 0,
      () =>
        sayMany(
          otherDates.length,
          '{count} file has another date than is told of it; the file’s own counts.',
          '{count} files have another date than is told of them; the file’s own counts.',
        ),
    ],
    [missingParts.length > 0, () => say('Parts that are missing: {parts}.', { parts: missingParts.join(', ') }), true],
    [failed.length > 0, () => sayMany(failed.length, '{count} file could not be imported.', '{count} files could not be imported.'), true],
  );
}

function pairs({ livePhotos, withRaw, edited, favourites, hidden }: Proof['things']): string {
  const told = [
    livePhotos > 0 && sayMany(livePhotos, '{count} Live Photo', '{count} Live Photos'),
    withRaw > 0 && say('{count} with RAW', { count: withRaw }),
    edited > 0 && say('{count} edited', { count: edited }),
    favourites > 0 && sayMany(favourites, '{count} favourite', '{count} favourites'),
    hidden > 0 && say('{count} hidden', { count: hidden }),
  ].filter((each) => each !== false);
  return told.length === 0 ? say('none of them a pair') : told.join(', ');
}

function roomWords(room: Proof['room']): string {
  if (room === null) return '';
  const lacks = room.needed - room.free;
  const told = { needed: sizeWords(room.needed), free: sizeWords(room.free), lacks: sizeWords(lacks) };
  return lacks > 0
    ? say('{needed} of room are needed, {free} are free: {lacks} are lacking.', told)
    : say('{needed} of room are needed, {free} are free.', { needed: told.needed, free: told.free });
}

/** Everything that was not matched or not imported, by why; those that need nothing last. */
export function leftByWhy(left: readonly Left[]): [LeftWhy, readonly Left[]][] {
  const groups = Map.groupBy(left, ({ why }) => why);
  return (Object.keys(LEFT_WHY) as LeftWhy[]).flatMap((why) =>
    groups.has(why) ? [[why, groups.get(why)!] as [LeftWhy, readonly Left[]]] : [],
  );
}

function whatWords(why: LeftWhy, many: number): string {
  const what = LEFT_WHAT[why];
  switch (what) {
    case undefined:
      return filesWords(many);
    case 'photo':
      return photosWords(many);
    case 'album':
      return albumsWords(many);
    case 'library':
      return sayMany(many, '{count} library', '{count} libraries');
    default:
      return what satisfies never;
  }
}

/** Why so many of them were left, of one as of many. */
export function leftWords(why: LeftWhy, files: number): string {
  return `${whatWords(why, files)}: ${say(LEFT_WHY[why])}`;
}

/** A proof for a terminal. */
export function proofWords(proof: Proof): string[] {
  const told = proof.sources.map(({ name, origin, files }) => `${name}: ${originWords(origin)}, ${filesWords(files)}`);
  told.push(...proofLines(proof).map(({ words }) => words));
  for (const { path, words } of proof.failed.slice(0, NAMED)) told.push(say('not imported: {path}: {why}', { path, why: words }));
  for (const [why, its] of leftByWhy(proof.left)) {
    told.push(leftWords(why, its.length));
    for (const { path, more } of its.slice(0, NAMED)) told.push(`  ${path}${more === undefined ? '' : ` (${more})`}`);
    if (its.length > NAMED) told.push(`  and ${figures(its.length - NAMED)} more: --json names all`);
  }
  if (proof.withoutData.length > 0)
    told.push(
      sayMany(
        proof.withoutData.length,
        '{count} photo or film about which nothing is told beside it',
        '{count} photos and films about which nothing is told beside them',
      ),
    );
  return told;
}
