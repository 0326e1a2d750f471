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
CREATE TABLE receipt_keys (key TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER) WITHOUT ROWID;
CREATE TABLE receipts (library TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (library, id)) WITHOUT ROWID;
INSERT INTO "schema_steps" VALUES('accounts',1,1795916059);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916059);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916059);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916059);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916059);
INSERT INTO "schema_steps" VALUES('errands',1,1795916059);
INSERT INTO "schema_steps" VALUES('library',1,1795916059);
INSERT INTO "schema_steps" VALUES('library',2,1795916059);
INSERT INTO "schema_steps" VALUES('library',3,1795916059);
INSERT INTO "schema_steps" VALUES('library',4,1795916059);
INSERT INTO "schema_steps" VALUES('library',5,1795916059);
INSERT INTO "schema_steps" VALUES('library',6,1795916059);
INSERT INTO "schema_steps" VALUES('library',7,1795916059);
INSERT INTO "schema_steps" VALUES('library',8,1795916059);
INSERT INTO "schema_steps" VALUES('library',9,1795916059);
INSERT INTO "schema_steps" VALUES('library',10,1795916059);
INSERT INTO "schema_steps" VALUES('orders',1,1795916059);
INSERT INTO "schema_steps" VALUES('orders',2,1795916059);
INSERT INTO "schema_steps" VALUES('plans',1,1795916059);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916059);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916059);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916059);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916059);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916059);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916059);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916059);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916059);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916059);
INSERT INTO "schema_steps" VALUES('settings',1,1795916059);
INSERT INTO "schema_steps" VALUES('silence',1,1795916059);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','56a9742c05f9');
INSERT INTO "server_facts" VALUES('heartbeat','1795916094611');
INSERT INTO "server_facts" VALUES('seen-time','35218');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f0-71bd-70fb-b6f3-e0937fdf2ad0',5000000000,35,0,6,2,1795916067273);
INSERT INTO "libraries" VALUES(2,'01a224f0-8c4c-789c-9cab-3ba638239041',5000000000,2,0,1,0,1795916074060);
INSERT INTO "members" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw','owner');
INSERT INTO "members" VALUES('01a224f0-8c4c-789c-9cab-3ba638239041','1jBYC58JQQK9xDCmcXxhGvEYEn2K5kip','owner');
INSERT INTO "generations" VALUES(1,1,'ed8dfe4fb8',1,1795916067273);
INSERT INTO "generations" VALUES(2,2,'ed8dfe4fb8',1,1795916074060);
INSERT INTO "entities" VALUES(1,2,'resource:fa241308092b7d732fd7ce1bb63dfb6b','01a224f0-97bd-7014-8849-2535e63ff92d','original','35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46','{"type":"resource","id":"fa241308092b7d732fd7ce1bb63dfb6b","assetId":"01a224f0-97bd-7014-8849-2535e63ff92d","role":"original","hash":"35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:fe8cecd95b377cb3939ac2218156c32c','01a224f0-98ed-7ff9-84e4-b040d5bfd51d','original','6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389','{"type":"resource","id":"fe8cecd95b377cb3939ac2218156c32c","assetId":"01a224f0-98ed-7ff9-84e4-b040d5bfd51d","role":"original","hash":"6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:354af9042c80b95a8508bae8975dd4b1','01a224f0-995a-7025-b74b-39b8ecef5182','original','7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03','{"type":"resource","id":"354af9042c80b95a8508bae8975dd4b1","assetId":"01a224f0-995a-7025-b74b-39b8ecef5182","role":"original","hash":"7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:54c18a77d4b4a1bc406388af5e740162','01a224f0-9988-7e36-bb31-e0e11508042b','original','6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9','{"type":"resource","id":"54c18a77d4b4a1bc406388af5e740162","assetId":"01a224f0-9988-7e36-bb31-e0e11508042b","role":"original","hash":"6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f0-97bd-7014-8849-2535e63ff92d',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f0-97bd-7014-8849-2535e63ff92d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916076994,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f0-98ed-7ff9-84e4-b040d5bfd51d',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-98ed-7ff9-84e4-b040d5bfd51d","kind":"photo","state":"trashed","trashedAt":1795916077524,"addedAt":1795916077296,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:35f1a342c33e36f5267ac77d4aa7ec2e','01a224f0-995a-7025-b74b-39b8ecef5182','edited','05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0','{"type":"resource","id":"35f1a342c33e36f5267ac77d4aa7ec2e","assetId":"01a224f0-995a-7025-b74b-39b8ecef5182","role":"edited","hash":"05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f0-995a-7025-b74b-39b8ecef5182',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-995a-7025-b74b-39b8ecef5182","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916077404,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6","rendering":"35f1a342c33e36f5267ac77d4aa7ec2e"}');
INSERT INTO "entities" VALUES(1,17,'resource:30ad17f36fbc060d51e5d75c47d74412','01a224f0-9988-7e36-bb31-e0e11508042b','raw','5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d','{"type":"resource","id":"30ad17f36fbc060d51e5d75c47d74412","assetId":"01a224f0-9988-7e36-bb31-e0e11508042b","role":"raw","hash":"5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d","size":694,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:3e5211950e83b1595bc1dcc0f0e2475b','01a224f0-999c-7178-9d33-2267a391a9fe','original',NULL,'{"type":"resource","id":"3e5211950e83b1595bc1dcc0f0e2475b","assetId":"01a224f0-999c-7178-9d33-2267a391a9fe","role":"original","hash":"5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d","size":694,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f0-9988-7e36-bb31-e0e11508042b',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-9988-7e36-bb31-e0e11508042b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916077451,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f0-999c-7178-9d33-2267a391a9fe','01a224f0-9988-7e36-bb31-e0e11508042b',NULL,NULL,'{"type":"alias","from":"01a224f0-999c-7178-9d33-2267a391a9fe","to":"01a224f0-9988-7e36-bb31-e0e11508042b","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f0-99ae-7be7-92dc-ce57171f2d98',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-99ae-7be7-92dc-ce57171f2d98","kind":"photo","state":"purged","trashedAt":1795916077650,"addedAt":1795916077492,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:40c38f5869d26381e79c061e16e3e436','01a224f0-99ae-7be7-92dc-ce57171f2d98','original',NULL,'{"type":"resource","id":"40c38f5869d26381e79c061e16e3e436","assetId":"01a224f0-99ae-7be7-92dc-ce57171f2d98","role":"original","hash":"4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a","size":695,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916077772,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224f0-b335-7425-ae74-cca70e79a797',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-b335-7425-ae74-cca70e79a797","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916084043,"addedBy":"01a224f0-a43c-74ae-94f3-c3bed91b81d6","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:e4bb92c52702f63178a2f58b2dbbea18','01a224f0-b335-7425-ae74-cca70e79a797','original','339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da','{"type":"resource","id":"e4bb92c52702f63178a2f58b2dbbea18","assetId":"01a224f0-b335-7425-ae74-cca70e79a797","role":"original","hash":"339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da","size":689,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916077821,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:32935d2be1c2da09ac46b64c3091877a','01a224f0-b338-723f-924f-45c437b606a7','original','0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01','{"type":"resource","id":"32935d2be1c2da09ac46b64c3091877a","assetId":"01a224f0-b338-723f-924f-45c437b606a7","role":"original","hash":"0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916077829,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:fc299bd687fb893bb18c404eb19a3e89','01a224f0-b33d-779f-b680-ebc722840a8f','original','40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3','{"type":"resource","id":"fc299bd687fb893bb18c404eb19a3e89","assetId":"01a224f0-b33d-779f-b680-ebc722840a8f","role":"original","hash":"40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916077825,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'asset:01a224f0-b33e-7099-9277-b1561a07c9f6',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-b33e-7099-9277-b1561a07c9f6","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916084052,"addedBy":"01a224f0-a43c-74ae-94f3-c3bed91b81d6","rendering":null}');
INSERT INTO "entities" VALUES(1,32,'resource:35ad498ea8aa2b438935ec366cc15a9e','01a224f0-b33e-7099-9277-b1561a07c9f6','original','d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19','{"type":"resource","id":"35ad498ea8aa2b438935ec366cc15a9e","assetId":"01a224f0-b33e-7099-9277-b1561a07c9f6","role":"original","hash":"d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916077833,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:55967546ca67cc267050c1e4bbd10a15','01a224f0-b335-7425-ae74-cca70e79a797','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"55967546ca67cc267050c1e4bbd10a15","assetId":"01a224f0-b335-7425-ae74-cca70e79a797","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916077833,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f0-b33d-779f-b680-ebc722840a8f',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-b33d-779f-b680-ebc722840a8f","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916084051,"addedBy":"01a224f0-a43c-74ae-94f3-c3bed91b81d6","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f0-b338-723f-924f-45c437b606a7',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-b338-723f-924f-45c437b606a7","kind":"photo","state":"trashed","trashedAt":1795916091934,"addedAt":1795916084051,"addedBy":"01a224f0-a43c-74ae-94f3-c3bed91b81d6","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f0-9707-720e-acd5-e9eccb53c8df',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-9707-720e-acd5-e9eccb53c8df","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916076833,"addedBy":"01a224f0-9638-7461-98c3-8f5a94667283","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:bab4b63bdb4a1158a6c895b9515f7165','01a224f0-9707-720e-acd5-e9eccb53c8df','original','a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9','{"type":"resource","id":"bab4b63bdb4a1158a6c895b9515f7165","assetId":"01a224f0-9707-720e-acd5-e9eccb53c8df","role":"original","hash":"a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9","size":671,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a','01a224f0-99ae-7be7-92dc-ce57171f2d98',1795916077735);
INSERT INTO "in_trash" VALUES(1,'01a224f0-98ed-7ff9-84e4-b040d5bfd51d',0);
INSERT INTO "in_trash" VALUES(1,'01a224f0-b338-723f-924f-45c437b606a7',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f0-9707-720e-acd5-e9eccb53c8df');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f0-97bd-7014-8849-2535e63ff92d');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f0-98ed-7ff9-84e4-b040d5bfd51d');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f0-995a-7025-b74b-39b8ecef5182');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f0-9988-7e36-bb31-e0e11508042b');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f0-b335-7425-ae74-cca70e79a797');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f0-b338-723f-924f-45c437b606a7');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f0-b33d-779f-b680-ebc722840a8f');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f0-b33e-7099-9277-b1561a07c9f6');
INSERT INTO "chains" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',15,'69b3c904743db7d404ea57235abd40a84a830f0c751f49049a723e19de9c2ab5');
INSERT INTO "chains" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',7,'6347b47ab161450e4fbf24f97204ab53334574f9dc22e68afd386e91a1d0b807');
INSERT INTO "chains" VALUES(2,'01a224f0-9638-7461-98c3-8f5a94667283','56a9742c05f9',1,'81911df5b7857236f09e940feea7dfb0673bd91b1c9db3931ec9272200842a21');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',1,'2b809e3b43723cf1646c3fe5a4db8040e2defdd3054b98d03e63ca920ad07fbc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',2,'018d3c86ae092897e6399d1dd4fee5fbd55c2b0a7a522f3f35b5f67227a61cba','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',3,'a847e67b805bb6ef86fa52f8f608d69e4a11416d76631c9da45437ec112b185d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',4,'4516bbbd038ec17aa8268eb3f2931ff79c795968d0ae8b8a8f895bf7ee276817','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',5,'b2513428d1c37dbc39ad29371035e25d5c90bb24bf360ab33d72ed6da91270a4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',6,'1b2cee2ab9a6b9d22c2fd60a292fa8a6a10c03a2861692e879b71cc047f06ec0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',7,'a3cb3e5c66a8b960931278594aa65a33f6410b7c42fe1b94dc27642142396460','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',8,'b4337b0561482ef7e362aa7e0382c26c3f8d6a0ca9e31e8c6cee26a367155986','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',9,'2f09d496108e57805adb7d51cf764aaf4f16752e7ee9bdad98da9c2782972c3c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',10,'e9d25a84f0942e3cd2b8cc7d564f60987468227ec34ae0d4e013364fa1ebf767','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',11,'6186e2c9568afc089314058db6eec10647dbdb666e105c8814042f5d91e03a8d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',12,'c427c163403ab0ed511ec72a47b684dfd8884eb3bc020cafd7794e6a6c4f983b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',13,'ba1490bea1ce182d3fd6901fea5f1629f771bfcb345b5a531cef8ab7de62f044','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',14,'69aa55747a2f89bb2d3822a3b33826aaa37136753ef906cf7b8050cda74e543f','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-9371-725c-b5e8-6db7cec345a6','56a9742c05f9',15,'69b3c904743db7d404ea57235abd40a84a830f0c751f49049a723e19de9c2ab5','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',1,'651fd2234154ca2456c02b278421934d2348c2d27cd42b79b7796b8a8e784c88','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',2,'ef64b5f492244cb15bc27eb0de72b8d4e94b1de12876f95e80aa75f204dc61c2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',3,'d2451550073b7daf31bf9f5a84beaf4292cf5c74063c984d672db5c4039e9d7b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',4,'77641840b9ffe6edc15c7a5081e8bbf4ffb052b7149c2d60865f9c0ece05c697','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',5,'4fe117ec0bc4914309293fba16dae44eb3c96f603e88df24f4ab85d0d7922f67','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',6,'8dc9f48fe3a5cbd656aa975d2f327400122a4b4be75160ccd152efab3aded4f4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','56a9742c05f9',7,'6347b47ab161450e4fbf24f97204ab53334574f9dc22e68afd386e91a1d0b807','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f0-9638-7461-98c3-8f5a94667283','56a9742c05f9',1,'81911df5b7857236f09e940feea7dfb0673bd91b1c9db3931ec9272200842a21','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f0-9707-720e-acd5-e9eccb53c8df',1795916076833,'01a224f0-9638-7461-98c3-8f5a94667283','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9","size":671}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f0-97bd-7014-8849-2535e63ff92d',1795916076994,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46","size":693}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f0-98ed-7ff9-84e4-b040d5bfd51d',1795916077296,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389","size":685}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f0-995a-7025-b74b-39b8ecef5182',1795916077404,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03","size":684}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f0-9988-7e36-bb31-e0e11508042b',1795916077451,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9","size":684}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f0-999c-7178-9d33-2267a391a9fe',1795916077469,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d","size":694}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f0-99ae-7be7-92dc-ce57171f2d98',1795916077492,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a","size":695}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f0-97bd-7014-8849-2535e63ff92d',1795916077501,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f0-98ed-7ff9-84e4-b040d5bfd51d',1795916077524,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916077524}');
INSERT INTO "journal" VALUES(10,1,'01a224f0-995a-7025-b74b-39b8ecef5182',1795916077608,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"35f1a342c33e36f5267ac77d4aa7ec2e","state":"live","version":"35f1a342c33e36f5267ac77d4aa7ec2e"}');
INSERT INTO "journal" VALUES(11,1,'01a224f0-9988-7e36-bb31-e0e11508042b',1795916077614,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.join','{"kept":{},"joined":{"id":"01a224f0-999c-7178-9d33-2267a391a9fe","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d"}]}}','{"role":"raw","hash":"5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f0-99ae-7be7-92dc-ce57171f2d98',1795916077650,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916077650}');
INSERT INTO "journal" VALUES(13,1,'01a224f0-99ae-7be7-92dc-ce57171f2d98',1795916077735,'01a224f0-9371-725c-b5e8-6db7cec345a6','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a","size":695}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916077772,'01a224f0-9371-725c-b5e8-6db7cec345a6','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f0-b335-7425-ae74-cca70e79a797',1795916084043,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da","size":689}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f0-b338-723f-924f-45c437b606a7',1795916084051,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01","size":684}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f0-b33d-779f-b680-ebc722840a8f',1795916084051,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3","size":681}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f0-b33e-7099-9277-b1561a07c9f6',1795916084052,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19","size":674}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f0-b335-7425-ae74-cca70e79a797',1795916084251,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f0-b33d-779f-b680-ebc722840a8f',1795916086658,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f0-b338-723f-924f-45c437b606a7',1795916091934,'01a224f0-a43c-74ae-94f3-c3bed91b81d6','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916091934}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f0-99ae-7be7-92dc-ce57171f2d98',0,1795916077735,'01a224f0-9371-725c-b5e8-6db7cec345a6','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f0-99ae-7be7-92dc-ce57171f2d98","kind":"photo","state":"trashed","trashedAt":1795916077650,"addedAt":1795916077492,"addedBy":"01a224f0-9371-725c-b5e8-6db7cec345a6","rendering":null}','[{"type":"resource","id":"40c38f5869d26381e79c061e16e3e436","assetId":"01a224f0-99ae-7be7-92dc-ce57171f2d98","role":"original","hash":"4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a","size":695,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f0-999c-7178-9d33-2267a391a9fe',0);
INSERT INTO "tombstones" VALUES(1,'01a224f0-99ae-7be7-92dc-ce57171f2d98',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'55967546ca67cc267050c1e4bbd10a15','01a224f0-b335-7425-ae74-cca70e79a797');
INSERT INTO "user" VALUES('1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw','ann','ann@example.org',0,NULL,'2026-11-29T01:34:27.240Z','2026-11-29T01:34:27.240Z');
INSERT INTO "user" VALUES('1jBYC58JQQK9xDCmcXxhGvEYEn2K5kip','ben','ben@example.org',0,NULL,'2026-11-29T01:34:34.058Z','2026-11-29T01:34:34.058Z');
INSERT INTO "account" VALUES('McXkrLi6CwYvj8qyASDTXnr1JHa11CkS','1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw','credential','1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw',NULL,NULL,NULL,NULL,NULL,NULL,'bc4a9f687f6b253adc68874d811f0fd3:be49b339363b72a5d558dba249999961841f7efb22bd8ce12b03abb95ee7a10cc89280e66c2da2079c96c12c1ae5bd862bf60f1ba07f1c3b266055ff5927fd57','2026-11-29T01:34:27.260Z','2026-11-29T01:34:27.260Z');
INSERT INTO "account" VALUES('TPgexlKiUzxIim1CD5S7N8V6hZOIgwU4','1jBYC58JQQK9xDCmcXxhGvEYEn2K5kip','credential','1jBYC58JQQK9xDCmcXxhGvEYEn2K5kip',NULL,NULL,NULL,NULL,NULL,NULL,'7e8b89f94a66184b232b935ae609a804:372945c353207266c744854b1ab9d86b79a9e29d01e9acd2c2edbaa5a2cebda90e320894203381bbd1e75a76e681c8891b20b7749658087c671edeeea05294df','2026-11-29T01:34:34.059Z','2026-11-29T01:34:34.059Z');
INSERT INTO "owners" VALUES('1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw');
INSERT INTO "devices" VALUES('01a224f0-9371-725c-b5e8-6db7cec345a6','1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','Tablet','folder','v1','0.1.0','1f8677ba22e2bf716fb2c21b6056413c16760ed9be5fca8ee3bd23dd9eeb00b9',NULL,1795916075889,1795916075889,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f0-9638-7461-98c3-8f5a94667283','1jBYC58JQQK9xDCmcXxhGvEYEn2K5kip','01a224f0-8c4c-789c-9cab-3ba638239041','Ben’s phone','folder','v1','0.1.0','a38fd55b33b1c6a63a2938a1ca962bb647be836e472a44c08ee8027caf8f1151',NULL,1795916076600,1795916076600,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','1XO0j7594MM8HVzVvZYW5m4OuA5SmhYw','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','Laptop','folder','linux 6.1.0','0.1.0','15c42ae1f4c4479e49ca166586b16ea523f8c4779f57d45a1f8a9c29e2f5ba4a',NULL,1795916080188,1795916080188,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916092015,'{"version":"0.1.0","protocol":2,"at":1795916092005,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916083572},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916083572},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":78117728256,"source":"the file system","since":1795916086591}}}',NULL,1795916084232);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','1','01a224f0-b335-7425-ae74-cca70e79a797','in-sync','  ','{"key":"1","path":"first.jpg","size":689,"assetId":"01a224f0-b335-7425-ae74-cca70e79a797","hash":"339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','10','01a224f0-9988-7e36-bb31-e0e11508042b','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":694,"assetId":"01a224f0-9988-7e36-bb31-e0e11508042b","hash":"5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','11','01a224f0-b33d-779f-b680-ebc722840a8f','in-sync','  ','{"key":"11","path":"renamed.jpg","size":681,"assetId":"01a224f0-b33d-779f-b680-ebc722840a8f","hash":"40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','3','01a224f0-b33e-7099-9277-b1561a07c9f6','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":674,"assetId":"01a224f0-b33e-7099-9277-b1561a07c9f6","hash":"d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916080562,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','7','01a224f0-97bd-7014-8849-2535e63ff92d','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":693,"assetId":"01a224f0-97bd-7014-8849-2535e63ff92d","hash":"35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','8','01a224f0-9988-7e36-bb31-e0e11508042b','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":684,"assetId":"01a224f0-9988-7e36-bb31-e0e11508042b","hash":"6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6','9','01a224f0-995a-7025-b74b-39b8ecef5182','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":684,"assetId":"01a224f0-995a-7025-b74b-39b8ecef5182","hash":"05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0',684,'committed',1,'01a224f0-9371-725c-b5e8-6db7cec345a6',1795916077602);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01',684,'committed',1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6',1795916083995);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da',689,'committed',1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6',1795916083995);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46',693,'committed',1,'01a224f0-9371-725c-b5e8-6db7cec345a6',1795916076986);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3',681,'committed',1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6',1795916083995);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d',694,'committed',1,'01a224f0-9371-725c-b5e8-6db7cec345a6',1795916077467);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9',684,'committed',1,'01a224f0-9371-725c-b5e8-6db7cec345a6',1795916077438);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389',685,'committed',1,'01a224f0-9371-725c-b5e8-6db7cec345a6',1795916077290);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03',684,'committed',1,'01a224f0-9371-725c-b5e8-6db7cec345a6',1795916077400);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6',1795916084244);
INSERT INTO "ledger" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19',674,'committed',1,'01a224f0-a43c-74ae-94f3-c3bed91b81d6',1795916083995);
INSERT INTO "ledger" VALUES('01a224f0-8c4c-789c-9cab-3ba638239041','a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9',671,'committed',1,'01a224f0-9638-7461-98c3-8f5a94667283',1795916076756);
INSERT INTO "ledger_sums" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0',6890,0);
INSERT INTO "ledger_sums" VALUES('01a224f0-8c4c-789c-9cab-3ba638239041',671,0);
INSERT INTO "uploads" VALUES('0b0affc6ef9062b7de3e09b2dad315d8','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-a43c-74ae-94f3-c3bed91b81d6','339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da',689,'image/jpeg',1795916083898,1795916083995,'339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da');
INSERT INTO "uploads" VALUES('0badf54398c880fba1a815a4e7328f7c','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-a43c-74ae-94f3-c3bed91b81d6','40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3',681,'image/jpeg',1795916083898,1795916083995,'40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3');
INSERT INTO "uploads" VALUES('38660b67aa6e60c4c93f57dd1c486fe1','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0',684,'image/jpeg',1795916077548,1795916077602,'05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0');
INSERT INTO "uploads" VALUES('626f534d479c32f7349154b6b57efc7b','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-a43c-74ae-94f3-c3bed91b81d6','0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01',684,'image/jpeg',1795916083898,1795916083995,'0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01');
INSERT INTO "uploads" VALUES('8811ac136d4905340723c0508cd4eac8','01a224f0-8c4c-789c-9cab-3ba638239041','01a224f0-9638-7461-98c3-8f5a94667283','a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9',671,'image/jpeg',1795916076701,1795916076756,'a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9');
INSERT INTO "uploads" VALUES('948ead236c918efb2913377393970fd0','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a',695,'image/jpeg',1795916077480,1795916077485,'4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a');
INSERT INTO "uploads" VALUES('95c5fdac0c43ec6b360f84109147e6c7','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-a43c-74ae-94f3-c3bed91b81d6','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916084235,1795916084244,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('bcc733a25d3127a9ec4ec5d276824aac','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03',684,'image/jpeg',1795916077383,1795916077400,'7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03');
INSERT INTO "uploads" VALUES('de7cf668d412d88df48c19255aa62215','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-a43c-74ae-94f3-c3bed91b81d6','d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19',674,'image/jpeg',1795916083898,1795916083995,'d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19');
INSERT INTO "uploads" VALUES('def7e58e67e4d997a9e3a708081bfde7','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46',693,'image/jpeg',1795916076961,1795916076986,'35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46');
INSERT INTO "uploads" VALUES('ea749106f2e4993b9a238309656f4a70','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9',684,'image/jpeg',1795916077418,1795916077438,'6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9');
INSERT INTO "uploads" VALUES('ef562cca59ba1e0d47c53495a4a50057','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d',694,'image/jpeg',1795916077462,1795916077467,'5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d');
INSERT INTO "uploads" VALUES('f1a86e34760a5779abce60233d2de34b','01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-9371-725c-b5e8-6db7cec345a6','6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389',685,'image/jpeg',1795916077031,1795916077290,'6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389');
INSERT INTO "blob_checks" VALUES('05b6fd90727f6c429064c1957b3f0b50b9a3eaa63461f775f095555619243bc0',684,'1795916077590862388',1795916077602,0);
INSERT INTO "blob_checks" VALUES('0dcc4049e526053c74d0d53d1898afae8c3f2e3ed8d73bc775cae0882b7a6b01',684,'1795916083929673626',1795916083995,0);
INSERT INTO "blob_checks" VALUES('339e75ea2e1027be9700a8ca1c5b712ed2ce3f2476914d8a6c54209358cb26da',689,'1795916083929673626',1795916083995,0);
INSERT INTO "blob_checks" VALUES('35f517131e81bc8015b19ae556593a2c54ed25a6a186ad6128f71f0650335c46',693,'1795916076983544496',1795916076986,0);
INSERT INTO "blob_checks" VALUES('40873189e56988ceaf6a0412c874108880cf9603398775abdf42e87e2a75d1a3',681,'1795916083928579899',1795916083995,0);
INSERT INTO "blob_checks" VALUES('4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a',695,'1795916077483503247',1795916077485,0);
INSERT INTO "blob_checks" VALUES('5e6eb1816f08d9017f8a1a0c8e1037f062190160033032dcc4043f69de1d8f7d',694,'1795916077465499955',1795916077467,0);
INSERT INTO "blob_checks" VALUES('6b5c376799b7d265ed026200a61da473b1578e777f32ebd094c5de0265ad35e9',684,'1795916077424591288',1795916077438,0);
INSERT INTO "blob_checks" VALUES('6bccf569f69dd1d3806f49ce2445130644ae29b5689afde5355ae740b2531389',685,'1795916077068092181',1795916077290,0);
INSERT INTO "blob_checks" VALUES('7411c32aff83e70212043d56df5e9f61016331917501e7054b5c177693957b03',684,'1795916077397267111',1795916077400,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916084242990288',1795916084244,0);
INSERT INTO "blob_checks" VALUES('a264dec3f570ffd1ea1d44864634e64f120adb60cafbb8e2b754ec7d15c79fa9',671,'1795916076745267091',1795916076756,0);
INSERT INTO "blob_checks" VALUES('d7dbbb899a152d4902c47c39c127e34ba86dfd422c449fd00c16976135280f19',674,'1795916083925267303',1795916083995,0);
INSERT INTO "loose_blobs" VALUES('4138a7ac417e35d3c38be209a555ed08f78e302031c490ec74781cef5df0fb4a',35218);
INSERT INTO "scrub" VALUES(1,1795916059545,1795916059545,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','01a224f0-97bd-7014-8849-2535e63ff92d','fa241308092b7d732fd7ce1bb63dfb6b','started',0,NULL,NULL,1795916077001,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224f0-8c4c-789c-9cab-3ba638239041','01a224f0-9707-720e-acd5-e9eccb53c8df','bab4b63bdb4a1158a6c895b9515f7165','started',0,NULL,NULL,1795916076952,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224f0-9371-725c-b5e8-6db7cec345a6',35218,1795916075889);
INSERT INTO "heard" VALUES('01a224f0-9638-7461-98c3-8f5a94667283',35218,1795916076600);
INSERT INTO "heard" VALUES('01a224f0-a43c-74ae-94f3-c3bed91b81d6',35218,1795916080188);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f0-71bd-70fb-b6f3-e0937fdf2ad0','5gb');
INSERT INTO "library_plans" VALUES('01a224f0-8c4c-789c-9cab-3ba638239041','5gb');
INSERT INTO "receipt_keys" VALUES('A3u9nc92ioxLHLuog_ipva50SoaSgvMHDCRuZhZljCU',1795916080497,NULL);
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
