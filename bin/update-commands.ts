import type { Command } from 'commander';
import type { ToAgent, World } from './parsing.ts';
import { parseServer } from './values.ts';

interface UpdateParsed {
  readonly dryRun?: true;
  readonly fetch?: true;
  readonly yes?: true;
}

/** Which version this is, and how another one takes its place. */
export function addUpdate(program: Command, world: World, run: ToAgent): void {
  const { root } = world;
  program
    .command('version')
    .description('which version runs here, and on a server; nobody is asked unless named')
    .option('--server <url>', 'ask this server for its version', parseServer)
    .option('--json', 'print one JSON object')
    .action((o: { server?: string; json?: true }) =>
      run((a) => a.version, { root, json: o.json === true, ...(o.server === undefined ? {} : { server: o.server }) }),
    );
  program
    .command('update')
    .description('bring this program to the newest version of what its folder follows')
    .option('--dry-run', 'only say what would be done')
    .option('--fetch', 'with --dry-run: ask for what is new (git fetch); without, that is always asked')
    .option('-y, --yes', 'do not ask')
    .action((o: UpdateParsed) => run((a) => a.update, { root, dryRun: o.dryRun === true, fetch: o.fetch === true, yes: o.yes === true }));
}
