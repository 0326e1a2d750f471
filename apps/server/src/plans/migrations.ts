import type { RoomMigrations } from '../database.ts';

export const planMigrations: RoomMigrations = {
  room: 'plans',
  steps: [
    `
    -- What the owner gives. key: the name as it is compared; bytes: null means no limit.
    CREATE TABLE plans (key TEXT PRIMARY KEY, name TEXT NOT NULL, bytes INTEGER CHECK (bytes >= 0)) WITHOUT ROWID;
    INSERT INTO plans (key, name, bytes) VALUES
      ('5gb', '5 GB', 5000000000), ('50gb', '50 GB', 50000000000), ('200gb', '200 GB', 200000000000), ('2tb', '2 TB', 2000000000000),
      ('6tb', '6 TB', 6000000000000), ('12tb', '12 TB', 12000000000000), ('unlimited', 'Unlimited', NULL);

    -- Which plan a library has; without a row, its quota is a number of its own.
    CREATE TABLE library_plans (library_id TEXT PRIMARY KEY, plan TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX library_plans_by_plan ON library_plans (plan);
    -- Who begins with as much room as a plan gives, has that plan; who is given another number, has none.
    CREATE TRIGGER library_begins_with_plan AFTER INSERT ON libraries BEGIN
      INSERT OR IGNORE INTO library_plans (library_id, plan)
        SELECT new.id, key FROM plans WHERE coalesce(bytes, 9007199254740991) = new.quota ORDER BY key LIMIT 1;
    END;
    CREATE TRIGGER library_leaves_plan AFTER UPDATE OF quota ON libraries BEGIN
      DELETE FROM library_plans WHERE library_id = new.id
        AND plan NOT IN (SELECT key FROM plans WHERE coalesce(bytes, 9007199254740991) = new.quota);
    END;
    INSERT INTO library_plans (library_id, plan)
      SELECT l.id, min(p.key) FROM libraries l JOIN plans p ON coalesce(p.bytes, 9007199254740991) = l.quota GROUP BY l.id;

    -- state: open, granted, declined, withdrawn. plan: the name as it was when it was asked for.
    CREATE TABLE plan_requests (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      library_id TEXT NOT NULL,
      plan TEXT NOT NULL,
      note TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      state TEXT NOT NULL,
      answered_at INTEGER,
      answer TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX plan_requests_by_library ON plan_requests (library_id, n);
    CREATE UNIQUE INDEX plan_requests_open ON plan_requests (library_id) WHERE state = 'open';
    `,
  ],
};
