import { levelWords, roomLevel } from '@rollcall/core';
import { say, sayMany, sizeWords, UNLIMITED, type LibrarySummary } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { closesQuery, libraryQuery, serverQuery, sessionQuery } from '../api/queries.ts';
import { AppsCard } from '../apps/AppsCard.tsx';
import { CloseCard } from '../closing/CloseCard.tsx';
import { MissingTools } from '../health/MissingTools.tsx';
import { rich } from '../language/rich.tsx';
import { useLibrary } from '../library/live.ts';
import { KeptCard } from '../offline/KeptCard.tsx';
import { SignOut } from '../offline/SignOut.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { chooseTheme, useTheme, type Theme } from '../parts/theme.ts';
import { chooseLanguage, chosenLanguage } from '../language/speak-here.ts';
import { LANGUAGES, type LanguageCode } from '../language/languages.ts';
import { StorageBar, takenOf } from './StorageBar.tsx';
import { useTitle } from '../parts/useTitle.ts';

const THEMES: readonly { readonly theme: Theme; readonly label: string; readonly icon: IconName }[] = [
  { theme: 'system', label: say('As the system'), icon: 'half' },
  { theme: 'light', label: say('Light'), icon: 'sun' },
  { theme: 'dark', label: say('Dark'), icon: 'moon' },
];

/** Who is signed in, how full the cloud is, and how the page looks. */
export function AccountPage() {
  const { data: session } = useQuery(sessionQuery);
  const { data: storage, isPending } = useQuery(libraryQuery);
  const closes = useQuery(closesQuery);
  const { data: server } = useQuery(serverQuery);
  const { replica } = useLibrary();
  const theme = useTheme();
  useTitle(say('Account'));
  const head = (
    <header className="page-head">
      <h1>{say('Account')}</h1>
    </header>
  );
  if (isPending || closes.isPending)
    return (
      <div className="page">
        {head}
        <p className="quiet">{say('Asking…')}</p>
      </div>
    );
  return (
    <div className="page">
      {head}
      <section className="card" aria-labelledby="who">
        <div className="card-row">
          <div>
            <h2 id="who">{session?.account.name}</h2>
            <p className="quiet">
              {session?.account.email}
              {session?.account.owner ? ` · ${say('owner of this server')}` : ''}
            </p>
          </div>
          <SignOut />
        </div>
      </section>
      {storage && (
        <section className="card" aria-labelledby="storage">
          <h2 id="storage">{say('Cloud storage')}</h2>
          <p className="figure">
            {storage.quota >= UNLIMITED
              ? rich('{used} <rest>used, without a limit</rest>', { rest: quiet }, { used: sizeWords(storage.bytes) })
              : rich(
                  '{used} <rest>of {room} used</rest>',
                  { rest: quiet },
                  { used: sizeWords(storage.bytes), room: sizeWords(storage.quota) },
                )}
          </p>
          <StorageBar library={storage} />
          {levelWords(takenOf(storage)) !== null && (
            <p className={`room-warning ${roomLevel(takenOf(storage))}`} role="status">
              {levelWords(takenOf(storage))}
            </p>
          )}
          <p className="quiet">
            {heldWords(storage)}{' '}
            {storage.reserved > 0 ? `${say('{size} are set aside for what is on its way.', { size: sizeWords(storage.reserved) })} ` : ''}
            {storage.quota >= UNLIMITED
              ? say('There is no limit.')
              : say('{size} free.', { size: sizeWords(Math.max(0, storage.quota - storage.bytes - storage.reserved)) })}
          </p>
          <Link to="/storage" className="text-button">
            {say('What takes the room, and how to have more')}
          </Link>
        </section>
      )}
      <MissingTools />
      <section className="card" aria-labelledby="look">
        <h2 id="look">{say('Appearance')}</h2>
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
      <section className="card" aria-labelledby="language">
        <h2 id="language">{say('Language')}</h2>
        <div className="segments" role="radiogroup" aria-labelledby="language">
          {([null, ...Object.keys(LANGUAGES)] as (LanguageCode | null)[]).map((code) => (
            <label key={code} className="segment">
              <input type="radio" name="language" checked={chosenLanguage() === code} onChange={() => chooseLanguage(code)} />
              <span lang={code ?? undefined}>{code === null ? say('As the browser') : LANGUAGES[code]}</span>
            </label>
          ))}
        </div>
      </section>
      <section className="card" aria-labelledby="keys">
        <h2 id="keys">{say('Keyboard')}</h2>
        <dl className="keys">
          {KEYS.map(([pressed, words]) => (
            <div key={words}>
              <dt>{pressed}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <AppsCard />
      <CloseCard />
      <KeptCard />
      <p className="quiet small">
        {`Rollcall ${server?.version ?? ''}`} ·{' '}
        {sayMany(replica.live.size, '{count} photo known to this page', '{count} photos known to this page')} ·{' '}
        {rich('Names of places by <names>GeoNames</names>, CC BY 4.0 · Coasts and borders by <coasts>Natural Earth</coasts>', {
          names: (text) => <a href="https://www.geonames.org/">{text}</a>,
          coasts: (text) => <a href="https://www.naturalearthdata.com/">{text}</a>,
        })}
      </p>
    </div>
  );
}

const quiet = (text: string): ReactNode => <span className="quiet">{text}</span>;

/** What the library holds, and what of it waits to be gone. */
function heldWords({ assets, trashed }: LibrarySummary): string {
  if (trashed === 0) return sayMany(assets, '{count} photo or video.', '{count} photos and videos.');
  return sayMany(
    trashed,
    '{held}, and {count} more in Recently Deleted, which counts until it is deleted for good.',
    '{held}, and {count} more in Recently Deleted, which count until they are deleted for good.',
    { held: sayMany(assets, '{count} photo or video', '{count} photos and videos') },
  );
}

const key = (text: string): ReactNode => <kbd>{text}</kbd>;

const KEYS: readonly (readonly [key: ReactNode, words: string])[] = [
  [rich('<key>Arrow keys</key>', { key }), say('From photo to photo')],
  [rich('<key>Enter</key>', { key }), say('Open')],
  [rich('<key>Space</key>', { key }), say('Select')],
  [rich('<key>Shift + arrows</key>', { key }), say('Select a range')],
  [key('f'), say('Favourite')],
  [key('i'), say('Information')],
  [rich('<key>Delete</key>', { key }), say('Delete')],
  [rich('<key>Escape</key>', { key }), say('Back')],
];
