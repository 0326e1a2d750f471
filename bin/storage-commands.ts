import type { Command } from 'commander';
import { resolve } from 'node:path';
import { viewed, type ToAgent, type World } from './parsing.ts';

interface Viewed {
  readonly home: string;
  readonly json?: boolean;
}

const NAMES = 'files, folders, albums or ids of photos';

/** Commands about what of the library is on this device in full, and what is compressed here. */
export function addStorage(program: Command, world: World, run: ToAgent): void {
  const view = (o: Viewed): { home: string; json: boolean } => ({ home: resolve(o.home), json: o.json === true });
  viewed(program.command('storage'), world)
    .description('what is here in full, what is compressed, what it takes, and what would make room next')
    .action((o: Viewed) => run((a) => a.storage, view(o)));
  viewed(program.command('get'), world)
    .description('bring back the originals of photos that are compressed here')
    .argument('<name...>', NAMES)
    .action((names: string[], o: Viewed) => run((a) => a.get, { ...view(o), names }));
  viewed(program.command('evict'), world)
    .description('compress photos here; their originals stay in the cloud')
    .argument('<name...>', NAMES)
    .action((names: string[], o: Viewed) => run((a) => a.evict, { ...view(o), names }));
  viewed(program.command('pin'), world)
    .description('keep these here in full before all else')
    .argument('<name...>', NAMES)
    .action((names: string[], o: Viewed) => run((a) => a.pin, { ...view(o), names }));
  viewed(program.command('unpin'), world)
    .description('take that back')
    .argument('<name...>', NAMES)
    .action((names: string[], o: Viewed) => run((a) => a.unpin, { ...view(o), names }));
  viewed(program.command('pins'), world)
    .description('list what is pinned')
    .action((o: Viewed) => run((a) => a.pins, view(o)));
}
