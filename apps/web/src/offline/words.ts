import { say, type Change } from '@rollcall/protocol';
import { resolve, type Replica } from '../library/replica.ts';
import type { RefusedChange } from '../kept/changes.ts';

/** What a change is, with the name of what it is of. */
export function changeWords(change: Change, replica: Replica): string {
  const photo = (id: string): string => {
    const asset = replica.assets.get(resolve(replica, id))?.asset;
    return asset === undefined ? say('a photo') : say('“{name}”', { name: asset.fileName });
  };
  const album = (id: string): string => {
    const known = replica.shelf.albums.get(id);
    return known === undefined ? say('an album') : say('“{name}”', { name: known.title });
  };
  switch (change.name) {
    case 'asset.set':
      return `${photo(change.args.assetId)}: ${fieldsWords(change.args.fields)}`;
    case 'asset.trash':
      return say('{photo}: to Recently Deleted', { photo: photo(change.args.assetId) });
    case 'asset.restore':
      return say('{photo}: back from Recently Deleted', { photo: photo(change.args.assetId) });
    case 'album.create':
      return say('New album “{title}”', { title: change.args.fields.title });
    case 'album.set':
      return change.args.fields.title === undefined
        ? say('Album {album}: changed', { album: album(change.args.albumId) })
        : say('Album {album}: renamed', { album: album(change.args.albumId) });
    case 'album.delete':
      return say('Album {album}: deleted', { album: album(change.args.albumId) });
    case 'album.add':
      return say('{photo}: into the album {album}', { photo: photo(change.args.assetId), album: album(change.args.albumId) });
    case 'album.move':
      return say('{photo}: moved in the album {album}', { photo: photo(change.args.assetId), album: album(change.args.albumId) });
    case 'album.remove':
      return say('{photo}: out of the album {album}', { photo: photo(change.args.assetId), album: album(change.args.albumId) });
    default:
      return say('A change');
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  title: say('title'),
  caption: say('caption'),
  keywords: say('keywords'),
  rating: say('rating'),
  capturedAt: say('date'),
  place: say('place'),
  fileName: say('name'),
};

function fieldsWords(fields: Readonly<Record<string, unknown>>): string {
  const words: string[] = [];
  if (fields['favourite'] !== undefined) words.push(fields['favourite'] === true ? say('a favourite') : say('no favourite'));
  if (fields['hidden'] !== undefined) words.push(fields['hidden'] === true ? say('hidden') : say('shown again'));
  for (const [name, word] of Object.entries(FIELDS)) if (fields[name] !== undefined) words.push(word);
  return words.join(', ') || say('changed');
}

/** What can be done about a change that was not made. */
export function cureWords({ change, code }: RefusedChange): string {
  const ofAlbum = change.name.startsWith('album.');
  switch (code) {
    case 'not-found':
    case 'purged':
      return ofAlbum
        ? say('Make a new album, and add the photos to that.')
        : say('It was deleted for good meanwhile. Where the file still exists, upload it again.');
    case 'too-many-albums':
      return say('Delete an album that you do not need, then make it again.');
    default:
      return say('Look at it as it is now, and do it again if you still want it.');
  }
}
