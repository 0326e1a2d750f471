import { simulatedOf } from '@rollcall/core';
import { tellReason, type Reason, type ToldReason } from '@rollcall/protocol';
import type { Overrides, SimulableName } from './overrides.ts';

/** A reason as it is told on its own device: with what it rests on that is simulated and not seen; absent: nothing. */
export type ToldHere = ToldReason & { readonly simulated?: readonly SimulableName[] };

export function tellHere(reason: Reason, overrides: Overrides): ToldHere {
  const simulated = simulatedOf(reason.code, (name) => overrides[name] !== undefined);
  const told = tellReason(reason);
  return simulated.length === 0 ? told : { ...told, simulated };
}
