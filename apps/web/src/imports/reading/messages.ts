import type { Proof } from '@rollcall/importers/proof';
import type { LanguageCode } from '../../language/languages.ts';

/** What a person chose: ZIP files, or all files of a folder by their paths below it. */
export type Picked =
  | { readonly is: 'archive'; readonly file: File }
  | { readonly is: 'folder'; readonly label: string; readonly files: readonly { readonly path: string; readonly file: File }[] }
  /** Of a browser that can open folders. */
  | { readonly is: 'open-folder'; readonly folder: FileSystemDirectoryHandle };

/** What the page asks of the worker that reads an import: first `open`, then `run` as often as it likes, one after the other. */
export type ImportQuestion =
  | { readonly ask: 'open'; readonly picked: readonly Picked[]; readonly libraryId: string; readonly language: LanguageCode }
  /** @param look only, and tell what would come */
  | { readonly ask: 'run'; readonly look: boolean; readonly withoutTrash: boolean }
  | { readonly ask: 'stop' };

/** How far an import is. */
export interface ImportStep {
  /** Looking for what is there; reading files; having the cloud read again what it has. */
  readonly at: 'opening' | 'reading' | 'verifying';
  readonly files: number;
  readonly filesRead: number;
  readonly bytesRead: number;
  readonly bytesMoved: number;
  /** Photos and videos that are in the library. */
  readonly entered: number;
  /** Parts that the cloud reads again. */
  readonly verifying: number;
}

export type ImportAnswer =
  | { readonly is: 'step'; readonly step: ImportStep }
  /** @param full there is no room for it all */
  | { readonly is: 'end'; readonly proof: Proof; readonly full: boolean }
  /** Nothing could be opened, or this page has a fault; in words. */
  | { readonly is: 'failed'; readonly words: string };
