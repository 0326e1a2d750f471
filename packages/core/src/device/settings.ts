import { AS_USUAL, choose, isSettingName, takeDefaults, type Settings } from '../policy/index.ts';
import type { DeviceStore } from './store.ts';

/** The note in which a device keeps what its person chose; whoever runs the device reads it again and again. */
export const SETTINGS_NOTE = 'settings';

export function readSettings(store: DeviceStore): Settings {
  const text = store.note(SETTINGS_NOTE);
  return text === null ? AS_USUAL : { ...AS_USUAL, ...(JSON.parse(text) as Partial<Settings>) };
}

export function keepSettings(store: DeviceStore, settings: Settings): void {
  store.setNote(SETTINGS_NOTE, JSON.stringify(settings));
}

/** Takes values that were chosen elsewhere; what this version does not know stays as it is. */
export function takeValues(settings: Settings, values: Readonly<Record<string, string>>, now: number): Settings {
  return Object.entries(values).reduce((before, [name, text]) => {
    const chosen = isSettingName(name) ? choose(before, name, text, now) : null;
    return chosen?.ok ? chosen.settings : before;
  }, settings);
}

/** Takes what the account has for all its devices, as it was heard now; written only when it is news. */
export function heedDefaults(store: DeviceStore, values: Readonly<Record<string, string>>, now: number): void {
  const before = readSettings(store);
  const after = takeDefaults(before, values, now);
  if (JSON.stringify(after.defaults) !== JSON.stringify(before.defaults)) keepSettings(store, after);
}
