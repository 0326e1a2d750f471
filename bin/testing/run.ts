import { Readable, Writable } from 'node:stream';
import type { AgentCommands, ServerCommands, ServiceCommands } from '../commands.ts';
import { runProgram } from '../program.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly calls: readonly { readonly command: string; readonly options: unknown }[];
}

/** Runs the command line against rooms that only note what they were asked. */
export async function run(args: readonly string[], stdin = '', answer = 0, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const calls: { command: string; options: unknown }[] = [];
  const text = { out: '', err: '' };
  const into = (key: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        text[key] += String(chunk);
        done();
      },
    });
  const rooms = new Proxy(
    {},
    {
      get: (_, command: string) =>
        command === 'then'
          ? undefined
          : async (options: unknown): Promise<number> => {
              calls.push({ command, options });
              return answer;
            },
    },
  );
  const code = await runProgram(args, {
    io: { stdin: Readable.from([stdin]), stdout: into('out'), stderr: into('err'), signal: new AbortController().signal, ask: null },
    version: '1.2.3',
    root: '/srv/rollcall',
    env: { XDG_STATE_HOME: '/state', ...env },
    rooms: {
      server: async () => rooms as ServerCommands,
      agent: async () => rooms as AgentCommands,
      service: async () => rooms as ServiceCommands,
    },
  });
  return { code, ...text, calls };
}
