import { beginningsBeside, photosBeside } from '@rollcall/core';
import type { AssetKind } from '@rollcall/protocol';

/** Files that a person chose together: what lies beside a photo among them goes with it. */
export interface Picking<F> {
  /** In the folder that was chosen, or the name alone. */
  readonly pathOf: (file: F) => string;
  /** Resolves when all its files were handed on. */
  readonly whole: Promise<void>;
  /** The folder itself, where the browser can open it again. */
  readonly folder?: FileSystemDirectoryHandle;
}

/** What came of a photo, or a film: the asset that it is; that it is none; or that it is not in the library, and may be tried again. */
export type PhotoEnd = { readonly assetId: string; readonly kind: AssetKind } | 'no-photo' | 'not-uploaded';

export interface PickedPhoto {
  /** It is tried again. */
  readonly begin: () => void;
  readonly end: (end: PhotoEnd) => void;
}

/** What a file goes with that holds data of a photo. */
export type Beside = { readonly is: 'with'; readonly assetId: string } | { readonly is: 'none' | 'several' | 'not-uploaded' };

interface Photo {
  readonly path: string;
  end: PhotoEnd | null;
  /** Told when it has ended. */
  readonly waiting: (() => void)[];
}

/** The photos of one pick, by their paths, and what became of them. */
export class PickedPhotos {
  readonly #photos: Photo[] = [];
  #isSorted = true;

  add(path: string): PickedPhoto {
    const photo: Photo = { path, end: null, waiting: [] };
    this.#photos.push(photo);
    this.#isSorted = false;
    return {
      begin: () => {
        photo.end = null;
      },
      end: (end) => {
        photo.end = end;
        for (const told of photo.waiting.splice(0)) told();
      },
    };
  }

  /** Which photo a file goes with by its name. Resolves when it is known what became of all that could be meant. */
  async beside(path: string): Promise<Beside> {
    const near = this.#near(path).map((photo) => ({ path: photo.path, of: photo, picture: true }));
    const named = photosBeside(path, near);
    const unended = named.filter(({ end }) => end === null);
    await Promise.all(unended.map((photo) => new Promise<void>((told) => photo.waiting.push(told))));
    if (named.some(({ end }) => end === null || end === 'not-uploaded')) return { is: 'not-uploaded' };
    // Whether it is of the picture or of its film, their kinds tell.
    const here = named.flatMap((photo) =>
      photo.end === null || typeof photo.end === 'string'
        ? []
        : [{ path: photo.path, of: photo.end.assetId, picture: photo.end.kind === 'photo' }],
    );
    const [assetId, ...others] = photosBeside(path, here);
    if (assetId === undefined) return { is: 'none' };
    return others.length > 0 ? { is: 'several' } : { is: 'with', assetId };
  }

  /** Photos whose paths begin as those of what goes with the file do. */
  #near(path: string): Photo[] {
    if (!this.#isSorted) this.#photos.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#isSorted = true;
    const near = new Set<Photo>();
    for (const beginning of beginningsBeside(path)) {
      for (let at = this.#firstFrom(beginning); this.#photos[at]?.path.startsWith(beginning) === true; at += 1) near.add(this.#photos[at]!);
    }
    return [...near];
  }

  #firstFrom(path: string): number {
    let [from, to] = [0, this.#photos.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#photos[middle]!.path < path) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
