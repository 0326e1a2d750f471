import { sizeWords, UNLIMITED } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ask, tellFailure } from '../api/call.ts';
import { libraryQuery, serverQuery, sessionQuery } from '../api/queries.ts';
import { CloseCard } from '../closing/CloseCard.tsx';
import { MissingTools } from '../health/MissingTools.tsx';
import { forgetLibrary, useLibrary } from '../library/live.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { chooseTheme, useTheme, type Theme } from '../parts/theme.ts';
import { forgetUploads } from '../upload/start.ts';
import { many } from '../words.ts';
import { StorageBar } from './StorageBar.tsx';
import { useTitle } from '../parts/useTitle.ts';

const THEMES: readonly { readonly theme: Theme; readonly label: string; readonly icon: IconName }[] = [
  { theme: 'system', label: 'As the system', icon: 'half' },
  { theme: 'light', label: 'Light', icon: 'sun' },
  { theme: 'dark', label: 'Dark', icon: 'moon' },
];

/** Who is signed in, how full the cloud is, and how the page looks. */
export function AccountPage() {
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const { data: storage } = useQuery(libraryQuery);
  const { data: server } = useQuery(serverQuery);
  const { replica } = useLibrary();
  const theme = useTheme();
  useTitle('Account');
  const signOut = async (): Promise<void> => {
    try {
      await ask('signOut', {});
      forgetUploads();
      forgetLibrary();
      await navigate({ to: '/sign-in' });
    } catch (error) {
      tell(tellFailure(error), { tone: 'trouble' });
    }
  };
  return (
    <div className="page">
      <header className="page-head">
        <h1>Account</h1>
      </header>
      <section className="card" aria-labelledby="who">
        <div className="card-row">
          <div>
            <h2 id="who">{session?.account.name}</h2>
            <p className="quiet">
              {session?.account.email}
              {session?.account.owner ? ' · owner of this server' : ''}
            </p>
          </div>
          <button type="button" className="button" onClick={() => void signOut()}>
            Sign out
          </button>
        </div>
      </section>
      {storage && (
        <section className="card" aria-labelledby="storage">
          <h2 id="storage">Cloud storage</h2>
          <p className="figure">
            {sizeWords(storage.bytes)}{' '}
            <span className="quiet">{storage.quota >= UNLIMITED ? 'used, without a limit' : `of ${sizeWords(storage.quota)} used`}</span>
          </p>
          <StorageBar library={storage} />
          <p className="quiet">
            {many(storage.assets, 'photo or video', 'photos and videos')}
            {storage.trashed > 0
              ? `, and ${many(storage.trashed, 'more', 'more')} in Recently Deleted, which ${storage.trashed === 1 ? 'counts until it is' : 'count until they are'} deleted for good`
              : ''}
            .{storage.reserved > 0 ? ` ${sizeWords(storage.reserved)} are set aside for what is on its way.` : ''}{' '}
            {storage.quota >= UNLIMITED
              ? 'There is no limit.'
              : `${sizeWords(Math.max(0, storage.quota - storage.bytes - storage.reserved))} free.`}
          </p>
          <Link to="/storage" className="text-button">
            What takes the room, and how to have more
          </Link>
        </section>
      )}
      <MissingTools />
      <section className="card" aria-labelledby="look">
        <h2 id="look">Appearance</h2>
        <div className="segments" role="radiogroup" aria-labelledby="look">
          {THEMES.map((each) => (
            <label key={each.theme} className="segment">
              <input type="radio" name="theme" value={each.theme} checked={theme === each.theme} onChange={() => chooseTheme(each.theme)} />
              <Icon name={each.icon} size={18} />
              <span>{each.label}</span>
            </label>
          ))}
        </div>
      </section>
      <section className="card" aria-labelledby="keys">
        <h2 id="keys">Keyboard</h2>
        <dl className="keys">
          {KEYS.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <CloseCard />
      <p className="quiet small">
        Rollcall {server?.version ?? ''} · {many(replica.live.size, 'photo')} known to this page · Names of places by{' '}
        <a href="https://www.geonames.org/">GeoNames</a>, CC BY 4.0
      </p>
    </div>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'From photo to photo'],
  ['Enter', 'Open'],
  ['Space', 'Select'],
  ['Shift + arrows', 'Select a range'],
  ['f', 'Favourite'],
  ['i', 'Information'],
  ['Delete', 'Delete'],
  ['Escape', 'Back'],
];
