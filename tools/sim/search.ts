import { planOf, run, shrink, type Plan } from '@rollcall/sim';

export interface Failure {
  readonly seed: string;
  readonly invariant: string;
  /** What happened, for a person to read, and which promise it broke. */
  readonly story: readonly string[];
  /** The smallest plan that was found to break it. */
  readonly plan: Plan;
}

export interface Found {
  readonly runs: number;
  readonly steps: number;
  readonly failures: readonly Failure[];
}

/** Failures that are told in full; what comes after them is most likely the same. */
const MOST_TOLD = 10;

/** Runs seed after seed, until the time is over. */
export function search(
  first: number,
  until: number,
  progress: (found: { runs: number; failures: number }) => void = () => undefined,
): Found {
  const failures: Failure[] = [];
  let [runs, steps] = [0, 0];
  for (let seed = first; performance.now() < until && failures.length < MOST_TOLD; seed += 1) {
    const plan = planOf(String(seed));
    const outcome = run(plan, { story: false });
    runs += 1;
    steps += outcome.steps;
    if (outcome.violation) failures.push(explain(plan, outcome.violation.invariant));
    if (runs % 1000 === 0) progress({ runs, failures: failures.length });
  }
  return { runs, steps, failures };
}

/** The shrunk story of a plan that breaks a promise. */
export function explain(plan: Plan, invariant: string): Failure {
  const small = shrink(plan, invariant);
  const { story, violation } = run(small, { story: true });
  return {
    seed: plan.seed,
    invariant,
    story: [...story, violation?.words ?? 'it holds, and did not before: the run depends on more than its seed'],
    plan: small,
  };
}
