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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915188);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915188);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915188);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915188);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915188);
INSERT INTO "schema_steps" VALUES('errands',1,1795915188);
INSERT INTO "schema_steps" VALUES('library',1,1795915188);
INSERT INTO "schema_steps" VALUES('library',2,1795915188);
INSERT INTO "schema_steps" VALUES('library',3,1795915188);
INSERT INTO "schema_steps" VALUES('library',4,1795915188);
INSERT INTO "schema_steps" VALUES('orders',1,1795915188);
INSERT INTO "schema_steps" VALUES('orders',2,1795915188);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915188);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915188);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915188);
INSERT INTO "schema_steps" VALUES('settings',1,1795915188);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','e819d68aa740');
INSERT INTO "server_facts" VALUES('heartbeat','1795915221465');
INSERT INTO "server_facts" VALUES('seen-time','33050');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e3-1dbd-7e6d-8512-507e4539940d',5000000000,34,0,6,2,1795915193805);
INSERT INTO "libraries" VALUES(2,'01a224e3-324e-7b48-b5d1-0751797b69ae',5000000000,2,0,1,0,1795915199055);
INSERT INTO "members" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','lyuZC8veXGYwZUj3c79WSysHIEtShq9s','owner');
INSERT INTO "members" VALUES('01a224e3-324e-7b48-b5d1-0751797b69ae','lGvrBu00MNfjM51LQELI35qQRvH8yFm8','owner');
INSERT INTO "generations" VALUES(1,1,'cf94afb130',1,1795915193805);
INSERT INTO "generations" VALUES(2,2,'cf94afb130',1,1795915199055);
INSERT INTO "entities" VALUES(1,2,'resource:b5e26af886799ed94e9aa25a2e3d3f99','01a224e3-3db1-7437-b8f4-c9fba9700dda','original','dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577','{"type":"resource","id":"b5e26af886799ed94e9aa25a2e3d3f99","assetId":"01a224e3-3db1-7437-b8f4-c9fba9700dda","role":"original","hash":"dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:b160c7108737088c62d975e91bb43c2a','01a224e3-3de3-77c0-9b7e-26b6f1e5eb99','original','bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49','{"type":"resource","id":"b160c7108737088c62d975e91bb43c2a","assetId":"01a224e3-3de3-77c0-9b7e-26b6f1e5eb99","role":"original","hash":"bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:5f7ad3638d553dcf64d4655931b6c96f','01a224e3-3dff-787f-a390-085f892fd416','original','531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f','{"type":"resource","id":"5f7ad3638d553dcf64d4655931b6c96f","assetId":"01a224e3-3dff-787f-a390-085f892fd416","role":"original","hash":"531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:1b3fe2a3a99e1b8dc2f0777166427264','01a224e3-3e2f-719b-9eed-f674facd07e7','original','a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26','{"type":"resource","id":"1b3fe2a3a99e1b8dc2f0777166427264","assetId":"01a224e3-3e2f-719b-9eed-f674facd07e7","role":"original","hash":"a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e3-3db1-7437-b8f4-c9fba9700dda',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e3-3db1-7437-b8f4-c9fba9700dda","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915201973,"addedBy":"01a224e3-392d-747e-a465-104813b629dd","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e3-3de3-77c0-9b7e-26b6f1e5eb99',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-3de3-77c0-9b7e-26b6f1e5eb99","kind":"photo","state":"trashed","trashedAt":1795915202161,"addedAt":1795915202021,"addedBy":"01a224e3-392d-747e-a465-104813b629dd","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:172c40750284dafcf31d74c9e1bd2856','01a224e3-3dff-787f-a390-085f892fd416','edited','781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7','{"type":"resource","id":"172c40750284dafcf31d74c9e1bd2856","assetId":"01a224e3-3dff-787f-a390-085f892fd416","role":"edited","hash":"781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e3-3dff-787f-a390-085f892fd416',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-3dff-787f-a390-085f892fd416","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915202051,"addedBy":"01a224e3-392d-747e-a465-104813b629dd","rendering":"172c40750284dafcf31d74c9e1bd2856"}');
INSERT INTO "entities" VALUES(1,17,'resource:19c9ca1e0a28875ec5c4d77db158b3b3','01a224e3-3e2f-719b-9eed-f674facd07e7','raw','0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8','{"type":"resource","id":"19c9ca1e0a28875ec5c4d77db158b3b3","assetId":"01a224e3-3e2f-719b-9eed-f674facd07e7","role":"raw","hash":"0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8","size":675,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:c90e417e50a3fc7529a01ad1836914a0','01a224e3-3e48-71bd-adc2-03b0ce899f86','original',NULL,'{"type":"resource","id":"c90e417e50a3fc7529a01ad1836914a0","assetId":"01a224e3-3e48-71bd-adc2-03b0ce899f86","role":"original","hash":"0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e3-3e2f-719b-9eed-f674facd07e7',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-3e2f-719b-9eed-f674facd07e7","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915202098,"addedBy":"01a224e3-392d-747e-a465-104813b629dd","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e3-3e48-71bd-adc2-03b0ce899f86','01a224e3-3e2f-719b-9eed-f674facd07e7',NULL,NULL,'{"type":"alias","from":"01a224e3-3e48-71bd-adc2-03b0ce899f86","to":"01a224e3-3e2f-719b-9eed-f674facd07e7","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e3-3e60-7d14-8ed7-8bc7d09eae44',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-3e60-7d14-8ed7-8bc7d09eae44","kind":"photo","state":"purged","trashedAt":1795915202207,"addedAt":1795915202147,"addedBy":"01a224e3-392d-747e-a465-104813b629dd","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:62bfe004ea06ff20a1bf01da6472d997','01a224e3-3e60-7d14-8ed7-8bc7d09eae44','original',NULL,'{"type":"resource","id":"62bfe004ea06ff20a1bf01da6472d997","assetId":"01a224e3-3e60-7d14-8ed7-8bc7d09eae44","role":"original","hash":"0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060","size":694,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915202230,"addedBy":"01a224e3-392d-747e-a465-104813b629dd"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e3-5f64-75a0-850c-491e0c954d3e',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-5f64-75a0-850c-491e0c954d3e","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915210620,"addedBy":"01a224e3-50fa-792a-b7f8-06500832d9d0","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:9500f76ded9619a79ee27695766f1f03','01a224e3-5f64-75a0-850c-491e0c954d3e','original','2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326','{"type":"resource","id":"9500f76ded9619a79ee27695766f1f03","assetId":"01a224e3-5f64-75a0-850c-491e0c954d3e","role":"original","hash":"2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915202257,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:26c5a0d88a068bee32c3b574b93b6b38','01a224e3-5f67-7d8d-bc65-41c30a74d793','original','aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e','{"type":"resource","id":"26c5a0d88a068bee32c3b574b93b6b38","assetId":"01a224e3-5f67-7d8d-bc65-41c30a74d793","role":"original","hash":"aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e","size":695,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915202265,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224e3-5f6c-7f01-a766-13bf5455b860',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-5f6c-7f01-a766-13bf5455b860","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915210732,"addedBy":"01a224e3-50fa-792a-b7f8-06500832d9d0","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:6fd6adec3337ad1f262ee69cd82ce2df','01a224e3-5f6c-7f01-a766-13bf5455b860','original','de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb','{"type":"resource","id":"6fd6adec3337ad1f262ee69cd82ce2df","assetId":"01a224e3-5f6c-7f01-a766-13bf5455b860","role":"original","hash":"de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915202269,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:d08861141ff234eadf82525abc4c3df7','01a224e3-5f6d-7bd7-a34e-fc2d46330de5','original','998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4','{"type":"resource","id":"d08861141ff234eadf82525abc4c3df7","assetId":"01a224e3-5f6d-7bd7-a34e-fc2d46330de5","role":"original","hash":"998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915202261,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e3-5f6d-7bd7-a34e-fc2d46330de5',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-5f6d-7bd7-a34e-fc2d46330de5","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915210732,"addedBy":"01a224e3-50fa-792a-b7f8-06500832d9d0","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e3-5f67-7d8d-bc65-41c30a74d793',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-5f67-7d8d-bc65-41c30a74d793","kind":"photo","state":"trashed","trashedAt":1795915218595,"addedAt":1795915210621,"addedBy":"01a224e3-50fa-792a-b7f8-06500832d9d0","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e3-3d71-78e9-aae0-0f900e931c0a',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-3d71-78e9-aae0-0f900e931c0a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915201916,"addedBy":"01a224e3-3c94-7481-b4c1-d309afc564c3","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:ddd91f2dd9d6e6e2dcf90f1b0c5c3b7c','01a224e3-3d71-78e9-aae0-0f900e931c0a','original','0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d','{"type":"resource","id":"ddd91f2dd9d6e6e2dcf90f1b0c5c3b7c","assetId":"01a224e3-3d71-78e9-aae0-0f900e931c0a","role":"original","hash":"0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060','01a224e3-3e60-7d14-8ed7-8bc7d09eae44',1795915202218);
INSERT INTO "in_trash" VALUES(1,'01a224e3-3de3-77c0-9b7e-26b6f1e5eb99',0);
INSERT INTO "in_trash" VALUES(1,'01a224e3-5f67-7d8d-bc65-41c30a74d793',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e3-3d71-78e9-aae0-0f900e931c0a');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e3-3db1-7437-b8f4-c9fba9700dda');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e3-3de3-77c0-9b7e-26b6f1e5eb99');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e3-3dff-787f-a390-085f892fd416');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e3-3e2f-719b-9eed-f674facd07e7');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e3-5f64-75a0-850c-491e0c954d3e');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e3-5f67-7d8d-bc65-41c30a74d793');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e3-5f6c-7f01-a766-13bf5455b860');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e3-5f6d-7bd7-a34e-fc2d46330de5');
INSERT INTO "chains" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',15,'9b15e624d8c44c5c00738bf26dd0803ed6be7026726bed02de6b40e88b4a042d');
INSERT INTO "chains" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',6,'4eb4c4076b2393b04981334b58f97f09992cee2ad6e4b2e36ebf3b795c7de407');
INSERT INTO "chains" VALUES(2,'01a224e3-3c94-7481-b4c1-d309afc564c3','e819d68aa740',1,'16c5e895e4b4e8e024f838a7e79b0413d1d306a363b480ee9a74f56351cd94dc');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',1,'799bb93454d1134635e9b5d02cc3d8162ff03c657acdbb86cea56cebeb15df5f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',2,'372768685eaf46cfceac764e6c89f49034b23613294d20ab8b6b149af3a3cbb5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',3,'90c58b8dadba5ba5a226a6b11d25d0b79389ab62e98712ca728c6cd8319697f1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',4,'b5461ca1f18358294cd55d482e82e3c1e81c4c173c545beda289be852aa49e6d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',5,'207477e63fbfeb7cd7cefaffd3933f0193434906eec173c44ec57e63611a68e6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',6,'e3cf591ed9591ba7aec88251ebf7e7a6350d3d8c7d05690e647c735fee5a6c8b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',7,'7bdd321122063a98b3a2031ca4388857b633ee429706cae5c06d3c4690248b53','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',8,'84b1b9855ed1a370add3e518f583e023126ef170afb505cf936d75020a5eb5a5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',9,'a23578739edf1d5d308ed8708ab9153012a89c035fb7d84710018c7246d858c1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',10,'74468d4f794f5a08c1e5ecff82831691e888b5d86363185b382df0c84b5fd6c5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',11,'ba659533cc50f1d1b12126ca172a2a45155aedf54a6b8cd3292b2ba6c9ab151e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',12,'13458ed0b1e8db9f86034f926e4b6b13c51f14bfdeb534367f3eef52802298c0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',13,'a3bcf6d68663243c748e26fcebbf950098517efbb2104c6337cecac9ae671e89','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',14,'bfcec9b84ee65f64448b7de244687333af97763f773468e5258f10eddc034b33','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-392d-747e-a465-104813b629dd','e819d68aa740',15,'9b15e624d8c44c5c00738bf26dd0803ed6be7026726bed02de6b40e88b4a042d','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',1,'6bff7936a039ed930bea3d903a292223d5ac0f5173fac6527caaf98c24958d54','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',2,'2f273af0ab52cfeb17d6c5c777e83e99ba30d62ea05aa9dfdc84aa73af8b7968','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',3,'cf42d81f28a011e2addea67fb37c4b74fa92e9b349fcbb24cb07e9a5f71413eb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',4,'a65aa0ca7b2fa1046c2b9f1828edb82e266f6eb3d0ad206ae4e9f4671fdc44b0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',5,'ba84bb929b274f918e8b670cce145fc73291f0872388a86a446d6f7e627bac77','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e3-50fa-792a-b7f8-06500832d9d0','e819d68aa740',6,'4eb4c4076b2393b04981334b58f97f09992cee2ad6e4b2e36ebf3b795c7de407','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e3-3c94-7481-b4c1-d309afc564c3','e819d68aa740',1,'16c5e895e4b4e8e024f838a7e79b0413d1d306a363b480ee9a74f56351cd94dc','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e3-3d71-78e9-aae0-0f900e931c0a',1795915201916,'01a224e3-3c94-7481-b4c1-d309afc564c3','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d","size":682}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e3-3db1-7437-b8f4-c9fba9700dda',1795915201973,'01a224e3-392d-747e-a465-104813b629dd','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577","size":685}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e3-3de3-77c0-9b7e-26b6f1e5eb99',1795915202021,'01a224e3-392d-747e-a465-104813b629dd','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49","size":680}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e3-3dff-787f-a390-085f892fd416',1795915202051,'01a224e3-392d-747e-a465-104813b629dd','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f","size":677}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e3-3e2f-719b-9eed-f674facd07e7',1795915202098,'01a224e3-392d-747e-a465-104813b629dd','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26","size":683}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e3-3e48-71bd-adc2-03b0ce899f86',1795915202122,'01a224e3-392d-747e-a465-104813b629dd','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8","size":675}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e3-3e60-7d14-8ed7-8bc7d09eae44',1795915202147,'01a224e3-392d-747e-a465-104813b629dd','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060","size":694}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e3-3db1-7437-b8f4-c9fba9700dda',1795915202155,'01a224e3-392d-747e-a465-104813b629dd','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e3-3de3-77c0-9b7e-26b6f1e5eb99',1795915202161,'01a224e3-392d-747e-a465-104813b629dd','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915202161}');
INSERT INTO "journal" VALUES(10,1,'01a224e3-3dff-787f-a390-085f892fd416',1795915202192,'01a224e3-392d-747e-a465-104813b629dd','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"172c40750284dafcf31d74c9e1bd2856","state":"live","version":"172c40750284dafcf31d74c9e1bd2856"}');
INSERT INTO "journal" VALUES(11,1,'01a224e3-3e2f-719b-9eed-f674facd07e7',1795915202200,'01a224e3-392d-747e-a465-104813b629dd','asset.join','{"kept":{},"joined":{"id":"01a224e3-3e48-71bd-adc2-03b0ce899f86","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8"}]}}','{"role":"raw","hash":"0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e3-3e60-7d14-8ed7-8bc7d09eae44',1795915202207,'01a224e3-392d-747e-a465-104813b629dd','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915202207}');
INSERT INTO "journal" VALUES(13,1,'01a224e3-3e60-7d14-8ed7-8bc7d09eae44',1795915202218,'01a224e3-392d-747e-a465-104813b629dd','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060","size":694}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915202230,'01a224e3-392d-747e-a465-104813b629dd','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e3-5f64-75a0-850c-491e0c954d3e',1795915210620,'01a224e3-50fa-792a-b7f8-06500832d9d0','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326","size":680}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e3-5f67-7d8d-bc65-41c30a74d793',1795915210621,'01a224e3-50fa-792a-b7f8-06500832d9d0','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e","size":695}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e3-5f6c-7f01-a766-13bf5455b860',1795915210732,'01a224e3-50fa-792a-b7f8-06500832d9d0','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb","size":685}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e3-5f6d-7bd7-a34e-fc2d46330de5',1795915210732,'01a224e3-50fa-792a-b7f8-06500832d9d0','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4","size":685}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e3-5f6d-7bd7-a34e-fc2d46330de5',1795915213149,'01a224e3-50fa-792a-b7f8-06500832d9d0','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e3-5f67-7d8d-bc65-41c30a74d793',1795915218595,'01a224e3-50fa-792a-b7f8-06500832d9d0','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915218595}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e3-3e60-7d14-8ed7-8bc7d09eae44',0,1795915202218,'01a224e3-392d-747e-a465-104813b629dd','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e3-3e60-7d14-8ed7-8bc7d09eae44","kind":"photo","state":"trashed","trashedAt":1795915202207,"addedAt":1795915202147,"addedBy":"01a224e3-392d-747e-a465-104813b629dd","rendering":null}','[{"type":"resource","id":"62bfe004ea06ff20a1bf01da6472d997","assetId":"01a224e3-3e60-7d14-8ed7-8bc7d09eae44","role":"original","hash":"0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060","size":694,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e3-3e48-71bd-adc2-03b0ce899f86',0);
INSERT INTO "tombstones" VALUES(1,'01a224e3-3e60-7d14-8ed7-8bc7d09eae44',0);
INSERT INTO "user" VALUES('lyuZC8veXGYwZUj3c79WSysHIEtShq9s','ann','ann@example.org',0,NULL,'2026-11-29T01:19:53.758Z','2026-11-29T01:19:53.758Z');
INSERT INTO "user" VALUES('lGvrBu00MNfjM51LQELI35qQRvH8yFm8','ben','ben@example.org',0,NULL,'2026-11-29T01:19:59.030Z','2026-11-29T01:19:59.030Z');
INSERT INTO "account" VALUES('ecrLAOHZSqrih26EREZyJMvKPs8MzkIK','lyuZC8veXGYwZUj3c79WSysHIEtShq9s','credential','lyuZC8veXGYwZUj3c79WSysHIEtShq9s',NULL,NULL,NULL,NULL,NULL,NULL,'464f1debbf4ead49a2db0c8998c0db4c:245f61ce67a625ceeecc490f40584bf212975a4fa0c1435985503629ada527453451a552a4aecc84de455e50f4909add26347fd562736f07c98074d6b6e01ade','2026-11-29T01:19:53.781Z','2026-11-29T01:19:53.781Z');
INSERT INTO "account" VALUES('bFoGikwo18NMfCCzQ4vdAWAEbJf8nypj','lGvrBu00MNfjM51LQELI35qQRvH8yFm8','credential','lGvrBu00MNfjM51LQELI35qQRvH8yFm8',NULL,NULL,NULL,NULL,NULL,NULL,'7bf41bc58cd182dcfbb749e7fab0ed8d:9f3c53bda6dc4cff10c44c0d4568a2cbc2195598ed236f74f3ff6f762e957b25a0a32f16ddc4912260c70d84c2d953c6f312f3f0151b9782d435744cdbc89ee2','2026-11-29T01:19:59.039Z','2026-11-29T01:19:59.039Z');
INSERT INTO "owners" VALUES('lyuZC8veXGYwZUj3c79WSysHIEtShq9s');
INSERT INTO "devices" VALUES('01a224e3-392d-747e-a465-104813b629dd','lyuZC8veXGYwZUj3c79WSysHIEtShq9s','01a224e3-1dbd-7e6d-8512-507e4539940d','Tablet','folder','v1','0.1.0','af88bd6f0f896dab62f4d79b7c061a9935cad5ec82896df8f751db81342d6619',NULL,1795915200844,1795915200844,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e3-3c94-7481-b4c1-d309afc564c3','lGvrBu00MNfjM51LQELI35qQRvH8yFm8','01a224e3-324e-7b48-b5d1-0751797b69ae','Ben’s phone','folder','v1','0.1.0','8aadec7cbd9c6f6f070d3df568963c9a247a53cf10bb22905d784d9cc3fc9990',NULL,1795915201684,1795915201684,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','lyuZC8veXGYwZUj3c79WSysHIEtShq9s','01a224e3-1dbd-7e6d-8512-507e4539940d','Laptop','folder','linux 6.1.0','0.1.0','47ac0ebe230bd7e09e44cff774c4731d3628a43e88ffbd65eb8f332dc527a3c2',NULL,1795915206907,1795915206907,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915218760,'{"version":"0.1.0","settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915209866},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915209866},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":80703987712,"source":"the file system","since":1795915213441}}}',NULL,1795915210455);
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','1','01a224e3-5f64-75a0-850c-491e0c954d3e','in-sync','  ','{"key":"1","path":"first.jpg","size":680,"assetId":"01a224e3-5f64-75a0-850c-491e0c954d3e","hash":"2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','10','01a224e3-3e2f-719b-9eed-f674facd07e7','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":675,"assetId":"01a224e3-3e2f-719b-9eed-f674facd07e7","hash":"0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','11','01a224e3-5f6d-7bd7-a34e-fc2d46330de5','in-sync','  ','{"key":"11","path":"renamed.jpg","size":685,"assetId":"01a224e3-5f6d-7bd7-a34e-fc2d46330de5","hash":"998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915207192,"evidence":{"kind":"sidecar"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','3','01a224e3-5f6c-7f01-a766-13bf5455b860','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":685,"assetId":"01a224e3-5f6c-7f01-a766-13bf5455b860","hash":"de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915207192,"evidence":{"kind":"text"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','7','01a224e3-3db1-7437-b8f4-c9fba9700dda','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":685,"assetId":"01a224e3-3db1-7437-b8f4-c9fba9700dda","hash":"dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','8','01a224e3-3dff-787f-a390-085f892fd416','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":684,"assetId":"01a224e3-3dff-787f-a390-085f892fd416","hash":"781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e3-50fa-792a-b7f8-06500832d9d0','9','01a224e3-3e2f-719b-9eed-f674facd07e7','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":683,"assetId":"01a224e3-3e2f-719b-9eed-f674facd07e7","hash":"a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8',675,'committed',1,'01a224e3-392d-747e-a465-104813b629dd',1795915202119);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326',680,'committed',1,'01a224e3-50fa-792a-b7f8-06500832d9d0',1795915210585);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f',677,'committed',1,'01a224e3-392d-747e-a465-104813b629dd',1795915202046);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7',684,'committed',1,'01a224e3-392d-747e-a465-104813b629dd',1795915202187);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4',685,'committed',1,'01a224e3-50fa-792a-b7f8-06500832d9d0',1795915210587);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26',683,'committed',1,'01a224e3-392d-747e-a465-104813b629dd',1795915202070);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e',695,'committed',1,'01a224e3-50fa-792a-b7f8-06500832d9d0',1795915210585);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49',680,'committed',1,'01a224e3-392d-747e-a465-104813b629dd',1795915202017);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577',685,'committed',1,'01a224e3-392d-747e-a465-104813b629dd',1795915201967);
INSERT INTO "ledger" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb',685,'committed',1,'01a224e3-50fa-792a-b7f8-06500832d9d0',1795915210587);
INSERT INTO "ledger" VALUES('01a224e3-324e-7b48-b5d1-0751797b69ae','0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d',682,'committed',1,'01a224e3-3c94-7481-b4c1-d309afc564c3',1795915201903);
INSERT INTO "ledger_sums" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d',6829,0);
INSERT INTO "ledger_sums" VALUES('01a224e3-324e-7b48-b5d1-0751797b69ae',682,0);
INSERT INTO "uploads" VALUES('07aaa0da8c0c50f688c88b6f56226658','01a224e3-324e-7b48-b5d1-0751797b69ae','01a224e3-3c94-7481-b4c1-d309afc564c3','0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d',682,'image/jpeg',1795915201840,1795915201903,'0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d');
INSERT INTO "uploads" VALUES('0a3cb724c4b0eaf3a15cdd81fcc6cb47','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577',685,'image/jpeg',1795915201960,1795915201967,'dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577');
INSERT INTO "uploads" VALUES('385bf38c79b8ffe01f6c18d8342aa72e','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49',680,'image/jpeg',1795915201983,1795915202017,'bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49');
INSERT INTO "uploads" VALUES('669376fd3a8b35d11683390daad542f5','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060',694,'image/jpeg',1795915202132,1795915202140,'0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060');
INSERT INTO "uploads" VALUES('6c2cbf56b9f189666a7e8ef8a65b13fb','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-50fa-792a-b7f8-06500832d9d0','2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326',680,'image/jpeg',1795915210136,1795915210585,'2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326');
INSERT INTO "uploads" VALUES('7f0ccf0f7fefa1aa58b0ba25d1dd1c38','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-50fa-792a-b7f8-06500832d9d0','de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb',685,'image/jpeg',1795915210136,1795915210587,'de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb');
INSERT INTO "uploads" VALUES('858ac88ae6454689e16a903cb661c9b6','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-50fa-792a-b7f8-06500832d9d0','aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e',695,'image/jpeg',1795915210154,1795915210585,'aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e');
INSERT INTO "uploads" VALUES('968f5b8a39237f35df113d8b21539f47','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-50fa-792a-b7f8-06500832d9d0','998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4',685,'image/jpeg',1795915210154,1795915210587,'998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4');
INSERT INTO "uploads" VALUES('b9c28a6a74ecbd2d20669c6b78db0e38','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26',683,'image/jpeg',1795915202063,1795915202070,'a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26');
INSERT INTO "uploads" VALUES('bb4ef78d4a69bef086e0348742960573','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7',684,'image/jpeg',1795915202171,1795915202187,'781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7');
INSERT INTO "uploads" VALUES('c4fb229453ba8f58095926f750969d8d','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8',675,'image/jpeg',1795915202111,1795915202119,'0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8');
INSERT INTO "uploads" VALUES('f0d72871478a1d26ce09c8591ec212ed','01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-392d-747e-a465-104813b629dd','531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f',677,'image/jpeg',1795915202032,1795915202046,'531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f');
INSERT INTO "blob_checks" VALUES('0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060',694,'1795915202136221397',1795915202140,0);
INSERT INTO "blob_checks" VALUES('0bba06d8d8fde8b49d5cab5ff6805f592a92bbf5fa2f83436507448660a798e8',675,'1795915202113241289',1795915202119,0);
INSERT INTO "blob_checks" VALUES('0e3309785babda8b2855628198ee51442ee5e95a3d7320a228ecd949cd87a00d',682,'1795915201889241282',1795915201903,0);
INSERT INTO "blob_checks" VALUES('2baf7b4e69891ecd6c6439b1f544680f930c15e7d3a1db432ef46d5b46c56326',680,'1795915210525241537',1795915210585,0);
INSERT INTO "blob_checks" VALUES('531c03daa5079dbb57f3e167d5d5fc49b9b927a5ecefab25853c49d62d96eb5f',677,'1795915202042043867',1795915202046,0);
INSERT INTO "blob_checks" VALUES('781aa9e0f95adc9e93d8d2b648035171dfa9e8d61f2e36dc312bb3dae39c02e7',684,'1795915202174850092',1795915202187,0);
INSERT INTO "blob_checks" VALUES('998596130e93aa8ca4304299c6ab02bcd4a91775a7dbe5db401fb6a6be5712f4',685,'1795915210541241538',1795915210587,0);
INSERT INTO "blob_checks" VALUES('a42cd51c66694499fbd1ccec1e54b28a982175571fd5b03d57c5495b1c96ec26',683,'1795915202068027701',1795915202070,0);
INSERT INTO "blob_checks" VALUES('aeec0224ab3989b876070b83fd888056349ec220d8f399700dd75dac64e3079e',695,'1795915210541241538',1795915210585,0);
INSERT INTO "blob_checks" VALUES('bdf203713ca596276968324735845cf3b0e92b2f93fe0aa956176a7db32d8f49',680,'1795915202004377984',1795915202017,0);
INSERT INTO "blob_checks" VALUES('dc68596feb9310ebc9b31b9d9836787aaa62131ce16d26e9d4a63caa6fae9577',685,'1795915201966157977',1795915201967,0);
INSERT INTO "blob_checks" VALUES('de27601959aea244003ae434081ff3d5ad4711c8e62465e59796320f6a80d4cb',685,'1795915210525241537',1795915210587,0);
INSERT INTO "loose_blobs" VALUES('0618cc32ce50152101e7875da785628d8629e2fb9e3d680921cbbab0e3459060',33050);
INSERT INTO "scrub" VALUES(1,1795915188577,1795915188577,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e3-1dbd-7e6d-8512-507e4539940d','01a224e3-3db1-7437-b8f4-c9fba9700dda','b5e26af886799ed94e9aa25a2e3d3f99','started',0,NULL,NULL,1795915201975);
INSERT INTO "rendition_attempts" VALUES('01a224e3-324e-7b48-b5d1-0751797b69ae','01a224e3-3d71-78e9-aae0-0f900e931c0a','ddd91f2dd9d6e6e2dcf90f1b0c5c3b7c','started',0,NULL,NULL,1795915201931);
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
