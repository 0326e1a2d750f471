import { say, sayMany } from '@rollcall/protocol';
import { freeOf } from '@rollcall/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { closesQuery, devicesQuery, libraryQuery, sessionQuery } from '../api/queries.ts';
import { ClosingBanner } from '../closing/ClosingBanner.tsx';
import { safetyOf } from '../devices/safety.ts';
import { silentWords } from '../devices/silence.ts';
import { forgetLibrary, keepCurrent, library, useLibrary } from '../library/live.ts';
import { leaveHere } from '../kept/here.ts';
import { Refusals, Waiting } from '../offline/Waiting.tsx';
import { Icon, Mark, type IconName } from '../parts/Icon.tsx';
import { readOut } from '../parts/news.tsx';
import { useNow } from '../parts/useNow.ts';
import { DropZone } from '../upload/DropZone.tsx';
import { GoOn } from '../upload/GoOn.tsx';
import { Shared } from '../upload/Shared.tsx';
import { UploadButton } from '../upload/UploadButton.tsx';
import { importBelongsTo, isImporting, lookAhead } from '../imports/bring.ts';
import { areArchives, pickedOf } from '../imports/drop.ts';
import { roomIs, uploadsBelongTo, useStarted } from '../upload/start.ts';
import { NewVersion } from '../worker/NewVersion.tsx';
import { currentPage, type MainPage } from './current.ts';
import { StorageBar, usedWords } from './StorageBar.tsx';

const Tray = lazy(() => import('../upload/Tray.tsx'));

const PAGES: readonly {
  readonly to: MainPage;
  readonly label: string;
  readonly short: string;
  readonly icon: IconName;
  /** Where there is little room it is reached from another page. */
  readonly roomy?: true;
}[] = [
  { to: '/', label: say('Photos'), short: say('Photos'), icon: 'photos' },
  { to: '/albums', label: say('Albums'), short: say('Albums'), icon: 'album' },
  { to: '/map', label: say('Map'), short: say('Map'), icon: 'map', roomy: true },
  { to: '/devices', label: say('Devices'), short: say('Devices'), icon: 'devices' },
  { to: '/health', label: say('Sync health'), short: say('Health'), icon: 'pulse' },
  { to: '/deleted', label: say('Recently Deleted'), short: say('Deleted'), icon: 'trash', roomy: true },
  { to: '/account', label: say('Account'), short: say('Account'), icon: 'account' },
];

/** What stands around every page of a person who is signed in. */
export function Shell() {
  const navigate = useNavigate();
  const { photo } = useSearch({ from: '/shell' });
  const uploading = useStarted();
  useEffect(() => {
    let over = false;
    return keepCurrent((code) => {
      if (over) return;
      over = true;
      forgetLibrary();
      void leaveHere().then(() => navigate({ to: '/sign-in', search: { why: code } }));
    });
  }, [navigate]);
  const { data: session } = useQuery(sessionQuery);
  useEffect(() => {
    if (!session) return;
    uploadsBelongTo(session.account.id);
    importBelongsTo(session.account.id);
  }, [session]);
  const { data: room } = useQuery(libraryQuery);
  const { data: closing } = useQuery(closesQuery);
  useEffect(() => {
    // While it closes nothing fits; when it is kept, what waited goes on.
    if (room && closing !== undefined) roomIs(closing === null ? freeOf({ used: room.bytes, reserved: room.reserved }, room.quota) : 0);
  }, [room, closing]);
  useEffect(
    () =>
      library().onJoined((items) =>
        readOut(sayMany(items.length, '{count} new photo in your library', '{count} new photos in your library')),
      ),
    [],
  );
  const { pathname } = useLocation();
  const current = currentPage(pathname);
  const intoImport: Parameters<typeof DropZone>[0]['elsewhere'] = (names) => {
    if (!session || isImporting() || !(pathname === '/import' || areArchives(names))) return null;
    return (dropped) => {
      lookAhead(pickedOf(dropped), session.library.id);
      void navigate({ to: '/import' });
    };
  };
  const covered = photo !== undefined;
  return (
    <div className="shell" inert={covered}>
      <a className="skip-link" href="#content">
        {say('To the content')}
      </a>
      <header className="top-bar">
        <Link to="/" className="brand" aria-label={say('Rollcall, to your photos')}>
          <Mark />
          <span>{'Rollcall'}</span>
        </Link>
        <SafeLine />
        <SearchLink />
        <UploadButton />
      </header>
      <nav className="side" aria-label={say('Pages')}>
        <ul>
          {PAGES.map((page) => (
            <li key={page.to} className={page.roomy ? 'roomy' : undefined}>
              <Link
                to={page.to}
                activeOptions={{ exact: true, includeSearch: false }}
                className="side-link"
                aria-current={page.to === current ? 'page' : undefined}
              >
                <Icon name={page.icon} size={22} />
                <span className="side-label">{page.label}</span>
                <span className="side-short">{page.short}</span>
              </Link>
            </li>
          ))}
        </ul>
        <Storage />
      </nav>
      <main className="content" id="content" tabIndex={-1}>
        <NewVersion />
        <ClosingBanner />
        <Behind />
        <Waiting />
        <Refusals />
        <GoOn />
        <Silent />
        <Outlet />
      </main>
      {uploading && (
        <Suspense>
          <Tray />
        </Suspense>
      )}
      <DropZone elsewhere={intoImport} />
      <Shared />
    </div>
  );
}

/** The way to the search box; `/` leads there from anywhere but a field. */
function SearchLink() {
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog, [role="dialog"]')) return;
      event.preventDefault();
      void navigate({ to: '/search' });
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [navigate]);
  return (
    <Link to="/search" className="search-link" aria-label={say('Search')} title={say('Search (/)')}>
      <Icon name="search" size={19} />
      <span>{say('Search')}</span>
    </Link>
  );
}

/** The answer to "is everything safe?", from the rolls that the devices told. */
function SafeLine() {
  const { data: devices } = useQuery(devicesQuery);
  const { replica, status } = useLibrary();
  const { data: session } = useQuery(sessionQuery);
  const now = useNow();
  const loading = status.state === 'loading';
  if (!devices) return <span className="safe-line" />;
  const photos = loading ? (session?.library.assets ?? 0) : replica.live.size;
  const safety = safetyOf(devices, photos, now);
  const icons: Record<typeof safety.state, IconName> = {
    empty: 'cloud',
    safe: 'shield',
    'on-the-way': 'upload',
    silent: 'clock',
    asks: 'alert',
    'not-safe': 'alert',
  };
  return (
    <Link to="/devices" className={`safe-line ${safety.state}`} aria-live="polite">
      <Icon name={icons[safety.state]} size={18} />
      <span>{safety.words}</span>
    </Link>
  );
}

function Storage() {
  const { data } = useQuery(libraryQuery);
  if (!data) return null;
  return (
    <Link to="/storage" className="side-storage" aria-label={say('Storage: {used}', { used: usedWords(data) })}>
      <StorageBar library={data} />
      <span>{usedWords(data)}</span>
    </Link>
  );
}

/** Devices of which nothing was heard for days, and with which photos may be lost. Their own page says it beside each. */
function Silent() {
  const { data: devices = [] } = useQuery(devicesQuery);
  const { pathname } = useLocation();
  const silent = devices.filter((device) => device.silent !== null && device.silent.notSafe !== 0);
  if (silent.length === 0 || pathname === '/devices') return null;
  return (
    <div className="banner" role="status">
      <Icon name="clock" size={18} />
      <span>{silent.map(silentWords).join(' ')}</span>
      <Link to="/devices" className="text-button">
        {say('Devices')}
      </Link>
    </div>
  );
}

/** Said when what is shown may be old. */
function Behind() {
  const { status } = useLibrary();
  if (status.state !== 'behind') return null;
  return (
    <div className="banner" role="status">
      <Icon name="alert" size={18} />
      <span>
        {navigator.onLine
          ? say('The server does not answer. What you see may be old; it is tried again by itself.')
          : say('You are offline. What you see may be old.')}
      </span>
      <button type="button" className="text-button" onClick={() => void library().pull()}>
        {say('Try now')}
      </button>
    </div>
  );
}
