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
      at INTEGER NOT NULL, lacks TEXT, likeness TEXT,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915545);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915545);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915545);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915545);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915545);
INSERT INTO "schema_steps" VALUES('errands',1,1795915545);
INSERT INTO "schema_steps" VALUES('library',1,1795915545);
INSERT INTO "schema_steps" VALUES('library',2,1795915545);
INSERT INTO "schema_steps" VALUES('library',3,1795915545);
INSERT INTO "schema_steps" VALUES('library',4,1795915545);
INSERT INTO "schema_steps" VALUES('library',5,1795915545);
INSERT INTO "schema_steps" VALUES('library',6,1795915545);
INSERT INTO "schema_steps" VALUES('orders',1,1795915545);
INSERT INTO "schema_steps" VALUES('orders',2,1795915545);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915545);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915545);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915545);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915545);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915545);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915545);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915545);
INSERT INTO "schema_steps" VALUES('settings',1,1795915545);
INSERT INTO "schema_steps" VALUES('silence',1,1795915545);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','811a308d8046');
INSERT INTO "server_facts" VALUES('heartbeat','1795915603207');
INSERT INTO "server_facts" VALUES('seen-time','57612');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e8-c1d4-7113-8a14-5d82662f5d51',5000000000,34,0,6,2,1795915563487);
INSERT INTO "libraries" VALUES(2,'01a224e8-e025-7b3f-95a4-ff58484f4546',5000000000,2,0,1,0,1795915571237);
INSERT INTO "members" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA','owner');
INSERT INTO "members" VALUES('01a224e8-e025-7b3f-95a4-ff58484f4546','ZSzssSz8b0rMwnrcPILlF3b5n5sBY0LH','owner');
INSERT INTO "generations" VALUES(1,1,'65fb20861c',1,1795915563487);
INSERT INTO "generations" VALUES(2,2,'65fb20861c',1,1795915571237);
INSERT INTO "entities" VALUES(1,2,'resource:7674657fa22de4e413a9af9a4754b261','01a224e8-f3ec-7017-9380-1b9922ee29ba','original','632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9','{"type":"resource","id":"7674657fa22de4e413a9af9a4754b261","assetId":"01a224e8-f3ec-7017-9380-1b9922ee29ba","role":"original","hash":"632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:b7ab157ef7b152198f0e5d49a0482d95','01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2','original','79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d','{"type":"resource","id":"b7ab157ef7b152198f0e5d49a0482d95","assetId":"01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2","role":"original","hash":"79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d","size":689,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:00ffdc1ba9a393b28a6b2694040d29af','01a224e8-f4e9-782b-b0d5-a083bdd5afd6','original','1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90','{"type":"resource","id":"00ffdc1ba9a393b28a6b2694040d29af","assetId":"01a224e8-f4e9-782b-b0d5-a083bdd5afd6","role":"original","hash":"1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90","size":672,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:5067bc9758dc2959949c9df77f984a49','01a224e8-f4fd-76fd-9ddb-569a8a7db1de','original','6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240','{"type":"resource","id":"5067bc9758dc2959949c9df77f984a49","assetId":"01a224e8-f4fd-76fd-9ddb-569a8a7db1de","role":"original","hash":"6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e8-f3ec-7017-9380-1b9922ee29ba',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e8-f3ec-7017-9380-1b9922ee29ba","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915576327,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2","kind":"photo","state":"trashed","trashedAt":1795915576747,"addedAt":1795915576535,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:05958a56f31649c15eda336311a1e3f4','01a224e8-f4e9-782b-b0d5-a083bdd5afd6','edited','06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a','{"type":"resource","id":"05958a56f31649c15eda336311a1e3f4","assetId":"01a224e8-f4e9-782b-b0d5-a083bdd5afd6","role":"edited","hash":"06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a","size":672,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e8-f4e9-782b-b0d5-a083bdd5afd6',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e8-f4e9-782b-b0d5-a083bdd5afd6","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915576556,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94","rendering":"05958a56f31649c15eda336311a1e3f4"}');
INSERT INTO "entities" VALUES(1,17,'resource:1ecf3f1464553abccfb474aa6f509e95','01a224e8-f4fd-76fd-9ddb-569a8a7db1de','raw','5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0','{"type":"resource","id":"1ecf3f1464553abccfb474aa6f509e95","assetId":"01a224e8-f4fd-76fd-9ddb-569a8a7db1de","role":"raw","hash":"5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0","size":682,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:a49730adf63544e0282f9b28841419dc','01a224e8-f51c-7bc2-9fc5-6b5b759f2fba','original',NULL,'{"type":"resource","id":"a49730adf63544e0282f9b28841419dc","assetId":"01a224e8-f51c-7bc2-9fc5-6b5b759f2fba","role":"original","hash":"5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e8-f4fd-76fd-9ddb-569a8a7db1de',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e8-f4fd-76fd-9ddb-569a8a7db1de","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915576575,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e8-f51c-7bc2-9fc5-6b5b759f2fba','01a224e8-f4fd-76fd-9ddb-569a8a7db1de',NULL,NULL,'{"type":"alias","from":"01a224e8-f51c-7bc2-9fc5-6b5b759f2fba","to":"01a224e8-f4fd-76fd-9ddb-569a8a7db1de","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e8-f535-72c7-b59e-ece7f7dd5944',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e8-f535-72c7-b59e-ece7f7dd5944","kind":"photo","state":"purged","trashedAt":1795915576784,"addedAt":1795915576632,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:43bb5a887d6d76c537abcbf5c13cab4c','01a224e8-f535-72c7-b59e-ece7f7dd5944','original',NULL,'{"type":"resource","id":"43bb5a887d6d76c537abcbf5c13cab4c","assetId":"01a224e8-f535-72c7-b59e-ece7f7dd5944","role":"original","hash":"f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915576905,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e9-293f-773d-b3c3-df1650f231d7',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e9-293f-773d-b3c3-df1650f231d7","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915589971,"addedBy":"01a224e9-0f11-7d23-b746-7025d5a92b70","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:3fdcae76d87e26e942bafc7efb43f6ab','01a224e9-293f-773d-b3c3-df1650f231d7','original','1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616','{"type":"resource","id":"3fdcae76d87e26e942bafc7efb43f6ab","assetId":"01a224e9-293f-773d-b3c3-df1650f231d7","role":"original","hash":"1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915577049,"removed":false}');
INSERT INTO "entities" VALUES(1,27,'asset:01a224e9-2947-78c3-81a3-e45e6e4008ee',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e9-2947-78c3-81a3-e45e6e4008ee","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915590087,"addedBy":"01a224e9-0f11-7d23-b746-7025d5a92b70","rendering":null}');
INSERT INTO "entities" VALUES(1,28,'resource:2703466385699b08031622f4ced9489c','01a224e9-2947-78c3-81a3-e45e6e4008ee','original','23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8','{"type":"resource","id":"2703466385699b08031622f4ced9489c","assetId":"01a224e9-2947-78c3-81a3-e45e6e4008ee","role":"original","hash":"23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915577141,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:28f14c0c0c1c9a825c3ee343141dbd94','01a224e9-294b-715f-a0a5-df520f433093','original','7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5','{"type":"resource","id":"28f14c0c0c1c9a825c3ee343141dbd94","assetId":"01a224e9-294b-715f-a0a5-df520f433093","role":"original","hash":"7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915577137,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:169e07032eefdaca1c8944be28bb7073','01a224e9-294c-798e-8a21-cbe5f687ce07','original','191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b','{"type":"resource","id":"169e07032eefdaca1c8944be28bb7073","assetId":"01a224e9-294c-798e-8a21-cbe5f687ce07","role":"original","hash":"191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915577097,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e9-294c-798e-8a21-cbe5f687ce07',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e9-294c-798e-8a21-cbe5f687ce07","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915590121,"addedBy":"01a224e9-0f11-7d23-b746-7025d5a92b70","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e9-294b-715f-a0a5-df520f433093',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e9-294b-715f-a0a5-df520f433093","kind":"photo","state":"trashed","trashedAt":1795915600197,"addedAt":1795915590087,"addedBy":"01a224e9-0f11-7d23-b746-7025d5a92b70","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e8-f283-7bb1-b15a-2de98cdf82a5',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e8-f283-7bb1-b15a-2de98cdf82a5","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915575970,"addedBy":"01a224e8-f0e8-7a3e-82bf-831abc1f319f","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:00995a73271dafa810fc2cc1e3d43b00','01a224e8-f283-7bb1-b15a-2de98cdf82a5','original','bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446','{"type":"resource","id":"00995a73271dafa810fc2cc1e3d43b00","assetId":"01a224e8-f283-7bb1-b15a-2de98cdf82a5","role":"original","hash":"bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba','01a224e8-f535-72c7-b59e-ece7f7dd5944',1795915576859);
INSERT INTO "in_trash" VALUES(1,'01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2',0);
INSERT INTO "in_trash" VALUES(1,'01a224e9-294b-715f-a0a5-df520f433093',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e8-f283-7bb1-b15a-2de98cdf82a5');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e8-f3ec-7017-9380-1b9922ee29ba');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e8-f4e9-782b-b0d5-a083bdd5afd6');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e8-f4fd-76fd-9ddb-569a8a7db1de');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e9-293f-773d-b3c3-df1650f231d7');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e9-2947-78c3-81a3-e45e6e4008ee');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e9-294b-715f-a0a5-df520f433093');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e9-294c-798e-8a21-cbe5f687ce07');
INSERT INTO "chains" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',15,'3db070017d3ad6a264698110c7ff01b5af5f43ede5e9940574fbb5a651c1aa13');
INSERT INTO "chains" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',6,'5c9f86606a17f117c5994c76560761cd645c6bb1d9b75236fad0900a1e32825c');
INSERT INTO "chains" VALUES(2,'01a224e8-f0e8-7a3e-82bf-831abc1f319f','811a308d8046',1,'ad6190b8764240ab0b2b90878a00c6f76ffe54437ddd70279062d4a227af4561');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',1,'a1418c8180adfe32f4ae74fffc4726b7e15d1da20c804cd73e731be4100cb3f3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',2,'90c8802fd5d20392a713bb8db83ca84d8f3f3988489390908e9730fb9bbaa1c1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',3,'254c0123df3781973cbafaa07139df343c4945aef0ebf42dffadc9c2e5a12ca2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',4,'929d5d7e4ed946781039325cbfc5999a733fb01a7fd6b5e3f227d929ccce1f50','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',5,'e9dcd770e93fcda0e0aa23b51a56bba8ba4f0171f462658fa8466ec36c4dfeea','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',6,'abeeef76330500939d20fdce52d14741621958593593c7580fb92d057415e5ae','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',7,'a2d6b316f4c36a3365e16f5881f1909424d1b965f9ac7efe4e3b563bb3769d83','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',8,'ec97e957715c402ef243ce91d3acd10bcb86b3629e69d8af2dbdf5d4c28e0b94','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',9,'6d7b2a99068a755d3bbad8aa1db6ed0dd7c01750dcea651bdbf2fb9d70b175f2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',10,'9ddeed7afcffb060831685a4f90e6c60efc76eafdbcba0b40c5e51b9bba3c833','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',11,'35f74a6ed2532d9613c7bc1bede130cfa5371a17cbee86c7d888b2fb777dc71e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',12,'c1da14b015664eb9e2d5690edf4c51cf3f5a1cf60dfa3469d1a1fc7f1a69a904','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',13,'12ac87002bbd1759b3ef629b5085934f135bad06811c3fc7e6a5004fbe1bfc27','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',14,'d2cbeeee5c2b1ae59953e3243abc265c42fbaff32c13184ffdca87f9cf4508af','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e8-eb83-7aab-819c-6cde9b86cf94','811a308d8046',15,'3db070017d3ad6a264698110c7ff01b5af5f43ede5e9940574fbb5a651c1aa13','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',1,'4d3e128b317c5df45e90758741c7efb4180e59b71499e2196f7184c800c1641e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',2,'e6d0b516efd0805758edbb77edd3baa7ac827d076c80d0cd3ab660c5f15cfda6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',3,'bb3ac15629c8d9aa623f39c937a39b45377aa40f09eee9ee8eb08cf32442b509','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',4,'853afd1a8b4a1dd39dfbe136f3b2b76334a4d8eb19a7fd808fb4c06d44058ed2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',5,'3b10ed0c9491c4209fa30f13702d53f59ba1d40bfbd508a9062e1abdf03817a2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e9-0f11-7d23-b746-7025d5a92b70','811a308d8046',6,'5c9f86606a17f117c5994c76560761cd645c6bb1d9b75236fad0900a1e32825c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e8-f0e8-7a3e-82bf-831abc1f319f','811a308d8046',1,'ad6190b8764240ab0b2b90878a00c6f76ffe54437ddd70279062d4a227af4561','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e8-f283-7bb1-b15a-2de98cdf82a5',1795915575970,'01a224e8-f0e8-7a3e-82bf-831abc1f319f','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446","size":675}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e8-f3ec-7017-9380-1b9922ee29ba',1795915576327,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9","size":686}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2',1795915576535,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d","size":689}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e8-f4e9-782b-b0d5-a083bdd5afd6',1795915576556,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90","size":672}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e8-f4fd-76fd-9ddb-569a8a7db1de',1795915576575,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240","size":688}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e8-f51c-7bc2-9fc5-6b5b759f2fba',1795915576607,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0","size":682}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e8-f535-72c7-b59e-ece7f7dd5944',1795915576632,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba","size":681}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e8-f3ec-7017-9380-1b9922ee29ba',1795915576643,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e8-f4d5-7a6a-8c50-8dda85d4e9d2',1795915576747,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915576747}');
INSERT INTO "journal" VALUES(10,1,'01a224e8-f4e9-782b-b0d5-a083bdd5afd6',1795915576774,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"05958a56f31649c15eda336311a1e3f4","state":"live","version":"05958a56f31649c15eda336311a1e3f4"}');
INSERT INTO "journal" VALUES(11,1,'01a224e8-f4fd-76fd-9ddb-569a8a7db1de',1795915576779,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.join','{"kept":{},"joined":{"id":"01a224e8-f51c-7bc2-9fc5-6b5b759f2fba","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0"}]}}','{"role":"raw","hash":"5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e8-f535-72c7-b59e-ece7f7dd5944',1795915576784,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915576784}');
INSERT INTO "journal" VALUES(13,1,'01a224e8-f535-72c7-b59e-ece7f7dd5944',1795915576859,'01a224e8-eb83-7aab-819c-6cde9b86cf94','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba","size":681}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915576905,'01a224e8-eb83-7aab-819c-6cde9b86cf94','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e9-293f-773d-b3c3-df1650f231d7',1795915589971,'01a224e9-0f11-7d23-b746-7025d5a92b70','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616","size":687}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e9-2947-78c3-81a3-e45e6e4008ee',1795915590087,'01a224e9-0f11-7d23-b746-7025d5a92b70','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8","size":682}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e9-294b-715f-a0a5-df520f433093',1795915590087,'01a224e9-0f11-7d23-b746-7025d5a92b70','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5","size":692}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e9-294c-798e-8a21-cbe5f687ce07',1795915590121,'01a224e9-0f11-7d23-b746-7025d5a92b70','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b","size":682}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e9-294c-798e-8a21-cbe5f687ce07',1795915594158,'01a224e9-0f11-7d23-b746-7025d5a92b70','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e9-294b-715f-a0a5-df520f433093',1795915600197,'01a224e9-0f11-7d23-b746-7025d5a92b70','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915600197}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e8-f535-72c7-b59e-ece7f7dd5944',0,1795915576859,'01a224e8-eb83-7aab-819c-6cde9b86cf94','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e8-f535-72c7-b59e-ece7f7dd5944","kind":"photo","state":"trashed","trashedAt":1795915576784,"addedAt":1795915576632,"addedBy":"01a224e8-eb83-7aab-819c-6cde9b86cf94","rendering":null}','[{"type":"resource","id":"43bb5a887d6d76c537abcbf5c13cab4c","assetId":"01a224e8-f535-72c7-b59e-ece7f7dd5944","role":"original","hash":"f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e8-f51c-7bc2-9fc5-6b5b759f2fba',0);
INSERT INTO "tombstones" VALUES(1,'01a224e8-f535-72c7-b59e-ece7f7dd5944',0);
INSERT INTO "user" VALUES('U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA','ann','ann@example.org',0,NULL,'2026-11-29T01:26:03.423Z','2026-11-29T01:26:03.423Z');
INSERT INTO "user" VALUES('ZSzssSz8b0rMwnrcPILlF3b5n5sBY0LH','ben','ben@example.org',0,NULL,'2026-11-29T01:26:11.235Z','2026-11-29T01:26:11.235Z');
INSERT INTO "account" VALUES('vsy3SRooumUuDwcHji8rhHIcGeDNPKp9','U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA','credential','U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA',NULL,NULL,NULL,NULL,NULL,NULL,'6430401f677203d3cab1c057618ca6ff:6a13379e5e8ae2c8c525fb9663c08e6b533dbe820bce71efc58235edc695ae8eb6d597872c6ec7c475e528361798bbaf15c7511686c244266b230da09c0fb1a4','2026-11-29T01:26:03.456Z','2026-11-29T01:26:03.456Z');
INSERT INTO "account" VALUES('gWHlvzSvaazDuweEJHv3Oe1IA100CvR1','ZSzssSz8b0rMwnrcPILlF3b5n5sBY0LH','credential','ZSzssSz8b0rMwnrcPILlF3b5n5sBY0LH',NULL,NULL,NULL,NULL,NULL,NULL,'9d6db623b556b0f5f071a5c13236e905:3873f06c075b31ce46e116650f2f32d8c7c95c7521b20c82e3ceea90cbb9b26e1eb04584bf92af6a0696277467740de4e5ff15f3b4171d0bfac50e675596dccd','2026-11-29T01:26:11.236Z','2026-11-29T01:26:11.236Z');
INSERT INTO "owners" VALUES('U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA');
INSERT INTO "devices" VALUES('01a224e8-eb83-7aab-819c-6cde9b86cf94','U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA','01a224e8-c1d4-7113-8a14-5d82662f5d51','Tablet','folder','v1','0.1.0','787db8a5008a68f16ddd0e0bcb179215c9ad6148381f4f7dd96e15ee852433a3',NULL,1795915574147,1795915574147,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e8-f0e8-7a3e-82bf-831abc1f319f','ZSzssSz8b0rMwnrcPILlF3b5n5sBY0LH','01a224e8-e025-7b3f-95a4-ff58484f4546','Ben’s phone','folder','v1','0.1.0','b6239d206ad6b8a020dc849859557e3b27e69e29a6db0e8657423916c22c8231',NULL,1795915575528,1795915575528,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','U0IOmPoyNCa73nfKgE19b3LXvZ8ah8PA','01a224e8-c1d4-7113-8a14-5d82662f5d51','Laptop','folder','linux 6.1.0','0.1.0','bb35647f591cf3c252fa95330be70e4de4c1e5d020ad38caa604b5aaac418c48',NULL,1795915583249,1795915583249,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915600417,'{"version":"0.1.0","protocol":2,"at":1795915600412,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915589117},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915589117},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":81032794112,"source":"the file system","since":1795915593621}}}',NULL,1795915589784);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','1','01a224e9-293f-773d-b3c3-df1650f231d7','in-sync','  ','{"key":"1","path":"first.jpg","size":687,"assetId":"01a224e9-293f-773d-b3c3-df1650f231d7","hash":"1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','10','01a224e8-f4fd-76fd-9ddb-569a8a7db1de','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":682,"assetId":"01a224e8-f4fd-76fd-9ddb-569a8a7db1de","hash":"5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','11','01a224e9-294c-798e-8a21-cbe5f687ce07','in-sync','  ','{"key":"11","path":"renamed.jpg","size":682,"assetId":"01a224e9-294c-798e-8a21-cbe5f687ce07","hash":"191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915583699,"evidence":{"kind":"sidecar"}}]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','3','01a224e9-2947-78c3-81a3-e45e6e4008ee','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":682,"assetId":"01a224e9-2947-78c3-81a3-e45e6e4008ee","hash":"23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915583699,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','7','01a224e8-f3ec-7017-9380-1b9922ee29ba','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":686,"assetId":"01a224e8-f3ec-7017-9380-1b9922ee29ba","hash":"632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','8','01a224e8-f4e9-782b-b0d5-a083bdd5afd6','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":672,"assetId":"01a224e8-f4e9-782b-b0d5-a083bdd5afd6","hash":"06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70','9','01a224e8-f4fd-76fd-9ddb-569a8a7db1de','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":688,"assetId":"01a224e8-f4fd-76fd-9ddb-569a8a7db1de","hash":"6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a',672,'committed',1,'01a224e8-eb83-7aab-819c-6cde9b86cf94',1795915576768);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b',682,'committed',1,'01a224e9-0f11-7d23-b746-7025d5a92b70',1795915589946);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90',672,'committed',1,'01a224e8-eb83-7aab-819c-6cde9b86cf94',1795915576552);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616',687,'committed',1,'01a224e9-0f11-7d23-b746-7025d5a92b70',1795915589945);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8',682,'committed',1,'01a224e9-0f11-7d23-b746-7025d5a92b70',1795915589946);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0',682,'committed',1,'01a224e8-eb83-7aab-819c-6cde9b86cf94',1795915576602);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9',686,'committed',1,'01a224e8-eb83-7aab-819c-6cde9b86cf94',1795915576283);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240',688,'committed',1,'01a224e8-eb83-7aab-819c-6cde9b86cf94',1795915576571);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d',689,'committed',1,'01a224e8-eb83-7aab-819c-6cde9b86cf94',1795915576531);
INSERT INTO "ledger" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5',692,'committed',1,'01a224e9-0f11-7d23-b746-7025d5a92b70',1795915589946);
INSERT INTO "ledger" VALUES('01a224e8-e025-7b3f-95a4-ff58484f4546','bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446',675,'committed',1,'01a224e8-f0e8-7a3e-82bf-831abc1f319f',1795915575926);
INSERT INTO "ledger_sums" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51',6832,0);
INSERT INTO "ledger_sums" VALUES('01a224e8-e025-7b3f-95a4-ff58484f4546',675,0);
INSERT INTO "uploads" VALUES('038464fee3a60a29dd26d30daf434c55','01a224e8-e025-7b3f-95a4-ff58484f4546','01a224e8-f0e8-7a3e-82bf-831abc1f319f','bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446',675,'image/jpeg',1795915575707,1795915575926,'bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446');
INSERT INTO "uploads" VALUES('04884981810a0f556e3187698df0e978','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240',688,'image/jpeg',1795915576564,1795915576571,'6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240');
INSERT INTO "uploads" VALUES('0fda81eed4221164508d67cb87462ba8','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e9-0f11-7d23-b746-7025d5a92b70','1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616',687,'image/jpeg',1795915589632,1795915589945,'1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616');
INSERT INTO "uploads" VALUES('12027c38e0626cfc94479e78b8f6e383','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e9-0f11-7d23-b746-7025d5a92b70','23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8',682,'image/jpeg',1795915589632,1795915589946,'23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8');
INSERT INTO "uploads" VALUES('1ad1045ef59b2a90c86a49722edd0f50','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e9-0f11-7d23-b746-7025d5a92b70','7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5',692,'image/jpeg',1795915589632,1795915589946,'7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5');
INSERT INTO "uploads" VALUES('27523d783eba0bf358b5c26ff203ab3d','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90',672,'image/jpeg',1795915576546,1795915576552,'1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90');
INSERT INTO "uploads" VALUES('43dd0a0638226239f620da5a4801c3fb','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e9-0f11-7d23-b746-7025d5a92b70','191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b',682,'image/jpeg',1795915589632,1795915589946,'191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b');
INSERT INTO "uploads" VALUES('61b607b990f8c9b2ee374b0a3cb34f2a','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d',689,'image/jpeg',1795915576424,1795915576531,'79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d');
INSERT INTO "uploads" VALUES('741397a5fb63b07d1e003099f9f83e9f','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a',672,'image/jpeg',1795915576762,1795915576768,'06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a');
INSERT INTO "uploads" VALUES('a29bd81b4d236c066724276e69b24ab4','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba',681,'image/jpeg',1795915576618,1795915576626,'f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba');
INSERT INTO "uploads" VALUES('b75eb0206e8b5b58f144ef58daacd79e','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9',686,'image/jpeg',1795915576096,1795915576283,'632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9');
INSERT INTO "uploads" VALUES('c28f3f0a59b671ab4de6a46e0c0ab760','01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-eb83-7aab-819c-6cde9b86cf94','5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0',682,'image/jpeg',1795915576591,1795915576602,'5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0');
INSERT INTO "blob_checks" VALUES('06a215987cd8a1fcc6ee26b4db44bd46aed66548bc21598eb4cbfa759145998a',672,'1795915576765252342',1795915576768,0);
INSERT INTO "blob_checks" VALUES('191052e2ecf2a0d0325f31af496f3561cbae834874f4f4139793908aa8a6dc4b',682,'1795915589913252729',1795915589946,0);
INSERT INTO "blob_checks" VALUES('1c4925c634564aa87e653f9d9b0bcafee9a6bea4f38871facd032cb69faeec90',672,'1795915576550069777',1795915576552,0);
INSERT INTO "blob_checks" VALUES('1dd9c9c326663801f50329bf31f5dd1a998314fa046879a244e7adaf08e19616',687,'1795915589909801001',1795915589945,0);
INSERT INTO "blob_checks" VALUES('23eb72f3b12f3477a42a89715993ab074e099aeb4b889588dcec7a91e875fcb8',682,'1795915589913252729',1795915589946,0);
INSERT INTO "blob_checks" VALUES('5fdb344b60a2597214666db4adb4d170baaffb053944a49831c9ac43b2cf95a0',682,'1795915576595616304',1795915576602,0);
INSERT INTO "blob_checks" VALUES('632b817934f1877a8c21e3caf65a9a512125e746605132efb5257f0e7eeb40c9',686,'1795915576233252326',1795915576283,0);
INSERT INTO "blob_checks" VALUES('6b3c1b0fdf3dd221dfa0c74145a5d7df5b27c90ac593edd5c17f1c1e6ac9f240',688,'1795915576569351331',1795915576571,0);
INSERT INTO "blob_checks" VALUES('79f4eabff77f90952358ac854731880fa4fe64f8582edeeb292e64557c78481d',689,'1795915576505252334',1795915576531,0);
INSERT INTO "blob_checks" VALUES('7cef79141d3fc9ac4425cf4a5eb102288c1a1547af630e63566e34b4d009cdf5',692,'1795915589917252730',1795915589946,0);
INSERT INTO "blob_checks" VALUES('bdd76a9f39973d001127fd8e517958ecf6f258eaf341241fc262c63b53f77446',675,'1795915575823613773',1795915575926,0);
INSERT INTO "blob_checks" VALUES('f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba',681,'1795915576625095808',1795915576626,0);
INSERT INTO "loose_blobs" VALUES('f6eb3b5d7774ef496ccab1fed6e8d003db0f795f60827a0fc7f51d7086c7e9ba',57612);
INSERT INTO "scrub" VALUES(1,1795915546820,1795915546820,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e8-c1d4-7113-8a14-5d82662f5d51','01a224e8-f3ec-7017-9380-1b9922ee29ba','7674657fa22de4e413a9af9a4754b261','started',0,NULL,NULL,1795915576351,NULL,NULL);
INSERT INTO "rendition_attempts" VALUES('01a224e8-e025-7b3f-95a4-ff58484f4546','01a224e8-f283-7bb1-b15a-2de98cdf82a5','00995a73271dafa810fc2cc1e3d43b00','started',0,NULL,NULL,1795915576067,NULL,NULL);
INSERT INTO "heard" VALUES('01a224e8-eb83-7aab-819c-6cde9b86cf94',57612,1795915574147);
INSERT INTO "heard" VALUES('01a224e8-f0e8-7a3e-82bf-831abc1f319f',57612,1795915575528);
INSERT INTO "heard" VALUES('01a224e9-0f11-7d23-b746-7025d5a92b70',57612,1795915583249);
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
