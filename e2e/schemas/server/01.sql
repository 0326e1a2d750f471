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
CREATE TABLE rolls (device_id TEXT PRIMARY KEY, json TEXT NOT NULL, reported_at INTEGER NOT NULL) WITHOUT ROWID;
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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915080);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915080);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915080);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915080);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915080);
INSERT INTO "schema_steps" VALUES('errands',1,1795915080);
INSERT INTO "schema_steps" VALUES('library',1,1795915080);
INSERT INTO "schema_steps" VALUES('library',2,1795915080);
INSERT INTO "schema_steps" VALUES('library',3,1795915080);
INSERT INTO "schema_steps" VALUES('library',4,1795915080);
INSERT INTO "schema_steps" VALUES('orders',1,1795915080);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915080);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915080);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','45319c9227c0');
INSERT INTO "server_facts" VALUES('heartbeat','1795915112613');
INSERT INTO "server_facts" VALUES('seen-time','32467');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e1-76c3-7f22-bd7e-c00603c2038b',5000000000,33,0,6,2,1795915085514);
INSERT INTO "libraries" VALUES(2,'01a224e1-8aee-7e3b-88fb-15caf2e74963',5000000000,2,0,1,0,1795915090675);
INSERT INTO "members" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV','owner');
INSERT INTO "members" VALUES('01a224e1-8aee-7e3b-88fb-15caf2e74963','HUBHGKMUd3JjrEaakLgaruJbx63MHL1z','owner');
INSERT INTO "generations" VALUES(1,1,'be667f1503',1,1795915085514);
INSERT INTO "generations" VALUES(2,2,'be667f1503',1,1795915090675);
INSERT INTO "entities" VALUES(1,2,'resource:64caa427d6ee1db425a590a89e5f08b3','01a224e1-961e-7790-90e8-ca1d6a66359a','original','603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048','{"type":"resource","id":"64caa427d6ee1db425a590a89e5f08b3","assetId":"01a224e1-961e-7790-90e8-ca1d6a66359a","role":"original","hash":"603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:9a94f2485cca49bf2d549c6d2c6e50c7','01a224e1-9664-7d08-a69d-4e0630083d9d','original','749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239','{"type":"resource","id":"9a94f2485cca49bf2d549c6d2c6e50c7","assetId":"01a224e1-9664-7d08-a69d-4e0630083d9d","role":"original","hash":"749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239","size":677,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:102c91893e73422a3ce14557593eb36a','01a224e1-96b0-7bbb-a3b7-a21fa9e98fef','original','e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4','{"type":"resource","id":"102c91893e73422a3ce14557593eb36a","assetId":"01a224e1-96b0-7bbb-a3b7-a21fa9e98fef","role":"original","hash":"e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:6c623acdfd7afb66d212f8db368b0fbc','01a224e1-96d5-7078-8fac-6479683f9718','original','546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de','{"type":"resource","id":"6c623acdfd7afb66d212f8db368b0fbc","assetId":"01a224e1-96d5-7078-8fac-6479683f9718","role":"original","hash":"546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e1-961e-7790-90e8-ca1d6a66359a',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e1-961e-7790-90e8-ca1d6a66359a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915093539,"addedBy":"01a224e1-91af-78a8-8cf1-599e5168f139","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e1-9664-7d08-a69d-4e0630083d9d',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-9664-7d08-a69d-4e0630083d9d","kind":"photo","state":"trashed","trashedAt":1795915093782,"addedAt":1795915093608,"addedBy":"01a224e1-91af-78a8-8cf1-599e5168f139","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:f787b2b1078565bb9168d02dbcfcecf6','01a224e1-96b0-7bbb-a3b7-a21fa9e98fef','edited','d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463','{"type":"resource","id":"f787b2b1078565bb9168d02dbcfcecf6","assetId":"01a224e1-96b0-7bbb-a3b7-a21fa9e98fef","role":"edited","hash":"d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e1-96b0-7bbb-a3b7-a21fa9e98fef',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-96b0-7bbb-a3b7-a21fa9e98fef","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915093682,"addedBy":"01a224e1-91af-78a8-8cf1-599e5168f139","rendering":"f787b2b1078565bb9168d02dbcfcecf6"}');
INSERT INTO "entities" VALUES(1,17,'resource:7b499e051ce989668602117408c9a43c','01a224e1-96d5-7078-8fac-6479683f9718','raw','0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879','{"type":"resource","id":"7b499e051ce989668602117408c9a43c","assetId":"01a224e1-96d5-7078-8fac-6479683f9718","role":"raw","hash":"0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879","size":699,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:c462e9778e654f47099b027f2dc8d078','01a224e1-96ef-7506-b125-ed8a2435d533','original',NULL,'{"type":"resource","id":"c462e9778e654f47099b027f2dc8d078","assetId":"01a224e1-96ef-7506-b125-ed8a2435d533","role":"original","hash":"0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879","size":699,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e1-96d5-7078-8fac-6479683f9718',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-96d5-7078-8fac-6479683f9718","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915093719,"addedBy":"01a224e1-91af-78a8-8cf1-599e5168f139","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e1-96ef-7506-b125-ed8a2435d533','01a224e1-96d5-7078-8fac-6479683f9718',NULL,NULL,'{"type":"alias","from":"01a224e1-96ef-7506-b125-ed8a2435d533","to":"01a224e1-96d5-7078-8fac-6479683f9718","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e1-970b-7c21-9941-442828b9503b',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-970b-7c21-9941-442828b9503b","kind":"photo","state":"purged","trashedAt":1795915093815,"addedAt":1795915093775,"addedBy":"01a224e1-91af-78a8-8cf1-599e5168f139","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:cbc94627aee50b31be68d5c3d4506ae6','01a224e1-970b-7c21-9941-442828b9503b','original',NULL,'{"type":"resource","id":"cbc94627aee50b31be68d5c3d4506ae6","assetId":"01a224e1-970b-7c21-9941-442828b9503b","role":"original","hash":"039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'asset:01a224e1-b1f5-7610-a2c7-26fffdb269d3',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-b1f5-7610-a2c7-26fffdb269d3","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915100688,"addedBy":"01a224e1-a373-7bc5-9bbd-62d31878d578","rendering":null}');
INSERT INTO "entities" VALUES(1,25,'resource:9a749c11ae2909f8712e2c935b61c440','01a224e1-b1f5-7610-a2c7-26fffdb269d3','original','67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765','{"type":"resource","id":"9a749c11ae2909f8712e2c935b61c440","assetId":"01a224e1-b1f5-7610-a2c7-26fffdb269d3","role":"original","hash":"67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765","size":700,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915093853,"removed":false}');
INSERT INTO "entities" VALUES(1,26,'asset:01a224e1-b201-7f81-8d05-9824a55fe08a',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-b201-7f81-8d05-9824a55fe08a","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915100906,"addedBy":"01a224e1-a373-7bc5-9bbd-62d31878d578","rendering":null}');
INSERT INTO "entities" VALUES(1,27,'resource:1e487c35431f788c1ad458be84963b6c','01a224e1-b201-7f81-8d05-9824a55fe08a','original','c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76','{"type":"resource","id":"1e487c35431f788c1ad458be84963b6c","assetId":"01a224e1-b201-7f81-8d05-9824a55fe08a","role":"original","hash":"c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76","size":674,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915093865,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'resource:e44fbb99047ef9d1bd28522f14c652d2','01a224e1-b211-70a3-9a09-eab2f293f120','original','f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598','{"type":"resource","id":"e44fbb99047ef9d1bd28522f14c652d2","assetId":"01a224e1-b211-70a3-9a09-eab2f293f120","role":"original","hash":"f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598","size":691,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915093857,"removed":false}');
INSERT INTO "entities" VALUES(1,31,'resource:ed1d184e94abe9eb8c94e179fd9c123f','01a224e1-b212-747d-8937-98caa80e2163','original','9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2','{"type":"resource","id":"ed1d184e94abe9eb8c94e179fd9c123f","assetId":"01a224e1-b212-747d-8937-98caa80e2163","role":"original","hash":"9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915093861,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'asset:01a224e1-b211-70a3-9a09-eab2f293f120',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-b211-70a3-9a09-eab2f293f120","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915100909,"addedBy":"01a224e1-a373-7bc5-9bbd-62d31878d578","rendering":null}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e1-b212-747d-8937-98caa80e2163',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-b212-747d-8937-98caa80e2163","kind":"photo","state":"trashed","trashedAt":1795915109933,"addedAt":1795915100909,"addedBy":"01a224e1-a373-7bc5-9bbd-62d31878d578","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e1-9575-7183-aa89-9526cd17c948',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-9575-7183-aa89-9526cd17c948","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915093376,"addedBy":"01a224e1-9459-77fd-8c29-06a4a03ba35e","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:0ebfa51c4a3345b24b0a79e411c544e4','01a224e1-9575-7183-aa89-9526cd17c948','original','2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d','{"type":"resource","id":"0ebfa51c4a3345b24b0a79e411c544e4","assetId":"01a224e1-9575-7183-aa89-9526cd17c948","role":"original","hash":"2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06','01a224e1-970b-7c21-9941-442828b9503b',1795915093823);
INSERT INTO "in_trash" VALUES(1,'01a224e1-9664-7d08-a69d-4e0630083d9d',0);
INSERT INTO "in_trash" VALUES(1,'01a224e1-b212-747d-8937-98caa80e2163',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e1-9575-7183-aa89-9526cd17c948');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e1-961e-7790-90e8-ca1d6a66359a');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e1-9664-7d08-a69d-4e0630083d9d');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e1-96b0-7bbb-a3b7-a21fa9e98fef');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e1-96d5-7078-8fac-6479683f9718');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e1-b1f5-7610-a2c7-26fffdb269d3');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e1-b201-7f81-8d05-9824a55fe08a');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e1-b211-70a3-9a09-eab2f293f120');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e1-b212-747d-8937-98caa80e2163');
INSERT INTO "chains" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',12,'a8719dae837f64fb535b9e9403bb3e5f41932cfe999f3c0916069baa78641d50');
INSERT INTO "chains" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',6,'ff78e0c6315ab345162e44ea475e4ad113700d9df8d0b575f8cdb25f1cc3170c');
INSERT INTO "chains" VALUES(2,'01a224e1-9459-77fd-8c29-06a4a03ba35e','45319c9227c0',1,'7c70d85007ff37bdb745eb2d12137ad41637f60973f14f8fbdf79bc9c143a004');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',1,'9aaeda6598b39ac4f02b6a3449fe2f49949d9d4891e4fc465f6f68dce3c59116','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',2,'b8bceb83a191481d926578f0da6b16f8a73cbceaf8316c48e34606b279ee7091','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',3,'1f54f6525e1f8daeee44ce212b12c1f2da272dccf2e7e264054f4f6eb3d1ddaa','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',4,'0da58d518685e1a5417bbb3c2c4197586c858fef128b3203c708a98057e8b12a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',5,'45705396025184ebad65fe0e5f443835304bd413fa6e70ffdc69e03c06379064','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',6,'52cdbe25e47023087cc069a9c30e6d252f6f75a44278c9adbbe71de18d296119','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',7,'e03033e5f981ffbae004f25549a6c2211fce8e38207bb034a803776d0fc2f2cb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',8,'6044bcaf2fac907ba410b8e6acbf2e3a6b161d51864b49b24c19726c7266ac13','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',9,'4e53a8c0574225f889faaed5be8bb100798c358bc1ca64ab74677f007c0c440c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',10,'f1afa496d3d3a9724e8768131de248bb975dfc164754fb1002ad600a516d2fcb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',11,'6f57101a2988ab738635d264ee21e2b7cc78f2757ef34337c6999def70b48461','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-91af-78a8-8cf1-599e5168f139','45319c9227c0',12,'a8719dae837f64fb535b9e9403bb3e5f41932cfe999f3c0916069baa78641d50','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',1,'f7dc4a414389ee8594c683ef757e9062f577384e1aa09592b878a4d87ce99afd','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',2,'e1930501eac66436ac6f405735f1bf6913901455703cc777796d91083f8fa757','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',3,'367ebf8d8ca5293e1254cf2df469ca255bb3bb0ccfef3432186645be6a8170e4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',4,'7f5576149c31b89e09192e4f36beb12fb49d33f2fa0d4dc3d0082008bafe97f6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',5,'eca44759a72ddc1a3dd669ea712b9a64723b5614c86cba64b8b03acac87e0fd2','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e1-a373-7bc5-9bbd-62d31878d578','45319c9227c0',6,'ff78e0c6315ab345162e44ea475e4ad113700d9df8d0b575f8cdb25f1cc3170c','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e1-9459-77fd-8c29-06a4a03ba35e','45319c9227c0',1,'7c70d85007ff37bdb745eb2d12137ad41637f60973f14f8fbdf79bc9c143a004','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e1-9575-7183-aa89-9526cd17c948',1795915093377,'01a224e1-9459-77fd-8c29-06a4a03ba35e','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d","size":683}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e1-961e-7790-90e8-ca1d6a66359a',1795915093539,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048","size":675}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e1-9664-7d08-a69d-4e0630083d9d',1795915093608,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239","size":677}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e1-96b0-7bbb-a3b7-a21fa9e98fef',1795915093682,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4","size":681}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e1-96d5-7078-8fac-6479683f9718',1795915093719,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de","size":675}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e1-96ef-7506-b125-ed8a2435d533',1795915093745,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879","size":699}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e1-970b-7c21-9941-442828b9503b',1795915093775,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06","size":676}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e1-961e-7790-90e8-ca1d6a66359a',1795915093779,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e1-9664-7d08-a69d-4e0630083d9d',1795915093782,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915093782}');
INSERT INTO "journal" VALUES(10,1,'01a224e1-96b0-7bbb-a3b7-a21fa9e98fef',1795915093807,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"f787b2b1078565bb9168d02dbcfcecf6","state":"live","version":"f787b2b1078565bb9168d02dbcfcecf6"}');
INSERT INTO "journal" VALUES(11,1,'01a224e1-96d5-7078-8fac-6479683f9718',1795915093811,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.join','{"kept":{},"joined":{"id":"01a224e1-96ef-7506-b125-ed8a2435d533","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879"}]}}','{"role":"raw","hash":"0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e1-970b-7c21-9941-442828b9503b',1795915093815,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915093815}');
INSERT INTO "journal" VALUES(13,1,'01a224e1-970b-7c21-9941-442828b9503b',1795915093823,'01a224e1-91af-78a8-8cf1-599e5168f139','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06","size":676}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01a224e1-b1f5-7610-a2c7-26fffdb269d3',1795915100688,'01a224e1-a373-7bc5-9bbd-62d31878d578','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765","size":700}]}');
INSERT INTO "journal" VALUES(15,1,'01a224e1-b201-7f81-8d05-9824a55fe08a',1795915100908,'01a224e1-a373-7bc5-9bbd-62d31878d578','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76","size":674}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e1-b211-70a3-9a09-eab2f293f120',1795915100909,'01a224e1-a373-7bc5-9bbd-62d31878d578','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598","size":691}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e1-b212-747d-8937-98caa80e2163',1795915100909,'01a224e1-a373-7bc5-9bbd-62d31878d578','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2","size":690}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e1-b211-70a3-9a09-eab2f293f120',1795915104430,'01a224e1-a373-7bc5-9bbd-62d31878d578','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(19,1,'01a224e1-b212-747d-8937-98caa80e2163',1795915109933,'01a224e1-a373-7bc5-9bbd-62d31878d578','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915109933}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e1-970b-7c21-9941-442828b9503b',0,1795915093823,'01a224e1-91af-78a8-8cf1-599e5168f139','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e1-970b-7c21-9941-442828b9503b","kind":"photo","state":"trashed","trashedAt":1795915093815,"addedAt":1795915093775,"addedBy":"01a224e1-91af-78a8-8cf1-599e5168f139","rendering":null}','[{"type":"resource","id":"cbc94627aee50b31be68d5c3d4506ae6","assetId":"01a224e1-970b-7c21-9941-442828b9503b","role":"original","hash":"039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e1-96ef-7506-b125-ed8a2435d533',0);
INSERT INTO "tombstones" VALUES(1,'01a224e1-970b-7c21-9941-442828b9503b',0);
INSERT INTO "user" VALUES('zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV','ann','ann@example.org',0,NULL,'2026-11-29T01:18:05.495Z','2026-11-29T01:18:05.495Z');
INSERT INTO "user" VALUES('HUBHGKMUd3JjrEaakLgaruJbx63MHL1z','ben','ben@example.org',0,NULL,'2026-11-29T01:18:10.665Z','2026-11-29T01:18:10.665Z');
INSERT INTO "account" VALUES('CTiezBljWm6FcyceiSvOzU4InCWjTKGe','zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV','credential','zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV',NULL,NULL,NULL,NULL,NULL,NULL,'f5b9a0afc144275cfb22cdb5dddb140b:b9bbc1269a4851b475ac0f298e66f96adfb6f44bd7a0dfd4b10d666dad9a7949f7e424f6ad3155c111bc613b6673896a1936a4400fdace5216ce5b73747de434','2026-11-29T01:18:05.502Z','2026-11-29T01:18:05.502Z');
INSERT INTO "account" VALUES('dt6L1MuqAggnFiy3bkQ1N2ZjPGLahlvk','HUBHGKMUd3JjrEaakLgaruJbx63MHL1z','credential','HUBHGKMUd3JjrEaakLgaruJbx63MHL1z',NULL,NULL,NULL,NULL,NULL,NULL,'b435870d6617d8003d35d5cb3759ac66:f2bfb48b64f2fd83b947bac7dff6bac78826c721b68defb46f4831a99812042fad1173853b7d03d7699b8e8beb2e3cba9cb032a820c8fcab01cddb1b36d0bd60','2026-11-29T01:18:10.666Z','2026-11-29T01:18:10.666Z');
INSERT INTO "owners" VALUES('zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV');
INSERT INTO "devices" VALUES('01a224e1-91af-78a8-8cf1-599e5168f139','zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV','01a224e1-76c3-7f22-bd7e-c00603c2038b','Tablet','folder','v1','0.1.0','f135b82132685573c9c279d1ea7a26e4dad58d5622fbf526c9cee9c10791b92c',NULL,1795915092400,1795915092400,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e1-9459-77fd-8c29-06a4a03ba35e','HUBHGKMUd3JjrEaakLgaruJbx63MHL1z','01a224e1-8aee-7e3b-88fb-15caf2e74963','Ben’s phone','folder','v1','0.1.0','73e19d7877968c11ca318f129410823afc44121d2840c5d90b885a8e42bc6255',NULL,1795915093081,1795915093081,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','zk2y6XeJ9YcvNQJUFHy3ZVhf19MOTMpV','01a224e1-76c3-7f22-bd7e-c00603c2038b','Laptop','folder','linux 6.1.0','0.1.0','de1fa62d8aa43b984340f9ebb801f3b87f07f04fa5ca772167c5a419d9745a85',NULL,1795915096947,1795915096947,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915110026);
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','1','01a224e1-b1f5-7610-a2c7-26fffdb269d3','in-sync','  ','{"key":"1","path":"first.jpg","size":700,"assetId":"01a224e1-b1f5-7610-a2c7-26fffdb269d3","hash":"67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','10','01a224e1-96d5-7078-8fac-6479683f9718','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":699,"assetId":"01a224e1-96d5-7078-8fac-6479683f9718","hash":"0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','11','01a224e1-b211-70a3-9a09-eab2f293f120','in-sync','  ','{"key":"11","path":"renamed.jpg","size":691,"assetId":"01a224e1-b211-70a3-9a09-eab2f293f120","hash":"f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915097299,"evidence":{"kind":"sidecar"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','3','01a224e1-b201-7f81-8d05-9824a55fe08a','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":674,"assetId":"01a224e1-b201-7f81-8d05-9824a55fe08a","hash":"c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915097299,"evidence":{"kind":"text"}}]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','7','01a224e1-961e-7790-90e8-ca1d6a66359a','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":675,"assetId":"01a224e1-961e-7790-90e8-ca1d6a66359a","hash":"603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','8','01a224e1-96d5-7078-8fac-6479683f9718','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":675,"assetId":"01a224e1-96d5-7078-8fac-6479683f9718","hash":"546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "roll_entries" VALUES('01a224e1-a373-7bc5-9bbd-62d31878d578','9','01a224e1-96b0-7bbb-a3b7-a21fa9e98fef','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":678,"assetId":"01a224e1-96b0-7bbb-a3b7-a21fa9e98fef","hash":"d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463","form":"original","inSync":true,"reasons":[]}');
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879',699,'committed',1,'01a224e1-91af-78a8-8cf1-599e5168f139',1795915093741);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de',675,'committed',1,'01a224e1-91af-78a8-8cf1-599e5168f139',1795915093715);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048',675,'committed',1,'01a224e1-91af-78a8-8cf1-599e5168f139',1795915093532);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765',700,'committed',1,'01a224e1-a373-7bc5-9bbd-62d31878d578',1795915100633);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239',677,'committed',1,'01a224e1-91af-78a8-8cf1-599e5168f139',1795915093594);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2',690,'committed',1,'01a224e1-a373-7bc5-9bbd-62d31878d578',1795915100647);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76',674,'committed',1,'01a224e1-a373-7bc5-9bbd-62d31878d578',1795915100642);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463',678,'committed',1,'01a224e1-91af-78a8-8cf1-599e5168f139',1795915093801);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4',681,'committed',1,'01a224e1-91af-78a8-8cf1-599e5168f139',1795915093677);
INSERT INTO "ledger" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598',691,'committed',1,'01a224e1-a373-7bc5-9bbd-62d31878d578',1795915100647);
INSERT INTO "ledger" VALUES('01a224e1-8aee-7e3b-88fb-15caf2e74963','2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d',683,'committed',1,'01a224e1-9459-77fd-8c29-06a4a03ba35e',1795915093360);
INSERT INTO "ledger_sums" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b',6840,0);
INSERT INTO "ledger_sums" VALUES('01a224e1-8aee-7e3b-88fb-15caf2e74963',683,0);
INSERT INTO "uploads" VALUES('177819bd85390a83bc4ef8a91f4b4b2e','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-a373-7bc5-9bbd-62d31878d578','c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76',674,'image/jpeg',1795915100569,1795915100642,'c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76');
INSERT INTO "uploads" VALUES('38c36cd1fec2c8648439e275a0e8e06a','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239',677,'image/jpeg',1795915093557,1795915093594,'749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239');
INSERT INTO "uploads" VALUES('6efd19eaff8ab39b45e96b4b44ecbe1e','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463',678,'image/jpeg',1795915093792,1795915093801,'d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463');
INSERT INTO "uploads" VALUES('785ee34bea03a2291dd5c05c83cc89cf','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-a373-7bc5-9bbd-62d31878d578','f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598',691,'image/jpeg',1795915100569,1795915100647,'f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598');
INSERT INTO "uploads" VALUES('85f8a7e13d05969a2d1af2e683c53c91','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-a373-7bc5-9bbd-62d31878d578','67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765',700,'image/jpeg',1795915100568,1795915100633,'67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765');
INSERT INTO "uploads" VALUES('9e8b31cfceef1283f5951c43546c1d79','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-a373-7bc5-9bbd-62d31878d578','9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2',690,'image/jpeg',1795915100569,1795915100647,'9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2');
INSERT INTO "uploads" VALUES('b8fd9c1b5e04cf622958e71164ba8c15','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879',699,'image/jpeg',1795915093731,1795915093741,'0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879');
INSERT INTO "uploads" VALUES('c005328441353ec3099690156fa286d0','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06',676,'image/jpeg',1795915093755,1795915093768,'039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06');
INSERT INTO "uploads" VALUES('cee0d8d57c5caba15f17f5ec0bc2e8aa','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048',675,'image/jpeg',1795915093407,1795915093532,'603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048');
INSERT INTO "uploads" VALUES('cfac3d836c1d44b9dcc5c477ceb74ff1','01a224e1-8aee-7e3b-88fb-15caf2e74963','01a224e1-9459-77fd-8c29-06a4a03ba35e','2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d',683,'image/jpeg',1795915093270,1795915093360,'2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d');
INSERT INTO "uploads" VALUES('dbc51d70696d546b1ab353939843b706','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4',681,'image/jpeg',1795915093627,1795915093677,'e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4');
INSERT INTO "uploads" VALUES('fdc13ac21e88fe9431caa14c49f940db','01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-91af-78a8-8cf1-599e5168f139','546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de',675,'image/jpeg',1795915093708,1795915093715,'546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de');
INSERT INTO "blob_checks" VALUES('039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06',676,'1795915093761125459',1795915093768,0);
INSERT INTO "blob_checks" VALUES('0d9124a758f1b0fde74bbb7fd6ec66db2d18dbf848190f1fa965f714e22b9879',699,'1795915093739067345',1795915093741,0);
INSERT INTO "blob_checks" VALUES('2cac61cf3fabbf5c6d9fe18b3d29d779ac82b20e4a0bb8ace28f4eac6513d33d',683,'1795915093356909658',1795915093360,0);
INSERT INTO "blob_checks" VALUES('546f0c6f34f3ab67b279cb80f87a317ee8dc6525a6e4bca3b528891c7d60b3de',675,'1795915093712207978',1795915093715,0);
INSERT INTO "blob_checks" VALUES('603bd5dbbea1adf99da6a3bfc2a5633ef3d1ba1a8937b9d4ebd021039f908048',675,'1795915093529238086',1795915093532,0);
INSERT INTO "blob_checks" VALUES('67ab2614a74285b8fb6c5e019b2ac92285e884717198489f708b774ae1786765',700,'1795915100617523933',1795915100633,0);
INSERT INTO "blob_checks" VALUES('749d7ee41d7cdc746d3c47de02cf6f8b407a6d1459ee7327da5752454c47a239',677,'1795915093577238087',1795915093594,0);
INSERT INTO "blob_checks" VALUES('9224305309e610fbb0d377987cfb9d78808d5b2337dcec1fbefffced17c404a2',690,'1795915100620472580',1795915100647,0);
INSERT INTO "blob_checks" VALUES('c9706b8416e9fb03b3799b37f806a2e6a6442af51af03f1d9f9b5afe7adedd76',674,'1795915100617523933',1795915100642,0);
INSERT INTO "blob_checks" VALUES('d4b42785f1437a1f196f7167a9647f370d5b3bfb8b45523d012c56e8110d6463',678,'1795915093796021571',1795915093801,0);
INSERT INTO "blob_checks" VALUES('e37d7144d4f2f2d1dcb47ba54fdd6df352ab575e804cd0f4b6fcdf4dff92bdc4',681,'1795915093641238089',1795915093677,0);
INSERT INTO "blob_checks" VALUES('f49375177b9c99248f6f028c738e755bd139cc184c0a8f73fa17a97075d0e598',691,'1795915100617523933',1795915100647,0);
INSERT INTO "loose_blobs" VALUES('039ac446b1dddff4e48be97a43f53ac1590f0d61ddf672ae810030e59f48ed06',32467);
INSERT INTO "scrub" VALUES(1,1795915080299,1795915080299,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e1-76c3-7f22-bd7e-c00603c2038b','01a224e1-961e-7790-90e8-ca1d6a66359a','64caa427d6ee1db425a590a89e5f08b3','started',0,NULL,NULL,1795915093543);
INSERT INTO "rendition_attempts" VALUES('01a224e1-8aee-7e3b-88fb-15caf2e74963','01a224e1-9575-7183-aa89-9526cd17c948','0ebfa51c4a3345b24b0a79e411c544e4','started',0,NULL,NULL,1795915093388);
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
