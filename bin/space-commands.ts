import { Argument, type Command } from 'commander';
import { resolve } from 'node:path';
import { SPACE_KINDS, type SpaceKind } from './commands.ts';
import { viewed, type ToAgent, type World } from './parsing.ts';
import { parseText } from './values.ts';

interface Viewed {
  readonly home: string;
  readonly json?: boolean;
}

/** Commands that show what would free room in the cloud, and move it to Recently Deleted. */
export function addSpace(program: Command, world: World, run: ToAgent): void {
  const view = (o: Viewed): { home: string; json: boolean } => ({ home: resolve(o.home), json: o.json === true });
  const space = viewed(program.command('cloud-space'), world)
    .description('what would free room in the cloud, and how much: duplicates, the largest videos, screenshots, blurred photos')
    .helpCommand(false)
    .addArgument(new Argument('[kind]', 'all of this kind (default: the first of each)').choices(SPACE_KINDS))
    .action((kind: SpaceKind | undefined, o: Viewed) =>
      run((a) => a.cloudSpace, { ...view(o), ...(kind === undefined ? {} : { section: kind }) }),
    );
  viewed(space.command('trash'), world)
    .description('move photos to Recently Deleted, everywhere; undo takes it back')
    .argument('<id...>', 'the ids that cloud-space shows', (id: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      parseText(id),
    ])
    .action((ids: string[], _own: Viewed, trash: Command) =>
      // Its options are those of `cloud-space` as well, which takes them wherever they stand.
      run((a) => a.cloudSpaceTrash, { ...view(trash.optsWithGlobals()), ids }),
    );
}
