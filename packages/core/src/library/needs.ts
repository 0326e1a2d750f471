import type { Change } from '@rollcall/protocol';

/** Which rows a store reads before `decide`. */
export interface Needs {
  /** Assets with all their resources, each id followed through the aliases. */
  readonly assets: readonly string[];
  /** Hashes whose originals (live, trashed or purged) and companions matter. */
  readonly originals: readonly string[];
  /** Blobs whose presence and size matter. */
  readonly blobs: readonly string[];
}

export function needs(change: Change): Needs {
  const assets = [change.args.assetId];
  switch (change.name) {
    case 'asset.create':
      return {
        assets,
        originals: unique(change.args.resources.filter(({ role }) => role === 'original').map(({ hash }) => hash)),
        blobs: unique(change.args.resources.map(({ hash }) => hash)),
      };
    case 'asset.edit':
      return { assets, originals: [], blobs: [change.args.rendering.hash] };
    case 'resource.complete':
      return { assets, originals: [change.args.resource.hash], blobs: [change.args.resource.hash] };
    case 'resource.attach':
      return { assets, originals: [], blobs: [change.args.resource.hash] };
    case 'asset.join':
      return { assets: [...assets, change.args.joined], originals: [], blobs: [] };
    case 'asset.split':
      return { assets: [...assets, change.args.newId], originals: [change.args.hash], blobs: [] };
    case 'asset.set':
    case 'asset.trash':
    case 'asset.restore':
    case 'asset.purge':
    case 'asset.revert':
      return { assets, originals: [], blobs: [] };
    default:
      return change satisfies never;
  }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
