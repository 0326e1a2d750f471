import type { StorageParts } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';

/** What takes the room of each library. */
export interface Storage {
  /** All figures of one moment. */
  parts(libraryId: string): StorageParts;
}

/*
 * Bytes count once, however many photos have them: where several have the same, they count to the first of photos, videos, versions
 * that has them, and to Recently Deleted only when nothing else does. Answered by indexes alone.
 */
const PARTS = `
  SELECT part, count(*) AS files, sum(size) AS bytes FROM (
    SELECT g.size AS size, min(CASE
      WHEN EXISTS (SELECT 1 FROM in_trash t WHERE t.library = @num AND t.asset_id = e.asset_id) THEN 'deleted'
      WHEN e.role NOT IN ('original', 'live-video', 'raw', 'audio') THEN 'c'
      WHEN EXISTS (SELECT 1 FROM entities a INDEXED BY entities_videos WHERE a.library = @num AND a.key = 'asset:' || e.asset_id
        AND a.key >= 'asset:' AND a.key < 'asset;' AND json_extract(a.json, '$.kind') = 'video') THEN 'b'
      ELSE 'a' END) AS part
    FROM ledger g
    LEFT JOIN entities e INDEXED BY entities_by_hash ON e.library = @num AND e.hash = g.hash AND e.hash IS NOT NULL
    WHERE g.library = @id AND g.state = 'committed'
    GROUP BY g.hash
  ) GROUP BY part`;

interface Standing {
  readonly num: number;
  readonly head: number;
  readonly quota: number;
  readonly used: number;
  readonly reserved: number;
}
type Parts = Pick<StorageParts, 'photos' | 'videos' | 'versions' | 'deleted'>;

export function openStorage(database: Database): Storage {
  /** Parts change only with the feed. */
  const known = new Map<string, Parts & { readonly head: number }>();

  const count = (libraryId: string, { num }: Standing): Parts => {
    const rows = sql(database, PARTS).all({ num, id: libraryId }) as { part: string; files: number; bytes: number }[];
    const part = (name: string): { bytes: number; files: number } => {
      const row = rows.find((each) => each.part === name);
      return { bytes: row?.bytes ?? 0, files: row?.files ?? 0 };
    };
    return { photos: part('a'), videos: part('b'), versions: part('c'), deleted: part('deleted') };
  };

  return {
    parts: (libraryId) =>
      database.transaction(() => {
        const standing = sql(
          database,
          `SELECT l.num AS num, l.head AS head, l.quota AS quota, coalesce(s.used, 0) AS used, coalesce(s.reserved, 0) AS reserved
           FROM libraries l LEFT JOIN ledger_sums s ON s.library = l.id WHERE l.id = ?`,
        ).get(libraryId) as Standing;
        let its = known.get(libraryId);
        if (its?.head !== standing.head) known.set(libraryId, (its = { ...count(libraryId, standing), head: standing.head }));
        const { used, reserved, quota } = standing;
        const { photos, videos, versions, deleted } = its;
        return { used, reserved, quota, photos, videos, versions, deleted };
      })(),
  };
}
