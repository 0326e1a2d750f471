import { PERMISSIVE, type Policy } from './policy.ts';
import { isSettingName, SETTINGS, type SettingName } from './setting.ts';

/** What a person chose for a device, as it is kept. Times are of the device's clock, milliseconds. */
export interface Settings {
  /** Only what was chosen; all else is as usual. */
  readonly chosen: Readonly<Partial<Record<SettingName, string>>>;
  readonly paused: Policy['paused'];
  readonly syncNowUntil: number | null;
  /** When something was last changed that may hold back. */
  readonly since: number;
}

export const AS_USUAL: Settings = { chosen: {}, paused: null, syncNowUntil: null, since: 0 };

/** What holds for a device whose person chose nothing: freely on Wi-Fi and power, sparingly with mobile data and the battery. */
export const USUAL_POLICY: Policy = {
  ...PERMISSIVE,
  unlimitedUpdates: false,
  mobileBudget: 1_000_000_000,
  roaming: false,
  metered: 'as-mobile',
  minimumBattery: 20,
  respectLowPower: true,
};

/** These never hold anything back, so that changing them is no news to what is held. */
const HOLD_NOTHING: ReadonlySet<SettingName> = new Set<SettingName>([
  'upload-limit',
  'download-limit',
  'direction',
  'exclude-names',
  'exclude-kinds',
]);

export function policyOf({ chosen, paused, syncNowUntil, since }: Settings): Policy {
  let policy: Policy = { ...USUAL_POLICY, paused, syncNowUntil, since };
  for (const [name, text] of Object.entries(chosen)) {
    const read = isSettingName(name) ? SETTINGS[name].read(text, policy) : null;
    // A value that this version does not know is as usual.
    if (read?.ok) policy = { ...policy, ...read.policy };
  }
  return policy;
}

/** The settings with one changed, or why the value is none, in words. */
export function choose(
  settings: Settings,
  name: SettingName,
  text: string,
  now: number,
): { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly words: string } {
  const before = policyOf(settings);
  const read = SETTINGS[name].read(text.trim(), before);
  if (!read.ok) return read;
  const value = SETTINGS[name].show({ ...before, ...read.policy });
  const same = value === SETTINGS[name].show(before);
  const since = same || HOLD_NOTHING.has(name) ? settings.since : now;
  return { ok: true, settings: { ...settings, chosen: { ...settings.chosen, [name]: value }, since } };
}

/** @param until null: until the person resumes */
export function pause(settings: Settings, until: number | null, now: number): Settings {
  return { ...settings, paused: { since: now, until: until ?? 'resumed' }, syncNowUntil: null };
}

export function resume(settings: Settings): Settings {
  return { ...settings, paused: null };
}

/** *Sync now*: a later word than a pause, which it ends. What was switched off stays off. */
export function syncNow(settings: Settings, until: number): Settings {
  return { ...settings, paused: null, syncNowUntil: until };
}
