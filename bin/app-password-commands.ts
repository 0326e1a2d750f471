import type { Command } from 'commander';
import { resolve } from 'node:path';
import { group, type ToServer } from './parsing.ts';
import { parseText } from './values.ts';

interface Parsed {
  readonly data: string;
  readonly json?: true;
}

/** Passwords for apps that bring photos over WebDAV, on the server's machine. */
export function addAppPasswords(program: Command, run: ToServer): void {
  const passwords = group(program, 'app-password', 'passwords for apps that bring photos, or read the library, over WebDAV');
  const of = (command: Command): Command =>
    command
      .argument('<email>', 'whose account', parseText)
      .requiredOption('--data <dir>', 'the data folder of the server', parseText)
      .option('--json', 'print one JSON object');
  of(passwords.command('ls').description('list the apps of an account, and when each was heard')).action((email: string, o: Parsed) =>
    run((s) => s.appPasswordList, { data: resolve(o.data), email, json: o.json === true }),
  );
  of(passwords.command('add').description('make a password for an app, and print it; it is told once'))
    .argument('<name>', 'of the app, as it is to be called among the devices', parseText)
    .action((email: string, name: string, o: Parsed) =>
      run((s) => s.appPasswordAdd, { data: resolve(o.data), email, name, json: o.json === true }),
    );
  of(passwords.command('rm').description('take an app’s password away; what it brought stays'))
    .argument('<name>', 'of the app, or its id', parseText)
    .action((email: string, name: string, o: Parsed) =>
      run((s) => s.appPasswordRemove, { data: resolve(o.data), email, name, json: o.json === true }),
    );
}
