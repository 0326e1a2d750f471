import { existsSync, openSync, readSync, closeSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { MediaSource } from '../index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../../shared/media');

/** The folder of test media, or null with the reason printed. */
export function mediaFolder(): string | null {
  if (existsSync(join(FOLDER, 'MANIFEST.tsv'))) return FOLDER;
  process.stderr.write(`SKIPPED: the test media are not at ${FOLDER}\n`);
  return null;
}

/** A row of MANIFEST.tsv by column name. */
export type Row = Readonly<Record<string, string>>;

export function manifest(folder: string): Row[] {
  const [header, ...lines] = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n');
  const names = header!.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, index) => [names[index]!, value])));
}

/** The file of a row, or the entry of an archive (`archive.zip!entry`). */
export function sourceOf(folder: string, path: string): MediaSource {
  const [archive, entry] = path.split('!');
  if (entry !== undefined) return bytesSource(entry.split('/').at(-1)!, zipEntry(join(folder, archive!), entry));
  const file = join(folder, path);
  const { size, mtimeMs } = statSync(file);
  return {
    name: path.split('/').at(-1)!,
    size,
    mtimeMs,
    read: async (offset, length) => {
      const handle = openSync(file, 'r');
      try {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
      } finally {
        closeSync(handle);
      }
    },
  };
}

export function bytesSource(name: string, bytes: Uint8Array, mtimeMs: number | null = null): MediaSource {
  return { name, size: bytes.length, mtimeMs, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

function zipEntry(archive: string, wanted: string): Uint8Array {
  const zip = readFileSync(archive);
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x0201_4b50) {
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`${wanted} is not in ${archive}`);
}
