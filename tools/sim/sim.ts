import './plantable.ts';
import { simOptions } from './options.ts';

const { replayRegressions } = await import('./regressions.ts');
const { linesOf, resultOf, search } = await import('./search.ts');

/** `npm run sim -- --seconds N [--seed S] [--json]`: what was ever found again, then new seeds until the time is over. */
const { seconds, seed, json } = simOptions();
const say = (line: string): void => void (json ? process.stderr : process.stdout).write(`${line}\n`);
const began = performance.now();
say(`Seeds from ${seed} on. Again from here: npm run sim -- --seconds ${seconds} --seed ${seed}`);
const before = replayRegressions();
say(`${before.runs} regressions replayed, ${before.failures.length} of them failed`);
const found = search(seed, began + seconds * 1000, ({ runs, failures }) => say(`${runs} runs, ${failures} failures`));
const failures = [...before.failures, ...found.failures];
for (const failure of failures) for (const line of linesOf(failure)) say(line);
const all = { runs: before.runs + found.runs, steps: before.steps + found.steps, failures };
process.stdout.write(`${resultOf(all, (performance.now() - began) / 1000)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
