import { z } from 'zod';
import { Id } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { Order, WaitingOrder } from '../orders.ts';
import { Empty, type Route } from './route.ts';

const Waiting = z.object({ orders: z.array(WaitingOrder).max(LIMITS.orders) });

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
    summary: 'What still waits to be done by a device, the oldest first',
    params: z.object({ deviceId: Id }),
    response: Waiting,
  },
  deviceOrders: {
    method: 'GET',
    path: '/api/v1/device/orders',
    auth: 'device',
    summary: 'What this device is asked to do, the oldest first',
    response: Waiting,
  },
  orderDone: {
    method: 'DELETE',
    path: '/api/v1/device/orders/:orderId',
    auth: 'device',
    summary: 'This device has done it; the order is dropped. Dropping it again changes nothing',
    params: z.object({ orderId: Id }),
    response: Empty,
  },
} as const satisfies Record<string, Route>;
