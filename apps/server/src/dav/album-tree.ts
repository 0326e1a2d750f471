import { numbered, pathKey, safeName } from '@rollcall/core';
import type { Album } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { FileSource } from './folder-files.ts';
import type { TreeContext } from './library-tree.ts';
import type { DavNode, Tree } from './node.ts';
import { ALBUMS } from './path.ts';

/** Photos that are looked up before others get their turn. */
const AT_ONCE = 500;
const NUM = '(SELECT num FROM libraries WHERE id = ?)';

/** Albums by their titles, in the folders in which they are. A smart album is a rule that only the page works out, and is not among them. */
export function albumTree({ database, files }: TreeContext, libraryId: string): Tree {
  const walk = (path: readonly string[]): { readonly album: Album | null; readonly shelf: ReadonlyMap<string, Album> } | null => {
    const all = albumsOf(database, libraryId);
    let album: Album | null = null;
    let shelf = shelfOf(all, null);
    for (const name of path) {
      const next = shelf.get(name);
      if (next === undefined) return null;
      album = next;
      shelf = next.kind === 'folder' ? shelfOf(all, next.id) : new Map();
    }
    return { album, shelf };
  };
  const folder = (path: readonly string[]): DavNode => ({ is: 'folder', segments: [ALBUMS, ...path], modifiedAt: null });
  const sourceOf = (album: Album): FileSource => ({
    libraryId,
    key: `${libraryId} ${album.id}`,
    stamp: stampOf(database, libraryId, album.id),
    pages: () => pagesOf(database, libraryId, album.id),
  });
  const isOfPhotos = (album: Album | null): album is Album => album !== null && album.kind !== 'folder';
  return {
    async at(path) {
      if (walk(path) !== null) return folder(path);
      const parent = path.slice(0, -1);
      const album = walk(parent)?.album ?? null;
      return isOfPhotos(album) ? files.find([ALBUMS, ...parent], sourceOf(album), path.at(-1) ?? '') : null;
    },
    async *within(path) {
      const here = walk(path);
      if (here === null) return;
      for (const name of here.shelf.keys()) yield folder([...path, name]);
      if (isOfPhotos(here.album)) yield* files.all([ALBUMS, ...path], sourceOf(here.album));
    },
  };
}

function albumsOf(database: Database, libraryId: string): readonly Album[] {
  const rows = sql(
    database,
    `SELECT json FROM entities INDEXED BY entities_by_key WHERE library = ${NUM} AND key >= 'album:' AND key < 'album;' ORDER BY key`,
  ).all(libraryId) as { json: string }[];
  return rows.map(({ json }) => JSON.parse(json) as Album).filter(({ deleted, kind }) => !deleted && kind !== 'smart');
}

/** What lies in a folder, by names that no two have on any file system; null: at the top, as what lies in a folder that is not there. */
function shelfOf(all: readonly Album[], folderId: string | null): ReadonlyMap<string, Album> {
  const folders = new Set(all.flatMap(({ id, kind }) => (kind === 'folder' ? [id] : [])));
  const shelf = new Map<string, Album>();
  const taken = new Set<string>();
  for (const album of all) {
    const inside = album.folder != null && folders.has(album.folder) ? album.folder : null;
    if (inside !== folderId) continue;
    const title = safeName(album.title);
    let number = 1;
    while (taken.has(pathKey(numbered(title, number)))) number += 1;
    const name = numbered(title, number);
    taken.add(pathKey(name));
    shelf.set(name, album);
  }
  return shelf;
}

async function* pagesOf(database: Database, libraryId: string, albumId: string): AsyncGenerator<string[]> {
  for (let after = `album-item:${albumId}:`; ;) {
    const rows = sql(
      database,
      `SELECT key, json_extract(json, '$.removed') AS removed FROM entities INDEXED BY entities_by_key
       WHERE library = ${NUM} AND key > ? AND key < ? ORDER BY key LIMIT ${AT_ONCE}`,
    ).all(libraryId, after, `album-item:${albumId};`) as { key: string; removed: number }[];
    if (rows.length > 0) yield rows.filter(({ removed }) => removed === 0).map(({ key }) => key.slice(key.lastIndexOf(':') + 1));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.key ?? after;
  }
}

/** Changes when something is put into the album or taken out; what became of a photo itself is seen within a minute. */
function stampOf(database: Database, libraryId: string, albumId: string): string {
  const { n, seq } = sql(
    database,
    `SELECT count(*) AS n, coalesce(max(seq), 0) AS seq FROM entities INDEXED BY entities_by_key WHERE library = ${NUM} AND key > ? AND key < ?`,
  ).get(libraryId, `album-item:${albumId}:`, `album-item:${albumId};`) as { n: number; seq: number };
  return `${n} ${seq}`;
}
