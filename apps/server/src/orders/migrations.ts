import type { RoomMigrations } from '../database.ts';

export const orderMigrations: RoomMigrations = {
  room: 'orders',
  steps: [
    `
    CREATE TABLE orders (device_id TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, given_at INTEGER NOT NULL, PRIMARY KEY (device_id, id)) WITHOUT ROWID;
    `,
    `
    -- What became of the last orders of each device, for whoever gave them.
    CREATE TABLE order_answers (device_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (device_id, id)) WITHOUT ROWID;
    `,
  ],
};
