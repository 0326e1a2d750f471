import { classOf } from '@rollcall/protocol';
import type { Unit } from '@rollcall/core';
import type { DurableStore } from '../../store/durable-store.ts';
import { openUnits } from '../../store/open-units.ts';
import { beginAnew } from '../restart.ts';
import type { Device } from '../../device.ts';
import type { Examination } from './examine.ts';

/** Something that is safe to do without asking: it changes no photo, no setting, and nothing that was decided. */
export interface Cure {
  readonly name: 'restart' | 'try-again';
  readonly words: string;
}

/** Which of the safe cures the findings ask for. */
export function curesFor({ checks, groups, facts }: Pick<Examination, 'checks' | 'groups' | 'facts'>): Cure[] {
  const topics = new Set<string>(checks.flatMap(({ findings }) => findings.map(({ topic }) => topic)));
  const running = 'is' in facts.agent && (facts.agent.is === 'running' || facts.agent.is === 'stuck');
  const failing = groups.some(({ code, primary }) => primary > 0 && classOf(code) === 'failing');
  const cures: Cure[] = [];
  if (failing) cures.push({ name: 'try-again', words: 'What waits for its next try is tried again at once.' });
  if (topics.has('agent-stuck') || (failing && running)) cures.push({ name: 'restart', words: 'The agent begins anew.' });
  return cures;
}

/** Does one; what came of it, in words. */
export async function apply(cure: Cure, device: Device, signal: AbortSignal): Promise<string> {
  switch (cure.name) {
    case 'try-again': {
      const tried = tryAgain(device.store, Date.now());
      return tried === 1 ? '1 item is due for its next try.' : `${tried} items are due for their next try.`;
    }
    case 'restart': {
      const restarted = await beginAnew(device, signal);
      return 'words' in restarted
        ? restarted.words
        : restarted.how === 'answered'
          ? 'It has begun anew.'
          : 'Another one runs in its place.';
    }
    default:
      return cure.name satisfies never;
  }
}

/** Brings forward what failed and waits for a time; how many that were. */
function tryAgain(store: DurableStore, now: number): number {
  return store.transact(() => {
    let tried = 0;
    for (const unit of openUnits(store)) if (bringForward(store, unit, now)) tried += 1;
    return tried;
  });
}

function bringForward(store: DurableStore, unit: Unit, now: number): boolean {
  const id = unit.slice(2);
  if (unit.startsWith('f:')) {
    const file = store.file(Number(id));
    if (!file?.trouble || !waits(file.trouble.nextTry, now)) return false;
    store.patchFile(file.key, { trouble: { ...file.trouble, nextTry: now } });
    return true;
  }
  const trouble = store.incomingState(id)?.trouble ?? null;
  if (trouble === null || !waits(trouble.nextTry, now)) return false;
  store.setIncomingTrouble(id, { ...trouble, nextTry: now }, now);
  return true;
}

const waits = (nextTry: number | null, now: number): boolean => nextTry !== null && nextTry > now;
