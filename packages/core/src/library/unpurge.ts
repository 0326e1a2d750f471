import { AssetFields, resourceId, type Asset, type Change, type Resource } from '@rollcall/protocol';
import { create } from './create.ts';
import { named } from './resources.ts';
import { isRemembered } from './state.ts';
import { put, type Context, type Decision, type JournalEntry, type Rows, type RowWrite } from './rows.ts';

/** A photo as it was when it was deleted for good. */
export interface PurgedAsset {
  readonly asset: Asset;
  /** Those that were not removed. */
  readonly resources: readonly Resource[];
}

type Create = Extract<Change, { name: 'asset.create' }>;

/** The photo as a new one, under an id of its own: the old id stays deleted for ever (ME-6). */
export function recreate({ asset, resources }: PurgedAsset, newId: string): Create {
  return {
    name: 'asset.create',
    args: { assetId: newId, kind: asset.kind, fields: AssetFields.parse(asset), resources: resources.map(named), newHere: true },
  };
}

/**
 * The owner undoes a purge: the photo comes back live with what it said and showed, and its bytes are no longer remembered as
 * deleted. Where the same original was added again meanwhile, that one is kept, and gets what it lacks.
 * @param rows what `needs(recreate(…))` names
 */
export function unpurge(rows: Rows, purged: PurgedAsset, newId: string, context: Context): Decision {
  const decision = create(rows, recreate(purged, newId).args, context);
  if (decision.result.status === 'rejected') return decision;
  const kept = decision.result.status === 'superseded' ? (decision.result.assetId ?? newId) : newId;
  const { asset, resources } = purged;
  const forgotten = resources.filter(isRemembered).map(({ hash }): RowWrite => ({ write: 'forget-purged', hash }));
  const shown = resources.find(({ id }) => id === asset.rendering);
  const as = (write: RowWrite): RowWrite =>
    write.write === 'entity' && write.entity.type === 'asset' && write.entity.id === newId
      ? put({
          ...write.entity,
          addedAt: asset.addedAt,
          addedBy: asset.addedBy,
          rendering: shown ? resourceId(newId, shown.role, shown.hash) : null,
        })
      : write;
  const journal: JournalEntry[] = [
    ...decision.journal.filter(({ what }) => what !== 'asset.create'),
    { assetId: kept, what: 'purge.undone', old: { assetId: asset.id }, new: { state: 'live', by: 'owner', fileName: asset.fileName } },
    { assetId: asset.id, what: 'purge.undone', old: { state: 'purged' }, new: { assetId: kept, by: 'owner' } },
  ];
  return { writes: [...decision.writes.map(as), ...forgotten], journal, result: decision.result };
}
