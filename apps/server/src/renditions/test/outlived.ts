/** Has a worker look at a file that keeps it for ever, and says which process that is: `outlived.ts FILE`. */
import { readFileSync } from 'node:fs';
import { openWorker, WORKER_LIMITS } from '../workers.ts';

const seen = process.argv[2] ?? '';
void openWorker(WORKER_LIMITS, new URL('./hostile-worker.ts', import.meta.url)).run({
  task: 'pictures',
  path: seen,
  name: 'hang',
  mtimeMs: null,
  files: { thumbnail: seen, preview: seen },
});
const look = setInterval(() => {
  const pid = readFileSync(seen, 'utf8').trim();
  if (pid === '') return;
  clearInterval(look);
  process.stdout.write(`${pid}\n`);
}, 50);
