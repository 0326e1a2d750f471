import { say, type Device, type ReasonCode } from '@rollcall/protocol';
import { policyTold } from './elsewhere.ts';

/** Why a device may be there and silent all the same. */
export interface Mute {
  /** In these cases it says nothing, as it is set. */
  readonly because: readonly ('roaming' | 'mobile-budget-spent')[];
  /** What it told last speaks for it: it was on mobile data, or said so. */
  readonly likely: boolean;
}

const MUTE = ['roaming', 'mobile-budget-spent'] as const satisfies readonly ReasonCode[];

/** Whether a device may be silent because its settings let it say nothing where each byte may cost; null: that cannot be why. */
export function muteOf({ roll }: Pick<Device, 'roll'>): Mute | null {
  if (!roll?.about) return null;
  const policy = policyTold(roll.about);
  const link = roll.about.conditions['link'];
  const seen = link !== undefined && 'value' in link ? link.value : null;
  // Nothing that hangs on a cable goes abroad unnoticed.
  if (seen === 'wired') return null;
  const told = MUTE.filter((code) => roll.reasons.some((reason) => reason.code === code));
  const may = MUTE.filter((code) => (code === 'roaming' ? !policy.roaming : !policy.unlimitedUpdates));
  const because = told.length > 0 ? told : may;
  return because.length === 0 ? null : { because, likely: told.length > 0 || seen === 'cellular' };
}

/** That a device may not speak, and what a person can do; not connected is said beside it. */
export function muteWords({ because, likely }: Mute, name: string): string {
  const [roaming, spent] = MUTE.map((code) => because.includes(code));
  if (!likely)
    return roaming && spent
      ? say(
          'If it is abroad, or has used up its mobile data of the month now, it says and hears nothing until it is on Wi-Fi, as it is set.',
        )
      : roaming
        ? say('If it is abroad now, it says and hears nothing until it is on Wi-Fi, as it is set.')
        : say('If it has used up its mobile data of the month now, it says and hears nothing until it is on Wi-Fi, as it is set.');
  const says =
    roaming && spent
      ? say('As it is set, {name} says nothing abroad, or when its mobile data of the month is used up, and hears nothing.', { name })
      : roaming
        ? say('As it is set, {name} says nothing abroad, and hears nothing.', { name })
        : say('As it is set, {name} says nothing when its mobile data of the month is used up, and hears nothing.', { name });
  const cure = say('On Wi-Fi it speaks again by itself; before that, its settings can be changed only there.');
  return `${says} ${say('That may be why.')} ${cure}`;
}
