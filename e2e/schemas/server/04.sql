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
      at INTEGER NOT NULL,
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915291);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915291);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915291);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915291);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915291);
INSERT INTO "schema_steps" VALUES('errands',1,1795915291);
INSERT INTO "schema_steps" VALUES('library',1,1795915291);
INSERT INTO "schema_steps" VALUES('library',2,1795915291);
INSERT INTO "schema_steps" VALUES('library',3,1795915291);
INSERT INTO "schema_steps" VALUES('library',4,1795915291);
INSERT INTO "schema_steps" VALUES('library',5,1795915291);
INSERT INTO "schema_steps" VALUES('orders',1,1795915291);
INSERT INTO "schema_steps" VALUES('orders',2,1795915291);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915291);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915291);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915291);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915291);
INSERT INTO "schema_steps" VALUES('settings',1,1795915291);
INSERT INTO "schema_steps" VALUES('silence',1,1795915291);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','682830ecbc02');
INSERT INTO "server_facts" VALUES('heartbeat','1795915333501');
INSERT INTO "server_facts" VALUES('seen-time','41801');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e4-cdab-72e5-a39e-f8e8cb344b47',5000000000,34,0,6,2,1795915304377);
INSERT INTO "libraries" VALUES(2,'01a224e4-e754-7235-b79f-9e6973b89419',5000000000,2,0,1,0,1795915310932);
INSERT INTO "members" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','teDnukxwyH4NHkYx4e0OuYe67rZHSW5r','owner');
INSERT INTO "members" VALUES('01a224e4-e754-7235-b79f-9e6973b89419','Vi2zfBu25dnjzEAJRVOPabCc4HUCLzKh','owner');
INSERT INTO "generations" VALUES(1,1,'e4187b3db6',1,1795915304378);
INSERT INTO "generations" VALUES(2,2,'e4187b3db6',1,1795915310932);
INSERT INTO "entities" VALUES(1,2,'resource:6a10a1956deb17325d57e2dd5d12bc22','01a224e4-f417-74e7-8718-a61bdd82708a','original','19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd','{"type":"resource","id":"6a10a1956deb17325d57e2dd5d12bc22","assetId":"01a224e4-f417-74e7-8718-a61bdd82708a","role":"original","hash":"19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:623f83ac5c7af82ab8bee288d505dd18','01a224e4-f435-710e-b78f-2c7ed0229eb5','original','cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec','{"type":"resource","id":"623f83ac5c7af82ab8bee288d505dd18","assetId":"01a224e4-f435-710e-b78f-2c7ed0229eb5","role":"original","hash":"cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:a98389fecf3fe075f76e74b05da54642','01a224e4-f447-7581-8b9d-27a9e5bcf826','original','6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd','{"type":"resource","id":"a98389fecf3fe075f76e74b05da54642","assetId":"01a224e4-f447-7581-8b9d-27a9e5bcf826","role":"original","hash":"6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:18a8d383e78f40915b6fc136a4559985','01a224e4-f457-7c9e-8e34-e45960731169','original','d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720','{"type":"resource","id":"18a8d383e78f40915b6fc136a4559985","assetId":"01a224e4-f457-7c9e-8e34-e45960731169","role":"original","hash":"d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720","size":688,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e4-f417-74e7-8718-a61bdd82708a',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e4-f417-74e7-8718-a61bdd82708a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915314203,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e4-f435-710e-b78f-2c7ed0229eb5',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-f435-710e-b78f-2c7ed0229eb5","kind":"photo","state":"trashed","trashedAt":1795915314342,"addedAt":1795915314231,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:fd713d35c574b5df9bfed4a7d09f234f','01a224e4-f447-7581-8b9d-27a9e5bcf826','edited','5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217','{"type":"resource","id":"fd713d35c574b5df9bfed4a7d09f234f","assetId":"01a224e4-f447-7581-8b9d-27a9e5bcf826","role":"edited","hash":"5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217","size":668,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e4-f447-7581-8b9d-27a9e5bcf826',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-f447-7581-8b9d-27a9e5bcf826","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915314248,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c","rendering":"fd713d35c574b5df9bfed4a7d09f234f"}');
INSERT INTO "entities" VALUES(1,17,'resource:3df9e8369cc5017737d6cedb40753c95','01a224e4-f457-7c9e-8e34-e45960731169','raw','4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0','{"type":"resource","id":"3df9e8369cc5017737d6cedb40753c95","assetId":"01a224e4-f457-7c9e-8e34-e45960731169","role":"raw","hash":"4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0","size":686,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:5c355635d1c705c60c2c77b340a8ce94','01a224e4-f477-7652-9e72-7c92c9d033a4','original',NULL,'{"type":"resource","id":"5c355635d1c705c60c2c77b340a8ce94","assetId":"01a224e4-f477-7652-9e72-7c92c9d033a4","role":"original","hash":"4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e4-f457-7c9e-8e34-e45960731169',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-f457-7c9e-8e34-e45960731169","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915314266,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e4-f477-7652-9e72-7c92c9d033a4','01a224e4-f457-7c9e-8e34-e45960731169',NULL,NULL,'{"type":"alias","from":"01a224e4-f477-7652-9e72-7c92c9d033a4","to":"01a224e4-f457-7c9e-8e34-e45960731169","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e4-f497-7b72-94a9-81d787e44c70',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-f497-7b72-94a9-81d787e44c70","kind":"photo","state":"purged","trashedAt":1795915314374,"addedAt":1795915314331,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:b77bd38d7a7525e5a1b8f629252dc3e5','01a224e4-f497-7b72-94a9-81d787e44c70','original',NULL,'{"type":"resource","id":"b77bd38d7a7525e5a1b8f629252dc3e5","assetId":"01a224e4-f497-7b72-94a9-81d787e44c70","role":"original","hash":"051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915314393,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e5-12e7-7603-837c-2223919f7fc3',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-12e7-7603-837c-2223919f7fc3","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915322108,"addedBy":"01a224e5-01a4-787f-bd9c-3438efc0302e","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:05625bdb1fb6c77536af10cbf29be31b','01a224e5-12e7-7603-837c-2223919f7fc3','original','adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409','{"type":"resource","id":"05625bdb1fb6c77536af10cbf29be31b","assetId":"01a224e5-12e7-7603-837c-2223919f7fc3","role":"original","hash":"adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915314421,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:947498aed4c8ab783018ea05cfd2eef1','01a224e5-12ee-7ee8-afa3-2997539e4342','original','9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8','{"type":"resource","id":"947498aed4c8ab783018ea05cfd2eef1","assetId":"01a224e5-12ee-7ee8-afa3-2997539e4342","role":"original","hash":"9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915314429,"removed":false}');
INSERT INTO "entities" VALUES(1,30,'resource:515d3c17002b05f67461a5f371cfc1b3','01a224e5-12ef-7339-a59b-55d8d36f64a3','original','0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4','{"type":"resource","id":"515d3c17002b05f67461a5f371cfc1b3","assetId":"01a224e5-12ef-7339-a59b-55d8d36f64a3","role":"original","hash":"0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4","size":679,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915314425,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'asset:01a224e5-12ef-7ac4-85c1-51e287ddee54',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-12ef-7ac4-85c1-51e287ddee54","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915322247,"addedBy":"01a224e5-01a4-787f-bd9c-3438efc0302e","rendering":null}');
INSERT INTO "entities" VALUES(1,32,'resource:fea63fe21839f593ad1278964aea1e41','01a224e5-12ef-7ac4-85c1-51e287ddee54','original','37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb','{"type":"resource","id":"fea63fe21839f593ad1278964aea1e41","assetId":"01a224e5-12ef-7ac4-85c1-51e287ddee54","role":"original","hash":"37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915314433,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e5-12ef-7339-a59b-55d8d36f64a3',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-12ef-7339-a59b-55d8d36f64a3","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915322230,"addedBy":"01a224e5-01a4-787f-bd9c-3438efc0302e","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e5-12ee-7ee8-afa3-2997539e4342',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e5-12ee-7ee8-afa3-2997539e4342","kind":"photo","state":"trashed","trashedAt":1795915330832,"addedAt":1795915322229,"addedBy":"01a224e5-01a4-787f-bd9c-3438efc0302e","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e4-f3c7-77d5-abd5-f64898056680',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-f3c7-77d5-abd5-f64898056680","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915314143,"addedBy":"01a224e4-f2cf-76f6-b6a3-e377eca4d4eb","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:08d491b0b021bd25b3a27e2b9744bc4b','01a224e4-f3c7-77d5-abd5-f64898056680','original','5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83','{"type":"resource","id":"08d491b0b021bd25b3a27e2b9744bc4b","assetId":"01a224e4-f3c7-77d5-abd5-f64898056680","role":"original","hash":"5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939','01a224e4-f497-7b72-94a9-81d787e44c70',1795915314385);
INSERT INTO "in_trash" VALUES(1,'01a224e4-f435-710e-b78f-2c7ed0229eb5',0);
INSERT INTO "in_trash" VALUES(1,'01a224e5-12ee-7ee8-afa3-2997539e4342',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e4-f3c7-77d5-abd5-f64898056680');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e4-f417-74e7-8718-a61bdd82708a');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e4-f435-710e-b78f-2c7ed0229eb5');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e4-f447-7581-8b9d-27a9e5bcf826');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e4-f457-7c9e-8e34-e45960731169');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e5-12e7-7603-837c-2223919f7fc3');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e5-12ee-7ee8-afa3-2997539e4342');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e5-12ef-7339-a59b-55d8d36f64a3');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e5-12ef-7ac4-85c1-51e287ddee54');
INSERT INTO "chains" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',15,'2cc128cb996ace66e201dffdf9a08daad888844debee608cfd95f61ca2658a89');
INSERT INTO "chains" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',6,'005887f790ec993c12f975c4909be99d75ab7bf1521cc60a1180071fd58171ee');
INSERT INTO "chains" VALUES(2,'01a224e4-f2cf-76f6-b6a3-e377eca4d4eb','682830ecbc02',1,'963ab6e83feae510a9a92de8ae8a8657e924ffe61243b4df55460a39b6a4b14e');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',1,'132595e9a49e7de4238e00aaca71a0f28ac82bb69b73d19d2e91360cffdbdb26','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',2,'1c1dc47f1353f3953fd594bd84965aae07908c421c362712399b47024d9f2611','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',3,'5d5f36c2d8580a74261e2478d9c1db85cdb38d9d7d99d89c81b6f55dd2f0826b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',4,'f553fe81eb64e3ce84fcd08fe22d45ebae03a8d2668617c8078f480543fc7685','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',5,'a88d6b346cd61e8cff7de21fd393cc8bfa78d3ad99954e50bb765a2934633f11','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',6,'26d2d244e3932f8958664372a38a76ae41f964052d7702ac389b03d970180920','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',7,'e678f40bc84a0481cd6c4f44da17648c0beedc028ee5b1e94d82771b566bdbc2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',8,'d9a368bec83dd3f5df1554c23d0cac168531b01a90624524af911f3644ff211f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',9,'159b46149eb1ed181ef1d4bbf99c1626efe823745ce1a160247b620207ddbd83','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',10,'2d61ebe7d7408e5329b7e1c698f92bed00a98c83e070a3a761baac70a2197af9','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',11,'6bc98f01bc9f078ba9d34d2024605e2da580b669436962def4170bba1d2e9c7e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',12,'be0a69384a5de8728107ca158fc60f068c818335bb778a27aaec64d9c5072e52','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',13,'0758ed682b9c927b928a25041b81f9f7d78f73296e3d3ae8a29e0081add19de2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',14,'97bf94561b599c963d0b061727cc0e901b82ecc20114ca27111f729f1f28141f','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e4-f028-7f99-a0c2-88314897283c','682830ecbc02',15,'2cc128cb996ace66e201dffdf9a08daad888844debee608cfd95f61ca2658a89','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',1,'64c9b8c24aeb49376b2b2f041d0389fcc114702a5b74fd18f4ec91e747229072','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',2,'88d11271c824ca9fe77ae4fa09ed4a193591dde713ee8a0e25732e570a467c13','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',3,'9ed02ea5ae3e2d13aa67167c6cf6c65a6178a59b7e3cfa087fc795b0c8b66d8b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',4,'c60fdb058f3b425579e5c4145f0df60697187d1b9c7dd098a00d44d894d048a3','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',5,'71b70dc73723c13e492c49c0c64ccfc171b857a76e2fd27afc2939d81750ec4b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e5-01a4-787f-bd9c-3438efc0302e','682830ecbc02',6,'005887f790ec993c12f975c4909be99d75ab7bf1521cc60a1180071fd58171ee','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e4-f2cf-76f6-b6a3-e377eca4d4eb','682830ecbc02',1,'963ab6e83feae510a9a92de8ae8a8657e924ffe61243b4df55460a39b6a4b14e','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e4-f3c7-77d5-abd5-f64898056680',1795915314143,'01a224e4-f2cf-76f6-b6a3-e377eca4d4eb','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83","size":692}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e4-f417-74e7-8718-a61bdd82708a',1795915314203,'01a224e4-f028-7f99-a0c2-88314897283c','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd","size":686}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e4-f435-710e-b78f-2c7ed0229eb5',1795915314231,'01a224e4-f028-7f99-a0c2-88314897283c','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec","size":690}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e4-f447-7581-8b9d-27a9e5bcf826',1795915314248,'01a224e4-f028-7f99-a0c2-88314897283c','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd","size":680}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e4-f457-7c9e-8e34-e45960731169',1795915314266,'01a224e4-f028-7f99-a0c2-88314897283c','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720","size":688}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e4-f477-7652-9e72-7c92c9d033a4',1795915314298,'01a224e4-f028-7f99-a0c2-88314897283c','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0","size":686}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e4-f497-7b72-94a9-81d787e44c70',1795915314331,'01a224e4-f028-7f99-a0c2-88314897283c','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939","size":692}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e4-f417-74e7-8718-a61bdd82708a',1795915314338,'01a224e4-f028-7f99-a0c2-88314897283c','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e4-f435-710e-b78f-2c7ed0229eb5',1795915314342,'01a224e4-f028-7f99-a0c2-88314897283c','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915314342}');
INSERT INTO "journal" VALUES(10,1,'01a224e4-f447-7581-8b9d-27a9e5bcf826',1795915314362,'01a224e4-f028-7f99-a0c2-88314897283c','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"fd713d35c574b5df9bfed4a7d09f234f","state":"live","version":"fd713d35c574b5df9bfed4a7d09f234f"}');
INSERT INTO "journal" VALUES(11,1,'01a224e4-f457-7c9e-8e34-e45960731169',1795915314369,'01a224e4-f028-7f99-a0c2-88314897283c','asset.join','{"kept":{},"joined":{"id":"01a224e4-f477-7652-9e72-7c92c9d033a4","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0"}]}}','{"role":"raw","hash":"4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e4-f497-7b72-94a9-81d787e44c70',1795915314374,'01a224e4-f028-7f99-a0c2-88314897283c','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915314374}');
INSERT INTO "journal" VALUES(13,1,'01a224e4-f497-7b72-94a9-81d787e44c70',1795915314385,'01a224e4-f028-7f99-a0c2-88314897283c','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939","size":692}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915314393,'01a224e4-f028-7f99-a0c2-88314897283c','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e5-12e7-7603-837c-2223919f7fc3',1795915322108,'01a224e5-01a4-787f-bd9c-3438efc0302e','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409","size":683}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e5-12ee-7ee8-afa3-2997539e4342',1795915322229,'01a224e5-01a4-787f-bd9c-3438efc0302e','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8","size":678}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e5-12ef-7339-a59b-55d8d36f64a3',1795915322230,'01a224e5-01a4-787f-bd9c-3438efc0302e','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4","size":679}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e5-12ef-7ac4-85c1-51e287ddee54',1795915322247,'01a224e5-01a4-787f-bd9c-3438efc0302e','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb","size":682}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e5-12ef-7339-a59b-55d8d36f64a3',1795915325544,'01a224e5-01a4-787f-bd9c-3438efc0302e','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e5-12ee-7ee8-afa3-2997539e4342',1795915330832,'01a224e5-01a4-787f-bd9c-3438efc0302e','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915330832}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e4-f497-7b72-94a9-81d787e44c70',0,1795915314385,'01a224e4-f028-7f99-a0c2-88314897283c','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e4-f497-7b72-94a9-81d787e44c70","kind":"photo","state":"trashed","trashedAt":1795915314374,"addedAt":1795915314331,"addedBy":"01a224e4-f028-7f99-a0c2-88314897283c","rendering":null}','[{"type":"resource","id":"b77bd38d7a7525e5a1b8f629252dc3e5","assetId":"01a224e4-f497-7b72-94a9-81d787e44c70","role":"original","hash":"051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e4-f477-7652-9e72-7c92c9d033a4',0);
INSERT INTO "tombstones" VALUES(1,'01a224e4-f497-7b72-94a9-81d787e44c70',0);
INSERT INTO "user" VALUES('teDnukxwyH4NHkYx4e0OuYe67rZHSW5r','ann','ann@example.org',0,NULL,'2026-11-29T01:21:44.299Z','2026-11-29T01:21:44.299Z');
INSERT INTO "user" VALUES('Vi2zfBu25dnjzEAJRVOPabCc4HUCLzKh','ben','ben@example.org',0,NULL,'2026-11-29T01:21:50.926Z','2026-11-29T01:21:50.926Z');
INSERT INTO "account" VALUES('GSFP09niuMRipsrfBIUMp0zcBXESVqv1','teDnukxwyH4NHkYx4e0OuYe67rZHSW5r','credential','teDnukxwyH4NHkYx4e0OuYe67rZHSW5r',NULL,NULL,NULL,NULL,NULL,NULL,'41072b1a395b0e43bb809e19e84d9ee6:265ca943afa65e352257be5b82d4c32cc8ca1f70f551cdac4353588778b7477133f9fda134422545b63aeb3666ead169da1b6010e7c46f08669ad702dd97f2f8','2026-11-29T01:21:44.332Z','2026-11-29T01:21:44.332Z');
INSERT INTO "account" VALUES('xJRUK9jEzOpsxPcwzoFctCxu5f6Pa8cN','Vi2zfBu25dnjzEAJRVOPabCc4HUCLzKh','credential','Vi2zfBu25dnjzEAJRVOPabCc4HUCLzKh',NULL,NULL,NULL,NULL,NULL,NULL,'38e2613e9b96bd3168c0ffdbe3b22a52:0cbae1690a8d8073c99669f77fce805e0c0e6119bd94fbaae7af42baab831648371988d9cb56a6a45513664184a6ffdd7fa578f680e2837a5a491aad32487c6e','2026-11-29T01:21:50.931Z','2026-11-29T01:21:50.931Z');
INSERT INTO "owners" VALUES('teDnukxwyH4NHkYx4e0OuYe67rZHSW5r');
INSERT INTO "devices" VALUES('01a224e4-f028-7f99-a0c2-88314897283c','teDnukxwyH4NHkYx4e0OuYe67rZHSW5r','01a224e4-cdab-72e5-a39e-f8e8cb344b47','Tablet','folder','v1','0.1.0','b62067c1664528183f1abae1bfb059acde132c0d93f3d3298953f43ddef54a28',NULL,1795915313192,1795915313192,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e4-f2cf-76f6-b6a3-e377eca4d4eb','Vi2zfBu25dnjzEAJRVOPabCc4HUCLzKh','01a224e4-e754-7235-b79f-9e6973b89419','Ben’s phone','folder','v1','0.1.0','938c0887815b487b4bbe6a9355bd1c1544a5998099f0a0fb31fcba652f7aa8e2',NULL,1795915313871,1795915313871,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','teDnukxwyH4NHkYx4e0OuYe67rZHSW5r','01a224e4-cdab-72e5-a39e-f8e8cb344b47','Laptop','folder','linux 6.1.0','0.1.0','b48d98e101f65dcbd5dffe6d19d5a50516fcbfda17dc16c9b2a3cd45f27bad63',NULL,1795915317668,1795915317668,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915330902,'{"version":"0.1.0","protocol":2,"at":1795915330900,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915321379},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915321379},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":81205383168,"source":"the file system","since":1795915325580}}}',NULL,1795915321929);
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','1','01a224e5-12e7-7603-837c-2223919f7fc3','in-sync','  ','{"key":"1","path":"first.jpg","size":683,"assetId":"01a224e5-12e7-7603-837c-2223919f7fc3","hash":"adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','10','01a224e4-f457-7c9e-8e34-e45960731169','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":686,"assetId":"01a224e4-f457-7c9e-8e34-e45960731169","hash":"4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','11','01a224e5-12ef-7339-a59b-55d8d36f64a3','in-sync','  ','{"key":"11","path":"renamed.jpg","size":679,"assetId":"01a224e5-12ef-7339-a59b-55d8d36f64a3","hash":"0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915317796,"evidence":{"kind":"sidecar"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','3','01a224e5-12ef-7ac4-85c1-51e287ddee54','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":682,"assetId":"01a224e5-12ef-7ac4-85c1-51e287ddee54","hash":"37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915317796,"evidence":{"kind":"text"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','7','01a224e4-f417-74e7-8718-a61bdd82708a','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":686,"assetId":"01a224e4-f417-74e7-8718-a61bdd82708a","hash":"19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','8','01a224e4-f447-7581-8b9d-27a9e5bcf826','in-sync','  ','{"key":"8","path":"2024/05/edited.jpg","size":668,"assetId":"01a224e4-f447-7581-8b9d-27a9e5bcf826","hash":"5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e','9','01a224e4-f457-7c9e-8e34-e45960731169','in-sync','  ','{"key":"9","path":"2024/05/shot.jpg","size":688,"assetId":"01a224e4-f457-7c9e-8e34-e45960731169","hash":"d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4',679,'committed',1,'01a224e5-01a4-787f-bd9c-3438efc0302e',1795915322084);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd',686,'committed',1,'01a224e4-f028-7f99-a0c2-88314897283c',1795915314198);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb',682,'committed',1,'01a224e5-01a4-787f-bd9c-3438efc0302e',1795915322084);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0',686,'committed',1,'01a224e4-f028-7f99-a0c2-88314897283c',1795915314290);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217',668,'committed',1,'01a224e4-f028-7f99-a0c2-88314897283c',1795915314357);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd',680,'committed',1,'01a224e4-f028-7f99-a0c2-88314897283c',1795915314245);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8',678,'committed',1,'01a224e5-01a4-787f-bd9c-3438efc0302e',1795915322081);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409',683,'committed',1,'01a224e5-01a4-787f-bd9c-3438efc0302e',1795915322080);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec',690,'committed',1,'01a224e4-f028-7f99-a0c2-88314897283c',1795915314227);
INSERT INTO "ledger" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720',688,'committed',1,'01a224e4-f028-7f99-a0c2-88314897283c',1795915314261);
INSERT INTO "ledger" VALUES('01a224e4-e754-7235-b79f-9e6973b89419','5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83',692,'committed',1,'01a224e4-f2cf-76f6-b6a3-e377eca4d4eb',1795915314107);
INSERT INTO "ledger_sums" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47',6820,0);
INSERT INTO "ledger_sums" VALUES('01a224e4-e754-7235-b79f-9e6973b89419',692,0);
INSERT INTO "uploads" VALUES('04ce7018d529b09ae74bab8983f0d404','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd',680,'image/jpeg',1795915314240,1795915314245,'6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd');
INSERT INTO "uploads" VALUES('04e71e3071bc260bdb23002d273a780e','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939',692,'image/jpeg',1795915314310,1795915314325,'051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939');
INSERT INTO "uploads" VALUES('1d9e2799fce6db2c1866481e041d8b74','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e5-01a4-787f-bd9c-3438efc0302e','37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb',682,'image/jpeg',1795915321706,1795915322084,'37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb');
INSERT INTO "uploads" VALUES('21e5ed536dc906099c610f1f137dac5a','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd',686,'image/jpeg',1795915314161,1795915314198,'19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd');
INSERT INTO "uploads" VALUES('2a02cc7d3f51c75ef7d2a9e53b6ef974','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720',688,'image/jpeg',1795915314256,1795915314261,'d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720');
INSERT INTO "uploads" VALUES('2be013d67143c829d3f6baf3278d7a2f','01a224e4-e754-7235-b79f-9e6973b89419','01a224e4-f2cf-76f6-b6a3-e377eca4d4eb','5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83',692,'image/jpeg',1795915314066,1795915314107,'5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83');
INSERT INTO "uploads" VALUES('97255c528da4c00c9384b932de6f2779','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0',686,'image/jpeg',1795915314277,1795915314290,'4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0');
INSERT INTO "uploads" VALUES('9a202cf4cde64e43f4346f69df6171a9','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e5-01a4-787f-bd9c-3438efc0302e','9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8',678,'image/jpeg',1795915321716,1795915322081,'9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8');
INSERT INTO "uploads" VALUES('9fe47ee069cf0d61e8679cd2c469ba56','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec',690,'image/jpeg',1795915314213,1795915314227,'cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec');
INSERT INTO "uploads" VALUES('b8c0b36f48c77b5fb1eab287cb8822aa','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e5-01a4-787f-bd9c-3438efc0302e','0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4',679,'image/jpeg',1795915321716,1795915322084,'0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4');
INSERT INTO "uploads" VALUES('cff17fff577bb6f98df850f37e58f81d','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f028-7f99-a0c2-88314897283c','5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217',668,'image/jpeg',1795915314351,1795915314357,'5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217');
INSERT INTO "uploads" VALUES('fe99f8a9c7e5a4fe2c3cbec671f60a68','01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e5-01a4-787f-bd9c-3438efc0302e','adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409',683,'image/jpeg',1795915321706,1795915322080,'adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409');
INSERT INTO "blob_checks" VALUES('051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939',692,'1795915314315519259',1795915314325,0);
INSERT INTO "blob_checks" VALUES('0cfbbf8c3f136320f912028e5a237c71140d5c470601a8ed00c0a75d5fab96a4',679,'1795915322057244827',1795915322084,0);
INSERT INTO "blob_checks" VALUES('19f3da80bb4bd4c53adeb98edd8070abe5eaaee61e8465d7386d7a0c7c7349cd',686,'1795915314187484561',1795915314198,0);
INSERT INTO "blob_checks" VALUES('37f5ba5b237a7d15af64f5e8ec6219cd545064684c47ccda5451f7578c5f67bb',682,'1795915322053244827',1795915322084,0);
INSERT INTO "blob_checks" VALUES('4eac64f18395cfd39c613655db13dfdf6508c2899cef3b83ee2b863cf0fbd7b0',686,'1795915314280821562',1795915314290,0);
INSERT INTO "blob_checks" VALUES('5c1c7118b887181ec42ddd4252e9ca10b33dd823546bd98c2307a2415e8fe217',668,'1795915314355711079',1795915314357,0);
INSERT INTO "blob_checks" VALUES('5dc78bd64de648519075dc97e81868c32da98f57dbc4c2f7cab5066f3749fc83',692,'1795915314101244593',1795915314107,0);
INSERT INTO "blob_checks" VALUES('6d83b03cf36464c661e1bd270e14ad50fa9f4f76d2a230fa940e96769ec153dd',680,'1795915314243198783',1795915314245,0);
INSERT INTO "blob_checks" VALUES('9edb7e5650b5e3f8be74b9eb2a4d5f4b37946387293d258036d1bb0f7854a7d8',678,'1795915322057244827',1795915322081,0);
INSERT INTO "blob_checks" VALUES('adf66f16315c7f800994a53198450ecaa2178086b01b9edff803060281977409',683,'1795915322053244827',1795915322080,0);
INSERT INTO "blob_checks" VALUES('cd4d00d9b99e7a2aca8819ae2973cf8115a653c86c6f4bccb930be8c7caecbec',690,'1795915314225418913',1795915314227,0);
INSERT INTO "blob_checks" VALUES('d1c501ddbe52b7c8272488d289045217d087f9446118680c3955f8051c0d6720',688,'1795915314259380556',1795915314261,0);
INSERT INTO "loose_blobs" VALUES('051ebbfaffaf598ed021c8dafa0bebb4f0b4c5c510fc40ea4466f0984ef78939',41801);
INSERT INTO "scrub" VALUES(1,1795915291878,1795915291878,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e4-cdab-72e5-a39e-f8e8cb344b47','01a224e4-f417-74e7-8718-a61bdd82708a','6a10a1956deb17325d57e2dd5d12bc22','started',0,NULL,NULL,1795915314206);
INSERT INTO "rendition_attempts" VALUES('01a224e4-e754-7235-b79f-9e6973b89419','01a224e4-f3c7-77d5-abd5-f64898056680','08d491b0b021bd25b3a27e2b9744bc4b','started',0,NULL,NULL,1795915314153);
INSERT INTO "heard" VALUES('01a224e4-f028-7f99-a0c2-88314897283c',41801,1795915313192);
INSERT INTO "heard" VALUES('01a224e4-f2cf-76f6-b6a3-e377eca4d4eb',41801,1795915313871);
INSERT INTO "heard" VALUES('01a224e5-01a4-787f-bd9c-3438efc0302e',41801,1795915317668);
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
