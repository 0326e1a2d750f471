import type { Command } from 'commander';
import { resolve } from 'node:path';
import { group, type ToAgent } from './parsing.ts';
import { parseText } from './values.ts';

interface Parsed {
  readonly json?: boolean;
  readonly html?: string;
  readonly bytes?: boolean;
}

/** What a library of Apple Photos tells, without a device and without a server. */
export function addICloud(program: Command, run: ToAgent): void {
  group(program, 'icloud', 'iCloud Photos itself: what state a library of Apple Photos is in')
    .command('doctor')
    .description('what of a library of Apple Photos is in iCloud, what is not and why, and what to do; only reads')
    .argument('<path>', 'the library (….photoslibrary), a copy of an iPhone’s PhotoData, or a Photos.sqlite', parseText)
    .option('--json', 'print one JSON object, with an entry for each photo')
    .option('--html <file>', 'also write a page with pictures and charts, to keep or to show', parseText)
    .option('--bytes', 'read every original, however large they are together, and compare it with what Photos noted')
    .action((path: string, { json, html, bytes }: Parsed) =>
      run((a) => a.icloudDoctor, {
        path: resolve(path),
        json: json === true,
        bytes: bytes === true,
        ...(html === undefined ? {} : { html: resolve(html) }),
      }),
    );
}
