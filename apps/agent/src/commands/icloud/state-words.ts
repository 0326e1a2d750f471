import type { State, Trouble } from '@rollcall/importers';

/** Where photos stand, for a list of counts. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  'in-icloud': 'in iCloud',
  'pending-upload': 'waiting to be sent',
  'push-failed': 'tried and failed, to be tried again',
  quarantined: 'put aside: unable to upload',
  'not-pushed': 'not handed to iCloud',
  'icloud-off': 'not in iCloud: it is off here',
  referenced: 'outside of the library: never sent',
  'shared-album': 'copies in shared albums: no part of iCloud Photos',
  'moment-share': 'from an iCloud link: no part of your library',
  syndicated: 'shared with you in messages, not saved',
  incomplete: 'not wholly taken in',
  expunging: 'being deleted for good',
  unknown: 'not known',
};

/** What needs somebody, as the heading over the photos that it is about. */
export const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  lost: 'Neither here nor in iCloud',
  'part-lost': 'A part is neither here nor in iCloud',
  quarantined: 'Unable to upload',
  'push-failed': 'Uploads that failed',
  stuck: 'Never handed to iCloud, for more than a day',
  'edit-waits': 'Edits that are not in iCloud',
  waits: 'Waiting to be sent',
  'only-here': 'Only in this library',
  referenced: 'Outside of the library',
  'file-missing': 'In iCloud, and missing here though the library says otherwise',
  changed: 'Originals that are not as they came',
  'other-size': 'Files of another length than noted',
  unknown: 'Not known',
  incomplete: 'Not wholly taken in',
};
