/** One bug that can be planted, and what it would do to people. */
export interface Mutant {
  readonly name: string;
  readonly does: string;
  /** Seeds within which the simulator has to catch it. */
  readonly budget: number;
}

/** Every bug that is asked for by `planted('…')` somewhere, in the product's code or in the simulator's own shells. */
export const MUTANTS: readonly Mutant[] = [
  { name: 'named-before-synced', does: 'A blob gets its name before its bytes are on disk.', budget: 300 },
  { name: 'folder-not-synced', does: 'The name of a blob is not on disk when the server says it has it.', budget: 300 },
  { name: 'acknowledged-before-synced', does: 'The server answers before its database is on disk.', budget: 1000 },
  { name: 'one-generation', does: 'A start of the server begins no new generation.', budget: 3000 },
  { name: 'sent-before-synced', does: 'The outbox is sent before it is on disk here.', budget: 3000 },
  { name: 'replaces-unread', does: 'A file is replaced by an edit from elsewhere without being looked at again.', budget: 3000 },
  { name: 'removes-unread', does: 'A file is removed for a deletion elsewhere without being looked at again.', budget: 3000 },
  { name: 'download-unverified', does: 'Fetched bytes are put in place without being hashed.', budget: 3000 },
  { name: 'part-shared', does: 'A fetched file that has its place already is written to under its old name.', budget: 5000 },
];
