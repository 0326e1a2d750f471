import { LIMITS, planted, say, type Album } from '@rollcall/protocol';
import { rejected, type Decision } from './rows.ts';

type Albums = ReadonlyMap<string, Album>;

/** The folders around an album, the nearest first, deleted ones too. Ends where a folder is not known, or comes again. */
function around(albums: Albums, album: Pick<Album, 'folder'>): readonly Album[] {
  const found: Album[] = [];
  const seen = new Set<string>();
  for (let id = album.folder ?? null; id !== null && !seen.has(id);) {
    seen.add(id);
    const folder = albums.get(id);
    if (!folder) break;
    found.push(folder);
    id = folder.folder ?? null;
  }
  return found;
}

/** The folder itself while it is there, else the nearest one around it that is; null: there is none. */
export function above(albums: Albums, folder: string): string | null {
  return around(albums, { folder }).find(({ deleted }) => !deleted)?.id ?? null;
}

/** What is in a folder, without what is deleted. */
export function childrenOf(albums: Albums, folder: string): readonly Album[] {
  return [...albums.values()].filter((album) => album.folder === folder && !album.deleted);
}

/** Why an album, or a folder with all that is in it, cannot come into a folder; undefined: it can. */
export function refuseFolder(albums: Albums, album: Pick<Album, 'id' | 'kind'>, folder: string): Decision | undefined {
  const into = albums.get(folder);
  if (!into) return rejected('not-found', say('This library has no such folder.'));
  if (into.kind !== 'folder') return rejected('invalid', say('Only a folder holds albums.'));
  const outside = around(albums, { folder });
  if (album.kind !== 'folder') return undefined;
  if (outside.some(({ id }) => id === album.id) && !planted('folder-in-itself'))
    return rejected('invalid', say('A folder cannot be in itself.'));
  const depth = outside.filter(({ deleted }) => !deleted).length;
  if (depth + levels(albums, album.id) > LIMITS.folderDepth)
    return rejected('invalid', say('Folders can lie in each other {depth} deep.', { depth: String(LIMITS.folderDepth) }));
  return undefined;
}

/** How many folders lie in each other from this one on, itself counted; of more than there may be it is not told how many. */
function levels(albums: Albums, folder: string, most: number = LIMITS.folderDepth): number {
  if (most === 0) return 1;
  const inside = childrenOf(albums, folder).filter(({ kind }) => kind === 'folder');
  return 1 + Math.max(0, ...inside.map(({ id }) => levels(albums, id, most - 1)));
}
