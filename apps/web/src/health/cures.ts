import { orderOfCure, type RemoteCure } from '@rollcall/core';
import { say, type Device, type Order } from '@rollcall/protocol';
import { tellFailure } from '../api/call.ts';
import { hearsWords } from '../devices/heard.ts';
import { giveOrder } from '../devices/orders.ts';
import { tell } from '../parts/news.tsx';

/** What the button says. */
export const CURE_WORDS: Record<RemoteCure, string> = {
  'answer-held': say('Keep or delete…'),
  resume: say('Resume'),
  'switch-on': say('Switch sync on'),
  'allow-mobile': say('Allow mobile data'),
  'allow-metered': say('Allow metered links'),
  'sync-now': say('Sync now for an hour'),
  retry: say('Try again now'),
  'free-up-cloud': say('Free up cloud space'),
  'bigger-plan': say('Ask for a bigger plan'),
  'keep-library': say('Keep my library'),
  settings: say('Change its settings'),
  'see-photos': say('See what it held then'),
  'remove-device': say('Remove it, if it is gone'),
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
