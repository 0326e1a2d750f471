import { tellReason, type Reason, type ReasonCode, type ToldReason } from '@rollcall/protocol';
import type { Overrides, SimulableName } from './overrides.ts';

/** What each reason rests on, of what can be simulated. */
const RESTS_ON: Partial<Record<ReasonCode, readonly SimulableName[]>> = {
  'wifi-only': ['link'],
  'mobile-budget-spent': ['link'],
  roaming: ['link', 'roaming'],
  metered: ['link', 'metered'],
  'low-power-mode': ['low-power', 'charging'],
  'low-battery': ['battery', 'charging'],
  'charging-only': ['charging'],
  offline: ['link'],
  'captive-portal': ['portal'],
  'device-disk-full': ['free-space'],
};

/** A reason as it is told on its own device: with what it rests on that is simulated and not seen; absent: nothing. */
export type ToldHere = ToldReason & { readonly simulated?: readonly SimulableName[] };

export function tellHere(reason: Reason, overrides: Overrides): ToldHere {
  const simulated = (RESTS_ON[reason.code] ?? []).filter((name) => overrides[name] !== undefined);
  const told = tellReason(reason);
  return simulated.length === 0 ? told : { ...told, simulated };
}

/** ` (simulated: link)`; empty: all of it is as it was seen. */
export function simulatedWords({ simulated = [] }: Pick<ToldHere, 'simulated'>): string {
  return simulated.length === 0 ? '' : ` (simulated: ${simulated.join(', ')})`;
}
