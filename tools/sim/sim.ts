import './plantable.ts';
import { simOptions } from './options.ts';

const { replayRegressions } = await import('./regressions.ts');
const { linesOf, resultOf, search, searchEvictions } = await import('./search.ts');

/**
 * `npm run sim -- --seconds N [--seed S] [--json]`: what was ever found again, then new seeds until the time is over. With `--evictions N`,
 * instead of the time: runs in which room is made and photos are opened again and again, until that happened so often.
 */
const { seconds, seed, json, evictions } = simOptions();
const say = (line: string): void => void (json ? process.stderr : process.stdout).write(`${line}\n`);
const began = performance.now();
const wish = evictions === null ? `--seconds ${seconds}` : `--evictions ${evictions}`;
say(`Seeds from ${seed} on. Again from here: npm run sim -- ${wish} --seed ${seed}`);
const before = replayRegressions();
say(`${before.runs} regressions replayed, ${before.failures.length} of them failed`);
const found =
  evictions === null
    ? search(seed, began + seconds * 1000, ({ runs, failures }) => say(`${runs} runs, ${failures} failures`))
    : searchEvictions(seed, evictions);
const failures = [...before.failures, ...found.failures];
for (const failure of failures) for (const line of linesOf(failure)) say(line);
const all = {
  runs: before.runs + found.runs,
  steps: before.steps + found.steps,
  evictions: before.evictions + found.evictions,
  fetches: before.fetches + found.fetches,
  failures,
};
say(`originals gave way ${all.evictions} times, and photos were fetched ${all.fetches} times`);
process.stdout.write(`${resultOf(all, (performance.now() - began) / 1000)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
