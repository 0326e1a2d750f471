import { comingWords } from '@rollcall/core';
import { say, sayMany, sizeWords, type Device } from '@rollcall/protocol';

/** How far it is with what comes to a device; `there` of `all`. */
export interface ComingFacts {
  readonly there: number;
  readonly all: number;
  readonly words: string;
}

/**
 * What comes to a device, as far as it told: photos that are not there yet, else originals that are to be kept there again. Null: nothing.
 * @param photos live ones in the cloud
 */
export function comingTo({ roll }: Pick<Device, 'roll'>, photos: number): ComingFacts | null {
  if (roll === null) return null;
  const { incoming, about } = roll;
  const pace = about?.coming ? comingWords(about.coming) : '';
  const storage = about?.storage;
  if (incoming > 0) {
    const all = Math.max(photos, incoming);
    const there = all - incoming;
    const words =
      pace === ''
        ? sayMany(
            all,
            '{there} of {count} photo are there, {incoming} to come.',
            '{there} of {count} photos are there, {incoming} to come.',
            { there, incoming },
          )
        : sayMany(
            all,
            '{there} of {count} photo are there, {incoming} to come: {pace}.',
            '{there} of {count} photos are there, {incoming} to come: {pace}.',
            { there, incoming, pace },
          );
    return { there, all, words };
  }
  if (storage === undefined || storage.compressed.files === 0 || about?.settings['storage']?.value !== 'keep-originals') return null;
  const { files, bytes, originals } = storage.compressed;
  const all = storage.full.files + files;
  const needed = pace === '' ? sizeWords(Math.max(0, originals - bytes)) : pace;
  const words =
    all === 1
      ? say('1 original of 1 file to come back: {needed}.', { needed })
      : sayMany(
          files,
          '{count} original of {all} files to come back: {needed}.',
          '{count} originals of {all} files to come back: {needed}.',
          { all, needed },
        );
  return { there: storage.full.files, all, words };
}
