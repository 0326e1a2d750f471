import { say } from '@rollcall/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { RuleDialog } from '../smart/RuleDialog.tsx';
import { NewAlbumDialog } from '../albums/AlbumDialogs.tsx';

/** What makes an album, a smart one or a folder, in a folder or (null) in none. */
export function MakeButtons({ folder, folders = true }: { readonly folder: string | null; readonly folders?: boolean }) {
  const navigate = useNavigate();
  const [making, setMaking] = useState<'photos' | 'folder' | 'smart' | null>(null);
  const close = (): void => setMaking(null);
  const open = (albumId: string): void => void navigate({ to: '/albums/$albumId', params: { albumId } });
  return (
    <>
      <button type="button" className="button primary" onClick={() => setMaking('photos')}>
        <Icon name="plus" size={18} /> {say('New album')}
      </button>
      <button type="button" className="button" onClick={() => setMaking('smart')}>
        <Icon name="smart" size={18} /> {say('New smart album')}
      </button>
      {folders && (
        <button type="button" className="button" onClick={() => setMaking('folder')}>
          <Icon name="folder" size={18} /> {say('New folder')}
        </button>
      )}
      {(making === 'photos' || making === 'folder') && <NewAlbumDialog kind={making} folder={folder} onClose={close} onMade={open} />}
      {making === 'smart' && <RuleDialog made={{ folder }} onClose={close} onSaved={open} />}
    </>
  );
}
