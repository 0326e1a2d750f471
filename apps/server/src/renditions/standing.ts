import type { Resource, ViewKind } from '@rollcall/protocol';
import type { ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { openAttempts } from './attempts.ts';
import type { Views, ViewStanding } from './views.ts';

export type ViewContext = Pick<ServerContext, 'database' | 'write' | 'libraries' | 'clock'> & { readonly views: Pick<Views, 'ask'> };

export interface AskedView {
  readonly libraryId: string;
  readonly assetId: string;
  readonly resourceId: string;
  readonly kind: ViewKind;
}

export interface StandingView {
  readonly resource: Resource;
  readonly standing: ViewStanding;
}

/** How a view stands of something in this library; it is made when it is not there. Throws `not-found`. */
export function openStandings(context: ViewContext): (asked: AskedView) => Promise<StandingView> {
  const attempts = openAttempts(context.database, context.write);
  return async ({ libraryId, assetId, resourceId, kind }) => {
    const asset = await context.libraries.asset(libraryId, assetId);
    const resource = asset?.resources.find(({ id, removed }) => id === resourceId && !removed);
    if (!asset || !resource || asset.state === 'purged') throw noView();
    // What is noted is what the sweep knows of, and takes away again.
    const subject = { libraryId, assetId: asset.id, resourceId: resource.id };
    if (attempts.find(subject) === null) await attempts.note(subject, context.clock.now());
    return { resource, standing: await context.views.ask(resource, kind, resource.fileName ?? asset.fileName) };
  };
}

export function noView(): Refused {
  return new Refused('not-found', 'There is no such photo or version in this library.');
}
