import type { Album } from '@rollcall/protocol';
import { useCallback, useState, type DragEvent } from 'react';
import { choicesFor, albumsIn, moveInto, putBefore } from '../folders/tree.ts';
import { MoveDialog } from '../folders/MoveDialog.tsx';
import { todayOf } from '../library/capture.ts';
import { doAll } from '../library/deletion.ts';
import { useLibrary, useMadeOf } from '../library/live.ts';
import type { Replica } from '../library/replica.ts';
import { useNow } from '../parts/useNow.ts';
import { useSearchIndex } from '../search/useSearchIndex.ts';
import { AlbumCard } from './AlbumCard.tsx';
import { shownOf } from './shown.ts';

interface Over {
  readonly id: string;
  readonly how: 'into' | 'before' | 'after';
}

/** Within so much of a folder's width from its sides one drops beside it, not into it. */
const BESIDE = 0.25;

/** All that is in a folder, or (null) in none, as cards that can be dragged: before another one, or into a folder. */
export function AlbumShelf({ folder, label }: { readonly folder: string | null; readonly label: string }) {
  const { replica } = useLibrary();
  const places = useSearchIndex();
  const today = todayOf(useNow());
  const make = useCallback(
    (from: Replica) => albumsIn(from.shelf, folder).map((album) => shownOf(from, album, today, places)),
    [folder, today, places],
  );
  const all = useMadeOf(make);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const siblings = all.map(({ album }) => album);
  const moved = siblings.find(({ id }) => id === dragged);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  const hover = (event: DragEvent<HTMLElement>, album: Album): void => {
    if (!moved) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - box.left) / box.width;
    const inside =
      album.kind === 'folder' &&
      at > BESIDE &&
      at < 1 - BESIDE &&
      choicesFor(replica.shelf, moved).some((choice) => choice.folder?.id === album.id);
    setOver(album.id === moved.id ? null : { id: album.id, how: inside ? 'into' : at < 0.5 ? 'before' : 'after' });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (moved && over)
      void doAll(over.how === 'into' ? [moveInto(moved.id, over.id)] : putBefore(siblings, moved, beside(siblings, moved, over), folder));
    end();
  };
  const asked = siblings.find(({ id }) => id === moving);
  return (
    <>
      <ul className="albums" aria-label={label}>
        {all.map((shown) => (
          <AlbumCard
            key={shown.album.id}
            shown={shown}
            drop={over?.id === shown.album.id ? over.how : null}
            onMove={() => setMoving(shown.album.id)}
            onDragStart={(event) => {
              // Of their own kind: the page takes files that are dropped on it.
              event.dataTransfer.setData('application/x-rollcall-album', shown.album.id);
              event.dataTransfer.effectAllowed = 'move';
              setDragged(shown.album.id);
            }}
            onDragOver={(event) => hover(event, shown.album)}
            onDragEnd={end}
            onDrop={drop}
          />
        ))}
      </ul>
      {asked && <MoveDialog album={asked} siblings={siblings} onClose={() => setMoving(null)} />}
    </>
  );
}

/** Before which one of its siblings an album goes that is dropped beside one; null: behind all. */
function beside(siblings: readonly Album[], moved: Album, { id, how }: Over): string | null {
  if (how === 'before') return id;
  const rest = siblings.filter((each) => each.id !== moved.id);
  return rest[rest.findIndex((each) => each.id === id) + 1]?.id ?? null;
}
