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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915775);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915775);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915775);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915775);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915775);
INSERT INTO "schema_steps" VALUES('errands',1,1795915775);
INSERT INTO "schema_steps" VALUES('library',1,1795915775);
INSERT INTO "schema_steps" VALUES('library',2,1795915775);
INSERT INTO "schema_steps" VALUES('library',3,1795915775);
INSERT INTO "schema_steps" VALUES('library',4,1795915775);
INSERT INTO "schema_steps" VALUES('library',5,1795915775);
INSERT INTO "schema_steps" VALUES('library',6,1795915775);
INSERT INTO "schema_steps" VALUES('library',7,1795915775);
INSERT INTO "schema_steps" VALUES('library',8,1795915775);
INSERT INTO "schema_steps" VALUES('orders',1,1795915775);
INSERT INTO "schema_steps" VALUES('orders',2,1795915775);
INSERT INTO "schema_steps" VALUES('plans',1,1795915775);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915775);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915775);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915775);
INSERT INTO "schema_steps" VALUES('renditions',4,1795915775);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915775);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915775);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915775);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915775);
INSERT INTO "schema_steps" VALUES('settings',1,1795915775);
INSERT INTO "schema_steps" VALUES('silence',1,1795915775);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','322e32d623ab');
INSERT INTO "server_facts" VALUES('heartbeat','1795915813695');
INSERT INTO "server_facts" VALUES('seen-time','37832');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224ec-2147-7b52-8ebc-21a6fc7e8b61',5000000000,35,0,6,2,1795915784523);
INSERT INTO "libraries" VALUES(2,'01a224ec-37f5-7273-9c22-201d0cb52dfd',5000000000,2,0,1,0,1795915790325);
INSERT INTO "members" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P','owner');
INSERT INTO "members" VALUES('01a224ec-37f5-7273-9c22-201d0cb52dfd','nHfQn7vljzpg0NFRtp6eEdPT2cuwO6pr','owner');
INSERT INTO "generations" VALUES(1,1,'63ae413b9e',1,1795915784523);
INSERT INTO "generations" VALUES(2,2,'63ae413b9e',1,1795915790325);
INSERT INTO "entities" VALUES(1,2,'resource:b836b4f55937cb619aec26793c9a1900','01a224ec-44c1-706d-8124-36d6e8f85018','original','06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28','{"type":"resource","id":"b836b4f55937cb619aec26793c9a1900","assetId":"01a224ec-44c1-706d-8124-36d6e8f85018","role":"original","hash":"06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:08b9516c181df2d176a57a5ccc4294d1','01a224ec-44e6-74d1-bd2f-624a3c2e3a95','original','1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651','{"type":"resource","id":"08b9516c181df2d176a57a5ccc4294d1","assetId":"01a224ec-44e6-74d1-bd2f-624a3c2e3a95","role":"original","hash":"1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:2f5af5c18562b407199f1951c1cfdb33','01a224ec-44f5-7e3a-97e1-5301f1cdded4','original','b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870','{"type":"resource","id":"2f5af5c18562b407199f1951c1cfdb33","assetId":"01a224ec-44f5-7e3a-97e1-5301f1cdded4","role":"original","hash":"b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:e6c8a47b25a8a6bd4f7f5f4cb7d49884','01a224ec-451e-7fde-a477-397af774693a','original','27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf','{"type":"resource","id":"e6c8a47b25a8a6bd4f7f5f4cb7d49884","assetId":"01a224ec-451e-7fde-a477-397af774693a","role":"original","hash":"27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224ec-44c1-706d-8124-36d6e8f85018',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224ec-44c1-706d-8124-36d6e8f85018","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915793608,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224ec-44e6-74d1-bd2f-624a3c2e3a95',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-44e6-74d1-bd2f-624a3c2e3a95","kind":"photo","state":"trashed","trashedAt":1795915793778,"addedAt":1795915793640,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:220976c5ed943c5bf5c833460c34d603','01a224ec-44f5-7e3a-97e1-5301f1cdded4','edited','e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975','{"type":"resource","id":"220976c5ed943c5bf5c833460c34d603","assetId":"01a224ec-44f5-7e3a-97e1-5301f1cdded4","role":"edited","hash":"e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224ec-44f5-7e3a-97e1-5301f1cdded4',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-44f5-7e3a-97e1-5301f1cdded4","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915793654,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c","rendering":"220976c5ed943c5bf5c833460c34d603"}');
INSERT INTO "entities" VALUES(1,17,'resource:a593811a67b8c25f65b28057358d3aa6','01a224ec-451e-7fde-a477-397af774693a','raw','5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf','{"type":"resource","id":"a593811a67b8c25f65b28057358d3aa6","assetId":"01a224ec-451e-7fde-a477-397af774693a","role":"raw","hash":"5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf","size":685,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:000b9180768d08d1089a1b8c503381ab','01a224ec-4530-72bb-992f-17b35300407f','original',NULL,'{"type":"resource","id":"000b9180768d08d1089a1b8c503381ab","assetId":"01a224ec-4530-72bb-992f-17b35300407f","role":"original","hash":"5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224ec-451e-7fde-a477-397af774693a',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-451e-7fde-a477-397af774693a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915793697,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224ec-4530-72bb-992f-17b35300407f','01a224ec-451e-7fde-a477-397af774693a',NULL,NULL,'{"type":"alias","from":"01a224ec-4530-72bb-992f-17b35300407f","to":"01a224ec-451e-7fde-a477-397af774693a","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224ec-4565-769c-9e40-d19675e7dc6d',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-4565-769c-9e40-d19675e7dc6d","kind":"photo","state":"purged","trashedAt":1795915793835,"addedAt":1795915793767,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:82b0a2e398249a262ddf879be941e5d1','01a224ec-4565-769c-9e40-d19675e7dc6d','original',NULL,'{"type":"resource","id":"82b0a2e398249a262ddf879be941e5d1","assetId":"01a224ec-4565-769c-9e40-d19675e7dc6d","role":"original","hash":"96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915793848,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c"}');
INSERT INTO "entities" VALUES(1,26,'resource:03a81a4ef0f708f27b3288ff7069ac28','01a224ec-6c70-74ba-89d6-802f0eeb1bd0','original','775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821','{"type":"resource","id":"03a81a4ef0f708f27b3288ff7069ac28","assetId":"01a224ec-6c70-74ba-89d6-802f0eeb1bd0","role":"original","hash":"775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915793913,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915803925,"addedBy":"01a224ec-5405-78e9-8f83-b510a17e53ae","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:073d1d7f6372ae90ef6666e792f82a91','01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d','original','9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0','{"type":"resource","id":"073d1d7f6372ae90ef6666e792f82a91","assetId":"01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d","role":"original","hash":"9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0","size":695,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915793909,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224ec-6c7c-7df0-a438-e897aafa295f',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-6c7c-7df0-a438-e897aafa295f","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915803957,"addedBy":"01a224ec-5405-78e9-8f83-b510a17e53ae","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:403c5a961a775fced6569b7c85cf0f8a','01a224ec-6c7c-7df0-a438-e897aafa295f','original','8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7','{"type":"resource","id":"403c5a961a775fced6569b7c85cf0f8a","assetId":"01a224ec-6c7c-7df0-a438-e897aafa295f","role":"original","hash":"8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7","size":700,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915793921,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:c3d373ea7f5af2c946a5c46509c2c10b','01a224ec-6c7d-7854-86b1-0aa69530854d','original','434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb','{"type":"resource","id":"c3d373ea7f5af2c946a5c46509c2c10b","assetId":"01a224ec-6c7d-7854-86b1-0aa69530854d","role":"original","hash":"434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915793917,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:75c0ebe9e409e0cc3c810f71dc61fe0c','01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"75c0ebe9e409e0cc3c810f71dc61fe0c","assetId":"01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795915793921,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224ec-6c70-74ba-89d6-802f0eeb1bd0',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-6c70-74ba-89d6-802f0eeb1bd0","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915803770,"addedBy":"01a224ec-5405-78e9-8f83-b510a17e53ae","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224ec-6c7d-7854-86b1-0aa69530854d',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-6c7d-7854-86b1-0aa69530854d","kind":"photo","state":"trashed","trashedAt":1795915811029,"addedAt":1795915803957,"addedBy":"01a224ec-5405-78e9-8f83-b510a17e53ae","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224ec-4474-7fe7-ae7f-729ffe10aa2e',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-4474-7fe7-ae7f-729ffe10aa2e","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915793533,"addedBy":"01a224ec-4313-7fa3-921b-dd9b6150efd3","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:308817e32831a50cb80868b43b1f4e5a','01a224ec-4474-7fe7-ae7f-729ffe10aa2e','original','69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29','{"type":"resource","id":"308817e32831a50cb80868b43b1f4e5a","assetId":"01a224ec-4474-7fe7-ae7f-729ffe10aa2e","role":"original","hash":"69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25','01a224ec-4565-769c-9e40-d19675e7dc6d',1795915793842);
INSERT INTO "in_trash" VALUES(1,'01a224ec-44e6-74d1-bd2f-624a3c2e3a95',0);
INSERT INTO "in_trash" VALUES(1,'01a224ec-6c7d-7854-86b1-0aa69530854d',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224ec-4474-7fe7-ae7f-729ffe10aa2e');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224ec-44c1-706d-8124-36d6e8f85018');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224ec-44e6-74d1-bd2f-624a3c2e3a95');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224ec-44f5-7e3a-97e1-5301f1cdded4');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224ec-451e-7fde-a477-397af774693a');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224ec-6c70-74ba-89d6-802f0eeb1bd0');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224ec-6c7c-7df0-a438-e897aafa295f');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224ec-6c7d-7854-86b1-0aa69530854d');
INSERT INTO "chains" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',15,'e4ecce0fe21eaaef2d3e3873dae27c88e5de487937aeac8ca2b3599edf1db30f');
INSERT INTO "chains" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',7,'6f5db0633947fb66739a52fd1242656191bdd065b2a68abadca05ab4ffcc8754');
INSERT INTO "chains" VALUES(2,'01a224ec-4313-7fa3-921b-dd9b6150efd3','322e32d623ab',1,'96c1e6d631bbd5acd8e1e0f22a23e1c374e65eaad2abe44940e755ec6b782524');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',1,'b5dc6ec6f4e61933e8ed3d4683b52059feac456ef572403302071b014cf80070','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',2,'2b0d6c9c02ddf04cb1a4427aa1ed499f9be9106a686ea0182b3cdfaf775cf760','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',3,'4515ddd43641f182d623b98bbad72850147de3c697190dcf69f85d127e3606b2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',4,'833847c4c9532406cdee0ba8eaf098c860d4d3cd0016b13d65ef1c17726ce8b3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',5,'740a9c5acde7478cd675db8589dbc741de932587e40915d8a336e037d416212e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',6,'8193ae4053308f60d4b01fdda40899b0e1357bf3e627f10fe6a9bfdbdc8fa19a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',7,'3f522f5894ffd9b2087594ba2e5530a246acc38a545928d0bbf3594f3e891b8a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',8,'4b3f09ec0d9f19e089163f2ac5a5d1b6e48518d16f6d6d7bb7aa0dae2c55efd3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',9,'c883c7ea0a5b7e2c0289fef7d71ec022566f5b6830eb597387bd1ff3b0faf469','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',10,'c72c18bb61ddb0e9755fd2c033f54deefcd23a8bc29e572027b633bea733d3ca','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',11,'2b58a15f55b41b75e5b6a9010a29865133beb430a15bc135823aea4ddc3c4e57','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',12,'625cf1169fbc1458679fd70b5deb8a5423d947dc109c632c519b9ed52f040e10','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',13,'2b0c5b7200304b9da15d97fd364d33e1311f9b3798413a2f572414c536645b0a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',14,'da256348cc5f40716eb8790abaa309063eb7f9a1901dab6c10719f972bf43fa5','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-401c-7100-884e-ba393cafa10c','322e32d623ab',15,'e4ecce0fe21eaaef2d3e3873dae27c88e5de487937aeac8ca2b3599edf1db30f','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',1,'84cc2b568854badd9045bdb401093526031db84d55f8d06d12a0a5887fe1dbe8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',2,'2840994977a26cb77cd676d8242a62302ed51db675aa9a00b52130db4993a061','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',3,'546582a17f9d58a647e508246af72f8a2d97850e79975859d4bb95cbaebe994e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',4,'1350bf699a6bc8eed9ec1bb895018211fb055f8d69ea9b7694fe3e8e7c654b07','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',5,'41f92685a00b9952d02a96030fee844e006f453f5a9573f9168f18df2005c3d2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',6,'5e00e5fa3b7f8f292258d92e8f341a653a6d64a70a6b0233e6e3f9a933326f7b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ec-5405-78e9-8f83-b510a17e53ae','322e32d623ab',7,'6f5db0633947fb66739a52fd1242656191bdd065b2a68abadca05ab4ffcc8754','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224ec-4313-7fa3-921b-dd9b6150efd3','322e32d623ab',1,'96c1e6d631bbd5acd8e1e0f22a23e1c374e65eaad2abe44940e755ec6b782524','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224ec-4474-7fe7-ae7f-729ffe10aa2e',1795915793533,'01a224ec-4313-7fa3-921b-dd9b6150efd3','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29","size":678}]}');
INSERT INTO "journal" VALUES(2,1,'01a224ec-44c1-706d-8124-36d6e8f85018',1795915793608,'01a224ec-401c-7100-884e-ba393cafa10c','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28","size":685}]}');
INSERT INTO "journal" VALUES(3,1,'01a224ec-44e6-74d1-bd2f-624a3c2e3a95',1795915793640,'01a224ec-401c-7100-884e-ba393cafa10c','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651","size":682}]}');
INSERT INTO "journal" VALUES(4,1,'01a224ec-44f5-7e3a-97e1-5301f1cdded4',1795915793654,'01a224ec-401c-7100-884e-ba393cafa10c','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870","size":683}]}');
INSERT INTO "journal" VALUES(5,1,'01a224ec-451e-7fde-a477-397af774693a',1795915793697,'01a224ec-401c-7100-884e-ba393cafa10c','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf","size":688}]}');
INSERT INTO "journal" VALUES(6,1,'01a224ec-4530-72bb-992f-17b35300407f',1795915793714,'01a224ec-401c-7100-884e-ba393cafa10c','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf","size":685}]}');
INSERT INTO "journal" VALUES(7,1,'01a224ec-4565-769c-9e40-d19675e7dc6d',1795915793767,'01a224ec-401c-7100-884e-ba393cafa10c','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25","size":681}]}');
INSERT INTO "journal" VALUES(8,1,'01a224ec-44c1-706d-8124-36d6e8f85018',1795915793773,'01a224ec-401c-7100-884e-ba393cafa10c','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224ec-44e6-74d1-bd2f-624a3c2e3a95',1795915793778,'01a224ec-401c-7100-884e-ba393cafa10c','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915793778}');
INSERT INTO "journal" VALUES(10,1,'01a224ec-44f5-7e3a-97e1-5301f1cdded4',1795915793817,'01a224ec-401c-7100-884e-ba393cafa10c','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"220976c5ed943c5bf5c833460c34d603","state":"live","version":"220976c5ed943c5bf5c833460c34d603"}');
INSERT INTO "journal" VALUES(11,1,'01a224ec-451e-7fde-a477-397af774693a',1795915793824,'01a224ec-401c-7100-884e-ba393cafa10c','asset.join','{"kept":{},"joined":{"id":"01a224ec-4530-72bb-992f-17b35300407f","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf"}]}}','{"role":"raw","hash":"5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224ec-4565-769c-9e40-d19675e7dc6d',1795915793835,'01a224ec-401c-7100-884e-ba393cafa10c','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915793835}');
INSERT INTO "journal" VALUES(13,1,'01a224ec-4565-769c-9e40-d19675e7dc6d',1795915793842,'01a224ec-401c-7100-884e-ba393cafa10c','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25","size":681}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915793848,'01a224ec-401c-7100-884e-ba393cafa10c','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224ec-6c70-74ba-89d6-802f0eeb1bd0',1795915803770,'01a224ec-5405-78e9-8f83-b510a17e53ae','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821","size":679}]}');
INSERT INTO "journal" VALUES(16,1,'01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d',1795915803925,'01a224ec-5405-78e9-8f83-b510a17e53ae','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0","size":695}]}');
INSERT INTO "journal" VALUES(17,1,'01a224ec-6c7c-7df0-a438-e897aafa295f',1795915803957,'01a224ec-5405-78e9-8f83-b510a17e53ae','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7","size":700}]}');
INSERT INTO "journal" VALUES(18,1,'01a224ec-6c7d-7854-86b1-0aa69530854d',1795915803957,'01a224ec-5405-78e9-8f83-b510a17e53ae','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb","size":690}]}');
INSERT INTO "journal" VALUES(19,1,'01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d',1795915804061,'01a224ec-5405-78e9-8f83-b510a17e53ae','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224ec-6c70-74ba-89d6-802f0eeb1bd0',1795915805946,'01a224ec-5405-78e9-8f83-b510a17e53ae','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224ec-6c7d-7854-86b1-0aa69530854d',1795915811029,'01a224ec-5405-78e9-8f83-b510a17e53ae','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915811029}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224ec-4565-769c-9e40-d19675e7dc6d',0,1795915793842,'01a224ec-401c-7100-884e-ba393cafa10c','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ec-4565-769c-9e40-d19675e7dc6d","kind":"photo","state":"trashed","trashedAt":1795915793835,"addedAt":1795915793767,"addedBy":"01a224ec-401c-7100-884e-ba393cafa10c","rendering":null}','[{"type":"resource","id":"82b0a2e398249a262ddf879be941e5d1","assetId":"01a224ec-4565-769c-9e40-d19675e7dc6d","role":"original","hash":"96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224ec-4530-72bb-992f-17b35300407f',0);
INSERT INTO "tombstones" VALUES(1,'01a224ec-4565-769c-9e40-d19675e7dc6d',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'75c0ebe9e409e0cc3c810f71dc61fe0c','01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d');
INSERT INTO "user" VALUES('m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P','ann','ann@example.org',0,NULL,'2026-11-29T01:29:44.498Z','2026-11-29T01:29:44.498Z');
INSERT INTO "user" VALUES('nHfQn7vljzpg0NFRtp6eEdPT2cuwO6pr','ben','ben@example.org',0,NULL,'2026-11-29T01:29:50.323Z','2026-11-29T01:29:50.323Z');
INSERT INTO "account" VALUES('OytuwbABcM20ALGOHSU3DuznLmi05DiA','m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P','credential','m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P',NULL,NULL,NULL,NULL,NULL,NULL,'a7515b5016cbe2546cb4a6297f5f0899:605f73c77ff65d1ec0bc76b3d8cb2bf36776f9e2a69a88e202a76125a852a687e66d9d82a9d04148452a3cad734ff4a5e93d11de9f670054b6b706c790d2fa56','2026-11-29T01:29:44.512Z','2026-11-29T01:29:44.512Z');
INSERT INTO "account" VALUES('aDtLlSHgcOcXZoi9Ep23ERyUdq75hnaM','nHfQn7vljzpg0NFRtp6eEdPT2cuwO6pr','credential','nHfQn7vljzpg0NFRtp6eEdPT2cuwO6pr',NULL,NULL,NULL,NULL,NULL,NULL,'cd1c75c229760919358fc6e3ceffc0f9:4e2e0558cb81e978694c83ce8ced6ad54f19fcdc6b1f2bf733203e1383e47b7ebdeb7f1ec5346ae6cf46b547f74f701a2b7a5a6418457a5f28bf5e500da3365b','2026-11-29T01:29:50.324Z','2026-11-29T01:29:50.324Z');
INSERT INTO "owners" VALUES('m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P');
INSERT INTO "devices" VALUES('01a224ec-401c-7100-884e-ba393cafa10c','m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','Tablet','folder','v1','0.1.0','3bdcc4f0c21d9e6bd63d84b71a3ca69f490b9aa164b8f00c100125c8cee02518',NULL,1795915792412,1795915792412,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ec-4313-7fa3-921b-dd9b6150efd3','nHfQn7vljzpg0NFRtp6eEdPT2cuwO6pr','01a224ec-37f5-7273-9c22-201d0cb52dfd','Ben’s phone','folder','v1','0.1.0','e506cadf5292dbbf12952649d7dca849ff8133bc1fae213dac7149c4cba5f611',NULL,1795915793171,1795915793171,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','m49MLAWYC337Gy8dUevNnV7zhCiqeZ8P','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','Laptop','folder','linux 6.1.0','0.1.0','e387ee6c9f3ddacdd12d6d96e0afc0760e67712c80bdc92aeb9008ead784bc4f',NULL,1795915797509,1795915797509,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915811107,'{"version":"0.1.0","protocol":2,"at":1795915811105,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915802314},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915802314},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":79499276288,"source":"the file system","since":1795915806271}}}',NULL,1795915803688);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','1','01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d','in-sync','  ','{"key":"1","path":"first.jpg","size":695,"assetId":"01a224ec-6c7a-7cdd-bf2b-d0fe5dcd139d","hash":"9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','10','01a224ec-451e-7fde-a477-397af774693a','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":685,"assetId":"01a224ec-451e-7fde-a477-397af774693a","hash":"5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','11','01a224ec-6c70-74ba-89d6-802f0eeb1bd0','in-sync','  ','{"key":"11","path":"renamed.jpg","size":679,"assetId":"01a224ec-6c70-74ba-89d6-802f0eeb1bd0","hash":"775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','3','01a224ec-6c7c-7df0-a438-e897aafa295f','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":700,"assetId":"01a224ec-6c7c-7df0-a438-e897aafa295f","hash":"8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915797773,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','7','01a224ec-44c1-706d-8124-36d6e8f85018','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":685,"assetId":"01a224ec-44c1-706d-8124-36d6e8f85018","hash":"06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','8','01a224ec-451e-7fde-a477-397af774693a','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":688,"assetId":"01a224ec-451e-7fde-a477-397af774693a","hash":"27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae','9','01a224ec-44f5-7e3a-97e1-5301f1cdded4','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":674,"assetId":"01a224ec-44f5-7e3a-97e1-5301f1cdded4","hash":"e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28',685,'committed',1,'01a224ec-401c-7100-884e-ba393cafa10c',1795915793600);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651',682,'committed',1,'01a224ec-401c-7100-884e-ba393cafa10c',1795915793637);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf',688,'committed',1,'01a224ec-401c-7100-884e-ba393cafa10c',1795915793689);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb',690,'committed',1,'01a224ec-5405-78e9-8f83-b510a17e53ae',1795915803754);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf',685,'committed',1,'01a224ec-401c-7100-884e-ba393cafa10c',1795915793711);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821',679,'committed',1,'01a224ec-5405-78e9-8f83-b510a17e53ae',1795915803739);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7',700,'committed',1,'01a224ec-5405-78e9-8f83-b510a17e53ae',1795915803751);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0',695,'committed',1,'01a224ec-5405-78e9-8f83-b510a17e53ae',1795915803746);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224ec-5405-78e9-8f83-b510a17e53ae',1795915804046);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870',683,'committed',1,'01a224ec-401c-7100-884e-ba393cafa10c',1795915793652);
INSERT INTO "ledger" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975',674,'committed',1,'01a224ec-401c-7100-884e-ba393cafa10c',1795915793799);
INSERT INTO "ledger" VALUES('01a224ec-37f5-7273-9c22-201d0cb52dfd','69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29',678,'committed',1,'01a224ec-4313-7fa3-921b-dd9b6150efd3',1795915793517);
INSERT INTO "ledger_sums" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61',6899,0);
INSERT INTO "ledger_sums" VALUES('01a224ec-37f5-7273-9c22-201d0cb52dfd',678,0);
INSERT INTO "uploads" VALUES('011a578350c3401ae05e76822b56770d','01a224ec-37f5-7273-9c22-201d0cb52dfd','01a224ec-4313-7fa3-921b-dd9b6150efd3','69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29',678,'image/jpeg',1795915793322,1795915793517,'69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29');
INSERT INTO "uploads" VALUES('304591bd3ffa5dcde571366f8083bd50','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-5405-78e9-8f83-b510a17e53ae','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795915804014,1795915804046,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('3ba09ec5759146276eb5977d5e47e07e','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651',682,'image/jpeg',1795915793632,1795915793637,'1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651');
INSERT INTO "uploads" VALUES('5b9d1d36219a74f872a8051c3e295683','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25',681,'image/jpeg',1795915793755,1795915793763,'96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25');
INSERT INTO "uploads" VALUES('5c06161c1a7520147b792d0c10ea685e','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-5405-78e9-8f83-b510a17e53ae','775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821',679,'image/jpeg',1795915803687,1795915803739,'775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821');
INSERT INTO "uploads" VALUES('7d1080d01dbe4ba42c1b1f9adf8ba038','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870',683,'image/jpeg',1795915793648,1795915793652,'b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870');
INSERT INTO "uploads" VALUES('80d17f75cc9ac70433df067311a6d053','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28',685,'image/jpeg',1795915793590,1795915793600,'06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28');
INSERT INTO "uploads" VALUES('9819c198d9c8d6e64b72447a573dd7c7','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf',685,'image/jpeg',1795915793706,1795915793711,'5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf');
INSERT INTO "uploads" VALUES('aa9476bf4317a1d83af94901a70585b0','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-5405-78e9-8f83-b510a17e53ae','9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0',695,'image/jpeg',1795915803687,1795915803746,'9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0');
INSERT INTO "uploads" VALUES('b001b374d49bc67756a180f3eddd755a','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975',674,'image/jpeg',1795915793789,1795915793799,'e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975');
INSERT INTO "uploads" VALUES('d762a601a98380d72a8207c68a554e79','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-5405-78e9-8f83-b510a17e53ae','8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7',700,'image/jpeg',1795915803688,1795915803751,'8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7');
INSERT INTO "uploads" VALUES('dd4aa5daa9947cf3b6a20f2927dc8e6b','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-401c-7100-884e-ba393cafa10c','27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf',688,'image/jpeg',1795915793684,1795915793689,'27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf');
INSERT INTO "uploads" VALUES('f30f3356e1dbf22735b47f1772de04f4','01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-5405-78e9-8f83-b510a17e53ae','434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb',690,'image/jpeg',1795915803687,1795915803754,'434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb');
INSERT INTO "blob_checks" VALUES('06a079a70a652e259401736c0cea7ef5957478bfbf5cbd31c3f5498ac8493b28',685,'1795915793597258738',1795915793600,0);
INSERT INTO "blob_checks" VALUES('1d442c24db4b85cd1d44b1bc718374b07020c263bcfba501337146c1fa6c3651',682,'1795915793636263594',1795915793637,0);
INSERT INTO "blob_checks" VALUES('27c1f0a597824c8b4739f83bfb6efa60f314bb05b15ab2e331906d1448f81adf',688,'1795915793687722907',1795915793689,0);
INSERT INTO "blob_checks" VALUES('434e9a8d68adc447c936714e230764c678603311990f0884d5d2295a260db6fb',690,'1795915803733612294',1795915803754,0);
INSERT INTO "blob_checks" VALUES('5268f4cd4d2d923033df0a4f876505a544e9bdbe049fba0deb649799e6f4c2cf',685,'1795915793710012095',1795915793711,0);
INSERT INTO "blob_checks" VALUES('69cc14cadf351e21e463ef4b1ca7bfdd35278a7bdcce006d0b05349352973a29',678,'1795915793385258732',1795915793517,0);
INSERT INTO "blob_checks" VALUES('775cd29868c5c8fa3ba359233bf248f102cc98edc8986dc509f38d3e536e1821',679,'1795915803733612294',1795915803739,0);
INSERT INTO "blob_checks" VALUES('8ebddaceaa66623d6244661f5c8e0d4b348aff14c83459b52834d11fa466aea7',700,'1795915803733612294',1795915803751,0);
INSERT INTO "blob_checks" VALUES('9116a7dfa84856a10aae08dab3d21a4cb28f0ab8ae88fd643c479f80047b35c0',695,'1795915803733612294',1795915803746,0);
INSERT INTO "blob_checks" VALUES('96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25',681,'1795915793762401330',1795915793763,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795915804022910786',1795915804046,0);
INSERT INTO "blob_checks" VALUES('b7f090964e3997bdd4d7ecdd6bc2c16543a3f356bef210c51ecf53750bb5e870',683,'1795915793651114928',1795915793652,0);
INSERT INTO "blob_checks" VALUES('e0ceb0b83c0c3f80d3a330d320d2ab2e13ab0701feaf12474c8591c97b265975',674,'1795915793794364119',1795915793799,0);
INSERT INTO "loose_blobs" VALUES('96dc8cab4bd31be66476bdcf342af59193df646726de6f9d234054e080b99e25',37832);
INSERT INTO "scrub" VALUES(1,1795915776129,1795915776129,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','01a224ec-44c1-706d-8124-36d6e8f85018','b836b4f55937cb619aec26793c9a1900','started',0,NULL,NULL,1795915793611,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224ec-37f5-7273-9c22-201d0cb52dfd','01a224ec-4474-7fe7-ae7f-729ffe10aa2e','308817e32831a50cb80868b43b1f4e5a','started',0,NULL,NULL,1795915793539,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224ec-401c-7100-884e-ba393cafa10c',37832,1795915792412);
INSERT INTO "heard" VALUES('01a224ec-4313-7fa3-921b-dd9b6150efd3',37832,1795915793171);
INSERT INTO "heard" VALUES('01a224ec-5405-78e9-8f83-b510a17e53ae',37832,1795915797509);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224ec-2147-7b52-8ebc-21a6fc7e8b61','5gb');
INSERT INTO "library_plans" VALUES('01a224ec-37f5-7273-9c22-201d0cb52dfd','5gb');
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
CREATE INDEX library_plans_by_plan ON library_plans (plan);
CREATE INDEX plan_requests_by_library ON plan_requests (library_id, n);
CREATE UNIQUE INDEX plan_requests_open ON plan_requests (library_id) WHERE state = 'open';
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
