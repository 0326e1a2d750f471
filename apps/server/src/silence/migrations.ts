import type { RoomMigrations } from '../database.ts';

export const silenceMigrations: RoomMigrations = {
  room: 'silence',
  steps: [
    `
    CREATE TABLE heard (
      device_id TEXT PRIMARY KEY,
      -- How much time the server had seen pass when the device was last heard from, as of the last heartbeat; milliseconds.
      seen INTEGER NOT NULL,
      -- When that was by the server's clock: devices.last_seen_at as it was then.
      at INTEGER NOT NULL
    ) WITHOUT ROWID;
    `,
  ],
};
