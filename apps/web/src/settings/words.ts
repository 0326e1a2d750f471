import { choose, policyOf, readSize, settingWords, SETTINGS, type SettingName, type Settings } from '@rollcall/core';
import { figures, sizeWords } from '@rollcall/protocol';
import { SHOWN } from './controls.ts';

/** A value in words, as the page’s choices say it. */
export function valueWords(name: SettingName, settings: Settings): string {
  const policy = policyOf(settings);
  const { control } = SHOWN[name];
  const value = SETTINGS[name].show(policy);
  const named = control.kind === 'choice' ? control.values.find(([each]) => each === value)?.[1] : undefined;
  return named ?? settingWords(name, policy);
}

/** The value that a text stands for, in words; the text itself where it is none. */
export function textWords(name: SettingName, text: string, settings: Settings): string {
  const chosen = choose(settings, name, text, 0);
  return chosen.ok ? valueWords(name, chosen.settings) : text;
}

const SIZES: ReadonlySet<SettingName> = new Set<SettingName>(['mobile-budget', 'upload-limit', 'download-limit', 'disk-budget']);

/** A value as it is written into its line: a size with its unit, where that says the same. */
export function lineText(name: SettingName, value: string): string {
  if (!SIZES.has(name) || !/^\d+$/.test(value)) return value;
  const words = sizeWords(Number(value));
  return readSize(takenText(name, words)) === Number(value) ? words : value;
}

/** What was written into the line as settings take it: a size with a point, where the language writes a comma. */
export function takenText(name: SettingName, text: string): string {
  return SIZES.has(name) && figures(0.5).includes(',') ? text.replace(/(\d),(\d)/, '$1.$2') : text;
}
