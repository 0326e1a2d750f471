import { fork } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { memoryOf } from '../machine/cost.ts';

/** What a compressed version is to carry: which, is all one. */
const [ASSET, HASH] = ['0197bbbb-0000-7000-8000-000000000001', 'ab'.repeat(32)];
const WORKER = new URL('../../apps/server/src/renditions/worker.ts', import.meta.url);

/** Has the server's own worker make thumbnail and preview of each file, or the compressed version, with all else that it does. Answers the most memory that it held. */
export async function byWorker(into: string, files: readonly string[], what: 'pictures' | 'compressed' = 'pictures'): Promise<number> {
  const worker = fork(WORKER, [], {
    stdio: 'ignore',
    serialization: 'advanced',
    env: { PATH: process.env['PATH'], MALLOC_ARENA_MAX: '2' },
  });
  for (const [n, path] of files.entries()) {
    const name = basename(path);
    const [thumbnail, preview] = [join(into, `${name}.webp`), join(into, `${name}.jpg`)];
    const one = { n, path, name, mtimeMs: null };
    const view = { kind: 'compressed', assetId: ASSET, hash: HASH, file: join(into, `${name}.compressed.jpg`) };
    worker.send(what === 'compressed' ? { task: 'view', ...one, ...view } : { task: 'pictures', ...one, files: { thumbnail, preview } });
    const [answer] = (await once(worker, 'message')) as [{ state: string }];
    if (answer.state !== 'ready' && answer.state !== 'view-ready') throw new Error(`no picture of ${name}: ${JSON.stringify(answer)}`);
  }
  const { peak } = memoryOf(worker.pid ?? 0);
  worker.disconnect();
  await once(worker, 'exit');
  return peak;
}
