/** A file or folder as it is told of. */
export type DavNode = FolderNode | FileNode;

export interface FolderNode {
  readonly is: 'folder';
  readonly segments: readonly string[];
  /** Milliseconds since 1970; null: not known. */
  readonly modifiedAt: number | null;
}

export interface FileNode {
  readonly is: 'file';
  readonly segments: readonly string[];
  readonly size: number;
  /** SHA-256; null: it is empty. */
  readonly hash: string | null;
  readonly mime: string;
  readonly modifiedAt: number | null;
  readonly createdAt: number | null;
}

/** As much of a hash as no two files share; clients have little room for a tag. */
const TAG = 32;

/** A strong tag: the same for the same bytes. */
export function tagOf({ hash }: Pick<FileNode, 'hash'>): string {
  return `"${hash?.slice(0, TAG) ?? 'empty'}"`;
}

/** A part of what is served: what is at a path, and what lies in a folder. */
export interface Tree {
  /** @param path below the part's own top; null: nothing is there */
  at(path: readonly string[]): Promise<DavNode | null>;
  /** What lies in a folder, as it is read: a large one is never held as a whole. */
  within(path: readonly string[]): AsyncIterable<DavNode>;
}
