import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Attempts, Subject } from './attempts.ts';
import { renditionFile } from './files.ts';
import type { RenditionContext } from './make.ts';
import type { Views } from './views.ts';

/** Milliseconds from the start to the first sweep, from one to the next, and between two steps of one. */
const FIRST = 60_000;
const EVERY = 6 * 3_600_000;
const BREATH = 50;
const STEP = 100;

interface Swept {
  readonly attempts: Attempts;
  readonly views: Pick<Views, 'forget'>;
}

/**
 * Pictures of what was purged go too. They are not shown from the moment of the purge; here their files are deleted. Answers
 * how many resources were forgotten.
 */
export async function sweep(context: RenditionContext, { attempts, views }: Swept, until: AbortSignal): Promise<number> {
  let forgotten = 0;
  let last: Subject | null = null;
  while (!until.aborted) {
    const step = attempts.list(last, STEP);
    if (step.length === 0) return forgotten;
    for (const subject of step) {
      const asset = await context.libraries.asset(subject.libraryId, subject.assetId);
      const there = asset !== null && asset.state !== 'purged' && asset.resources.some((each) => each.id === subject.resourceId);
      if (there || until.aborted) continue;
      for (const size of ['thumbnail', 'preview'] as const)
        await rm(renditionFile(context.dataDir, subject.resourceId, size), { force: true });
      await views.forget(subject.resourceId);
      await attempts.forget(subject);
      forgotten += 1;
    }
    last = step.at(-1) ?? null;
    await wait(BREATH, undefined, { signal: until, ref: false }).catch(() => undefined);
  }
  return forgotten;
}

/** Sweeps from time to time until told to end; resolves when it has ended. */
export async function keepSweeping(context: RenditionContext, swept: Swept, until: AbortSignal): Promise<void> {
  for (let pause = FIRST; !until.aborted; pause = EVERY) {
    await wait(pause, undefined, { signal: until, ref: false }).catch(() => undefined);
    if (until.aborted) return;
    try {
      await sweep(context, swept, until);
    } catch (error) {
      context.log('old pictures cannot be cleared away now', { error });
    }
  }
}
