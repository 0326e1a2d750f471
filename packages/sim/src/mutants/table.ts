/** One bug that can be planted, and what it would do to people. */
export interface Mutant {
  readonly name: string;
  readonly does: string;
  /** Seeds within which the simulator has to catch it. */
  readonly budget: number;
}

const mutant = (name: string, budget: number, does: string): Mutant => ({ name, does, budget });

/** Every bug that is asked for by `planted('…')` somewhere, in the product's code or in the simulator's own shells. */
export const MUTANTS: readonly Mutant[] = [
  // The server's bytes.
  mutant('named-before-synced', 3000, 'A blob gets its name before its bytes are on disk.'),
  mutant('folder-not-synced', 3000, 'The name of a blob is not on disk when the server says it has it.'),
  mutant('acknowledged-before-synced', 3000, 'The server answers before its database is on disk.'),
  mutant('upload-unverified', 3000, 'Bytes are kept under a name that they do not hash to.'),
  mutant('commit-without-blob', 3000, 'A photo is added whose bytes the library does not have.'),
  mutant('no-reservation', 3000, 'Room is promised to more uploads than there is room for.'),
  mutant('hash-oracle', 3000, 'Who never sent the bytes is told that they are here.'),
  mutant('purge-takes-shared', 3000, 'A purge frees bytes to which another photo refers.'),
  mutant('collects-referred', 3000, 'Bytes are collected to which something refers again.'),
  mutant('roll-call-trusts-rows', 3000, '“Ready to erase” is said without the stored bytes being read.'),
  // The server's rows.
  mutant('taken-twice', 3000, 'A change that is told again takes effect again.'),
  mutant('expect-ignored', 3000, 'A purge beats what happened to the photo since it was seen.'),
  mutant('clock-jump-expires', 3000, 'A clock that jumps empties Recently Deleted.'),
  mutant('floor-ignored', 3000, 'Who knows less than the tombstones that were taken away is not told so.'),
  mutant('generation-ignored', 3000, 'A data folder that was rolled back goes on with cursors from after that.'),
  mutant('one-generation', 3000, 'A start of the server begins no new generation.'),
  mutant('alias-forgotten', 3000, 'The id of a photo that turned out to be another one leads nowhere.'),
  mutant('join-drops-film', 3000, 'The film of a Live Photo is gone when it is joined to its photo.'),
  mutant('revives-purged', 3000, 'What was deleted for good comes back from a device that was away.'),
  // What a device concludes.
  mutant('absence-removes', 3000, 'What a restored server does not tell of is removed from the devices.'),
  mutant('concludes-from-part', 3000, 'Half of the feed is taken for all of it.'),
  mutant('answers-kept', 3000, 'Answers of a server that has forgotten them count.'),
  mutant('fork-unnoticed', 3000, 'A copy of a device does not notice that it is one.'),
  mutant('put-back-unnoticed', 3000, 'A folder that was put back is taken for one whose photos were deleted.'),
  mutant('unmounted-is-empty', 3000, 'A disk that is unplugged is taken for an empty folder.'),
  mutant('unseen-is-missing', 3000, 'What may not be looked into is taken for missing.'),
  mutant('one-look', 3000, 'One look that misses a file makes it deleted.'),
  mutant('gone-before-read', 3000, 'A file that was moved is deleted before its new place is read.'),
  mutant('copy-deletes-photo', 3000, 'Deleting one of two copies deletes the photo.'),
  mutant('batches-pass', 3000, 'Deletions in small batches never add up to a question.'),
  mutant('overwrite-is-edit', 3000, 'Another photo under an old name is taken for an edit.'),
  mutant('own-name-is-a-rename', 3000, 'A name that the agent gave is taken for one that the person gave.'),
  mutant('spelling-ignored', 3000, 'One file under two spellings is taken for two.'),
  mutant('reason-missing', 3000, 'A photo that waits for an answer does not say so.'),
  mutant('two-primaries', 3000, 'An item has its first reason twice.'),
  mutant('rejection-blocks', 3000, 'A change that is rejected holds up all that come after it.'),
  mutant('base-not-agreed', 3000, 'What the server acknowledged is not what both agree on.'),
  mutant('cursor-before-changes', 3000, 'The cursor is written before the changes that it stands for.'),
  // What a device does to files.
  mutant('sent-before-synced', 3000, 'The outbox is sent before it is on disk.'),
  mutant('replaces-unread', 3000, 'A file is replaced by an edit from elsewhere without being looked at again.'),
  mutant('removes-unread', 3000, 'A file is removed for a deletion elsewhere without being looked at again.'),
  mutant('download-unverified', 3000, 'Fetched bytes are put in place without being hashed.'),
  mutant('part-shared', 3000, 'A fetched file that has its place already is written to under its old name.'),
];
