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
      json TEXT NOT NULL,
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
      at INTEGER NOT NULL,
      PRIMARY KEY (library, asset, resource)
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915237);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915237);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915237);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915237);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915237);
INSERT INTO "schema_steps" VALUES('errands',1,1795915237);
INSERT INTO "schema_steps" VALUES('library',1,1795915237);
INSERT INTO "schema_steps" VALUES('library',2,1795915237);
INSERT INTO "schema_steps" VALUES('library',3,1795915237);
INSERT INTO "schema_steps" VALUES('library',4,1795915237);
INSERT INTO "schema_steps" VALUES('orders',1,1795915237);
INSERT INTO "schema_steps" VALUES('orders',2,1795915237);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915237);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915237);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915237);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915237);
INSERT INTO "schema_steps" VALUES('settings',1,1795915237);
INSERT INTO "schema_steps" VALUES('silence',1,1795915237);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','521df5d8a0a8');
INSERT INTO "server_facts" VALUES('heartbeat','1795915263777');
INSERT INTO "server_facts" VALUES('seen-time','25969');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e3-d63b-7968-b705-832921732ebf',5000000000,34,0,6,2,1795915241050);
INSERT INTO "libraries" VALUES(2,'01a224e3-e014-752a-acbe-ae2706bb5f80',5000000000,2,0,1,0,1795915243540);
INSERT INTO "members" VALUES('01a224e3-d63b-7968-b705-832921732ebf','RajjaY9YlgIVOhdUUnrcDqWNLAp58naV','owner');
INSERT INTO "members" VALUES('01a224e3-e014-752a-acbe-ae2706bb5f80','XyO6Bje2OduQJbPSIxLLsxzHuk6gQzyW','owner');
INSERT INTO "generations" VALUES(1,1,'6050d637bc',1,1795915241051);
INSERT INTO "generations" VALUES(2,2,'6050d637bc',1,1795915243540);
INSERT INTO "entities" VALUES(1,2,'resource:7976cc8ca3ad58650348a193742b7e9a','01a224e3-e8a9-7374-860c-a32d99804657','original','a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3','{"type":"resource","id":"7976cc8ca3ad58650348a193742b7e9a","assetId":"01a224e3-e8a9-7374-860c-a32d99804657","role":"original","hash":"a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3","size":672,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:6edfc7b0257092933f66666e94ca8e8f','01a224e3-e8c8-7399-a2e2-744e1b0e657d','original','7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a','{"type":"resource","id":"6edfc7b0257092933f66666e94ca8e8f","assetId":"01a224e3-e8c8-7399-a2e2-744e1b0e657d","role":"original","hash":"7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a","size":691,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:47bcf3eae939baaa91f9d54e6490f049','01a224e3-e8d6-7896-9bbf-6f7bc3d699ea','original','4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673','{"type":"resource","id":"47bcf3eae939baaa91f9d54e6490f049","assetId":"01a224e3-e8d6-7896-9bbf-6f7bc3d699ea","role":"original","hash":"4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673","size":672,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:a9137b259f9ef5c5c9342753622dea16','01a224e3-e8e3-7de2-ae04-b85b4309bd73','original','dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367','{"type":"resource","id":"a9137b259f9ef5c5c9342753622dea16","assetId":"01a224e3-e8e3-7de2-ae04-b85b4309bd73","role":"original","hash":"dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e3-e8a9-7374-860c-a32d99804657',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e3-e8a9-7374-860c-a32d99804657","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915245741,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e3-e8c8-7399-a2e2-744e1b0e657d',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-e8c8-7399-a2e2-744e1b0e657d","kind":"photo","state":"trashed","trashedAt":1795915245862,"addedAt":1795915245769,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:a3e9d0681d734a6ed75066114955f48d','01a224e3-e8d6-7896-9bbf-6f7bc3d699ea','edited','a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35','{"type":"resource","id":"a3e9d0681d734a6ed75066114955f48d","assetId":"01a224e3-e8d6-7896-9bbf-6f7bc3d699ea","role":"edited","hash":"a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e3-e8d6-7896-9bbf-6f7bc3d699ea',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-e8d6-7896-9bbf-6f7bc3d699ea","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915245783,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce","rendering":"a3e9d0681d734a6ed75066114955f48d"}');
INSERT INTO "entities" VALUES(1,17,'resource:5deaaeafc5650091aa189e73e296dbe9','01a224e3-e8e3-7de2-ae04-b85b4309bd73','raw','3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c','{"type":"resource","id":"5deaaeafc5650091aa189e73e296dbe9","assetId":"01a224e3-e8e3-7de2-ae04-b85b4309bd73","role":"raw","hash":"3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c","size":683,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:337d7d133e9f4f679a272d696d2e4eb6','01a224e3-e8ef-7071-b60b-0e574f58f264','original',NULL,'{"type":"resource","id":"337d7d133e9f4f679a272d696d2e4eb6","assetId":"01a224e3-e8ef-7071-b60b-0e574f58f264","role":"original","hash":"3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e3-e8e3-7de2-ae04-b85b4309bd73',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-e8e3-7de2-ae04-b85b4309bd73","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915245797,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e3-e8ef-7071-b60b-0e574f58f264','01a224e3-e8e3-7de2-ae04-b85b4309bd73',NULL,NULL,'{"type":"alias","from":"01a224e3-e8ef-7071-b60b-0e574f58f264","to":"01a224e3-e8e3-7de2-ae04-b85b4309bd73","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e3-e919-76d5-a0fb-966788d955d0',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-e919-76d5-a0fb-966788d955d0","kind":"photo","state":"purged","trashedAt":1795915245888,"addedAt":1795915245851,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:960c5996111b2d574b7093e675df287d','01a224e3-e919-76d5-a0fb-966788d955d0','original',NULL,'{"type":"resource","id":"960c5996111b2d574b7093e675df287d","assetId":"01a224e3-e919-76d5-a0fb-966788d955d0","role":"original","hash":"88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915245901,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e4-0605-7227-8c37-742c06686c66',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-0605-7227-8c37-742c06686c66","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915253269,"addedBy":"01a224e3-fa40-71f0-9b7a-ea3db6349c61","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:fea1a9995aa97cac0cf139e1ce3b8991','01a224e4-0605-7227-8c37-742c06686c66','original','e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70','{"type":"resource","id":"fea1a9995aa97cac0cf139e1ce3b8991","assetId":"01a224e4-0605-7227-8c37-742c06686c66","role":"original","hash":"e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915245941,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:3e4b490cb16af291eb6bf04d961d31e8','01a224e4-060c-708b-b7d4-57aed32c6e67','original','fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1','{"type":"resource","id":"3e4b490cb16af291eb6bf04d961d31e8","assetId":"01a224e4-060c-708b-b7d4-57aed32c6e67","role":"original","hash":"fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915245945,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224e4-060e-7a4d-b4dc-72984098595c',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-060e-7a4d-b4dc-72984098595c","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915253350,"addedBy":"01a224e3-fa40-71f0-9b7a-ea3db6349c61","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:23252fa696695c0949060e60bf3fcf7c','01a224e4-060e-7a4d-b4dc-72984098595c','original','96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a','{"type":"resource","id":"23252fa696695c0949060e60bf3fcf7c","assetId":"01a224e4-060e-7a4d-b4dc-72984098595c","role":"original","hash":"96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915245953,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:a4386aa522bf1a5e9d01bd2e241e4614','01a224e4-0613-7b59-bbd5-f3d2f4b68b1f','original','2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403','{"type":"resource","id":"a4386aa522bf1a5e9d01bd2e241e4614","assetId":"01a224e4-0613-7b59-bbd5-f3d2f4b68b1f","role":"original","hash":"2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915245949,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e4-060c-708b-b7d4-57aed32c6e67',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-060c-708b-b7d4-57aed32c6e67","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915253349,"addedBy":"01a224e3-fa40-71f0-9b7a-ea3db6349c61","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e4-0613-7b59-bbd5-f3d2f4b68b1f',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-0613-7b59-bbd5-f3d2f4b68b1f","kind":"photo","state":"trashed","trashedAt":1795915260946,"addedAt":1795915253350,"addedBy":"01a224e3-fa40-71f0-9b7a-ea3db6349c61","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e3-e866-77fb-946b-f2771c3cee74',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-e866-77fb-946b-f2771c3cee74","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915245683,"addedBy":"01a224e3-e821-72d9-b6f7-aae4f46ccbca","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:b9a433f28377245a6ab768b3d20169dd','01a224e3-e866-77fb-946b-f2771c3cee74','original','601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450','{"type":"resource","id":"b9a433f28377245a6ab768b3d20169dd","assetId":"01a224e3-e866-77fb-946b-f2771c3cee74","role":"original","hash":"601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e','01a224e3-e919-76d5-a0fb-966788d955d0',1795915245894);
INSERT INTO "in_trash" VALUES(1,'01a224e3-e8c8-7399-a2e2-744e1b0e657d',0);
INSERT INTO "in_trash" VALUES(1,'01a224e4-0613-7b59-bbd5-f3d2f4b68b1f',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e3-e866-77fb-946b-f2771c3cee74');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e3-e8a9-7374-860c-a32d99804657');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e3-e8c8-7399-a2e2-744e1b0e657d');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e3-e8d6-7896-9bbf-6f7bc3d699ea');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e3-e8e3-7de2-ae04-b85b4309bd73');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e4-0605-7227-8c37-742c06686c66');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e4-060c-708b-b7d4-57aed32c6e67');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e4-060e-7a4d-b4dc-72984098595c');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e4-0613-7b59-bbd5-f3d2f4b68b1f');
INSERT INTO "chains" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',15,'9c16865f8167abad3a599fdb0fa7691f2b0709f9587540a6439c1f186316f7bf');
INSERT INTO "chains" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',6,'596a0575733e72c66877d2dc0c49bd51cca1211fe018b696395d5429139ed26a');
INSERT INTO "chains" VALUES(2,'01a224e3-e821-72d9-b6f7-aae4f46ccbca','521df5d8a0a8',1,'e723fe9aace1fecd8edf850830a57958173d1924f0b8a8f1894e2fb69fdda4b6');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',1,'23e63c25910e6ee016e4bac6cf48d7df9e66f08cfa0fa6c55fecefd03f2ef0fe','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',2,'7f59325a557c023df7d8952ecc4cc806c39c976ab310bec5e6a28383dfa9b4f8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',3,'3685594307ad94a502d0cae26200b63402f018398af292e999a09e6ead4f90ed','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',4,'819a36b337e24af9faa977e71c2020ac25aaad90166a67a5010681fb572c7546','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',5,'6c11c0562fc89b4a97d048fab8ac12ef1dca19270542c8b5cdf0ba14a4a9447d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',6,'484f6e16d7be23ac72c8e16d2e84cd58cac079ea62ee5ec8de41ad512adf7f55','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',7,'4137dd9eec85577bbe754778f347aff57a64a7c5ec7204779e648d573629f9ad','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',8,'5df803c65ad6b45408a0f4db3de4d13a4f012681697419728ef7e6f33c7609a0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',9,'6a90f736f5662e36446283f22ea0a0c5d859bdb9a9ee5d627c6649d7ba089508','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',10,'24dd68b402a94e8e4b9ecd49ca27f42fe791c98e5a5d9d8e17138497c0c186bf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',11,'33c8e0b37c12c5ca2643e54c3d6213feaa946b7f43ce86224f20e93febe0cd7e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',12,'72a9eb840ba781fe73ace2b08a27481010bd75fba959e020bcd46cf51ce0d8e6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',13,'86e8af01a7be5697c544290e9d05fa91e68fbb566f1b0d3fec97954548e4f8e2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',14,'eda24fc478278d5064643675a9ce18ff4d3af535922c8e98e3049bff892551fb','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-e60c-7a59-a871-329919cb81ce','521df5d8a0a8',15,'9c16865f8167abad3a599fdb0fa7691f2b0709f9587540a6439c1f186316f7bf','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',1,'617b8afa74702a12d8f6e30ce8b842c18ffbfb7d47a9fc8c8be18bcfad5f019e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',2,'f5c9a264334a030c87046c907bedfd22255bd98728dda58f6be6818b552452da','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',3,'fe7fe1f4f481ecba4881a07d0ba8de7edc9146b15c509ca59da755bdc828f9fa','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',4,'b213e3812d934da89b435698969b845b4db49c36e606e13e38cfcdc920cee7d1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',5,'ec3af7ad9a15072a53caa3948e0c7db34368980667b7bee0b2ef031f4da7eb21','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','521df5d8a0a8',6,'596a0575733e72c66877d2dc0c49bd51cca1211fe018b696395d5429139ed26a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e3-e821-72d9-b6f7-aae4f46ccbca','521df5d8a0a8',1,'e723fe9aace1fecd8edf850830a57958173d1924f0b8a8f1894e2fb69fdda4b6','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e3-e866-77fb-946b-f2771c3cee74',1795915245683,'01a224e3-e821-72d9-b6f7-aae4f46ccbca','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450","size":690}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e3-e8a9-7374-860c-a32d99804657',1795915245741,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3","size":672}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e3-e8c8-7399-a2e2-744e1b0e657d',1795915245769,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a","size":691}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e3-e8d6-7896-9bbf-6f7bc3d699ea',1795915245783,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673","size":672}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e3-e8e3-7de2-ae04-b85b4309bd73',1795915245797,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367","size":676}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e3-e8ef-7071-b60b-0e574f58f264',1795915245808,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c","size":683}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e3-e919-76d5-a0fb-966788d955d0',1795915245851,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e","size":682}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e3-e8a9-7374-860c-a32d99804657',1795915245859,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e3-e8c8-7399-a2e2-744e1b0e657d',1795915245862,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915245862}');
INSERT INTO "journal" VALUES(10,1,'01a224e3-e8d6-7896-9bbf-6f7bc3d699ea',1795915245879,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"a3e9d0681d734a6ed75066114955f48d","state":"live","version":"a3e9d0681d734a6ed75066114955f48d"}');
INSERT INTO "journal" VALUES(11,1,'01a224e3-e8e3-7de2-ae04-b85b4309bd73',1795915245882,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.join','{"kept":{},"joined":{"id":"01a224e3-e8ef-7071-b60b-0e574f58f264","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c"}]}}','{"role":"raw","hash":"3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e3-e919-76d5-a0fb-966788d955d0',1795915245888,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915245888}');
INSERT INTO "journal" VALUES(13,1,'01a224e3-e919-76d5-a0fb-966788d955d0',1795915245894,'01a224e3-e60c-7a59-a871-329919cb81ce','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e","size":682}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915245901,'01a224e3-e60c-7a59-a871-329919cb81ce','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e4-0605-7227-8c37-742c06686c66',1795915253269,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70","size":680}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e4-060c-708b-b7d4-57aed32c6e67',1795915253349,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1","size":679}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e4-060e-7a4d-b4dc-72984098595c',1795915253350,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a","size":680}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e4-0613-7b59-bbd5-f3d2f4b68b1f',1795915253350,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403","size":679}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e4-060c-708b-b7d4-57aed32c6e67',1795915255488,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e4-0613-7b59-bbd5-f3d2f4b68b1f',1795915260946,'01a224e3-fa40-71f0-9b7a-ea3db6349c61','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915260946}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e3-e919-76d5-a0fb-966788d955d0',0,1795915245894,'01a224e3-e60c-7a59-a871-329919cb81ce','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-e919-76d5-a0fb-966788d955d0","kind":"photo","state":"trashed","trashedAt":1795915245888,"addedAt":1795915245851,"addedBy":"01a224e3-e60c-7a59-a871-329919cb81ce","rendering":null}','[{"type":"resource","id":"960c5996111b2d574b7093e675df287d","assetId":"01a224e3-e919-76d5-a0fb-966788d955d0","role":"original","hash":"88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e3-e8ef-7071-b60b-0e574f58f264',0);
INSERT INTO "tombstones" VALUES(1,'01a224e3-e919-76d5-a0fb-966788d955d0',0);
INSERT INTO "user" VALUES('RajjaY9YlgIVOhdUUnrcDqWNLAp58naV','ann','ann@example.org',0,NULL,'2026-11-29T01:20:41.004Z','2026-11-29T01:20:41.004Z');
INSERT INTO "user" VALUES('XyO6Bje2OduQJbPSIxLLsxzHuk6gQzyW','ben','ben@example.org',0,NULL,'2026-11-29T01:20:43.538Z','2026-11-29T01:20:43.538Z');
INSERT INTO "account" VALUES('hsVe6BsQAwdWS1VmSCk8lBXbdYz3czJy','RajjaY9YlgIVOhdUUnrcDqWNLAp58naV','credential','RajjaY9YlgIVOhdUUnrcDqWNLAp58naV',NULL,NULL,NULL,NULL,NULL,NULL,'0ccabd6fb4da970406df936ee2547604:e41aa731e1df7eeff761055775a452dae304bd4026961ed39a498a008875164cb9b282685c9ac29eb1c57b68f47d34d858c58eb5e14548acb7f88e4d1b8c7678','2026-11-29T01:20:41.015Z','2026-11-29T01:20:41.015Z');
INSERT INTO "account" VALUES('tHhwxL1GnbyTQDF1XobfTEp5D0EGqpT7','XyO6Bje2OduQJbPSIxLLsxzHuk6gQzyW','credential','XyO6Bje2OduQJbPSIxLLsxzHuk6gQzyW',NULL,NULL,NULL,NULL,NULL,NULL,'02044d92e67bbcf32555d78c2b8714a5:f5ec350861acb9610a93a0670027693ecfa5878e3e6eb70da457c6f2c31047594db98d0c72bc82c5d3af6ebe3bbb564c6800610b274d820be7ad78cd6756503c','2026-11-29T01:20:43.539Z','2026-11-29T01:20:43.539Z');
INSERT INTO "owners" VALUES('RajjaY9YlgIVOhdUUnrcDqWNLAp58naV');
INSERT INTO "devices" VALUES('01a224e3-e60c-7a59-a871-329919cb81ce','RajjaY9YlgIVOhdUUnrcDqWNLAp58naV','01a224e3-d63b-7968-b705-832921732ebf','Tablet','folder','v1','0.1.0','b5d7f19d3f30af912a6462f3acf9ebfa19d90b6c407231614b6a27986b68e474',NULL,1795915245080,1795915245080,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e3-e821-72d9-b6f7-aae4f46ccbca','XyO6Bje2OduQJbPSIxLLsxzHuk6gQzyW','01a224e3-e014-752a-acbe-ae2706bb5f80','Ben’s phone','folder','v1','0.1.0','a2da11bf6a8558c4e7e5e900105c122722b186b208787633e62a5ff757cfefa5',NULL,1795915245601,1795915245601,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','RajjaY9YlgIVOhdUUnrcDqWNLAp58naV','01a224e3-d63b-7968-b705-832921732ebf','Laptop','folder','linux 6.1.0','0.1.0','15af96170ca3d3dfe2133fd640a27beec73b5f510e9af4163139621c26a42725',NULL,1795915250240,1795915250240,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915261045,'{"version":"0.1.0","protocol":2,"at":1795915261033,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915252696},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915252696},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":80976433152,"source":"the file system","since":1795915255632}}}',NULL,1795915253229);
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','1','01a224e4-0605-7227-8c37-742c06686c66','in-sync','  ','{"key":"1","path":"first.jpg","size":680,"assetId":"01a224e4-0605-7227-8c37-742c06686c66","hash":"e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','10','01a224e3-e8e3-7de2-ae04-b85b4309bd73','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":683,"assetId":"01a224e3-e8e3-7de2-ae04-b85b4309bd73","hash":"3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','11','01a224e4-060c-708b-b7d4-57aed32c6e67','in-sync','  ','{"key":"11","path":"renamed.jpg","size":679,"assetId":"01a224e4-060c-708b-b7d4-57aed32c6e67","hash":"fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915250632,"evidence":{"kind":"sidecar"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','3','01a224e4-060e-7a4d-b4dc-72984098595c','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":680,"assetId":"01a224e4-060e-7a4d-b4dc-72984098595c","hash":"96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915250632,"evidence":{"kind":"text"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','7','01a224e3-e8a9-7374-860c-a32d99804657','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":672,"assetId":"01a224e3-e8a9-7374-860c-a32d99804657","hash":"a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','8','01a224e3-e8e3-7de2-ae04-b85b4309bd73','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":676,"assetId":"01a224e3-e8e3-7de2-ae04-b85b4309bd73","hash":"dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61','9','01a224e3-e8d6-7896-9bbf-6f7bc3d699ea','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":681,"assetId":"01a224e3-e8d6-7896-9bbf-6f7bc3d699ea","hash":"a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403',679,'committed',1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61',1795915253263);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c',683,'committed',1,'01a224e3-e60c-7a59-a871-329919cb81ce',1795915245806);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673',672,'committed',1,'01a224e3-e60c-7a59-a871-329919cb81ce',1795915245781);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a',691,'committed',1,'01a224e3-e60c-7a59-a871-329919cb81ce',1795915245766);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a',680,'committed',1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61',1795915253249);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3',672,'committed',1,'01a224e3-e60c-7a59-a871-329919cb81ce',1795915245735);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35',681,'committed',1,'01a224e3-e60c-7a59-a871-329919cb81ce',1795915245875);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367',676,'committed',1,'01a224e3-e60c-7a59-a871-329919cb81ce',1795915245794);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70',680,'committed',1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61',1795915253245);
INSERT INTO "ledger" VALUES('01a224e3-d63b-7968-b705-832921732ebf','fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1',679,'committed',1,'01a224e3-fa40-71f0-9b7a-ea3db6349c61',1795915253249);
INSERT INTO "ledger" VALUES('01a224e3-e014-752a-acbe-ae2706bb5f80','601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450',690,'committed',1,'01a224e3-e821-72d9-b6f7-aae4f46ccbca',1795915245667);
INSERT INTO "ledger_sums" VALUES('01a224e3-d63b-7968-b705-832921732ebf',6793,0);
INSERT INTO "ledger_sums" VALUES('01a224e3-e014-752a-acbe-ae2706bb5f80',690,0);
INSERT INTO "uploads" VALUES('004861669cab7736305735b0981fb8a7','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-fa40-71f0-9b7a-ea3db6349c61','2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403',679,'image/jpeg',1795915253198,1795915253263,'2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403');
INSERT INTO "uploads" VALUES('474bf88d5e5745bd06967c07e4f0a01a','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-fa40-71f0-9b7a-ea3db6349c61','e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70',680,'image/jpeg',1795915253188,1795915253245,'e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70');
INSERT INTO "uploads" VALUES('7bb50f309488f7978d73868a4c469170','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c',683,'image/jpeg',1795915245803,1795915245806,'3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c');
INSERT INTO "uploads" VALUES('939065eb46dda153892c5b2a8722dbb9','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-fa40-71f0-9b7a-ea3db6349c61','fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1',679,'image/jpeg',1795915253198,1795915253249,'fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1');
INSERT INTO "uploads" VALUES('9d3abefe4fb281654480e54038350ec5','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3',672,'image/jpeg',1795915245711,1795915245735,'a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3');
INSERT INTO "uploads" VALUES('9d5204675b68595ff30fb6408bc9995c','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a',691,'image/jpeg',1795915245759,1795915245766,'7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a');
INSERT INTO "uploads" VALUES('b3f4db3ab747813936b82deebb78d613','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673',672,'image/jpeg',1795915245777,1795915245781,'4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673');
INSERT INTO "uploads" VALUES('b6e5a8e77bf21c800c88298a54d979db','01a224e3-e014-752a-acbe-ae2706bb5f80','01a224e3-e821-72d9-b6f7-aae4f46ccbca','601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450',690,'image/jpeg',1795915245648,1795915245667,'601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450');
INSERT INTO "uploads" VALUES('bf8ac7f80422cbf7d9ac2f56aef7aa87','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-fa40-71f0-9b7a-ea3db6349c61','96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a',680,'image/jpeg',1795915253198,1795915253249,'96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a');
INSERT INTO "uploads" VALUES('d860c7f6cd42918979307eb15b55dcdf','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367',676,'image/jpeg',1795915245790,1795915245794,'dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367');
INSERT INTO "uploads" VALUES('d871daedfd6f1e69da5dd975a97d06f6','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e',682,'image/jpeg',1795915245815,1795915245847,'88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e');
INSERT INTO "uploads" VALUES('ee1a7ef81399b7e1047297c9ba409567','01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e60c-7a59-a871-329919cb81ce','a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35',681,'image/jpeg',1795915245869,1795915245875,'a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35');
INSERT INTO "blob_checks" VALUES('2e3525e56a8524b209a3de13911b3cdf98bdc3cbf645c81126d667153c024403',679,'1795915253239492582',1795915253263,0);
INSERT INTO "blob_checks" VALUES('3cfc75d15fe847705231d3347acefe7313abeeb7a5119152f755d3859e80cd3c',683,'1795915245805100545',1795915245806,0);
INSERT INTO "blob_checks" VALUES('4961a6f18bebae05f8ae991d73e9499ec4a202e08effaf78a291ac7b1bfc1673',672,'1795915245780263567',1795915245781,0);
INSERT INTO "blob_checks" VALUES('601514c9f6318545535f7726f73640035b501ffd2f78e3257d04812fdfbe0450',690,'1795915245657182969',1795915245667,0);
INSERT INTO "blob_checks" VALUES('7e7b58c4f6c0a4b5f7e1b1eeb54d21b4c727bd566d358ed8449fb423ec6c8f8a',691,'1795915245762675453',1795915245766,0);
INSERT INTO "blob_checks" VALUES('88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e',682,'1795915245836447428',1795915245847,0);
INSERT INTO "blob_checks" VALUES('96e4a359c0d6550c405da88e7184c3d8d8ea366ddf65adfd3dce5e7b929e9e8a',680,'1795915253237333806',1795915253249,0);
INSERT INTO "blob_checks" VALUES('a261a39a0b7dbe61e4fbe532b8cf59123b78fbc4e54a1b398606e5873a7004a3',672,'1795915245734025002',1795915245735,0);
INSERT INTO "blob_checks" VALUES('a832c5faf287bc94cfff69cd44bdb60d9a2387741335ff8d9ff2b4681813cd35',681,'1795915245873017210',1795915245875,0);
INSERT INTO "blob_checks" VALUES('dd2041e3191b63f6b36081f6152a754556ae3f853c6ad73668ebaa1a06734367',676,'1795915245792819896',1795915245794,0);
INSERT INTO "blob_checks" VALUES('e614ae6e2b58cd52a580fe29481fd09a8e15d5545dd32dc2e4f9a763eb42ce70',680,'1795915253237333806',1795915253245,0);
INSERT INTO "blob_checks" VALUES('fb5132a29ea38fa158e29f673b9aafa9f757fcdbc4a562263b596bb7f7a4b5e1',679,'1795915253239492582',1795915253249,0);
INSERT INTO "loose_blobs" VALUES('88e8676105220846027d9f35c70d10e2c18ab642ddc98226dff7cbabc28fc06e',25969);
INSERT INTO "scrub" VALUES(1,1795915237859,1795915237859,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e3-d63b-7968-b705-832921732ebf','01a224e3-e8a9-7374-860c-a32d99804657','7976cc8ca3ad58650348a193742b7e9a','started',0,NULL,NULL,1795915245744);
INSERT INTO "rendition_attempts" VALUES('01a224e3-e014-752a-acbe-ae2706bb5f80','01a224e3-e866-77fb-946b-f2771c3cee74','b9a433f28377245a6ab768b3d20169dd','started',0,NULL,NULL,1795915245704);
INSERT INTO "heard" VALUES('01a224e3-e60c-7a59-a871-329919cb81ce',25969,1795915245080);
INSERT INTO "heard" VALUES('01a224e3-e821-72d9-b6f7-aae4f46ccbca',25969,1795915245601);
INSERT INTO "heard" VALUES('01a224e3-fa40-71f0-9b7a-ea3db6349c61',25969,1795915250240);
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
CREATE INDEX roll_entries_without_asset ON roll_entries (device_id, key) WHERE asset_id IS NULL;
CREATE INDEX ledger_pending ON ledger (touched) WHERE state <> 'committed';
CREATE INDEX uploads_open ON uploads (library, hash, device) WHERE result IS NULL;
CREATE INDEX uploads_touched ON uploads (touched);
CREATE INDEX blob_checks_bad ON blob_checks (hash) WHERE damaged <> 0;
CREATE INDEX ledger_by_hash ON ledger (hash);
CREATE INDEX uploads_open_by_hash ON uploads (hash) WHERE result IS NULL AND hash IS NOT NULL;
CREATE INDEX loose_blobs_by_time ON loose_blobs (since);
CREATE INDEX quarantine_by_time ON quarantine (since);
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
