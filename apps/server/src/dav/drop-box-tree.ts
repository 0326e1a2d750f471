import type { Database } from 'better-sqlite3';
import { entriesIn, entryAt, nodeOf, ROWS_AT_ONCE } from './drop-box.ts';
import type { Tree } from './node.ts';
import { UPLOAD } from './path.ts';

/** What one app has brought, as it called it. */
export function dropBoxTree(database: Database, deviceId: string): Tree {
  return {
    async at(path) {
      if (path.length === 0) return { is: 'folder', segments: [UPLOAD], modifiedAt: null };
      const entry = entryAt(database, deviceId, path);
      return entry && nodeOf(entry);
    },
    async *within(path) {
      for (let after = ''; ;) {
        const entries = entriesIn(database, deviceId, path.join('/'), after);
        for (const entry of entries) yield nodeOf(entry);
        if (entries.length < ROWS_AT_ONCE) return;
        after = entries.at(-1)?.name ?? after;
      }
    },
  };
}
