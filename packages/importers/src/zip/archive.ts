import { createWriteStream } from 'node:fs';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { fromFdPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { bytesInMemory, bytesOfFile, type Bytes } from '../bytes.ts';
import type { Left } from '../found.ts';
import { entryPath, judgeEntry, MOST_ENTRIES, overlapping, type EntryHead } from './judge.ts';

/** A file of an archive that can be unpacked. */
export interface ArchiveFile {
  readonly path: string;
  readonly size: number;
  open(): Promise<Bytes>;
}

export interface Archive {
  readonly files: readonly ArchiveFile[];
  readonly left: readonly Left[];
  close(): Promise<void>;
}

/** The bytes of a file are not those that its archive names. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** Files up to this size are unpacked in memory; bytes. */
const IN_MEMORY = 16 * 1024 * 1024;

let spools = 0;

/**
 * Reads which files a ZIP archive has (APPNOTE 6.3, ZIP64 too). Only what its directory names is read; nothing is written but below `spool`, under names of ours.
 * Throws when it is no archive.
 * @param spool a folder for large files while they are read
 */
export async function openArchive(path: string, spool: string): Promise<Archive> {
  const handle = await open(path, 'r');
  try {
    const zip = await fromFdPromise(handle.fd, { lazyEntries: true, decodeStrings: false, autoClose: false });
    const { entries, left } = await listed(zip);
    const files = entries.map(({ entry, path: below }): ArchiveFile => ({
      path: below,
      size: entry.uncompressedSize,
      open: () => openEntry(zip, handle, entry, spool),
    }));
    return { files, left, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface Listed {
  readonly entry: Entry;
  readonly path: string;
  readonly head: EntryHead;
}

async function listed(zip: ZipFile): Promise<{ readonly entries: readonly Listed[]; readonly left: readonly Left[] }> {
  if (zip.entryCount > MOST_ENTRIES) throw new RangeError(`it has ${zip.entryCount} files; at most ${MOST_ENTRIES} are looked at`);
  const entries: Listed[] = [];
  const left: Left[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const its = entryPath(name);
    if (its === null) continue;
    if ('why' in its) {
      left.push({ path: name, why: its.why });
      continue;
    }
    const head = headOf(entry, name);
    const why = judgeEntry(head);
    if (why === null) entries.push({ entry, path: its.path, head });
    else left.push({ path: its.path, why });
  }
  const over = overlapping(entries.map(({ head }) => head));
  for (const { head, path } of entries) if (over.has(head)) left.push({ path, why: 'overlaps' });
  return { entries: entries.filter(({ head }) => !over.has(head)), left };
}

function headOf(entry: Entry, name: string): EntryHead {
  return {
    name,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    at: entry.relativeOffsetOfLocalHeader,
    // The upper half is Unix's, where a Unix, or a Mac, made it.
    mode: entry.versionMadeBy >>> 8 === 3 || entry.versionMadeBy >>> 8 === 19 ? entry.externalFileAttributes >>> 16 : 0,
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
  };
}

/** Small files in memory; large ones where they lie, or unpacked into a file of their own. Throws `Damaged`, and what reading throws. */
async function openEntry(zip: ZipFile, handle: FileHandle, entry: Entry, spool: string): Promise<Bytes> {
  if (entry.uncompressedSize <= IN_MEMORY) {
    return bytesInMemory(await atOnce(zip, handle, entry));
  }
  if (entry.compressionMethod === 0) {
    await checked(entry, await unpacked(zip, entry));
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return bytesOfFile(handle, fileDataStart, entry.uncompressedSize, () => Promise.resolve());
  }
  return spooled(zip, entry, join(spool, `unpacked-${process.pid}-${(spools += 1)}`));
}

async function spooled(zip: ZipFile, entry: Entry, path: string): Promise<Bytes> {
  let sum = 0;
  try {
    await pipeline(
      await unpacked(zip, entry),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const part of source) {
          sum = crc32(part, sum);
          yield part;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    if (sum !== entry.crc32) throw new Damaged('its sum is another');
    const file = await open(path, 'r');
    // Its bytes stay for as long as it is open, where the system can do that; else until it is let go.
    return bytesOfFile(file, 0, entry.uncompressedSize, async () => {
      await file.close();
      await unlink(path);
    });
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw damaged(error);
  }
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw damaged(error);
  }
}

/** All of a small file: one read, and one thread that unpacks it. */
async function atOnce(zip: ZipFile, handle: FileHandle, entry: Entry): Promise<Buffer> {
  const { compressedSize, compressionMethod, uncompressedSize } = entry;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = await readWhole(handle, fileDataStart, compressedSize);
    // One byte more would show that it is longer than its archive says.
    const bytes = compressionMethod === 0 ? packed : await inflate(packed, { maxOutputLength: uncompressedSize + 1 });
    if (bytes.length !== uncompressedSize || crc32(bytes) !== entry.crc32) throw new Damaged('its sum is another');
    return bytes;
  } catch (error) {
    throw damaged(error);
  }
}

async function readWhole(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  for (let have = 0; have < length;) {
    const { bytesRead } = await handle.read(buffer, have, length - have, from + have);
    if (bytesRead === 0) throw new Damaged('the archive ends before it');
    have += bytesRead;
  }
  return buffer;
}

const inflate = promisify(inflateRaw);

async function checked(entry: Entry, stream: Readable): Promise<void> {
  let sum = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) sum = crc32(part, sum);
  } catch (error) {
    throw damaged(error);
  }
  if (sum !== entry.crc32) throw new Damaged('its sum is another');
}

/** What a disk refuses has a code of the system; all else lies in the archive. */
function damaged(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return error instanceof Damaged || (code !== undefined && /^E[A-Z]+$/.test(code)) ? error : new Damaged(message, { cause: error });
}
