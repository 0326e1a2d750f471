import { say, sayMany, type Album } from '@rollcall/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RenameAlbumDialog } from '../albums/AlbumDialogs.tsx';
import { AlbumShelf } from '../shelf/AlbumShelf.tsx';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { MakeButtons } from '../shelf/MakeButtons.tsx';
import { useLibrary, useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { Icon } from '../parts/Icon.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { DeleteFolderDialog } from '../folders/DeleteFolderDialog.tsx';
import { choicesFor, countIn, pathOf } from '../folders/tree.ts';

const shelfOf = ({ shelf }: Replica) => ({ ...shelf });

/** One folder: the albums and folders in it. */
export function FolderPage({ album: folder }: { readonly album: Album }) {
  useTitle(folder.title);
  const navigate = useNavigate();
  const shelf = useMadeOf(shelfOf);
  const { replica } = useLibrary();
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null);
  const { albums, folders } = countIn(shelf, folder.id);
  const around = pathOf(shelf, folder).at(-1);
  const deeper = choicesFor(replica.shelf, { id: '', kind: 'folder' }).some((choice) => choice.folder?.id === folder.id);
  const away = (): void =>
    void navigate(around === undefined ? { to: '/albums' } : { to: '/albums/$albumId', params: { albumId: around.id } });
  return (
    <div className="page wide">
      <div className="album-head">
        <AlbumsSubHead title={folder.title} within={folder}>
          <p className="quiet">
            {albums + folders === 0
              ? say('Nothing in it yet. Make an album here, or drag one into the folder.')
              : [
                  sayMany(albums, '{count} album', '{count} albums'),
                  ...(folders === 0 ? [] : [sayMany(folders, '{count} folder', '{count} folders')]),
                ].join(', ')}
          </p>
        </AlbumsSubHead>
        <div className="album-actions">
          <MakeButtons folder={folder.id} folders={deeper} />
          <button type="button" className="button" onClick={() => setAsking('rename')}>
            <Icon name="pencil" size={18} /> {say('Rename')}
          </button>
          <button type="button" className="button danger" onClick={() => setAsking('delete')}>
            <Icon name="trash" size={18} /> {say('Delete folder…')}
          </button>
        </div>
      </div>
      <AlbumShelf folder={folder.id} label={say('In the folder {folder}', { folder: folder.title })} />
      {asking === 'rename' && <RenameAlbumDialog album={folder} onClose={() => setAsking(null)} />}
      {asking === 'delete' && <DeleteFolderDialog folder={folder} onClose={() => setAsking(null)} onGone={away} />}
    </div>
  );
}
