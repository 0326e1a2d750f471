import type { Database } from 'better-sqlite3';
import type { WithdrawnStep } from '../migrate.ts';

/**
 * On 28 November 2026, from 7:24 to 7:48, another sixth step was in the program, which added two columns. They are taken back: where the
 * sixth of today was taken behind it, there is one step less; where that was passed over, it is taken now.
 * @param today the sixth step
 */
export function pictureSizes(today: string): WithdrawnStep {
  return {
    isIn: (database) => columns(database).has('width'),
    takeBack: (database) => {
      database.exec('ALTER TABLE rendition_attempts DROP COLUMN width; ALTER TABLE rendition_attempts DROP COLUMN height');
      if (columns(database).has('told'))
        database
          .prepare(
            "DELETE FROM schema_steps WHERE room = 'renditions' AND step = (SELECT max(step) FROM schema_steps WHERE room = 'renditions')",
          )
          .run();
      else database.exec(today);
    },
  };
}

function columns(database: Database): Set<string> {
  const names = database.prepare("SELECT name FROM pragma_table_info('rendition_attempts')").pluck().all() as string[];
  return new Set(names);
}
