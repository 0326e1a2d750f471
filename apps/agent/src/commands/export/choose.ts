import { below, isChosen } from '@rollcall/core';
import type { ExportChoice } from '@rollcall/protocol';
import type { Device } from '../../device.ts';

/** Photos of a library that are to be exported, by id: those that came first are first, so that each time they get the same names. */
export function chosenPhotos({ store }: Device, choice: ExportChoice): string[] {
  const inAlbums = choice.albums.length === 0 ? null : photosIn(store.storage, choice.albums);
  const ids: string[] = [];
  for (const { asset } of store.remotes()) if (isChosen(asset, choice, inAlbums)) ids.push(asset.id);
  return ids.sort();
}

function photosIn(rows: Device['store']['storage'], chosen: readonly string[]): ReadonlySet<string> {
  const albums = below(rows.allAlbums(), new Set(chosen));
  return new Set([...albums].flatMap((id) => rows.itemsOf(id).flatMap(({ assetId, removed }) => (removed ? [] : [assetId]))));
}

/** Albums and folders by their titles, or ids; or, in words, why one of them is none that can be exported. */
export function albumsNamed(
  { store }: Device,
  names: readonly string[],
): { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly words: string } {
  const albums = store.storage.allAlbums();
  const ids = new Set<string>();
  for (const name of names) {
    const found = albums.filter(({ id, title }) => id === name || title.toLowerCase() === name.toLowerCase());
    const [album, ...more] = found;
    if (album === undefined) return { ok: false, words: `there is no album or folder ${name} in the library.` };
    if (more.length > 0)
      return {
        ok: false,
        words: `${found.length} albums are called ${album.title}: give the id of one of them (${found.map(({ id }) => id).join(', ')}).`,
      };
    if (album.kind === 'smart')
      return {
        ok: false,
        words: `${album.title} is a smart album, whose photos are found by a rule. Export the whole library, or another album.`,
      };
    ids.add(album.id);
  }
  return { ok: true, ids: [...ids].sort() };
}
