import type { RoomMigrations } from '../database.ts';

export const spaceMigrations: RoomMigrations = {
  room: 'space',
  steps: [
    `
    -- Groups of photos that look the same, and of which somebody has kept all. \`photos\`: their ids in order, with spaces between.
    CREATE TABLE kept_groups (n INTEGER PRIMARY KEY, library_id TEXT NOT NULL, photos TEXT NOT NULL, UNIQUE (library_id, photos));
    `,
  ],
};
