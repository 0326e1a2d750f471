import type { RoomMigrations } from '../database.ts';
import { searchable } from './searchable.ts';

export const rollMigrations: RoomMigrations = {
  room: 'rolls',
  functions: { searchable },
  steps: [
    `
    CREATE TABLE rolls (device_id TEXT PRIMARY KEY, json TEXT NOT NULL, reported_at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE roll_entries (
      device_id TEXT NOT NULL,
      key TEXT NOT NULL,
      asset_id TEXT,
      -- The class of the primary reason, or in-sync.
      class TEXT NOT NULL,
      -- All reason codes, each between spaces.
      codes TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (device_id, key)
    ) WITHOUT ROWID;
    CREATE INDEX roll_entries_by_class ON roll_entries (device_id, class, key);
    CREATE INDEX roll_entries_by_asset ON roll_entries (asset_id) WHERE asset_id IS NOT NULL;
    `,
    `
    -- How the device is set and what it sees, as it told last.
    ALTER TABLE rolls ADD COLUMN about TEXT;
    -- What came of the last roll call that it was asked for, and when that was heard.
    ALTER TABLE rolls ADD COLUMN receipt TEXT;
    ALTER TABLE rolls ADD COLUMN receipt_at INTEGER;
    `,
    // Few of a device's items are not in the library: a search by name looks at these alone.
    `
    CREATE INDEX roll_entries_without_asset ON roll_entries (device_id, key) WHERE asset_id IS NULL;
    `,
    // And of these at their names only, which lie side by side.
    `
    -- The path as a search looks at it; only of what is not in the library.
    ALTER TABLE roll_entries ADD COLUMN name TEXT;
    UPDATE roll_entries SET name = searchable(json_extract(json, '$.path')) WHERE asset_id IS NULL;
    DROP INDEX roll_entries_without_asset;
    CREATE INDEX roll_entries_by_name ON roll_entries (device_id, key, name, asset_id) WHERE asset_id IS NULL;
    `,
  ],
};
