import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Job, JobAnswer, JobAsked, JobEnd } from './job.ts';
import { openSleepWatch } from './sleep-watch.ts';
import { useOf } from './use.ts';

export interface WorkerLimits {
  /** Milliseconds of processor time for one job. */
  readonly jobTime: number;
  /** Milliseconds for one job by the clock: beside a long sync a worker gets only the time that nobody else wants. */
  readonly patience: number;
  /** Milliseconds in which neither a worker nor what it started does anything, or wants to, after which it waits for what never comes. */
  readonly asleep: number;
  /** Bytes that a worker, and what it started, may hold while it works; beyond, they are ended. */
  readonly memory: number;
  /** Bytes after a job beyond which a worker is replaced, because decoders keep what they once took. */
  readonly memoryAtRest: number;
  /** Milliseconds without a job after which a worker ends. */
  readonly idle: number;
  /** Who waits for what it makes: that is how it stands beside others who want the processor. */
  readonly waitedFor: WaitedFor;
}
export type WaitedFor = 'by-a-person' | 'by-a-device' | 'by-nobody';
export const WORKER_LIMITS: WorkerLimits = {
  jobTime: 60_000,
  patience: 30 * 60_000,
  asleep: 45_000,
  memory: 1536 * 1024 * 1024,
  memoryAtRest: 640 * 1024 * 1024,
  idle: 60_000,
  waitedFor: 'by-nobody',
};

/** One worker process at a time, started when first wanted, replaced when lost. Runs one job at a time. */
export interface Worker {
  run(job: JobAsked): Promise<JobEnd>;
  stop(): void;
}

const HEAP_MEGABYTES = 512;
/** Milliseconds between looks at time and memory. */
const LOOK = 250;
/** As long as a worker sleeps, so often at least it is looked at whether it does. */
const SLEEP_LOOKS = 8;

type Ended = JobEnd | { readonly end: 'asleep' };

export function openWorker(limits: WorkerLimits = WORKER_LIMITS, module: string | URL = new URL('./worker.ts', import.meta.url)): Worker {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | null = null;
  let running: ((end: Ended) => void) | null = null;
  let stopped = false;
  let n = 0;

  const end = (): void => {
    const ending = child;
    child = null;
    if (ending !== null) kill(ending);
  };
  const start = (): ChildProcess => {
    const started = startProcess(module, limits.waitedFor);
    started.once('exit', () => {
      if (child !== started) return;
      child = null;
      running?.({ end: 'worker-lost', why: 'crashed' });
    });
    return started;
  };

  const runOnce = (job: JobAsked): Promise<Ended> => {
    child ??= start();
    const worker = child;
    n += 1;
    const own = n;
    return new Promise<Ended>((resolve) => {
      const lose = (how: Ended): void => {
        end();
        running?.(how);
      };
      // Time is counted in looks: what this process slept through (a suspended machine) is not the worker's.
      let looks = 0;
      let before: number | null = null;
      const isAsleep = openSleepWatch(worker.pid ?? 0, Math.ceil(limits.asleep / LOOK), Math.ceil(limits.asleep / LOOK / SLEEP_LOOKS));
      const look = setInterval(() => {
        looks += 1;
        if (looks * LOOK > limits.patience) lose({ end: 'worker-lost', why: 'too-long' });
        void useOf(worker.pid ?? 0).then(async ({ bytes, milliseconds }) => {
          before ??= milliseconds;
          const asleep = await isAsleep(milliseconds);
          if (running === null || child !== worker || n !== own) return;
          if (bytes > limits.memory) lose({ end: 'worker-lost', why: 'too-much-memory' });
          else if (milliseconds - before > limits.jobTime) lose({ end: 'worker-lost', why: 'too-long' });
          else if (asleep) lose({ end: 'asleep' });
        });
      }, LOOK);
      const heard = (answer: JobAnswer): void => void (answer.n === own && running?.({ end: 'answered', answer }));
      running = (how) => {
        running = null;
        clearInterval(look);
        worker.off('message', heard);
        if (how.end === 'answered' && how.answer.memory > limits.memoryAtRest) end();
        if (!stopped && child !== null) idle = setTimeout(end, limits.idle).unref();
        resolve(how);
      };
      worker.on('message', heard);
      worker.send({ ...job, n: own } satisfies Job, (error) => {
        if (error) running?.({ end: 'worker-lost', why: 'crashed' });
      });
    });
  };

  return {
    async run(job) {
      if (stopped) return { end: 'stopped' };
      if (running !== null) throw new Error('this worker has a job already');
      if (idle !== null) clearTimeout(idle);
      const ended = await runOnce(job);
      if (ended.end !== 'asleep') return ended;
      // A decoder that waits for itself does so once in many times: that says nothing of the file.
      const again = stopped ? ({ end: 'stopped' } as const) : await runOnce(job);
      return again.end === 'asleep' ? { end: 'worker-lost', why: 'too-long' } : again;
    },
    stop() {
      stopped = true;
      if (idle !== null) clearTimeout(idle);
      end();
      running?.({ end: 'stopped' });
    },
  };
}

/** By setpriority(2). At the lowest a worker gets what nobody else wants; at 5 it goes on, beside another who wants all there is, at a quarter of the time. */
const PRIORITY: Readonly<Record<WaitedFor, number>> = { 'by-a-person': 0, 'by-a-device': 5, 'by-nobody': 19 };

function startProcess(module: string | URL, waitedFor: WaitedFor): ChildProcess {
  const { NODE_COMPILE_CACHE: compiled, LD_LIBRARY_PATH: libraries } = process.env;
  const child = fork(module, [], {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    // Nothing of the server's settings goes along, but where what was compiled is kept, and where the libraries are that Node.js itself may
    // need. Decoders talk on the standard streams; nobody needs to hear it.
    env: {
      PATH: process.env['PATH'],
      MALLOC_ARENA_MAX: '2',
      ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }),
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // A group of its own, so that what it started (ffmpeg) ends with it.
    detached: true,
  });
  child.on('error', () => undefined);
  if (child.pid !== undefined && waitedFor !== 'by-a-person') stepBack(child.pid, PRIORITY[waitedFor]);
  return child;
}

/** Pictures can wait for uploads and answers. */
function stepBack(pid: number, priority: number): void {
  try {
    setPriority(pid, priority);
    // Linux weighs groups of processes first, and a worker is a group of its own (sched(7), "The autogroup feature").
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(priority));
  } catch {
    // Not allowed here, or no such thing: then at the same priority.
  }
}

function kill(child: ChildProcess): void {
  if (child.connected) child.disconnect();
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
