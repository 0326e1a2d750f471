import { LIMITS } from '@rollcall/protocol';
import type { SpacePhoto } from './photo.ts';

/** Pictures of one thing: the one to be kept, and those that are like that one. */
export interface Group {
  readonly keep: SpacePhoto;
  /** A person holds by them: they are shown, and never proposed. */
  readonly stay: readonly SpacePhoto[];
  /** At least one. */
  readonly go: readonly SpacePhoto[];
}

/** More of one group are not shown at once; the others are found when these are gone. */
const MOST_OF_A_GROUP = LIMITS.spaceGroup;
/** Where very many are alike, each looks at so many of them. */
const MOST_LOOKED_AT = 1000;

/**
 * Each photo in at most one group. Every photo that could go is like the very one that is kept, and not only like another one that goes.
 * @param order those that are to be kept first
 * @param alike what is like a photo; that photo itself may be among it
 */
export function groupsOf(order: Iterable<SpacePhoto>, alike: (photo: SpacePhoto) => Iterable<SpacePhoto>): Group[] {
  const taken = new Set<SpacePhoto>();
  const groups: Group[] = [];
  for (const keep of order) {
    if (taken.has(keep)) continue;
    const stay: SpacePhoto[] = [];
    const go: SpacePhoto[] = [];
    let looked = 0;
    for (const photo of alike(keep)) {
      if (++looked > MOST_LOOKED_AT || go.length >= MOST_OF_A_GROUP) break;
      if (photo === keep || taken.has(photo) || go.includes(photo) || stay.includes(photo)) continue;
      if (photo.mark === null) go.push(photo);
      else if (stay.length < MOST_OF_A_GROUP) stay.push(photo);
    }
    if (go.length === 0) continue;
    for (const photo of [keep, ...stay, ...go]) taken.add(photo);
    groups.push({ keep, stay, go });
  }
  return groups;
}
