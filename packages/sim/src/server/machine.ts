import type { NamedHalf, Shot, StandIn } from '@rollcall/core';
import type { Bytes } from '../disk/bytes.ts';
import type { Chance } from '../world/chance.ts';
import type { Process, Routine } from '../world/routine.ts';
import type { Blobs } from './blobs.ts';
import type { Tables } from './tables.ts';

/** What the server's parts work with during one run of it. */
export interface Machine {
  readonly tables: Tables;
  readonly blobs: Blobs;
  readonly process: Process;
  readonly chance: Chance;
  now(): number;
  /** The identifier of a Live Photo that a file carries. */
  pairIdOf(bytes: Bytes): string | null;
  /** The compressed version of a photo; null: there is none. */
  standInOf(bytes: Bytes, standIn: StandIn): Bytes | null;
  /** One that was made before; null: none was. */
  keptStandIn(standIn: StandIn): Bytes | null;
  /** What a photo tells of its shot. */
  shotOf(bytes: Bytes, fileName: string): Shot | null;
  /** What a file tells by which it is known as a half of a Live Photo without an identifier. */
  namedHalfOf(bytes: Bytes, fileName: string): NamedHalf | null;
  /** The version of the protocol that this program speaks, and the oldest that it takes. */
  readonly speaks: { readonly protocol: number; readonly least: number };
  /** One transaction, synced before anything is answered; between any two steps the server may end. */
  commit<T>(step: () => T): Routine<T>;
  /** The feed of a library has grown. */
  grew(library: string): void;
}
