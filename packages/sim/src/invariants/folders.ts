import { LIMITS, type Album } from '@rollcall/protocol';
import type { World } from '../play/world.ts';

/** A1: whoever put what into which folder, each album is in a folder that is there, or in none, and no folder is in itself. */
export function checkFolders(world: World, library: string): void {
  const rows = world.cloud.tables.index(library).rows.flatMap(({ entity }) => (entity.type === 'album' ? [entity] : []));
  const albums = new Map(rows.map((album) => [album.id, album]));
  for (const album of rows) {
    if (album.deleted) continue;
    const lost = lostWay(albums, album);
    if (lost !== null) world.violate('A1', `the album “${album.title}” ${lost}`);
  }
}

function lostWay(albums: ReadonlyMap<string, Album>, album: Album): string | null {
  let at = album;
  for (let deep = 0; at.folder != null; deep += 1) {
    if (deep === LIMITS.folderDepth) return 'lies too deep, or in itself';
    const around = albums.get(at.folder);
    if (!around || around.deleted || around.kind !== 'folder') return 'is in a folder that is none';
    at = around;
  }
  return null;
}
