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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915711);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915711);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915711);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915711);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915711);
INSERT INTO "schema_steps" VALUES('errands',1,1795915711);
INSERT INTO "schema_steps" VALUES('library',1,1795915711);
INSERT INTO "schema_steps" VALUES('library',2,1795915711);
INSERT INTO "schema_steps" VALUES('library',3,1795915711);
INSERT INTO "schema_steps" VALUES('library',4,1795915711);
INSERT INTO "schema_steps" VALUES('library',5,1795915711);
INSERT INTO "schema_steps" VALUES('library',6,1795915711);
INSERT INTO "schema_steps" VALUES('library',7,1795915711);
INSERT INTO "schema_steps" VALUES('orders',1,1795915711);
INSERT INTO "schema_steps" VALUES('orders',2,1795915711);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915711);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915711);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915711);
INSERT INTO "schema_steps" VALUES('renditions',4,1795915711);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915711);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915711);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915711);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915711);
INSERT INTO "schema_steps" VALUES('settings',1,1795915711);
INSERT INTO "schema_steps" VALUES('silence',1,1795915711);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','f3275ccc28fd');
INSERT INTO "server_facts" VALUES('heartbeat','1795915751136');
INSERT INTO "server_facts" VALUES('seen-time','39384');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224eb-2b05-75be-8db3-cfad5b859a46',5000000000,35,0,6,2,1795915721495);
INSERT INTO "libraries" VALUES(2,'01a224eb-4719-762a-88cc-5920b3c78ab9',5000000000,2,0,1,0,1795915728665);
INSERT INTO "members" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O','owner');
INSERT INTO "members" VALUES('01a224eb-4719-762a-88cc-5920b3c78ab9','D7LQJiHxCvs2igleHMuzkZBb5ie8KWzF','owner');
INSERT INTO "generations" VALUES(1,1,'83ab27c47b',1,1795915721495);
INSERT INTO "generations" VALUES(2,2,'83ab27c47b',1,1795915728665);
INSERT INTO "entities" VALUES(1,2,'resource:a0abe6114e48342ffcfc18180c84de74','01a224eb-556b-719f-8d45-1ac35e408df8','original','cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516','{"type":"resource","id":"a0abe6114e48342ffcfc18180c84de74","assetId":"01a224eb-556b-719f-8d45-1ac35e408df8","role":"original","hash":"cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:213f3bac6abc0279b70b807db241aa4d','01a224eb-561d-74e6-9f7a-2cde05981d40','original','c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454','{"type":"resource","id":"213f3bac6abc0279b70b807db241aa4d","assetId":"01a224eb-561d-74e6-9f7a-2cde05981d40","role":"original","hash":"c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:51ae36c768779e9607f8e4ba831f9ce8','01a224eb-5641-7574-90e4-7aea0ac5a924','original','47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493','{"type":"resource","id":"51ae36c768779e9607f8e4ba831f9ce8","assetId":"01a224eb-5641-7574-90e4-7aea0ac5a924","role":"original","hash":"47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:5f27ccb68d993b82880dcdec594b4a34','01a224eb-5730-7341-b1b4-4489a8df380a','original','d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5','{"type":"resource","id":"5f27ccb68d993b82880dcdec594b4a34","assetId":"01a224eb-5730-7341-b1b4-4489a8df380a","role":"original","hash":"d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224eb-556b-719f-8d45-1ac35e408df8',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224eb-556b-719f-8d45-1ac35e408df8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915732334,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224eb-561d-74e6-9f7a-2cde05981d40',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-561d-74e6-9f7a-2cde05981d40","kind":"photo","state":"trashed","trashedAt":1795915733039,"addedAt":1795915732512,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:4522b3818ab104d344b6621580ea4774','01a224eb-5641-7574-90e4-7aea0ac5a924','edited','aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2','{"type":"resource","id":"4522b3818ab104d344b6621580ea4774","assetId":"01a224eb-5641-7574-90e4-7aea0ac5a924","role":"edited","hash":"aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224eb-5641-7574-90e4-7aea0ac5a924',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-5641-7574-90e4-7aea0ac5a924","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915732560,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce","rendering":"4522b3818ab104d344b6621580ea4774"}');
INSERT INTO "entities" VALUES(1,17,'resource:83411cfb8f0e82fa9d635293c9a8460d','01a224eb-5730-7341-b1b4-4489a8df380a','raw','1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1','{"type":"resource","id":"83411cfb8f0e82fa9d635293c9a8460d","assetId":"01a224eb-5730-7341-b1b4-4489a8df380a","role":"raw","hash":"1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1","size":685,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:83ea152958228f06135dcf904d251e15','01a224eb-577e-745b-a3bf-f1ca414fdf59','original',NULL,'{"type":"resource","id":"83ea152958228f06135dcf904d251e15","assetId":"01a224eb-577e-745b-a3bf-f1ca414fdf59","role":"original","hash":"1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224eb-5730-7341-b1b4-4489a8df380a',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-5730-7341-b1b4-4489a8df380a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915732786,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224eb-577e-745b-a3bf-f1ca414fdf59','01a224eb-5730-7341-b1b4-4489a8df380a',NULL,NULL,'{"type":"alias","from":"01a224eb-577e-745b-a3bf-f1ca414fdf59","to":"01a224eb-5730-7341-b1b4-4489a8df380a","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224eb-580e-76e5-8bfe-b11bf81ecebc',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-580e-76e5-8bfe-b11bf81ecebc","kind":"photo","state":"purged","trashedAt":1795915733120,"addedAt":1795915733010,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:c50ccbd2c4bdcb05e99a97b150b3c53b','01a224eb-580e-76e5-8bfe-b11bf81ecebc','original',NULL,'{"type":"resource","id":"c50ccbd2c4bdcb05e99a97b150b3c53b","assetId":"01a224eb-580e-76e5-8bfe-b11bf81ecebc","role":"original","hash":"9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915733146,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224eb-73a0-7e3f-9751-7d0151e2ee6d',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-73a0-7e3f-9751-7d0151e2ee6d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915740076,"addedBy":"01a224eb-6777-74bb-a89e-47808eecda9c","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:11c7234275479505c906d36306144054','01a224eb-73a0-7e3f-9751-7d0151e2ee6d','original','b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6','{"type":"resource","id":"11c7234275479505c906d36306144054","assetId":"01a224eb-73a0-7e3f-9751-7d0151e2ee6d","role":"original","hash":"b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6","size":685,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915733221,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:119da5e7529018662ce9d007828ed658','01a224eb-73b5-722d-9723-b7daa871f491','original','6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff','{"type":"resource","id":"119da5e7529018662ce9d007828ed658","assetId":"01a224eb-73b5-722d-9723-b7daa871f491","role":"original","hash":"6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915733229,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224eb-73b9-7c4a-b674-305637c3abce',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-73b9-7c4a-b674-305637c3abce","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915740443,"addedBy":"01a224eb-6777-74bb-a89e-47808eecda9c","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:1442a75f91382b13347114e8bb0d3b92','01a224eb-73b9-7c4a-b674-305637c3abce','original','e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636','{"type":"resource","id":"1442a75f91382b13347114e8bb0d3b92","assetId":"01a224eb-73b9-7c4a-b674-305637c3abce","role":"original","hash":"e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636","size":673,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915733237,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:13017dd62798778b57890b47e261b02c','01a224eb-7424-7cf0-920b-1ed43dff07f4','original','130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516','{"type":"resource","id":"13017dd62798778b57890b47e261b02c","assetId":"01a224eb-7424-7cf0-920b-1ed43dff07f4","role":"original","hash":"130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915733233,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'resource:d7c69c981a72216354fa016e155cdac7','01a224eb-73a0-7e3f-9751-7d0151e2ee6d','sidecar','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100','{"type":"resource","id":"d7c69c981a72216354fa016e155cdac7","assetId":"01a224eb-73a0-7e3f-9751-7d0151e2ee6d","role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38,"mime":"application/rdf+xml","fileName":"first.xmp","modifiedAt":1795915733237,"removed":false}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224eb-73b5-722d-9723-b7daa871f491',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-73b5-722d-9723-b7daa871f491","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915740434,"addedBy":"01a224eb-6777-74bb-a89e-47808eecda9c","rendering":null}');
INSERT INTO "entities" VALUES(1,35,'asset:01a224eb-7424-7cf0-920b-1ed43dff07f4',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-7424-7cf0-920b-1ed43dff07f4","kind":"photo","state":"trashed","trashedAt":1795915748309,"addedAt":1795915740444,"addedBy":"01a224eb-6777-74bb-a89e-47808eecda9c","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224eb-541d-7d8d-97a1-d7ffba810cd0',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-541d-7d8d-97a1-d7ffba810cd0","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915732013,"addedBy":"01a224eb-525e-78fb-996d-5b46ac8a6d8d","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:913bd73db8a98150a6cebd33857e0468','01a224eb-541d-7d8d-97a1-d7ffba810cd0','original','6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1','{"type":"resource","id":"913bd73db8a98150a6cebd33857e0468","assetId":"01a224eb-541d-7d8d-97a1-d7ffba810cd0","role":"original","hash":"6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a','01a224eb-580e-76e5-8bfe-b11bf81ecebc',1795915733141);
INSERT INTO "in_trash" VALUES(1,'01a224eb-561d-74e6-9f7a-2cde05981d40',0);
INSERT INTO "in_trash" VALUES(1,'01a224eb-7424-7cf0-920b-1ed43dff07f4',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224eb-541d-7d8d-97a1-d7ffba810cd0');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224eb-556b-719f-8d45-1ac35e408df8');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224eb-561d-74e6-9f7a-2cde05981d40');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224eb-5641-7574-90e4-7aea0ac5a924');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224eb-5730-7341-b1b4-4489a8df380a');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224eb-73a0-7e3f-9751-7d0151e2ee6d');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224eb-73b5-722d-9723-b7daa871f491');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224eb-73b9-7c4a-b674-305637c3abce');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224eb-7424-7cf0-920b-1ed43dff07f4');
INSERT INTO "chains" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',15,'f7f1f7b78a967acc51401972e4e3b878aaf5240ce84795cf6a4ac3e49e1f0a97');
INSERT INTO "chains" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',7,'dde8514d171b654d115a181075bac9e2d0c40685d06bce1930ee3fc54df7c0a0');
INSERT INTO "chains" VALUES(2,'01a224eb-525e-78fb-996d-5b46ac8a6d8d','f3275ccc28fd',1,'b5ac310181f7653bd4d05f24e1cb9b0a571dd41783574b02de33313171c3c52e');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',1,'29cd79a1703b42e0b71e8fcf6ad57b3fc958b60d1900387d20aadb4a15931c65','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',2,'edbdf6facee8c2198ea4de0bd405e3c4025193d670e2e95e9de2e9b4b038c284','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',3,'1f8289920dc39ab9f646e2bf86301e2305135c022ab221f32e35ebdfbcb69194','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',4,'990c1b0c5e10c5560f0b8d58eb1b4c43cb8518211a5b3f66f4b5ebb08437fc33','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',5,'329637406e5dac98d96e215439eb4a93810210deba373ccf6c8042bea3bafb19','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',6,'646a7a8a4a75fd1c6e0e9cd307638b69f00a63647a178931bd569e3b63d492ae','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',7,'813c7e158a3248a26dde4c271a96164567ac6ef99f1eee56124a59d664aa226b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',8,'f6c775f890fbbbecaff587da7e780d0889bf269cbaedd2c9af81bccdd19d806e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',9,'f7600b059ad7127a852d0b881ad8a30a7ee4c363595650705d19615776fad64d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',10,'046d6f13acd1124deec93104611f782bfe59953e7ffc62458310dd41e8ce5a82','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',11,'ce9acc8fcb183d531baed5348f028a08ae227e3788875e65c22f7a1eb0f1034d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',12,'ee6838aa62e62faf36bfacb756e80fa232e9546451d15d195a533987a29311c1','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',13,'48a06d7b7a990ff15fb254dfe9a09ad3ac03999df9a234dac200dbf2d8fec4f7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',14,'bcfc6bf4d42abeb74e051cdcd14d632021c1696404b8d217d69c9bf28dfed876','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','f3275ccc28fd',15,'f7f1f7b78a967acc51401972e4e3b878aaf5240ce84795cf6a4ac3e49e1f0a97','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',1,'68b79e4cb543cf551277c2269961257a6c7230a00bf897b89ebadb98420056e4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',2,'743cfef6e4d24a03d086dbb60281647a43ec05a5608224784a8b6b5aa2693f1a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',3,'05f87aec946cfaab24729e2a9d893c27b532f965db00c2759571254df8b73d98','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',4,'535c192ccce3c361f61a0582c0f798d7827e1f9b78c8f07ff14a215b3b38574a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',5,'2acb317f4fc13ff848138f25fc3a6a158815d75d4866276fd5d3ed35683dbcff','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',6,'53330237a8da347aff0fa5a62ed7d734d32ae1779687bef86505f849b039f8ec','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224eb-6777-74bb-a89e-47808eecda9c','f3275ccc28fd',7,'dde8514d171b654d115a181075bac9e2d0c40685d06bce1930ee3fc54df7c0a0','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224eb-525e-78fb-996d-5b46ac8a6d8d','f3275ccc28fd',1,'b5ac310181f7653bd4d05f24e1cb9b0a571dd41783574b02de33313171c3c52e','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224eb-541d-7d8d-97a1-d7ffba810cd0',1795915732013,'01a224eb-525e-78fb-996d-5b46ac8a6d8d','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1","size":688}]}');
INSERT INTO "journal" VALUES(2,1,'01a224eb-556b-719f-8d45-1ac35e408df8',1795915732334,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516","size":684}]}');
INSERT INTO "journal" VALUES(3,1,'01a224eb-561d-74e6-9f7a-2cde05981d40',1795915732512,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454","size":679}]}');
INSERT INTO "journal" VALUES(4,1,'01a224eb-5641-7574-90e4-7aea0ac5a924',1795915732560,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493","size":679}]}');
INSERT INTO "journal" VALUES(5,1,'01a224eb-5730-7341-b1b4-4489a8df380a',1795915732786,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5","size":683}]}');
INSERT INTO "journal" VALUES(6,1,'01a224eb-577e-745b-a3bf-f1ca414fdf59',1795915732864,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1","size":685}]}');
INSERT INTO "journal" VALUES(7,1,'01a224eb-580e-76e5-8bfe-b11bf81ecebc',1795915733010,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a","size":683}]}');
INSERT INTO "journal" VALUES(8,1,'01a224eb-556b-719f-8d45-1ac35e408df8',1795915733033,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224eb-561d-74e6-9f7a-2cde05981d40',1795915733039,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915733039}');
INSERT INTO "journal" VALUES(10,1,'01a224eb-5641-7574-90e4-7aea0ac5a924',1795915733104,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"4522b3818ab104d344b6621580ea4774","state":"live","version":"4522b3818ab104d344b6621580ea4774"}');
INSERT INTO "journal" VALUES(11,1,'01a224eb-5730-7341-b1b4-4489a8df380a',1795915733113,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.join','{"kept":{},"joined":{"id":"01a224eb-577e-745b-a3bf-f1ca414fdf59","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1"}]}}','{"role":"raw","hash":"1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224eb-580e-76e5-8bfe-b11bf81ecebc',1795915733120,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915733120}');
INSERT INTO "journal" VALUES(13,1,'01a224eb-580e-76e5-8bfe-b11bf81ecebc',1795915733141,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a","size":683}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915733146,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224eb-73a0-7e3f-9751-7d0151e2ee6d',1795915740076,'01a224eb-6777-74bb-a89e-47808eecda9c','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6","size":685}]}');
INSERT INTO "journal" VALUES(16,1,'01a224eb-73b5-722d-9723-b7daa871f491',1795915740434,'01a224eb-6777-74bb-a89e-47808eecda9c','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff","size":679}]}');
INSERT INTO "journal" VALUES(17,1,'01a224eb-73b9-7c4a-b674-305637c3abce',1795915740443,'01a224eb-6777-74bb-a89e-47808eecda9c','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636","size":673}]}');
INSERT INTO "journal" VALUES(18,1,'01a224eb-7424-7cf0-920b-1ed43dff07f4',1795915740444,'01a224eb-6777-74bb-a89e-47808eecda9c','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516","size":679}]}');
INSERT INTO "journal" VALUES(19,1,'01a224eb-73a0-7e3f-9751-7d0151e2ee6d',1795915740533,'01a224eb-6777-74bb-a89e-47808eecda9c','resource.attach','null','{"role":"sidecar","hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","size":38}');
INSERT INTO "journal" VALUES(20,1,'01a224eb-73b5-722d-9723-b7daa871f491',1795915742855,'01a224eb-6777-74bb-a89e-47808eecda9c','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(21,1,'01a224eb-7424-7cf0-920b-1ed43dff07f4',1795915748309,'01a224eb-6777-74bb-a89e-47808eecda9c','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915748309}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224eb-580e-76e5-8bfe-b11bf81ecebc',0,1795915733141,'01a224eb-4ffa-7d00-a331-eae9fe5014ce','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224eb-580e-76e5-8bfe-b11bf81ecebc","kind":"photo","state":"trashed","trashedAt":1795915733120,"addedAt":1795915733010,"addedBy":"01a224eb-4ffa-7d00-a331-eae9fe5014ce","rendering":null}','[{"type":"resource","id":"c50ccbd2c4bdcb05e99a97b150b3c53b","assetId":"01a224eb-580e-76e5-8bfe-b11bf81ecebc","role":"original","hash":"9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224eb-577e-745b-a3bf-f1ca414fdf59',0);
INSERT INTO "tombstones" VALUES(1,'01a224eb-580e-76e5-8bfe-b11bf81ecebc',0);
INSERT INTO "unread_sidecars" VALUES(1,1,'d7c69c981a72216354fa016e155cdac7','01a224eb-73a0-7e3f-9751-7d0151e2ee6d');
INSERT INTO "user" VALUES('i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O','ann','ann@example.org',0,NULL,'2026-11-29T01:28:41.449Z','2026-11-29T01:28:41.449Z');
INSERT INTO "user" VALUES('D7LQJiHxCvs2igleHMuzkZBb5ie8KWzF','ben','ben@example.org',0,NULL,'2026-11-29T01:28:48.663Z','2026-11-29T01:28:48.663Z');
INSERT INTO "account" VALUES('AsK7MmKvQ8W9zpBXVlweXpYDH0WHCqUu','i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O','credential','i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O',NULL,NULL,NULL,NULL,NULL,NULL,'45576e8c9f39d4825cd19bec590d93fa:9fd33e4276c60b2f048e1930c287ad4edded1f014ad647a1ed34db4f4caff06646d89e0585fa37f007d82ee9843990932f6ae414fe93712c7be66c14cd4611bc','2026-11-29T01:28:41.468Z','2026-11-29T01:28:41.468Z');
INSERT INTO "account" VALUES('2d23RCiSwKQ9XUGP1pZvZFrQWl4OA5WT','D7LQJiHxCvs2igleHMuzkZBb5ie8KWzF','credential','D7LQJiHxCvs2igleHMuzkZBb5ie8KWzF',NULL,NULL,NULL,NULL,NULL,NULL,'5fa6956dcae01dfc2e1f437fb0023243:e5a7917e512116fd0f3688db58b5c8ec7e3b2b97654831ce1d1a71f61880f2a9a0ad14cd4c4ab41df12ac8a81587f96e510ce4d40814ccf191b04033677c8967','2026-11-29T01:28:48.664Z','2026-11-29T01:28:48.664Z');
INSERT INTO "owners" VALUES('i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O');
INSERT INTO "devices" VALUES('01a224eb-4ffa-7d00-a331-eae9fe5014ce','i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O','01a224eb-2b05-75be-8db3-cfad5b859a46','Tablet','folder','v1','0.1.0','1c260f381ec96a96069f60dc6121e6db4889571d30ef527915314199995e5b68',NULL,1795915730938,1795915730938,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224eb-525e-78fb-996d-5b46ac8a6d8d','D7LQJiHxCvs2igleHMuzkZBb5ie8KWzF','01a224eb-4719-762a-88cc-5920b3c78ab9','Ben’s phone','folder','v1','0.1.0','d3fce5043f0c5241e42aecd1d2e0f1cb1228380389302954f9ffbbff9c4f381c',NULL,1795915731550,1795915731550,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','i7RCiFF0DzcKIXZvdGj7ceFTt9hyIQ7O','01a224eb-2b05-75be-8db3-cfad5b859a46','Laptop','folder','linux 6.1.0','0.1.0','db28778a1c8163a7d11c27c48df45330d4ad81c898465cd8321c9e8ab4b94a20',NULL,1795915736951,1795915736951,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','{"counts":{"onDevice":9,"inSync":8,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":1},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":1,"primary":1}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915748427,'{"version":"0.1.0","protocol":2,"at":1795915748411,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915739566},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915739566},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":79529222144,"source":"the file system","since":1795915743018}}}',NULL,1795915740123);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','1','01a224eb-73a0-7e3f-9751-7d0151e2ee6d','in-sync','  ','{"key":"1","path":"first.jpg","size":685,"assetId":"01a224eb-73a0-7e3f-9751-7d0151e2ee6d","hash":"b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','10','01a224eb-5730-7341-b1b4-4489a8df380a','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":685,"assetId":"01a224eb-5730-7341-b1b4-4489a8df380a","hash":"1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','11','01a224eb-73b5-722d-9723-b7daa871f491','in-sync','  ','{"key":"11","path":"renamed.jpg","size":679,"assetId":"01a224eb-73b5-722d-9723-b7daa871f491","hash":"6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','2',NULL,'in-sync','  ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":"99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100","form":"original","inSync":true,"reasons":[]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','3','01a224eb-73b9-7c4a-b674-305637c3abce','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":673,"assetId":"01a224eb-73b9-7c4a-b674-305637c3abce","hash":"e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915737080,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','7','01a224eb-556b-719f-8d45-1ac35e408df8','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":684,"assetId":"01a224eb-556b-719f-8d45-1ac35e408df8","hash":"cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','8','01a224eb-5641-7574-90e4-7aea0ac5a924','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":683,"assetId":"01a224eb-5641-7574-90e4-7aea0ac5a924","hash":"aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c','9','01a224eb-5730-7341-b1b4-4489a8df380a','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":683,"assetId":"01a224eb-5730-7341-b1b4-4489a8df380a","hash":"d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516',679,'committed',1,'01a224eb-6777-74bb-a89e-47808eecda9c',1795915740073);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1',685,'committed',1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce',1795915732857);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493',679,'committed',1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce',1795915732530);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff',679,'committed',1,'01a224eb-6777-74bb-a89e-47808eecda9c',1795915740059);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'committed',1,'01a224eb-6777-74bb-a89e-47808eecda9c',1795915740514);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2',683,'committed',1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce',1795915733098);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6',685,'committed',1,'01a224eb-6777-74bb-a89e-47808eecda9c',1795915740042);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454',679,'committed',1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce',1795915732492);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516',684,'committed',1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce',1795915732328);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5',683,'committed',1,'01a224eb-4ffa-7d00-a331-eae9fe5014ce',1795915732763);
INSERT INTO "ledger" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636',673,'committed',1,'01a224eb-6777-74bb-a89e-47808eecda9c',1795915740061);
INSERT INTO "ledger" VALUES('01a224eb-4719-762a-88cc-5920b3c78ab9','6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1',688,'committed',1,'01a224eb-525e-78fb-996d-5b46ac8a6d8d',1795915731994);
INSERT INTO "ledger_sums" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46',6847,0);
INSERT INTO "ledger_sums" VALUES('01a224eb-4719-762a-88cc-5920b3c78ab9',688,0);
INSERT INTO "uploads" VALUES('1383875043a53567296836d080c6a850','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493',679,'image/jpeg',1795915732521,1795915732530,'47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493');
INSERT INTO "uploads" VALUES('63b63fc0a2d2002c026c0ea494dda459','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1',685,'image/jpeg',1795915732814,1795915732857,'1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1');
INSERT INTO "uploads" VALUES('6c7a14a87f051f1e61fcff4dd5b0ec9c','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2',683,'image/jpeg',1795915733062,1795915733098,'aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2');
INSERT INTO "uploads" VALUES('73c139411440ffceb3d75d74f4bd5dc4','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5',683,'image/jpeg',1795915732700,1795915732763,'d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5');
INSERT INTO "uploads" VALUES('76c6202afc763496c6fd9ca602ac7f76','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516',684,'image/jpeg',1795915732273,1795915732328,'cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516');
INSERT INTO "uploads" VALUES('903a75c578f47b03449c865811c67459','01a224eb-4719-762a-88cc-5920b3c78ab9','01a224eb-525e-78fb-996d-5b46ac8a6d8d','6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1',688,'image/jpeg',1795915731829,1795915731994,'6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1');
INSERT INTO "uploads" VALUES('a4f42b90cde58eddda438d08e93b2b55','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-6777-74bb-a89e-47808eecda9c','6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff',679,'image/jpeg',1795915739975,1795915740059,'6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff');
INSERT INTO "uploads" VALUES('a90545778cb0717ba215be9a8ba5e076','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-6777-74bb-a89e-47808eecda9c','e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636',673,'image/jpeg',1795915739975,1795915740061,'e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636');
INSERT INTO "uploads" VALUES('c60db4d6f1cbae98e4176c04c58c2219','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-6777-74bb-a89e-47808eecda9c','b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6',685,'image/jpeg',1795915739974,1795915740042,'b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6');
INSERT INTO "uploads" VALUES('d6bfe4a36cecfe42e3f05419816beb1e','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-6777-74bb-a89e-47808eecda9c','99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'application/rdf+xml',1795915740434,1795915740514,'99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100');
INSERT INTO "uploads" VALUES('ec9a4fd378eb2efc555937eebf873d72','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-6777-74bb-a89e-47808eecda9c','130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516',679,'image/jpeg',1795915739975,1795915740073,'130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516');
INSERT INTO "uploads" VALUES('f45132de77adec0655a4f9efb94785f9','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a',683,'image/jpeg',1795915732964,1795915732994,'9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a');
INSERT INTO "uploads" VALUES('fb0bc2f6f7e75334fd2c1bb654f54d2a','01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-4ffa-7d00-a331-eae9fe5014ce','c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454',679,'image/jpeg',1795915732348,1795915732492,'c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454');
INSERT INTO "blob_checks" VALUES('130504a87c0fc3305d4d4bbe7d6f51dd5fa254762f06c7013fcffa53f02a1516',679,'1795915740025257158',1795915740073,0);
INSERT INTO "blob_checks" VALUES('1a15211c3d739231308b9847b4235b535896ad3ea461c5d87f2acf3efeaacfc1',685,'1795915732845256631',1795915732857,0);
INSERT INTO "blob_checks" VALUES('47ebf645e8ca7683673dad5a68700c6eca28964ec84da7978858348b8cb64493',679,'1795915732526065654',1795915732530,0);
INSERT INTO "blob_checks" VALUES('6946c09eae898557e13eb92a70dad7cfe2c99e466e80a4182af107a9ba854fff',679,'1795915740021257158',1795915740059,0);
INSERT INTO "blob_checks" VALUES('6bc54a90c572043aef1a58342063ab980a5de08bc27b6447e7f0ca5c748f7ad1',688,'1795915731967789117',1795915731994,0);
INSERT INTO "blob_checks" VALUES('9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a',683,'1795915732972533140',1795915732994,0);
INSERT INTO "blob_checks" VALUES('99befe8aadc75d0c6e6420b831b857a611da414ed764771d537101ec043b2100',38,'1795915740485681166',1795915740514,0);
INSERT INTO "blob_checks" VALUES('aa502fd303829390f06dc687460c6cf5e9c271870f8035b06dc34bc0620020b2',683,'1795915733093507044',1795915733098,0);
INSERT INTO "blob_checks" VALUES('b0cc99af2b64b5056717d7efa4556128dd90a6d694527d11409a412d5e7481c6',685,'1795915740021257158',1795915740042,0);
INSERT INTO "blob_checks" VALUES('c8e8ddf21447cb483905c5884c038400860a2ea9dfa370e4e43ec1bc7b781454',679,'1795915732425256934',1795915732492,0);
INSERT INTO "blob_checks" VALUES('cd4640f3a0ac30856e16d16c1144fa4bec75b081da2608dd19b83e5887759516',684,'1795915732318170173',1795915732328,0);
INSERT INTO "blob_checks" VALUES('d2d80d9d39636934b79aca8c3fed5df1b467133a209b105d2141a38ce00c56a5',683,'1795915732718141811',1795915732763,0);
INSERT INTO "blob_checks" VALUES('e7713a99ae3657726b1e3124cdbf6a5de415d4b303c854b7a85e717654d02636',673,'1795915740021257158',1795915740061,0);
INSERT INTO "loose_blobs" VALUES('9880eb3e2904b1d003cfc5a673b88b2c19d20a6d5892417f58a02482cf9eab1a',39384);
INSERT INTO "scrub" VALUES(1,1795915711892,1795915711892,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224eb-2b05-75be-8db3-cfad5b859a46','01a224eb-556b-719f-8d45-1ac35e408df8','a0abe6114e48342ffcfc18180c84de74','started',0,NULL,NULL,1795915732337,NULL,NULL,0);
INSERT INTO "rendition_attempts" VALUES('01a224eb-4719-762a-88cc-5920b3c78ab9','01a224eb-541d-7d8d-97a1-d7ffba810cd0','913bd73db8a98150a6cebd33857e0468','started',0,NULL,NULL,1795915732077,NULL,NULL,0);
INSERT INTO "heard" VALUES('01a224eb-4ffa-7d00-a331-eae9fe5014ce',39384,1795915730938);
INSERT INTO "heard" VALUES('01a224eb-525e-78fb-996d-5b46ac8a6d8d',39384,1795915731550);
INSERT INTO "heard" VALUES('01a224eb-6777-74bb-a89e-47808eecda9c',39384,1795915736951);
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
