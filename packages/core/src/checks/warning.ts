import { dayWords, momentWords, sizeWords, type Check, type Evidence } from '@rollcall/protocol';
import type { Place } from './place.ts';
import { levelWords } from './room-level.ts';

/** Something that stops nothing yet, and that a person had better know. */
interface Warning {
  /** Null: it belongs to none of the seven. */
  readonly check: Check | null;
  readonly place: Place;
  readonly words: (evidence: Evidence) => string;
  readonly cure: string;
}

const size = (value: Evidence[string] | undefined): string => (typeof value === 'number' ? sizeWords(value) : 'an unknown amount');
const day = (value: Evidence[string] | undefined): string => (typeof value === 'number' ? dayWords(value) : 'long ago');

export const WARNINGS = {
  simulated: {
    check: 1,
    place: 'device',
    words: (e) => `Some of what is seen here is simulated: ${String(e['names'])}.`,
    cure: 'End it when you have seen enough: rollcall conditions clear.',
  },
  'clock-off': {
    check: 2,
    place: 'device',
    words: (e) =>
      `This device’s clock is ${Math.abs(Number(e['seconds']))} seconds ${Number(e['seconds']) < 0 ? 'behind' : 'ahead of'} the server’s.`,
    cure: 'Set the clock of this device, or of the server, whichever is wrong.',
  },
  'quota-nearly-full': {
    check: 3,
    place: 'account',
    words: (e) => levelWords({ taken: Number(e['used']), quota: Number(e['quota']) }) ?? 'The cloud fills up.',
    cure: 'See what Recently Deleted holds (rollcall trash ls), and what else would free room (rollcall cloud-space, or the page Free up space), before it is full; or ask the owner of the server for a bigger plan, at the page Storage.',
  },
  'disk-nearly-full': {
    check: 4,
    place: 'device',
    words: (e) => `Little room is left on this disk: ${size(e['free'])}.`,
    cure: 'Free up space on this disk before it is full.',
  },
  'agent-stuck': {
    check: 5,
    place: 'device',
    words: (e) => `The program that syncs runs, and has shown no sign of life since ${when(e['beat'])}.`,
    cure: 'Start it anew: rollcall restart. Nothing is lost or sent twice.',
  },
  'agent-ended': {
    check: 5,
    place: 'device',
    words: (e) =>
      `The program that syncs ended without stopping, about ${when(e['beat'])}, and left no lock: nothing is in the way of a new one.`,
    cure: 'Start it: rollcall sync. It goes on where it was.',
  },
  'agent-stopped': {
    check: 5,
    place: 'device',
    words: (e) => `Nothing syncs just now, and ${String(e['open'])} ${e['open'] === 1 ? 'photo is' : 'photos are'} not in sync.`,
    cure: 'Start it: rollcall sync.',
  },
  'not-connected': {
    check: 5,
    place: 'device',
    words: (e) =>
      `It is not connected, and ${String(e['open'])} ${e['open'] === 1 ? 'photo was' : 'photos were'} not in sync when it last spoke.`,
    cure: 'See that it is on, connected, and that Rollcall runs there (rollcall sync). It goes on by itself; where it does not, rollcall doctor says there why.',
  },
  'not-heard-from': {
    check: 5,
    place: 'device',
    words: (e) => `This device and the cloud last spoke on ${day(e['heard'])}.`,
    cure: 'Switch the device on, see that it is connected, and that Rollcall runs there (rollcall doctor).',
  },
  'older-here': {
    check: 6,
    place: 'device',
    words: (e) =>
      `This device speaks an older version (protocol ${String(e['device'])}) than the server (${String(e['server'])}); all that it knows goes on.`,
    cure: 'Update Rollcall on this device when it suits you (in a clone: git pull && npm ci).',
  },
  'older-server': {
    check: 6,
    place: 'server',
    words: (e) =>
      `The server speaks an older version (protocol ${String(e['server'])}) than this device (${String(e['device'])}); all that it knows goes on.`,
    cure: 'Update Rollcall on the server when it suits its owner (in a clone: git pull && npm ci, then start it again).',
  },
  'no-pictures': {
    check: null,
    place: 'server',
    words: (e) => `${String(e['words'] ?? 'Some pictures cannot be made on the server.')} Photos and videos are safe without.`,
    cure: 'Let its owner install it on the server’s machine; the pictures are then made by themselves.',
  },
} as const satisfies Record<string, Warning>;

export type WarningTopic = keyof typeof WARNINGS;

function when(value: Evidence[string] | undefined): string {
  return typeof value === 'number' ? momentWords(value) : 'an unknown time';
}
