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
INSERT INTO "schema_steps" VALUES('accounts',1,1795916120);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916120);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916120);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916120);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916120);
INSERT INTO "schema_steps" VALUES('closing',1,1795916120);
INSERT INTO "schema_steps" VALUES('errands',1,1795916120);
INSERT INTO "schema_steps" VALUES('library',1,1795916120);
INSERT INTO "schema_steps" VALUES('library',2,1795916120);
INSERT INTO "schema_steps" VALUES('library',3,1795916120);
INSERT INTO "schema_steps" VALUES('library',4,1795916120);
INSERT INTO "schema_steps" VALUES('library',5,1795916120);
INSERT INTO "schema_steps" VALUES('library',6,1795916120);
INSERT INTO "schema_steps" VALUES('library',7,1795916120);
INSERT INTO "schema_steps" VALUES('library',8,1795916120);
INSERT INTO "schema_steps" VALUES('library',9,1795916120);
INSERT INTO "schema_steps" VALUES('library',10,1795916120);
INSERT INTO "schema_steps" VALUES('orders',1,1795916120);
INSERT INTO "schema_steps" VALUES('orders',2,1795916120);
INSERT INTO "schema_steps" VALUES('plans',1,1795916120);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916120);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916120);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916120);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916120);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916120);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916120);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916120);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916120);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916120);
INSERT INTO "schema_steps" VALUES('settings',1,1795916120);
INSERT INTO "schema_steps" VALUES('silence',1,1795916120);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','59d15b951a1d');
INSERT INTO "server_facts" VALUES('heartbeat','1795916156423');
INSERT INTO "server_facts" VALUES('seen-time','35411');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f1-63f0-7479-bbe4-dfbb8a57d96f',5000000000,35,0,6,2,1795916129276);
INSERT INTO "libraries" VALUES(2,'01a224f1-74e8-7d3a-af9b-99cad69b47f3',5000000000,2,0,1,0,1795916133608);
INSERT INTO "members" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB','owner');
INSERT INTO "members" VALUES('01a224f1-74e8-7d3a-af9b-99cad69b47f3','cdkKjbIqZ7cKxMOOFqT7IiAbVjHgjyGw','owner');
INSERT INTO "generations" VALUES(1,1,'6c80d45b73',1,1795916129276);
INSERT INTO "generations" VALUES(2,2,'6c80d45b73',1,1795916133608);
INSERT INTO "entities" VALUES(1,2,'resource:f7fbf8485e9471c3d85325df41f15a27','01a224f1-7f18-7a2c-beea-01bd9fceaff5','original','84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6','{"type":"resource","id":"f7fbf8485e9471c3d85325df41f15a27","assetId":"01a224f1-7f18-7a2c-beea-01bd9fceaff5","role":"original","hash":"84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:c10af3e1832f6a31bb1c3e0f01f95463','01a224f1-7faf-73a9-8d7b-44a6088dab99','original','8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e','{"type":"resource","id":"c10af3e1832f6a31bb1c3e0f01f95463","assetId":"01a224f1-7faf-73a9-8d7b-44a6088dab99","role":"original","hash":"8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:ba99a3c96df15cad90668ec82a7467c9','01a224f1-7ffd-7937-855d-8ef2d3c2fea8','original','aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21','{"type":"resource","id":"ba99a3c96df15cad90668ec82a7467c9","assetId":"01a224f1-7ffd-7937-855d-8ef2d3c2fea8","role":"original","hash":"aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:f2445b625b5c6b3567a03a06e45a546f','01a224f1-803a-76a0-a804-fd79681fa641','original','03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2','{"type":"resource","id":"f2445b625b5c6b3567a03a06e45a546f","assetId":"01a224f1-803a-76a0-a804-fd79681fa641","role":"original","hash":"03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2","size":697,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f1-7f18-7a2c-beea-01bd9fceaff5',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f1-7f18-7a2c-beea-01bd9fceaff5","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916136222,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f1-7faf-73a9-8d7b-44a6088dab99',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-7faf-73a9-8d7b-44a6088dab99","kind":"photo","state":"trashed","trashedAt":1795916137096,"addedAt":1795916136376,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:6e67047c2b0a98b7afedd125c186e0ed','01a224f1-7ffd-7937-855d-8ef2d3c2fea8','edited','4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af','{"type":"resource","id":"6e67047c2b0a98b7afedd125c186e0ed","assetId":"01a224f1-7ffd-7937-855d-8ef2d3c2fea8","role":"edited","hash":"4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f1-7ffd-7937-855d-8ef2d3c2fea8',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-7ffd-7937-855d-8ef2d3c2fea8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916136448,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba","rendering":"6e67047c2b0a98b7afedd125c186e0ed"}');
INSERT INTO "entities" VALUES(1,17,'resource:b4d07e10c1bfb6bf099123145aea5337','01a224f1-803a-76a0-a804-fd79681fa641','raw','54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074','{"type":"resource","id":"b4d07e10c1bfb6bf099123145aea5337","assetId":"01a224f1-803a-76a0-a804-fd79681fa641","role":"raw","hash":"54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074","size":694,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:42413fc161afe569d152e376fd6ed5ea','01a224f1-817e-76f5-8b34-3bf825e1524d','original',NULL,'{"type":"resource","id":"42413fc161afe569d152e376fd6ed5ea","assetId":"01a224f1-817e-76f5-8b34-3bf825e1524d","role":"original","hash":"54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074","size":694,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f1-803a-76a0-a804-fd79681fa641',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-803a-76a0-a804-fd79681fa641","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916136516,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f1-817e-76f5-8b34-3bf825e1524d','01a224f1-803a-76a0-a804-fd79681fa641',NULL,NULL,'{"type":"alias","from":"01a224f1-817e-76f5-8b34-3bf825e1524d","to":"01a224f1-803a-76a0-a804-fd79681fa641","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f1-8212-7c3d-a0fa-e9822300c013',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-8212-7c3d-a0fa-e9822300c013","kind":"photo","state":"purged","trashedAt":1795916137244,"addedAt":1795916136987,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:95167620ef50d773bcb744eb24676785','01a224f1-8212-7c3d-a0fa-e9822300c013','original',NULL,'{"type":"resource","id":"95167620ef50d773bcb744eb24676785","assetId":"01a224f1-8212-7c3d-a0fa-e9822300c013","role":"original","hash":"9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916137312,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba"}');
INSERT INTO "entities" VALUES(1,26,'resource:d4a5f51c42252dcbb736dcaf8d409992','01a224f1-a030-7c8c-8269-9c44ba8e485f','original','7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658','{"type":"resource","id":"d4a5f51c42252dcbb736dcaf8d409992","assetId":"01a224f1-a030-7c8c-8269-9c44ba8e485f","role":"original","hash":"7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916137673,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224f1-a03d-7171-942a-2149799e479c',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-a03d-7171-942a-2149799e479c","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916144818,"addedBy":"01a224f1-9255-776b-9a63-e771bf6c399d","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:9feab18c51f89d73035cec38a126338a','01a224f1-a03d-7171-942a-2149799e479c','original','fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8','{"type":"resource","id":"9feab18c51f89d73035cec38a126338a","assetId":"01a224f1-a03d-7171-942a-2149799e479c","role":"original","hash":"fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916137649,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224f1-a03e-76a9-aa58-1015267716d9',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-a03e-76a9-aa58-1015267716d9","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916144828,"addedBy":"01a224f1-9255-776b-9a63-e771bf6c399d","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:24ae40988bd10389252021423c5c24f4','01a224f1-a03e-76a9-aa58-1015267716d9','original','d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d','{"type":"resource","id":"24ae40988bd10389252021423c5c24f4","assetId":"01a224f1-a03e-76a9-aa58-1015267716d9","role":"original","hash":"d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916137817,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:3a8dbc9be1628364d945410b2118bb09','01a224f1-a03f-718a-9636-cdc69090783b','original','a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2','{"type":"resource","id":"3a8dbc9be1628364d945410b2118bb09","assetId":"01a224f1-a03f-718a-9636-cdc69090783b","role":"original","hash":"a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916137701,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:c0f1e44e601fbdf180fdad34c1dbe4e1','01a224f1-a03d-7171-942a-2149799e479c','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"c0f1e44e601fbdf180fdad34c1dbe4e1","assetId":"01a224f1-a03d-7171-942a-2149799e479c","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916137817,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f1-a030-7c8c-8269-9c44ba8e485f',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-a030-7c8c-8269-9c44ba8e485f","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916144705,"addedBy":"01a224f1-9255-776b-9a63-e771bf6c399d","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f1-a03f-718a-9636-cdc69090783b',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-a03f-718a-9636-cdc69090783b","kind":"photo","state":"trashed","trashedAt":1795916153095,"addedAt":1795916144829,"addedBy":"01a224f1-9255-776b-9a63-e771bf6c399d","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f1-7e71-7dd3-a2d1-3724ad5f952f',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-7e71-7dd3-a2d1-3724ad5f952f","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916136095,"addedBy":"01a224f1-7d64-793a-991d-3a74180c1f50","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:a97546dad89dd2509b5c4fb6ce8a5335','01a224f1-7e71-7dd3-a2d1-3724ad5f952f','original','11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b','{"type":"resource","id":"a97546dad89dd2509b5c4fb6ce8a5335","assetId":"01a224f1-7e71-7dd3-a2d1-3724ad5f952f","role":"original","hash":"11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b","size":698,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc','01a224f1-8212-7c3d-a0fa-e9822300c013',1795916137269);
INSERT INTO "in_trash" VALUES(1,'01a224f1-7faf-73a9-8d7b-44a6088dab99',0);
INSERT INTO "in_trash" VALUES(1,'01a224f1-a03f-718a-9636-cdc69090783b',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f1-7e71-7dd3-a2d1-3724ad5f952f');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f1-7f18-7a2c-beea-01bd9fceaff5');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f1-7faf-73a9-8d7b-44a6088dab99');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f1-7ffd-7937-855d-8ef2d3c2fea8');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f1-803a-76a0-a804-fd79681fa641');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f1-a030-7c8c-8269-9c44ba8e485f');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f1-a03d-7171-942a-2149799e479c');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f1-a03e-76a9-aa58-1015267716d9');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f1-a03f-718a-9636-cdc69090783b');
INSERT INTO "chains" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',15,'07e1662b1898833550c3296262c0fd66bee8540302e9bf216e38127a7abff832');
INSERT INTO "chains" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',7,'ca0d1038d29d16d78294eba1c96ebf7ddde1af203dbedf7758e812d958f5029f');
INSERT INTO "chains" VALUES(2,'01a224f1-7d64-793a-991d-3a74180c1f50','59d15b951a1d',1,'59454cb6b2bc21512b9d9529dddb2c465f1c26e32ebfe0aa8e8a1ee4af968cae');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',1,'229e924a11de7595aee9f3b0919fe2da97f2d0690491e0be4aaf514788f22352','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',2,'f0a1f2ea74bd8852a3a51e0e3070cc6bc4fb8fdfa155fa879ea252a348d5b5ec','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',3,'442e5f6ee9605c77b3c35ec049c83fe0aa4339a74621abdf50df764e40131dc3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',4,'170df74394d2793ec87738aeb1297e5a1800c48dfe7ded94c1a2e80031d8b210','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',5,'2f1e6ace6904347854a55dabec323dc40327bd0f270a3d780ce4e0502ceb307b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',6,'de4fd371e19c7f9d32326616634cfeb139ebad61803f7ddda73db3949f4034b3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',7,'1fc8bab71f78bd83ecc50b526e2035a1b98e81e3f5f6754366786fb5c9ace21e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',8,'eb9e968942a18fff2ac17d2673d8afc1cd59368def75a103508e24bf37ac3fc5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',9,'ea5f3554c7c93bfdb868053b84408dd66cee58909abe046565a2211876225fbc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',10,'764f1a2ac0a6e283379fa5ab04c7991d75bbc37779558496e14060ffab7217f3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',11,'dfce877c229ab932672379caba87e8d4b5a5fc7083e3f1fb58c28548cd4ecc2a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',12,'9f8e41248ff51c8ad121d8b88f5f0ffd9a98443e0a9a4d2bf1fd41907ab3c68c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',13,'02ad073737bc322d5998b4af0fba2e1ace86bfa796d2d36885f6eb9d29745090','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',14,'70db25e084ea4023e3a31a6e03b6720a8e20ffb1b2c901572eac3d2bdd3d4360','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','59d15b951a1d',15,'07e1662b1898833550c3296262c0fd66bee8540302e9bf216e38127a7abff832','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',1,'e57d1832cd271220e79c5d449ab7d60d3eef95fdc0af2f16d67ffc1a7bd8505d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',2,'46306afc600e8598fe19fabec3aa128a2cf942f6014157d7a6fdf8f1ba9a3416','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',3,'0b82b6d95e7045a9d8cc0536f38210826313320d797319defbef8cf04a1893e5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',4,'bab28197277b38e0467375b093c24e7e8d59957b9d093753d7a143a78833cdea','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',5,'d883d06f9c3370e9a32f4489d126973840efe6b359978247ab19565f6dc8bbcb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',6,'9e50bd11e4a9e1407b873a31e1a7882d93a0ef3105ab92a09bcfff8345cb7360','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f1-9255-776b-9a63-e771bf6c399d','59d15b951a1d',7,'ca0d1038d29d16d78294eba1c96ebf7ddde1af203dbedf7758e812d958f5029f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f1-7d64-793a-991d-3a74180c1f50','59d15b951a1d',1,'59454cb6b2bc21512b9d9529dddb2c465f1c26e32ebfe0aa8e8a1ee4af968cae','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f1-7e71-7dd3-a2d1-3724ad5f952f',1795916136095,'01a224f1-7d64-793a-991d-3a74180c1f50','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b","size":698}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f1-7f18-7a2c-beea-01bd9fceaff5',1795916136222,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6","size":682}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f1-7faf-73a9-8d7b-44a6088dab99',1795916136376,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e","size":676}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f1-7ffd-7937-855d-8ef2d3c2fea8',1795916136448,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21","size":686}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f1-803a-76a0-a804-fd79681fa641',1795916136516,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2","size":697}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f1-817e-76f5-8b34-3bf825e1524d',1795916136833,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074","size":694}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f1-8212-7c3d-a0fa-e9822300c013',1795916136987,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc","size":692}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f1-7f18-7a2c-beea-01bd9fceaff5',1795916137081,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f1-7faf-73a9-8d7b-44a6088dab99',1795916137096,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916137096}');
INSERT INTO "journal" VALUES(10,1,'01a224f1-7ffd-7937-855d-8ef2d3c2fea8',1795916137213,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"6e67047c2b0a98b7afedd125c186e0ed","state":"live","version":"6e67047c2b0a98b7afedd125c186e0ed"}');
INSERT INTO "journal" VALUES(11,1,'01a224f1-803a-76a0-a804-fd79681fa641',1795916137219,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.join','{"kept":{},"joined":{"id":"01a224f1-817e-76f5-8b34-3bf825e1524d","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074"}]}}','{"role":"raw","hash":"54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f1-8212-7c3d-a0fa-e9822300c013',1795916137244,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916137244}');
INSERT INTO "journal" VALUES(13,1,'01a224f1-8212-7c3d-a0fa-e9822300c013',1795916137269,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc","size":692}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916137312,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f1-a030-7c8c-8269-9c44ba8e485f',1795916144705,'01a224f1-9255-776b-9a63-e771bf6c399d','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658","size":677}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f1-a03d-7171-942a-2149799e479c',1795916144818,'01a224f1-9255-776b-9a63-e771bf6c399d','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8","size":686}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f1-a03e-76a9-aa58-1015267716d9',1795916144828,'01a224f1-9255-776b-9a63-e771bf6c399d','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d","size":686}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f1-a03f-718a-9636-cdc69090783b',1795916144829,'01a224f1-9255-776b-9a63-e771bf6c399d','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2","size":680}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f1-a03d-7171-942a-2149799e479c',1795916144910,'01a224f1-9255-776b-9a63-e771bf6c399d','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f1-a030-7c8c-8269-9c44ba8e485f',1795916147834,'01a224f1-9255-776b-9a63-e771bf6c399d','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f1-a03f-718a-9636-cdc69090783b',1795916153095,'01a224f1-9255-776b-9a63-e771bf6c399d','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916153095}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f1-8212-7c3d-a0fa-e9822300c013',0,1795916137269,'01a224f1-7a9e-7d1e-bc63-644b584b84ba','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f1-8212-7c3d-a0fa-e9822300c013","kind":"photo","state":"trashed","trashedAt":1795916137244,"addedAt":1795916136987,"addedBy":"01a224f1-7a9e-7d1e-bc63-644b584b84ba","rendering":null}','[{"type":"resource","id":"95167620ef50d773bcb744eb24676785","assetId":"01a224f1-8212-7c3d-a0fa-e9822300c013","role":"original","hash":"9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f1-817e-76f5-8b34-3bf825e1524d',0);
INSERT INTO "tombstones" VALUES(1,'01a224f1-8212-7c3d-a0fa-e9822300c013',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'c0f1e44e601fbdf180fdad34c1dbe4e1','01a224f1-a03d-7171-942a-2149799e479c');
INSERT INTO "user" VALUES('X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB','ann','ann@example.org',0,NULL,'2026-11-29T01:35:29.254Z','2026-11-29T01:35:29.254Z');
INSERT INTO "user" VALUES('cdkKjbIqZ7cKxMOOFqT7IiAbVjHgjyGw','ben','ben@example.org',0,NULL,'2026-11-29T01:35:33.600Z','2026-11-29T01:35:33.600Z');
INSERT INTO "account" VALUES('izY40HZx1TSnJjj7NzYR1t7GgTcmnXHK','X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB','credential','X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB',NULL,NULL,NULL,NULL,NULL,NULL,'82e08e89cd8c7857f09ebd29beb9ca34:6e318235b42d40a4f58801256637a236e2b81c8f404d48001be19c2832b587a0d3ffcc2ee03135e36279711026a2700ccf7550c39767940a4f19305d688cb645','2026-11-29T01:35:29.260Z','2026-11-29T01:35:29.260Z');
INSERT INTO "account" VALUES('15PYvb34781ztMrv5TBGXcxWYmoNiPLq','cdkKjbIqZ7cKxMOOFqT7IiAbVjHgjyGw','credential','cdkKjbIqZ7cKxMOOFqT7IiAbVjHgjyGw',NULL,NULL,NULL,NULL,NULL,NULL,'355e4af3da7a23b0ed48d7f85d9212fd:bc0002ca722e6a4afd0f373e16bd9c68d5a911bdf752b7312914787878094161dae707cce76cce414ab64f38d1b1a40817356397829815d73a34a2efafd43688','2026-11-29T01:35:33.603Z','2026-11-29T01:35:33.603Z');
INSERT INTO "owners" VALUES('X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB');
INSERT INTO "devices" VALUES('01a224f1-7a9e-7d1e-bc63-644b584b84ba','X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','Tablet','folder','v1','0.1.0','c3db41bcbabcc2e000b6e327e4549803ae59ae02293c953713d6e3a58cd4f670',NULL,1795916135071,1795916135071,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f1-7d64-793a-991d-3a74180c1f50','cdkKjbIqZ7cKxMOOFqT7IiAbVjHgjyGw','01a224f1-74e8-7d3a-af9b-99cad69b47f3','Ben’s phone','folder','v1','0.1.0','ff89e7fab38bb7f5fa3d0a051733f043943bb82badf731210f72b90fcb9adb7e',NULL,1795916135780,1795916135780,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','X8G7QPpn36ulqdIUR7yJB11CdlIrrHGB','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','Laptop','folder','linux 6.1.0','0.1.0','2f3ddd47fe9aa95dd16d7bf57f384fa5e1f13a119bd7edd3da9a67cad843f0f2',NULL,1795916141141,1795916141141,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916153183,'{"version":"0.1.0","protocol":2,"at":1795916153178,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916144583},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916144583},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":77860683776,"source":"the file system","since":1795916147897}}}',NULL,1795916145023);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','1','01a224f1-a03d-7171-942a-2149799e479c','in-sync','  ','{"key":"1","path":"first.jpg","size":686,"assetId":"01a224f1-a03d-7171-942a-2149799e479c","hash":"fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','10','01a224f1-803a-76a0-a804-fd79681fa641','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":694,"assetId":"01a224f1-803a-76a0-a804-fd79681fa641","hash":"54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','11','01a224f1-a030-7c8c-8269-9c44ba8e485f','in-sync','  ','{"key":"11","path":"renamed.jpg","size":677,"assetId":"01a224f1-a030-7c8c-8269-9c44ba8e485f","hash":"7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','3','01a224f1-a03e-76a9-aa58-1015267716d9','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":686,"assetId":"01a224f1-a03e-76a9-aa58-1015267716d9","hash":"d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916141506,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','7','01a224f1-7f18-7a2c-beea-01bd9fceaff5','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":682,"assetId":"01a224f1-7f18-7a2c-beea-01bd9fceaff5","hash":"84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','8','01a224f1-7ffd-7937-855d-8ef2d3c2fea8','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":687,"assetId":"01a224f1-7ffd-7937-855d-8ef2d3c2fea8","hash":"4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d','9','01a224f1-803a-76a0-a804-fd79681fa641','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":697,"assetId":"01a224f1-803a-76a0-a804-fd79681fa641","hash":"03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2',697,'committed',1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba',1795916136496);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af',687,'committed',1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba',1795916137206);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074',694,'committed',1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba',1795916136698);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658',677,'committed',1,'01a224f1-9255-776b-9a63-e771bf6c399d',1795916144683);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6',682,'committed',1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba',1795916136210);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e',676,'committed',1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba',1795916136364);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f1-9255-776b-9a63-e771bf6c399d',1795916144863);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2',680,'committed',1,'01a224f1-9255-776b-9a63-e771bf6c399d',1795916144684);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21',686,'committed',1,'01a224f1-7a9e-7d1e-bc63-644b584b84ba',1795916136434);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d',686,'committed',1,'01a224f1-9255-776b-9a63-e771bf6c399d',1795916144684);
INSERT INTO "ledger" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8',686,'committed',1,'01a224f1-9255-776b-9a63-e771bf6c399d',1795916144684);
INSERT INTO "ledger" VALUES('01a224f1-74e8-7d3a-af9b-99cad69b47f3','11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b',698,'committed',1,'01a224f1-7d64-793a-991d-3a74180c1f50',1795916136044);
INSERT INTO "ledger_sums" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f',6889,0);
INSERT INTO "ledger_sums" VALUES('01a224f1-74e8-7d3a-af9b-99cad69b47f3',698,0);
INSERT INTO "uploads" VALUES('27feb6544f920bf0f4fda395e3f5a879','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-9255-776b-9a63-e771bf6c399d','a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2',680,'image/jpeg',1795916144638,1795916144684,'a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2');
INSERT INTO "uploads" VALUES('2977d142062585d9fb6e4c28f1404cc7','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2',697,'image/jpeg',1795916136459,1795916136496,'03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2');
INSERT INTO "uploads" VALUES('4a663e42c2aef1a2083d24a25c3c8fd8','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6',682,'image/jpeg',1795916136128,1795916136210,'84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6');
INSERT INTO "uploads" VALUES('54bff4880b3e9e4617333ef36ac1c114','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc',692,'image/jpeg',1795916136850,1795916136970,'9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc');
INSERT INTO "uploads" VALUES('8a2b88ceda9315f8030b77a26eb058a8','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af',687,'image/jpeg',1795916137142,1795916137206,'4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af');
INSERT INTO "uploads" VALUES('8b749114c486eca11a71553718d17ea2','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21',686,'image/jpeg',1795916136387,1795916136434,'aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21');
INSERT INTO "uploads" VALUES('99674c8289fcd6ae0ea0cfa63bda42de','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-9255-776b-9a63-e771bf6c399d','d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d',686,'image/jpeg',1795916144639,1795916144684,'d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d');
INSERT INTO "uploads" VALUES('af4970673b32b81f4c71bc8f6be64fe1','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-9255-776b-9a63-e771bf6c399d','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916144854,1795916144863,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('c39b7629b0dcb3d2513840bd7cdbc23a','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074',694,'image/jpeg',1795916136575,1795916136698,'54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074');
INSERT INTO "uploads" VALUES('cbae9fc1adcbdbc8c09730a78394f4e5','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-9255-776b-9a63-e771bf6c399d','7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658',677,'image/jpeg',1795916144638,1795916144683,'7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658');
INSERT INTO "uploads" VALUES('d42b7c47521e842b0f24c463f04e0ec7','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-9255-776b-9a63-e771bf6c399d','fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8',686,'image/jpeg',1795916144639,1795916144684,'fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8');
INSERT INTO "uploads" VALUES('dd645f4022093650a2267b9a44de57e6','01a224f1-74e8-7d3a-af9b-99cad69b47f3','01a224f1-7d64-793a-991d-3a74180c1f50','11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b',698,'image/jpeg',1795916135929,1795916136044,'11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b');
INSERT INTO "uploads" VALUES('f47f01617c1fa8cb02077523f81a93ea','01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7a9e-7d1e-bc63-644b584b84ba','8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e',676,'image/jpeg',1795916136239,1795916136364,'8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e');
INSERT INTO "blob_checks" VALUES('03798d012ebd4e30f7f5e211934217e9abd0d99df0963507d283c63c88f69cd2',697,'1795916136466051888',1795916136496,0);
INSERT INTO "blob_checks" VALUES('11117745854cd192c555053d1031a8e6103c5263ff9bc14609a83bc28fb0130b',698,'1795916135997268839',1795916136044,0);
INSERT INTO "blob_checks" VALUES('4fc8ecbc3ebadd5adf479c25df8ad80191331015f54e4620631d38a1d95330af',687,'1795916137177268874',1795916137206,0);
INSERT INTO "blob_checks" VALUES('54a4b87fe4a40affbbff197b2332956c45706e9550a25fea518e842c9d6d9074',694,'1795916136625268858',1795916136698,0);
INSERT INTO "blob_checks" VALUES('7fe0d9f735dcc6dfa025ae9319b2db5a737d6802989133449e946d4586b78658',677,'1795916144665639163',1795916144683,0);
INSERT INTO "blob_checks" VALUES('84b5766a4b7a2d771d3a2ac184fbf935bc8b300f1e34e260518f7bd55bdc86e6',682,'1795916136164768275',1795916136210,0);
INSERT INTO "blob_checks" VALUES('8b0055f657a01d4ad19187198c7d7008b1d3487572e11461e20094cf5a95fc1e',676,'1795916136313268849',1795916136364,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916144860857791',1795916144863,0);
INSERT INTO "blob_checks" VALUES('9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc',692,'1795916136881268866',1795916136970,0);
INSERT INTO "blob_checks" VALUES('a14a95eb4a0bb2b0eb076b54a084bc18cf906bf8442bfe9f0333c17e9a9c88d2',680,'1795916144665639163',1795916144684,0);
INSERT INTO "blob_checks" VALUES('aa9dcdb5d37d6f3ce5c5c8b2ae3bc2ca34d1899bcc51c9aa9cf717e4091d3a21',686,'1795916136397046804',1795916136434,0);
INSERT INTO "blob_checks" VALUES('d50a5cc70e46a6e9f714ba6da868349e2cb913d6fb4a16ef9979faab426ae53d',686,'1795916144667117613',1795916144684,0);
INSERT INTO "blob_checks" VALUES('fa88e397bf8dcde8f5ecf3d0f417feccf35d2869ba5d78159ba5f8ce3b6df6f8',686,'1795916144665639163',1795916144684,0);
INSERT INTO "loose_blobs" VALUES('9b956f8950bf9d3970cd795efd3c81491c007436fcd751a670d19da858e96bbc',35411);
INSERT INTO "scrub" VALUES(1,1795916121149,1795916121149,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','01a224f1-7f18-7a2c-beea-01bd9fceaff5','f7fbf8485e9471c3d85325df41f15a27','started',0,NULL,NULL,1795916136224,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224f1-74e8-7d3a-af9b-99cad69b47f3','01a224f1-7e71-7dd3-a2d1-3724ad5f952f','a97546dad89dd2509b5c4fb6ce8a5335','started',0,NULL,NULL,1795916136103,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224f1-7a9e-7d1e-bc63-644b584b84ba',35411,1795916135071);
INSERT INTO "heard" VALUES('01a224f1-7d64-793a-991d-3a74180c1f50',35411,1795916135780);
INSERT INTO "heard" VALUES('01a224f1-9255-776b-9a63-e771bf6c399d',35411,1795916141141);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f1-63f0-7479-bbe4-dfbb8a57d96f','5gb');
INSERT INTO "library_plans" VALUES('01a224f1-74e8-7d3a-af9b-99cad69b47f3','5gb');
INSERT INTO "receipt_keys" VALUES('lFvlkGWnnZLnZlApQ8hipistKECTPPj7VQRGnYnE-xk',1795916141370,NULL);
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
