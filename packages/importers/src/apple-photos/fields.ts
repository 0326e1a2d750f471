/** Where a fact stands, in the order in which schemas of Apple Photos called it; and what is not known without it. */
interface Field {
  /** `ASSET` is the table of photos, whatever it is called. */
  readonly table: 'ASSET' | 'ZADDITIONALASSETATTRIBUTES' | 'ZASSETDESCRIPTION' | 'ZCLOUDMASTER' | 'ZINTERNALRESOURCE';
  readonly columns: readonly string[];
  /** In a person’s words; absent: nothing is told of it, or something else tells it as well. */
  readonly tells?: string;
  /** The model that first had it; what an older one lacks it never had. */
  readonly since?: number;
}

export type AssetField = keyof typeof ASSET_FIELDS;
export type ResourceField = keyof typeof RESOURCE_FIELDS;

const asset = (columns: string, tells?: string, since?: number): Field => field('ASSET', columns, tells, since);
const more = (columns: string, tells?: string, since?: number): Field => field('ZADDITIONALASSETATTRIBUTES', columns, tells, since);
const master = (columns: string, tells?: string): Field => field('ZCLOUDMASTER', columns, tells);
const part = (columns: string, tells?: string): Field => field('ZINTERNALRESOURCE', columns, tells);
function field(table: Field['table'], columns: string, tells?: string, since?: number): Field {
  return { table, columns: columns.split(' '), ...(tells === undefined ? {} : { tells }), ...(since === undefined ? {} : { since }) };
}

const CLOUD = 'whether a photo is in iCloud';

export const ASSET_FIELDS = {
  uuid: asset('ZUUID'),
  kind: asset('ZKIND'),
  directory: asset('ZDIRECTORY'),
  filename: asset('ZFILENAME'),
  kindSubtype: asset('ZKINDSUBTYPE', 'which photos are Live Photos, panoramas or screenshots'),
  dateCreated: asset('ZDATECREATED', 'when a photo was taken'),
  dateAdded: asset('ZADDEDDATE', 'when a photo was added'),
  dateChanged: asset('ZMODIFICATIONDATE', 'when a photo was last changed'),
  latitude: asset('ZLATITUDE', 'where a photo was taken'),
  longitude: asset('ZLONGITUDE', 'where a photo was taken'),
  favourite: asset('ZFAVORITE', 'which photos are favourites'),
  hidden: asset('ZHIDDEN', 'which photos are hidden'),
  trashed: asset('ZTRASHEDSTATE', 'which photos are in Recently Deleted'),
  trashedDate: asset('ZTRASHEDDATE', 'when a photo in Recently Deleted goes'),
  complete: asset('ZCOMPLETE', 'which photos were not wholly taken in'),
  saved: asset('ZSAVEDASSETTYPE', 'which photos are referenced, or of a shared album'),
  burst: asset('ZAVALANCHEUUID', 'which photos are a burst'),
  burstPick: asset('ZAVALANCHEPICKTYPE', 'which photos of a burst were picked'),
  edited: asset('ZADJUSTMENTSSTATE ZHASADJUSTMENTS', 'which photos are edited'),
  depth: asset('ZDEPTHTYPE ZDEPTHSTATES', 'which photos have depth'),
  hdr: asset('ZHDRTYPE ZCUSTOMRENDEREDVALUE', 'which photos are HDR'),
  spatial: asset('ZSPATIALTYPE', 'which photos are spatial', 17_401),
  cloudState: asset('ZCLOUDLOCALSTATE', CLOUD),
  cloudId: asset('ZCLOUDASSETGUID', CLOUD),
  masterKey: asset('ZMASTER', CLOUD),
  published: asset('ZCLOUDBATCHPUBLISHDATE'),
  bundleScope: asset('ZBUNDLESCOPE', 'which photos came by a link or a message', 15_134),
  sharedLibrary: asset('ZACTIVELIBRARYSCOPEPARTICIPATIONSTATE', 'which photos are in the iCloud Shared Library', 16_320),
  originalName: more('ZORIGINALFILENAME', 'what a photo was called when it came'),
  originalSize: more('ZORIGINALFILESIZE', 'how large an original was when it came'),
  fingerprint: more('ZORIGINALSTABLEHASH ZMASTERFINGERPRINT', 'whether an original is still as it came'),
  title: more('ZTITLE', 'titles'),
  offset: more('ZTIMEZONEOFFSET', 'the time zone of a photo'),
  attempts: more('ZUPLOADATTEMPTS', 'how often an upload was tried'),
  lastAttempt: more('ZLASTUPLOADATTEMPTDATE', 'when an upload was last tried'),
  recovery: more('ZCLOUDRECOVERYSTATE'),
  syndication: more('ZSYNDICATIONIDENTIFIER', 'which photos were shared with you', 15_134),
  syndicationHistory: more('ZSYNDICATIONHISTORY'),
  description: field('ZASSETDESCRIPTION', 'ZLONGDESCRIPTION', 'captions'),
  masterState: master('ZCLOUDLOCALSTATE', CLOUD),
  masterId: master('ZCLOUDMASTERGUID'),
} satisfies Record<string, Field>;

export const RESOURCE_FIELDS = {
  asset: part('ZASSET'),
  subtype: part('ZDATASTORESUBTYPE', 'which files belong to a photo'),
  type: part('ZRESOURCETYPE'),
  store: part('ZDATASTORECLASSID'),
  version: part('ZVERSION', 'which files are of an edit'),
  recipe: part('ZRECIPEID', 'what the files of an edit are called'),
  here: part('ZLOCALAVAILABILITY', 'whether an original is here by the database'),
  remote: part('ZREMOTEAVAILABILITY', 'whether Photos believes that iCloud has a file'),
  cloudState: part('ZCLOUDLOCALSTATE', 'whether edits are in iCloud'),
  bytes: part('ZDATALENGTH', 'how large the files are'),
  hint: part('ZUTICONFORMANCEHINT'),
  utiKey: part('ZUNIFORMTYPEIDENTIFIER'),
  compactUti: part('ZCOMPACTUTI'),
} satisfies Record<string, Field>;
