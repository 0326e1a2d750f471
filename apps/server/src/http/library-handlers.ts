import { BYTES, LIMITS, mutationHash, parseCursor, PROTOCOL_HEADER, say, type Mutation, type RouteOutput } from '@rollcall/protocol';
import type { FastifyRequest } from 'fastify';
import { toldKind } from '../accounts/devices.ts';
import { pageText, rowsText } from '../library/feed.ts';
import type { ChainRefusal } from '@rollcall/core';
import { Refused } from '../refused.ts';
import { placesOf } from './asset-places.ts';
import { confirm } from './confirm.ts';
import { JsonText, type Handlers, type RouteContext } from './handlers.ts';
import { addressOf } from './origin.ts';
import { rollCall } from './roll-call.ts';
import { wantedPage } from './wanted.ts';

type LibraryRoutes =
  | 'library'
  | 'changes'
  | 'newest'
  | 'mutations'
  | 'actions'
  | 'assetPlaces'
  | 'assetHistory'
  | 'askBundle'
  | 'placeName'
  | 'placeNames'
  | 'townsNamed'
  | 'townsWithin'
  | 'rollCall'
  | 'wanted';

export function libraryHandlers(context: RouteContext): Pick<Handlers, LibraryRoutes> {
  const { libraries, accounts } = context;
  return {
    library: ({ asker }) => libraries.summary(asker.libraryId),

    async changes({ asker, query, request }) {
      const { cursor = null, limit = LIMITS.changesPage } = query;
      const page = await libraries.changesSince({
        libraryId: asker.libraryId,
        cursor,
        limit,
        deviceId: asker.kind === 'device' ? asker.deviceId : null,
        protocol: spokenBy(request),
      });
      if (typeof page === 'string')
        throw new Refused(
          'cursor-expired',
          say('This place in the feed is not known any more. Begin again without a cursor; nothing on the device is removed for it.'),
          { why: page === 'cursor-compacted' ? 'compacted' : 'put-back' },
        );
      const seq = parseCursor(page.cursor)?.seq;
      if (asker.kind === 'device' && seq !== undefined) context.figures.fed(asker.deviceId, seq);
      return new JsonText(pageText(page));
    },

    async newest({ asker, request }) {
      const rows = await libraries.newestRows({ libraryId: asker.libraryId, limit: LIMITS.changesPage, protocol: spokenBy(request) });
      return new JsonText(rowsText(rows));
    },

    async mutations({ asker, body, request }): Promise<RouteOutput<'mutations'>> {
      const foreign = body.mutations.find(({ deviceId }) => deviceId !== asker.deviceId);
      if (foreign)
        throw new Refused('bad-request', say('These mutations name another device than the one that sends them.'), {
          deviceId: asker.deviceId,
        });
      const mutations = body.mutations.map((mutation, index) => ({ mutation, hash: mutationHash(asSent(request, index) ?? mutation) }));
      const done = await libraries.applyMutations({ libraryId: asker.libraryId, deviceId: asker.deviceId, mutations });
      if (!done.applied) throw refusedChain(done);
      wakeRenditions(context, asker.libraryId, body.mutations);
      return { results: [...done.results], acknowledged: done.acknowledged };
    },

    async actions({ asker, body, request }) {
      const destroys = body.actions.some(({ change }) => change.name === 'asset.purge');
      if (destroys && asker.kind === 'browser')
        await confirm(context, asker, body.password, addressOf(request), say('Give your password to delete for good.'));
      const results = await libraries.applyActions({ libraryId: asker.libraryId, deviceId: asker.deviceId, actions: body.actions });
      wakeRenditions(
        context,
        asker.libraryId,
        body.actions.map(({ change }) => change),
      );
      return { results: [...results] };
    },

    assetPlaces: async ({ asker, params }) => ({ places: await placesOf(context, asker, params.assetId) }),

    async askBundle({ asker, body }) {
      const { id, files, bytes } = await context.bundles.ask({ libraryId: asker.libraryId, ...body });
      return { path: BYTES.bundle(id), files, bytes };
    },
    placeName: async ({ query }) => ({ place: await context.placeNames.of(query) }),
    townsNamed: async ({ query: { name, lat, lon } }) => ({
      towns: await context.placeNames.named(name, lat === undefined || lon === undefined ? null : { lat, lon }),
    }),
    townsWithin: async ({ query }) => ({ towns: await context.placeNames.within(query) }),
    placeNames: async ({ body }) => ({ places: await Promise.all(body.places.map((at) => context.placeNames.of(at))) }),

    async assetHistory({ asker, params }) {
      const entries = await libraries.history(asker.libraryId, params.assetId);
      if (!entries) throw new Refused('not-found', say('This library has no such photo.'));
      return {
        entries: entries.map((entry) => {
          const device = entry.device === null ? undefined : accounts.devices.get(entry.device);
          return { ...entry, device: device?.name ?? null, deviceKind: device ? toldKind(device) : null };
        }),
      };
    },

    wanted: async ({ asker, query }) => wantedPage(context, asker.libraryId, query),

    rollCall: async ({ asker, body }) => ({ found: await rollCall(context, asker.libraryId, body.lines) }),
  };
}

/** Who says no version is read as the first one. */
function spokenBy(request: FastifyRequest): number {
  return Number(request.headers[PROTOCOL_HEADER] ?? 1);
}

/** The chain is hashed over what the device sent, so that a field that only a newer version knows does not break it. */
function asSent(request: FastifyRequest, index: number): Mutation | undefined {
  return (request.bodyAsSent as { mutations?: Mutation[] } | undefined)?.mutations?.[index];
}

function refusedChain(refusal: ChainRefusal): Refused {
  switch (refusal.why) {
    case 'wrong-epoch':
      return new Refused(
        'wrong-epoch',
        say('The server was restored from a backup. Take a snapshot, and begin a new chain in its epoch.'),
        {
          epoch: refusal.epoch,
          // What of its queue was taken before the backup was made need not be sent again.
          takenN: refusal.taken.n,
          takenHash: refusal.taken.hash,
        },
      );
    case 'mutation-gap':
      return new Refused('mutation-gap', say('The chain goes on at {expected}.', { expected: String(refusal.expected) }), {
        expected: refusal.expected,
      });
    case 'device-forked':
      return new Refused(
        'device-forked',
        say(
          'Another device goes by this identity, such as one restored from a copy. Link this device anew; what it has queued is sent again and nothing is lost.',
        ),
        { n: refusal.n },
      );
    default:
      return refusal satisfies never;
  }
}

function wakeRenditions(context: RouteContext, libraryId: string, changes: readonly { readonly name: string }[]): void {
  const shows = changes.some(
    ({ name }) =>
      name === 'asset.create' || name === 'asset.split' || name === 'asset.edit' || name === 'asset.revert' || name === 'resource.complete',
  );
  if (shows) context.renditions.wake(libraryId);
}
