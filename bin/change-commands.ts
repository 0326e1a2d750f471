import { InvalidArgumentError, Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { viewed, type ToAgent, type World } from './parsing.ts';
import { parseText } from './values.ts';

interface Viewed {
  readonly home: string;
  readonly json?: boolean;
}

const ROLES = ['live-video', 'raw', 'alternate', 'audio'] as const;
type CompanionRole = (typeof ROLES)[number];
/** Actions that one `undo` takes back at most. */
const UNDO_LIMIT = 50;

/** Commands by which a person decides: what was deleted before, what belongs together, what was not meant. */
export function addChanges(program: Command, world: World, run: ToAgent): void {
  const view = (o: Viewed): { home: string; json: boolean } => ({ home: resolve(o.home), json: o.json === true });
  viewed(program.command('keep'), world)
    .description('a photo that was deleted before is wanted again')
    .argument('<file>', 'the file', parseText)
    .action((file: string, o: Viewed) => run((a) => a.keep, { ...view(o), file: resolve(file) }));
  viewed(program.command('forget'), world)
    .description('a photo that was deleted before stays deleted; the file here is left alone')
    .argument('<file>', 'the file', parseText)
    .action((file: string, o: Viewed) => run((a) => a.forget, { ...view(o), file: resolve(file) }));
  viewed(program.command('join'), world)
    .description('two photos are one: the second file becomes a part of the first (Live Photo, RAW and JPEG)')
    .argument('<file>', 'the photo', parseText)
    .argument('<part>', 'what becomes a part of it', parseText)
    .addOption(new Option('--role <role>', 'which part it is (default: by its kind)').choices(ROLES))
    .action((file: string, joined: string, o: Viewed & { role?: CompanionRole }) =>
      run((a) => a.joinPair, { ...view(o), file: resolve(file), joined: resolve(joined), ...(o.role ? { role: o.role } : {}) }),
    );
  viewed(program.command('split'), world)
    .description('a part of a photo becomes a photo of its own again')
    .argument('<file>', 'the file of the part', parseText)
    .action((file: string, o: Viewed) => run((a) => a.splitPair, { ...view(o), file: resolve(file) }));
  viewed(program.command('undo'), world)
    .description('take back what this device did last')
    .option('--list', 'only tell what this device did, the last first')
    .option('--last <number>', 'how many actions to take back', parseCount, 1)
    .action((o: Viewed & { list?: boolean; last: number }) => run((a) => a.undo, { ...view(o), list: o.list === true, last: o.last }));
}

function parseCount(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > UNDO_LIMIT)
    throw new InvalidArgumentError(`Give a number from 1 to ${UNDO_LIMIT}.`);
  return Number(text);
}
