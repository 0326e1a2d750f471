import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Counter } from '../machine/counter.ts';
import { Program, run } from '../machine/program.ts';
import type { Arena, Contestant } from './contestant.ts';
import { folders } from './folders.ts';

export const ROLLCALL = fileURLToPath(new URL('../../bin/rollcall', import.meta.url));
export const EMAIL = 'bench@example.org';
export const PASSWORD = 'a long enough password\n';

export interface RollcallArena extends Arena {
  readonly data: string;
  /** Where the server is. */
  readonly url: string;
  /** The one that runs now. */
  readonly server: Program;
  /** What stands between the devices and the server, if anything does. */
  readonly counter: Counter | null;
  /** After it was stopped: where it was, so that devices find it. */
  serveAgain(): Promise<void>;
  /** The state folder of a device. */
  homeOf(device: 'a' | 'b'): string;
}

/** Real processes: the cloud, and an agent for each of two linked folders. @param count puts a counter before the server */
export async function prepareRollcall(root: string, count?: (url: string) => Promise<Counter>): Promise<RollcallArena> {
  const { a, hub, b } = folders(root);
  const serve = (port: string): Program =>
    new Program('server', join(root, 'server.log'), ROLLCALL, ['serve', '--data', hub, '--port', port]);
  let server = serve('0');
  const url = await server.line(/(http:\/\/127\.0\.0\.1:\d+)/);
  const counter = (await count?.(url)) ?? null;
  const token = readFileSync(join(hub, 'setup-token'), 'utf8').trim();
  const account = (at: string): string[] => ['--server', at, '--email', EMAIL, '--password-stdin'];
  await run(ROLLCALL, ['account', 'create', ...account(url), '--setup-token', token, '--quota', '500GB'], PASSWORD);
  const homeOf = (device: 'a' | 'b'): string => join(root, `${device}.home`);
  for (const [device, folder] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const of = ['--home', homeOf(device), '--folder', folder, '--name', device];
    await run(ROLLCALL, ['link', ...of, ...account(device === 'a' ? (counter?.url ?? url) : url), '--yes'], PASSWORD);
  }
  const programs = [server];
  const start = async (): Promise<void> => {
    for (const device of ['a', 'b'] as const)
      programs.push(new Program(device.toUpperCase(), join(root, `${device}.log`), ROLLCALL, ['sync', '--home', homeOf(device)]));
  };
  const serveAgain = async (): Promise<void> => {
    server = serve(new URL(url).port);
    programs[0] = server;
  };
  const stop = async (): Promise<void> => {
    for (const program of programs.toReversed()) await program.stop();
    counter?.stop();
  };
  return {
    a,
    b,
    start,
    programs,
    stop,
    data: hub,
    url,
    get server() {
      return server;
    },
    counter,
    serveAgain,
    homeOf,
  };
}

/** Both devices at the same time, and they go on. */
export const rollcall: Contestant = {
  name: 'rollcall',
  live: true,
  missing: () => null,
  prepare: (root) => prepareRollcall(root),
};

/** First all of A, and then all of B: nothing of the one happens beside the other. */
export const rollcallInTurn: Contestant = {
  name: 'rollcall in turn',
  live: false,
  missing: () => null,
  async prepare(root) {
    const arena = await prepareRollcall(root);
    const start = async (): Promise<void> => {
      for (const device of ['a', 'b'] as const) await run(ROLLCALL, ['sync', '--once', '--home', arena.homeOf(device)]);
    };
    return { ...arena, start };
  },
};
