import { message } from '@rollcall/protocol';
import type { LocalFile } from '../plan/index.ts';
import type { FileSeen } from '../scan/index.ts';
import { TEMPORARY } from './names.ts';

/** A file as a walk through the folder lists it. */
export interface WalkedFile extends FileSeen {
  /** Known from the name or the kind of the entry alone; null: its content decides. */
  readonly excluded: LocalFile['excluded'];
  /** What it is, where that is known already. */
  readonly what: string;
}

/** A part of the tree that cannot be looked into. Of what is below it nothing is inferred. */
export interface Closed {
  readonly path: string;
  readonly why: 'unreadable' | 'another-disk' | 'too-deep' | 'no-text' | 'hidden' | 'link';
  /** The system's word for it, where there is one. */
  readonly error: string;
  /** Of a file whose name is no text: what it is known by nevertheless. Null: it is a folder, or cannot be looked at. */
  readonly file?: Pick<FileSeen, 'size' | 'stamp'> | null;
}

export interface Walked {
  readonly files: readonly WalkedFile[];
  readonly unknown: readonly Closed[];
  /** Nothing came, went or was renamed meanwhile: all this was so at one moment, and what is not in it was nowhere. */
  readonly still: boolean;
}

/** What kind of entry a name in a folder stands for. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** Folders that systems make for themselves on a disk. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set(['lost+found', 'System Volume Information', '$RECYCLE.BIN']);

/** A folder that is looked into; any other counts as one thing, and what changes inside it does not matter. */
export function isLookedInto(name: string): boolean {
  return !name.startsWith('.') && !SYSTEM_FOLDERS.has(name);
}

/** What the name and the kind of an entry tell without its content. A folder that is looked into is none of these. */
export function leftOutByName(name: string, kind: EntryKind): Pick<WalkedFile, 'excluded' | 'what'> {
  if (kind === 'folder')
    return { excluded: 'hidden-file', what: name.startsWith('.') ? message('a hidden folder') : message('a folder of the system') };
  if (name.startsWith('.')) return { excluded: 'hidden-file', what: message('a hidden file') };
  if (kind === 'link') return { excluded: 'not-a-photo', what: message('a link') };
  if (kind === 'other') return { excluded: 'not-a-photo', what: message('not a file') };
  if (TEMPORARY.test(name)) return { excluded: 'temporary-file', what: message('a temporary file') };
  return { excluded: null, what: '' };
}
