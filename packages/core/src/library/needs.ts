import { isAlbumChange, type AlbumChange, type Change } from '@rollcall/protocol';

/** Which rows a store reads before `decide`. */
export interface Needs {
  /** Assets with all their resources, each id followed through the aliases. */
  readonly assets: readonly string[];
  /** Hashes whose originals (live, trashed or purged) and companions matter. */
  readonly originals: readonly string[];
  /** Blobs whose presence and size matter. */
  readonly blobs: readonly string[];
  readonly albums: AlbumNeeds;
}

export interface AlbumNeeds {
  readonly albums: readonly string[];
  /** Photos of albums, each asset id followed through the aliases. */
  readonly items: readonly { readonly albumId: string; readonly assetId: string }[];
  /** Assets of which all items matter, each id followed through the aliases. */
  readonly of: readonly string[];
  /** And those of the assets that have the needed originals. */
  readonly withOriginals: boolean;
  /** How many albums there are matters. */
  readonly count: boolean;
  /** All albums matter: how folders lie in each other, and what is in one. */
  readonly all: boolean;
}

const NONE: AlbumNeeds = { albums: [], items: [], of: [], withOriginals: false, count: false, all: false };

export function needs(change: Change): Needs {
  if (isAlbumChange(change)) return needsOfAlbum(change);
  const assets = [change.args.assetId];
  switch (change.name) {
    case 'asset.create':
      return {
        assets,
        originals: unique(change.args.resources.filter(({ role }) => role === 'original').map(({ hash }) => hash)),
        blobs: unique(change.args.resources.map(({ hash }) => hash)),
        albums: NONE,
      };
    case 'asset.edit':
      return { assets, originals: [], blobs: [change.args.rendering.hash], albums: NONE };
    case 'resource.complete':
      return {
        assets,
        originals: [change.args.resource.hash],
        blobs: [change.args.resource.hash],
        // It may turn out to be another photo, which takes its places.
        albums: { ...NONE, of: assets, withOriginals: true },
      };
    case 'resource.attach':
      return { assets, originals: [], blobs: [change.args.resource.hash], albums: NONE };
    case 'asset.join':
      return {
        assets: [...assets, change.args.joined],
        originals: [],
        blobs: [],
        albums: { ...NONE, of: [...assets, change.args.joined] },
      };
    case 'asset.split':
      return { assets: [...assets, change.args.newId], originals: [change.args.hash], blobs: [], albums: NONE };
    case 'asset.set':
    case 'asset.trash':
    case 'asset.restore':
    case 'asset.purge':
    case 'asset.revert':
      return { assets, originals: [], blobs: [], albums: NONE };
    default:
      return change satisfies never;
  }
}

function needsOfAlbum(change: AlbumChange): Needs {
  const { albumId } = change.args;
  const of = (assets: readonly string[], albums: Partial<AlbumNeeds> = {}): Needs => ({
    assets,
    originals: [],
    blobs: [],
    albums: { ...NONE, albums: [albumId], ...albums },
  });
  switch (change.name) {
    case 'album.create':
      return of(change.args.fields.cover === null ? [] : [change.args.fields.cover], {
        count: true,
        all: change.args.fields.folder != null,
      });
    case 'album.set':
      return of(change.args.fields.cover == null ? [] : [change.args.fields.cover], { all: change.args.fields.folder != null });
    case 'album.delete':
      return of([], { all: true });
    case 'album.add':
    case 'album.move':
    case 'album.remove':
      return of([change.args.assetId], { items: [{ albumId, assetId: change.args.assetId }] });
    default:
      return change satisfies never;
  }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
