import { ofQuotaWords, sizeWords } from '@rollcall/protocol';

/** How full the cloud is: from 80, 95 and 100 percent on it is said, each time with what it means. */
export type RoomLevel = 'roomy' | 'filling' | 'nearly-full' | 'full';

/** Bytes; what is set aside for running uploads is taken, too. */
export interface RoomTaken {
  readonly taken: number;
  readonly quota: number;
}

export function roomLevel({ taken, quota }: RoomTaken): RoomLevel {
  if (taken >= quota) return 'full';
  const part = taken / quota;
  return part >= 0.95 ? 'nearly-full' : part >= 0.8 ? 'filling' : 'roomy';
}

/** Of a hundred, rounded down: 100 is said only of what is full. */
export function percentTaken({ taken, quota }: RoomTaken): number {
  return quota <= 0 ? 100 : Math.floor((taken / quota) * 100);
}

/** What a level means; null: nothing needs to be said. What to do differs by where one is. */
export function levelWords(room: RoomTaken): string | null {
  const free = sizeWords(Math.max(0, room.quota - room.taken));
  switch (roomLevel(room)) {
    case 'roomy':
      return null;
    case 'filling':
      return `The cloud is ${percentTaken(room)} % full: ${free} of ${sizeWords(room.quota)} is free.`;
    case 'nearly-full':
      return `The cloud is ${percentTaken(room)} % full: ${free} of ${sizeWords(room.quota)} is free. When it is full, new photos stay on their devices only, and are not safe.`;
    case 'full':
      return `The cloud is full: ${ofQuotaWords(room.taken, room.quota)} is taken. New photos stay on their devices only, and are not safe, until there is room. Everything else goes on.`;
  }
}
