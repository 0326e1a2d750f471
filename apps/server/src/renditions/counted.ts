import type { Figures } from '../metrics/figures.ts';
import type { JobAsked, JobEnd } from './job.ts';
import type { Worker } from './workers.ts';

/** A worker of which it is counted what it made, how that ended, and how long it took by the clock. */
export function counted(worker: Worker, figures: Pick<Figures, 'made'>): Worker {
  return {
    async run(job) {
      const began = performance.now();
      const end = await worker.run(job);
      figures.made(kindOf(job), howOf(end), (performance.now() - began) / 1000);
      return end;
    },
    stop: () => worker.stop(),
  };
}

function kindOf(job: JobAsked): string {
  return job.task === 'view' ? `view-${job.kind}` : job.task;
}

function howOf(end: JobEnd): string {
  switch (end.end) {
    case 'answered':
      return end.answer.state === 'fault' || end.answer.state === 'unavailable' ? end.answer.state : 'done';
    case 'worker-lost':
      return end.why;
    case 'stopped':
      return 'stopped';
    default:
      return end satisfies never;
  }
}
