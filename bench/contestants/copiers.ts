import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program, run } from '../machine/program.ts';
import type { Contestant } from './contestant.ts';
import { folders, freePort, needs } from './folders.ts';

/** `cp`, twice, then everything to disk. */
export const copy: Contestant = {
  name: 'copy',
  live: false,
  missing: () => null,
  async prepare(root) {
    const { a, hub, b } = folders(root);
    const start = async (): Promise<void> => {
      await run('cp', ['-a', `${a}/.`, hub]);
      await run('cp', ['-a', `${hub}/.`, b]);
      await run('sync', []);
    };
    return { a, b, start, programs: [], stop: async () => undefined };
  },
};

/** A plain copy with SHA-256, each file synced, twice. */
export const copyHash: Contestant = {
  name: 'copy with hash',
  live: false,
  missing: () => null,
  async prepare(root) {
    const { a, hub, b } = folders(root);
    const script = fileURLToPath(new URL('../baseline/copy.ts', import.meta.url));
    const start = async (): Promise<void> => {
      await run(process.execPath, [script, a, hub]);
      await run(process.execPath, [script, hub, b]);
    };
    return { a, b, start, programs: [], stop: async () => undefined };
  },
};

/** To a daemon and from it, then everything to disk. */
export const rsync: Contestant = {
  name: 'rsync daemon',
  live: false,
  missing: () => needs('rsync'),
  async prepare(root) {
    const { a, hub, b } = folders(root);
    const port = await freePort();
    const config = join(root, 'rsyncd.conf');
    const owner = `uid = ${process.getuid?.() ?? 0}\ngid = ${process.getgid?.() ?? 0}\n`;
    writeFileSync(config, `use chroot = no\n${owner}[photos]\npath = ${hub}\nread only = no\n`);
    const args = ['--daemon', '--no-detach', `--port=${port}`, '--address=127.0.0.1', `--config=${config}`];
    const daemon = new Program('daemon', join(root, 'rsyncd.log'), 'rsync', args);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const start = async (): Promise<void> => {
      await run('rsync', ['-a', `${a}/`, `rsync://127.0.0.1:${port}/photos/`]);
      await run('rsync', ['-a', `rsync://127.0.0.1:${port}/photos/`, `${b}/`]);
      await run('sync', []);
    };
    return { a, b, start, programs: [daemon], stop: () => daemon.stop() };
  },
};
