import { say, sayMany, type Album } from '@rollcall/protocol';
import { doAll } from '../library/deletion.ts';
import { useLibrary } from '../library/live.ts';
import { tell } from '../parts/news.tsx';
import { Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { albumsIn, countIn, pathOf } from './tree.ts';

/** How much lies in a folder. */
function insideWords(albums: number, folders: number): string {
  if (folders === 0) return sayMany(albums, 'In it is {count} album.', 'In it are {count} albums.');
  if (albums === 0) return sayMany(folders, 'In it is {count} folder.', 'In it are {count} folders.');
  return say('In it are {albums} and {folders}.', {
    albums: sayMany(albums, '{count} album', '{count} albums'),
    folders: sayMany(folders, '{count} folder', '{count} folders'),
  });
}

/** @param into the folder around it; null: there is none */
function keepWords(albums: number, into: string | null): string {
  if (into === null) return sayMany(albums, 'Keep it, in All albums', 'Keep them, in All albums');
  return sayMany(albums, 'Keep it, in “{folder}”', 'Keep them, in “{folder}”', { folder: into });
}

interface DeleteProps {
  readonly folder: Album;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** A folder goes; its albums move up, or go with it. Photos stay in any case. */
export function DeleteFolderDialog({ folder, onClose, onGone }: DeleteProps) {
  const { shelf } = useLibrary().replica;
  const { albums, folders } = countIn(shelf, folder.id);
  const around = pathOf(shelf, folder).at(-1);
  const about = { title: folder.title };
  const goneWords = (all: boolean): string => {
    if (all) return say('Folder “{title}” deleted. All photos are still in your library.', about);
    if (albums + folders === 0) return say('Folder “{title}” deleted.', about);
    if (around === undefined) return say('Folder “{title}” deleted. What was in it is in All albums.', about);
    return say('Folder “{title}” deleted. What was in it is in “{around}”.', { ...about, around: around.title });
  };
  const remove = async (form: FormData): Promise<void> => {
    const all = typed(form, 'inside') === 'delete';
    // What is in it goes first: who is interrupted has a folder that is less full.
    const gone = [...(all ? inside(folder) : []), folder];
    if (!(await doAll(gone.map(({ id }) => ({ name: 'album.delete', args: { albumId: id } }))))) return;
    tell(goneWords(all));
    onGone();
  };
  const inside = (of: Album): readonly Album[] => albumsIn(shelf, of.id).flatMap((each) => [...inside(each), each]);
  return (
    <Question
      title={say('Delete the folder “{title}”?', about)}
      leave={say('Keep')}
      act={say('Delete folder')}
      tone="danger-solid"
      onClose={onClose}
      onAct={remove}
    >
      {albums + folders === 0 ? (
        <p>{say('There is nothing in it.')}</p>
      ) : (
        <>
          <p>
            {insideWords(albums, folders)} {say('All photos stay in your library, whatever you choose.')}
          </p>
          <label className="choice">
            <input type="radio" name="inside" value="keep" defaultChecked />
            <span>{keepWords(albums, around?.title ?? null)}</span>
          </label>
          <label className="choice">
            <input type="radio" name="inside" value="delete" />
            <span>{say('Delete the albums in it, too')}</span>
          </label>
        </>
      )}
    </Question>
  );
}
