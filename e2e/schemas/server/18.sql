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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT, moves INTEGER NOT NULL DEFAULT 0, sharpness INTEGER, screenshot INTEGER NOT NULL DEFAULT 0, width INTEGER, height INTEGER, told INTEGER NOT NULL DEFAULT 0,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795916342);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916342);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916342);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916342);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916342);
INSERT INTO "schema_steps" VALUES('closing',1,1795916342);
INSERT INTO "schema_steps" VALUES('errands',1,1795916342);
INSERT INTO "schema_steps" VALUES('library',1,1795916342);
INSERT INTO "schema_steps" VALUES('library',2,1795916342);
INSERT INTO "schema_steps" VALUES('library',3,1795916342);
INSERT INTO "schema_steps" VALUES('library',4,1795916342);
INSERT INTO "schema_steps" VALUES('library',5,1795916342);
INSERT INTO "schema_steps" VALUES('library',6,1795916342);
INSERT INTO "schema_steps" VALUES('library',7,1795916342);
INSERT INTO "schema_steps" VALUES('library',8,1795916342);
INSERT INTO "schema_steps" VALUES('library',9,1795916342);
INSERT INTO "schema_steps" VALUES('library',10,1795916342);
INSERT INTO "schema_steps" VALUES('library',11,1795916342);
INSERT INTO "schema_steps" VALUES('orders',1,1795916342);
INSERT INTO "schema_steps" VALUES('orders',2,1795916342);
INSERT INTO "schema_steps" VALUES('plans',1,1795916342);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',6,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',7,1795916342);
INSERT INTO "schema_steps" VALUES('renditions',8,1795916342);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916342);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916342);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916342);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916342);
INSERT INTO "schema_steps" VALUES('settings',1,1795916342);
INSERT INTO "schema_steps" VALUES('silence',1,1795916342);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','98654637e827');
INSERT INTO "server_facts" VALUES('heartbeat','1795916389822');
INSERT INTO "server_facts" VALUES('seen-time','47500');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f4-d263-75d2-8402-a1b9d097e5ec',5000000000,35,0,6,2,1795916354159);
INSERT INTO "libraries" VALUES(2,'01a224f4-f9e0-7841-a4fc-350c81f858d7',5000000000,2,0,1,0,1795916364256);
INSERT INTO "members" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g','owner');
INSERT INTO "members" VALUES('01a224f4-f9e0-7841-a4fc-350c81f858d7','CwJyYX2MkpZqRIdHX8WlcX3Ksv3gfL7z','owner');
INSERT INTO "generations" VALUES(1,1,'07071a336a',1,1795916354159);
INSERT INTO "generations" VALUES(2,2,'07071a336a',1,1795916364256);
INSERT INTO "entities" VALUES(1,2,'resource:0d089e0507e1d8e90406a91fed585cb1','01a224f5-05d8-7b01-8c57-7d977e71ff18','original','a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f','{"type":"resource","id":"0d089e0507e1d8e90406a91fed585cb1","assetId":"01a224f5-05d8-7b01-8c57-7d977e71ff18","role":"original","hash":"a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:51a3987c32faa7f9d1ca9fcc7783c237','01a224f5-062d-7ba1-9093-61d0c591f22e','original','a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de','{"type":"resource","id":"51a3987c32faa7f9d1ca9fcc7783c237","assetId":"01a224f5-062d-7ba1-9093-61d0c591f22e","role":"original","hash":"a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:2cfeb06bd8729f6b068fc23b9d3f7d6c','01a224f5-0651-7fdc-9f1c-5a08392b2736','original','4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5','{"type":"resource","id":"2cfeb06bd8729f6b068fc23b9d3f7d6c","assetId":"01a224f5-0651-7fdc-9f1c-5a08392b2736","role":"original","hash":"4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5","size":699,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:7cb39cbb8d8dd695aa60511f546f6c77','01a224f5-06c8-7593-a57f-740d4b47ebaf','original','242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c','{"type":"resource","id":"7cb39cbb8d8dd695aa60511f546f6c77","assetId":"01a224f5-06c8-7593-a57f-740d4b47ebaf","role":"original","hash":"242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c","size":673,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f5-05d8-7b01-8c57-7d977e71ff18',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f5-05d8-7b01-8c57-7d977e71ff18","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916367325,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f5-062d-7ba1-9093-61d0c591f22e',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-062d-7ba1-9093-61d0c591f22e","kind":"photo","state":"trashed","trashedAt":1795916367874,"addedAt":1795916367406,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:985ec3d2967e636e1b1d4f600dcecc14','01a224f5-0651-7fdc-9f1c-5a08392b2736','edited','50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba','{"type":"resource","id":"985ec3d2967e636e1b1d4f600dcecc14","assetId":"01a224f5-0651-7fdc-9f1c-5a08392b2736","role":"edited","hash":"50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f5-0651-7fdc-9f1c-5a08392b2736',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-0651-7fdc-9f1c-5a08392b2736","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916367443,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc","rendering":"985ec3d2967e636e1b1d4f600dcecc14"}');
INSERT INTO "entities" VALUES(1,17,'resource:eb57488d6335e3da4d344ca8be49d650','01a224f5-06c8-7593-a57f-740d4b47ebaf','raw','35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520','{"type":"resource","id":"eb57488d6335e3da4d344ca8be49d650","assetId":"01a224f5-06c8-7593-a57f-740d4b47ebaf","role":"raw","hash":"35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520","size":685,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:15e7d215374f64a0bd89eae757d004b6','01a224f5-070f-755b-b889-4fbc2fefdef4','original',NULL,'{"type":"resource","id":"15e7d215374f64a0bd89eae757d004b6","assetId":"01a224f5-070f-755b-b889-4fbc2fefdef4","role":"original","hash":"35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f5-06c8-7593-a57f-740d4b47ebaf',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-06c8-7593-a57f-740d4b47ebaf","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916367563,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f5-070f-755b-b889-4fbc2fefdef4','01a224f5-06c8-7593-a57f-740d4b47ebaf',NULL,NULL,'{"type":"alias","from":"01a224f5-070f-755b-b889-4fbc2fefdef4","to":"01a224f5-06c8-7593-a57f-740d4b47ebaf","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f5-07a4-7674-a2f2-bf6e34587d7b',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-07a4-7674-a2f2-bf6e34587d7b","kind":"photo","state":"purged","trashedAt":1795916368247,"addedAt":1795916367783,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:17c68443cb3043685041023d079fa8d7','01a224f5-07a4-7674-a2f2-bf6e34587d7b','original',NULL,'{"type":"resource","id":"17c68443cb3043685041023d079fa8d7","assetId":"01a224f5-07a4-7674-a2f2-bf6e34587d7b","role":"original","hash":"7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac","size":696,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916368436,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224f5-3174-7c32-bd60-4f7447c35456',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-3174-7c32-bd60-4f7447c35456","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916378574,"addedBy":"01a224f5-1e27-7973-a3c6-48e97c71b73d","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:1f6b6043cb989674d097352f5f57b134','01a224f5-3174-7c32-bd60-4f7447c35456','original','0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523','{"type":"resource","id":"1f6b6043cb989674d097352f5f57b134","assetId":"01a224f5-3174-7c32-bd60-4f7447c35456","role":"original","hash":"0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916368893,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:a79d45652964988436394de7b61425bf','01a224f5-3187-75bb-a76f-926dbe7c2798','original','790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95','{"type":"resource","id":"a79d45652964988436394de7b61425bf","assetId":"01a224f5-3187-75bb-a76f-926dbe7c2798","role":"original","hash":"790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95","size":689,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916368905,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224f5-319e-74cb-b3f4-c06cf19e46c2',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-319e-74cb-b3f4-c06cf19e46c2","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916378591,"addedBy":"01a224f5-1e27-7973-a3c6-48e97c71b73d","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:ba8581ac7890dfeee7a5f54f3ded3f28','01a224f5-319e-74cb-b3f4-c06cf19e46c2','original','a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e','{"type":"resource","id":"ba8581ac7890dfeee7a5f54f3ded3f28","assetId":"01a224f5-319e-74cb-b3f4-c06cf19e46c2","role":"original","hash":"a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916368913,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:b99687b04423f8a9974c68bb10b6a596','01a224f5-31a0-7142-93b4-041f1223f307','original','da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4','{"type":"resource","id":"b99687b04423f8a9974c68bb10b6a596","assetId":"01a224f5-31a0-7142-93b4-041f1223f307","role":"original","hash":"da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916368909,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:12c0c6fea74558693da63f12a9cdd457','01a224f5-3174-7c32-bd60-4f7447c35456','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"12c0c6fea74558693da63f12a9cdd457","assetId":"01a224f5-3174-7c32-bd60-4f7447c35456","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916368917,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f5-3187-75bb-a76f-926dbe7c2798',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-3187-75bb-a76f-926dbe7c2798","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916378588,"addedBy":"01a224f5-1e27-7973-a3c6-48e97c71b73d","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f5-31a0-7142-93b4-041f1223f307',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-31a0-7142-93b4-041f1223f307","kind":"photo","state":"trashed","trashedAt":1795916387067,"addedAt":1795916378592,"addedBy":"01a224f5-1e27-7973-a3c6-48e97c71b73d","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f5-059f-7b24-abe2-fcb3e205fb7b',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-059f-7b24-abe2-fcb3e205fb7b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916367273,"addedBy":"01a224f5-04b0-70f3-85cc-d97a124ccf41","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:03a13a4b84b6b2bcd516e7fa3a9cfdc9','01a224f5-059f-7b24-abe2-fcb3e205fb7b','original','faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001','{"type":"resource","id":"03a13a4b84b6b2bcd516e7fa3a9cfdc9","assetId":"01a224f5-059f-7b24-abe2-fcb3e205fb7b","role":"original","hash":"faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac','01a224f5-07a4-7674-a2f2-bf6e34587d7b',1795916368372);
INSERT INTO "in_trash" VALUES(1,'01a224f5-062d-7ba1-9093-61d0c591f22e',0);
INSERT INTO "in_trash" VALUES(1,'01a224f5-31a0-7142-93b4-041f1223f307',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f5-059f-7b24-abe2-fcb3e205fb7b');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f5-05d8-7b01-8c57-7d977e71ff18');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f5-062d-7ba1-9093-61d0c591f22e');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f5-0651-7fdc-9f1c-5a08392b2736');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f5-06c8-7593-a57f-740d4b47ebaf');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f5-3174-7c32-bd60-4f7447c35456');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f5-3187-75bb-a76f-926dbe7c2798');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f5-319e-74cb-b3f4-c06cf19e46c2');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f5-31a0-7142-93b4-041f1223f307');
INSERT INTO "chains" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',15,'20c55a24104ffad59efd45ef771b82700a336e465dc164724cc5920e06d8a177');
INSERT INTO "chains" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',7,'2e7006d50b5d40c4a0e38ad593221d18dec4cda3bb01668a6a40cdeba5ca73ff');
INSERT INTO "chains" VALUES(2,'01a224f5-04b0-70f3-85cc-d97a124ccf41','98654637e827',1,'2e90cb9ec041cd1799615e7314807c168b3b720d24bbbeee1f6769ea3fcd980e');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',1,'3bbd24ea130fb67e1588d10afdb127b20c00c4b12f30e9ac6c87d5eb9a9d698a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',2,'9a4028c830882a2a410d70901f291e8bd16d479e4adf44b28c382d5f5e0385c2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',3,'88c3ab0af87a52218d2a2220455effe0215a36b381416723d58fd092cc040f36','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',4,'de40d62e5f411dd3b42d48b9e52e77360d76d2acffef17a53dae95853abddc7b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',5,'92d95a2e1218be6480be7941722971f74bd464b8d7956d451432c9ae92f3f183','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',6,'139e5dfcd988e021f34e435159058d4936534a35d644ec3e605415c28a1f38cc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',7,'9a8fafaf9d994e4e3df4c9c309784223402db7b7e6f1ac6634f338f90d4d3ecf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',8,'f86c6c326bc186861e924178f79a56c61e7d9130735739d53dea579038514c37','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',9,'ec3bf9db05848070ec49c4b37db5207ddf628c27d270779a297ce30d65c44397','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',10,'06654f1ccefa1aa5147b5b1884d0c68803b888f3c6608641feaafd28b8374331','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',11,'8d866e1d85714e9480503c142c1f99fee212486dee017085d252329653fe49ec','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',12,'5107828e8f20fa565c27d841b94be4a383670a6f258e601be4c6232ec8413863','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',13,'6823ea722ee8a2af423d71b4bfad62c798046d7b2bbb3268135d2451c47fbee1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',14,'e6caa02bc2dcaed3ef82ea22a985a541066b92314b33aaf4f640a5c887da30e5','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-02c1-7953-becd-0fc6be3b09bc','98654637e827',15,'20c55a24104ffad59efd45ef771b82700a336e465dc164724cc5920e06d8a177','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',1,'812d6557f4c1a02ca3bc2a93633a2f320ff8c919e1f8f989b69911d8f283436f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',2,'bf3757f9df974a7613e4542a1fe491a54ddd41e50968a264a2a8bfc3a7d1ec8a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',3,'957474fdee8bdf070478fa87092a4270f76617171c539165975e2229b705e498','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',4,'29459b407ba0c31691cddc889b91d760907a3b3b975e98c534467feca4219ec5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',5,'9ede1226d7e252acfd333cea3e9271ee365e45a85254cf1474178e6066ccac4d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',6,'dad66f438c6fa199a6c483d89e187fef8f381f3f82507acb3c67aaea1c44f56c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f5-1e27-7973-a3c6-48e97c71b73d','98654637e827',7,'2e7006d50b5d40c4a0e38ad593221d18dec4cda3bb01668a6a40cdeba5ca73ff','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f5-04b0-70f3-85cc-d97a124ccf41','98654637e827',1,'2e90cb9ec041cd1799615e7314807c168b3b720d24bbbeee1f6769ea3fcd980e','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f5-059f-7b24-abe2-fcb3e205fb7b',1795916367273,'01a224f5-04b0-70f3-85cc-d97a124ccf41','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001","size":686}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f5-05d8-7b01-8c57-7d977e71ff18',1795916367325,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f","size":677}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f5-062d-7ba1-9093-61d0c591f22e',1795916367406,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de","size":681}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f5-0651-7fdc-9f1c-5a08392b2736',1795916367443,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5","size":699}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f5-06c8-7593-a57f-740d4b47ebaf',1795916367563,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c","size":673}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f5-070f-755b-b889-4fbc2fefdef4',1795916367652,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520","size":685}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f5-07a4-7674-a2f2-bf6e34587d7b',1795916367783,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac","size":696}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f5-05d8-7b01-8c57-7d977e71ff18',1795916367813,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f5-062d-7ba1-9093-61d0c591f22e',1795916367874,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916367874}');
INSERT INTO "journal" VALUES(10,1,'01a224f5-0651-7fdc-9f1c-5a08392b2736',1795916368036,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"985ec3d2967e636e1b1d4f600dcecc14","state":"live","version":"985ec3d2967e636e1b1d4f600dcecc14"}');
INSERT INTO "journal" VALUES(11,1,'01a224f5-06c8-7593-a57f-740d4b47ebaf',1795916368108,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.join','{"kept":{},"joined":{"id":"01a224f5-070f-755b-b889-4fbc2fefdef4","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520"}]}}','{"role":"raw","hash":"35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f5-07a4-7674-a2f2-bf6e34587d7b',1795916368247,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916368247}');
INSERT INTO "journal" VALUES(13,1,'01a224f5-07a4-7674-a2f2-bf6e34587d7b',1795916368372,'01a224f5-02c1-7953-becd-0fc6be3b09bc','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac","size":696}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916368436,'01a224f5-02c1-7953-becd-0fc6be3b09bc','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f5-3174-7c32-bd60-4f7447c35456',1795916378574,'01a224f5-1e27-7973-a3c6-48e97c71b73d','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523","size":679}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f5-3187-75bb-a76f-926dbe7c2798',1795916378588,'01a224f5-1e27-7973-a3c6-48e97c71b73d','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95","size":689}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f5-319e-74cb-b3f4-c06cf19e46c2',1795916378591,'01a224f5-1e27-7973-a3c6-48e97c71b73d','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e","size":693}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f5-31a0-7142-93b4-041f1223f307',1795916378592,'01a224f5-1e27-7973-a3c6-48e97c71b73d','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4","size":683}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f5-3174-7c32-bd60-4f7447c35456',1795916378810,'01a224f5-1e27-7973-a3c6-48e97c71b73d','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f5-3187-75bb-a76f-926dbe7c2798',1795916381673,'01a224f5-1e27-7973-a3c6-48e97c71b73d','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f5-31a0-7142-93b4-041f1223f307',1795916387067,'01a224f5-1e27-7973-a3c6-48e97c71b73d','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916387067}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f5-07a4-7674-a2f2-bf6e34587d7b',0,1795916368372,'01a224f5-02c1-7953-becd-0fc6be3b09bc','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f5-07a4-7674-a2f2-bf6e34587d7b","kind":"photo","state":"trashed","trashedAt":1795916368247,"addedAt":1795916367783,"addedBy":"01a224f5-02c1-7953-becd-0fc6be3b09bc","rendering":null}','[{"type":"resource","id":"17c68443cb3043685041023d079fa8d7","assetId":"01a224f5-07a4-7674-a2f2-bf6e34587d7b","role":"original","hash":"7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac","size":696,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f5-070f-755b-b889-4fbc2fefdef4',0);
INSERT INTO "tombstones" VALUES(1,'01a224f5-07a4-7674-a2f2-bf6e34587d7b',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'12c0c6fea74558693da63f12a9cdd457','01a224f5-3174-7c32-bd60-4f7447c35456');
INSERT INTO "user" VALUES('DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g','ann','ann@example.org',0,NULL,'2026-11-29T01:39:14.116Z','2026-11-29T01:39:14.116Z');
INSERT INTO "user" VALUES('CwJyYX2MkpZqRIdHX8WlcX3Ksv3gfL7z','ben','ben@example.org',0,NULL,'2026-11-29T01:39:24.254Z','2026-11-29T01:39:24.254Z');
INSERT INTO "account" VALUES('KCjccuWGYBfgOoIc2tSismAn3CIPTiNr','DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g','credential','DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g',NULL,NULL,NULL,NULL,NULL,NULL,'0d53a6d09c8b8c0c6f317b6535940083:1491f5e7b90132f9ea4642b1240f723127bc99a64c9c713471d34448b3b1cdec74776787a15bbd1135eb442327859e475c2d6ca0ed5d4d9e57358fbfe395bb27','2026-11-29T01:39:14.138Z','2026-11-29T01:39:14.138Z');
INSERT INTO "account" VALUES('z3Dazv2XyBDy5YFq2YNKUDj5viE78nKb','CwJyYX2MkpZqRIdHX8WlcX3Ksv3gfL7z','credential','CwJyYX2MkpZqRIdHX8WlcX3Ksv3gfL7z',NULL,NULL,NULL,NULL,NULL,NULL,'ee3974f323c46d5f4964c664a3037f06:cbdf97959cdef00a877dd715bd6e2da38309eee175be6c74f920b8489509412295a9fc833679163bd8261f33c018d6d65a2b08afac7cac553347a3c47cf71e92','2026-11-29T01:39:24.255Z','2026-11-29T01:39:24.255Z');
INSERT INTO "owners" VALUES('DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g');
INSERT INTO "devices" VALUES('01a224f5-02c1-7953-becd-0fc6be3b09bc','DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g','01a224f4-d263-75d2-8402-a1b9d097e5ec','Tablet','folder','v1','0.1.0','ea5be93252df3d9f456cae54c3d91e2a1e174641562c26ef766c77545f44fa81',NULL,1795916366529,1795916366529,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f5-04b0-70f3-85cc-d97a124ccf41','CwJyYX2MkpZqRIdHX8WlcX3Ksv3gfL7z','01a224f4-f9e0-7841-a4fc-350c81f858d7','Ben’s phone','folder','v1','0.1.0','cbd2dda54e0e0d60f3fe23e640a388a5b01fdc5c39266b43b85fc452c6422a47',NULL,1795916367024,1795916367024,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','DUBaMpCn0luR60VlHPVhtwxwt4BtuE5g','01a224f4-d263-75d2-8402-a1b9d097e5ec','Laptop','folder','linux 6.1.0','0.1.0','093dc5b501dd7ef7ad381bf2eeda222b77ec2f49571607829f3feb69430ba1e9',NULL,1795916373543,1795916373543,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916387163,'{"version":"0.1.0","protocol":2,"at":1795916387111,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916377899},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916377899},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":77944303616,"source":"the file system","since":1795916378529}}}',NULL,1795916378571);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','1','01a224f5-3174-7c32-bd60-4f7447c35456','in-sync','  ','{"key":"1","path":"first.jpg","size":679,"assetId":"01a224f5-3174-7c32-bd60-4f7447c35456","hash":"0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','10','01a224f5-06c8-7593-a57f-740d4b47ebaf','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":685,"assetId":"01a224f5-06c8-7593-a57f-740d4b47ebaf","hash":"35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','11','01a224f5-3187-75bb-a76f-926dbe7c2798','in-sync','  ','{"key":"11","path":"renamed.jpg","size":689,"assetId":"01a224f5-3187-75bb-a76f-926dbe7c2798","hash":"790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','3','01a224f5-319e-74cb-b3f4-c06cf19e46c2','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":693,"assetId":"01a224f5-319e-74cb-b3f4-c06cf19e46c2","hash":"a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916373877,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','7','01a224f5-05d8-7b01-8c57-7d977e71ff18','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":677,"assetId":"01a224f5-05d8-7b01-8c57-7d977e71ff18","hash":"a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','8','01a224f5-0651-7fdc-9f1c-5a08392b2736','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":688,"assetId":"01a224f5-0651-7fdc-9f1c-5a08392b2736","hash":"50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d','9','01a224f5-06c8-7593-a57f-740d4b47ebaf','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":673,"assetId":"01a224f5-06c8-7593-a57f-740d4b47ebaf","hash":"242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523',679,'committed',1,'01a224f5-1e27-7973-a3c6-48e97c71b73d',1795916378378);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c',673,'committed',1,'01a224f5-02c1-7953-becd-0fc6be3b09bc',1795916367544);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520',685,'committed',1,'01a224f5-02c1-7953-becd-0fc6be3b09bc',1795916367623);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5',699,'committed',1,'01a224f5-02c1-7953-becd-0fc6be3b09bc',1795916367439);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba',688,'committed',1,'01a224f5-02c1-7953-becd-0fc6be3b09bc',1795916367963);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95',689,'committed',1,'01a224f5-1e27-7973-a3c6-48e97c71b73d',1795916378383);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f5-1e27-7973-a3c6-48e97c71b73d',1795916378799);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de',681,'committed',1,'01a224f5-02c1-7953-becd-0fc6be3b09bc',1795916367403);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e',693,'committed',1,'01a224f5-1e27-7973-a3c6-48e97c71b73d',1795916378383);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f',677,'committed',1,'01a224f5-02c1-7953-becd-0fc6be3b09bc',1795916367314);
INSERT INTO "ledger" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4',683,'committed',1,'01a224f5-1e27-7973-a3c6-48e97c71b73d',1795916378383);
INSERT INTO "ledger" VALUES('01a224f4-f9e0-7841-a4fc-350c81f858d7','faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001',686,'committed',1,'01a224f5-04b0-70f3-85cc-d97a124ccf41',1795916367243);
INSERT INTO "ledger_sums" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec',6885,0);
INSERT INTO "ledger_sums" VALUES('01a224f4-f9e0-7841-a4fc-350c81f858d7',686,0);
INSERT INTO "uploads" VALUES('2af1b4ab4518de2e1a15bb82df181452','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-1e27-7973-a3c6-48e97c71b73d','0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523',679,'image/jpeg',1795916378182,1795916378378,'0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523');
INSERT INTO "uploads" VALUES('2b180b9f090298ca534d4a10519944fb','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba',688,'image/jpeg',1795916367912,1795916367963,'50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba');
INSERT INTO "uploads" VALUES('3385ac759b8698ceb6b1e2ab5536561f','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-1e27-7973-a3c6-48e97c71b73d','790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95',689,'image/jpeg',1795916378193,1795916378383,'790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95');
INSERT INTO "uploads" VALUES('55fb64ffca48faa17be944e76c4f5a83','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5',699,'image/jpeg',1795916367415,1795916367439,'4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5');
INSERT INTO "uploads" VALUES('57199d1954fa3cc33f4cc3f78c8ceb82','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac',696,'image/jpeg',1795916367691,1795916367770,'7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac');
INSERT INTO "uploads" VALUES('77de8bf1fc06814409a4ec9ca4f193c8','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-1e27-7973-a3c6-48e97c71b73d','da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4',683,'image/jpeg',1795916378193,1795916378383,'da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4');
INSERT INTO "uploads" VALUES('8da96baab88dca7e25df7edfb60b4b46','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de',681,'image/jpeg',1795916367398,1795916367403,'a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de');
INSERT INTO "uploads" VALUES('992e9cbe4613743dd4f7e974958cd9ad','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520',685,'image/jpeg',1795916367594,1795916367623,'35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520');
INSERT INTO "uploads" VALUES('a7e37abb13e27f49f2d8fc6a3bedb588','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-1e27-7973-a3c6-48e97c71b73d','a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e',693,'image/jpeg',1795916378193,1795916378383,'a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e');
INSERT INTO "uploads" VALUES('b94f45dc30e828c6f427cb9ca165550c','01a224f4-f9e0-7841-a4fc-350c81f858d7','01a224f5-04b0-70f3-85cc-d97a124ccf41','faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001',686,'image/jpeg',1795916367182,1795916367243,'faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001');
INSERT INTO "uploads" VALUES('bd32418fa912e9c69fa8aaaef1503c68','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c',673,'image/jpeg',1795916367489,1795916367544,'242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c');
INSERT INTO "uploads" VALUES('e3af585237b908c117766ebf4ce1192f','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-02c1-7953-becd-0fc6be3b09bc','a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f',677,'image/jpeg',1795916367300,1795916367314,'a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f');
INSERT INTO "uploads" VALUES('e72959f199753dc0bb1cd2aec6fb35e7','01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-1e27-7973-a3c6-48e97c71b73d','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916378734,1795916378799,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "blob_checks" VALUES('0e7f7198065ad253df14178a41b937cb897996ed462c2d2266ee812d80ef8523',679,'1795916378273275987',1795916378378,0);
INSERT INTO "blob_checks" VALUES('242f996f5bb3d923701c28ef703dbd0246846a1a6d3c4076524ebd5b8a79542c',673,'1795916367513275669',1795916367544,0);
INSERT INTO "blob_checks" VALUES('35fcf5cf776ac3a468d799ab98089ef01d13805767c7dcd0d2b349f77cb45520',685,'1795916367603558852',1795916367623,0);
INSERT INTO "blob_checks" VALUES('4e7e3ce3b476452f4ac3fbd398b68721f8bf121fd8b42823012ec45c338291f5',699,'1795916367420683573',1795916367439,0);
INSERT INTO "blob_checks" VALUES('50bd5eef033c1412924ca27414dea422e1eb50357957ba87b072c38bf58a13ba',688,'1795916367957275683',1795916367963,0);
INSERT INTO "blob_checks" VALUES('790cea43aaf9aec3431753d6ccdf54fde45df9a9a212c8ed9ba4277a67705c95',689,'1795916378273275987',1795916378383,0);
INSERT INTO "blob_checks" VALUES('7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac',696,'1795916367713160669',1795916367770,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916378777276002',1795916378799,0);
INSERT INTO "blob_checks" VALUES('a6fbfc802176d6ae9d949c0d3ba9f814c986eed65107adb74143d12d8d4c02de',681,'1795916367402156782',1795916367403,0);
INSERT INTO "blob_checks" VALUES('a706b86ebdf5a14d95d42c002b671d522c2260e6a97f63f339fadfa8f2aba37e',693,'1795916378273275987',1795916378383,0);
INSERT INTO "blob_checks" VALUES('a92a8563844ecbf669ef43e63eddd55dd7714fe3bbf9040c0a681cd7293db58f',677,'1795916367308664210',1795916367314,0);
INSERT INTO "blob_checks" VALUES('da75a75e2ca6e1271843ad75e18e6c0add01c0075a046cb3b80b5aaae075dea4',683,'1795916378273275987',1795916378383,0);
INSERT INTO "blob_checks" VALUES('faf712c622a87ea69083317f6b4fd7c656f1c7b8ff1a0fdaffc77045609e0001',686,'1795916367233275661',1795916367243,0);
INSERT INTO "loose_blobs" VALUES('7f8a2f4331b6592f6060daeb5c01bf8661258b422ef509d267e8ace997659eac',47500);
INSERT INTO "scrub" VALUES(1,1795916342434,1795916342434,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','01a224f5-05d8-7b01-8c57-7d977e71ff18','0d089e0507e1d8e90406a91fed585cb1','started',0,NULL,NULL,1795916367329,NULL,NULL,0,NULL,0,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224f4-f9e0-7841-a4fc-350c81f858d7','01a224f5-059f-7b24-abe2-fcb3e205fb7b','03a13a4b84b6b2bcd516e7fa3a9cfdc9','started',0,NULL,NULL,1795916367281,NULL,NULL,0,NULL,0,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224f5-02c1-7953-becd-0fc6be3b09bc',47500,1795916366529);
INSERT INTO "heard" VALUES('01a224f5-04b0-70f3-85cc-d97a124ccf41',47500,1795916367024);
INSERT INTO "heard" VALUES('01a224f5-1e27-7973-a3c6-48e97c71b73d',47500,1795916373543);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f4-d263-75d2-8402-a1b9d097e5ec','5gb');
INSERT INTO "library_plans" VALUES('01a224f4-f9e0-7841-a4fc-350c81f858d7','5gb');
INSERT INTO "receipt_keys" VALUES('qfMHLwtjRRiCz6r0IvwlW_yPlH5tevUauA_Cc4d8NGE',1795916373703,NULL);
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
