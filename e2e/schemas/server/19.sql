CREATE TABLE schema_steps (room TEXT NOT NULL, step INTEGER NOT NULL, taken_at INTEGER NOT NULL DEFAULT (unixepoch()), PRIMARY KEY (room, step)) WITHOUT ROWID;
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
CREATE TABLE generations (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, generation TEXT NOT NULL, first_seq INTEGER NOT NULL, started_at INTEGER NOT NULL, UNIQUE (library, generation));
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
CREATE TABLE purged_originals (library INTEGER NOT NULL, hash TEXT NOT NULL, asset_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (library, hash)) WITHOUT ROWID;
CREATE TABLE in_trash (library INTEGER NOT NULL, asset_id TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (library, asset_id)) WITHOUT ROWID;
CREATE TABLE wanted_renditions (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, asset_id TEXT NOT NULL, UNIQUE (library, asset_id));
CREATE TABLE chains (library INTEGER NOT NULL, device_id TEXT NOT NULL, epoch TEXT NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (library, device_id, epoch)) WITHOUT ROWID;
CREATE TABLE outcomes (library INTEGER NOT NULL, device_id TEXT NOT NULL, epoch TEXT NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (library, device_id, epoch, n)) WITHOUT ROWID;
CREATE TABLE actions_done (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, id TEXT NOT NULL, result TEXT NOT NULL, UNIQUE (library, id));
CREATE TABLE journal (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, asset_id TEXT NOT NULL, at INTEGER NOT NULL, device_id TEXT, what TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL);
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
CREATE TABLE tombstones (library INTEGER NOT NULL, asset_id TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (library, asset_id)) WITHOUT ROWID;
CREATE TABLE live_halves (library INTEGER NOT NULL, pair_id TEXT NOT NULL, asset_id TEXT NOT NULL, PRIMARY KEY (library, pair_id, asset_id)) WITHOUT ROWID;
CREATE TABLE shots (library INTEGER NOT NULL, key TEXT NOT NULL, asset_id TEXT NOT NULL, captured_at TEXT NOT NULL, PRIMARY KEY (library, key, asset_id)) WITHOUT ROWID;
CREATE TABLE unread_sidecars (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, resource_id TEXT NOT NULL, asset_id TEXT NOT NULL, UNIQUE (library, resource_id));
CREATE TABLE burst_frames (library INTEGER NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, asset_id TEXT NOT NULL, PRIMARY KEY (library, key, at, asset_id)) WITHOUT ROWID;
CREATE TABLE named_halves (library INTEGER NOT NULL, name TEXT NOT NULL, asset_id TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (library, name, asset_id)) WITHOUT ROWID;
CREATE TABLE "user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" integer not null, "image" text, "createdAt" date not null, "updatedAt" date not null);
CREATE TABLE "session" ("id" text not null primary key, "expiresAt" date not null, "token" text not null unique, "createdAt" date not null, "updatedAt" date not null, "ipAddress" text, "userAgent" text, "userId" text not null references "user" ("id") on delete cascade);
CREATE TABLE "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text, "createdAt" date not null, "updatedAt" date not null);
CREATE TABLE "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" date not null, "createdAt" date not null, "updatedAt" date not null);
CREATE TABLE owners (account_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      library_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      platform TEXT NOT NULL,
      version TEXT NOT NULL,
      -- SHA-256 of a device's token; a browser has a session instead.
      token_hash TEXT UNIQUE,
      session_id TEXT UNIQUE,
      created_at INTEGER NOT NULL,
      last_seen_at INTEGER,
      -- Kept as a name for history, and so that the device learns why it is refused.
      revoked_at INTEGER
    , last_address TEXT) WITHOUT ROWID;
CREATE TABLE device_codes (
      -- SHA-256 of the device's secret; a keyed hash of what the person types.
      device_hash TEXT PRIMARY KEY,
      user_hash TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      platform TEXT NOT NULL,
      version TEXT NOT NULL,
      address TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      -- waiting, approved, denied, used
      state TEXT NOT NULL,
      account_id TEXT,
      library_id TEXT,
      device_id TEXT
    ) WITHOUT ROWID;
CREATE TABLE rolls (device_id TEXT PRIMARY KEY, json TEXT NOT NULL, reported_at INTEGER NOT NULL, about TEXT, receipt TEXT, receipt_at INTEGER) WITHOUT ROWID;
CREATE TABLE roll_entries (
      device_id TEXT NOT NULL,
      key TEXT NOT NULL,
      asset_id TEXT,
      -- The class of the primary reason, or in-sync.
      class TEXT NOT NULL,
      -- All reason codes, each between spaces.
      codes TEXT NOT NULL,
      json TEXT NOT NULL, name TEXT,
      PRIMARY KEY (device_id, key)
    ) WITHOUT ROWID;
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
CREATE TABLE ledger_sums (
    library TEXT PRIMARY KEY,
    used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),
    reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0)
  ) WITHOUT ROWID;
CREATE TABLE ledger_senders (
    library TEXT NOT NULL,
    hash TEXT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (library, hash, device)
  ) WITHOUT ROWID;
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
CREATE TABLE blob_checks (
    hash TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    checked INTEGER NOT NULL,
    damaged INTEGER NOT NULL
  ) WITHOUT ROWID;
CREATE TABLE loose_blobs (hash TEXT PRIMARY KEY, since INTEGER) WITHOUT ROWID;
CREATE TABLE quarantine (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
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
CREATE TABLE rendition_attempts (
      library TEXT NOT NULL,
      asset TEXT NOT NULL,
      -- The resource the picture is of.
      resource TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('started', 'ready', 'unavailable')),
      attempts INTEGER NOT NULL,
      placeholder TEXT,
      words TEXT,
      -- The server's clock, milliseconds since 1970.
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT, moves INTEGER NOT NULL DEFAULT 0, sharpness INTEGER, screenshot INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (library, asset, resource)
    ) WITHOUT ROWID;
CREATE TABLE rendition_views (
      resource TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('started', 'ready', 'unavailable')),
      attempts INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      words TEXT,
      lacks TEXT,
      -- The server's clock, milliseconds since 1970.
      used INTEGER NOT NULL,
      PRIMARY KEY (resource, kind)
    ) WITHOUT ROWID;
CREATE TABLE errands (
      n INTEGER PRIMARY KEY, what TEXT NOT NULL, subject TEXT NOT NULL, asked_at INTEGER NOT NULL, begun_at INTEGER, answer TEXT
    );
CREATE TABLE orders (device_id TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, given_at INTEGER NOT NULL, PRIMARY KEY (device_id, id)) WITHOUT ROWID;
CREATE TABLE order_answers (device_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (device_id, id)) WITHOUT ROWID;
CREATE TABLE account_settings (account_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (account_id, name)) WITHOUT ROWID;
CREATE TABLE heard (
      device_id TEXT PRIMARY KEY,
      -- How much time the server had seen pass when the device was last heard from, as of the last heartbeat; milliseconds.
      seen INTEGER NOT NULL,
      -- When that was by the server's clock: devices.last_seen_at as it was then.
      at INTEGER NOT NULL
    ) WITHOUT ROWID;
CREATE TABLE plans (key TEXT PRIMARY KEY, name TEXT NOT NULL, bytes INTEGER CHECK (bytes >= 0)) WITHOUT ROWID;
CREATE TABLE library_plans (library_id TEXT PRIMARY KEY, plan TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE plan_requests (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      library_id TEXT NOT NULL,
      plan TEXT NOT NULL,
      note TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      state TEXT NOT NULL,
      answered_at INTEGER,
      answer TEXT NOT NULL DEFAULT ''
    );
CREATE TABLE receipt_keys (key TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER) WITHOUT ROWID;
CREATE TABLE receipts (library TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (library, id)) WITHOUT ROWID;
CREATE TABLE closings (
      account_id TEXT PRIMARY KEY,
      library_id TEXT NOT NULL,
      since INTEGER NOT NULL,
      asked_at INTEGER NOT NULL,
      -- The server's clock when the grace was over, from when on nobody gets in; null: it can be kept.
      ended_at INTEGER,
      ended_seen INTEGER,
      -- 1: nothing is left of the library.
      cleared INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
INSERT INTO "schema_steps" VALUES('accounts',1,1795916433);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916433);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916433);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916433);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916433);
INSERT INTO "schema_steps" VALUES('closing',1,1795916433);
INSERT INTO "schema_steps" VALUES('errands',1,1795916433);
INSERT INTO "schema_steps" VALUES('library',1,1795916433);
INSERT INTO "schema_steps" VALUES('library',2,1795916433);
INSERT INTO "schema_steps" VALUES('library',3,1795916433);
INSERT INTO "schema_steps" VALUES('library',4,1795916433);
INSERT INTO "schema_steps" VALUES('library',5,1795916433);
INSERT INTO "schema_steps" VALUES('library',6,1795916433);
INSERT INTO "schema_steps" VALUES('library',7,1795916433);
INSERT INTO "schema_steps" VALUES('library',8,1795916433);
INSERT INTO "schema_steps" VALUES('library',9,1795916433);
INSERT INTO "schema_steps" VALUES('library',10,1795916433);
INSERT INTO "schema_steps" VALUES('library',11,1795916433);
INSERT INTO "schema_steps" VALUES('orders',1,1795916433);
INSERT INTO "schema_steps" VALUES('orders',2,1795916433);
INSERT INTO "schema_steps" VALUES('plans',1,1795916433);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',6,1795916433);
INSERT INTO "schema_steps" VALUES('renditions',7,1795916433);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916433);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916433);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916433);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916433);
INSERT INTO "schema_steps" VALUES('settings',1,1795916433);
INSERT INTO "schema_steps" VALUES('silence',1,1795916433);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','437161528e49');
INSERT INTO "server_facts" VALUES('heartbeat','1795916485232');
INSERT INTO "server_facts" VALUES('seen-time','51373');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f6-454f-76a6-a7a8-ecb26824e4cb',5000000000,35,0,6,2,1795916449109);
INSERT INTO "libraries" VALUES(2,'01a224f6-6818-77e7-a035-4aec84995745',5000000000,2,0,1,0,1795916458008);
INSERT INTO "members" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','fubHrIkHaG7N3jZkatGd63GIAnvLBaNW','owner');
INSERT INTO "members" VALUES('01a224f6-6818-77e7-a035-4aec84995745','wjVSM6TZCgOKcJes2iLw8R1c3F9e5IFe','owner');
INSERT INTO "generations" VALUES(1,1,'65954b9c06',1,1795916449109);
INSERT INTO "generations" VALUES(2,2,'65954b9c06',1,1795916458008);
INSERT INTO "entities" VALUES(1,2,'resource:d755463346fc717be70fa8cd384f0f14','01a224f6-7ac8-7815-a4f6-6976a6c3dfba','original','efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24','{"type":"resource","id":"d755463346fc717be70fa8cd384f0f14","assetId":"01a224f6-7ac8-7815-a4f6-6976a6c3dfba","role":"original","hash":"efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:e673fe31973c8988ae647901ae118495','01a224f6-7b33-7218-beda-4103dbe57afb','original','344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f','{"type":"resource","id":"e673fe31973c8988ae647901ae118495","assetId":"01a224f6-7b33-7218-beda-4103dbe57afb","role":"original","hash":"344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:1b911ffd3ea466b944bd5a730eebe84a','01a224f6-7b68-77e0-a62e-8d57bd072934','original','81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e','{"type":"resource","id":"1b911ffd3ea466b944bd5a730eebe84a","assetId":"01a224f6-7b68-77e0-a62e-8d57bd072934","role":"original","hash":"81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e","size":698,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:378407726b5e1ed60218cf2f4817fd10','01a224f6-7bb2-745b-ba5e-81d0369904df','original','4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16','{"type":"resource","id":"378407726b5e1ed60218cf2f4817fd10","assetId":"01a224f6-7bb2-745b-ba5e-81d0369904df","role":"original","hash":"4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f6-7ac8-7815-a4f6-6976a6c3dfba',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f6-7ac8-7815-a4f6-6976a6c3dfba","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916462794,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f6-7b33-7218-beda-4103dbe57afb',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-7b33-7218-beda-4103dbe57afb","kind":"photo","state":"trashed","trashedAt":1795916463103,"addedAt":1795916462900,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:82b14a7beaf095e855d899e07cc6a356','01a224f6-7b68-77e0-a62e-8d57bd072934','edited','5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80','{"type":"resource","id":"82b14a7beaf095e855d899e07cc6a356","assetId":"01a224f6-7b68-77e0-a62e-8d57bd072934","role":"edited","hash":"5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f6-7b68-77e0-a62e-8d57bd072934',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-7b68-77e0-a62e-8d57bd072934","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916462954,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5","rendering":"82b14a7beaf095e855d899e07cc6a356"}');
INSERT INTO "entities" VALUES(1,17,'resource:3457f93e697edf2cb8846557135e9f5d','01a224f6-7bb2-745b-ba5e-81d0369904df','raw','ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42','{"type":"resource","id":"3457f93e697edf2cb8846557135e9f5d","assetId":"01a224f6-7bb2-745b-ba5e-81d0369904df","role":"raw","hash":"ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42","size":687,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:7c7a001ea1581f9e38d81b88028e9e43','01a224f6-7bc4-7281-b74c-31b9b3066d46','original',NULL,'{"type":"resource","id":"7c7a001ea1581f9e38d81b88028e9e43","assetId":"01a224f6-7bc4-7281-b74c-31b9b3066d46","role":"original","hash":"ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f6-7bb2-745b-ba5e-81d0369904df',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-7bb2-745b-ba5e-81d0369904df","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916463028,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f6-7bc4-7281-b74c-31b9b3066d46','01a224f6-7bb2-745b-ba5e-81d0369904df',NULL,NULL,'{"type":"alias","from":"01a224f6-7bc4-7281-b74c-31b9b3066d46","to":"01a224f6-7bb2-745b-ba5e-81d0369904df","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f6-7bea-722c-a33c-3ba4c5f4542a',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-7bea-722c-a33c-3ba4c5f4542a","kind":"photo","state":"purged","trashedAt":1795916463239,"addedAt":1795916463084,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:2a72501c876575d70184977dda31d906','01a224f6-7bea-722c-a33c-3ba4c5f4542a','original',NULL,'{"type":"resource","id":"2a72501c876575d70184977dda31d906","assetId":"01a224f6-7bea-722c-a33c-3ba4c5f4542a","role":"original","hash":"425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc","size":700,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916463323,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5"}');
INSERT INTO "entities" VALUES(1,26,'resource:061e9bcfc6d12b1f0bcda89bfd580aa8','01a224f6-a95d-763a-9e93-27e6ee736f20','original','c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666','{"type":"resource","id":"061e9bcfc6d12b1f0bcda89bfd580aa8","assetId":"01a224f6-a95d-763a-9e93-27e6ee736f20","role":"original","hash":"c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916463657,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224f6-a966-7a9c-ab44-efdf9a96ca53',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-a966-7a9c-ab44-efdf9a96ca53","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916474876,"addedBy":"01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:c13fac94a953f51b3c00c7e04aaa52cb','01a224f6-a966-7a9c-ab44-efdf9a96ca53','original','3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966','{"type":"resource","id":"c13fac94a953f51b3c00c7e04aaa52cb","assetId":"01a224f6-a966-7a9c-ab44-efdf9a96ca53","role":"original","hash":"3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916463641,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:95a438a3897428ab7d59d55c3d062a4f','01a224f6-a967-757a-909e-773f61ddfbe1','original','2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed','{"type":"resource","id":"95a438a3897428ab7d59d55c3d062a4f","assetId":"01a224f6-a967-757a-909e-773f61ddfbe1","role":"original","hash":"2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916463653,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'asset:01a224f6-a968-7ad4-94f1-6d8e710e3b37',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-a968-7ad4-94f1-6d8e710e3b37","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916474877,"addedBy":"01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2","rendering":null}');
INSERT INTO "entities" VALUES(1,32,'resource:b58bd2b5794d385d9da149db7a72b3b5','01a224f6-a968-7ad4-94f1-6d8e710e3b37','original','dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3','{"type":"resource","id":"b58bd2b5794d385d9da149db7a72b3b5","assetId":"01a224f6-a968-7ad4-94f1-6d8e710e3b37","role":"original","hash":"dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916463661,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:1e62cf0fec73bb1060661e8110bed80c','01a224f6-a966-7a9c-ab44-efdf9a96ca53','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"1e62cf0fec73bb1060661e8110bed80c","assetId":"01a224f6-a966-7a9c-ab44-efdf9a96ca53","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916463661,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f6-a967-757a-909e-773f61ddfbe1',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-a967-757a-909e-773f61ddfbe1","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916474877,"addedBy":"01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f6-a95d-763a-9e93-27e6ee736f20',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-a95d-763a-9e93-27e6ee736f20","kind":"photo","state":"trashed","trashedAt":1795916482483,"addedAt":1795916474732,"addedBy":"01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f6-7976-761e-9ae8-483e16567b3d',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-7976-761e-9ae8-483e16567b3d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916462468,"addedBy":"01a224f6-7811-75f8-87a5-393b53085357","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:9ef3c0e3714a37419994f713e671e813','01a224f6-7976-761e-9ae8-483e16567b3d','original','8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03','{"type":"resource","id":"9ef3c0e3714a37419994f713e671e813","assetId":"01a224f6-7976-761e-9ae8-483e16567b3d","role":"original","hash":"8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03","size":670,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc','01a224f6-7bea-722c-a33c-3ba4c5f4542a',1795916463275);
INSERT INTO "in_trash" VALUES(1,'01a224f6-7b33-7218-beda-4103dbe57afb',0);
INSERT INTO "in_trash" VALUES(1,'01a224f6-a95d-763a-9e93-27e6ee736f20',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f6-7976-761e-9ae8-483e16567b3d');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f6-7ac8-7815-a4f6-6976a6c3dfba');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f6-7b33-7218-beda-4103dbe57afb');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f6-7b68-77e0-a62e-8d57bd072934');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f6-7bb2-745b-ba5e-81d0369904df');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f6-a95d-763a-9e93-27e6ee736f20');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f6-a966-7a9c-ab44-efdf9a96ca53');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f6-a967-757a-909e-773f61ddfbe1');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f6-a968-7ad4-94f1-6d8e710e3b37');
INSERT INTO "chains" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',15,'08fee41f363337547e8951d48d367751c9d97c60b0272896e742f1052c1f432b');
INSERT INTO "chains" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',7,'6fc4890e9d1872f0db30e6f5b1281a349ead5c120734d5c7ff48bcc703875070');
INSERT INTO "chains" VALUES(2,'01a224f6-7811-75f8-87a5-393b53085357','437161528e49',1,'50259329a8a6bf730f88553454c16cfa6e99f685692a18dae6f52c497c1e5be8');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',1,'236fabf4cb73956bcac69645068cb225acd3c36f4969114c58b8fb9791c3da07','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',2,'13757bede2b1a03b673b7b09c6ad4cf2a145ebdf94008165bd9fc149ed568637','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',3,'edc2ffef80671b91f82f5b4c7dc859c2ab5b9ee2c28b9092a9a2abd6b16f147c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',4,'e0efe3b56d79c9736a039665000bae08bed0403362068b8eed7f275b83c5a59a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',5,'2f0aaa4a1c7cf43371a0754afecfafa483405dd09e25b885e55913758618c5b2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',6,'2afbb41f31ec42f053b821abd768fc5bc41c57006eb0e6d2e46d8e7ec6668a2e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',7,'e3eb4d88918610f97a73908e2c9d3615d5b9d614bd67130fd948dfd3600e4973','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',8,'1a1631f65e9df0f4038a8d0491911b2a6ca403abd19effc4ae5fc65c43660ecc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',9,'5a3341d4de8e8fc1b19d6203862240924987b7ccc025397c386cd630e69a3fd5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',10,'1a19774327caaba2a2a85e238db262cd4297961356efb96740c11e57427b22c3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',11,'75be57f1280afb7356c91dd07bec3ded98052985ee1f713894475e851bde4d66','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',12,'1afd221b21d3beb6d123aa96da2d3a03524bfd2d62bce49278cc547d326a8c0e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',13,'358e35272bc8e993ab2b6e4ca19886d1e66df365f99e7ac09d53a5eda4f48fe6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',14,'7c11c724d8277d6af22bbaeea9aae80c4c914910ed05c069d3cf793dabf2026e','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','437161528e49',15,'08fee41f363337547e8951d48d367751c9d97c60b0272896e742f1052c1f432b','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',1,'1f3440c084a60e5cbc73c5702af4dc5cf94937c8d7da1203e55de2fa68afc8b1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',2,'96e4578189ae2feeaa1fa08b9c7ff02d625e69c3f6fc541385ea9aece2cb0634','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',3,'590b465c724b8ffdd14313ba475cf7287bbcfc3dc1be7347e67a246381dda049','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',4,'889614769992d8b0ba746a6025429adc04e8a1d4a00557b1e2c7c4abb86664a5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',5,'409b092d0428bf8f151ff9db2111b20c5f8e0af9beea866884bab7b9a1dae46d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',6,'35a11a0f03607b9a3a2a3e26fa0abe9140f6845d7ced8673a1419373ef77b6da','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','437161528e49',7,'6fc4890e9d1872f0db30e6f5b1281a349ead5c120734d5c7ff48bcc703875070','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f6-7811-75f8-87a5-393b53085357','437161528e49',1,'50259329a8a6bf730f88553454c16cfa6e99f685692a18dae6f52c497c1e5be8','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f6-7976-761e-9ae8-483e16567b3d',1795916462468,'01a224f6-7811-75f8-87a5-393b53085357','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03","size":670}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f6-7ac8-7815-a4f6-6976a6c3dfba',1795916462794,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24","size":674}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f6-7b33-7218-beda-4103dbe57afb',1795916462900,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f","size":690}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f6-7b68-77e0-a62e-8d57bd072934',1795916462954,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e","size":698}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f6-7bb2-745b-ba5e-81d0369904df',1795916463028,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16","size":682}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f6-7bc4-7281-b74c-31b9b3066d46',1795916463045,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42","size":687}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f6-7bea-722c-a33c-3ba4c5f4542a',1795916463084,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc","size":700}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f6-7ac8-7815-a4f6-6976a6c3dfba',1795916463089,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f6-7b33-7218-beda-4103dbe57afb',1795916463103,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916463103}');
INSERT INTO "journal" VALUES(10,1,'01a224f6-7b68-77e0-a62e-8d57bd072934',1795916463186,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"82b14a7beaf095e855d899e07cc6a356","state":"live","version":"82b14a7beaf095e855d899e07cc6a356"}');
INSERT INTO "journal" VALUES(11,1,'01a224f6-7bb2-745b-ba5e-81d0369904df',1795916463198,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.join','{"kept":{},"joined":{"id":"01a224f6-7bc4-7281-b74c-31b9b3066d46","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42"}]}}','{"role":"raw","hash":"ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f6-7bea-722c-a33c-3ba4c5f4542a',1795916463239,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916463239}');
INSERT INTO "journal" VALUES(13,1,'01a224f6-7bea-722c-a33c-3ba4c5f4542a',1795916463275,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc","size":700}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916463323,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f6-a95d-763a-9e93-27e6ee736f20',1795916474732,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666","size":680}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f6-a966-7a9c-ab44-efdf9a96ca53',1795916474876,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966","size":685}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f6-a967-757a-909e-773f61ddfbe1',1795916474877,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed","size":681}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f6-a968-7ad4-94f1-6d8e710e3b37',1795916474877,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3","size":692}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f6-a966-7a9c-ab44-efdf9a96ca53',1795916474985,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f6-a967-757a-909e-773f61ddfbe1',1795916477402,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f6-a95d-763a-9e93-27e6ee736f20',1795916482483,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916482483}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f6-7bea-722c-a33c-3ba4c5f4542a',0,1795916463275,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f6-7bea-722c-a33c-3ba4c5f4542a","kind":"photo","state":"trashed","trashedAt":1795916463239,"addedAt":1795916463084,"addedBy":"01a224f6-7182-7eb4-b07f-9d6b4f1effa5","rendering":null}','[{"type":"resource","id":"2a72501c876575d70184977dda31d906","assetId":"01a224f6-7bea-722c-a33c-3ba4c5f4542a","role":"original","hash":"425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc","size":700,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f6-7bc4-7281-b74c-31b9b3066d46',0);
INSERT INTO "tombstones" VALUES(1,'01a224f6-7bea-722c-a33c-3ba4c5f4542a',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'1e62cf0fec73bb1060661e8110bed80c','01a224f6-a966-7a9c-ab44-efdf9a96ca53');
INSERT INTO "user" VALUES('fubHrIkHaG7N3jZkatGd63GIAnvLBaNW','ann','ann@example.org',0,NULL,'2026-11-29T01:40:48.954Z','2026-11-29T01:40:48.954Z');
INSERT INTO "user" VALUES('wjVSM6TZCgOKcJes2iLw8R1c3F9e5IFe','ben','ben@example.org',0,NULL,'2026-11-29T01:40:58.006Z','2026-11-29T01:40:58.006Z');
INSERT INTO "account" VALUES('8xhBtzXJ2MoxnEsl4vfBXcpVcHIUjgi9','fubHrIkHaG7N3jZkatGd63GIAnvLBaNW','credential','fubHrIkHaG7N3jZkatGd63GIAnvLBaNW',NULL,NULL,NULL,NULL,NULL,NULL,'2de2f82323366c2c051a0676a606eee9:979f00ddf49c0909e78382298cfbdd68fd9e58b74173aa07901f59f00924e7126133809786842f89271c0953804711755fac21cf9bb90eeae8836f58d8301235','2026-11-29T01:40:48.968Z','2026-11-29T01:40:48.968Z');
INSERT INTO "account" VALUES('Z7VmtxnZKNNMSPv7Ek6WbelaptopllOl86q0','wjVSM6TZCgOKcJes2iLw8R1c3F9e5IFe','credential','wjVSM6TZCgOKcJes2iLw8R1c3F9e5IFe',NULL,NULL,NULL,NULL,NULL,NULL,'76a1a5d5bd174ee5654772ca58850762:735ec95951630bfb7b4a96ac3501b8c823154e2554036c65dbdd3991ab2e8a874531ceb7a758a5d6bb6a1c9fc87e54e9a0a5c67e2b6af28c58b1bb81db178373','2026-11-29T01:40:58.007Z','2026-11-29T01:40:58.007Z');
INSERT INTO "owners" VALUES('fubHrIkHaG7N3jZkatGd63GIAnvLBaNW');
INSERT INTO "devices" VALUES('01a224f6-7182-7eb4-b07f-9d6b4f1effa5','fubHrIkHaG7N3jZkatGd63GIAnvLBaNW','01a224f6-454f-76a6-a7a8-ecb26824e4cb','Tablet','folder','v1','0.1.0','00b7236f4a896f26d0381c74c6bc71b3295be5499efded31d440a3b76bdd90c9',NULL,1795916460418,1795916460418,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f6-7811-75f8-87a5-393b53085357','wjVSM6TZCgOKcJes2iLw8R1c3F9e5IFe','01a224f6-6818-77e7-a035-4aec84995745','Ben’s phone','folder','v1','0.1.0','3a712841188855f417f1589033787a7e9046facbb479550a97328bb38591cfc5',NULL,1795916462098,1795916462098,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','fubHrIkHaG7N3jZkatGd63GIAnvLBaNW','01a224f6-454f-76a6-a7a8-ecb26824e4cb','Laptop','folder','linux 6.1.0','0.1.0','75994778be598dab6278b8b7fc02fb7361d4ab33a70a627c333faab1d34b2e81',NULL,1795916472658,1795916472658,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916482564,'{"version":"0.1.0","protocol":2,"at":1795916482559,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916474144},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916474144},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":78307315712,"source":"the file system","since":1795916474680}}}',NULL,1795916474696);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','1','01a224f6-a966-7a9c-ab44-efdf9a96ca53','in-sync','  ','{"key":"1","path":"first.jpg","size":685,"assetId":"01a224f6-a966-7a9c-ab44-efdf9a96ca53","hash":"3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','10','01a224f6-7bb2-745b-ba5e-81d0369904df','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":687,"assetId":"01a224f6-7bb2-745b-ba5e-81d0369904df","hash":"ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','11','01a224f6-a967-757a-909e-773f61ddfbe1','in-sync','  ','{"key":"11","path":"renamed.jpg","size":681,"assetId":"01a224f6-a967-757a-909e-773f61ddfbe1","hash":"2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','3','01a224f6-a968-7ad4-94f1-6d8e710e3b37','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":692,"assetId":"01a224f6-a968-7ad4-94f1-6d8e710e3b37","hash":"dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916472916,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','7','01a224f6-7ac8-7815-a4f6-6976a6c3dfba','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":674,"assetId":"01a224f6-7ac8-7815-a4f6-6976a6c3dfba","hash":"efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','8','01a224f6-7b68-77e0-a62e-8d57bd072934','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":675,"assetId":"01a224f6-7b68-77e0-a62e-8d57bd072934","hash":"5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','9','01a224f6-7bb2-745b-ba5e-81d0369904df','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":682,"assetId":"01a224f6-7bb2-745b-ba5e-81d0369904df","hash":"4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed',681,'committed',1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2',1795916474716);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f',690,'committed',1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5',1795916462897);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966',685,'committed',1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2',1795916474716);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16',682,'committed',1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5',1795916463025);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80',675,'committed',1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5',1795916463179);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e',698,'committed',1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5',1795916462950);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2',1795916474978);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666',680,'committed',1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2',1795916474707);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3',692,'committed',1,'01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2',1795916474716);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42',687,'committed',1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5',1795916463043);
INSERT INTO "ledger" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24',674,'committed',1,'01a224f6-7182-7eb4-b07f-9d6b4f1effa5',1795916462790);
INSERT INTO "ledger" VALUES('01a224f6-6818-77e7-a035-4aec84995745','8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03',670,'committed',1,'01a224f6-7811-75f8-87a5-393b53085357',1795916462451);
INSERT INTO "ledger_sums" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb',6882,0);
INSERT INTO "ledger_sums" VALUES('01a224f6-6818-77e7-a035-4aec84995745',670,0);
INSERT INTO "uploads" VALUES('08d8fa8ab4a9bad6d9a41011d7aadf0f','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916474939,1795916474978,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('0f152aa42cf9867cc7698cdf68615830','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666',680,'image/jpeg',1795916474524,1795916474707,'c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666');
INSERT INTO "uploads" VALUES('146f4a91d7df34235b552e9384236e16','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80',675,'image/jpeg',1795916463149,1795916463179,'5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80');
INSERT INTO "uploads" VALUES('64d8d5ada7d3e0f9ab449d9d1dd7b322','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f',690,'image/jpeg',1795916462888,1795916462897,'344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f');
INSERT INTO "uploads" VALUES('936c928e0689187c5e6d3731c0f9debe','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed',681,'image/jpeg',1795916474524,1795916474716,'2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed');
INSERT INTO "uploads" VALUES('a3edd4c2fb929aee844746431ec166e8','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e',698,'image/jpeg',1795916462909,1795916462950,'81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e');
INSERT INTO "uploads" VALUES('c698719e8c63cf73797f3f31705ba506','01a224f6-6818-77e7-a035-4aec84995745','01a224f6-7811-75f8-87a5-393b53085357','8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03',670,'image/jpeg',1795916462304,1795916462451,'8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03');
INSERT INTO "uploads" VALUES('cff948a7bc28d13c174e363621ea8e6e','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc',700,'image/jpeg',1795916463075,1795916463081,'425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc');
INSERT INTO "uploads" VALUES('e5324f165da715b21d97bc2f3bce2d06','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24',674,'image/jpeg',1795916462761,1795916462790,'efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24');
INSERT INTO "uploads" VALUES('e53c51ef02fe55d5ea3652c4198b8134','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3',692,'image/jpeg',1795916474524,1795916474716,'dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3');
INSERT INTO "uploads" VALUES('e9d3cbd552fc2f45d31369d8de03e1f4','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2','3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966',685,'image/jpeg',1795916474524,1795916474716,'3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966');
INSERT INTO "uploads" VALUES('fafb3ec60d293785d449fcb5efcb9c74','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42',687,'image/jpeg',1795916463036,1795916463043,'ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42');
INSERT INTO "uploads" VALUES('fe6e3459d6baad2edabef0eb60570c28','01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7182-7eb4-b07f-9d6b4f1effa5','4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16',682,'image/jpeg',1795916463020,1795916463025,'4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16');
INSERT INTO "blob_checks" VALUES('2a5f328cc6e72c0424ff452efd2f4f4db60aaa445ad03c76798f9c4e5f6294ed',681,'1795916474649278830',1795916474716,0);
INSERT INTO "blob_checks" VALUES('344ccd96cec883c066c6cbea60315ceeb6ce676a5fab5e3f7c9b8d2f3e5e314f',690,'1795916462893080025',1795916462897,0);
INSERT INTO "blob_checks" VALUES('3d137ebe53904dab90f0bfd35a8ad81da1392200582475d3dce9597604efb966',685,'1795916474654084922',1795916474716,0);
INSERT INTO "blob_checks" VALUES('425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc',700,'1795916463077278489',1795916463081,0);
INSERT INTO "blob_checks" VALUES('4d0c83b576aa40bcc2b7ce086019b7a517944b596b03446deb512448af536a16',682,'1795916463023663709',1795916463025,0);
INSERT INTO "blob_checks" VALUES('5bf496054c272e261fcdf268fe174bc7dddd0be461e815ec904c5dec582a5b80',675,'1795916463169278491',1795916463179,0);
INSERT INTO "blob_checks" VALUES('81e5acd1fcd230cb9956f8cfa302265ff4704f49dce458fedb9693d755a8108e',698,'1795916462941278485',1795916462950,0);
INSERT INTO "blob_checks" VALUES('8430f70c3340128e09c810ecf811489959ef5d9b4935f008b857d8d0b2b85a03',670,'1795916462413278469',1795916462451,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916474945278839',1795916474978,0);
INSERT INTO "blob_checks" VALUES('c264bb2edbbf994e9f8a88d8a5453a413492700a708c9b64b6d7e5f38185f666',680,'1795916474649278830',1795916474707,0);
INSERT INTO "blob_checks" VALUES('dcfa18aeb954bdcfd83a8dd37d10e0587cd1fc3f865d4e5ca9c2c81271d06ef3',692,'1795916474654084922',1795916474716,0);
INSERT INTO "blob_checks" VALUES('ed39da5ca54221675cd556f5385f15a5090eee6f8b2a854025f8bda89213cc42',687,'1795916463041074921',1795916463043,0);
INSERT INTO "blob_checks" VALUES('efed1c702b7b76f3c0cdeca9f5fdb8b3679092480752444fd35a2e2bb5bd9b24',674,'1795916462787324720',1795916462790,0);
INSERT INTO "loose_blobs" VALUES('425614fd1feb3ca66287e9d050a11bbef79c82f2615b76f4fa2f35f7531413dc',51373);
INSERT INTO "scrub" VALUES(1,1795916434184,1795916434184,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','01a224f6-7ac8-7815-a4f6-6976a6c3dfba','d755463346fc717be70fa8cd384f0f14','started',0,NULL,NULL,1795916462797,NULL,NULL,0,NULL,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f6-6818-77e7-a035-4aec84995745','01a224f6-7976-761e-9ae8-483e16567b3d','9ef3c0e3714a37419994f713e671e813','started',0,NULL,NULL,1795916462573,NULL,NULL,0,NULL,0,0);
INSERT INTO "heard" VALUES('01a224f6-7182-7eb4-b07f-9d6b4f1effa5',51373,1795916460418);
INSERT INTO "heard" VALUES('01a224f6-7811-75f8-87a5-393b53085357',51373,1795916462098);
INSERT INTO "heard" VALUES('01a224f6-a152-7cb7-af3f-ce4ddfc7e6f2',51373,1795916472658);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f6-454f-76a6-a7a8-ecb26824e4cb','5gb');
INSERT INTO "library_plans" VALUES('01a224f6-6818-77e7-a035-4aec84995745','5gb');
INSERT INTO "receipt_keys" VALUES('JzHHdG5kn2UB24eMjrBnmrcLd8m1pwj1bzghkOW7W1Y',1795916472831,NULL);
CREATE INDEX members_by_account ON members (account_id);
CREATE UNIQUE INDEX entities_by_key ON entities (library, key);
CREATE INDEX entities_by_asset ON entities (library, asset_id, key) WHERE asset_id IS NOT NULL;
CREATE INDEX in_trash_by_time ON in_trash (since);
CREATE INDEX journal_by_asset ON journal (library, asset_id, n);
CREATE INDEX purged_assets_by_time ON purged_assets (since);
CREATE INDEX journal_by_device ON journal (library, device_id, n) WHERE device_id IS NOT NULL;
CREATE INDEX tombstones_by_time ON tombstones (since);
CREATE INDEX entities_by_hash ON entities (library, hash, role, asset_id) WHERE hash IS NOT NULL;
CREATE INDEX entities_videos ON entities (library, key) WHERE key >= 'asset:' AND key < 'asset;' AND json_extract(json, '$.kind') = 'video';
CREATE INDEX live_halves_by_asset ON live_halves (library, asset_id);
CREATE INDEX shots_by_asset ON shots (library, asset_id);
CREATE INDEX named_halves_by_asset ON named_halves (library, asset_id);
CREATE INDEX "session_userId_idx" on "session" ("userId");
CREATE INDEX "account_userId_idx" on "account" ("userId");
CREATE INDEX "verification_identifier_idx" on "verification" ("identifier");
CREATE INDEX devices_by_account ON devices (account_id);
CREATE INDEX device_codes_by_address ON device_codes (address, state);
CREATE INDEX roll_entries_by_class ON roll_entries (device_id, class, key);
CREATE INDEX roll_entries_by_asset ON roll_entries (asset_id) WHERE asset_id IS NOT NULL;
CREATE INDEX roll_entries_by_name ON roll_entries (device_id, key, name, asset_id) WHERE asset_id IS NULL;
CREATE INDEX ledger_pending ON ledger (touched) WHERE state <> 'committed';
CREATE INDEX uploads_open ON uploads (library, hash, device) WHERE result IS NULL;
CREATE INDEX uploads_touched ON uploads (touched);
CREATE INDEX blob_checks_bad ON blob_checks (hash) WHERE damaged <> 0;
CREATE INDEX ledger_by_hash ON ledger (hash);
CREATE INDEX uploads_open_by_hash ON uploads (hash) WHERE result IS NULL AND hash IS NOT NULL;
CREATE INDEX loose_blobs_by_time ON loose_blobs (since);
CREATE INDEX quarantine_by_time ON quarantine (since);
CREATE INDEX rendition_lacks ON rendition_attempts (lacks) WHERE lacks IS NOT NULL;
CREATE INDEX rendition_unmeasured ON rendition_attempts (at) WHERE state = 'ready' AND sharpness IS NULL;
CREATE INDEX rendition_told ON rendition_attempts (told) WHERE state <> 'started';
CREATE INDEX rendition_views_by_use ON rendition_views (used) WHERE state = 'ready';
CREATE INDEX library_plans_by_plan ON library_plans (plan);
CREATE INDEX plan_requests_by_library ON plan_requests (library_id, n);
CREATE UNIQUE INDEX plan_requests_open ON plan_requests (library_id) WHERE state = 'open';
CREATE INDEX closings_by_library ON closings (library_id);
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
CREATE TRIGGER library_begins_with_plan AFTER INSERT ON libraries BEGIN
      INSERT OR IGNORE INTO library_plans (library_id, plan)
        SELECT new.id, key FROM plans WHERE coalesce(bytes, 9007199254740991) = new.quota ORDER BY key LIMIT 1;
    END;
CREATE TRIGGER library_leaves_plan AFTER UPDATE OF quota ON libraries BEGIN
      DELETE FROM library_plans WHERE library_id = new.id
        AND plan NOT IN (SELECT key FROM plans WHERE coalesce(bytes, 9007199254740991) = new.quota);
    END;
