import { boxesIn, boxesOf, contentOf, findBox } from './boxes.ts';
import { latin, startsWith, u16, u32, u64, u8 } from './bytes.ts';
import type { Colours } from './screen-colours.ts';
import type { Size } from './sizes.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/** What the `meta` box of a HEIF file says (ISO/IEC 23008-12). */
export interface HeifFacts {
  /** Pixels as stored, before the file's own rotation; null when not said. */
  readonly stored: Size | null;
  /** `irot`: degrees counter-clockwise; null when the file does not say. */
  readonly rotation: number | null;
  /** What its colours are by numbers; null where it has a profile, or says nothing. */
  readonly colours: Colours | null;
  /** The EXIF block as a TIFF file; null when there is none. */
  readonly exif: Uint8Array | null;
  /** XMP as text bytes. */
  readonly xmp: Uint8Array | null;
}

interface Item {
  readonly id: number;
  readonly type: string;
  readonly contentType: string;
}

const META_LIMIT = 8 * 1024 * 1024;
const ITEM_LIMIT = 4 * 1024 * 1024;

/** Null when there is no `meta` box. Errors of `read` are passed on; no other is thrown. */
export async function readHeif(source: Bytes): Promise<HeifFacts | null> {
  const box = (await boxesOf(source)).find((each) => each.type === 'meta');
  if (box === undefined) return null;
  const meta = await contentOf(source, box, META_LIMIT);
  const items = readItems(meta);
  const described = describedBy(meta);
  const primary = primaryId(meta);
  // Depth and gain maps inside have descriptions of their own.
  const ofPhoto = (found: readonly Item[]): Item | undefined =>
    found.find(({ id }) => primary !== null && described.get(id)?.includes(primary)) ??
    found.find(({ id }) => !described.has(id)) ??
    found[0];
  const exifItem = ofPhoto(items.filter((item) => item.type === 'Exif'));
  const xmpItem = ofPhoto(items.filter((item) => item.type === 'mime' && item.contentType.startsWith('application/rdf+xml')));
  const exif = exifItem === undefined ? null : await itemBytes(source, meta, exifItem.id);
  return {
    ...primaryPicture(meta),
    exif: exif === null ? null : tiffOf(exif),
    xmp: xmpItem === undefined ? null : await itemBytes(source, meta, xmpItem.id),
  };
}

/** An Exif item begins with the distance to its TIFF header (ISO/IEC 23008-12 annex A); some writers add `Exif\0\0`. */
function tiffOf(item: Uint8Array): Uint8Array | null {
  for (const at of [4 + u32(item, 0), 4, 10, 0, 6])
    if (startsWith(item, at, 'II*\0') || startsWith(item, at, 'MM\0*')) return item.subarray(at);
  return null;
}

function readItems(meta: Uint8Array): Item[] {
  const box = findBox(meta, ['iinf'], 4);
  if (box === null) return [];
  const first = u8(meta, box.start) === 0 ? box.start + 6 : box.start + 8;
  const items: Item[] = [];
  for (const entry of boxesIn(meta, first, Math.min(box.end, meta.length))) {
    const version = u8(meta, entry.start);
    if (entry.type !== 'infe' || version < 2) continue;
    const wide = version >= 3;
    const typeAt = entry.start + 4 + (wide ? 4 : 2) + 2;
    const words = latin(meta, typeAt + 4, Math.min(entry.end - typeAt - 4, 300)).split('\0');
    items.push({
      id: wide ? u32(meta, entry.start + 4) : u16(meta, entry.start + 4),
      type: latin(meta, typeAt, 4),
      contentType: words[1] ?? '',
    });
  }
  return items;
}

function primaryId(meta: Uint8Array): number | null {
  const box = findBox(meta, ['pitm'], 4);
  if (box === null) return null;
  return u8(meta, box.start) === 0 ? u16(meta, box.start + 4) : u32(meta, box.start + 4);
}

/** By the item that holds a description: the items that it describes (`cdsc`; ISO/IEC 14496-12 section 8.11.12). */
function describedBy(meta: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const described = new Map<number, readonly number[]>();
  const box = findBox(meta, ['iref'], 4);
  if (box === null) return described;
  const wide = u8(meta, box.start) >= 1;
  const [idAt, size] = [(at: number): number => (wide ? u32(meta, at) : u16(meta, at)), wide ? 4 : 2];
  for (const { type, start, end } of boxesIn(meta, box.start + 4, Math.min(box.end, meta.length))) {
    if (type !== 'cdsc') continue;
    const count = Math.min(u16(meta, start + size), Math.floor((end - start) / size));
    described.set(
      idAt(start),
      Array.from({ length: count }, (_, n) => idAt(start + size + 2 + n * size)),
    );
  }
  return described;
}

/** Size and rotation of the primary item; null where the boxes do not say. */
function primaryPicture(meta: Uint8Array): Pick<HeifFacts, 'stored' | 'rotation' | 'colours'> {
  const primary = primaryId(meta);
  const properties = findBox(meta, ['iprp', 'ipco'], 4);
  const links = findBox(meta, ['iprp', 'ipma'], 4);
  if (primary === null || properties === null || links === null) return { stored: null, rotation: null, colours: null };
  const all = boxesIn(meta, properties.start, Math.min(properties.end, meta.length));
  let stored: Size | null = null;
  let rotation: number | null = null;
  let colours: Colours | null = null;
  let profile = false;
  for (const index of linkedProperties(meta, links.start, primary)) {
    const property = all[index - 1];
    if (property?.type === 'ispe') stored = { width: u32(meta, property.start + 4), height: u32(meta, property.start + 8) };
    if (property?.type === 'colr' && startsWith(meta, property.start, 'nclx'))
      colours = { primaries: u16(meta, property.start + 4), transfer: u16(meta, property.start + 6) };
    else if (property?.type === 'colr') profile = true;
    if (property?.type === 'irot') rotation = (u8(meta, property.start) & 3) * 90;
  }
  return {
    stored: stored === null || stored.width === 0 || stored.height === 0 ? null : stored,
    rotation,
    colours: profile ? null : colours,
  };
}

/** Indices (from 1) of the properties that `ipma` links to an item. */
function linkedProperties(meta: Uint8Array, at: number, wanted: number): number[] {
  const wideIds = u8(meta, at) >= 1;
  const wideIndices = (u8(meta, at + 3) & 1) === 1;
  const count = Math.min(u32(meta, at + 4), 65_536);
  let cursor = at + 8;
  for (let entry = 0; entry < count && cursor < meta.length; entry++) {
    const id = wideIds ? u32(meta, cursor) : u16(meta, cursor);
    cursor += wideIds ? 4 : 2;
    const links = u8(meta, cursor++);
    const indices = Array.from({ length: links }, (_, n) =>
      wideIndices ? u16(meta, cursor + n * 2) & 0x7fff : u8(meta, cursor + n) & 0x7f,
    );
    if (id === wanted) return indices;
    cursor += links * (wideIndices ? 2 : 1);
  }
  return [];
}

/** The bytes of an item, by `iloc` (ISO/IEC 14496-12 section 8.11.3), at most 4 MiB. */
async function itemBytes(source: Bytes, meta: Uint8Array, wanted: number): Promise<Uint8Array | null> {
  const box = findBox(meta, ['iloc'], 4);
  if (box === null) return null;
  const version = u8(meta, box.start);
  const sizes = u16(meta, box.start + 4);
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version === 0 ? 0 : sizes & 15];
  const count = Math.min(version < 2 ? u16(meta, box.start + 6) : u32(meta, box.start + 6), 65_536);
  let at = box.start + (version < 2 ? 8 : 10);
  const number = (size: number): number => {
    const value = size === 8 ? u64(meta, at) : size === 4 ? u32(meta, at) : size === 2 ? u16(meta, at) : 0;
    at += size;
    return value;
  };
  for (let entry = 0; entry < count && at < meta.length; entry++) {
    const id = number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : number(2) & 15;
    number(2);
    const base = number(baseSize);
    const extents = Math.min(number(2), 64);
    const parts: Uint8Array[] = [];
    let total = 0;
    for (let extent = 0; extent < extents; extent++) {
      number(indexSize);
      const offset = base + number(offsetSize);
      const length = Math.min(number(lengthSize), ITEM_LIMIT - total);
      if (id !== wanted) continue;
      const part = method === 1 ? inItemData(meta, offset, length) : await source.read(Math.min(offset, source.size), length);
      parts.push(part);
      total += part.length;
    }
    if (id === wanted) return joined(parts, total);
  }
  return null;
}

function inItemData(meta: Uint8Array, offset: number, length: number): Uint8Array {
  const box = findBox(meta, ['idat'], 4);
  return box === null ? new Uint8Array() : meta.subarray(box.start + offset, Math.min(box.start + offset + length, box.end));
}

function joined(parts: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
