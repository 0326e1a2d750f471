import { InvalidArgumentError, type Command } from 'commander';
import { resolve } from 'node:path';
import { viewed, UsageError, type ToAgent, type World } from './parsing.ts';
import { parseText } from './values.ts';

interface Parsed {
  readonly home: string;
  readonly json?: boolean;
  readonly album?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly favourites?: boolean;
  /** `--no-trash` makes it false. */
  readonly trash: boolean;
  readonly dryRun?: boolean;
}

/** Writes the library to plain folders, for whoever wants to leave, or to keep a copy. */
export function addExport(program: Command, world: World, run: ToAgent): void {
  viewed(program.command('export'), world)
    .description('write the library, or a part of it, to plain folders, with everything that is known of it, and prove that all is there')
    .argument('<folder>', 'an empty folder, one that is not there yet, or one that this library was exported to before', parseText)
    .option(
      '--album <name>',
      'only this album, or the albums of this folder; can be given again',
      (name: string, before?: readonly string[]) => [...(before ?? []), parseText(name)],
    )
    .option('--from <date>', 'only what was taken on this day or later (2024, 2024-05 or 2024-05-06)', parseDate)
    .option('--to <date>', 'only what was taken on this day or earlier', parseDate)
    .option('--favourites', 'only favourites')
    .option('--no-trash', 'leave out Recently Deleted, which belongs to the whole library only')
    .option('--dry-run', 'look only: how much there is, and whether there is room')
    .action((folder: string, { home, json, album = [], from, to, favourites, trash, dryRun }: Parsed) => {
      if (from !== undefined && to !== undefined && from.slice(0, to.length) > to.slice(0, from.length))
        throw new UsageError('--from is after --to.');
      return run((a) => a.exportLibrary, {
        home: resolve(home),
        json: json === true,
        to: resolve(folder),
        albums: album,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { until: to }),
        favourites: favourites === true,
        withoutTrash: !trash,
        dryRun: dryRun === true,
      });
    });
}

/** A day, month or year that exists. */
function parseDate(text: string): string {
  const date = text.trim();
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  const whole = `${year}-${month}-${day}`;
  const at = Date.parse(`${whole}T00:00:00Z`);
  if (year === '' || !Number.isFinite(at) || new Date(at).toISOString().slice(0, 10) !== whole)
    throw new InvalidArgumentError('Give a day, a month or a year: 2024-05-06, 2024-05 or 2024.');
  return date;
}
