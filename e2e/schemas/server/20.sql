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
INSERT INTO "schema_steps" VALUES('accounts',1,1795916520);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916520);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916520);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916520);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916520);
INSERT INTO "schema_steps" VALUES('closing',1,1795916520);
INSERT INTO "schema_steps" VALUES('errands',1,1795916520);
INSERT INTO "schema_steps" VALUES('library',1,1795916520);
INSERT INTO "schema_steps" VALUES('library',2,1795916520);
INSERT INTO "schema_steps" VALUES('library',3,1795916520);
INSERT INTO "schema_steps" VALUES('library',4,1795916520);
INSERT INTO "schema_steps" VALUES('library',5,1795916520);
INSERT INTO "schema_steps" VALUES('library',6,1795916520);
INSERT INTO "schema_steps" VALUES('library',7,1795916520);
INSERT INTO "schema_steps" VALUES('library',8,1795916520);
INSERT INTO "schema_steps" VALUES('library',9,1795916520);
INSERT INTO "schema_steps" VALUES('library',10,1795916520);
INSERT INTO "schema_steps" VALUES('library',11,1795916520);
INSERT INTO "schema_steps" VALUES('library',12,1795916520);
INSERT INTO "schema_steps" VALUES('orders',1,1795916520);
INSERT INTO "schema_steps" VALUES('orders',2,1795916520);
INSERT INTO "schema_steps" VALUES('plans',1,1795916520);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',6,1795916520);
INSERT INTO "schema_steps" VALUES('renditions',7,1795916520);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916520);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916520);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916520);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916520);
INSERT INTO "schema_steps" VALUES('settings',1,1795916520);
INSERT INTO "schema_steps" VALUES('silence',1,1795916520);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','7ba63407b291');
INSERT INTO "server_facts" VALUES('heartbeat','1795916552357');
INSERT INTO "server_facts" VALUES('seen-time','31189');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f7-871e-7327-8c31-73c48288ca77',5000000000,35,0,6,2,1795916531493);
INSERT INTO "libraries" VALUES(2,'01a224f7-9a17-7b76-99fd-cc95d6ede2e5',5000000000,2,0,1,0,1795916536343);
INSERT INTO "members" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','ODJclH57aYHWnIPPHXqO95oSEdk41c28','owner');
INSERT INTO "members" VALUES('01a224f7-9a17-7b76-99fd-cc95d6ede2e5','fsTYIhlxCssnzCq5O6D5g6CvaZwv09f7','owner');
INSERT INTO "generations" VALUES(1,1,'a1ee6da197',1,1795916531493);
INSERT INTO "generations" VALUES(2,2,'a1ee6da197',1,1795916536343);
INSERT INTO "entities" VALUES(1,2,'resource:1259c5a82f3176047ee2da60d0442304','01a224f7-a2db-7f32-971f-800b7229e69d','original','4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38','{"type":"resource","id":"1259c5a82f3176047ee2da60d0442304","assetId":"01a224f7-a2db-7f32-971f-800b7229e69d","role":"original","hash":"4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:b3f038ec7a74d2208c758e488ca76803','01a224f7-a303-7f6d-857a-aefaeba3767a','original','295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69','{"type":"resource","id":"b3f038ec7a74d2208c758e488ca76803","assetId":"01a224f7-a303-7f6d-857a-aefaeba3767a","role":"original","hash":"295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:cc21b4df3fa5432abb95fe84f40ed385','01a224f7-a32a-7cdf-af08-3987b3b6ca6f','original','8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237','{"type":"resource","id":"cc21b4df3fa5432abb95fe84f40ed385","assetId":"01a224f7-a32a-7cdf-af08-3987b3b6ca6f","role":"original","hash":"8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:2ba663ecb507d0de6b1858f5f5f2dd9b','01a224f7-a347-737c-898b-c350a4f87d7a','original','ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed','{"type":"resource","id":"2ba663ecb507d0de6b1858f5f5f2dd9b","assetId":"01a224f7-a347-737c-898b-c350a4f87d7a","role":"original","hash":"ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f7-a2db-7f32-971f-800b7229e69d',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f7-a2db-7f32-971f-800b7229e69d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916538590,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f7-a303-7f6d-857a-aefaeba3767a',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-a303-7f6d-857a-aefaeba3767a","kind":"photo","state":"trashed","trashedAt":1795916538828,"addedAt":1795916538629,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:b59ecf9b0171eefcebf379565ab8ddf4','01a224f7-a32a-7cdf-af08-3987b3b6ca6f','edited','32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286','{"type":"resource","id":"b59ecf9b0171eefcebf379565ab8ddf4","assetId":"01a224f7-a32a-7cdf-af08-3987b3b6ca6f","role":"edited","hash":"32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f7-a32a-7cdf-af08-3987b3b6ca6f',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-a32a-7cdf-af08-3987b3b6ca6f","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916538668,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945","rendering":"b59ecf9b0171eefcebf379565ab8ddf4"}');
INSERT INTO "entities" VALUES(1,17,'resource:5ec57c5af952e4ab8b0f99164458905c','01a224f7-a347-737c-898b-c350a4f87d7a','raw','8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20','{"type":"resource","id":"5ec57c5af952e4ab8b0f99164458905c","assetId":"01a224f7-a347-737c-898b-c350a4f87d7a","role":"raw","hash":"8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20","size":680,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:3205b51e5dd0463d5b1870490455f938','01a224f7-a367-76be-81cb-b0a1864670c4','original',NULL,'{"type":"resource","id":"3205b51e5dd0463d5b1870490455f938","assetId":"01a224f7-a367-76be-81cb-b0a1864670c4","role":"original","hash":"8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f7-a347-737c-898b-c350a4f87d7a',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-a347-737c-898b-c350a4f87d7a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916538697,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f7-a367-76be-81cb-b0a1864670c4','01a224f7-a347-737c-898b-c350a4f87d7a',NULL,NULL,'{"type":"alias","from":"01a224f7-a367-76be-81cb-b0a1864670c4","to":"01a224f7-a347-737c-898b-c350a4f87d7a","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570","kind":"photo","state":"purged","trashedAt":1795916538944,"addedAt":1795916538796,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:2a14d453f171cd383fdc5a98557c7c62','01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570','original',NULL,'{"type":"resource","id":"2a14d453f171cd383fdc5a98557c7c62","assetId":"01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570","role":"original","hash":"cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916538968,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224f7-b3d2-709e-9830-b4825f4662b6',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-b3d2-709e-9830-b4825f4662b6","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916542945,"addedBy":"01a224f7-aee7-7e03-83a2-5182895afad2","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:5aca1de03b4f03e968f33284fc99a5c1','01a224f7-b3d2-709e-9830-b4825f4662b6','original','525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278','{"type":"resource","id":"5aca1de03b4f03e968f33284fc99a5c1","assetId":"01a224f7-b3d2-709e-9830-b4825f4662b6","role":"original","hash":"525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278","size":673,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916539017,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224f7-b3de-71cd-aa01-5f0d955f12e3',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-b3de-71cd-aa01-5f0d955f12e3","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916543021,"addedBy":"01a224f7-aee7-7e03-83a2-5182895afad2","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:e68cb7333abe86f4cc9ee68b48f0d1c4','01a224f7-b3de-71cd-aa01-5f0d955f12e3','original','87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670','{"type":"resource","id":"e68cb7333abe86f4cc9ee68b48f0d1c4","assetId":"01a224f7-b3de-71cd-aa01-5f0d955f12e3","role":"original","hash":"87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916539029,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:1260b507f5ee262ea8fa4b29fd85478a','01a224f7-b3e5-7870-b024-91a7e1c55b9b','original','a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061','{"type":"resource","id":"1260b507f5ee262ea8fa4b29fd85478a","assetId":"01a224f7-b3e5-7870-b024-91a7e1c55b9b","role":"original","hash":"a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916539021,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:5ba6fbf1465f5fdd462f40700befa3cc','01a224f7-b404-793b-aadd-6f2018e4fc6e','original','b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd','{"type":"resource","id":"5ba6fbf1465f5fdd462f40700befa3cc","assetId":"01a224f7-b404-793b-aadd-6f2018e4fc6e","role":"original","hash":"b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916539025,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:84236a2c6374952d090e35f1aa7db3a4','01a224f7-b3d2-709e-9830-b4825f4662b6','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"84236a2c6374952d090e35f1aa7db3a4","assetId":"01a224f7-b3d2-709e-9830-b4825f4662b6","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916539029,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f7-b3e5-7870-b024-91a7e1c55b9b',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-b3e5-7870-b024-91a7e1c55b9b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916543021,"addedBy":"01a224f7-aee7-7e03-83a2-5182895afad2","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f7-b404-793b-aadd-6f2018e4fc6e',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-b404-793b-aadd-6f2018e4fc6e","kind":"photo","state":"trashed","trashedAt":1795916549601,"addedAt":1795916543022,"addedBy":"01a224f7-aee7-7e03-83a2-5182895afad2","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f7-a255-7ac1-8f18-6a982172cd88',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-a255-7ac1-8f18-6a982172cd88","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916538463,"addedBy":"01a224f7-a1a4-7740-92b9-7014be999943","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:dc8ca4a064cdf6b364de905f44f4ef61','01a224f7-a255-7ac1-8f18-6a982172cd88','original','fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2','{"type":"resource","id":"dc8ca4a064cdf6b364de905f44f4ef61","assetId":"01a224f7-a255-7ac1-8f18-6a982172cd88","role":"original","hash":"fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2","size":697,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814','01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',1795916538953);
INSERT INTO "in_trash" VALUES(1,'01a224f7-a303-7f6d-857a-aefaeba3767a',0);
INSERT INTO "in_trash" VALUES(1,'01a224f7-b404-793b-aadd-6f2018e4fc6e',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f7-a255-7ac1-8f18-6a982172cd88');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f7-a2db-7f32-971f-800b7229e69d');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f7-a303-7f6d-857a-aefaeba3767a');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f7-a32a-7cdf-af08-3987b3b6ca6f');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f7-a347-737c-898b-c350a4f87d7a');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f7-b3d2-709e-9830-b4825f4662b6');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f7-b3de-71cd-aa01-5f0d955f12e3');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f7-b3e5-7870-b024-91a7e1c55b9b');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f7-b404-793b-aadd-6f2018e4fc6e');
INSERT INTO "chains" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',15,'2ad02aa210f2cdc0d17370e94b2263c752fb78942e0a2cbcdb8193954058d56d');
INSERT INTO "chains" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',7,'c4b6edab34a91ae106fd646aff4c6b879a558f20a5df145200afb6c5c2191eb3');
INSERT INTO "chains" VALUES(2,'01a224f7-a1a4-7740-92b9-7014be999943','7ba63407b291',1,'6adea5cd12ce0dccb8cdde7ca7c3638878d61da51c812f14cbd928b97032d8dc');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',1,'6a66841028ab7cbe3aebf80794bedaf71b5a45a4931e19e132baca8570bd830f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',2,'1e4485b5a543acc01dd77dd78788692cd7d91fd52618df28c3947a9b78df63ea','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',3,'9bb4c6dddd126df6635ebb01b5c6efa2af5b30677a8411a7cf13ad2072e3f818','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',4,'54edbfa0b944fd8d3509c7ec01f9afadffd978824f45160e655a4f0f7b8debb8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',5,'564da4a068afe648fa96ee14d9dea9f8e9d01032c7f9960a1c3e1a864dc401e7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',6,'26590e284d413cffd61c709551d5d1b4878f40c4615aa7c03b944ebaaa226e48','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',7,'1632abed4f05ae1cc6b0c048c6adf6715ce8ed215f0fe2f51d5ea26c1db0d112','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',8,'640b0fec8b48d8926f1bdfbbc7450f938bc5ea96c5efae5c77149284528785e5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',9,'f9ed32579090e305f270f88502ef297e3cba19f91fbcb1ed62d55f2914e2541a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',10,'d99eb1a5f1fb102ae5a10207b651b30b5cbf26d6ffacc1f99c97ea1c27e25f30','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',11,'da03431b081de6d2c69d321a3a3a6983a2adb598cea36d1ed9b19f1468e52177','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',12,'d7467abb8e28861ff6c06c1ac23c652129ba603411f89c4ddc7caac22ae73d12','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',13,'2dc03645cb2ebee6241ea0cb7edefc3f620000646f4dcbed5d75b17822a5531b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',14,'b0c71c2e89174cdc2e620fc7dd82fa7e70164764fb3ca1e4aa7523c9c25f9f5a','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-a038-760b-86ed-92efa8e6e945','7ba63407b291',15,'2ad02aa210f2cdc0d17370e94b2263c752fb78942e0a2cbcdb8193954058d56d','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',1,'f243fba042db737b9c65e229d5dee7c741ec4107c22087e5bb83f6336f7eec87','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',2,'b463e8e48744db20821615ae8ac028c9f32c8f38318ef1513398c826c6339ec1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',3,'09b31452994cfec8950068a70cb47c64872b0433b22a758c8df49fcfe627822e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',4,'7642c222222442841bc44e14dc767ecdef3e551c9f7034e9daca864157e3d334','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',5,'07de576442c67f1617a7acb131be1698977ff66213916adc4d9870157735edd1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',6,'e38331f46b4865ae5244fa7172af4857e10bfc755b1c01241d383b044550109e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f7-aee7-7e03-83a2-5182895afad2','7ba63407b291',7,'c4b6edab34a91ae106fd646aff4c6b879a558f20a5df145200afb6c5c2191eb3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f7-a1a4-7740-92b9-7014be999943','7ba63407b291',1,'6adea5cd12ce0dccb8cdde7ca7c3638878d61da51c812f14cbd928b97032d8dc','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f7-a255-7ac1-8f18-6a982172cd88',1795916538463,'01a224f7-a1a4-7740-92b9-7014be999943','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2","size":697}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f7-a2db-7f32-971f-800b7229e69d',1795916538590,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38","size":676}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f7-a303-7f6d-857a-aefaeba3767a',1795916538629,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69","size":679}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f7-a32a-7cdf-af08-3987b3b6ca6f',1795916538668,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237","size":677}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f7-a347-737c-898b-c350a4f87d7a',1795916538697,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed","size":677}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f7-a367-76be-81cb-b0a1864670c4',1795916538729,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20","size":680}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',1795916538796,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814","size":687}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f7-a2db-7f32-971f-800b7229e69d',1795916538810,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f7-a303-7f6d-857a-aefaeba3767a',1795916538828,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916538828}');
INSERT INTO "journal" VALUES(10,1,'01a224f7-a32a-7cdf-af08-3987b3b6ca6f',1795916538895,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"b59ecf9b0171eefcebf379565ab8ddf4","state":"live","version":"b59ecf9b0171eefcebf379565ab8ddf4"}');
INSERT INTO "journal" VALUES(11,1,'01a224f7-a347-737c-898b-c350a4f87d7a',1795916538909,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.join','{"kept":{},"joined":{"id":"01a224f7-a367-76be-81cb-b0a1864670c4","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20"}]}}','{"role":"raw","hash":"8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',1795916538944,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916538944}');
INSERT INTO "journal" VALUES(13,1,'01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',1795916538953,'01a224f7-a038-760b-86ed-92efa8e6e945','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814","size":687}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916538968,'01a224f7-a038-760b-86ed-92efa8e6e945','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f7-b3d2-709e-9830-b4825f4662b6',1795916542945,'01a224f7-aee7-7e03-83a2-5182895afad2','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278","size":673}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f7-b3de-71cd-aa01-5f0d955f12e3',1795916543021,'01a224f7-aee7-7e03-83a2-5182895afad2','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670","size":686}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f7-b3e5-7870-b024-91a7e1c55b9b',1795916543021,'01a224f7-aee7-7e03-83a2-5182895afad2','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061","size":683}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f7-b404-793b-aadd-6f2018e4fc6e',1795916543022,'01a224f7-aee7-7e03-83a2-5182895afad2','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd","size":676}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f7-b3d2-709e-9830-b4825f4662b6',1795916543097,'01a224f7-aee7-7e03-83a2-5182895afad2','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f7-b3e5-7870-b024-91a7e1c55b9b',1795916544284,'01a224f7-aee7-7e03-83a2-5182895afad2','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f7-b404-793b-aadd-6f2018e4fc6e',1795916549601,'01a224f7-aee7-7e03-83a2-5182895afad2','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916549601}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',0,1795916538953,'01a224f7-a038-760b-86ed-92efa8e6e945','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570","kind":"photo","state":"trashed","trashedAt":1795916538944,"addedAt":1795916538796,"addedBy":"01a224f7-a038-760b-86ed-92efa8e6e945","rendering":null}','[{"type":"resource","id":"2a14d453f171cd383fdc5a98557c7c62","assetId":"01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570","role":"original","hash":"cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f7-a367-76be-81cb-b0a1864670c4',0);
INSERT INTO "tombstones" VALUES(1,'01a224f7-a3a3-7fbf-bcb5-d7f35c2f8570',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'84236a2c6374952d090e35f1aa7db3a4','01a224f7-b3d2-709e-9830-b4825f4662b6',0);
INSERT INTO "user" VALUES('ODJclH57aYHWnIPPHXqO95oSEdk41c28','ann','ann@example.org',0,NULL,'2026-11-29T01:42:11.458Z','2026-11-29T01:42:11.458Z');
INSERT INTO "user" VALUES('fsTYIhlxCssnzCq5O6D5g6CvaZwv09f7','ben','ben@example.org',0,NULL,'2026-11-29T01:42:16.334Z','2026-11-29T01:42:16.334Z');
INSERT INTO "account" VALUES('npyPzPyyPEDl6v7uwS9h2xadf8y9XKcR','ODJclH57aYHWnIPPHXqO95oSEdk41c28','credential','ODJclH57aYHWnIPPHXqO95oSEdk41c28',NULL,NULL,NULL,NULL,NULL,NULL,'f394d002a68e8f2d8aa94c4cf8cb481a:c4d0849c908eea5ab518291541cc8518c8f6dfcd9bd0c89ed76b384b296d685c8dd095bf4abe1982722bbf9b02ced079d13bcf545c548a31dbe633f819f3c817','2026-11-29T01:42:11.483Z','2026-11-29T01:42:11.483Z');
INSERT INTO "account" VALUES('9vUsQaNvNAy9oJZirzUEgqWREeF3fK7U','fsTYIhlxCssnzCq5O6D5g6CvaZwv09f7','credential','fsTYIhlxCssnzCq5O6D5g6CvaZwv09f7',NULL,NULL,NULL,NULL,NULL,NULL,'c73bdbb11fda9770eb86c92e80685ac9:525174da8d42abeb8cf674a41d15fdcb34c7e4b5dc72dfefa66431d35e421ab285001d22d9d9829d08ced2fbd3d4c475fd88409f3b0cd90a15f3cb1feda3f0f5','2026-11-29T01:42:16.338Z','2026-11-29T01:42:16.338Z');
INSERT INTO "owners" VALUES('ODJclH57aYHWnIPPHXqO95oSEdk41c28');
INSERT INTO "devices" VALUES('01a224f7-a038-760b-86ed-92efa8e6e945','ODJclH57aYHWnIPPHXqO95oSEdk41c28','01a224f7-871e-7327-8c31-73c48288ca77','Tablet','folder','v1','0.1.0','86425c55e0b1eac541d7ddde6e4533185f86d14f90674f7a62117c313cd6060e',NULL,1795916537917,1795916537917,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f7-a1a4-7740-92b9-7014be999943','fsTYIhlxCssnzCq5O6D5g6CvaZwv09f7','01a224f7-9a17-7b76-99fd-cc95d6ede2e5','Ben’s phone','folder','v1','0.1.0','611d5f86c04c07c3ff251eceda9845a0818fd0fa5472815a1d4e851d42a6f07d',NULL,1795916538276,1795916538276,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','ODJclH57aYHWnIPPHXqO95oSEdk41c28','01a224f7-871e-7327-8c31-73c48288ca77','Laptop','folder','linux 6.1.0','0.1.0','9916706ceaebbf2185f28b5147e2ac9c7e360e22465539b1afc3fada518369df',NULL,1795916541671,1795916541671,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916549682,'{"version":"0.1.0","protocol":2,"at":1795916549680,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916542757},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916542757},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":77938868224,"source":"the file system","since":1795916543189}}}',NULL,1795916543224);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','1','01a224f7-b3d2-709e-9830-b4825f4662b6','in-sync','  ','{"key":"1","path":"first.jpg","size":673,"assetId":"01a224f7-b3d2-709e-9830-b4825f4662b6","hash":"525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','10','01a224f7-a347-737c-898b-c350a4f87d7a','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":680,"assetId":"01a224f7-a347-737c-898b-c350a4f87d7a","hash":"8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','11','01a224f7-b3e5-7870-b024-91a7e1c55b9b','in-sync','  ','{"key":"11","path":"renamed.jpg","size":683,"assetId":"01a224f7-b3e5-7870-b024-91a7e1c55b9b","hash":"a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','3','01a224f7-b3de-71cd-aa01-5f0d955f12e3','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":686,"assetId":"01a224f7-b3de-71cd-aa01-5f0d955f12e3","hash":"87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916541916,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','7','01a224f7-a32a-7cdf-af08-3987b3b6ca6f','in-sync','  ','{"key":"7","path":"2024/05/edited.jpg","size":683,"assetId":"01a224f7-a32a-7cdf-af08-3987b3b6ca6f","hash":"32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','8','01a224f7-a2db-7f32-971f-800b7229e69d','in-sync','  ','{"key":"8","path":"2024/05/titled.jpg","size":676,"assetId":"01a224f7-a2db-7f32-971f-800b7229e69d","hash":"4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2','9','01a224f7-a347-737c-898b-c350a4f87d7a','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":677,"assetId":"01a224f7-a347-737c-898b-c350a4f87d7a","hash":"ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69',679,'committed',1,'01a224f7-a038-760b-86ed-92efa8e6e945',1795916538625);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286',683,'committed',1,'01a224f7-a038-760b-86ed-92efa8e6e945',1795916538890);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38',676,'committed',1,'01a224f7-a038-760b-86ed-92efa8e6e945',1795916538580);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278',673,'committed',1,'01a224f7-aee7-7e03-83a2-5182895afad2',1795916542920);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670',686,'committed',1,'01a224f7-aee7-7e03-83a2-5182895afad2',1795916542926);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20',680,'committed',1,'01a224f7-a038-760b-86ed-92efa8e6e945',1795916538722);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237',677,'committed',1,'01a224f7-a038-760b-86ed-92efa8e6e945',1795916538665);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f7-aee7-7e03-83a2-5182895afad2',1795916543016);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061',683,'committed',1,'01a224f7-aee7-7e03-83a2-5182895afad2',1795916542928);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd',676,'committed',1,'01a224f7-aee7-7e03-83a2-5182895afad2',1795916542979);
INSERT INTO "ledger" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed',677,'committed',1,'01a224f7-a038-760b-86ed-92efa8e6e945',1795916538686);
INSERT INTO "ledger" VALUES('01a224f7-9a17-7b76-99fd-cc95d6ede2e5','fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2',697,'committed',1,'01a224f7-a1a4-7740-92b9-7014be999943',1795916538449);
INSERT INTO "ledger_sums" VALUES('01a224f7-871e-7327-8c31-73c48288ca77',6828,0);
INSERT INTO "ledger_sums" VALUES('01a224f7-9a17-7b76-99fd-cc95d6ede2e5',697,0);
INSERT INTO "uploads" VALUES('088021c175da3a978c7e302fdc8b730c','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-aee7-7e03-83a2-5182895afad2','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916542998,1795916543016,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('1bb65ebf21be5ccc63f66fb345bb9af3','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-aee7-7e03-83a2-5182895afad2','b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd',676,'image/jpeg',1795916542947,1795916542979,'b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd');
INSERT INTO "uploads" VALUES('529f87ee5052b7ee060b890051b5943a','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814',687,'image/jpeg',1795916538738,1795916538763,'cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814');
INSERT INTO "uploads" VALUES('642fae621f75ecfc43605940154cdc56','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20',680,'image/jpeg',1795916538715,1795916538722,'8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20');
INSERT INTO "uploads" VALUES('6464cf550a6d5db0fa9d302560a4ff0d','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237',677,'image/jpeg',1795916538660,1795916538665,'8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237');
INSERT INTO "uploads" VALUES('6707873c2ae3674a1f6b026f07a89397','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69',679,'image/jpeg',1795916538606,1795916538625,'295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69');
INSERT INTO "uploads" VALUES('742b5749113ba31f9abc6dc40280f701','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38',676,'image/jpeg',1795916538485,1795916538580,'4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38');
INSERT INTO "uploads" VALUES('7ceba96f09277b43d6586ca89b9be4c7','01a224f7-9a17-7b76-99fd-cc95d6ede2e5','01a224f7-a1a4-7740-92b9-7014be999943','fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2',697,'image/jpeg',1795916538364,1795916538449,'fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2');
INSERT INTO "uploads" VALUES('7e254d89ea814d1b2d49ef3c93e0f23e','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed',677,'image/jpeg',1795916538674,1795916538686,'ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed');
INSERT INTO "uploads" VALUES('9e0367d69851f0a5dbaf03c8fd4a7236','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-aee7-7e03-83a2-5182895afad2','a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061',683,'image/jpeg',1795916542887,1795916542928,'a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061');
INSERT INTO "uploads" VALUES('a7c389e3f9cda9aa4c0924a538d2a162','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a038-760b-86ed-92efa8e6e945','32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286',683,'image/jpeg',1795916538860,1795916538890,'32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286');
INSERT INTO "uploads" VALUES('ee1d831dee50b6011acea758e887759f','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-aee7-7e03-83a2-5182895afad2','87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670',686,'image/jpeg',1795916542887,1795916542926,'87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670');
INSERT INTO "uploads" VALUES('f68826109a59efdbecf74e8e073d6fe2','01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-aee7-7e03-83a2-5182895afad2','525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278',673,'image/jpeg',1795916542887,1795916542920,'525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278');
INSERT INTO "blob_checks" VALUES('295aafe68190cbde17a5fbd23bfe33c8615a790927d4b38f57e63452ee28da69',679,'1795916538618925958',1795916538625,0);
INSERT INTO "blob_checks" VALUES('32d275b3563a841dac60def6eaaf8521d94c0d7f901ac748f546251d528bd286',683,'1795916538865280725',1795916538890,0);
INSERT INTO "blob_checks" VALUES('4801613564b46ca8cf2ca2af465cf48bfd52bf6a54ccf8e98e5b38f84958ed38',676,'1795916538560484729',1795916538580,0);
INSERT INTO "blob_checks" VALUES('525387da2b83290b46c98034f5c1bf9e2573d9ead99eb432b6efbda541101278',673,'1795916542911760719',1795916542920,0);
INSERT INTO "blob_checks" VALUES('87b7be8dd0b7eef0d6b660d5f732a7341b45e0e86320318cfe31e2799d391670',686,'1795916542911760719',1795916542926,0);
INSERT INTO "blob_checks" VALUES('8966ac0f8fa9b2f34d1da8fd1dcec590606dcc31632619592f11767bd0ad6a20',680,'1795916538721133143',1795916538722,0);
INSERT INTO "blob_checks" VALUES('8dba6e9ddf90b5f3debd8006b1b05b41d762923166d3e0152f2d11d3fa95b237',677,'1795916538663485365',1795916538665,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916543009132491',1795916543016,0);
INSERT INTO "blob_checks" VALUES('a8fe56557fbd9c276d6725715c8dd957724e81d337809aedfe76bc76a9c65061',683,'1795916542911760719',1795916542928,0);
INSERT INTO "blob_checks" VALUES('b1413efdb98e972e2df0ff67489fff12f627d81f7b7f82550dacdaf55939cefd',676,'1795916542968499074',1795916542979,0);
INSERT INTO "blob_checks" VALUES('cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814',687,'1795916538750915198',1795916538763,0);
INSERT INTO "blob_checks" VALUES('ead85a6c7d21856c42469fccca85ddb738f8c138f2abafa2a9a581318dad58ed',677,'1795916538676960501',1795916538686,0);
INSERT INTO "blob_checks" VALUES('fd8cc00dce039f8a43100b943064547aaf927c584aaad8080fc943846a4904f2',697,'1795916538418151711',1795916538449,0);
INSERT INTO "loose_blobs" VALUES('cbe26386bb9658a0ab0244fc378e4a8eebe2c66a686cc6dfa2632348d1e64814',31189);
INSERT INTO "scrub" VALUES(1,1795916521486,1795916521486,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','01a224f7-a2db-7f32-971f-800b7229e69d','1259c5a82f3176047ee2da60d0442304','started',0,NULL,NULL,1795916538600,NULL,NULL,0,NULL,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f7-9a17-7b76-99fd-cc95d6ede2e5','01a224f7-a255-7ac1-8f18-6a982172cd88','dc8ca4a064cdf6b364de905f44f4ef61','started',0,NULL,NULL,1795916538477,NULL,NULL,0,NULL,0,0);
INSERT INTO "heard" VALUES('01a224f7-a038-760b-86ed-92efa8e6e945',31189,1795916537917);
INSERT INTO "heard" VALUES('01a224f7-a1a4-7740-92b9-7014be999943',31189,1795916538276);
INSERT INTO "heard" VALUES('01a224f7-aee7-7e03-83a2-5182895afad2',31189,1795916541671);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f7-871e-7327-8c31-73c48288ca77','5gb');
INSERT INTO "library_plans" VALUES('01a224f7-9a17-7b76-99fd-cc95d6ede2e5','5gb');
INSERT INTO "receipt_keys" VALUES('P3m47uyzf1eRzSTJevzVKkidrj-2hUEz5GdP7heFmn8',1795916541802,NULL);
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
