import { createWriteStream } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import count from './count-reporter.ts';

/**
 * Runs test files, each in a process of its own, in the order in which they are given: `node --test` would begin them by their names.
 *
 *   node tools/run-tests.ts --each <ms for one test> --at-once <files> --counts <where to write how many passed> <file>…
 */
const { values, positionals: files } = parseArgs({
  options: { each: { type: 'string' }, 'at-once': { type: 'string' }, counts: { type: 'string' } },
  allowPositionals: true,
});
const { each, 'at-once': atOnce, counts } = values;
if (each === undefined || atOnce === undefined || counts === undefined) throw new Error('--each, --at-once and --counts must be given');

// Until all of them have told that they passed.
process.exitCode = 1;
const events = run({ files, concurrency: Number(atOnce), timeout: Number(each) });
events.on('test:summary', ({ file, success }) => {
  if (file === undefined && success) process.exitCode = 0;
});
events.compose(new spec()).pipe(process.stdout);
events.compose(count).pipe(createWriteStream(counts));
