import type { RoomMigrations } from '../database.ts';

export const orderMigrations: RoomMigrations = {
  room: 'orders',
  steps: [
    `
    CREATE TABLE orders (device_id TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, given_at INTEGER NOT NULL, PRIMARY KEY (device_id, id)) WITHOUT ROWID;
    `,
  ],
};
