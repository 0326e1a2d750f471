import { decide, itemKey, needs, NO_ALBUMS, type AssetRows, type Rows } from '@rollcall/core';
import { subjectOf, type Album, type AlbumItem, type Asset, type Change, type FeedEntry } from '@rollcall/protocol';
import { applyChanges, resolve, type Replica, type ReplicaNews } from './replica.ts';

/** What a waiting change is, as far as it is shown. */
export interface Shown {
  readonly change: Change;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  /** What it concerns is shown to wait. */
  readonly marked: boolean;
}

const NONE: ReadonlySet<string> = new Set();

type Row = Asset | Album | AlbumItem;
interface Kept {
  readonly seq: number;
  /** What takes the change back. */
  readonly entity: Row;
}

/**
 * Shows changes that are not in the cloud yet over what the cloud said, by the rules by which the server will judge them. What the cloud
 * says later of the same rows goes below them: they are made anew over it.
 */
export class Overlay {
  /** The rows of the cloud that something is shown over, by their keys. */
  readonly #below = new Map<string, Kept>();

  /** Takes a page of the feed into the replica, below the changes that wait. */
  apply(replica: Replica, page: readonly FeedEntry[], waiting: readonly Shown[]): ReplicaNews {
    const covered = new Set([...this.#below.values()].map(({ entity }) => (entity.type === 'asset' ? entity.id : '')));
    replica.waiting = NONE;
    const taken = applyChanges(replica, [...this.#below.values(), ...page]);
    this.#below.clear();
    if (waiting.length === 0) return news(taken, covered);
    const over = this.#cover(replica, waiting);
    replica.waiting = new Set(waiting.flatMap(({ change, marked }) => (marked ? resolve(replica, subjectOf(change)) : [])));
    const { touched } = applyChanges(replica, over);
    const shown = news(taken, covered);
    return {
      touched: new Set([...shown.touched, ...touched]),
      // What was deleted here is not new for coming to this page only now.
      joined: shown.joined.flatMap(({ id }) => replica.live.get(id) ?? []),
    };
  }

  /** The rows as the changes make them, one after another; what is below them is noted. */
  #cover(replica: Replica, waiting: readonly Shown[]): FeedEntry[] {
    const over = new Map<string, Kept>();
    for (const { change, at } of waiting) {
      const decision = decide(rowsFor(replica, change, over), change, { now: at, deviceId: null });
      for (const write of decision.writes) {
        if (write.write !== 'entity' || write.entity.type === 'resource' || write.entity.type === 'alias') continue;
        const key = keyOf(write.entity);
        const below = belowOf(replica, write.entity);
        if (!this.#below.has(key)) this.#below.set(key, below ?? { seq: 1, entity: takenBack(write.entity) });
        over.set(key, { seq: below?.seq ?? 1, entity: write.entity });
      }
    }
    return [...over.values()];
  }
}

function news({ touched, joined }: ReplicaNews, covered: ReadonlySet<string>): ReplicaNews {
  return { touched, joined: joined.filter(({ id }) => !covered.has(id)) };
}

function keyOf(row: Row): string {
  return row.type === 'album-item' ? `item:${itemKey(row.albumId, row.assetId)}` : `${row.type}:${row.id}`;
}

function belowOf({ assets, shelf }: Replica, row: Row): Kept | undefined {
  if (row.type === 'asset') {
    const known = assets.get(row.id);
    return known && { seq: known.seq, entity: known.asset };
  }
  const entity = row.type === 'album' ? shelf.albums.get(row.id) : shelf.places.get(row.albumId)?.get(row.assetId);
  return entity && { seq: 1, entity };
}

/** A row that the cloud does not have: not there. */
function takenBack(row: Row): Row {
  switch (row.type) {
    case 'album':
      return { ...row, deleted: true };
    case 'album-item':
      return { ...row, removed: true };
    case 'asset':
      return { ...row, state: 'purged' };
    default:
      return row satisfies never;
  }
}

/** What a decision rests on, of what this page knows. */
function rowsFor(replica: Replica, change: Change, over: ReadonlyMap<string, Kept>): Rows {
  const look = (key: string, below: Kept | undefined): Kept | undefined => over.get(key) ?? below;
  const wanted = needs(change);
  const assets = new Map<string, AssetRows>();
  for (const asked of wanted.assets) {
    const id = resolve(replica, asked);
    const known = replica.assets.get(id);
    const found = look(`asset:${id}`, known && { seq: known.seq, entity: known.asset });
    if (found?.entity.type === 'asset')
      assets.set(asked, { asset: found.entity, seq: found.seq, resources: [...(replica.resources.get(id)?.values() ?? [])] });
  }
  const { shelf } = replica;
  const albums = new Map<string, Album>();
  for (const id of wanted.albums.albums) {
    const known = shelf.albums.get(id);
    const found = look(`album:${id}`, known && { seq: 1, entity: known });
    if (found?.entity.type === 'album') albums.set(id, found.entity);
  }
  const items = new Map<string, AlbumItem>();
  for (const { albumId, assetId: asked } of wanted.albums.items) {
    const assetId = resolve(replica, asked);
    const known = shelf.places.get(albumId)?.get(assetId);
    const found = look(`item:${itemKey(albumId, assetId)}`, known && { seq: 1, entity: known });
    if (found?.entity.type === 'album-item') items.set(itemKey(albumId, assetId), found.entity);
  }
  return {
    assets,
    originals: new Map(),
    companions: new Map(),
    purged: new Set(),
    stored: new Map(),
    albums: {
      ...NO_ALBUMS,
      albums,
      items,
      count: shelf.albums.size,
      all: wanted.albums.all ? allAlbums(shelf.albums, over) : NO_ALBUMS.all,
    },
  };
}

/** How albums lie in folders, with what was changed here. */
function allAlbums(known: ReadonlyMap<string, Album>, over: ReadonlyMap<string, Kept>): ReadonlyMap<string, Album> {
  const all = new Map(known);
  for (const { entity } of over.values()) if (entity.type === 'album') all.set(entity.id, entity);
  return all;
}
