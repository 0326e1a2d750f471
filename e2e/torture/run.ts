import { parseArgs } from 'node:util';
import { torture } from './torture.ts';

const USE = 'npm run torture -- --minutes N [--seed S] [--json]\n';

function read(): { minutes: number; seed: number; json: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { minutes: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const minutes = Number(values.minutes ?? '1');
    const seed = Number(values.seed ?? String(Date.now() % 1_000_000));
    return minutes > 0 && minutes <= 10_000 && Number.isSafeInteger(seed) && seed >= 0 ? { minutes, seed, json: values.json } : null;
  } catch {
    return null;
  }
}

const wish = read();
if (wish === null) {
  process.stderr.write(USE);
  process.exit(2);
}
const { minutes, seed, json } = wish;
const started = performance.now();
/** With --json, standard output has one line only. */
const out = json ? process.stderr : process.stdout;
const say = (words: string): void => void out.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${words}\n`);

say(`seed ${seed}, ${minutes} minutes; the same again: npm run torture -- --minutes ${minutes} --seed ${seed}`);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const run = await torture({ minutes, seed, say, stop: { signal: stop.signal, ended: () => process.exit(130) } }).catch((error: unknown) => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(`FAULT: it did not come to its end: ${words}`);
  // Whoever reads the last line is told as well; what was counted until then says nothing.
  const unknown = { kills: null, uploads: null, lost: null, resentBytes: null };
  process.stdout.write(`${JSON.stringify({ seed, ...unknown, verified: false, error: words })}\n`);
  process.exit(1);
});
const { lost, verified, unmet } = run.outcome;
const good = lost === 0 && verified;
for (const words of [
  ...unmet.map((each) => `DID NOT COME ABOUT: ${each}`),
  ...run.verdict.lost.map((each) => `LOST: ${each}`),
  ...run.verdict.faults.map((each) => `FAULT: ${each}`),
])
  say(words);
const kept = await run.end(!good);
if (kept.length > 0) say(`everything was kept:\n${kept.join('\n')}`);
process.stdout.write(`${JSON.stringify(run.outcome)}\n`);
process.exitCode = good && unmet.length === 0 ? 0 : 1;
