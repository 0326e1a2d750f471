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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915842);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915842);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915842);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915842);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915842);
INSERT INTO "schema_steps" VALUES('errands',1,1795915842);
INSERT INTO "schema_steps" VALUES('library',1,1795915842);
INSERT INTO "schema_steps" VALUES('library',2,1795915842);
INSERT INTO "schema_steps" VALUES('library',3,1795915842);
INSERT INTO "schema_steps" VALUES('library',4,1795915842);
INSERT INTO "schema_steps" VALUES('library',5,1795915842);
INSERT INTO "schema_steps" VALUES('library',6,1795915842);
INSERT INTO "schema_steps" VALUES('library',7,1795915842);
INSERT INTO "schema_steps" VALUES('library',8,1795915842);
INSERT INTO "schema_steps" VALUES('library',9,1795915842);
INSERT INTO "schema_steps" VALUES('orders',1,1795915842);
INSERT INTO "schema_steps" VALUES('orders',2,1795915842);
INSERT INTO "schema_steps" VALUES('plans',1,1795915842);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915842);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915842);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915842);
INSERT INTO "schema_steps" VALUES('renditions',4,1795915842);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915842);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915842);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915842);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915842);
INSERT INTO "schema_steps" VALUES('settings',1,1795915842);
INSERT INTO "schema_steps" VALUES('silence',1,1795915842);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','d6112006cf88');
INSERT INTO "server_facts" VALUES('heartbeat','1795915882110');
INSERT INTO "server_facts" VALUES('seen-time','39478');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224ed-237b-7498-8df0-893b8d963160',5000000000,35,0,6,2,1795915850638);
INSERT INTO "libraries" VALUES(2,'01a224ed-4486-796d-8b11-8904d204122b',5000000000,2,0,1,0,1795915859079);
INSERT INTO "members" VALUES('01a224ed-237b-7498-8df0-893b8d963160','cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2','owner');
INSERT INTO "members" VALUES('01a224ed-4486-796d-8b11-8904d204122b','eoriVMKQ38hNsUGnbMrleJnQ9U1GcDd6','owner');
INSERT INTO "generations" VALUES(1,1,'a71754f611',1,1795915850639);
INSERT INTO "generations" VALUES(2,2,'a71754f611',1,1795915859079);
INSERT INTO "entities" VALUES(1,2,'resource:d64f4535941f314908d5266ad6fe0f28','01a224ed-513b-7a14-8bce-acb7f19bdfe0','original','47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08','{"type":"resource","id":"d64f4535941f314908d5266ad6fe0f28","assetId":"01a224ed-513b-7a14-8bce-acb7f19bdfe0","role":"original","hash":"47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:0e6ec9db0566c6b2d4b0345bde35d7dc','01a224ed-5183-7b31-ab5b-c52ddd9ccd43','original','0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508','{"type":"resource","id":"0e6ec9db0566c6b2d4b0345bde35d7dc","assetId":"01a224ed-5183-7b31-ab5b-c52ddd9ccd43","role":"original","hash":"0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:a512c76676cf21cb6805a269b95d4386','01a224ed-51ac-78b8-84ac-e7f38407a096','original','4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e','{"type":"resource","id":"a512c76676cf21cb6805a269b95d4386","assetId":"01a224ed-51ac-78b8-84ac-e7f38407a096","role":"original","hash":"4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:802ddb6196b89373b133203f05770dfb','01a224ed-5208-70fd-bd10-5d56595c0633','original','3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57','{"type":"resource","id":"802ddb6196b89373b133203f05770dfb","assetId":"01a224ed-5208-70fd-bd10-5d56595c0633","role":"original","hash":"3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224ed-513b-7a14-8bce-acb7f19bdfe0',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224ed-513b-7a14-8bce-acb7f19bdfe0","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915862334,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224ed-5183-7b31-ab5b-c52ddd9ccd43',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-5183-7b31-ab5b-c52ddd9ccd43","kind":"photo","state":"trashed","trashedAt":1795915862933,"addedAt":1795915862406,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:23e7150ef2d164393317d24bad7c01da','01a224ed-51ac-78b8-84ac-e7f38407a096','edited','bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a','{"type":"resource","id":"23e7150ef2d164393317d24bad7c01da","assetId":"01a224ed-51ac-78b8-84ac-e7f38407a096","role":"edited","hash":"bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224ed-51ac-78b8-84ac-e7f38407a096',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-51ac-78b8-84ac-e7f38407a096","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915862446,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce","rendering":"23e7150ef2d164393317d24bad7c01da"}');
INSERT INTO "entities" VALUES(1,17,'resource:e625368a44a49477bf279d227210706c','01a224ed-5208-70fd-bd10-5d56595c0633','raw','89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342','{"type":"resource","id":"e625368a44a49477bf279d227210706c","assetId":"01a224ed-5208-70fd-bd10-5d56595c0633","role":"raw","hash":"89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342","size":682,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:b7ac3717e062d27fccb8f3377e0806ba','01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f','original',NULL,'{"type":"resource","id":"b7ac3717e062d27fccb8f3377e0806ba","assetId":"01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f","role":"original","hash":"89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224ed-5208-70fd-bd10-5d56595c0633',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-5208-70fd-bd10-5d56595c0633","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915862554,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f','01a224ed-5208-70fd-bd10-5d56595c0633',NULL,NULL,'{"type":"alias","from":"01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f","to":"01a224ed-5208-70fd-bd10-5d56595c0633","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224ed-537e-76f6-8ffc-641e67d2bd72',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-537e-76f6-8ffc-641e67d2bd72","kind":"photo","state":"purged","trashedAt":1795915863075,"addedAt":1795915862913,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:e285b04b1b0cfe0093048eea00631081','01a224ed-537e-76f6-8ffc-641e67d2bd72','original',NULL,'{"type":"resource","id":"e285b04b1b0cfe0093048eea00631081","assetId":"01a224ed-537e-76f6-8ffc-641e67d2bd72","role":"original","hash":"92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207","size":702,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915863094,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224ed-7591-760a-b0ed-5a3c1af62fdb',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-7591-760a-b0ed-5a3c1af62fdb","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915871724,"addedBy":"01a224ed-6425-7694-bb4b-46f708aa6b1e","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:bcedff9fd7cfc6b2fa9ff5685fcc1908','01a224ed-7591-760a-b0ed-5a3c1af62fdb','original','b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16','{"type":"resource","id":"bcedff9fd7cfc6b2fa9ff5685fcc1908","assetId":"01a224ed-7591-760a-b0ed-5a3c1af62fdb","role":"original","hash":"b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915863177,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:d81a1e559322bdd847cb99c735d8c542','01a224ed-7598-799d-92fc-2bdee29e5678','original','31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de','{"type":"resource","id":"d81a1e559322bdd847cb99c735d8c542","assetId":"01a224ed-7598-799d-92fc-2bdee29e5678","role":"original","hash":"31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915863189,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:d61663a7f5200e22c2b12f77401153d3','01a224ed-759a-789e-b291-c0c992cabfe4','original','dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04','{"type":"resource","id":"d61663a7f5200e22c2b12f77401153d3","assetId":"01a224ed-759a-789e-b291-c0c992cabfe4","role":"original","hash":"dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915863193,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'asset:01a224ed-759b-73d3-8a95-2ad4ae8dec63',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-759b-73d3-8a95-2ad4ae8dec63","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915871959,"addedBy":"01a224ed-6425-7694-bb4b-46f708aa6b1e","rendering":null}');
INSERT INTO "entities" VALUES(1,32,'resource:6e583eae325cb6fb69bfc51ad2670e70','01a224ed-759b-73d3-8a95-2ad4ae8dec63','original','f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e','{"type":"resource","id":"6e583eae325cb6fb69bfc51ad2670e70","assetId":"01a224ed-759b-73d3-8a95-2ad4ae8dec63","role":"original","hash":"f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915863197,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:df9ca72358245a1f7919befa9b545b6b','01a224ed-7591-760a-b0ed-5a3c1af62fdb','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"df9ca72358245a1f7919befa9b545b6b","assetId":"01a224ed-7591-760a-b0ed-5a3c1af62fdb","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795915863197,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224ed-7598-799d-92fc-2bdee29e5678',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-7598-799d-92fc-2bdee29e5678","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915871957,"addedBy":"01a224ed-6425-7694-bb4b-46f708aa6b1e","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224ed-759a-789e-b291-c0c992cabfe4',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-759a-789e-b291-c0c992cabfe4","kind":"photo","state":"trashed","trashedAt":1795915879388,"addedAt":1795915871959,"addedBy":"01a224ed-6425-7694-bb4b-46f708aa6b1e","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224ed-5054-75c7-adf9-7ffba0948225',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-5054-75c7-adf9-7ffba0948225","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915862153,"addedBy":"01a224ed-4f71-7f7d-be97-98baf3ea2c13","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:64bc8a6259e90f81f303a24a32756e40','01a224ed-5054-75c7-adf9-7ffba0948225','original','0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea','{"type":"resource","id":"64bc8a6259e90f81f303a24a32756e40","assetId":"01a224ed-5054-75c7-adf9-7ffba0948225","role":"original","hash":"0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207','01a224ed-537e-76f6-8ffc-641e67d2bd72',1795915863089);
INSERT INTO "in_trash" VALUES(1,'01a224ed-5183-7b31-ab5b-c52ddd9ccd43',0);
INSERT INTO "in_trash" VALUES(1,'01a224ed-759a-789e-b291-c0c992cabfe4',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224ed-5054-75c7-adf9-7ffba0948225');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224ed-513b-7a14-8bce-acb7f19bdfe0');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224ed-5183-7b31-ab5b-c52ddd9ccd43');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224ed-51ac-78b8-84ac-e7f38407a096');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224ed-5208-70fd-bd10-5d56595c0633');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224ed-7591-760a-b0ed-5a3c1af62fdb');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224ed-7598-799d-92fc-2bdee29e5678');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224ed-759a-789e-b291-c0c992cabfe4');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224ed-759b-73d3-8a95-2ad4ae8dec63');
INSERT INTO "chains" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',15,'f7223a89b608f9e72bfd0581f0f97524e80963980b9c23ef77c16cb68a7c3b85');
INSERT INTO "chains" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',7,'63d8e1322a442ab3f4e53d65d1a1a8941bf4917455f3cbb9b8ad6b923163a5c6');
INSERT INTO "chains" VALUES(2,'01a224ed-4f71-7f7d-be97-98baf3ea2c13','d6112006cf88',1,'b6cc0a89ddd3d3005b3df8e9a1d1b96230baf2b3319b4f847c99f5dc8fcffcb5');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',1,'8dbec1a8cf531ff0670b08d7ad2c0df852ec2404d58b6e11aef8788f39480b64','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',2,'80048bf107d12c1dc4bf985df52f52ae51d948782b991ea20b78f7585d72300d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',3,'b6a2128a5fe40fc0c607c51bdf56edeccdecd03a031c36c99d06b3abdef8196e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',4,'0be87aee2e13387e4a99e8cb8a636f26c8184b24707311921a7b93f191ba33cb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',5,'d8aaaa6dc3f1cc7ac98b1f137bd3f0833eeed2ca1c9efd804308ed88a91622ed','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',6,'644bb6452943bb68d928f80f0dc2cdee68002a2f9d42747da37aa5e48817e3b8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',7,'7e62375ff18d0ab908401b17502fa11ad82aec13de0036a5b7dae0de46ddf800','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',8,'578498bc223e3490920ad0c025b263ce9ff4095b68c0555ee1c664eed5e05e69','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',9,'166d197b7aa99097ffbe00c18f69d4045affeb0cbccedab16aca7644a83305dd','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',10,'f884785ddcceb98f958a30522a90e43f5ef86323483f1fa2a4a394ebcadeccf0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',11,'07d51ff4cac8e556cb4fdc4971ce691690f2588329606c69da67cc10ac9cf32e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',12,'ef6d5ee1bcfa2361f4bc71cbd57d6eb0481c9b2738cc870383492d7cc6398658','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',13,'f41f73d4bb5533ead4b3a77ee8418343d5d98a7f1108e465b90f938e33c3835b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',14,'01f862e8a7007efab5ea0a500bb5ce2d9fd98571a9ac3951e49bb37e25e92450','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','d6112006cf88',15,'f7223a89b608f9e72bfd0581f0f97524e80963980b9c23ef77c16cb68a7c3b85','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',1,'a4a17e66e74122caab9a9a9787988e39dc1bc2685c4af400a68fd37d6f1637df','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',2,'c7c731d4c159cc947db7bfc40b5f0b95bbb33a654c20060a56978e18e4288aef','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',3,'0228afd59ec2e5a09578e3331b231f3d30f335c6ca592c3a3c573779d191cfc3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',4,'44b49b08325e3804c42c2791aa18943c7a645a69bcde7e09da1508418bc285a5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',5,'c7dd8e958336aed3a9056d4ac5e02fc74f1d7087627eb78361e869fbdc6e1d5a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',6,'c0c3fb9f0cfd89174e0b1bf4f0271fb987c66128f0a0ee79185a5c32b2a97cc1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ed-6425-7694-bb4b-46f708aa6b1e','d6112006cf88',7,'63d8e1322a442ab3f4e53d65d1a1a8941bf4917455f3cbb9b8ad6b923163a5c6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224ed-4f71-7f7d-be97-98baf3ea2c13','d6112006cf88',1,'b6cc0a89ddd3d3005b3df8e9a1d1b96230baf2b3319b4f847c99f5dc8fcffcb5','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224ed-5054-75c7-adf9-7ffba0948225',1795915862153,'01a224ed-4f71-7f7d-be97-98baf3ea2c13','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea","size":685}]}');
INSERT INTO "journal" VALUES(2,1,'01a224ed-513b-7a14-8bce-acb7f19bdfe0',1795915862334,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08","size":679}]}');
INSERT INTO "journal" VALUES(3,1,'01a224ed-5183-7b31-ab5b-c52ddd9ccd43',1795915862406,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508","size":693}]}');
INSERT INTO "journal" VALUES(4,1,'01a224ed-51ac-78b8-84ac-e7f38407a096',1795915862446,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e","size":681}]}');
INSERT INTO "journal" VALUES(5,1,'01a224ed-5208-70fd-bd10-5d56595c0633',1795915862554,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57","size":682}]}');
INSERT INTO "journal" VALUES(6,1,'01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f',1795915862868,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342","size":682}]}');
INSERT INTO "journal" VALUES(7,1,'01a224ed-537e-76f6-8ffc-641e67d2bd72',1795915862913,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207","size":702}]}');
INSERT INTO "journal" VALUES(8,1,'01a224ed-513b-7a14-8bce-acb7f19bdfe0',1795915862922,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224ed-5183-7b31-ab5b-c52ddd9ccd43',1795915862933,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915862933}');
INSERT INTO "journal" VALUES(10,1,'01a224ed-51ac-78b8-84ac-e7f38407a096',1795915862981,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"23e7150ef2d164393317d24bad7c01da","state":"live","version":"23e7150ef2d164393317d24bad7c01da"}');
INSERT INTO "journal" VALUES(11,1,'01a224ed-5208-70fd-bd10-5d56595c0633',1795915862991,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.join','{"kept":{},"joined":{"id":"01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342"}]}}','{"role":"raw","hash":"89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224ed-537e-76f6-8ffc-641e67d2bd72',1795915863075,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915863075}');
INSERT INTO "journal" VALUES(13,1,'01a224ed-537e-76f6-8ffc-641e67d2bd72',1795915863089,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207","size":702}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915863094,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224ed-7591-760a-b0ed-5a3c1af62fdb',1795915871724,'01a224ed-6425-7694-bb4b-46f708aa6b1e','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16","size":676}]}');
INSERT INTO "journal" VALUES(16,1,'01a224ed-7598-799d-92fc-2bdee29e5678',1795915871957,'01a224ed-6425-7694-bb4b-46f708aa6b1e','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de","size":676}]}');
INSERT INTO "journal" VALUES(17,1,'01a224ed-759a-789e-b291-c0c992cabfe4',1795915871959,'01a224ed-6425-7694-bb4b-46f708aa6b1e','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04","size":677}]}');
INSERT INTO "journal" VALUES(18,1,'01a224ed-759b-73d3-8a95-2ad4ae8dec63',1795915871959,'01a224ed-6425-7694-bb4b-46f708aa6b1e','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e","size":680}]}');
INSERT INTO "journal" VALUES(19,1,'01a224ed-7591-760a-b0ed-5a3c1af62fdb',1795915872460,'01a224ed-6425-7694-bb4b-46f708aa6b1e','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224ed-7598-799d-92fc-2bdee29e5678',1795915874220,'01a224ed-6425-7694-bb4b-46f708aa6b1e','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224ed-759a-789e-b291-c0c992cabfe4',1795915879388,'01a224ed-6425-7694-bb4b-46f708aa6b1e','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915879388}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224ed-537e-76f6-8ffc-641e67d2bd72',0,1795915863089,'01a224ed-4c46-76b1-825a-24fbfd97b1ce','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ed-537e-76f6-8ffc-641e67d2bd72","kind":"photo","state":"trashed","trashedAt":1795915863075,"addedAt":1795915862913,"addedBy":"01a224ed-4c46-76b1-825a-24fbfd97b1ce","rendering":null}','[{"type":"resource","id":"e285b04b1b0cfe0093048eea00631081","assetId":"01a224ed-537e-76f6-8ffc-641e67d2bd72","role":"original","hash":"92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207","size":702,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224ed-5352-7c78-bd7d-d6cdfb1ffe6f',0);
INSERT INTO "tombstones" VALUES(1,'01a224ed-537e-76f6-8ffc-641e67d2bd72',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'df9ca72358245a1f7919befa9b545b6b','01a224ed-7591-760a-b0ed-5a3c1af62fdb');
INSERT INTO "user" VALUES('cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2','ann','ann@example.org',0,NULL,'2026-11-29T01:30:50.543Z','2026-11-29T01:30:50.543Z');
INSERT INTO "user" VALUES('eoriVMKQ38hNsUGnbMrleJnQ9U1GcDd6','ben','ben@example.org',0,NULL,'2026-11-29T01:30:59.076Z','2026-11-29T01:30:59.076Z');
INSERT INTO "account" VALUES('xAW3v2E0DBIvLy2HjBk8t8QNnfkqZw9y','cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2','credential','cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2',NULL,NULL,NULL,NULL,NULL,NULL,'e0340eda7a5f99935763cf08281ff054:978d2419deef5a62d2943286bdf6714ee121a072cdbd63014463fb3cfb327d8c93e942033009367a2c06d31fcb2a7140db2414d40426ee9a4156ae33fe081e0a','2026-11-29T01:30:50.598Z','2026-11-29T01:30:50.598Z');
INSERT INTO "account" VALUES('hueXrwMuEEuxgAFUjVLmER1s4IuBIvej','eoriVMKQ38hNsUGnbMrleJnQ9U1GcDd6','credential','eoriVMKQ38hNsUGnbMrleJnQ9U1GcDd6',NULL,NULL,NULL,NULL,NULL,NULL,'9d05748d23a67413fca1dbce6fa36ab0:a907d418dca42b6895a66d5908460d13ee70aff1df89d9d7f4990bdd7990d77c97f112b09194329d8cb4a2b64f7e8024329f04278dfdb694812c3a24fdcd7ea4','2026-11-29T01:30:59.078Z','2026-11-29T01:30:59.078Z');
INSERT INTO "owners" VALUES('cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2');
INSERT INTO "devices" VALUES('01a224ed-4c46-76b1-825a-24fbfd97b1ce','cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2','01a224ed-237b-7498-8df0-893b8d963160','Tablet','folder','v1','0.1.0','561fe80c1cda59d6c578c88c8020b15160a2052f4c6c695ae3649d88df7a49ae',NULL,1795915861062,1795915861062,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ed-4f71-7f7d-be97-98baf3ea2c13','eoriVMKQ38hNsUGnbMrleJnQ9U1GcDd6','01a224ed-4486-796d-8b11-8904d204122b','Ben’s phone','folder','v1','0.1.0','e8c1a6b2a4f25fd66baa8531d0850167fc5804719585f6e094053b5d14665246',NULL,1795915861873,1795915861873,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','cLV1vf9THIEZwqBl4cjJkHeL1u7JYSM2','01a224ed-237b-7498-8df0-893b8d963160','Laptop','folder','linux 6.1.0','0.1.0','d1c37ac0a951c0782266d7db6485e6d45a8df2a2965fb9752034261909b321b9',NULL,1795915867173,1795915867173,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915879464,'{"version":"0.1.0","protocol":2,"at":1795915879461,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915871132},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915871132},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":79257726976,"source":"the file system","since":1795915874151}}}',NULL,1795915871711);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','1','01a224ed-7591-760a-b0ed-5a3c1af62fdb','in-sync','  ','{"key":"1","path":"first.jpg","size":676,"assetId":"01a224ed-7591-760a-b0ed-5a3c1af62fdb","hash":"b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','10','01a224ed-5208-70fd-bd10-5d56595c0633','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":682,"assetId":"01a224ed-5208-70fd-bd10-5d56595c0633","hash":"89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','11','01a224ed-7598-799d-92fc-2bdee29e5678','in-sync','  ','{"key":"11","path":"renamed.jpg","size":676,"assetId":"01a224ed-7598-799d-92fc-2bdee29e5678","hash":"31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','3','01a224ed-759b-73d3-8a95-2ad4ae8dec63','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":680,"assetId":"01a224ed-759b-73d3-8a95-2ad4ae8dec63","hash":"f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915867305,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','7','01a224ed-513b-7a14-8bce-acb7f19bdfe0','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":679,"assetId":"01a224ed-513b-7a14-8bce-acb7f19bdfe0","hash":"47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','8','01a224ed-51ac-78b8-84ac-e7f38407a096','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":683,"assetId":"01a224ed-51ac-78b8-84ac-e7f38407a096","hash":"bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e','9','01a224ed-5208-70fd-bd10-5d56595c0633','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":682,"assetId":"01a224ed-5208-70fd-bd10-5d56595c0633","hash":"3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508',693,'committed',1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce',1795915862399);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de',676,'committed',1,'01a224ed-6425-7694-bb4b-46f708aa6b1e',1795915871631);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57',682,'committed',1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce',1795915862483);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08',679,'committed',1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce',1795915862322);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e',681,'committed',1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce',1795915862437);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342',682,'committed',1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce',1795915862859);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224ed-6425-7694-bb4b-46f708aa6b1e',1795915872411);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16',676,'committed',1,'01a224ed-6425-7694-bb4b-46f708aa6b1e',1795915871627);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a',683,'committed',1,'01a224ed-4c46-76b1-825a-24fbfd97b1ce',1795915862974);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04',677,'committed',1,'01a224ed-6425-7694-bb4b-46f708aa6b1e',1795915871631);
INSERT INTO "ledger" VALUES('01a224ed-237b-7498-8df0-893b8d963160','f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e',680,'committed',1,'01a224ed-6425-7694-bb4b-46f708aa6b1e',1795915871631);
INSERT INTO "ledger" VALUES('01a224ed-4486-796d-8b11-8904d204122b','0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea',685,'committed',1,'01a224ed-4f71-7f7d-be97-98baf3ea2c13',1795915862083);
INSERT INTO "ledger_sums" VALUES('01a224ed-237b-7498-8df0-893b8d963160',6847,0);
INSERT INTO "ledger_sums" VALUES('01a224ed-4486-796d-8b11-8904d204122b',685,0);
INSERT INTO "uploads" VALUES('1f0050db7d7a30b29606870517fca3ac','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57',682,'image/jpeg',1795915862455,1795915862483,'3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57');
INSERT INTO "uploads" VALUES('283aa5e1ccb397c07656eea12a2b4a1c','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-6425-7694-bb4b-46f708aa6b1e','dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04',677,'image/jpeg',1795915871368,1795915871631,'dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04');
INSERT INTO "uploads" VALUES('4b1af810b7f14fb9554fe8146ae00578','01a224ed-4486-796d-8b11-8904d204122b','01a224ed-4f71-7f7d-be97-98baf3ea2c13','0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea',685,'image/jpeg',1795915862007,1795915862083,'0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea');
INSERT INTO "uploads" VALUES('4e7a15062527d645e7a6e5cc30799ba0','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-6425-7694-bb4b-46f708aa6b1e','b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16',676,'image/jpeg',1795915871366,1795915871627,'b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16');
INSERT INTO "uploads" VALUES('5002581c441b3ba59b8c477fa3f6bcfe','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-6425-7694-bb4b-46f708aa6b1e','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795915871960,1795915872411,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('657cfd63decdc9d0d87c60882df0ec08','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-6425-7694-bb4b-46f708aa6b1e','31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de',676,'image/jpeg',1795915871367,1795915871631,'31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de');
INSERT INTO "uploads" VALUES('6bb00c8a02b63d421274048874c0ac12','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-6425-7694-bb4b-46f708aa6b1e','f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e',680,'image/jpeg',1795915871368,1795915871631,'f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e');
INSERT INTO "uploads" VALUES('b614df439b1e1857169bbfefcfeab971','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207',702,'image/jpeg',1795915862878,1795915862907,'92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207');
INSERT INTO "uploads" VALUES('c4ea63d801269fa0384b5ba19c5d15ea','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08',679,'image/jpeg',1795915862281,1795915862322,'47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08');
INSERT INTO "uploads" VALUES('db5378706a37191702e8a3af1e40d38a','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508',693,'image/jpeg',1795915862371,1795915862399,'0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508');
INSERT INTO "uploads" VALUES('e075480ba0f6e16eb77277c1abe92f77','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e',681,'image/jpeg',1795915862414,1795915862437,'4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e');
INSERT INTO "uploads" VALUES('f4cf0e371dca10cfb062ff2c88873ff6','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a',683,'image/jpeg',1795915862943,1795915862974,'bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a');
INSERT INTO "uploads" VALUES('ffb49b594ddb569585e40a97738f5705','01a224ed-237b-7498-8df0-893b8d963160','01a224ed-4c46-76b1-825a-24fbfd97b1ce','89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342',682,'image/jpeg',1795915862655,1795915862859,'89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342');
INSERT INTO "blob_checks" VALUES('0cbfd87bd023690d2dafd829833f1d7c443361a2e221786da54ce8724ecf2508',693,'1795915862385260768',1795915862399,0);
INSERT INTO "blob_checks" VALUES('0fb8c1c4e3751c2d256aea74cb70a39e5f766c2d8d7c13d7097f0c64f747ceea',685,'1795915862029260757',1795915862083,0);
INSERT INTO "blob_checks" VALUES('31045921c1f4ff275148b91a1d082c80f0abe0c6e88330034fbba257b3fa46de',676,'1795915871621667288',1795915871631,0);
INSERT INTO "blob_checks" VALUES('3829302267b8669c7b4d98f80dab15ceef24a1d986d9310c720e7d6899045a57',682,'1795915862468165745',1795915862483,0);
INSERT INTO "blob_checks" VALUES('47a024c5cab17bed0b50db96046855250ed1563c3aa938b0b8399739ae9ccc08',679,'1795915862309260765',1795915862322,0);
INSERT INTO "blob_checks" VALUES('4c679eb6120bbf85aff54a41f4b0a3a322792c90ee0f35d8599304dfd888b72e',681,'1795915862420742807',1795915862437,0);
INSERT INTO "blob_checks" VALUES('89697648dbc16c488f55b5dab765c52df483346cb43d0161faa35b48c85ef342',682,'1795915862815228604',1795915862859,0);
INSERT INTO "blob_checks" VALUES('92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207',702,'1795915862885264992',1795915862907,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795915872193261057',1795915872411,0);
INSERT INTO "blob_checks" VALUES('b3e482e3f7803c9d35467dff7881e25500a7e4d81ab2cfc41059bee3e4ec8c16',676,'1795915871613261040',1795915871627,0);
INSERT INTO "blob_checks" VALUES('bebace0967ca63fc9c485198c37a392f4f377720a612fa1b2110846619ff8f5a',683,'1795915862953260784',1795915862974,0);
INSERT INTO "blob_checks" VALUES('dc04547ccd778a455a11d3877a15b1cf1049cfd02717c0e38d3faeb7dfe09e04',677,'1795915871621667288',1795915871631,0);
INSERT INTO "blob_checks" VALUES('f940a6eb1345b35539c79d2e30fd66ddeba62ed3bf63288801625368de97b83e',680,'1795915871621667288',1795915871631,0);
INSERT INTO "loose_blobs" VALUES('92c95c2e189b7c01f47b3ce68a69a04b9743867273ea462a630b77f2532f0207',39478);
INSERT INTO "scrub" VALUES(1,1795915842762,1795915842762,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224ed-237b-7498-8df0-893b8d963160','01a224ed-513b-7a14-8bce-acb7f19bdfe0','d64f4535941f314908d5266ad6fe0f28','started',0,NULL,NULL,1795915862340,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224ed-4486-796d-8b11-8904d204122b','01a224ed-5054-75c7-adf9-7ffba0948225','64bc8a6259e90f81f303a24a32756e40','started',0,NULL,NULL,1795915862225,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224ed-4c46-76b1-825a-24fbfd97b1ce',39478,1795915861062);
INSERT INTO "heard" VALUES('01a224ed-4f71-7f7d-be97-98baf3ea2c13',39478,1795915861873);
INSERT INTO "heard" VALUES('01a224ed-6425-7694-bb4b-46f708aa6b1e',39478,1795915867173);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224ed-237b-7498-8df0-893b8d963160','5gb');
INSERT INTO "library_plans" VALUES('01a224ed-4486-796d-8b11-8904d204122b','5gb');
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
