import type { Command } from 'commander';
import { resolve } from 'node:path';
import { UsageError, type ToAgent } from './parsing.ts';
import { parseText } from './values.ts';

interface Parsed {
  readonly group?: string;
  readonly json?: boolean;
}

/** What files tell of themselves, without a device and without a server. */
export function addInspection(program: Command, run: ToAgent): void {
  program
    .command('inspect')
    .description('what a photo or video tells of itself, or which files of a folder are one photo')
    .argument('[file...]', 'the files')
    .option('--group <dir>', 'look at a folder instead: which of its files belong together', parseText)
    .option('--json', 'print JSON: one object a file, each on a line of its own, or one for a folder')
    .action((files: string[], { group: folder, json }: Parsed) => {
      if ((folder === undefined) === (files.length === 0)) throw new UsageError('Give files, or a folder with --group.');
      return folder === undefined
        ? run((a) => a.inspect, { json: json === true, files })
        : run((a) => a.inspectFolder, { json: json === true, folder: resolve(folder) });
    });
}
