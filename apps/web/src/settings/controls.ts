import type { SettingName } from '@rollcall/core';
import { say } from '@rollcall/protocol';

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
    ['on', say('On')],
    ['off', say('Off')],
  ],
};
const TEXT: Control = { kind: 'text' };

/** Every setting of a device as the page shows it. */
export const SHOWN: Record<SettingName, Shown> = {
  sync: { title: say('Sync this device'), control: ON_OFF },
  direction: {
    title: say('Which way photos go'),
    control: {
      kind: 'choice',
      values: [
        ['both', say('Both ways')],
        ['backup-only', say('Only to the cloud')],
        ['download-only', say('Only from the cloud')],
      ],
    },
  },
  'quiet-hours': { title: say('Quiet hours'), control: TEXT },
  'mobile-data': { title: say('Mobile data'), control: ON_OFF },
  'unlimited-updates': { title: say('Unlimited updates over mobile data'), control: ON_OFF },
  'mobile-budget': { title: say('Mobile data in a month'), control: TEXT },
  roaming: { title: say('Mobile data abroad'), control: ON_OFF },
  'metered-as-mobile': { title: say('A metered link is used like mobile data'), control: ON_OFF },
  'upload-limit': { title: say('Sent in a second, at most'), control: TEXT },
  'download-limit': { title: say('Fetched in a second, at most'), control: TEXT },
  'minimum-battery': { title: say('Battery below which it waits for power'), control: TEXT },
  'only-charging': { title: say('Only while it has power'), control: ON_OFF },
  'low-power-mode': { title: say('Low-power mode holds it back'), control: ON_OFF },
  'exclude-names': { title: say('Names that are left out'), control: TEXT },
  'exclude-kinds': {
    title: say('Kinds that are left out'),
    control: {
      kind: 'choice',
      values: [
        ['none', say('None')],
        ['video', say('Videos')],
        ['photo', say('Photos')],
        ['photo,video', say('Photos and videos')],
      ],
    },
  },
  storage: {
    title: say('Photos on the device'),
    control: {
      kind: 'choice',
      values: [
        ['keep-originals', say('Download and keep originals')],
        ['optimise', say('Optimise storage')],
      ],
    },
  },
  'disk-budget': { title: say('What photos may take, while storage is optimised'), control: TEXT },
};

/** By the question that a person asks; each setting stands in one of them. */
export const GROUPS: readonly { readonly title: string; readonly names: readonly SettingName[] }[] = [
  { title: say('Sync'), names: ['sync', 'direction', 'quiet-hours'] },
  {
    title: say('Internet'),
    names: ['mobile-data', 'unlimited-updates', 'mobile-budget', 'roaming', 'metered-as-mobile', 'upload-limit', 'download-limit'],
  },
  { title: say('Power'), names: ['minimum-battery', 'only-charging', 'low-power-mode'] },
  { title: say('Storage'), names: ['storage', 'disk-budget'] },
  { title: say('Left out'), names: ['exclude-names', 'exclude-kinds'] },
];
