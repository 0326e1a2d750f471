import type { RoomMigrations } from '../database.ts';

export const davMigrations: RoomMigrations = {
  room: 'dav',
  steps: [
    `
    -- What an app sees in its drop box: the folders that it made, what it brought, and what it is not done with.
    CREATE TABLE drop_box (
      n INTEGER PRIMARY KEY,
      device_id TEXT NOT NULL,
      -- Path of the folder that it lies in; empty: at the top.
      folder TEXT NOT NULL,
      name TEXT NOT NULL,
      -- folder; photo: it is in the library; unfinished: it is none yet.
      is_a TEXT NOT NULL,
      size INTEGER NOT NULL,
      -- SHA-256; null: of a folder, and of what is empty.
      hash TEXT,
      mime TEXT NOT NULL,
      modified_at INTEGER,
      came_at INTEGER NOT NULL,
      asset_id TEXT,
      UNIQUE (device_id, folder, name)
    );
    CREATE INDEX drop_box_by_age ON drop_box (device_id, is_a, n);
    -- The photos that are shown, by their months.
    CREATE INDEX entities_by_month ON entities (library, substr(json_extract(json, '$.capturedAt'), 1, 7), key)
      WHERE key >= 'asset:' AND key < 'asset;' AND json_extract(json, '$.state') = 'live' AND json_extract(json, '$.hidden') = 0;
    `,
  ],
};
