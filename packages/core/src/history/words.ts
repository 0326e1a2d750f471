import { dayWords, FEWER, pixelWords, type AssetFields, type DeviceKind, type JournalKind } from '@rollcall/protocol';

/** One entry of a photo's history, as the server tells it. */
export interface HistoryEntry {
  /** A `JournalKind`, or what only a newer server knows. */
  readonly what: string;
  readonly old: unknown;
  readonly new: unknown;
  /** The name of the device that did it; null: the server by itself, or a device of which nothing is known any more. */
  readonly device: string | null;
  readonly deviceKind?: DeviceKind | null | undefined;
}

type Values = Readonly<Record<string, unknown>>;
/** What happened; who did it stands behind that, or between two parts. */
type Told = string | readonly [happened: string, more: string];
type Tell = (after: Values, before: Values) => Told;

/** What happened, without who did it. A kind of entry that is added to the journal does not compile until it stands here. */
const HISTORY_WORDS: Readonly<Record<JournalKind, Tell>> = {
  'asset.create': () => 'Added',
  'asset.set': tellSet,
  'asset.trash': () => 'Moved to Recently Deleted',
  'asset.restore': () => 'Restored',
  'asset.purge': ({ by }) => (by === 'expiry' ? 'Deleted for good after 30 days in Recently Deleted' : 'Deleted for good'),
  'asset.edit': tellEdit,
  'asset.revert': () => 'Reverted to the original',
  'asset.join': ({ fileName, role }) => `Joined with ${quoted(fileName, 'its other half')}${partWords(role)}`,
  'asset.split': ({ fileName }, { role }) => `${quoted(fileName, 'A part of it')} became a photo of its own${partWords(role)}`,
  'split-off': (_, { role }) => `Split off from the photo that it was a part of${partWords(role)}`,
  'resource.attach': ({ role }) => `${partName(role)} was added to it`,
  'resource.complete': () => 'The rest of its file arrived',
  duplicate: ({ fileName }) => [`Came again${typeof fileName === 'string' ? ` as ${quoted(fileName, '')}` : ''}`, ', and is kept once'],
  described: (after) => `${listed(fieldNames(after), 'More')} read from the file`,
  adjusted: tellAdjusted,
  'purge.undone': () => 'Brought back by the owner of the server, after it was deleted for good',
  'album.create': ({ title }) => `Album ${quoted(title, 'of no name')} made`,
  'album.set': ({ title }) => (title === undefined ? 'Album changed' : `Album renamed to ${quoted(title, 'no name')}`),
  'album.delete': (_, { title }) => [`Album ${quoted(title, 'of no name')} deleted`, '; its photos stay'],
  'album.add': () => 'Added to an album',
  'album.move': () => 'Moved within an album',
  'album.remove': () => 'Taken out of an album',
};

/** What a person calls each field. A field that is added does not compile until it stands here; empty: nobody sets it by hand. */
const FIELD_NAMES: Readonly<Record<keyof AssetFields, string>> = {
  fileName: 'name',
  capturedAt: 'date',
  capturedSource: '',
  width: 'size',
  height: 'size',
  duration: 'length',
  camera: 'camera',
  exposure: 'exposure',
  place: 'place',
  title: 'title',
  caption: 'caption',
  favourite: 'favourite',
  hidden: 'hidden',
  rating: 'rating',
  keywords: 'keywords',
};

const PARTS: Readonly<Record<string, string>> = {
  original: 'The original',
  'live-video': 'A Live Photo’s video',
  raw: 'A RAW file',
  alternate: 'Another version',
  audio: 'Sound',
  'adjustment-data': 'Edit data',
  sidecar: 'A sidecar',
  edited: 'An edit',
};

/**
 * One entry in a person's words: `Added on Laptop`, `Edited in Firefox on Linux`. What this version does not know is told by its own
 * name, so that nothing that happened is left out.
 */
export function historyWords(entry: HistoryEntry): string {
  const told = isKnown(entry.what) ? HISTORY_WORDS[entry.what](values(entry.new), values(entry.old)) : entry.what;
  const [happened, more] = typeof told === 'string' ? [told, ''] : told;
  return `${happened}${byWhom(entry)}${more}`;
}

/** What happened, without who did it. */
export function deedWords(entry: Pick<HistoryEntry, 'what' | 'old' | 'new'>): string {
  return historyWords({ ...entry, device: null });
}

function byWhom({ device, deviceKind, what, new: after }: HistoryEntry): string {
  // The end of the thirty days, and the owner, stand in the words already.
  if (device === null || what === 'purge.undone' || values(after)['by'] === 'expiry') return '';
  return deviceKind === 'browser' ? ` in ${device}` : ` on ${device}`;
}

function tellEdit(after: Values, before: Values): Told {
  const fewer = FEWER.safeParse(after['fewer']);
  const pixels = fewer.success
    ? `, with fewer pixels than the original (${pixelWords(fewer.data.pixels)} of ${pixelWords(fewer.data.of)})`
    : '';
  if (after['rendering'] === before['rendering'] && after['version'] !== after['rendering'])
    return ['Edited', `, when it had been edited elsewhere: kept as a version${pixels}`];
  return ['Edited', `${pixels}${before['state'] === 'trashed' ? ', and so restored' : ''}`];
}

function isKnown(what: string): what is JournalKind {
  return Object.hasOwn(HISTORY_WORDS, what);
}

function values(told: unknown): Values {
  return typeof told === 'object' && told !== null ? (told as Values) : {};
}

/** What was done to a picture before it came here, by the file beside it. */
const ADJUSTED: Readonly<Record<string, string>> = {
  cropped: 'cropped',
  turned: 'turned',
  filtered: 'given a filter',
  retouched: 'retouched',
  adjusted: 'adjusted in light and colour',
  shortened: 'shortened',
  'key-photo': 'given another key photo',
};

function tellAdjusted({ did, inPhotos, at }: Values): string {
  const known = (Array.isArray(did) ? did : []).flatMap((each) =>
    typeof each === 'string' && Object.hasOwn(ADJUSTED, each) ? [ADJUSTED[each] as string] : [],
  );
  const when = typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? ` on ${dayWords(Date.parse(at))}` : '';
  return `${listed(known, 'Edited')} ${inPhotos === true ? 'in Photos' : 'in another program'}${when}, as the file beside it says`;
}

/** Fields that have words of their own. */
const SAID: readonly string[] = ['favourite', 'hidden', 'fileName', 'rating', 'title', 'caption'];

function tellSet(after: Values, before: Values): string {
  const told: string[] = [];
  if (after['favourite'] !== undefined) told.push(after['favourite'] === true ? 'made a favourite' : 'removed from favourites');
  if (after['hidden'] !== undefined) told.push(after['hidden'] === true ? 'hidden' : 'shown again');
  if (after['fileName'] !== undefined) told.push(renamed(before['fileName'], after['fileName']));
  if (after['rating'] !== undefined) told.push(typeof after['rating'] === 'number' ? `rated ${after['rating']} of 5` : 'rating taken away');
  for (const key of ['title', 'caption'] as const)
    if (after[key] !== undefined)
      told.push(typeof after[key] === 'string' && after[key] !== '' ? `${key} set to ${quoted(after[key], '')}` : `${key} taken away`);
  const others = fieldNames(Object.fromEntries(Object.entries(after).filter(([key]) => !SAID.includes(key))));
  if (others.length > 0) told.push(`${others.join(', ')} changed`);
  const words = told.join('; ');
  return words === '' ? 'Changed' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function renamed(before: unknown, after: unknown): string {
  return typeof before === 'string' ? `renamed from ${quoted(before, '')} to ${quoted(after, '')}` : `renamed to ${quoted(after, '')}`;
}

/** Names of the fields that are set, each once. */
function fieldNames(set: Values): string[] {
  const names = Object.keys(set).map((key) => (Object.hasOwn(FIELD_NAMES, key) ? FIELD_NAMES[key as keyof AssetFields] : ''));
  return [...new Set(names)].filter((name) => name !== '');
}

function listed(names: readonly string[], otherwise: string): string {
  const last = names.at(-1);
  if (last === undefined) return otherwise;
  const words = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Long texts are cut: the whole stands beside the photo. */
const LONG = 60;

function quoted(text: unknown, otherwise: string): string {
  if (typeof text !== 'string' || text === '') return otherwise;
  return `“${text.length > LONG ? `${text.slice(0, LONG)}…` : text}”`;
}

function partName(role: unknown): string {
  return typeof role === 'string' && Object.hasOwn(PARTS, role) ? (PARTS[role] as string) : 'A file';
}

function partWords(role: unknown): string {
  if (typeof role !== 'string' || !Object.hasOwn(PARTS, role)) return '';
  const name = PARTS[role] as string;
  return ` (${name.charAt(0).toLowerCase()}${name.slice(1)})`;
}
