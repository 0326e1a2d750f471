import type { SourceFile } from './pipeline.ts';

/** A file that was to be uploaded and is not in the library yet, as far as this browser knows. */
export interface Unfinished {
  /** Minted when it was chosen: under this id it is added, once, however often it is begun. */
  readonly assetId: string;
  readonly name: string;
  /** In the folder that was chosen, or the name alone. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** The folder that was chosen, where the browser can open it again when the person allows it. */
  readonly folder?: FileSystemDirectoryHandle;
}

/** As it is kept. */
export interface NotedUpload extends Unfinished {
  /** Which page of the browser is at it; it is unfinished when that page is gone. */
  readonly by: string;
}

/** Of what was noted, that which no page is at any more. */
export function leftBehind(noted: readonly NotedUpload[], pages: ReadonlySet<string>): readonly NotedUpload[] {
  return noted.filter(({ by }) => !pages.has(by));
}

/** Notes which files are still to be uploaded, so that it goes on after the page was closed. Nothing of it ever rejects. */
export interface UploadNotes {
  readonly note: (files: readonly Unfinished[]) => void;
  /** Those are in the library, or will not be. */
  readonly end: (assetIds: readonly string[]) => void;
  /** The same file that was not finished before: it goes on as that. Each is found once. */
  readonly find: (file: SourceFile, path: string) => Unfinished | null;
}

const keyOf = ({ name, size, modified }: Pick<Unfinished, 'name' | 'size' | 'modified'>): string => `${name}\0${size}\0${modified}`;

/** Finds files again among those that were not finished: by name, size and date; where several are the same so far, by their folder. */
export class Finder {
  readonly #known = new Map<string, Unfinished[]>();

  constructor(unfinished: readonly Unfinished[]) {
    for (const each of unfinished) {
      const same = this.#known.get(keyOf(each));
      if (same) same.push(each);
      else this.#known.set(keyOf(each), [each]);
    }
  }

  take({ name, size, lastModified }: SourceFile, path: string): Unfinished | null {
    const same = this.#known.get(keyOf({ name, size, modified: lastModified })) ?? [];
    if (same.length === 0) return null;
    const here = same.findIndex((each) => each.path === path);
    return same.splice(Math.max(0, here), 1)[0] ?? null;
  }
}
