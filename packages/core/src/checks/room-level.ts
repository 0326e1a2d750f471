import { ofQuotaWords, say, sizeWords } from '@rollcall/protocol';

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
  const values = {
    percent: String(percentTaken(room)),
    free: sizeWords(Math.max(0, room.quota - room.taken)),
    quota: sizeWords(room.quota),
  };
  switch (roomLevel(room)) {
    case 'roomy':
      return null;
    case 'filling':
      return say('The cloud is {percent} % full: {free} of {quota} is free.', values);
    case 'nearly-full':
      return say(
        'The cloud is {percent} % full: {free} of {quota} is free. When it is full, new photos stay on their devices only, and are not safe.',
        values,
      );
    case 'full':
      return say(
        'The cloud is full: {what}. New photos stay on their devices only, and are not safe, until there is room. Everything else goes on.',
        { what: fullWords(room) },
      );
  }
}

function fullWords({ taken, quota }: RoomTaken): string {
  return taken > quota
    ? say('it holds {taken}, and there is room for {quota}', { taken: sizeWords(taken), quota: sizeWords(quota) })
    : say('{room} is taken', { room: ofQuotaWords(taken, quota) });
}
