import { say, sayMany } from '@rollcall/protocol';
import { useId, useState } from 'react';
import { useLibrary } from '../library/live.ts';
import { albumsOf, coverOf } from '../library/shelf.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { addToAlbum, createAlbum, titleOf } from './changes.ts';
import { Cover } from './Cover.tsx';

interface AddToAlbumProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** How many albums are offered at once; typing finds the others. */
const OFFERED = 60;

/** Into which album? One that is there, found by typing, or a new one of that name. */
export function AddToAlbum({ ids, onClose, onAdded }: AddToAlbumProps) {
  const { replica } = useLibrary();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useId();
  const title = titleOf(typed);
  const sought = title.toLocaleLowerCase();
  const all = albumsOf(replica.shelf);
  const found = all.filter((album) => album.title.toLocaleLowerCase().includes(sought));
  const exact = all.find((album) => album.title.toLocaleLowerCase() === sought);
  const doing = async (act: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    if (!(await act())) return setBusy(false);
    onAdded();
    onClose();
  };
  const add = (albumId: string): Promise<void> => doing(() => addToAlbum(albumId, ids));
  const create = (): Promise<void> =>
    doing(async () => {
      const made = await createAlbum(title, ids);
      if (made !== null)
        tell(sayMany(ids.length, 'Album “{title}” made with {count} photo.', 'Album “{title}” made with {count} photos.', { title }));
      return made !== null;
    });
  return (
    <Dialog
      title={sayMany(ids.length, 'Add {count} photo to an album', 'Add {count} photos to an album')}
      onClose={onClose}
      onSubmit={() => {
        if (title === '' || busy) return;
        void (exact ? add(exact.id) : create());
      }}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
          {title !== '' && !exact && (
            <button type="submit" className="button primary" disabled={busy}>
              {say('New album “{title}”', { title })}
            </button>
          )}
        </>
      }
    >
      <div className="field">
        <label htmlFor={field}>{all.length === 0 ? say('Name of a new album') : say('Find an album, or name a new one')}</label>
        <input id={field} type="text" autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
      {found.length > 0 && (
        <ul className="album-choices" aria-label={say('Albums')}>
          {found.slice(0, OFFERED).map((album) => (
            <li key={album.id}>
              <button type="button" className="album-choice" disabled={busy} onClick={() => void add(album.id)}>
                <Cover item={coverOf(replica, album)} small />
                <span>
                  <strong>{album.title}</strong>
                  <span className="quiet">{sayMany(replica.shelf.places.get(album.id)?.size ?? 0, '{count} photo', '{count} photos')}</span>
                </span>
                <Icon name="plus" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > OFFERED && (
        <p className="quiet">
          {sayMany(found.length - OFFERED, '{count} more album: type some of the name.', '{count} more albums: type some of the name.')}
        </p>
      )}
    </Dialog>
  );
}
