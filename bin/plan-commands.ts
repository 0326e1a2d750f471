import type { Command } from 'commander';
import { resolve } from 'node:path';
import { group, type ToServer } from './parsing.ts';
import { parseRoom, parseText } from './values.ts';

interface DataParsed {
  readonly data: string;
  readonly json?: true;
}

/** Plans of a server, and what accounts ask for; `account` is the group of the commands about accounts. */
export function addPlans(program: Command, account: Command, run: ToServer): void {
  const dataOf = ({ data, json }: DataParsed): { data: string; json: boolean } => ({ data: resolve(data), json: json === true });
  const noted = (command: Command): Command =>
    command.requiredOption('--data <dir>', 'the data folder of the server', parseText).option('--json', 'print one JSON object');

  const plan = group(program, 'plan', 'plans: how much room accounts can have; also while the server runs');
  noted(plan.command('ls').description('list the plans')).action((o: DataParsed) => run((s) => s.planList, dataOf(o)));
  noted(
    plan
      .command('add')
      .description('add a plan')
      .argument('<name>', 'what it is called', parseText)
      .argument('<size>', 'its room, in bytes or as 500MB or 50GB, or unlimited', parseRoom),
  ).action((name: string, bytes: number | null, o: DataParsed) => run((s) => s.planAdd, { ...dataOf(o), name, bytes }));
  noted(
    plan
      .command('set')
      .description('change how much room a plan gives, at once for all who have it; nothing that is stored goes')
      .argument('<name>', 'which plan', parseText)
      .argument('<size>', 'its room, in bytes or as 500MB or 50GB, or unlimited', parseRoom),
  ).action((name: string, bytes: number | null, o: DataParsed) => run((s) => s.planSet, { ...dataOf(o), name, bytes }));
  noted(plan.command('rm').description('take a plan away that nobody has').argument('<name>', 'which plan', parseText)).action(
    (name: string, o: DataParsed) => run((s) => s.planRemove, { ...dataOf(o), name }),
  );
  noted(plan.command('requests').description('list who asks for another plan')).action((o: DataParsed) =>
    run((s) => s.planRequests, dataOf(o)),
  );
  for (const [name, grant, words] of [
    ['grant', true, 'give an account the plan that it asks for'],
    ['decline', false, 'do not give an account the plan that it asks for'],
  ] as const)
    noted(
      plan
        .command(name)
        .description(words)
        .argument('<email>', 'whose request', parseText)
        .option('--note <words>', 'what the person is told beside it', parseText, ''),
    ).action((email: string, o: DataParsed & { note: string }) => run((s) => s.planAnswer, { ...dataOf(o), email, grant, answer: o.note }));

  noted(
    account
      .command('plan')
      .description('give an account a plan; also while the server runs')
      .argument('<email>', 'whose account', parseText)
      .argument('<name>', 'which plan; see them with rollcall plan ls', parseText),
  ).action((email: string, name: string, o: DataParsed) => run((s) => s.accountPlan, { ...dataOf(o), email, name }));
}
