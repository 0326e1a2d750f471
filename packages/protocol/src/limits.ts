/** Every limit that both sides must know. Sizes in bytes, times in milliseconds. */
export const LIMITS = {
  /** Entities on one page of the change feed. */
  changesPage: 1000,
  /** Mutations in one request. */
  mutations: 200,
  /** Questions in one upload ask. */
  asks: 200,
  /** Entries (upserts and removals each) in one roll report. */
  rollEntries: 500,
  /** Items that a device names while its settings hold it back; the others are counted. */
  namedWhileHeld: 100,
  /** Lines in one roll-call request. */
  rollCallLines: 500,
  /** Items on one page of a device's list. */
  itemsPage: 500,
  /** Orders that wait for one device, and items that one order names. */
  orders: 20,
  orderKeys: 500,
  /** Longest value of a setting, in characters. */
  settingText: 11_000,
  /** Settings, and conditions, that a device tells of. */
  settings: 60,
  /** Orders of a device whose outcome is remembered. */
  orderAnswers: 20,
  /** Items that a roll call names as missing; the others are counted. */
  missingTold: 20,
  /** Of what is pinned on a device, so many are told by name. */
  pinsTold: 10,
  /** Photos that are pinned on a device, and told by their ids. */
  pinnedPhotosTold: 200,
  /** Pins of one device: more than a person keeps in mind. */
  pins: 1000,
  /** Passwords for apps, of one account. */
  appPasswords: 50,
  /** Names of what an app brought, in its drop box; the oldest are forgotten first. And folders that it makes there. */
  dropBoxNames: 10_000,
  dropBoxFolders: 1000,
  /** Of what an app brought and was refused, so many are told of. */
  dropBoxRefused: 1000,
  /** Receipts that a server keeps for each library. */
  receipts: 50,
  /** Bytes of one JSON request body. */
  jsonBody: 8 * 1024 * 1024,
  /** Bytes of one file. */
  fileSize: 1024 ** 4,
  fileName: 255,
  path: 4096,
  title: 500,
  caption: 10_000,
  keyword: 200,
  keywords: 500,
  personName: 200,
  /** People named in one picture. */
  people: 200,
  /** Letters that say which burst a photo is of. */
  burst: 300,
  /** Entries of a device's journal in one answer. */
  journal: 1000,
  resourcesPerAsset: 64,
  /** Albums of one library, deleted ones included. */
  albums: 10_000,
  /** Folders that lie in each other. */
  folderDepth: 5,
  /** Letters of the rule of a smart album. */
  albumRule: 10_000,
  /** Letters of one search. */
  searchText: 300,
  /** Searches in one rule. */
  ruleSearches: 20,
  /** Photos that are downloaded as one file. */
  bundleAssets: 10_000,
  /** Places of which the names are asked at once. */
  placeNames: 500,
  /** Letters of a town that is looked for, and towns that are told of. */
  townName: 100,
  townsNamed: 20,
  /** Towns of an area that are told of. */
  townsWithin: 200,
  /** Letters of a place in an order. */
  position: 200,
  /** A tombstone lives at least this long. */
  tombstone: 180 * 86_400_000,
  /** Recently Deleted keeps a photo for this long. */
  trash: 30 * 86_400_000,
  /** A library that was closed can be kept for this long. */
  closing: 30 * 86_400_000,
  /** That a library was closed is told for this long, to its devices and to who signs in. */
  closed: 180 * 86_400_000,
  /** An upload without a byte for this long is collected, its reservation freed. */
  uploadIdle: 24 * 3_600_000,
  /** Bytes to which nothing refers stay for this long: somebody may have been told that they are here. */
  blobPromise: 24 * 3_600_000,
  /** And for this long after a backup was restored: devices that were away rely on what they were told before. */
  blobPromiseAfterRestore: 30 * 86_400_000,
  /** A device that was not heard from for this long is told of on the others; a server may be told another time. */
  silentAfter: 3 * 86_400_000,
  /** Items in the answer to a search by name. */
  named: 50,
  /** Photos of one group of duplicates that are shown at once. */
  spaceGroup: 100,
  /** Groups on one page of what would free room. */
  spacePage: 100,
  /** Groups of which a person has kept all, in one library; the oldest are forgotten first. */
  keptGroups: 1000,
  /** Bytes that were taken out of use are deleted after this; until then the owner can bring them back. */
  quarantine: 7 * 86_400_000,
} as const;

/** 5 GB, decimal as Apple counts. */
export const DEFAULT_QUOTA = 5_000_000_000;
