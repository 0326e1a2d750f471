import { fullName, type LocalFile } from '../plan/index.ts';
import { bearsName, nameOf } from './names.ts';

type Named = Pick<LocalFile, 'path' | 'wantedName' | 'writtenName'>;

/** True when a file has the name that this device would give it, with or without a number: it is no copy under a name of its own. */
export function bearsOwnName({ writtenName, wantedName, standIn }: Pick<LocalFile, 'wantedName' | 'writtenName' | 'standIn'>): boolean {
  return bearsName(standIn == null ? writtenName : fullName(writtenName, wantedName), wantedName);
}

/**
 * How a file is known that shows another photo from now on. A number that this device put behind the name, for another file had it, is
 * no part of any photo's name, whoever's bytes are in the file by now; everything else in its name is a person's.
 */
export function ownName({ path, wantedName, writtenName }: Named): Pick<LocalFile, 'wantedName' | 'writtenName'> {
  const name = nameOf(path);
  return { wantedName: name === writtenName && bearsName(name, wantedName) ? wantedName : name, writtenName: name };
}
