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
  , ended_before INTEGER);
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
CREATE TABLE kept_groups (n INTEGER PRIMARY KEY, library_id TEXT NOT NULL, photos TEXT NOT NULL, UNIQUE (library_id, photos));
CREATE TABLE drop_box (
      n INTEGER PRIMARY KEY,
      device_id TEXT NOT NULL,
      -- Path of the folder that it lies in; empty: at the top.
      folder TEXT NOT NULL,
      name TEXT NOT NULL,
      -- folder; photo: it is in the library; unfinished: it is none yet.
      is_a TEXT NOT NULL,
      size INTEGER NOT NULL,
      -- SHA-256; null: of a folder, and of what is empty.
      hash TEXT,
      mime TEXT NOT NULL,
      modified_at INTEGER,
      came_at INTEGER NOT NULL,
      asset_id TEXT,
      UNIQUE (device_id, folder, name)
    );
INSERT INTO "schema_steps" VALUES('accounts',1,1795918857);
INSERT INTO "schema_steps" VALUES('accounts',2,1795918857);
INSERT INTO "schema_steps" VALUES('accounts',3,1795918857);
INSERT INTO "schema_steps" VALUES('bytes',1,1795918857);
INSERT INTO "schema_steps" VALUES('bytes',2,1795918857);
INSERT INTO "schema_steps" VALUES('bytes',3,1795918857);
INSERT INTO "schema_steps" VALUES('closing',1,1795918857);
INSERT INTO "schema_steps" VALUES('dav',1,1795918857);
INSERT INTO "schema_steps" VALUES('errands',1,1795918857);
INSERT INTO "schema_steps" VALUES('library',1,1795918857);
INSERT INTO "schema_steps" VALUES('library',2,1795918857);
INSERT INTO "schema_steps" VALUES('library',3,1795918857);
INSERT INTO "schema_steps" VALUES('library',4,1795918857);
INSERT INTO "schema_steps" VALUES('library',5,1795918857);
INSERT INTO "schema_steps" VALUES('library',6,1795918857);
INSERT INTO "schema_steps" VALUES('library',7,1795918857);
INSERT INTO "schema_steps" VALUES('library',8,1795918857);
INSERT INTO "schema_steps" VALUES('library',9,1795918857);
INSERT INTO "schema_steps" VALUES('library',10,1795918857);
INSERT INTO "schema_steps" VALUES('library',11,1795918857);
INSERT INTO "schema_steps" VALUES('library',12,1795918857);
INSERT INTO "schema_steps" VALUES('library',13,1795918857);
INSERT INTO "schema_steps" VALUES('orders',1,1795918857);
INSERT INTO "schema_steps" VALUES('orders',2,1795918857);
INSERT INTO "schema_steps" VALUES('plans',1,1795918857);
INSERT INTO "schema_steps" VALUES('receipts',1,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',1,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',2,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',3,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',4,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',5,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',6,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',7,1795918857);
INSERT INTO "schema_steps" VALUES('renditions',8,1795918857);
INSERT INTO "schema_steps" VALUES('rolls',1,1795918857);
INSERT INTO "schema_steps" VALUES('rolls',2,1795918857);
INSERT INTO "schema_steps" VALUES('rolls',3,1795918857);
INSERT INTO "schema_steps" VALUES('rolls',4,1795918857);
INSERT INTO "schema_steps" VALUES('settings',1,1795918857);
INSERT INTO "schema_steps" VALUES('silence',1,1795918857);
INSERT INTO "schema_steps" VALUES('space',1,1795918857);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','5530cfa83eae');
INSERT INTO "server_facts" VALUES('heartbeat','1795918870184');
INSERT INTO "server_facts" VALUES('seen-time','12365');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a2251b-08c5-77c2-b81a-35a7722fa51b',5000000000,47,0,6,2,1795918858439);
INSERT INTO "libraries" VALUES(2,'01a2251b-0aac-7384-98d6-2540c785ab42',5000000000,4,0,1,0,1795918858924);
INSERT INTO "members" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG','owner');
INSERT INTO "members" VALUES('01a2251b-0aac-7384-98d6-2540c785ab42','2p6tF0ugAJ4bSilWsvTm81QiGXjhvLMp','owner');
INSERT INTO "generations" VALUES(1,1,'840bc3342d',1,1795918858439);
INSERT INTO "generations" VALUES(2,2,'840bc3342d',1,1795918858924);
INSERT INTO "entities" VALUES(1,2,'resource:6cd824d097fd00455ee18715ba3b32c8','01a2251b-0c9b-7c57-8c36-287cf44b2ca1','original','9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727','{"type":"resource","id":"6cd824d097fd00455ee18715ba3b32c8","assetId":"01a2251b-0c9b-7c57-8c36-287cf44b2ca1","role":"original","hash":"9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:499b74195aa6e19dac5a572aa10b4a1f','01a2251b-0cca-7b93-a580-16393d40709b','original','b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1','{"type":"resource","id":"499b74195aa6e19dac5a572aa10b4a1f","assetId":"01a2251b-0cca-7b93-a580-16393d40709b","role":"original","hash":"b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1","size":703,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:ebaefe6c8c584a5a2ad97cca17b03630','01a2251b-0ceb-7947-8ad9-5babfaad1dce','original','755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d','{"type":"resource","id":"ebaefe6c8c584a5a2ad97cca17b03630","assetId":"01a2251b-0ceb-7947-8ad9-5babfaad1dce","role":"original","hash":"755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d","size":695,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:c9dc3ff54bb11d6e50766099349427b3','01a2251b-0d06-702c-a73c-15c6d3e24f7d','original','a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff','{"type":"resource","id":"c9dc3ff54bb11d6e50766099349427b3","assetId":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","role":"original","hash":"a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,15,'resource:3743af4e1cabf4d073ec8529fab66aa6','01a2251b-0ceb-7947-8ad9-5babfaad1dce','edited','4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253','{"type":"resource","id":"3743af4e1cabf4d073ec8529fab66aa6","assetId":"01a2251b-0ceb-7947-8ad9-5babfaad1dce","role":"edited","hash":"4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253","size":672,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,17,'resource:2523f025605f1997115ef3c1ce8fb373','01a2251b-0d06-702c-a73c-15c6d3e24f7d','raw','15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14','{"type":"resource","id":"2523f025605f1997115ef3c1ce8fb373","assetId":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","role":"raw","hash":"15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14","size":699,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:a45c0a41c81734c9982b13cf428389c3','01a2251b-0d27-7aea-bee7-c7e20499d068','original',NULL,'{"type":"resource","id":"a45c0a41c81734c9982b13cf428389c3","assetId":"01a2251b-0d27-7aea-bee7-c7e20499d068","role":"original","hash":"15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14","size":699,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,20,'alias:01a2251b-0d27-7aea-bee7-c7e20499d068','01a2251b-0d06-702c-a73c-15c6d3e24f7d',NULL,NULL,'{"type":"alias","from":"01a2251b-0d27-7aea-bee7-c7e20499d068","to":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a2251b-0d45-7fd5-9804-3e375fd478df',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-0d45-7fd5-9804-3e375fd478df","kind":"photo","state":"purged","trashedAt":1795918859645,"addedAt":1795918859591,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:8876212f442e95fd112efc90838ecd58','01a2251b-0d45-7fd5-9804-3e375fd478df','original',NULL,'{"type":"resource","id":"8876212f442e95fd112efc90838ecd58","assetId":"01a2251b-0d45-7fd5-9804-3e375fd478df","role":"original","hash":"cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795918859671,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a2251b-0c9b-7c57-8c36-287cf44b2ca1',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a2251b-0c9b-7c57-8c36-287cf44b2ca1","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918859423,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'rendition:01a2251b-0c9b-7c57-8c36-287cf44b2ca1',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-0c9b-7c57-8c36-287cf44b2ca1","of":"6cd824d097fd00455ee18715ba3b32c8","state":"ready","placeholder":"HjYFDwIFeFukibU0B3gqOYfadpcHVXwA","words":null}');
INSERT INTO "entities" VALUES(1,27,'asset:01a2251b-1283-7c59-a38c-71adfac3bfbe',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-1283-7c59-a38c-71adfac3bfbe","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918860949,"addedBy":"01a2251b-0f56-7544-9e19-17d360dd6aca","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:2128d81f2882fbc142f87d8ac34481b2','01a2251b-1283-7c59-a38c-71adfac3bfbe','original','9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728','{"type":"resource","id":"2128d81f2882fbc142f87d8ac34481b2","assetId":"01a2251b-1283-7c59-a38c-71adfac3bfbe","role":"original","hash":"9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1795918859689,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:8579a5fcc86f7de6428e4e74e6e4e24a','01a2251b-12b2-7ee1-bd57-b07049532d21','original','fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee','{"type":"resource","id":"8579a5fcc86f7de6428e4e74e6e4e24a","assetId":"01a2251b-12b2-7ee1-bd57-b07049532d21","role":"original","hash":"fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1795918859705,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:4afaf8d3d9406e5acf0e86590805aab7','01a2251b-12b3-759f-8aec-92186c7ea483','original','e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51','{"type":"resource","id":"4afaf8d3d9406e5acf0e86590805aab7","assetId":"01a2251b-12b3-759f-8aec-92186c7ea483","role":"original","hash":"e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795918859697,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a2251b-12b4-7156-a82f-231891a6763c',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-12b4-7156-a82f-231891a6763c","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918861041,"addedBy":"01a2251b-0f56-7544-9e19-17d360dd6aca","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'resource:54efc7f667e994e1aefb4ed8cdea3a26','01a2251b-12b4-7156-a82f-231891a6763c','original','d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de','{"type":"resource","id":"54efc7f667e994e1aefb4ed8cdea3a26","assetId":"01a2251b-12b4-7156-a82f-231891a6763c","role":"original","hash":"d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1795918859709,"removed":false}');
INSERT INTO "entities" VALUES(1,35,'asset:01a2251b-0d06-702c-a73c-15c6d3e24f7d',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918859528,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b","rendering":null}');
INSERT INTO "entities" VALUES(1,36,'rendition:01a2251b-0d06-702c-a73c-15c6d3e24f7d',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","of":"c9dc3ff54bb11d6e50766099349427b3","state":"ready","placeholder":"mhcBBwIEd2VH5jcmmSeoWFpndoX3JmYP","words":null}');
INSERT INTO "entities" VALUES(1,37,'rendition:01a2251b-12b4-7156-a82f-231891a6763c',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-12b4-7156-a82f-231891a6763c","of":"54efc7f667e994e1aefb4ed8cdea3a26","state":"ready","placeholder":"n1YFBwC7lKlChjl5dnRWBqw7BitnkEIH","words":null}');
INSERT INTO "entities" VALUES(1,38,'rendition:01a2251b-12b3-759f-8aec-92186c7ea483',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-12b3-759f-8aec-92186c7ea483","of":"4afaf8d3d9406e5acf0e86590805aab7","state":"ready","placeholder":"nhoGBwA/KT54pUaGOBg0h6SK/HWngHgI","words":null}');
INSERT INTO "entities" VALUES(1,39,'resource:858722c0fb5bde7744ecc5bea9d4b026','01a2251b-1283-7c59-a38c-71adfac3bfbe','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"858722c0fb5bde7744ecc5bea9d4b026","assetId":"01a2251b-1283-7c59-a38c-71adfac3bfbe","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795918859709,"removed":false}');
INSERT INTO "entities" VALUES(1,40,'rendition:01a2251b-12b2-7ee1-bd57-b07049532d21',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-12b2-7ee1-bd57-b07049532d21","of":"8579a5fcc86f7de6428e4e74e6e4e24a","state":"ready","placeholder":"4VkGBwBfiZt3iKeWh3uJd6qEefd4AbAG","words":null}');
INSERT INTO "entities" VALUES(1,41,'rendition:01a2251b-0ceb-7947-8ad9-5babfaad1dce',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-0ceb-7947-8ad9-5babfaad1dce","of":"3743af4e1cabf4d073ec8529fab66aa6","state":"ready","placeholder":"4SkGBwCVhml1uneHikiYiJhgqo+HBHoL","words":null}');
INSERT INTO "entities" VALUES(1,42,'asset:01a2251b-0cca-7b93-a580-16393d40709b',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-0cca-7b93-a580-16393d40709b","kind":"photo","state":"trashed","trashedAt":1795918859605,"addedAt":1795918859473,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b","rendering":null}');
INSERT INTO "entities" VALUES(1,43,'rendition:01a2251b-0cca-7b93-a580-16393d40709b',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-0cca-7b93-a580-16393d40709b","of":"499b74195aa6e19dac5a572aa10b4a1f","state":"ready","placeholder":"qeUCBwCKFEx1V4nCnSQ4QH2xCZsqjzYK","words":null}');
INSERT INTO "entities" VALUES(1,44,'rendition:01a2251b-1283-7c59-a38c-71adfac3bfbe',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-1283-7c59-a38c-71adfac3bfbe","of":"2128d81f2882fbc142f87d8ac34481b2","state":"ready","placeholder":"GSgBBwJ+c6eoVlM7lY+XqTpqdzCaCaUK","words":null}');
INSERT INTO "entities" VALUES(1,45,'asset:01a2251b-0ceb-7947-8ad9-5babfaad1dce',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-0ceb-7947-8ad9-5babfaad1dce","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918859501,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b","rendering":"3743af4e1cabf4d073ec8529fab66aa6"}');
INSERT INTO "entities" VALUES(1,46,'asset:01a2251b-12b3-759f-8aec-92186c7ea483',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-12b3-759f-8aec-92186c7ea483","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918861040,"addedBy":"01a2251b-0f56-7544-9e19-17d360dd6aca","rendering":null}');
INSERT INTO "entities" VALUES(1,47,'asset:01a2251b-12b2-7ee1-bd57-b07049532d21',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-12b2-7ee1-bd57-b07049532d21","kind":"photo","state":"trashed","trashedAt":1795918867549,"addedAt":1795918861039,"addedBy":"01a2251b-0f56-7544-9e19-17d360dd6aca","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:cf1f9f37df5a1979a5e4d09c435ec0eb','01a2251b-0c3b-71d0-a203-b78a5240fff8','original','cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df','{"type":"resource","id":"cf1f9f37df5a1979a5e4d09c435ec0eb","assetId":"01a2251b-0c3b-71d0-a203-b78a5240fff8","role":"original","hash":"cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df","size":668,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(2,3,'asset:01a2251b-0c3b-71d0-a203-b78a5240fff8',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-0c3b-71d0-a203-b78a5240fff8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795918859334,"addedBy":"01a2251b-0c18-7fbf-8150-09172cf4f46f","rendering":null}');
INSERT INTO "entities" VALUES(2,4,'rendition:01a2251b-0c3b-71d0-a203-b78a5240fff8',NULL,NULL,NULL,'{"type":"rendition","assetId":"01a2251b-0c3b-71d0-a203-b78a5240fff8","of":"cf1f9f37df5a1979a5e4d09c435ec0eb","state":"ready","placeholder":"YNgBBwCarlFwe25GffdoqGWp9iON4B4K","words":null}');
INSERT INTO "purged_originals" VALUES(1,'cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745','01a2251b-0d45-7fd5-9804-3e375fd478df',1795918859660);
INSERT INTO "in_trash" VALUES(1,'01a2251b-0cca-7b93-a580-16393d40709b',0);
INSERT INTO "in_trash" VALUES(1,'01a2251b-12b2-7ee1-bd57-b07049532d21',0);
INSERT INTO "chains" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',15,'0cad334fd4b49b41b23d4c4eff75c9c41f82b12b58fe0bc3bc452bf8e946860e');
INSERT INTO "chains" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',7,'2eb001740367a51df7db21c3fbd0da7015b078188aadd6d2302c2a302001cb97');
INSERT INTO "chains" VALUES(2,'01a2251b-0c18-7fbf-8150-09172cf4f46f','5530cfa83eae',1,'efead20df6ff8fc6ac616c32240bb85f402ddc696281a2a121068e556809f984');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',1,'6bc01eabff1609ace16e2ccfb6a816cb04943df6d9b7b34561101364c0c8f829','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',2,'85e364870a746d96a6ee5af23e2a7757ab93a394bfd0dca3a26149bd34b46eef','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',3,'6e48b525d3f217c7e9d8e46ca1efbad3746363e478fece82e56a7510d7b46d04','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',4,'80ef1c8c97bbc8299862f0bf14c966e16b5ac58db0c1c18b0d573ca80eba7690','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',5,'b71cc8a97f7aa781c72f1309c4bb12155617971d0b9d25ab6fb0c3759990fe36','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',6,'980947b4ccf9ca571e996ca3f16b04aaea9147b2dae215dcca0bc1f0bc9b54fb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',7,'5405b128c1fbff11b7675b978bff3c7e00a1fed59d090055b9ae1ed25f18f833','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',8,'42803b427547db8029f80a34ba964d2cc933ad057d98a7d4ad434c19e25c724a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',9,'54efcbae72ce8bfcf5f32781bf15e708d79430483b9ecde474754f300e76b4e5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',10,'0246aef698236e2b36a6526a902d4e7cde806b47de35b98cd5aaf37a6bbe8713','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',11,'308311d418cd019f2345e1a91cec50b0e554f889710c35fe7c02e98d42330f89','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',12,'2bbc57cf2bad100be9434fa5c2bde62dd4cfb202fa947b22d1609712212d3009','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',13,'704e65bce4b684b1a599098981a8718f088d5bd8caa97dc6ecb457d33d6b2ab6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',14,'e2db9136fe66e13d31ea0612bd410b6a7d9fbc49c5d4b9682e58fd5326f9c2aa','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0bab-74e7-9923-92e2e824b35b','5530cfa83eae',15,'0cad334fd4b49b41b23d4c4eff75c9c41f82b12b58fe0bc3bc452bf8e946860e','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',1,'b3ef197e73b2ca31567b9b7610fbf2327c165821c04b0e647f4e38462dbb0dd7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',2,'de7393ad2b81eb4dc1112cf805575024cb920118771f1d14844e7764d8f116e7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',3,'a62d66ee38ca90786fe74c44032edaecad58b4069d977c2cc4ac1093df2be535','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',4,'787bdb680f778d697749be7be47ab8a1905fd93e0c39ecf750b9c3b6abfa729f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',5,'089ec5eec55ca2b1fbd5dc57fb96cbc4096c1c1bdf55b1e79c1d304ad9f3a284','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',6,'373bd03c6544a740ca96762d15d2a96ea9ed7b7a707162025bcd3dfdaec5d9a0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a2251b-0f56-7544-9e19-17d360dd6aca','5530cfa83eae',7,'2eb001740367a51df7db21c3fbd0da7015b078188aadd6d2302c2a302001cb97','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a2251b-0c18-7fbf-8150-09172cf4f46f','5530cfa83eae',1,'efead20df6ff8fc6ac616c32240bb85f402ddc696281a2a121068e556809f984','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a2251b-0c3b-71d0-a203-b78a5240fff8',1795918859334,'01a2251b-0c18-7fbf-8150-09172cf4f46f','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df","size":668}]}');
INSERT INTO "journal" VALUES(2,1,'01a2251b-0c9b-7c57-8c36-287cf44b2ca1',1795918859423,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727","size":688}]}');
INSERT INTO "journal" VALUES(3,1,'01a2251b-0cca-7b93-a580-16393d40709b',1795918859473,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1","size":703}]}');
INSERT INTO "journal" VALUES(4,1,'01a2251b-0ceb-7947-8ad9-5babfaad1dce',1795918859501,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d","size":695}]}');
INSERT INTO "journal" VALUES(5,1,'01a2251b-0d06-702c-a73c-15c6d3e24f7d',1795918859528,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff","size":688}]}');
INSERT INTO "journal" VALUES(6,1,'01a2251b-0d27-7aea-bee7-c7e20499d068',1795918859562,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14","size":699}]}');
INSERT INTO "journal" VALUES(7,1,'01a2251b-0d45-7fd5-9804-3e375fd478df',1795918859591,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745","size":674}]}');
INSERT INTO "journal" VALUES(8,1,'01a2251b-0c9b-7c57-8c36-287cf44b2ca1',1795918859600,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a2251b-0cca-7b93-a580-16393d40709b',1795918859605,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795918859605}');
INSERT INTO "journal" VALUES(10,1,'01a2251b-0ceb-7947-8ad9-5babfaad1dce',1795918859631,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"3743af4e1cabf4d073ec8529fab66aa6","state":"live","version":"3743af4e1cabf4d073ec8529fab66aa6"}');
INSERT INTO "journal" VALUES(11,1,'01a2251b-0d06-702c-a73c-15c6d3e24f7d',1795918859636,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.join','{"kept":{},"joined":{"id":"01a2251b-0d27-7aea-bee7-c7e20499d068","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14"}]}}','{"role":"raw","hash":"15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a2251b-0d45-7fd5-9804-3e375fd478df',1795918859645,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795918859645}');
INSERT INTO "journal" VALUES(13,1,'01a2251b-0d45-7fd5-9804-3e375fd478df',1795918859660,'01a2251b-0bab-74e7-9923-92e2e824b35b','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745","size":674}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795918859671,'01a2251b-0bab-74e7-9923-92e2e824b35b','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a2251b-0c9b-7c57-8c36-287cf44b2ca1',1795918860616,NULL,'described','{"width":null,"height":null,"camera":null}','{"width":16,"height":16,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null}}');
INSERT INTO "journal" VALUES(16,1,'01a2251b-1283-7c59-a38c-71adfac3bfbe',1795918860949,'01a2251b-0f56-7544-9e19-17d360dd6aca','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728","size":685}]}');
INSERT INTO "journal" VALUES(17,2,'01a2251b-0c3b-71d0-a203-b78a5240fff8',1795918861011,NULL,'described','{"width":null,"height":null,"camera":null}','{"width":16,"height":16,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null}}');
INSERT INTO "journal" VALUES(18,1,'01a2251b-12b2-7ee1-bd57-b07049532d21',1795918861039,'01a2251b-0f56-7544-9e19-17d360dd6aca','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee","size":675}]}');
INSERT INTO "journal" VALUES(19,1,'01a2251b-12b3-759f-8aec-92186c7ea483',1795918861040,'01a2251b-0f56-7544-9e19-17d360dd6aca','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51","size":679}]}');
INSERT INTO "journal" VALUES(20,1,'01a2251b-12b4-7156-a82f-231891a6763c',1795918861041,'01a2251b-0f56-7544-9e19-17d360dd6aca','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de","size":681}]}');
INSERT INTO "journal" VALUES(21,1,'01a2251b-0d06-702c-a73c-15c6d3e24f7d',1795918861060,NULL,'described','{"width":null,"height":null,"camera":null}','{"width":16,"height":16,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null}}');
INSERT INTO "journal" VALUES(22,1,'01a2251b-1283-7c59-a38c-71adfac3bfbe',1795918861125,'01a2251b-0f56-7544-9e19-17d360dd6aca','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(23,1,'01a2251b-0cca-7b93-a580-16393d40709b',1795918861165,NULL,'described','{"width":null,"height":null,"camera":null}','{"width":16,"height":16,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null}}');
INSERT INTO "journal" VALUES(24,1,'01a2251b-0ceb-7947-8ad9-5babfaad1dce',1795918861259,NULL,'described','{"width":null,"height":null,"camera":null}','{"width":16,"height":16,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null}}');
INSERT INTO "journal" VALUES(25,1,'01a2251b-12b3-759f-8aec-92186c7ea483',1795918861601,'01a2251b-0f56-7544-9e19-17d360dd6aca','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(26,1,'01a2251b-12b2-7ee1-bd57-b07049532d21',1795918867549,'01a2251b-0f56-7544-9e19-17d360dd6aca','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795918867549}');
INSERT INTO "purged_assets" VALUES(1,1,'01a2251b-0d45-7fd5-9804-3e375fd478df',0,1795918859660,'01a2251b-0bab-74e7-9923-92e2e824b35b','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a2251b-0d45-7fd5-9804-3e375fd478df","kind":"photo","state":"trashed","trashedAt":1795918859645,"addedAt":1795918859591,"addedBy":"01a2251b-0bab-74e7-9923-92e2e824b35b","rendering":null}','[{"type":"resource","id":"8876212f442e95fd112efc90838ecd58","assetId":"01a2251b-0d45-7fd5-9804-3e375fd478df","role":"original","hash":"cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a2251b-0d27-7aea-bee7-c7e20499d068',0);
INSERT INTO "tombstones" VALUES(1,'01a2251b-0d45-7fd5-9804-3e375fd478df',0);
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
edited','01a2251b-0ceb-7947-8ad9-5babfaad1dce','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
first','01a2251b-1283-7c59-a38c-71adfac3bfbe','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
gone-later','01a2251b-12b4-7156-a82f-231891a6763c','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
renamed-later','01a2251b-12b3-759f-8aec-92186c7ea483','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
shot','01a2251b-0d06-702c-a73c-15c6d3e24f7d','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
titled','01a2251b-0c9b-7c57-8c36-287cf44b2ca1','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
trashed','01a2251b-0cca-7b93-a580-16393d40709b','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(1,'2024-05-06T10:00:00
rollcall
testcam 1
trashed-later','01a2251b-12b2-7ee1-bd57-b07049532d21','2024-05-06T10:00:00');
INSERT INTO "shots" VALUES(2,'2024-05-06T10:00:00
rollcall
testcam 1
bens','01a2251b-0c3b-71d0-a203-b78a5240fff8','2024-05-06T10:00:00');
INSERT INTO "named_halves" VALUES(1,'edited','01a2251b-0ceb-7947-8ad9-5babfaad1dce','{"fileName":"edited.jpg","mime":"image/jpeg","size":695,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'first','01a2251b-1283-7c59-a38c-71adfac3bfbe','{"fileName":"first.jpg","mime":"image/jpeg","size":685,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'gone-later','01a2251b-12b4-7156-a82f-231891a6763c','{"fileName":"gone-later.jpg","mime":"image/jpeg","size":681,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'renamed-later','01a2251b-12b3-759f-8aec-92186c7ea483','{"fileName":"renamed-later.jpg","mime":"image/jpeg","size":679,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'shot','01a2251b-0d06-702c-a73c-15c6d3e24f7d','{"fileName":"shot.jpg","mime":"image/jpeg","size":688,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'titled','01a2251b-0c9b-7c57-8c36-287cf44b2ca1','{"fileName":"titled.jpg","mime":"image/jpeg","size":688,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'trashed','01a2251b-0cca-7b93-a580-16393d40709b','{"fileName":"trashed.jpg","mime":"image/jpeg","size":703,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(1,'trashed-later','01a2251b-12b2-7ee1-bd57-b07049532d21','{"fileName":"trashed-later.jpg","mime":"image/jpeg","size":675,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "named_halves" VALUES(2,'bens','01a2251b-0c3b-71d0-a203-b78a5240fff8','{"fileName":"bens.jpg","mime":"image/jpeg","size":668,"capturedAt":"2024-05-06T10:00:00","duration":null,"camera":"rollcall\ntestcam 1","livePairId":null}');
INSERT INTO "user" VALUES('IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG','ann','ann@example.org',0,NULL,'2026-11-29T02:20:58.431Z','2026-11-29T02:20:58.431Z');
INSERT INTO "user" VALUES('2p6tF0ugAJ4bSilWsvTm81QiGXjhvLMp','ben','ben@example.org',0,NULL,'2026-11-29T02:20:58.922Z','2026-11-29T02:20:58.922Z');
INSERT INTO "account" VALUES('MaoWJh26EmbxfQGZgK6GZB0Ek4kBG2tu','IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG','credential','IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG',NULL,NULL,NULL,NULL,NULL,NULL,'4e43b6236fe33ebde1df93204c00d321:5593c6b83124be73db0de420210c889b2e190ef1153e436b635242d036a76d580088d69d84c66b96a19208735d2afd52bd94f967e98ef879e5abd21768adb5e9','2026-11-29T02:20:58.436Z','2026-11-29T02:20:58.436Z');
INSERT INTO "account" VALUES('3HqnaxIpOIRmKRmBl0OFyWjC3Fs1NDbJ','2p6tF0ugAJ4bSilWsvTm81QiGXjhvLMp','credential','2p6tF0ugAJ4bSilWsvTm81QiGXjhvLMp',NULL,NULL,NULL,NULL,NULL,NULL,'31b07d6fc5a084e3e0661992e675dda2:5e4e10930adcda08c8e9163a7b19ffe50a606628a02b88c4289fe905e53d5a4f67f3be9cfee83130466f79cd3ae75a2bf0461015dbe92cf47533f4e314112be1','2026-11-29T02:20:58.923Z','2026-11-29T02:20:58.923Z');
INSERT INTO "owners" VALUES('IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG');
INSERT INTO "devices" VALUES('01a2251b-0bab-74e7-9923-92e2e824b35b','IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG','01a2251b-08c5-77c2-b81a-35a7722fa51b','Tablet','folder','v1','0.1.0','83239d0138cb37364aaa9c238856476dcd8ed41b43cb8005bbbf9307a6551710',NULL,1795918859179,1795918859179,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a2251b-0c18-7fbf-8150-09172cf4f46f','2p6tF0ugAJ4bSilWsvTm81QiGXjhvLMp','01a2251b-0aac-7384-98d6-2540c785ab42','Ben’s phone','folder','v1','0.1.0','4c48c9ef5d7e7efcd955ba339be29f549f37d1f5bef21b66df242b181e843310',NULL,1795918859288,1795918859288,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','IohgYLLz4uwh1GtgXc7siI5qXqEcoAJG','01a2251b-08c5-77c2-b81a-35a7722fa51b','Laptop','folder','linux 6.1.0','0.1.0','efc587e1f812d2a4f2d15971b0612623d96298dd874027dcf0650d9f49fb0e40',NULL,1795918860118,1795918860118,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795918867636,'{"version":"0.1.0","protocol":2,"at":1795918867633,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795918860739},"metered":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (it has no battery)","since":1795918860739},"low-power":{"unseen":"the system’s message bus cannot be reached (there is no /var/run/dbus/system_bus_socket)"},"free-space":{"value":80431595520,"source":"the file system","since":1795918861201}}}',NULL,1795918861214);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','1','01a2251b-1283-7c59-a38c-71adfac3bfbe','in-sync','  ','{"key":"1","path":"first.jpg","size":685,"assetId":"01a2251b-1283-7c59-a38c-71adfac3bfbe","hash":"9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','10','01a2251b-0d06-702c-a73c-15c6d3e24f7d','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":699,"assetId":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","hash":"15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','11','01a2251b-12b3-759f-8aec-92186c7ea483','in-sync','  ','{"key":"11","path":"renamed.jpg","size":679,"assetId":"01a2251b-12b3-759f-8aec-92186c7ea483","hash":"e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','3','01a2251b-12b4-7156-a82f-231891a6763c','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":681,"assetId":"01a2251b-12b4-7156-a82f-231891a6763c","hash":"d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795918860236,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','7','01a2251b-0c9b-7c57-8c36-287cf44b2ca1','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":688,"assetId":"01a2251b-0c9b-7c57-8c36-287cf44b2ca1","hash":"9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','8','01a2251b-0d06-702c-a73c-15c6d3e24f7d','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":688,"assetId":"01a2251b-0d06-702c-a73c-15c6d3e24f7d","hash":"a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca','9','01a2251b-0ceb-7947-8ad9-5babfaad1dce','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":672,"assetId":"01a2251b-0ceb-7947-8ad9-5babfaad1dce","hash":"4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14',699,'committed',1,'01a2251b-0bab-74e7-9923-92e2e824b35b',1795918859554);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253',672,'committed',1,'01a2251b-0bab-74e7-9923-92e2e824b35b',1795918859625);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d',695,'committed',1,'01a2251b-0bab-74e7-9923-92e2e824b35b',1795918859495);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728',685,'committed',1,'01a2251b-0f56-7544-9e19-17d360dd6aca',1795918860923);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a2251b-0f56-7544-9e19-17d360dd6aca',1795918861072);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727',688,'committed',1,'01a2251b-0bab-74e7-9923-92e2e824b35b',1795918859416);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff',688,'committed',1,'01a2251b-0bab-74e7-9923-92e2e824b35b',1795918859524);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1',703,'committed',1,'01a2251b-0bab-74e7-9923-92e2e824b35b',1795918859464);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de',681,'committed',1,'01a2251b-0f56-7544-9e19-17d360dd6aca',1795918860975);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51',679,'committed',1,'01a2251b-0f56-7544-9e19-17d360dd6aca',1795918860975);
INSERT INTO "ledger" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee',675,'committed',1,'01a2251b-0f56-7544-9e19-17d360dd6aca',1795918860975);
INSERT INTO "ledger" VALUES('01a2251b-0aac-7384-98d6-2540c785ab42','cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df',668,'committed',1,'01a2251b-0c18-7fbf-8150-09172cf4f46f',1795918859320);
INSERT INTO "ledger_sums" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b',6903,0);
INSERT INTO "ledger_sums" VALUES('01a2251b-0aac-7384-98d6-2540c785ab42',668,0);
INSERT INTO "uploads" VALUES('014f3ef5e4ac3d628c1c3ffbf1ae8d0c','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727',688,'image/jpeg',1795918859363,1795918859416,'9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727');
INSERT INTO "uploads" VALUES('082d4c4dff51379ed256db5da41e52a0','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0f56-7544-9e19-17d360dd6aca','fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee',675,'image/jpeg',1795918860831,1795918860875,'fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee');
INSERT INTO "uploads" VALUES('324e48a69e3cb28b5ed8475fe2254df7','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0f56-7544-9e19-17d360dd6aca','d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de',681,'image/jpeg',1795918860831,1795918860879,'d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de');
INSERT INTO "uploads" VALUES('3db264179db1d1f67237fe717a536375','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1',703,'image/jpeg',1795918859452,1795918859464,'b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1');
INSERT INTO "uploads" VALUES('47274f86de86825c2fd8639af103fb9b','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0f56-7544-9e19-17d360dd6aca','9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728',685,'image/jpeg',1795918860831,1795918860879,'9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728');
INSERT INTO "uploads" VALUES('6a75061d3cad7329d59a37933079a491','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253',672,'image/jpeg',1795918859616,1795918859625,'4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253');
INSERT INTO "uploads" VALUES('75f0a4f6b7bbf8700f6da53944802f43','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0f56-7544-9e19-17d360dd6aca','e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51',679,'image/jpeg',1795918860831,1795918860884,'e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51');
INSERT INTO "uploads" VALUES('987160e4ef69a0175e815565351a6f88','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0f56-7544-9e19-17d360dd6aca','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795918861026,1795918861072,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('c1268164600f98f8506cf09060ecc3dc','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745',674,'image/jpeg',1795918859573,1795918859586,'cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745');
INSERT INTO "uploads" VALUES('c34432072e9bdb1a44c220810cf68a4b','01a2251b-0aac-7384-98d6-2540c785ab42','01a2251b-0c18-7fbf-8150-09172cf4f46f','cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df',668,'image/jpeg',1795918859307,1795918859320,'cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df');
INSERT INTO "uploads" VALUES('c97c6ec8b91abb0dabde13db80a5ac96','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14',699,'image/jpeg',1795918859540,1795918859554,'15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14');
INSERT INTO "uploads" VALUES('d2c471cb8299f2f2b8e6dbcda7492ec4','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d',695,'image/jpeg',1795918859488,1795918859495,'755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d');
INSERT INTO "uploads" VALUES('ea86a10ae770b849497fb250b7996d8a','01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0bab-74e7-9923-92e2e824b35b','a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff',688,'image/jpeg',1795918859516,1795918859524,'a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff');
INSERT INTO "blob_checks" VALUES('15f10bad4f88190115c0648a73c89351845705e3a7f02db75e73d0e5329deb14',699,'1795918859545349187',1795918859554,0);
INSERT INTO "blob_checks" VALUES('4f2ebd539fa922709c019cc7ca3f2ce10bf7b14fca6d9ca65e14a1f8c7be3253',672,'1795918859620003459',1795918859625,0);
INSERT INTO "blob_checks" VALUES('755730caf219428bfe81d3335c7a8a114b84b7b7c2de1f0d0fb7155c2f502a7d',695,'1795918859492602043',1795918859495,0);
INSERT INTO "blob_checks" VALUES('9606adcfece8a7d41bf9b9dc0205a53bd2bac20e8e562f210d359627ab495728',685,'1795918860870169157',1795918860879,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795918861065456101',1795918861072,0);
INSERT INTO "blob_checks" VALUES('9add3a6d1de41447b98890b574998feccd176fdf32f83e201b9e991692985727',688,'1795918859401349183',1795918859416,0);
INSERT INTO "blob_checks" VALUES('a048953af20e00f7f8eec00514bee71665bbdf65f8d15e5afc610f6a5677d4ff',688,'1795918859521969271',1795918859524,0);
INSERT INTO "blob_checks" VALUES('b85dd98330be6a385c93d8b43a46c4f68949875aee5929d1e76ff71a567d0fc1',703,'1795918859462219725',1795918859464,0);
INSERT INTO "blob_checks" VALUES('cc0de9f39e493717b9f4985c4dc590057d55b3efff2f49c326c40bc2ca5ee4df',668,'1795918859317230551',1795918859320,0);
INSERT INTO "blob_checks" VALUES('cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745',674,'1795918859577349188',1795918859586,0);
INSERT INTO "blob_checks" VALUES('d87ded8a98b50d65e87e730cf91bda716980ce57796634ba5623dc5a92d0a1de',681,'1795918860870169157',1795918860879,0);
INSERT INTO "blob_checks" VALUES('e8e49f290ba8d744f70541494714b889ec8bdd45880ab976e54ea1dd67e8ad51',679,'1795918860870169157',1795918860884,0);
INSERT INTO "blob_checks" VALUES('fe2b8e39733dc0674a92c5c0a7d34c20366f715d4fa4003899e5acaaa8387bee',675,'1795918860870169157',1795918860875,0);
INSERT INTO "loose_blobs" VALUES('cc7c86e125364cf20f4d4d382457e8b72cb9ef526b55b3cdf69e7414d5b03745',12365);
INSERT INTO "scrub" VALUES(1,1795918857843,1795918857843,'',0,0,0,NULL);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0c9b-7c57-8c36-287cf44b2ca1','6cd824d097fd00455ee18715ba3b32c8','ready',1,'HjYFDwIFeFukibU0B3gqOYfadpcHVXwA',NULL,1795918860639,NULL,'956502556ddb3b26',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0cca-7b93-a580-16393d40709b','499b74195aa6e19dac5a572aa10b4a1f','ready',1,'qeUCBwCKFEx1V4nCnSQ4QH2xCZsqjzYK',NULL,1795918861169,NULL,'c449764b535be495',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0ceb-7947-8ad9-5babfaad1dce','3743af4e1cabf4d073ec8529fab66aa6','ready',1,'4SkGBwCVhml1uneHikiYiJhgqo+HBHoL',NULL,1795918861148,NULL,'ad307c7b6a248dd4',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-0d06-702c-a73c-15c6d3e24f7d','c9dc3ff54bb11d6e50766099349427b3','ready',1,'mhcBBwIEd2VH5jcmmSeoWFpndoX3JmYP',NULL,1795918861066,NULL,'80b33a76769b3f40',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-1283-7c59-a38c-71adfac3bfbe','2128d81f2882fbc142f87d8ac34481b2','ready',1,'GSgBBwJ+c6eoVlM7lY+XqTpqdzCaCaUK',NULL,1795918861250,NULL,'e7c69974c2a19bc4',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-12b2-7ee1-bd57-b07049532d21','8579a5fcc86f7de6428e4e74e6e4e24a','ready',1,'4VkGBwBfiZt3iKeWh3uJd6qEefd4AbAG',NULL,1795918861126,NULL,'de255a6b6d16a84c',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-12b3-759f-8aec-92186c7ea483','4afaf8d3d9406e5acf0e86590805aab7','ready',1,'nhoGBwA/KT54pUaGOBg0h6SK/HWngHgI',NULL,1795918861102,NULL,'d413080caeffcf92',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','01a2251b-12b4-7156-a82f-231891a6763c','54efc7f667e994e1aefb4ed8cdea3a26','ready',1,'n1YFBwC7lKlChjl5dnRWBqw7BitnkEIH',NULL,1795918861086,NULL,'ef19830d7b910cf2',0,-1,0,1,0);
INSERT INTO "rendition_attempts" VALUES('01a2251b-0aac-7384-98d6-2540c785ab42','01a2251b-0c3b-71d0-a203-b78a5240fff8','cf1f9f37df5a1979a5e4d09c435ec0eb','ready',1,'YNgBBwCarlFwe25GffdoqGWp9iON4B4K',NULL,1795918861020,NULL,'f93b219699dc488e',0,-1,0,1,0);
INSERT INTO "heard" VALUES('01a2251b-0bab-74e7-9923-92e2e824b35b',12365,1795918859179);
INSERT INTO "heard" VALUES('01a2251b-0c18-7fbf-8150-09172cf4f46f',12365,1795918859288);
INSERT INTO "heard" VALUES('01a2251b-0f56-7544-9e19-17d360dd6aca',12365,1795918860118);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a2251b-08c5-77c2-b81a-35a7722fa51b','5gb');
INSERT INTO "library_plans" VALUES('01a2251b-0aac-7384-98d6-2540c785ab42','5gb');
INSERT INTO "receipt_keys" VALUES('TgqGSBz3TBsHS6yGhENPRFvBVM_BDioseFmXoFsSd1o',1795918860207,NULL);
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
CREATE INDEX drop_box_by_age ON drop_box (device_id, is_a, n);
CREATE INDEX entities_by_month ON entities (library, substr(json_extract(json, '$.capturedAt'), 1, 7), key)
      WHERE key >= 'asset:' AND key < 'asset;' AND json_extract(json, '$.state') = 'live' AND json_extract(json, '$.hidden') = 0;
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
