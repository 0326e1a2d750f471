import type { AccountRoom } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { openRequest } from './requests.ts';

export type AccountRoomRow = AccountRoom & { readonly libraryId: string };

const SELECT = `SELECT u."id" AS id, u."email" AS email, u."name" AS name, o.account_id IS NOT NULL AS owner, l.id AS libraryId, l.quota AS quota,
    coalesce(s.used, 0) AS bytes, coalesce(s.reserved, 0) AS reserved, p.name AS plan
  FROM "user" u JOIN members m ON m.account_id = u."id" JOIN libraries l ON l.id = m.library_id
  LEFT JOIN owners o ON o.account_id = u."id" LEFT JOIN ledger_sums s ON s.library = l.id
  LEFT JOIN library_plans lp ON lp.library_id = l.id LEFT JOIN plans p ON p.key = lp.plan`;

interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly owner: number;
  readonly libraryId: string;
  readonly quota: number;
  readonly bytes: number;
  readonly reserved: number;
  readonly plan: string | null;
}

/** All accounts with their room, the oldest first. */
export function accountRooms(database: Database): AccountRoomRow[] {
  return (sql(database, `${SELECT} ORDER BY u."createdAt", u."id"`).all() as Row[]).map((row) => told(database, row));
}

/** Null: there is no such account. */
export function accountRoom(database: Database, which: { readonly email: string } | { readonly id: string }): AccountRoomRow | null {
  const row = (
    'email' in which
      ? sql(database, `${SELECT} WHERE u."email" = ?`).get(which.email.toLowerCase())
      : sql(database, `${SELECT} WHERE u."id" = ?`).get(which.id)
  ) as Row | undefined;
  return row === undefined ? null : told(database, row);
}

function told(database: Database, { id, email, name, owner, libraryId, quota, bytes, reserved, plan }: Row): AccountRoomRow {
  const account = { id, email, name: name.trim().slice(0, 100) || email, owner: owner === 1 };
  return { account, libraryId, plan, bytes, reserved, quota, request: openRequest(database, libraryId) };
}
