import { z } from 'zod';
import { clockWords, dayWords, momentWords } from './moments.ts';
import { areWords, countWords } from './numbers.ts';
import { planted } from './planted.ts';

/** The seven things that stop a photo library from syncing: settings, internet, cloud storage, device storage, restart, update, power. */
export type Check = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const CHECK_NAMES: Record<Check, string> = {
  1: 'settings',
  2: 'internet',
  3: 'cloud storage',
  4: 'device storage',
  5: 'restart',
  6: 'update',
  7: 'power',
};

export const REASON_CLASSES = ['needs-you', 'held', 'excluded', 'failing', 'moving', 'waiting'] as const;
export type ReasonClass = (typeof REASON_CLASSES)[number];

/** What changes it: a person who does something, a time that comes, or an event that is noticed. */
export type Ender = 'person' | 'time' | 'event';

/** What a reason rests on. Values are shown to people: short texts and numbers only. */
export const Evidence = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Evidence = z.infer<typeof Evidence>;

interface Telling {
  readonly class: ReasonClass;
  readonly check: Check | null;
  readonly ender: Ender;
  /** Why, as a person would say it. */
  readonly words: (evidence: Evidence) => string;
  /** What would change it. */
  readonly ends: (evidence: Evidence) => string;
  /** What a person can do, or that nothing needs doing. */
  readonly cure: (evidence: Evidence) => string;
}

const text = (value: Evidence[string] | undefined, otherwise: string): string =>
  value === undefined || value === null || value === '' ? otherwise : String(value);

/** Decimal units, as Apple counts: 1 kB is 1,000 bytes. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return unit === 0
    ? `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
    : `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit]}`;
}

/** What is to be freed. */
function lacking({ needed, free }: Evidence): string {
  return typeof needed === 'number' && typeof free === 'number' && needed > free ? sizeWords(needed - free) : 'space';
}

const size = (value: Evidence[string] | undefined): string => (typeof value === 'number' ? sizeWords(value) : 'an unknown amount');
const when = (value: Evidence[string] | undefined, otherwise: string): string =>
  typeof value === 'number' ? momentWords(value) : otherwise;
/** `12 photos went missing here`, and what went before them on the same day. */
const missingWords = ({ count, inADay }: Evidence): string => {
  const words = `${text(count, 'Many')} ${count === 1 ? 'photo' : 'photos'} went missing here`;
  return typeof count === 'number' && typeof inADay === 'number' && inADay > count ? `${words} (${inADay} within a day)` : words;
};
/** Another program answered there; a proxy that says 502 to 504 has found nobody behind it. */
const isForeign = ({ error }: Evidence): boolean => typeof error === 'string' && /^HTTP (?!50[234])/.test(error);
/** `; 37 photos there were not safe then`, as the device told last. */
const notSafeWords = ({ notSafe }: Evidence): string => {
  if (typeof notSafe !== 'number') return '; what it holds is not known';
  if (notSafe === 0) return '; all that was there then is safe';
  return `; ${countWords(notSafe, 'photo')} there ${areWords(notSafe)} not safe`;
};
/** A path, and how many others it stands for: of several paths that one reason has, the first is told. */
const somePath = ({ path, paths }: Evidence): string => {
  const others = typeof paths === 'number' && paths > 1 ? ` and ${paths - 1} ${paths === 2 ? 'other' : 'others'}` : '';
  return `${text(path, 'something in the photo folder')}${others}`;
};
/** As it is typed into a shell. */
const shellWord = (path: Evidence[string]): string =>
  typeof path !== 'string'
    ? 'PATH'
    : /^\w[\w./-]*$|^\/[\w./-]*$/.test(path)
      ? path
      : `'${path.replace(/^-/, './-').replaceAll("'", `'\\''`)}'`;
/** What can be freed in the cloud, as far as that is known. */
const freeable = ({ trashed, trashedBytes }: Evidence): string => {
  if (trashed === 0)
    return 'Recently Deleted is empty: see what would free room (rollcall cloud-space, or the page Free up space); what you move there makes room once it is emptied: rollcall trash empty.';
  const bytes = typeof trashedBytes === 'number' ? ` (${sizeWords(trashedBytes)})` : '';
  const holds = typeof trashed === 'number' ? `, which holds ${countWords(trashed, 'photo')}${bytes}` : '';
  return `Free up cloud space: empty Recently Deleted${holds}. See it: rollcall trash ls; empty it: rollcall trash empty. What else would free room: rollcall cloud-space, or the page Free up space.`;
};
const nothing = (): string => 'Nothing to do: it goes on by itself.';
const retry = (evidence: Evidence): string =>
  typeof evidence['nextTry'] === 'number' ? `The next try, at ${when(evidence['nextTry'], 'soon')}.` : 'The next try, within a minute.';

/** `12 s`, `4 min`, `3 h`, `2 days`: how long something takes, as nearly as anybody can say. */
export function spanWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
/** `, about 20 s to go`; nothing while nobody knows. */
const toGo = (value: Evidence[string] | undefined, words: string): string =>
  typeof value === 'number' ? `, about ${spanWords(value)}${words}` : '';
/** Work that stood still and was begun anew says so. */
const restarted = ({ restarts }: Evidence): string =>
  typeof restarts === 'number' && restarts > 0
    ? ` It stood still, and was begun anew ${restarts === 1 ? 'once' : `${restarts} times`}.`
    : '';
/** What came by in some seconds; of nothing it is not said how fast it was. */
const rateWords = ({ rate }: Evidence): string => (rate === 0 ? 'next to nothing comes by' : `${size(rate)} a second`);
/** `; 8 % of what this device sends is lost`; every link loses a little. */
const lossWords = ({ loss }: Evidence): string =>
  typeof loss === 'number' && loss >= 2 ? `; ${loss} % of what this device sends is lost` : '';
const lastAnswer = ({ lastSuccess }: Evidence): string =>
  typeof lastSuccess === 'number' ? ` It last answered at ${when(lastSuccess, '')}.` : '';
/** A certificate whose time is not now may be that of a right server, on a device whose clock is wrong. */
const isOfTime = ({ error }: Evidence): boolean => error === 'CERT_NOT_YET_VALID' || error === 'CERT_HAS_EXPIRED';

const needsYou = { class: 'needs-you', ender: 'person' } as const;
const held = { class: 'held' } as const;
const excluded = { class: 'excluded', ender: 'person', check: null } as const;
const failing = { class: 'failing', ender: 'time' } as const;
const moving = { class: 'moving', ender: 'event', check: null, cure: nothing } as const;

/** Of what holds data of a photo: why it is not kept with one. */
function besideWords({ photos, files }: Evidence): string {
  if (typeof photos !== 'number') return '';
  if (photos === 0) return ' It belongs to no photo here.';
  if (photos > 1) return ` It could belong to ${photos} photos here, and is kept with none.`;
  return typeof files === 'number'
    ? ` Its photo has ${files} files in the cloud, and can have no more.`
    : ' It is kept with its photo when that is in the cloud.';
}

/**
 * Every reason, with its words, its check and its cure; first match is primary, in this order.
 * A code that is added to `ReasonCode` does not compile until it stands here.
 */
export const REASONS = {
  'signed-out': {
    ...needsYou,
    check: 1,
    words: () => 'This device is signed out.',
    ends: () => 'Signing in again.',
    cure: () => 'Link this device again: rollcall link. The photos here stay.',
  },
  'wrong-account': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['home'] !== undefined
        ? `This state folder is a copy: the photo folder belongs to ${text(e['home'], 'another one')}.`
        : e['folderAccount'] !== undefined && e['folderAccount'] === e['account']
          ? 'Another device of your account has this folder.'
          : `This folder belongs to ${text(e['folderAccount'], 'another account')}; you are signed in as ${text(e['account'], 'someone else')}.`,
    ends: () => 'Signing in with the right account, or choosing another folder.',
    cure: (e) =>
      e['home'] !== undefined
        ? `Go on with that one: rollcall sync --home ${shellWord(e['home'])}. To have a device of its own here, link another photo folder: rollcall link.`
        : e['folderAccount'] !== undefined && e['folderAccount'] !== e['account']
          ? `Nothing was moved. Link this folder as ${text(e['folderAccount'], 'its own account')}, or link another folder as ${text(e['account'], 'this account')}: rollcall link.`
          : 'Nothing was moved. Go on with that device, or link another folder: rollcall link.',
  },
  'device-revoked': {
    ...needsYou,
    check: 1,
    words: (e) =>
      typeof e['closedOn'] === 'number'
        ? `This library was closed on ${dayWords(e['closedOn'])}.`
        : 'This device was removed from the account.',
    ends: (e) => (typeof e['closedOn'] === 'number' ? 'Linking the device to another library.' : 'Linking the device again.'),
    cure: (e) =>
      typeof e['closedOn'] === 'number'
        ? 'The photos here stay where they are. To have a cloud again, end this device (rollcall unlink) and link its folder to another account (rollcall link).'
        : 'Link this device again: rollcall link. The photos here stay.',
  },
  'device-forked': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['copy'] === undefined
        ? 'Another copy of this device is syncing, too.'
        : `A copy of this device’s state folder (${text(e['copy'], 'elsewhere')}) was started, and refused: the photo folder belongs to this device.`,
    ends: (e) =>
      e['copy'] === undefined
        ? 'This copy taking a name of its own, with its next sync.'
        : 'Nobody starting that copy for an hour, or its end.',
    cure: (e) =>
      e['copy'] === undefined
        ? 'Let it sync (rollcall sync): it becomes a device of its own by itself, and nothing is lost or sent twice.'
        : 'Nothing was moved, and this device goes on. Go on with this one only; to have another device, link another photo folder: rollcall link.',
  },
  'update-needed': {
    ...needsYou,
    check: 6,
    words: (e) => `This version (${text(e['device'], '?')}) is too old for the server (needs ${text(e['needs'], 'a newer one')}).`,
    ends: () => 'Updating Rollcall here.',
    cure: () => 'Update Rollcall on this device (in a clone: git pull && npm ci); it then goes on by itself. Nothing is lost meanwhile.',
  },
  'server-outdated': {
    ...needsYou,
    check: 6,
    words: (e) =>
      `The server (${text(e['server'], '?')}) is too old for this version (${text(e['device'], '?')}, which needs ${text(e['needs'], 'a newer one')}).`,
    ends: () => 'Updating the server.',
    cure: () =>
      'Update Rollcall on the server (in a clone: git pull && npm ci, then start it again); this device then goes on by itself. Nothing is lost meanwhile.',
  },
  'permission-missing': {
    ...needsYou,
    check: 1,
    words: (e) => {
      const what = e['whole'] === true ? `the photo folder${e['path'] == null ? '' : ` (${text(e['path'], '')})`}` : somePath(e);
      return `Rollcall may not ${text(e['needed'], 'read and write')} ${what}${e['unseen'] === undefined ? '' : ': what lies there is not seen'}.`;
    },
    ends: () => 'Granting the permission.',
    cure: (e) => {
      if (e['error'] === 'EROFS') return 'Make the disk writable, as by mounting it anew without “ro”. It then goes on by itself.';
      const what = e['whole'] === true ? 'the photo folder' : e['unseen'] === undefined ? 'this file and its folder' : 'what lies there';
      const rights = e['needed'] === 'read' ? 'u+rX' : 'u+rwX';
      const where = e['whole'] === true ? '' : ' in the photo folder';
      return `Let the user that runs Rollcall ${text(e['needed'], 'read and write')} ${what}, as by chmod ${rights} ${shellWord(e['path'] ?? null)}${where}.`;
    },
  },
  'folder-missing': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['unseen'] === undefined
        ? `The photo folder is not there: ${text(e['why'], 'its marker was not found')}.`
        : `A part of the photo folder is not there: ${text(e['why'], 'something lies over it')}.`,
    ends: () => 'The folder coming back.',
    cure: () => 'Connect the disk, or put the folder back. Nothing is taken for deleted meanwhile.',
  },
  'mass-delete-held': {
    ...needsYou,
    check: 1,
    words: (e) => `${missingWords(e)}; Rollcall waits for your word before it deletes ${e['count'] === 1 ? 'it' : 'them'} elsewhere.`,
    ends: () => 'Your answer.',
    cure: () => 'Say which: rollcall held keep, or rollcall held trash.',
  },
  'quota-full': {
    ...needsYou,
    check: 3,
    words: (e) =>
      `The cloud is full: this needs ${size(e['needed'])}, ${size(e['free'])} ${typeof e['quota'] === 'number' ? `of ${size(e['quota'])} ` : ''}is free.`,
    ends: () => 'Space in the cloud; it then goes on by itself.',
    cure: (e) => {
      const email = text(e['email'], 'EMAIL');
      return `${freeable(e)} Or ask for a bigger plan at the page Storage, which the owner of the server gives there: rollcall plan grant ${email} --data DIR; or more room without a plan: rollcall account quota ${email} SIZE --data DIR.`;
    },
  },
  'plan-owner-quota-full': {
    ...needsYou,
    check: 3,
    words: (e) => `The cloud space of ${text(e['owner'], 'the plan’s owner')} is full.`,
    ends: () => 'Space in the cloud; it then goes on by itself.',
    cure: (e) =>
      `Ask ${text(e['owner'], 'the plan’s owner')} to free up space, or to have more room given on the server: rollcall account quota EMAIL SIZE --data DIR.`,
  },
  'server-disk-full': {
    ...needsYou,
    check: 3,
    words: () => 'The server’s own disk is full.',
    ends: () => 'Space on the server’s disk; it then goes on by itself.',
    cure: () => 'Ask the owner of the server to free up space on its disk, where its data folder is.',
  },
  'device-disk-full': {
    ...needsYou,
    check: 4,
    words: (e) => {
      const left = `${size(e['needed'])} needed, ${size(e['free'])} left`;
      if (e['budget'] != null) return `Photos may take ${size(e['budget'])} on this disk, and no more of them can make room: ${left}.`;
      if (e['keepFree'] != null)
        return `${text(e['keepFree'], '')} % of this disk are to stay free, and no more photos can make room: ${left}.`;
      return `This disk is full: ${size(e['needed'])} needed, ${size(e['free'])} free.`;
    },
    ends: (e) =>
      e['budget'] == null && e['keepFree'] == null
        ? 'Space on this disk; it then goes on by itself.'
        : 'More room for photos on this disk; it then goes on by itself.',
    cure: (e) =>
      e['budget'] == null && e['keepFree'] == null
        ? `Free up ${lacking(e)} on this disk, or optimise storage: originals in the cloud, compressed versions on the disk. As commands: rollcall conditions, and rollcall settings set storage optimise.`
        : 'Let photos take more of it: rollcall settings set disk-budget SIZE. What takes it: rollcall storage.',
  },
  'file-unreadable': {
    ...needsYou,
    check: 1,
    words: (e) => `The file cannot be read (${text(e['error'], 'unknown error')}).`,
    ends: () => 'The file becoming readable.',
    cure: (e) => {
      const error = text(e['error'], '');
      if (error.includes('its name is no valid text'))
        return 'Give it a name of plain text, as by mv in its folder. It then goes on by itself.';
      if (error.includes('too many folders')) return 'Move what lies there to a folder nearer to the top. It then goes on by itself.';
      if (error === 'EIO')
        return 'Check the disk, and put a good copy of the file in its place, as from a backup. If there is none, move it out of the photo folder.';
      return `Make it readable for the user that runs Rollcall, as by chmod u+r ${shellWord(e['path'] ?? null)} in the photo folder. If it is no photo of yours, move it out of there.`;
    },
  },
  'unsupported-kind': {
    ...needsYou,
    check: null,
    words: (e) => `The server does not take this kind of file (${text(e['kind'], 'unknown')}).`,
    ends: () => 'A server that takes it.',
    cure: () => 'Update the server, or move the file out of the photo folder.',
  },
  'too-large-for-server': {
    ...needsYou,
    check: 3,
    words: (e) => `The file (${size(e['size'])}) is larger than the server takes (${size(e['limit'])}).`,
    ends: () => 'A higher limit on the server.',
    cure: () => 'Shorten the video, or ask the owner of the server for a version that takes more. All others go on.',
  },
  'deleted-before': {
    ...needsYou,
    check: 1,
    words: () => 'You deleted this photo before; it is not sent again without your word.',
    ends: () => 'Your answer.',
    cure: () => 'Say which: rollcall keep FILE (have it again), or rollcall forget FILE (it stays deleted; the file here is left alone).',
  },
  'given-up': {
    ...needsYou,
    check: 5,
    words: (e) =>
      `It failed ${typeof e['tries'] === 'number' ? countWords(e['tries'], 'time') : 'some times'}, and is not tried again by itself: ${text(e['error'], 'no reason was given')}.`,
    ends: () => 'A change of the file, a word of yours to try again, or Rollcall beginning anew on this device.',
    cure: () =>
      'Do what the error says. Then have it tried again: on the page Sync health, by rollcall restart, or by saving the file again.',
  },
  'lost-with-server': {
    ...needsYou,
    check: 5,
    words: (e) =>
      `The photo (${text(e['fileName'], 'unnamed')}) was only on the server, and newer than the backup that was put back there.`,
    ends: () => 'Another device giving it back, a newer backup, or your word that it is gone.',
    cure: (e) =>
      `Bring every device that may have it online, or put the file into a device’s folder again. If it is gone: rollcall lost forget ${text(e['assetId'], 'ID')}.`,
  },
  /** Of another device, as seen from here; never of an item. */
  'device-silent': {
    ...needsYou,
    check: 5,
    ender: 'event',
    words: (e) =>
      `${text(e['deviceName'], 'A device')} was not heard from${typeof e['heard'] === 'number' ? ` since ${when(e['heard'], '')}` : ' for days'}${notSafeWords(e)}.`,
    ends: () => 'A word from it.',
    cure: (e) =>
      `See that ${text(e['deviceName'], 'it')} is on, connected, and that Rollcall runs there (rollcall sync). If it stays silent, rollcall doctor says there what is in the way.`,
  },
  'library-closing': {
    ...needsYou,
    check: 1,
    words: (e) =>
      `The library closes on ${typeof e['date'] === 'number' ? dayWords(e['date']) : 'a day not known'}: nothing new goes to the cloud, and no file here is touched.`,
    ends: () => 'Keeping the library, until that day.',
    cure: () =>
      'Keep it: rollcall account keep, or Keep my library on the page. Photos that are only in the cloud come to a device that is linked and keeps originals: rollcall sync.',
  },

  'sync-off': {
    ...held,
    check: 1,
    ender: 'person',
    words: (e) =>
      e['deviceName'] === undefined ? 'Sync is off on this device.' : `Sync is off on ${text(e['deviceName'], '')}${notSafeWords(e)}.`,
    ends: () => 'Switching sync on.',
    cure: (e) =>
      e['deviceName'] === undefined
        ? 'Switch on: Sync this device. As a command: rollcall settings set sync on.'
        : 'Switch it on there (rollcall settings set sync on), or from the page Sync health.',
  },
  paused: {
    ...held,
    check: 1,
    ender: 'time',
    words: (e) => `Paused until ${when(e['until'], 'you resume')}.`,
    ends: (e) => `Resuming, or ${when(e['until'], 'the end of the pause')}.`,
    cure: () => 'Resume. As a command: rollcall resume.',
  },
  'wifi-only': {
    ...held,
    check: 2,
    ender: 'event',
    words: () => 'Waiting for Wi-Fi.',
    ends: () => 'A Wi-Fi or wired link.',
    cure: () => 'Use mobile data, or Sync now for an hour. As commands: rollcall settings set mobile-data on, or rollcall sync-now.',
  },
  'mobile-budget-spent': {
    ...held,
    check: 2,
    ender: 'time',
    words: (e) => `This month’s mobile data is used up (${size(e['used'])} of ${size(e['budget'])}).`,
    ends: (e) => `Wi-Fi, or ${when(e['resets'], 'the next month')}.`,
    cure: () => 'Raise the budget, or use Wi-Fi. As a command: rollcall settings set mobile-budget SIZE.',
  },
  roaming: {
    ...held,
    check: 2,
    ender: 'event',
    words: () => 'Waiting: this link is roaming.',
    ends: () => 'A link that is not roaming.',
    cure: () => 'Use Wi-Fi, or Sync now for an hour. As a command: rollcall sync-now.',
  },
  metered: {
    ...held,
    check: 2,
    ender: 'event',
    words: () => 'Waiting: this link is metered.',
    ends: () => 'A link that is not metered.',
    cure: () =>
      'Sync now for an hour, or change the rule for metered links. As commands: rollcall sync-now, or rollcall settings set metered-as-mobile off.',
  },
  'low-power-mode': {
    ...held,
    check: 7,
    ender: 'event',
    words: () => 'Low-power mode is on.',
    ends: () => 'Low-power mode going off.',
    cure: () => 'Charge, or Sync now for an hour. As a command: rollcall sync-now.',
  },
  'low-battery': {
    ...held,
    check: 7,
    ender: 'event',
    words: (e) => `The battery is low (${text(e['level'], '?')} %, needs ${text(e['needs'], '20')} % or power).`,
    ends: () => 'Charging.',
    cure: () => 'Connect power, or Sync now for an hour. As a command: rollcall sync-now.',
  },
  'charging-only': {
    ...held,
    check: 7,
    ender: 'event',
    words: () => 'Waiting for power.',
    ends: () => 'Charging.',
    cure: () => 'Connect power, or Sync now for an hour. As a command: rollcall sync-now.',
  },
  'quiet-hours': {
    ...held,
    check: 1,
    ender: 'time',
    words: (e) => `Quiet hours until ${when(e['until'], 'their end')}.`,
    ends: (e) => when(e['until'], 'The end of the quiet hours.'),
    cure: () => 'Sync now for an hour. As a command: rollcall sync-now.',
  },

  'excluded-by-rule': {
    ...excluded,
    words: (e) =>
      e['forgotten'] === true
        ? 'You said that this photo stays deleted; the file here is left alone.'
        : `A rule of this device leaves it out (${text(e['rule'], 'unnamed')}).`,
    ends: (e) => (e['forgotten'] === true ? 'Your word: rollcall keep FILE.' : 'Changing the rule.'),
    cure: (e) => {
      if (e['forgotten'] === true) return 'Nothing to do. To have it again: rollcall keep FILE.';
      if (text(e['rule'], '').startsWith('another disk')) return 'Nothing to do. To have its photos, too: rollcall link --folder DIR.';
      return 'Change the rule to include it. As commands: rollcall settings get, then rollcall settings set exclude-names or exclude-kinds.';
    },
  },
  'hidden-file': {
    ...excluded,
    words: () => 'Hidden files are left out.',
    ends: () => 'Renaming it without the leading dot.',
    cure: () => 'Rename it without the leading dot to include it.',
  },
  'temporary-file': {
    ...excluded,
    words: () => 'Temporary files are left out.',
    ends: () => 'The file getting its final name.',
    cure: nothing,
  },
  'not-a-photo': {
    ...excluded,
    words: (e) => `Not a photo or video${e['kind'] ? ` (${text(e['kind'], '')})` : ''}.${besideWords(e)}`,
    ends: (e) =>
      e['photos'] === undefined ? 'Nothing: only photos and videos are kept in the cloud.' : 'One photo beside it that is in the cloud.',
    cure: () => 'Nothing to do: it stays where it is.',
  },
  'not-in-this-direction': {
    ...excluded,
    words: (e) => `This device is set to ${text(e['direction'], 'one direction')}.`,
    ends: () => 'Changing the direction.',
    cure: () => 'Set the device to sync both ways. As a command: rollcall settings set direction both.',
  },

  offline: {
    ...failing,
    check: 2,
    words: (e) => `This device is offline${e['interface'] === undefined ? '' : `: ${text(e['interface'], 'no network is connected')}`}.`,
    ends: () => 'A link to the internet.',
    cure: () => 'Connect to a network. It then goes on by itself.',
  },
  'captive-portal': {
    ...failing,
    check: 2,
    words: () => 'This network wants you to sign in first.',
    ends: () => 'Signing in to the network.',
    cure: (e) => `Open ${text(e['page'], 'the network’s page')} in a browser on this device, and sign in. It then goes on by itself.`,
  },
  'server-unreachable': {
    ...failing,
    check: 2,
    words: (e) =>
      isForeign(e)
        ? `The server’s address answers, but not as a Rollcall cloud does (${text(e['error'], 'no answer')}).`
        : `The server does not answer (${text(e['error'], 'no answer')}).${lastAnswer(e)}`,
    ends: retry,
    cure: (e) =>
      isForeign(e)
        ? 'See that the address is right, and that what stands before the server leads to it. It is tried again by itself.'
        : 'See that the server is running (rollcall serve, there). It is tried again by itself.',
  },
  'server-busy': {
    ...failing,
    check: 2,
    words: (e) => `The server is busy${typeof e['until'] === 'number' ? ` until ${clockWords(e['until'])}` : ''}.`,
    ends: (e) => (typeof e['until'] === 'number' ? `The time that the server gave, ${clockWords(e['until'])}.` : retry(e)),
    cure: nothing,
  },
  'slow-link': {
    ...failing,
    check: 2,
    ender: 'event',
    words: (e) =>
      e['where'] === 'server'
        ? `It goes slowly (${rateWords(e)}): the server takes ${text(e['answer'], 'many')} ms for a small answer, the way to it ${text(e['handshake'], 'few')} ms.`
        : `The link is slow (${rateWords(e)}${lossWords(e)}), here or on the way to the server.`,
    ends: (e) => (e['where'] === 'server' ? 'The server having less to do.' : 'A better link.'),
    cure: (e) =>
      e['where'] === 'server'
        ? 'Ask the owner of the server what keeps it busy; it goes on meanwhile.'
        : 'Use a better link; it goes on meanwhile.',
  },
  'clock-skew': {
    ...failing,
    check: 2,
    ender: 'person',
    words: (e) =>
      typeof e['seconds'] === 'number'
        ? `This device’s clock is ${spanWords(Math.abs(e['seconds']) * 1000)} ${e['seconds'] < 0 ? 'behind' : 'ahead of'} the server’s.`
        : 'This device’s clock and the server’s differ.',
    ends: () => 'Setting the clock.',
    cure: () => 'Set the clock of this device, or of the server, whichever is wrong; it goes on meanwhile.',
  },
  'tls-failed': {
    ...failing,
    check: 2,
    words: (e) => `No safe connection to the server (${text(e['error'], 'certificate')}).`,
    ends: retry,
    cure: (e) =>
      isOfTime(e)
        ? 'See that the clock of this device is right; then check the server’s certificate.'
        : 'Check the server’s certificate, or a network that puts itself in between.',
  },
  'too-large-for-proxy': {
    ...failing,
    check: 2,
    words: (e) => {
      const takes = typeof e['limit'] === 'number' ? `; pieces of ${size(e['limit'])} are sent instead` : '';
      return `Something between here and the server refuses pieces of ${size(e['piece'])}${takes}.`;
    },
    ends: (e) => (typeof e['nextTry'] === 'number' ? retry(e) : 'Smaller pieces, which are tried now.'),
    cure: () => 'Raise the body limit of the proxy in front of the server.',
  },
  'file-changing': {
    ...failing,
    check: null,
    words: () => 'The file is still being written.',
    ends: () => 'The file staying the same for some seconds.',
    cure: nothing,
  },
  'disk-changed-bytes': {
    ...failing,
    check: 4,
    words: (e) =>
      e['where'] === 'cloud'
        ? 'The cloud’s disk has lost bytes of this photo; the copy here stays until the cloud has it whole again.'
        : 'This disk gave other bytes than were written, and nobody changed the file.',
    ends: (e) => (e['where'] === 'cloud' ? 'The cloud having it whole again.' : 'The good bytes coming back from the cloud.'),
    cure: (e) =>
      e['where'] === 'cloud'
        ? 'Nothing to do for this photo: a device that has it sends it again. Ask the owner of the server to check its disk.'
        : 'Nothing to do for this photo: what the disk gave is kept as a version. Check the disk.',
  },
  'bytes-changed': { ...failing, check: null, words: () => 'The file changed while it was being sent.', ends: retry, cure: nothing },
  'digest-mismatch': {
    ...failing,
    check: 2,
    words: () => 'The bytes that arrived are not the bytes that were sent.',
    ends: retry,
    cure: () => 'It is sent again by itself. If this stays, check the memory and disks on both sides.',
  },
  refused: {
    ...failing,
    check: null,
    words: (e) => `The server refused it (${text(e['error'], 'no reason given')}).`,
    ends: retry,
    cure: nothing,
  },
  'download-failed': {
    ...failing,
    check: 2,
    words: (e) => `It could not be fetched (${text(e['error'], 'unknown error')}).`,
    ends: retry,
    cure: nothing,
  },

  hashing: { ...moving, words: (e) => `Being read.${restarted(e)}`, ends: () => 'Its hash being known.' },
  asking: { ...moving, words: () => 'Asking the cloud whether it has it.', ends: () => 'The answer.' },
  sending: {
    ...moving,
    words: (e) => `On its way to the cloud (${size(e['offset'])} of ${size(e['size'])}${toGo(e['left'], ' to go')}).${restarted(e)}`,
    ends: () => 'Its last byte arriving.',
  },
  verifying: { ...moving, words: () => 'The cloud is checking its bytes.', ends: () => 'The check.' },
  committing: { ...moving, words: () => 'Being added to the library.', ends: () => 'The library’s answer.' },
  'awaiting-acknowledgement': {
    ...moving,
    words: () => 'Sent; waiting to see it in the library.',
    ends: () => 'The next look at the library.',
  },
  downloading: {
    ...moving,
    words: (e) => `Being fetched (${size(e['offset'])} of ${size(e['size'])}${toGo(e['left'], ' to go')}).${restarted(e)}`,
    ends: () => 'Its last byte arriving.',
  },
  applying: { ...moving, words: () => 'Being put in place here.', ends: () => 'The file being in place.' },

  queued: {
    class: 'waiting',
    check: null,
    ender: 'event',
    words: (e) =>
      e['position']
        ? `Waiting its turn (number ${text(e['position'], '')}${typeof e['bytesAhead'] === 'number' ? `, ${size(e['bytesAhead'])} before it` : ''}${toGo(e['expected'], '')}).`
        : 'Waiting its turn.',
    ends: (e) => (typeof e['expected'] === 'number' ? `Its turn, in about ${spanWords(e['expected'])}.` : 'Its turn.'),
    cure: nothing,
  },
} as const satisfies Record<string, Telling>;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as ReasonCode[];

/** Why an item or an asset is not in sync, as the planner states it. */
export const Reason = z.object({
  code: z.enum(REASON_CODES as [ReasonCode, ...ReasonCode[]]),
  /** This device's clock, milliseconds since 1970. */
  since: z.number(),
  evidence: Evidence,
});
export type Reason = z.infer<typeof Reason>;

/** A reason with everything a person is told of it. */
export const ToldReason = z.object({
  code: Reason.shape.code,
  check: z.number().int().min(1).max(7).nullable(),
  class: z.enum(REASON_CLASSES),
  since: z.number(),
  ends: z.object({ by: z.enum(['person', 'time', 'event']), words: z.string() }),
  cure: z.string(),
  words: z.string(),
  evidence: Evidence,
});
export type ToldReason = z.infer<typeof ToldReason>;

export function tellReason(reason: Reason): ToldReason {
  const telling: Telling = REASONS[reason.code];
  return {
    code: reason.code,
    check: telling.check,
    class: telling.class,
    since: reason.since,
    ends: { by: telling.ender, words: telling.ends(reason.evidence) },
    cure: telling.cure(reason.evidence),
    words: telling.words(reason.evidence),
    evidence: reason.evidence,
  };
}

export function classOf(code: ReasonCode): ReasonClass {
  return REASONS[code].class;
}

/** The order in which reasons are primary: smaller comes first. */
export function rankOf(code: ReasonCode): number {
  return REASON_CODES.indexOf(code);
}

/** Sorted so that the primary stands first; each code once. */
export function sortReasons(reasons: readonly Reason[]): Reason[] {
  const seen = new Map<ReasonCode, Reason>();
  for (const reason of reasons) if (!seen.has(reason.code)) seen.set(reason.code, reason);
  const sorted = [...seen.values()].sort((a, b) => rankOf(a.code) - rankOf(b.code));
  const [primary] = sorted;
  return primary && planted('two-primaries') ? [primary, ...sorted] : sorted;
}
