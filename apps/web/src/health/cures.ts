import { orderOfCure, type RemoteCure } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';
import { tellFailure } from '../api/call.ts';
import { giveOrder } from '../devices/orders.ts';
import { tell } from '../parts/news.tsx';

/** What the button says. */
export const CURE_WORDS: Record<RemoteCure, string> = {
  'answer-held': 'Keep or delete…',
  resume: 'Resume',
  'switch-on': 'Switch sync on',
  'allow-mobile': 'Allow mobile data',
  'allow-metered': 'Allow metered links',
  'sync-now': 'Sync now for an hour',
  retry: 'Try again now',
  'free-up-cloud': 'Free up cloud space',
  settings: 'Change its settings',
};

/** Has the device do it, and says when it will. */
export async function cure(device: Device, which: RemoteCure): Promise<void> {
  const order = orderOfCure(which);
  if (order === null) return;
  try {
    await giveOrder(device, order);
    tell(device.connected ? `${device.name} is told now.` : `${device.name} hears of it when it is back.`);
  } catch (error) {
    tell(tellFailure(error), { tone: 'trouble' });
  }
}
