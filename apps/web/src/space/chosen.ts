import { freedBy } from '@rollcall/core';
import type { SpaceCandidate, SpaceGroup } from '@rollcall/protocol';

/** What a person has chosen to go, by asset id; a value that is never changed. */
export type Chosen = ReadonlyMap<string, SpaceCandidate>;
export const NOTHING_CHOSEN: Chosen = new Map();

export function toggled(chosen: Chosen, candidate: SpaceCandidate): Chosen {
  const next = new Map(chosen);
  if (!next.delete(candidate.assetId)) next.set(candidate.assetId, candidate);
  return next;
}

export function withAll(chosen: Chosen, candidates: readonly SpaceCandidate[]): Chosen {
  return new Map([...chosen, ...candidates.map((each) => [each.assetId, each] as const)]);
}

/** What is still there to go; bytes that are free once Recently Deleted is emptied. */
export function standing(
  chosen: Chosen,
  isThere: (assetId: string) => boolean,
): { readonly ids: readonly string[]; readonly frees: number } {
  const there = [...chosen.values()].filter(({ assetId }) => isThere(assetId));
  return { ids: there.map(({ assetId }) => assetId), frees: freedBy(there) };
}

/** Of groups as they were told, what is there now; one of which nothing can go any more is none. */
export function groupsThere(groups: readonly SpaceGroup[], isThere: (assetId: string) => boolean): readonly SpaceGroup[] {
  return groups.flatMap(({ keep, stay, go }) => {
    const left = go.filter(({ assetId }) => isThere(assetId));
    const others = stay.filter(isThere);
    const kept = keep !== null && isThere(keep) ? keep : null;
    // What they were like is gone: they are looked for anew.
    if (left.length === 0 || (keep !== null && kept === null)) return [];
    return [{ keep: kept, stay: others, go: left }];
  });
}

/** Those that may be chosen at once: what a person has seen, is not chosen yet, and nobody holds by. */
export function choosable(groups: readonly SpaceGroup[], seen: ReadonlySet<string>, chosen: Chosen): readonly SpaceCandidate[] {
  return groups.flatMap(({ go }) => go).filter(({ assetId, mark }) => mark === null && seen.has(assetId) && !chosen.has(assetId));
}
