import { rmSync } from 'node:fs';
import { EXIT, type WhichOptions } from './commands.ts';
import { findByName } from './found.ts';
import { thisHost, type Host, type Io } from './host.ts';
import { managersOf, notThere } from './look.ts';
import { firstLine, reach, systemctl } from './systemd.ts';
import { complain, say } from './words.ts';

/** Stops a service and takes its file away. What it looked after stays as it is. */
export async function removeService(options: WhichOptions, io: Io, host: Host = thisHost()): Promise<number> {
  const found = findByName(host, managersOf(options), options);
  if (found === null || found === 'foreign') return complain(io, notThere(options, found), EXIT.needsYou);
  const { unit, manager, file, of } = found;
  const reached = reach(host, manager);
  if (!reached.ok) return complain(io, reached.words, EXIT.needsYou);
  if (manager === 'system' && host.uid !== 0)
    return complain(io, 'Only root changes services of the system. Put sudo before the command.', EXIT.needsYou);
  const stopped = systemctl(host, manager, ['disable', '--now', unit]);
  if (stopped.code !== 0) return complain(io, `systemctl disable --now ${unit} failed: ${firstLine(stopped.err)}`, EXIT.internal);
  rmSync(file, { force: true });
  systemctl(host, manager, ['daemon-reload']);
  // What never failed cannot be forgiven.
  systemctl(host, manager, ['reset-failed', unit]);
  say(io, `${unit} is stopped and removed. ${of} is as it was.`);
  return EXIT.ok;
}
