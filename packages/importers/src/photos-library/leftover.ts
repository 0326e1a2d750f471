import type { Photo } from '../apple-photos/photo.ts';
import type { Place } from '../apple-photos/place.ts';
import type { FoundFile, Left, ThingPart } from '../found.ts';

/** Files of a library that play no part in what comes, and why: none goes unnamed. */
export class Leftover {
  readonly #kind: Place['kind'];
  readonly #label: string;
  readonly #files: Map<number, FoundFile>;
  readonly #came = new Set<string>();
  readonly #stayed = new Set<string>();

  constructor(kind: Place['kind'], files: readonly FoundFile[], label: string) {
    this.#kind = kind;
    this.#label = label;
    this.#files = new Map(files.map((file) => [file.key, file]));
  }

  comes(photo: Photo, parts: readonly ThingPart[]): void {
    for (const { file } of parts) this.#files.delete(file.key);
    this.#came.add(this.#ownerOf(photo));
  }

  stays(photo: Photo): void {
    this.#stayed.add(this.#ownerOf(photo));
  }

  left(): Left[] {
    return [...this.#files.values()].map((file) => {
      const owner = this.#owner(file.path);
      const why = file.size === 0 ? 'empty' : this.#came.has(owner) ? 'made' : this.#stayed.has(owner) ? 'no-photo' : 'no-row';
      return { path: `${this.#label}/${file.path}`, why };
    });
  }

  #ownerOf({ uuid, path }: Photo): string {
    return this.#kind === 'ios' ? this.#owner(path ?? '') : uuid.toUpperCase();
  }

  /** A Mac calls all files of a photo by its id, an iPhone by its folder and number. */
  #owner(path: string): string {
    if (this.#kind !== 'ios')
      return path
        .slice(path.lastIndexOf('/') + 1)
        .slice(0, UUID)
        .toUpperCase();
    return /(?:DCIM|CPLAssets)\/[^/]+\/[^/.]+/.exec(path)?.[0].toUpperCase() ?? path;
  }
}

const UUID = 36;
