import {
  choose,
  endSyncNow,
  isSettingName,
  keepSettings,
  originOf,
  readSettings,
  pause as pauseSettings,
  policyOf,
  resume as resumeSettings,
  SETTING_NAMES,
  SETTINGS,
  settingWords,
  syncNow as syncNowSettings,
  type Settings,
} from '@rollcall/core';
import { countWords, momentWords, sizeWords, tellReason, type SettingOrigin } from '@rollcall/protocol';
import { lookAround } from '../conditions/look-around.ts';
import { OVERRIDES, readOverrides } from '../conditions/overrides.ts';
import { openDevice, type Device } from '../device.ts';
import { freeInFull } from '../engine/device-room.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';

/** What a person chose for this device, and what holds where nothing was chosen. */
export async function settingsGet(options: ViewOptions & { readonly name?: string }, io: Io): Promise<number> {
  return withDevice(options, io, (device) => {
    const { name } = options;
    if (name !== undefined && !isSettingName(name)) return noSuchSetting(io, name);
    const settings = readSettings(device.store);
    const names = name === undefined ? SETTING_NAMES : [name];
    if (options.json) showJson(io, settingsObject(settings, names));
    else for (const line of settingsLines(settings, names)) say(io, line);
    return EXIT.ok;
  });
}

export async function settingsSet(
  options: ViewOptions & { readonly name: string; readonly value: string; readonly yes?: boolean },
  io: Io,
): Promise<number> {
  return withDevice(options, io, async (device) => {
    const { name, value } = options;
    if (!isSettingName(name)) return noSuchSetting(io, name);
    const chosen = choose(readSettings(device.store), name, value, Date.now());
    if (!chosen.ok) {
      complain(io, `${name}: ${chosen.words}`);
      return EXIT.usage;
    }
    const refused = await comesBack(device, chosen.settings, { yes: options.yes === true, json: options.json }, io);
    if (refused !== null) return refused;
    keepSettings(device.store, chosen.settings);
    if (options.json) showJson(io, settingsObject(chosen.settings, [name]));
    else say(io, `${name} is now ${settingWords(name, policyOf(chosen.settings))}. An agent that runs takes it within a second.`);
    return EXIT.ok;
  });
}

/** Where originals are to be kept again, all of them come back: how much that is, is told before it begins, and refused where it does not fit. Null: go on. */
async function comesBack(
  { store, identity }: Device,
  to: Settings,
  { yes, json }: { readonly yes: boolean; readonly json: boolean | undefined },
  io: Io,
): Promise<number | null> {
  const before = policyOf(readSettings(store)).storage;
  const { files, bytes, originals } = store.storage.sums().compressed;
  if (before === policyOf(to).storage || before === 'keep-originals' || files === 0) return null;
  const needed = Math.max(0, originals - bytes);
  const free = freeInFull(identity.folder, readOverrides(store.note(OVERRIDES)), Date.now());
  const room = 'is' in free ? `${sizeWords(free.is)} of this disk are free` : 'how much of this disk is free is not known';
  const sum = `${countWords(files, 'original')} ${files === 1 ? 'comes' : 'come'} back from the cloud: ${sizeWords(needed)} more than is here now; ${room}.`;
  if ('is' in free && needed > free.is) {
    complain(
      io,
      `${sum} That does not fit, and nothing was changed. Free up ${sizeWords(needed - free.is)}, or bring back some: rollcall get`,
    );
    return EXIT.needsYou;
  }
  if (yes || io.ask === null) {
    if (json !== true) say(io, sum);
    return null;
  }
  if (await io.ask(`${sum} Go on?`)) return null;
  say(io, 'Nothing was changed.');
  return EXIT.ok;
}

/** *Sync now*, for a time: what spares link and battery counts for nothing until then. It ends a pause, too. `forMs` null: it ends. */
export async function syncNow(options: ViewOptions & { readonly forMs: number | null }, io: Io): Promise<number> {
  if (options.forMs === null) return change(options, io, endSyncNow, 'Sync now has ended: your rules hold again.');
  const until = Date.now() + options.forMs;
  return change(
    options,
    io,
    (settings) => syncNowSettings(settings, until),
    `Syncing whatever link and battery, until ${momentWords(until)}.`,
  );
}

/** @param options.until milliseconds; absent: until the person resumes */
export async function pause(options: ViewOptions & { readonly until?: number }, io: Io): Promise<number> {
  const now = Date.now();
  const { until } = options;
  if (until !== undefined && until <= now) {
    complain(io, 'that time has passed. Give one to come.');
    return EXIT.usage;
  }
  return change(
    options,
    io,
    (settings) => pauseSettings(settings, until ?? null, now),
    `Paused until ${until === undefined ? 'you resume: rollcall resume' : momentWords(until)}.`,
  );
}

export async function resume(options: ViewOptions, io: Io): Promise<number> {
  return change(options, io, resumeSettings, 'Resumed.');
}

/** Makes the change and tells what is still held, if anything. */
async function change(options: ViewOptions, io: Io, to: (settings: Settings) => Settings, words: string): Promise<number> {
  return withDevice(options, io, async (device) => {
    const settings = to(readSettings(device.store));
    keepSettings(device.store, settings);
    const { held } = await lookAround(device);
    const told = held.map(({ code, since, evidence }) => tellReason({ code, since, evidence }));
    if (options.json) showJson(io, { ...times(settings), held: told });
    else {
      say(io, words);
      for (const reason of told.filter(({ code }) => code !== 'paused')) say(io, `Still held: ${reason.words} ${reason.cure}`);
    }
    return EXIT.ok;
  });
}

async function withDevice(options: ViewOptions, io: Io, run: (device: Device) => number | Promise<number>): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    return await run(device);
  } finally {
    device.close();
  }
}

function noSuchSetting(io: Io, name: string): number {
  complain(io, `there is no setting ${name}. These are: ${SETTING_NAMES.join(', ')}.`);
  return EXIT.usage;
}

function settingsObject(settings: Settings, names: readonly (typeof SETTING_NAMES)[number][]): object {
  const policy = policyOf(settings);
  const values = names.map((name) => {
    const from = originOf(settings, name);
    return [name, { value: SETTINGS[name].show(policy), chosen: from === 'device', from }];
  });
  return { settings: Object.fromEntries(values) as object, ...times(settings) };
}

/** Until when it is paused, or syncs whatever the rules; null: it is and does not. */
function times({ paused, syncNowUntil }: Settings): object {
  const now = Date.now();
  const pausing = paused !== null && (paused.until === 'resumed' || paused.until > now);
  return {
    paused: pausing ? { since: paused.since, until: paused.until === 'resumed' ? null : paused.until } : null,
    syncNowUntil: syncNowUntil !== null && syncNowUntil > now ? syncNowUntil : null,
  };
}

const ORIGIN_WORDS: Record<SettingOrigin, string> = {
  device: 'chosen for this device',
  account: 'as the account has it',
  usual: 'as usual',
};

function settingsLines(settings: Settings, names: readonly (typeof SETTING_NAMES)[number][]): string[] {
  const policy = policyOf(settings);
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const from = ORIGIN_WORDS[originOf(settings, name)];
    return `${name.padEnd(width)}  ${settingWords(name, policy)}  (${from})  — ${SETTINGS[name].about}; ${SETTINGS[name].takes}`;
  });
  const { paused, syncNowUntil } = times(settings) as { paused: { until: number | null } | null; syncNowUntil: number | null };
  if (paused) lines.push(`Paused until ${paused.until === null ? 'you resume: rollcall resume' : momentWords(paused.until)}.`);
  if (syncNowUntil !== null)
    lines.push(`Syncing whatever link and battery, until ${momentWords(syncNowUntil)}. To end it: rollcall sync-now --off`);
  return lines;
}
