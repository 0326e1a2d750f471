import { z } from 'zod';
import { errorCure, errorWords } from './error-words.ts';
import { decimal, say, sayMany } from './language.ts';
import { clockWords, dayWords, momentWords } from './moments.ts';
import { planted } from './planted.ts';
import { retell } from './retell.ts';

/** The seven things that stop a photo library from syncing: settings, internet, cloud storage, device storage, restart, update, power. */
export type Check = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const CHECK_NAMES: Record<Check, string> = {
  get 1() {
    return say('settings');
  },
  get 2() {
    return say('internet');
  },
  get 3() {
    return say('cloud storage');
  },
  get 4() {
    return say('device storage');
  },
  get 5() {
    return say('restart');
  },
  get 6() {
    return say('update');
  },
  get 7() {
    return say('power');
  },
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
/** The same of what is in words: a device tells them in English. */
const told = (value: Evidence[string] | undefined, otherwise: string): string =>
  value === undefined || value === null || value === '' ? otherwise : retell(String(value));

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
    ? sayMany(bytes, '{count} byte', '{count} bytes')
    : `${decimal(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)} ${units[unit]}`;
}

/** What is to be freed. */
function lacking({ needed, free }: Evidence): string {
  return typeof needed === 'number' && typeof free === 'number' && needed > free ? sizeWords(needed - free) : say('space');
}

/** In words, with its code. */
const errorOf = ({ error }: Evidence, otherwise: string): string => errorWords(text(error, otherwise));
/** ` Tried 2 times.` */
const tried = ({ tries }: Evidence): string =>
  typeof tries === 'number' && tries > 0 ? ` ${sayMany(tries, 'Tried once.', 'Tried {count} times.')}` : '';
/** What to do about what was given up, by its error, else by what it was. */
const remedy = ({ error, was }: Evidence): string => {
  if (was === 'digest-mismatch') return say('Check the memory and disks on both sides');
  return (
    errorCure(text(error, '')) ??
    say('If the error does not tell you what to do, hand it to whoever keeps the server, with a report: rollcall doctor --report FILE')
  );
};

const size = (value: Evidence[string] | undefined): string => (typeof value === 'number' ? sizeWords(value) : say('an unknown amount'));
const when = (value: Evidence[string] | undefined, otherwise: string): string =>
  typeof value === 'number' ? momentWords(value) : otherwise;
/** `12 photos went missing here`, and what went before them on the same day. */
const missingWords = ({ count, inADay }: Evidence): string => {
  if (typeof count !== 'number')
    return say('Many photos went missing here; Rollcall waits for your word before it deletes them elsewhere.');
  if (typeof inADay === 'number' && inADay > count)
    return sayMany(
      count,
      '{count} photo went missing here ({inADay} within a day); Rollcall waits for your word before it deletes it elsewhere.',
      '{count} photos went missing here ({inADay} within a day); Rollcall waits for your word before it deletes them elsewhere.',
      { inADay: String(inADay) },
    );
  return sayMany(
    count,
    '{count} photo went missing here; Rollcall waits for your word before it deletes it elsewhere.',
    '{count} photos went missing here; Rollcall waits for your word before it deletes them elsewhere.',
  );
};
/** Another program answered there; a proxy that says 502 to 504 has found nobody behind it. */
const isForeign = ({ error }: Evidence): boolean => typeof error === 'string' && /^HTTP (?!50[234])/.test(error);
/** Nothing is known but that no answer came. */
const isSilent = ({ error }: Evidence): boolean => error === undefined || error === null || error === 'no answer';
/** `; 37 photos there were not safe then`, as the device told last. */
const notSafeWords = ({ notSafe }: Evidence): string => {
  if (typeof notSafe !== 'number') return say('; what it holds is not known');
  if (notSafe === 0) return say('; all that was there then is safe');
  return sayMany(notSafe, '; {count} photo there is not safe', '; {count} photos there are not safe');
};
/** A path, and how many others it stands for: of several paths that one reason has, the first is told. */
const somePath = ({ path, paths }: Evidence): string => {
  const first = text(path, say('something in the photo folder'));
  return typeof paths === 'number' && paths > 1
    ? sayMany(paths - 1, '{path} and {count} other', '{path} and {count} others', { path: first })
    : first;
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
    return say(
      'Recently Deleted is empty: see what would free room (rollcall cloud-space, or the page Free up space); what you move there makes room once it is emptied: rollcall trash empty.',
    );
  const rest = say(
    'See it: rollcall trash ls; empty it: rollcall trash empty. What else would free room: rollcall cloud-space, or the page Free up space.',
  );
  return `${emptyIt(trashed, trashedBytes)} ${rest}`;
};
const emptyIt = (trashed: Evidence[string] | undefined, bytes: Evidence[string] | undefined): string => {
  if (typeof trashed !== 'number') return say('Free up cloud space: empty Recently Deleted.');
  return typeof bytes === 'number'
    ? sayMany(
        trashed,
        'Free up cloud space: empty Recently Deleted, which holds {count} photo ({bytes}).',
        'Free up cloud space: empty Recently Deleted, which holds {count} photos ({bytes}).',
        { bytes: sizeWords(bytes) },
      )
    : sayMany(
        trashed,
        'Free up cloud space: empty Recently Deleted, which holds {count} photo.',
        'Free up cloud space: empty Recently Deleted, which holds {count} photos.',
      );
};
const nothing = (): string => say('Nothing to do: it goes on by itself.');
const retry = ({ nextTry }: Evidence): string =>
  typeof nextTry === 'number' ? say('The next try, at {moment}.', { moment: momentWords(nextTry) }) : say('The next try, within a minute.');

/** `12 s`, `4 min`, `3 h`, `2 days`: how long something takes, as nearly as anybody can say. */
export function spanWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 100) return say('{seconds} s', { seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return say('{minutes} min', { minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? say('{hours} h', { hours }) : say('{days} days', { days: String(Math.round(hours / 24)) });
}
/** `, about 20 s to go`; nothing while nobody knows. */
const toGo = (value: Evidence[string] | undefined): string =>
  typeof value === 'number' ? say(', about {span} to go', { span: spanWords(value) }) : '';
/** Work that stood still and was begun anew says so. */
const restarted = ({ restarts }: Evidence): string =>
  typeof restarts === 'number' && restarts > 0
    ? ` ${sayMany(restarts, 'It stood still, and was begun anew once.', 'It stood still, and was begun anew {count} times.')}`
    : '';
/** What came by in some seconds; of nothing it is not said how fast it was. */
const rateWords = ({ rate }: Evidence): string =>
  rate === 0 ? say('next to nothing comes by') : say('{size} a second', { size: size(rate) });
/** So many percent are much to lose; every link loses a little. */
export const MUCH_LOSS = 2;
/** `; 8 % of what this device sends is lost`. */
const lossWords = ({ loss }: Evidence): string =>
  typeof loss === 'number' && loss >= MUCH_LOSS ? say('; {loss} % of what this device sends is lost', { loss: decimal(loss) }) : '';
const lastAnswer = ({ lastSuccess }: Evidence): string =>
  typeof lastSuccess === 'number' ? ` ${say('It last answered at {moment}.', { moment: momentWords(lastSuccess) })}` : '';
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
  if (photos === 0) return ` ${say('It belongs to no photo here.')}`;
  if (photos > 1) return ` ${say('It could belong to {photos} photos here, and is kept with none.', { photos: String(photos) })}`;
  return typeof files === 'number'
    ? ` ${say('Its photo has {files} files in the cloud, and can have no more.', { files: String(files) })}`
    : ` ${say('It is kept with its photo when that is in the cloud.')}`;
}

/**
 * Every reason, with its words, its check and its cure; first match is primary, in this order.
 * A code that is added to `ReasonCode` does not compile until it stands here.
 */
export const REASONS = {
  'signed-out': {
    ...needsYou,
    check: 1,
    words: () => say('This device is signed out.'),
    ends: () => say('Signing in again.'),
    cure: () => say('Link this device again: rollcall link. The photos here stay.'),
  },
  'wrong-account': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['home'] !== undefined
        ? say('This state folder is a copy: the photo folder belongs to {home}.', { home: text(e['home'], say('another one')) })
        : e['folderAccount'] !== undefined && e['folderAccount'] === e['account']
          ? say('Another device of your account has this folder.')
          : say('This folder belongs to {folderAccount}; you are signed in as {account}.', {
              folderAccount: text(e['folderAccount'], say('another account')),
              account: text(e['account'], say('someone else')),
            }),
    ends: () => say('Signing in with the right account, or choosing another folder.'),
    cure: (e) =>
      e['home'] !== undefined
        ? say(
            'Go on with that one: rollcall sync --home {home}. To have a device of its own here, link another photo folder: rollcall link.',
            { home: shellWord(e['home']) },
          )
        : e['folderAccount'] !== undefined && e['folderAccount'] !== e['account']
          ? say('Nothing was moved. Link this folder as {folderAccount}, or link another folder as {account}: rollcall link.', {
              folderAccount: text(e['folderAccount'], say('its own account')),
              account: text(e['account'], say('this account')),
            })
          : say('Nothing was moved. Go on with that device, or link another folder: rollcall link.'),
  },
  'device-revoked': {
    ...needsYou,
    check: 1,
    words: (e) =>
      typeof e['closedOn'] === 'number'
        ? say('This library was closed on {closedOn}.', { closedOn: dayWords(e['closedOn']) })
        : say('This device was removed from the account.'),
    ends: (e) => (typeof e['closedOn'] === 'number' ? say('Linking the device to another library.') : say('Linking the device again.')),
    cure: (e) =>
      typeof e['closedOn'] === 'number'
        ? say(
            'The photos here stay where they are. To have a cloud again, end this device (rollcall unlink) and link its folder to another account (rollcall link).',
          )
        : say('Link this device again: rollcall link. The photos here stay.'),
  },
  'device-forked': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['copy'] === undefined
        ? say('Another copy of this device is syncing, too.')
        : say('A copy of this device’s state folder ({copy}) was started, and refused: the photo folder belongs to this device.', {
            copy: text(e['copy'], say('elsewhere')),
          }),
    ends: (e) =>
      e['copy'] === undefined
        ? say('This copy taking a name of its own, with its next sync.')
        : say('Nobody starting that copy for an hour, or its end.'),
    cure: (e) =>
      e['copy'] === undefined
        ? say('Let it sync (rollcall sync): it becomes a device of its own by itself, and nothing is lost or sent twice.')
        : say(
            'Nothing was moved, and this device goes on. Go on with this one only; to have another device, link another photo folder: rollcall link.',
          ),
  },
  'update-needed': {
    ...needsYou,
    check: 6,
    words: (e) =>
      say('This version ({device}) is too old for the server (needs {needs}).', {
        device: told(e['device'], '?'),
        needs: told(e['needs'], say('a newer one')),
      }),
    ends: () => say('Updating Rollcall here.'),
    cure: () =>
      say(
        'Update Rollcall on this device (rollcall update, or in a clone: git pull && npm ci); it then goes on by itself. Nothing is lost meanwhile.',
      ),
  },
  'server-outdated': {
    ...needsYou,
    check: 6,
    words: (e) =>
      say('The server ({server}) is too old for this version ({device}, which needs {needs}).', {
        server: told(e['server'], '?'),
        device: told(e['device'], '?'),
        needs: told(e['needs'], say('a newer one')),
      }),
    ends: () => say('Updating the server.'),
    cure: () =>
      say(
        'Update Rollcall on the server (rollcall update, or in a clone: git pull && npm ci; then start it again); this device then goes on by itself. Nothing is lost meanwhile.',
      ),
  },
  'permission-missing': {
    ...needsYou,
    check: 1,
    words: (e) => {
      const what =
        e['whole'] !== true
          ? somePath(e)
          : e['path'] == null
            ? say('the photo folder')
            : say('the photo folder ({path})', { path: text(e['path'], '') });
      const values = { needed: told(e['needed'], say('read and write')), what };
      return e['unseen'] === undefined
        ? say('Rollcall may not {needed} {what}.', values)
        : say('Rollcall may not {needed} {what}: what lies there is not seen.', values);
    },
    ends: () => say('Granting the permission.'),
    cure: (e) => {
      if (e['error'] === 'EROFS') return say('Make the disk writable, as by mounting it anew without “ro”. It then goes on by itself.');
      const what =
        e['whole'] === true
          ? say('the photo folder')
          : e['unseen'] === undefined
            ? say('this file and its folder')
            : say('what lies there');
      const rights = e['needed'] === 'read' ? 'u+rX' : 'u+rwX';
      const values = { needed: told(e['needed'], say('read and write')), what, rights, path: shellWord(e['path'] ?? null) };
      return e['whole'] === true
        ? say('Let the user that runs Rollcall {needed} {what}, as by chmod {rights} {path}.', values)
        : say('Let the user that runs Rollcall {needed} {what}, as by chmod {rights} {path} in the photo folder.', values);
    },
  },
  'folder-missing': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['unseen'] === undefined
        ? say('The photo folder is not there: {why}.', { why: told(e['why'], say('its marker was not found')) })
        : say('A part of the photo folder is not there: {why}.', { why: told(e['why'], say('something lies over it')) }),
    ends: () => say('The folder coming back.'),
    cure: () => say('Connect the disk, or put the folder back. Nothing is taken for deleted meanwhile.'),
  },
  'mass-delete-held': {
    ...needsYou,
    check: 1,
    words: missingWords,
    ends: () => say('Your answer.'),
    cure: () => say('Say which: rollcall held keep, or rollcall held trash.'),
  },
  'quota-full': {
    ...needsYou,
    check: 3,
    words: (e) =>
      typeof e['quota'] === 'number'
        ? say('The cloud is full: this needs {needed}, {free} of {quota} is free.', {
            needed: size(e['needed']),
            free: size(e['free']),
            quota: size(e['quota']),
          })
        : say('The cloud is full: this needs {needed}, {free} is free.', { needed: size(e['needed']), free: size(e['free']) }),
    ends: () => say('Space in the cloud; it then goes on by itself.'),
    cure: (e) => {
      const email = text(e['email'], 'EMAIL');
      const bigger = say(
        'Or ask for a bigger plan at the page Storage, which the owner of the server gives there: rollcall plan grant {email} --data DIR; or more room without a plan: rollcall account quota {email} SIZE --data DIR.',
        { email },
      );
      return `${freeable(e)} ${bigger}`;
    },
  },
  'plan-owner-quota-full': {
    ...needsYou,
    check: 3,
    words: (e) => say('The cloud space of {owner} is full.', { owner: text(e['owner'], say('the plan’s owner')) }),
    ends: () => say('Space in the cloud; it then goes on by itself.'),
    cure: (e) =>
      say('Ask {owner} to free up space, or to have more room given on the server: rollcall account quota EMAIL SIZE --data DIR.', {
        owner: text(e['owner'], say('the plan’s owner')),
      }),
  },
  'server-disk-full': {
    ...needsYou,
    check: 3,
    words: () => say('The server’s own disk is full.'),
    ends: () => say('Space on the server’s disk; it then goes on by itself.'),
    cure: () => say('Ask the owner of the server to free up space on its disk, where its data folder is.'),
  },
  'device-disk-full': {
    ...needsYou,
    check: 4,
    words: (e) => {
      const left = say('{needed} needed, {free} left', { needed: size(e['needed']), free: size(e['free']) });
      if (e['budget'] != null)
        return say('Photos may take {budget} on this disk, and no more of them can make room: {left}.', {
          budget: size(e['budget']),
          left,
        });
      if (e['keepFree'] != null)
        return say('{keepFree} % of this disk are to stay free, and no more photos can make room: {left}.', {
          keepFree: text(e['keepFree'], ''),
          left,
        });
      return say('This disk is full: {needed} needed, {free} free.', { needed: size(e['needed']), free: size(e['free']) });
    },
    ends: (e) =>
      e['budget'] == null && e['keepFree'] == null
        ? say('Space on this disk; it then goes on by itself.')
        : say('More room for photos on this disk; it then goes on by itself.'),
    cure: (e) =>
      e['optimised'] === true
        ? say(
            'Free up {lacking} on this disk. Photos here make room by themselves, as long as 4 MB are free for the first of their compressed versions. What takes it: rollcall storage.',
            { lacking: lacking(e) },
          )
        : e['budget'] == null && e['keepFree'] == null
          ? say(
              "Free up {lacking} on this disk, or let originals make room for compressed versions: rollcall settings set storage optimise, and rollcall settings set disk-budget '10% free'. What takes it: rollcall storage.",
              { lacking: lacking(e) },
            )
          : say('Let photos take more of it: rollcall settings set disk-budget SIZE. What takes it: rollcall storage.'),
  },
  'file-unreadable': {
    ...needsYou,
    check: 1,
    words: (e) => say('The file cannot be read: {error}.', { error: errorOf(e, say('no reason was given')) }),
    ends: () => say('The file becoming readable.'),
    cure: (e) => {
      const error = text(e['error'], '');
      if (error.includes('its name is no valid text'))
        return say('Give it a name of plain text, as by mv in its folder. It then goes on by itself.');
      if (error.includes('too many folders')) return say('Move what lies there to a folder nearer to the top. It then goes on by itself.');
      if (error === 'EIO')
        return say(
          'Check the disk, and put a good copy of the file in its place, as from a backup. If there is none, move it out of the photo folder.',
        );
      return say(
        'Make it readable for the user that runs Rollcall, as by chmod u+r {path} in the photo folder. If it is no photo of yours, move it out of there.',
        { path: shellWord(e['path'] ?? null) },
      );
    },
  },
  'unsupported-kind': {
    ...needsYou,
    check: null,
    words: (e) => say('The server does not take this kind of file ({kind}).', { kind: told(e['kind'], say('unknown')) }),
    ends: () => say('A server that takes it.'),
    cure: () => say('Update the server, or move the file out of the photo folder.'),
  },
  'too-large-for-server': {
    ...needsYou,
    check: 3,
    words: (e) => say('The file ({size}) is larger than the server takes ({limit}).', { size: size(e['size']), limit: size(e['limit']) }),
    ends: () => say('A higher limit on the server.'),
    cure: () => say('Shorten the video, or ask the owner of the server for a version that takes more. All others go on.'),
  },
  'deleted-before': {
    ...needsYou,
    check: 1,
    words: (e) =>
      e['app'] === true
        ? say('You deleted this photo before; an app does not bring it back.')
        : say('You deleted this photo before; it is not sent again without your word.'),
    ends: () => say('Your answer.'),
    cure: (e) =>
      e['app'] === true
        ? say('To have it again, restore it from Recently Deleted, or upload it on the page. Else delete it in the app, too.')
        : say('Say which: rollcall keep FILE (have it again), or rollcall forget FILE (it stays deleted; the file here is left alone).'),
  },
  'given-up': {
    ...needsYou,
    check: 5,
    words: (e) =>
      typeof e['tries'] === 'number'
        ? sayMany(
            e['tries'],
            'It failed {count} time, and is not tried again by itself: {error}.',
            'It failed {count} times, and is not tried again by itself: {error}.',
            { error: errorOf(e, say('no reason was given')) },
          )
        : say('It failed some times, and is not tried again by itself: {error}.', { error: errorOf(e, say('no reason was given')) }),
    ends: () => say('A change of the file, a word of yours to try again, or Rollcall beginning anew on this device.'),
    cure: (e) =>
      `${remedy(e)}. ${say('Then have it tried again: on the page Sync health, by rollcall restart, or by saving the file again.')}`,
  },
  'lost-with-server': {
    ...needsYou,
    check: 5,
    words: (e) =>
      say('The photo ({fileName}) was only on the server, and newer than the backup that was put back there.', {
        fileName: text(e['fileName'], say('unnamed')),
      }),
    ends: () => say('Another device giving it back, a newer backup, or your word that it is gone.'),
    cure: (e) =>
      say(
        'Bring every device that may have it online, or put the file into a device’s folder again. If it is gone: rollcall lost forget {assetId}.',
        { assetId: text(e['assetId'], 'ID') },
      ),
  },
  /** Of another device, as seen from here; never of an item. */
  'device-silent': {
    ...needsYou,
    check: 5,
    ender: 'event',
    words: (e) =>
      typeof e['heard'] === 'number'
        ? say('{device} was not heard from since {moment}{notSafe}.', {
            device: text(e['deviceName'], say('A device')),
            moment: momentWords(e['heard']),
            notSafe: notSafeWords(e),
          })
        : say('{device} was not heard from for days{notSafe}.', {
            device: text(e['deviceName'], say('A device')),
            notSafe: notSafeWords(e),
          }),
    ends: () => say('A word from it.'),
    cure: (e) =>
      say(
        'See that {deviceName} is on, connected, and that Rollcall runs there (rollcall sync). If it stays silent, rollcall doctor says there what is in the way.',
        { deviceName: text(e['deviceName'], say('it')) },
      ),
  },
  'library-closing': {
    ...needsYou,
    check: 1,
    words: (e) =>
      say('The library closes on {date}: nothing new goes to the cloud, and no file here is touched.', {
        date: typeof e['date'] === 'number' ? dayWords(e['date']) : say('a day not known'),
      }),
    ends: () => say('Keeping the library, until that day.'),
    cure: () =>
      say(
        'Keep it: rollcall account keep, or Keep my library on the page. Photos that are only in the cloud come to a device that is linked and keeps originals: rollcall sync.',
      ),
  },

  'sync-off': {
    ...held,
    check: 1,
    ender: 'person',
    words: (e) =>
      e['deviceName'] === undefined
        ? say('Sync is off on this device.')
        : say('Sync is off on {deviceName}{notSafe}.', { deviceName: text(e['deviceName'], ''), notSafe: notSafeWords(e) }),
    ends: () => say('Switching sync on.'),
    cure: (e) =>
      e['deviceName'] === undefined
        ? say('Switch sync on. As a command: rollcall settings set sync on.')
        : say('Switch it on there (rollcall settings set sync on), or from the page Sync health.'),
  },
  paused: {
    ...held,
    check: 1,
    ender: 'time',
    words: (e) => say('Paused until {until}.', { until: when(e['until'], say('you resume')) }),
    ends: (e) => say('Resuming, or {until}.', { until: when(e['until'], say('the end of the pause')) }),
    cure: () => say('Resume. As a command: rollcall resume.'),
  },
  'wifi-only': {
    ...held,
    check: 2,
    ender: 'event',
    words: () => say('Waiting for Wi-Fi.'),
    ends: () => say('A Wi-Fi or wired link.'),
    cure: () => say('Use mobile data, or Sync now for an hour. As commands: rollcall settings set mobile-data on, or rollcall sync-now.'),
  },
  'mobile-budget-spent': {
    ...held,
    check: 2,
    ender: 'time',
    words: (e) => say('This month’s mobile data is used up ({used} of {budget}).', { used: size(e['used']), budget: size(e['budget']) }),
    ends: (e) => say('Wi-Fi, or {moment}.', { moment: when(e['resets'], say('the next month')) }),
    cure: () => say('Raise the budget, or use Wi-Fi. As a command: rollcall settings set mobile-budget SIZE.'),
  },
  roaming: {
    ...held,
    check: 2,
    ender: 'event',
    words: () => say('Waiting: this link is roaming.'),
    ends: () => say('A link that is not roaming.'),
    cure: () => say('Use Wi-Fi, or Sync now for an hour. As a command: rollcall sync-now.'),
  },
  metered: {
    ...held,
    check: 2,
    ender: 'event',
    words: () => say('Waiting: this link is metered.'),
    ends: () => say('A link that is not metered.'),
    cure: () =>
      say(
        'Sync now for an hour, or change the rule for metered links. As commands: rollcall sync-now, or rollcall settings set metered-as-mobile off.',
      ),
  },
  'low-power-mode': {
    ...held,
    check: 7,
    ender: 'event',
    words: () => say('Low-power mode is on.'),
    ends: () => say('Low-power mode going off.'),
    cure: () => say('Charge, or Sync now for an hour. As a command: rollcall sync-now.'),
  },
  'low-battery': {
    ...held,
    check: 7,
    ender: 'event',
    words: (e) =>
      say('The battery is low ({level} %, needs {needs} % or power).', { level: text(e['level'], '?'), needs: text(e['needs'], '20') }),
    ends: () => say('Charging.'),
    cure: () => say('Connect power, or Sync now for an hour. As a command: rollcall sync-now.'),
  },
  'charging-only': {
    ...held,
    check: 7,
    ender: 'event',
    words: () => say('Waiting for power.'),
    ends: () => say('Charging.'),
    cure: () => say('Connect power, or Sync now for an hour. As a command: rollcall sync-now.'),
  },
  'quiet-hours': {
    ...held,
    check: 1,
    ender: 'time',
    words: (e) => say('Quiet hours until {until}.', { until: when(e['until'], say('their end')) }),
    ends: (e) => when(e['until'], say('The end of the quiet hours.')),
    cure: () => say('Sync now for an hour. As a command: rollcall sync-now.'),
  },

  'excluded-by-rule': {
    ...excluded,
    words: (e) =>
      e['forgotten'] === true
        ? say('You said that this photo stays deleted; the file here is left alone.')
        : say('A rule of this device leaves it out ({rule}).', { rule: told(e['rule'], say('unnamed')) }),
    ends: (e) => (e['forgotten'] === true ? say('Your word: rollcall keep FILE.') : say('Changing the rule.')),
    cure: (e) => {
      if (e['forgotten'] === true) return say('Nothing to do. To have it again: rollcall keep FILE.');
      if (text(e['rule'], '').startsWith('another disk')) return say('Nothing to do. To have its photos, too: rollcall link --folder DIR.');
      return say(
        'Change the rule to include it. As commands: rollcall settings get, then rollcall settings set exclude-names or exclude-kinds.',
      );
    },
  },
  'hidden-file': {
    ...excluded,
    words: () => say('Hidden files are left out.'),
    ends: () => say('Renaming it without the leading dot.'),
    cure: () => say('Rename it without the leading dot to include it.'),
  },
  'temporary-file': {
    ...excluded,
    words: () => say('Temporary files are left out.'),
    ends: () => say('The file getting its final name.'),
    cure: nothing,
  },
  'not-a-photo': {
    ...excluded,
    words: (e) =>
      `${e['kind'] ? say('Not a photo or video ({kind}).', { kind: told(e['kind'], '') }) : say('Not a photo or video.')}${besideWords(e)}`,
    ends: (e) =>
      e['photos'] === undefined
        ? say('Nothing: only photos and videos are kept in the cloud.')
        : say('One photo beside it that is in the cloud.'),
    cure: () => say('Nothing to do: it stays where it is.'),
  },
  'not-in-this-direction': {
    ...excluded,
    words: (e) => say('This device is set to {direction}.', { direction: told(e['direction'], say('one direction')) }),
    ends: () => say('Changing the direction.'),
    cure: () => say('Set the device to sync both ways. As a command: rollcall settings set direction both.'),
  },

  offline: {
    ...failing,
    check: 2,
    words: (e) =>
      e['interface'] === undefined
        ? say('This device is offline.')
        : say('This device is offline: {interface}.', { interface: told(e['interface'], say('no network is connected')) }),
    ends: () => say('A link to the internet.'),
    cure: () => say('Connect to a network. It then goes on by itself.'),
  },
  'captive-portal': {
    ...failing,
    check: 2,
    words: () => say('This network wants you to sign in first.'),
    ends: () => say('Signing in to the network.'),
    cure: (e) =>
      say('Open {page} in a browser on this device, and sign in. It then goes on by itself.', {
        page: text(e['page'], say('the network’s page')),
      }),
  },
  'server-unreachable': {
    ...failing,
    check: 2,
    words: (e) =>
      isForeign(e)
        ? say('The server’s address answers, but not as a Rollcall cloud does: {error}.', { error: errorOf(e, say('no reason was given')) })
        : `${isSilent(e) ? say('The server does not answer.') : say('The server does not answer: {error}.', { error: errorOf(e, '') })}${lastAnswer(e)}`,
    ends: retry,
    cure: (e) =>
      isForeign(e)
        ? say('See that the address is right, and that what stands before the server leads to it. It is tried again by itself.')
        : say('See that the server is running (rollcall serve, there). It is tried again by itself.'),
  },
  'server-busy': {
    ...failing,
    check: 2,
    words: (e) =>
      typeof e['until'] === 'number'
        ? say('The server is busy until {until}.', { until: clockWords(e['until']) })
        : say('The server is busy.'),
    ends: (e) =>
      typeof e['until'] === 'number' ? say('The time that the server gave, {until}.', { until: clockWords(e['until']) }) : retry(e),
    cure: nothing,
  },
  'slow-link': {
    ...failing,
    check: 2,
    ender: 'event',
    words: (e) =>
      e['where'] === 'server'
        ? say('It goes slowly ({rate}): the server takes {answer} ms for a small answer, the way to it {handshake} ms.', {
            rate: rateWords(e),
            answer: text(e['answer'], say('many')),
            handshake: text(e['handshake'], say('few')),
          })
        : say('The link is slow ({rate}{loss}), here or on the way to the server.', { rate: rateWords(e), loss: lossWords(e) }),
    ends: (e) => (e['where'] === 'server' ? say('The server having less to do.') : say('A better link.')),
    cure: (e) =>
      e['where'] === 'server'
        ? say('Ask the owner of the server what keeps it busy; it goes on meanwhile.')
        : say('Use a better link; it goes on meanwhile.'),
  },
  'clock-skew': {
    ...failing,
    check: 2,
    ender: 'person',
    words: (e) =>
      typeof e['seconds'] === 'number'
        ? e['seconds'] < 0
          ? say('This device’s clock is {span} behind the server’s.', { span: spanWords(-e['seconds'] * 1000) })
          : say('This device’s clock is {span} ahead of the server’s.', { span: spanWords(e['seconds'] * 1000) })
        : say('This device’s clock and the server’s differ.'),
    ends: () => say('Setting the clock.'),
    cure: () => say('Set the clock of this device, or of the server, whichever is wrong; it goes on meanwhile.'),
  },
  'tls-failed': {
    ...failing,
    check: 2,
    words: (e) => say('No safe connection to the server: {error}.', { error: errorOf(e, say('something is wrong with its certificate')) }),
    ends: retry,
    cure: (e) =>
      isOfTime(e)
        ? say('See that the clock of this device is right; then check the server’s certificate.')
        : say('Check the server’s certificate, or a network that puts itself in between.'),
  },
  'too-large-for-proxy': {
    ...failing,
    check: 2,
    words: (e) => {
      const refuses =
        typeof e['limit'] === 'number'
          ? say('Something between here and the server refuses pieces of {piece}; pieces of {limit} are sent instead.', {
              piece: size(e['piece']),
              limit: size(e['limit']),
            })
          : say('Something between here and the server refuses pieces of {piece}.', { piece: size(e['piece']) });
      return `${refuses}${tried(e)}`;
    },
    ends: (e) => (typeof e['nextTry'] === 'number' ? retry(e) : say('Smaller pieces, which are tried now.')),
    cure: () => say('Raise the body limit of the proxy in front of the server.'),
  },
  'file-changing': {
    ...failing,
    check: null,
    words: () => say('The file is still being written.'),
    ends: () => say('The file staying the same for some seconds.'),
    cure: nothing,
  },
  'disk-changed-bytes': {
    ...failing,
    check: 4,
    words: (e) =>
      e['where'] === 'cloud'
        ? say('The cloud’s disk has lost bytes of this photo; the copy here stays until the cloud has it whole again.')
        : say('This disk gave other bytes than were written, and nobody changed the file.'),
    ends: (e) => (e['where'] === 'cloud' ? say('The cloud having it whole again.') : say('The good bytes coming back from the cloud.')),
    cure: (e) =>
      e['where'] === 'cloud'
        ? say('Nothing to do for this photo: a device that has it sends it again. Ask the owner of the server to check its disk.')
        : say('Nothing to do for this photo: what the disk gave is kept as a version. Check the disk.'),
  },
  'bytes-changed': {
    ...failing,
    check: null,
    words: (e) => `${say('The file changed while it was being sent.')}${tried(e)}`,
    ends: retry,
    cure: nothing,
  },
  'digest-mismatch': {
    ...failing,
    check: 2,
    words: (e) => `${say('The bytes that arrived are not the bytes that were sent.')}${tried(e)}`,
    ends: retry,
    cure: () => say('It is sent again by itself. If this stays, check the memory and disks on both sides.'),
  },
  refused: {
    ...failing,
    check: null,
    words: (e) => `${say('The server refused it: {error}.', { error: errorOf(e, say('no reason was given')) })}${tried(e)}`,
    ends: retry,
    cure: nothing,
  },
  'download-failed': {
    ...failing,
    check: 2,
    words: (e) => `${say('It could not be fetched: {error}.', { error: errorOf(e, say('no reason was given')) })}${tried(e)}`,
    ends: retry,
    cure: nothing,
  },

  hashing: { ...moving, words: (e) => `${say('Being read.')}${restarted(e)}`, ends: () => say('Its hash being known.') },
  asking: { ...moving, words: () => say('Asking the cloud whether it has it.'), ends: () => say('The answer.') },
  sending: {
    ...moving,
    words: (e) =>
      `${say('On its way to the cloud ({offset} of {size}{left}).', { offset: size(e['offset']), size: size(e['size']), left: toGo(e['left']) })}${restarted(e)}`,
    ends: () => say('Its last byte arriving.'),
  },
  verifying: { ...moving, words: () => say('The cloud is checking its bytes.'), ends: () => say('The check.') },
  committing: { ...moving, words: () => say('Being added to the library.'), ends: () => say('The library’s answer.') },
  'awaiting-acknowledgement': {
    ...moving,
    words: () => say('Sent; waiting to see it in the library.'),
    ends: () => say('The next look at the library.'),
  },
  downloading: {
    ...moving,
    words: (e) =>
      `${say('Being fetched ({offset} of {size}{left}).', { offset: size(e['offset']), size: size(e['size']), left: toGo(e['left']) })}${restarted(e)}`,
    ends: () => say('Its last byte arriving.'),
  },
  applying: { ...moving, words: () => say('Being put in place here.'), ends: () => say('The file being in place.') },

  queued: {
    class: 'waiting',
    check: null,
    ender: 'event',
    words: (e) =>
      e['position']
        ? say('Waiting its turn (number {position}{bytesAhead}{expected}).', {
            position: text(e['position'], ''),
            bytesAhead: typeof e['bytesAhead'] === 'number' ? say(', {size} before it', { size: size(e['bytesAhead']) }) : '',
            expected: typeof e['expected'] === 'number' ? say(', about {span}', { span: spanWords(e['expected']) }) : '',
          })
        : say('Waiting its turn.'),
    ends: (e) =>
      typeof e['expected'] === 'number' ? say('Its turn, in about {expected}.', { expected: spanWords(e['expected']) }) : say('Its turn.'),
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
