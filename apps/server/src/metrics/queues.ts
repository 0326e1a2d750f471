import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import { gauge, type Family } from './family.ts';

/** Longer queues are told as this long: counting on would take longer the longer they are. */
const MOST = 50_000;

/** What waits in tables, by the name of its queue. */
const WAITING = {
  pictures: 'wanted_renditions',
  sidecars: 'unread_sidecars',
  uploads: 'uploads WHERE result IS NULL',
  orders: 'orders',
  errands: 'errands WHERE answer IS NULL',
  'plan-requests': "plan_requests WHERE state = 'open'",
  'loose-blobs': 'loose_blobs',
  quarantine: 'quarantine',
} as const;

/** @param views how many views of each sort wait in memory */
export function queues(database: Database, views: Readonly<Record<string, number>>): Family[] {
  const tables = Object.entries(WAITING).map(([queue, what]) => {
    const { n } = sql(database, `SELECT count(*) AS n FROM (SELECT 1 FROM ${what} LIMIT ${MOST})`).get() as { n: number };
    return { labels: { queue }, value: n };
  });
  const memory = Object.entries(views).map(([queue, value]) => ({ labels: { queue: `views-${queue}` }, value }));
  return [gauge('rollcall_queue', `What waits, by queue; at most ${MOST} are counted`, [...tables, ...memory])];
}
