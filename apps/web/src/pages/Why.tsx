import { say, sayMany, sizeWords, type Asset } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { devicesQuery, namedQuery } from '../api/queries.ts';
import { thumbnailUrl } from '../grid/pictures.ts';
import { rich } from '../language/rich.tsx';
import { localTime } from '../library/capture.ts';
import { itemOf } from '../library/item.ts';
import { useLibrary } from '../library/live.ts';
import { resolve } from '../library/replica.ts';
import { Icon } from '../parts/Icon.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { History } from '../why/History.tsx';
import { byName } from '../why/search.ts';
import { untoldWords } from '../why/untold.ts';
import { PlaceCures, ReasonWords, WhereItIs } from '../why/WhereItIs.tsx';
import { ago, plainDay } from '../words.ts';

/** A name that is typed waits this long before the devices are asked; milliseconds. */
const TYPED = 300;

/** Where is a photo, and why is it not where it should be? Found by its name. */
export function WhyPage() {
  const { name = '', asset: chosen } = useSearch({ from: '/shell/why' });
  const navigate = useNavigate();
  useTitle(say('Where is …?'));
  const id = useId();
  return (
    <div className="page">
      <SubPageHead back={{ to: '/devices', label: say('Devices') }} title={say('Where is …?')}>
        <p className="quiet">
          {rich(
            'Where a photo is, what became of it, and why it is not where you look for it. Or open <page>a photo</page> and choose Information.',
            {
              page: (text) => <Link to="/">{text}</Link>,
            },
          )}
        </p>
      </SubPageHead>
      <form className="field why-search" role="search" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={id}>{say('File name')}</label>
        <input
          id={id}
          type="search"
          value={name}
          autoComplete="off"
          spellCheck={false}
          placeholder={say('IMG_1234')}
          maxLength={255}
          onChange={(event) =>
            void navigate({ to: '/why', search: event.target.value === '' ? {} : { name: event.target.value }, replace: true })
          }
        />
      </form>
      {name.trim() !== '' && <Found name={name} chosen={chosen ?? null} />}
      {name.trim() === '' && chosen !== undefined && <Chosen id={chosen} />}
    </div>
  );
}

function Found({ name, chosen }: { readonly name: string; readonly chosen: string | null }) {
  const { replica, status } = useLibrary();
  const letters = useDeferredValue(name);
  // The map is kept in place; the timeline and what is deleted are new values when anything changes.
  const { timeline, trash, assets } = replica;
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const { found, more } = useMemo(() => byName(assets.values(), letters), [assets, timeline, trash, letters]);
  const asked = useSettled(name.trim());
  const { data: elsewhere, error } = useQuery(namedQuery(asked));
  const { data: devices } = useQuery(devicesQuery);
  const items = elsewhere?.items ?? [];
  const one = found.length === 1 && items.length === 0 ? found[0]!.id : chosen;
  const nothing = found.length === 0 && elsewhere !== undefined && items.length === 0 && asked === name.trim();
  return (
    <>
      <p className="quiet" role="status">
        {status.state === 'loading' ? say('Your library is loading…') : ''}
        {nothing
          ? `${say('Nothing is called “{name}”, in your library or among what devices told.', { name: name.trim() })} ${untoldWords(devices ?? [])}`
          : ''}
        {found.length > 0 ? foundWords(found.length, more) : ''}
      </p>
      {error && <p className="quiet">{tellFailure(error)}</p>}
      <ul className="why-found">
        {found.map((asset) => (
          <li key={asset.id}>
            <Result asset={asset} name={name} chosen={asset.id === one} />
            {asset.id === one && <Answer asset={asset} />}
          </li>
        ))}
      </ul>
      {items.length > 0 && <Elsewhere items={items} more={elsewhere?.more ?? false} />}
    </>
  );
}

function foundWords(photos: number, more: boolean): string {
  return more
    ? sayMany(photos, 'The first {count} photo in your library.', 'The first {count} photos in your library.')
    : sayMany(photos, '{count} photo in your library.', '{count} photos in your library.');
}

const STATES: Readonly<Record<Asset['state'], string>> = { live: '', trashed: say('In Recently Deleted'), purged: say('Deleted for good') };

function Result({ asset, name, chosen }: { readonly asset: Asset; readonly name: string; readonly chosen: boolean }) {
  const url = usePicture(asset);
  const details = [plainDay(localTime(asset.capturedAt)), STATES[asset.state]].filter((part) => part !== '');
  return (
    <Link
      to="/why"
      search={chosen ? { name } : { name, asset: asset.id }}
      replace
      resetScroll={false}
      className="why-result"
      aria-expanded={chosen}
    >
      <span className="item-picture">{url ? <img src={url} alt="" loading="lazy" /> : <Icon name="file" />}</span>
      <span className="item-words">
        <strong className="breaking">{asset.fileName}</strong>
        <span className="quiet">{details.join(' · ')}</span>
      </span>
      <Icon name="down" size={18} />
    </Link>
  );
}

function usePicture(asset: Asset): string | null {
  const { replica } = useLibrary();
  return asset.state === 'purged' ? null : thumbnailUrl(itemOf(asset, replica.renditions.get(asset.id)));
}

function Answer({ asset }: { readonly asset: Asset }) {
  return (
    <div className="card why-answer" role="group" aria-label={asset.fileName}>
      <WhereItIs asset={asset} />
      <History assetId={asset.id} />
      {asset.state === 'live' && (
        <p>
          <Link to="/" search={{ photo: asset.id }}>
            {say('Open the photo')}
          </Link>
        </p>
      )}
    </div>
  );
}

/** A photo that an address names by its id. */
function Chosen({ id }: { readonly id: string }) {
  const { replica, status } = useLibrary();
  const known = replica.assets.get(resolve(replica, id));
  if (known) return <Answer asset={known.asset} />;
  return (
    <p className="quiet">{status.state === 'loading' ? say('Your library is loading…') : say('This photo is not in your library.')}</p>
  );
}

type Named = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof namedQuery>['queryFn']>>>>;

/** What devices hold and the cloud does not have. */
function Elsewhere({ items, more }: { readonly items: Named['items']; readonly more: boolean }) {
  const now = useNow();
  return (
    <section aria-label={say('Not in the cloud yet')}>
      <h2 className="why-heading">{say('On a device, and not in the cloud')}</h2>
      <ul className="why-found">
        {items.map(({ deviceId, device, asOf, entry }) => (
          <li key={`${deviceId} ${entry.key}`} className="card why-elsewhere">
            <span className="place-line">
              <strong className="breaking">{entry.path}</strong>
              <span className="place-state calm">{device}</span>
            </span>
            <span className="quiet">
              {sizeWords(entry.size)} · {say('As of {when}', { when: ago(asOf, now) })}
            </span>
            {entry.reasons.map((reason) => (
              <ReasonWords key={reason.code} reason={reason} told name={device} />
            ))}
            <PlaceCures deviceId={deviceId} reasons={entry.reasons} />
          </li>
        ))}
      </ul>
      {more && <p className="quiet">{say('There are more: type more of the name.')}</p>}
    </section>
  );
}

/** What was typed, once nothing more is typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPED);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
