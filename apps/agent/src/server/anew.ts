import type { RouteName } from '@rollcall/protocol';
import { HeldBack } from './gate.ts';

/**
 * Questions that may be put once more though the server may have heard them: it is as if they had been put once. What a person asks for
 * by a command is none of them, nor is the signing of a roll call, which a server does once: who asked is told that no answer came.
 */
const ANEW: ReadonlySet<RouteName> = new Set<RouteName>([
  // They only read.
  'server',
  'session',
  'library',
  'changes',
  'wanted',
  'deviceOrders',
  'rollCall',
  // What was taken is known by its number and its hash, and is answered as it was.
  'mutations',
  // The same question of the same device has the same upload, with the room that it has.
  'askUploads',
  // They say how things stand.
  'roll',
  'orderDone',
  // One roll call of a device takes the place of another, and what is asked again is read again, and counts once.
  'beginProof',
  'proveLines',
]);

export const mayBePutAnew = (name: RouteName): boolean => ANEW.has(name);

/** So often one question is put, when it is lost each time. */
const TRIES = 4;

/** Puts a question, and anew when it was lost; who asked is not told of that. */
export async function putAnew<T>(put: (lost: () => void) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const fate = { lost: false };
    try {
      return await put(() => (fate.lost = true));
    } catch (error) {
      if (!fate.lost || error instanceof HeldBack) throw error;
      if (tries === TRIES) throw Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
    }
  }
}
