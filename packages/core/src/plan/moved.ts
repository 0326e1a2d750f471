import type { LocalFile, RemoteAsset } from './rows.ts';
import { judgeOverwrite } from './overwrite.ts';

/** A file that was here and is not seen, and the asset that it showed. */
export interface Vanished {
  readonly file: LocalFile;
  readonly remote: RemoteAsset;
  /** By the file system: the same file as the new one, under another name. Only a hint. */
  readonly sameInode: boolean;
}

/**
 * Which of the files that vanished is this new one, moved and edited on its way? It must be the same shot, by capture time and
 * camera, and the same file by its inode or its name; of several, none. Null: none.
 */
export function movedAndEdited(file: LocalFile, vanished: readonly Vanished[]): Vanished | null {
  const { fields } = file;
  if (fields === null) return null;
  const found = vanished.filter(
    (each) =>
      each.remote.asset.state === 'live' &&
      each.file.baseHash !== null &&
      (file.kind === null || file.kind === each.remote.asset.kind) &&
      (each.sameInode || nameOf(each.file.path) === nameOf(file.path)) &&
      judgeOverwrite({ oldIsPrefix: false, sinceAgreed: 0, old: each.remote.asset, now: fields }) === 'edit',
  );
  const sure = found.filter((each) => each.sameInode);
  if (sure.length === 1) return sure[0] ?? null;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Which of the files that vanished is this one, moved as it was, when the cloud has its bytes no more: its asset was completed elsewhere
 * in the same moment. The same file by its inode first, else one of that name, else the first. Null: none.
 */
export function movedAsAgreed(file: LocalFile, vanished: readonly Vanished[]): Vanished | null {
  const found = vanished.filter((each) => each.remote.asset.state === 'live' && file.hash !== null && each.file.baseHash === file.hash);
  const named = found.find((each) => nameOf(each.file.path) === nameOf(file.path));
  return found.find((each) => each.sameInode) ?? named ?? found[0] ?? null;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
