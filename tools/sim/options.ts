import { parseArgs } from 'node:util';

export interface SimOptions {
  readonly seconds: number;
  readonly hours: number;
  readonly seed: number;
  readonly json: boolean;
  readonly only: string | null;
}

/** Reads the command line; ends the program with its words when it cannot be understood. */
export function simOptions(): SimOptions {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '10' },
      hours: { type: 'string', default: '1' },
      seed: { type: 'string' },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const number = (name: string, text: string): number => {
    const value = Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    process.stderr.write(`--${name} needs a number, not ${text}\n`);
    process.exit(2);
  };
  return {
    seconds: number('seconds', values.seconds),
    hours: number('hours', values.hours),
    seed: values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Math.floor(number('seed', values.seed)),
    json: values.json,
    only: values.only ?? null,
  };
}
