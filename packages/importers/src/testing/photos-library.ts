import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** A photo of a library that is made for a test or a measurement. What is left out is of an ordinary photo that is in iCloud. */
export interface MadePhoto {
  readonly uuid: string;
  readonly video?: boolean;
  readonly name?: string;
  readonly directory?: string;
  readonly filename?: string;
  /** Seconds since 2001. */
  readonly taken?: number;
  readonly added?: number;
  readonly trashed?: number;
  readonly trashedAt?: number;
  readonly hidden?: boolean;
  readonly kindSubtype?: number;
  readonly saved?: number;
  readonly bundleScope?: number;
  readonly complete?: number;
  readonly edited?: boolean;
  readonly live?: boolean;
  readonly syndication?: string;
  /** The states of photo and master; a master of null: it was never handed to iCloud. */
  readonly asset?: number;
  readonly master?: number | null;
  /** Of its edit; by default it is there. */
  readonly edit?: number;
  readonly attempts?: number;
  /** Seconds since 2001. */
  readonly lastAttempt?: number;
  /** By the database; 1 here, -1 not. */
  readonly here?: number;
  readonly liveHere?: number;
  readonly bytes?: number;
  readonly fingerprint?: string;
  /** No file is made for it. */
  readonly noFile?: boolean;
  readonly noLiveFile?: boolean;
}

export interface MadeLibrary {
  readonly kind?: 'mac' | 'ios';
  readonly model?: number;
  /** iCloud Photos is on. */
  readonly on?: boolean;
  /** What the sync engine wrote, as XML between the tags of a record. */
  readonly status?: string;
  /** Files of their full length, of nothing but holes. */
  readonly files?: boolean;
}

const ASSET = `Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZUUID VARCHAR, ZKIND INTEGER, ZKINDSUBTYPE INTEGER, ZDIRECTORY VARCHAR,
  ZFILENAME VARCHAR, ZUNIFORMTYPEIDENTIFIER VARCHAR, ZDATECREATED TIMESTAMP, ZADDEDDATE TIMESTAMP, ZMODIFICATIONDATE TIMESTAMP, ZLATITUDE FLOAT,
  ZLONGITUDE FLOAT, ZFAVORITE INTEGER, ZHIDDEN INTEGER, ZTRASHEDSTATE INTEGER, ZTRASHEDDATE TIMESTAMP, ZVISIBILITYSTATE INTEGER,
  ZCOMPLETE INTEGER, ZSAVEDASSETTYPE INTEGER, ZAVALANCHEUUID VARCHAR, ZAVALANCHEPICKTYPE INTEGER, ZADJUSTMENTSSTATE INTEGER, ZDEPTHTYPE INTEGER,
  ZHDRTYPE INTEGER, ZSPATIALTYPE INTEGER, ZCLOUDLOCALSTATE INTEGER, ZCLOUDASSETGUID VARCHAR, ZMASTER INTEGER, ZCLOUDBATCHPUBLISHDATE TIMESTAMP,
  ZBUNDLESCOPE INTEGER, ZACTIVELIBRARYSCOPEPARTICIPATIONSTATE INTEGER`;
const MORE = `Z_PK INTEGER PRIMARY KEY, ZASSET INTEGER, ZORIGINALFILENAME VARCHAR, ZORIGINALFILESIZE INTEGER, ZORIGINALSTABLEHASH VARCHAR, ZTITLE VARCHAR,
  ZTIMEZONEOFFSET INTEGER, ZTIMEZONENAME VARCHAR, ZUPLOADATTEMPTS INTEGER, ZLASTUPLOADATTEMPTDATE TIMESTAMP, ZCLOUDRECOVERYSTATE INTEGER,
  ZSYNDICATIONIDENTIFIER VARCHAR, ZSYNDICATIONHISTORY INTEGER`;
const RESOURCE = `Z_PK INTEGER PRIMARY KEY, ZASSET INTEGER, ZRESOURCETYPE INTEGER, ZDATASTORESUBTYPE INTEGER, ZDATASTORECLASSID INTEGER, ZVERSION INTEGER,
  ZRECIPEID INTEGER, ZLOCALAVAILABILITY INTEGER, ZREMOTEAVAILABILITY INTEGER, ZCLOUDLOCALSTATE INTEGER, ZDATALENGTH INTEGER, ZFINGERPRINT VARCHAR,
  ZCOMPACTUTI VARCHAR, ZUTICONFORMANCEHINT INTEGER, ZTRASHEDSTATE INTEGER`;
const SCHEMA = `
  CREATE TABLE Z_PRIMARYKEY (Z_ENT INTEGER PRIMARY KEY, Z_NAME VARCHAR, Z_SUPER INTEGER, Z_MAX INTEGER);
  CREATE TABLE Z_METADATA (Z_VERSION INTEGER PRIMARY KEY, Z_UUID VARCHAR(255), Z_PLIST BLOB);
  CREATE TABLE ZMIGRATIONHISTORY (Z_PK INTEGER PRIMARY KEY, ZINDEX INTEGER, ZOSVERSION VARCHAR);
  CREATE TABLE ZASSET (${ASSET});
  CREATE TABLE ZADDITIONALASSETATTRIBUTES (${MORE});
  CREATE TABLE ZASSETDESCRIPTION (Z_PK INTEGER PRIMARY KEY, ZASSETATTRIBUTES INTEGER, ZLONGDESCRIPTION VARCHAR);
  CREATE TABLE ZCLOUDMASTER (Z_PK INTEGER PRIMARY KEY, ZCLOUDLOCALSTATE INTEGER, ZCLOUDMASTERGUID VARCHAR, ZIMPORTDATE TIMESTAMP);
  CREATE TABLE ZINTERNALRESOURCE (${RESOURCE});
  CREATE TABLE ZGENERICALBUM (Z_PK INTEGER PRIMARY KEY, ZKIND INTEGER, ZUUID VARCHAR, ZTITLE VARCHAR, ZPARENTFOLDER INTEGER, ZTRASHEDSTATE INTEGER);
  CREATE TABLE Z_33ASSETS (Z_33ALBUMS INTEGER, Z_3ASSETS INTEGER, Z_FOK_3ASSETS INTEGER, PRIMARY KEY (Z_33ALBUMS, Z_3ASSETS));
  CREATE TABLE ZKEYWORD (Z_PK INTEGER PRIMARY KEY, ZTITLE VARCHAR);
  CREATE TABLE Z_1KEYWORDS (Z_1ASSETATTRIBUTES INTEGER, Z_52KEYWORDS INTEGER, PRIMARY KEY (Z_1ASSETATTRIBUTES, Z_52KEYWORDS));
  CREATE TABLE ZPERSON (Z_PK INTEGER PRIMARY KEY, ZFULLNAME VARCHAR);
  CREATE TABLE ZDETECTEDFACE (Z_PK INTEGER PRIMARY KEY, ZASSETFORFACE INTEGER, ZPERSONFORFACE INTEGER);
  INSERT INTO Z_PRIMARYKEY VALUES (1, 'AdditionalAssetAttributes', 0, 0), (3, 'Asset', 0, 0), (33, 'Album', 32, 0), (52, 'Keyword', 0, 0);
  INSERT INTO ZMIGRATIONHISTORY VALUES (1, 0, '25B78');`;
const INDEXES = `
  CREATE INDEX ZADDITIONALASSETATTRIBUTES_ZASSET_INDEX ON ZADDITIONALASSETATTRIBUTES (ZASSET);
  CREATE INDEX ZASSETDESCRIPTION_ZASSETATTRIBUTES_INDEX ON ZASSETDESCRIPTION (ZASSETATTRIBUTES);
  CREATE INDEX ZINTERNALRESOURCE_ZASSET_INDEX ON ZINTERNALRESOURCE (ZASSET);`;

const xml = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<dict>${inside}</dict>\n</plist>\n`;

/** A library as Photos of macOS 26 lays it out, as far as anything is read of it. Gives the path of its database. */
export function makePhotosLibrary(root: string, photos: Iterable<MadePhoto>, library: MadeLibrary = {}): string {
  const { kind = 'mac', model = 19_320, on = true, status, files = true } = library;
  const data = join(root, kind === 'mac' ? 'database' : 'PhotoData');
  mkdirSync(data, { recursive: true });
  const path = join(data, 'Photos.sqlite');
  const database = new Sqlite(path);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.exec(`BEGIN; ${SCHEMA}`);
  database
    .prepare("INSERT INTO Z_METADATA VALUES (1, 'M', ?)")
    .run(Buffer.from(xml(`<key>PLModelVersion</key><integer>${model}</integer>`)));
  const write = writer(database);
  let key = 0;
  const folders = new Set<string>();
  for (const photo of photos) {
    key += 1;
    const made = write(key, photo, kind);
    if (files) for (const { path: file, bytes } of made) putFile(join(root, file), bytes, folders);
  }
  database.exec(`${INDEXES} COMMIT`);
  database.close();
  const engine = kind === 'mac' ? join(root, 'resources', 'cpl', 'cloudsync.noindex') : join(root, 'PhotoData', 'CPL');
  if (on || status !== undefined) mkdirSync(engine, { recursive: true });
  if (on) writeFileSync(join(engine, 'cpl_enabled_marker'), '2020-02-07 19.53.24.393');
  if (status !== undefined) writeFileSync(join(engine, 'syncstatus.plist'), xml(status));
  if (kind === 'mac') for (const name of ['originals', 'resources']) mkdirSync(join(root, name), { recursive: true });
  return path;
}

interface MadeFile {
  readonly path: string;
  readonly bytes: number;
}

function writer(database: Sqlite.Database): (key: number, photo: MadePhoto, kind: 'mac' | 'ios') => MadeFile[] {
  const insert = (table: string, columns: string): Sqlite.Statement => {
    const names = columns.split(' ');
    return database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`);
  };
  const asset = insert(
    'ZASSET',
    'Z_PK ZUUID ZKIND ZKINDSUBTYPE ZDIRECTORY ZFILENAME ZDATECREATED ZADDEDDATE ZLATITUDE ZLONGITUDE ZFAVORITE ZHIDDEN ZTRASHEDSTATE ZTRASHEDDATE ZCOMPLETE ZSAVEDASSETTYPE ZADJUSTMENTSSTATE ZCLOUDLOCALSTATE ZCLOUDASSETGUID ZMASTER ZBUNDLESCOPE',
  );
  const more = insert(
    'ZADDITIONALASSETATTRIBUTES',
    'Z_PK ZASSET ZORIGINALFILENAME ZORIGINALFILESIZE ZORIGINALSTABLEHASH ZTIMEZONEOFFSET ZUPLOADATTEMPTS ZLASTUPLOADATTEMPTDATE ZSYNDICATIONIDENTIFIER ZSYNDICATIONHISTORY',
  );
  const master = insert('ZCLOUDMASTER', 'Z_PK ZCLOUDLOCALSTATE ZCLOUDMASTERGUID');
  const resource = insert(
    'ZINTERNALRESOURCE',
    'ZASSET ZRESOURCETYPE ZDATASTORESUBTYPE ZDATASTORECLASSID ZVERSION ZRECIPEID ZLOCALAVAILABILITY ZREMOTEAVAILABILITY ZCLOUDLOCALSTATE ZDATALENGTH ZCOMPACTUTI ZUTICONFORMANCEHINT ZTRASHEDSTATE',
  );
  return (key, photo, kind) => {
    const {
      uuid,
      video = false,
      saved = 3,
      master: masterState = 3,
      live = false,
      edited = false,
      bytes = 1000,
      here = 1,
      liveHere = here,
    } = photo;
    const end = video ? 'mov' : 'heic';
    const directory = photo.directory ?? (kind === 'mac' ? uuid.slice(0, 1) : 'DCIM/100APPLE');
    const filename = photo.filename ?? (kind === 'mac' ? `${uuid}.${end}` : `IMG_${String(key).padStart(4, '0')}.${end.toUpperCase()}`);
    const handed = masterState !== null;
    asset.run({
      Z_PK: key,
      ZUUID: uuid,
      ZKIND: video ? 1 : 0,
      ZKINDSUBTYPE: photo.kindSubtype ?? (live ? 2 : 0),
      ZDIRECTORY: directory,
      ZFILENAME: filename,
      ZDATECREATED: photo.taken ?? 600_000_000,
      ZADDEDDATE: photo.added ?? 600_000_000,
      ZLATITUDE: -180,
      ZLONGITUDE: -180,
      ZFAVORITE: 0,
      ZHIDDEN: photo.hidden === true ? 1 : 0,
      ZTRASHEDSTATE: photo.trashed ?? 0,
      ZTRASHEDDATE: photo.trashedAt ?? null,
      ZCOMPLETE: photo.complete ?? 1,
      ZSAVEDASSETTYPE: saved,
      ZADJUSTMENTSSTATE: edited ? 2 : 0,
      ZCLOUDLOCALSTATE: photo.asset ?? (handed ? 1 : 0),
      ZCLOUDASSETGUID: handed ? uuid : null,
      ZMASTER: handed ? key : null,
      ZBUNDLESCOPE: photo.bundleScope ?? 0,
    });
    more.run({
      Z_PK: key,
      ZASSET: key,
      ZORIGINALFILENAME: photo.name ?? `IMG_${key}.${end.toUpperCase()}`,
      ZORIGINALFILESIZE: bytes,
      ZORIGINALSTABLEHASH: photo.fingerprint ?? null,
      ZTIMEZONEOFFSET: 3600,
      ZUPLOADATTEMPTS: photo.attempts ?? 0,
      ZLASTUPLOADATTEMPTDATE: photo.lastAttempt ?? null,
      ZSYNDICATIONIDENTIFIER: photo.syndication ?? null,
      ZSYNDICATIONHISTORY: 0,
    });
    if (handed) master.run({ Z_PK: key, ZCLOUDLOCALSTATE: masterState, ZCLOUDMASTERGUID: `M${uuid}` });
    const part = (subtype: number, more: object): void => {
      const plain = {
        ZASSET: key,
        ZRESOURCETYPE: 0,
        ZDATASTORESUBTYPE: subtype,
        ZDATASTORECLASSID: 0,
        ZVERSION: 0,
        ZRECIPEID: 0,
        ZLOCALAVAILABILITY: here,
        ZREMOTEAVAILABILITY: handed ? 1 : 0,
      };
      resource.run({
        ...plain,
        ZCLOUDLOCALSTATE: masterState === 3 ? 3 : 0,
        ZDATALENGTH: bytes,
        ZCOMPACTUTI: '3',
        ZUTICONFORMANCEHINT: video ? 3 : 1,
        ZTRASHEDSTATE: 0,
        ...more,
      });
    };
    part(1, { ZRESOURCETYPE: video ? 1 : 0, ZCOMPACTUTI: video ? '23' : '3' });
    if (live) part(18, { ZRESOURCETYPE: 3, ZLOCALAVAILABILITY: liveHere, ZCOMPACTUTI: '23' });
    if (edited)
      part(2, {
        ZVERSION: 2,
        ZRECIPEID: 65_938,
        ZCOMPACTUTI: '1',
        ZLOCALAVAILABILITY: 1,
        ...(photo.edit === undefined ? {} : { ZCLOUDLOCALSTATE: photo.edit }),
      });
    for (const [subtype, recipe] of [
      [0, 65_747],
      [3, 65_739],
      [4, 65_741],
      [5, 65_743],
    ] as const)
      part(subtype, { ZVERSION: subtype === 0 ? 3 : 0, ZRECIPEID: recipe, ZLOCALAVAILABILITY: -1, ZCOMPACTUTI: '1' });
    const original = `${kind === 'mac' ? 'originals/' : ''}${directory}/${filename}`;
    const stem = original.slice(0, original.lastIndexOf('.'));
    return [
      ...(photo.noFile === true || here !== 1 || saved === 10 ? [] : [{ path: original, bytes }]),
      ...(live && photo.noLiveFile !== true && liveHere === 1 ? [{ path: kind === 'mac' ? `${stem}_3.mov` : `${stem}.MOV`, bytes }] : []),
      ...(edited && kind === 'mac' ? [{ path: `resources/renders/${uuid.slice(0, 1)}/${uuid}_1_201_a.jpeg`, bytes }] : []),
    ];
  };
}

function putFile(path: string, bytes: number, folders: Set<string>): void {
  const folder = dirname(path);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(path, '');
  truncateSync(path, bytes);
}
