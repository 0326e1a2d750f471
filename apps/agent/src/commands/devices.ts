import { linkTrouble } from '../work/trouble.ts';
import { lastHeardAt, silenceReason, switchedOffReason } from '@rollcall/core';
import { momentWords, tellReason } from '@rollcall/protocol';
import { openDevice } from '../device.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { timely } from './within.ts';

/** How long a person waits to hear that nobody answers. */
const PATIENCE_MS = 5000;

/** All devices of the account, with what each told of itself. */
export async function devices(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const answer = await timely(PATIENCE_MS, device.connection.call('devices', {}));
    if (!answer.ok) {
      complain(io, answer.refusal.words);
      return EXIT.needsYou;
    }
    if (options.json) showJson(io, answer.value);
    else {
      for (const each of answer.value.devices) {
        const seen =
          each.connected && each.goneAt === null
            ? 'connected now'
            : each.lastSeenAt === null
              ? 'never heard from'
              : `last heard from ${momentWords(lastHeardAt(each))}`;
        say(io, `${each.name}${each.self ? ' (this device)' : ''}: ${each.kind}, ${seen}`);
        const silence = silenceReason(each);
        if (each.roll) {
          const { counts } = each.roll;
          say(
            io,
            `  ${counts.onDevice} on it, ${counts.inSync} in sync, ${counts.onDevice - counts.inSync - counts.excluded} not yet, ${counts.excluded} left out; ${each.roll.incoming} to come`,
          );
        }
        const off = each.self ? null : switchedOffReason(each);
        for (const reason of [silence, off]) if (reason !== null) say(io, `  ${tellReason(reason).words} ${tellReason(reason).cure}`);
      }
    }
    return EXIT.ok;
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    complain(io, tellReason({ code, since: Date.now(), evidence }).words);
    return EXIT.retry;
  } finally {
    device.close();
  }
}
