import { speechWhile } from '@rollcall/core';
import { momentWords, sizeWords, tellReason } from '@rollcall/protocol';
import { freeSpace } from '../conditions/free-space.ts';
import { lookAround, type Look } from '../conditions/look-around.ts';
import type { Reading } from '../conditions/lookout.ts';
import {
  BY_HAND,
  isSimulable,
  keepOverrides,
  OVERRIDES,
  parseOverride,
  readOverrides,
  SIMULABLE,
  type Overrides,
} from '../conditions/overrides.ts';
import { roomSince } from '../conditions/since.ts';
import { sinceSeen } from '../store/since-seen.ts';
import { lookAtWay } from '../conditions/way.ts';
import { openDevice, type Device } from '../device.ts';
import { deviceFolderTrouble } from '../work/folder-trouble.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';

type Shown = readonly (readonly [name: string, reading: Reading<string | number | boolean>])[];

/** What is seen of this device's surroundings, from where and since when; what is simulated says so. */
export async function conditions(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    const look = await lookAround(device);
    const shown = await allOf(device, look);
    const held = look.held.map(({ code, since, evidence }) => tellReason({ code, since, evidence }));
    if (options.json)
      showJson(io, { conditions: Object.fromEntries(shown.map(([name, reading]) => [name, told(reading)])) as object, held });
    else {
      for (const line of linesOf(shown)) say(io, line);
      for (const reason of held) say(io, `Held by your settings: ${reason.words} ${reason.cure}`);
    }
    return EXIT.ok;
  } finally {
    device.close();
  }
}

/** From now on these are so, whatever the system tells; for demonstrations, support and tests. */
export async function conditionsSet(options: ViewOptions & { readonly overrides: readonly string[] }, io: Io): Promise<number> {
  return override(options, io, (before) => {
    const now = Date.now();
    const said: Record<string, unknown> = { ...before };
    for (const text of options.overrides) {
      const parsed = parseOverride(text);
      if (!parsed.ok) return parsed.words;
      said[parsed.name] = { is: parsed.is, since: now };
    }
    return said;
  });
}

/** Ends what is simulated: these, or all. */
export async function conditionsClear(options: ViewOptions & { readonly names: readonly string[] }, io: Io): Promise<number> {
  return override(options, io, (before) => {
    const wrong = options.names.find((name) => !isSimulable(name));
    if (wrong !== undefined) return `“${wrong}” names no condition. The names are ${SIMULABLE.join(', ')}.`;
    const gone = new Set(options.names.length === 0 ? SIMULABLE : options.names);
    return Object.fromEntries(Object.entries(before).filter(([name]) => !gone.has(name)));
  });
}

async function override(options: ViewOptions, io: Io, to: (before: Overrides) => Overrides | string): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    const overrides = to(readOverrides(device.store.note(OVERRIDES)));
    if (typeof overrides === 'string') {
      complain(io, overrides);
      return EXIT.usage;
    }
    keepOverrides(device.store, overrides);
    const values = Object.entries(overrides).map(([name, { is }]) => [name, is] as const);
    if (options.json) showJson(io, { simulated: Object.fromEntries(values) as object });
    else if (values.length === 0) say(io, 'Nothing is simulated.');
    else
      say(
        io,
        `Simulated, until you clear it (rollcall conditions clear): ${values.map(([name, is]) => `${name}=${wordsOf(name, is)}`).join(', ')}.`,
      );
    return EXIT.ok;
  } finally {
    device.close();
  }
}

async function allOf(device: Device, look: Look): Promise<Shown> {
  const { identity, store } = device;
  const now = Date.now();
  const silent = speechWhile(look.held) === 'nothing';
  const way = await lookAtWay(device, silent, Date.now);
  const trouble = deviceFolderTrouble(device);
  const { portal, ...readings } = look.readings;
  const shown = {
    ...readings,
    'free-space': roomSince(store, freeSpace(identity.folder, look.overrides, now), now),
    folder: {
      is: trouble === null ? 'there' : tellReason({ code: trouble.code, since: now, evidence: trouble.evidence }).words,
      source: 'the folder’s marker',
      since: trouble?.since ?? sinceSeen(store, 'folder', 'there', now),
    },
    portal,
    ...way,
  };
  return Object.entries(shown);
}

function told(reading: Reading<string | number | boolean>): object {
  if ('unseen' in reading) return { value: null, unseen: reading.unseen };
  return { value: reading.is, source: reading.source, since: reading.since, simulated: reading.source === BY_HAND };
}

function linesOf(shown: Shown): string[] {
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.map(([name, reading]) => {
    const begin = name.padEnd(width);
    if ('unseen' in reading) return `${begin}  cannot be seen from here: ${reading.unseen}`;
    return `${begin}  ${wordsOf(name, reading.is)}  (${reading.source}, since ${momentWords(reading.since)})`;
  });
}

const UNITS: Readonly<Record<string, (value: number) => string>> = {
  battery: (value) => `${value} %`,
  'free-space': sizeWords,
  throughput: (value) => `${sizeWords(value)} a second`,
  loss: (value) => `${value} %`,
  'proxy-limit': sizeWords,
  'round-trip': (value) => `${value} ms`,
  'clock-skew': (value) => `${value} s`,
};

function wordsOf(name: string, is: string | number | boolean): string {
  if (typeof is === 'boolean') return is ? 'yes' : 'no';
  return typeof is === 'number' ? (UNITS[name]?.(is) ?? String(is)) : is;
}
