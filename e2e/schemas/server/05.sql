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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915357);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915357);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915357);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915357);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915357);
INSERT INTO "schema_steps" VALUES('errands',1,1795915357);
INSERT INTO "schema_steps" VALUES('library',1,1795915357);
INSERT INTO "schema_steps" VALUES('library',2,1795915357);
INSERT INTO "schema_steps" VALUES('library',3,1795915357);
INSERT INTO "schema_steps" VALUES('library',4,1795915357);
INSERT INTO "schema_steps" VALUES('library',5,1795915357);
INSERT INTO "schema_steps" VALUES('orders',1,1795915357);
INSERT INTO "schema_steps" VALUES('orders',2,1795915357);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915357);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915357);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915357);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915357);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915357);
INSERT INTO "schema_steps" VALUES('settings',1,1795915357);
INSERT INTO "schema_steps" VALUES('silence',1,1795915357);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','ef17cdf1b794');
INSERT INTO "server_facts" VALUES('heartbeat','1795915393855');
INSERT INTO "server_facts" VALUES('seen-time','35977');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e5-c1b1-71b3-9e86-6750ecec70f4',5000000000,34,0,6,2,1795915366907);
INSERT INTO "libraries" VALUES(2,'01a224e5-d554-7bf1-aee5-9df736018564',5000000000,2,0,1,0,1795915371860);
INSERT INTO "members" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','DHuM1i4AvVQ2MoxYctumdcnAwatynvw1','owner');
INSERT INTO "members" VALUES('01a224e5-d554-7bf1-aee5-9df736018564','n0WKuJ9lheZclUZ3D9G7KEBY9YAFoUak','owner');
INSERT INTO "generations" VALUES(1,1,'1f0a3cddd4',1,1795915366907);
INSERT INTO "generations" VALUES(2,2,'1f0a3cddd4',1,1795915371860);
INSERT INTO "entities" VALUES(1,2,'resource:2463adaf3c41081fe1cb4b840dddc243','01a224e5-e454-7ae1-bdbb-19793ef3cb40','original','aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a','{"type":"resource","id":"2463adaf3c41081fe1cb4b840dddc243","assetId":"01a224e5-e454-7ae1-bdbb-19793ef3cb40","role":"original","hash":"aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:094b90aad19ea81c0b2d4b36dea44207','01a224e5-e476-7914-9cbb-26f602da0662','original','f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a','{"type":"resource","id":"094b90aad19ea81c0b2d4b36dea44207","assetId":"01a224e5-e476-7914-9cbb-26f602da0662","role":"original","hash":"f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:0f0a9d114acb2073558aad5221244d54','01a224e5-e4c6-705c-b58a-b7795dd3752c','original','541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9','{"type":"resource","id":"0f0a9d114acb2073558aad5221244d54","assetId":"01a224e5-e4c6-705c-b58a-b7795dd3752c","role":"original","hash":"541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9","size":696,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:81d1f3c6135092555992d3639abdc8cf','01a224e5-e59c-740c-9537-83d875a2d8fc','original','25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a','{"type":"resource","id":"81d1f3c6135092555992d3639abdc8cf","assetId":"01a224e5-e59c-740c-9537-83d875a2d8fc","role":"original","hash":"25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a","size":689,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e5-e454-7ae1-bdbb-19793ef3cb40',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e5-e454-7ae1-bdbb-19793ef3cb40","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915375703,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e5-e476-7914-9cbb-26f602da0662',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-e476-7914-9cbb-26f602da0662","kind":"photo","state":"trashed","trashedAt":1795915376297,"addedAt":1795915375736,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:887488ef721abcbe9f2d5708f241bdfd','01a224e5-e4c6-705c-b58a-b7795dd3752c','edited','ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b','{"type":"resource","id":"887488ef721abcbe9f2d5708f241bdfd","assetId":"01a224e5-e4c6-705c-b58a-b7795dd3752c","role":"edited","hash":"ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e5-e4c6-705c-b58a-b7795dd3752c',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-e4c6-705c-b58a-b7795dd3752c","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915375817,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca","rendering":"887488ef721abcbe9f2d5708f241bdfd"}');
INSERT INTO "entities" VALUES(1,17,'resource:fd7bc5715a6a51430d53f278170291ba','01a224e5-e59c-740c-9537-83d875a2d8fc','raw','498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741','{"type":"resource","id":"fd7bc5715a6a51430d53f278170291ba","assetId":"01a224e5-e59c-740c-9537-83d875a2d8fc","role":"raw","hash":"498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741","size":676,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:ed8c2b48f52a400492323e1dd9c389a8','01a224e5-e63a-79c2-aa8d-d5f8355e9a94','original',NULL,'{"type":"resource","id":"ed8c2b48f52a400492323e1dd9c389a8","assetId":"01a224e5-e63a-79c2-aa8d-d5f8355e9a94","role":"original","hash":"498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e5-e59c-740c-9537-83d875a2d8fc',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-e59c-740c-9537-83d875a2d8fc","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915376031,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e5-e63a-79c2-aa8d-d5f8355e9a94','01a224e5-e59c-740c-9537-83d875a2d8fc',NULL,NULL,'{"type":"alias","from":"01a224e5-e63a-79c2-aa8d-d5f8355e9a94","to":"01a224e5-e59c-740c-9537-83d875a2d8fc","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e5-e66a-7abf-aded-6d5e714e471c',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-e66a-7abf-aded-6d5e714e471c","kind":"photo","state":"purged","trashedAt":1795915376373,"addedAt":1795915376236,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:f771a7404b028c3566687fe91bffa769','01a224e5-e66a-7abf-aded-6d5e714e471c','original',NULL,'{"type":"resource","id":"f771a7404b028c3566687fe91bffa769","assetId":"01a224e5-e66a-7abf-aded-6d5e714e471c","role":"original","hash":"991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915376396,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e6-05eb-7d67-a824-7dedd7778ff5',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-05eb-7d67-a824-7dedd7778ff5","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915384386,"addedBy":"01a224e5-f595-757a-b3a7-4c785d5ac3ce","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:1e619d20b796206664a2f26202aa322c','01a224e6-05eb-7d67-a824-7dedd7778ff5','original','87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb','{"type":"resource","id":"1e619d20b796206664a2f26202aa322c","assetId":"01a224e6-05eb-7d67-a824-7dedd7778ff5","role":"original","hash":"87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915376445,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224e6-05ee-7413-a257-1d1137aa15f4',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-05ee-7413-a257-1d1137aa15f4","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915384387,"addedBy":"01a224e5-f595-757a-b3a7-4c785d5ac3ce","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:57f82604c845b08834276db920a3a27d','01a224e6-05ee-7413-a257-1d1137aa15f4','original','3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b','{"type":"resource","id":"57f82604c845b08834276db920a3a27d","assetId":"01a224e6-05ee-7413-a257-1d1137aa15f4","role":"original","hash":"3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915376457,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:34e0b9478ea20d078478d4fd57e841a7','01a224e6-05f0-73df-9ab3-188058a9ac42','original','78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec','{"type":"resource","id":"34e0b9478ea20d078478d4fd57e841a7","assetId":"01a224e6-05f0-73df-9ab3-188058a9ac42","role":"original","hash":"78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec","size":695,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915376449,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:89db97d0b692c6bcec8e669b81e47225','01a224e6-06d3-7ba3-93c2-37edc8384623','original','8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c','{"type":"resource","id":"89db97d0b692c6bcec8e669b81e47225","assetId":"01a224e6-06d3-7ba3-93c2-37edc8384623","role":"original","hash":"8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915376453,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e6-05f0-73df-9ab3-188058a9ac42',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-05f0-73df-9ab3-188058a9ac42","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915384387,"addedBy":"01a224e5-f595-757a-b3a7-4c785d5ac3ce","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e6-06d3-7ba3-93c2-37edc8384623',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-06d3-7ba3-93c2-37edc8384623","kind":"photo","state":"trashed","trashedAt":1795915391237,"addedAt":1795915384546,"addedBy":"01a224e5-f595-757a-b3a7-4c785d5ac3ce","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e5-e3d0-7f66-865f-2c64270407c8',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-e3d0-7f66-865f-2c64270407c8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915375576,"addedBy":"01a224e5-e258-7a4d-b7c5-99140cd0449d","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:30d474c9c5c7950efee1bfdf8d8a75da','01a224e5-e3d0-7f66-865f-2c64270407c8','original','3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a','{"type":"resource","id":"30d474c9c5c7950efee1bfdf8d8a75da","assetId":"01a224e5-e3d0-7f66-865f-2c64270407c8","role":"original","hash":"3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a','01a224e5-e66a-7abf-aded-6d5e714e471c',1795915376388);
INSERT INTO "in_trash" VALUES(1,'01a224e5-e476-7914-9cbb-26f602da0662',0);
INSERT INTO "in_trash" VALUES(1,'01a224e6-06d3-7ba3-93c2-37edc8384623',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e5-e3d0-7f66-865f-2c64270407c8');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e5-e454-7ae1-bdbb-19793ef3cb40');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e5-e476-7914-9cbb-26f602da0662');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e5-e4c6-705c-b58a-b7795dd3752c');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e5-e59c-740c-9537-83d875a2d8fc');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e6-05eb-7d67-a824-7dedd7778ff5');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e6-05ee-7413-a257-1d1137aa15f4');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e6-05f0-73df-9ab3-188058a9ac42');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e6-06d3-7ba3-93c2-37edc8384623');
INSERT INTO "chains" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',15,'759a49babe4a88a5963050b50e3f14937d20a83bc3ad2a461019f51adae2f0ae');
INSERT INTO "chains" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',6,'09fb9508a67c9e9c654ba967bf5c4866c6c00f0dedfbb1019628ca24192ca79a');
INSERT INTO "chains" VALUES(2,'01a224e5-e258-7a4d-b7c5-99140cd0449d','ef17cdf1b794',1,'e5b451879bbdb5ab08e59c6362dc7c82a885380e0f708a427d567e97b34d16c7');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',1,'0b712e0858a75249dd8876ddfa0f0d960e9242fb7d67a3b9a6b4fbfc9bd6c965','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',2,'ecbec965f6549ca1e02055a54293c804ba7316a0e0975ce4c3f54b220fcff63e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',3,'0cb4c3b9242ce1c3fddae89c4c86ac4274196b2b15d255d6809f943a5bd17b7c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',4,'0f326c0db71b5eea4156f4d6f718e369f94a436b8594804ecfa3bcf1b43c6798','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',5,'99d6ccb1e9d873f2595db693573b8a27e9880469388d278579c54af988d869aa','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',6,'c0baf01785cf558fff600507cace7e9093a81615f26fa5746a7211d8351925e5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',7,'a907fec08c909726767526a790bd7a23c1241793ed68c23b879c0d277e56814f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',8,'9934a01dceac6cdc87e57cfb0b7bc1862ab9b26d0fc4be538cd913e62bb8afce','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',9,'4bbe7a50c447a48cd614ae9d701ed154c36e457e997a94b70adfbc267c532985','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',10,'4586b5818fd3a941193fe887a30542e9351098389be18d1eaa38204eb08cb9e5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',11,'76fee31f7995b921e6e092e0211ca94db723b86cb8f6775be9acb74469d054bc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',12,'d76c94e404130492396c2e323fb42e52f300cef252315b92632063494951ff23','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',13,'e8882b0bb47f205f6623ad04257c75b2db408fc41bd31d1376e8f5d832f1be01','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',14,'fb8e7519ed4cd12ca5bd50944d86fbd193449746888fb70aa9568369d6b95f53','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','ef17cdf1b794',15,'759a49babe4a88a5963050b50e3f14937d20a83bc3ad2a461019f51adae2f0ae','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',1,'b589f13896bdb80d6e368852fddd984061581543fd63db66f2e18f572ff8d705','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',2,'af7e9c60c2e2fe8882b3057c170caf5b67277e69e653d0df85067207fe1374ec','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',3,'d387580058acc1b6e6730e33078cf272fac08112181ee8ae308d0374c6e3caba','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',4,'cd774da009ea6ffb8bdbc83bd7790a46525f03c347d9a820f87177ba73efd311','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',5,'4b584210e1cab4c8090e3675cbd0fc93c9d234e60c12b8342103f67cc2e67d13','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','ef17cdf1b794',6,'09fb9508a67c9e9c654ba967bf5c4866c6c00f0dedfbb1019628ca24192ca79a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e5-e258-7a4d-b7c5-99140cd0449d','ef17cdf1b794',1,'e5b451879bbdb5ab08e59c6362dc7c82a885380e0f708a427d567e97b34d16c7','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e5-e3d0-7f66-865f-2c64270407c8',1795915375576,'01a224e5-e258-7a4d-b7c5-99140cd0449d','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a","size":678}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e5-e454-7ae1-bdbb-19793ef3cb40',1795915375703,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a","size":685}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e5-e476-7914-9cbb-26f602da0662',1795915375736,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a","size":681}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e5-e4c6-705c-b58a-b7795dd3752c',1795915375817,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9","size":696}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e5-e59c-740c-9537-83d875a2d8fc',1795915376031,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a","size":689}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e5-e63a-79c2-aa8d-d5f8355e9a94',1795915376187,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741","size":676}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e5-e66a-7abf-aded-6d5e714e471c',1795915376236,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a","size":679}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e5-e454-7ae1-bdbb-19793ef3cb40',1795915376246,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e5-e476-7914-9cbb-26f602da0662',1795915376297,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915376297}');
INSERT INTO "journal" VALUES(10,1,'01a224e5-e4c6-705c-b58a-b7795dd3752c',1795915376350,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"887488ef721abcbe9f2d5708f241bdfd","state":"live","version":"887488ef721abcbe9f2d5708f241bdfd"}');
INSERT INTO "journal" VALUES(11,1,'01a224e5-e59c-740c-9537-83d875a2d8fc',1795915376361,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.join','{"kept":{},"joined":{"id":"01a224e5-e63a-79c2-aa8d-d5f8355e9a94","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741"}]}}','{"role":"raw","hash":"498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e5-e66a-7abf-aded-6d5e714e471c',1795915376373,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915376373}');
INSERT INTO "journal" VALUES(13,1,'01a224e5-e66a-7abf-aded-6d5e714e471c',1795915376388,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a","size":679}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915376396,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e6-05eb-7d67-a824-7dedd7778ff5',1795915384386,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb","size":679}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e6-05ee-7413-a257-1d1137aa15f4',1795915384387,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b","size":675}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e6-05f0-73df-9ab3-188058a9ac42',1795915384387,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec","size":695}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e6-06d3-7ba3-93c2-37edc8384623',1795915384546,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c","size":690}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e6-05f0-73df-9ab3-188058a9ac42',1795915385851,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e6-06d3-7ba3-93c2-37edc8384623',1795915391237,'01a224e5-f595-757a-b3a7-4c785d5ac3ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915391237}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e5-e66a-7abf-aded-6d5e714e471c',0,1795915376388,'01a224e5-dec1-7ec4-a76c-84d63c85bfca','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-e66a-7abf-aded-6d5e714e471c","kind":"photo","state":"trashed","trashedAt":1795915376373,"addedAt":1795915376236,"addedBy":"01a224e5-dec1-7ec4-a76c-84d63c85bfca","rendering":null}','[{"type":"resource","id":"f771a7404b028c3566687fe91bffa769","assetId":"01a224e5-e66a-7abf-aded-6d5e714e471c","role":"original","hash":"991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e5-e63a-79c2-aa8d-d5f8355e9a94',0);
INSERT INTO "tombstones" VALUES(1,'01a224e5-e66a-7abf-aded-6d5e714e471c',0);
INSERT INTO "user" VALUES('DHuM1i4AvVQ2MoxYctumdcnAwatynvw1','ann','ann@example.org',0,NULL,'2026-11-29T01:22:46.818Z','2026-11-29T01:22:46.818Z');
INSERT INTO "user" VALUES('n0WKuJ9lheZclUZ3D9G7KEBY9YAFoUak','ben','ben@example.org',0,NULL,'2026-11-29T01:22:51.849Z','2026-11-29T01:22:51.849Z');
INSERT INTO "account" VALUES('SwseFSg0hQJ9f5ZoeepULyibtQKcXh52','DHuM1i4AvVQ2MoxYctumdcnAwatynvw1','credential','DHuM1i4AvVQ2MoxYctumdcnAwatynvw1',NULL,NULL,NULL,NULL,NULL,NULL,'f76e179d725ae1ba81fef5547ead6cb3:0f395816e9038f59abb590f879045403d4399c90075791c591aa12bd0c12984a7348999473172009e7d59a9d35269c72bc22273a5f88f95f9d171c03b3d7324f','2026-11-29T01:22:46.832Z','2026-11-29T01:22:46.832Z');
INSERT INTO "account" VALUES('4pFhKtlcvj1IHgbNFa1nXPlqujGghezD','n0WKuJ9lheZclUZ3D9G7KEBY9YAFoUak','credential','n0WKuJ9lheZclUZ3D9G7KEBY9YAFoUak',NULL,NULL,NULL,NULL,NULL,NULL,'4afddca67044b6a87b70b726d403afe1:413a3d72b5dab67e6b0e4d880fdad93b19a3f1450a3144fe28d8d7ac9cd0b882a138cdfd36a5a11092960119228ed6137ee4145eb97c9e62f43e66eeddcffafd','2026-11-29T01:22:51.851Z','2026-11-29T01:22:51.851Z');
INSERT INTO "owners" VALUES('DHuM1i4AvVQ2MoxYctumdcnAwatynvw1');
INSERT INTO "devices" VALUES('01a224e5-dec1-7ec4-a76c-84d63c85bfca','DHuM1i4AvVQ2MoxYctumdcnAwatynvw1','01a224e5-c1b1-71b3-9e86-6750ecec70f4','Tablet','folder','v1','0.1.0','48005b86f01065c5d9a6f136cfd9481e8912e2a596d31c2f07f87dc12c896696',NULL,1795915374273,1795915374273,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e5-e258-7a4d-b7c5-99140cd0449d','n0WKuJ9lheZclUZ3D9G7KEBY9YAFoUak','01a224e5-d554-7bf1-aee5-9df736018564','Ben’s phone','folder','v1','0.1.0','e1fe240c943ead5ffd6e1db439d0fda38ffb836ba7f6c7cbc14fddc4b1da8ea0',NULL,1795915375192,1795915375192,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','DHuM1i4AvVQ2MoxYctumdcnAwatynvw1','01a224e5-c1b1-71b3-9e86-6750ecec70f4','Laptop','folder','linux 6.1.0','0.1.0','2798a763fd604992af90ee75677c73417281d051bb7cdfb01c06d08819790d35',NULL,1795915380117,1795915380117,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915391303,'{"version":"0.1.0","protocol":2,"at":1795915391301,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915384001},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915384001},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":81175904256,"source":"the file system","since":1795915386117}}}',NULL,1795915384536);
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','1','01a224e6-05eb-7d67-a824-7dedd7778ff5','in-sync','  ','{"key":"1","path":"first.jpg","size":679,"assetId":"01a224e6-05eb-7d67-a824-7dedd7778ff5","hash":"87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','10','01a224e5-e59c-740c-9537-83d875a2d8fc','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":676,"assetId":"01a224e5-e59c-740c-9537-83d875a2d8fc","hash":"498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','11','01a224e6-05f0-73df-9ab3-188058a9ac42','in-sync','  ','{"key":"11","path":"renamed.jpg","size":695,"assetId":"01a224e6-05f0-73df-9ab3-188058a9ac42","hash":"78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915380311,"evidence":{"kind":"sidecar"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','3','01a224e6-05ee-7413-a257-1d1137aa15f4','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":675,"assetId":"01a224e6-05ee-7413-a257-1d1137aa15f4","hash":"3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915380311,"evidence":{"kind":"text"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','7','01a224e5-e4c6-705c-b58a-b7795dd3752c','in-sync','  ','{"key":"7","path":"2024/05/edited.jpg","size":678,"assetId":"01a224e5-e4c6-705c-b58a-b7795dd3752c","hash":"ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','8','01a224e5-e59c-740c-9537-83d875a2d8fc','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":689,"assetId":"01a224e5-e59c-740c-9537-83d875a2d8fc","hash":"25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce','9','01a224e5-e454-7ae1-bdbb-19793ef3cb40','in-sync','  ','{"key":"9","path":"2024/05/titled.jpg","size":685,"assetId":"01a224e5-e454-7ae1-bdbb-19793ef3cb40","hash":"aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a',689,'committed',1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca',1795915375964);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b',675,'committed',1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce',1795915384279);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741',676,'committed',1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca',1795915376176);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9',696,'committed',1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca',1795915375776);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec',695,'committed',1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce',1795915384280);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb',679,'committed',1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce',1795915384268);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c',690,'committed',1,'01a224e5-f595-757a-b3a7-4c785d5ac3ce',1795915384504);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a',685,'committed',1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca',1795915375692);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b',678,'committed',1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca',1795915376343);
INSERT INTO "ledger" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a',681,'committed',1,'01a224e5-dec1-7ec4-a76c-84d63c85bfca',1795915375732);
INSERT INTO "ledger" VALUES('01a224e5-d554-7bf1-aee5-9df736018564','3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a',678,'committed',1,'01a224e5-e258-7a4d-b7c5-99140cd0449d',1795915375562);
INSERT INTO "ledger_sums" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4',6844,0);
INSERT INTO "ledger_sums" VALUES('01a224e5-d554-7bf1-aee5-9df736018564',678,0);
INSERT INTO "uploads" VALUES('0173653b0911e4342768589cd49ef296','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741',676,'image/jpeg',1795915376043,1795915376176,'498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741');
INSERT INTO "uploads" VALUES('0a0a29024192836407f3c5ef58afabe5','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-f595-757a-b3a7-4c785d5ac3ce','3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b',675,'image/jpeg',1795915384238,1795915384279,'3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b');
INSERT INTO "uploads" VALUES('20314cfa41dea1ced35c88a3269d8fcf','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a',681,'image/jpeg',1795915375717,1795915375732,'f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a');
INSERT INTO "uploads" VALUES('2581489a50bde86a01bbe2051aa90743','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a',679,'image/jpeg',1795915376197,1795915376231,'991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a');
INSERT INTO "uploads" VALUES('341399b76e4f18881a3de27471ec1011','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b',678,'image/jpeg',1795915376315,1795915376343,'ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b');
INSERT INTO "uploads" VALUES('4f2c14a6f46466ef56e6f5996dac2e93','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-f595-757a-b3a7-4c785d5ac3ce','87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb',679,'image/jpeg',1795915384237,1795915384268,'87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb');
INSERT INTO "uploads" VALUES('531a94f5ade7c03659b56649f3669ae4','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-f595-757a-b3a7-4c785d5ac3ce','8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c',690,'image/jpeg',1795915384238,1795915384504,'8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c');
INSERT INTO "uploads" VALUES('6516e84a10c4cca1cc35e5ffca3594cc','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a',689,'image/jpeg',1795915375890,1795915375964,'25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a');
INSERT INTO "uploads" VALUES('a24806281b1fcc2879ffbd8e2ad4e885','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a',685,'image/jpeg',1795915375644,1795915375692,'aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a');
INSERT INTO "uploads" VALUES('b35f84edc9e45b87e1ee2e7fbb1ffed5','01a224e5-d554-7bf1-aee5-9df736018564','01a224e5-e258-7a4d-b7c5-99140cd0449d','3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a',678,'image/jpeg',1795915375419,1795915375562,'3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a');
INSERT INTO "uploads" VALUES('b5b71610957103d7c00f9030215395e9','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-dec1-7ec4-a76c-84d63c85bfca','541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9',696,'image/jpeg',1795915375755,1795915375776,'541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9');
INSERT INTO "uploads" VALUES('d688b5444b7ea7943b2c5d57e328e7d4','01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-f595-757a-b3a7-4c785d5ac3ce','78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec',695,'image/jpeg',1795915384238,1795915384280,'78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec');
INSERT INTO "blob_checks" VALUES('25dc7008476f2f821411d4870d9ce9538a84815689567341ae8b155ec809f62a',689,'1795915375933246417',1795915375964,0);
INSERT INTO "blob_checks" VALUES('3aa88464da28c7550fbdd04f1ef116156416bfa9b3aa9830f1e2f66bab2f588b',675,'1795915384277036729',1795915384279,0);
INSERT INTO "blob_checks" VALUES('3f42216e0e5a7920158b72d2d14889b999da4a9954a00d3b8e0cffe48b111c9a',678,'1795915375544564705',1795915375562,0);
INSERT INTO "blob_checks" VALUES('498ee52f6949392d6e1e67b634124727a441eb4427a270267af52931e7299741',676,'1795915376049246420',1795915376176,0);
INSERT INTO "blob_checks" VALUES('541698ca6a3d580e13214a75b14d601a8e01902f3dfe622450a3e752d7cdfdf9',696,'1795915375769246412',1795915375776,0);
INSERT INTO "blob_checks" VALUES('78d2ca0f5a2cccff0dbf7fa068ad5dd1a8989cd36bda0233b3211c7bfe98d7ec',695,'1795915384277036729',1795915384280,0);
INSERT INTO "blob_checks" VALUES('87bb4701e68a55e59580dd71f250d00febf6b886574f9c13c22ce24ddce7f4bb',679,'1795915384263233510',1795915384268,0);
INSERT INTO "blob_checks" VALUES('8e5f7a821e66eef273af147b4791a9872ab9ec628fe57449d445c5bfbbc3f32c',690,'1795915384293246663',1795915384504,0);
INSERT INTO "blob_checks" VALUES('991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a',679,'1795915376204821135',1795915376231,0);
INSERT INTO "blob_checks" VALUES('aa91a78b9db6fba574b5646af8cb04515278313dbf42ac45abaa9ff6b3ee738a',685,'1795915375669246409',1795915375692,0);
INSERT INTO "blob_checks" VALUES('ece88f771dc5f71b192a24f6ec8f313d09287b545fd950ef32927b1c5a98c63b',678,'1795915376334910374',1795915376343,0);
INSERT INTO "blob_checks" VALUES('f40922eabd4dde5b0ec51a6d08142bbc14cec6809e6ca066b7531a5d87d2ee6a',681,'1795915375729198396',1795915375732,0);
INSERT INTO "loose_blobs" VALUES('991498b551b8e9d6885756aa4ad49fa4d6957a602b27b695eadea831546c8b0a',35977);
INSERT INTO "scrub" VALUES(1,1795915358195,1795915358195,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e5-c1b1-71b3-9e86-6750ecec70f4','01a224e5-e454-7ae1-bdbb-19793ef3cb40','2463adaf3c41081fe1cb4b840dddc243','started',0,NULL,NULL,1795915375709,NULL,NULL);
INSERT INTO "rendition_attempts" VALUES('01a224e5-d554-7bf1-aee5-9df736018564','01a224e5-e3d0-7f66-865f-2c64270407c8','30d474c9c5c7950efee1bfdf8d8a75da','started',0,NULL,NULL,1795915375586,NULL,NULL);
INSERT INTO "heard" VALUES('01a224e5-dec1-7ec4-a76c-84d63c85bfca',35977,1795915374273);
INSERT INTO "heard" VALUES('01a224e5-e258-7a4d-b7c5-99140cd0449d',35977,1795915375192);
INSERT INTO "heard" VALUES('01a224e5-f595-757a-b3a7-4c785d5ac3ce',35977,1795915380117);
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
