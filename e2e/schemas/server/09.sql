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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT, moves INTEGER NOT NULL DEFAULT 0,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915628);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915628);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915628);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915628);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915628);
INSERT INTO "schema_steps" VALUES('errands',1,1795915628);
INSERT INTO "schema_steps" VALUES('library',1,1795915628);
INSERT INTO "schema_steps" VALUES('library',2,1795915628);
INSERT INTO "schema_steps" VALUES('library',3,1795915628);
INSERT INTO "schema_steps" VALUES('library',4,1795915628);
INSERT INTO "schema_steps" VALUES('library',5,1795915628);
INSERT INTO "schema_steps" VALUES('library',6,1795915628);
INSERT INTO "schema_steps" VALUES('orders',1,1795915628);
INSERT INTO "schema_steps" VALUES('orders',2,1795915628);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915628);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915628);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915628);
INSERT INTO "schema_steps" VALUES('renditions',4,1795915628);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915628);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915628);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915628);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915628);
INSERT INTO "schema_steps" VALUES('settings',1,1795915628);
INSERT INTO "schema_steps" VALUES('silence',1,1795915628);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','2ba5f30ce781');
INSERT INTO "server_facts" VALUES('heartbeat','1795915681009');
INSERT INTO "server_facts" VALUES('seen-time','52454');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e9-e9f2-7ef3-ba39-9c25d1c2725c',5000000000,34,0,6,2,1795915639285);
INSERT INTO "libraries" VALUES(2,'01a224ea-1cb0-7ec0-89c7-fb3f21c974e0',5000000000,2,0,1,0,1795915652272);
INSERT INTO "members" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI','owner');
INSERT INTO "members" VALUES('01a224ea-1cb0-7ec0-89c7-fb3f21c974e0','8StwB0w4HneK4iVk3qtf2M6a9TB6ZHb0','owner');
INSERT INTO "generations" VALUES(1,1,'eee9acd816',1,1795915639285);
INSERT INTO "generations" VALUES(2,2,'eee9acd816',1,1795915652272);
INSERT INTO "entities" VALUES(1,2,'resource:253a5848129b7e912587f158d91c7a5c','01a224ea-2cc5-7dd3-ba5f-9c8540ff5879','original','aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd','{"type":"resource","id":"253a5848129b7e912587f158d91c7a5c","assetId":"01a224ea-2cc5-7dd3-ba5f-9c8540ff5879","role":"original","hash":"aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:dd2940dd3cbe6ee68470b74514a94035','01a224ea-2d2c-7cd4-a379-4781ae7e2299','original','b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1','{"type":"resource","id":"dd2940dd3cbe6ee68470b74514a94035","assetId":"01a224ea-2d2c-7cd4-a379-4781ae7e2299","role":"original","hash":"b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:4e4fb3ea6fe5a6a81d723b6192aec73e','01a224ea-2dc1-7dad-98f2-18b9c66bbb6a','original','ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d','{"type":"resource","id":"4e4fb3ea6fe5a6a81d723b6192aec73e","assetId":"01a224ea-2dc1-7dad-98f2-18b9c66bbb6a","role":"original","hash":"ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d","size":699,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:b64bd3ad1a30e7df6be1bac61fc979e2','01a224ea-2dfb-72d9-9536-cc51d2897400','original','39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e','{"type":"resource","id":"b64bd3ad1a30e7df6be1bac61fc979e2","assetId":"01a224ea-2dfb-72d9-9536-cc51d2897400","role":"original","hash":"39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e","size":689,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224ea-2cc5-7dd3-ba5f-9c8540ff5879',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224ea-2cc5-7dd3-ba5f-9c8540ff5879","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915656393,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224ea-2d2c-7cd4-a379-4781ae7e2299',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-2d2c-7cd4-a379-4781ae7e2299","kind":"photo","state":"trashed","trashedAt":1795915656863,"addedAt":1795915656496,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:3103d275c9cccd276be6e5007faa8344','01a224ea-2dc1-7dad-98f2-18b9c66bbb6a','edited','7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da','{"type":"resource","id":"3103d275c9cccd276be6e5007faa8344","assetId":"01a224ea-2dc1-7dad-98f2-18b9c66bbb6a","role":"edited","hash":"7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224ea-2dc1-7dad-98f2-18b9c66bbb6a',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-2dc1-7dad-98f2-18b9c66bbb6a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915656643,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4","rendering":"3103d275c9cccd276be6e5007faa8344"}');
INSERT INTO "entities" VALUES(1,17,'resource:f71fc06b690c005df15aa7527bcb8196','01a224ea-2dfb-72d9-9536-cc51d2897400','raw','23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5','{"type":"resource","id":"f71fc06b690c005df15aa7527bcb8196","assetId":"01a224ea-2dfb-72d9-9536-cc51d2897400","role":"raw","hash":"23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5","size":690,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:b5a3746f027f049994c2fa71e1e3f470','01a224ea-2e1d-70e0-a584-1c9ca0d29ae5','original',NULL,'{"type":"resource","id":"b5a3746f027f049994c2fa71e1e3f470","assetId":"01a224ea-2e1d-70e0-a584-1c9ca0d29ae5","role":"original","hash":"23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224ea-2dfb-72d9-9536-cc51d2897400',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-2dfb-72d9-9536-cc51d2897400","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915656701,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224ea-2e1d-70e0-a584-1c9ca0d29ae5','01a224ea-2dfb-72d9-9536-cc51d2897400',NULL,NULL,'{"type":"alias","from":"01a224ea-2e1d-70e0-a584-1c9ca0d29ae5","to":"01a224ea-2dfb-72d9-9536-cc51d2897400","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224ea-2e51-7787-a09e-52134af44d5c',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-2e51-7787-a09e-52134af44d5c","kind":"photo","state":"purged","trashedAt":1795915657011,"addedAt":1795915656788,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:04a03527d3687b3100f8fb5a28e32ef5','01a224ea-2e51-7787-a09e-52134af44d5c','original',NULL,'{"type":"resource","id":"04a03527d3687b3100f8fb5a28e32ef5","assetId":"01a224ea-2e51-7787-a09e-52134af44d5c","role":"original","hash":"408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915657165,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4"}');
INSERT INTO "entities" VALUES(1,26,'resource:ab75be8f1d1cb95e9e408c34d7ac7624','01a224ea-6131-7bf7-b6d4-f92c03db366c','original','cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd','{"type":"resource","id":"ab75be8f1d1cb95e9e408c34d7ac7624","assetId":"01a224ea-6131-7bf7-b6d4-f92c03db366c","role":"original","hash":"cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915657245,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224ea-6133-78f9-aea4-c230958c0ecf',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-6133-78f9-aea4-c230958c0ecf","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915669916,"addedBy":"01a224ea-4409-7418-9ded-d21fc86316cb","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:4570f6aeaf0592a484636b5109306053','01a224ea-6133-78f9-aea4-c230958c0ecf','original','03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36','{"type":"resource","id":"4570f6aeaf0592a484636b5109306053","assetId":"01a224ea-6133-78f9-aea4-c230958c0ecf","role":"original","hash":"03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915657237,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224ea-6133-7d77-aa23-8781e642ddff',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-6133-7d77-aa23-8781e642ddff","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915669929,"addedBy":"01a224ea-4409-7418-9ded-d21fc86316cb","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:8cbf38415222126e7830d41dbef520b4','01a224ea-6133-7d77-aa23-8781e642ddff','original','0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44','{"type":"resource","id":"8cbf38415222126e7830d41dbef520b4","assetId":"01a224ea-6133-7d77-aa23-8781e642ddff","role":"original","hash":"0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915657249,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:7b17506ba50f25e11d9438d1fb0070a5','01a224ea-6134-7653-8add-a941f496b4af','original','31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11','{"type":"resource","id":"7b17506ba50f25e11d9438d1fb0070a5","assetId":"01a224ea-6134-7653-8add-a941f496b4af","role":"original","hash":"31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915657241,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224ea-6134-7653-8add-a941f496b4af',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-6134-7653-8add-a941f496b4af","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915669929,"addedBy":"01a224ea-4409-7418-9ded-d21fc86316cb","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224ea-6131-7bf7-b6d4-f92c03db366c',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-6131-7bf7-b6d4-f92c03db366c","kind":"photo","state":"trashed","trashedAt":1795915678352,"addedAt":1795915669915,"addedBy":"01a224ea-4409-7418-9ded-d21fc86316cb","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224ea-2bc3-764e-93c9-e524b1061cf5',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-2bc3-764e-93c9-e524b1061cf5","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915656140,"addedBy":"01a224ea-2a5d-7f8e-b2ed-d28778bdbd15","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:2ae29300b3b5b4a1fe2fe37df929355f','01a224ea-2bc3-764e-93c9-e524b1061cf5','original','a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0','{"type":"resource","id":"2ae29300b3b5b4a1fe2fe37df929355f","assetId":"01a224ea-2bc3-764e-93c9-e524b1061cf5","role":"original","hash":"a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0","size":702,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3','01a224ea-2e51-7787-a09e-52134af44d5c',1795915657128);
INSERT INTO "in_trash" VALUES(1,'01a224ea-2d2c-7cd4-a379-4781ae7e2299',0);
INSERT INTO "in_trash" VALUES(1,'01a224ea-6131-7bf7-b6d4-f92c03db366c',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224ea-2bc3-764e-93c9-e524b1061cf5');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224ea-2cc5-7dd3-ba5f-9c8540ff5879');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224ea-2d2c-7cd4-a379-4781ae7e2299');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224ea-2dc1-7dad-98f2-18b9c66bbb6a');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224ea-2dfb-72d9-9536-cc51d2897400');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224ea-6131-7bf7-b6d4-f92c03db366c');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224ea-6133-78f9-aea4-c230958c0ecf');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224ea-6133-7d77-aa23-8781e642ddff');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224ea-6134-7653-8add-a941f496b4af');
INSERT INTO "chains" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',15,'3367f0aa4577dee386ebb5c63bfb468e8825a0d08204b03b851c614af2901e58');
INSERT INTO "chains" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',6,'759bb1557ff733ae34aacb96f7ffbf3463c552c805dfe2d529227be3e8878175');
INSERT INTO "chains" VALUES(2,'01a224ea-2a5d-7f8e-b2ed-d28778bdbd15','2ba5f30ce781',1,'8c12a9e5be138ab1a9efb99f6b63f1a55ae4dbb0ef24f2040dd0e67c7ef2a0f9');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',1,'fb23e1c29c16887ff1333080907be623a7a8fa2d69b0c812fdb8991fd2a23762','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',2,'6fd57aad9006706ed2e321a8feb8e981ebe72b76c0ee700d718d0132192a1231','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',3,'97452fd3baba44d850457f2749adb29b93f66ca335097f9b07f0c4c89af95fe4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',4,'14a1551621240aeaef5f383fd48854cf200eb89eb934c39cce1b02c6a6d5df78','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',5,'40300d9eb7ddcd3fb610ffe165b02a8023e7286dcf596a495f1d2d915e6e4e38','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',6,'795bd838dbc6a0a48e4981c33ad8b3d42358835ae7326feaf1360ed5a2ae5d0b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',7,'e0a5377c2e13b134ca116f2a782a711a092e72a2d54b14d5a2c53d7af534ebd2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',8,'b2fa7c4f4fdac09cf8169e14d0278fc0667ea90de2239b0e2ef02533ff6fdd8a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',9,'808d0afa3c325abd1aefd421cdfa9f642c09c16f09c5ea3bf57462c462b6816b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',10,'07af50ac903eb452a12239b1f1ae6daa837f0b1c5450b1fe0af7752bd32f9c65','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',11,'1659016fe1a4f030f92cae737cd61de5ded243a777ac7bde8fd142aabd200f4d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',12,'e059d5330d4ddcdb96c02a7f441b9eb26a64d4afe76f42ea4835c4f309a09bb9','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',13,'2b5dee0665217d328188f811bb9eff75a3b53e9e679b6d1b63bca9109f869434','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',14,'285b4d8c8e0acf54b2be2397f4c2f8d708ca13709e4eda6dae26925ab3fc788e','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-273a-7136-908f-3d5a27ed96f4','2ba5f30ce781',15,'3367f0aa4577dee386ebb5c63bfb468e8825a0d08204b03b851c614af2901e58','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',1,'5301837a5ab7a642bdc6a737cd54bf42072d0f7e534f43c00b79b59093f9d570','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',2,'7f694abf9d0558adf5f237dca97c418d6842dd53bd15671674f489710cd17ebf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',3,'33503d92d30f0386ccef5cf071c421c063bba59a4f49395cc44eb57cb4fa6e48','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',4,'f1099e3eaef0b6901bf6433c6b187379953c8d43305a7832f5ce7ef596db667b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',5,'42b320ffd026e88ab13c432b9a3f2a8bbf12a328ba735a37311bd6bafc377bcc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ea-4409-7418-9ded-d21fc86316cb','2ba5f30ce781',6,'759bb1557ff733ae34aacb96f7ffbf3463c552c805dfe2d529227be3e8878175','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224ea-2a5d-7f8e-b2ed-d28778bdbd15','2ba5f30ce781',1,'8c12a9e5be138ab1a9efb99f6b63f1a55ae4dbb0ef24f2040dd0e67c7ef2a0f9','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224ea-2bc3-764e-93c9-e524b1061cf5',1795915656140,'01a224ea-2a5d-7f8e-b2ed-d28778bdbd15','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0","size":702}]}');
INSERT INTO "journal" VALUES(2,1,'01a224ea-2cc5-7dd3-ba5f-9c8540ff5879',1795915656393,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd","size":683}]}');
INSERT INTO "journal" VALUES(3,1,'01a224ea-2d2c-7cd4-a379-4781ae7e2299',1795915656496,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1","size":684}]}');
INSERT INTO "journal" VALUES(4,1,'01a224ea-2dc1-7dad-98f2-18b9c66bbb6a',1795915656643,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d","size":699}]}');
INSERT INTO "journal" VALUES(5,1,'01a224ea-2dfb-72d9-9536-cc51d2897400',1795915656701,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e","size":689}]}');
INSERT INTO "journal" VALUES(6,1,'01a224ea-2e1d-70e0-a584-1c9ca0d29ae5',1795915656735,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5","size":690}]}');
INSERT INTO "journal" VALUES(7,1,'01a224ea-2e51-7787-a09e-52134af44d5c',1795915656788,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3","size":679}]}');
INSERT INTO "journal" VALUES(8,1,'01a224ea-2cc5-7dd3-ba5f-9c8540ff5879',1795915656830,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224ea-2d2c-7cd4-a379-4781ae7e2299',1795915656863,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915656863}');
INSERT INTO "journal" VALUES(10,1,'01a224ea-2dc1-7dad-98f2-18b9c66bbb6a',1795915656947,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"3103d275c9cccd276be6e5007faa8344","state":"live","version":"3103d275c9cccd276be6e5007faa8344"}');
INSERT INTO "journal" VALUES(11,1,'01a224ea-2dfb-72d9-9536-cc51d2897400',1795915656979,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.join','{"kept":{},"joined":{"id":"01a224ea-2e1d-70e0-a584-1c9ca0d29ae5","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5"}]}}','{"role":"raw","hash":"23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224ea-2e51-7787-a09e-52134af44d5c',1795915657011,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915657011}');
INSERT INTO "journal" VALUES(13,1,'01a224ea-2e51-7787-a09e-52134af44d5c',1795915657128,'01a224ea-273a-7136-908f-3d5a27ed96f4','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3","size":679}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915657165,'01a224ea-273a-7136-908f-3d5a27ed96f4','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224ea-6131-7bf7-b6d4-f92c03db366c',1795915669915,'01a224ea-4409-7418-9ded-d21fc86316cb','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd","size":683}]}');
INSERT INTO "journal" VALUES(16,1,'01a224ea-6133-78f9-aea4-c230958c0ecf',1795915669916,'01a224ea-4409-7418-9ded-d21fc86316cb','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36","size":686}]}');
INSERT INTO "journal" VALUES(17,1,'01a224ea-6133-7d77-aa23-8781e642ddff',1795915669929,'01a224ea-4409-7418-9ded-d21fc86316cb','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44","size":676}]}');
INSERT INTO "journal" VALUES(18,1,'01a224ea-6134-7653-8add-a941f496b4af',1795915669929,'01a224ea-4409-7418-9ded-d21fc86316cb','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11","size":680}]}');
INSERT INTO "journal" VALUES(19,1,'01a224ea-6134-7653-8add-a941f496b4af',1795915672923,'01a224ea-4409-7418-9ded-d21fc86316cb','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224ea-6131-7bf7-b6d4-f92c03db366c',1795915678352,'01a224ea-4409-7418-9ded-d21fc86316cb','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915678352}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224ea-2e51-7787-a09e-52134af44d5c',0,1795915657128,'01a224ea-273a-7136-908f-3d5a27ed96f4','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ea-2e51-7787-a09e-52134af44d5c","kind":"photo","state":"trashed","trashedAt":1795915657011,"addedAt":1795915656788,"addedBy":"01a224ea-273a-7136-908f-3d5a27ed96f4","rendering":null}','[{"type":"resource","id":"04a03527d3687b3100f8fb5a28e32ef5","assetId":"01a224ea-2e51-7787-a09e-52134af44d5c","role":"original","hash":"408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224ea-2e1d-70e0-a584-1c9ca0d29ae5',0);
INSERT INTO "tombstones" VALUES(1,'01a224ea-2e51-7787-a09e-52134af44d5c',0);
INSERT INTO "user" VALUES('A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI','ann','ann@example.org',0,NULL,'2026-11-29T01:27:19.196Z','2026-11-29T01:27:19.196Z');
INSERT INTO "user" VALUES('8StwB0w4HneK4iVk3qtf2M6a9TB6ZHb0','ben','ben@example.org',0,NULL,'2026-11-29T01:27:32.251Z','2026-11-29T01:27:32.251Z');
INSERT INTO "account" VALUES('DzLi6AII9cxpWzFSJH8tHTr4NhAdPhmh','A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI','credential','A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI',NULL,NULL,NULL,NULL,NULL,NULL,'deb1b1b3301f664942fd531bb9e63235:59a327751dc47cb6039ca302482b13c3696f45fcf4c9d98cc7004159bb04280cd081ed3bcc2705084846e261f59c3592f5bf18cc2a7bfc7f8968257d4682182e','2026-11-29T01:27:19.240Z','2026-11-29T01:27:19.278Z');
INSERT INTO "account" VALUES('b9z9H7tSfrFsRZC0ekWqMyeYKyuPE14n','8StwB0w4HneK4iVk3qtf2M6a9TB6ZHb0','credential','8StwB0w4HneK4iVk3qtf2M6a9TB6ZHb0',NULL,NULL,NULL,NULL,NULL,NULL,'3d1bc167caafe05c4370e4bdbea681e9:63b46e4c5717b8788e9d3b5395b0bfa537525aa296faac531255fe4c0cb3e9906523b13889dc0f143efec6bceeb03d2afa260e54291a3346a84c265b71604989','2026-11-29T01:27:32.254Z','2026-11-29T01:27:32.254Z');
INSERT INTO "owners" VALUES('A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI');
INSERT INTO "devices" VALUES('01a224ea-273a-7136-908f-3d5a27ed96f4','A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','Tablet','folder','v1','0.1.0','e35e500849f17bb2b9bbfb8993de77dd3e917c768ecdc3da772317bd5ea631bd',NULL,1795915654970,1795915654970,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ea-2a5d-7f8e-b2ed-d28778bdbd15','8StwB0w4HneK4iVk3qtf2M6a9TB6ZHb0','01a224ea-1cb0-7ec0-89c7-fb3f21c974e0','Ben’s phone','folder','v1','0.1.0','5066c55fda9fc275fd445c510c28d46b8046db728232afa1287fd34d7d9a6a47',NULL,1795915655773,1795915655773,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','A3OUe63Z0bvPlK3yBuPlC7ALHtRQutJI','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','Laptop','folder','linux 6.1.0','0.1.0','d420d5f3e2d09fea2a297ad8cb75e1c1aac3b76c85a7eb9e3b2ac46b2bae35bf',NULL,1795915662345,1795915662345,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915678432,'{"version":"0.1.0","protocol":2,"at":1795915678430,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915669171},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915669171},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":81100464128,"source":"the file system","since":1795915673149}}}',NULL,1795915669783);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','1','01a224ea-6133-78f9-aea4-c230958c0ecf','in-sync','  ','{"key":"1","path":"first.jpg","size":686,"assetId":"01a224ea-6133-78f9-aea4-c230958c0ecf","hash":"03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','10','01a224ea-2dfb-72d9-9536-cc51d2897400','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":690,"assetId":"01a224ea-2dfb-72d9-9536-cc51d2897400","hash":"23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','11','01a224ea-6134-7653-8add-a941f496b4af','in-sync','  ','{"key":"11","path":"renamed.jpg","size":680,"assetId":"01a224ea-6134-7653-8add-a941f496b4af","hash":"31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915662813,"evidence":{"kind":"sidecar"}}]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','3','01a224ea-6133-7d77-aa23-8781e642ddff','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":676,"assetId":"01a224ea-6133-7d77-aa23-8781e642ddff","hash":"0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915662813,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','7','01a224ea-2dc1-7dad-98f2-18b9c66bbb6a','in-sync','  ','{"key":"7","path":"2024/05/edited.jpg","size":685,"assetId":"01a224ea-2dc1-7dad-98f2-18b9c66bbb6a","hash":"7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','8','01a224ea-2dfb-72d9-9536-cc51d2897400','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":689,"assetId":"01a224ea-2dfb-72d9-9536-cc51d2897400","hash":"39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb','9','01a224ea-2cc5-7dd3-ba5f-9c8540ff5879','in-sync','  ','{"key":"9","path":"2024/05/titled.jpg","size":683,"assetId":"01a224ea-2cc5-7dd3-ba5f-9c8540ff5879","hash":"aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36',686,'committed',1,'01a224ea-4409-7418-9ded-d21fc86316cb',1795915669801);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44',676,'committed',1,'01a224ea-4409-7418-9ded-d21fc86316cb',1795915669801);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5',690,'committed',1,'01a224ea-273a-7136-908f-3d5a27ed96f4',1795915656726);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11',680,'committed',1,'01a224ea-4409-7418-9ded-d21fc86316cb',1795915669801);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e',689,'committed',1,'01a224ea-273a-7136-908f-3d5a27ed96f4',1795915656686);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da',685,'committed',1,'01a224ea-273a-7136-908f-3d5a27ed96f4',1795915656939);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd',683,'committed',1,'01a224ea-273a-7136-908f-3d5a27ed96f4',1795915656387);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1',684,'committed',1,'01a224ea-273a-7136-908f-3d5a27ed96f4',1795915656488);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd',683,'committed',1,'01a224ea-4409-7418-9ded-d21fc86316cb',1795915669800);
INSERT INTO "ledger" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d',699,'committed',1,'01a224ea-273a-7136-908f-3d5a27ed96f4',1795915656637);
INSERT INTO "ledger" VALUES('01a224ea-1cb0-7ec0-89c7-fb3f21c974e0','a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0',702,'committed',1,'01a224ea-2a5d-7f8e-b2ed-d28778bdbd15',1795915656123);
INSERT INTO "ledger_sums" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c',6855,0);
INSERT INTO "ledger_sums" VALUES('01a224ea-1cb0-7ec0-89c7-fb3f21c974e0',702,0);
INSERT INTO "uploads" VALUES('0997c940dcf09b92d9d426e72289a600','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d',699,'image/jpeg',1795915656508,1795915656637,'ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d');
INSERT INTO "uploads" VALUES('15634380af7afcaa211ecc01493ca8b4','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da',685,'image/jpeg',1795915656933,1795915656939,'7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da');
INSERT INTO "uploads" VALUES('2e1231138d79e6f548ed863548c69f47','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd',683,'image/jpeg',1795915656319,1795915656387,'aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd');
INSERT INTO "uploads" VALUES('3eea0e07cbc26b968fb6b9a1bb9ed57b','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-4409-7418-9ded-d21fc86316cb','31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11',680,'image/jpeg',1795915669625,1795915669801,'31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11');
INSERT INTO "uploads" VALUES('5310f80e2ca8b878fbe93b165a31171b','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1',684,'image/jpeg',1795915656410,1795915656488,'b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1');
INSERT INTO "uploads" VALUES('5a18e76b483c0118371e6c15062f5ba2','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-4409-7418-9ded-d21fc86316cb','03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36',686,'image/jpeg',1795915669625,1795915669801,'03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36');
INSERT INTO "uploads" VALUES('64532db06babd5e2f50e809859349e1c','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e',689,'image/jpeg',1795915656654,1795915656686,'39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e');
INSERT INTO "uploads" VALUES('6aa2d8764dacdef819750feb0d3aea85','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5',690,'image/jpeg',1795915656709,1795915656726,'23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5');
INSERT INTO "uploads" VALUES('77e5b641753e64827677e98076ffb428','01a224ea-1cb0-7ec0-89c7-fb3f21c974e0','01a224ea-2a5d-7f8e-b2ed-d28778bdbd15','a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0',702,'image/jpeg',1795915655985,1795915656123,'a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0');
INSERT INTO "uploads" VALUES('abf67d85f3dff95a2baa6c664e639b00','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-4409-7418-9ded-d21fc86316cb','cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd',683,'image/jpeg',1795915669625,1795915669800,'cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd');
INSERT INTO "uploads" VALUES('c7bf076cbb02ac741e9e414c4e668465','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-4409-7418-9ded-d21fc86316cb','0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44',676,'image/jpeg',1795915669625,1795915669801,'0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44');
INSERT INTO "uploads" VALUES('d558f1722ac23a598f3df8ff7fc81f9a','01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-273a-7136-908f-3d5a27ed96f4','408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3',679,'image/jpeg',1795915656745,1795915656779,'408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3');
INSERT INTO "blob_checks" VALUES('03e24f09ea2a8d658c1d1693a11ee0c4f83d69b9da7ac24fb1a0860caa9cab36',686,'1795915669789255086',1795915669801,0);
INSERT INTO "blob_checks" VALUES('0f26750fa938934e6fc3b1d00c67ffe1f69965b2d3ccb4a7e5098a53a8c28b44',676,'1795915669789255086',1795915669801,0);
INSERT INTO "blob_checks" VALUES('23f7d5fa5576e399f4cd3cb90cc030b211e4ba1c36c142956698a799029ebea5',690,'1795915656715241220',1795915656726,0);
INSERT INTO "blob_checks" VALUES('31007343746d059305757f8c7b0439713928878ac0e7e726612a33cfbb416f11',680,'1795915669789255086',1795915669801,0);
INSERT INTO "blob_checks" VALUES('39251dfbc1044c49c980058281da64881a82f98562f08bb57a19aa1a1129e78e',689,'1795915656675577249',1795915656686,0);
INSERT INTO "blob_checks" VALUES('408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3',679,'1795915656754413759',1795915656779,0);
INSERT INTO "blob_checks" VALUES('7c26e266ced1572c3bee36e88a6fb0c2ad5669b78e542a19fe3cb1cec19158da',685,'1795915656937330580',1795915656939,0);
INSERT INTO "blob_checks" VALUES('a256f9f0251c61d0aca91a4227fcae3b93b9cfacd49703f841c532dd6e49c1b0',702,'1795915656077254681',1795915656123,0);
INSERT INTO "blob_checks" VALUES('aa54d513e3d3f7a0dc22fa7884b129d16b9266b893f1093aa0d17dd58f29c4dd',683,'1795915656377254091',1795915656387,0);
INSERT INTO "blob_checks" VALUES('b5d1592550aadbe82fd0d84bd2acfdfb9f076b71bdf00985d30e6caaf7c6afa1',684,'1795915656469254693',1795915656488,0);
INSERT INTO "blob_checks" VALUES('cb8a9a783df81a1c536457abb4d464ed43e3de38da30b122f460f5b5a2be3fcd',683,'1795915669789255086',1795915669800,0);
INSERT INTO "blob_checks" VALUES('ea31efa04d9bfb88d25683ea4af133e8bf7b0a1a91f4cc1354aa37f0a07e3a2d',699,'1795915656525254695',1795915656637,0);
INSERT INTO "loose_blobs" VALUES('408a2f80e71ccc0f3cd96f87e8b3e061b5a775546b52f565b582ce1facbbaae3',52454);
INSERT INTO "scrub" VALUES(1,1795915628746,1795915628746,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e9-e9f2-7ef3-ba39-9c25d1c2725c','01a224ea-2cc5-7dd3-ba5f-9c8540ff5879','253a5848129b7e912587f158d91c7a5c','started',0,NULL,NULL,1795915656400,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224ea-1cb0-7ec0-89c7-fb3f21c974e0','01a224ea-2bc3-764e-93c9-e524b1061cf5','2ae29300b3b5b4a1fe2fe37df929355f','started',0,NULL,NULL,1795915656233,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224ea-273a-7136-908f-3d5a27ed96f4',52454,1795915654970);
INSERT INTO "heard" VALUES('01a224ea-2a5d-7f8e-b2ed-d28778bdbd15',52454,1795915655773);
INSERT INTO "heard" VALUES('01a224ea-4409-7418-9ded-d21fc86316cb',52454,1795915662345);
CREATE INDEX members_by_account ON members (account_id);
CREATE UNIQUE INDEX entities_by_key ON entities (library, key);
CREATE INDEX entities_by_asset ON entities (library, asset_id, key) WHERE asset_id IS NOT NULL;
CREATE INDEX entities_by_hash ON entities (library, hash, role) WHERE hash IS NOT NULL;
CREATE INDEX in_trash_by_time ON in_trash (since);
CREATE INDEX journal_by_asset ON journal (library, asset_id, n);
CREATE INDEX purged_assets_by_time ON purged_assets (since);
CREATE INDEX journal_by_device ON journal (library, device_id, n) WHERE device_id IS NOT NULL;
CREATE INDEX tombstones_by_time ON tombstones (since);
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
