import type { RoomMigrations } from '../database.ts';

export const receiptMigrations: RoomMigrations = {
  room: 'receipts',
  steps: [
    `
    -- Public keys of the receipts; the one in use has no end. The private one is in a file of its own.
    CREATE TABLE receipt_keys (key TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER) WITHOUT ROWID;
    CREATE TABLE receipts (library TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (library, id)) WITHOUT ROWID;
    `,
  ],
};
