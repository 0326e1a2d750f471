import { setTimeout as wait } from 'node:timers/promises';
import { tellReason } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import type { Engine } from '../engine/engine.ts';
import { copyOf, takeOwnIdentity } from '../own-identity.ts';
import { writeToken } from '../token.ts';
import { Refused } from '../server/refused.ts';
import { linkTrouble } from '../work/trouble.ts';
import { complain, EXIT, type Io } from './io.ts';

/** The run ended because this device goes by the identity of another one. */
export const COPY = 'copy';

export function isCopy(engine: Engine): boolean {
  return engine.conditions().server.some(({ code }) => code === 'device-forked');
}

/** Between tries to get an identity; milliseconds. */
const AGAIN_MS = 10_000;

/** Gets the device an identity of its own; without `once` it goes on trying. The exit code when that cannot be now; null: it has one. */
export async function partFromCopy(device: Device, options: { readonly once: boolean }, io: Io): Promise<number | null> {
  for (;;) {
    try {
      await takeOwnIdentity(device, (token) => writeToken(device.home, token), Date.now());
      const before = copyOf(device.store)?.name ?? device.identity.name;
      const name = device.store.identity()?.name ?? '';
      complain(io, `another copy of ${before} is syncing, too. This one is now called ${name}; nothing is lost or sent twice.`);
      return null;
    } catch (error) {
      const { code, words } = troubleOf(error);
      complain(io, words);
      if (options.once) return code;
    }
    await wait(AGAIN_MS, undefined, { signal: io.signal }).catch(() => undefined);
    if (io.signal.aborted) return EXIT.ok;
  }
}

function troubleOf(error: unknown): { code: number; words: string } {
  if (error instanceof Refused) return { code: EXIT.needsYou, words: error.refusal.words };
  const { code, evidence } = linkTrouble(error);
  return { code: EXIT.retry, words: tellReason({ code, since: 0, evidence }).words };
}
