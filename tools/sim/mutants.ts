import './plantable.ts';
import { simOptions } from './options.ts';

const { MUTANTS, plant, planOf, run } = await import('@rollcall/sim');

/** `npm run sim:mutants -- [--json] [--only NAME] [--part 1/2]`: is each planted bug caught within its budget of seeds? */
const { json, only, seed, part } = simOptions();
const first = process.argv.includes('--seed') ? seed : 1;
const mutants = MUTANTS.filter(({ name }, at) => (only === null || name === only) && at % part.of === part.at).map(
  ({ name, budget, wish }) => {
    plant(name);
    for (let at = 0; at < budget; at += 1) {
      const plan = planOf(String(first + at), wish);
      const { violation } = run(plan, { story: false });
      if (!violation) continue;
      // What breaks a promise without the bug, too, says nothing of it.
      plant(null);
      const clean = run(plan, { story: false }).violation === null;
      plant(name);
      if (clean) return told({ name, caught: true, seeds: at + 1, invariant: violation.invariant, words: violation.words });
    }
    return told({ name, caught: false, seeds: budget, invariant: null, words: '' });
  },
);
plant(null);

interface Told {
  readonly name: string;
  readonly caught: boolean;
  readonly seeds: number;
  readonly invariant: string | null;
  readonly words: string;
}

function told(mutant: Told): Omit<Told, 'words'> {
  const { words, ...rest } = mutant;
  const line = mutant.caught
    ? `caught after ${mutant.seeds} seeds by ${mutant.invariant}: ${words.split('\n')[0]}`
    : `NOT caught within ${mutant.seeds} seeds`;
  (json ? process.stderr : process.stdout).write(`${mutant.name.padEnd(30)} ${line}\n`);
  return rest;
}

process.stdout.write(`${JSON.stringify({ mutants })}\n`);
process.exitCode = mutants.every(({ caught }) => caught) ? 0 : 1;
