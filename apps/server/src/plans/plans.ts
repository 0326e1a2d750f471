import { say, sayMany, UNLIMITED, type Plan } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';

/*
 * The plans of a server, and who has which. Synchronous; what writes is called inside a transaction of the caller's. The quota that
 * counts stands with the library: a plan is where it comes from.
 */

/** A name as it is compared: `50gb` for `50 GB`. */
export function planKey(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, '');
}

/** The smallest first. */
export function plansOf(database: Database): Plan[] {
  return sql(database, `SELECT name, bytes FROM plans ORDER BY bytes IS NULL, bytes, key`).all() as Plan[];
}

/** Null: there is none of this name. */
export function planNamed(database: Database, name: string): Plan | null {
  return (sql(database, 'SELECT name, bytes FROM plans WHERE key = ?').get(planKey(name)) as Plan | undefined) ?? null;
}

/** The name of a library's plan; null: its quota is a number of its own. */
export function planOf(database: Database, libraryId: string): string | null {
  const row = sql(database, 'SELECT p.name AS name FROM library_plans l JOIN plans p ON p.key = l.plan WHERE l.library_id = ?').get(
    libraryId,
  ) as { name: string } | undefined;
  return row?.name ?? null;
}

/** How many libraries have a plan. */
export function having(database: Database, name: string): number {
  return (sql(database, 'SELECT count(*) AS n FROM library_plans WHERE plan = ?').get(planKey(name)) as { n: number }).n;
}

/** A new plan, or another size of the one of this name, at once for all who have it. Nothing that is stored goes. */
export function putPlan(database: Database, { name, bytes }: Plan): void {
  const key = planKey(name);
  sql(
    database,
    'INSERT INTO plans (key, name, bytes) VALUES (@key, @name, @bytes) ON CONFLICT (key) DO UPDATE SET name = @name, bytes = @bytes',
  ).run({ key, name, bytes });
  sql(database, 'UPDATE libraries SET quota = ? WHERE id IN (SELECT library_id FROM library_plans WHERE plan = ?)').run(
    bytes ?? UNLIMITED,
    key,
  );
}

/** Throws `not-found`, and `bad-request` while somebody has it. */
export function dropPlan(database: Database, name: string): void {
  const count = having(database, name);
  if (count > 0)
    throw new Refused(
      'bad-request',
      sayMany(
        count,
        'One account has this plan. Give them another one first.',
        '{count} accounts have this plan. Give them another one first.',
      ),
    );
  if (sql(database, 'DELETE FROM plans WHERE key = ?').run(planKey(name)).changes === 0) throw noPlan(name);
}

/** Throws `not-found`: there is no such plan. What is stored stays, also where it is more. */
export function givePlan(database: Database, libraryId: string, name: string): Plan {
  const plan = planNamed(database, name);
  if (plan === null) throw noPlan(name);
  sql(database, 'INSERT OR REPLACE INTO library_plans (library_id, plan) VALUES (?, ?)').run(libraryId, planKey(name));
  sql(database, 'UPDATE libraries SET quota = ? WHERE id = ?').run(plan.bytes ?? UNLIMITED, libraryId);
  return plan;
}

export function noPlan(name: string): Refused {
  return new Refused('not-found', say('There is no plan “{name}”.', { name }));
}
