import { dayWords, FEWER, message, pixelWords, say, type AssetFields, type DeviceKind, type JournalKind } from '@rollcall/protocol';

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
  'asset.create': () => say('Added'),
  'asset.set': tellSet,
  'asset.trash': () => say('Moved to Recently Deleted'),
  'asset.restore': () => say('Restored'),
  'asset.purge': ({ by }) => (by === 'expiry' ? say('Deleted for good after 30 days in Recently Deleted') : say('Deleted for good')),
  'asset.edit': tellEdit,
  'asset.revert': () => say('Reverted to the original'),
  'asset.join': ({ fileName, role }) =>
    `${named(fileName, message('Joined with {name}'), message('Joined with its other half'))}${partWords(role)}`,
  'asset.split': ({ fileName }, { role }) =>
    `${named(fileName, message('{name} became a photo of its own'), message('A part of it became a photo of its own'))}${partWords(role)}`,
  'split-off': (_, { role }) => `${say('Split off from the photo that it was a part of')}${partWords(role)}`,
  'resource.attach': ({ role }) => say(known(ATTACHED, role) ?? A_FILE),
  'resource.complete': () => say('The rest of its file arrived'),
  duplicate: ({ fileName }) => [
    typeof fileName === 'string' ? say('Came again as {name}', { name: quoted(fileName) }) : say('Came again'),
    say(', and is kept once'),
  ],
  described: (after) => {
    const fields = fieldNames(after);
    return fields.length === 0 ? say('More read from the file') : say('{fields} read from the file', { fields: listed(fields) });
  },
  adjusted: tellAdjusted,
  'purge.undone': () => say('Brought back by the owner of the server, after it was deleted for good'),
  'album.create': ({ title }) => named(title, message('Album {name} made'), message('Album of no name made')),
  'album.set': ({ title, folder }) =>
    title !== undefined
      ? named(title, message('Album renamed to {name}'), message('Album renamed to no name'))
      : folder === undefined
        ? say('Album changed')
        : tellFolder(folder),
  'album.delete': (_, { title }) => [
    named(title, message('Album {name} deleted'), message('Album of no name deleted')),
    say('; its photos stay'),
  ],
  'album.add': () => say('Added to an album'),
  'album.move': () => say('Moved within an album'),
  'album.remove': () => say('Taken out of an album'),
};

/** What a person calls each field. A field that is added does not compile until it stands here; empty: nobody sets it by hand. */
const FIELD_NAMES: Readonly<Record<keyof AssetFields, string>> = {
  fileName: message('name'),
  capturedAt: message('date'),
  capturedSource: '',
  width: message('size'),
  height: message('size'),
  duration: message('length'),
  camera: message('camera'),
  exposure: message('exposure'),
  place: message('place'),
  title: message('title'),
  caption: message('caption'),
  favourite: message('favourite'),
  hidden: message('hidden'),
  rating: message('rating'),
  keywords: message('keywords'),
};

const PARTS: Readonly<Record<string, string>> = {
  original: message('the original'),
  'live-video': message('a Live Photo’s video'),
  raw: message('a RAW file'),
  alternate: message('another version'),
  audio: message('sound'),
  'adjustment-data': message('edit data'),
  sidecar: message('a sidecar'),
  edited: message('an edit'),
};
const ATTACHED: Readonly<Record<string, string>> = {
  original: message('The original was added to it'),
  'live-video': message('A Live Photo’s video was added to it'),
  raw: message('A RAW file was added to it'),
  alternate: message('Another version was added to it'),
  audio: message('Sound was added to it'),
  'adjustment-data': message('Edit data was added to it'),
  sidecar: message('A sidecar was added to it'),
  edited: message('An edit was added to it'),
};
/** Of a part that only a newer version knows. */
const A_FILE = message('A file was added to it');

function known(words: Readonly<Record<string, string>>, name: unknown): string | null {
  return typeof name === 'string' && Object.hasOwn(words, name) ? (words[name] as string) : null;
}

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
  return deviceKind === 'browser' ? say(' in {device}', { device }) : say(' on {device}', { device });
}

function tellEdit(after: Values, before: Values): Told {
  const fewer = FEWER.safeParse(after['fewer']);
  const pixels = fewer.success
    ? say(', with fewer pixels than the original ({pixels} of {of})', {
        pixels: pixelWords(fewer.data.pixels),
        of: pixelWords(fewer.data.of),
      })
    : '';
  if (after['rendering'] === before['rendering'] && after['version'] !== after['rendering'])
    return [say('Edited'), `${say(', when it had been edited elsewhere: kept as a version')}${pixels}`];
  return [say('Edited'), `${pixels}${before['state'] === 'trashed' ? say(', and so restored') : ''}`];
}

function isKnown(what: string): what is JournalKind {
  return Object.hasOwn(HISTORY_WORDS, what);
}

function values(told: unknown): Values {
  return typeof told === 'object' && told !== null ? (told as Values) : {};
}

/** What was done to a picture before it came here, by the file beside it. */
const ADJUSTED: Readonly<Record<string, string>> = {
  cropped: message('cropped'),
  turned: message('turned'),
  filtered: message('given a filter'),
  retouched: message('retouched'),
  adjusted: message('adjusted in light and colour'),
  shortened: message('shortened'),
  'key-photo': message('given another key photo'),
};

function tellAdjusted({ did, inPhotos, at }: Values): string {
  const deeds = (Array.isArray(did) ? did : []).flatMap((each) => known(ADJUSTED, each) ?? []).map((each) => say(each));
  const values = { did: deeds.length === 0 ? say('Edited') : listed(deeds) };
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)))
    return inPhotos === true
      ? say('{did} in Photos, as the file beside it says', values)
      : say('{did} in another program, as the file beside it says', values);
  const day = dayWords(Date.parse(at));
  return inPhotos === true
    ? say('{did} in Photos on {day}, as the file beside it says', { ...values, day })
    : say('{did} in another program on {day}, as the file beside it says', { ...values, day });
}

/** Fields that have words of their own. */
const SAID: readonly string[] = ['favourite', 'hidden', 'fileName', 'rating', 'title', 'caption'];

function tellSet(after: Values, before: Values): string {
  const told: string[] = [];
  if (after['favourite'] !== undefined) told.push(after['favourite'] === true ? say('made a favourite') : say('removed from favourites'));
  if (after['hidden'] !== undefined) told.push(after['hidden'] === true ? say('hidden') : say('shown again'));
  if (after['fileName'] !== undefined) told.push(renamed(before['fileName'], after['fileName']));
  if (after['rating'] !== undefined)
    told.push(
      typeof after['rating'] === 'number' ? say('rated {rating} of 5', { rating: String(after['rating']) }) : say('rating taken away'),
    );
  if (after['title'] !== undefined) told.push(named(after['title'], message('title set to {name}'), message('title taken away')));
  if (after['caption'] !== undefined) told.push(named(after['caption'], message('caption set to {name}'), message('caption taken away')));
  const others = fieldNames(Object.fromEntries(Object.entries(after).filter(([key]) => !SAID.includes(key))));
  if (others.length > 0) told.push(say('{fields} changed', { fields: others.join(', ') }));
  return told.length === 0 ? say('Changed') : capital(told.join('; '));
}

function renamed(before: unknown, after: unknown): string {
  const name = quoted(after);
  return typeof before === 'string'
    ? say('renamed from {before} to {name}', { before: quoted(before), name })
    : say('renamed to {name}', { name });
}

/** Names of the fields that are set, each once. */
function fieldNames(set: Values): string[] {
  const names = Object.keys(set).map((key) => (Object.hasOwn(FIELD_NAMES, key) ? FIELD_NAMES[key as keyof AssetFields] : ''));
  return [...new Set(names)].filter((name) => name !== '').map((name) => say(name));
}

function listed(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const last = others.pop();
  return capital(last === undefined ? first : say('{list} and {last}', { list: [first, ...others].join(', '), last }));
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Long texts are cut: the whole stands beside the photo. */
const LONG = 60;

function quoted(text: unknown): string {
  const name = typeof text === 'string' ? text : '';
  return name === '' ? '' : say('“{name}”', { name: name.length > LONG ? `${name.slice(0, LONG)}…` : name });
}

/** What is said of a name, or of what has none. */
function named(name: unknown, words: string, without: string): string {
  return typeof name === 'string' && name !== '' ? say(words, { name: quoted(name) }) : say(without);
}

function tellFolder(folder: unknown): string {
  return folder === null ? say('Taken out of a folder') : say('Moved into a folder');
}

function partWords(role: unknown): string {
  const part = known(PARTS, role);
  return part === null ? '' : ` (${say(part)})`;
}
