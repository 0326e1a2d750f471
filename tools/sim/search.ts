import { busyPlan, planOf, run, shrink, wordsOf, type Outcome, type Plan } from '@rollcall/sim';

export interface Failure {
  readonly seed: string;
  readonly invariant: string;
  /** What happened, for a person to read, and which promise it broke. */
  readonly story: readonly string[];
  /** The smallest plan that was found to break it; null: it broke before there was one. */
  readonly plan: Plan | null;
}

export interface Found {
  readonly runs: number;
  readonly steps: number;
  /** How often originals gave way, and photos were fetched; absent: nobody counted. */
  readonly evictions?: number;
  readonly fetches?: number;
  readonly failures: readonly Failure[];
}

/** Failures that are told in full; what comes after them is most likely the same. */
const MOST_TOLD = 10;

/** Runs seed after seed, until the time is over. */
export function search(
  first: number,
  until: number,
  progress: (found: { runs: number; failures: number }) => void = () => undefined,
): Required<Found> {
  return searchWhile({ first, planned: planOf, goesOn: () => performance.now() < until, progress });
}

/** Runs in which room is made and photos are opened again and again, until so often originals gave way or photos were fetched. */
export function searchEvictions(first: number, often: number): Required<Found> {
  return searchWhile({
    first,
    planned: (seed) => busyPlan(Number(seed)),
    goesOn: ({ evictions, fetches }) => evictions + fetches < often,
  });
}

function searchWhile({
  first,
  planned,
  goesOn,
  progress = () => undefined,
}: {
  readonly first: number;
  readonly planned: (seed: string) => Plan;
  readonly goesOn: (found: Required<Found>) => boolean;
  readonly progress?: (found: { runs: number; failures: number }) => void;
}): Required<Found> {
  const failures: Failure[] = [];
  let found: Required<Found> = { runs: 0, steps: 0, evictions: 0, fetches: 0, failures };
  for (let seed = first; goesOn(found) && failures.length < MOST_TOLD; seed += 1) {
    const tried = trySeed(String(seed), planned);
    const { runs, steps, evictions, fetches } = found;
    found = {
      runs: runs + 1,
      steps: steps + tried.steps,
      evictions: evictions + tried.evictions,
      fetches: fetches + tried.fetches,
      failures,
    };
    if (tried.failure) failures.push(explain(tried.failure));
    if (found.runs % 1000 === 0) progress({ runs: found.runs, failures: failures.length });
  }
  return found;
}

/** Runs one seed. Its failure is as it was found: not shrunk, and without its story. */
export function trySeed(
  seed: string,
  planned: (seed: string) => Plan = planOf,
): Pick<Outcome, 'steps' | 'evictions' | 'fetches'> & { readonly failure: Failure | null } {
  let plan: Plan | null = null;
  try {
    plan = planned(seed);
    const { violation, ...ran }: Outcome = run(plan, { story: false });
    return { ...ran, failure: violation && { seed, invariant: violation.invariant, story: [violation.words], plan } };
  } catch (error) {
    return { steps: 0, evictions: 0, fetches: 0, failure: crashed(seed, plan, error) };
  }
}

/** What was thrown where nothing was running that could have taken it. */
export function crashed(seed: string, plan: Plan | null, error: unknown): Failure {
  return { seed, invariant: 'crash', story: [wordsOf(error)], plan };
}

/** The same failure as a shrunk story. */
export function explain(failure: Failure): Failure {
  const { seed, invariant, plan } = failure;
  if (plan === null) return failure;
  try {
    const small = shrink(plan, invariant);
    const { story, violation } = run(small, { story: true });
    const words = violation?.words ?? 'it holds, and did not before: the run depends on more than its seed';
    return { seed, invariant, story: [...story, words], plan: small };
  } catch (error) {
    return { ...failure, story: [...failure.story, `it could not be shrunk: ${wordsOf(error)}`] };
  }
}

/** A failure as it is printed: its seed, its story, and the plan that repeats it. */
export function linesOf({ seed, invariant, story, plan }: Failure): string[] {
  return [
    '',
    `${invariant} is broken by seed ${seed}:`,
    ...story.map((line) => `  ${line}`),
    ...(plan === null ? [] : [`  as a regression: ${JSON.stringify({ what: '', invariant, plan })}`]),
  ];
}

/** The last line of a search: what a program reads. */
export function resultOf({ runs, steps, evictions, fetches, failures }: Found, seconds: number): string {
  return JSON.stringify({
    runs,
    steps,
    evictions,
    fetches,
    seconds: Number(seconds.toFixed(1)),
    failures: failures.map(({ seed, invariant, story }) => ({ seed, invariant, story: story.join('\n') })),
  });
}
