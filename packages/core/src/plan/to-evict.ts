import { planted } from '@rollcall/protocol';

/** A photo that is here in full and in the cloud, as far as the rows say: all its files here, for it goes as a unit. */
export interface Evictable {
  readonly assetId: string;
  /** Bytes of its files here. */
  readonly bytes: number;
  /** When the last of them came here in full; device's clock, milliseconds. */
  readonly cameAt: number;
  /** When it was taken, and when it was added to the library; milliseconds. Null: nobody knows. */
  readonly takenAt: number | null;
  readonly addedAt: number | null;
  readonly favourite: boolean;
  readonly pinned: boolean;
}

/** When a file was last used, as its disk and this program's own notes tell. Milliseconds; null: not known. */
export interface FileUse {
  /** When it was last opened by anybody. */
  readonly accessedAt: number | null;
  /** When this program itself last read all of it. */
  readonly readAt: number | null;
}

const MONTH_MS = 30 * 24 * 3_600_000;
/** A disk may note the opening of a file a little later than it was; milliseconds. */
const COARSE_MS = 2000;

/** In this order they make room: what nothing speaks for first. */
const TURNS = ['others', 'recent', 'favourites', 'pinned'] as const;
type EvictionTurn = (typeof TURNS)[number];

function turnOf({ takenAt, addedAt, favourite, pinned }: Evictable, now: number): EvictionTurn {
  if (pinned && !planted('evicts-pinned')) return 'pinned';
  if (favourite) return 'favourites';
  return now - Math.max(takenAt ?? 0, addedAt ?? 0) < MONTH_MS ? 'recent' : 'others';
}

/** The later of when a photo came here and when somebody opened one of its files; that this program read it is no use of it. */
export function lastUse(cameAt: number, files: readonly FileUse[]): number {
  return files.reduce((last, { accessedAt, readAt }) => {
    const opened = accessedAt !== null && accessedAt > Math.max(readAt ?? 0, cameAt) + COARSE_MS;
    return opened ? Math.max(last, accessedAt) : last;
  }, cameAt);
}

/**
 * Photos in the order in which they make room: least recently used first, those of the last 30 days after all others, then favourites, then
 * what is pinned. When one was used is asked only of as many as it takes to be sure of the next: nobody asks a disk about a hundred thousand files to
 * let ten go.
 * @param usedAt when it was last used, which is never before it came
 */
export function* evictionOrder(
  candidates: Iterable<Evictable>,
  now: number,
  usedAt: (candidate: Evictable) => number,
): Generator<Evictable, void, undefined> {
  const turns: Record<EvictionTurn, Evictable[]> = { others: [], recent: [], favourites: [], pinned: [] };
  for (const each of candidates) turns[turnOf(each, now)].push(each);
  for (const turn of TURNS) yield* leastUsedFirst(turns[turn], usedAt);
}

function* leastUsedFirst(all: Evictable[], usedAt: (candidate: Evictable) => number): Generator<Evictable, void, undefined> {
  const backwards = planted('evicts-newest') ? -1 : 1;
  all.sort((a, b) => (a.cameAt - b.cameAt) * backwards || (a.assetId < b.assetId ? -1 : 1));
  const asked: { readonly each: Evictable; readonly used: number }[] = [];
  for (let next = 0; next < all.length || asked.length > 0;) {
    // Whoever came later was used later: the least used of those asked is the least used of all once it was used before the next one came.
    const least = asked[0];
    const candidate = all[next];
    if (least !== undefined && (candidate === undefined || least.used <= candidate.cameAt)) {
      asked.shift();
      yield least.each;
    } else if (candidate !== undefined) {
      next += 1;
      insert(asked, { each: candidate, used: Math.max(candidate.cameAt, usedAt(candidate)) });
    }
  }
}

/** Into a list that is sorted by use. */
function insert<T extends { readonly used: number }>(list: T[], item: T): void {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] as T).used <= item.used) from = middle + 1;
    else to = middle;
  }
  list.splice(from, 0, item);
}

/** The first of them in that order that bring `need` bytes. */
export function chooseEvictions(
  candidates: Iterable<Evictable>,
  need: number,
  now: number,
  usedAt: (candidate: Evictable) => number,
): Evictable[] {
  const chosen: Evictable[] = [];
  if (need <= 0) return chosen;
  let bytes = 0;
  for (const each of evictionOrder(candidates, now, usedAt)) {
    chosen.push(each);
    bytes += each.bytes;
    if (bytes >= need) break;
  }
  return chosen;
}
