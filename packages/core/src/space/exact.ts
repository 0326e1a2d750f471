import { bestFirst } from './best.ts';
import type { SpacePhoto } from './photo.ts';
import { groupsOf, type Group } from './groups.ts';

/** What tells of a photo, and is none of its pictures. */
const DATA: ReadonlySet<string> = new Set(['adjustment-data', 'sidecar']);
/** More photos with the same bytes than anybody has. */
const MOST_SHARING = 200;

/** Photos of which all pictures and films are those of another photo as well: nothing of them would be missed. */
export function exactDuplicates(photos: readonly SpacePhoto[]): Group[] {
  const having = new Map<string, SpacePhoto[]>();
  const hashes = new Map<SpacePhoto, ReadonlySet<string>>();
  for (const photo of photos.toSorted(bestFirst)) {
    const its = new Set(photo.parts.filter(({ role }) => !DATA.has(role)).map(({ hash }) => hash));
    hashes.set(photo, its);
    for (const hash of its) {
      const sharing = having.get(hash);
      if (sharing === undefined) having.set(hash, [photo]);
      else if (sharing.length < MOST_SHARING) sharing.push(photo);
    }
  }
  const shares = [...hashes.keys()].filter((photo) => [...hashes.get(photo)!].some((hash) => having.get(hash)!.length > 1));
  // What has more in it than the others is kept, whatever else is said of it.
  const most = (photo: SpacePhoto): number => hashes.get(photo)!.size;
  const order = shares.toSorted((a, b) => most(b) - most(a) || bestFirst(a, b));
  return groupsOf(order, (centre) => {
    const inside = new Set<SpacePhoto>();
    for (const hash of hashes.get(centre)!)
      for (const photo of having.get(hash)!) if ([...hashes.get(photo)!].every((each) => hashes.get(centre)!.has(each))) inside.add(photo);
    return inside;
  });
}
