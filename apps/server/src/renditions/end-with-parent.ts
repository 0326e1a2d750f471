import { Worker } from 'node:worker_threads';

/** Milliseconds between looks. */
const EVERY = 2000;

/**
 * Ends this process, and the group of which it is the head, once the process that started it is gone. From a thread of its own: where a
 * decoder never comes to an end, nothing is heard any more of a channel that was closed.
 */
export function endWithParent(): void {
  const watch = `
    setInterval(() => {
      if (process.ppid === ${process.ppid}) return;
      try {
        process.kill(-process.pid, 'SIGKILL');
      } catch {
        process.kill(process.pid, 'SIGKILL');
      }
    }, ${EVERY});`;
  new Worker(watch, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } }).unref();
}
