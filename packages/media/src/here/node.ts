import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';
import type { Here } from './here.ts';

/** What Node has. */
export const HERE: Here = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
  },
  gunzip: (bytes, most) => gunzipSync(bytes, { maxOutputLength: most }),
  unbrotli: (bytes, most) => brotliDecompressSync(bytes, { maxOutputLength: most }),
  inflate: (bytes, most) => inflateRawSync(bytes, { maxOutputLength: most }),
  xml: () => undefined,
};
