import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { say, sayMany, type Album, type AlbumFields } from '@rollcall/protocol';
import { DeleteAlbumDialog, RenameAlbumDialog } from '../albums/AlbumDialogs.tsx';
import { AlbumPins } from '../albums/AlbumPins.tsx';
import { moveInAlbum, removeFromAlbum, setAlbum } from '../albums/changes.ts';
import { FolderPage } from './Folder.tsx';
import type { Section } from '../grid/layout.ts';
import type { Item } from '../library/item.ts';
import { useLibrary, useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { photosOf } from '../library/shelf.ts';
import { Icon } from '../parts/Icon.tsx';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { PlayButton } from '../slideshow/PlayButton.tsx';
import { SmartAlbumPage } from './SmartAlbum.tsx';
import { DownloadDialog } from './DownloadDialog.tsx';
import { LibraryGrid } from './LibraryGrid.tsx';

const ORDERS: Readonly<Record<AlbumFields['order'], string>> = {
  'by-hand': say('By hand'),
  'oldest-first': say('Oldest first'),
  'newest-first': say('Newest first'),
};

/** One album: its photos in its order. */
export function AlbumPage() {
  const { albumId } = useParams({ from: '/shell/albums/$albumId' });
  const { replica, status } = useLibrary();
  const album = replica.shelf.albums.get(albumId);
  if (album?.kind === 'folder') return <FolderPage key={albumId} album={album} />;
  if (album?.kind === 'smart') return <SmartAlbumPage key={albumId} album={album} />;
  if (album) return <Shown key={albumId} album={album} />;
  return (
    <div className="page">
      <AlbumsSubHead title={status.state === 'loading' ? say('Album') : say('This album is not there')}>
        <p className="quiet">
          {status.state === 'loading'
            ? say('Your library is loading…')
            : say('It may have been deleted on another device. Its photos are still in your library.')}
        </p>
      </AlbumsSubHead>
    </div>
  );
}

function Shown({ album }: { readonly album: Album }) {
  useTitle(album.title);
  const photos = useMadeOf(useCallback((replica: Replica) => photosOf(replica, album), [album]));
  const sections = useMemo<readonly Section[]>(
    () => (photos.length === 0 ? [] : [{ key: album.id, title: '', fullTitle: album.title, items: photos }]),
    [photos, album],
  );
  const byHand = album.order === 'by-hand';
  const head = <Head album={album} photos={photos} />;
  return (
    <div className="page-with-grid">
      <LibraryGrid
        label={say('Photos in the album {album}', { album: album.title })}
        sections={sections}
        stretches={sections}
        lead={head}
        empty={<div className="page">{head}</div>}
        {...(byHand ? { onReorder: (ids, before) => void moveInAlbum(album.id, ids, before) } : {})}
        renderTools={(chosen, clear) => (
          <>
            {byHand && <Moves album={album} photos={photos} chosen={chosen} />}
            {chosen.length === 1 && (
              <button type="button" className="bar-button" onClick={() => void setAlbum(album.id, { cover: chosen[0]! }).then(clear)}>
                <Icon name="photos" />
                <span>{say('Make it the cover')}</span>
              </button>
            )}
            <button type="button" className="bar-button" onClick={() => void removeFromAlbum(album.id, chosen).then(clear)}>
              <Icon name="close" />
              <span>{say('Take out')}</span>
            </button>
          </>
        )}
      />
    </div>
  );
}

/** What dragging does, one place at a time, for who does not drag. */
function Moves({ album, photos, chosen }: { readonly album: Album; readonly photos: readonly Item[]; readonly chosen: readonly string[] }) {
  const ids = photos.map(({ id }) => id);
  const picked = new Set(chosen);
  const inOrder = ids.filter((id) => picked.has(id));
  const first = ids.findIndex((id) => picked.has(id));
  const last = ids.findLastIndex((id) => picked.has(id));
  const rest = ids.filter((id) => !picked.has(id));
  const before = ids.slice(0, first).at(-1);
  const after = ids.slice(last + 1).find((id) => !picked.has(id));
  const behind = after === undefined ? undefined : (rest[rest.indexOf(after) + 1] ?? null);
  return (
    <>
      <button
        type="button"
        className="bar-button bare"
        aria-label={say('Move earlier')}
        title={say('Move earlier')}
        disabled={before === undefined}
        onClick={() => void moveInAlbum(album.id, inOrder, before ?? null)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="bar-button bare"
        aria-label={say('Move later')}
        title={say('Move later')}
        disabled={behind === undefined}
        onClick={() => void moveInAlbum(album.id, inOrder, behind ?? null)}
      >
        <Icon name="right" />
      </button>
    </>
  );
}

function Head({ album, photos: all }: { readonly album: Album; readonly photos: readonly Item[] }) {
  const photos = all.length;
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'rename' | 'delete' | 'download' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <div className="album-head">
      <AlbumsSubHead title={album.title} within={album}>
        <p className="quiet">
          {photos === 0
            ? say('No photos yet. Choose some on another page and press “Add to album”.')
            : sayMany(photos, '{count} photo', '{count} photos')}
        </p>
      </AlbumsSubHead>
      <div className="album-actions">
        <label className="album-order">
          <span className="quiet">{say('Order')}</span>
          <select
            value={album.order}
            onChange={({ currentTarget: { value } }) => {
              const order = (Object.keys(ORDERS) as AlbumFields['order'][]).find((each) => each === value);
              if (order) void setAlbum(album.id, { order });
            }}
          >
            {Object.entries(ORDERS).map(([order, words]) => (
              <option key={order} value={order}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {photos > 0 && <PlayButton />}
        {photos > 0 && (
          <button type="button" className="button" onClick={() => setAsking('download')}>
            <Icon name="download" size={18} /> {say('Download')}
          </button>
        )}
        <AlbumPins album={album} />
        <button type="button" className="button" onClick={() => setAsking('rename')}>
          <Icon name="pencil" size={18} /> {say('Rename')}
        </button>
        <button type="button" className="button danger" onClick={() => setAsking('delete')}>
          <Icon name="trash" size={18} /> {say('Delete album…')}
        </button>
      </div>
      {asking === 'download' && <DownloadDialog ids={all.map(({ id }) => id)} onClose={close} />}
      {asking === 'rename' && <RenameAlbumDialog album={album} onClose={close} />}
      {asking === 'delete' && <DeleteAlbumDialog album={album} onClose={close} onGone={() => void navigate({ to: '/albums' })} />}
    </div>
  );
}
