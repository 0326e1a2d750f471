import type { ServiceExit, ServiceFact } from '@rollcall/core';

/** How a service stands, as its manager tells it. Times are milliseconds since 1970. */
export interface Standing extends Pick<ServiceFact, 'run' | 'atBoot' | 'restarts' | 'last'> {
  /** Since when it is so. */
  readonly since: number | null;
  readonly pid: number | null;
  /** Bytes. */
  readonly memory: number | null;
}

/** What is asked of `systemctl show`. */
export const PROPERTIES = [
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'Result',
  'NRestarts',
  'MainPID',
  'ExecMainCode',
  'ExecMainStatus',
  'ExecMainExitTimestamp',
  'ActiveEnterTimestamp',
  'InactiveEnterTimestamp',
  'MemoryCurrent',
] as const;

/** From here on, exit codes of systemd's own: what it prepares for a program went wrong (systemd.exec(5)). */
const SET_UP = [200, 245] as const;
/** `si_code` of a child that exited. */
const EXITED = 1;

/** Reads what `systemctl show --timestamp=unix` printed. Null: it has no such unit. */
export function readStanding(shown: string): Standing | null {
  const told = new Map(shown.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const of = (name: (typeof PROPERTIES)[number]): string => told.get(name) ?? '';
  if (of('LoadState') === 'not-found' || of('LoadState') === '') return null;
  const run = runOf(of('ActiveState'), of('SubState'));
  return {
    run,
    atBoot: of('UnitFileState') === 'enabled',
    since: moment(run === 'running' ? of('ActiveEnterTimestamp') : of('InactiveEnterTimestamp')),
    pid: Number(of('MainPID')) || null,
    restarts: Number(of('NRestarts')) || 0,
    last: lastOf(of),
    memory: /^\d{1,15}$/.test(of('MemoryCurrent')) ? Number(of('MemoryCurrent')) : null,
  };
}

function runOf(active: string, sub: string): Standing['run'] {
  switch (active) {
    case 'active':
    case 'reloading':
      return 'running';
    case 'failed':
      return 'failed';
    case 'activating':
      return sub === 'auto-restart' ? 'again' : 'changing';
    case 'deactivating':
      return 'changing';
    default:
      return 'stopped';
  }
}

function lastOf(of: (name: (typeof PROPERTIES)[number]) => string): ServiceExit | null {
  const at = moment(of('ExecMainExitTimestamp'));
  const [code, value] = [Number(of('ExecMainCode')), Number(of('ExecMainStatus'))];
  if (code === 0) return null;
  const result = of('Result');
  if (code !== EXITED) return { by: 'signal', value, result, at };
  return { by: ofSetUp(value) ? 'set-up' : 'code', value, result, at };
}

/** `@1764000000`; older versions write it in words, which nobody reads. */
function moment(text: string): number | null {
  const seconds = /^@(\d{1,12})$/.exec(text)?.[1];
  return seconds === undefined || seconds === '0' ? null : Number(seconds) * 1000;
}

/** systemd’s message of a process that ended, in its journal. */
export const ENDED_MESSAGE = '98e322203f7a4ed290d09fe03c09fe15';

/** The last end of a process, as one line of JSON of the journal tells it. Of one that runs again `systemctl show` tells none. */
export function readEnd(line: string): ServiceExit | null {
  let told: Partial<Record<string, unknown>>;
  try {
    told = JSON.parse(line) as typeof told;
  } catch {
    return null;
  }
  const [code, status, at] = [told['EXIT_CODE'], Number(told['EXIT_STATUS']), Number(told['__REALTIME_TIMESTAMP'])];
  if (typeof code !== 'string' || Number.isNaN(status)) return null;
  const ended = Number.isNaN(at) ? null : Math.round(at / 1000);
  if (code !== 'exited') return { by: 'signal', value: status, result: 'signal', at: ended };
  return { by: ofSetUp(status) ? 'set-up' : 'code', value: status, result: 'exit-code', at: ended };
}

const ofSetUp = (value: number): boolean => value >= SET_UP[0] && value <= SET_UP[1];
