import type { Command } from 'commander';
import { resolve } from 'node:path';
import { viewed, type ToAgent, type World } from './parsing.ts';
import { parseText } from './values.ts';

interface Parsed {
  readonly home: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
  /** `--no-trash` makes it false. */
  readonly trash: boolean;
  readonly html?: string;
  readonly intoFolder?: boolean;
}

/** Brings over what other libraries have given out. */
export function addImport(program: Command, world: World, run: ToAgent): void {
  viewed(program.command('import'), world)
    .description(
      'bring over photos from Google Takeout, Apple’s export, osxphotos, icloudpd, icloud-photos-sync, a library of Photos, or any folder, and prove that all came',
    )
    .argument(
      '<path...>',
      'ZIP files, libraries of Photos and folders; all parts of one takeout together',
      (path: string, before: readonly string[] | undefined) => [...(before ?? []), parseText(path)],
    )
    .option('--dry-run', 'look only: what is there, what of it is new, and whether there is room')
    .option('--no-trash', 'leave out what is in the trash there')
    .option('--html <file>', 'write what was found and proven to one page, to be kept', parseText)
    .option('--into-folder', 'put the files into the folder of this device, under Imported, instead: sync then brings them')
    .action((paths: string[], { home, json, dryRun, trash, html, intoFolder }: Parsed) =>
      run((a) => a.importPhotos, {
        home: resolve(home),
        json: json === true,
        paths: paths.map((path) => resolve(path)),
        dryRun: dryRun === true,
        withoutTrash: !trash,
        intoFolder: intoFolder === true,
        ...(html === undefined ? {} : { html: resolve(html) }),
      }),
    );
}
