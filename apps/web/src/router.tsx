import { LIMITS, say } from '@rollcall/protocol';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { refusalCode, tellFailure } from './api/call.ts';
import { queries, serverQuery } from './api/queries.ts';
import { enterSession } from './offline/session.ts';
import { readAddress, writeAddress } from './pages/address.ts';
import { Shell } from './pages/Shell.tsx';
import { TimelinePage } from './pages/Timeline.tsx';

export interface LibrarySearch {
  /** The photo that is open in the viewer. */
  readonly photo?: string;
  /** Another app shared files with this one. */
  readonly shared?: 'yes';
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Trouble });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/Welcome.tsx'), 'SetupPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { why?: string; next?: 'link' } => ({
    ...(typeof search['why'] === 'string' ? { why: search['why'] } : {}),
    // Where to go on; only pages that are named here, so that no address leads elsewhere.
    ...(search['next'] === 'link' ? { next: 'link' } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/Welcome.tsx'), 'SignInPage'),
});

/** Everything for which one must be signed in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  validateSearch: (search: Record<string, unknown>): LibrarySearch => ({
    ...(typeof search['photo'] === 'string' ? { photo: search['photo'] } : {}),
    ...(search['shared'] === 'yes' ? { shared: 'yes' } : {}),
  }),
  beforeLoad: async ({ location }) => {
    try {
      await enterSession();
    } catch (error) {
      if (refusalCode(error) === null) throw error;
      const server = await queries.fetchQuery(serverQuery);
      if (location.pathname === '/link' && !server.setupNeeded)
        throw redirect({ to: '/sign-in', search: { next: 'link' }, hash: location.hash });
      throw redirect({ to: server.setupNeeded ? '/setup' : '/sign-in' });
    }
  },
});
const timeline = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { by?: 'years' | 'months' } =>
    search['by'] === 'years' || search['by'] === 'months' ? { by: search['by'] } : {},
  component: TimelinePage,
});
const deleted = createRoute({
  getParentRoute: () => shell,
  path: '/deleted',
  component: lazyRouteComponent(() => import('./pages/Deleted.tsx'), 'DeletedPage'),
});
const albums = createRoute({
  getParentRoute: () => shell,
  path: '/albums',
  component: lazyRouteComponent(() => import('./pages/Albums.tsx'), 'AlbumsPage'),
});
const album = createRoute({
  getParentRoute: () => shell,
  path: '/albums/$albumId',
  component: lazyRouteComponent(() => import('./pages/Album.tsx'), 'AlbumPage'),
});
const collection = createRoute({
  getParentRoute: () => shell,
  path: '/collections/$name',
  component: lazyRouteComponent(() => import('./pages/Collection.tsx'), 'CollectionPage'),
});
const hidden = createRoute({
  getParentRoute: () => shell,
  path: '/hidden',
  component: lazyRouteComponent(() => import('./pages/Hidden.tsx'), 'HiddenPage'),
});
const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: (found: Record<string, unknown>): { q?: string } =>
    typeof found['q'] === 'string' && found['q'] !== '' ? { q: found['q'].slice(0, 300) } : {},
  component: lazyRouteComponent(() => import('./pages/Search.tsx'), 'SearchPage'),
});
const map = createRoute({
  getParentRoute: () => shell,
  path: '/map',
  validateSearch: (search: Record<string, unknown>): { at?: string; as?: 'list' } => ({
    ...(typeof search['at'] === 'string' ? { at: search['at'] } : {}),
    ...(search['as'] === 'list' ? { as: 'list' } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/Map.tsx'), 'MapPage'),
});
const mapPhotos = createRoute({
  getParentRoute: () => shell,
  path: '/map/photos',
  validateSearch: (search: Record<string, unknown>): { in?: string } => (typeof search['in'] === 'string' ? { in: search['in'] } : {}),
  component: lazyRouteComponent(() => import('./pages/MapPhotos.tsx'), 'MapPhotosPage'),
});
const devices = createRoute({
  getParentRoute: () => shell,
  path: '/devices',
  component: lazyRouteComponent(() => import('./pages/Devices.tsx'), 'DevicesPage'),
});
const deviceItems = createRoute({
  getParentRoute: () => shell,
  path: '/devices/$deviceId',
  validateSearch: (search: Record<string, unknown>): { class?: string; code?: string } => ({
    ...(typeof search['class'] === 'string' ? { class: search['class'] } : {}),
    ...(typeof search['code'] === 'string' ? { code: search['code'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/DeviceItems.tsx'), 'DeviceItemsPage'),
});
const deviceSettings = createRoute({
  getParentRoute: () => shell,
  path: '/devices/$deviceId/settings',
  component: lazyRouteComponent(() => import('./pages/DeviceSettings.tsx'), 'DeviceSettingsPage'),
});
const accountSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/AccountSettings.tsx'), 'AccountSettingsPage'),
});
const health = createRoute({
  getParentRoute: () => shell,
  path: '/health',
  component: lazyRouteComponent(() => import('./pages/Health.tsx'), 'HealthPage'),
});
const why = createRoute({
  getParentRoute: () => shell,
  path: '/why',
  validateSearch: (search: Record<string, unknown>): { name?: string; asset?: string } => ({
    ...(typeof search['name'] === 'string' && search['name'] !== '' ? { name: search['name'].slice(0, LIMITS.fileName) } : {}),
    ...(typeof search['asset'] === 'string' ? { asset: search['asset'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/Why.tsx'), 'WhyPage'),
});
const link = createRoute({
  getParentRoute: () => shell,
  path: '/link',
  component: lazyRouteComponent(() => import('./pages/Link.tsx'), 'LinkPage'),
});
const storage = createRoute({
  getParentRoute: () => shell,
  path: '/storage',
  component: lazyRouteComponent(() => import('./pages/Storage.tsx'), 'StoragePage'),
});
const freeUp = createRoute({
  getParentRoute: () => shell,
  path: '/storage/free-up',
  component: lazyRouteComponent(() => import('./pages/FreeUp.tsx'), 'FreeUpPage'),
});
const bring = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/Import.tsx'), 'ImportPage'),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/Account.tsx'), 'AccountPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    setup,
    signIn,
    shell.addChildren([
      timeline,
      albums,
      album,
      collection,
      search,
      map,
      mapPhotos,
      hidden,
      deleted,
      devices,
      deviceItems,
      deviceSettings,
      accountSettings,
      health,
      why,
      link,
      storage,
      freeUp,
      bring,
      account,
    ]),
  ]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultErrorComponent: Trouble,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Trouble({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <main className="welcome">
      <div className="welcome-card">
        <h1>{say('That did not work')}</h1>
        <p>{tellFailure(error)}</p>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {say('Try again')}
        </button>
      </div>
    </main>
  );
}

function NotFound() {
  return (
    <main className="welcome">
      <div className="welcome-card">
        <h1>{say('There is nothing here')}</h1>
        <p>{say('The address may be mistyped, or what it led to is gone.')}</p>
        <a className="button primary" href="/">
          {say('To your photos')}
        </a>
      </div>
    </main>
  );
}
