import { HeldBack, type Gate } from '../server/gate.ts';
import { Tap } from '../server/slowly.ts';
import type { Allowance } from './allowance.ts';

/** The gate that keeps to what is allowed at each moment. */
export function gateOf(allowance: Allowance, now: () => number): Gate {
  const taps = { up: new Tap(), down: new Tap() };
  return {
    admit: (cargo) => {
      // A setting holds from when the command has ended, not from when it is next looked for.
      allowance.check();
      const signal = cargo === 'words' ? allowance.words : allowance.photos;
      if (signal.aborted) throw new HeldBack();
      return signal;
    },
    pass: async (bytes, way) => {
      const left = allowance.left();
      if (left !== null && left < bytes) {
        allowance.spent();
        throw new HeldBack();
      }
      const rate = allowance.policy.limits[way];
      if (rate !== null) await taps[way].pass(bytes, rate, now());
    },
    get slows() {
      return allowance.sparing;
    },
  };
}
