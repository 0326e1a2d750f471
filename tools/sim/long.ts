import './plantable.ts';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ROOT } from '../house.ts';
import { simOptions } from './options.ts';
import type { Failure } from './search.ts';

/** `npm run sim:long -- --hours H`: all cores, for hours. What was done is kept in a file, and the next time goes on from there. */
interface Progress {
  next: number;
  runs: number;
  steps: number;
  seconds: number;
  failures: Failure[];
}

/** Seeds that a worker takes at once. */
const BATCH = 2000;
const FILE = join(ROOT, 'sim-progress.json');

if (isMainThread) await lead();
else work();

function work(): void {
  parentPort?.on('message', (first: number) => void batch(first));
}

async function batch(first: number): Promise<void> {
  const { planOf, run } = await import('@rollcall/sim');
  const { explain } = await import('./search.ts');
  const failures: Failure[] = [];
  let steps = 0;
  for (let seed = first; seed < first + BATCH; seed += 1) {
    const plan = planOf(String(seed));
    const outcome = run(plan, { story: false });
    steps += outcome.steps;
    if (outcome.violation && failures.length < 3) failures.push(explain(plan, outcome.violation.invariant));
  }
  parentPort?.postMessage({ steps, failures });
}

async function lead(): Promise<void> {
  const { hours, seed } = simOptions();
  const progress: Progress = existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as Progress)
    : { next: seed, runs: 0, steps: 0, seconds: 0, failures: [] };
  const began = performance.now();
  const before = progress.seconds;
  const end = began + hours * 3_600_000;
  process.stdout.write(`From seed ${progress.next}, ${progress.runs} runs so far (${FILE}).\n`);
  await Promise.all(
    Array.from({ length: availableParallelism() }, () =>
      tended(
        () => performance.now() < end,
        progress,
        () => {
          progress.seconds = before + (performance.now() - began) / 1000;
          writeFileSync(`${FILE}.new`, JSON.stringify(progress));
          renameSync(`${FILE}.new`, FILE);
          process.stdout.write(`${progress.runs} runs, ${progress.steps} steps, ${progress.failures.length} failures\n`);
        },
      ),
    ),
  );
  for (const { seed: failed, invariant, story } of progress.failures)
    process.stdout.write(`\n${invariant}, seed ${failed}:\n  ${story.join('\n  ')}\n`);
  process.exitCode = progress.failures.length > 0 ? 1 : 0;
}

/** One worker, batch after batch. */
function tended(goesOn: () => boolean, progress: Progress, save: () => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData });
  const next = (): void => {
    worker.postMessage(progress.next);
    progress.next += BATCH;
  };
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', ({ steps, failures }: { steps: number; failures: Failure[] }) => {
      progress.runs += BATCH;
      progress.steps += steps;
      progress.failures.push(...failures);
      save();
      if (goesOn()) next();
      else void worker.terminate().then(() => resolve());
    });
    next();
  });
}
