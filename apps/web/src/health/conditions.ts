import { sizeWords, type ConditionTold, type DeviceAbout } from '@rollcall/protocol';
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

const LINKS: Readonly<Record<string, string>> = { wifi: 'Wi-Fi', wired: 'Cable', cellular: 'Mobile data', none: 'No link' };
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
  { key: 'link', name: 'Link', icon: 'cloud', words: (value) => LINKS[String(value)] ?? String(value) },
  { key: 'metered', name: 'Whether the link is metered', icon: 'half', words: yesNo('Metered', 'Not metered') },
  { key: 'charging', name: 'Power', icon: 'sun', words: yesNo('Has power', 'On its battery') },
  { key: 'battery', name: 'Battery', icon: 'battery', words: (value) => `Battery ${String(value)} %` },
  { key: 'low-power', name: 'Low-power mode', icon: 'moon', words: yesNo('Low-power mode', 'No low-power mode') },
  { key: 'free-space', name: 'Free space', icon: 'folder', words: (value) => `${sizeWords(Number(value))} free` },
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
  if (told === undefined) return { name, icon, words: null, source: 'it does not tell' };
  if ('unseen' in told) return { name, icon, words: null, source: told.unseen };
  const simulated = told.source === 'simulated';
  return { name, icon, words: `${words(told.value)}${simulated ? ' (simulated)' : ''}`, source: told.source };
}
