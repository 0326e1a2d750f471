import './plantable.ts';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { simOptions } from './options.ts';
import { BATCH, Progress } from './progress.ts';
import type { Failure } from './search.ts';

/** What a worker tells: a failure as soon as there is one, and again with its story; then that its seeds are done. */
type Told =
  | { readonly told: 'found'; readonly failure: Failure }
  | { readonly told: 'explained'; readonly failure: Failure }
  | { readonly told: 'done'; readonly first: number; readonly steps: number };

/** Failures of one batch that are shrunk; of more the plan is told as it was found. */
const MOST_SHRUNK = 3;
/** How often it is told how far it is. Milliseconds. */
const TELL_MS = 10_000;

/**
 * `npm run sim:long -- --hours H`: what was ever found again, then new seeds on all cores, for hours. What was done is kept in a
 * file, and the next time goes on from there.
 */
if (isMainThread) await lead();
else work();

function work(): void {
  parentPort?.on('message', (first: number) => void batch(first));
}

async function batch(first: number): Promise<void> {
  const { explain, trySeed } = await import('./search.ts');
  const tell = (told: Told): void => parentPort?.postMessage(told);
  let steps = 0;
  let failed = 0;
  for (let seed = first; seed < first + BATCH; seed += 1) {
    const tried = trySeed(String(seed));
    steps += tried.steps;
    if (!tried.failure) continue;
    failed += 1;
    tell({ told: 'found', failure: tried.failure });
    tell({ told: 'explained', failure: failed <= MOST_SHRUNK ? explain(tried.failure) : tried.failure });
  }
  tell({ told: 'done', first, steps });
}

async function lead(): Promise<void> {
  const { replayRegressions } = await import('./regressions.ts');
  const { linesOf, resultOf } = await import('./search.ts');
  const { hours, seed, progress: file, workers } = simOptions();
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const before = replayRegressions();
  say(`${before.runs} regressions replayed, ${before.failures.length} of them failed`);
  for (const failure of before.failures) for (const line of linesOf(failure)) say(line);
  const progress = Progress.at(file, seed);
  const began = performance.now();
  say(`From seed ${progress.next}, ${progress.runs} runs so far, ${progress.failures.length} failures (${file}).`);
  let [counted, toldAt] = [began, began];
  const state = (): string => `${progress.runs} runs, ${progress.steps} steps, ${progress.failures.length} failures`;
  const lookout: Lookout = {
    goesOn: () => performance.now() - began < hours * 3_600_000,
    heard: (told) => {
      if (told.told === 'found') return say(`\nseed ${told.failure.seed} breaks ${told.failure.invariant}; it is shrunk now`);
      if (told.told === 'explained') {
        progress.found(told.failure);
        for (const line of linesOf(told.failure)) say(line);
        return;
      }
      const now = performance.now();
      progress.finish(told.first, { runs: BATCH, steps: told.steps });
      progress.worked((now - counted) / 1000);
      counted = now;
      if (now - toldAt < TELL_MS) return;
      toldAt = now;
      say(state());
    },
  };
  await Promise.all(Array.from({ length: workers }, () => tended(progress, lookout)));
  say(state());
  const { runs, steps } = progress;
  const failures = [...before.failures, ...progress.failures];
  process.stdout.write(`${resultOf({ runs, steps, failures }, progress.seconds)}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

interface Lookout {
  goesOn(): boolean;
  heard(told: Told): void;
}

/** One worker, batch after batch; where it ends in the middle, that is a failure of its seeds, and another one takes its place. */
async function tended(progress: Progress, { goesOn, heard }: Lookout): Promise<void> {
  do {
    const first = progress.hand();
    const ended = await oneWorker(first, progress, { goesOn, heard });
    if (ended === null) return;
    const { seed, error } = ended;
    const words = `a worker ended within the ${BATCH} seeds from ${seed} on: ${error.stack ?? error.message}`;
    heard({ told: 'explained', failure: { seed: String(seed), invariant: 'crash', story: [words], plan: null } });
    heard({ told: 'done', first: seed, steps: 0 });
  } while (goesOn());
}

/** Null: the time is over. Otherwise what ended the worker, and in which batch. */
function oneWorker(begin: number, progress: Progress, { goesOn, heard }: Lookout): Promise<{ seed: number; error: Error } | null> {
  const worker = new Worker(new URL(import.meta.url));
  let first = begin;
  worker.postMessage(first);
  return new Promise((resolve) => {
    worker.on('error', (error) => resolve({ seed: first, error }));
    worker.on('message', (told: Told) => {
      heard(told);
      if (told.told !== 'done') return;
      if (!goesOn()) return void worker.terminate().then(() => resolve(null));
      first = progress.hand();
      worker.postMessage(first);
    });
  });
}
