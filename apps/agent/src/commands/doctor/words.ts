import {
  simulatedIn,
  simulatedWords,
  type CausePlace,
  type CheckReadings,
  type CheckResult,
  type CheckVerdict,
  type Finding,
  type Outcome,
  type Probed,
  type ReasonGroup,
} from '@rollcall/core';
import { areWords, CHECK_NAMES, classOf, countWords, momentWords, tellReason } from '@rollcall/protocol';
import { filesWords } from '../counted-words.ts';
import type { Examination } from './examine.ts';

export const VERDICTS: Record<CheckVerdict, string> = { fine: 'fine', look: 'look', broken: 'broken', unseen: 'cannot see' };
export const PLACE_WORDS: Record<CausePlace, string> = {
  device: 'this device',
  'other-device': 'another device',
  network: 'the network',
  server: 'the server',
  account: 'the account',
};
const STATES: Record<Probed['state'], string> = { fine: 'fine', broken: 'the fault is here', unknown: 'not known' };
const OUTCOMES: Record<Outcome, string> = {
  'needs-you': 'Something needs you.',
  failing: 'Something is failing; it is tried again by itself.',
  held: 'Only your own settings hold something back.',
  fine: 'Nothing needs you.',
};

const NAME_WIDTH = Math.max(...Object.values(CHECK_NAMES).map((name) => name.length));
const VERDICT_WIDTH = Math.max(...Object.values(VERDICTS).map((verdict) => verdict.length));

/** What was found, as lines on a terminal. */
export function examinationLines({ checks, others, groups, places, outcome, state, facts }: Examination): string[] {
  const { counts } = state;
  const open = counts.onDevice - counts.inSync - counts.excluded;
  const rests =
    open > 0 &&
    checks.some(({ findings }) =>
      findings.some(({ topic }) => topic === 'agent-stopped' || topic === 'agent-ended' || topic === 'service-stopped'),
    );
  return [
    `${rests && outcome === 'fine' ? 'Nothing needs you but a start (check 5).' : OUTCOMES[outcome]} ${filesWords(counts.inSync)} here ${areWords(counts.inSync)} in sync, ${countWords(open)} ${areWords(open)} not; ${countWords(state.incoming)} ${areWords(state.incoming)} still to come.`,
    '',
    ...checks.flatMap(checkLines),
    ...(others.length === 0 ? [] : ['Of single files, and of the server', ...others.flatMap(findingLines)]),
    '',
    'Where a fault was looked for:',
    ...places.map(
      ({ place, state: met, words }) => `  ${PLACE_WORDS[place]}: ${STATES[met]}${words === '' ? '' : ` (${words.replace(/\.$/, '')})`}`,
    ),
    ...groupLines(groups, facts.readings),
  ];
}

/** One line a check: for a look before and after. */
export function verdictLines(checks: readonly CheckResult[]): string[] {
  return checks.map(({ check, verdict, findings }) => {
    const topics = findings.map(({ topic, count }) => `${topic}${count > 0 ? ` (${count})` : ''}`).join(', ');
    return `  ${check} ${CHECK_NAMES[check].padEnd(NAME_WIDTH)}  ${VERDICTS[verdict].padEnd(VERDICT_WIDTH)}  ${topics}`.trimEnd();
  });
}

function checkLines({ check, verdict, findings, seen, cannotSee }: CheckResult): string[] {
  const by = findings.length === 0 ? seen.join('; ') : '';
  const head = `${check} ${CHECK_NAMES[check].padEnd(NAME_WIDTH)}  ${VERDICTS[verdict].padEnd(VERDICT_WIDTH)}  ${by}`.trimEnd();
  return [
    head,
    ...findings.flatMap(findingLines),
    ...(cannotSee.length === 0 ? [] : [`    cannot be seen from here: ${cannotSee.join('; ')}`]),
  ];
}

function findingLines({ topic, count, words, since, ends, cure, place, simulated }: Finding): string[] {
  const beginning = since === null ? '' : `, since ${momentWords(since)}`;
  return [
    `    ${count > 0 ? `${count}: ` : ''}${words}${simulatedWords({ simulated })} (${topic}; ${PLACE_WORDS[place]}${beginning})`,
    ...(ends === null ? [] : [`      ends with: ${ends}`]),
    `      to do: ${cure}`,
  ];
}

function groupLines(groups: readonly ReasonGroup[], readings: CheckReadings): string[] {
  const waiting = groups.filter(({ primary }) => primary > 0);
  if (waiting.length === 0) return [];
  return [
    '',
    'By reason (of each, what it comes first for):',
    ...waiting.flatMap(({ code, primary, since, evidence, examples }) => {
      const { words } = tellReason({ code, since: since ?? 0, evidence });
      const more = primary > examples.length ? ', …' : '';
      return [
        `  ${String(primary).padStart(6)}  ${code} (${classOf(code)}): ${words}${simulatedWords({ simulated: simulatedIn(code, readings) })}`,
        `          ${examples.join(', ')}${more}`,
      ];
    }),
    '',
    'For one photo: rollcall why FILE',
  ];
}
