import type { Command } from 'commander';
import { resolve } from 'node:path';
import { askLine } from './password.ts';
import { homed, passwordFor, UsageError, type PasswordParsed, type ToAgent, type ToServer, type World } from './parsing.ts';
import { parseText } from './values.ts';

interface ClosingParsed extends PasswordParsed {
  readonly home: string;
  readonly data?: string;
  readonly json?: true;
}

/** Closing and keeping an account: one's own from a device, or anybody's on the server's machine. */
export function addClosing(account: Command, world: World, toServer: ToServer, toAgent: ToAgent): void {
  const either = (command: Command): Command =>
    homed(command, world)
      .argument('[email]', 'whose account; with --data it must be told', parseText)
      .option('--data <dir>', 'on the server’s machine: the data folder of the server', parseText)
      .option('--json', 'print one JSON object');
  either(account.command('close').description('close an account after 30 days, in which it can be kept; no file of any device is touched'))
    .option('--password-stdin', 'read the password from standard input, one line')
    .action(async (email: string | undefined, o: ClosingParsed) => {
      const json = o.json === true;
      if (o.data !== undefined) return toServer((s) => s.accountClose, { data: resolve(o.data), email: told(email), json });
      const typed = email ?? (await askEmail(world));
      const password = await passwordFor(o, world.io, false);
      await toAgent((a) => a.accountClose, { home: resolve(o.home), email: typed, password, json });
    });
  either(account.command('keep').description('keep an account that was to be closed')).action(
    async (email: string | undefined, o: ClosingParsed) => {
      const json = o.json === true;
      if (o.data !== undefined) return toServer((s) => s.accountKeep, { data: resolve(o.data), email: told(email), json });
      if (email !== undefined) throw new UsageError('Whose account it is, is told on the server’s machine only, with --data.');
      await toAgent((a) => a.accountKeep, { home: resolve(o.home), json });
    },
  );
  account
    .command('owner')
    .description('make an account an owner of the server, beside those that are')
    .argument('<email>', 'whose account', parseText)
    .requiredOption('--data <dir>', 'the data folder of the server', parseText)
    .option('--json', 'print one JSON object')
    .action((email: string, o: { data: string; json?: boolean }) =>
      toServer((s) => s.accountOwner, { data: resolve(o.data), email, json: o.json === true }),
    );
}

function told(email: string | undefined): string {
  if (email === undefined) throw new UsageError('Say whose account: rollcall account close EMAIL --data DIR');
  return email;
}

/** What is closed is typed, not guessed. */
async function askEmail({ io }: World): Promise<string> {
  const email = io.ask === null ? '' : await askLine('To close the account, type its e-mail address: ', io.stdin, io.stderr, io.signal);
  if (email === '') throw new UsageError('Say which account is to be closed, by its e-mail address: rollcall account close EMAIL');
  return email;
}
