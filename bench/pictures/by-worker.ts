import { fork } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { memoryOf } from '../machine/cost.ts';

const WORKER = new URL('../../apps/server/src/renditions/worker.ts', import.meta.url);

/** Has the server's own worker make thumbnail and preview of each file, with all else that it does. Answers the most memory that it held. */
export async function byWorker(into: string, files: readonly string[]): Promise<number> {
  const worker = fork(WORKER, [], {
    stdio: 'ignore',
    serialization: 'advanced',
    env: { PATH: process.env['PATH'], MALLOC_ARENA_MAX: '2' },
  });
  for (const [n, path] of files.entries()) {
    const name = basename(path);
    const [thumbnail, preview] = [join(into, `${name}.webp`), join(into, `${name}.jpg`)];
    worker.send({ task: 'pictures', n, path, name, mtimeMs: null, files: { thumbnail, preview } });
    const [answer] = (await once(worker, 'message')) as [{ state: string }];
    if (answer.state !== 'ready') throw new Error(`no picture of ${name}: ${JSON.stringify(answer)}`);
  }
  const { peak } = memoryOf(worker.pid ?? 0);
  worker.disconnect();
  await once(worker, 'exit');
  return peak;
}
