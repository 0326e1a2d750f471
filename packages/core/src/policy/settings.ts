import type { SettingOrigin } from '@rollcall/protocol';
import { PERMISSIVE, type Policy } from './policy.ts';
import { isSettingName, SETTING_NAMES, SETTINGS, type SettingName } from './setting.ts';

export type Chosen = Readonly<Partial<Record<SettingName, string>>>;

/** What a person chose for a device, as it is kept. Times are of the device's clock, milliseconds. */
export interface Settings {
  /** Only what was chosen for this device; all else is as its account has it, or as usual. */
  readonly chosen: Chosen;
  /** What the account has chosen for all its devices, as it was last heard. */
  readonly defaults: Chosen;
  readonly paused: Policy['paused'];
  readonly syncNowUntil: number | null;
  /** When something was last changed that may hold back. */
  readonly since: number;
}

export const AS_USUAL: Settings = { chosen: {}, defaults: {}, paused: null, syncNowUntil: null, since: 0 };

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
  'storage',
  'disk-budget',
]);

export function policyOf({ chosen, defaults, paused, syncNowUntil, since }: Settings): Policy {
  let policy: Policy = { ...USUAL_POLICY, paused, syncNowUntil, since };
  for (const [name, text] of [...Object.entries(defaults), ...Object.entries(chosen)]) {
    const read = isSettingName(name) ? SETTINGS[name].read(text, policy) : null;
    // A value that this version does not know is as usual.
    if (read?.ok) policy = { ...policy, ...read.policy };
  }
  return policy;
}

/** Who chose the value that holds. */
export function originOf({ chosen, defaults }: Settings, name: SettingName): SettingOrigin {
  if (chosen[name] !== undefined) return 'device';
  return defaults[name] !== undefined ? 'account' : 'usual';
}

/** Takes a choice back: what the account has, or what is usual, holds again. */
export const DEFAULT = 'default';
export const isDefault = (text: string): boolean => text.trim().toLowerCase() === DEFAULT;

/** The settings with one changed, or why the value is none, in words. */
export function choose(
  settings: Settings,
  name: SettingName,
  text: string,
  now: number,
): { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly words: string } {
  if (isDefault(text)) {
    const { [name]: _, ...chosen } = settings.chosen;
    return { ok: true, settings: dated(settings, { ...settings, chosen }, now) };
  }
  const before = policyOf(settings);
  const read = SETTINGS[name].read(text.trim(), before);
  if (!read.ok) return read;
  const value = SETTINGS[name].show({ ...before, ...read.policy });
  return { ok: true, settings: dated(settings, { ...settings, chosen: { ...settings.chosen, [name]: value } }, now) };
}

/** What the account has for all its devices, heard anew. What this version does not know counts for nothing. */
export function takeDefaults(settings: Settings, values: Readonly<Record<string, string>>, now: number): Settings {
  const defaults: Partial<Record<SettingName, string>> = {};
  for (const name of SETTING_NAMES) {
    const text = values[name];
    if (text !== undefined) defaults[name] = text;
  }
  return dated(settings, { ...settings, defaults }, now);
}

/** When something was last changed that may hold back. */
function dated(before: Settings, after: Settings, now: number): Settings {
  const [was, is] = [policyOf(before), policyOf(after)];
  const news = SETTING_NAMES.some((name) => !HOLD_NOTHING.has(name) && SETTINGS[name].show(was) !== SETTINGS[name].show(is));
  return { ...after, since: news ? now : before.since };
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

/** *Sync now* ends before its time: the rules hold again. A pause stays. */
export function endSyncNow(settings: Settings): Settings {
  return { ...settings, syncNowUntil: null };
}
