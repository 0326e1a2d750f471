import type { Command } from 'commander';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { homed, passwordFor, UsageError, viewed, type PasswordParsed, type ToAgent, type World } from './parsing.ts';
import { parseSeconds, parseServer, parseText } from './values.ts';

interface LinkParsed extends PasswordParsed {
  readonly home: string;
  readonly server: string;
  readonly folder: string;
  readonly email?: string;
  readonly name?: string;
  readonly yes?: true;
  readonly insecure?: true;
}

/** Commands that make, run and end a device. */
export function addDevice(program: Command, world: World, run: ToAgent): void {
  homed(program.command('link'), world)
    .description('make a folder a device: its photos are saved in the cloud, and the library’s photos appear in it')
    .requiredOption('--server <url>', 'the address of the server', parseServer)
    .requiredOption('--folder <dir>', 'the folder with the photos', parseText)
    .option('--email <address>', 'sign in with the password of this account (default: by a code that you approve in a browser)', parseText)
    .option('--name <name>', 'what this device is called (default: this machine’s name)', parseText)
    .option('--password-stdin', 'read the password from standard input, one line')
    .option('--yes', 'go on without asking')
    .option('--insecure', 'allow plain http to another machine')
    .action(async (o: LinkParsed) => {
      if (o.email === undefined && o.passwordStdin) throw new UsageError('--password-stdin goes with --email.');
      await run((a) => a.link, {
        home: resolve(o.home),
        server: o.server,
        folder: resolve(o.folder),
        name: o.name ?? (hostname() || 'this machine'),
        signIn:
          o.email === undefined ? { by: 'code' } : { by: 'password', email: o.email, password: await passwordFor(o, world.io, false) },
        yes: o.yes === true,
        insecure: o.insecure === true,
      });
    });
  homed(program.command('unlink'), world)
    .description('end this device; its photos stay where they are')
    .option('--download-originals', 'bring the originals of what is compressed here first')
    .option('--leave-compressed', 'leave what is compressed here as it is')
    .action(async (o: { home: string; downloadOriginals?: true; leaveCompressed?: true }) => {
      if (o.downloadOriginals && o.leaveCompressed) throw new UsageError('Give one of --download-originals and --leave-compressed.');
      const compressed = o.downloadOriginals ? 'download' : 'leave';
      const said = o.downloadOriginals || o.leaveCompressed;
      await run((a) => a.unlink, { home: resolve(o.home), ...(said ? { compressed } : {}) });
    });
  viewed(program.command('sync'), world)
    .description('bring this device and the cloud to the same library, and keep them so')
    .option('--once', 'stop when all is in sync, or cannot be now')
    .option('--wait <seconds>', 'with --once: how long to go on trying after failures that may pass (default: 60)', parseSeconds)
    .option('--without-copy', 'bring an older state of the device up to date without copying it before, where the disk has not the room')
    .action(async (o: { home: string; json?: boolean; once?: boolean; wait?: number; withoutCopy?: true }) => {
      if (o.wait !== undefined && !o.once) throw new UsageError('--wait goes with --once.');
      await run((a) => a.sync, {
        home: resolve(o.home),
        json: o.json === true,
        once: o.once === true,
        wait: o.wait ?? 60,
        ...(o.withoutCopy ? { withoutCopy: true } : {}),
        ...(world.env['ROLLCALL_SERVICE'] === undefined ? {} : { service: true }),
      });
    });
}
