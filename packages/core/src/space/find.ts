import type { SpaceCandidate, SpaceGroup, SpacePart as Sum, SpaceSection } from '@rollcall/protocol';
import { likelyDuplicates } from './alike.ts';
import { isBlurred } from './blurred.ts';
import { exactDuplicates } from './exact.ts';
import { candidateOf, freedBy, holdersOf, type Holders } from './freed.ts';
import type { Group } from './groups.ts';
import type { SpacePhoto } from './photo.ts';
import { isScreenshot } from './screenshots.ts';

/** So many videos are the largest. */
export const LARGEST = 100;

/** What would free room, by kind; in each the groups that free most come first. */
export interface SpaceFound {
  readonly sections: Readonly<Record<SpaceSection, readonly SpaceGroup[]>>;
  /** Pictures that were not measured yet: of them neither likely duplicates nor blurred ones are known. */
  readonly unmeasured: number;
}

/** @param photos all of a library that are not in Recently Deleted */
export function findSpace(photos: readonly SpacePhoto[]): SpaceFound {
  const holders = holdersOf(photos);
  const exact = exactDuplicates(photos);
  // What is told to be the same is not told to be like it, too.
  const told = new Set(exact.flatMap(({ go }) => go));
  const alike = likelyDuplicates(photos.filter((photo) => !told.has(photo))).groups;
  const single = (chosen: (photo: SpacePhoto) => boolean): SpaceGroup[] =>
    inOrder(photos.filter(chosen).map((photo) => ({ keep: null, stay: [], go: [candidateOf(photo, holders)] })));
  return {
    sections: {
      exact: grouped(exact, holders),
      alike: grouped(alike, holders),
      videos: single(({ kind }) => kind === 'video').slice(0, LARGEST),
      screenshots: single(isScreenshot),
      blurred: single(isBlurred),
    },
    unmeasured: photos.filter(({ likeness, sharpness }) => likeness !== null && sharpness === null).length,
  };
}

function grouped(groups: readonly Group[], holders: Holders): SpaceGroup[] {
  const ids = (photos: readonly SpacePhoto[]): string[] => photos.map(({ id }) => id);
  return inOrder(
    groups.map(({ keep, stay, go }) => ({ keep: keep.id, stay: ids(stay), go: go.map((photo) => candidateOf(photo, holders)) })),
  );
}

function inOrder(groups: readonly SpaceGroup[]): SpaceGroup[] {
  return groups.toSorted((a, b) => freedBy(b.go) - freedBy(a.go) || order(idOf(a), idOf(b)));
}

/** What a group is known by: the first that could go of it. */
function idOf({ go }: SpaceGroup): string {
  return go[0]!.assetId;
}

/** What is proposed of these: what a person holds by is shown, and does not count. */
export function proposedOf(groups: readonly SpaceGroup[]): SpaceCandidate[] {
  return groups.flatMap(({ go }) => go.filter(({ mark }) => mark === null));
}

export function sumOf(groups: readonly SpaceGroup[]): Sum {
  const proposed = proposedOf(groups);
  return { groups: groups.length, photos: proposed.length, frees: freedBy(proposed) };
}

/** A page of groups, the first after the one that `after` names; it stays where it is when what comes before goes. */
export function pageOf(groups: readonly SpaceGroup[], after: string | null, limit: number): { groups: SpaceGroup[]; next: string | null } {
  const from = after === null ? null : readPlace(after);
  const start = from === null ? 0 : groups.findIndex((group) => isAfter(group, from));
  const page = start < 0 ? [] : groups.slice(start, start + limit);
  const last = page.at(-1);
  return { groups: page, next: last === undefined || start + limit >= groups.length ? null : `${freedBy(last.go)}.${idOf(last)}` };
}

interface Place {
  readonly frees: number;
  readonly id: string;
}

/** What is no place is before all. */
function readPlace(after: string): Place | null {
  const [, frees, id] = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(after) ?? [];
  return frees === undefined || id === undefined ? null : { frees: Number(frees), id };
}

function isAfter(group: SpaceGroup, { frees, id }: Place): boolean {
  const its = freedBy(group.go);
  return its < frees || (its === frees && idOf(group) > id);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
