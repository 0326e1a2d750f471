import { execFile } from 'node:child_process';

/** A program of the system with what it is given; resolves with what it printed, null when it failed or took too long. */
export type AskSystem = (program: string, args: readonly string[]) => Promise<string | null>;

const PATIENCE_MS = 10_000;
const LONGEST = 1024 * 1024;

export const askSystem: AskSystem = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: PATIENCE_MS, maxBuffer: LONGEST, windowsHide: true }, (error, out) => resolve(error ? null : out));
  });
