import { LIMITS, mintId, type Order, type WaitingOrder } from '@rollcall/protocol';
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
  /** The oldest first. */
  waiting(deviceId: string): WaitingOrder[];
  /** Drops an order of this device. False: there was no such one. */
  done(deviceId: string, orderId: string): Promise<boolean>;
}

export function openOrders(database: Database, write: Write, clock: Clock): Orders {
  const waiting = (deviceId: string): WaitingOrder[] =>
    (
      sql(database, 'SELECT id, given_at AS at, json FROM orders WHERE device_id = ? ORDER BY given_at, id').all(deviceId) as {
        id: string;
        at: number;
        json: string;
      }[]
    ).map(({ id, at, json }) => ({ id, at, order: JSON.parse(json) as Order }));
  return {
    waiting,
    give: (deviceId, order) =>
      write(() => {
        if (waiting(deviceId).length >= LIMITS.orders)
          throw new Refused('rate-limited', `${LIMITS.orders} orders wait for this device already. They are carried out when it is back.`, {
            limit: LIMITS.orders,
          });
        const id = mintId(clock.now(), randomBytes(10));
        sql(database, 'INSERT INTO orders (device_id, id, json, given_at) VALUES (?, ?, ?, ?)').run(
          deviceId,
          id,
          JSON.stringify(order),
          clock.now(),
        );
        return id;
      }),
    done: (deviceId, orderId) =>
      write(() => sql(database, 'DELETE FROM orders WHERE device_id = ? AND id = ?').run(deviceId, orderId).changes > 0),
  };
}
