import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Plan } from '@rollcall/sim';
import { ROOT } from '../house.ts';
import { crashed, type Failure, type Found } from './search.ts';

/** A plan that broke a promise once, and what it was. */
export interface Regression {
  readonly what: string;
  readonly invariant: string;
  /** The planted bug that is what it found; absent: none is. */
  readonly bug?: string;
  readonly plan: Plan;
}

const FOLDER = join(ROOT, 'packages', 'sim', 'regressions');

/** Names of all that was ever found. */
export function regressionNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** @throws when the file is none */
export function readRegression(name: string): Regression {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Regression;
}

/** Runs everything again that was ever found; gives what breaks a promise now. */
export function replayRegressions(): Required<Found> {
  const failures: Failure[] = [];
  let [steps, evictions, fetches] = [0, 0, 0];
  const names = regressionNames();
  for (const name of names) {
    try {
      const { what, plan } = readRegression(name);
      const outcome = run(plan, { story: true });
      steps += outcome.steps;
      evictions += outcome.evictions;
      fetches += outcome.fetches;
      const { violation } = outcome;
      if (!violation) continue;
      const story = [`regression ${name}: ${what}`, ...outcome.story, violation.words];
      failures.push({ seed: plan.seed, invariant: violation.invariant, story, plan });
    } catch (error) {
      failures.push(crashed(name, null, error));
    }
  }
  return { runs: names.length, steps, evictions, fetches, failures };
}
