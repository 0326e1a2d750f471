import { bytesHere, bytesInCloud, goesAt, type Judged } from './item.ts';
import type { Photo } from './photo.ts';
import { STATES, type State } from './verdict.ts';
import type { Where } from './whereabouts.ts';

/** What has something in common, and how much it is. Photos in the trash are counted beside, not in it. */
export interface Group {
  readonly photos: number;
  readonly videos: number;
  /** Bytes of their files here, as found or as the database says. */
  readonly bytes: number;
  readonly hidden: number;
  readonly trashed: number;
}

/** What a person may have to do something about, the worst first. */
export const TROUBLES = [
  'lost',
  'part-lost',
  'quarantined',
  'push-failed',
  'stuck',
  'edit-waits',
  'waits',
  'only-here',
  'referenced',
  'file-missing',
  'changed',
  'other-size',
  'unknown',
  'incomplete',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A photo that stands for others. */
export interface Example {
  readonly uuid: string;
  readonly name: string;
  readonly taken: number | null;
  readonly path: string | null;
  readonly kind: Photo['kind'];
  /** Neither its name nor its picture is shown. */
  readonly hidden: boolean;
}
export interface TroubleSum {
  readonly count: number;
  readonly bytes: number;
  readonly attempts: number;
  readonly lastAttempt: number | null;
  readonly oldest: number | null;
  readonly examples: readonly Example[];
}

export interface Sums {
  readonly states: Readonly<Record<State, Group>>;
  readonly where: Readonly<Partial<Record<Where, number>>>;
  readonly troubles: Readonly<Partial<Record<Trouble, TroubleSum>>>;
  /** Of the person’s own photos, without what is in the trash. */
  readonly own: number;
  readonly inCloud: number;
  readonly bytesHere: number;
  readonly bytesInCloud: number;
  /** Photos and videos of which iCloud has the original, also those in the trash: what its own count is held against. */
  readonly cloudImages: number;
  readonly cloudMovies: number;
  readonly cloudTrashed: number;
  readonly trash: { readonly count: number; readonly first: number | null; readonly last: number | null; readonly undated: number };
  /** When a photo was last added or changed; milliseconds since 1970. */
  readonly lastChange: number | null;
  /** What was added last. */
  readonly latest: readonly Example[];
  /** Photos by the year in which they were taken, and how many of them are in iCloud. */
  readonly years: readonly { readonly year: number | null; readonly count: number; readonly inCloud: number }[];
}

/** So many photos of each kind are named. */
const MOST_EXAMPLES = 24;
const LATEST = 12;

interface Count {
  photos: number;
  videos: number;
  bytes: number;
  hidden: number;
  trashed: number;
}
interface Found {
  count: number;
  bytes: number;
  attempts: number;
  lastAttempt: number | null;
  oldest: number | null;
  examples: Example[];
}

/** Adds up what is said of each photo; keeps none of them but a few of each kind. */
export class Summer {
  readonly #states = Object.fromEntries(
    STATES.map((state) => [state, { photos: 0, videos: 0, bytes: 0, hidden: 0, trashed: 0 }]),
  ) as Record<State, Count>;
  readonly #where: Partial<Record<Where, number>> = {};
  readonly #troubles: Partial<Record<Trouble, Found>> = {};
  readonly #years = new Map<number | null, { count: number; inCloud: number }>();
  readonly #plain = { own: 0, inCloud: 0, bytesHere: 0, bytesInCloud: 0, cloudImages: 0, cloudMovies: 0, cloudTrashed: 0 };
  readonly #trash = { count: 0, first: null as number | null, last: null as number | null, undated: 0 };
  readonly #latest: { readonly added: number; readonly example: Example }[] = [];
  #lastChange: number | null = null;

  /** @param now milliseconds since 1970: what claims to be of later changed at no time that is known */
  add(judged: Judged, now: number): void {
    const { photo, verdict, whereabouts } = judged;
    const group = this.#states[verdict.state];
    const bytes = bytesHere(photo);
    const trashed = (photo.trashed ?? 0) !== 0;
    group.bytes += bytes;
    if (photo.hidden === true) group.hidden += 1;
    if (trashed) group.trashed += 1;
    else if (photo.kind === 'video') group.videos += 1;
    else group.photos += 1;
    this.#where[whereabouts.where] = (this.#where[whereabouts.where] ?? 0) + 1;
    this.#plain.bytesHere += bytes;
    this.#plain.bytesInCloud += bytesInCloud(judged);
    for (const at of [photo.added, photo.changed]) if (at !== null && at <= now) this.#lastChange = Math.max(this.#lastChange ?? at, at);
    if (verdict.state === 'in-icloud') this.#addCloud(photo, trashed);
    if (trashed) this.#addTrashed(photo);
    else this.#addOwn(judged);
    for (const trouble of troublesOf(judged)) this.#addTrouble(trouble, judged, bytes);
  }

  sums(): Sums {
    const years = [...this.#years].map(([year, counts]) => ({ year, ...counts })).sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
    const troubles = TROUBLES.flatMap((name) => (this.#troubles[name] === undefined ? [] : [[name, this.#troubles[name]] as const]));
    return {
      states: this.#states,
      where: this.#where,
      troubles: Object.fromEntries(troubles),
      ...this.#plain,
      trash: this.#trash,
      lastChange: this.#lastChange,
      years,
      latest: this.#latest.map(({ example }) => example),
    };
  }

  #addCloud({ kind }: Photo, trashed: boolean): void {
    if (kind === 'video') this.#plain.cloudMovies += 1;
    else this.#plain.cloudImages += 1;
    if (trashed) this.#plain.cloudTrashed += 1;
  }

  #addOwn({ photo, verdict: { state } }: Judged): void {
    if (photo.scope !== 'library' && photo.scope !== 'referenced') return;
    const inCloud = state === 'in-icloud' ? 1 : 0;
    this.#plain.own += 1;
    this.#addLatest(photo);
    this.#plain.inCloud += inCloud;
    const year = photo.taken === null ? null : new Date(photo.taken + (photo.offset ?? 0) * 1000).getUTCFullYear();
    const before = this.#years.get(year) ?? { count: 0, inCloud: 0 };
    this.#years.set(year, { count: before.count + 1, inCloud: before.inCloud + inCloud });
  }

  #addTrashed(photo: Photo): void {
    const goes = goesAt(photo);
    this.#trash.count += 1;
    if (goes === null) this.#trash.undated += 1;
    else {
      this.#trash.first = Math.min(this.#trash.first ?? goes, goes);
      this.#trash.last = Math.max(this.#trash.last ?? goes, goes);
    }
  }

  #addTrouble(trouble: Trouble, { photo }: Judged, bytes: number): void {
    const found = (this.#troubles[trouble] ??= { count: 0, bytes: 0, attempts: 0, lastAttempt: null, oldest: null, examples: [] });
    found.count += 1;
    found.bytes += bytes;
    found.attempts = Math.max(found.attempts, photo.cloud.attempts ?? 0);
    const { lastAttempt } = photo.cloud;
    if (lastAttempt !== null) found.lastAttempt = Math.max(found.lastAttempt ?? lastAttempt, lastAttempt);
    if (photo.added !== null) found.oldest = Math.min(found.oldest ?? photo.added, photo.added);
    if (found.examples.length < MOST_EXAMPLES) found.examples.push(exampleOf(photo));
  }

  /** The newest few, newest first. */
  #addLatest(photo: Photo): void {
    if (photo.hidden === true || photo.added === null) return;
    const place = this.#latest.findIndex(({ added }) => added < (photo.added ?? 0));
    if (place < 0 && this.#latest.length >= LATEST) return;
    this.#latest.splice(place < 0 ? this.#latest.length : place, 0, { added: photo.added, example: exampleOf(photo) });
    this.#latest.splice(LATEST);
  }
}

function exampleOf({ uuid, name, taken, path, kind, hidden }: Photo): Example {
  return { uuid, name: name ?? uuid, taken, path, kind, hidden: hidden === true };
}

/** What is in the trash troubles nobody. */
function troublesOf({ photo, verdict, whereabouts, untouched }: Judged): Trouble[] {
  if ((photo.trashed ?? 0) !== 0) return [];
  const found: Trouble[] = [];
  if (whereabouts.where === 'lost' || whereabouts.where === 'part-lost' || whereabouts.where === 'file-missing')
    found.push(whereabouts.where);
  if (whereabouts.otherSize.includes('original') && photo.scope === 'library') found.push('other-size');
  if (untouched === false) found.push('changed');
  if (verdict.editInCloud === false) found.push('edit-waits');
  const byState = troubleOfState(verdict.state, verdict.stuck);
  return byState === null ? found : [...found, byState];
}

function troubleOfState(state: State, stuck: boolean): Trouble | null {
  switch (state) {
    case 'quarantined':
    case 'push-failed':
    case 'referenced':
    case 'unknown':
    case 'incomplete':
      return state;
    case 'not-pushed':
      return stuck ? 'stuck' : 'waits';
    case 'pending-upload':
      return 'waits';
    case 'icloud-off':
      return 'only-here';
    case 'in-icloud':
    case 'shared-album':
    case 'moment-share':
    case 'syndicated':
    case 'expunging':
      return null;
    default:
      return state satisfies never;
  }
}
