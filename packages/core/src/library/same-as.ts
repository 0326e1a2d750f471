import type { Alias } from '@rollcall/protocol';
import { lacking, refuseTooMany } from './resources.ts';
import { inheritPlaces } from './albums.ts';
import { put, superseded, type AssetRows, type Decision, type Rows, type RowWrite } from './rows.ts';

/**
 * An unfinished copy turned out to be a photo that is here already: one is kept, which gets what it lacks, and the id of the other
 * leads to it for ever. The copy is a person's wish to have the photo: it is restored where it was deleted.
 */
export function sameAs(rows: Rows, part: AssetRows, kept: AssetRows): Decision {
  const current = part.resources.filter(({ removed }) => !removed);
  const added = lacking(kept, current);
  const refusal = refuseTooMany(kept, added.length);
  if (refusal) return refusal;
  const restored = kept.asset.state === 'trashed' && part.asset.state === 'live';
  const alias: Alias = { type: 'alias', from: part.asset.id, to: kept.asset.id };
  const writes: RowWrite[] = [
    ...added,
    ...current.map((each) => put({ ...each, removed: true })),
    ...(restored ? [put({ ...kept.asset, state: 'live', trashedAt: null })] : []),
    put(alias),
    ...inheritPlaces(rows, part.asset.id, kept.asset.id),
    { write: 'drop-asset', assetId: part.asset.id },
  ];
  return superseded('duplicate', kept.asset.id, writes, [
    ...(restored
      ? [
          {
            assetId: kept.asset.id,
            what: 'asset.restore' as const,
            old: { state: 'trashed', trashedAt: kept.asset.trashedAt },
            new: { state: 'live' },
          },
        ]
      : []),
    { assetId: kept.asset.id, what: 'duplicate', old: null, new: { minted: part.asset.id, fileName: part.asset.fileName } },
  ]);
}
