import { say, spokenTag, type Pin, type PinNamed, type PinsTold, type RollEntry } from '@rollcall/protocol';

const SHOWN = 5;

/** What is pinned on a device, in words. */
export function pinsWords(pins: PinsTold): string {
  const first = pins.first.slice(0, SHOWN);
  const names = first.map(namedWords).join(', ');
  const more = pins.count - first.length;
  return more > 0
    ? say('Pinned there, and last to make room: {names}, and {more} more.', { names, more })
    : say('Pinned there, and last to make room: {names}.', { names });
}

export function namedWords({ kind, name }: PinNamed): string {
  switch (kind) {
    case 'album':
      return say('the album “{name}”', { name });
    case 'folder':
      return name === '' ? say('its whole folder') : say('the folder {name}', { name });
    case 'photo':
      return name;
    default:
      return kind satisfies never;
  }
}

/** Of a photo only its id is known. */
export function pinWords(pin: Pin): string {
  switch (pin.kind) {
    case 'album':
      return namedWords({ kind: 'album', name: pin.title });
    case 'folder':
      return namedWords({ kind: 'folder', name: pin.path });
    case 'photo':
      return say('a photo');
    default:
      return pin satisfies never;
  }
}

/** As it is unpinned; null: the device is too old to say which one it is. */
export function pinOf({ kind, name, id }: PinNamed): Pin | null {
  if (kind === 'folder') return { kind, path: name };
  if (id === undefined) return null;
  return kind === 'album' ? { kind, id, title: name } : { kind, id };
}

/**
 * Whether a photo is pinned on a device: itself, with a folder that its file there lies in (its path; empty: all of them), or with an album;
 * null: not as far as it told.
 * @param albums ids of the albums that the photo is in
 */
export function pinnedThere(
  pins: PinsTold | undefined,
  assetId: string,
  path: string | null,
  albums: readonly string[],
): { readonly by: 'itself' } | { readonly by: 'folder' | 'album'; readonly with: PinNamed } | null {
  if (pins === undefined) return null;
  if (pins.photos?.includes(assetId)) return { by: 'itself' };
  const folder = pins.first.find(({ kind, name }) => kind === 'folder' && path !== null && (name === '' || path.startsWith(`${name}/`)));
  if (folder !== undefined) return { by: 'folder', with: folder };
  const album = pins.first.find(({ kind, id }) => kind === 'album' && id !== undefined && albums.includes(id));
  return album === undefined ? null : { by: 'album', with: album };
}

/** The folders that these files of a device lie in, and those above them, in order; its own is none of them. */
export function foldersOf(items: readonly Pick<RollEntry, 'path' | 'form'>[]): string[] {
  const folders = new Set<string>();
  for (const { path, form } of items) {
    if (form === 'missing') continue;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.add(path.slice(0, end));
  }
  return [...folders].sort((a, b) => a.localeCompare(b, spokenTag(), { numeric: true }));
}
