import type { Reason, ReasonCode } from '@rollcall/protocol';

/** Where a fault can lie, from near to far. */
export const PLACES = ['device', 'network', 'server', 'account'] as const;
export type Place = (typeof PLACES)[number];
/** Where the cause of a finding lies: one of these, or a device other than the one that is looked at. */
export type CausePlace = Place | 'other-device';

/** What a look at one place by itself found. `unknown`: what lies before it, or a setting, was in the way. */
export interface Probed {
  readonly place: Place;
  readonly state: 'fine' | 'broken' | 'unknown';
  readonly words: string;
}

/** Where the cause of a reason lies; `link`: somewhere on the way to the server, which only probing can tell. */
const LIES_IN: Record<ReasonCode, CausePlace | 'link'> = {
  'signed-out': 'account',
  'wrong-account': 'account',
  'device-revoked': 'account',
  'device-forked': 'device',
  'update-needed': 'device',
  'server-outdated': 'server',
  'permission-missing': 'device',
  'folder-missing': 'device',
  'mass-delete-held': 'device',
  'quota-full': 'account',
  'plan-owner-quota-full': 'account',
  'server-disk-full': 'server',
  'device-disk-full': 'device',
  'file-unreadable': 'device',
  'unsupported-kind': 'server',
  'given-up': 'device',
  'device-silent': 'other-device',
  'too-large-for-server': 'server',
  'deleted-before': 'account',
  'lost-with-server': 'server',
  'library-closing': 'account',
  'sync-off': 'device',
  paused: 'device',
  'wifi-only': 'network',
  'mobile-budget-spent': 'network',
  roaming: 'network',
  metered: 'network',
  'low-power-mode': 'device',
  'low-battery': 'device',
  'charging-only': 'device',
  'quiet-hours': 'device',
  'excluded-by-rule': 'device',
  'hidden-file': 'device',
  'temporary-file': 'device',
  'not-a-photo': 'device',
  'not-in-this-direction': 'device',
  offline: 'link',
  'captive-portal': 'network',
  'server-unreachable': 'link',
  'server-busy': 'server',
  'slow-link': 'network',
  'clock-skew': 'device',
  'tls-failed': 'link',
  'too-large-for-proxy': 'network',
  'file-changing': 'device',
  'disk-changed-bytes': 'device',
  'bytes-changed': 'device',
  'digest-mismatch': 'network',
  refused: 'server',
  'download-failed': 'network',
  hashing: 'device',
  asking: 'server',
  sending: 'network',
  verifying: 'server',
  committing: 'server',
  'awaiting-acknowledgement': 'server',
  downloading: 'network',
  applying: 'device',
  queued: 'device',
};

/** When nobody probed: the most likely place. */
const LIKELY = { offline: 'network', 'server-unreachable': 'server', 'tls-failed': 'server' } as const satisfies Partial<
  Record<ReasonCode, Place>
>;

/** What was measured tells more than the code does; null: it does not. */
function measured({ code, evidence }: Pick<Reason, 'code' | 'evidence'>): CausePlace | null {
  switch (code) {
    case 'slow-link':
      return evidence['where'] === 'server' ? 'server' : null;
    case 'disk-changed-bytes':
      return evidence['where'] === 'cloud' ? 'server' : null;
    case 'wrong-account':
      // A copy of a state folder, or two devices on one folder: the account is the right one.
      return evidence['home'] !== undefined || (evidence['account'] !== undefined && evidence['account'] === evidence['folderAccount'])
        ? 'device'
        : null;
    default:
      return null;
  }
}

/** Where to look for the cause: for what lies on the way, the nearest place that was found broken. */
export function placeOf(reason: Pick<Reason, 'code' | 'evidence'>, probes: readonly Probed[]): CausePlace {
  const { code } = reason;
  const place = measured(reason) ?? LIES_IN[code];
  if (place !== 'link') return place;
  const broken = PLACES.find((each) => each !== 'account' && probes.some((probe) => probe.place === each && probe.state === 'broken'));
  return broken ?? (LIKELY as Partial<Record<ReasonCode, Place>>)[code] ?? 'network';
}
