import { keptPassword } from '../api/password.ts';
import type { Item } from './item.ts';
import type { Replica } from './replica.ts';

/** Whether a photo is hidden, and nobody gave the password a short while ago: then no picture of it is shown. */
export function isClosed({ hidden }: Pick<Item, 'hidden'>): boolean {
  return hidden && keptPassword() === null;
}

/** The same of a photo by its id, in the library or in Recently Deleted. */
export function isClosedAt({ live, trashed }: Pick<Replica, 'live' | 'trashed'>, id: string): boolean {
  const item = live.get(id) ?? trashed.get(id);
  return item !== undefined && isClosed(item);
}

/** Whether it is a photo of the library that may be seen now. */
export function mayBeShown({ live }: Pick<Replica, 'live'>, id: string): boolean {
  const item = live.get(id);
  return item !== undefined && !isClosed(item);
}
