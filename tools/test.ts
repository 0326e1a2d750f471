import { buildProgram } from './build-program.ts';
import { add, NOTHING, PHASES, type Phase, type Tally } from './phases.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PHASES.some((phase) => phase.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No phase ${unknown.join(', ')}. There are:\n${PHASES.map((phase) => `  ${phase.name.padEnd(14)}${phase.about}\n`).join('')}`,
  );
  process.exit(2);
}

const phases = PHASES.filter((phase) => wanted.length === 0 || wanted.includes(phase.name));
// What is tested is what runs where it was installed.
await buildProgram();

const results: { readonly phase: Phase; readonly tally: Tally; readonly seconds: number }[] = [];
for (const phase of phases) {
  process.stdout.write(`\n── ${phase.name}: ${phase.about}\n`);
  const start = performance.now();
  const tally = await attempt(phase);
  results.push({ phase, tally, seconds: (performance.now() - start) / 1000 });
}

// What failed in the middle of a long output is told again at its end, which is what is kept of it in many places.
for (const { phase, tally } of results) {
  for (const words of tally.unsteady) tell('◦', `${phase.name}, passed only when run again alone`, words);
  for (const words of tally.failures) tell('✖', phase.name, words);
}
process.stdout.write('\n');
for (const { phase, tally, seconds } of results) {
  process.stdout.write(`${tally.failed > 0 ? '✖' : '✔'} ${phase.name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s   ${words(tally)}\n`);
}
const total = add(results.map(({ tally }) => tally));
process.stdout.write(`\n${words(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function tell(mark: string, where: string, words: string): void {
  process.stdout.write(`\n${mark} ${where}: ${words.replaceAll('\n', '\n    ')}\n`);
}

async function attempt(phase: Phase): Promise<Tally> {
  try {
    return await phase.run();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { ...NOTHING, failed: 1 };
  }
}

function words({ passed, failed, skipped, unsteady }: Tally): string {
  const others = [skipped > 0 ? `, ${skipped} skipped` : '', unsteady.length > 0 ? `, ${unsteady.length} of them only when run again` : ''];
  return `${passed} passed, ${failed} failed${others.join('')}`;
}
