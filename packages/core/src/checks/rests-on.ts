import { say, type DeviceAbout, type ReasonCode } from '@rollcall/protocol';
import type { CheckReadings, Sighting } from './facts.ts';
import type { WarningTopic } from './warning.ts';

type Name = keyof CheckReadings;

/** What each reason, and each warning, rests on, of what can be simulated. */
const RESTS_ON = {
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
  'disk-nearly-full': ['free-space'],
  'no-room-to-optimise': ['free-space'],
} as const satisfies Partial<Record<ReasonCode | WarningTopic, readonly Name[]>>;

/** A condition that a person can say is so, whatever the system tells. */
type Simulable = (typeof RESTS_ON)[keyof typeof RESTS_ON][number];

/** What this rests on that is simulated and not seen; empty: all of it is as it was seen. */
export function simulatedOf(topic: ReasonCode | WarningTopic, isSimulated: (name: Simulable) => boolean): readonly Simulable[] {
  const rests: Partial<Record<ReasonCode | WarningTopic, readonly Simulable[]>> = RESTS_ON;
  return (rests[topic] ?? []).filter(isSimulated);
}

/** As `simulatedOf`, from what was read of the surroundings. */
export function simulatedIn(topic: ReasonCode | WarningTopic, readings: CheckReadings): readonly Simulable[] {
  const bySource = (sighting: Sighting<unknown> | undefined): boolean =>
    sighting !== undefined && 'is' in sighting && sighting.source === 'simulated';
  return simulatedOf(topic, (name) => bySource(readings[name]));
}

/** As `simulatedOf`, from what a device told of its surroundings. */
export function simulatedTold(code: ReasonCode, about: Pick<DeviceAbout, 'conditions'> | null | undefined): readonly Simulable[] {
  return simulatedOf(code, (name) => {
    const told = about?.conditions[name];
    return told !== undefined && 'value' in told && told.source === 'simulated';
  });
}

/** ` (simulated: link)`; empty: all of it is as it was seen. */
export function simulatedWords({ simulated = [] }: { readonly simulated?: readonly string[] }): string {
  return simulated.length === 0 ? '' : ` (${say('simulated: {names}', { names: simulated.join(', ') })})`;
}
