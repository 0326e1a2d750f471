import { say, sizeWords, type ConditionTold, type DeviceAbout } from '@rollcall/protocol';
import type { IconName } from '../parts/Icon.tsx';

/** One thing that a device told of its surroundings, in words. */
export interface Condition {
  readonly name: string;
  readonly icon: IconName;
  /** Null: it cannot be seen from there. */
  readonly words: string | null;
  /** By what it was seen, or why it cannot be. */
  readonly source: string;
}

/** As the source of what is not seen, but set. */
export const SIMULATED = 'simulated';

const LINKS: Readonly<Record<string, string>> = {
  wifi: say('Wi-Fi'),
  wired: say('Cable'),
  cellular: say('Mobile data'),
  none: say('No link'),
};
const yesNo =
  (yes: string, no: string) =>
  (value: unknown): string =>
    value === true ? yes : no;

const SHOWN: readonly {
  readonly key: string;
  readonly name: string;
  readonly icon: IconName;
  readonly words: (value: string | number | boolean) => string;
}[] = [
  { key: 'link', name: say('Link'), icon: 'cloud', words: (value) => LINKS[String(value)] ?? String(value) },
  { key: 'metered', name: say('Whether the link is metered'), icon: 'half', words: yesNo(say('Metered'), say('Not metered')) },
  { key: 'charging', name: say('Power'), icon: 'sun', words: yesNo(say('Has power'), say('On its battery')) },
  { key: 'battery', name: say('Battery'), icon: 'battery', words: (value) => say('Battery {percent} %', { percent: String(value) }) },
  { key: 'low-power', name: say('Low-power mode'), icon: 'moon', words: yesNo(say('Low-power mode'), say('No low-power mode')) },
  { key: 'free-space', name: say('Free space'), icon: 'folder', words: (value) => say('{size} free', { size: sizeWords(Number(value)) }) },
];

/** What a device sees of itself, each a value or that it cannot be seen. */
export function conditionsOf({ conditions }: DeviceAbout): Condition[] {
  return SHOWN.map(({ key, name, icon, words }) => condition(name, icon, conditions[key], words));
}

function condition(
  name: string,
  icon: IconName,
  told: ConditionTold | undefined,
  words: (value: string | number | boolean) => string,
): Condition {
  if (told === undefined) return { name, icon, words: null, source: say('it does not tell') };
  if ('unseen' in told) return { name, icon, words: null, source: told.unseen };
  const value = words(told.value);
  const simulated = told.source === SIMULATED;
  return { name, icon, words: simulated ? say('{value} (simulated)', { value }) : value, source: told.source };
}
