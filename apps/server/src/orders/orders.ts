import {
  knowsOrder,
  LIMITS,
  mintId,
  orderLife,
  say,
  type AnsweredOrder,
  type Order,
  type OrderAnswer,
  type WaitingOrder,
} from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../context.ts';
import type { Write } from '../database.ts';
import { Refused } from '../refused.ts';
import { sql } from '../statements.ts';

/** What devices are asked to do, kept until each has done it. */
export interface Orders {
  /** Gives its id. Rejects with `rate-limited` when too many wait for this device already. */
  give(deviceId: string, order: Order): Promise<string>;
  /** The oldest first. What has waited for too long is no more among them. */
  waiting(deviceId: string): WaitingOrder[];
  /** The same, for the device itself; what it does not know, and what has waited for too long, is dropped and told so. */
  told(deviceId: string, knows: string | undefined): Promise<{ readonly orders: WaitingOrder[]; readonly dropped: boolean }>;
  /** What became of the last ones, the newest first. */
  answered(deviceId: string): AnsweredOrder[];
  /** Drops an order of this device. False: there was no such one. */
  done(deviceId: string, orderId: string, answer: OrderAnswer): Promise<boolean>;
}

export function openOrders(database: Database, write: Write, clock: Clock): Orders {
  const all = (deviceId: string): WaitingOrder[] =>
    (
      sql(database, 'SELECT id, given_at AS at, json FROM orders WHERE device_id = ? ORDER BY given_at, id').all(deviceId) as {
        id: string;
        at: number;
        json: string;
      }[]
    ).map(({ id, at, json }) => ({ id, at, order: JSON.parse(json) as Order }));
  const isOver = ({ at, order }: WaitingOrder): boolean => clock.now() - at > orderLife(order);
  const answer = (deviceId: string, { id, order }: WaitingOrder, what: OrderAnswer): void => {
    sql(database, 'DELETE FROM orders WHERE device_id = ? AND id = ?').run(deviceId, id);
    noteAnswer(database, deviceId, { id, kind: order.kind, answer: what, at: clock.now() });
  };
  const dropOld = (deviceId: string): void => {
    for (const waiting of all(deviceId).filter(isOver)) answer(deviceId, waiting, 'expired');
  };
  return {
    waiting: (deviceId) => all(deviceId).filter((each) => !isOver(each)),
    async told(deviceId, knows) {
      const waiting = all(deviceId);
      const orders = waiting.filter((each) => !isOver(each) && knowsOrder(each.order, knows));
      if (orders.length === waiting.length) return { orders, dropped: false };
      await write(() => {
        dropOld(deviceId);
        for (const each of all(deviceId)) if (!knowsOrder(each.order, knows)) answer(deviceId, each, 'unknown');
      });
      return { orders, dropped: true };
    },
    answered: (deviceId) => [...answersOf(database, deviceId), ...all(deviceId).filter(isOver).map(expired)].slice(0, LIMITS.orderAnswers),
    give: (deviceId, order) =>
      write(() => {
        dropOld(deviceId);
        if (all(deviceId).length >= LIMITS.orders)
          throw new Refused(
            'rate-limited',
            say('{most} orders wait for this device already. They are carried out when it is back.', { most: String(LIMITS.orders) }),
            {
              limit: LIMITS.orders,
            },
          );
        const id = mintId(clock.now(), randomBytes(10));
        sql(database, 'INSERT INTO orders (device_id, id, json, given_at) VALUES (?, ?, ?, ?)').run(
          deviceId,
          id,
          JSON.stringify(order),
          clock.now(),
        );
        return id;
      }),
    done: (deviceId, orderId, what) =>
      write(() => {
        const waiting = all(deviceId).find(({ id }) => id === orderId);
        if (waiting) answer(deviceId, waiting, what);
        return waiting !== undefined;
      }),
  };
}

/** It waits no more, though nobody has dropped it yet. */
function expired({ id, at, order }: WaitingOrder): AnsweredOrder {
  return { id, kind: order.kind, answer: 'expired', at: at + orderLife(order) };
}

function answersOf(database: Database, deviceId: string): AnsweredOrder[] {
  return sql(database, 'SELECT id, kind, answer, at FROM order_answers WHERE device_id = ? ORDER BY at DESC, id DESC LIMIT ?').all(
    deviceId,
    LIMITS.orderAnswers,
  ) as AnsweredOrder[];
}

/** Only the last ones are remembered. */
function noteAnswer(database: Database, deviceId: string, { id, kind, answer, at }: AnsweredOrder): void {
  sql(database, 'INSERT OR REPLACE INTO order_answers (device_id, id, kind, answer, at) VALUES (?, ?, ?, ?, ?)').run(
    deviceId,
    id,
    kind,
    answer,
    at,
  );
  sql(
    database,
    'DELETE FROM order_answers WHERE device_id = ? AND id NOT IN (SELECT id FROM order_answers WHERE device_id = ? ORDER BY at DESC, id DESC LIMIT ?)',
  ).run(deviceId, deviceId, LIMITS.orderAnswers);
}
