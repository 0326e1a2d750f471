import type { KeptBecause } from '@rollcall/core';

const WORDS: Record<KeptBecause, string> = {
  'wanted-full': 'you asked to have it here in full',
  'library-closes': 'the library closes, and what is in the cloud alone is gone then',
  'no-original': 'there is no original here that could make room',
  'not-acknowledged': 'the cloud has not said yet that it has it',
  pending: 'something is being done with it just now',
  'changed-here': 'its bytes here are not those that the cloud has',
  'not-known-here': 'its bytes here could not be read',
  'not-sound-there': 'the cloud does not have it sound',
  'not-known-there': 'the cloud could not be asked whether it has it sound',
  'not-in-backup': 'the last backup of the cloud does not have it yet',
  'none-smaller': 'no smaller version can be made of it',
  'disk-full': 'this disk has no room at all, and its compressed version has to be here first: free up a little',
  'not-come': 'its compressed version did not come from the cloud; it is tried again',
  'backup-not-known': 'whether the backup of the cloud has it is not known',
};

/** Why a photo stays here in full. */
export function keptWords(why: KeptBecause): string {
  return WORDS[why];
}
