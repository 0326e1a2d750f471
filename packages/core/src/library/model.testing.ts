import {
  entityKey,
  isCompanion,
  type Album,
  type AlbumItem,
  type Alias,
  type Asset,
  type AssetFields,
  type Change,
  type Entity,
  type NewResource,
  type Resource,
} from '@rollcall/protocol';
import { itemKey } from './albums.ts';
import { decide } from './decide.ts';
import { needs, type Needs } from './needs.ts';
import type { AssetRows, Context, Decision, JournalEntry, Rows, RowWrite } from './rows.ts';

/** A library in memory for the tests of the rules: the smallest store that reads, decides and writes. */
export class ModelLibrary {
  readonly rows = new Map<string, { seq: number; entity: Entity }>();
  readonly purged = new Set<string>();
  readonly stored = new Map<string, number>();
  readonly journal: JournalEntry[] = [];
  head = 0;

  apply(change: Change, context: Partial<Context> = {}): Decision {
    return this.write(decide(this.read(change), change, { now: 1000, deviceId: id(9000), ...context }));
  }

  write(decision: Decision): Decision {
    for (const write of decision.writes) {
      this.writeRow(write);
    }
    this.journal.push(...decision.journal);
    return decision;
  }

  writeRow(write: RowWrite): void {
    switch (write.write) {
      case 'entity':
        this.rows.set(entityKey(write.entity), { seq: (this.head += 1), entity: write.entity });
        return;
      case 'drop-asset':
        this.rows.delete(`asset:${write.assetId}`);
        return;
      case 'remember-purged':
        this.purged.add(write.hash);
        return;
      case 'forget-purged':
        this.purged.delete(write.hash);
        return;
      default:
        write satisfies never;
    }
  }

  /** Items of an asset, or one of them. */
  items(assetId: string, albumId = ''): AlbumItem[] {
    return [...this.rows.values()].flatMap(({ entity }) =>
      entity.type === 'album-item' && entity.assetId === assetId && (albumId === '' || entity.albumId === albumId) ? [entity] : [],
    );
  }

  /** Deleted ones too. */
  albums(): Album[] {
    return [...this.rows.values()].flatMap(({ entity }) => (entity.type === 'album' ? [entity] : []));
  }

  albumRows(asked: Needs, originals: readonly AssetRows[]): Rows['albums'] {
    const album = (each: string): Album | undefined => this.rows.get(`album:${each}`)?.entity as Album | undefined;
    const { albums, items, of, withOriginals } = asked.albums;
    const assets = [...of.map((each) => this.resolve(each)), ...(withOriginals ? originals.map(({ asset }) => asset.id) : [])];
    return {
      albums: new Map(albums.flatMap((each) => pair(each, album(each)))),
      items: new Map(
        items.flatMap(({ albumId, assetId }) =>
          this.items(this.resolve(assetId), albumId).map((item) => [itemKey(albumId, item.assetId), item] as const),
        ),
      ),
      of: new Map(assets.map((each) => [each, this.items(each)])),
      count: [...this.rows.keys()].filter((key) => key.startsWith('album:')).length,
      all: new Map(asked.albums.all ? this.albums().map((each) => [each.id, each]) : []),
    };
  }

  read(change: Change): Rows {
    const asked = needs(change);
    const assets = new Map(asked.assets.flatMap((each) => pair(each, this.found(each))));
    const originals = new Map(
      asked.originals.flatMap((hash) =>
        pair(
          hash,
          this.holding(hash, (role) => role === 'original'),
        ),
      ),
    );
    const companions = new Map(asked.originals.flatMap((hash) => pair(hash, this.holding(hash, isCompanion))));
    const stored = new Map(asked.blobs.flatMap((hash) => pair(hash, this.stored.get(hash))));
    const purged = new Set(asked.originals.filter((each) => this.purged.has(each)));
    return { assets, originals, companions, stored, purged, albums: this.albumRows(asked, [...originals.values()]) };
  }

  resolve(assetId: string): string {
    const alias = this.rows.get(`alias:${assetId}`)?.entity as Alias | undefined;
    return alias ? this.resolve(alias.to) : assetId;
  }

  /** By any of its ids; one that was joined says as which part. */
  found(assetId: string): AssetRows | undefined {
    const rows = this.asset(this.resolve(assetId));
    const part = this.part(assetId);
    return rows && part !== undefined ? { ...rows, part } : rows;
  }

  part(assetId: string): string | undefined {
    const alias = this.rows.get(`alias:${assetId}`)?.entity as Alias | undefined;
    return alias && (alias.role ?? this.part(alias.to));
  }

  asset(assetId: string): AssetRows | undefined {
    const row = this.rows.get(`asset:${assetId}`);
    if (!row) return undefined;
    const resources = [...this.rows.values()]
      .map(({ entity }) => entity)
      .filter((entity): entity is Resource => entity.type === 'resource' && entity.assetId === assetId);
    return { asset: row.entity as Asset, seq: row.seq, resources };
  }

  assets(): AssetRows[] {
    return [...this.rows.values()].flatMap(({ entity }) => (entity.type === 'asset' ? [this.asset(entity.id) as AssetRows] : []));
  }

  /** A resource of that hash that is not removed. */
  has(assetId: string, hash: string): boolean {
    return this.asset(assetId)?.resources.some((resource) => resource.hash === hash && !resource.removed) ?? false;
  }

  store(...named: NewResource[]): void {
    for (const { hash, size } of named) this.stored.set(hash, size);
  }

  holding(hash: string, wanted: (role: string) => boolean): AssetRows | undefined {
    const found = this.assets().filter(({ resources }) =>
      resources.some((each) => wanted(each.role) && each.hash === hash && !each.removed),
    );
    return found.find(({ asset }) => asset.state === 'live') ?? found[0];
  }
}

function pair<T>(key: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[key, value]];
}

export function id(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function hash(n: number): string {
  return n.toString(16).padStart(64, '0');
}

export const FIELDS: AssetFields = {
  fileName: 'IMG_1.JPG',
  capturedAt: '2024-05-06T14:26:10',
  capturedSource: 'exif',
  width: 4000,
  height: 3000,
  duration: null,
  camera: null,
  exposure: null,
  place: null,
  title: null,
  caption: null,
  favourite: false,
  hidden: false,
  rating: null,
  keywords: [],
};

export function resource(role: string, n: number, size = 100): NewResource {
  return { role, hash: hash(n), size, mime: 'image/jpeg', fileName: null, modifiedAt: null };
}

export function createOf(
  assetId: string,
  resources: NewResource[],
  { newHere = true, fields = {} }: { newHere?: boolean; fields?: Partial<AssetFields> } = {},
): Change {
  return { name: 'asset.create', args: { assetId, kind: 'photo', fields: { ...FIELDS, ...fields }, resources, newHere } };
}

/** A library with one live photo, `id(1)`, whose original is `hash(1)`. */
export function withPhoto(): ModelLibrary {
  const library = new ModelLibrary();
  library.store(resource('original', 1));
  library.apply(createOf(id(1), [resource('original', 1)]));
  return library;
}
