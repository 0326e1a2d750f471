import { boxesIn, boxesOf, contentOf, findBox, type Box } from './boxes.ts';
import { latin, startsWith, u16, u32, u64, u8 } from './bytes.ts';
import { identifier } from './apple-note.ts';
import { fromIso, fromMoment } from './captured.ts';
import { seconds, type FilmFacts, type Pace } from './film-facts.ts';
import { XMP_ID } from './metadata-boxes.ts';
import { placeIn, position } from './movie-place.ts';
import { onlySound, videoTrack } from './movie-track.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

const MOST_TRACKS = 64;
/** Whole numbers among the types of QuickTime's metadata ("well-known types"). */
const NUMBERS: ReadonlySet<number> = new Set([21, 22, 65, 66, 67, 74, 75, 76, 77, 78]);
const FLOAT = 23;
/** The metadata of a movie may hold a cover picture; texts are small. */
const MOST_OF_METADATA = 2 * 1024 * 1024;
const MOST_OF_A_TEXT = 20_000;
/** Frames a second that were filmed and are played differ by more than what a clock is off. */
const MARKEDLY = 1.5;
const SECONDS_1904_TO_1970 = 2_082_844_800;

/** QuickTime, MP4 and 3GP: what `moov` says (ISO/IEC 14496-12, QuickTime File Format). */
export async function readMovie(source: Bytes): Promise<Partial<FilmFacts>> {
  const top = await boxesOf(source);
  const movie = top.find((box) => box.type === 'moov');
  if (movie === undefined) return {};
  const boxes = await boxesOf(source, movie.start, movie.end);
  const tracks = boxes.filter((box) => box.type === 'trak').slice(0, MOST_TRACKS);
  const track = await videoTrack(source, boxes, tracks);
  const texts = await readTexts(source, boxes);
  // What a track says of itself counts where the movie says nothing.
  for (const { start, end } of tracks)
    for (const box of await boxesOf(source, start, end))
      if (box.type === 'meta') addMetadata(texts, await contentOf(source, box, MOST_OF_A_TEXT));
  const apple = (name: string): string | null => texts.get(`com.apple.quicktime.${name}`) ?? null;
  const android = (name: string): string | null => texts.get(`com.android.${name}`) ?? null;
  return {
    ...track,
    onlySound: track.stored === undefined && (await onlySound(source, tracks)),
    ...(await readHeader(source, boxes, track.duration ?? null)),
    livePairId: identifier(apple('content.identifier')),
    pace: paceOf(texts, track.frameRate ?? null),
    quicktimeDate: fromIso(apple('creationdate') ?? wholeDate(texts.get('©day'))),
    make: apple('make') ?? android('manufacturer') ?? texts.get('©mak') ?? null,
    model: apple('model') ?? android('model') ?? texts.get('©mod') ?? null,
    ...(await readPlace(source, boxes)),
    ...position(apple('location.ISO6709') ?? android('location') ?? texts.get('©xyz') ?? null),
    title: apple('displayname') ?? apple('title') ?? texts.get('©nam') ?? null,
    caption: apple('description') ?? texts.get('desc') ?? null,
    xmp: await readPacket(source, top, boxes),
  };
}

/** XMP stands in a box of its own beside the movie, or among QuickTime's user data (XMP specification part 3). */
async function readPacket(source: Bytes, top: readonly Box[], movie: readonly Box[]): Promise<Uint8Array | null> {
  for (const box of top) {
    if (box.type !== 'uuid') continue;
    const id = await source.read(box.start, 16);
    if (XMP_ID.every((byte, at) => id[at] === byte)) return contentOf(source, { ...box, start: box.start + 16 }, MOST_OF_METADATA);
  }
  for (const user of movie) {
    if (user.type !== 'udta') continue;
    const found = (await boxesOf(source, user.start, user.end)).find(({ type }) => type === 'XMP_');
    if (found !== undefined) return contentOf(source, found, MOST_OF_METADATA);
  }
  return null;
}

async function readPlace(source: Bytes, movie: readonly Box[]): Promise<Partial<FilmFacts>> {
  const user = movie.find(({ type }) => type === 'udta');
  return user === undefined ? {} : placeIn(await contentOf(source, user, MOST_OF_METADATA));
}

/** Music has a year or a day here, cameras a moment. */
function wholeDate(written: string | undefined): string | null {
  return written !== undefined && /\d:\d/.test(written) ? written : null;
}

/** Creation time and length: `mvhd`, and for a movie in fragments `mehd`. */
async function readHeader(source: Bytes, boxes: readonly Box[], ofTrack: number | null): Promise<Partial<FilmFacts>> {
  const header = boxes.find((box) => box.type === 'mvhd');
  if (header === undefined) return {};
  const bytes = await contentOf(source, header, 120);
  const long = u8(bytes, 0) === 1;
  const created = long ? u64(bytes, 4) : u32(bytes, 4);
  const scale = u32(bytes, long ? 20 : 12);
  const length = long ? u64(bytes, 24) : u32(bytes, 16);
  const known = length === 0xffff_ffff ? 0 : length;
  const fragments = boxes.find((box) => box.type === 'mvex');
  const duration = seconds((known || (fragments === undefined ? 0 : await fragmentLength(source, fragments))) / scale);
  return {
    duration: duration ?? ofTrack,
    // Some cameras count from 1970 by mistake; what would be before 1970 is one of theirs.
    containerDate: created === 0 ? null : fromMoment((created < SECONDS_1904_TO_1970 ? created : created - SECONDS_1904_TO_1970) * 1000),
  };
}

async function fragmentLength(source: Bytes, fragments: Box): Promise<number> {
  const header = (await boxesOf(source, fragments.start, fragments.end)).find((box) => box.type === 'mehd');
  if (header === undefined) return 0;
  const bytes = await contentOf(source, header, 12);
  return u8(bytes, 0) === 1 ? u64(bytes, 4) : u32(bytes, 4);
}

/** Apple's cameras: time-lapses by their name; slow motion where not every frame is to be played at its own time. Android's: by how fast they filmed. */
function paceOf(texts: ReadonlyMap<string, string>, played: number | null): Pace | null {
  if (/time-?lapse/i.test(texts.get('com.apple.photos.captureMode') ?? '')) return 'time-lapse';
  if (texts.get('com.apple.quicktime.full-frame-rate-playback-intent') === '0') return 'slow-motion';
  const filmed = Number(texts.get('com.android.capture.fps') ?? Number.NaN);
  if (played === null || !(filmed > 0)) return null;
  return filmed > played * MARKEDLY ? 'slow-motion' : filmed * MARKEDLY < played ? 'time-lapse' : null;
}

/** Every text in the movie's metadata by its key: Apple's and Android's named keys, iTunes tags, QuickTime user data. */
async function readTexts(source: Bytes, boxes: readonly Box[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const box of boxes) {
    if (box.type === 'meta') addMetadata(texts, await contentOf(source, box, MOST_OF_METADATA));
    if (box.type !== 'udta') continue;
    const userData = await contentOf(source, box, MOST_OF_METADATA);
    const inner = findBox(userData, ['meta']);
    if (inner !== null) addMetadata(texts, userData.subarray(inner.start, inner.end));
    for (const each of boxesIn(userData)) {
      // A length, a language, then the text; its key begins with the letter © in Mac OS Roman.
      if (u8(userData, each.start - 4) === 0xa9)
        add(
          texts,
          `©${each.type.slice(1)}`,
          userData.subarray(each.start + 4, Math.min(each.start + 4 + u16(userData, each.start), each.end)),
        );
    }
  }
  return texts;
}

function addMetadata(texts: Map<string, string>, meta: Uint8Array): void {
  // QuickTime's `meta` begins with its boxes, MPEG-4's with four bytes of version before them.
  const from = startsWith(meta, 4, 'hdlr') ? 0 : 4;
  const keyBox = findBox(meta, ['keys'], from);
  const list = findBox(meta, ['ilst'], from);
  if (list === null) return;
  const names =
    keyBox === null
      ? []
      : boxesIn(meta, keyBox.start + 8, Math.min(keyBox.end, meta.length)).map((entry) =>
          latin(meta, entry.start, Math.min(entry.end - entry.start, 200)),
        );
  for (const item of boxesIn(meta, list.start, Math.min(list.end, meta.length))) {
    const data = findBox(meta, ['data'], item.start, Math.min(item.end, meta.length));
    if (data === null) continue;
    const name = names[u32(meta, item.start - 4) - 1] ?? item.type.replace('\xa9', '©');
    const value = meta.subarray(data.start + 8, Math.min(data.end, meta.length));
    const type = u32(meta, data.start);
    // Type 1 is UTF-8; whole numbers have types of their own; others are pictures and the like.
    if (type === 1) add(texts, name, value);
    else if (type === FLOAT && value.length === 4)
      add(texts, name, new TextEncoder().encode(String(new DataView(value.buffer, value.byteOffset, 4).getFloat32(0))));
    else if (NUMBERS.has(type) && value.length <= 8) add(texts, name, new TextEncoder().encode(String(whole(value))));
  }
}

function whole(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function add(texts: Map<string, string>, key: string, bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_OF_A_TEXT)).replaceAll('\0', '').trim();
  if (text !== '' && !texts.has(key) && texts.size < 500) texts.set(key, text);
}
