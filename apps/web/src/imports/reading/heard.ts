import type { RemoteAsset } from '@rollcall/core';
import { COMPANION_ROLES, type Album, type AlbumItem, type Asset, type FeedEntry, type Resource } from '@rollcall/protocol';

/** Parts by whose bytes a photo is known, the first before the others. */
const KNOWN_BY: readonly string[] = ['original', 'edited', ...COMPANION_ROLES];

/** A library as its change feed told it, with what an import asks of it: by bytes, and with what was deleted for good. */
export class HeardLibrary {
  readonly libraryId: string;
  readonly #assets = new Map<string, { readonly asset: Asset; readonly seq: number }>();
  readonly #resources = new Map<string, Map<string, Resource>>();
  readonly #aliases = new Map<string, string>();
  /** By their hash. What is removed is kept: it tells what was deleted. */
  readonly #parts = new Map<string, Map<string, Resource>>();
  readonly #albums = new Map<string, Album>();
  readonly #items = new Map<string, AlbumItem>();

  constructor(libraryId: string) {
    this.libraryId = libraryId;
  }

  /** Applying a page twice is applying it once. */
  apply(entries: readonly FeedEntry[]): void {
    for (const { seq, entity } of entries) {
      switch (entity.type) {
        case 'asset':
          this.#assets.set(entity.id, { asset: entity, seq });
          break;
        case 'resource':
          within(this.#resources, entity.assetId).set(entity.id, entity);
          within(this.#parts, entity.hash).set(entity.id, entity);
          break;
        case 'alias':
          this.#aliases.set(entity.from, entity.to);
          break;
        case 'album':
          this.#albums.set(entity.id, entity);
          break;
        case 'album-item':
          this.#items.set(`${entity.albumId} ${entity.assetId}`, entity);
          break;
        default:
      }
    }
  }

  resolve(id: string): string {
    let at = id;
    for (let step = 0; step < 1000; step += 1) {
      const to = this.#aliases.get(at);
      if (to === undefined) return at;
      at = to;
    }
    return at;
  }

  remote(id: string): RemoteAsset | null {
    const known = this.#assets.get(id);
    return known === undefined ? null : { ...known, resources: [...(this.#resources.get(id)?.values() ?? [])] };
  }

  match(hash: string): RemoteAsset | null {
    const its = this.#partsOf(hash, false).toSorted((a, b) => KNOWN_BY.indexOf(a.role) - KNOWN_BY.indexOf(b.role));
    const remotes = its.flatMap(({ assetId }) => this.remote(this.resolve(assetId)) ?? []);
    return remotes.find(({ asset }) => asset.state === 'live') ?? remotes.find(({ asset }) => asset.state === 'trashed') ?? null;
  }

  purgedBefore(hash: string): boolean {
    return this.#partsOf(hash, true).some(({ assetId }) => this.remote(assetId)?.asset.state === 'purged');
  }

  shelf(): { readonly albums: readonly Album[]; readonly items: readonly AlbumItem[] } {
    return { albums: [...this.#albums.values()], items: [...this.#items.values()] };
  }

  #partsOf(hash: string, removed: boolean): Resource[] {
    return [...(this.#parts.get(hash)?.values() ?? [])].filter((part) => part.removed === removed && KNOWN_BY.includes(part.role));
  }
}

function within<T>(all: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const its = all.get(key) ?? new Map<string, T>();
  all.set(key, its);
  return its;
}
