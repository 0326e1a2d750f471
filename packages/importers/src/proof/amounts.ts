import { say, sayMany, sizeWords } from '@rollcall/protocol';
import { filesWords, photosWords } from './counted.ts';
import { lines, type Line, type ProofLine } from './line.ts';
import type { Proof } from './proof.ts';

/** How much there was, and what came of it. */
export function amountLines({ stopped, files, things, verified, room, dryRun, complete, folder }: Proof): ProofLine[] {
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
