import { orderOfCure, type RemoteCure } from '@rollcall/core';
import type { Device, Order } from '@rollcall/protocol';
import { tellFailure } from '../api/call.ts';
import { hearsWords } from '../devices/heard.ts';
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
  'bigger-plan': 'Ask for a bigger plan',
  'keep-library': 'Keep my library',
  settings: 'Change its settings',
  'see-photos': 'See what it held then',
  'remove-device': 'Remove it, if it is gone',
};

/** Has the device do what mends a cause. */
export async function cure(device: Device, which: RemoteCure): Promise<void> {
  const order = orderOfCure(which);
  if (order !== null) await have(device, order);
}

/** Has the device do it, and says when it will. */
export async function have(device: Device, order: Order): Promise<void> {
  try {
    await giveOrder(device, order);
    tell(hearsWords(device, Date.now()));
  } catch (error) {
    tell(tellFailure(error), { tone: 'trouble' });
  }
}
