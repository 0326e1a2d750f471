import { say, type Album } from '@rollcall/protocol';
import { doAll } from '../library/deletion.ts';
import { Field } from '../parts/Field.tsx';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { createAlbum, setAlbum, titleOf } from './changes.ts';

interface NewAlbumProps {
  readonly kind: 'photos' | 'folder';
  /** In which folder it is made; null: in none. */
  readonly folder: string | null;
  readonly onClose: () => void;
  readonly onMade: (albumId: string) => void;
}

export function NewAlbumDialog({ kind, folder, onClose, onMade }: NewAlbumProps) {
  const make = async (form: FormData): Promise<void> => {
    const made = await createAlbum(typed(form, 'title'), [], { kind, folder });
    if (made !== null) onMade(made);
  };
  return (
    <Question
      title={kind === 'folder' ? say('New folder') : say('New album')}
      leave={say('Cancel')}
      act={say('Make it')}
      tone="primary"
      onClose={onClose}
      onAct={make}
    >
      <Field name="title" label={say('Name')} type="text" autoComplete="off" />
    </Question>
  );
}

export function RenameAlbumDialog({ album, onClose }: { readonly album: Album; readonly onClose: () => void }) {
  const rename = async (form: FormData): Promise<void> => {
    await setAlbum(album.id, { title: titleOf(typed(form, 'title')) });
  };
  return (
    <Question
      title={say('Rename “{title}”', { title: album.title })}
      leave={say('Cancel')}
      act={say('Rename')}
      tone="primary"
      onClose={onClose}
      onAct={rename}
    >
      <Field name="title" label={say('Name')} type="text" autoComplete="off" initial={album.title} />
    </Question>
  );
}

export function DeleteAlbumDialog({
  album,
  onClose,
  onGone,
}: {
  readonly album: Album;
  readonly onClose: () => void;
  readonly onGone: () => void;
}) {
  const remove = async (): Promise<void> => {
    if (!(await doAll([{ name: 'album.delete', args: { albumId: album.id } }]))) return;
    tell(say('Album “{title}” deleted. Its photos are still in your library.', { title: album.title }));
    onGone();
  };
  return (
    <Question
      title={say('Delete “{title}”?', { title: album.title })}
      leave={say('Keep')}
      act={say('Delete album')}
      tone="danger-solid"
      onClose={onClose}
      onAct={remove}
    >
      <p>
        {album.kind === 'smart'
          ? say('The album and its rule go on all your devices, for good. Its photos stay in your library.')
          : say('The album goes on all your devices, for good. Its photos stay in your library.')}
      </p>
    </Question>
  );
}
