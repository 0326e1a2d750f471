import type { Wish } from '../play/plan.ts';

/** One bug that can be planted, and what it would do to people. */
export interface Mutant {
  readonly name: string;
  readonly does: string;
  /** Where to look closely, so that it is found soon; the same generator, which is asked for these things more often. */
  readonly wish: Wish;
  /** Seeds within which the simulator has to catch it. */
  readonly budget: number;
}

type Often = Wish['often'];
const mutant = (name: string, budget: number, does: string, often: Often, photos = 0): Mutant => ({
  name,
  does,
  budget,
  wish: { often, photos },
});

/** Every bug that is asked for by `planted('…')` somewhere, in the product's code or in the simulator's own shells. */
export const MUTANTS: readonly Mutant[] = [
  mutant('named-before-synced', 100, 'A blob gets its name before its bytes are on disk.', ['take'], 0),
  mutant('folder-not-synced', 100, 'The name of a blob is not on disk when the server says it has it.', ['take'], 0),
  mutant('acknowledged-before-synced', 100, 'The server answers before its database is on disk.', ['take', 'cloud-loses-power'], 0),
  mutant(
    'upload-unverified',
    1500,
    'Bytes are kept under a name that they do not hash to.',
    ['take-pair', 'overwrite', 'edit', 'proxy', 'body-cut'],
    0,
  ),
  mutant(
    'commit-without-blob',
    1500,
    'A photo is added whose bytes the library does not have.',
    ['take', 'cloud-rolled-back', 'cloud-put-back', 'reply-lost'],
    0,
  ),
  mutant('no-reservation', 300, 'Room is promised to more uploads than there is room for.', ['take', 'take-pair'], 0),
  mutant(
    'hash-oracle',
    1500,
    'Who never sent the bytes is told that they are here.',
    ['put-same-elsewhere', 'take', 'agent-dies', 'device-loses-power', 'reply-lost'],
    1,
  ),
  mutant(
    'purge-takes-shared',
    1500,
    'A purge frees bytes to which another photo refers.',
    ['web-join', 'web-split', 'put-same-elsewhere', 'web-trash', 'web-purge', 'copy'],
    2,
  ),
  mutant('roll-call-trusts-rows', 600, '“Ready to erase” is said without the stored bytes being read.', ['erase-if-safe', 'cloud-rots'], 2),
  mutant('taken-twice', 300, 'A change that is told again takes effect again.', ['take', 'delete', 'reply-lost', 'link-duplicates'], 1),
  mutant(
    'expect-ignored',
    300,
    'A purge beats what happened to the photo since it was seen.',
    ['web-trash', 'web-purge', 'web-restore', 'web-set'],
    3,
  ),
  mutant('clock-jump-expires', 300, 'A clock that jumps empties Recently Deleted.', ['web-trash', 'delete', 'cloud-clock'], 3),
  mutant(
    'floor-ignored',
    1500,
    'Who knows less than the tombstones that were taken away is not told so.',
    ['web-trash', 'web-purge', 'web-trash', 'web-purge', 'time-passes'],
    4,
  ),
  mutant(
    'generation-ignored',
    1500,
    'A data folder that was rolled back goes on with cursors from after that.',
    ['take', 'cloud-rolled-back'],
    1,
  ),
  mutant('one-generation', 1500, 'A start of the server begins no new generation.', ['take', 'cloud-rolled-back'], 1),
  mutant('alias-forgotten', 300, 'The id of a photo that turned out to be another one leads nowhere.', ['put-same-elsewhere', 'take'], 1),
  mutant('join-drops-film', 300, 'The film of a Live Photo is gone when it is joined to its photo.', ['take-pair', 'web-join'], 0),
  mutant(
    'revives-purged',
    2000,
    'What was deleted for good comes back from a device that was away.',
    ['web-trash', 'web-purge', 'state-lost', 'device-put-back', 'link-down', 'device-cloned'],
    3,
  ),
  mutant(
    'absence-removes',
    300,
    'What a restored server does not tell of is removed from the devices.',
    ['take', 'cloud-put-back', 'cloud-rolled-back'],
    1,
  ),
  mutant(
    'concludes-from-part',
    2000,
    'Half of the feed is taken for all of it.',
    ['edit', 'web-join', 'web-split', 'cloud-put-back', 'link-loses'],
    3,
  ),
  mutant(
    'answers-kept',
    2000,
    'Answers of a server that has forgotten them count.',
    ['take', 'delete', 'web-set', 'edit', 'cloud-put-back', 'cloud-rolled-back'],
    1,
  ),
  mutant(
    'put-back-unnoticed',
    1000,
    'A folder that was put back is taken for one whose photos were deleted.',
    ['take', 'device-put-back', 'agent-dies'],
    2,
  ),
  mutant('unmounted-is-empty', 300, 'A disk that is unplugged is taken for an empty folder.', ['folder-unmounted', 'take'], 1),
  mutant('unseen-is-missing', 300, 'What may not be looked into is taken for missing.', ['device-closed', 'take', 'move'], 1),
  mutant('one-look', 300, 'One look that misses a file makes it deleted.', ['move', 'take'], 3),
  mutant(
    'gone-before-read',
    1500,
    'A file that was moved is deleted before its new place is read.',
    ['move', 'copy-slowly', 'device-full'],
    3,
  ),
  mutant('copy-deletes-photo', 300, 'Deleting one of two copies deletes the photo.', ['copy', 'delete'], 2),
  mutant('batches-pass', 600, 'Deletions in small batches never add up to a question.', ['delete'], 6),
  mutant('overwrite-is-edit', 300, 'Another photo under an old name is taken for an edit.', ['overwrite'], 2),
  mutant('own-name-is-a-rename', 600, 'A name that the agent gave is taken for one that the person gave.', ['take', 'take', 'web-set'], 0),
  mutant(
    'reason-missing',
    600,
    'A photo that waits for an answer does not say so.',
    ['web-trash', 'web-purge', 'state-lost', 'device-put-back'],
    3,
  ),
  mutant('two-primaries', 300, 'An item has its first reason twice.', ['take'], 1),
  mutant(
    'rejection-blocks',
    2000,
    'A change that is rejected holds up all that come after it.',
    ['web-trash', 'web-purge', 'state-lost', 'edit', 'rename', 'device-put-back'],
    3,
  ),
  mutant('base-not-agreed', 100, 'What the server acknowledged is not what both agree on.', ['take'], 1),
  mutant('cursor-before-changes', 600, 'The cursor is written before the changes that it stands for.', ['take', 'agent-dies'], 1),
  mutant('sent-before-synced', 2000, 'The outbox is sent before it is on disk.', ['take', 'edit', 'delete', 'device-loses-power'], 1),
  mutant(
    'replaces-unread',
    600,
    'A file is replaced by an edit from elsewhere without being looked at again.',
    ['edit', 'edit', 'overwrite'],
    2,
  ),
  mutant(
    'removes-unread',
    600,
    'A file is removed for a deletion elsewhere without being looked at again.',
    ['web-trash', 'edit', 'overwrite', 'delete'],
    3,
  ),
  mutant(
    'removes-on-old-word',
    3000,
    'A file is removed for a deletion of which a server that was rolled back knows nothing any more.',
    ['take', 'web-trash', 'cloud-rolled-back', 'folder-unmounted', 'link-down'],
    1,
  ),
  mutant(
    'one-way-trashes',
    1500,
    'A device that only backs up deletes in the cloud what goes there.',
    ['set-direction', 'delete', 'delete'],
    3,
  ),
  mutant(
    'one-way-in-sync',
    2000,
    'A device that only backs up calls a file in sync whose bytes the cloud has no more.',
    ['copy-slowly', 'set-direction'],
    0,
  ),
  mutant(
    'left-out-is-due',
    2000,
    'What failed before it was left out keeps the device awake for ever.',
    ['take', 'set-direction', 'quota-lowered', 'device-full'],
    0,
  ),
  mutant('download-unverified', 600, 'Fetched bytes are put in place without being hashed.', ['take', 'body-cut', 'cloud-rots'], 1),
  mutant(
    'part-shared',
    3000,
    'A fetched file that has its place already is written to under its old name.',
    ['take', 'overwrite', 'agent-dies', 'device-loses-power'],
    2,
  ),
  mutant('evicts-early', 600, 'An original gives way before the cloud has acknowledged it.', ['take', 'evict'], 1),
  mutant('evicts-unsound', 1500, 'An original gives way whose bytes are damaged in the cloud.', ['take', 'evict', 'cloud-rots'], 2),
  mutant('evicts-changed', 2000, 'An original gives way that its person has changed since.', ['edit', 'evict'], 2),
  mutant(
    'link-flip-ignored',
    1500,
    'A transfer goes on over mobile data when the link flips in the middle.',
    ['take-pair', 'set-policy', 'link-flips', 'link-flips', 'proxy'],
    0,
  ),
];
