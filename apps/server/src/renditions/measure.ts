import type { Attempts, Subject } from './attempts.ts';
import { renditionFile } from './files.ts';
import type { RenditionContext } from './make.ts';
import type { Worker } from './workers.ts';

/** Few are asked for at a time. */
const LOOK_AHEAD = 16;

/** Measures pictures that were made before it was measured how sharp they are, in a worker, each once. */
export interface Measuring {
  /** Measures one; false: none waits. */
  next(worker: Worker): Promise<boolean>;
  /** Bytes that were missing may be there again. */
  again(): void;
}

export function openMeasuring(context: Pick<RenditionContext, 'dataDir' | 'libraries' | 'blobs'>, attempts: Attempts): Measuring {
  const busy = new Set<string>();
  /** Not in this run. */
  const lacking = new Set<string>();
  return {
    async next(worker) {
      const found = attempts.unmeasured(LOOK_AHEAD + busy.size + lacking.size);
      const subject = found.find(({ resourceId }) => !busy.has(resourceId) && !lacking.has(resourceId));
      if (subject === undefined) return false;
      busy.add(subject.resourceId);
      try {
        if (!(await measureOne(context, attempts, worker, subject))) lacking.add(subject.resourceId);
      } finally {
        busy.delete(subject.resourceId);
      }
      return true;
    },
    again: () => lacking.clear(),
  };
}

/** False: it cannot be done now. What makes a worker fail is not tried again. */
async function measureOne(
  { dataDir, libraries, blobs }: Pick<RenditionContext, 'dataDir' | 'libraries' | 'blobs'>,
  attempts: Attempts,
  worker: Worker,
  subject: Subject,
): Promise<boolean> {
  const asset = await libraries.asset(subject.libraryId, subject.assetId);
  const of = asset?.resources.find(({ id }) => id === subject.resourceId);
  const path = of === undefined ? null : blobs.path(of.hash);
  if (!asset || !of || path === null) return false;
  const preview = renditionFile(dataDir, subject.resourceId, 'preview');
  const ended = await worker.run({ task: 'measure', path, name: of.fileName ?? asset.fileName, mtimeMs: of.modifiedAt, preview });
  if (ended.end === 'stopped' || (ended.end === 'answered' && ended.answer.state === 'fault')) return false;
  const told = ended.end === 'answered' && ended.answer.state === 'measured' ? ended.answer : null;
  await attempts.measured(subject, { measures: told?.measures ?? null, screenshot: told?.screenshot === true });
  return true;
}
