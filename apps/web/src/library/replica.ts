import type { Asset, Entity, FeedEntry, Rendition, Resource } from '@rollcall/protocol';
import { itemOf, newestFirst, sameItem, shownOf, type Item } from './item.ts';
import { saysSame } from './said.ts';
import { emptyShelf, takeAlbum, type Shelf } from './shelf.ts';
import { changeTimeline, EMPTY_TIMELINE, type Timeline } from './timeline.ts';

export interface KnownAsset {
  readonly asset: Asset;
  /** Its place in the feed: what a purge names as `expect`. */
  readonly seq: number;
}

/**
 * The library as this page knows it: what the change feed said, and what is shown of it.
 * The maps are kept in place (a library has 100,000 assets and a change a handful);
 * `timeline` and the items in it are immutable values.
 */
export interface Replica {
  readonly assets: Map<string, KnownAsset>;
  readonly resources: Map<string, Map<string, Resource>>;
  readonly renditions: Map<string, Rendition>;
  /** From the minted id to the one that was kept. */
  readonly aliases: Map<string, string>;
  /** By asset id, of those live; the hidden ones are among them. */
  readonly live: Map<string, Item>;
  /** By asset id, of those in Recently Deleted. */
  readonly trashed: Map<string, Item>;
  /** Those live and hidden, newest first; a new value when anything in it changes. They are in no timeline. */
  hidden: readonly Item[];
  readonly shelf: Shelf;
  /** Ids of those of which a change waits for the network. */
  waiting: ReadonlySet<string>;
  timeline: Timeline;
  /** Those in Recently Deleted, the latest first; a new value when anything in it changes. */
  trash: readonly Item[];
}

export function emptyReplica(): Replica {
  return {
    assets: new Map(),
    resources: new Map(),
    renditions: new Map(),
    aliases: new Map(),
    live: new Map(),
    trashed: new Map(),
    hidden: [],
    shelf: emptyShelf(),
    waiting: new Set(),
    timeline: EMPTY_TIMELINE,
    trash: [],
  };
}

export interface ReplicaNews {
  /** Assets of which anything changed. */
  readonly touched: ReadonlySet<string>;
  /** Items that were not live before and are now. */
  readonly joined: readonly Item[];
}

/** Takes a page of the change feed into the replica. Applying a page twice is applying it once. */
export function applyChanges(replica: Replica, changes: readonly FeedEntry[]): ReplicaNews {
  const touched = new Set<string>();
  const said = new Set<string>();
  for (const { seq, entity } of changes) {
    const known = entity.type === 'asset' ? replica.assets.get(entity.id)?.asset : undefined;
    if (known && entity.type === 'asset' && !saysSame(known, entity)) said.add(known.id);
    const id = take(replica, entity, seq);
    if (id !== null) touched.add(id);
  }
  const left: Item[] = [];
  const changed: Item[] = [];
  const joined: Item[] = [];
  let trashChanged = false;
  let hiddenChanged = false;
  for (const id of touched) {
    const known = replica.assets.get(id);
    const item =
      known && known.asset.state !== 'purged'
        ? itemOf(known.asset, replica.renditions.get(id), replica.resources.get(id), replica.waiting.has(id))
        : null;
    const before = replica.live.get(id);
    const now = item && known?.asset.state === 'live' ? item : null;
    // What is found by other words now is another one, too: what is kept of its day in words is made anew.
    if (before && now && sameItem(before, now) && !said.has(id)) continue;
    if (before) {
      left.push(before);
      replica.live.delete(id);
    }
    if (now) {
      (before ? changed : joined).push(now);
      replica.live.set(id, now);
    }
    if (before?.hidden === true || now?.hidden === true) hiddenChanged = true;
    if (keepTrash(replica, id, item && known?.asset.state === 'trashed' ? item : null)) trashChanged = true;
  }
  if (trashChanged)
    replica.trash = [...replica.trashed.values()].sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0) || (a.id < b.id ? 1 : -1));
  if (hiddenChanged) replica.hidden = [...replica.live.values()].filter(({ hidden }) => hidden).sort(newestFirst);
  replica.timeline = changeTimeline(replica.timeline, left.filter(isShown), [...changed, ...joined].filter(isShown));
  return { touched, joined };
}

const isShown = ({ hidden }: Item): boolean => !hidden;

function keepTrash(replica: Replica, id: string, item: Item | null): boolean {
  const before = replica.trashed.get(id);
  if (!before && !item) return false;
  if (item) replica.trashed.set(id, item);
  else replica.trashed.delete(id);
  return true;
}

/** The id of the asset that the entity concerns, or null. */
function take(replica: Replica, entity: Entity, seq: number): string | null {
  switch (entity.type) {
    case 'asset':
      replica.assets.set(entity.id, { asset: entity, seq });
      return entity.id;
    case 'resource': {
      let resources = replica.resources.get(entity.assetId);
      if (!resources) replica.resources.set(entity.assetId, (resources = new Map()));
      if (entity.removed) resources.delete(entity.id);
      else resources.set(entity.id, entity);
      return entity.assetId;
    }
    case 'rendition':
      replica.renditions.set(entity.assetId, entity);
      return entity.assetId;
    case 'alias':
      replica.aliases.set(entity.from, entity.to);
      // Where it was a photo of its own until now, it is part of the other one from here on.
      if (!replica.assets.delete(entity.from)) return null;
      replica.resources.delete(entity.from);
      replica.renditions.delete(entity.from);
      return entity.from;
    case 'album':
    case 'album-item':
      takeAlbum(replica.shelf, entity);
      return null;
    default:
      return entity satisfies never;
  }
}

/** The fewest entries of a feed that lead to this replica; what is removed is in none. */
export function rowsOf({ assets, resources, renditions, aliases, shelf }: Replica): FeedEntry[] {
  const rows: FeedEntry[] = [...aliases].map(([from, to]) => ({ seq: 1, entity: { type: 'alias', from, to } }));
  for (const { asset, seq } of assets.values()) rows.push({ seq, entity: asset });
  for (const some of resources.values()) for (const entity of some.values()) rows.push({ seq: 1, entity });
  for (const entity of renditions.values()) rows.push({ seq: 1, entity });
  for (const entity of shelf.albums.values()) rows.push({ seq: 1, entity });
  for (const places of shelf.places.values()) for (const entity of places.values()) rows.push({ seq: 1, entity });
  return rows;
}

/** The id that an id stands for now. */
export function resolve(replica: Replica, id: string): string {
  let current = id;
  // A chain of aliases is short; the limit guards against a circle in bad data.
  for (let hops = 0; hops < 32; hops += 1) {
    const next = replica.aliases.get(current);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

const ROLE_ORDER = ['edited', 'original', 'live-video', 'raw', 'alternate', 'audio', 'adjustment-data', 'sidecar'];

/** The resources of an asset: the shown ones first, then the rest. */
export function resourcesOf(replica: Replica, assetId: string): readonly Resource[] {
  const rank = (resource: Resource): number => {
    const index = ROLE_ORDER.indexOf(resource.role);
    return index < 0 ? ROLE_ORDER.length : index;
  };
  return [...(replica.resources.get(assetId)?.values() ?? [])].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** What a person sees of an asset in full: its current edit, or else its original. */
export function shownResource(replica: Replica, asset: Asset): Resource | undefined {
  const resources = replica.resources.get(asset.id);
  return resources && shownOf(asset, resources);
}
