import { LIMITS } from '@rollcall/protocol';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { refusalCode, tellFailure } from './api/call.ts';
import { queries, serverQuery, sessionQuery } from './api/queries.ts';
import { Shell } from './pages/Shell.tsx';
import { TimelinePage } from './pages/Timeline.tsx';

export interface LibrarySearch {
  /** The photo that is open in the viewer. */
  readonly photo?: string;
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
  validateSearch: (search: Record<string, unknown>): LibrarySearch =>
    typeof search['photo'] === 'string' ? { photo: search['photo'] } : {},
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(sessionQuery);
    } catch (error) {
      if (refusalCode(error) === null) throw error;
      const server = await queries.fetchQuery(serverQuery);
      if (location.pathname === '/link' && !server.setupNeeded)
        throw redirect({ to: '/sign-in', search: { next: 'link' }, hash: location.hash });
      throw redirect({ to: server.setupNeeded ? '/setup' : '/sign-in' });
    }
  },
});
const timeline = createRoute({ getParentRoute: () => shell, path: '/', component: TimelinePage });
const deleted = createRoute({
  getParentRoute: () => shell,
  path: '/deleted',
  component: lazyRouteComponent(() => import('./pages/Deleted.tsx'), 'DeletedPage'),
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
      account,
    ]),
  ]),
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
        <h1>That did not work</h1>
        <p>{tellFailure(error)}</p>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          Try again
        </button>
      </div>
    </main>
  );
}

function NotFound() {
  return (
    <main className="welcome">
      <div className="welcome-card">
        <h1>There is nothing here</h1>
        <p>The address may be mistyped, or what it led to is gone.</p>
        <a className="button primary" href="/">
          To your photos
        </a>
      </div>
    </main>
  );
}
