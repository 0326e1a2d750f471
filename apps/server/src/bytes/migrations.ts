import type { RoomMigrations } from '../database.ts';

/**
 * The tables of this room, oldest step first; a step that was released is never rewritten.
 * Every table that counts for a library is keyed by library first.
 */
export const bytesMigrations: RoomMigrations = {
  room: 'bytes',
  steps: [
    `
  -- What each library holds or has set aside. Blobs may be shared on disk; they count per library.
  -- hash is 'upload:ID' while an upload's hash is not known.
  CREATE TABLE ledger (
    library TEXT NOT NULL,
    hash TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    state TEXT NOT NULL CHECK (state IN ('reserved', 'stored', 'committed')),
    refs INTEGER NOT NULL DEFAULT 0 CHECK (refs >= 0),
    reserved_by TEXT NOT NULL,
    touched INTEGER NOT NULL,
    PRIMARY KEY (library, hash)
  ) WITHOUT ROWID;
  CREATE INDEX ledger_pending ON ledger (touched) WHERE state <> 'committed';

  -- The sums of the ledger, kept by triggers so that the quota is one look-up.
  CREATE TABLE ledger_sums (
    library TEXT PRIMARY KEY,
    used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),
    reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0)
  ) WITHOUT ROWID;
  CREATE TRIGGER ledger_added AFTER INSERT ON ledger BEGIN
    INSERT OR IGNORE INTO ledger_sums (library) VALUES (new.library);
    UPDATE ledger_sums SET
      used = used + iif(new.state = 'committed', new.size, 0),
      reserved = reserved + iif(new.state = 'committed', 0, new.size)
    WHERE library = new.library;
  END;
  CREATE TRIGGER ledger_changed AFTER UPDATE OF size, state ON ledger BEGIN
    UPDATE ledger_sums SET
      used = used + iif(new.state = 'committed', new.size, 0) - iif(old.state = 'committed', old.size, 0),
      reserved = reserved + iif(new.state = 'committed', 0, new.size) - iif(old.state = 'committed', 0, old.size)
    WHERE library = new.library;
  END;
  CREATE TRIGGER ledger_removed AFTER DELETE ON ledger BEGIN
    UPDATE ledger_sums SET
      used = used - iif(old.state = 'committed', old.size, 0),
      reserved = reserved - iif(old.state = 'committed', 0, old.size)
    WHERE library = old.library;
  END;

  -- Which devices sent all bytes of a blob that is stored, but not committed yet.
  CREATE TABLE ledger_senders (
    library TEXT NOT NULL,
    hash TEXT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (library, hash, device)
  ) WITHOUT ROWID;

  -- Tickets. hash: what was announced, null when not known; result: what the bytes hashed to, null while it is open.
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    library TEXT NOT NULL,
    device TEXT NOT NULL,
    hash TEXT,
    size INTEGER NOT NULL,
    mime TEXT NOT NULL,
    created INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    result TEXT
  ) WITHOUT ROWID;
  CREATE INDEX uploads_open ON uploads (library, hash, device) WHERE result IS NULL;
  CREATE INDEX uploads_touched ON uploads (touched);

  -- When stored bytes were last found to hash to their name, and what the file looked like then.
  CREATE TABLE blob_checks (
    hash TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    checked INTEGER NOT NULL,
    damaged INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
    `
  -- damaged: 0 sound, 1 damaged, 2 missing (size -1 then).
  CREATE INDEX blob_checks_bad ON blob_checks (hash) WHERE damaged <> 0;
  CREATE INDEX ledger_by_hash ON ledger (hash);
  CREATE INDEX uploads_open_by_hash ON uploads (hash) WHERE result IS NULL AND hash IS NOT NULL;

  -- Bytes to which no library refers, and since when, in time that the server saw pass; null until the next heartbeat says.
  CREATE TABLE loose_blobs (hash TEXT PRIMARY KEY, since INTEGER) WITHOUT ROWID;
  CREATE INDEX loose_blobs_by_time ON loose_blobs (since);
  -- Bytes that were taken out of use, and will be deleted.
  CREATE TABLE quarantine (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX quarantine_by_time ON quarantine (since);

  -- Whichever way the last reference goes, the bytes are loose from then on; whichever way a new one comes, they are not.
  CREATE TRIGGER ledger_let_go AFTER DELETE ON ledger
  WHEN old.hash NOT LIKE 'upload:%' AND NOT EXISTS (SELECT 1 FROM ledger WHERE hash = old.hash) BEGIN
    INSERT OR REPLACE INTO loose_blobs (hash, since) VALUES (old.hash, NULL);
  END;
  CREATE TRIGGER ledger_took_hold AFTER INSERT ON ledger BEGIN
    DELETE FROM loose_blobs WHERE hash = new.hash;
  END;
  CREATE TRIGGER ledger_named AFTER UPDATE OF hash ON ledger WHEN new.hash <> old.hash BEGIN
    DELETE FROM loose_blobs WHERE hash = new.hash;
  END;

  -- The pass of the scrub that is under way, or the last one; ended: null while it is under way.
  CREATE TABLE scrub (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    begun INTEGER NOT NULL,
    ended INTEGER,
    -- Everything up to here, in the order of hashes, is done.
    after TEXT NOT NULL DEFAULT '',
    blobs INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    bad INTEGER NOT NULL DEFAULT 0
  );
  `,
    `
  -- When the pass before this one ended; null: not known.
  ALTER TABLE scrub ADD COLUMN ended_before INTEGER;
  `,
  ],
};
