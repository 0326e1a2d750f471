import type { RoomMigrations } from '../database.ts';

/** What was tried for which resource, so that a file that hurt a worker is not tried for ever, across restarts too. */
export const renditionMigrations: RoomMigrations = {
  room: 'renditions',
  steps: [
    `
    CREATE TABLE rendition_attempts (
      library TEXT NOT NULL,
      asset TEXT NOT NULL,
      -- The resource the picture is of.
      resource TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('started', 'ready', 'unavailable')),
      attempts INTEGER NOT NULL,
      placeholder TEXT,
      words TEXT,
      -- The server's clock, milliseconds since 1970.
      at INTEGER NOT NULL,
      PRIMARY KEY (library, asset, resource)
    ) WITHOUT ROWID;
    `,
  ],
};
