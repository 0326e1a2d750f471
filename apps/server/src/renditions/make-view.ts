import { message, type Resource, type ViewKind } from '@rollcall/protocol';
import { rm, stat } from 'node:fs/promises';
import { filmForView, unfinishedView, viewFile } from './files.ts';
import type { JobEnd } from './job.ts';
import type { RenditionContext } from './make.ts';
import type { ViewRows } from './view-rows.ts';
import type { Worker } from './workers.ts';

/** A view that somebody asked for. */
export interface Wanted {
  readonly resource: Pick<Resource, 'id' | 'assetId' | 'hash' | 'modifiedAt'>;
  readonly kind: ViewKind;
  /** The name a person knows the file by. */
  readonly name: string;
}

export interface Making extends Pick<RenditionContext, 'dataDir' | 'blobs' | 'clock' | 'log'> {
  readonly rows: ViewRows;
  /** Bytes that all views may take together. */
  readonly mostBytes: number;
}

/** Why there is none, where making it ended its worker. */
export const NOT_MADE = message('No such version is made of it: making one made the program that does it fail. The file itself is kept.');

/** The same where its worker took too much. */
const LOST: Readonly<Record<Extract<JobEnd, { end: 'worker-lost' }>['why'], string>> = {
  crashed: NOT_MADE,
  'too-long': message('No such version is made of it here: that takes too long. The file itself is kept; download it to see it.'),
  'too-much-memory': message(
    'No such version is made of it here: that takes too much memory. The file itself is kept; download it to see it.',
  ),
};

/** Makes one view and notes how it went. Throws where it cannot be made now, and is to be asked for again. */
export async function makeView({ rows, mostBytes, ...context }: Making, worker: Worker, { resource, kind, name }: Wanted): Promise<void> {
  const path = context.blobs.path(resource.hash);
  if (path === null) return;
  const file = viewFile(context.dataDir, resource.id, kind);
  await rows.start(resource.id, kind, context.clock.now());
  const { assetId, hash, modifiedAt } = resource;
  const ended = await worker.run({ task: 'view', path, name, mtimeMs: modifiedAt, kind, assetId, hash, file });
  if (ended.end === 'stopped') return rows.undo(resource.id, kind);
  if (ended.end === 'worker-lost') {
    context.log('no view', { resourceId: resource.id, kind, why: ended.why });
    for (const left of [unfinishedView(file), filmForView(file)]) await rm(left, { force: true });
    return rows.unavailable(resource.id, kind, LOST[ended.why], null);
  }
  const { answer } = ended;
  switch (answer.state) {
    case 'view-ready':
      return noteReady({ rows, mostBytes, dataDir: context.dataDir }, resource.id, kind);
    case 'unavailable':
      context.log('no view', { resourceId: resource.id, kind, why: answer.lacks ?? 'unreadable' });
      return rows.unavailable(resource.id, kind, answer.words, answer.lacks);
    case 'fault':
      await rows.undo(resource.id, kind);
      throw new Error(answer.detail);
    case 'edited':
    case 'sidecar-read':
    case 'ready':
    case 'measured':
    case 'read':
      await rows.undo(resource.id, kind);
      throw new Error('something else came where a view was asked for');
    default:
      return answer satisfies never;
  }
}

/** Its file is there, unless it was purged just now; where all take too much by now, others go. */
export async function noteReady(
  { dataDir, rows, mostBytes }: Pick<Making, 'dataDir' | 'rows' | 'mostBytes'>,
  resourceId: string,
  kind: ViewKind,
): Promise<void> {
  const file = await stat(viewFile(dataDir, resourceId, kind)).catch(() => null);
  if (file === null) return rows.forget(resourceId, kind);
  await rows.ready(resourceId, kind, file.size);
  await dropViews(dataDir, rows, rows.beyond(mostBytes));
}

/** Files first: a row without its file is made anew, a file without its row would stay for ever. */
export async function dropViews(dataDir: string, rows: ViewRows, views: ReturnType<ViewRows['beyond']>): Promise<void> {
  for (const { resource, kind } of views) {
    await rm(viewFile(dataDir, resource, kind), { force: true });
    await rows.forget(resource, kind);
  }
}
