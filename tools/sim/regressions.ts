import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Plan } from '@rollcall/sim';
import { ROOT } from '../house.ts';
import type { Failure } from './search.ts';

/** A plan that broke a promise once, and what it was. */
interface Regression {
  readonly what: string;
  readonly invariant: string;
  readonly plan: Plan;
}

const FOLDER = join(ROOT, 'packages', 'sim', 'regressions');

/** Runs everything again that was ever found; gives what breaks a promise now. */
export function replayRegressions(): { readonly runs: number; readonly steps: number; readonly failures: readonly Failure[] } {
  const failures: Failure[] = [];
  let steps = 0;
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort();
  for (const name of names) {
    const { what, plan } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Regression;
    const outcome = run(plan, { story: true });
    steps += outcome.steps;
    const { violation } = outcome;
    if (violation)
      failures.push({
        seed: plan.seed,
        invariant: violation.invariant,
        story: [`regression ${name}: ${what}`, ...outcome.story, violation.words],
        plan,
      });
  }
  return { runs: names.length, steps, failures };
}
