import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from '../machine/program.ts';
import type { Contestant } from './contestant.ts';
import { folders } from './folders.ts';

const script = (name: string): string => fileURLToPath(new URL(`../baseline/${name}.ts`, import.meta.url));

/** The smallest possible Node pipeline that hashes and syncs to disk: no database, no resumption, no deletions, nothing explained. */
export const smallest: Contestant = {
  name: 'smallest pipeline',
  live: true,
  missing: () => null,
  async prepare(root) {
    const { a, hub, b } = folders(root);
    const server = new Program('server', join(root, 'server.log'), process.execPath, [script('server'), hub]);
    const url = await server.line(/(http:\S+)/);
    const programs = [server];
    const start = async (): Promise<void> => {
      programs.push(new Program('A', join(root, 'send.log'), process.execPath, [script('send'), url, a]));
      programs.push(new Program('B', join(root, 'receive.log'), process.execPath, [script('receive'), url, b]));
    };
    const stop = async (): Promise<void> => void (await Promise.all(programs.map((program) => program.stop())));
    return { a, b, start, programs, stop };
  },
};
