import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../house.ts';

export interface SimOptions {
  readonly seconds: number;
  readonly hours: number;
  readonly seed: number;
  readonly json: boolean;
  /** So often originals are to give way or photos to be fetched, instead of a time; null: it is the time that counts. */
  readonly evictions: number | null;
  readonly only: string | null;
  /** Of several runs that share the planted bugs: which one this is, from 0, of how many. */
  readonly part: { readonly at: number; readonly of: number };
  /** Of a long search: the file in which it is kept how far it is, and how many cores work on it. */
  readonly progress: string;
  readonly workers: number;
}

/** Reads the command line; ends the program with its words when it cannot be understood. */
export function simOptions(): SimOptions {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '10' },
      hours: { type: 'string', default: '1' },
      seed: { type: 'string' },
      evictions: { type: 'string' },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      part: { type: 'string', default: '1/1' },
      progress: { type: 'string', default: join(ROOT, 'sim-progress.json') },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const number = (name: string, text: string): number => {
    const value = Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    process.stderr.write(`--${name} needs a number, not ${text}\n`);
    process.exit(2);
  };
  const [, at = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(values.part) ?? []).map(Number);
  if (at < 1 || at > of) {
    process.stderr.write(`--part needs two numbers such as 1/2, not ${values.part}\n`);
    process.exit(2);
  }
  return {
    part: { at: at - 1, of },
    seconds: number('seconds', values.seconds),
    hours: number('hours', values.hours),
    seed: values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Math.floor(number('seed', values.seed)),
    evictions: values.evictions === undefined ? null : number('evictions', values.evictions),
    json: values.json,
    only: values.only ?? null,
    progress: values.progress,
    workers: Math.max(1, Math.floor(number('workers', values.workers))),
  };
}
