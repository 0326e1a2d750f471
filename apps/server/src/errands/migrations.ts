import type { RoomMigrations } from '../database.ts';

export const errandMigrations: RoomMigrations = {
  room: 'errands',
  steps: [
    `
    -- What a command on the server's own machine asks the server that has the data folder to do. answer: JSON, null until it is done.
    CREATE TABLE errands (
      n INTEGER PRIMARY KEY, what TEXT NOT NULL, subject TEXT NOT NULL, asked_at INTEGER NOT NULL, begun_at INTEGER, answer TEXT
    );
    `,
  ],
};
