import { mintId, say, type PlanRequest } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';
import { givePlan, noPlan, planNamed, planOf } from './plans.ts';

/*
 * What accounts ask of the owner. One request of an account is open at a time; the last one is remembered with its answer.
 * Synchronous; what writes is called inside a transaction of the caller's.
 */

/** Requests of one account in a day; then it has to wait. */
const IN_A_DAY = 5;
const DAY = 86_400_000;

/** What a person wrote, as it can stand in a line of a terminal. */
const inALine = (words: string): string => words.replaceAll(/\p{Cc}+/gu, ' ');

const COLUMNS = 'id, plan, note, asked_at AS askedAt, state, answered_at AS answeredAt, answer';

/** What the library asked for last; null: nothing yet. */
export function lastRequest(database: Database, libraryId: string): PlanRequest | null {
  return (
    (sql(database, `SELECT ${COLUMNS} FROM plan_requests WHERE library_id = ? ORDER BY n DESC LIMIT 1`).get(libraryId) as
      | PlanRequest
      | undefined) ?? null
  );
}

export function openRequest(database: Database, libraryId: string): PlanRequest | null {
  return (
    (sql(database, `SELECT ${COLUMNS} FROM plan_requests WHERE library_id = ? AND state = 'open'`).get(libraryId) as
      | PlanRequest
      | undefined) ?? null
  );
}

export interface Wish {
  readonly libraryId: string;
  readonly plan: string;
  readonly note: string;
  readonly now: number;
}

/** Takes the place of what is open. Throws `not-found` (no such plan), `bad-request` (has it already), `rate-limited`. */
export function ask(database: Database, { libraryId, plan, note, now }: Wish): PlanRequest {
  const wanted = planNamed(database, plan);
  if (wanted === null) throw noPlan(plan);
  if (planOf(database, libraryId) === wanted.name)
    throw new Refused('bad-request', say('You have the plan “{name}” already.', { name: wanted.name }));
  const { n } = sql(database, 'SELECT count(*) AS n FROM plan_requests WHERE library_id = ? AND asked_at > ?').get(
    libraryId,
    now - DAY,
  ) as {
    n: number;
  };
  if (n >= IN_A_DAY)
    throw new Refused('rate-limited', say('You asked {most} times within a day. Ask again tomorrow.', { most: String(IN_A_DAY) }));
  withdraw(database, libraryId, now);
  sql(database, 'DELETE FROM plan_requests WHERE library_id = ? AND asked_at <= ?').run(libraryId, now - DAY);
  sql(database, `INSERT INTO plan_requests (id, library_id, plan, note, asked_at, state) VALUES (?, ?, ?, ?, ?, 'open')`).run(
    mintId(now, randomBytes(10)),
    libraryId,
    wanted.name,
    inALine(note),
    now,
  );
  const made = lastRequest(database, libraryId);
  if (made === null) throw new Error('a request that was noted is not there');
  return made;
}

/** False: nothing was open. */
export function withdraw(database: Database, libraryId: string, now: number): boolean {
  return (
    sql(database, `UPDATE plan_requests SET state = 'withdrawn', answered_at = ? WHERE library_id = ? AND state = 'open'`).run(
      now,
      libraryId,
    ).changes > 0
  );
}

export interface Reply {
  readonly requestId: string;
  readonly grant: boolean;
  readonly answer: string;
  readonly now: number;
}

/** Gives what was asked for, or declines it. Throws `not-found`: no such request is open, or there is no such plan any more. */
export function reply(database: Database, { requestId, grant, answer, now }: Reply): void {
  const row = sql(database, `SELECT library_id AS libraryId, plan FROM plan_requests WHERE id = ? AND state = 'open'`).get(requestId) as
    | { libraryId: string; plan: string }
    | undefined;
  if (row === undefined) throw new Refused('not-found', say('This request is not open any more.'));
  if (grant) givePlan(database, row.libraryId, row.plan);
  sql(database, 'UPDATE plan_requests SET state = ?, answered_at = ?, answer = ? WHERE id = ?').run(
    grant ? 'granted' : 'declined',
    now,
    inALine(answer),
    requestId,
  );
}
