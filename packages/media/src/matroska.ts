import { latin, u8 } from './bytes.ts';
import { fromDay, fromIso, fromMoment } from './captured.ts';
import { matroskaCodec } from './codecs.ts';
import { frames, pixelCount, seconds, transferOf, type FilmFacts, type Transfer } from './film-facts.ts';
import type { MediaSource } from './source.ts';

/** Element ids of RFC 9559. */
const ID = {
  segment: 0x1853_8067,
  info: 0x1549_a966,
  scale: 0x2a_d7b1,
  duration: 0x4489,
  date: 0x4461,
  title: 0x7ba9,
  tracks: 0x1654_ae6b,
  entry: 0xae,
  type: 0x83,
  codec: 0x86,
  frameTime: 0x23_e383,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  shownWidth: 0x54b0,
  shownHeight: 0x54ba,
  unit: 0x54b2,
  colour: 0x55b0,
  transfer: 0x55ba,
  projection: 0x7670,
  roll: 0x7675,
  cluster: 0x1f43_b675,
  tags: 0x1254_c367,
  tag: 0x7373,
  simple: 0x67c8,
  name: 0x45a3,
  string: 0x4487,
} as const;

/** `Info` and `Tracks` stand before the first cluster, near the beginning. */
const MOST_OF_A_HEAD = 1024 * 1024;
const MOST_ELEMENTS = 2000;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** The end that it says itself, which may lie beyond what is here; null when it does not. */
  readonly saysEnd: number | null;
}

/** Matroska and WebM: length, date, title, codec and picture size from the head of the file (RFC 8794, RFC 9559). */
export async function readMatroska(source: Pick<MediaSource, 'size' | 'read'>): Promise<Partial<FilmFacts>> {
  const head = await source.read(0, MOST_OF_A_HEAD);
  const segment = elementsIn(head, 0, head.length).find((each) => each.id === ID.segment);
  if (segment === undefined) return {};
  const facts: { -readonly [key in keyof FilmFacts]?: FilmFacts[key] } = {};
  let recorded: string | null = null;
  for (const part of elementsIn(head, segment.start, segment.end)) {
    if (part.id === ID.info) Object.assign(facts, readInfo(head, part));
    if (part.id === ID.tracks) Object.assign(facts, readTracks(head, part));
    if (part.id === ID.tags) recorded ??= recordedIn(head, part);
    if (part.id === ID.cluster) break;
  }
  // The other one is of the moment when the file was written.
  return recorded === null ? facts : { ...facts, ...dated(recorded, facts.containerDate ?? null) };
}

/** Where the film says that it ends; 0 when it does not say, as one that was sent while it was filmed. */
export async function matroskaEnd(source: Pick<MediaSource, 'size' | 'read'>): Promise<number> {
  const head = await source.read(0, 4096);
  const segment = elementsIn(head, 0, head.length).find((each) => each.id === ID.segment);
  return segment?.saysEnd ?? 0;
}

/** When it was recorded, as a program wrote it in words; null: nowhere before the pictures. */
function recordedIn(head: Uint8Array, tags: Element): string | null {
  for (const tag of elementsIn(head, tags.start, tags.end))
    for (const simple of elementsIn(head, tag.start, tag.end)) {
      if (tag.id !== ID.tag || simple.id !== ID.simple) continue;
      const parts = elementsIn(head, simple.start, simple.end);
      const written = (id: number): string => {
        const found = parts.find((each) => each.id === id);
        return found === undefined ? '' : latin(head, found.start, Math.min(found.end - found.start, 60)).replaceAll('\0', '');
      };
      if (written(ID.name) === 'DATE_RECORDED') return written(ID.string);
    }
  return null;
}

/** A day alone says less than the moment at which the file was written. */
function dated(recorded: string, moment: string | null): Partial<FilmFacts> {
  const day = fromDay(recorded);
  if (day !== null) return moment === null ? { containerDay: day } : {};
  const whole = fromIso(recorded);
  return whole === null ? {} : { containerDate: whole };
}

function readInfo(head: Uint8Array, info: Element): Partial<FilmFacts> {
  const parts = elementsIn(head, info.start, info.end);
  const find = (id: number): Element | undefined => parts.find((each) => each.id === id);
  const [scale, duration, date, title] = [find(ID.scale), find(ID.duration), find(ID.date), find(ID.title)];
  const nanoseconds = scale === undefined ? 1_000_000 : number(head, scale);
  return {
    duration: duration === undefined ? null : seconds((float(head, duration) * nanoseconds) / 1e9),
    // Nanoseconds since 2001, signed.
    containerDate:
      date === undefined || date.end - date.start !== 8
        ? null
        : fromMoment(Date.UTC(2001, 0, 1) + Math.round(Number(view(head, date).getBigInt64(0)) / 1e6)),
    title:
      title === undefined
        ? null
        : new TextDecoder()
            .decode(head.subarray(title.start, Math.min(title.end, title.start + 2000)))
            .replaceAll('\0', '')
            .trim() || null,
  };
}

function readTracks(head: Uint8Array, tracks: Element): Partial<FilmFacts> {
  let onlySound = false;
  for (const entry of elementsIn(head, tracks.start, tracks.end)) {
    if (entry.id !== ID.entry) continue;
    const parts = elementsIn(head, entry.start, entry.end);
    const type = parts.find((each) => each.id === ID.type);
    const video = parts.find((each) => each.id === ID.video);
    if (type !== undefined) onlySound ||= number(head, type) === 2;
    if (type === undefined || number(head, type) !== 1 || video === undefined) continue;
    const settings = elementsIn(head, video.start, video.end);
    const value = (id: number): number => {
      const found = settings.find((each) => each.id === id);
      return found === undefined ? 0 : number(head, found);
    };
    // Shown sizes in centimetres or inches are no sizes of a picture; of a ratio (3) the height is that of the picture.
    const inPixels = value(ID.unit) === 0;
    const inParts = value(ID.unit) === 3;
    const [codec, frameTime] = [parts.find((each) => each.id === ID.codec), parts.find((each) => each.id === ID.frameTime)];
    const [width, height] = [pixelCount(value(ID.width)), pixelCount(value(ID.height))];
    const shown = {
      width: pixelCount(
        (inPixels && value(ID.shownWidth)) ||
          (inParts && (value(ID.height) * value(ID.shownWidth)) / value(ID.shownHeight)) ||
          value(ID.width),
      ),
      height: pixelCount((inPixels && value(ID.shownHeight)) || value(ID.height)),
    };
    const rotation = rotationIn(head, settings);
    const onItsSide = (rotation ?? 0) % 180 === 90;
    return {
      stored: width === null || height === null ? null : { width, height },
      codec: codec === undefined ? null : matroskaCodec(latin(head, codec.start, Math.min(codec.end - codec.start, 60))),
      transfer: transferIn(head, settings),
      rotation,
      frameRate: frameTime === undefined ? null : frames(1e9 / number(head, frameTime)),
      width: onItsSide ? shown.height : shown.width,
      height: onItsSide ? shown.width : shown.height,
    };
  }
  return { onlySound };
}

/** The picture is rolled counter-clockwise (RFC 9559 section 5.1.4.1.28.46); here in degrees clockwise, by quarters only. Null: not at all. */
function rotationIn(head: Uint8Array, settings: readonly Element[]): number | null {
  const projection = settings.find(({ id }) => id === ID.projection);
  const roll = projection && elementsIn(head, projection.start, projection.end).find(({ id }) => id === ID.roll);
  const quarters = roll === undefined ? 0 : -float(head, roll) / 90;
  return quarters !== 0 && Number.isInteger(quarters) ? (((quarters * 90) % 360) + 360) % 360 : null;
}

function transferIn(head: Uint8Array, settings: readonly Element[]): Transfer | null {
  const colour = settings.find(({ id }) => id === ID.colour);
  const transfer = colour && elementsIn(head, colour.start, colour.end).find(({ id }) => id === ID.transfer);
  return transfer === undefined ? null : transferOf(number(head, transfer));
}

/** Elements side by side; one of unknown size reaches to the end (RFC 8794 section 6.2). */
function elementsIn(head: Uint8Array, from: number, to: number): Element[] {
  const found: Element[] = [];
  const limit = Math.min(to, head.length);
  let at = from;
  while (at < limit && found.length < MOST_ELEMENTS) {
    const idLength = Math.clz32(u8(head, at)) - 23;
    const sizeAt = at + idLength;
    const sizeLength = Math.clz32(u8(head, sizeAt)) - 23;
    if (idLength > 4 || sizeLength > 8 || sizeAt + sizeLength > limit) break;
    let id = 0;
    for (let n = 0; n < idLength; n++) id = id * 256 + u8(head, at + n);
    let size = u8(head, sizeAt) & (0xff >> sizeLength);
    let unknown = size === 0xff >> sizeLength;
    for (let n = 1; n < sizeLength; n++) {
      unknown &&= u8(head, sizeAt + n) === 0xff;
      size = size * 256 + u8(head, sizeAt + n);
    }
    const start = sizeAt + sizeLength;
    const end = unknown ? to : start + size;
    found.push({ id, start, end: Math.min(end, limit), saysEnd: unknown ? null : end });
    at = end;
  }
  return found;
}

function number(head: Uint8Array, { start, end }: Element): number {
  let value = 0;
  for (let at = start; at < Math.min(end, start + 8); at++) value = value * 256 + u8(head, at);
  return value;
}

function view(head: Uint8Array, { start, end }: Element): DataView {
  return new DataView(head.buffer, head.byteOffset + start, end - start);
}

function float(head: Uint8Array, element: Element): number {
  const length = element.end - element.start;
  return length === 4 ? view(head, element).getFloat32(0) : length === 8 ? view(head, element).getFloat64(0) : 0;
}
