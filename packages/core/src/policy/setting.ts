import { message, say, sizeWords } from '@rollcall/protocol';
import { readPattern, type DiskBudget } from '../plan/index.ts';
import type { Policy } from './policy.ts';

/** What a value means for the policy, or, in a person's words, why it is none. */
type Read = { readonly ok: true; readonly policy: Partial<Policy> } | { readonly ok: false; readonly words: string };

interface Setting {
  /** What it is about, for a list of settings. */
  readonly about: string;
  /** Which values there are. */
  readonly takes: string;
  readonly read: (text: string, before: Policy) => Read;
  /** The value as it is read again. */
  readonly show: (policy: Policy) => string;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 };
const KINDS = ['photo', 'video'] as const;
const DIRECTIONS = ['both', 'backup-only', 'download-only'] as const;
/** A slower link than this would not even carry the questions; bytes a second. */
const SLOWEST = 1000;
const MOST_PATTERNS = 50;
const STORAGES = ['keep-originals', 'optimise'] as const;
/** A smaller folder could not even hold the compressed versions of some hundred photos. Bytes. */
const SMALLEST_BUDGET = 1_000_000;

const good = (policy: Partial<Policy>): Read => ({ ok: true, policy });
const bad = (words: string): Read => ({ ok: false, words });

function onOff(about: string, of: (policy: Policy) => boolean, to: (on: boolean) => Partial<Policy>): Setting {
  return {
    get about() {
      return say(about);
    },
    get takes() {
      return say('on or off');
    },
    read: (text) => {
      const on = readOnOff(text);
      return on === null ? bad(say('Give on or off.')) : good(to(on));
    },
    show: (policy) => (of(policy) ? 'on' : 'off'),
  };
}

function limit(about: string, way: keyof Policy['limits']): Setting {
  return {
    get about() {
      return say(about);
    },
    get takes() {
      return say('bytes a second, such as 500kB, or off');
    },
    read: (text, { limits }) => {
      const rate = isOff(text) ? null : readSize(text.replace(/\/s$/, ''));
      if (rate === null ? !isOff(text) : rate < SLOWEST)
        return bad(say('Give bytes a second, such as 500kB or 2MB (at least 1kB), or off.'));
      return good({ limits: { ...limits, [way]: rate } });
    },
    show: ({ limits }) => (limits[way] === null ? 'off' : String(limits[way])),
  };
}

/** Every setting of a device that a person can change by its name. */
export const SETTINGS = {
  sync: onOff(
    message('sync this device'),
    (policy) => policy.sync,
    (sync) => ({ sync }),
  ),
  'mobile-data': onOff(
    message('mobile data may be used'),
    (policy) => policy.mobileData,
    (mobileData) => ({ mobileData }),
  ),
  'unlimited-updates': onOff(
    message('mobile data without a monthly budget'),
    (policy) => policy.unlimitedUpdates,
    (unlimitedUpdates) => ({ unlimitedUpdates }),
  ),
  'mobile-budget': {
    get about() {
      return say('mobile data in a month, while unlimited-updates is off');
    },
    get takes() {
      return say('a size, such as 500MB');
    },
    read: (text) => {
      const mobileBudget = readSize(text);
      return mobileBudget === null ? bad(say('Give a size, such as 500MB or 2GB.')) : good({ mobileBudget });
    },
    show: (policy) => String(policy.mobileBudget),
  },
  roaming: onOff(
    message('mobile data also abroad'),
    (policy) => policy.roaming,
    (roaming) => ({ roaming }),
  ),
  'metered-as-mobile': onOff(
    message('a metered Wi-Fi or cable is used like mobile data'),
    (policy) => policy.metered === 'as-mobile',
    (on) => ({ metered: on ? 'as-mobile' : 'as-any' }),
  ),
  'minimum-battery': {
    get about() {
      return say('battery below which only power lets it sync');
    },
    get takes() {
      return say('percent, 0 to 100');
    },
    read: (text) => {
      const minimumBattery = Number(/^(\d{1,3})\s*%?$/.exec(text)?.[1] ?? Number.NaN);
      return minimumBattery <= 100 ? good({ minimumBattery }) : bad(say('Give percent, from 0 (no matter) to 100.'));
    },
    show: (policy) => String(policy.minimumBattery),
  },
  'only-charging': onOff(
    message('only while it has power'),
    (policy) => policy.onlyCharging,
    (onlyCharging) => ({ onlyCharging }),
  ),
  'low-power-mode': onOff(
    message('low-power mode holds it back'),
    (policy) => policy.respectLowPower,
    (respectLowPower) => ({ respectLowPower }),
  ),
  'quiet-hours': {
    get about() {
      return say('not between these times of the day');
    },
    get takes() {
      return say('two times, such as 22:00-07:00, or off');
    },
    read: (text) => {
      const quietHours = isOff(text) ? null : readHours(text);
      return quietHours === null && !isOff(text)
        ? bad(say('Give two different times, such as 22:00-07:00, or off.'))
        : good({ quietHours });
    },
    show: ({ quietHours }) => (quietHours === null ? 'off' : `${clock(quietHours.from)}-${clock(quietHours.to)}`),
  },
  'upload-limit': limit(message('bytes sent in a second'), 'up'),
  'download-limit': limit(message('bytes fetched in a second'), 'down'),
  direction: {
    get about() {
      return say('which way photos go');
    },
    takes: DIRECTIONS.join(', '),
    read: (text) => {
      const direction = DIRECTIONS.find((each) => each === text);
      return direction ? good({ direction }) : bad(say('Give one of: {values}.', { values: DIRECTIONS.join(', ') }));
    },
    show: (policy) => policy.direction,
  },
  'exclude-names': {
    get about() {
      return say('files that are left out, by their names');
    },
    get takes() {
      return say('patterns with commas between, such as *.mov,Screenshots/**, or none');
    },
    read: (text, { leaveOut }) => {
      const names = isOff(text) ? [] : text.split(',').map((each) => each.trim());
      const wrong = names.find((each) => readPattern(each) === null);
      if (wrong !== undefined)
        return bad(say('“{wrong}” is no pattern. Give names such as *.mov or Screenshots/**, with commas between, or none.', { wrong }));
      return names.length > MOST_PATTERNS
        ? bad(say('At most {count} patterns.', { count: String(MOST_PATTERNS) }))
        : good({ leaveOut: { ...leaveOut, names } });
    },
    show: ({ leaveOut }) => leaveOut.names.join(',') || 'none',
  },
  'exclude-kinds': {
    get about() {
      return say('kinds of files that are left out');
    },
    get takes() {
      return say('{values}, or none', { values: KINDS.join(', ') });
    },
    read: (text, { leaveOut }) => {
      const words = isOff(text) ? [] : text.split(',').map((each) => each.trim());
      const kinds = KINDS.filter((kind) => words.includes(kind));
      return kinds.length === words.length
        ? good({ leaveOut: { ...leaveOut, kinds } })
        : bad(say('Give {kinds}, with a comma between, or none.', { kinds: KINDS.join(` ${say('or')} `) }));
    },
    show: ({ leaveOut }) => leaveOut.kinds.join(',') || 'none',
  },
  storage: {
    get about() {
      return say('originals stay here, or make room for compressed versions when it is short');
    },
    takes: STORAGES.join(', '),
    read: (text) => {
      const storage = STORAGES.find((each) => each === text);
      return storage ? good({ storage }) : bad(say('Give one of: {values}.', { values: STORAGES.join(', ') }));
    },
    show: (policy) => policy.storage,
  },
  'disk-budget': {
    get about() {
      return say('what photos may take of this disk, while storage is optimise');
    },
    get takes() {
      return say('a size for the folder, such as 1GB, or what stays free of the disk, such as 10% free, or none');
    },
    read: (text) => {
      const diskBudget = isOff(text) ? ({ of: 'nothing' } as const) : readBudget(text);
      return diskBudget === null
        ? bad(say('Give a size of at least 1MB, such as 20GB, or what stays free, such as 10% free (1 to 90), or none.'))
        : good({ diskBudget });
    },
    show: ({ diskBudget }) => showBudget(diskBudget),
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

/** A value in words: sizes and rates as a person says them. */
export function settingWords(name: SettingName, policy: Policy): string {
  const text = SETTINGS[name].show(policy);
  switch (name) {
    case 'mobile-budget':
      return say('{size} a month', { size: sizeWords(Number(text)) });
    case 'upload-limit':
    case 'download-limit':
      return text === 'off' ? say('off') : say('{size} a second', { size: sizeWords(Number(text)) });
    case 'minimum-battery':
      return `${text} %`;
    case 'disk-budget':
      return budgetWords(policy.diskBudget);
    default:
      return text;
  }
}

/** Yes or no, as people write it; null: neither. */
export function readOnOff(text: string): boolean | null {
  if (/^(on|yes|true)$/i.test(text)) return true;
  return /^(off|no|false)$/i.test(text) ? false : null;
}

/** Bytes, or a decimal size, as `1.5GB` or `1,5 GB`; null: it is none. */
export function readSize(text: string): number | null {
  const match = /^(\d{1,15}(?:\.\d{1,6}|,\d{1,2})?)\s*([kmgt]?b)?$/i.exec(text.trim());
  const bytes = match
    ? Math.round(Number(match[1]?.replace(',', '.')) * (UNITS[(match[2] ?? '').toLowerCase()] ?? Number.NaN))
    : Number.NaN;
  return Number.isSafeInteger(bytes) ? bytes : null;
}

function readBudget(text: string): DiskBudget | null {
  const percent = Number(/^(\d{1,2})\s*%\s*(?:free)?$/i.exec(text)?.[1] ?? Number.NaN);
  if (percent >= 1 && percent <= 90) return { of: 'free', percent };
  const bytes = readSize(text);
  return bytes === null || bytes < SMALLEST_BUDGET ? null : { of: 'folder', bytes };
}

function showBudget(budget: DiskBudget): string {
  switch (budget.of) {
    case 'folder':
      return String(budget.bytes);
    case 'free':
      return `${budget.percent}% free`;
    case 'nothing':
      return 'none';
    default:
      return budget satisfies never;
  }
}

/** What photos may take of the disk, as a person says it. */
export function budgetWords(budget: DiskBudget): string {
  switch (budget.of) {
    case 'folder':
      return sizeWords(budget.bytes);
    case 'free':
      return say('{percent}% free', { percent: String(budget.percent) });
    case 'nothing':
      return say('none');
    default:
      return budget satisfies never;
  }
}

function isOff(text: string): boolean {
  return /^(off|none)$/i.test(text);
}

function readHours(text: string): Policy['quietHours'] {
  const [from, to, more] = text.split(/\s*[-–]\s*/).map(readClock);
  return from == null || to == null || more !== undefined || from === to ? null : { from, to };
}

/** Minutes since midnight. */
function readClock(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  return hours === undefined || Number(hours) > 23 || Number(minutes) > 59 ? null : Number(hours) * 60 + Number(minutes);
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
