import type { AssetFields, AssetKind } from '@rollcall/protocol';
import { startsWith, u16, u8 } from './bytes.ts';
import { within, type MediaSource } from './source.ts';

/**
 * What a compressed version carries inside, in an XMP packet of its own: which bytes of which photo it stands for. For browsers, too.
 */
export interface StandInMark {
  readonly assetId: string;
  /** SHA-256 of the bytes that it stands for, 64 hex digits. */
  readonly of: string;
  readonly kind: AssetKind;
  /** The name of the file that it stands for. */
  readonly fileName: string;
  /** Pixels of that file as shown; null where it does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A mark as it is found in a file that may have been changed since: what is not as it is written is null. */
export type FoundMark = { readonly [Name in keyof StandInMark]: StandInMark[Name] | null } & {
  /** The digest that it says it has, and where those 64 characters lie in the file. */
  readonly digest: string | null;
  readonly digestAt: number | null;
};

const NAMESPACE = 'urn:x-rollcall:stand-in:1/';
const PREFIX = 'standin';
export const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0';
/** In the place of the digest while it is computed. */
export const NO_DIGEST = '0'.repeat(64);
/** Bytes of a packet: it stays within the part of a file that is looked at first. */
const LARGEST_PACKET = 32 * 1024;

/** What of the fields of a photo goes into the packet. */
export type MarkedFields = Pick<AssetFields, 'title' | 'caption' | 'rating' | 'keywords'> & {
  /** A day without a time, which EXIF has no form for. */
  readonly day: string | null;
};

/** The packet, with `NO_DIGEST` where the digest comes. Words for which there is no room are left out. */
export function writePacket(mark: StandInMark, fields: MarkedFields): Uint8Array {
  const whole = new TextEncoder().encode(packet(mark, fields));
  if (whole.length <= LARGEST_PACKET) return whole;
  return new TextEncoder().encode(packet(mark, { ...fields, caption: null, keywords: [] }));
}

function packet(mark: StandInMark, fields: MarkedFields): string {
  const said: readonly (readonly [name: string, value: string | number | null])[] = [
    ['version', 1],
    ['assetId', mark.assetId],
    ['of', mark.of],
    ['kind', mark.kind],
    ['fileName', mark.fileName],
    ['width', mark.width],
    ['height', mark.height],
    ['digest', NO_DIGEST],
  ];
  const attributes = said.flatMap(([name, value]) => (value === null ? [] : [`${PREFIX}:${name}="${escaped(String(value))}"`]));
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" xmlns:${PREFIX}="${NAMESPACE}" ${attributes.join(' ')}/>`,
    ...words(fields),
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

function words({ title, caption, rating, keywords, day }: MarkedFields): string[] {
  const alternative = (name: string, value: string | null): string[] =>
    value === null ? [] : [`<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></dc:${name}>`];
  const subjects = keywords.map((word) => `<rdf:li>${escaped(word)}</rdf:li>`).join('');
  const inside = [
    ...alternative('title', title),
    ...alternative('description', caption),
    ...(subjects === '' ? [] : [`<dc:subject><rdf:Bag>${subjects}</rdf:Bag></dc:subject>`]),
    ...(rating === null ? [] : [`<xmp:Rating>${rating}</xmp:Rating>`]),
    ...(day === null ? [] : [`<photoshop:DateCreated>${day}</photoshop:DateCreated>`]),
  ];
  if (inside.length === 0) return [];
  const names =
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"';
  return [`<rdf:Description rdf:about="" ${names}>`, ...inside, '</rdf:Description>'];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML has no way to write becomes a blank. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
      .replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
  );
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (entity) => PLAIN[entity]!);
}
const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ENTITIES).map(([letter, entity]) => [entity, letter])),
  '&apos;': "'",
};

/** What is read of a file at first: whatever its marker says, most files are told by this much. */
const HEAD = 64 * 1024;
const MOST_SEGMENTS = 64;

/**
 * The mark in a JPEG, wherever its program put it before the picture; null: there is none. Whether the file is still as it was made, only
 * its digest tells. Throws only what `source.read` throws.
 */
export async function findMark(file: Pick<MediaSource, 'size' | 'read'>): Promise<FoundMark | null> {
  const source = within(file);
  const head = await source.read(0, HEAD);
  if (!startsWith(head, 0, '\xff\xd8\xff')) return null;
  const part = async (at: number, length: number): Promise<Uint8Array> =>
    at + length <= head.length ? head.subarray(at, at + length) : source.read(at, length);
  let at = 2;
  for (let segments = 0; segments < MOST_SEGMENTS; segments++) {
    const header = await part(at, 4);
    const marker = u8(header, 1);
    if (header.length < 4 || u8(header, 0) !== 0xff || marker === 0xda || marker === 0xd9) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = Math.max(2, u16(header, 2));
    if (marker === 0xe1 && startsWith(await part(at + 4, XMP_HEADER.length), 0, XMP_HEADER)) {
      const start = at + 4 + XMP_HEADER.length;
      const found = markIn(await part(start, at + 2 + length - start), start);
      if (found !== null) return found;
    }
    at += 2 + length;
  }
  return null;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const PIXELS = /^[1-9]\d{0,6}$/;

/** Programs that write the packet anew may change the prefix, the quotes, and attributes into elements. */
function markIn(xmp: Uint8Array, start: number): FoundMark | null {
  // A character a byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(xmp);
  const name = text.includes(NAMESPACE) ? (/xmlns:(\w{1,40})\s*=\s*["']urn:x-rollcall:stand-in:1\/["']/.exec(text)?.[1] ?? null) : null;
  if (name === null) return null;
  const place = (field: string): { readonly at: number; readonly end: number } | null => {
    const found = new RegExp(`\\b${name}:${field}(?:\\s*=\\s*(?:"([^"<]{0,9000})"|'([^'<]{0,9000})')|>([^<]{0,9000})<)`).exec(text);
    const value = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found == null || value === undefined) return null;
    const end = found.index + found[0].length - 1;
    return { at: end - value.length, end };
  };
  const value = (field: string): string | null => {
    const found = place(field);
    return found && plain(new TextDecoder().decode(xmp.subarray(found.at, found.end)));
  };
  const such = (field: string, form: RegExp): string | null => {
    const said = value(field);
    return said !== null && form.test(said) ? said : null;
  };
  const [width, height] = [such('width', PIXELS), such('height', PIXELS)];
  const kind = value('kind');
  const digest = such('digest', HASH);
  return {
    assetId: such('assetId', ID),
    of: such('of', HASH),
    kind: kind === 'photo' || kind === 'video' ? kind : null,
    fileName: value('fileName'),
    width: width === null ? null : Number(width),
    height: height === null ? null : Number(height),
    digest,
    digestAt: digest === null ? null : start + place('digest')!.at,
  };
}
