import { isCompanion, planted, say, type Asset, type Change, type Resource } from '@rollcall/protocol';
import { applied, put, rejected, superseded, type AssetRows, type Context, type Decision, type RowWrite } from './rows.ts';

type Purge = Extract<Change, { name: 'asset.purge' }>;

export function trash({ asset }: AssetRows, context: Context): Decision {
  // What is deleted for good is as gone as was asked.
  if (asset.state !== 'live') return superseded('already-so');
  const after = { state: 'trashed', trashedAt: context.now } as const;
  return applied([put({ ...asset, ...after })], [{ assetId: asset.id, what: 'asset.trash', old: { state: asset.state }, new: after }]);
}

export function restore({ asset }: AssetRows): Decision {
  switch (asset.state) {
    case 'live':
      return superseded('already-so');
    case 'purged':
      return gone();
    case 'trashed':
      return applied(
        [put({ ...asset, state: 'live', trashedAt: null })],
        [{ assetId: asset.id, what: 'asset.restore', old: { state: asset.state, trashedAt: asset.trashedAt }, new: { state: 'live' } }],
      );
    default:
      return asset.state satisfies never;
  }
}

/** `expect` is the seq that the person saw: whatever was done to the photo since then beats the purge. */
export function purge(rows: AssetRows, change: Purge): Decision {
  switch (rows.asset.state) {
    case 'purged':
      return superseded('already-so');
    case 'live':
      if (rows.seq !== change.expect) return superseded('restored-since');
      return rejected('invalid', say('Only photos in Recently Deleted can be deleted for good.'));
    case 'trashed':
      if (rows.seq !== change.expect && !planted('expect-ignored')) return superseded('restored-since');
      return purged(rows, 'person');
    default:
      return rows.asset.state satisfies never;
  }
}

/** Of purged bytes: a file somewhere may show the original, a part of the pair, or an edit, and none of them must bring the photo back. */
export function isRemembered({ role }: Resource): boolean {
  return role === 'original' || role === 'edited' || isCompanion(role);
}

/**
 * The tombstone: what the photo showed and said is gone, its id and file name stay so that the loss can be explained.
 * @param by who: a person, or the end of the 30 days in Recently Deleted
 */
export function purged({ asset, resources }: AssetRows, by: 'person' | 'expiry'): Decision {
  const nothingSaid = {
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    rating: null,
    keywords: [],
    favourite: false,
    hidden: false,
  };
  const { people: _people, burst: _burst, ...unnamed } = asset;
  const tombstone: Asset = { ...unnamed, ...nothingSaid, state: 'purged', rendering: null };
  const removed = resources.filter((resource) => !resource.removed);
  const writes: RowWrite[] = [
    put(tombstone),
    ...removed.map((resource) => put({ ...resource, removed: true })),
    ...removed.filter(isRemembered).map(({ hash }): RowWrite => ({ write: 'remember-purged', hash, assetId: asset.id })),
  ];
  return applied(writes, [
    {
      assetId: asset.id,
      what: 'asset.purge',
      old: { state: asset.state, fileName: asset.fileName, resources: removed.map(({ role, hash, size }) => ({ role, hash, size })) },
      new: { state: 'purged', by },
    },
  ]);
}

export function gone(): Decision {
  return rejected('purged', say('This photo was deleted for good.'));
}
