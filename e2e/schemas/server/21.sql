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
INSERT INTO "schema_steps" VALUES('accounts',1,1795916580);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916580);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916580);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916580);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916580);
INSERT INTO "schema_steps" VALUES('closing',1,1795916580);
INSERT INTO "schema_steps" VALUES('errands',1,1795916580);
INSERT INTO "schema_steps" VALUES('library',1,1795916580);
INSERT INTO "schema_steps" VALUES('library',2,1795916580);
INSERT INTO "schema_steps" VALUES('library',3,1795916580);
INSERT INTO "schema_steps" VALUES('library',4,1795916580);
INSERT INTO "schema_steps" VALUES('library',5,1795916580);
INSERT INTO "schema_steps" VALUES('library',6,1795916580);
INSERT INTO "schema_steps" VALUES('library',7,1795916580);
INSERT INTO "schema_steps" VALUES('library',8,1795916580);
INSERT INTO "schema_steps" VALUES('library',9,1795916580);
INSERT INTO "schema_steps" VALUES('library',10,1795916580);
INSERT INTO "schema_steps" VALUES('library',11,1795916580);
INSERT INTO "schema_steps" VALUES('library',12,1795916580);
INSERT INTO "schema_steps" VALUES('library',13,1795916580);
INSERT INTO "schema_steps" VALUES('orders',1,1795916580);
INSERT INTO "schema_steps" VALUES('orders',2,1795916580);
INSERT INTO "schema_steps" VALUES('plans',1,1795916580);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',6,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',7,1795916580);
INSERT INTO "schema_steps" VALUES('renditions',8,1795916580);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916580);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916580);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916580);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916580);
INSERT INTO "schema_steps" VALUES('settings',1,1795916580);
INSERT INTO "schema_steps" VALUES('silence',1,1795916580);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','e6d6b1d12628');
INSERT INTO "server_facts" VALUES('heartbeat','1795916607885');
INSERT INTO "server_facts" VALUES('seen-time','27302');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f8-59d0-73e0-b224-f63a11dff70f',5000000000,35,0,6,2,1795916585449);
INSERT INTO "libraries" VALUES(2,'01a224f8-69ea-7a10-8671-11ea50fc1d54',5000000000,2,0,1,0,1795916589547);
INSERT INTO "members" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','Y7jq7toaddFv7njPSs1jhGHly71GhgZx','owner');
INSERT INTO "members" VALUES('01a224f8-69ea-7a10-8671-11ea50fc1d54','7RRmlD0YszKjutVIaLe5FxRgcMZNPBOS','owner');
INSERT INTO "generations" VALUES(1,1,'a19d22217b',1,1795916585449);
INSERT INTO "generations" VALUES(2,2,'a19d22217b',1,1795916589547);
INSERT INTO "entities" VALUES(1,2,'resource:12880ebc2b9a69b87ff39d068a15c75a','01a224f8-7678-7b01-ba90-7f58d27ebe1e','original','8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8','{"type":"resource","id":"12880ebc2b9a69b87ff39d068a15c75a","assetId":"01a224f8-7678-7b01-ba90-7f58d27ebe1e","role":"original","hash":"8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:7a63e32c66f47a4621dd0ed540db7fd6','01a224f8-76dd-71da-941d-abb5896d9943','original','e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998','{"type":"resource","id":"7a63e32c66f47a4621dd0ed540db7fd6","assetId":"01a224f8-76dd-71da-941d-abb5896d9943","role":"original","hash":"e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:cd96d55347a9f4738e16a8c27ae2a0ae','01a224f8-7752-79e9-9d51-1ab9845d03f3','original','39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1','{"type":"resource","id":"cd96d55347a9f4738e16a8c27ae2a0ae","assetId":"01a224f8-7752-79e9-9d51-1ab9845d03f3","role":"original","hash":"39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:5f8247c49b929ff35f4b5b953e12fd0f','01a224f8-77a8-7d40-a31a-7f0867b51d63','original','1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977','{"type":"resource","id":"5f8247c49b929ff35f4b5b953e12fd0f","assetId":"01a224f8-77a8-7d40-a31a-7f0867b51d63","role":"original","hash":"1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f8-7678-7b01-ba90-7f58d27ebe1e',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f8-7678-7b01-ba90-7f58d27ebe1e","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916592781,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f8-76dd-71da-941d-abb5896d9943',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-76dd-71da-941d-abb5896d9943","kind":"photo","state":"trashed","trashedAt":1795916593183,"addedAt":1795916592875,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:8a1be596deed0bf003f8e23d6a03b4cf','01a224f8-7752-79e9-9d51-1ab9845d03f3','edited','b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d','{"type":"resource","id":"8a1be596deed0bf003f8e23d6a03b4cf","assetId":"01a224f8-7752-79e9-9d51-1ab9845d03f3","role":"edited","hash":"b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f8-7752-79e9-9d51-1ab9845d03f3',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-7752-79e9-9d51-1ab9845d03f3","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916592980,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1","rendering":"8a1be596deed0bf003f8e23d6a03b4cf"}');
INSERT INTO "entities" VALUES(1,17,'resource:086bf9cb3758f9148a57bd2b1bada6ec','01a224f8-77a8-7d40-a31a-7f0867b51d63','raw','8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676','{"type":"resource","id":"086bf9cb3758f9148a57bd2b1bada6ec","assetId":"01a224f8-77a8-7d40-a31a-7f0867b51d63","role":"raw","hash":"8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676","size":703,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:e21859690c5780a82d2e25ffa1319614','01a224f8-77c3-7988-9412-4ea767077f2c','original',NULL,'{"type":"resource","id":"e21859690c5780a82d2e25ffa1319614","assetId":"01a224f8-77c3-7988-9412-4ea767077f2c","role":"original","hash":"8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676","size":703,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f8-77a8-7d40-a31a-7f0867b51d63',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-77a8-7d40-a31a-7f0867b51d63","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916593066,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f8-77c3-7988-9412-4ea767077f2c','01a224f8-77a8-7d40-a31a-7f0867b51d63',NULL,NULL,'{"type":"alias","from":"01a224f8-77c3-7988-9412-4ea767077f2c","to":"01a224f8-77a8-7d40-a31a-7f0867b51d63","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f8-7814-7faf-a8a5-03f4e10e2b99',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-7814-7faf-a8a5-03f4e10e2b99","kind":"photo","state":"purged","trashedAt":1795916593230,"addedAt":1795916593175,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:55eaf41bdc67c04561c107d88d9c3738','01a224f8-7814-7faf-a8a5-03f4e10e2b99','original',NULL,'{"type":"resource","id":"55eaf41bdc67c04561c107d88d9c3738","assetId":"01a224f8-7814-7faf-a8a5-03f4e10e2b99","role":"original","hash":"e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916593252,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1"}');
INSERT INTO "entities" VALUES(1,26,'resource:1b5ec31d8a3014a0b6679c22dcdc8ad1','01a224f8-88b6-7fac-a269-c215c3151ca1','original','2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c','{"type":"resource","id":"1b5ec31d8a3014a0b6679c22dcdc8ad1","assetId":"01a224f8-88b6-7fac-a269-c215c3151ca1","role":"original","hash":"2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916593281,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224f8-88b8-7c66-8b66-867f85e19bc1',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-88b8-7c66-8b66-867f85e19bc1","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916597448,"addedBy":"01a224f8-7d86-75d9-9aa5-d76152952541","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:d6dc61af616b7e70d63a741f19b430e7','01a224f8-88b8-7c66-8b66-867f85e19bc1','original','56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447','{"type":"resource","id":"d6dc61af616b7e70d63a741f19b430e7","assetId":"01a224f8-88b8-7c66-8b66-867f85e19bc1","role":"original","hash":"56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916593273,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224f8-88c4-7b3d-85a4-d2960eadfc9b',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-88c4-7b3d-85a4-d2960eadfc9b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916597587,"addedBy":"01a224f8-7d86-75d9-9aa5-d76152952541","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:51264bb29d539246d58d509b065d757f','01a224f8-88c4-7b3d-85a4-d2960eadfc9b','original','6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668','{"type":"resource","id":"51264bb29d539246d58d509b065d757f","assetId":"01a224f8-88c4-7b3d-85a4-d2960eadfc9b","role":"original","hash":"6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916593289,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:1ba191428f7d938760a3e46266ef1b15','01a224f8-88cc-79d2-a5e9-9ab370168ef1','original','03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93','{"type":"resource","id":"1ba191428f7d938760a3e46266ef1b15","assetId":"01a224f8-88cc-79d2-a5e9-9ab370168ef1","role":"original","hash":"03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916593277,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:b246c4cf5803f01ff20446f951032302','01a224f8-88b8-7c66-8b66-867f85e19bc1','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"b246c4cf5803f01ff20446f951032302","assetId":"01a224f8-88b8-7c66-8b66-867f85e19bc1","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916593289,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f8-88cc-79d2-a5e9-9ab370168ef1',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-88cc-79d2-a5e9-9ab370168ef1","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916597587,"addedBy":"01a224f8-7d86-75d9-9aa5-d76152952541","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f8-88b6-7fac-a269-c215c3151ca1',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-88b6-7fac-a269-c215c3151ca1","kind":"photo","state":"trashed","trashedAt":1795916605134,"addedAt":1795916597448,"addedBy":"01a224f8-7d86-75d9-9aa5-d76152952541","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f8-75f5-7157-84c7-af2fe7a514c8',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-75f5-7157-84c7-af2fe7a514c8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916592652,"addedBy":"01a224f8-7569-7538-ae03-2cf4aa4d2a67","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:1f024e59debc1e6f4cf54870c5928402','01a224f8-75f5-7157-84c7-af2fe7a514c8','original','21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de','{"type":"resource","id":"1f024e59debc1e6f4cf54870c5928402","assetId":"01a224f8-75f5-7157-84c7-af2fe7a514c8","role":"original","hash":"21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83','01a224f8-7814-7faf-a8a5-03f4e10e2b99',1795916593242);
INSERT INTO "in_trash" VALUES(1,'01a224f8-76dd-71da-941d-abb5896d9943',0);
INSERT INTO "in_trash" VALUES(1,'01a224f8-88b6-7fac-a269-c215c3151ca1',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f8-75f5-7157-84c7-af2fe7a514c8');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f8-7678-7b01-ba90-7f58d27ebe1e');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f8-76dd-71da-941d-abb5896d9943');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f8-7752-79e9-9d51-1ab9845d03f3');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f8-77a8-7d40-a31a-7f0867b51d63');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f8-88b6-7fac-a269-c215c3151ca1');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f8-88b8-7c66-8b66-867f85e19bc1');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f8-88c4-7b3d-85a4-d2960eadfc9b');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f8-88cc-79d2-a5e9-9ab370168ef1');
INSERT INTO "chains" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',15,'71f75ae01c26871b68ef16d81802c421c2ae5261344824fe5c5cea0fb49cea5c');
INSERT INTO "chains" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',7,'5dfdab0711a0fb680265abb7896e1e4353e0ae2cd2702fc05b0add29ddd7c00c');
INSERT INTO "chains" VALUES(2,'01a224f8-7569-7538-ae03-2cf4aa4d2a67','e6d6b1d12628',1,'ff2a3f4a6f5ac0e184f7666ee1f3f34f6176d67235729829c48a1a67f184bfb3');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',1,'65ed0c66ab51ee8e7af97b171191f613c20175de540e880fae0327680cadb3ce','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',2,'c54f2192fd08fd6c9ba308035ae891dfaad490dc43449b154866dda6febe03f4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',3,'e2b340797aa4d6248791b9e836d5bf2842f5aa1d6966223a094427a007e5d00b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',4,'bc6e5c3e355a16b5df5d04ce0e0e8fd2020324b2d7d4b8a2d1881bf5f9189182','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',5,'e128eea66f7ec78e7cfa898cd970a8a3fb25ce59365f35d180e2be0369ea63ac','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',6,'9e6e0efbde22c7a13b2ba19c30b776a86a9d56c219e9f59f9549375422991680','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',7,'0df9b8d146fa4e169c125c0c50aed5a6ff5e18be9402c6737e571d2844f14179','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',8,'e8e3f844966865db30882fcc081fe22a7968d088556be83dc19ebb214b737f85','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',9,'6fc08173deb69add0132b7b7e6a180471767fba638e0b4e78aed73fd5dbd420d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',10,'d3eca369b7b5767b23b455a38c93294554b526dcfefe36a7ee620a46ee55ccfa','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',11,'84ca7147133d716d9ca7e690e96088cb1df0fb0a80639378277e1a3f2868409e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',12,'237af498c3826772df9ccb2809ea725dd3ce6f775a3246abce6071c22d5aa2f1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',13,'4d85c6fbff4060b7990b2100719e23813b03c7ad70a94fd4a6959358cdebdf02','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',14,'fbbbb5f068fdfe8ca33c31ac35e5a443caccdf41bc1b4e48837c60c976542658','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e6d6b1d12628',15,'71f75ae01c26871b68ef16d81802c421c2ae5261344824fe5c5cea0fb49cea5c','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',1,'0d46dc5186e54cc9e985b87902d734e62580a80875bacf11c0bda4dd12476edd','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',2,'a1a734b2bf52f84551608f57cb9d6f8924bf206f1ecc51272468712b47531210','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',3,'9f516628481936b54f75d43fc93a140659e8faf275c418e4802ba6bb369a18be','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',4,'67ea6cb67637e5e5742bc30b67b10c6aa8f0476334dc608121ca06437048415d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',5,'361c5818654a18f64c7504884b8216863428ed232e85072a837bd59fa12329a4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',6,'90e4a3c4720bce709e3fd17939313ee52d5cefecc6e6b4440610850300e6ca87','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f8-7d86-75d9-9aa5-d76152952541','e6d6b1d12628',7,'5dfdab0711a0fb680265abb7896e1e4353e0ae2cd2702fc05b0add29ddd7c00c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f8-7569-7538-ae03-2cf4aa4d2a67','e6d6b1d12628',1,'ff2a3f4a6f5ac0e184f7666ee1f3f34f6176d67235729829c48a1a67f184bfb3','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f8-75f5-7157-84c7-af2fe7a514c8',1795916592652,'01a224f8-7569-7538-ae03-2cf4aa4d2a67','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de","size":687}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f8-7678-7b01-ba90-7f58d27ebe1e',1795916592781,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8","size":688}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f8-76dd-71da-941d-abb5896d9943',1795916592875,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998","size":679}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f8-7752-79e9-9d51-1ab9845d03f3',1795916592980,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1","size":677}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f8-77a8-7d40-a31a-7f0867b51d63',1795916593066,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977","size":687}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f8-77c3-7988-9412-4ea767077f2c',1795916593093,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676","size":703}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f8-7814-7faf-a8a5-03f4e10e2b99',1795916593175,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83","size":685}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f8-7678-7b01-ba90-7f58d27ebe1e',1795916593180,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f8-76dd-71da-941d-abb5896d9943',1795916593183,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916593183}');
INSERT INTO "journal" VALUES(10,1,'01a224f8-7752-79e9-9d51-1ab9845d03f3',1795916593220,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"8a1be596deed0bf003f8e23d6a03b4cf","state":"live","version":"8a1be596deed0bf003f8e23d6a03b4cf"}');
INSERT INTO "journal" VALUES(11,1,'01a224f8-77a8-7d40-a31a-7f0867b51d63',1795916593224,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.join','{"kept":{},"joined":{"id":"01a224f8-77c3-7988-9412-4ea767077f2c","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676"}]}}','{"role":"raw","hash":"8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f8-7814-7faf-a8a5-03f4e10e2b99',1795916593230,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916593230}');
INSERT INTO "journal" VALUES(13,1,'01a224f8-7814-7faf-a8a5-03f4e10e2b99',1795916593242,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83","size":685}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916593252,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f8-88b6-7fac-a269-c215c3151ca1',1795916597448,'01a224f8-7d86-75d9-9aa5-d76152952541','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c","size":674}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f8-88b8-7c66-8b66-867f85e19bc1',1795916597448,'01a224f8-7d86-75d9-9aa5-d76152952541','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447","size":676}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f8-88c4-7b3d-85a4-d2960eadfc9b',1795916597587,'01a224f8-7d86-75d9-9aa5-d76152952541','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668","size":682}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f8-88cc-79d2-a5e9-9ab370168ef1',1795916597587,'01a224f8-7d86-75d9-9aa5-d76152952541','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93","size":678}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f8-88b8-7c66-8b66-867f85e19bc1',1795916597660,'01a224f8-7d86-75d9-9aa5-d76152952541','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f8-88cc-79d2-a5e9-9ab370168ef1',1795916599814,'01a224f8-7d86-75d9-9aa5-d76152952541','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f8-88b6-7fac-a269-c215c3151ca1',1795916605134,'01a224f8-7d86-75d9-9aa5-d76152952541','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916605134}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f8-7814-7faf-a8a5-03f4e10e2b99',0,1795916593242,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f8-7814-7faf-a8a5-03f4e10e2b99","kind":"photo","state":"trashed","trashedAt":1795916593230,"addedAt":1795916593175,"addedBy":"01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1","rendering":null}','[{"type":"resource","id":"55eaf41bdc67c04561c107d88d9c3738","assetId":"01a224f8-7814-7faf-a8a5-03f4e10e2b99","role":"original","hash":"e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f8-77c3-7988-9412-4ea767077f2c',0);
INSERT INTO "tombstones" VALUES(1,'01a224f8-7814-7faf-a8a5-03f4e10e2b99',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'b246c4cf5803f01ff20446f951032302','01a224f8-88b8-7c66-8b66-867f85e19bc1',0);
INSERT INTO "user" VALUES('Y7jq7toaddFv7njPSs1jhGHly71GhgZx','ann','ann@example.org',0,NULL,'2026-11-29T01:43:05.390Z','2026-11-29T01:43:05.390Z');
INSERT INTO "user" VALUES('7RRmlD0YszKjutVIaLe5FxRgcMZNPBOS','ben','ben@example.org',0,NULL,'2026-11-29T01:43:09.544Z','2026-11-29T01:43:09.544Z');
INSERT INTO "account" VALUES('x0CkOcNs5fG5xTMaoFODdTc7hua5gGZB','Y7jq7toaddFv7njPSs1jhGHly71GhgZx','credential','Y7jq7toaddFv7njPSs1jhGHly71GhgZx',NULL,NULL,NULL,NULL,NULL,NULL,'dbc9601b0c9455afd3b87d9e39e31a8a:ffc39c735809bfa054aab2d9e7bc1ce9742fb030ddb42e6924c7358f6e3b2c8c3eccd509bb551748669b278c8e7b1a6210e3d21a86f48a232c26edd576eb69b0','2026-11-29T01:43:05.410Z','2026-11-29T01:43:05.410Z');
INSERT INTO "account" VALUES('WQZsJjkKPUGcjkwy8jFjHKFlVERPByfD','7RRmlD0YszKjutVIaLe5FxRgcMZNPBOS','credential','7RRmlD0YszKjutVIaLe5FxRgcMZNPBOS',NULL,NULL,NULL,NULL,NULL,NULL,'cc6e6b26eb90b3fd0b830373c2aa6cde:1137128d59f27a035d6118292fa67c2d8e35c7856ccf7679866a60c4f3b60e9b69636e822176f2b40318400e15a6d8829d40cdaa27b8d2aaa293f33327d762da','2026-11-29T01:43:09.545Z','2026-11-29T01:43:09.545Z');
INSERT INTO "owners" VALUES('Y7jq7toaddFv7njPSs1jhGHly71GhgZx');
INSERT INTO "devices" VALUES('01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','Y7jq7toaddFv7njPSs1jhGHly71GhgZx','01a224f8-59d0-73e0-b224-f63a11dff70f','Tablet','folder','v1','0.1.0','67beb8628247c90f98a9e116c80bfe4cd909b8be1a1f0271090567cd8cab0aff',NULL,1795916591790,1795916591790,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f8-7569-7538-ae03-2cf4aa4d2a67','7RRmlD0YszKjutVIaLe5FxRgcMZNPBOS','01a224f8-69ea-7a10-8671-11ea50fc1d54','Ben’s phone','folder','v1','0.1.0','6882a8d6b3727a6aa783c4093e6360899b94b313fc9a03b89f5641c7c39918da',NULL,1795916592489,1795916592489,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','Y7jq7toaddFv7njPSs1jhGHly71GhgZx','01a224f8-59d0-73e0-b224-f63a11dff70f','Laptop','folder','linux 6.1.0','0.1.0','b9c125c8354805e3bced8b248c40732cac18e66e25ae779d16643ead81e0fd56',NULL,1795916594567,1795916594567,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916605214,'{"version":"0.1.0","protocol":2,"at":1795916605210,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916596688},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (it has no battery)","since":1795916596688},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":77876887552,"source":"the file system","since":1795916597724}}}',NULL,1795916597907);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','1','01a224f8-88b8-7c66-8b66-867f85e19bc1','in-sync','  ','{"key":"1","path":"first.jpg","size":676,"assetId":"01a224f8-88b8-7c66-8b66-867f85e19bc1","hash":"56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','10','01a224f8-77a8-7d40-a31a-7f0867b51d63','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":703,"assetId":"01a224f8-77a8-7d40-a31a-7f0867b51d63","hash":"8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','11','01a224f8-88cc-79d2-a5e9-9ab370168ef1','in-sync','  ','{"key":"11","path":"renamed.jpg","size":678,"assetId":"01a224f8-88cc-79d2-a5e9-9ab370168ef1","hash":"03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','3','01a224f8-88c4-7b3d-85a4-d2960eadfc9b','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":682,"assetId":"01a224f8-88c4-7b3d-85a4-d2960eadfc9b","hash":"6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916595209,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','7','01a224f8-7752-79e9-9d51-1ab9845d03f3','in-sync','  ','{"key":"7","path":"2024/05/edited.jpg","size":690,"assetId":"01a224f8-7752-79e9-9d51-1ab9845d03f3","hash":"b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','8','01a224f8-7678-7b01-ba90-7f58d27ebe1e','in-sync','  ','{"key":"8","path":"2024/05/titled.jpg","size":688,"assetId":"01a224f8-7678-7b01-ba90-7f58d27ebe1e","hash":"8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541','9','01a224f8-77a8-7d40-a31a-7f0867b51d63','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":687,"assetId":"01a224f8-77a8-7d40-a31a-7f0867b51d63","hash":"1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93',678,'committed',1,'01a224f8-7d86-75d9-9aa5-d76152952541',1795916597428);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977',687,'committed',1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',1795916593060);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c',674,'committed',1,'01a224f8-7d86-75d9-9aa5-d76152952541',1795916597421);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1',677,'committed',1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',1795916592976);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447',676,'committed',1,'01a224f8-7d86-75d9-9aa5-d76152952541',1795916597423);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668',682,'committed',1,'01a224f8-7d86-75d9-9aa5-d76152952541',1795916597425);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676',703,'committed',1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',1795916593089);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8',688,'committed',1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',1795916592757);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f8-7d86-75d9-9aa5-d76152952541',1795916597589);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d',690,'committed',1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',1795916593214);
INSERT INTO "ledger" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998',679,'committed',1,'01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',1795916592840);
INSERT INTO "ledger" VALUES('01a224f8-69ea-7a10-8671-11ea50fc1d54','21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de',687,'committed',1,'01a224f8-7569-7538-ae03-2cf4aa4d2a67',1795916592617);
INSERT INTO "ledger_sums" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f',6872,0);
INSERT INTO "ledger_sums" VALUES('01a224f8-69ea-7a10-8671-11ea50fc1d54',687,0);
INSERT INTO "uploads" VALUES('00ad57a7dc7f78358bf80a91cf40f812','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83',685,'image/jpeg',1795916593104,1795916593160,'e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83');
INSERT INTO "uploads" VALUES('15c7eab37bea9c0cc1d578478d056c71','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-7d86-75d9-9aa5-d76152952541','6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668',682,'image/jpeg',1795916597369,1795916597425,'6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668');
INSERT INTO "uploads" VALUES('160eef912fc8a0b0798faa65a6b10d7c','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-7d86-75d9-9aa5-d76152952541','56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447',676,'image/jpeg',1795916597369,1795916597423,'56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447');
INSERT INTO "uploads" VALUES('2802c2c64c4313eadcd06d88cf945954','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-7d86-75d9-9aa5-d76152952541','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916597538,1795916597589,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('2b8801071ae58a10931b08e54282b5fe','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1',677,'image/jpeg',1795916592911,1795916592976,'39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1');
INSERT INTO "uploads" VALUES('456476bdfc805fba64e5e63e8685bf0e','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998',679,'image/jpeg',1795916592833,1795916592840,'e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998');
INSERT INTO "uploads" VALUES('4cedd0906ef811849c38eca5b774dd23','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-7d86-75d9-9aa5-d76152952541','03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93',678,'image/jpeg',1795916597369,1795916597428,'03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93');
INSERT INTO "uploads" VALUES('90b193d23b813c1d686321e73d9e29aa','01a224f8-69ea-7a10-8671-11ea50fc1d54','01a224f8-7569-7538-ae03-2cf4aa4d2a67','21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de',687,'image/jpeg',1795916592559,1795916592617,'21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de');
INSERT INTO "uploads" VALUES('939b3f3a73480feefd8fa4cf1aee6891','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-7d86-75d9-9aa5-d76152952541','2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c',674,'image/jpeg',1795916597358,1795916597421,'2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c');
INSERT INTO "uploads" VALUES('c4299a7fd6e7cd142cdf4fa7652d3a4c','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8',688,'image/jpeg',1795916592730,1795916592757,'8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8');
INSERT INTO "uploads" VALUES('d25d2e5c1802c0124b9d2aa7d066e92a','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977',687,'image/jpeg',1795916593022,1795916593060,'1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977');
INSERT INTO "uploads" VALUES('e9bde5955e8b60c0a63ca3a40aca42b5','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676',703,'image/jpeg',1795916593075,1795916593089,'8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676');
INSERT INTO "uploads" VALUES('f1a06513a9f5df3fdce47fb8a0dea75c','01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1','b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d',690,'image/jpeg',1795916593200,1795916593214,'b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d');
INSERT INTO "blob_checks" VALUES('03e85eb79f91c08d45751f249f9c5a33dbb7d0a4f36086794597f84795f0fc93',678,'1795916597405282451',1795916597428,0);
INSERT INTO "blob_checks" VALUES('1cb5a4a9a8122018007a187b55a5474ef6e65d02fcde0093f04d01bea287a977',687,'1795916593057282323',1795916593060,0);
INSERT INTO "blob_checks" VALUES('21644beddff686576c7163e226638a7038c9faa36f5705c304034b912d8de2de',687,'1795916592605849788',1795916592617,0);
INSERT INTO "blob_checks" VALUES('2bec0912d828327da2ad32deaa52e074b9cb7de6f17118019b8ec8017e8db93c',674,'1795916597397282451',1795916597421,0);
INSERT INTO "blob_checks" VALUES('39eb6cfcfc53f52dca87f6576376034a30601adbdfd7cc9ec98d34884207d8f1',677,'1795916592974427494',1795916592976,0);
INSERT INTO "blob_checks" VALUES('56fcc94205c2ba82bcd4141fd155236d914edbaf2ec090e9f94ed0603f0fd447',676,'1795916597405282451',1795916597423,0);
INSERT INTO "blob_checks" VALUES('6026bd710a244d68ce266ca805d80f557b518b0b9330f9bce3e3ade1699bd668',682,'1795916597409282452',1795916597425,0);
INSERT INTO "blob_checks" VALUES('8cbe7fa6ed767aa6c8f914d1aac5fdd704ea50923a698d85255e31464c260676',703,'1795916593081925801',1795916593089,0);
INSERT INTO "blob_checks" VALUES('8cecdd776209ca02c23df81dc90e4fa340a41cb6486345dd1c4a60e4e42b7ac8',688,'1795916592755260866',1795916592757,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916597554173807',1795916597589,0);
INSERT INTO "blob_checks" VALUES('b92331c2f6aff54db384903e313a28979feec364b00dcaec5ab96e3aa9a5f03d',690,'1795916593204314780',1795916593214,0);
INSERT INTO "blob_checks" VALUES('e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83',685,'1795916593114272801',1795916593160,0);
INSERT INTO "blob_checks" VALUES('e9d23bd6aa4023de8af69f44294702c20a3fdbae5bc838595f6986d1d9f26998',679,'1795916592838031918',1795916592840,0);
INSERT INTO "loose_blobs" VALUES('e23fa39211c4fc3bf0473351dc821468af2e352e513ead3b9e5083a9fe6a5a83',27302);
INSERT INTO "scrub" VALUES(1,1795916580741,1795916580741,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','01a224f8-7678-7b01-ba90-7f58d27ebe1e','12880ebc2b9a69b87ff39d068a15c75a','started',0,NULL,NULL,1795916592798,NULL,NULL,0,NULL,0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f8-69ea-7a10-8671-11ea50fc1d54','01a224f8-75f5-7157-84c7-af2fe7a514c8','1f024e59debc1e6f4cf54870c5928402','started',0,NULL,NULL,1795916592661,NULL,NULL,0,NULL,0,0,0);
INSERT INTO "heard" VALUES('01a224f8-72ae-7a5a-8ff5-84a5b3fd41a1',27302,1795916591790);
INSERT INTO "heard" VALUES('01a224f8-7569-7538-ae03-2cf4aa4d2a67',27302,1795916592489);
INSERT INTO "heard" VALUES('01a224f8-7d86-75d9-9aa5-d76152952541',27302,1795916594567);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f8-59d0-73e0-b224-f63a11dff70f','5gb');
INSERT INTO "library_plans" VALUES('01a224f8-69ea-7a10-8671-11ea50fc1d54','5gb');
INSERT INTO "receipt_keys" VALUES('p4nei25TGxkzd7o8IaogNcZknrp82-quq0sztW1I77Y',1795916594935,NULL);
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
