import type { Bytes } from '../bytes.ts';
import type { Platform } from '../platform.ts';
import { MOST_ENTRIES, type EntryHead } from './judge.ts';
import { fieldOf, viewOf } from './fields.ts';
import { nameOfEntry } from './names.ts';

/** A file as the directory of its archive names it. */
export interface DirectoryEntry extends EntryHead {
  /** CRC-32 of its bytes. */
  readonly crc32: number;
}

/** Signatures and lengths of APPNOTE 6.3.10, sections 4.3.12 to 4.3.16. */
const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const LOCATOR = { signature: 0x07064b50, length: 20 };
const END_64 = { signature: 0x06064b50, length: 56 };
const ENTRY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
/** Of a directory so much is read at once, bytes; a name, what belongs to it and its comment have at most 64 KiB each. */
const PIECE = 1024 * 1024;
const LARGEST_ENTRY = ENTRY.length + 3 * 0xffff;

/** Which files an archive names, in the order of its directory (ZIP64, too). Throws when it is no archive. */
export async function* directoryOf(bytes: Bytes, platform: Pick<Platform, 'sum'>): AsyncIterableIterator<DirectoryEntry> {
  const { entries, at: start } = await endOf(bytes);
  if (entries > MOST_ENTRIES) throw new RangeError(`it has ${entries} files; at most ${MOST_ENTRIES} are looked at`);
  let piece: Uint8Array = new Uint8Array();
  let from = start;
  let at = start;
  for (let seen = 0; seen < entries; seen += 1) {
    if (at + LARGEST_ENTRY > from + piece.length && from + piece.length < bytes.size)
      [piece, from] = [await bytes.read(at, Math.max(PIECE, LARGEST_ENTRY)), at];
    const view = viewOf(piece, at - from, ENTRY.length);
    if (view === null || view.getUint32(0, true) !== ENTRY.signature) throw new Error('its directory is damaged');
    const [name, extra, comment] = [view.getUint16(28, true), view.getUint16(30, true), view.getUint16(32, true)];
    const length = ENTRY.length + name + extra + comment;
    const rest = at - from + ENTRY.length;
    if (at - from + length > piece.length) throw new Error('its directory ends before its end');
    yield await entryOf(view, piece.subarray(rest, rest + name), piece.subarray(rest + name, rest + name + extra), platform);
    at += length;
  }
}

async function entryOf(view: DataView, rawName: Uint8Array, extra: Uint8Array, platform: Pick<Platform, 'sum'>): Promise<DirectoryEntry> {
  const flags = view.getUint16(8, true);
  const madeBy = view.getUint16(4, true) >>> 8;
  const [size, packed, at] = wideNumbers(view, extra);
  return {
    name: await nameOfEntry(flags, rawName, extra, platform),
    packed,
    size,
    at,
    // The upper half is Unix's, where a Unix, or a Mac, made it.
    mode: madeBy === 3 || madeBy === 19 ? view.getUint32(38, true) >>> 16 : 0,
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
  };
}

/** Sizes and place; those that do not fit into 32 bits stand behind, in this order. */
function wideNumbers(view: DataView, extra: Uint8Array): [size: number, packed: number, at: number] {
  const plain: [number, number, number] = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)];
  if (plain.every((value) => value !== 0xffffffff)) return plain;
  const wide = fieldOf(extra, 1);
  if (wide === null) throw new Error('a large file of it has no size');
  let next = 0;
  return plain.map((value) => {
    if (value !== 0xffffffff) return value;
    const its = viewOf(wide, next, 8);
    next += 8;
    if (its === null) throw new Error('a large file of it has no size');
    return wideNumber(its, 0);
  }) as [number, number, number];
}

/** How many files there are, and where the directory begins. */
async function endOf(bytes: Bytes): Promise<{ readonly entries: number; readonly at: number }> {
  const from = Math.max(0, bytes.size - END.length - END.longestComment);
  const tail = await bytes.read(from, bytes.size - from);
  for (let at = tail.length - END.length; at >= 0; at -= 1) {
    const view = viewOf(tail, at, END.length)!;
    // A comment may hold anything: only one that ends with the archive is its end.
    if (view.getUint32(0, true) !== END.signature || at + END.length + view.getUint16(20, true) !== tail.length) continue;
    const wide = await wideEndOf(bytes, from + at - LOCATOR.length);
    if (wide !== null) return wide;
    if (view.getUint16(4, true) !== 0) throw new Error('it goes over several disks');
    return { entries: view.getUint16(10, true), at: view.getUint32(16, true) };
  }
  throw new Error('it has no end of an archive: it is none, or was cut short');
}

async function wideEndOf(bytes: Bytes, at: number): Promise<{ readonly entries: number; readonly at: number } | null> {
  const locator = at < 0 ? null : viewOf(await bytes.read(at, LOCATOR.length), 0, LOCATOR.length);
  if (locator?.getUint32(0, true) !== LOCATOR.signature) return null;
  const end = viewOf(await bytes.read(wideNumber(locator, 8), END_64.length), 0, END_64.length);
  if (end?.getUint32(0, true) !== END_64.signature) throw new Error('its end is damaged');
  return { entries: wideNumber(end, 32), at: wideNumber(end, 48) };
}

/** Where the bytes of a file begin: behind a head of their own. Throws where it is none. */
export async function startOf(bytes: Bytes, at: number): Promise<number> {
  const view = viewOf(await bytes.read(at, LOCAL.length), 0, LOCAL.length);
  if (view?.getUint32(0, true) !== LOCAL.signature) throw new Error('the head of a file is damaged');
  return at + LOCAL.length + view.getUint16(26, true) + view.getUint16(28, true);
}

function wideNumber(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new Error('a number of it is larger than any file');
  return value;
}
