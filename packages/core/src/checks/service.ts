import { say } from '@rollcall/protocol';

/** How a service last ended, as its manager tells it. */
export interface ServiceExit {
  /** By an exit code, by a signal, or it was never begun: its program or a folder of its unit is not there. */
  readonly by: 'code' | 'signal' | 'set-up';
  readonly value: number;
  /** In the words of systemd: `exit-code`, `oom-kill`, `start-limit-hit`, `timeout`, `success` … */
  readonly result: string;
  /** Milliseconds since 1970. */
  readonly at: number | null;
}

/** The service that runs the program which syncs. */
export interface ServiceFact {
  /** As its manager calls it: `rollcall-device.service`. */
  readonly unit: string;
  /** A user’s own manager, or that of the system. */
  readonly manager: 'user' | 'system';
  /** `again`: it ended, and is started again in a moment; `changing`: it starts or stops just now. */
  readonly run: 'running' | 'stopped' | 'failed' | 'again' | 'changing';
  /** It starts with the machine, or with its user's manager. */
  readonly atBoot: boolean;
  /** Starts by its manager since a person last started it. */
  readonly restarts: number;
  /** Null: it has not ended. */
  readonly last: ServiceExit | null;
}

/** So many starts by the manager are no accident any more. */
const OFTEN = 3;
/** A service that has run for longer than this since is over it. Milliseconds. */
const LATELY = 3_600_000;

/**
 * What is to be told of a service; null: nothing. `often`: it ends again and again.
 * @param since since when it runs as it does; milliseconds since 1970
 */
export function serviceTrouble(
  { run, atBoot, restarts }: ServiceFact,
  since: number | null,
  now: number,
): 'failed' | 'often' | 'stopped' | 'not-at-boot' | null {
  switch (run) {
    case 'failed':
      return 'failed';
    case 'again':
      return 'often';
    case 'stopped':
      return 'stopped';
    case 'running':
    case 'changing':
      if (restarts >= OFTEN && (since === null || now - since < LATELY)) return 'often';
      return atBoot ? null : 'not-at-boot';
    default:
      return run satisfies never;
  }
}

const NEEDS_PERSON = 3;
const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
  31: 'SIGSYS',
};

/** How it ended, and why. */
export function exitWords({ by, value, result }: Pick<ServiceExit, 'by' | 'value' | 'result'>): string {
  if (result === 'oom-kill') return say('it was ended, since the memory that it may use was full');
  if (result === 'timeout' || result === 'watchdog') return say('it did not end in time, and was ended');
  switch (by) {
    case 'signal':
      return say('it was ended by signal {signal}', { signal: SIGNALS[value] ?? String(value) });
    case 'set-up':
      return say(
        'it could not be begun ({code}): a folder or a program that it needs is not there, or this system refuses one of its limits',
        {
          code: String(value),
        },
      );
    case 'code':
      if (value === 0) return say('it stopped by itself');
      if (value === NEEDS_PERSON) return say('it ended, since something needs you (exit code {code})', { code: String(value) });
      return say('it ended with exit code {code}', { code: String(value) });
    default:
      return by satisfies never;
  }
}
