import { LIMITS, say, sayMany, type AlbumFields, type AlbumKind, type Change } from '@rollcall/protocol';
import { newId } from '../library/id.ts';
import { doAll } from '../library/deletion.ts';
import { newestFirst } from '../library/item.ts';
import { library } from '../library/live.ts';
import { placesOf } from '../library/shelf.ts';
import { tell } from '../parts/news.tsx';
import { addLast, reorder } from './order.ts';

export const setAlbum = (albumId: string, fields: Partial<AlbumFields>): Promise<boolean> =>
  doAll([{ name: 'album.set', args: { albumId, fields } }]);

/** What is made: of which kind, in which folder, and by which rule. */
type Made = Partial<Pick<AlbumFields, 'folder' | 'rule' | 'order'>> & { readonly kind?: AlbumKind };

function ruled({ rule, order }: Made): Partial<AlbumFields> {
  return { ...(order === undefined ? {} : { order }), ...(rule == null ? {} : { rule }) };
}

/** A new album with these photos in it. Its id; null: it did not come about, and the person was told why. */
export async function createAlbum(title: string, photos: readonly string[], made: Made = {}): Promise<string | null> {
  const albumId = newId();
  const { kind = 'photos', ...fields } = made;
  const create: Change = {
    name: 'album.create',
    args: {
      albumId,
      ...(kind === 'photos' ? {} : { kind }),
      fields: {
        title: titleOf(title),
        order: 'by-hand',
        cover: null,
        ...(fields.folder == null ? {} : { folder: fields.folder }),
        ...ruled(fields),
      },
    },
  };
  return (await doAll([create, ...addLast(albumId, [], asTaken(photos))])) ? albumId : null;
}

/** Photos go behind all that is in the album. Whether they are in it now. */
export async function addToAlbum(albumId: string, photos: readonly string[]): Promise<boolean> {
  const { shelf } = library().view().replica;
  const changes = addLast(albumId, placesOf(shelf, albumId), asTaken(photos));
  const title = shelf.albums.get(albumId)?.title ?? '';
  if (changes.length > 0 && !(await doAll(changes))) return false;
  const already = photos.length - changes.length;
  if (changes.length === 0) tell(sayMany(photos.length, 'It is in “{title}” already.', 'They are in “{title}” already.', { title }));
  else if (already === 0)
    tell(sayMany(changes.length, '{count} photo added to “{title}”.', '{count} photos added to “{title}”.', { title }));
  else
    tell(
      say('{added}; {already}.', {
        added: sayMany(changes.length, '{count} photo added to “{title}”', '{count} photos added to “{title}”', { title }),
        already: sayMany(already, '{count} photo was in it already', '{count} photos were in it already'),
      }),
    );
  return true;
}

/** Out of the album, not out of the library; with a way back to where they were. */
export async function removeFromAlbum(albumId: string, photos: readonly string[]): Promise<void> {
  const places = new Map(placesOf(library().view().replica.shelf, albumId).map(({ assetId, position }) => [assetId, position]));
  if (!(await doAll(photos.map((assetId) => ({ name: 'album.remove', args: { albumId, assetId } }))))) return;
  const back: Change[] = photos.flatMap((assetId) => {
    const position = places.get(assetId);
    return position === undefined ? [] : [{ name: 'album.add', args: { albumId, assetId, position } }];
  });
  tell(
    sayMany(
      photos.length,
      '{count} photo taken out of the album. It is still in your library.',
      '{count} photos taken out of the album. They are still in your library.',
    ),
    { undo: { words: say('Undo'), act: () => void doAll(back) } },
  );
}

/** @param before the photo before which they go; null: last */
export async function moveInAlbum(albumId: string, photos: readonly string[], before: string | null): Promise<void> {
  await doAll(reorder(albumId, placesOf(library().view().replica.shelf, albumId), photos, before));
}

/** In the order in which they were taken, in whatever order they were chosen. */
function asTaken(photos: readonly string[]): readonly string[] {
  const { live } = library().view().replica;
  return photos
    .flatMap((id) => live.get(id) ?? [])
    .sort((a, b) => newestFirst(b, a))
    .map(({ id }) => id);
}

export function titleOf(typed: string): string {
  return typed.trim().slice(0, LIMITS.title);
}
