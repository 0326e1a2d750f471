import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { addClosing } from './account-commands.ts';
import { addAppPasswords } from './app-password-commands.ts';
import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel, type ServeOptions } from './commands.ts';
import { addPlans } from './plan-commands.ts';
import { group, passwordFor, UsageError, type PasswordParsed, type ToAgent, type ToServer, type World } from './parsing.ts';
import { addOrigin, addProxy, parseDuration, parsePort, parseServer, parseSize, parseText } from './values.ts';

const DEFAULT_PORT = 2280;

export interface ServeParsed {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly origin: readonly string[];
  readonly proxy: readonly string[];
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly silentAfter?: number;
  readonly keepFree?: number;
  readonly logLevel?: LogLevel;
  readonly logFormat?: LogFormat;
  readonly slowRequest?: number;
  readonly metricsTokenFile?: string;
  readonly withoutCopy?: true;
}
interface AccountCreateParsed extends PasswordParsed {
  readonly server: string;
  readonly email: string;
  readonly name?: string;
  readonly setupToken?: string;
  readonly quota?: number;
  readonly insecure?: true;
}

/** What a server is told, by whoever starts it. */
export function serving(command: Command): Command {
  return command
    .requiredOption('--data <dir>', 'the data folder; made when it is not there', parseText)
    .option('--port <number>', 'the port to listen on; 0 takes a free one', parsePort, DEFAULT_PORT)
    .option('--host <address>', 'the address to listen on', parseText, '127.0.0.1')
    .option(
      '--origin <url>',
      'an address under which the server is reached, such as that of a proxy in front; can be given again',
      addOrigin,
      [],
    )
    .option('--proxy <ip>', 'believe a proxy at this address about whom it asks for; can be given again', addProxy, [])
    .option('--tls-cert <file>', 'speak https with this certificate (PEM, with its chain); read again on SIGHUP', parseText)
    .option('--tls-key <file>', 'the key of the certificate (PEM)', parseText)
    .option('--silent-after <time>', 'tell of a device that was not heard from for so long (default: 3d)', parseDuration)
    .option('--keep-free <size>', 'leave so much of the disk free, in bytes or as 5GB (default: 200MB, or 1 % of a small disk)', parseSize)
    .addOption(new Option('--log-level <level>', 'how much is logged (default: ROLLCALL_LOG_LEVEL, else info)').choices(LOG_LEVELS))
    .addOption(new Option('--log-format <format>', 'the form of the log (default: text on a terminal, else json)').choices(LOG_FORMATS))
    .option('--slow-request <time>', 'log requests at which the server is for longer (default: 1s)', parseDuration)
    .option('--metrics-token-file <file>', 'tell /metrics to who shows the token in this file, instead of to this machine alone', parseText)
    .option('--without-copy', 'bring an older database up to date without copying it before, where the disk has not the room');
}

export function serveOptions(o: ServeParsed, { env }: World): ServeOptions {
  if ((o.tlsCert === undefined) !== (o.tlsKey === undefined)) throw new UsageError('--tls-cert and --tls-key go together.');
  const logLevel = o.logLevel ?? levelFrom(env);
  return {
    data: resolve(o.data),
    port: o.port,
    host: o.host,
    ...(o.origin.length > 0 ? { origins: o.origin } : {}),
    ...(o.proxy.length > 0 ? { proxies: o.proxy } : {}),
    ...(o.silentAfter === undefined ? {} : { silentAfter: o.silentAfter }),
    ...(o.keepFree === undefined ? {} : { keepFree: o.keepFree }),
    ...(o.withoutCopy ? { withoutCopy: true } : {}),
    ...(logLevel === undefined ? {} : { logLevel }),
    ...(o.logFormat === undefined ? {} : { logFormat: o.logFormat }),
    ...(o.slowRequest === undefined ? {} : { slowRequest: o.slowRequest }),
    ...(o.metricsTokenFile === undefined ? {} : { metricsTokenFile: resolve(o.metricsTokenFile) }),
    ...(o.tlsCert !== undefined && o.tlsKey !== undefined ? { tls: { cert: resolve(o.tlsCert), key: resolve(o.tlsKey) } } : {}),
  };
}

/** Commands of whoever runs the cloud. */
export function addServer(program: Command, world: World, run: ToServer, toAgent: ToAgent): void {
  serving(program.command('serve').description('run the cloud: one process, one data folder')).action((o: ServeParsed) =>
    run((s) => s.serve, serveOptions(o, world)),
  );

  program
    .command('restored')
    .description('say that a data folder was put back from a backup, so that the devices give back what it lacks; the server is stopped')
    .requiredOption('--data <dir>', 'the data folder of the server', parseText)
    .action((o: { data: string }) => run((s) => s.restored, { data: resolve(o.data) }));

  const account = group(program, 'account', 'accounts of a server');
  account
    .command('create')
    .description('create an account; the first one is the owner’s and needs the setup token')
    .requiredOption('--server <url>', 'the address of the server', parseServer)
    .requiredOption('--email <address>', 'the e-mail address to sign in with', parseText)
    .option('--name <name>', 'the person’s name', parseText)
    .option('--setup-token <token>', 'printed when the server starts, and in the file setup-token of its data folder', parseText)
    .option('--quota <size>', 'room in the cloud, in bytes or as 500MB or 5GB (default: 5GB)', parseSize)
    .option('--password-stdin', 'read the password from standard input, one line')
    .option('--insecure', 'allow plain http to another machine')
    .action(async (o: AccountCreateParsed) => {
      const password = await passwordFor(o, world.io, true);
      const { name, setupToken, quota } = o;
      await run((s) => s.accountCreate, {
        server: o.server,
        email: o.email,
        password,
        ...(name === undefined ? {} : { name }),
        ...(setupToken === undefined ? {} : { setupToken }),
        ...(quota === undefined ? {} : { quota }),
        ...(o.insecure ? { insecure: true } : {}),
      });
    });
  account
    .command('list')
    .description('list the accounts in a data folder')
    .requiredOption('--data <dir>', 'the data folder of the server', parseText)
    .option('--json', 'print one JSON object')
    .action((o: { data: string; json?: boolean }) => run((s) => s.accountList, { data: resolve(o.data), json: o.json === true }));
  account
    .command('quota')
    .description('give an account more room in the cloud, or less; also while the server runs')
    .argument('<email>', 'whose account', parseText)
    .argument('<size>', 'all the room that it has, in bytes or as 500MB or 50GB', parseSize)
    .requiredOption('--data <dir>', 'the data folder of the server', parseText)
    .option('--json', 'print one JSON object')
    .action((email: string, quota: number, o: { data: string; json?: boolean }) =>
      run((s) => s.accountQuota, { data: resolve(o.data), email, quota, json: o.json === true }),
    );
  addAppPasswords(program, run);
  addClosing(account, world, run, toAgent);
  addPlans(program, account, run);
}

/** The level that the environment asks for; throws `UsageError` when it is none. */
function levelFrom(env: World['env']): LogLevel | undefined {
  const asked = env['ROLLCALL_LOG_LEVEL'];
  if (asked === undefined || asked === '') return undefined;
  const level = LOG_LEVELS.find((each) => each === asked);
  if (level === undefined) throw new UsageError(`ROLLCALL_LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}
