import { say, type Resource, type ViewKind } from '@rollcall/protocol';
import type { ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { openAttempts } from './attempts.ts';
import type { Views, ViewStanding } from './views.ts';

export type ViewContext = Pick<ServerContext, 'database' | 'write' | 'libraries' | 'clock'> & {
  readonly views: Pick<Views, 'ask' | 'left'>;
};

export interface AskedView {
  readonly libraryId: string;
  readonly assetId: string;
  readonly resourceId: string;
  readonly kind: ViewKind;
  /** How long to wait for it while it is made; absent: not at all. */
  readonly patience?: Patience;
}

export interface Patience {
  readonly milliseconds: number;
  /** Whoever asked is gone. */
  readonly gone: AbortSignal;
}

export interface StandingView {
  readonly resource: Resource;
  readonly standing: ViewStanding;
}

/** How a view stands of something in this library; it is made when it is not there. Throws `not-found`. */
export function openStandings(context: ViewContext): (asked: AskedView) => Promise<StandingView> {
  const attempts = openAttempts(context.database, context.write);
  return async ({ libraryId, assetId, resourceId, kind, patience }) => {
    const asset = await context.libraries.asset(libraryId, assetId);
    const resource = asset?.resources.find(({ id, removed }) => id === resourceId && !removed);
    if (!asset || !resource || asset.state === 'purged') throw noView();
    // What is noted is what the sweep knows of, and takes away again.
    const subject = { libraryId, assetId: asset.id, resourceId: resource.id };
    if (attempts.find(subject) === null) await attempts.note(subject, context.clock.now());
    const ask = (): Promise<ViewStanding> => context.views.ask(resource, kind, resource.fileName ?? asset.fileName);
    const standing = await ask();
    if (standing.state !== 'being-made' || patience === undefined) return { resource, standing };
    await atMost(patience, context.views.left(resource.id, kind));
    return { resource, standing: await ask() };
  };
}

async function atMost({ milliseconds, gone }: Patience, event: Promise<void>): Promise<void> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), milliseconds);
  try {
    const ended = AbortSignal.any([gone, over.signal]);
    await Promise.race([event, new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve(), { once: true }))]);
  } finally {
    clearTimeout(timer);
  }
}

export function noView(): Refused {
  return new Refused('not-found', say('There is no such photo or version in this library.'));
}
