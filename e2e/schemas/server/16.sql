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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT, moves INTEGER NOT NULL DEFAULT 0, sharpness INTEGER, screenshot INTEGER NOT NULL DEFAULT 0,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795916185);
INSERT INTO "schema_steps" VALUES('accounts',2,1795916185);
INSERT INTO "schema_steps" VALUES('accounts',3,1795916185);
INSERT INTO "schema_steps" VALUES('bytes',1,1795916185);
INSERT INTO "schema_steps" VALUES('bytes',2,1795916185);
INSERT INTO "schema_steps" VALUES('closing',1,1795916185);
INSERT INTO "schema_steps" VALUES('errands',1,1795916185);
INSERT INTO "schema_steps" VALUES('library',1,1795916185);
INSERT INTO "schema_steps" VALUES('library',2,1795916185);
INSERT INTO "schema_steps" VALUES('library',3,1795916185);
INSERT INTO "schema_steps" VALUES('library',4,1795916185);
INSERT INTO "schema_steps" VALUES('library',5,1795916185);
INSERT INTO "schema_steps" VALUES('library',6,1795916185);
INSERT INTO "schema_steps" VALUES('library',7,1795916185);
INSERT INTO "schema_steps" VALUES('library',8,1795916185);
INSERT INTO "schema_steps" VALUES('library',9,1795916185);
INSERT INTO "schema_steps" VALUES('library',10,1795916185);
INSERT INTO "schema_steps" VALUES('orders',1,1795916185);
INSERT INTO "schema_steps" VALUES('orders',2,1795916185);
INSERT INTO "schema_steps" VALUES('plans',1,1795916185);
INSERT INTO "schema_steps" VALUES('receipts',1,1795916185);
INSERT INTO "schema_steps" VALUES('renditions',1,1795916185);
INSERT INTO "schema_steps" VALUES('renditions',2,1795916185);
INSERT INTO "schema_steps" VALUES('renditions',3,1795916185);
INSERT INTO "schema_steps" VALUES('renditions',4,1795916185);
INSERT INTO "schema_steps" VALUES('renditions',5,1795916185);
INSERT INTO "schema_steps" VALUES('rolls',1,1795916185);
INSERT INTO "schema_steps" VALUES('rolls',2,1795916185);
INSERT INTO "schema_steps" VALUES('rolls',3,1795916185);
INSERT INTO "schema_steps" VALUES('rolls',4,1795916185);
INSERT INTO "schema_steps" VALUES('settings',1,1795916185);
INSERT INTO "schema_steps" VALUES('silence',1,1795916185);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','8d1b6e29bce8');
INSERT INTO "server_facts" VALUES('heartbeat','1795916223149');
INSERT INTO "server_facts" VALUES('seen-time','37577');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224f2-6ec3-7d4a-9e3d-d600c7b349ee',5000000000,35,0,6,2,1795916197597);
INSERT INTO "libraries" VALUES(2,'01a224f2-83d8-7bc1-827f-a11a5d3f885a',5000000000,2,0,1,0,1795916202969);
INSERT INTO "members" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR','owner');
INSERT INTO "members" VALUES('01a224f2-83d8-7bc1-827f-a11a5d3f885a','Ynb4MNa1Kga0oJQewuQfVyeTgLa3uQkZ','owner');
INSERT INTO "generations" VALUES(1,1,'f1b6c2e762',1,1795916197598);
INSERT INTO "generations" VALUES(2,2,'f1b6c2e762',1,1795916202969);
INSERT INTO "entities" VALUES(1,2,'resource:87f0d675e30277057df48106a3758217','01a224f2-9119-7d4c-820a-1308d893bf6b','original','7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665','{"type":"resource","id":"87f0d675e30277057df48106a3758217","assetId":"01a224f2-9119-7d4c-820a-1308d893bf6b","role":"original","hash":"7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:8291b461cf14fc4b730d8b1b806688b4','01a224f2-915f-717f-9d38-3ef046f4fe7a','original','ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51','{"type":"resource","id":"8291b461cf14fc4b730d8b1b806688b4","assetId":"01a224f2-915f-717f-9d38-3ef046f4fe7a","role":"original","hash":"ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:5a7174b2dea10df6d596d5d19464560f','01a224f2-91b1-7c6c-b187-cf1c7c86ee73','original','a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb','{"type":"resource","id":"5a7174b2dea10df6d596d5d19464560f","assetId":"01a224f2-91b1-7c6c-b187-cf1c7c86ee73","role":"original","hash":"a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb","size":697,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:4f0921bb97a7149ffcb0f7edcc7a3574','01a224f2-921d-7dcf-a6bd-4d39f939a8ea','original','14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537','{"type":"resource","id":"4f0921bb97a7149ffcb0f7edcc7a3574","assetId":"01a224f2-921d-7dcf-a6bd-4d39f939a8ea","role":"original","hash":"14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224f2-9119-7d4c-820a-1308d893bf6b',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224f2-9119-7d4c-820a-1308d893bf6b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916206366,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224f2-915f-717f-9d38-3ef046f4fe7a',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-915f-717f-9d38-3ef046f4fe7a","kind":"photo","state":"trashed","trashedAt":1795916206849,"addedAt":1795916206433,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:0de3c0aa26ab8a735db3d513c31d91c4','01a224f2-91b1-7c6c-b187-cf1c7c86ee73','edited','a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf','{"type":"resource","id":"0de3c0aa26ab8a735db3d513c31d91c4","assetId":"01a224f2-91b1-7c6c-b187-cf1c7c86ee73","role":"edited","hash":"a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224f2-91b1-7c6c-b187-cf1c7c86ee73',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-91b1-7c6c-b187-cf1c7c86ee73","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916206521,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496","rendering":"0de3c0aa26ab8a735db3d513c31d91c4"}');
INSERT INTO "entities" VALUES(1,17,'resource:6e3eb3755b57226afbcb04c17e1fbedf','01a224f2-921d-7dcf-a6bd-4d39f939a8ea','raw','8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65','{"type":"resource","id":"6e3eb3755b57226afbcb04c17e1fbedf","assetId":"01a224f2-921d-7dcf-a6bd-4d39f939a8ea","role":"raw","hash":"8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65","size":685,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:615f3306bb5a31464b1c61f7f5072938','01a224f2-9275-72d5-af31-42e936b532a6','original',NULL,'{"type":"resource","id":"615f3306bb5a31464b1c61f7f5072938","assetId":"01a224f2-9275-72d5-af31-42e936b532a6","role":"original","hash":"8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224f2-921d-7dcf-a6bd-4d39f939a8ea',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-921d-7dcf-a6bd-4d39f939a8ea","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916206623,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224f2-9275-72d5-af31-42e936b532a6','01a224f2-921d-7dcf-a6bd-4d39f939a8ea',NULL,NULL,'{"type":"alias","from":"01a224f2-9275-72d5-af31-42e936b532a6","to":"01a224f2-921d-7dcf-a6bd-4d39f939a8ea","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224f2-92d9-7640-8308-481f6c40960c',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-92d9-7640-8308-481f6c40960c","kind":"photo","state":"purged","trashedAt":1795916207106,"addedAt":1795916206813,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:8454521fce37919ce1ec500e82f27953','01a224f2-92d9-7640-8308-481f6c40960c','original',NULL,'{"type":"resource","id":"8454521fce37919ce1ec500e82f27953","assetId":"01a224f2-92d9-7640-8308-481f6c40960c","role":"original","hash":"cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916207155,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916213463,"addedBy":"01a224f2-a101-79ee-b617-0ddef66a8ea2","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:2cf7a5807ef6cf1ed99f59a24a437152','01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8','original','ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67','{"type":"resource","id":"2cf7a5807ef6cf1ed99f59a24a437152","assetId":"01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8","role":"original","hash":"ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916207281,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:0610eff6fe278d8a34f4000e16f508a0','01a224f2-acc5-76b6-b35d-948b4bb00a49','original','b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c','{"type":"resource","id":"0610eff6fe278d8a34f4000e16f508a0","assetId":"01a224f2-acc5-76b6-b35d-948b4bb00a49","role":"original","hash":"b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916207273,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:5444504d37a270826f4796e34cdd6c33','01a224f2-accd-7565-b69f-b07d7a9b69ac','original','fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a','{"type":"resource","id":"5444504d37a270826f4796e34cdd6c33","assetId":"01a224f2-accd-7565-b69f-b07d7a9b69ac","role":"original","hash":"fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916207277,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'asset:01a224f2-acd8-7873-8bb1-b8af44ed5f41',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-acd8-7873-8bb1-b8af44ed5f41","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916213537,"addedBy":"01a224f2-a101-79ee-b617-0ddef66a8ea2","rendering":null}');
INSERT INTO "entities" VALUES(1,32,'resource:39a10fe89686e58c9cb2ccf71f2da14b','01a224f2-acd8-7873-8bb1-b8af44ed5f41','original','5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f','{"type":"resource","id":"39a10fe89686e58c9cb2ccf71f2da14b","assetId":"01a224f2-acd8-7873-8bb1-b8af44ed5f41","role":"original","hash":"5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916207269,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:2536897962555695e5426305ca162664','01a224f2-acd8-7873-8bb1-b8af44ed5f41','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"2536897962555695e5426305ca162664","assetId":"01a224f2-acd8-7873-8bb1-b8af44ed5f41","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916207281,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224f2-acc5-76b6-b35d-948b4bb00a49',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-acc5-76b6-b35d-948b4bb00a49","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916213535,"addedBy":"01a224f2-a101-79ee-b617-0ddef66a8ea2","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224f2-accd-7565-b69f-b07d7a9b69ac',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-accd-7565-b69f-b07d7a9b69ac","kind":"photo","state":"trashed","trashedAt":1795916220422,"addedAt":1795916213536,"addedBy":"01a224f2-a101-79ee-b617-0ddef66a8ea2","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224f2-9094-7dfe-ba8c-c3af38b5346d',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-9094-7dfe-ba8c-c3af38b5346d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916206242,"addedBy":"01a224f2-8fa5-7a83-9949-1af75b95081b","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:815b791ffef87b2ef6888a13678830c7','01a224f2-9094-7dfe-ba8c-c3af38b5346d','original','7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98','{"type":"resource","id":"815b791ffef87b2ef6888a13678830c7","assetId":"01a224f2-9094-7dfe-ba8c-c3af38b5346d","role":"original","hash":"7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df','01a224f2-92d9-7640-8308-481f6c40960c',1795916207118);
INSERT INTO "in_trash" VALUES(1,'01a224f2-915f-717f-9d38-3ef046f4fe7a',0);
INSERT INTO "in_trash" VALUES(1,'01a224f2-accd-7565-b69f-b07d7a9b69ac',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224f2-9094-7dfe-ba8c-c3af38b5346d');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224f2-9119-7d4c-820a-1308d893bf6b');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224f2-915f-717f-9d38-3ef046f4fe7a');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224f2-91b1-7c6c-b187-cf1c7c86ee73');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224f2-921d-7dcf-a6bd-4d39f939a8ea');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224f2-acc5-76b6-b35d-948b4bb00a49');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224f2-accd-7565-b69f-b07d7a9b69ac');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224f2-acd8-7873-8bb1-b8af44ed5f41');
INSERT INTO "chains" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',15,'3f488df88b7477df2dbe888f9cdeaefbb0d3434f45064dcad6b02e338291d540');
INSERT INTO "chains" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',7,'63a3e41ff9e245c5da2452da46ad275b4246222b21fee477673c4b56e35e8189');
INSERT INTO "chains" VALUES(2,'01a224f2-8fa5-7a83-9949-1af75b95081b','8d1b6e29bce8',1,'ae97c83722dd524f9c28a42fb8ecd691024435e2b72a7e0820348770cf222a18');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',1,'62c5a39c9385e6c77212245eed589ce257f906ff977a272dc7364094f171104a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',2,'77dbad843b45f505577bf28f3ae0171b3417d98a2acc2e25de27ea1a16635ed4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',3,'c8c8e1f3b31e7bd6343d0bd10fbc8395e46dcb7c33c79ea1cfbeca082ed9e599','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',4,'54e7d1878bb60941abd49d3cbff2cfd2be1c24510b1f10c3c78cf13c7bc84ed3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',5,'f31cf9b131b23fa82fd08c7ed07ccc328ddca761c4e8257c074f2b32bf936cbf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',6,'9c64018a147bc917b5220357434126019c7692e3902c87311f28d21005da6be8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',7,'87dd7d8d5880a2c8cd12d615b116d72d30d57644b5db11197de1638cf54ace9b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',8,'b4865d5525e894712561754611e443914a0b2164a8532e9f577fb9b6eadadac1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',9,'c5cf4325c29c98be25ef2362764a0fc788d8178e396dbfb2ef34cb0bf7eb7d84','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',10,'4dc3ff1353754c35e81a1af359133860592751dbc780bd16d9e344f9bc91a087','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',11,'dcd2f3d315782b8b7bbd517a95dea6ef24d476acee3da6d23e0ba72f4e97c87d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',12,'97aae6af1973c943183afaea647204d3b82462cfa658cd03c3cdee5d2fb36dfc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',13,'0698775c5597abda06fd4cc28720d2b74052f1b7f09251cc07eedcee8d9c32b8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',14,'a270fcc40376fdd3cd55758654da04c40827a1b1926a6c1a049e33c3ed087d3a','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','8d1b6e29bce8',15,'3f488df88b7477df2dbe888f9cdeaefbb0d3434f45064dcad6b02e338291d540','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',1,'9bb5ec240de409b9104f9781959e3e05f26b5cc6b675e2b36561fd2ea3615e2d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',2,'386cf372c36444644e2ba912726d85eff0e8a208f942e6edc2c91f9966f2601d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',3,'da39525cfc779f60c4d48782d45d43f22061574d0b6919b630953eb2275f1d1a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',4,'f90bfccab20cff555bc1999a69e05c033dd6ab66ccc89568440954be46e2d95b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',5,'1544301eadd04a6ed86b7f65c1adc043b7df190717ebc04b34af860e781ff51e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',6,'b7a9f1d00760b9836140310b9ca36d00d0e341d2809a42541e949d32e9b8ff55','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224f2-a101-79ee-b617-0ddef66a8ea2','8d1b6e29bce8',7,'63a3e41ff9e245c5da2452da46ad275b4246222b21fee477673c4b56e35e8189','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224f2-8fa5-7a83-9949-1af75b95081b','8d1b6e29bce8',1,'ae97c83722dd524f9c28a42fb8ecd691024435e2b72a7e0820348770cf222a18','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224f2-9094-7dfe-ba8c-c3af38b5346d',1795916206242,'01a224f2-8fa5-7a83-9949-1af75b95081b','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98","size":681}]}');
INSERT INTO "journal" VALUES(2,1,'01a224f2-9119-7d4c-820a-1308d893bf6b',1795916206366,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665","size":693}]}');
INSERT INTO "journal" VALUES(3,1,'01a224f2-915f-717f-9d38-3ef046f4fe7a',1795916206433,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51","size":677}]}');
INSERT INTO "journal" VALUES(4,1,'01a224f2-91b1-7c6c-b187-cf1c7c86ee73',1795916206521,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb","size":697}]}');
INSERT INTO "journal" VALUES(5,1,'01a224f2-921d-7dcf-a6bd-4d39f939a8ea',1795916206623,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537","size":681}]}');
INSERT INTO "journal" VALUES(6,1,'01a224f2-9275-72d5-af31-42e936b532a6',1795916206722,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65","size":685}]}');
INSERT INTO "journal" VALUES(7,1,'01a224f2-92d9-7640-8308-481f6c40960c',1795916206813,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df","size":687}]}');
INSERT INTO "journal" VALUES(8,1,'01a224f2-9119-7d4c-820a-1308d893bf6b',1795916206822,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224f2-915f-717f-9d38-3ef046f4fe7a',1795916206849,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916206849}');
INSERT INTO "journal" VALUES(10,1,'01a224f2-91b1-7c6c-b187-cf1c7c86ee73',1795916207025,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"0de3c0aa26ab8a735db3d513c31d91c4","state":"live","version":"0de3c0aa26ab8a735db3d513c31d91c4"}');
INSERT INTO "journal" VALUES(11,1,'01a224f2-921d-7dcf-a6bd-4d39f939a8ea',1795916207097,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.join','{"kept":{},"joined":{"id":"01a224f2-9275-72d5-af31-42e936b532a6","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65"}]}}','{"role":"raw","hash":"8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224f2-92d9-7640-8308-481f6c40960c',1795916207106,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916207106}');
INSERT INTO "journal" VALUES(13,1,'01a224f2-92d9-7640-8308-481f6c40960c',1795916207118,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df","size":687}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916207155,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8',1795916213463,'01a224f2-a101-79ee-b617-0ddef66a8ea2','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67","size":677}]}');
INSERT INTO "journal" VALUES(16,1,'01a224f2-acc5-76b6-b35d-948b4bb00a49',1795916213535,'01a224f2-a101-79ee-b617-0ddef66a8ea2','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c","size":675}]}');
INSERT INTO "journal" VALUES(17,1,'01a224f2-accd-7565-b69f-b07d7a9b69ac',1795916213536,'01a224f2-a101-79ee-b617-0ddef66a8ea2','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a","size":686}]}');
INSERT INTO "journal" VALUES(18,1,'01a224f2-acd8-7873-8bb1-b8af44ed5f41',1795916213537,'01a224f2-a101-79ee-b617-0ddef66a8ea2','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f","size":688}]}');
INSERT INTO "journal" VALUES(19,1,'01a224f2-acd8-7873-8bb1-b8af44ed5f41',1795916213618,'01a224f2-a101-79ee-b617-0ddef66a8ea2','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224f2-acc5-76b6-b35d-948b4bb00a49',1795916215047,'01a224f2-a101-79ee-b617-0ddef66a8ea2','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224f2-accd-7565-b69f-b07d7a9b69ac',1795916220422,'01a224f2-a101-79ee-b617-0ddef66a8ea2','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916220422}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224f2-92d9-7640-8308-481f6c40960c',0,1795916207118,'01a224f2-8bd4-72e7-8db4-6af8f2a65496','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224f2-92d9-7640-8308-481f6c40960c","kind":"photo","state":"trashed","trashedAt":1795916207106,"addedAt":1795916206813,"addedBy":"01a224f2-8bd4-72e7-8db4-6af8f2a65496","rendering":null}','[{"type":"resource","id":"8454521fce37919ce1ec500e82f27953","assetId":"01a224f2-92d9-7640-8308-481f6c40960c","role":"original","hash":"cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224f2-9275-72d5-af31-42e936b532a6',0);
INSERT INTO "tombstones" VALUES(1,'01a224f2-92d9-7640-8308-481f6c40960c',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'2536897962555695e5426305ca162664','01a224f2-acd8-7873-8bb1-b8af44ed5f41');
INSERT INTO "user" VALUES('qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR','ann','ann@example.org',0,NULL,'2026-11-29T01:36:37.504Z','2026-11-29T01:36:37.504Z');
INSERT INTO "user" VALUES('Ynb4MNa1Kga0oJQewuQfVyeTgLa3uQkZ','ben','ben@example.org',0,NULL,'2026-11-29T01:36:42.967Z','2026-11-29T01:36:42.967Z');
INSERT INTO "account" VALUES('OKTNBRjSSwBhRNdCeagY9onOukvTRcuQ','qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR','credential','qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR',NULL,NULL,NULL,NULL,NULL,NULL,'c1a6a85864d2b40d907b5a700e93f70e:3b2383ee78a078b4210608fa75616e313077a0d2c00323a1f365aa6d0911c9a1ea27543bcbdc18c2c2890573c8e377178cd30290e0079277f119af22ac913c3f','2026-11-29T01:36:37.524Z','2026-11-29T01:36:37.524Z');
INSERT INTO "account" VALUES('3ci1XdE6AvT1aCKSdF1jsWXsFHSiHM3y','Ynb4MNa1Kga0oJQewuQfVyeTgLa3uQkZ','credential','Ynb4MNa1Kga0oJQewuQfVyeTgLa3uQkZ',NULL,NULL,NULL,NULL,NULL,NULL,'a369e985749aa76ee0c0f5248d1bb2a0:96d2196eaa3605b7ae4a4b5c9248d8b0d6a2d995f4a9f0da6c57ce7351e5384276358ef156581edb26a25956e7797f2e3bf1b3898c1bffdafc85add46ea5529d','2026-11-29T01:36:42.968Z','2026-11-29T01:36:42.968Z');
INSERT INTO "owners" VALUES('qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR');
INSERT INTO "devices" VALUES('01a224f2-8bd4-72e7-8db4-6af8f2a65496','qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','Tablet','folder','v1','0.1.0','85fd2382c24742bb9540f95a3b8fd57732b43a44a2691cee326a582ef5d705ce',NULL,1795916205012,1795916205012,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f2-8fa5-7a83-9949-1af75b95081b','Ynb4MNa1Kga0oJQewuQfVyeTgLa3uQkZ','01a224f2-83d8-7bc1-827f-a11a5d3f885a','Ben’s phone','folder','v1','0.1.0','974f0dd7ad87a58c55d0775fb5b9d2f7979e2525d1febbfd422d6fe7986b828a',NULL,1795916205989,1795916205989,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','qGV1ZdkikfkNsUrGECzGKl3AnnPonSMR','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','Laptop','folder','linux 6.1.0','0.1.0','83d6802c1b6f22e9bafbd56573084ad797e79d5f035a72f0d7a8b5cf3e57591a',NULL,1795916210433,1795916210433,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916220503,'{"version":"0.1.0","protocol":2,"at":1795916220500,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916213289},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916213289},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":77969702912,"source":"the file system","since":1795916215303}}}',NULL,1795916213729);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','1','01a224f2-acd8-7873-8bb1-b8af44ed5f41','in-sync','  ','{"key":"1","path":"first.jpg","size":688,"assetId":"01a224f2-acd8-7873-8bb1-b8af44ed5f41","hash":"5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','10','01a224f2-921d-7dcf-a6bd-4d39f939a8ea','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":685,"assetId":"01a224f2-921d-7dcf-a6bd-4d39f939a8ea","hash":"8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','11','01a224f2-acc5-76b6-b35d-948b4bb00a49','in-sync','  ','{"key":"11","path":"renamed.jpg","size":675,"assetId":"01a224f2-acc5-76b6-b35d-948b4bb00a49","hash":"b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','3','01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":677,"assetId":"01a224f2-acba-7fbc-b5d0-9bd38ccbc0e8","hash":"ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916210888,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','7','01a224f2-921d-7dcf-a6bd-4d39f939a8ea','in-sync','  ','{"key":"7","path":"2024/05/shot.jpg","size":681,"assetId":"01a224f2-921d-7dcf-a6bd-4d39f939a8ea","hash":"14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','8','01a224f2-9119-7d4c-820a-1308d893bf6b','in-sync','  ','{"key":"8","path":"2024/05/titled.jpg","size":693,"assetId":"01a224f2-9119-7d4c-820a-1308d893bf6b","hash":"7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2','9','01a224f2-91b1-7c6c-b187-cf1c7c86ee73','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":674,"assetId":"01a224f2-91b1-7c6c-b187-cf1c7c86ee73","hash":"a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537',681,'committed',1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496',1795916206619);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f',688,'committed',1,'01a224f2-a101-79ee-b617-0ddef66a8ea2',1795916213434);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665',693,'committed',1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496',1795916206358);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65',685,'committed',1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496',1795916206638);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224f2-a101-79ee-b617-0ddef66a8ea2',1795916213602);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb',697,'committed',1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496',1795916206501);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf',674,'committed',1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496',1795916206969);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c',675,'committed',1,'01a224f2-a101-79ee-b617-0ddef66a8ea2',1795916213427);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67',677,'committed',1,'01a224f2-a101-79ee-b617-0ddef66a8ea2',1795916213425);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51',677,'committed',1,'01a224f2-8bd4-72e7-8db4-6af8f2a65496',1795916206430);
INSERT INTO "ledger" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a',686,'committed',1,'01a224f2-a101-79ee-b617-0ddef66a8ea2',1795916213428);
INSERT INTO "ledger" VALUES('01a224f2-83d8-7bc1-827f-a11a5d3f885a','7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98',681,'committed',1,'01a224f2-8fa5-7a83-9949-1af75b95081b',1795916206221);
INSERT INTO "ledger_sums" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee',6871,0);
INSERT INTO "ledger_sums" VALUES('01a224f2-83d8-7bc1-827f-a11a5d3f885a',681,0);
INSERT INTO "uploads" VALUES('0078fc926e84929e86048cc24ff6b57a','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665',693,'image/jpeg',1795916206284,1795916206358,'7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665');
INSERT INTO "uploads" VALUES('05d8dc6901a55f0a9486bc3848e1c9ae','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-a101-79ee-b617-0ddef66a8ea2','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916213577,1795916213602,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('0882b77c5a651a64d04b3bbe1cc30731','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf',674,'image/jpeg',1795916206935,1795916206969,'a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf');
INSERT INTO "uploads" VALUES('1ab7dc83b1e6a9961cdd79623c8242cd','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-a101-79ee-b617-0ddef66a8ea2','b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c',675,'image/jpeg',1795916213388,1795916213427,'b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c');
INSERT INTO "uploads" VALUES('37d24ec0435f27d805b6c77e3d135426','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb',697,'image/jpeg',1795916206470,1795916206501,'a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb');
INSERT INTO "uploads" VALUES('39039b250af90ec500b44b1acc01bd7a','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-a101-79ee-b617-0ddef66a8ea2','fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a',686,'image/jpeg',1795916213389,1795916213428,'fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a');
INSERT INTO "uploads" VALUES('54039e87f8e3fad171796dbca27ce07b','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537',681,'image/jpeg',1795916206606,1795916206619,'14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537');
INSERT INTO "uploads" VALUES('568270a818580b75f712db015e4f0be5','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-a101-79ee-b617-0ddef66a8ea2','5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f',688,'image/jpeg',1795916213389,1795916213434,'5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f');
INSERT INTO "uploads" VALUES('64e1fa0309e0698bd8af6a4caa3791e7','01a224f2-83d8-7bc1-827f-a11a5d3f885a','01a224f2-8fa5-7a83-9949-1af75b95081b','7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98',681,'image/jpeg',1795916206170,1795916206221,'7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98');
INSERT INTO "uploads" VALUES('6ef47e14a3dadc1460b77a87b345bbd1','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-a101-79ee-b617-0ddef66a8ea2','ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67',677,'image/jpeg',1795916213388,1795916213425,'ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67');
INSERT INTO "uploads" VALUES('9d87913a704540af5cf8aa0ff19d43ef','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df',687,'image/jpeg',1795916206768,1795916206807,'cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df');
INSERT INTO "uploads" VALUES('a93e881f75f509ad46ad171e78920125','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65',685,'image/jpeg',1795916206631,1795916206638,'8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65');
INSERT INTO "uploads" VALUES('c0989ad8536b73e944d01a88e065e2b6','01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-8bd4-72e7-8db4-6af8f2a65496','ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51',677,'image/jpeg',1795916206396,1795916206430,'ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51');
INSERT INTO "blob_checks" VALUES('14b3df3d53104b31d5047983544274c005415d942c152034755c2cd62cd79537',681,'1795916206617213762',1795916206619,0);
INSERT INTO "blob_checks" VALUES('5cc3173b74d1e81563cff00da823fde4ae4d9d7f00130d3b6f98ded08c00770f',688,'1795916213417271123',1795916213434,0);
INSERT INTO "blob_checks" VALUES('7b3d809253c3c4cb9a8866810424b4af0512dfd7b674233793bdbb178415a665',693,'1795916206297270913',1795916206358,0);
INSERT INTO "blob_checks" VALUES('7e0da40ab67612b2db95e741a4755b58679656c7d33e78cc7b13cccb0a964f98',681,'1795916206205270911',1795916206221,0);
INSERT INTO "blob_checks" VALUES('8ef43e3badc483484734c612093f081de45db431d8bb072dcf88e331bf464f65',685,'1795916206636015943',1795916206638,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916213583977954',1795916213602,0);
INSERT INTO "blob_checks" VALUES('a7c72795ef5a553aae895f3e121637ff58687353b3f2046399221c25ee0761cb',697,'1795916206481270919',1795916206501,0);
INSERT INTO "blob_checks" VALUES('a86a3404a80ff52a2fbcf2e5d2d7e347a244a4f866b7e6426d9a3ec5a3db1fbf',674,'1795916206963271827',1795916206969,0);
INSERT INTO "blob_checks" VALUES('b620a101e93b47d624500e3a93094dec6d366b820cb6d5488f87ef586603006c',675,'1795916213413180181',1795916213427,0);
INSERT INTO "blob_checks" VALUES('ca64aa6d5b94c2acb5716e7a7034640361fddefa181a97fcaa0ae9e55a2b3f67',677,'1795916213413271123',1795916213425,0);
INSERT INTO "blob_checks" VALUES('cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df',687,'1795916206803816227',1795916206807,0);
INSERT INTO "blob_checks" VALUES('ec93fc2ff8f19433fd4d15a424c5990c7ae9048890a138098899975d182bcd51',677,'1795916206427615241',1795916206430,0);
INSERT INTO "blob_checks" VALUES('fa97adfb1a88e0750baa1e640e2de434df66b45708db36d4f1609fb65358270a',686,'1795916213416423786',1795916213428,0);
INSERT INTO "loose_blobs" VALUES('cad4a70822cc8729e7b907008691b5d356a85020d1c234b3612fcd03e03eb6df',37577);
INSERT INTO "scrub" VALUES(1,1795916185809,1795916185809,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','01a224f2-9119-7d4c-820a-1308d893bf6b','87f0d675e30277057df48106a3758217','started',0,NULL,NULL,1795916206372,NULL,NULL,0,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224f2-83d8-7bc1-827f-a11a5d3f885a','01a224f2-9094-7dfe-ba8c-c3af38b5346d','815b791ffef87b2ef6888a13678830c7','started',0,NULL,NULL,1795916206251,NULL,NULL,0,NULL,0);
INSERT INTO "heard" VALUES('01a224f2-8bd4-72e7-8db4-6af8f2a65496',37577,1795916205012);
INSERT INTO "heard" VALUES('01a224f2-8fa5-7a83-9949-1af75b95081b',37577,1795916205989);
INSERT INTO "heard" VALUES('01a224f2-a101-79ee-b617-0ddef66a8ea2',37577,1795916210433);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224f2-6ec3-7d4a-9e3d-d600c7b349ee','5gb');
INSERT INTO "library_plans" VALUES('01a224f2-83d8-7bc1-827f-a11a5d3f885a','5gb');
INSERT INTO "receipt_keys" VALUES('_xWHzQXnghwFjj08Ylr_MDefIMiMCZxyHl_MOBGwsok',1795916210787,NULL);
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
CREATE INDEX rendition_unmeasured ON rendition_attempts (at) WHERE state = 'ready' AND sharpness IS NULL;
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
