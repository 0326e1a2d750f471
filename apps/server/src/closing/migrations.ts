import type { RoomMigrations } from '../database.ts';

export const closingMigrations: RoomMigrations = {
  room: 'closing',
  steps: [
    `
    -- Accounts that are to be closed, and those that were, for as long as that is told. since: time that the server saw pass; so ended_seen.
    CREATE TABLE closings (
      account_id TEXT PRIMARY KEY,
      library_id TEXT NOT NULL,
      since INTEGER NOT NULL,
      asked_at INTEGER NOT NULL,
      -- The server's clock when the grace was over, from when on nobody gets in; null: it can be kept.
      ended_at INTEGER,
      ended_seen INTEGER,
      -- 1: nothing is left of the library.
      cleared INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX closings_by_library ON closings (library_id);
    `,
  ],
};
