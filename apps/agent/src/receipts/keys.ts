import type { DeviceStore } from '@rollcall/core';
import type { Connection } from '../server/connection.ts';

/** The public keys that this device has heard its server sign with, the first first. */
const NOTE = 'receipt-keys';

/** Empty: none was heard of yet. */
export function notedKeys(store: DeviceStore): string[] {
  const text = store.note(NOTE);
  return text === null ? [] : (JSON.parse(text) as string[]);
}

/** Whether the key was known: `first` when none was, `other` when others were. It is from now on. */
export function noteKey(store: DeviceStore, key: string): 'known' | 'first' | 'other' {
  const before = notedKeys(store);
  if (before.includes(key)) return 'known';
  store.setNote(NOTE, JSON.stringify([...before, key]));
  return before.length === 0 ? 'first' : 'other';
}

/** At the link the server’s word is as good as its address: what it signs later can be checked without it. Older servers sign nothing. */
export async function noteKeyOf(store: DeviceStore, connection: Pick<Connection, 'call'>): Promise<void> {
  const answer = await connection.call('receiptKeys', {});
  const key = answer.ok ? answer.value.keys[0]?.key : undefined;
  if (key !== undefined) noteKey(store, key);
}
