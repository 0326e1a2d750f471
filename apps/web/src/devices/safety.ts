import { notSafeOf } from '@rollcall/core';
import { say, sayMany, type Device } from '@rollcall/protocol';
import { ago } from '../words.ts';
import { isApp } from './apps.ts';
import { heldOn } from './held.ts';

/** After this long without a word from a device, what it told last is old news; milliseconds. */
export const SILENT_AFTER = 24 * 3_600_000;

/** The answer to "is everything safe?". */
export interface Safety {
  readonly state: 'empty' | 'safe' | 'on-the-way' | 'silent' | 'asks' | 'not-safe';
  readonly words: string;
}

/** An app speaks when it has something to bring, and is expected to say nothing else. */
export function isSilent(device: Device, now: number): boolean {
  return !isApp(device) && device.roll !== null && !device.connected && now - (device.lastSeenAt ?? device.createdAt) > SILENT_AFTER;
}

/** Files of a device that are not in the cloud, and should be: not those that only wait for something else. */
export function unsafeOn({ roll }: Pick<Device, 'roll'>): number {
  return roll ? notSafeOf(roll.counts) : 0;
}

/** The same, by what becomes of them. Which of them the cloud has is not told: as far as can be, those that are stopped count as not there. */
export function notSafe(device: Device): { readonly stopped: number; readonly moving: number } {
  const unsafe = unsafeOn(device);
  const stopped = Math.min(stoppedOn(device), unsafe);
  return { stopped, moving: unsafe - stopped };
}

function stoppedOn({ roll }: Device): number {
  return roll ? roll.counts.held + roll.counts.failing + roll.counts.needsYou : 0;
}

/** Told from what the devices say of themselves; the worst first. `photos`: live ones in the cloud. */
export function safetyOf(devices: readonly Device[], photos: number, now: number): Safety {
  const telling = devices.filter((device) => device.roll !== null);
  const stopped = telling.filter((device) => notSafe(device).stopped > 0);
  if (stopped.length > 0) {
    const sum = stopped.reduce((total, device) => total + notSafe(device).stopped, 0);
    return {
      state: 'not-safe',
      words: sayMany(sum, '{count} photo {where} is not safe yet', '{count} photos {where} are not safe yet', { where: where(stopped) }),
    };
  }
  const asking = telling.filter((device) => heldOn(device) > 0);
  if (asking.length > 0) {
    const sum = asking.reduce((total, device) => total + heldOn(device), 0);
    return {
      state: 'asks',
      words: sayMany(sum, '{count} photo went missing {where}', '{count} photos went missing {where}', { where: where(asking) }),
    };
  }
  const moving = telling.filter((device) => notSafe(device).moving > 0);
  const silent = telling.filter((device) => isSilent(device, now));
  if (moving.length > 0) {
    const sum = moving.reduce((total, device) => total + notSafe(device).moving, 0);
    if (moving.every((device) => isSilent(device, now))) {
      return {
        state: 'not-safe',
        words: sayMany(
          sum,
          '{count} photo {where} is not safe yet: last heard {ago}',
          '{count} photos {where} are not safe yet: last heard {ago}',
          { where: where(moving), ago: ago(lastWord(moving), now) },
        ),
      };
    }
    return {
      state: 'on-the-way',
      words: sayMany(sum, '{count} photo {where} is on the way', '{count} photos {where} are on the way', { where: where(moving) }),
    };
  }
  if (silent.length > 0) {
    const last = { photos, ago: ago(lastWord(silent), now) };
    const words =
      silent.length === 1
        ? say('{photos} safe here; {name} last heard {ago}', { ...last, name: silent[0]!.name })
        : sayMany(
            silent.length,
            '{photos} safe here; {count} device last heard {ago}',
            '{photos} safe here; {count} devices last heard {ago}',
            last,
          );
    return { state: 'silent', words };
  }
  if (photos === 0) return { state: 'empty', words: say('No photos yet') };
  const safe = sayMany(photos, 'Your one photo is safe', 'All {count} photos are safe');
  // What they hold is in the cloud, and something stops them all the same: a folder that is away, a setting.
  const look = telling.filter((device) => stoppedOn(device) > 0);
  if (look.length > 0) {
    const words =
      look.length === 1
        ? say('{safe}; {name} needs a look', { safe, name: look[0]!.name })
        : sayMany(look.length, '{safe}; {count} device needs a look', '{safe}; {count} devices need a look', { safe });
    return { state: 'asks', words };
  }
  return { state: 'safe', words: safe };
}

/**
 * Devices count files, the library counts photos: where both numbers are seen, why they differ; null: they do not, or it is not known.
 * @param photos live ones in the cloud
 */
export function photosWords({ roll }: Pick<Device, 'roll'>, photos: number): string | null {
  // Only a device that has all of the library has its files of all its photos.
  if (!roll?.upToDate || roll.about?.settings['direction']?.value === 'backup-only' || roll.counts.inSync <= photos) return null;
  return sayMany(
    photos,
    'They are {count} photo: each copy of a photo is a file of its own, and a Live Photo is two.',
    'They are {count} photos: each copy of a photo is a file of its own, and a Live Photo is two.',
  );
}

/** As a sentence goes on after what it counts: `on Laptop`, `on 3 devices`. */
function where(devices: readonly Device[]): string {
  return devices.length === 1
    ? say('on {name}', { name: devices[0]!.name })
    : sayMany(devices.length, 'on {count} device', 'on {count} devices');
}

function lastWord(devices: readonly Device[]): number {
  return Math.min(...devices.map((device) => device.lastSeenAt ?? device.createdAt));
}
