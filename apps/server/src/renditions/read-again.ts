import { kindOf } from '@rollcall/core';
import type { Attempts, Subject } from './attempts.ts';
import type { RenditionContext } from './make.ts';
import { tellWhatItSays } from './tell.ts';
import type { Worker } from './workers.ts';

/** Few are asked for at a time. */
const LOOK_AHEAD = 16;

/**
 * Reads what came before this server read as much of a file as it does now, and what was read only as an edit, in a worker, each once: so
 * that a photo is described as one that comes today, and finds what it is one photo with.
 */
export interface Rereading {
  /** Reads one; false: none waits. */
  next(worker: Worker): Promise<boolean>;
  /** Bytes that were missing may be there again. */
  again(): void;
}

export function openRereading(context: Pick<RenditionContext, 'libraries' | 'blobs'>, attempts: Attempts): Rereading {
  const busy = new Set<string>();
  /** Not in this run. */
  const lacking = new Set<string>();
  return {
    async next(worker) {
      const found = attempts.untold(LOOK_AHEAD + busy.size + lacking.size);
      const subject = found.find(({ resourceId }) => !busy.has(resourceId) && !lacking.has(resourceId));
      if (subject === undefined) return false;
      busy.add(subject.resourceId);
      try {
        if (await readOne(context, worker, subject)) await attempts.told(subject);
        else lacking.add(subject.resourceId);
      } finally {
        busy.delete(subject.resourceId);
      }
      return true;
    },
    again: () => lacking.clear(),
  };
}

/** False: it cannot be done now. What makes a worker fail tells nothing, and is not tried again. */
async function readOne(
  context: Pick<RenditionContext, 'libraries' | 'blobs'>,
  worker: Worker,
  { libraryId, assetId }: Subject,
): Promise<boolean> {
  const asset = await context.libraries.asset(libraryId, assetId);
  const of = asset?.resources.find(({ role }) => role === 'original');
  // What is gone, or became a part of another photo, tells nothing any more.
  if (!asset || !of || asset.id !== assetId || asset.state === 'purged') return true;
  const path = context.blobs.path(of.hash);
  if (path === null) return false;
  const ended = await worker.run({ task: 'read', path, name: of.fileName ?? asset.fileName, mtimeMs: of.modifiedAt });
  if (ended.end === 'stopped' || (ended.end === 'answered' && ended.answer.state === 'fault')) return false;
  const wanted = { libraryId, assetId, kind: kindOf(of.mime, 'photo'), fileName: asset.fileName, of };
  if (ended.end === 'answered') await tellWhatItSays(context, wanted, ended.answer);
  return true;
}
