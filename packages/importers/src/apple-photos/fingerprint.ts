import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appleChecksum, beginAppleChecksum } from '../apple-checksum.ts';

/** The fingerprint that Photos notes of a file: its checksum as Apple's exports have it. Throws what reading throws. */
export async function fingerprintOf(path: string, signal: AbortSignal): Promise<string> {
  const sum = beginAppleChecksum(createHash('sha1'));
  for await (const bytes of createReadStream(path, { signal })) sum.update(bytes as Buffer);
  return appleChecksum(sum);
}
