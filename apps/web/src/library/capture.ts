import { timeIsKnown } from '@rollcall/core';
import { say, type Asset, type CapturedSource } from '@rollcall/protocol';
import { clock } from '../words.ts';

const SHAPE = /^(-?\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/;
const DAY = 86_400_000;

/**
 * The wall-clock time where the photo was taken, as milliseconds since 1970 *as if* that clock were UTC:
 * a photo taken at nine in the evening belongs to that evening, whatever the time zone of whoever looks.
 * 0 when the text is no capture date.
 */
export function localTime(capturedAt: string): number {
  const match = SHAPE.exec(capturedAt);
  if (!match) return 0;
  const part = (index: number): number => Number(match[index] ?? 0);
  const date = new Date(0);
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(part(1), part(2) - 1, part(3));
  date.setUTCHours(part(4), part(5), part(6), Number((match[7] ?? '').padEnd(3, '0').slice(0, 3)));
  return Number.isNaN(date.getTime()) ? 0 : date.getTime();
}

/** Days since 1970 of a `localTime`. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY);
}

/** Today, by the clock and the time zone of whoever looks, as days since 1970. */
export function todayOf(now: number): number {
  return dayOf(now - new Date(now).getTimezoneOffset() * 60_000);
}

export function dayStart(day: number): number {
  return day * DAY;
}

/** The offset that the file gives, such as `+02:00`, or null. */
export function offsetOf(capturedAt: string): string | null {
  const offset = SHAPE.exec(capturedAt)?.[8];
  if (offset === undefined) return null;
  return offset === 'Z' ? '+00:00' : offset;
}

/** How a capture date is known, for a person. */
export function tellSource(source: CapturedSource): { readonly words: string; readonly guess: boolean } {
  switch (source) {
    case 'exif':
      return { words: say('Written by the camera'), guess: false };
    case 'xmp':
      return { words: say('From the file’s XMP data'), guess: false };
    case 'gps':
      return { words: say('From the satellite clock'), guess: false };
    case 'quicktime':
      return { words: say('Written by the camera'), guess: false };
    case 'container':
      return { words: say('From the video file'), guess: false };
    case 'file-name':
      return { words: say('Read from the file’s name'), guess: false };
    case 'person':
      return { words: say('Set by you'), guess: false };
    case 'file-time':
      return { words: say('A guess: the file’s own date'), guess: true };
    case 'unknown':
      return { words: say('A guess: the file has no date'), guess: true };
    default:
      return source satisfies never;
  }
}

/** At what time of its day a photo was taken, as far as that is known, for a person. */
export function tellTime({ capturedAt, capturedSource }: Pick<Asset, 'capturedAt' | 'capturedSource'>): string {
  if (!timeIsKnown({ capturedAt, capturedSource })) return say('The time is not known');
  const time = clock(localTime(capturedAt));
  if (tellSource(capturedSource).guess) return time;
  const offset = offsetOf(capturedAt);
  return offset === null ? say('{time} (time zone not known)', { time }) : `${time} (UTC${offset})`;
}

/** A capture date for a file of which only its own date is known, with the offset of this device's clock. */
export function capturedFromFileTime(modified: number): string {
  const date = new Date(modified);
  const offset = -date.getTimezoneOffset();
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(modified + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(Math.abs(offset) % 60)}`;
}
