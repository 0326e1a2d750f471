import type { Album, AlbumItem, ExportChoice, ExportedAlbum } from '@rollcall/protocol';
import { isPartial } from './choice.ts';

/** The albums of a library, deleted ones left out, and who is in which. */
export interface AlbumShelf {
  readonly albums: readonly Album[];
  readonly items: (albumId: string) => readonly AlbumItem[];
}

/** Albums and folders as an export has them: what is in a folder behind it. Of a part of the library those that have photos of it, with these. */
export function exportedAlbums({ albums, items }: AlbumShelf, exported: ReadonlySet<string>, choice: ExportChoice): ExportedAlbum[] {
  const partial = isPartial(choice);
  const all = inFolders(albums);
  const chosen = choice.albums.length === 0 ? null : below(all, new Set(choice.albums));
  const told = all.flatMap((album): ExportedAlbum[] => {
    const photos = items(album.id)
      .filter(({ removed, assetId }) => !removed && exported.has(assetId))
      .toSorted(byPlace)
      .map(({ assetId, position }) => ({ id: assetId, position }));
    const kind = album.kind ?? 'photos';
    const wanted = !partial || (kind === 'photos' && photos.length > 0 && (chosen === null || chosen.has(album.id)));
    if (!wanted && kind !== 'folder') return [];
    const { id, title, order, cover, folder = null, position = null, rule = null } = album;
    return [{ id, kind, title, order, cover: cover !== null && exported.has(cover) ? cover : null, folder, position, rule, photos }];
  });
  return partial ? withoutEmptyFolders(told) : told;
}

/** Ids of albums of photos, those in the folders that were chosen included. */
export function below(albums: readonly Album[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(chosen);
  for (const { id, folder } of inFolders(albums)) if (folder != null && found.has(folder)) found.add(id);
  return found;
}

/** A folder before what is in it, and those in one folder as a person sees them: by hand, then by title. What lies in a folder that is not there is at the top. */
function inFolders(albums: readonly Album[]): Album[] {
  const known = new Set(albums.map(({ id }) => id));
  const folderOf = ({ folder }: Album): string | null => (folder != null && known.has(folder) ? folder : null);
  const inFolder = Map.groupBy(albums, folderOf);
  const sorted: Album[] = [];
  const waiting: (string | null)[] = [null];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const its = (inFolder.get(at) ?? []).toSorted(byHand);
    sorted.push(...its.map((album) => ({ ...album, folder: at })));
    waiting.push(...its.filter(({ kind }) => kind === 'folder').map(({ id }) => id));
  }
  return sorted;
}

function byHand(a: Album, b: Album): number {
  const [own, other] = [a.position ?? null, b.position ?? null];
  if (own !== other && (own === null || other === null)) return own === null ? 1 : -1;
  return compare(own ?? '', other ?? '') || compare(a.title, b.title) || compare(a.id, b.id);
}

function byPlace(a: AlbumItem, b: AlbumItem): number {
  return compare(a.position, b.position) || compare(a.assetId, b.assetId);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function withoutEmptyFolders(albums: readonly ExportedAlbum[]): ExportedAlbum[] {
  const needed = new Set<string>();
  for (const { id, kind, folder } of albums.toReversed()) if (folder !== null && (kind !== 'folder' || needed.has(id))) needed.add(folder);
  return albums.filter(({ id, kind }) => kind !== 'folder' || needed.has(id));
}

/** Albums for whoever reads them without a program: folders, titles and the photos, by where they lie. */
export function* albumLines(albums: readonly ExportedAlbum[], pathOf: (photo: string) => string): Generator<string> {
  const inFolder = Map.groupBy(albums, ({ folder }) => folder);
  yield* linesIn(null, '', inFolder, pathOf);
}

function* linesIn(
  folder: string | null,
  indent: string,
  inFolder: ReadonlyMap<string | null, readonly ExportedAlbum[]>,
  pathOf: (photo: string) => string,
): Generator<string> {
  for (const { id, kind, title, rule, photos } of inFolder.get(folder) ?? []) {
    switch (kind) {
      case 'folder':
        yield `${indent}${title}/`;
        yield* linesIn(id, `${indent}  `, inFolder, pathOf);
        break;
      case 'smart':
        yield `${indent}${title} (found by a rule: ${rule})`;
        break;
      case 'photos':
        yield `${indent}${title} (${photos.length})`;
        for (const photo of photos) yield `${indent}  ${pathOf(photo.id)}`;
        break;
      default:
        kind satisfies never;
    }
  }
}
