import type { Command } from 'commander';
import { resolve } from 'node:path';
import { group, type ToServer } from './parsing.ts';
import { parseText } from './values.ts';

interface DataParsed {
  readonly data: string;
  readonly json?: boolean;
}

/** Commands of whoever looks after a data folder; they work while the server runs, and while it does not. */
export function addCare(program: Command, run: ToServer): void {
  const onData = (command: Command): Command =>
    command.requiredOption('--data <dir>', 'the data folder of the server', parseText).option('--json', 'print one JSON object');
  const options = ({ data, json }: DataParsed): { data: string; json: boolean } => ({ data: resolve(data), json: json === true });

  onData(program.command('scrub').description('hash all stored photos again, and say which are damaged or missing')).action(
    (o: DataParsed) => run((s) => s.scrub, options(o)),
  );
  const purged = group(program, 'purged', 'photos that were deleted for good, for as long as they can be brought back');
  onData(purged.command('ls').description('list them')).action((o: DataParsed) => run((s) => s.purgedList, options(o)));
  onData(
    purged.command('restore').description('bring one back, as a new photo of its library').argument('<id>', 'its id, from the list'),
  ).action((id: string, o: DataParsed) => run((s) => s.purgedRestore, { ...options(o), id }));
}
