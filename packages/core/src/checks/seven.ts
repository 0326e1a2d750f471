import { REASONS, say, tellReason, type Check, type Evidence, type ReasonClass, type ReasonCode } from '@rollcall/protocol';
import { fromAfar, tellFromAfar } from '../history/index.ts';
import { isAway, type CheckFacts, type ReasonFact } from './facts.ts';
import { lookedAt } from './looked.ts';
import { placeOf, type CausePlace } from './place.ts';
import { simulatedIn } from './rests-on.ts';
import { earlier, warn, type Warned } from './warn.ts';
import { WARNINGS, type WarningTopic } from './warning.ts';

/** `look`: nothing is broken, and a person had better know; `unseen`: nothing that bears on it can be seen from here. */
export type CheckVerdict = 'fine' | 'look' | 'broken' | 'unseen';

/** One cause, told once however many items it concerns. */
export interface Finding {
  readonly topic: ReasonCode | WarningTopic;
  readonly verdict: 'look' | 'broken';
  /** Items that list it; 0: it concerns the device as a whole, and no item waits for it. */
  readonly count: number;
  readonly words: string;
  readonly evidence: Evidence;
  readonly since: number | null;
  /** What would change it; null: a person only. */
  readonly ends: string | null;
  readonly cure: string;
  readonly place: CausePlace;
  /** What it rests on that is simulated and not seen, by the names of `rollcall conditions`. */
  readonly simulated: readonly string[];
}

export interface CheckResult {
  readonly check: Check;
  readonly verdict: CheckVerdict;
  readonly findings: readonly Finding[];
  /** What the verdict rests on, in words, where nothing is wrong. */
  readonly seen: readonly string[];
  readonly cannotSee: readonly string[];
}

export const CHECKS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Check[];

/** What only the device itself can answer: without its reasons nobody knows. */
const ONLY_THERE: ReadonlySet<Check> = new Set<Check>([1, 2, 4, 7]);

/** What was so when a device last spoke says nothing of its link, and of its program, after that. */
const OF_NOW: ReadonlySet<Check> = new Set<Check>([2, 5]);

/** The reason that says the same as a warning, and more. */
const SAYS_SO: Partial<Record<WarningTopic, ReasonCode>> = {
  'clock-off': 'clock-skew',
  'quota-nearly-full': 'quota-full',
  'disk-nearly-full': 'device-disk-full',
  'no-room-to-optimise': 'device-disk-full',
  'older-here': 'update-needed',
};

/** The seven checks in their order: a view of what the planner says, never a second opinion. Pure, and total. */
export function sevenChecks(facts: CheckFacts): CheckResult[] {
  const causes = findingsByReason(facts);
  const warnings = warn(facts).filter(({ topic }) => !causes.some((cause) => cause.topic === SAYS_SO[topic]));
  return CHECKS.map((check) => {
    const found = causes.filter(({ topic }) => REASONS[topic as ReasonCode].check === check);
    const warned = warnings.filter(({ topic }) => WARNINGS[topic].check === check).map((each) => findingOfWarning(each, facts));
    const others = [...facts.switchedOff, ...facts.silent]
      .filter(({ code }) => REASONS[code].check === check)
      .map((reason) => findingOf(reason, 'look', 0, facts));
    const findings = [...found, ...warned, ...others];
    const looked = lookedAt(check, facts);
    const blind =
      ('unseen' in facts.reasons && ONLY_THERE.has(check)) ||
      (isAway(facts) && OF_NOW.has(check)) ||
      (check === 5 && facts.afar !== null && 'unseen' in facts.agent);
    const seen = looked.seen.length > 0 && !blind;
    return { check, verdict: verdictOf(findings, seen), findings, ...looked };
  });
}

/** What belongs to none of the seven checks: what stops single files or what the server takes, and what the server lacks. */
export function otherFindings(facts: CheckFacts): Finding[] {
  return [
    ...findingsByReason(facts).filter(({ topic }) => REASONS[topic as ReasonCode].check === null),
    ...warn(facts)
      .filter(({ topic }) => WARNINGS[topic].check === null)
      .map((each) => findingOfWarning(each, facts)),
  ];
}

function findingOfWarning({ topic, evidence, since }: Warned, facts: CheckFacts): Finding {
  const { words, cure, place } = WARNINGS[topic];
  const [told, todo] = [words(evidence), say(cure)].map((text) => said(text, evidence, facts)) as [string, string];
  return {
    topic,
    verdict: 'look',
    count: 0,
    words: told,
    evidence,
    since,
    ends: null,
    cure: todo,
    place,
    simulated: simulatedIn(topic, facts.readings),
  };
}

/** What the checks come to: does something need the person, or time, or only a setting? */
export type Outcome = 'needs-you' | 'failing' | 'held' | 'fine';

export function outcomeOf(facts: CheckFacts): Outcome {
  const items = 'is' in facts.reasons ? facts.reasons.is.filter(({ primary }) => primary > 0) : [];
  const classes = new Set<ReasonClass>([...items, ...facts.device].map(({ code }) => REASONS[code].class));
  if (classes.has('needs-you')) return 'needs-you';
  if (classes.has('failing')) return 'failing';
  return classes.has('held') ? 'held' : 'fine';
}

function verdictOf(findings: readonly Finding[], seen: boolean): CheckVerdict {
  if (findings.some(({ verdict }) => verdict === 'broken')) return 'broken';
  if (findings.length > 0) return 'look';
  return seen ? 'fine' : 'unseen';
}

/** How much each class of reasons says about its check; null: nothing is wrong. */
const WEIGHS: Record<ReasonClass, Finding['verdict'] | null> = {
  'needs-you': 'broken',
  failing: 'broken',
  held: 'look',
  excluded: null,
  moving: null,
  waiting: null,
};

/** One finding a code: what stands in the way of all, with the number of items that list it. */
function findingsByReason(facts: CheckFacts): Finding[] {
  const all = new Map<ReasonCode, ReasonFact>();
  for (const fact of 'is' in facts.reasons ? facts.reasons.is : []) all.set(fact.code, fact);
  for (const { code, since, evidence } of facts.device) {
    const items = all.get(code);
    all.set(code, { code, count: items?.count ?? 0, primary: items?.primary ?? 0, since: earlier(since, items?.since ?? null), evidence });
  }
  const order = Object.keys(REASONS) as ReasonCode[];
  return order.flatMap((code): Finding[] => {
    const fact = all.get(code);
    const verdict = WEIGHS[REASONS[code].class];
    if (fact === undefined || verdict === null) return [];
    return [findingOf(fact, verdict, fact.count, facts)];
  });
}

/** In the words of who looks. */
function said(words: string, evidence: Evidence, { afar }: CheckFacts): string {
  return afar === null ? words : fromAfar(words, afar, evidence);
}

function findingOf(
  { code, since, evidence: known }: Pick<ReasonFact, 'code' | 'since' | 'evidence'>,
  verdict: Finding['verdict'],
  count: number,
  { probes, afar, readings }: CheckFacts,
): Finding {
  const reason = { code, since: since ?? 0, evidence: known };
  const { words, evidence, cure, ends } = afar === null ? tellReason(reason) : tellFromAfar(reason, afar);
  const place = placeOf({ code, evidence: known }, probes);
  return { topic: code, verdict, count, words, evidence, since, ends: ends.words, cure, place, simulated: simulatedIn(code, readings) };
}
