import { exitWords, type ServiceExit } from '@rollcall/core';
import { countWords, momentWords } from '@rollcall/protocol';
import type { Io } from './host.ts';
import type { Standing } from './standing.ts';

export function say(io: Pick<Io, 'stdout'>, text: string): void {
  io.stdout.write(`${text}\n`);
}

export function complain(io: Pick<Io, 'stderr'>, text: string, code: number): number {
  io.stderr.write(`rollcall: ${text}\n`);
  return code;
}

/** How it stands, as a sentence. */
export function runWords({ run, since, last }: Standing): string {
  const from = since === null ? '' : ` since ${momentWords(since)}`;
  switch (run) {
    case 'running':
      return `It runs${from}.`;
    case 'stopped':
      return `It is stopped${from}.`;
    case 'changing':
      return 'It starts or stops just now.';
    case 'again':
      return `It ended, and is started again in a moment${why(last)}.`;
    case 'failed':
      return `It has failed${from}, and is not started again by itself${why(last)}.`;
    default:
      return run satisfies never;
  }
}

const why = (last: ServiceExit | null): string => (last === null ? '' : `: ${exitWords(last)}`);

export function lastWords(last: ServiceExit): string {
  return `Last end: ${last.at === null ? '' : `${momentWords(last.at)}, `}${exitWords(last)}.`;
}

export function restartWords(restarts: number): string {
  return `Started again by itself ${countWords(restarts, 'time')} since a person last started it.`;
}
