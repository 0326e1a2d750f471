import type { RouteName } from '@rollcall/protocol';

/** The person's settings do not let it go now; nothing is wrong. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack';
  constructor() {
    super('held back by the settings of this device');
  }
}

/** The way to the server is there again, and what still hung on the old one is begun anew; nothing is wrong. */
export class BegunAnew extends Error {
  override readonly name = 'BegunAnew';
  constructor() {
    super('begun anew on a new connection');
  }
}

/** What goes over the link: photos and changes of the library, or a few words of how the device stands. */
export type Cargo = 'photos' | 'words';

/** Says at each request whether it may go. */
export interface Gate {
  /** A signal that ends it when it may not go on. Throws `HeldBack` when it may not even begin. */
  admit(cargo: Cargo): AbortSignal;
  /** Waits until so many bytes may pass. Throws `HeldBack` when none may any more. */
  pass(bytes: number, way: 'up' | 'down'): Promise<void>;
  /** False: bytes need not wait. */
  readonly slows: boolean;
}

/** Little, and not of photos: who is there, how this device stands, what its person decided elsewhere. */
const WORDS: ReadonlySet<RouteName> = new Set<RouteName>(['server', 'session', 'roll', 'deviceOrders', 'orderDone']);

export const cargoOf = (route: RouteName): Cargo => (WORDS.has(route) ? 'words' : 'photos');
