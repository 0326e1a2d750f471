import {
  classOf,
  message,
  say,
  type AssetPlace,
  type Device,
  type Evidence,
  type Reason,
  type ReasonClass,
  type ReasonCode,
  type ReasonCount,
} from '@rollcall/protocol';
import { silenceReason } from './silence.ts';

export interface PlaceWords {
  readonly words: string;
  readonly tone: 'good' | 'calm' | 'trouble';
}

/** How one place of a photo stands, in a person's words. */
export function placeWords({ state, reasons }: Pick<AssetPlace, 'state' | 'reasons'>): PlaceWords {
  const primary = telling(reasons);
  switch (state) {
    case 'safe':
      return { words: say('Safe'), tone: 'good' };
    case 'original':
      return primary ? waiting(say('Original here'), primary) : { words: say('Original here'), tone: 'good' };
    case 'compressed':
      return primary
        ? waiting(say('Compressed copy here, original in the cloud'), primary)
        : { words: say('Compressed copy here, original in the cloud'), tone: 'good' };
    case 'on-its-way':
      if (primary?.code === 'not-in-this-direction') return { words: say('Not here: it only sends'), tone: 'calm' };
      return primary ? waiting(say('Not here yet'), primary) : { words: say('Not here yet, on its way'), tone: 'calm' };
    case 'not-here':
      if (primary?.code === 'not-in-this-direction') return { words: say('Not here: it only sends'), tone: 'calm' };
      return primary ? waiting(say('Not here'), primary) : { words: say('Not here'), tone: 'calm' };
    case 'damaged':
      return { words: say('Damaged in the cloud; asked back from your devices'), tone: 'trouble' };
    case 'trashed':
      return { words: say('In Recently Deleted'), tone: 'calm' };
    default:
      return state satisfies never;
  }
}

const CLASS_WORDS: Readonly<Record<ReasonClass, PlaceWords>> = {
  'needs-you': { words: message('needs you'), tone: 'trouble' },
  held: { words: message('held back by its settings'), tone: 'calm' },
  excluded: { words: message('left out'), tone: 'calm' },
  failing: { words: message('failed, and tried again'), tone: 'trouble' },
  moving: { words: message('on its way'), tone: 'calm' },
  waiting: { words: message('waiting its turn'), tone: 'calm' },
};

/** They make what is under way slow, and do not stop it. */
const HINDERS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['slow-link', 'clock-skew', 'too-large-for-proxy']);

/** The reason by which a place is called: what is on its way over a bad link is on its way. */
function telling(reasons: readonly Reason[]): Reason | undefined {
  const [primary] = reasons;
  if (primary === undefined || !HINDERS.has(primary.code)) return primary;
  return reasons.find(({ code }) => classOf(code) === 'moving') ?? primary;
}

function waiting(where: string, primary: Reason): PlaceWords {
  const { words, tone } = CLASS_WORDS[classOf(primary.code)];
  return { words: say('{where}; {how}', { where, how: say(words) }), tone };
}

/** What keeps a device as a whole from taking a photo. */
const OF_DEVICE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'wrong-account',
  'permission-missing',
  'folder-missing',
  'device-disk-full',
  'sync-off',
  'paused',
  'wifi-only',
  'mobile-budget-spent',
  'roaming',
  'metered',
  'low-power-mode',
  'low-battery',
  'charging-only',
  'quiet-hours',
]);

/**
 * Why a photo is not on a device yet, as far as the device told of itself: a device tells one by one only of what it holds.
 * What it rests on was told with its items, so the reasons have no evidence.
 */
export function notThereYet({ name, silent, roll }: Pick<Device, 'name' | 'silent' | 'roll'>): Reason[] {
  const silence = silenceReason({ name, silent });
  const at = roll?.reportedAt ?? 0;
  if (roll?.about?.settings['direction']?.value === 'backup-only')
    return [{ code: 'not-in-this-direction', since: at, evidence: { direction: 'back up only' } }];
  const told = (roll?.reasons ?? []).filter(isOfDevice);
  return [...(silence ? [silence] : []), ...told.map(({ code }) => ({ code, since: at, evidence: evidenceOf(code) }))];
}

/** One file that may not be read, or a part of the folder that is away, keeps no other photo from the device. */
function isOfDevice({ code, evidence = {} }: ReasonCount): boolean {
  if (code === 'folder-missing') return evidence['unseen'] === undefined;
  if (code === 'permission-missing') return evidence['whole'] === true || evidence['error'] === 'EROFS';
  return OF_DEVICE.has(code);
}

const evidenceOf = (code: ReasonCode): Evidence => (code === 'permission-missing' ? { whole: true } : {});
