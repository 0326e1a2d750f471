import type { Device, ReasonCode } from '@rollcall/protocol';
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

const WHERE: Record<Mute['because'][number], string> = {
  roaming: 'abroad',
  'mobile-budget-spent': 'when its mobile data of the month is used up',
};

const IF: Record<Mute['because'][number], string> = {
  roaming: 'is abroad',
  'mobile-budget-spent': 'has used up its mobile data of the month',
};

/** That a device may not speak, and what a person can do; not connected is said beside it. */
export function muteWords({ because, likely }: Mute, name: string): string {
  if (!likely) {
    const where = because.map((code) => IF[code]).join(', or ');
    return `If it ${where} now, it says and hears nothing until it is on Wi-Fi, as it is set.`;
  }
  const says = `As it is set, ${name} says nothing ${because.map((code) => WHERE[code]).join(', or ')}, and hears nothing.`;
  const cure = 'On Wi-Fi it speaks again by itself; before that, its settings can be changed only there.';
  return `${says} That may be why. ${cure}`;
}
