import { readRule, say, sayMany, type Album, type SmartRule } from '@rollcall/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { DeleteAlbumDialog } from '../albums/AlbumDialogs.tsx';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { setAlbum } from '../albums/changes.ts';
import { todayOf } from '../library/capture.ts';
import { useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { DownloadDialog } from './DownloadDialog.tsx';
import { LibraryGrid } from './LibraryGrid.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { useSearchIndex } from '../search/useSearchIndex.ts';
import { daySections } from '../sections/byDay.ts';
import { PlayButton } from '../slideshow/PlayButton.tsx';
import { daysOfAlbum } from '../smart/evaluate.ts';
import { RuleDialog } from '../smart/RuleDialog.tsx';

/** A smart album: what its rule finds now. */
export function SmartAlbumPage({ album }: { readonly album: Album }) {
  useTitle(album.title);
  const today = todayOf(useNow());
  const places = useSearchIndex();
  const found = useMadeOf(useCallback((replica: Replica) => daysOfAlbum(replica, album, today, places), [album, today, places]));
  const days = useMemo(() => found ?? [], [found]);
  const sections = useMemo(() => daySections(days, today), [days, today]);
  const rule = readRule(album.rule);
  const head = <Head album={album} rule={rule} ids={days.flatMap(({ items }) => items.map(({ id }) => id))} />;
  return (
    <div className="page-with-grid">
      <LibraryGrid
        label={say('Photos in the smart album {album}, newest first', { album: album.title })}
        sections={sections}
        stretches={days}
        lead={head}
        empty={<div className="page">{head}</div>}
        scrubber
        renderTools={(chosen, clear) =>
          chosen.length === 1 && (
            <button type="button" className="bar-button" onClick={() => void setAlbum(album.id, { cover: chosen[0]! }).then(clear)}>
              <Icon name="photos" />
              <span>{say('Make it the cover')}</span>
            </button>
          )
        }
      />
    </div>
  );
}

function Head({
  album,
  rule,
  ids,
}: {
  readonly album: Album;
  readonly rule: SmartRule | 'newer' | 'none';
  readonly ids: readonly string[];
}) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'edit' | 'delete' | 'download' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <div className="album-head">
      <AlbumsSubHead title={album.title} within={album}>
        {typeof rule === 'string' ? (
          <p className="quiet">
            {rule === 'newer'
              ? say(
                  'Its rule was made by a newer version of Rollcall, and is kept as it is. Reload this page when your server is up to date to see what it finds.',
                )
              : say('Its rule cannot be read, so nothing is found by it. Write it anew, or delete the album.')}
          </p>
        ) : (
          <>
            <p className="quiet">
              {sayMany(
                ids.length,
                '{count} photo: it holds whatever fits its rule, always as it is now.',
                '{count} photos: it holds whatever fits its rule, always as it is now.',
              )}
            </p>
            <ul className="search-terms" aria-label={say('Rule')}>
              {rule.searches.map((search, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the same search may stand there twice
                <li key={`${index} ${search}`}>{search}</li>
              ))}
              {rule.searches.length > 1 && <li className="rule-how">{rule.match === 'all' ? say('all of these') : say('any of these')}</li>}
            </ul>
          </>
        )}
      </AlbumsSubHead>
      <div className="album-actions">
        {ids.length > 0 && <PlayButton />}
        {ids.length > 0 && (
          <button type="button" className="button" onClick={() => setAsking('download')}>
            <Icon name="download" size={18} /> {say('Download')}
          </button>
        )}
        {rule !== 'newer' && (
          <button type="button" className="button" onClick={() => setAsking('edit')}>
            <Icon name="sliders" size={18} /> {say('Edit rule')}
          </button>
        )}
        <button type="button" className="button danger" onClick={() => setAsking('delete')}>
          <Icon name="trash" size={18} /> {say('Delete album…')}
        </button>
      </div>
      {asking === 'edit' && <RuleDialog album={album} onClose={close} onSaved={close} />}
      {asking === 'download' && <DownloadDialog ids={ids} onClose={close} />}
      {asking === 'delete' && <DeleteAlbumDialog album={album} onClose={close} onGone={() => void navigate({ to: '/albums' })} />}
    </div>
  );
}
