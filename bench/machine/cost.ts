import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Clock ticks of a second, as Linux shows times of processes (`sysconf(_SC_CLK_TCK)` is 100 on every system that Node runs on). */
const TICKS = 100;

/** Seconds of processor time of all processes that this one has started and that have ended. */
export function spentByEnded(): number {
  const [, , cutime, cstime] = times('self');
  return ((cutime ?? 0) + (cstime ?? 0)) / TICKS;
}

/** Seconds of processor time of a running process and of all that it started. 0 when it has ended. */
export function spentBy(pid: number): number {
  try {
    const own = times(String(pid)).reduce((sum, each) => sum + each, 0) / TICKS;
    return childrenOf(pid).reduce((sum, child) => sum + spentBy(child), own);
  } catch {
    return 0;
  }
}

/** Seconds of processor time of a running process alone, without those that it started. */
function spentAlone(pid: number): number {
  const [utime, stime] = times(String(pid));
  return ((utime ?? 0) + (stime ?? 0)) / TICKS;
}

/** The most memory that a running process held at any time, in bytes (`VmHWM`), and what it holds now (`VmRSS`). */
export function memoryOf(pid: number): { readonly peak: number; readonly now: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { peak: field('VmHWM'), now: field('VmRSS') };
}

/** Begins to measure its peak anew, and that of all that it started: `memoryOf` and `shareOf` tell of the time since then. */
export function forgetPeak(pid: number): void {
  for (const each of [pid, ...startedBy(pid)]) {
    try {
      writeFileSync(`/proc/${each}/clear_refs`, '5');
    } catch {
      // It has just ended.
    }
  }
}

/** Bytes that a process has asked to read, from files, sockets and pipes alike (`rchar`). */
export function bytesRead(pid: number): number {
  return Number(/^rchar: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1] ?? 0);
}

/** utime, stime, cutime, cstime in ticks: see proc_pid_stat(5). */
function times(pid: string): number[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
}

/** Peak memory in bytes and seconds of processor time of a running process, and those of all that it started, summed up. */
export function shareOf(pid: number): { readonly own: Share; readonly started: Share } {
  const own = { peak: memoryOf(pid).peak, cpu: spentAlone(pid) };
  const peak = startedBy(pid).reduce((sum, each) => sum + peakOf(each), 0);
  return { own, started: { peak, cpu: spentBy(pid) - own.cpu } };
}

export interface Share {
  readonly peak: number;
  readonly cpu: number;
}

function startedBy(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...startedBy(child)]);
}

/** 0 when it has just ended. */
function peakOf(pid: number): number {
  try {
    return memoryOf(pid).peak;
  } catch {
    return 0;
  }
}

export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
