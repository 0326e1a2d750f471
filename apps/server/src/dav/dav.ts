import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteContext } from '../http/handlers.ts';
import { albumTree } from './album-tree.ts';
import type { Visitor } from './door.ts';
import { dropBoxTree } from './drop-box-tree.ts';
import type { FolderFiles } from './folder-files.ts';
import { libraryTree } from './library-tree.ts';
import type { Locks } from './locks.ts';
import type { DavNode, Tree } from './node.ts';
import { ALBUMS, LIBRARY, UPLOAD, type DavPath } from './path.ts';
import type { Receiving } from './receive.ts';
import { DavRefused } from './refuse.ts';

/** What all methods are given. */
export interface Dav extends RouteContext {
  readonly locks: Locks;
  readonly receiving: Receiving;
  readonly files: FolderFiles;
}

/** One request, of somebody who was let in. */
export interface Asked {
  readonly visitor: Visitor;
  readonly path: DavPath;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const TOPS = [UPLOAD, LIBRARY, ALBUMS] as const;

/** The part that a path leads into, and the rest of the path below it; null: the top of all, or nothing that there is. */
export function treeOf(
  dav: Dav,
  { deviceId, libraryId }: Visitor,
  segments: readonly string[],
): { readonly tree: Tree; readonly rest: readonly string[] } | null {
  const [first, ...rest] = segments;
  switch (first) {
    case UPLOAD:
      return { tree: dropBoxTree(dav.database, deviceId), rest };
    case LIBRARY:
      return { tree: libraryTree(dav, libraryId), rest };
    case ALBUMS:
      return { tree: albumTree(dav, libraryId), rest };
    default:
      return null;
  }
}

/** What is at a path. Throws `404`. */
export async function nodeAt(dav: Dav, { visitor, path: { segments } }: Pick<Asked, 'visitor' | 'path'>): Promise<DavNode> {
  if (segments.length === 0) return { is: 'folder', segments, modifiedAt: null };
  const found = treeOf(dav, visitor, segments);
  const node = found && (await found.tree.at(found.rest));
  if (!node) throw new DavRefused(404, 'There is nothing of this name here.');
  return node;
}

/** What lies in a folder. */
export function nodesWithin(dav: Dav, visitor: Visitor, segments: readonly string[]): AsyncIterable<DavNode> | Iterable<DavNode> {
  if (segments.length === 0) return TOPS.map((name) => ({ is: 'folder', segments: [name], modifiedAt: null }));
  const found = treeOf(dav, visitor, segments);
  return found ? found.tree.within(found.rest) : [];
}

/** The path below the drop box. Throws `403` for anything that cannot be written to. */
export function inDropBox({ segments }: DavPath): readonly string[] {
  const [first, ...rest] = segments;
  if (first !== UPLOAD)
    throw new DavRefused(
      403,
      `Only the folder ${UPLOAD} takes something. The library is read-only over WebDAV: change it on the page, or on a device.`,
    );
  return rest;
}
