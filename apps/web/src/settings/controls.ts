import type { SettingName } from '@rollcall/core';

/** How a setting is changed on a page: one of some values, or a line to write. */
export type Control =
  | { readonly kind: 'choice'; readonly values: readonly (readonly [value: string, words: string])[] }
  | { readonly kind: 'text' };

interface Shown {
  readonly title: string;
  readonly control: Control;
}

const ON_OFF: Control = {
  kind: 'choice',
  values: [
    ['on', 'On'],
    ['off', 'Off'],
  ],
};
const TEXT: Control = { kind: 'text' };

/** Every setting of a device as the page shows it. */
export const SHOWN: Record<SettingName, Shown> = {
  sync: { title: 'Sync this device', control: ON_OFF },
  direction: {
    title: 'Which way photos go',
    control: {
      kind: 'choice',
      values: [
        ['both', 'Both ways'],
        ['backup-only', 'Only to the cloud'],
        ['download-only', 'Only from the cloud'],
      ],
    },
  },
  'quiet-hours': { title: 'Quiet hours', control: TEXT },
  'mobile-data': { title: 'Mobile data', control: ON_OFF },
  'unlimited-updates': { title: 'Unlimited updates over mobile data', control: ON_OFF },
  'mobile-budget': { title: 'Mobile data in a month', control: TEXT },
  roaming: { title: 'Mobile data abroad', control: ON_OFF },
  'metered-as-mobile': { title: 'A metered link is used like mobile data', control: ON_OFF },
  'upload-limit': { title: 'Sent in a second, at most', control: TEXT },
  'download-limit': { title: 'Fetched in a second, at most', control: TEXT },
  'minimum-battery': { title: 'Battery below which it waits for power', control: TEXT },
  'only-charging': { title: 'Only while it has power', control: ON_OFF },
  'low-power-mode': { title: 'Low-power mode holds it back', control: ON_OFF },
  'exclude-names': { title: 'Names that are left out', control: TEXT },
  'exclude-kinds': {
    title: 'Kinds that are left out',
    control: {
      kind: 'choice',
      values: [
        ['none', 'None'],
        ['video', 'Videos'],
        ['photo', 'Photos'],
        ['photo,video', 'Photos and videos'],
      ],
    },
  },
  storage: {
    title: 'Photos on the device',
    control: {
      kind: 'choice',
      values: [
        ['keep-originals', 'Download and keep originals'],
        ['optimise', 'Optimise storage'],
      ],
    },
  },
  'disk-budget': { title: 'What photos may take, while storage is optimised', control: TEXT },
};

/** By the question that a person asks; each setting stands in one of them. */
export const GROUPS: readonly { readonly title: string; readonly names: readonly SettingName[] }[] = [
  { title: 'Sync', names: ['sync', 'direction', 'quiet-hours'] },
  {
    title: 'Internet',
    names: ['mobile-data', 'unlimited-updates', 'mobile-budget', 'roaming', 'metered-as-mobile', 'upload-limit', 'download-limit'],
  },
  { title: 'Power', names: ['minimum-battery', 'only-charging', 'low-power-mode'] },
  { title: 'Storage', names: ['storage', 'disk-budget'] },
  { title: 'Left out', names: ['exclude-names', 'exclude-kinds'] },
];
