import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { JobAsked, JobEnd } from '../job.ts';
import { openWorker, WORKER_LIMITS } from '../workers.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-workers-'));
after(() => rmSync(folder, { recursive: true }));
const module = new URL('./hostile-worker.ts', import.meta.url);
const seen = join(folder, 'seen');
const job = (name: string): JobAsked => ({
  task: 'pictures',
  path: seen,
  name,
  mtimeMs: null,
  files: { thumbnail: seen, preview: seen },
});
/** Process ids in the order of the jobs they took. */
const processes = (): string[] => readFileSync(seen, 'utf8').trim().split('\n');
const why = (end: JobEnd): string => (end.end === 'worker-lost' ? end.why : end.end);

test('PI-4: a file that makes its worker crash, hang or take too much memory costs that worker only, and the next file gets another', async () => {
  const worker = openWorker({ ...WORKER_LIMITS, waitedFor: 'by-a-person', jobTime: 6000, memory: 300 * 1024 * 1024 }, module);
  try {
    assert.equal(why(await worker.run(job('fine'))), 'answered');
    assert.equal(why(await worker.run(job('fine'))), 'answered');
    assert.equal(processes()[0], processes()[1], 'a healthy worker is used again');
    assert.equal(why(await worker.run(job('crash'))), 'crashed');
    assert.equal(why(await worker.run(job('fine'))), 'answered');
    assert.equal(why(await worker.run(job('hang'))), 'too-long');
    assert.equal(why(await worker.run(job('fine'))), 'answered');
    assert.equal(why(await worker.run(job('eat'))), process.platform === 'linux' ? 'too-much-memory' : 'too-long');
    assert.equal(why(await worker.run(job('fine'))), 'answered');
    assert.equal(new Set(processes()).size, 4);
    const lost = processes().filter((each) => each !== processes().at(-1));
    for (const pid of lost) assert.equal(await aliveStill(Number(pid)), false, `worker ${pid} is gone`);
  } finally {
    worker.stop();
  }
});

test(
  'PI-16: a worker that waits for what never comes is replaced, and the next one gets its file; once more the same, and it is told so',
  { skip: process.platform !== 'linux' && 'whether anything of a worker goes on is seen on Linux only' },
  async () => {
    const worker = openWorker({ ...WORKER_LIMITS, waitedFor: 'by-a-person', asleep: 1000 }, module);
    try {
      writeFileSync(seen, '');
      assert.equal(why(await worker.run(job('wait-once'))), 'answered');
      const [first, second] = processes();
      assert.notEqual(first, second);
      assert.equal(await aliveStill(Number(first)), false);
      assert.equal(why(await worker.run(job('wait'))), 'too-long');
      assert.equal(new Set(processes()).size, 3);
      assert.equal(why(await worker.run(job('fine'))), 'answered');
      assert.equal(why(await worker.run(job('work-slowly'))), 'answered', 'what another program does for it counts');
    } finally {
      worker.stop();
    }
  },
);

test('PI-15: a worker whose server was killed ends, whatever keeps it', async () => {
  const file = join(folder, 'outlived');
  writeFileSync(file, '');
  const server = spawn(process.execPath, [fileURLToPath(new URL('./outlived.ts', import.meta.url)), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [told] = (await once(server.stdout, 'data')) as [Buffer];
  const pid = Number(String(told).trim());
  assert.equal(alive(pid), true);
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
  const end = Date.now() + 30_000;
  while (alive(pid) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  const outlived = alive(pid);
  if (outlived) process.kill(-pid, 'SIGKILL');
  assert.equal(outlived, false, `worker ${pid} is gone`);
});

test(
  'TH-11: what a program takes that a worker has started counts as the worker’s, and ends with it',
  { skip: process.platform !== 'linux' && 'memory is looked at on Linux only' },
  async () => {
    const worker = openWorker({ ...WORKER_LIMITS, memory: 400 * 1024 * 1024 }, module);
    try {
      assert.equal(why(await worker.run(job('let-eat'))), 'too-much-memory');
      const lost = processes().slice(-2);
      for (const pid of lost) assert.equal(await aliveStill(Number(pid)), false, `${pid} is gone`);
      assert.equal(why(await worker.run(job('fine'))), 'answered');
    } finally {
      worker.stop();
    }
  },
);

test('PI-4: a worker that keeps much memory after a job is replaced before the next', async () => {
  const worker = openWorker(WORKER_LIMITS, module);
  try {
    await worker.run(job('fat'));
    await worker.run(job('fine'));
    assert.notEqual(processes().at(-1), processes().at(-2));
  } finally {
    worker.stop();
  }
});

test('PI-5: a worker without work ends by itself, and a stopped one answers that it stopped', async () => {
  const worker = openWorker({ ...WORKER_LIMITS, idle: 50 }, module);
  await worker.run(job('fine'));
  const pid = Number(processes().at(-1));
  assert.equal(await aliveStill(pid), false);
  const hanging = worker.run(job('hang'));
  worker.stop();
  assert.equal((await hanging).end, 'stopped');
  assert.equal((await worker.run(job('fine'))).end, 'stopped');
});

/** The system takes its time to end a killed process that stands behind all others: this gives it a minute. */
async function aliveStill(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 3000 && alive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  return alive(pid);
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
