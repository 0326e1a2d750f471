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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT, moves INTEGER NOT NULL DEFAULT 0, sharpness INTEGER, screenshot INTEGER NOT NULL DEFAULT 0, width INTEGER, height INTEGER,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795916250);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916250);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916250);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916250);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916250);
INSERT INTO "schema_steps" VALUES('closing',1,1795916250);
INSERT INTO "schema_steps" VALUES('errands',1,1795916250);
INSERT INTO "schema_steps" VALUES('library',1,1795916250);
INSERT INTO "schema_steps" VALUES('library',2,1795916250);
INSERT INTO "schema_steps" VALUES('library',3,1795916250);
INSERT INTO "schema_steps" VALUES('library',4,1795916250);
INSERT INTO "schema_steps" VALUES('library',5,1795916250);
INSERT INTO "schema_steps" VALUES('library',6,1795916250);
INSERT INTO "schema_steps" VALUES('library',7,1795916250);
INSERT INTO "schema_steps" VALUES('library',8,1795916250);
INSERT INTO "schema_steps" VALUES('library',9,1795916250);
INSERT INTO "schema_steps" VALUES('library',10,1795916250);
INSERT INTO "schema_steps" VALUES('orders',1,1795916250);
INSERT INTO "schema_steps" VALUES('orders',2,1795916250);
INSERT INTO "schema_steps" VALUES('plans',1,1795916250);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916250);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916250);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916250);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916250);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916250);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916250);
INSERT INTO "schema_steps" VALUES('renditions',6,1795916250);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916250);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916250);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916250);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916250);
INSERT INTO "schema_steps" VALUES('settings',1,1795916250);
INSERT INTO "schema_steps" VALUES('silence',1,1795916250);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','f87d84c4d61d');
INSERT INTO "server_facts" VALUES('heartbeat','1795916306713');
INSERT INTO "server_facts" VALUES('seen-time','55741');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f3-7f91-730d-93bd-49e9311eaf9d',5000000000,35,0,6,2,1795916267436);
INSERT INTO "libraries" VALUES(2,'01a224f3-a524-7917-8a7e-a475a962fe1e',5000000000,2,0,1,0,1795916277036);
INSERT INTO "members" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI','owner');
INSERT INTO "members" VALUES('01a224f3-a524-7917-8a7e-a475a962fe1e','dSt12qzkzA84zPSSBPHJE3f2HQ5smMsM','owner');
INSERT INTO "generations" VALUES(1,1,'eaacdb6a3d',1,1795916267436);
INSERT INTO "generations" VALUES(2,2,'eaacdb6a3d',1,1795916277036);
INSERT INTO "entities" VALUES(1,2,'resource:19e46c832dc60c0684bcb783acd17504','01a224f3-b418-797c-8f90-532c98c16436','original','17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed','{"type":"resource","id":"19e46c832dc60c0684bcb783acd17504","assetId":"01a224f3-b418-797c-8f90-532c98c16436","role":"original","hash":"17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed","size":697,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:4b16037168678196d046bb4665227f2b','01a224f3-b51d-738a-adbf-b51b326160ed','original','c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140','{"type":"resource","id":"4b16037168678196d046bb4665227f2b","assetId":"01a224f3-b51d-738a-adbf-b51b326160ed","role":"original","hash":"c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:eeeb99d0d42719a1659d0ae3b3973e7b','01a224f3-b5c7-7b5b-a3bf-66e3f85237e8','original','4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2','{"type":"resource","id":"eeeb99d0d42719a1659d0ae3b3973e7b","assetId":"01a224f3-b5c7-7b5b-a3bf-66e3f85237e8","role":"original","hash":"4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:cea2c95591dfb8961a3f8a75080af944','01a224f3-b630-7e01-a24c-58dbeecbf802','original','724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb','{"type":"resource","id":"cea2c95591dfb8961a3f8a75080af944","assetId":"01a224f3-b630-7e01-a24c-58dbeecbf802","role":"original","hash":"724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f3-b418-797c-8f90-532c98c16436',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f3-b418-797c-8f90-532c98c16436","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916280896,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f3-b51d-738a-adbf-b51b326160ed',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-b51d-738a-adbf-b51b326160ed","kind":"photo","state":"trashed","trashedAt":1795916281777,"addedAt":1795916281132,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:799944aca6a1415bdd85298f492aba33','01a224f3-b5c7-7b5b-a3bf-66e3f85237e8','edited','1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b','{"type":"resource","id":"799944aca6a1415bdd85298f492aba33","assetId":"01a224f3-b5c7-7b5b-a3bf-66e3f85237e8","role":"edited","hash":"1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f3-b5c7-7b5b-a3bf-66e3f85237e8',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-b5c7-7b5b-a3bf-66e3f85237e8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916281309,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e","rendering":"799944aca6a1415bdd85298f492aba33"}');
INSERT INTO "entities" VALUES(1,17,'resource:3e3a69821df9f33859d8188301ad9f72','01a224f3-b630-7e01-a24c-58dbeecbf802','raw','e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0','{"type":"resource","id":"3e3a69821df9f33859d8188301ad9f72","assetId":"01a224f3-b630-7e01-a24c-58dbeecbf802","role":"raw","hash":"e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0","size":684,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:c8ca92d32884e710404761be708580d2','01a224f3-b64c-7019-9d21-a0ef1867b09f','original',NULL,'{"type":"resource","id":"c8ca92d32884e710404761be708580d2","assetId":"01a224f3-b64c-7019-9d21-a0ef1867b09f","role":"original","hash":"e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f3-b630-7e01-a24c-58dbeecbf802',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-b630-7e01-a24c-58dbeecbf802","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916281394,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f3-b64c-7019-9d21-a0ef1867b09f','01a224f3-b630-7e01-a24c-58dbeecbf802',NULL,NULL,'{"type":"alias","from":"01a224f3-b64c-7019-9d21-a0ef1867b09f","to":"01a224f3-b630-7e01-a24c-58dbeecbf802","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-b670-7ae1-8ed0-4e5a8b9d4786","kind":"photo","state":"purged","trashedAt":1795916282305,"addedAt":1795916281494,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:ef6223920160d0709ddd04af7a492eaa','01a224f3-b670-7ae1-8ed0-4e5a8b9d4786','original',NULL,'{"type":"resource","id":"ef6223920160d0709ddd04af7a492eaa","assetId":"01a224f3-b670-7ae1-8ed0-4e5a8b9d4786","role":"original","hash":"02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916282510,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224f3-ea31-7c81-b161-f5c1ae7311e9',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-ea31-7c81-b161-f5c1ae7311e9","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916294721,"addedBy":"01a224f3-d718-77b3-9284-dc489a8c8ba5","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:444cf0a7d9860f94e0819fecc0eea9f5','01a224f3-ea31-7c81-b161-f5c1ae7311e9','original','44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877','{"type":"resource","id":"444cf0a7d9860f94e0819fecc0eea9f5","assetId":"01a224f3-ea31-7c81-b161-f5c1ae7311e9","role":"original","hash":"44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916282869,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224f3-ea39-7040-9a76-dcd26d358228',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-ea39-7040-9a76-dcd26d358228","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916294800,"addedBy":"01a224f3-d718-77b3-9284-dc489a8c8ba5","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:28b6125482c0d9dd1b0e7b6e295de876','01a224f3-ea39-7040-9a76-dcd26d358228','original','9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b','{"type":"resource","id":"28b6125482c0d9dd1b0e7b6e295de876","assetId":"01a224f3-ea39-7040-9a76-dcd26d358228","role":"original","hash":"9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916282741,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:35f9f79f1d1804e729435af9d9d32175','01a224f3-ea3a-788a-a310-7d6fdf4c0c79','original','802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4','{"type":"resource","id":"35f9f79f1d1804e729435af9d9d32175","assetId":"01a224f3-ea3a-788a-a310-7d6fdf4c0c79","role":"original","hash":"802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4","size":673,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916282829,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:e2397bcc55c5488acbc699e171df8f78','01a224f3-ea3b-71c2-846e-96fb6cbd6e58','original','0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32','{"type":"resource","id":"e2397bcc55c5488acbc699e171df8f78","assetId":"01a224f3-ea3b-71c2-846e-96fb6cbd6e58","role":"original","hash":"0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916282777,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:ffb738b49fb67f89539705cb7aec5370','01a224f3-ea39-7040-9a76-dcd26d358228','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"ffb738b49fb67f89539705cb7aec5370","assetId":"01a224f3-ea39-7040-9a76-dcd26d358228","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916282869,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f3-ea3b-71c2-846e-96fb6cbd6e58',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-ea3b-71c2-846e-96fb6cbd6e58","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916294801,"addedBy":"01a224f3-d718-77b3-9284-dc489a8c8ba5","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f3-ea3a-788a-a310-7d6fdf4c0c79',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-ea3a-788a-a310-7d6fdf4c0c79","kind":"photo","state":"trashed","trashedAt":1795916303959,"addedAt":1795916294801,"addedBy":"01a224f3-d718-77b3-9284-dc489a8c8ba5","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f3-b358-7e64-a06f-0e20636b0897',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-b358-7e64-a06f-0e20636b0897","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916280703,"addedBy":"01a224f3-b1b4-7627-858b-8665b8992172","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:813121261aca00415beea4548741699c','01a224f3-b358-7e64-a06f-0e20636b0897','original','930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8','{"type":"resource","id":"813121261aca00415beea4548741699c","assetId":"01a224f3-b358-7e64-a06f-0e20636b0897","role":"original","hash":"930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3','01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',1795916282376);
INSERT INTO "in_trash" VALUES(1,'01a224f3-b51d-738a-adbf-b51b326160ed',0);
INSERT INTO "in_trash" VALUES(1,'01a224f3-ea3a-788a-a310-7d6fdf4c0c79',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f3-b358-7e64-a06f-0e20636b0897');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f3-b418-797c-8f90-532c98c16436');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f3-b51d-738a-adbf-b51b326160ed');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f3-b5c7-7b5b-a3bf-66e3f85237e8');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f3-b630-7e01-a24c-58dbeecbf802');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f3-ea31-7c81-b161-f5c1ae7311e9');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f3-ea39-7040-9a76-dcd26d358228');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f3-ea3a-788a-a310-7d6fdf4c0c79');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f3-ea3b-71c2-846e-96fb6cbd6e58');
INSERT INTO "chains" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',15,'e0c60b784894815c4cefced6615a26a8184e7d0f404ca62fcc95a7c7f2c637e6');
INSERT INTO "chains" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',7,'f03eb509d3294840c92fe515cf72fe9dfe8702b7b0c62f55fe39d9a7a4c29a25');
INSERT INTO "chains" VALUES(2,'01a224f3-b1b4-7627-858b-8665b8992172','f87d84c4d61d',1,'d21fab7488030fe5b2655c30fcf319b733f0471c8fd20cf1cf6fd030110a153d');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',1,'1b8782d063d9307ea1bcc15e921cff944576b9b8c65e86e328bb8249c1a5c094','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',2,'30eada790737c5fdf1e1d77051ef97a9c6c1a913823655f642c606609540b0ed','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',3,'4f7e2a858bd9695366214c4c16a2dd31fd3dc41eb7771ba335368a206c9ad27a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',4,'3ef7967069aec58574ff24853434eee530e0e6f98c77c3dc7bc84c0e9df94622','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',5,'a51342334eb5ec144753ff6fda124d1ca43dfc22f2f72d8a41776c594fed3564','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',6,'0ade23f4c313bed9adf5b64b0575c1a3afa9d7ac407625c1056216ef31d6d9ee','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',7,'2c28d7d633173b83289204382e1157b29268d42f46dda9b0d23475dc47cf6553','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',8,'cc5713033f9bfd4afd3ba12516043b34a28f416f8ae983d2bca8cbdf769c224a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',9,'9c8114bb3e2851232f9515346d96bcddb029fd6a9b06cab0ecc534404c42b14e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',10,'45e04eb4032fd1251bb035478058bef4a32e055bdd379fb3e5d32c97170881cc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',11,'4bef1a4189b0f1b2471d93a2c14b6b80899b3bda922cc1c41d2c6b6e0b78178e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',12,'edb74f9ed48c046f8bfb4e7ef39f58c3665afe95d065fc04fea76dbe9dac64ab','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',13,'b69dcd238cf6ad1a795e05b402f14efcbeb0d6d6f121d151c0d24b15026fe2ba','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',14,'c9f84f51c53b2535157f3dc4e7016a7817805628cbcfc0b85745f998bc95904a','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-ae60-75d1-99b1-07a7e730a68e','f87d84c4d61d',15,'e0c60b784894815c4cefced6615a26a8184e7d0f404ca62fcc95a7c7f2c637e6','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',1,'a3a080472b987d7f3e3cea67e6f1948c7c775b153efda1ab7ce1ed51a1e392e9','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',2,'cf4e0547f9868eb71cb699ecbf424475dadca1fccc4b2bc4f38f21095ce5fa64','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',3,'0e215c77ebc764f00640f0f61d8bbadf837b5a5c3b08bf34aba1721f19378f68','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',4,'bf778a81df5491dc318a826f63497adca5f9a3a8619a1b06bb4839e06f280f34','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',5,'99fead906d2538a84e21c7bcac2b59631e4aa923b2795c02c2597b1684e9c9a0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',6,'c59e099491f4f340cbc9634e61a4299b67093a0af215aeffcc4311a83e50d8e7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f3-d718-77b3-9284-dc489a8c8ba5','f87d84c4d61d',7,'f03eb509d3294840c92fe515cf72fe9dfe8702b7b0c62f55fe39d9a7a4c29a25','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f3-b1b4-7627-858b-8665b8992172','f87d84c4d61d',1,'d21fab7488030fe5b2655c30fcf319b733f0471c8fd20cf1cf6fd030110a153d','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f3-b358-7e64-a06f-0e20636b0897',1795916280703,'01a224f3-b1b4-7627-858b-8665b8992172','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8","size":690}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f3-b418-797c-8f90-532c98c16436',1795916280896,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed","size":697}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f3-b51d-738a-adbf-b51b326160ed',1795916281132,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140","size":678}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f3-b5c7-7b5b-a3bf-66e3f85237e8',1795916281309,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2","size":681}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f3-b630-7e01-a24c-58dbeecbf802',1795916281394,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb","size":680}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f3-b64c-7019-9d21-a0ef1867b09f',1795916281423,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0","size":684}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',1795916281494,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3","size":680}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f3-b418-797c-8f90-532c98c16436',1795916281659,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f3-b51d-738a-adbf-b51b326160ed',1795916281777,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916281777}');
INSERT INTO "journal" VALUES(10,1,'01a224f3-b5c7-7b5b-a3bf-66e3f85237e8',1795916281933,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"799944aca6a1415bdd85298f492aba33","state":"live","version":"799944aca6a1415bdd85298f492aba33"}');
INSERT INTO "journal" VALUES(11,1,'01a224f3-b630-7e01-a24c-58dbeecbf802',1795916282241,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.join','{"kept":{},"joined":{"id":"01a224f3-b64c-7019-9d21-a0ef1867b09f","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0"}]}}','{"role":"raw","hash":"e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',1795916282305,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916282305}');
INSERT INTO "journal" VALUES(13,1,'01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',1795916282376,'01a224f3-ae60-75d1-99b1-07a7e730a68e','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3","size":680}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916282510,'01a224f3-ae60-75d1-99b1-07a7e730a68e','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f3-ea31-7c81-b161-f5c1ae7311e9',1795916294721,'01a224f3-d718-77b3-9284-dc489a8c8ba5','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877","size":686}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f3-ea39-7040-9a76-dcd26d358228',1795916294800,'01a224f3-d718-77b3-9284-dc489a8c8ba5','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b","size":679}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f3-ea3a-788a-a310-7d6fdf4c0c79',1795916294801,'01a224f3-d718-77b3-9284-dc489a8c8ba5','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4","size":673}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f3-ea3b-71c2-846e-96fb6cbd6e58',1795916294801,'01a224f3-d718-77b3-9284-dc489a8c8ba5','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32","size":687}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f3-ea39-7040-9a76-dcd26d358228',1795916294872,'01a224f3-d718-77b3-9284-dc489a8c8ba5','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f3-ea3b-71c2-846e-96fb6cbd6e58',1795916298716,'01a224f3-d718-77b3-9284-dc489a8c8ba5','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f3-ea3a-788a-a310-7d6fdf4c0c79',1795916303959,'01a224f3-d718-77b3-9284-dc489a8c8ba5','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916303959}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',0,1795916282376,'01a224f3-ae60-75d1-99b1-07a7e730a68e','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f3-b670-7ae1-8ed0-4e5a8b9d4786","kind":"photo","state":"trashed","trashedAt":1795916282305,"addedAt":1795916281494,"addedBy":"01a224f3-ae60-75d1-99b1-07a7e730a68e","rendering":null}','[{"type":"resource","id":"ef6223920160d0709ddd04af7a492eaa","assetId":"01a224f3-b670-7ae1-8ed0-4e5a8b9d4786","role":"original","hash":"02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f3-b64c-7019-9d21-a0ef1867b09f',0);
INSERT INTO "tombstones" VALUES(1,'01a224f3-b670-7ae1-8ed0-4e5a8b9d4786',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'ffb738b49fb67f89539705cb7aec5370','01a224f3-ea39-7040-9a76-dcd26d358228');
INSERT INTO "user" VALUES('x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI','ann','ann@example.org',0,NULL,'2026-11-29T01:37:47.359Z','2026-11-29T01:37:47.359Z');
INSERT INTO "user" VALUES('dSt12qzkzA84zPSSBPHJE3f2HQ5smMsM','ben','ben@example.org',0,NULL,'2026-11-29T01:37:57.026Z','2026-11-29T01:37:57.026Z');
INSERT INTO "account" VALUES('SX0cJdW4znRqq0VX1ZtHU2ZHySyRXifK','x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI','credential','x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI',NULL,NULL,NULL,NULL,NULL,NULL,'0d9284509a7f80ebdb35de6e90c43b1c:856bd917567d1512f3bbb754bc1c648551176ff5bbcbc882467fd6df729be7cd4da0434827053af8f890b74c1304df403aedb6830ac9f5e1c1cf6ad3102395ab','2026-11-29T01:37:47.371Z','2026-11-29T01:37:47.371Z');
INSERT INTO "account" VALUES('xZ3MThmK4ILwhTLCKgp4FwLTGicuazqB','dSt12qzkzA84zPSSBPHJE3f2HQ5smMsM','credential','dSt12qzkzA84zPSSBPHJE3f2HQ5smMsM',NULL,NULL,NULL,NULL,NULL,NULL,'7ded136a029cc9c30fc7fd246120f3bb:a44d6fcdc33d902cec1900416999bc5ca86ae8210c3459f5aad3fe3c34efc912953fc9daf471cd8e57bea183f59ee134fe0555c3efefe4ce86a03b679505322f','2026-11-29T01:37:57.027Z','2026-11-29T01:37:57.027Z');
INSERT INTO "owners" VALUES('x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI');
INSERT INTO "devices" VALUES('01a224f3-ae60-75d1-99b1-07a7e730a68e','x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI','01a224f3-7f91-730d-93bd-49e9311eaf9d','Tablet','folder','v1','0.1.0','4a08b7126f64a169eb174945fd601354e293dc89f2c64bfec8afe15059d7440c',NULL,1795916279392,1795916279392,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f3-b1b4-7627-858b-8665b8992172','dSt12qzkzA84zPSSBPHJE3f2HQ5smMsM','01a224f3-a524-7917-8a7e-a475a962fe1e','Ben’s phone','folder','v1','0.1.0','d35706aaff16a9a484d7280735d7ff2da50acc0b5c6bb42aaa049141a1093e30',NULL,1795916280244,1795916280244,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','x1wTSJyg7sL0zoHblGVWSKxJpUDNQlqI','01a224f3-7f91-730d-93bd-49e9311eaf9d','Laptop','folder','linux 6.1.0','0.1.0','02dd3f5991cb4a7c029925a133517b2baa45d3a593be5b335088cbf74dfcc481',NULL,1795916289816,1795916289816,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916304070,'{"version":"0.1.0","protocol":2,"at":1795916304056,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916294311},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916294311},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":77744582656,"source":"the file system","since":1795916298505}}}',NULL,1795916294831);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','1','01a224f3-ea39-7040-9a76-dcd26d358228','in-sync','  ','{"key":"1","path":"first.jpg","size":679,"assetId":"01a224f3-ea39-7040-9a76-dcd26d358228","hash":"9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','10','01a224f3-b630-7e01-a24c-58dbeecbf802','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":684,"assetId":"01a224f3-b630-7e01-a24c-58dbeecbf802","hash":"e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','11','01a224f3-ea3b-71c2-846e-96fb6cbd6e58','in-sync','  ','{"key":"11","path":"renamed.jpg","size":687,"assetId":"01a224f3-ea3b-71c2-846e-96fb6cbd6e58","hash":"0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','3','01a224f3-ea31-7c81-b161-f5c1ae7311e9','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":686,"assetId":"01a224f3-ea31-7c81-b161-f5c1ae7311e9","hash":"44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916290489,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','7','01a224f3-b5c7-7b5b-a3bf-66e3f85237e8','in-sync','  ','{"key":"7","path":"2024/05/edited.jpg","size":686,"assetId":"01a224f3-b5c7-7b5b-a3bf-66e3f85237e8","hash":"1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','8','01a224f3-b418-797c-8f90-532c98c16436','in-sync','  ','{"key":"8","path":"2024/05/titled.jpg","size":697,"assetId":"01a224f3-b418-797c-8f90-532c98c16436","hash":"17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5','9','01a224f3-b630-7e01-a24c-58dbeecbf802','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":680,"assetId":"01a224f3-b630-7e01-a24c-58dbeecbf802","hash":"724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32',687,'committed',1,'01a224f3-d718-77b3-9284-dc489a8c8ba5',1795916294707);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed',697,'committed',1,'01a224f3-ae60-75d1-99b1-07a7e730a68e',1795916280840);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b',686,'committed',1,'01a224f3-ae60-75d1-99b1-07a7e730a68e',1795916281904);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877',686,'committed',1,'01a224f3-d718-77b3-9284-dc489a8c8ba5',1795916294696);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2',681,'committed',1,'01a224f3-ae60-75d1-99b1-07a7e730a68e',1795916281274);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb',680,'committed',1,'01a224f3-ae60-75d1-99b1-07a7e730a68e',1795916281365);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4',673,'committed',1,'01a224f3-d718-77b3-9284-dc489a8c8ba5',1795916294697);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f3-d718-77b3-9284-dc489a8c8ba5',1795916294862);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b',679,'committed',1,'01a224f3-d718-77b3-9284-dc489a8c8ba5',1795916294696);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140',678,'committed',1,'01a224f3-ae60-75d1-99b1-07a7e730a68e',1795916281115);
INSERT INTO "ledger" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0',684,'committed',1,'01a224f3-ae60-75d1-99b1-07a7e730a68e',1795916281419);
INSERT INTO "ledger" VALUES('01a224f3-a524-7917-8a7e-a475a962fe1e','930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8',690,'committed',1,'01a224f3-b1b4-7627-858b-8665b8992172',1795916280633);
INSERT INTO "ledger_sums" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d',6869,0);
INSERT INTO "ledger_sums" VALUES('01a224f3-a524-7917-8a7e-a475a962fe1e',690,0);
INSERT INTO "uploads" VALUES('13bac40ab94d907181aedf1394887d3f','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb',680,'image/jpeg',1795916281354,1795916281365,'724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb');
INSERT INTO "uploads" VALUES('33d11fabd9c749e978f4a9ac0a8579b1','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140',678,'image/jpeg',1795916281102,1795916281115,'c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140');
INSERT INTO "uploads" VALUES('3d3eee0696fea0edfc95648e35f781fb','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-d718-77b3-9284-dc489a8c8ba5','44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877',686,'image/jpeg',1795916294629,1795916294696,'44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877');
INSERT INTO "uploads" VALUES('5e19c0262df699f543021fb32cd775bc','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3',680,'image/jpeg',1795916281434,1795916281450,'02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3');
INSERT INTO "uploads" VALUES('6881ed3fcdc123d63f9c584f45f5b489','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0',684,'image/jpeg',1795916281405,1795916281419,'e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0');
INSERT INTO "uploads" VALUES('7696bdc4d72118cc27f1d66018412b02','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b',686,'image/jpeg',1795916281804,1795916281904,'1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b');
INSERT INTO "uploads" VALUES('859da761009a4a5da1883e2a076ee787','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-d718-77b3-9284-dc489a8c8ba5','0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32',687,'image/jpeg',1795916294629,1795916294707,'0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32');
INSERT INTO "uploads" VALUES('ab947418ae637e8f1e357b49e7dc965d','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-d718-77b3-9284-dc489a8c8ba5','9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b',679,'image/jpeg',1795916294629,1795916294696,'9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b');
INSERT INTO "uploads" VALUES('aee095081ae43fa7edffb1443fc9e0b4','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-d718-77b3-9284-dc489a8c8ba5','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916294832,1795916294862,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('d4b8c6bd37f89afb5229cc5ff9adaeb0','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed',697,'image/jpeg',1795916280788,1795916280840,'17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed');
INSERT INTO "uploads" VALUES('df7e9266c15a9994ad401dd5cd79934c','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-d718-77b3-9284-dc489a8c8ba5','802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4',673,'image/jpeg',1795916294629,1795916294697,'802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4');
INSERT INTO "uploads" VALUES('f544bfc4b6043496b92b2313b3559ebf','01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-ae60-75d1-99b1-07a7e730a68e','4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2',681,'image/jpeg',1795916281261,1795916281274,'4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2');
INSERT INTO "uploads" VALUES('fec0367d61c1356ebe7c094f51a66bed','01a224f3-a524-7917-8a7e-a475a962fe1e','01a224f3-b1b4-7627-858b-8665b8992172','930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8',690,'image/jpeg',1795916280472,1795916280633,'930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8');
INSERT INTO "blob_checks" VALUES('02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3',680,'1795916281441273130',1795916281450,0);
INSERT INTO "blob_checks" VALUES('0c1866198aecfaeca8f9e9183ea906635a742554ba579923ddf324d638b34d32',687,'1795916294673273521',1795916294707,0);
INSERT INTO "blob_checks" VALUES('17072f3dbccffd49f8f2c9ace8da809e9fe59412d922e28f2a030eca236267ed',697,'1795916280825000391',1795916280840,0);
INSERT INTO "blob_checks" VALUES('1f44c7e1c058fb676efa1204fa232f43534669e3d9d4e64348b0e1034568e20b',686,'1795916281809687407',1795916281904,0);
INSERT INTO "blob_checks" VALUES('44702311a83bff018cf57b99832d93b050a847ee238e18338d2c89ae4edb6877',686,'1795916294673273521',1795916294696,0);
INSERT INTO "blob_checks" VALUES('4f62a0bbaf8460f87ebf3afa3bff72a3c2f55e2a274e74f7b9242452490444a2',681,'1795916281271696888',1795916281274,0);
INSERT INTO "blob_checks" VALUES('724324234542de4d394b54dedfa905e6682f6c753c9f29b9fb821d54ac2072cb',680,'1795916281363547918',1795916281365,0);
INSERT INTO "blob_checks" VALUES('802dd9597ef1ebb05f418f197bfa4322be7ab5f5f3e52d6ccde89cf60fbf25a4',673,'1795916294661273520',1795916294697,0);
INSERT INTO "blob_checks" VALUES('930eb777dc4604808b0eda5cec102555a6a626186e4b1eb230cfbcd32ed754b8',690,'1795916280601273105',1795916280633,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916294849273526',1795916294862,0);
INSERT INTO "blob_checks" VALUES('9c50fbd51d940dfd59995faabd945bb1714cd297d94bd5fd0a68d65b4b8cfa4b',679,'1795916294661273520',1795916294696,0);
INSERT INTO "blob_checks" VALUES('c7a36d0ba31abc90062507ca8b16ac2d21550f784910aff32f85f9544bcee140',678,'1795916281110141675',1795916281115,0);
INSERT INTO "blob_checks" VALUES('e087e2bec571b20ffde891c6574490397d0be9c8b4eb545f4b1736c08f551ef0',684,'1795916281409696300',1795916281419,0);
INSERT INTO "loose_blobs" VALUES('02ea1f7cbd8e794b322ce4fb89ca4aba2452d01af9d5e0bd029be3599b18d6d3',55741);
INSERT INTO "scrub" VALUES(1,1795916251159,1795916251159,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','01a224f3-b418-797c-8f90-532c98c16436','19e46c832dc60c0684bcb783acd17504','started',0,NULL,NULL,1795916280906,NULL,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "rendition_attempts" VALUES('01a224f3-a524-7917-8a7e-a475a962fe1e','01a224f3-b358-7e64-a06f-0e20636b0897','813121261aca00415beea4548741699c','started',0,NULL,NULL,1795916280709,NULL,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "heard" VALUES('01a224f3-ae60-75d1-99b1-07a7e730a68e',55741,1795916279392);
INSERT INTO "heard" VALUES('01a224f3-b1b4-7627-858b-8665b8992172',55741,1795916280244);
INSERT INTO "heard" VALUES('01a224f3-d718-77b3-9284-dc489a8c8ba5',55741,1795916289816);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f3-7f91-730d-93bd-49e9311eaf9d','5gb');
INSERT INTO "library_plans" VALUES('01a224f3-a524-7917-8a7e-a475a962fe1e','5gb');
INSERT INTO "receipt_keys" VALUES('1z1nSy-JxI4fjLQloSjwvqtPss-HHk3JaIYl_DTewV0',1795916290389,NULL);
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
