import { isCompanion, type Asset, type BundlePart, type Resource } from '@rollcall/protocol';
import type { FoundPhoto } from '../library/store.ts';

/** One file of a bundle. */
export interface BundleEntry {
  /** Its name in the bundle; no two are the same on any file system. */
  readonly name: string;
  readonly modifiedAt: number | null;
  /** Bytes as they are stored, or what is known of a photo, written as XMP when it is its turn. */
  readonly of: { readonly resource: Resource } | { readonly asset: Asset };
}

/**
 * The files of photos, those of one photo beside each other: its original with all that belongs to it (the film of a Live Photo, RAW), its
 * edit, and what is known of it.
 */
export function* entriesOf(photos: Iterable<FoundPhoto>, parts: readonly BundlePart[]): Generator<BundleEntry> {
  const taken = new Set<string>();
  for (const { asset, resources } of photos) {
    const files = resources.filter((resource) => isWanted(resource, asset, parts));
    // All files of one photo get the same number, so that they still belong together by their names.
    const names = files.map((resource) => nameOf(resource, asset));
    if (parts.includes('information')) names.push(`${asset.fileName}.xmp`);
    const number = freeNumber(names, taken);
    const given = names.map((name) => numbered(name, number));
    for (const name of given) taken.add(keyOf(name));
    for (const [index, resource] of files.entries()) yield { name: given[index]!, modifiedAt: resource.modifiedAt, of: { resource } };
    if (parts.includes('information')) yield { name: given.at(-1)!, modifiedAt: null, of: { asset } };
  }
}

function isWanted({ id, role }: Resource, asset: Asset, parts: readonly BundlePart[]): boolean {
  if (id === asset.rendering) return parts.includes('edited');
  return parts.includes('originals') && (role === 'original' || isCompanion(role) || role === 'sidecar' || role === 'adjustment-data');
}

function nameOf(resource: Resource, asset: Asset): string {
  const name = resource.fileName ?? asset.fileName;
  if (resource.id !== asset.rendering || keyOf(name) !== keyOf(asset.fileName)) return name;
  // An edit that has the original's name stands beside it.
  const { stem, ending } = split(name);
  return `${stem} (edited)${ending}`;
}

function freeNumber(names: readonly string[], taken: ReadonlySet<string>): number {
  for (let number = 1; ; number += 1) if (names.every((name) => !taken.has(keyOf(numbered(name, number))))) return number;
}

function numbered(name: string, number: number): string {
  if (number === 1) return name;
  const { stem, ending } = split(name);
  return `${stem} (${number})${ending}`;
}

/** `.jpg.xmp` is one ending: the sidecar of a numbered photo is found by its name. */
function split(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /(\.[^.]{1,8})?(\.[^.]{1,8})$/.exec(name.replace(/^\.+/, ''));
  const whole = ending?.[2]?.toLowerCase() === '.xmp' ? ending[0] : (ending?.[2] ?? '');
  return { stem: name.slice(0, name.length - whole.length), ending: whole };
}

/** Two names that are the same on some file system: in upper and lower case, composed or not. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
