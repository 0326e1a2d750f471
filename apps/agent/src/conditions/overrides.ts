import { readOnOff, readSize, type DeviceStore } from '@rollcall/core';
import { FACT_NAMES, type FactName, type Facts, type Found, type Link } from './probe.ts';

/** What can be said to be so, whatever the system tells: for demonstrations, support and tests. */
export interface Simulable extends Facts {
  /** Bytes that are free where the photos are. */
  readonly 'free-space': number;
}
export type SimulableName = keyof Simulable;
export const SIMULABLE = [...FACT_NAMES, 'free-space'] as const satisfies SimulableName[];

/** What a person said is so, and when. */
export type Overrides = { readonly [N in SimulableName]?: { readonly is: Simulable[N]; readonly since: number } };

/** The note in the device's store; a running agent reads it again and again. */
export const OVERRIDES = 'simulated-conditions';
const LINKS: readonly Link[] = ['none', 'wifi', 'wired', 'cellular'];

export function readOverrides(text: string | null): Overrides {
  return text === null ? {} : (JSON.parse(text) as Overrides);
}

export function keepOverrides(store: DeviceStore, overrides: Overrides): void {
  store.setNote(OVERRIDES, Object.keys(overrides).length === 0 ? null : JSON.stringify(overrides));
}

export const isSimulable = (name: string): name is SimulableName => (SIMULABLE as readonly string[]).includes(name);

/** `link=cellular` and the like; or, in words, why it cannot be taken. */
export function parseOverride(
  text: string,
):
  | { readonly ok: true; readonly name: SimulableName; readonly is: Simulable[SimulableName] }
  | { readonly ok: false; readonly words: string } {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  if (!isSimulable(name))
    return { ok: false, words: `“${text}” names no condition. Give NAME=VALUE; the names are ${SIMULABLE.join(', ')}.` };
  const is = parseValue(name, text.slice(at + 1).trim());
  return is === null ? { ok: false, words: `“${text}”: ${TAKES[name]}` } : { ok: true, name, is };
}

const YES_NO = 'give yes or no.';
const TAKES: Record<SimulableName, string> = {
  link: `give one of ${LINKS.join(', ')}.`,
  metered: YES_NO,
  roaming: YES_NO,
  portal: YES_NO,
  charging: YES_NO,
  'low-power': YES_NO,
  battery: 'give percent, from 0 to 100.',
  'free-space': 'give a size, such as 10MB.',
};

function parseValue(name: SimulableName, text: string): Simulable[SimulableName] | null {
  switch (name) {
    case 'link':
      return LINKS.find((link) => link === text) ?? null;
    case 'battery': {
      const percent = Number(/^(\d{1,3})\s*%?$/.exec(text)?.[1] ?? Number.NaN);
      return percent <= 100 ? percent : null;
    }
    case 'free-space':
      return readSize(text);
    case 'metered':
    case 'roaming':
    case 'portal':
    case 'charging':
    case 'low-power':
      return readOnOff(text);
    default:
      return name satisfies never;
  }
}

/** How a source says that it is none. */
export const BY_HAND = 'simulated';

/** What is simulated stands before what was found, and says so. */
export function withOverrides(found: Found, overrides: Overrides): Found {
  const simulated = FACT_NAMES.flatMap((name: FactName) => {
    const said = overrides[name];
    return said === undefined ? [] : [[name, { is: said.is, source: BY_HAND }]];
  });
  return { ...found, ...(Object.fromEntries(simulated) as Partial<Found>) };
}
