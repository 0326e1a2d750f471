import { Writable } from 'node:stream';
import type { Io } from '../commands.ts';

/** How a command ended, and what it wrote. */
interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process. */
export async function ran(command: (io: Io) => Promise<number>): Promise<Ran> {
  const written = { out: '', err: '' };
  const into = (to: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        written[to] += String(chunk);
        done();
      },
    });
  const code = await command({ stdout: into('out'), stderr: into('err'), signal: new AbortController().signal });
  return { code, ...written };
}
