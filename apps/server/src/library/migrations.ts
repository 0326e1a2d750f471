import type { RoomMigrations } from '../database.ts';

export const libraryMigrations: RoomMigrations = {
  room: 'library',
  steps: [
    `
    CREATE TABLE server_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE libraries (
      num INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      quota INTEGER NOT NULL,
      head INTEGER NOT NULL DEFAULT 0,
      -- Tombstones at or below it may be gone: cursors below it have expired.
      floor INTEGER NOT NULL DEFAULT 0,
      live INTEGER NOT NULL DEFAULT 0,
      trashed INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    );
    CREATE TABLE members (library_id TEXT NOT NULL, account_id TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (library_id, account_id)) WITHOUT ROWID;
    CREATE INDEX members_by_account ON members (account_id);

    CREATE TABLE generations (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, generation TEXT NOT NULL, first_seq INTEGER NOT NULL, started_at INTEGER NOT NULL, UNIQUE (library, generation));

    -- Kept in the order of the feed, so that a page is one stretch of the table.
    CREATE TABLE entities (
      library INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      key TEXT NOT NULL,
      -- Of a resource: its asset; of an alias: where it leads.
      asset_id TEXT,
      -- Of a resource that is not removed.
      role TEXT,
      hash TEXT,
      json TEXT NOT NULL,
      PRIMARY KEY (library, seq)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX entities_by_key ON entities (library, key);
    CREATE INDEX entities_by_asset ON entities (library, asset_id, key) WHERE asset_id IS NOT NULL;
    CREATE INDEX entities_by_hash ON entities (library, hash, role) WHERE hash IS NOT NULL;

    CREATE TABLE purged_originals (library INTEGER NOT NULL, hash TEXT NOT NULL, asset_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (library, hash)) WITHOUT ROWID;
    CREATE TABLE in_trash (library INTEGER NOT NULL, asset_id TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (library, asset_id)) WITHOUT ROWID;
    CREATE INDEX in_trash_by_time ON in_trash (since);
    CREATE TABLE wanted_renditions (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, asset_id TEXT NOT NULL, UNIQUE (library, asset_id));

    CREATE TABLE chains (library INTEGER NOT NULL, device_id TEXT NOT NULL, epoch TEXT NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (library, device_id, epoch)) WITHOUT ROWID;
    CREATE TABLE outcomes (library INTEGER NOT NULL, device_id TEXT NOT NULL, epoch TEXT NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (library, device_id, epoch, n)) WITHOUT ROWID;
    CREATE TABLE actions_done (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, id TEXT NOT NULL, result TEXT NOT NULL, UNIQUE (library, id));

    CREATE TABLE journal (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, asset_id TEXT NOT NULL, at INTEGER NOT NULL, device_id TEXT, what TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL);
    CREATE INDEX journal_by_asset ON journal (library, asset_id, n);
    `,
    `
    -- What was deleted for good, as it was, for as long as the owner can bring it back. since: time that the server saw pass.
    CREATE TABLE purged_assets (
      n INTEGER PRIMARY KEY,
      library INTEGER NOT NULL,
      asset_id TEXT NOT NULL,
      since INTEGER NOT NULL,
      at INTEGER NOT NULL,
      device_id TEXT,
      asset TEXT NOT NULL,
      resources TEXT NOT NULL,
      UNIQUE (library, asset_id)
    );
    CREATE INDEX purged_assets_by_time ON purged_assets (since);
    `,
    `
    CREATE INDEX journal_by_device ON journal (library, device_id, n) WHERE device_id IS NOT NULL;
    `,
    `
    -- When an asset was purged, in time that the server saw pass; those purged before this table was begin now.
    CREATE TABLE tombstones (library INTEGER NOT NULL, asset_id TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (library, asset_id)) WITHOUT ROWID;
    CREATE INDEX tombstones_by_time ON tombstones (since);
    INSERT INTO tombstones (library, asset_id, since)
      SELECT library, substr(key, 7), coalesce((SELECT CAST(value AS INTEGER) FROM server_facts WHERE name = 'seen-time'), 0)
      FROM entities WHERE key >= 'asset:' AND key < 'asset;' AND json_extract(json, '$.state') = 'purged';
    -- So do those that became a part of another one: their removed resources are left.
    INSERT OR IGNORE INTO tombstones (library, asset_id, since)
      SELECT library, substr(key, 7), coalesce((SELECT CAST(value AS INTEGER) FROM server_facts WHERE name = 'seen-time'), 0)
      FROM entities WHERE key >= 'alias:' AND key < 'alias;' AND json_extract(json, '$.role') IS NOT NULL;
    -- Purged edits are remembered like purged originals.
    INSERT OR IGNORE INTO purged_originals (library, hash, asset_id, at)
      SELECT r.library, json_extract(r.json, '$.hash'), json_extract(r.json, '$.assetId'), 0
      FROM entities r JOIN entities a ON a.library = r.library AND a.key = 'asset:' || json_extract(r.json, '$.assetId')
      WHERE r.key >= 'resource:' AND r.key < 'resource;' AND json_extract(r.json, '$.role') = 'edited' AND json_extract(a.json, '$.state') = 'purged';
    `,
    `
    -- Photos and films whose files carry an identifier of a Live Photo, as they are read; the two of one identifier are its halves.
    CREATE TABLE live_halves (library INTEGER NOT NULL, pair_id TEXT NOT NULL, asset_id TEXT NOT NULL, PRIMARY KEY (library, pair_id, asset_id)) WITHOUT ROWID;
    `,
    `
    -- Photos whose files tell with which camera and at which moment they were taken, as they are read; captured_at: as the file says it.
    CREATE TABLE shots (library INTEGER NOT NULL, key TEXT NOT NULL, asset_id TEXT NOT NULL, captured_at TEXT NOT NULL, PRIMARY KEY (library, key, asset_id)) WITHOUT ROWID;
    `,
    `
    -- Files that hold data of photos (sidecars, Apple's adjustments), and that nobody has read yet.
    CREATE TABLE unread_sidecars (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, resource_id TEXT NOT NULL, asset_id TEXT NOT NULL, UNIQUE (library, resource_id));
    `,
    `
    -- Whose bytes they are is told by the index alone, and so is what is a video: what takes the room of a library is summed of these.
    DROP INDEX entities_by_hash;
    CREATE INDEX entities_by_hash ON entities (library, hash, role, asset_id) WHERE hash IS NOT NULL;
    CREATE INDEX entities_videos ON entities (library, key) WHERE key >= 'asset:' AND key < 'asset;' AND json_extract(json, '$.kind') = 'video';
    `,
    `
    -- Photos whose names hold the moment of a frame of a burst, as they are read; at: milliseconds on the camera's clock.
    CREATE TABLE burst_frames (library INTEGER NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, asset_id TEXT NOT NULL, PRIMARY KEY (library, key, at, asset_id)) WITHOUT ROWID;
    `,
    `
    -- What was noted of the file of an asset is noted of the whole of which it becomes a part.
    CREATE INDEX live_halves_by_asset ON live_halves (library, asset_id);
    CREATE INDEX shots_by_asset ON shots (library, asset_id);
    `,
    `
    -- Photos and films that could be halves of a Live Photo, by the name that both would have, as they are read; told: what the file said, as JSON.
    CREATE TABLE named_halves (library INTEGER NOT NULL, name TEXT NOT NULL, asset_id TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (library, name, asset_id)) WITHOUT ROWID;
    CREATE INDEX named_halves_by_asset ON named_halves (library, asset_id);
    `,
    `
    -- Sidecars that were read before their dates counted are read once more, for the date alone: what a person emptied since stays empty.
    ALTER TABLE unread_sidecars ADD COLUMN only_date INTEGER NOT NULL DEFAULT 0;
    INSERT OR IGNORE INTO unread_sidecars (library, resource_id, asset_id, only_date)
      SELECT library, substr(key, length('resource:') + 1), asset_id, 1 FROM entities
      WHERE key >= 'resource:' AND key < 'resource;' AND role = 'sidecar' AND hash IS NOT NULL ORDER BY library, seq;
    -- As what becomes a part from now on.
    INSERT OR IGNORE INTO live_halves (library, pair_id, asset_id)
      SELECT h.library, h.pair_id, a.asset_id FROM live_halves h JOIN entities a ON a.library = h.library AND a.key = 'alias:' || h.asset_id
      WHERE json_extract(a.json, '$.role') IS NOT NULL;
    CREATE INDEX burst_frames_by_asset ON burst_frames (library, asset_id);
    `,
    `
    -- Films that the server itself made parts of photos, and by which identifier; pair_id null: by their names.
    CREATE TABLE joined_films (library INTEGER NOT NULL, asset_id TEXT NOT NULL, hash TEXT NOT NULL, pair_id TEXT, PRIMARY KEY (library, asset_id, hash)) WITHOUT ROWID;
    INSERT OR IGNORE INTO joined_films (library, asset_id, hash, pair_id)
      SELECT j.library, j.asset_id, json_extract(j.new, '$.hash'), lower(json_extract(n.told, '$.livePairId'))
      FROM journal j JOIN named_halves n INDEXED BY named_halves_by_asset ON n.library = j.library AND n.asset_id = json_extract(j.old, '$.joined.id')
      WHERE j.what = 'asset.join' AND j.device_id IS NULL AND json_extract(j.new, '$.role') = 'live-video' AND json_extract(j.new, '$.hash') IS NOT NULL;
    `,
  ],
};
