import type { Command } from 'commander';
import { resolve } from 'node:path';
import { UsageError, viewed, type ToAgent, type World } from './parsing.ts';
import { parseDuration, parseText, parseUntil } from './values.ts';

interface Viewed {
  readonly home: string;
  readonly json?: boolean;
}

const HOUR = 3_600_000;

/** Commands by which a person says when and how this device syncs, and sees what it knows of its surroundings. */
export function addSettings(program: Command, world: World, run: ToAgent): void {
  const view = (o: Viewed): { home: string; json: boolean } => ({ home: resolve(o.home), json: o.json === true });
  // A group whose own name does something: it shows what there is.
  const settings = viewed(program.command('settings'), world)
    .description('when and how this device syncs')
    .helpCommand(false)
    .action((o: Viewed) => run((a) => a.settingsGet, view(o)));
  viewed(settings.command('get'), world)
    .description('show one setting, or all')
    .argument('[name]', 'the setting', parseText)
    .action((name: string | undefined, _o, command: Command) =>
      run((a) => a.settingsGet, { ...view(command.optsWithGlobals()), ...(name === undefined ? {} : { name }) }),
    );
  viewed(settings.command('set'), world)
    .description('change a setting')
    .argument('<name>', 'the setting', parseText)
    .argument('<value>', 'its new value', parseText)
    .option('--yes', 'go on without asking')
    .action((name: string, value: string, o: { yes?: boolean }, command: Command) =>
      run((a) => a.settingsSet, { ...view(command.optsWithGlobals()), name, value, ...(o.yes ? { yes: true } : {}) }),
    );
  viewed(program.command('sync-now'), world)
    .description('for a time, sync whatever link and battery')
    .option('--for <time>', 'for how long, such as 30min or 2h (default: 1h)', parseDuration)
    .option('--off', 'end it before its time')
    .action(async (o: Viewed & { for?: number; off?: true }) => {
      if (o.off && o.for !== undefined) throw new UsageError('--off ends it; --for does not go with it.');
      await run((a) => a.syncNow, { ...view(o), forMs: o.off ? null : (o.for ?? HOUR) });
    });
  viewed(program.command('pause'), world)
    .description('pause sync on this device')
    .option(
      '--until <time>',
      'until when: a time of the day such as 18:00, a moment such as 2027-01-02T18:00, or after 30min or 2h',
      parseUntil,
    )
    .action((o: Viewed & { until?: number }) => run((a) => a.pause, { ...view(o), ...(o.until === undefined ? {} : { until: o.until }) }));
  viewed(program.command('resume'), world)
    .description('end a pause')
    .action((o: Viewed) => run((a) => a.resume, view(o)));
  viewed(program.command('restart'), world)
    .description('begin the running agent of this device anew; always safe')
    .action((o: Viewed) => run((a) => a.restart, view(o)));
  const conditions = viewed(program.command('conditions'), world)
    .description('what this device sees of its surroundings: link, power, room, the way to the server')
    .helpCommand(false)
    .action((o: Viewed) => run((a) => a.conditions, view(o)));
  viewed(conditions.command('set'), world)
    .description('simulate conditions, for a demonstration, support or a test: link=cellular battery=15 …')
    .argument('<name=value...>', 'what is to be so')
    .action((overrides: string[], _o, command: Command) => run((a) => a.conditionsSet, { ...view(command.optsWithGlobals()), overrides }));
  viewed(conditions.command('clear'), world)
    .description('end what is simulated')
    .argument('[name...]', 'only these (default: all)')
    .action((names: string[], _o, command: Command) => run((a) => a.conditionsClear, { ...view(command.optsWithGlobals()), names }));
}
