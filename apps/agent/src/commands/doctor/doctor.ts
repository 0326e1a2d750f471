import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CHECK_NAMES, classOf, tellReason } from '@rollcall/protocol';
import { simulatedIn, type CheckResult, type Finding, type Outcome } from '@rollcall/core';
import { openDevice, type Device } from '../../device.ts';
import { apply, curesFor } from './cures.ts';
import { examine, type Examination } from './examine.ts';
import { reportText } from './report.ts';
import { restWords } from '../status-words.ts';
import { examinationLines, verdictLines } from './words.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from '../io.ts';

export interface DoctorOptions extends ViewOptions {
  /** Do the cures that are safe, and look again. */
  readonly fix: boolean;
  /** Where to write what support needs to see. */
  readonly report?: string;
}

/** What was done by `--fix`, and how it stood before. */
interface Fixed {
  readonly before: Examination;
  readonly done: readonly { readonly cure: string; readonly words: string }[];
}

/** After a cure something moves within seconds, or it does not by itself. */
const SETTLE_MS = 5000;
const AGAIN_MS = 500;

/** The seven checks of this device, what stops its photos, and where the fault lies. The exit code tells whether something needs the person. */
export async function doctor(options: DoctorOptions, io: Io): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    // Before anything is mended.
    if (options.report !== undefined && existsSync(options.report)) {
      complain(io, leftAlone(options.report));
      return EXIT.usage;
    }
    const first = await examine(device);
    const fixed = options.fix ? await fix(device, first, io.signal) : null;
    const last = fixed === null || fixed.done.length === 0 ? first : await lookAgain(device, first);
    if (options.report !== undefined && !writeReport(options.report, reportText(device, last), io)) return EXIT.usage;
    if (options.json) showJson(io, told(last, fixed));
    else {
      for (const line of examinationLines(last)) say(io, line);
      if (fixed !== null) for (const line of fixedLines(fixed, last)) say(io, line);
      if (options.report !== undefined)
        for (const line of ['', `Written for support: ${options.report}. Read it before you send it.`]) say(io, line);
    }
    return exitOf(last.outcome);
  } finally {
    device.close();
  }
}

async function fix(device: Device, before: Examination, signal: AbortSignal): Promise<Fixed> {
  const done: { cure: string; words: string }[] = [];
  for (const cure of curesFor(before)) done.push({ cure: cure.words, words: await apply(cure, device, signal) });
  return { before, done };
}

/** Where no agent runs nothing moves, however long one waits. */
function lookAgain(device: Device, before: Examination): Promise<Examination> {
  return runs(before) ? settled(device, before) : examine(device);
}

const runs = ({ facts: { agent } }: Examination): boolean => 'is' in agent && (agent.is === 'running' || agent.is === 'stuck');

/** Looks again until something is better, or for as long as a cure needs to work. */
async function settled(device: Device, before: Examination): Promise<Examination> {
  const end = performance.now() + SETTLE_MS;
  for (;;) {
    const now = await examine(device);
    if (now.outcome === 'fine' || open(now) < open(before) || performance.now() > end) return now;
    await wait(AGAIN_MS);
  }
}

const open = ({ state: { counts } }: Examination): number => counts.failing + counts.needsYou;

function exitOf(outcome: Outcome): number {
  switch (outcome) {
    case 'fine':
      return EXIT.ok;
    case 'needs-you':
      return EXIT.needsYou;
    case 'failing':
      return EXIT.retry;
    case 'held':
      return EXIT.held;
    default:
      return outcome satisfies never;
  }
}

const leftAlone = (file: string): string => `${file} is there already, and is left as it is. Choose another name.`;

/** False: it was not written, which was told. A file that is there is never written over. */
function writeReport(file: string, text: string, io: Io): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    complain(io, there ? leftAlone(file) : `${file} cannot be written: ${(error as Error).message}`);
    return false;
  }
}

function told(examination: Examination, fixed: Fixed | null): object {
  const { at, outcome, checks, others, groups, places, state, facts } = examination;
  return {
    at,
    outcome,
    checks: checks.map(toldCheck),
    others: others.map(toldFinding),
    places,
    reasons: groups.map(({ code, count, primary, since, evidence, examples }) => {
      const { check, class: its, words, cure, ends } = tellReason({ code, since: since ?? 0, evidence });
      const simulated = simulatedIn(code, facts.readings);
      return { code, check, class: its, count, primary, since, words, ends, cure, evidence, examples, simulated };
    }),
    counts: state.counts,
    incoming: state.incoming,
    pendingRemovals: state.pendingRemovals,
    upToDate: state.upToDate,
    fixed: fixed && {
      done: fixed.done,
      rest: rest(examination),
      before: { outcome: fixed.before.outcome, checks: fixed.before.checks.map(toldCheck) },
    },
  };
}

function toldCheck({ check, verdict, findings, seen, cannotSee }: CheckResult): object {
  return { check, name: CHECK_NAMES[check], verdict, findings: findings.map(toldFinding), seen, cannotSee };
}

function toldFinding({ topic, verdict, count, words, evidence, since, ends, cure, place, simulated }: Finding): object {
  return { code: topic, verdict, count, words, since, ends, cure, place, evidence, simulated };
}

/** What starts the rest; null: an agent that runs does it, or nothing is left. */
function rest(examination: Examination): string | null {
  const { counts, incoming, pendingRemovals } = examination.state;
  const waiting = counts.moving + counts.waiting + counts.failing + incoming + pendingRemovals;
  return runs(examination) ? null : restWords(waiting);
}

function fixedLines({ before, done }: Fixed, after: Examination): string[] {
  const starts = rest(after);
  const last = starts === null ? [] : [starts];
  if (done.length === 0) return ['', 'There is nothing here that could be mended without you.', ...last];
  const left = after.groups.filter(({ code, primary }) => primary > 0 && classOf(code) === 'needs-you').length;
  return [
    '',
    'Done:',
    ...done.map(({ cure, words }) => `  ${cure} ${words}`),
    'Before:',
    ...verdictLines(before.checks),
    'After:',
    ...verdictLines(after.checks),
    ...(left > 0 ? ['What is left needs you.'] : []),
    ...last,
  ];
}
