import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib';
import type { Platform, Sum } from '../platform.ts';
import { bytesOfFile } from './bytes.ts';

const inflate = promisify(inflateRaw);
let kept = 0;

/** Node's own. @param spool a folder for what does not stay in memory; nothing is written elsewhere, and names in it are ours */
export function nodePlatform(spool: string): Platform {
  return {
    sum: (which) => (which === 'crc32' ? crcSum() : hashSum(which)),
    inflate: (packed, most) => inflate(packed, { maxOutputLength: most }),
    inflating: (packed) => {
      const source = Readable.from(packed, { objectMode: false });
      const unpacked = createInflateRaw();
      // What ends one of them ends the other, and is heard by who reads.
      source.on('error', (error) => unpacked.destroy(error));
      unpacked.on('close', () => source.destroy());
      return source.pipe(unpacked) as AsyncIterable<Uint8Array>;
    },
    keep: async (bytes) => {
      const path = join(spool, `kept-${process.pid}-${(kept += 1)}`);
      try {
        await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        const file = await open(path, 'r');
        const { size } = await file.stat();
        return bytesOfFile(file, size, async () => {
          await file.close();
          await unlink(path);
        });
      } catch (error) {
        await unlink(path).catch(() => undefined);
        throw error;
      }
    },
  };
}

function hashSum(which: 'sha256' | 'sha1'): Sum {
  const hash = createHash(which);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}

function crcSum(): Sum {
  let sum = 0;
  return {
    update: (bytes) => {
      sum = crc32(bytes, sum);
    },
    digest: () => Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum),
  };
}
