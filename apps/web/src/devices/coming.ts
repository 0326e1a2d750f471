import { comingWords } from '@rollcall/core';
import { sizeWords, type Device } from '@rollcall/protocol';
import { count, many } from '../words.ts';

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
    return {
      there,
      all,
      words: `${count(there)} of ${many(all, 'photo')} are there, ${count(incoming)} to come${pace === '' ? '' : `: ${pace}`}.`,
    };
  }
  if (storage === undefined || storage.compressed.files === 0 || about?.settings['storage']?.value !== 'keep-originals') return null;
  const { files, bytes, originals } = storage.compressed;
  const all = storage.full.files + files;
  const needed = pace === '' ? sizeWords(Math.max(0, originals - bytes)) : pace;
  return { there: storage.full.files, all, words: `${many(files, 'original')} of ${many(all, 'file')} to come back: ${needed}.` };
}
