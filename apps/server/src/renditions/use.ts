import { readdir, readFile } from 'node:fs/promises';

/** What a worker and the programs that it started take. */
export interface Use {
  /** Resident, of all of them. */
  readonly bytes: number;
  /** Processor time of the worker itself. */
  readonly milliseconds: number;
}

/** Clock ticks of a second in Linux's /proc: `sysconf(_SC_CLK_TCK)` is 100 on every system that Node runs on. */
const TICKS = 100;

/**
 * Resident bytes of a worker and of the programs that it started, and its own processor time, by Linux's /proc; 0 where there is none (the
 * limits on the heap, on the work of those programs and by the clock remain).
 */
export async function useOf(pid: number): Promise<Use> {
  const [own, ...others] = await Promise.all([pid, ...(await startedBy(pid))].map(useOfProcess));
  return { bytes: others.reduce((sum, { bytes }) => sum + bytes, own!.bytes), milliseconds: own!.milliseconds };
}

/**
 * Whether a worker, or a program that it started, is at something: one of its threads runs, wants to, or waits for a disk (`R` and `D` of
 * proc_pid_stat(5)). True where that cannot be seen.
 */
export async function isAwake(pid: number): Promise<boolean> {
  const states = await Promise.all([pid, ...(await startedBy(pid))].map(statesOf));
  return states.flat().length === 0 || states.flat().some((state) => state === 'R' || state === 'D');
}

async function startedBy(pid: number): Promise<number[]> {
  const started = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return started
    .trim()
    .split(' ')
    .filter((each) => each !== '')
    .map(Number);
}

async function statesOf(pid: number): Promise<string[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const stats = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8').catch(() => null)));
  return stats.flatMap((stat) => (stat === null ? [] : [fieldsOf(stat)[0] ?? '']));
}

async function useOfProcess(pid: number): Promise<Use> {
  try {
    const [stat, status] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/status`, 'utf8')]);
    // Fields 14 and 15: utime, stime.
    const fields = fieldsOf(stat).map(Number);
    const ticks = (fields[11] ?? 0) + (fields[12] ?? 0);
    // Said in kilobytes, whatever the size of a page is here.
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
    return { bytes: kilobytes * 1024, milliseconds: (ticks * 1000) / TICKS };
  } catch {
    return { bytes: 0, milliseconds: 0 };
  }
}

/** The fields of proc_pid_stat(5) from the third on, the state; the name before them may hold spaces. */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
