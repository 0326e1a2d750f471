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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915984);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915984);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915984);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915984);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915984);
INSERT INTO "schema_steps" VALUES('errands',1,1795915984);
INSERT INTO "schema_steps" VALUES('library',1,1795915984);
INSERT INTO "schema_steps" VALUES('library',2,1795915984);
INSERT INTO "schema_steps" VALUES('library',3,1795915984);
INSERT INTO "schema_steps" VALUES('library',4,1795915984);
INSERT INTO "schema_steps" VALUES('library',5,1795915984);
INSERT INTO "schema_steps" VALUES('library',6,1795915984);
INSERT INTO "schema_steps" VALUES('library',7,1795915984);
INSERT INTO "schema_steps" VALUES('library',8,1795915984);
INSERT INTO "schema_steps" VALUES('library',9,1795915984);
INSERT INTO "schema_steps" VALUES('library',10,1795915984);
INSERT INTO "schema_steps" VALUES('orders',1,1795915984);
INSERT INTO "schema_steps" VALUES('orders',2,1795915984);
INSERT INTO "schema_steps" VALUES('plans',1,1795915984);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915984);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915984);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915984);
INSERT INTO "schema_steps" VALUES('renditions',4,1795915984);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915984);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915984);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915984);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915984);
INSERT INTO "schema_steps" VALUES('settings',1,1795915984);
INSERT INTO "schema_steps" VALUES('silence',1,1795915984);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','0bde12721b1c');
INSERT INTO "server_facts" VALUES('heartbeat','1795916030025');
INSERT INTO "server_facts" VALUES('seen-time','45073');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d',5000000000,35,0,6,2,1795915996710);
INSERT INTO "libraries" VALUES(2,'01a224ef-80da-70a8-8f1a-6f36916b3ff1',5000000000,2,0,1,0,1795916005595);
INSERT INTO "members" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ','owner');
INSERT INTO "members" VALUES('01a224ef-80da-70a8-8f1a-6f36916b3ff1','VWhQkqXOntZwjUGgHbIU0QPcAocZz8fP','owner');
INSERT INTO "generations" VALUES(1,1,'71bef94d0b',1,1795915996710);
INSERT INTO "generations" VALUES(2,2,'71bef94d0b',1,1795916005595);
INSERT INTO "entities" VALUES(1,2,'resource:1f3c574e9a676942d0ce672da920b3d6','01a224ef-9093-7af4-9a04-d776e9fd237c','original','599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da','{"type":"resource","id":"1f3c574e9a676942d0ce672da920b3d6","assetId":"01a224ef-9093-7af4-9a04-d776e9fd237c","role":"original","hash":"599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:bce6e52e4e37b17ba2c0569b139f503c','01a224ef-919b-727b-b3c9-6174aaae331a','original','cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215','{"type":"resource","id":"bce6e52e4e37b17ba2c0569b139f503c","assetId":"01a224ef-919b-727b-b3c9-6174aaae331a","role":"original","hash":"cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:1feeb29371fc991c240a671fb70ea714','01a224ef-9217-7406-9d8b-5e4a465f4f4a','original','544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd','{"type":"resource","id":"1feeb29371fc991c240a671fb70ea714","assetId":"01a224ef-9217-7406-9d8b-5e4a465f4f4a","role":"original","hash":"544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:482547c8df2bb7bdb490bde38f27891a','01a224ef-92a6-74e0-9e80-d63b14553261','original','3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860','{"type":"resource","id":"482547c8df2bb7bdb490bde38f27891a","assetId":"01a224ef-92a6-74e0-9e80-d63b14553261","role":"original","hash":"3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860","size":689,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224ef-9093-7af4-9a04-d776e9fd237c',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224ef-9093-7af4-9a04-d776e9fd237c","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916009627,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224ef-919b-727b-b3c9-6174aaae331a',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-919b-727b-b3c9-6174aaae331a","kind":"photo","state":"trashed","trashedAt":1795916010505,"addedAt":1795916009887,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:2116630dafbc70329f41b02c3131229e','01a224ef-9217-7406-9d8b-5e4a465f4f4a','edited','0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9','{"type":"resource","id":"2116630dafbc70329f41b02c3131229e","assetId":"01a224ef-9217-7406-9d8b-5e4a465f4f4a","role":"edited","hash":"0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224ef-9217-7406-9d8b-5e4a465f4f4a',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-9217-7406-9d8b-5e4a465f4f4a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916010010,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec","rendering":"2116630dafbc70329f41b02c3131229e"}');
INSERT INTO "entities" VALUES(1,17,'resource:9b9a2646859153f1ae718bef2a0c5f26','01a224ef-92a6-74e0-9e80-d63b14553261','raw','d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5','{"type":"resource","id":"9b9a2646859153f1ae718bef2a0c5f26","assetId":"01a224ef-92a6-74e0-9e80-d63b14553261","role":"raw","hash":"d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5","size":685,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:bd21c59213860d13ed3c30469525725b','01a224ef-93bb-757b-a2f5-62375c22c84f','original',NULL,'{"type":"resource","id":"bd21c59213860d13ed3c30469525725b","assetId":"01a224ef-93bb-757b-a2f5-62375c22c84f","role":"original","hash":"d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224ef-92a6-74e0-9e80-d63b14553261',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-92a6-74e0-9e80-d63b14553261","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916010163,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224ef-93bb-757b-a2f5-62375c22c84f','01a224ef-92a6-74e0-9e80-d63b14553261',NULL,NULL,'{"type":"alias","from":"01a224ef-93bb-757b-a2f5-62375c22c84f","to":"01a224ef-92a6-74e0-9e80-d63b14553261","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224ef-93d8-7fea-b87a-77f205b4949a',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-93d8-7fea-b87a-77f205b4949a","kind":"photo","state":"purged","trashedAt":1795916010695,"addedAt":1795916010460,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:3b17df16c17402dd88a1750dc8064c33','01a224ef-93d8-7fea-b87a-77f205b4949a','original',NULL,'{"type":"resource","id":"3b17df16c17402dd88a1750dc8064c33","assetId":"01a224ef-93d8-7fea-b87a-77f205b4949a","role":"original","hash":"b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795916010878,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec"}');
INSERT INTO "entities" VALUES(1,26,'resource:65dfa821cadd54909ee983de26fddc9d','01a224ef-b80c-7ac5-ae51-980eb663d862','original','72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d','{"type":"resource","id":"65dfa821cadd54909ee983de26fddc9d","assetId":"01a224ef-b80c-7ac5-ae51-980eb663d862","role":"original","hash":"72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916010953,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:b43cef53a9483acc4bdcc542c6f11c6b','01a224ef-b812-78ff-8a5a-cd9f1720dacd','original','08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52','{"type":"resource","id":"b43cef53a9483acc4bdcc542c6f11c6b","assetId":"01a224ef-b812-78ff-8a5a-cd9f1720dacd","role":"original","hash":"08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916010945,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224ef-b820-72cf-8541-91229845bde6',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-b820-72cf-8541-91229845bde6","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916019883,"addedBy":"01a224ef-a765-7814-9206-9e86a9be8bdd","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:d9da0a7d088ecd74150b4aeb826d9cb9','01a224ef-b820-72cf-8541-91229845bde6','original','bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86','{"type":"resource","id":"d9da0a7d088ecd74150b4aeb826d9cb9","assetId":"01a224ef-b820-72cf-8541-91229845bde6","role":"original","hash":"bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916010941,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'asset:01a224ef-b820-7c4d-9366-1b5a6a362eb5',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-b820-7c4d-9366-1b5a6a362eb5","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916019884,"addedBy":"01a224ef-a765-7814-9206-9e86a9be8bdd","rendering":null}');
INSERT INTO "entities" VALUES(1,32,'resource:40d3c9817eb9703ad6541a895cd2447b','01a224ef-b820-7c4d-9366-1b5a6a362eb5','original','0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57','{"type":"resource","id":"40d3c9817eb9703ad6541a895cd2447b","assetId":"01a224ef-b820-7c4d-9366-1b5a6a362eb5","role":"original","hash":"0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57","size":700,"mime":"image/jpeg","fileName":null,"modifiedAt":1795916010957,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:d0b8f188cd300f11903e51618c816f1a','01a224ef-b820-72cf-8541-91229845bde6','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"d0b8f188cd300f11903e51618c816f1a","assetId":"01a224ef-b820-72cf-8541-91229845bde6","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795916010957,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224ef-b812-78ff-8a5a-cd9f1720dacd',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-b812-78ff-8a5a-cd9f1720dacd","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916019883,"addedBy":"01a224ef-a765-7814-9206-9e86a9be8bdd","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224ef-b80c-7ac5-ae51-980eb663d862',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-b80c-7ac5-ae51-980eb663d862","kind":"photo","state":"trashed","trashedAt":1795916027317,"addedAt":1795916019747,"addedBy":"01a224ef-a765-7814-9206-9e86a9be8bdd","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224ef-8ef0-72ca-8cff-9042e2980635',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-8ef0-72ca-8cff-9042e2980635","kind":"photo","state":"live","trashedAt":null,"addedAt":1795916009218,"addedBy":"01a224ef-8d4c-74ab-a9e3-1045ac3b5485","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:272c73f224ae85a8b241caafe56affd9','01a224ef-8ef0-72ca-8cff-9042e2980635','original','4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718','{"type":"resource","id":"272c73f224ae85a8b241caafe56affd9","assetId":"01a224ef-8ef0-72ca-8cff-9042e2980635","role":"original","hash":"4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a','01a224ef-93d8-7fea-b87a-77f205b4949a',1795916010814);
INSERT INTO "in_trash" VALUES(1,'01a224ef-919b-727b-b3c9-6174aaae331a',0);
INSERT INTO "in_trash" VALUES(1,'01a224ef-b80c-7ac5-ae51-980eb663d862',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224ef-8ef0-72ca-8cff-9042e2980635');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224ef-9093-7af4-9a04-d776e9fd237c');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224ef-919b-727b-b3c9-6174aaae331a');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224ef-9217-7406-9d8b-5e4a465f4f4a');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224ef-92a6-74e0-9e80-d63b14553261');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224ef-b80c-7ac5-ae51-980eb663d862');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224ef-b812-78ff-8a5a-cd9f1720dacd');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224ef-b820-72cf-8541-91229845bde6');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224ef-b820-7c4d-9366-1b5a6a362eb5');
INSERT INTO "chains" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',15,'d256365bff4fffced066e3e78fe75dc070455a8e9ec6394c9b4d03c07846940b');
INSERT INTO "chains" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',7,'9652f86282d99580f9a44055b0f7bcecca7e434b0c373f6a1815a336195c59df');
INSERT INTO "chains" VALUES(2,'01a224ef-8d4c-74ab-a9e3-1045ac3b5485','0bde12721b1c',1,'48d37fc7c18411070527ba25735b3b59e5bb31694c82c0e7c05e9c2fe92a4f0f');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',1,'3604bd0f4cbc74e5350f35a4f37242a57ef17bc03f1a02e6419d1c834212612c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',2,'59023ad9fd362e154b172a90645d6901eb3b402fd790ad8fff9809299913cd04','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',3,'4b9684d5f6ee3a1903a682ada3fbc236a45901a1d4616025b8335ae93fda43c3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',4,'722f6f6766cb40dcf8fa3c112d2b7606f332b6444c710ef5c5650bd4c5cbb53e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',5,'a79dd1b525171e1a72beac625708c37fadff302bc49cf65517b02b1e14a7c01f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',6,'db8db70854b1514db2b6d6508231bd3f20594d80542f5daf59e5bcca138e44cf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',7,'659d92c5796347a29d9d0f8dd86408385b0c6d27a8ab368ea552b166b759746c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',8,'320a0c508cef7c97b28e1eff4f708425338d7c113646d33940239c1ab844c18e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',9,'e4e86107229c2d99355c87bb4d45457d3c32169d73dc259813baadcaec157013','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',10,'b692db81a5e426d6b0107a2b416a6c1c0706b811642e268f2006cc27f9b3a69e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',11,'2620819b5b25d3a5ae4425861fc47784a8a7b447127d448708b0b8b76b557fe5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',12,'2d18d501b162eb1ca56d2aa77d3678174c132e0fbf73902f0fc6289ff3e11d6d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',13,'dde28770434d37c14f3a828965adf6c9225652ec4f5491dd90d591c4e6687007','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',14,'fe478609c13cd9e986ab2a62721cf31022ef2a39cc9360f2b04faa679694d4cc','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-89f8-749b-8829-8541ade2b0ec','0bde12721b1c',15,'d256365bff4fffced066e3e78fe75dc070455a8e9ec6394c9b4d03c07846940b','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',1,'7a8f2d73f9842b35d1c540fa54b29090764c213a71cfaef1bba83554f03992ac','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',2,'830d30fba672cc3b2c9461bfbf2869bd48081d57da83225895eccc62fb75167b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',3,'9d33abc2b030a5f36258b4947937a408d59c944f6ddb50ea1b1daf73eab0e39d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',4,'f52e13ca7792475b6dcaf7f0e5804c735a53ebac2477862b90e79502015716f1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',5,'dbb7858148e407f6c40d4702c0d8a001d1699ccfc3e3e23e80015b47babb540d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',6,'6b92fe23f9efa50e0186f9842c634da1c77394f583a5af7593bb2651d77d9025','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224ef-a765-7814-9206-9e86a9be8bdd','0bde12721b1c',7,'9652f86282d99580f9a44055b0f7bcecca7e434b0c373f6a1815a336195c59df','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224ef-8d4c-74ab-a9e3-1045ac3b5485','0bde12721b1c',1,'48d37fc7c18411070527ba25735b3b59e5bb31694c82c0e7c05e9c2fe92a4f0f','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224ef-8ef0-72ca-8cff-9042e2980635',1795916009218,'01a224ef-8d4c-74ab-a9e3-1045ac3b5485','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718","size":680}]}');
INSERT INTO "journal" VALUES(2,1,'01a224ef-9093-7af4-9a04-d776e9fd237c',1795916009627,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da","size":685}]}');
INSERT INTO "journal" VALUES(3,1,'01a224ef-919b-727b-b3c9-6174aaae331a',1795916009887,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215","size":690}]}');
INSERT INTO "journal" VALUES(4,1,'01a224ef-9217-7406-9d8b-5e4a465f4f4a',1795916010010,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd","size":690}]}');
INSERT INTO "journal" VALUES(5,1,'01a224ef-92a6-74e0-9e80-d63b14553261',1795916010163,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860","size":689}]}');
INSERT INTO "journal" VALUES(6,1,'01a224ef-93bb-757b-a2f5-62375c22c84f',1795916010429,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5","size":685}]}');
INSERT INTO "journal" VALUES(7,1,'01a224ef-93d8-7fea-b87a-77f205b4949a',1795916010460,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a","size":676}]}');
INSERT INTO "journal" VALUES(8,1,'01a224ef-9093-7af4-9a04-d776e9fd237c',1795916010482,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224ef-919b-727b-b3c9-6174aaae331a',1795916010505,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916010505}');
INSERT INTO "journal" VALUES(10,1,'01a224ef-9217-7406-9d8b-5e4a465f4f4a',1795916010605,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"2116630dafbc70329f41b02c3131229e","state":"live","version":"2116630dafbc70329f41b02c3131229e"}');
INSERT INTO "journal" VALUES(11,1,'01a224ef-92a6-74e0-9e80-d63b14553261',1795916010629,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.join','{"kept":{},"joined":{"id":"01a224ef-93bb-757b-a2f5-62375c22c84f","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5"}]}}','{"role":"raw","hash":"d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224ef-93d8-7fea-b87a-77f205b4949a',1795916010695,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916010695}');
INSERT INTO "journal" VALUES(13,1,'01a224ef-93d8-7fea-b87a-77f205b4949a',1795916010814,'01a224ef-89f8-749b-8829-8541ade2b0ec','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a","size":676}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795916010878,'01a224ef-89f8-749b-8829-8541ade2b0ec','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224ef-b80c-7ac5-ae51-980eb663d862',1795916019747,'01a224ef-a765-7814-9206-9e86a9be8bdd','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d","size":677}]}');
INSERT INTO "journal" VALUES(16,1,'01a224ef-b812-78ff-8a5a-cd9f1720dacd',1795916019883,'01a224ef-a765-7814-9206-9e86a9be8bdd','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52","size":686}]}');
INSERT INTO "journal" VALUES(17,1,'01a224ef-b820-72cf-8541-91229845bde6',1795916019883,'01a224ef-a765-7814-9206-9e86a9be8bdd','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86","size":690}]}');
INSERT INTO "journal" VALUES(18,1,'01a224ef-b820-7c4d-9366-1b5a6a362eb5',1795916019884,'01a224ef-a765-7814-9206-9e86a9be8bdd','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57","size":700}]}');
INSERT INTO "journal" VALUES(19,1,'01a224ef-b820-72cf-8541-91229845bde6',1795916020080,'01a224ef-a765-7814-9206-9e86a9be8bdd','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224ef-b812-78ff-8a5a-cd9f1720dacd',1795916022022,'01a224ef-a765-7814-9206-9e86a9be8bdd','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224ef-b80c-7ac5-ae51-980eb663d862',1795916027317,'01a224ef-a765-7814-9206-9e86a9be8bdd','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795916027317}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224ef-93d8-7fea-b87a-77f205b4949a',0,1795916010814,'01a224ef-89f8-749b-8829-8541ade2b0ec','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224ef-93d8-7fea-b87a-77f205b4949a","kind":"photo","state":"trashed","trashedAt":1795916010695,"addedAt":1795916010460,"addedBy":"01a224ef-89f8-749b-8829-8541ade2b0ec","rendering":null}','[{"type":"resource","id":"3b17df16c17402dd88a1750dc8064c33","assetId":"01a224ef-93d8-7fea-b87a-77f205b4949a","role":"original","hash":"b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224ef-93bb-757b-a2f5-62375c22c84f',0);
INSERT INTO "tombstones" VALUES(1,'01a224ef-93d8-7fea-b87a-77f205b4949a',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'d0b8f188cd300f11903e51618c816f1a','01a224ef-b820-72cf-8541-91229845bde6');
INSERT INTO "user" VALUES('V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ','ann','ann@example.org',0,NULL,'2026-11-29T01:33:16.664Z','2026-11-29T01:33:16.664Z');
INSERT INTO "user" VALUES('VWhQkqXOntZwjUGgHbIU0QPcAocZz8fP','ben','ben@example.org',0,NULL,'2026-11-29T01:33:25.587Z','2026-11-29T01:33:25.587Z');
INSERT INTO "account" VALUES('BdCGFa8S4Z3R6fV9zUSoAQaQtbcqFkV8','V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ','credential','V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ',NULL,NULL,NULL,NULL,NULL,NULL,'834198e7b886f1d9dbfd4b572c7a3167:9315a84f6fb8ddf5395e2819db90e8340ee620d4803af4fb81267a3df975e54b0c5df18fdc426cee523f0b2cc53709597db058bdb12362673ae1800538831253','2026-11-29T01:33:16.684Z','2026-11-29T01:33:16.684Z');
INSERT INTO "account" VALUES('DvIy8eeooot7LEvW7gWOlqnx01T4Qso9','VWhQkqXOntZwjUGgHbIU0QPcAocZz8fP','credential','VWhQkqXOntZwjUGgHbIU0QPcAocZz8fP',NULL,NULL,NULL,NULL,NULL,NULL,'cbcb16d974d00d6c63ccd08df5734629:4a2d33d994b1e938bc78e62ec710ffbd87dc7b70c245635159c7c0c99faddf2e17adbf6e93be7df5d9bc8f3b95dc0d3ae785535cb92c3f2cff4bb055e97064c5','2026-11-29T01:33:25.588Z','2026-11-29T01:33:25.588Z');
INSERT INTO "owners" VALUES('V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ');
INSERT INTO "devices" VALUES('01a224ef-89f8-749b-8829-8541ade2b0ec','V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','Tablet','folder','v1','0.1.0','f580da95b4525393ff4a503e55e2bfba5d3696967f2025333912cc17fa839ff3',NULL,1795916007928,1795916007928,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ef-8d4c-74ab-a9e3-1045ac3b5485','VWhQkqXOntZwjUGgHbIU0QPcAocZz8fP','01a224ef-80da-70a8-8f1a-6f36916b3ff1','Ben’s phone','folder','v1','0.1.0','fd60df0a0655bc3d28e8e0cab297ef855574e55f128e2d5aa2816298c9bf1104',NULL,1795916008780,1795916008780,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','V02PYBrY8sO6JaBNGYn93CkYJ4AwFnZQ','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','Laptop','folder','linux 6.1.0','0.1.0','12f31c7dcd5d8f5a36260c82cf8c25bdb5b0c06288f18621340b83c8766bd781',NULL,1795916015461,1795916015461,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795916027461,'{"version":"0.1.0","protocol":2,"at":1795916027458,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"},"storage":{"value":"keep-originals","from":"usual"},"disk-budget":{"value":"10% free","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795916019266},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795916019266},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":78547611648,"source":"the file system","since":1795916022067}}}',NULL,1795916019871);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','1','01a224ef-b820-72cf-8541-91229845bde6','in-sync','  ','{"key":"1","path":"first.jpg","size":690,"assetId":"01a224ef-b820-72cf-8541-91229845bde6","hash":"bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','10','01a224ef-92a6-74e0-9e80-d63b14553261','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":685,"assetId":"01a224ef-92a6-74e0-9e80-d63b14553261","hash":"d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','11','01a224ef-b812-78ff-8a5a-cd9f1720dacd','in-sync','  ','{"key":"11","path":"renamed.jpg","size":686,"assetId":"01a224ef-b812-78ff-8a5a-cd9f1720dacd","hash":"08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','3','01a224ef-b820-7c4d-9366-1b5a6a362eb5','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":700,"assetId":"01a224ef-b820-7c4d-9366-1b5a6a362eb5","hash":"0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795916015722,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','7','01a224ef-92a6-74e0-9e80-d63b14553261','in-sync','  ','{"key":"7","path":"2024/05/shot.jpg","size":689,"assetId":"01a224ef-92a6-74e0-9e80-d63b14553261","hash":"3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','8','01a224ef-9093-7af4-9a04-d776e9fd237c','in-sync','  ','{"key":"8","path":"2024/05/titled.jpg","size":685,"assetId":"01a224ef-9093-7af4-9a04-d776e9fd237c","hash":"599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd','9','01a224ef-9217-7406-9d8b-5e4a465f4f4a','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":690,"assetId":"01a224ef-9217-7406-9d8b-5e4a465f4f4a","hash":"0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9',690,'committed',1,'01a224ef-89f8-749b-8829-8541ade2b0ec',1795916010595);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52',686,'committed',1,'01a224ef-a765-7814-9206-9e86a9be8bdd',1795916019718);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57',700,'committed',1,'01a224ef-a765-7814-9206-9e86a9be8bdd',1795916019722);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860',689,'committed',1,'01a224ef-89f8-749b-8829-8541ade2b0ec',1795916010099);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd',690,'committed',1,'01a224ef-89f8-749b-8829-8541ade2b0ec',1795916010003);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da',685,'committed',1,'01a224ef-89f8-749b-8829-8541ade2b0ec',1795916009613);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d',677,'committed',1,'01a224ef-a765-7814-9206-9e86a9be8bdd',1795916019716);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224ef-a765-7814-9206-9e86a9be8bdd',1795916020046);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86',690,'committed',1,'01a224ef-a765-7814-9206-9e86a9be8bdd',1795916019722);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215',690,'committed',1,'01a224ef-89f8-749b-8829-8541ade2b0ec',1795916009855);
INSERT INTO "ledger" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5',685,'committed',1,'01a224ef-89f8-749b-8829-8541ade2b0ec',1795916010423);
INSERT INTO "ledger" VALUES('01a224ef-80da-70a8-8f1a-6f36916b3ff1','4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718',680,'committed',1,'01a224ef-8d4c-74ab-a9e3-1045ac3b5485',1795916009195);
INSERT INTO "ledger_sums" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d',6920,0);
INSERT INTO "ledger_sums" VALUES('01a224ef-80da-70a8-8f1a-6f36916b3ff1',680,0);
INSERT INTO "uploads" VALUES('08398d8b006cd15bdacf356ee7ec6d75','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860',689,'image/jpeg',1795916010062,1795916010099,'3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860');
INSERT INTO "uploads" VALUES('26416fb262e204352f6ff70e4ff31f8f','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd',690,'image/jpeg',1795916009993,1795916010003,'544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd');
INSERT INTO "uploads" VALUES('2aacffde0f4502edb84c38f5a21b10d2','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-a765-7814-9206-9e86a9be8bdd','bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86',690,'image/jpeg',1795916019664,1795916019722,'bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86');
INSERT INTO "uploads" VALUES('3efd9379fad7446c8bc74b90eb614db9','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5',685,'image/jpeg',1795916010400,1795916010423,'d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5');
INSERT INTO "uploads" VALUES('4b33c101e4908bd02e5a368c429f3768','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da',685,'image/jpeg',1795916009277,1795916009613,'599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da');
INSERT INTO "uploads" VALUES('6098bc84faaae33666784e67e962e330','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9',690,'image/jpeg',1795916010578,1795916010595,'0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9');
INSERT INTO "uploads" VALUES('67e05f28bdcc2eeae23d8c4657791c8f','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a',676,'image/jpeg',1795916010445,1795916010454,'b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a');
INSERT INTO "uploads" VALUES('75710310480b898a23f107314cbf1a39','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-a765-7814-9206-9e86a9be8bdd','0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57',700,'image/jpeg',1795916019664,1795916019722,'0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57');
INSERT INTO "uploads" VALUES('c67c716edbff97ab8c6495a32b5b37be','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-a765-7814-9206-9e86a9be8bdd','72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d',677,'image/jpeg',1795916019664,1795916019716,'72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d');
INSERT INTO "uploads" VALUES('c731b18bd65c3bffd56393b4f6e1a67e','01a224ef-80da-70a8-8f1a-6f36916b3ff1','01a224ef-8d4c-74ab-a9e3-1045ac3b5485','4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718',680,'image/jpeg',1795916009092,1795916009195,'4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718');
INSERT INTO "uploads" VALUES('c8f97d70914fca246df1b90067bfef85','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-89f8-749b-8829-8541ade2b0ec','cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215',690,'image/jpeg',1795916009818,1795916009855,'cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215');
INSERT INTO "uploads" VALUES('dae170d7e7c64e95d6706786d932e498','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-a765-7814-9206-9e86a9be8bdd','08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52',686,'image/jpeg',1795916019664,1795916019718,'08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52');
INSERT INTO "uploads" VALUES('f4b02571c0d93b8a4d690be1bca66660','01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-a765-7814-9206-9e86a9be8bdd','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795916019995,1795916020046,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "blob_checks" VALUES('0603cc49faf81eaca487362332efaf509a3076935c2747718149c86f18d41ea9',690,'1795916010590125255',1795916010595,0);
INSERT INTO "blob_checks" VALUES('08fe72cdece811352d54373256c2342fa8c6e0315e1765b6d13d4eb129e5ab52',686,'1795916019709687736',1795916019718,0);
INSERT INTO "blob_checks" VALUES('0a884db8bc1fc2bd8fb2ba4db85c73b08f6c19dcf9dcc047091c835c6b816b57',700,'1795916019713112369',1795916019722,0);
INSERT INTO "blob_checks" VALUES('3e80ca5281bc0ee9e64bb2689fc0f4f58bac97b006de1e3ee9ebf4a8aab8d860',689,'1795916010084229817',1795916010099,0);
INSERT INTO "blob_checks" VALUES('4e096734c61ba2dcda8a6954a461cd05ce4dda37a3a4f83a87535358023f5718',680,'1795916009189159178',1795916009195,0);
INSERT INTO "blob_checks" VALUES('544c2b5eeb618430e24769f8e704dfc3d27637309e27d5ff3991ffc1d5b540dd',690,'1795916010000801457',1795916010003,0);
INSERT INTO "blob_checks" VALUES('599a5463dedef278b185d03678275845e31a31de3775783bd6f25f9a7e39b5da',685,'1795916009569265110',1795916009613,0);
INSERT INTO "blob_checks" VALUES('72779a51d993c98f8d91ae43d6e139d6f82c9a9268b2369769554c2f542c341d',677,'1795916019705530490',1795916019716,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795916020020542300',1795916020046,0);
INSERT INTO "blob_checks" VALUES('b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a',676,'1795916010449265136',1795916010454,0);
INSERT INTO "blob_checks" VALUES('bfdd2f371ad0e6f3e057a1e619c14c4c8acf956dcb1c39cccdc96ccf3ce80b86',690,'1795916019709687736',1795916019722,0);
INSERT INTO "blob_checks" VALUES('cf15568d31ad629ee3df11a135dc1271d1e8d8a5df80606f31dceea8e42cc215',690,'1795916009845892371',1795916009855,0);
INSERT INTO "blob_checks" VALUES('d60a6903347a676c289899086076538248a22e135571f1295bbd210e39911dc5',685,'1795916010415633432',1795916010423,0);
INSERT INTO "loose_blobs" VALUES('b1929993aefd5718468e61d68f0a7eeb6e2317c0340037102842254cb505d91a',45073);
INSERT INTO "scrub" VALUES(1,1795915985135,1795915985135,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','01a224ef-9093-7af4-9a04-d776e9fd237c','1f3c574e9a676942d0ce672da920b3d6','started',0,NULL,NULL,1795916009632,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224ef-80da-70a8-8f1a-6f36916b3ff1','01a224ef-8ef0-72ca-8cff-9042e2980635','272c73f224ae85a8b241caafe56affd9','started',0,NULL,NULL,1795916009235,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224ef-89f8-749b-8829-8541ade2b0ec',45073,1795916007928);
INSERT INTO "heard" VALUES('01a224ef-8d4c-74ab-a9e3-1045ac3b5485',45073,1795916008780);
INSERT INTO "heard" VALUES('01a224ef-a765-7814-9206-9e86a9be8bdd',45073,1795916015461);
INSERT INTO "plans" VALUES('12tb','12 TB',12000000000000);
INSERT INTO "plans" VALUES('200gb','200 GB',200000000000);
INSERT INTO "plans" VALUES('2tb','2 TB',2000000000000);
INSERT INTO "plans" VALUES('50gb','50 GB',50000000000);
INSERT INTO "plans" VALUES('5gb','5 GB',5000000000);
INSERT INTO "plans" VALUES('6tb','6 TB',6000000000000);
INSERT INTO "plans" VALUES('unlimited','Unlimited',NULL);
INSERT INTO "library_plans" VALUES('01a224ef-5e0e-7ae3-a6ba-dfdb8be6aa2d','5gb');
INSERT INTO "library_plans" VALUES('01a224ef-80da-70a8-8f1a-6f36916b3ff1','5gb');
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
