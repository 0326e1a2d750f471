import { companionsOf, numbered, partName, pathKey, safeName, shownResource } from '@rollcall/core';
import type { Resource } from '@rollcall/protocol';
import type { FoundPhoto } from '../library/store.ts';

/** A file of a photo, under the name that it has in its folder. */
export interface NamedFile {
  readonly name: string;
  readonly resource: Resource;
  readonly addedAt: number;
}

/**
 * How the files of photos are called in one folder, as a device's folder would show them: what the photo shows, and beside it the film of a
 * Live Photo or the RAW. All files of one photo have the same number behind their names, where others have these; which number, the order
 * tells in which the photos come, so that it is the same each time.
 */
export function namesInFolder(): (photo: FoundPhoto) => readonly NamedFile[] {
  const taken = new Set<string>();
  /** Where to go on looking for a free number: a thousand of one name are not counted through for each. */
  const next = new Map<string, number>();
  return ({ asset, resources }) => {
    const remote = { asset, resources, seq: 0 };
    const shown = shownResource(remote);
    const files = [
      ...(shown ? [{ resource: shown, name: safeName(asset.fileName) }] : []),
      ...companionsOf(remote).map((resource) => ({ resource, name: safeName(partName(remote, resource)) })),
    ];
    const [first] = files;
    if (first === undefined) return [];
    const key = pathKey(first.name);
    for (let number = next.get(key) ?? 1; ; number += 1) {
      const names = files.map(({ name }) => numbered(name, number));
      if (!areFree(names.map(pathKey), taken)) continue;
      next.set(key, number + 1);
      for (const name of names) taken.add(pathKey(name));
      return files.map(({ resource }, index) => ({ resource, name: names[index] ?? '', addedAt: asset.addedAt }));
    }
  };
}

/** Nobody has them, and no two of them are one name on some file system. */
function areFree(keys: readonly string[], taken: ReadonlySet<string>): boolean {
  return keys.every((key) => !taken.has(key));
}

export function basename(segments: readonly string[]): string {
  return segments.at(-1) ?? 'Rollcall';
}
