import type { SpaceCandidate } from '@rollcall/protocol';
import type { SpacePhoto } from './photo.ts';

/** How many photos have these bytes, by their hash. */
export type Holders = ReadonlyMap<string, number>;

/** Of photos that are not in Recently Deleted: what only that one holds is free when it is emptied. */
export function holdersOf(photos: Iterable<SpacePhoto>): Holders {
  const holders = new Map<string, number>();
  for (const { parts } of photos)
    for (const hash of new Set(parts.map((part) => part.hash))) holders.set(hash, (holders.get(hash) ?? 0) + 1);
  return holders;
}

/** A photo that could go, and what that would free once Recently Deleted is emptied: bytes that another photo has as well stay. */
export function candidateOf({ id, mark, parts }: SpacePhoto, holders: Holders): SpaceCandidate {
  let frees = 0;
  const shared: { hash: string; size: number; holders: number }[] = [];
  for (const [hash, size] of new Map(parts.map((part) => [part.hash, part.size]))) {
    const having = holders.get(hash) ?? 1;
    if (having === 1) frees += size;
    else shared.push({ hash, size, holders: having });
  }
  return { assetId: id, mark, frees, shared };
}

/** What is free when all of these are gone: bytes that several of them have count once, when nobody else has them. */
export function freedBy(candidates: Iterable<SpaceCandidate>): number {
  let sum = 0;
  const going = new Map<string, number>();
  const seen = new Set<string>();
  for (const { assetId, frees, shared } of candidates) {
    if (seen.has(assetId)) continue;
    seen.add(assetId);
    sum += frees;
    for (const { hash, size, holders } of shared) {
      const gone = (going.get(hash) ?? 0) + 1;
      going.set(hash, gone);
      if (gone === holders) sum += size;
    }
  }
  return sum;
}
