import { z } from 'zod';
import { DeviceKind, LibrarySummary } from '../accounts.ts';
import { tellBrowserName } from '../browser-name.ts';
import { ActionsRequest, ActionsResponse, ChangesPage, MutationsRequest, MutationsResponse, NewestRows } from '../feed.ts';
import { BUNDLE_PARTS, BundlePart } from '../bundle.ts';
import { VIEW_KINDS } from '../bytes.ts';
import { Place, PlaceName } from '../entities.ts';
import { Hash, Id, ResourceId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { AssetPlace, RollCallLine } from '../roll.ts';
import { page, type Route } from './route.ts';
import { ToldWords } from '../told-words.ts';

/** A library: its change feed, changes to it, and what is known of its photos. */
export const LIBRARY_ROUTES = {
  library: {
    method: 'GET',
    path: '/api/v1/library',
    auth: 'account',
    summary: 'Counts and bytes of the library',
    response: LibrarySummary,
  },
  changes: {
    method: 'GET',
    path: '/api/v1/library/changes',
    auth: 'account',
    summary: 'The change feed; without a cursor, from the beginning',
    query: z.object({ cursor: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(LIMITS.changesPage).optional() }),
    response: ChangesPage,
  },
  newest: {
    method: 'GET',
    path: '/api/v1/library/newest',
    auth: 'account',
    summary:
      'The end of the change feed, for a first look while all of it is read: what is told may be older than the feed by the time that it comes',
    response: NewestRows,
  },
  mutations: {
    method: 'POST',
    path: '/api/v1/library/mutations',
    auth: 'device',
    summary: 'The next mutations of this device’s chain',
    body: MutationsRequest,
    response: MutationsResponse,
  },
  actions: {
    method: 'POST',
    path: '/api/v1/library/actions',
    auth: 'account',
    summary: 'Changes made in a browser; the server keeps the chain',
    body: ActionsRequest,
    response: ActionsResponse,
  },
  assetPlaces: {
    method: 'GET',
    path: '/api/v1/assets/:assetId/places',
    auth: 'account',
    summary: 'Where an asset is: the cloud, and each device',
    params: z.object({ assetId: Id }),
    response: z.object({ places: z.array(AssetPlace) }),
  },
  assetHistory: {
    method: 'GET',
    path: '/api/v1/assets/:assetId/history',
    auth: 'account',
    summary: 'What was done to an asset, newest first',
    params: z.object({ assetId: Id }),
    response: z.object({
      entries: z
        .array(
          z.object({
            at: z.number(),
            /** Its name; null: the server itself. */
            device: z.string().overwrite(tellBrowserName).nullable(),
            deviceKind: DeviceKind.nullable().default(null),
            /** A kind of entry of the journal. */
            what: z.string(),
            old: z.unknown(),
            new: z.unknown(),
          }),
        )
        .max(500),
    }),
  },
  askBundle: {
    method: 'POST',
    path: '/api/v1/bundles',
    auth: 'account',
    summary: 'Ask for photos as one file; photos that are gone are left out of it',
    body: z.object({
      assetIds: z.array(Id).min(1).max(LIMITS.bundleAssets),
      parts: z.array(BundlePart).min(1).max(BUNDLE_PARTS.length),
    }),
    response: z.object({
      /** Where it is fetched, within ten minutes. */
      path: z.string(),
      files: z.number().int().positive(),
      /** Of the files, without what the archive itself takes. */
      bytes: z.number().int().nonnegative(),
    }),
  },
  viewState: {
    method: 'GET',
    path: '/api/v1/assets/:assetId/views/:kind/state',
    auth: 'account',
    summary: 'Whether a version for looking at is there; where it is not, it is made',
    params: z.object({ assetId: Id, kind: z.enum(VIEW_KINDS) }),
    /** The resource that it shows. */
    query: z.object({ v: ResourceId }),
    response: z.object({
      state: z.enum(['ready', 'being-made', 'never']),
      /** Why there will be none, in a person’s words. */
      words: ToldWords.nullable(),
    }),
  },
  placeName: {
    method: 'GET',
    path: '/api/v1/place-names',
    auth: 'account',
    summary: 'What a place is called; null where no town is near',
    query: z.object({ lat: z.coerce.number().min(-90).max(90), lon: z.coerce.number().min(-180).max(180) }),
    response: z.object({ place: PlaceName.nullable() }),
  },
  placeNames: {
    method: 'POST',
    path: '/api/v1/place-names',
    auth: 'account',
    summary: 'What places are called, many at once',
    body: z.object({
      places: z
        .array(z.object({ lat: Place.shape.lat, lon: Place.shape.lon }))
        .min(1)
        .max(LIMITS.placeNames),
    }),
    /** In the order asked; null where no town is near. */
    response: z.object({ places: z.array(PlaceName.nullable()).max(LIMITS.placeNames) }),
  },
  rollCall: {
    method: 'POST',
    path: '/api/v1/library/roll-call',
    auth: 'account',
    summary: 'Hash the stored bytes of exactly these resources again, now',
    body: z.object({ lines: z.array(RollCallLine).min(1).max(LIMITS.rollCallLines) }),
    response: z.object({
      /** In the order asked; `hash` is what the stored bytes hash to now, null when there are none. */ found: z.array(
        z.object({ state: z.enum(['stored', 'missing', 'damaged', 'not-in-library']), hash: Hash.nullable() }),
      ),
    }),
  },
  wanted: {
    method: 'GET',
    path: '/api/v1/library/wanted',
    auth: 'device',
    summary: 'Bytes of this library that were found damaged or missing; sending them as a new upload mends them',
    query: z.object(page),
    response: z.object({
      blobs: z
        .array(
          z.object({
            hash: Hash,
            size: z.number().int().nonnegative(),
            why: z.enum(['damaged', 'missing']),
            /** Photos that they belong to, of which files on a device may have them. */
            assetIds: z.array(Id).max(LIMITS.itemsPage),
          }),
        )
        .max(LIMITS.itemsPage),
      next: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, Route>;
