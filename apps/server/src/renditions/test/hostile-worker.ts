/** Behaves like a worker whose decoder fell for the file: the file's name says how. */
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { endWithParent } from '../end-with-parent.ts';
import type { Job } from '../job.ts';

endWithParent();
process.on('disconnect', () => process.exit(0));
process.on('message', (job: Job) => {
  appendFileSync(job.path, `${process.pid}\n`);
  switch (job.name) {
    case 'crash':
      return process.kill(process.pid, 'SIGSEGV');
    case 'hang':
      for (;;);
    case 'eat': {
      const eaten: Buffer[] = [];
      setInterval(() => eaten.push(Buffer.alloc(32 * 1024 * 1024, 1)), 5);
      return;
    }
    case 'let-eat': {
      const eater = spawn(process.execPath, [
        '-e',
        'const eaten = []; setInterval(() => eaten.push(Buffer.alloc(32 * 1024 * 1024, 1)), 5)',
      ]);
      appendFileSync(job.path, `${eater.pid}\n`);
      return;
    }
    case 'wait':
      return;
    case 'wait-once':
      return readFileSync(job.path, 'utf8').trim().includes('\n') ? answer(job) : undefined;
    case 'work-slowly':
      return void spawn(process.execPath, ['-e', 'for (const end = Date.now() + 3000; Date.now() < end; );']).once('close', () =>
        answer(job),
      );
    default:
      return answer(job);
  }
});

function answer(job: Job): void {
  process.send?.({
    n: job.n,
    state: 'ready',
    placeholder: 'AAAA',
    measures: { likeness: '0000000000000000', sharpness: null },
    fields: null,
    memory: job.name === 'fat' ? 1e12 : 0,
  });
}
