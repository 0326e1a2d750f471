import { z } from 'zod';
import { Closing } from '../closing.ts';
import { Id } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { SettingValues } from '../about.ts';
import { AnsweredOrder, ORDER_ANSWERS, Order, OrderTold, WaitingOrder } from '../orders.ts';
import { Empty, type Route } from './route.ts';

/** What a person asks of a device from elsewhere. */
export const ORDER_ROUTES = {
  giveOrder: {
    method: 'POST',
    path: '/api/v1/devices/:deviceId/orders',
    auth: 'account',
    summary: 'Ask something of a device, from a browser; what deletes needs the password again. The device does it when it hears of it',
    params: z.object({ deviceId: Id }),
    body: z.object({ order: Order, password: z.string().max(256).optional() }),
    response: z.object({ id: Id }),
  },
  ordersOf: {
    method: 'GET',
    path: '/api/v1/devices/:deviceId/orders',
    auth: 'account',
    summary: 'What still waits to be done by a device, the oldest first, and what became of the last ones',
    params: z.object({ deviceId: Id }),
    response: z.object({
      orders: z.array(WaitingOrder).max(LIMITS.orders),
      answered: z.array(AnsweredOrder).max(LIMITS.orderAnswers).default([]),
    }),
  },
  deviceOrders: {
    method: 'GET',
    path: '/api/v1/device/orders',
    auth: 'device',
    summary: 'What this device is asked to do, the oldest first, what the account has set for all its devices, and whether it closes',
    query: z.object({
      /** Kinds of orders that came later, with commas between: those that the device knows. */
      knows: z.string().max(200).optional(),
    }),
    response: z.object({
      orders: z.array(OrderTold).max(LIMITS.orders),
      /** What holds for settings that were not chosen for this device. */
      defaults: SettingValues.default({}),
      /** The library closes; null: it stays. */
      closing: Closing.nullable().default(null),
    }),
  },
  orderDone: {
    method: 'DELETE',
    path: '/api/v1/device/orders/:orderId',
    auth: 'device',
    summary: 'This device has done it, or does not know it; the order is dropped. Dropping it again changes nothing',
    params: z.object({ orderId: Id }),
    query: z.object({ answer: z.enum(ORDER_ANSWERS).exclude(['expired']).optional() }),
    response: Empty,
  },
} as const satisfies Record<string, Route>;
