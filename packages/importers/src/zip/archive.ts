import { bytesInMemory, pieces, stretchOf, type Bytes } from '../bytes.ts';
import type { Left } from '../found.ts';
import type { Platform, Sum } from '../platform.ts';
import { directoryOf, startOf, type DirectoryEntry } from './directory.ts';
import { entryPath, judgeEntry, overlapping } from './judge.ts';

/** A file of an archive that can be unpacked. */
export interface ArchiveFile {
  readonly path: string;
  readonly size: number;
  open(): Promise<Bytes>;
}

export interface Archive {
  readonly files: readonly ArchiveFile[];
  readonly left: readonly Left[];
}

/** The bytes of a file are not those that its archive names. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** Files up to this size are unpacked in memory; bytes. */
const IN_MEMORY = 16 * 1024 * 1024;
/** What cannot be packed grows a little, and no more; bytes. */
const MOST_GAINED = 64 * 1024;

/** Reads which files a ZIP archive has. Only what its directory names is read. Throws when it is no archive. @param bytes as long as its files are read */
export async function openArchive(bytes: Bytes, platform: Platform): Promise<Archive> {
  const { entries, left } = await listed(bytes, platform);
  const files = entries.map(({ entry, path }): ArchiveFile => ({ path, size: entry.size, open: () => openEntry(bytes, entry, platform) }));
  return { files, left };
}

interface Listed {
  readonly entry: DirectoryEntry;
  readonly path: string;
}

async function listed(bytes: Bytes, platform: Platform): Promise<{ readonly entries: readonly Listed[]; readonly left: readonly Left[] }> {
  const entries: Listed[] = [];
  const left: Left[] = [];
  for await (const entry of directoryOf(bytes, platform)) {
    const its = entryPath(entry.name);
    if (its === null) continue;
    if ('why' in its) {
      left.push({ path: entry.name, why: its.why });
      continue;
    }
    const why = judgeEntry(entry);
    if (why === null) entries.push({ entry, path: its.path });
    else left.push({ path: its.path, why });
  }
  const over = overlapping(entries.map(({ entry }) => entry));
  for (const { entry, path } of entries) if (over.has(entry)) left.push({ path, why: 'overlaps' });
  return { entries: entries.filter(({ entry }) => !over.has(entry)), left };
}

/** Small files in memory; large ones where they lie, or unpacked and kept apart. Throws `Damaged`, and what reading throws. */
async function openEntry(archive: Bytes, entry: DirectoryEntry, platform: Platform): Promise<Bytes> {
  const start = await startOf(archive, entry.at).catch(damaged);
  if (entry.size <= IN_MEMORY) return bytesInMemory(await atOnce(archive, entry, start, platform));
  const packed = pieces(archive, start, entry.packed);
  if (entry.method === 0) {
    for await (const _ of checked(packed, entry, await platform.sum('crc32')));
    return stretchOf(archive, start, entry.size);
  }
  return platform.keep(checked(platform.inflating(packed), entry, await platform.sum('crc32')));
}

/** All of a small file: one read, and one turn that unpacks it. */
async function atOnce(archive: Bytes, entry: DirectoryEntry, start: number, platform: Platform): Promise<Uint8Array> {
  if (entry.packed > entry.size + entry.size / 100 + MOST_GAINED) throw new Damaged('it is longer than its archive says');
  const packed = await archive.read(start, entry.packed);
  if (packed.length < entry.packed) throw new Damaged('the archive ends before it');
  // One byte more would show that it is longer than its archive says.
  const bytes = entry.method === 0 ? packed : await platform.inflate(packed, entry.size + 1).catch(damaged);
  const sum = await platform.sum('crc32');
  sum.update(bytes);
  check(entry, bytes.length, sum);
  return bytes;
}

/** The same pieces, as many as there are to be; at their end they are those that the archive names. */
async function* checked(unpacked: AsyncIterable<Uint8Array>, entry: DirectoryEntry, sum: Sum): AsyncIterableIterator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of unpacked) {
      size += piece.length;
      if (size > entry.size) throw new Damaged('it is longer than its archive says');
      sum.update(piece);
      yield piece;
    }
  } catch (error) {
    damaged(error);
  }
  check(entry, size, sum);
}

function check(entry: DirectoryEntry, size: number, sum: Sum): void {
  const digest = sum.digest();
  const its = new DataView(digest.buffer, digest.byteOffset, 4).getUint32(0);
  if (size !== entry.size || its !== entry.crc32) throw new Damaged('its sum is another');
}

/** What a disk refuses has a code of the system, or is a browser's word that a file cannot be read; all else lies in the archive. */
function damaged(error: unknown): never {
  const { code, name, message } = error as { readonly code?: unknown; readonly name?: unknown; readonly message: string };
  const ofDisk = (typeof code === 'string' && /^E[A-Z]+$/.test(code)) || name === 'NotReadableError' || name === 'NotFoundError';
  throw error instanceof Damaged || ofDisk ? error : new Damaged(message, { cause: error });
}
