import { bestFirst } from './best.ts';
import { groupsOf, type Group } from './groups.ts';
import { Neighbours, readLikeness, unlike, type Likeness } from './likeness.ts';
import type { SpacePhoto } from './photo.ts';

/**
 * In so many bits the same picture may differ when it is scaled, encoded anew, turned grey or cropped a little. Of the test media no pair of
 * one picture differs in more, and none of two pictures in less than 18.
 */
export const SAME_PICTURE = 6;
/** And so many where two were taken in one go: frames of a burst differ in up to ten. */
export const IN_ONE_GO = 12;
/** Seconds between two that were taken in one go. */
const GO = 10;
/** With so many that follow in time, or in length, each is compared. */
const WINDOW = 64;
/** Seconds by which the length of the same film may differ. */
const SAME_LENGTH = 0.5;

export interface Alike {
  readonly groups: readonly Group[];
  /** Comparisons of two likenesses that it took. */
  readonly compared: number;
}

interface Seen {
  readonly photo: SpacePhoto;
  readonly likeness: Likeness;
}

/**
 * Photos that look like another one: the same picture in another size or by another program, and shots taken in one go. Films are compared by
 * their first picture, and must be of the same length. What was not measured yet, and what has too little in it, is like nothing.
 */
export function likelyDuplicates(photos: readonly SpacePhoto[]): Alike {
  const seen = photos
    .filter(({ likeness, sharpness }) => likeness !== null && sharpness !== null && sharpness >= 0)
    .toSorted(bestFirst)
    .map((photo): Seen => ({ photo, likeness: readLikeness(photo.likeness!) }));
  const links = new Map<SpacePhoto, Set<SpacePhoto>>();
  const link = (a: SpacePhoto, b: SpacePhoto): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = links.get(from);
      if (known === undefined) links.set(from, new Set([to]));
      else known.add(to);
    }
  };
  let compared = linkInOneGo(seen, link);
  compared += linkFilms(seen, link);
  const same = new SamePictures(seen.filter(({ photo }) => photo.kind === 'photo'));
  const groups = groupsOf(
    seen.map(({ photo }) => photo),
    function* (photo) {
      yield* links.get(photo) ?? [];
      if (photo.kind === 'photo') yield* same.as(photo);
    },
  );
  return { groups, compared: compared + same.compared };
}

/** Photos by the same picture. */
class SamePictures {
  readonly #neighbours: Neighbours;
  /** By the number of their likeness: those that have it, best first. */
  readonly #having: SpacePhoto[][] = [];
  readonly #numbers = new Map<string, number>();

  constructor(seen: readonly Seen[]) {
    const likenesses: Likeness[] = [];
    for (const { photo, likeness } of seen) {
      const known = this.#numbers.get(photo.likeness!);
      if (known !== undefined) this.#having[known]!.push(photo);
      else {
        this.#numbers.set(photo.likeness!, likenesses.push(likeness) - 1);
        this.#having.push([photo]);
      }
    }
    this.#neighbours = new Neighbours(likenesses);
  }

  get compared(): number {
    return this.#neighbours.compared;
  }

  *as(photo: SpacePhoto): Generator<SpacePhoto> {
    const own = this.#numbers.get(photo.likeness!)!;
    yield* this.#having[own]!;
    for (const number of this.#neighbours.near(own, SAME_PICTURE)) yield* this.#having[number]!;
  }
}

function linkInOneGo(seen: readonly Seen[], link: (a: SpacePhoto, b: SpacePhoto) => void): number {
  const shots = seen
    .filter(({ photo }) => photo.kind === 'photo')
    .map((each) => ({ ...each, at: Date.parse(`${each.photo.capturedAt.slice(0, 19)}Z`) / 1000 }))
    .filter(({ at }) => Number.isFinite(at))
    .toSorted((a, b) => order(a.photo.camera ?? '', b.photo.camera ?? '') || a.at - b.at || order(a.photo.id, b.photo.id));
  let compared = 0;
  for (const [index, one] of shots.entries())
    for (let next = index + 1; next < Math.min(index + 1 + WINDOW, shots.length); next++) {
      const other = shots[next]!;
      const held = one.photo.burst !== null && one.photo.burst === other.photo.burst;
      if (one.photo.camera !== other.photo.camera || (other.at - one.at > GO && !held)) break;
      // Without a camera, what has one date may have got it in one go.
      if (one.photo.camera === null && !held) continue;
      compared += 1;
      if (unlike(one.likeness, other.likeness) <= IN_ONE_GO) link(one.photo, other.photo);
    }
  return compared;
}

function linkFilms(seen: readonly Seen[], link: (a: SpacePhoto, b: SpacePhoto) => void): number {
  const films = seen
    .filter(({ photo }) => photo.kind === 'video' && photo.duration !== null)
    .toSorted((a, b) => a.photo.duration! - b.photo.duration! || order(a.photo.id, b.photo.id));
  let compared = 0;
  for (const [index, one] of films.entries())
    for (let next = index + 1; next < Math.min(index + 1 + WINDOW, films.length); next++) {
      const other = films[next]!;
      if (other.photo.duration! - one.photo.duration! > SAME_LENGTH) break;
      compared += 1;
      if (unlike(one.likeness, other.likeness) <= SAME_PICTURE) link(one.photo, other.photo);
    }
  return compared;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
