import { areWords, countWords, dayWords, tellReason, type ClosingTold } from '@rollcall/protocol';
import { heedClosing } from '@rollcall/core';
import { openDevice, type Device } from '../device.ts';
import { linkTrouble } from '../work/trouble.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { timely } from './within.ts';

/** How long a person waits to hear that nobody answers. The password takes a moment to check. */
const PATIENCE_MS = 15_000;

export interface AccountCloseOptions extends ViewOptions {
  /** Typed again: what is closed is said, not guessed. */
  readonly email: string;
  readonly password: string;
}

/**
 * Closes the account of this device after its grace; no file of any device is touched. `--json`: `{ closesOn, onlyInCloud: { count, names } }`.
 * 3: another address, a wrong password, or it may not be closed. 5: nobody answers.
 */
export function accountClose({ email, password, ...options }: AccountCloseOptions, io: Io): Promise<number> {
  return asking(options, io, async (device) => {
    const told = await device.connection.call('closing', {});
    if (!told.ok) return refused(io, told.refusal.words);
    for (const line of options.json ? [] : beforehand(told.value)) say(io, line);
    const closed = await device.connection.call('closeAccount', { body: { email, password } });
    if (!closed.ok) return refused(io, closed.refusal.words);
    const { closing } = closed.value;
    heedClosing(device.store, closing);
    if (options.json) showJson(io, { closesOn: closing.on, onlyInCloud: told.value.onlyInCloud });
    else {
      say(io, `The account ${device.identity.email} closes on ${dayWords(closing.on)}. Until then all of it can be read and fetched.`);
      say(io, 'No file on any device is touched, then or before. To keep the library: rollcall account keep');
    }
    return EXIT.ok;
  });
}

/** Takes that back. `--json`: `{ kept: true }`. 5: nobody answers. */
export function accountKeep(options: ViewOptions, io: Io): Promise<number> {
  return asking(options, io, async (device) => {
    const kept = await device.connection.call('keepAccount', {});
    if (!kept.ok) return refused(io, kept.refusal.words);
    heedClosing(device.store, null);
    if (options.json) showJson(io, { kept: true });
    else say(io, `The account ${device.identity.email} stays. What waited goes on by itself.`);
    return EXIT.ok;
  });
}

function beforehand({ onlyInCloud: { count, names }, standing }: ClosingTold): string[] {
  const lines =
    count === 0
      ? ['Every photo is on a device, too, as far as the devices told.']
      : [
          `${countWords(count, 'photo')} ${areWords(count)} only in the cloud, and would be gone with it: ${names.join(', ')}${count > names.length ? ', …' : ''}`,
          'To have them first, link a device that keeps originals (rollcall link), and let it sync, or save them from the page.',
        ];
  return standing === 'alone' ? [...lines, 'Nobody else has an account on this server.'] : lines;
}

function refused(io: Io, words: string): number {
  complain(io, words);
  return EXIT.needsYou;
}

async function asking(options: ViewOptions, io: Io, work: (device: Device) => Promise<number>): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    return await timely(PATIENCE_MS, work(device));
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    complain(io, tellReason({ code, since: Date.now(), evidence }).words);
    return EXIT.retry;
  } finally {
    device.close();
  }
}
