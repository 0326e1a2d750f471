import { describe, readStandIn, recogniseFile, type MediaSource } from '@rollcall/media';
import type { Bytes } from './bytes.ts';
import type { FoundFile, ReadMedia } from './found.ts';
import { appleChecksum, beginAppleChecksum } from './apple-checksum.ts';
import { hexOf, type Platform, type Sum } from './platform.ts';

/** Dates that say nothing of when a picture was taken. */
const GUESSES: ReadonlySet<string> = new Set(['file-name', 'file-time', 'unknown']);
const CHUNK = 1024 * 1024;

/** A photo or film; or the compressed version that a device made of one; null: neither. */
export type Read = ReadMedia | 'compressed' | null;

/** Reads a photo or film once: its hash, and what it tells. Throws what reading throws. */
export async function readMedia(
  file: FoundFile,
  bytes: Bytes,
  wants: { readonly appleChecksum: boolean },
  platform: Platform,
): Promise<Read> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const source: MediaSource = { name, size: bytes.size, mtimeMs: file.mtimeMs, read: bytes.read };
  const { recognised } = await recogniseFile(source);
  if (recognised.kind === 'not-media') return null;
  if ((await readStandIn(source))?.intact === true) return 'compressed';
  const description = await describe(source);
  if (description === null) return null;
  const { fields, details } = description;
  const sums: Sum[] = [await platform.sum('sha256'), ...(wants.appleChecksum ? [beginAppleChecksum(await platform.sum('sha1'))] : [])];
  for (let at = 0; at < bytes.size;) {
    const piece = await bytes.read(at, CHUNK);
    if (piece.length === 0) throw Object.assign(new Error('it became shorter while it was read'), { code: 'ESTALE' });
    for (const sum of sums) sum.update(piece);
    at += piece.length;
  }
  const [hash, apple] = sums;
  return {
    file,
    hash: hexOf(hash!.digest()),
    appleChecksum: apple ? appleChecksum(apple) : null,
    kind: description.kind,
    mime: description.mime,
    fields,
    facts: {
      capturedAt: GUESSES.has(fields.capturedSource) || details.dayOnly ? null : fields.capturedAt,
      duration: fields.duration,
      rating: fields.rating,
      livePairId: details.livePairId,
      burstId: details.burstId,
      film: details.motion.state === 'found' ? details.motion.film : null,
    },
  };
}
