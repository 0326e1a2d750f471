import type { AssetRows, SaidFields } from '@rollcall/core';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** What somebody set of a photo, also when it was another's part, or deleted for good, or was told to be this one. */
export function saidOf(database: Database, library: number, { asset, resources }: AssetRows): SaidFields {
  const hash = resources.find(({ role, removed }) => role === 'original' && !removed)?.hash ?? null;
  const rows = sql(
    database,
    `WITH RECURSIVE line(id) AS (
       SELECT @id
       UNION
       SELECT substr(e.key, 7) FROM line, entities e INDEXED BY entities_by_asset
       WHERE e.library = @library AND e.asset_id = line.id AND e.key >= 'alias:' AND e.key < 'alias;' AND json_extract(e.json, '$.role') IS NULL
       UNION
       SELECT json_extract(j.old, '$.assetId') FROM line, journal j
       WHERE j.library = @library AND j.asset_id = line.id AND j.what = 'purge.undone' AND json_extract(j.old, '$.assetId') IS NOT NULL
       UNION
       SELECT json_extract(b.old, '$.joined.id') FROM line, journal j, journal b
       WHERE j.library = @library AND j.asset_id = line.id AND j.what = 'split-off'
         AND b.library = @library AND b.asset_id = json_extract(j.old, '$.assetId') AND b.what = 'asset.join' AND json_extract(b.new, '$.hash') = @hash
     )
     SELECT DISTINCT field.key AS said FROM line, journal j, json_each(j.new) field
     WHERE j.library = @library AND j.asset_id = line.id AND j.what = 'asset.set' AND j.device_id IS NOT NULL`,
  ).all({ id: asset.id, library, hash }) as { said: string }[];
  return new Set(rows.map(({ said }) => said));
}
