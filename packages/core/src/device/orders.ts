import type { HeldChoice, Order, WaitingOrder } from '@rollcall/protocol';
import type { LocalFile } from '../plan/index.ts';
import { endSyncNow, pause, resume, syncNow } from '../policy/index.ts';
import { askFreeUp, wantPhotoFull } from './free-up.ts';
import { addPin, removePin } from './pins.ts';
import { answerHeld } from './removals.ts';
import { askForRollCall } from './roll-call.ts';
import { retryAll } from './retry.ts';
import { keepSettings, readSettings, takeValues } from './settings.ts';
import type { DeviceStore } from './store.ts';
import type { Unit } from './unit.ts';

/** The orders that were carried out last; one that could not be taken off the list is not carried out twice. */
const DONE = 'orders-done';
const DONE_KEPT = 100;

/** Does what this device was told from elsewhere to do, once, in the caller's transaction. */
export function carryOut(store: DeviceStore, { id, order }: WaitingOrder, now: number): Unit[] {
  const done = JSON.parse(store.note(DONE) ?? '[]') as string[];
  if (done.includes(id)) return [];
  store.setNote(DONE, JSON.stringify([...done, id].slice(-DONE_KEPT)));
  return obey(store, id, order, now);
}

function obey(store: DeviceStore, id: string, order: Order, now: number): Unit[] {
  switch (order.kind) {
    case 'held-keep':
      return answerHeld(store, chosen(store, order.which), 'keep', now);
    case 'held-trash':
      return answerHeld(store, chosen(store, order.which), 'trash', now);
    case 'settings-set':
      keepSettings(store, takeValues(readSettings(store), order.values, now));
      return [];
    case 'sync-now':
      keepSettings(store, syncNow(readSettings(store), now + order.forMs));
      return [];
    case 'sync-now-end':
      keepSettings(store, endSyncNow(readSettings(store)));
      return [];
    case 'pause':
      keepSettings(store, pause(readSettings(store), order.until, now));
      return [];
    case 'resume':
      keepSettings(store, resume(readSettings(store)));
      return [];
    case 'retry':
      return retryAll(store, now);
    case 'roll-call':
      askForRollCall(store, id);
      return [];
    case 'download-original':
      return wantPhotoFull(store, order.assetId);
    case 'free-up':
      askFreeUp(store, order.bytes);
      return [];
    case 'pin':
      addPin(store, order.what);
      return [];
    case 'unpin':
      removePin(store, order.what);
      return [];
    default:
      return order satisfies never;
  }
}

/** *All* was said of as many as the person was shown: where more are held by now, nothing is done, and they are asked again. */
function chosen(store: DeviceStore, which: HeldChoice): LocalFile[] {
  const held = store.held();
  if ('all' in which) return held.length > which.all ? [] : held;
  const keys = new Set(which.keys);
  return held.filter((file) => keys.has(String(file.key)));
}
