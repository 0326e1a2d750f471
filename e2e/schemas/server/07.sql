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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915484);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915484);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915484);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915484);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915484);
INSERT INTO "schema_steps" VALUES('errands',1,1795915484);
INSERT INTO "schema_steps" VALUES('library',1,1795915484);
INSERT INTO "schema_steps" VALUES('library',2,1795915484);
INSERT INTO "schema_steps" VALUES('library',3,1795915484);
INSERT INTO "schema_steps" VALUES('library',4,1795915484);
INSERT INTO "schema_steps" VALUES('library',5,1795915484);
INSERT INTO "schema_steps" VALUES('orders',1,1795915484);
INSERT INTO "schema_steps" VALUES('orders',2,1795915484);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915484);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915484);
INSERT INTO "schema_steps" VALUES('renditions',3,1795915484);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915484);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915484);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915484);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915484);
INSERT INTO "schema_steps" VALUES('settings',1,1795915484);
INSERT INTO "schema_steps" VALUES('silence',1,1795915484);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','a9ff38dbe8f5');
INSERT INTO "server_facts" VALUES('heartbeat','1795915520287');
INSERT INTO "server_facts" VALUES('seen-time','35280');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e7-b8e7-75fc-89b2-139e2d01a8e8',5000000000,34,0,6,2,1795915495666);
INSERT INTO "libraries" VALUES(2,'01a224e7-c94f-7ab8-9281-7df3903977d7',5000000000,2,0,1,0,1795915499855);
INSERT INTO "members" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','9EBfasTMhBePPC8UxDa9zp2o785sEyFq','owner');
INSERT INTO "members" VALUES('01a224e7-c94f-7ab8-9281-7df3903977d7','DO5LByMOS5vWVdiMFBoZF1L6rHPDsowS','owner');
INSERT INTO "generations" VALUES(1,1,'a5e214a40d',1,1795915495667);
INSERT INTO "generations" VALUES(2,2,'a5e214a40d',1,1795915499855);
INSERT INTO "entities" VALUES(1,2,'resource:d1bbf3a0d0701aa744593ac47ea56b5c','01a224e7-d152-7832-b406-86f0447a4983','original','f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8','{"type":"resource","id":"d1bbf3a0d0701aa744593ac47ea56b5c","assetId":"01a224e7-d152-7832-b406-86f0447a4983","role":"original","hash":"f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8","size":686,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:2d1c232a4542946736f8f8277cdba3bb','01a224e7-d1c2-7ceb-9676-89de3adee76b','original','1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35','{"type":"resource","id":"2d1c232a4542946736f8f8277cdba3bb","assetId":"01a224e7-d1c2-7ceb-9676-89de3adee76b","role":"original","hash":"1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35","size":692,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:0736c3e295092f627f8ee2964d6bee0a','01a224e7-d1e5-7fa9-a98c-3898f311c964','original','92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749','{"type":"resource","id":"0736c3e295092f627f8ee2964d6bee0a","assetId":"01a224e7-d1e5-7fa9-a98c-3898f311c964","role":"original","hash":"92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749","size":682,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:9f00d55e6e3e8f9dc6eaa55ea52d78c3','01a224e7-d242-7e3a-84dc-252daf2de427','original','eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80','{"type":"resource","id":"9f00d55e6e3e8f9dc6eaa55ea52d78c3","assetId":"01a224e7-d242-7e3a-84dc-252daf2de427","role":"original","hash":"eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e7-d152-7832-b406-86f0447a4983',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e7-d152-7832-b406-86f0447a4983","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915501910,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e7-d1c2-7ceb-9676-89de3adee76b',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-d1c2-7ceb-9676-89de3adee76b","kind":"photo","state":"trashed","trashedAt":1795915502193,"addedAt":1795915502020,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:2d16c185446b220531c08e3c7d6957cd','01a224e7-d1e5-7fa9-a98c-3898f311c964','edited','b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be','{"type":"resource","id":"2d16c185446b220531c08e3c7d6957cd","assetId":"01a224e7-d1e5-7fa9-a98c-3898f311c964","role":"edited","hash":"b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e7-d1e5-7fa9-a98c-3898f311c964',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-d1e5-7fa9-a98c-3898f311c964","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915502055,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e","rendering":"2d16c185446b220531c08e3c7d6957cd"}');
INSERT INTO "entities" VALUES(1,17,'resource:1b2c92a401f737bfe38274c2452aef40','01a224e7-d242-7e3a-84dc-252daf2de427','raw','298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568','{"type":"resource","id":"1b2c92a401f737bfe38274c2452aef40","assetId":"01a224e7-d242-7e3a-84dc-252daf2de427","role":"raw","hash":"298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568","size":675,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:abe68400124447c3898969bd5920c981','01a224e7-d257-7156-89ce-06fdcc0466dc','original',NULL,'{"type":"resource","id":"abe68400124447c3898969bd5920c981","assetId":"01a224e7-d257-7156-89ce-06fdcc0466dc","role":"original","hash":"298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e7-d242-7e3a-84dc-252daf2de427',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-d242-7e3a-84dc-252daf2de427","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915502148,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e7-d257-7156-89ce-06fdcc0466dc','01a224e7-d242-7e3a-84dc-252daf2de427',NULL,NULL,'{"type":"alias","from":"01a224e7-d257-7156-89ce-06fdcc0466dc","to":"01a224e7-d242-7e3a-84dc-252daf2de427","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e7-d267-7052-8336-6bf80127ff14',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-d267-7052-8336-6bf80127ff14","kind":"photo","state":"purged","trashedAt":1795915502274,"addedAt":1795915502185,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:7fff161d9976115521486f977bb1b181','01a224e7-d267-7052-8336-6bf80127ff14','original',NULL,'{"type":"resource","id":"7fff161d9976115521486f977bb1b181","assetId":"01a224e7-d267-7052-8336-6bf80127ff14","role":"original","hash":"73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915502307,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e7-ef59-7cf6-86b0-94a22d8f031d',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-ef59-7cf6-86b0-94a22d8f031d","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915509607,"addedBy":"01a224e7-dfad-7184-a9d1-93981a04ad70","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:de0664975e03d14ece4c790069441c06','01a224e7-ef59-7cf6-86b0-94a22d8f031d','original','af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed','{"type":"resource","id":"de0664975e03d14ece4c790069441c06","assetId":"01a224e7-ef59-7cf6-86b0-94a22d8f031d","role":"original","hash":"af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed","size":693,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915502369,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:354b1b1a80a70a132a0f3d818f13665b','01a224e7-ef60-73a4-9937-a14d4f8f6f9b','original','90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e','{"type":"resource","id":"354b1b1a80a70a132a0f3d818f13665b","assetId":"01a224e7-ef60-73a4-9937-a14d4f8f6f9b","role":"original","hash":"90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915502373,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224e7-ef62-7451-b6df-8bc017f9126b',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-ef62-7451-b6df-8bc017f9126b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915509694,"addedBy":"01a224e7-dfad-7184-a9d1-93981a04ad70","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:07825b806ddd9028b7af9c7329993878','01a224e7-ef62-7451-b6df-8bc017f9126b','original','fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13','{"type":"resource","id":"07825b806ddd9028b7af9c7329993878","assetId":"01a224e7-ef62-7451-b6df-8bc017f9126b","role":"original","hash":"fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13","size":690,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915502381,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:c4534d0f95fb79dfc47987030f85f10b','01a224e7-ef70-7ffd-8a73-02437753e864','original','de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490','{"type":"resource","id":"c4534d0f95fb79dfc47987030f85f10b","assetId":"01a224e7-ef70-7ffd-8a73-02437753e864","role":"original","hash":"de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915502377,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e7-ef60-73a4-9937-a14d4f8f6f9b',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-ef60-73a4-9937-a14d4f8f6f9b","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915509692,"addedBy":"01a224e7-dfad-7184-a9d1-93981a04ad70","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e7-ef70-7ffd-8a73-02437753e864',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-ef70-7ffd-8a73-02437753e864","kind":"photo","state":"trashed","trashedAt":1795915517476,"addedAt":1795915509695,"addedBy":"01a224e7-dfad-7184-a9d1-93981a04ad70","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e7-d0f9-7c9c-b8f7-fd32260fedec',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-d0f9-7c9c-b8f7-fd32260fedec","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915501830,"addedBy":"01a224e7-d065-7293-9de8-734e89a290b6","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:1d019e40eaba108e2873e9a9d22432b9','01a224e7-d0f9-7c9c-b8f7-fd32260fedec','original','1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844','{"type":"resource","id":"1d019e40eaba108e2873e9a9d22432b9","assetId":"01a224e7-d0f9-7c9c-b8f7-fd32260fedec","role":"original","hash":"1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844","size":684,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789','01a224e7-d267-7052-8336-6bf80127ff14',1795915502295);
INSERT INTO "in_trash" VALUES(1,'01a224e7-d1c2-7ceb-9676-89de3adee76b',0);
INSERT INTO "in_trash" VALUES(1,'01a224e7-ef70-7ffd-8a73-02437753e864',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e7-d0f9-7c9c-b8f7-fd32260fedec');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e7-d152-7832-b406-86f0447a4983');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e7-d1c2-7ceb-9676-89de3adee76b');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e7-d1e5-7fa9-a98c-3898f311c964');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e7-d242-7e3a-84dc-252daf2de427');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e7-ef59-7cf6-86b0-94a22d8f031d');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e7-ef60-73a4-9937-a14d4f8f6f9b');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e7-ef62-7451-b6df-8bc017f9126b');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e7-ef70-7ffd-8a73-02437753e864');
INSERT INTO "chains" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',15,'f62c47ac0aa7f7c566795d8b2d2509d5b9c8e77767bff4bf7c64c4d9a8ea9cb5');
INSERT INTO "chains" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',6,'f039640317b3bddd7d5b2e56a7107a59e4426d55fed0f78578a556ae78660a15');
INSERT INTO "chains" VALUES(2,'01a224e7-d065-7293-9de8-734e89a290b6','a9ff38dbe8f5',1,'962805f4e87877ba0ef8283ab49ece0f7855299b9405543b1f66e38a093030ef');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',1,'f3ddc70e905de09a5cd22c67639fe2fc6ce113a9cd3ad2f84a53b52a49c153bc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',2,'de15d798b3e65258a9b9f6a20ac8e1afc6a1b258a0dd7097baa8ac1cfe427145','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',3,'a35557979361b1314b4019261cc02e65fb049971b03c63ac231d135b39a46205','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',4,'a570f827e207b95f0272f89bbe9fb8cdb1d6c8c40087d56bc77fb6c51b632c1d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',5,'7a901655b1f6a51e4b9540316464c8695b39af500e1d58449211feb8e685a7c9','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',6,'ae77629baf8e2804b52dd7808a0504b513a59d891db89b1238217dd7c3b564d8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',7,'cf41f3790e09fbc207c1e507bcb44aa1f31cbce554c7c3272d431a7703367daf','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',8,'e8b0f4a20fcba3a60eb5df6ffe66a7ea265e126e9086c2d0f0ed474e857fd97f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',9,'41417049f0cd3692100a8e20f936ce99e760a77c3f2c5a5bddcf0ae054897262','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',10,'25585161fd0b766845db9103eeb999b218d1679d36da3858e829de5b20d0ee4f','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',11,'ad0e4f1f69aa8d641bcd933a1e6651b265724093fd45a040f8019ce2be8124d8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',12,'0572a7375934d9cf5653021e39b48d3a8c92057bda7ebf70fb1042fb08a3677a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',13,'4563cb63a3c6daa76054ef343528de258b0bcb5aecfbdfeeb8929dbe399bd006','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',14,'5aae14834847b0981ed42eac54e18cb4790f8725c1c740ee5de21077d779b4a5','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','a9ff38dbe8f5',15,'f62c47ac0aa7f7c566795d8b2d2509d5b9c8e77767bff4bf7c64c4d9a8ea9cb5','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',1,'b3ad8f8419b1fa69b1884947544dd5956a43a10d94ecf061057b5eabdcaf05c9','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',2,'0ae21eb1cc326e48682ce8488162f3490a39bc7c5bd4086b0770d83c67bc549b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',3,'22e4c42560f66aab95d39d19627885532ef4f2cd6f0c5aa1a1400dd05ce1cfcb','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',4,'6ac05fe02577f423b81a3ee11e11f5c9bb08ad37bc213935ba4d928e43c811b8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',5,'27f85fd91670e6c42ce1d099f00119242c37357f646292c71afb0be653c19bad','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e7-dfad-7184-a9d1-93981a04ad70','a9ff38dbe8f5',6,'f039640317b3bddd7d5b2e56a7107a59e4426d55fed0f78578a556ae78660a15','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e7-d065-7293-9de8-734e89a290b6','a9ff38dbe8f5',1,'962805f4e87877ba0ef8283ab49ece0f7855299b9405543b1f66e38a093030ef','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e7-d0f9-7c9c-b8f7-fd32260fedec',1795915501830,'01a224e7-d065-7293-9de8-734e89a290b6','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844","size":684}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e7-d152-7832-b406-86f0447a4983',1795915501910,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8","size":686}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e7-d1c2-7ceb-9676-89de3adee76b',1795915502020,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35","size":692}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e7-d1e5-7fa9-a98c-3898f311c964',1795915502055,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749","size":682}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e7-d242-7e3a-84dc-252daf2de427',1795915502148,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80","size":693}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e7-d257-7156-89ce-06fdcc0466dc',1795915502168,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568","size":675}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e7-d267-7052-8336-6bf80127ff14',1795915502185,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789","size":678}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e7-d152-7832-b406-86f0447a4983',1795915502190,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e7-d1c2-7ceb-9676-89de3adee76b',1795915502193,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915502193}');
INSERT INTO "journal" VALUES(10,1,'01a224e7-d1e5-7fa9-a98c-3898f311c964',1795915502247,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"2d16c185446b220531c08e3c7d6957cd","state":"live","version":"2d16c185446b220531c08e3c7d6957cd"}');
INSERT INTO "journal" VALUES(11,1,'01a224e7-d242-7e3a-84dc-252daf2de427',1795915502259,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.join','{"kept":{},"joined":{"id":"01a224e7-d257-7156-89ce-06fdcc0466dc","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568"}]}}','{"role":"raw","hash":"298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e7-d267-7052-8336-6bf80127ff14',1795915502274,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915502274}');
INSERT INTO "journal" VALUES(13,1,'01a224e7-d267-7052-8336-6bf80127ff14',1795915502295,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789","size":678}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915502307,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e7-ef59-7cf6-86b0-94a22d8f031d',1795915509607,'01a224e7-dfad-7184-a9d1-93981a04ad70','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed","size":693}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e7-ef60-73a4-9937-a14d4f8f6f9b',1795915509692,'01a224e7-dfad-7184-a9d1-93981a04ad70','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e","size":675}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e7-ef62-7451-b6df-8bc017f9126b',1795915509694,'01a224e7-dfad-7184-a9d1-93981a04ad70','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13","size":690}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e7-ef70-7ffd-8a73-02437753e864',1795915509695,'01a224e7-dfad-7184-a9d1-93981a04ad70','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490","size":683}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e7-ef60-73a4-9937-a14d4f8f6f9b',1795915512557,'01a224e7-dfad-7184-a9d1-93981a04ad70','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e7-ef70-7ffd-8a73-02437753e864',1795915517476,'01a224e7-dfad-7184-a9d1-93981a04ad70','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915517476}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e7-d267-7052-8336-6bf80127ff14',0,1795915502295,'01a224e7-ce06-76d8-9ca5-962fd067fd2e','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e7-d267-7052-8336-6bf80127ff14","kind":"photo","state":"trashed","trashedAt":1795915502274,"addedAt":1795915502185,"addedBy":"01a224e7-ce06-76d8-9ca5-962fd067fd2e","rendering":null}','[{"type":"resource","id":"7fff161d9976115521486f977bb1b181","assetId":"01a224e7-d267-7052-8336-6bf80127ff14","role":"original","hash":"73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e7-d257-7156-89ce-06fdcc0466dc',0);
INSERT INTO "tombstones" VALUES(1,'01a224e7-d267-7052-8336-6bf80127ff14',0);
INSERT INTO "user" VALUES('9EBfasTMhBePPC8UxDa9zp2o785sEyFq','ann','ann@example.org',0,NULL,'2026-11-29T01:24:55.626Z','2026-11-29T01:24:55.626Z');
INSERT INTO "user" VALUES('DO5LByMOS5vWVdiMFBoZF1L6rHPDsowS','ben','ben@example.org',0,NULL,'2026-11-29T01:24:59.849Z','2026-11-29T01:24:59.849Z');
INSERT INTO "account" VALUES('tmBKHpuajFVc2zdoaiuWo1ceQV8tarEM','9EBfasTMhBePPC8UxDa9zp2o785sEyFq','credential','9EBfasTMhBePPC8UxDa9zp2o785sEyFq',NULL,NULL,NULL,NULL,NULL,NULL,'64acc64a10bcb5ace21cdf643aeae4f8:09098efc6818c2f52e406ffc04f83d464ae48daaf2accb32c2c8bfcbd9f7311a6da2f7f30a2c349223d7ed618ce32b7c9a2cbeb3ba4d99c888270451c501a261','2026-11-29T01:24:55.648Z','2026-11-29T01:24:55.648Z');
INSERT INTO "account" VALUES('jBo024YgiG9aR1fISeobvK5JnFhwjrOp','DO5LByMOS5vWVdiMFBoZF1L6rHPDsowS','credential','DO5LByMOS5vWVdiMFBoZF1L6rHPDsowS',NULL,NULL,NULL,NULL,NULL,NULL,'8dcc6e5da5a3f013a5e55adc973b49af:e3f420b2cd099f82feb50eb5a519c2335f25beab14a2f4962c75343ff3f4ec6d0fbb95eee9575ac855bf50bf452b8651aef9df11eb950e1b742d36f3ddd27b0c','2026-11-29T01:24:59.850Z','2026-11-29T01:24:59.850Z');
INSERT INTO "owners" VALUES('9EBfasTMhBePPC8UxDa9zp2o785sEyFq');
INSERT INTO "devices" VALUES('01a224e7-ce06-76d8-9ca5-962fd067fd2e','9EBfasTMhBePPC8UxDa9zp2o785sEyFq','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','Tablet','folder','v1','0.1.0','c288a107a26d0c07dac10312f7dfa89ac8b8d93e080e533fbb8288cc507084b0',NULL,1795915501063,1795915501063,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e7-d065-7293-9de8-734e89a290b6','DO5LByMOS5vWVdiMFBoZF1L6rHPDsowS','01a224e7-c94f-7ab8-9281-7df3903977d7','Ben’s phone','folder','v1','0.1.0','b599f381416c94789f0f5f9e4a3301f82e33442e60651242f52dde2568510e1b',NULL,1795915501669,1795915501669,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','9EBfasTMhBePPC8UxDa9zp2o785sEyFq','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','Laptop','folder','linux 6.1.0','0.1.0','1ed19ae84783db37eeb8f41e6fb635379969202b0ad725ec112bef75a2b7c23b',NULL,1795915505581,1795915505581,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915517587,'{"version":"0.1.0","protocol":2,"at":1795915517585,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915509201},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915509201},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":81106436096,"source":"the file system","since":1795915512354}}}',NULL,1795915509733);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','1','01a224e7-ef59-7cf6-86b0-94a22d8f031d','in-sync','  ','{"key":"1","path":"first.jpg","size":693,"assetId":"01a224e7-ef59-7cf6-86b0-94a22d8f031d","hash":"af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','10','01a224e7-d242-7e3a-84dc-252daf2de427','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":675,"assetId":"01a224e7-d242-7e3a-84dc-252daf2de427","hash":"298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','11','01a224e7-ef60-73a4-9937-a14d4f8f6f9b','in-sync','  ','{"key":"11","path":"renamed.jpg","size":675,"assetId":"01a224e7-ef60-73a4-9937-a14d4f8f6f9b","hash":"90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915505812,"evidence":{"kind":"sidecar"}}]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','3','01a224e7-ef62-7451-b6df-8bc017f9126b','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":690,"assetId":"01a224e7-ef62-7451-b6df-8bc017f9126b","hash":"fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915505812,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','7','01a224e7-d152-7832-b406-86f0447a4983','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":686,"assetId":"01a224e7-d152-7832-b406-86f0447a4983","hash":"f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','8','01a224e7-d242-7e3a-84dc-252daf2de427','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":693,"assetId":"01a224e7-d242-7e3a-84dc-252daf2de427","hash":"eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70','9','01a224e7-d1e5-7fa9-a98c-3898f311c964','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":683,"assetId":"01a224e7-d1e5-7fa9-a98c-3898f311c964","hash":"b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35',692,'committed',1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e',1795915502015);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568',675,'committed',1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e',1795915502164);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e',675,'committed',1,'01a224e7-dfad-7184-a9d1-93981a04ad70',1795915509594);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749',682,'committed',1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e',1795915502048);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed',693,'committed',1,'01a224e7-dfad-7184-a9d1-93981a04ad70',1795915509562);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be',683,'committed',1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e',1795915502240);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490',683,'committed',1,'01a224e7-dfad-7184-a9d1-93981a04ad70',1795915509600);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80',693,'committed',1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e',1795915502120);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8',686,'committed',1,'01a224e7-ce06-76d8-9ca5-962fd067fd2e',1795915501899);
INSERT INTO "ledger" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13',690,'committed',1,'01a224e7-dfad-7184-a9d1-93981a04ad70',1795915509594);
INSERT INTO "ledger" VALUES('01a224e7-c94f-7ab8-9281-7df3903977d7','1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844',684,'committed',1,'01a224e7-d065-7293-9de8-734e89a290b6',1795915501814);
INSERT INTO "ledger_sums" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8',6852,0);
INSERT INTO "ledger_sums" VALUES('01a224e7-c94f-7ab8-9281-7df3903977d7',684,0);
INSERT INTO "uploads" VALUES('02a4170f4e5b87dd6a814a6e4cec037d','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35',692,'image/jpeg',1795915501940,1795915502015,'1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35');
INSERT INTO "uploads" VALUES('0348348fdfd37ae93d4821f4637244ea','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568',675,'image/jpeg',1795915502158,1795915502164,'298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568');
INSERT INTO "uploads" VALUES('07dd8800849d03d8261243b619efa992','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be',683,'image/jpeg',1795915502201,1795915502240,'b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be');
INSERT INTO "uploads" VALUES('0e9f9867b4434661be74ccdfb19c8bad','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789',678,'image/jpeg',1795915502176,1795915502181,'73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789');
INSERT INTO "uploads" VALUES('1a915401e799af933191dddb99df6357','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-dfad-7184-a9d1-93981a04ad70','de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490',683,'image/jpeg',1795915509461,1795915509600,'de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490');
INSERT INTO "uploads" VALUES('40ddac2dc3a5110dc38e5586dec55111','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80',693,'image/jpeg',1795915502065,1795915502120,'eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80');
INSERT INTO "uploads" VALUES('5be4862ad38f980b09a063bee7d74a5c','01a224e7-c94f-7ab8-9281-7df3903977d7','01a224e7-d065-7293-9de8-734e89a290b6','1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844',684,'image/jpeg',1795915501770,1795915501814,'1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844');
INSERT INTO "uploads" VALUES('5dec43a6c8a56ecf05b474c9bd85bb6d','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-dfad-7184-a9d1-93981a04ad70','fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13',690,'image/jpeg',1795915509461,1795915509594,'fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13');
INSERT INTO "uploads" VALUES('64800a9adcf82dbe8272781f13405ac8','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8',686,'image/jpeg',1795915501863,1795915501899,'f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8');
INSERT INTO "uploads" VALUES('ce68993f51b22abbe5693bdfb8180302','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-ce06-76d8-9ca5-962fd067fd2e','92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749',682,'image/jpeg',1795915502033,1795915502048,'92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749');
INSERT INTO "uploads" VALUES('d14c11e68f173f18a3401545ce8ea6e4','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-dfad-7184-a9d1-93981a04ad70','90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e',675,'image/jpeg',1795915509461,1795915509594,'90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e');
INSERT INTO "uploads" VALUES('ee5a843307aba44d1d439406e8de29a9','01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-dfad-7184-a9d1-93981a04ad70','af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed',693,'image/jpeg',1795915509460,1795915509562,'af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed');
INSERT INTO "blob_checks" VALUES('1414e3e451f110baf6d559f3cb829af0573f8783cc24ca6e322ab111da5bf844',684,'1795915501809250130',1795915501814,0);
INSERT INTO "blob_checks" VALUES('1d56e85b29e346308dc4c9f723e4e66cfb728852fec9f755aa093d7ebb495a35',692,'1795915502011956957',1795915502015,0);
INSERT INTO "blob_checks" VALUES('298223b85e55f3225bb437db3ee231c30e9921fbc86ff3e1c02785f63fffb568',675,'1795915502162761628',1795915502164,0);
INSERT INTO "blob_checks" VALUES('73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789',678,'1795915502179923839',1795915502181,0);
INSERT INTO "blob_checks" VALUES('90b798db9164536aa7ac5c1edb06fb36e97c45cf7cd478af82706c8a827cf93e',675,'1795915509521250358',1795915509594,0);
INSERT INTO "blob_checks" VALUES('92b9c889ea96a3ebfedcdffb4f0d27f122d65483b063a959ea8c62c146bdf749',682,'1795915502038341097',1795915502048,0);
INSERT INTO "blob_checks" VALUES('af96b4a028e5bbf91d2dda3fcf06ae80077a44ccb70b6ddb96a2839ee92515ed',693,'1795915509505250357',1795915509562,0);
INSERT INTO "blob_checks" VALUES('b6f9d62995c795a44155db01b32c8b1ee7ea47d41e2757041b70dbe031d471be',683,'1795915502205250142',1795915502240,0);
INSERT INTO "blob_checks" VALUES('de77cf307ac66c570b5d4bb25a881d0e2d80ceff31a6ea63c93b5cccde653490',683,'1795915509526414647',1795915509600,0);
INSERT INTO "blob_checks" VALUES('eef8c6801c85f3362a5e47770c55b7b860cb6c8471924c33a58abe64f8c1eb80',693,'1795915502081250138',1795915502120,0);
INSERT INTO "blob_checks" VALUES('f1910fde04c1f632583667c5b01ecbcf172822ef739d806d046f2376712874f8',686,'1795915501868548689',1795915501899,0);
INSERT INTO "blob_checks" VALUES('fa88295d4770d3b3f5a8ae65092c32b29007d75ced099e434927040510b23e13',690,'1795915509517250358',1795915509594,0);
INSERT INTO "loose_blobs" VALUES('73eafc47d1a3d29238a69cc31f15669c6d7912b98421928932354968f9dfb789',35280);
INSERT INTO "scrub" VALUES(1,1795915485267,1795915485267,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e7-b8e7-75fc-89b2-139e2d01a8e8','01a224e7-d152-7832-b406-86f0447a4983','d1bbf3a0d0701aa744593ac47ea56b5c','started',0,NULL,NULL,1795915501921,NULL,NULL);
INSERT INTO "rendition_attempts" VALUES('01a224e7-c94f-7ab8-9281-7df3903977d7','01a224e7-d0f9-7c9c-b8f7-fd32260fedec','1d019e40eaba108e2873e9a9d22432b9','started',0,NULL,NULL,1795915501840,NULL,NULL);
INSERT INTO "heard" VALUES('01a224e7-ce06-76d8-9ca5-962fd067fd2e',35280,1795915501063);
INSERT INTO "heard" VALUES('01a224e7-d065-7293-9de8-734e89a290b6',35280,1795915501669);
INSERT INTO "heard" VALUES('01a224e7-dfad-7184-a9d1-93981a04ad70',35280,1795915505581);
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
