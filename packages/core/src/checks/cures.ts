import type { Order, ReasonCode } from '@rollcall/protocol';
import type { WarningTopic } from './warning.ts';

/** What a person can do for a device from elsewhere. */
export const REMOTE_CURES = [
  'answer-held',
  'resume',
  'switch-on',
  'allow-mobile',
  'allow-metered',
  'sync-now',
  'retry',
  'free-up-cloud',
  'bigger-plan',
  'keep-library',
  'settings',
  'see-photos',
  'remove-device',
] as const;
export type RemoteCure = (typeof REMOTE_CURES)[number];

/** What mends each cause from elsewhere, the best first; empty: it ends by itself, or only where the device is. */
const MENDS: Record<ReasonCode, readonly RemoteCure[]> = {
  'signed-out': [],
  'wrong-account': [],
  'device-revoked': [],
  'device-forked': [],
  'update-needed': [],
  'server-outdated': [],
  'permission-missing': [],
  'folder-missing': [],
  'mass-delete-held': ['answer-held'],
  'quota-full': ['free-up-cloud', 'bigger-plan', 'retry'],
  'plan-owner-quota-full': ['retry'],
  'server-disk-full': ['retry'],
  'device-disk-full': ['retry', 'settings'],
  'file-unreadable': ['retry'],
  'unsupported-kind': ['retry', 'settings'],
  'too-large-for-server': ['retry', 'settings'],
  'deleted-before': [],
  'given-up': ['retry'],
  'device-silent': ['see-photos', 'remove-device'],
  'lost-with-server': [],
  'library-closing': ['keep-library'],
  'sync-off': ['switch-on'],
  paused: ['resume'],
  'wifi-only': ['allow-mobile', 'sync-now'],
  'mobile-budget-spent': ['settings'],
  roaming: ['sync-now', 'settings'],
  metered: ['sync-now', 'allow-metered'],
  'low-power-mode': ['sync-now', 'settings'],
  'low-battery': ['sync-now', 'settings'],
  'charging-only': ['sync-now', 'settings'],
  'quiet-hours': ['sync-now', 'settings'],
  'excluded-by-rule': ['settings'],
  'hidden-file': [],
  'temporary-file': [],
  'not-a-photo': [],
  'not-in-this-direction': ['settings'],
  offline: [],
  'captive-portal': [],
  'server-unreachable': [],
  'server-busy': ['retry'],
  'slow-link': [],
  'clock-skew': [],
  'tls-failed': [],
  'too-large-for-proxy': [],
  'file-changing': [],
  'disk-changed-bytes': [],
  'bytes-changed': ['retry'],
  'digest-mismatch': ['retry'],
  refused: ['retry'],
  'download-failed': ['retry'],
  hashing: [],
  asking: [],
  sending: [],
  verifying: [],
  committing: [],
  'awaiting-acknowledgement': [],
  downloading: [],
  applying: [],
  queued: [],
};

/** The same for what only warns; absent: nothing helps from elsewhere. */
const HELPS: Partial<Record<WarningTopic, readonly RemoteCure[]>> = {
  'quota-nearly-full': ['free-up-cloud', 'bigger-plan'],
  'not-connected': ['see-photos'],
};

export function remoteCures(topic: ReasonCode | WarningTopic): readonly RemoteCure[] {
  return topic in MENDS ? MENDS[topic as ReasonCode] : (HELPS[topic as WarningTopic] ?? []);
}

/** How long *Sync now* lasts when it is asked for from elsewhere. Milliseconds. */
export const SYNC_NOW_MS = 3_600_000;

/** The order that does it; null: the person is led to where it is done. */
export function orderOfCure(cure: RemoteCure): Order | null {
  switch (cure) {
    case 'resume':
      return { kind: 'resume' };
    case 'switch-on':
      return { kind: 'settings-set', values: { sync: 'on' } };
    case 'allow-mobile':
      return { kind: 'settings-set', values: { 'mobile-data': 'on' } };
    case 'allow-metered':
      return { kind: 'settings-set', values: { 'metered-as-mobile': 'off' } };
    case 'sync-now':
      return { kind: 'sync-now', forMs: SYNC_NOW_MS };
    case 'retry':
      return { kind: 'retry' };
    case 'answer-held':
    case 'free-up-cloud':
    case 'bigger-plan':
    case 'keep-library':
    case 'settings':
    case 'see-photos':
    case 'remove-device':
      return null;
    default:
      return cure satisfies never;
  }
}
