import { LIMITS, type RouteOutput, type SpaceSection } from '@rollcall/protocol';
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { foldersOf } from '../pins/pins.ts';
import { ask, Refused } from './call.ts';

/** Pictures of missing photos beside the question what is to become of them. */
const HELD_SHOWN = 24;
/** Pictures beside a reason. */
export const REASON_SHOWN = 5;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; only silence is worth asking again.
      retry: (times, error) => !(error instanceof Refused) && times < 3,
      refetchOnWindowFocus: true,
      // A server in the same house answers without any internet, and that nobody does is told.
      networkMode: 'always',
    },
  },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => ask('session', {}),
  staleTime: Infinity,
  refetchOnWindowFocus: false,
});
/** What the server makes no pictures for want of; asked again, for somebody may install it. */
export const missingToolsQuery = queryOptions({
  queryKey: ['missing-tools'],
  queryFn: async () => (await ask('session', {})).missingTools,
  refetchInterval: 30_000,
});
/** Whether the library closes, and when; also somebody else may close or keep it. First as it was told with who is signed in. */
export const closesQuery = queryOptions({
  queryKey: ['closing', 'day'],
  queryFn: async () => (await ask('session', {})).closing,
  refetchInterval: 60_000,
  initialData: () => queries.getQueryData(sessionQuery.queryKey)?.closing,
  initialDataUpdatedAt: () => queries.getQueryState(sessionQuery.queryKey)?.dataUpdatedAt,
});
/** The same with what would be lost by it. */
export const closingQuery = queryOptions({ queryKey: ['closing', 'told'], queryFn: () => ask('closing', {}), staleTime: 0 });
export const serverQuery = queryOptions({ queryKey: ['server'], queryFn: () => ask('server', {}), staleTime: 0 });
export const libraryQuery = queryOptions({ queryKey: ['library'], queryFn: () => ask('library', {}) });
/** What takes the room; what is set aside changes while something is on its way. */
export const storageQuery = queryOptions({
  queryKey: ['storage'],
  queryFn: () => ask('storage', {}),
  staleTime: 2_000,
  refetchInterval: 15_000,
});
/** Groups that are shown at once of what would free room. */
const SPACE_SHOWN = 24;
/** What would free room: it changes with the library, and while pictures are still measured. */
export const spaceQuery = queryOptions({
  queryKey: ['space'],
  queryFn: () => ask('space', {}),
  staleTime: 5_000,
  refetchInterval: ({ state }) => ((state.data?.unmeasured ?? 0) > 0 ? 10_000 : false),
});
export const spaceSectionQuery = (section: SpaceSection) =>
  infiniteQueryOptions({
    queryKey: ['space', section],
    queryFn: ({ pageParam }) =>
      ask('spaceSection', { params: { section }, query: { limit: SPACE_SHOWN, ...(pageParam === null ? {} : { after: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 5_000,
  });
export const keptGroupsQuery = queryOptions({ queryKey: ['kept-groups'], queryFn: () => ask('keptGroups', {}), staleTime: 5_000 });
export const plansQuery = queryOptions({ queryKey: ['plans'], queryFn: () => ask('plans', {}), staleTime: 2_000 });
export const serverStorageQuery = queryOptions({
  queryKey: ['server-storage'],
  queryFn: () => ask('serverStorage', {}),
  staleTime: 2_000,
  refetchInterval: 10_000,
});
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: async () => (await ask('devices', {})).devices,
  refetchInterval: 30_000,
});
/** The same on the pages of devices: each look has those asked that said nothing for a while, so who sleeps is soon not called connected. */
export const watchedDevicesQuery = queryOptions({ ...devicesQuery, refetchInterval: 5_000 });
/** The first of the photos that went missing on a device, and wait for an answer. */
export const heldQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['device-items', deviceId, 'held'],
    queryFn: async () => (await ask('deviceItems', { params: { deviceId }, query: { code: 'mass-delete-held', limit: HELD_SHOWN } })).items,
    staleTime: 2_000,
  });
/** The first of the photos of a device that have one reason. */
export const reasonItemsQuery = (deviceId: string, code: string) =>
  queryOptions({
    queryKey: ['device-items', deviceId, 'reason', code],
    queryFn: async () => (await ask('deviceItems', { params: { deviceId }, query: { code, limit: REASON_SHOWN } })).items,
    staleTime: 2_000,
  });
/** Pages of a device's items that are looked through for its folders. */
const FOLDER_PAGES = 20;
/** The folders of a device, of as many of its items as are looked through. */
export const foldersQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['device-items', deviceId, 'folders'],
    queryFn: async () => {
      const items = [];
      let after: string | null = null;
      for (let page = 0; page < FOLDER_PAGES; page += 1) {
        const told: RouteOutput<'deviceItems'> = await ask('deviceItems', {
          params: { deviceId },
          query: { limit: LIMITS.itemsPage, ...(after === null ? {} : { after }) },
        });
        items.push(...told.items);
        after = told.next;
        if (after === null) break;
      }
      return { folders: foldersOf(items), all: after === null };
    },
    staleTime: 60_000,
  });
export const defaultsQuery = queryOptions({
  queryKey: ['defaults'],
  queryFn: async () => (await ask('defaultSettings', {})).values,
  staleTime: 2_000,
});
export const ordersQuery = (deviceId: string) =>
  queryOptions({
    queryKey: ['orders', deviceId],
    queryFn: () => ask('ordersOf', { params: { deviceId } }),
    staleTime: 2_000,
  });
/** The last receipts of the library's devices, the newest first. */
export const receiptsQuery = queryOptions({
  queryKey: ['receipts'],
  queryFn: async () => (await ask('receipts', {})).receipts,
  staleTime: 2_000,
});
export const placesQuery = (assetId: string) =>
  queryOptions({
    queryKey: ['places', assetId],
    queryFn: async () => (await ask('assetPlaces', { params: { assetId } })).places,
    staleTime: 2_000,
  });
/** What devices hold that is not in the library, by letters of its path; nothing is asked for an empty text. */
export const namedQuery = (name: string) =>
  queryOptions({
    queryKey: ['device-items', 'named', name],
    queryFn: () => ask('itemsNamed', { query: { name } }),
    enabled: name !== '',
    staleTime: 2_000,
  });
/** What a place is called; the answer stays true. */
export const placeNameQuery = (lat: number, lon: number) =>
  queryOptions({
    queryKey: ['place-name', lat, lon],
    queryFn: async () => (await ask('placeName', { query: { lat, lon } })).place,
    staleTime: Infinity,
  });
/** Towns of an area, for a map; they stay where they are. */
export const townsWithinQuery = (area: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }) =>
  queryOptions({
    queryKey: ['towns-within', area],
    queryFn: async () => (await ask('townsWithin', { query: area })).towns,
    staleTime: Infinity,
  });
/** Towns that are called so, the nearest first; nothing is asked for an empty name. */
export const townsNamedQuery = (name: string, near: { readonly lat: number; readonly lon: number } | null) =>
  queryOptions({
    queryKey: ['towns-named', name, near],
    queryFn: async () => (await ask('townsNamed', { query: { name, ...near } })).towns,
    enabled: name !== '',
    staleTime: Infinity,
  });
export const historyQuery = (assetId: string) =>
  queryOptions({
    queryKey: ['history', assetId],
    queryFn: async () => (await ask('assetHistory', { params: { assetId } })).entries,
    staleTime: 2_000,
  });
