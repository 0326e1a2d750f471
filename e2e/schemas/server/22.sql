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
CREATE TABLE unread_sidecars (n INTEGER PRIMARY KEY, library INTEGER NOT NULL, resource_id TEXT NOT NULL, asset_id TEXT NOT NULL, only_date INTEGER NOT NULL DEFAULT 0, UNIQUE (library, resource_id));
CREATE TABLE burst_frames (library INTEGER NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, asset_id TEXT NOT NULL, PRIMARY KEY (library, key, at, asset_id)) WITHOUT ROWID;
CREATE TABLE named_halves (library INTEGER NOT NULL, name TEXT NOT NULL, asset_id TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (library, name, asset_id)) WITHOUT ROWID;
CREATE TABLE joined_films (library INTEGER NOT NULL, asset_id TEXT NOT NULL, hash TEXT NOT NULL, pair_id TEXT, PRIMARY KEY (library, asset_id, hash)) WITHOUT ROWID;
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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT, moves INTEGER NOT NULL DEFAULT 0, sharpness INTEGER, screenshot INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 0, hurt INTEGER NOT NULL DEFAULT 0,
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
CREATE TABLE kept_groups (n INTEGER PRIMARY KEY, library_id TEXT NOT NULL, photos TEXT NOT NULL, UNIQUE (library_id, photos));
INSERT INTO "schema_steps" VALUES('accounts',1,1795916640);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916640);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916640);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916640);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916640);
INSERT INTO "schema_steps" VALUES('closing',1,1795916640);
INSERT INTO "schema_steps" VALUES('errands',1,1795916640);
INSERT INTO "schema_steps" VALUES('library',1,1795916640);
INSERT INTO "schema_steps" VALUES('library',2,1795916640);
INSERT INTO "schema_steps" VALUES('library',3,1795916640);
INSERT INTO "schema_steps" VALUES('library',4,1795916640);
INSERT INTO "schema_steps" VALUES('library',5,1795916640);
INSERT INTO "schema_steps" VALUES('library',6,1795916640);
INSERT INTO "schema_steps" VALUES('library',7,1795916640);
INSERT INTO "schema_steps" VALUES('library',8,1795916640);
INSERT INTO "schema_steps" VALUES('library',9,1795916640);
INSERT INTO "schema_steps" VALUES('library',10,1795916640);
INSERT INTO "schema_steps" VALUES('library',11,1795916640);
INSERT INTO "schema_steps" VALUES('library',12,1795916640);
INSERT INTO "schema_steps" VALUES('library',13,1795916640);
INSERT INTO "schema_steps" VALUES('orders',1,1795916640);
INSERT INTO "schema_steps" VALUES('orders',2,1795916640);
INSERT INTO "schema_steps" VALUES('plans',1,1795916640);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',6,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',7,1795916640);
INSERT INTO "schema_steps" VALUES('renditions',8,1795916640);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916640);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916640);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916640);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916640);
INSERT INTO "schema_steps" VALUES('settings',1,1795916640);
INSERT INTO "schema_steps" VALUES('silence',1,1795916640);
INSERT INTO "schema_steps" VALUES('space',1,1795916640);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','9e7e7ba45312');
INSERT INTO "server_facts" VALUES('heartbeat','1795916665689');
INSERT INTO "server_facts" VALUES('seen-time','25419');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f9-41e0-7534-9f0a-3ad77cc4e496',5000000000,35,0,6,2,1795916644883);
INSERT INTO "libraries" VALUES(2,'01a224f9-4cae-7a51-a4bc-551d6f8c30f0',5000000000,2,0,1,0,1795916647599);
INSERT INTO "members" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU','owner');
INSERT INTO "members" VALUES('01a224f9-4cae-7a51-a4bc-551d6f8c30f0','UuCHbg0qOWUsVzJcMmbvuHhVmnBtnZOW','owner');
INSERT INTO "generations" VALUES(1,1,'fbb5f4f2c3',1,1795916644883);
INSERT INTO "generations" VALUES(2,2,'fbb5f4f2c3',1,1795916647599);
INSERT INTO "entities" VALUES(1,2,'resource:a36fc6df4c4a0910f0f404260a094f01','01a224f9-5723-75bd-acd9-1d456c3d93ab','original','48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214','{"type":"resource","id":"a36fc6df4c4a0910f0f404260a094f01","assetId":"01a224f9-5723-75bd-acd9-1d456c3d93ab","role":"original","hash":"48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:751327ba6f77faa6b7176b9498512ec7','01a224f9-57c1-77a7-84df-06af97f51d37','original','44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b','{"type":"resource","id":"751327ba6f77faa6b7176b9498512ec7","assetId":"01a224f9-57c1-77a7-84df-06af97f51d37","role":"original","hash":"44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:1b725c5577a8b0f7034780b9a94a34ab','01a224f9-58ba-7672-af8f-6fc2a88d281c','original','14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c','{"type":"resource","id":"1b725c5577a8b0f7034780b9a94a34ab","assetId":"01a224f9-58ba-7672-af8f-6fc2a88d281c","role":"original","hash":"14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:44188c37c889bee0be3e9e1362fe4397','01a224f9-590d-71cb-a57e-a8ae26072b65','original','2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc','{"type":"resource","id":"44188c37c889bee0be3e9e1362fe4397","assetId":"01a224f9-590d-71cb-a57e-a8ae26072b65","role":"original","hash":"2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f9-5723-75bd-acd9-1d456c3d93ab',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f9-5723-75bd-acd9-1d456c3d93ab","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916650279,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f9-57c1-77a7-84df-06af97f51d37',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-57c1-77a7-84df-06af97f51d37","kind":"photo","state":"trashed","trashedAt":1795916651140,"addedAt":1795916650436,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:bdcc6241dc48623bd19cafa67f9685e9','01a224f9-58ba-7672-af8f-6fc2a88d281c','edited','eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642','{"type":"resource","id":"bdcc6241dc48623bd19cafa67f9685e9","assetId":"01a224f9-58ba-7672-af8f-6fc2a88d281c","role":"edited","hash":"eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642","size":697,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f9-58ba-7672-af8f-6fc2a88d281c',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-58ba-7672-af8f-6fc2a88d281c","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916650698,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b","rendering":"bdcc6241dc48623bd19cafa67f9685e9"}');
INSERT INTO "entities" VALUES(1,17,'resource:c89df2fc3c94fad768c636f9bd793ddd','01a224f9-590d-71cb-a57e-a8ae26072b65','raw','502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc','{"type":"resource","id":"c89df2fc3c94fad768c636f9bd793ddd","assetId":"01a224f9-590d-71cb-a57e-a8ae26072b65","role":"raw","hash":"502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc","size":678,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:c18e8dc0a97ec43caabe34a30002ad02','01a224f9-59ab-7718-87c6-746703abf43c','original',NULL,'{"type":"resource","id":"c18e8dc0a97ec43caabe34a30002ad02","assetId":"01a224f9-59ab-7718-87c6-746703abf43c","role":"original","hash":"502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f9-590d-71cb-a57e-a8ae26072b65',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-590d-71cb-a57e-a8ae26072b65","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916650768,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f9-59ab-7718-87c6-746703abf43c','01a224f9-590d-71cb-a57e-a8ae26072b65',NULL,NULL,'{"type":"alias","from":"01a224f9-59ab-7718-87c6-746703abf43c","to":"01a224f9-590d-71cb-a57e-a8ae26072b65","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f9-5a41-7158-8cd3-4af5a2cf6275',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-5a41-7158-8cd3-4af5a2cf6275","kind":"photo","state":"purged","trashedAt":1795916651279,"addedAt":1795916651075,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:738b2d057a7c2e43b283b390d333e9e5','01a224f9-5a41-7158-8cd3-4af5a2cf6275','original',NULL,'{"type":"resource","id":"738b2d057a7c2e43b283b390d333e9e5","assetId":"01a224f9-5a41-7158-8cd3-4af5a2cf6275","role":"original","hash":"6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916651396,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224f9-6ad4-71ce-bc82-8c52765166ce',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-6ad4-71ce-bc82-8c52765166ce","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916655454,"addedBy":"01a224f9-62dc-7eef-9675-acfa7d6de1cc","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:f4ab3b3dd1af3377858c11e1be4830ec','01a224f9-6ad4-71ce-bc82-8c52765166ce','original','dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136','{"type":"resource","id":"f4ab3b3dd1af3377858c11e1be4830ec","assetId":"01a224f9-6ad4-71ce-bc82-8c52765166ce","role":"original","hash":"dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916651469,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:fbd5e339c39a5f98eb0451a86e88f54d','01a224f9-6b45-7878-877f-af7ac331d886','original','77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8','{"type":"resource","id":"fbd5e339c39a5f98eb0451a86e88f54d","assetId":"01a224f9-6b45-7878-877f-af7ac331d886","role":"original","hash":"77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916651465,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224f9-6b74-74a3-a8e3-998d7a10b231',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-6b74-74a3-a8e3-998d7a10b231","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916655693,"addedBy":"01a224f9-62dc-7eef-9675-acfa7d6de1cc","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:17b937ff330189781620400a2e7047f9','01a224f9-6b74-74a3-a8e3-998d7a10b231','original','93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2','{"type":"resource","id":"17b937ff330189781620400a2e7047f9","assetId":"01a224f9-6b74-74a3-a8e3-998d7a10b231","role":"original","hash":"93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916651453,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:7ea84b6f0c417d8e7b3f89a3a5c9bc2c','01a224f9-6b75-76a4-9624-00b09cbbd11a','original','593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab','{"type":"resource","id":"7ea84b6f0c417d8e7b3f89a3a5c9bc2c","assetId":"01a224f9-6b75-76a4-9624-00b09cbbd11a","role":"original","hash":"593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916651461,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:10ff47e170a7fa15c7f0df9b33e458f6','01a224f9-6b74-74a3-a8e3-998d7a10b231','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"10ff47e170a7fa15c7f0df9b33e458f6","assetId":"01a224f9-6b74-74a3-a8e3-998d7a10b231","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916651469,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f9-6b75-76a4-9624-00b09cbbd11a',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-6b75-76a4-9624-00b09cbbd11a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916655693,"addedBy":"01a224f9-62dc-7eef-9675-acfa7d6de1cc","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f9-6b45-7878-877f-af7ac331d886',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-6b45-7878-877f-af7ac331d886","kind":"photo","state":"trashed","trashedAt":1795916662896,"addedAt":1795916655692,"addedBy":"01a224f9-62dc-7eef-9675-acfa7d6de1cc","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f9-569e-732c-a4df-e5e1b4200385',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-569e-732c-a4df-e5e1b4200385","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916650153,"addedBy":"01a224f9-55e1-77c5-a805-82de941fe166","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:72b8754998f070f19fbf0351c7e49e0c','01a224f9-569e-732c-a4df-e5e1b4200385','original','57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3','{"type":"resource","id":"72b8754998f070f19fbf0351c7e49e0c","assetId":"01a224f9-569e-732c-a4df-e5e1b4200385","role":"original","hash":"57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3','01a224f9-5a41-7158-8cd3-4af5a2cf6275',1795916651373);
INSERT INTO "in_trash" VALUES(1,'01a224f9-57c1-77a7-84df-06af97f51d37',0);
INSERT INTO "in_trash" VALUES(1,'01a224f9-6b45-7878-877f-af7ac331d886',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f9-569e-732c-a4df-e5e1b4200385');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f9-5723-75bd-acd9-1d456c3d93ab');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f9-57c1-77a7-84df-06af97f51d37');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f9-58ba-7672-af8f-6fc2a88d281c');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f9-590d-71cb-a57e-a8ae26072b65');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f9-6ad4-71ce-bc82-8c52765166ce');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f9-6b45-7878-877f-af7ac331d886');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f9-6b74-74a3-a8e3-998d7a10b231');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f9-6b75-76a4-9624-00b09cbbd11a');
INSERT INTO "chains" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',15,'8fc1bf04904f02e61e9e8847eadd071688cd15305d6dbad867bf67f0cb19e840');
INSERT INTO "chains" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',7,'1d9590017704cef58864540854a68db8df65f006542457ede150971cad6892e2');
INSERT INTO "chains" VALUES(2,'01a224f9-55e1-77c5-a805-82de941fe166','9e7e7ba45312',1,'dc19a1219b754eb5200f0376de6fffc40d223dc554ee80b96f349f72024c0182');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',1,'30922005b82bde272ab6830fb9b26ac1b179862f6983b72c805506725e1c06bf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',2,'f6dc36af31930ca0c08c5207bf58726ce00adc9bda720b80fb15ce2abf0461c4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',3,'edca3642f922e91d2b5c4508e8f1884e6927ebf52c3ba7566a5ad53395b1d221','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',4,'4e67e5cf583ccaace265ea767e22d5e719d4d63b81c4af24173a6dad20710df9','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',5,'2592f46bcfee4007e37ee26585433e4aef2e90f3c230ac9a8183ed6942cf1aba','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',6,'4891a413c02ad9a36855f7f024b8d0f1a1d31f60102249c42702ef6e0e155947','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',7,'588774db3b5ada4d145f1f26edf00cb24be79ad5799b94d7572a9dd199593515','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',8,'69b5b2d97c37f5815dff0606d71a1ecb216fdffb34332e7f095811236465fd47','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',9,'3e7ac3d19e9e0c7f909e8ff8b899bb5da62b8a1be49943b4f3aff775ac15a33a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',10,'14b8d6d68ed9aa58ec34f24156e925048770d5fa3ad5c489e3a22744a5ccc9bd','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',11,'2d470cdce3afae894297c36f29dcffcc4dfd63846365b5f24b693b27b39419c7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',12,'d234a3fced32212161c011288f66abaa03550f0daae2865dca4e539a12262b74','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',13,'fc858206f80151966aade8694528085e8cb171873dd07a8ff857569d11c050bf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',14,'10307daab1c77292210648016903d8e38abeb415cf61122966882c4d2b4ffe4b','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-536b-796f-9324-aec70c68f43b','9e7e7ba45312',15,'8fc1bf04904f02e61e9e8847eadd071688cd15305d6dbad867bf67f0cb19e840','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',1,'d85f549460526c811d45b9926be2d658aa83a02226b2751e65c7891321f55755','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',2,'3401ff41f4f59387d0d50847e432d5bac8c1bebdd96687eae891d4169659d939','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',3,'8bbedd201d5b5586a1d0ea095f5dcd950f032bb73a756ed9cef2d900c4d091dd','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',4,'3f3494574f70192ffdf1e2d86ef7739d532edd149ac5f674c405e2176ba7fdab','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',5,'295302c691b0a3a9ca2f9e50eb27fae2bef8951f1d10e0a2e99b3673ca62d3ca','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',6,'0119997e3c67d71ea3955c9c15454d343fd9360c851d8e860c2b06354f8f8614','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','9e7e7ba45312',7,'1d9590017704cef58864540854a68db8df65f006542457ede150971cad6892e2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f9-55e1-77c5-a805-82de941fe166','9e7e7ba45312',1,'dc19a1219b754eb5200f0376de6fffc40d223dc554ee80b96f349f72024c0182','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f9-569e-732c-a4df-e5e1b4200385',1795916650153,'01a224f9-55e1-77c5-a805-82de941fe166','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3","size":677}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f9-5723-75bd-acd9-1d456c3d93ab',1795916650279,'01a224f9-536b-796f-9324-aec70c68f43b','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214","size":684}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f9-57c1-77a7-84df-06af97f51d37',1795916650436,'01a224f9-536b-796f-9324-aec70c68f43b','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b","size":675}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f9-58ba-7672-af8f-6fc2a88d281c',1795916650698,'01a224f9-536b-796f-9324-aec70c68f43b','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c","size":685}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f9-590d-71cb-a57e-a8ae26072b65',1795916650768,'01a224f9-536b-796f-9324-aec70c68f43b','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc","size":693}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f9-59ab-7718-87c6-746703abf43c',1795916650979,'01a224f9-536b-796f-9324-aec70c68f43b','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc","size":678}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f9-5a41-7158-8cd3-4af5a2cf6275',1795916651075,'01a224f9-536b-796f-9324-aec70c68f43b','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3","size":686}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f9-5723-75bd-acd9-1d456c3d93ab',1795916651103,'01a224f9-536b-796f-9324-aec70c68f43b','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f9-57c1-77a7-84df-06af97f51d37',1795916651140,'01a224f9-536b-796f-9324-aec70c68f43b','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916651140}');
INSERT INTO "journal" VALUES(10,1,'01a224f9-58ba-7672-af8f-6fc2a88d281c',1795916651228,'01a224f9-536b-796f-9324-aec70c68f43b','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"bdcc6241dc48623bd19cafa67f9685e9","state":"live","version":"bdcc6241dc48623bd19cafa67f9685e9"}');
INSERT INTO "journal" VALUES(11,1,'01a224f9-590d-71cb-a57e-a8ae26072b65',1795916651233,'01a224f9-536b-796f-9324-aec70c68f43b','asset.join','{"kept":{},"joined":{"id":"01a224f9-59ab-7718-87c6-746703abf43c","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc"}]}}','{"role":"raw","hash":"502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f9-5a41-7158-8cd3-4af5a2cf6275',1795916651279,'01a224f9-536b-796f-9324-aec70c68f43b','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916651279}');
INSERT INTO "journal" VALUES(13,1,'01a224f9-5a41-7158-8cd3-4af5a2cf6275',1795916651373,'01a224f9-536b-796f-9324-aec70c68f43b','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3","size":686}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916651396,'01a224f9-536b-796f-9324-aec70c68f43b','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f9-6ad4-71ce-bc82-8c52765166ce',1795916655454,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136","size":680}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f9-6b45-7878-877f-af7ac331d886',1795916655692,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8","size":688}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f9-6b74-74a3-a8e3-998d7a10b231',1795916655693,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2","size":681}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f9-6b75-76a4-9624-00b09cbbd11a',1795916655693,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab","size":688}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f9-6b74-74a3-a8e3-998d7a10b231',1795916656152,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f9-6b75-76a4-9624-00b09cbbd11a',1795916657583,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f9-6b45-7878-877f-af7ac331d886',1795916662896,'01a224f9-62dc-7eef-9675-acfa7d6de1cc','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916662896}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f9-5a41-7158-8cd3-4af5a2cf6275',0,1795916651373,'01a224f9-536b-796f-9324-aec70c68f43b','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f9-5a41-7158-8cd3-4af5a2cf6275","kind":"photo","state":"trashed","trashedAt":1795916651279,"addedAt":1795916651075,"addedBy":"01a224f9-536b-796f-9324-aec70c68f43b","rendering":null}','[{"type":"resource","id":"738b2d057a7c2e43b283b390d333e9e5","assetId":"01a224f9-5a41-7158-8cd3-4af5a2cf6275","role":"original","hash":"6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f9-59ab-7718-87c6-746703abf43c',0);
INSERT INTO "tombstones" VALUES(1,'01a224f9-5a41-7158-8cd3-4af5a2cf6275',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'10ff47e170a7fa15c7f0df9b33e458f6','01a224f9-6b74-74a3-a8e3-998d7a10b231',0);
INSERT INTO "user" VALUES('4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU','ann','ann@example.org',0,NULL,'2026-11-29T01:44:04.705Z','2026-11-29T01:44:04.705Z');
INSERT INTO "user" VALUES('UuCHbg0qOWUsVzJcMmbvuHhVmnBtnZOW','ben','ben@example.org',0,NULL,'2026-11-29T01:44:07.582Z','2026-11-29T01:44:07.582Z');
INSERT INTO "account" VALUES('16XZhze1P5umueklaD77hLdn4LfbOF54','4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU','credential','4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU',NULL,NULL,NULL,NULL,NULL,NULL,'3a4151bc981f4c0d872dd90ab77d2266:04a36d76b9f72ce95e430fae9b0baede9fe8c81257d576340ddff5b72dd3cd3991e1f02cc468cf58dd318771c215cb8565192d73ba6964c5c163299420d3dc0f','2026-11-29T01:44:04.752Z','2026-11-29T01:44:04.752Z');
INSERT INTO "account" VALUES('4qgmPppoTSlKTeVK0GJzbH0t8vyduBO9','UuCHbg0qOWUsVzJcMmbvuHhVmnBtnZOW','credential','UuCHbg0qOWUsVzJcMmbvuHhVmnBtnZOW',NULL,NULL,NULL,NULL,NULL,NULL,'470b9927e320bb8227de362ee5495745:15863e2fa5356d9c5a8463a5a442d69c0de33df7a3f4e9ea8d541b22813445afc00bf0116f2f91f99384a4c1bba5be1b9076d5caed2f766bfbd07a0c11e8d302','2026-11-29T01:44:07.585Z','2026-11-29T01:44:07.585Z');
INSERT INTO "owners" VALUES('4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU');
INSERT INTO "devices" VALUES('01a224f9-536b-796f-9324-aec70c68f43b','4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU','01a224f9-41e0-7534-9f0a-3ad77cc4e496','Tablet','folder','v1','0.1.0','e13a01515c5d7eb32d1b89b807842f1bb10126b6823dadb54d84314545eb19e8',NULL,1795916649323,1795916649323,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f9-55e1-77c5-a805-82de941fe166','UuCHbg0qOWUsVzJcMmbvuHhVmnBtnZOW','01a224f9-4cae-7a51-a4bc-551d6f8c30f0','Ben’s phone','folder','v1','0.1.0','0cb4b638b5a62339fb4ac5d49eeee037fe93ad9372ec58b239197971a56b36d9',NULL,1795916649953,1795916649953,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','4E6MP8I5F2pSn9hTOhvHECCXkcv1UloU','01a224f9-41e0-7534-9f0a-3ad77cc4e496','Laptop','folder','linux 6.1.0','0.1.0','46877f989c4ef9930a117d07072b1bb09784700e15bdae53c2c5028cee72061b',NULL,1795916653276,1795916653276,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916662983,'{"version":"0.1.0","protocol":2,"at":1795916662981,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916654922},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (it has no battery)","since":1795916654922},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":77687148544,"source":"the file system","since":1795916655469}}}',NULL,1795916655572);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','1','01a224f9-6b74-74a3-a8e3-998d7a10b231','in-sync','  ','{"key":"1","path":"first.jpg","size":681,"assetId":"01a224f9-6b74-74a3-a8e3-998d7a10b231","hash":"93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','10','01a224f9-590d-71cb-a57e-a8ae26072b65','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":678,"assetId":"01a224f9-590d-71cb-a57e-a8ae26072b65","hash":"502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','11','01a224f9-6b75-76a4-9624-00b09cbbd11a','in-sync','  ','{"key":"11","path":"renamed.jpg","size":688,"assetId":"01a224f9-6b75-76a4-9624-00b09cbbd11a","hash":"593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','3','01a224f9-6ad4-71ce-bc82-8c52765166ce','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":680,"assetId":"01a224f9-6ad4-71ce-bc82-8c52765166ce","hash":"dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916653915,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','7','01a224f9-58ba-7672-af8f-6fc2a88d281c','in-sync','  ','{"key":"7","path":"2024/05/edited.jpg","size":697,"assetId":"01a224f9-58ba-7672-af8f-6fc2a88d281c","hash":"eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','8','01a224f9-590d-71cb-a57e-a8ae26072b65','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":693,"assetId":"01a224f9-590d-71cb-a57e-a8ae26072b65","hash":"2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc','9','01a224f9-5723-75bd-acd9-1d456c3d93ab','in-sync','  ','{"key":"9","path":"2024/05/titled.jpg","size":684,"assetId":"01a224f9-5723-75bd-acd9-1d456c3d93ab","hash":"48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c',685,'committed',1,'01a224f9-536b-796f-9324-aec70c68f43b',1795916650674);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc',693,'committed',1,'01a224f9-536b-796f-9324-aec70c68f43b',1795916650763);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b',675,'committed',1,'01a224f9-536b-796f-9324-aec70c68f43b',1795916650431);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214',684,'committed',1,'01a224f9-536b-796f-9324-aec70c68f43b',1795916650271);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc',678,'committed',1,'01a224f9-536b-796f-9324-aec70c68f43b',1795916650868);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab',688,'committed',1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc',1795916655329);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8',688,'committed',1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc',1795916655311);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2',681,'committed',1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc',1795916655314);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc',1795916656091);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136',680,'committed',1,'01a224f9-62dc-7eef-9675-acfa7d6de1cc',1795916655309);
INSERT INTO "ledger" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642',697,'committed',1,'01a224f9-536b-796f-9324-aec70c68f43b',1795916651211);
INSERT INTO "ledger" VALUES('01a224f9-4cae-7a51-a4bc-551d6f8c30f0','57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3',677,'committed',1,'01a224f9-55e1-77c5-a805-82de941fe166',1795916650139);
INSERT INTO "ledger_sums" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496',6887,0);
INSERT INTO "ledger_sums" VALUES('01a224f9-4cae-7a51-a4bc-551d6f8c30f0',677,0);
INSERT INTO "uploads" VALUES('00da97090f8d194abacaf890c8f76b0e','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-62dc-7eef-9675-acfa7d6de1cc','dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136',680,'image/jpeg',1795916655207,1795916655309,'dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136');
INSERT INTO "uploads" VALUES('1faf75e5b194ac77bbbfff74b23c11dd','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b',675,'image/jpeg',1795916650293,1795916650431,'44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b');
INSERT INTO "uploads" VALUES('25904a3355a19252caf67a1cd2c4b842','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-62dc-7eef-9675-acfa7d6de1cc','77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8',688,'image/jpeg',1795916655208,1795916655311,'77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8');
INSERT INTO "uploads" VALUES('261603fa0317f2673d391e83f9e3186a','01a224f9-4cae-7a51-a4bc-551d6f8c30f0','01a224f9-55e1-77c5-a805-82de941fe166','57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3',677,'image/jpeg',1795916650071,1795916650139,'57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3');
INSERT INTO "uploads" VALUES('4de51b4608f22ee4de698f92deb96244','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc',678,'image/jpeg',1795916650778,1795916650868,'502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc');
INSERT INTO "uploads" VALUES('559d339b307bb1eb87a48ba20299fdf3','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642',697,'image/jpeg',1795916651195,1795916651211,'eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642');
INSERT INTO "uploads" VALUES('572380b9da160342df49950eaf6873b9','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214',684,'image/jpeg',1795916650172,1795916650271,'48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214');
INSERT INTO "uploads" VALUES('5ff16482aa60ad08745df17d97a47b2e','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-62dc-7eef-9675-acfa7d6de1cc','593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab',688,'image/jpeg',1795916655208,1795916655329,'593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab');
INSERT INTO "uploads" VALUES('69af4b04ea88daf198e95dca7f30b93f','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c',685,'image/jpeg',1795916650531,1795916650674,'14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c');
INSERT INTO "uploads" VALUES('69fa4a43004bb18b5b08cf3190b9f5cc','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-62dc-7eef-9675-acfa7d6de1cc','93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2',681,'image/jpeg',1795916655208,1795916655314,'93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2');
INSERT INTO "uploads" VALUES('8479efbf1d67f558b8a3c24f3f15ba21','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-62dc-7eef-9675-acfa7d6de1cc','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916655947,1795916656091,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('9db5e7f725b612409eef2b0aefdc6ab8','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3',686,'image/jpeg',1795916651045,1795916651069,'6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3');
INSERT INTO "uploads" VALUES('df0b765021879b6694283db36c410067','01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-536b-796f-9324-aec70c68f43b','2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc',693,'image/jpeg',1795916650757,1795916650763,'2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc');
INSERT INTO "blob_checks" VALUES('14d5ccd328b2b49f73dcdc1b03b040300a309c8474f26ee95932813d35a7708c',685,'1795916650573284020',1795916650674,0);
INSERT INTO "blob_checks" VALUES('2a3c70daa7da493d2814138bbe2307fc73645f7dc93bd09ef4b7763f81b452cc',693,'1795916650761765037',1795916650763,0);
INSERT INTO "blob_checks" VALUES('44f0460c3b0d6a689b6a6d30eb896b3786a64633cc7e9afd9d66bac1eafb517b',675,'1795916650373284014',1795916650431,0);
INSERT INTO "blob_checks" VALUES('48e576d47b7c259dc315489974d875725bd08e445bb2abd913fce3a7b660c214',684,'1795916650245007165',1795916650271,0);
INSERT INTO "blob_checks" VALUES('502817c7f6be26c15cc8894f61b7535ced4b43ebb18122f6b0fe533f1ce08fdc',678,'1795916650789284026',1795916650868,0);
INSERT INTO "blob_checks" VALUES('57baaf4debd346aa4bccf13f4edd9f48c5340af37c0bf8b2b2cbe2d5516af1d3',677,'1795916650133284007',1795916650139,0);
INSERT INTO "blob_checks" VALUES('593fb9e7e22ad7c83b07984fb98b2c4f0b17d24707ead3a5e6c134c7d235eaab',688,'1795916655283845290',1795916655329,0);
INSERT INTO "blob_checks" VALUES('6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3',686,'1795916651049043430',1795916651069,0);
INSERT INTO "blob_checks" VALUES('77cd5d18919aa833da3827ce4e2fa529a9deeb970059ebfc4e1a9839f2a875e8',688,'1795916655285284159',1795916655311,0);
INSERT INTO "blob_checks" VALUES('93cce789480735b3e5196a0502d413562877b072f88ef021521f11bf98752ff2',681,'1795916655283845290',1795916655314,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916656065284182',1795916656091,0);
INSERT INTO "blob_checks" VALUES('dcf3ce8ed292b9e5ae5ff6b5f5a051a84235dd891f633f1a363102902cf8e136',680,'1795916655283845290',1795916655309,0);
INSERT INTO "blob_checks" VALUES('eb70ef190f805e8d078bab0c25f0af74bbe0e255fb835c6c2e700aa5e7dc1642',697,'1795916651203893839',1795916651211,0);
INSERT INTO "loose_blobs" VALUES('6ced94a09a262831db03281aab89802a360fc988d007e1eeb621b1d811d302e3',25419);
INSERT INTO "scrub" VALUES(1,1795916640469,1795916640469,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','01a224f9-5723-75bd-acd9-1d456c3d93ab','a36fc6df4c4a0910f0f404260a094f01','started',0,NULL,NULL,1795916650285,NULL,NULL,0,NULL,0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f9-4cae-7a51-a4bc-551d6f8c30f0','01a224f9-569e-732c-a4df-e5e1b4200385','72b8754998f070f19fbf0351c7e49e0c','started',0,NULL,NULL,1795916650165,NULL,NULL,0,NULL,0,0,0);
INSERT INTO "heard" VALUES('01a224f9-536b-796f-9324-aec70c68f43b',25419,1795916649323);
INSERT INTO "heard" VALUES('01a224f9-55e1-77c5-a805-82de941fe166',25419,1795916649953);
INSERT INTO "heard" VALUES('01a224f9-62dc-7eef-9675-acfa7d6de1cc',25419,1795916653276);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f9-41e0-7534-9f0a-3ad77cc4e496','5gb');
INSERT INTO "library_plans" VALUES('01a224f9-4cae-7a51-a4bc-551d6f8c30f0','5gb');
INSERT INTO "receipt_keys" VALUES('hqSVIpPTUtqgW82JiXA_V6KE--OIfPVeSxSnd93JoOY',1795916653513,NULL);
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
CREATE INDEX burst_frames_by_asset ON burst_frames (library, asset_id);
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
CREATE INDEX rendition_hurt ON rendition_attempts (resource) WHERE hurt = 1;
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
