import { NewerSchema } from '@rollcall/sqlite';
import type { Database } from 'better-sqlite3';

/**
 * The tables of one room, as steps of SQL in order. A step, once released, is never changed or taken out: new ones are
 * added at the end.
 */
export interface RoomMigrations {
  readonly room: string;
  readonly steps: readonly string[];
  /** What the steps call beside SQL's own functions, by name. */
  readonly functions?: Readonly<Record<string, (text: string) => string>>;
  readonly withdrawn?: WithdrawnStep;
}

/** A step that was released, and taken out again before this rule was kept. */
export interface WithdrawnStep {
  /** It was taken here. */
  isIn(database: Database): boolean;
  /** Leaves tables, and the notes of which steps were taken, as if it had never been. */
  takeBack(database: Database): void;
}

/** How far the tables of a data folder are, as a count of steps, and whether there is something to do. */
export interface SchemaState {
  readonly from: number;
  readonly to: number;
  readonly due: boolean;
}

/** Only reads. Throws `NewerSchema` where a room has gone further than this program knows, and where it does not know the room. */
export function schemaOf(database: Database, rooms: readonly RoomMigrations[]): SchemaState {
  const taken = takenSteps(database);
  for (const [room, step] of taken) {
    const known = rooms.find((each) => each.room === room)?.steps.length ?? 0;
    if (step > known) throw newer(`${room} at step ${step}, this one knows ${known === 0 ? 'no such room' : known}`);
  }
  return {
    from: sum([...taken.values()]),
    to: sum(rooms.map(({ steps }) => steps.length)),
    due: rooms.some(({ room, steps, withdrawn }) => (taken.get(room) ?? 0) < steps.length || withdrawn?.isIn(database)),
  };
}

/**
 * Forward only, and all in one transaction together with the notes of which steps were taken: a database is as it was before, or as this
 * program needs it, also after the process was killed in the middle.
 */
export function migrate(database: Database, rooms: readonly RoomMigrations[]): void {
  for (const { functions = {} } of rooms)
    for (const [name, its] of Object.entries(functions)) database.function(name, { deterministic: true }, its as (text: unknown) => string);
  database
    .transaction(() => {
      database.exec(
        'CREATE TABLE IF NOT EXISTS schema_steps (room TEXT NOT NULL, step INTEGER NOT NULL, taken_at INTEGER NOT NULL DEFAULT (unixepoch()), PRIMARY KEY (room, step)) WITHOUT ROWID',
      );
      schemaOf(database, rooms);
      const note = database.prepare('INSERT INTO schema_steps (room, step) VALUES (?, ?)');
      for (const { room, steps, withdrawn } of rooms) {
        if (withdrawn?.isIn(database)) withdrawn.takeBack(database);
        for (let step = (takenSteps(database).get(room) ?? 0) + 1; step <= steps.length; step += 1) {
          database.exec(steps[step - 1] as string);
          note.run(room, step);
        }
      }
    })
    .immediate();
}

/** The last step that each room took. */
function takenSteps(database: Database): Map<string, number> {
  if (!hasTable(database, 'schema_steps')) return new Map();
  const rows = database.prepare('SELECT room, max(step) FROM schema_steps GROUP BY room').raw().all() as [room: string, step: number][];
  return new Map(rows);
}

function hasTable(database: Database, name: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

function newer(what: string): NewerSchema {
  return new NewerSchema(
    `This data folder was used by a newer Rollcall (${what}). Nothing in it was changed. Update Rollcall: rollcall update. Or go back to what it was before its update (docs/update.md).`,
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
