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
INSERT INTO "schema_steps" VALUES('accounts',1,1795915415);
INSERT INTO "schema_steps" VALUES('accounts',2,1795915415);
INSERT INTO "schema_steps" VALUES('accounts',3,1795915415);
INSERT INTO "schema_steps" VALUES('bytes',1,1795915415);
INSERT INTO "schema_steps" VALUES('bytes',2,1795915415);
INSERT INTO "schema_steps" VALUES('errands',1,1795915415);
INSERT INTO "schema_steps" VALUES('library',1,1795915415);
INSERT INTO "schema_steps" VALUES('library',2,1795915415);
INSERT INTO "schema_steps" VALUES('library',3,1795915415);
INSERT INTO "schema_steps" VALUES('library',4,1795915415);
INSERT INTO "schema_steps" VALUES('library',5,1795915415);
INSERT INTO "schema_steps" VALUES('orders',1,1795915415);
INSERT INTO "schema_steps" VALUES('orders',2,1795915415);
INSERT INTO "schema_steps" VALUES('renditions',1,1795915415);
INSERT INTO "schema_steps" VALUES('renditions',2,1795915415);
INSERT INTO "schema_steps" VALUES('rolls',1,1795915415);
INSERT INTO "schema_steps" VALUES('rolls',2,1795915415);
INSERT INTO "schema_steps" VALUES('rolls',3,1795915415);
INSERT INTO "schema_steps" VALUES('rolls',4,1795915415);
INSERT INTO "schema_steps" VALUES('settings',1,1795915415);
INSERT INTO "schema_steps" VALUES('silence',1,1795915415);
INSERT INTO "server_facts" VALUES('code-secret','of a server that is no more');
INSERT INTO "server_facts" VALUES('epoch','7e42d1ba15c5');
INSERT INTO "server_facts" VALUES('heartbeat','1795915458153');
INSERT INTO "server_facts" VALUES('seen-time','42249');
INSERT INTO "server_facts" VALUES('session-secret','of a server that is no more');
INSERT INTO "libraries" VALUES(1,'01a224e6-ab31-776d-a1b1-e2eb65499b98',5000000000,34,0,6,2,1795915426627);
INSERT INTO "libraries" VALUES(2,'01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e',5000000000,2,0,1,0,1795915433721);
INSERT INTO "members" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X','owner');
INSERT INTO "members" VALUES('01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e','bNl5GbJhJRhk5lgAEB6TimQqgUXxN5oT','owner');
INSERT INTO "generations" VALUES(1,1,'6a5ca5c640',1,1795915426627);
INSERT INTO "generations" VALUES(2,2,'6a5ca5c640',1,1795915433721);
INSERT INTO "entities" VALUES(1,2,'resource:b9b15ff3b269b397618ebbaea930c15b','01a224e6-d544-71b0-ade7-1c2f9e217a55','original','2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440','{"type":"resource","id":"b9b15ff3b269b397618ebbaea930c15b","assetId":"01a224e6-d544-71b0-ade7-1c2f9e217a55","role":"original","hash":"2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440","size":675,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,4,'resource:e502b379ca004b67289efa4a591c315b','01a224e6-d5fd-79bd-accf-a721fbbeae4b','original','04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc','{"type":"resource","id":"e502b379ca004b67289efa4a591c315b","assetId":"01a224e6-d5fd-79bd-accf-a721fbbeae4b","role":"original","hash":"04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,6,'resource:b86dd8b3c812f6633a29eb51e476523c','01a224e6-d6b1-7997-a96e-3ca75d49a050','original','c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970','{"type":"resource","id":"b86dd8b3c812f6633a29eb51e476523c","assetId":"01a224e6-d6b1-7997-a96e-3ca75d49a050","role":"original","hash":"c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970","size":681,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,8,'resource:794faed06c9d8d5c77a047fa67321c4d','01a224e6-d72a-7b21-97f6-8bc235073fb2','original','e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98','{"type":"resource","id":"794faed06c9d8d5c77a047fa67321c4d","assetId":"01a224e6-d72a-7b21-97f6-8bc235073fb2","role":"original","hash":"e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98","size":703,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,13,'asset:01a224e6-d544-71b0-ade7-1c2f9e217a55',NULL,NULL,NULL,'{"fileName":"titled.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":"Grandma’s 80th","caption":null,"favourite":true,"hidden":false,"rating":null,"keywords":["family"],"type":"asset","id":"01a224e6-d544-71b0-ade7-1c2f9e217a55","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915437386,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf","rendering":null}');
INSERT INTO "entities" VALUES(1,14,'asset:01a224e6-d5fd-79bd-accf-a721fbbeae4b',NULL,NULL,NULL,'{"fileName":"trashed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-d5fd-79bd-accf-a721fbbeae4b","kind":"photo","state":"trashed","trashedAt":1795915438322,"addedAt":1795915437567,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf","rendering":null}');
INSERT INTO "entities" VALUES(1,15,'resource:d3254fe19a0b9c72e56ebbc67005ebe4','01a224e6-d6b1-7997-a96e-3ca75d49a050','edited','82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037','{"type":"resource","id":"d3254fe19a0b9c72e56ebbc67005ebe4","assetId":"01a224e6-d6b1-7997-a96e-3ca75d49a050","role":"edited","hash":"82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037","size":691,"mime":"image/jpeg","fileName":null,"modifiedAt":null,"removed":false}');
INSERT INTO "entities" VALUES(1,16,'asset:01a224e6-d6b1-7997-a96e-3ca75d49a050',NULL,NULL,NULL,'{"fileName":"edited.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-d6b1-7997-a96e-3ca75d49a050","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915437747,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf","rendering":"d3254fe19a0b9c72e56ebbc67005ebe4"}');
INSERT INTO "entities" VALUES(1,17,'resource:83de82052fdb6be7fdcba1ab1d51e338','01a224e6-d72a-7b21-97f6-8bc235073fb2','raw','36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd','{"type":"resource","id":"83de82052fdb6be7fdcba1ab1d51e338","assetId":"01a224e6-d72a-7b21-97f6-8bc235073fb2","role":"raw","hash":"36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd","size":700,"mime":"image/jpeg","fileName":"shot.dng","modifiedAt":1715000000000,"removed":false}');
INSERT INTO "entities" VALUES(1,18,'resource:757107eee5a2e8a4818be09bad5c24ec','01a224e6-d81b-707f-a2d6-0e5912a7b11b','original',NULL,'{"type":"resource","id":"757107eee5a2e8a4818be09bad5c24ec","assetId":"01a224e6-d81b-707f-a2d6-0e5912a7b11b","role":"original","hash":"36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd","size":700,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,19,'asset:01a224e6-d72a-7b21-97f6-8bc235073fb2',NULL,NULL,NULL,'{"fileName":"shot.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-d72a-7b21-97f6-8bc235073fb2","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915437869,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf","rendering":null}');
INSERT INTO "entities" VALUES(1,20,'alias:01a224e6-d81b-707f-a2d6-0e5912a7b11b','01a224e6-d72a-7b21-97f6-8bc235073fb2',NULL,NULL,'{"type":"alias","from":"01a224e6-d81b-707f-a2d6-0e5912a7b11b","to":"01a224e6-d72a-7b21-97f6-8bc235073fb2","role":"raw"}');
INSERT INTO "entities" VALUES(1,22,'asset:01a224e6-d8a5-7d49-8867-ac693109b24b',NULL,NULL,NULL,'{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-d8a5-7d49-8867-ac693109b24b","kind":"photo","state":"purged","trashedAt":1795915438546,"addedAt":1795915438248,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf","rendering":null}');
INSERT INTO "entities" VALUES(1,23,'resource:4fc1638ca236ec66c2c03d0c3da995f6','01a224e6-d8a5-7d49-8867-ac693109b24b','original',NULL,'{"type":"resource","id":"4fc1638ca236ec66c2c03d0c3da995f6","assetId":"01a224e6-d8a5-7d49-8867-ac693109b24b","role":"original","hash":"2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":true}');
INSERT INTO "entities" VALUES(1,24,'album:01970000-0000-7000-8000-000000000001',NULL,NULL,NULL,'{"type":"album","id":"01970000-0000-7000-8000-000000000001","title":"Summer","order":"by-hand","cover":null,"deleted":false,"addedAt":1795915438652,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf"}');
INSERT INTO "entities" VALUES(1,25,'asset:01a224e6-fe0d-7a34-8037-6f4ef096c756',NULL,NULL,NULL,'{"fileName":"gone-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-fe0d-7a34-8037-6f4ef096c756","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915447835,"addedBy":"01a224e6-e822-74cf-a975-3bc4ffcb1eab","rendering":null}');
INSERT INTO "entities" VALUES(1,26,'resource:ff08ce5d3d749f966a469728211fb588','01a224e6-fe0d-7a34-8037-6f4ef096c756','original','928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184','{"type":"resource","id":"ff08ce5d3d749f966a469728211fb588","assetId":"01a224e6-fe0d-7a34-8037-6f4ef096c756","role":"original","hash":"928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184","size":676,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915438825,"removed":false}');
INSERT INTO "entities" VALUES(1,28,'resource:bb67f9e208d6056bd53f1fd17e97139f','01a224e6-fe0f-722d-b39d-6631c96a1576','original','72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814','{"type":"resource","id":"bb67f9e208d6056bd53f1fd17e97139f","assetId":"01a224e6-fe0f-722d-b39d-6631c96a1576","role":"original","hash":"72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915438821,"removed":false}');
INSERT INTO "entities" VALUES(1,29,'asset:01a224e6-fe10-7c52-b566-5822fd8c89e2',NULL,NULL,NULL,'{"fileName":"first.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-fe10-7c52-b566-5822fd8c89e2","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915447836,"addedBy":"01a224e6-e822-74cf-a975-3bc4ffcb1eab","rendering":null}');
INSERT INTO "entities" VALUES(1,30,'resource:a30aa996d36d1b17cc3a73a8eda04556','01a224e6-fe10-7c52-b566-5822fd8c89e2','original','6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4','{"type":"resource","id":"a30aa996d36d1b17cc3a73a8eda04556","assetId":"01a224e6-fe10-7c52-b566-5822fd8c89e2","role":"original","hash":"6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4","size":683,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915438813,"removed":false}');
INSERT INTO "entities" VALUES(1,32,'resource:e0be84fa0849e1afd69a3666eeb618df','01a224e6-fe11-7798-9b39-1ba6d4225ff8','original','ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837','{"type":"resource","id":"e0be84fa0849e1afd69a3666eeb618df","assetId":"01a224e6-fe11-7798-9b39-1ba6d4225ff8","role":"original","hash":"ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837","size":680,"mime":"image/jpeg","fileName":null,"modifiedAt":1795915438817,"removed":false}');
INSERT INTO "entities" VALUES(1,33,'asset:01a224e6-fe11-7798-9b39-1ba6d4225ff8',NULL,NULL,NULL,'{"fileName":"renamed.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-fe11-7798-9b39-1ba6d4225ff8","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915447836,"addedBy":"01a224e6-e822-74cf-a975-3bc4ffcb1eab","rendering":null}');
INSERT INTO "entities" VALUES(1,34,'asset:01a224e6-fe0f-722d-b39d-6631c96a1576',NULL,NULL,NULL,'{"fileName":"trashed-later.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":16,"height":16,"duration":null,"camera":{"make":"Rollcall","model":"Testcam 1","lens":null},"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-fe0f-722d-b39d-6631c96a1576","kind":"photo","state":"trashed","trashedAt":1795915455344,"addedAt":1795915447835,"addedBy":"01a224e6-e822-74cf-a975-3bc4ffcb1eab","rendering":null}');
INSERT INTO "entities" VALUES(2,1,'asset:01a224e6-d45c-7298-bc15-aacd857fa465',NULL,NULL,NULL,'{"fileName":"bens.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-d45c-7298-bc15-aacd857fa465","kind":"photo","state":"live","trashedAt":null,"addedAt":1795915437158,"addedBy":"01a224e6-d340-7be2-bd1a-cf7f96cc612c","rendering":null}');
INSERT INTO "entities" VALUES(2,2,'resource:9fb34489a1228b8029d68cc579429009','01a224e6-d45c-7298-bc15-aacd857fa465','original','bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d','{"type":"resource","id":"9fb34489a1228b8029d68cc579429009","assetId":"01a224e6-d45c-7298-bc15-aacd857fa465","role":"original","hash":"bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d","size":678,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}');
INSERT INTO "purged_originals" VALUES(1,'2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc','01a224e6-d8a5-7d49-8867-ac693109b24b',1795915438620);
INSERT INTO "in_trash" VALUES(1,'01a224e6-d5fd-79bd-accf-a721fbbeae4b',0);
INSERT INTO "in_trash" VALUES(1,'01a224e6-fe0f-722d-b39d-6631c96a1576',0);
INSERT INTO "wanted_renditions" VALUES(1,2,'01a224e6-d45c-7298-bc15-aacd857fa465');
INSERT INTO "wanted_renditions" VALUES(2,1,'01a224e6-d544-71b0-ade7-1c2f9e217a55');
INSERT INTO "wanted_renditions" VALUES(3,1,'01a224e6-d5fd-79bd-accf-a721fbbeae4b');
INSERT INTO "wanted_renditions" VALUES(4,1,'01a224e6-d6b1-7997-a96e-3ca75d49a050');
INSERT INTO "wanted_renditions" VALUES(5,1,'01a224e6-d72a-7b21-97f6-8bc235073fb2');
INSERT INTO "wanted_renditions" VALUES(6,1,'01a224e6-fe0d-7a34-8037-6f4ef096c756');
INSERT INTO "wanted_renditions" VALUES(7,1,'01a224e6-fe0f-722d-b39d-6631c96a1576');
INSERT INTO "wanted_renditions" VALUES(8,1,'01a224e6-fe10-7c52-b566-5822fd8c89e2');
INSERT INTO "wanted_renditions" VALUES(9,1,'01a224e6-fe11-7798-9b39-1ba6d4225ff8');
INSERT INTO "chains" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',15,'5f80b1ab6600eb9fb0a5f6e21a2705f25c1ee43cbcb9455a51f2a7292984b515');
INSERT INTO "chains" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',6,'dd00056fad871061d1ed5fff46f09cd904a0cee1e50fd7f0093a60b4e4cf8ba4');
INSERT INTO "chains" VALUES(2,'01a224e6-d340-7be2-bd1a-cf7f96cc612c','7e42d1ba15c5',1,'51f63a612b174f7b8caee189d8b973681e658c40761e1036cb55ca0ac396af26');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',1,'f824109665b84bc1f53aa2df8360bbdf7d578ccbfc4dde5d9711a94599f8f6cc','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',2,'50dfffe495812e0b5558939e871ed718521a540f897b3993fa9522c4bd8349c6','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',3,'abb7ac107af01434d7447f6d022f6c3bad1dfb4ff0fe6a9985030b107e97ef34','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',4,'76dc361d8d47d79c58d3e4d8f00746cec4a8a4edec385527dfdaf9f8962277c5','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',5,'a2b84ba8784e82c514f50526e2af3de84ee0dae25776aee73a1484e3549a644a','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',6,'9a237a4651d1e6e8670024167605962359737504d0da88a089ce64877009754e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',7,'aa9d8fe2503fb0737ac6c496b43f89791131cc3703dfa24822a19a18f608d90e','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',8,'4a413edfcb394d06db16d1439d9a1cd67e25ce66e84864781584d1a02dc1fe97','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',9,'a4254d91492cd47b45e5bf6b333ea205128f4177a60b9dbe0c1ad09423956087','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',10,'e186e7777f72a6970af8fba6458aba46ca3d6d1a071090f6ed62088b1f6f25f8','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',11,'85bcc23fe80f32c87966745b919546de908875ab29db159249b919bfcc64524d','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',12,'5cf1d28d71de6fd94e70840e6f615715c188b4366f9fd9dc79d45d88d1233d85','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',13,'7360fa404de7ad15bfbc6edb0bd2244d9f6711a2107a289bd2673c6d5aa28dca','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',14,'b6c7a8eb8deaaacc6b032ace4f9fc7ecb43ce8ea966761f40e648d5e8c0b584b','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','7e42d1ba15c5',15,'5f80b1ab6600eb9fb0a5f6e21a2705f25c1ee43cbcb9455a51f2a7292984b515','{"status":"rejected","code":"invalid","words":"This is no place in an order."}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',1,'f46558267019b42ad57ae67f8eefd48352ffccbf09b33e5582a5b754841c0147','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',2,'aa0fb8a4bcff7af71df0ccf4e883b051f985087cd61db9c079787cd0ac98107b','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',3,'c0c6bd5e664b40d95e7beb2913d3a1467e814a6583b24e4248f29164b5991bee','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',4,'60b0a7625cf7bebe774f81bb25192f542f5d32c9876e50a2c01edfdeca571801','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',5,'cd7555afeffc14f2bccd81eedd95726245ee0557cc884147e6bf2bfe80aa1cd7','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','7e42d1ba15c5',6,'dd00056fad871061d1ed5fff46f09cd904a0cee1e50fd7f0093a60b4e4cf8ba4','{"status":"applied"}');
INSERT INTO "outcomes" VALUES(2,'01a224e6-d340-7be2-bd1a-cf7f96cc612c','7e42d1ba15c5',1,'51f63a612b174f7b8caee189d8b973681e658c40761e1036cb55ca0ac396af26','{"status":"applied"}');
INSERT INTO "journal" VALUES(1,2,'01a224e6-d45c-7298-bc15-aacd857fa465',1795915437158,'01a224e6-d340-7be2-bd1a-cf7f96cc612c','asset.create','null','{"kind":"photo","fileName":"bens.jpg","resources":[{"role":"original","hash":"bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d","size":678}]}');
INSERT INTO "journal" VALUES(2,1,'01a224e6-d544-71b0-ade7-1c2f9e217a55',1795915437386,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.create','null','{"kind":"photo","fileName":"titled.jpg","resources":[{"role":"original","hash":"2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440","size":675}]}');
INSERT INTO "journal" VALUES(3,1,'01a224e6-d5fd-79bd-accf-a721fbbeae4b',1795915437567,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.create','null','{"kind":"photo","fileName":"trashed.jpg","resources":[{"role":"original","hash":"04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc","size":678}]}');
INSERT INTO "journal" VALUES(4,1,'01a224e6-d6b1-7997-a96e-3ca75d49a050',1795915437747,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.create','null','{"kind":"photo","fileName":"edited.jpg","resources":[{"role":"original","hash":"c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970","size":681}]}');
INSERT INTO "journal" VALUES(5,1,'01a224e6-d72a-7b21-97f6-8bc235073fb2',1795915437869,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.create','null','{"kind":"photo","fileName":"shot.jpg","resources":[{"role":"original","hash":"e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98","size":703}]}');
INSERT INTO "journal" VALUES(6,1,'01a224e6-d81b-707f-a2d6-0e5912a7b11b',1795915438110,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.create','null','{"kind":"photo","fileName":"shot.dng","resources":[{"role":"original","hash":"36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd","size":700}]}');
INSERT INTO "journal" VALUES(7,1,'01a224e6-d8a5-7d49-8867-ac693109b24b',1795915438248,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.create','null','{"kind":"photo","fileName":"purged.jpg","resources":[{"role":"original","hash":"2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc","size":687}]}');
INSERT INTO "journal" VALUES(8,1,'01a224e6-d544-71b0-ade7-1c2f9e217a55',1795915438269,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.set','{"title":null,"favourite":false,"keywords":[]}','{"title":"Grandma’s 80th","favourite":true,"keywords":["family"]}');
INSERT INTO "journal" VALUES(9,1,'01a224e6-d5fd-79bd-accf-a721fbbeae4b',1795915438322,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915438322}');
INSERT INTO "journal" VALUES(10,1,'01a224e6-d6b1-7997-a96e-3ca75d49a050',1795915438490,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.edit','{"rendering":null,"state":"live"}','{"rendering":"d3254fe19a0b9c72e56ebbc67005ebe4","state":"live","version":"d3254fe19a0b9c72e56ebbc67005ebe4"}');
INSERT INTO "journal" VALUES(11,1,'01a224e6-d72a-7b21-97f6-8bc235073fb2',1795915438496,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.join','{"kept":{},"joined":{"id":"01a224e6-d81b-707f-a2d6-0e5912a7b11b","kind":"photo","fields":{"fileName":"shot.dng","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[]},"shows":null,"resources":[{"role":"original","hash":"36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd"}]}}','{"role":"raw","hash":"36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd","fileName":"shot.dng","kept":{}}');
INSERT INTO "journal" VALUES(12,1,'01a224e6-d8a5-7d49-8867-ac693109b24b',1795915438546,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915438546}');
INSERT INTO "journal" VALUES(13,1,'01a224e6-d8a5-7d49-8867-ac693109b24b',1795915438620,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','asset.purge','{"state":"trashed","fileName":"purged.jpg","resources":[{"role":"original","hash":"2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc","size":687}]}','{"state":"purged","by":"person"}');
INSERT INTO "journal" VALUES(14,1,'01970000-0000-7000-8000-000000000001',1795915438652,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','album.create','null','{"title":"Summer"}');
INSERT INTO "journal" VALUES(15,1,'01a224e6-fe0d-7a34-8037-6f4ef096c756',1795915447835,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','asset.create','null','{"kind":"photo","fileName":"gone-later.jpg","resources":[{"role":"original","hash":"928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184","size":676}]}');
INSERT INTO "journal" VALUES(16,1,'01a224e6-fe0f-722d-b39d-6631c96a1576',1795915447835,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','asset.create','null','{"kind":"photo","fileName":"trashed-later.jpg","resources":[{"role":"original","hash":"72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814","size":680}]}');
INSERT INTO "journal" VALUES(17,1,'01a224e6-fe10-7c52-b566-5822fd8c89e2',1795915447836,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','asset.create','null','{"kind":"photo","fileName":"first.jpg","resources":[{"role":"original","hash":"6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4","size":683}]}');
INSERT INTO "journal" VALUES(18,1,'01a224e6-fe11-7798-9b39-1ba6d4225ff8',1795915447836,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','asset.create','null','{"kind":"photo","fileName":"renamed-later.jpg","resources":[{"role":"original","hash":"ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837","size":680}]}');
INSERT INTO "journal" VALUES(19,1,'01a224e6-fe11-7798-9b39-1ba6d4225ff8',1795915450119,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','asset.set','{"fileName":"renamed-later.jpg"}','{"fileName":"renamed.jpg"}');
INSERT INTO "journal" VALUES(20,1,'01a224e6-fe0f-722d-b39d-6631c96a1576',1795915455344,'01a224e6-e822-74cf-a975-3bc4ffcb1eab','asset.trash','{"state":"live"}','{"state":"trashed","trashedAt":1795915455344}');
INSERT INTO "purged_assets" VALUES(1,1,'01a224e6-d8a5-7d49-8867-ac693109b24b',0,1795915438620,'01a224e6-cfda-7d6c-aa44-694524ff5ecf','{"fileName":"purged.jpg","capturedAt":"2024-05-06T10:00:00","capturedSource":"exif","width":null,"height":null,"duration":null,"camera":null,"exposure":null,"place":null,"title":null,"caption":null,"favourite":false,"hidden":false,"rating":null,"keywords":[],"type":"asset","id":"01a224e6-d8a5-7d49-8867-ac693109b24b","kind":"photo","state":"trashed","trashedAt":1795915438546,"addedAt":1795915438248,"addedBy":"01a224e6-cfda-7d6c-aa44-694524ff5ecf","rendering":null}','[{"type":"resource","id":"4fc1638ca236ec66c2c03d0c3da995f6","assetId":"01a224e6-d8a5-7d49-8867-ac693109b24b","role":"original","hash":"2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc","size":687,"mime":"image/jpeg","fileName":null,"modifiedAt":1715000000000,"removed":false}]');
INSERT INTO "tombstones" VALUES(1,'01a224e6-d81b-707f-a2d6-0e5912a7b11b',0);
INSERT INTO "tombstones" VALUES(1,'01a224e6-d8a5-7d49-8867-ac693109b24b',0);
INSERT INTO "user" VALUES('Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X','ann','ann@example.org',0,NULL,'2026-11-29T01:23:46.586Z','2026-11-29T01:23:46.586Z');
INSERT INTO "user" VALUES('bNl5GbJhJRhk5lgAEB6TimQqgUXxN5oT','ben','ben@example.org',0,NULL,'2026-11-29T01:23:53.719Z','2026-11-29T01:23:53.719Z');
INSERT INTO "account" VALUES('yVTkkTYDDfymINuXEgvEeLAwlWd3JZED','Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X','credential','Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X',NULL,NULL,NULL,NULL,NULL,NULL,'d5aeae46602bbcf4165cb4a4cb127416:fb4e6517f2847a758c2fe82b41da0d48ffd0f5547fa03abdd8472028a24cf72b5f0dfc852f4fa5a831058215ca0e69b720afdb94d07b11c9798958ab35cfe4cc','2026-11-29T01:23:46.607Z','2026-11-29T01:23:46.607Z');
INSERT INTO "account" VALUES('xnklOGMWKEA715mMfCk5WcJCO8TsoRTs','bNl5GbJhJRhk5lgAEB6TimQqgUXxN5oT','credential','bNl5GbJhJRhk5lgAEB6TimQqgUXxN5oT',NULL,NULL,NULL,NULL,NULL,NULL,'2ec4754b1330448c0cefcb805b451832:84a0a10c77821defbee48173396512c10d60c6a6b91d459e4ca29a882f1934293ead09819b6bba6758319748e357b28deb988b96c767f219adeaba97b2070ea5','2026-11-29T01:23:53.720Z','2026-11-29T01:23:53.720Z');
INSERT INTO "owners" VALUES('Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X');
INSERT INTO "devices" VALUES('01a224e6-cfda-7d6c-aa44-694524ff5ecf','Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X','01a224e6-ab31-776d-a1b1-e2eb65499b98','Tablet','folder','v1','0.1.0','794bbe8c5584a29d674b94a4f17336c9735e45e087b767c5799392bfa9e6912a',NULL,1795915435994,1795915435994,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e6-d340-7be2-bd1a-cf7f96cc612c','bNl5GbJhJRhk5lgAEB6TimQqgUXxN5oT','01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e','Ben’s phone','folder','v1','0.1.0','b7571f0ddb6be64580e9caaea4aa8a42e1223aa992a5808ef451f0fd2ab83ff9',NULL,1795915436864,1795915436864,NULL,'127.0.0.1');
INSERT INTO "devices" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','Vt6dr1T7FbDR5JN2JXcnHUrKzsGJh90X','01a224e6-ab31-776d-a1b1-e2eb65499b98','Laptop','folder','linux 6.1.0','0.1.0','5371b37898d61679855b995e83082dbf5dcdf2a7b8d41e19ad1731f5456b72c1',NULL,1795915442210,1795915442210,NULL,'127.0.0.1');
INSERT INTO "rolls" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','{"counts":{"onDevice":9,"inSync":7,"moving":0,"waiting":0,"held":0,"failing":0,"needsYou":0,"excluded":2},"incoming":0,"pendingRemovals":0,"reasons":[{"code":"not-a-photo","check":null,"class":"excluded","count":2,"primary":2}],"upToDate":true,"lost":{"count":0,"photos":[]}}',1795915455436,'{"version":"0.1.0","protocol":2,"at":1795915455434,"settings":{"sync":{"value":"on","from":"usual"},"mobile-data":{"value":"on","from":"usual"},"unlimited-updates":{"value":"off","from":"usual"},"mobile-budget":{"value":"1000000000","from":"usual"},"roaming":{"value":"off","from":"usual"},"metered-as-mobile":{"value":"on","from":"usual"},"minimum-battery":{"value":"20","from":"usual"},"only-charging":{"value":"off","from":"usual"},"low-power-mode":{"value":"on","from":"usual"},"quiet-hours":{"value":"off","from":"usual"},"upload-limit":{"value":"off","from":"usual"},"download-limit":{"value":"off","from":"usual"},"direction":{"value":"both","from":"usual"},"exclude-names":{"value":"none","from":"usual"},"exclude-kinds":{"value":"none","from":"usual"}},"paused":null,"syncNowUntil":null,"conditions":{"link":{"value":"wired","source":"the kernel’s routes (/proc/net)","since":1795915447426},"metered":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"roaming":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"portal":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"battery":{"unseen":"this machine has no battery"},"charging":{"value":true,"source":"/sys/class/power_supply (no battery)","since":1795915447426},"low-power":{"unseen":"the system’s message bus cannot be reached (connect ENOENT /var/run/dbus/system_bus_socket)"},"free-space":{"value":81141055488,"source":"the file system","since":1795915450182}}}',NULL,1795915447948);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','1','01a224e6-fe10-7c52-b566-5822fd8c89e2','in-sync','  ','{"key":"1","path":"first.jpg","size":683,"assetId":"01a224e6-fe10-7c52-b566-5822fd8c89e2","hash":"6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','10','01a224e6-d72a-7b21-97f6-8bc235073fb2','in-sync','  ','{"key":"10","path":"2024/05/shot.dng","size":700,"assetId":"01a224e6-d72a-7b21-97f6-8bc235073fb2","hash":"36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','11','01a224e6-fe11-7798-9b39-1ba6d4225ff8','in-sync','  ','{"key":"11","path":"renamed.jpg","size":680,"assetId":"01a224e6-fe11-7798-9b39-1ba6d4225ff8","hash":"ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','2',NULL,'excluded',' not-a-photo ','{"key":"2","path":"first.xmp","size":38,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915442610,"evidence":{"kind":"sidecar"}}]}','first.xmp');
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','3','01a224e6-fe0d-7a34-8037-6f4ef096c756','in-sync','  ','{"key":"3","path":"gone-later.jpg","size":676,"assetId":"01a224e6-fe0d-7a34-8037-6f4ef096c756","hash":"928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','4',NULL,'excluded',' not-a-photo ','{"key":"4","path":"notes.txt","size":13,"assetId":null,"hash":null,"form":"original","inSync":false,"reasons":[{"code":"not-a-photo","since":1795915442610,"evidence":{"kind":"text"}}]}','notes.txt');
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','7','01a224e6-d544-71b0-ade7-1c2f9e217a55','in-sync','  ','{"key":"7","path":"2024/05/titled.jpg","size":675,"assetId":"01a224e6-d544-71b0-ade7-1c2f9e217a55","hash":"2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','8','01a224e6-d72a-7b21-97f6-8bc235073fb2','in-sync','  ','{"key":"8","path":"2024/05/shot.jpg","size":703,"assetId":"01a224e6-d72a-7b21-97f6-8bc235073fb2","hash":"e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "roll_entries" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab','9','01a224e6-d6b1-7997-a96e-3ca75d49a050','in-sync','  ','{"key":"9","path":"2024/05/edited.jpg","size":691,"assetId":"01a224e6-d6b1-7997-a96e-3ca75d49a050","hash":"82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037","form":"original","inSync":true,"reasons":[]}',NULL);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc',678,'committed',1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf',1795915437559);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440',675,'committed',1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf',1795915437378);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd',700,'committed',1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf',1795915438102);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4',683,'committed',1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab',1795915447810);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814',680,'committed',1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab',1795915447810);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037',691,'committed',1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf',1795915438468);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184',676,'committed',1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab',1795915447809);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970',681,'committed',1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf',1795915437707);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98',703,'committed',1,'01a224e6-cfda-7d6c-aa44-694524ff5ecf',1795915437856);
INSERT INTO "ledger" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837',680,'committed',1,'01a224e6-e822-74cf-a975-3bc4ffcb1eab',1795915447810);
INSERT INTO "ledger" VALUES('01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e','bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d',678,'committed',1,'01a224e6-d340-7be2-bd1a-cf7f96cc612c',1795915437138);
INSERT INTO "ledger_sums" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98',6847,0);
INSERT INTO "ledger_sums" VALUES('01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e',678,0);
INSERT INTO "uploads" VALUES('029103f85611c85a5523256b865ef934','01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e','01a224e6-d340-7be2-bd1a-cf7f96cc612c','bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d',678,'image/jpeg',1795915437010,1795915437138,'bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d');
INSERT INTO "uploads" VALUES('122a2b56ed6c0323b0c3dc08e6003b7f','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440',675,'image/jpeg',1795915437339,1795915437378,'2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440');
INSERT INTO "uploads" VALUES('1ad1c45a79a4efbbb9f8be49772094bb','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-e822-74cf-a975-3bc4ffcb1eab','6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4',683,'image/jpeg',1795915447776,1795915447810,'6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4');
INSERT INTO "uploads" VALUES('36882d0c8b65aed5b70d0bfca72c9d4b','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-e822-74cf-a975-3bc4ffcb1eab','ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837',680,'image/jpeg',1795915447777,1795915447810,'ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837');
INSERT INTO "uploads" VALUES('3e169caf66ba79530754e7e1080eba90','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd',700,'image/jpeg',1795915437888,1795915438102,'36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd');
INSERT INTO "uploads" VALUES('5244c11c386313033d43398cb8464b9e','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-e822-74cf-a975-3bc4ffcb1eab','928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184',676,'image/jpeg',1795915447777,1795915447809,'928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184');
INSERT INTO "uploads" VALUES('59942fa0c87da9a61994e9809f030b3f','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98',703,'image/jpeg',1795915437767,1795915437856,'e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98');
INSERT INTO "uploads" VALUES('7dea194ca80bd4157a93a299e719ad30','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc',678,'image/jpeg',1795915437398,1795915437559,'04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc');
INSERT INTO "uploads" VALUES('8f93fc8ca535a8c31143986f54e8063c','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970',681,'image/jpeg',1795915437591,1795915437707,'c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970');
INSERT INTO "uploads" VALUES('ad5d95c296e60040c5b86230f07d3451','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc',687,'image/jpeg',1795915438124,1795915438235,'2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc');
INSERT INTO "uploads" VALUES('c2464245b65bcf88cb2bdb5ca07734e0','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-cfda-7d6c-aa44-694524ff5ecf','82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037',691,'image/jpeg',1795915438346,1795915438468,'82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037');
INSERT INTO "uploads" VALUES('f72a539faa7805f29ed699647090a67e','01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-e822-74cf-a975-3bc4ffcb1eab','72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814',680,'image/jpeg',1795915447777,1795915447810,'72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814');
INSERT INTO "blob_checks" VALUES('04d56e6771a74d456aa35d8ce82b1016aa9696daebd8d2c6a9404c3fdc296ebc',678,'1795915437433507402',1795915437559,0);
INSERT INTO "blob_checks" VALUES('2863d80dc11fe965b86821d288c3aedd46586d281a916ff2ec03fc12e841c440',675,'1795915437369234648',1795915437378,0);
INSERT INTO "blob_checks" VALUES('2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc',687,'1795915438132759938',1795915438235,0);
INSERT INTO "blob_checks" VALUES('36d858a13e252e086452f50123cf9aa1e74440980922e3dde7acda3a2ea2f3dd',700,'1795915437921248246',1795915438102,0);
INSERT INTO "blob_checks" VALUES('6907c6364e2a9f226ec411b7b7181463233e2add666a01912d16802c0f4e55c4',683,'1795915447802003682',1795915447810,0);
INSERT INTO "blob_checks" VALUES('72041727a224c031cd5883f39dc4ca249af31cca25c365269b8125d872a56814',680,'1795915447804668256',1795915447810,0);
INSERT INTO "blob_checks" VALUES('82e7f85c2aeb38feb4aeab6bef0d96c730b893e0970fbdaff7af7e90e3e31037',691,'1795915438352869849',1795915438468,0);
INSERT INTO "blob_checks" VALUES('928a3e6f818d2579de966b7996da0dad9789314f979ceab1f62c744f379f0184',676,'1795915447802003682',1795915447809,0);
INSERT INTO "blob_checks" VALUES('bc4165cf14de9563daa7a7402b1aa846165bc1e0f871c4b8b2c260981a2bbb6d',678,'1795915437105350757',1795915437138,0);
INSERT INTO "blob_checks" VALUES('c334f5be8d293859c7d104f2a75eeb433eb37f863c207b25bd857a7c7a20f970',681,'1795915437613248236',1795915437707,0);
INSERT INTO "blob_checks" VALUES('e483db3f8a6ff431df0db0a691d632e85137c6b4f729c8b3817a39ef47afdd98',703,'1795915437814337034',1795915437856,0);
INSERT INTO "blob_checks" VALUES('ee2eb75ed65a06413c4e4f6fcd53feee81aceedd0d3b1f195c97d61066d07837',680,'1795915447804668256',1795915447810,0);
INSERT INTO "loose_blobs" VALUES('2d7206807aadcb8ca449a711c31c1b99f23ad58db4225159778d4fe8c361e5cc',42249);
INSERT INTO "scrub" VALUES(1,1795915416047,1795915416047,'',0,0,0);
INSERT INTO "rendition_attempts" VALUES('01a224e6-ab31-776d-a1b1-e2eb65499b98','01a224e6-d544-71b0-ade7-1c2f9e217a55','b9b15ff3b269b397618ebbaea930c15b','started',0,NULL,NULL,1795915437390,NULL,NULL);
INSERT INTO "rendition_attempts" VALUES('01a224e6-c6f9-7fc3-b040-ff5dc16c3f9e','01a224e6-d45c-7298-bc15-aacd857fa465','9fb34489a1228b8029d68cc579429009','started',0,NULL,NULL,1795915437169,NULL,NULL);
INSERT INTO "heard" VALUES('01a224e6-cfda-7d6c-aa44-694524ff5ecf',42249,1795915435994);
INSERT INTO "heard" VALUES('01a224e6-d340-7be2-bd1a-cf7f96cc612c',42249,1795915436864);
INSERT INTO "heard" VALUES('01a224e6-e822-74cf-a975-3bc4ffcb1eab',42249,1795915442210);
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
