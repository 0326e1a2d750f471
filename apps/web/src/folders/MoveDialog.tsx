import { say, type Album } from '@rollcall/protocol';
import { useId, useState } from 'react';
import { doAll } from '../library/deletion.ts';
import { useLibrary } from '../library/live.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { choicesFor, moveInto, pathOf, putBefore } from './tree.ts';

interface MoveProps {
  readonly album: Album;
  /** All that is in the same folder, in order. */
  readonly siblings: readonly Album[];
  readonly onClose: () => void;
}

/** What dragging does, for who does not drag: into which folder an album goes, and its place among the others. */
export function MoveDialog({ album, siblings, onClose }: MoveProps) {
  const { replica } = useLibrary();
  const group = useId();
  const here = pathOf(replica.shelf, album).at(-1)?.id ?? null;
  const [into, setInto] = useState<string | null>(here);
  const [busy, setBusy] = useState(false);
  const at = siblings.findIndex(({ id }) => id === album.id);
  const place = async (before: string | null): Promise<void> => {
    setBusy(true);
    await doAll(putBefore(siblings, album, before, here));
    setBusy(false);
  };
  const move = async (): Promise<void> => {
    if (into !== here) {
      setBusy(true);
      if (!(await doAll([moveInto(album.id, into)]))) return setBusy(false);
      const { title } = album;
      const folder = into === null ? null : (replica.shelf.albums.get(into)?.title ?? '');
      tell(
        folder === null ? say('“{title}” moved out of its folder.', { title }) : say('“{title}” moved into “{folder}”.', { title, folder }),
        {
          undo: {
            words: say('Undo'),
            act: () =>
              void doAll([{ name: 'album.set', args: { albumId: album.id, fields: { folder: here, position: album.position ?? null } } }]),
          },
        },
      );
    }
    onClose();
  };
  return (
    <Dialog
      title={say('Move “{title}”', { title: album.title })}
      onClose={onClose}
      onSubmit={() => void move()}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Close')}
          </button>
          <button type="submit" className="button primary" disabled={busy || into === here}>
            {say('Move')}
          </button>
        </>
      }
    >
      <fieldset className="folder-choices">
        <legend>{say('Folder')}</legend>
        {choicesFor(replica.shelf, album).map(({ folder, depth }) => (
          <label
            key={folder?.id ?? ''}
            className="folder-choice"
            style={{ paddingInlineStart: `${8 + (folder === null ? 0 : depth + 1) * 20}px` }}
          >
            <input type="radio" name={group} checked={into === (folder?.id ?? null)} onChange={() => setInto(folder?.id ?? null)} />
            <Icon name={folder === null ? 'album' : 'folder'} size={18} />
            <span>{folder?.title ?? say('Albums (in no folder)')}</span>
          </label>
        ))}
      </fieldset>
      {siblings.length > 1 && at >= 0 && (
        <div className="folder-place">
          <span role="status">{say('Place {number} of {all}', { number: at + 1, all: siblings.length })}</span>
          <button
            type="button"
            className="button small"
            disabled={busy || at === 0}
            onClick={() => void place(siblings[at - 1]?.id ?? null)}
          >
            <Icon name="left" size={16} /> {say('Earlier')}
          </button>
          <button
            type="button"
            className="button small"
            disabled={busy || at === siblings.length - 1}
            onClick={() => void place(siblings[at + 2]?.id ?? null)}
          >
            {say('Later')} <Icon name="right" size={16} />
          </button>
        </div>
      )}
    </Dialog>
  );
}
