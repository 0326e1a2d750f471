import { InvalidArgumentError, type Command } from 'commander';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Retention } from './commands.ts';
import { UsageError, type ToServer, type World } from './parsing.ts';
import { parseText } from './values.ts';

interface FromParsed {
  readonly from: string;
  readonly json?: boolean;
}
interface UnlockParsed extends FromParsed {
  readonly snapshot?: string;
  readonly passphraseFile?: string;
}
interface BackupParsed {
  readonly data?: string;
  readonly to?: string;
  readonly keep?: Retention;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

const KEEP = 'which snapshots stay, such as daily=7,weekly=4,monthly=12 (also last=, yearly=)';
const PASSPHRASE = 'a file whose first line is the passphrase; else ROLLCALL_BACKUP_PASSPHRASE in the environment, if it is set';

/** Backups of a data folder, and back from them. */
export function addBackups(program: Command, world: World, run: ToServer): void {
  const { env } = world;
  const backup = program
    .command('backup')
    .description('make a snapshot of a data folder in another folder, also while the server runs; each one copies only what is new')
    .helpCommand(false)
    .option('--data <dir>', 'the data folder of the server', parseText)
    .option('--to <dir>', 'the folder of the backup; made when it is not there', parseText)
    .option('--keep <list>', `then drop older snapshots: ${KEEP}`, parseKeep)
    .option('--passphrase-file <file>', `encrypt: ${PASSPHRASE}`, parseText)
    .option('--json', 'print one JSON object')
    .action((o: BackupParsed) => {
      if (o.data === undefined || o.to === undefined)
        throw new UsageError('Give --data, the data folder, and --to, where the backup goes.');
      return run((s) => s.backup, {
        data: resolve(o.data),
        to: resolve(o.to),
        passphrase: passphraseOf(o, env),
        keep: o.keep ?? null,
        json: o.json === true,
      });
    });
  const from = (command: Command): Command =>
    command.requiredOption('--from <dir>', 'the folder of the backup', parseText).option('--json', 'print one JSON object');
  const fromOf = ({ from: folder, json }: FromParsed): { from: string; json: boolean } => ({ from: resolve(folder), json: json === true });
  const unlockOf = (o: UnlockParsed): ReturnType<typeof fromOf> & { passphrase: string | null; snapshot?: string } => ({
    ...fromOf(o),
    passphrase: passphraseOf(o, env),
    ...(o.snapshot === undefined ? {} : { snapshot: o.snapshot }),
  });

  // What `backup` has as well, as --json, the parser gives to it also behind the name of a command of its own: `optsWithGlobals`.
  from(backup.command('list').description('list the snapshots')).action((_: unknown, command: Command) =>
    run((s) => s.backupList, fromOf(command.optsWithGlobals())),
  );
  from(backup.command('check').description('read every byte of the backup, and say what is damaged or missing'))
    .option('--snapshot <id>', 'only this one', parseText)
    .option('--passphrase-file <file>', PASSPHRASE, parseText)
    .action((_: unknown, command: Command) => run((s) => s.backupCheck, unlockOf(command.optsWithGlobals())));
  from(backup.command('prune').description('drop snapshots, and files that none needs any more'))
    .option('--keep <list>', KEEP, parseKeep)
    .option('--dry-run', 'only say what would go')
    .action((_: unknown, command: Command) => {
      const o = command.optsWithGlobals<FromParsed & { keep?: Retention; dryRun?: true }>();
      if (o.keep === undefined) throw new UsageError('Give --keep: which snapshots stay, such as daily=7,weekly=4,monthly=12.');
      return run((s) => s.backupPrune, { ...fromOf(o), keep: o.keep, dryRun: o.dryRun === true });
    });
  from(program.command('restore').description('put a data folder back from a backup; devices then give back what came since'))
    .requiredOption('--data <dir>', 'the data folder; not there, or empty', parseText)
    .option('--snapshot <id>', 'which one (default: the newest)', parseText)
    .option('--replace', 'move a data folder that is there aside, instead of refusing')
    .option('--passphrase-file <file>', PASSPHRASE, parseText)
    .action((o: UnlockParsed & { data: string; replace?: true }) =>
      run((s) => s.restore, { ...unlockOf(o), data: resolve(o.data), replace: o.replace === true }),
    );
}

const PARTS = ['last', 'daily', 'weekly', 'monthly', 'yearly'] as const;
/** More snapshots of one kind than anybody keeps. */
const MOST = 1000;

/** As `daily=7,weekly=4`. */
export function parseKeep(text: string): Retention {
  const keep = { last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
  for (const part of text.split(',')) {
    const [, name, count] = /^\s*(\w+)=(\d{1,4})\s*$/.exec(part) ?? [];
    const known = PARTS.find((each) => each === name);
    if (known === undefined || Number(count) > MOST)
      throw new InvalidArgumentError(`Give numbers up to ${MOST} for ${PARTS.join(', ')}: daily=7,weekly=4,monthly=12.`);
    keep[known] = Number(count);
  }
  if (Object.values(keep).every((count) => count === 0)) throw new InvalidArgumentError('At least one of the numbers must not be 0.');
  return keep;
}

/** Longer than any that somebody types. */
const LONGEST = 1024;

function passphraseOf({ passphraseFile }: { readonly passphraseFile?: string }, env: World['env']): string | null {
  const text = passphraseFile === undefined ? env['ROLLCALL_BACKUP_PASSPHRASE'] : firstLine(passphraseFile);
  if (text === undefined) return null;
  if (text === '')
    throw new UsageError('The passphrase is empty. Put it into the first line of the file, or unset ROLLCALL_BACKUP_PASSPHRASE.');
  if (text.length > LONGEST) throw new UsageError(`The passphrase is longer than ${LONGEST} characters.`);
  return text;
}

function firstLine(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8').split(/\r?\n/, 1)[0] as string;
  } catch (error) {
    throw new UsageError(`The passphrase cannot be read from ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
