import { dayWords, message, momentWords, say, sayMany, sizeWords, type Check, type Evidence } from '@rollcall/protocol';
import type { Place } from './place.ts';
import { levelWords } from './room-level.ts';
import { exitWords } from './service.ts';

/** Something that stops nothing yet, and that a person had better know. */
interface Warning {
  /** Null: it belongs to none of the seven. */
  readonly check: Check | null;
  readonly place: Place;
  readonly words: (evidence: Evidence) => string;
  readonly cure: string;
}

const size = (value: Evidence[string] | undefined): string => (typeof value === 'number' ? sizeWords(value) : say('an unknown amount'));
const day = (value: Evidence[string] | undefined): string => (typeof value === 'number' ? dayWords(value) : say('long ago'));

export const WARNINGS = {
  simulated: {
    check: 1,
    place: 'device',
    words: (e) => say('Some of what is seen here is simulated: {names}.', { names: String(e['names']) }),
    cure: message('End it when you have seen enough: rollcall conditions clear.'),
  },
  'clock-off': {
    check: 2,
    place: 'device',
    words: (e) =>
      Number(e['seconds']) < 0
        ? say('This device’s clock is {seconds} seconds behind the server’s.', { seconds: String(-Number(e['seconds'])) })
        : say('This device’s clock is {seconds} seconds ahead of the server’s.', { seconds: String(e['seconds']) }),
    cure: message('Set the clock of this device, or of the server, whichever is wrong.'),
  },
  'quota-nearly-full': {
    check: 3,
    place: 'account',
    words: (e) => levelWords({ taken: Number(e['used']), quota: Number(e['quota']) }) ?? say('The cloud fills up.'),
    cure: message(
      'See what Recently Deleted holds (rollcall trash ls), and what else would free room (rollcall cloud-space, or the page Free up space); or ask the owner of the server for a bigger plan, at the page Storage.',
    ),
  },
  'disk-nearly-full': {
    check: 4,
    place: 'device',
    words: (e) => say('Little room is left on this disk: {free}.', { free: size(e['free']) }),
    cure: message('Free up space on this disk before it is full.'),
  },
  'no-room-to-optimise': {
    check: 4,
    place: 'device',
    words: (e) =>
      say('This disk has no room for a compressed version, which has to be here before its original goes: {free} free.', {
        free: size(e['free']),
      }),
    cure: message(
      'Free up 4 MB on this disk, as by emptying its bin or by moving a file elsewhere. From then on photos make room by themselves.',
    ),
  },
  'agent-stuck': {
    check: 5,
    place: 'device',
    words: (e) => say('The program that syncs runs, and has shown no sign of life since {beat}.', { beat: when(e['beat']) }),
    cure: message('Start it anew: rollcall restart. Nothing is lost or sent twice.'),
  },
  'agent-ended': {
    check: 5,
    place: 'device',
    words: (e) =>
      say('The program that syncs ended without stopping, about {beat}, and left no lock: nothing is in the way of a new one.', {
        beat: when(e['beat']),
      }),
    cure: message('Start it: rollcall sync. It goes on where it was.'),
  },
  'agent-stopped': {
    check: 5,
    place: 'device',
    words: (e) =>
      sayMany(
        Number(e['open']),
        'Nothing syncs just now, and {count} photo is not in sync.',
        'Nothing syncs just now, and {count} photos are not in sync.',
      ),
    cure: message('Start it: rollcall sync.'),
  },
  'service-failed': {
    check: 5,
    place: 'device',
    words: (e) =>
      say('The service {unit} has failed, and is not started again by itself: {why}.', { unit: String(e['unit']), why: why(e) }),
    cure: message(
      'See what it said last: rollcall service logs device. When that is put right: rollcall service install device, which starts it.',
    ),
  },
  'service-restarts': {
    check: 5,
    place: 'device',
    words: (e) =>
      sayMany(
        Number(e['restarts']),
        'The service {unit} was started again once by itself: {why}.',
        'The service {unit} was started again {count} times by itself: {why}.',
        { unit: String(e['unit']), why: why(e) },
      ),
    cure: message('See what it said: rollcall service logs device. What was under way goes on where it was.'),
  },
  'service-stopped': {
    check: 5,
    place: 'device',
    words: (e) => say('The service {unit} is stopped: nothing syncs until it is started.', { unit: String(e['unit']) }),
    cure: message('Start it: rollcall service install device, as it was installed.'),
  },
  'service-not-at-boot': {
    check: 5,
    place: 'device',
    words: (e) => say('The service {unit} runs, and does not start again when this machine does.', { unit: String(e['unit']) }),
    cure: message('Have it start by itself: rollcall service install device, as it was installed.'),
  },
  'not-connected': {
    check: 5,
    place: 'device',
    words: (e) =>
      sayMany(
        Number(e['open']),
        'It is not connected, and {count} photo was not in sync when it last spoke.',
        'It is not connected, and {count} photos were not in sync when it last spoke.',
      ),
    cure: message(
      'See that it is on, connected, and that Rollcall runs there (rollcall sync). It goes on by itself; where it does not, rollcall doctor says there why.',
    ),
  },
  'not-heard-from': {
    check: 5,
    place: 'device',
    words: (e) => say('This device and the cloud last spoke on {heard}.', { heard: day(e['heard']) }),
    cure: message('Switch the device on, see that it is connected, and that Rollcall runs there (rollcall doctor).'),
  },
  'older-here': {
    check: 6,
    place: 'device',
    words: (e) =>
      say('This device speaks an older version (protocol {device}) than the server ({server}); all that it knows goes on.', {
        device: String(e['device']),
        server: String(e['server']),
      }),
    cure: message('Update Rollcall on this device when it suits you (rollcall update, or in a clone: git pull && npm ci).'),
  },
  'older-server': {
    check: 6,
    place: 'server',
    words: (e) =>
      say('The server speaks an older version (protocol {server}) than this device ({device}); all that it knows goes on.', {
        server: String(e['server']),
        device: String(e['device']),
      }),
    cure: message(
      'Update Rollcall on the server when it suits its owner (rollcall update, or in a clone: git pull && npm ci; then start it again).',
    ),
  },
  'no-pictures': {
    check: null,
    place: 'server',
    words: (e) =>
      `${String(e['words'] ?? say('Some pictures cannot be made on the server.'))} ${say('Photos and videos are safe without.')}`,
    cure: message('Let its owner install it on the server’s machine; the pictures are then made by themselves.'),
  },
} as const satisfies Record<string, Warning>;

export type WarningTopic = keyof typeof WARNINGS;

function why(e: Evidence): string {
  const by = (['code', 'signal', 'set-up'] as const).find((each) => each === e['by']);
  return by === undefined ? say('nobody knows why') : exitWords({ by, value: Number(e['value']), result: String(e['result']) });
}

function when(value: Evidence[string] | undefined): string {
  return typeof value === 'number' ? momentWords(value) : say('an unknown time');
}
