import { resolve, sep } from 'node:path';
import type { LocalFile } from '@rollcall/core';
import type { Pin } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { find, findNamed, nameOf, pathsOf } from './find-photo.ts';
import { complain, type Io } from './io.ts';

/** What a person named: as it could be pinned, and its photos. */
export interface Target {
  readonly pin: Pin;
  /** As it was written. */
  readonly name: string;
  readonly assetIds: readonly string[];
}

/** Of several photos of one name, so many are told. */
const SHOWN = 5;

/** What was named: photos by their files, ids or names, folders, albums by their titles or ids. Null: one of them is nothing of the kind, which was said. */
export function targetsOf(device: Device, names: readonly string[], io: Io): Target[] | null {
  const targets: Target[] = [];
  for (const name of names) {
    const target = targetOf(device, name);
    if ('words' in target) {
      complain(io, target.words);
      return null;
    }
    targets.push(target);
  }
  return targets;
}

function targetOf(device: Device, name: string): Target | { readonly words: string } {
  const { store, identity } = device;
  const found = find(device, name);
  if (found !== null)
    return found.assetId === null ? notYet(name) : { pin: { kind: 'photo', id: found.assetId }, name, assetIds: [found.assetId] };
  if (resolve(name) === identity.folder)
    return { pin: { kind: 'folder', path: '' }, name, assetIds: photosAt(device, store.known().keys()) };
  for (const path of pathsOf(identity.folder, name)) {
    const below = [...store.knownBelow(path).keys()].filter((each) => each !== path);
    if (below.length > 0) return { pin: { kind: 'folder', path }, name, assetIds: photosAt(device, below) };
  }
  const albums = store.storage.albums(nameOf(name));
  const [album, ...more] = albums;
  if (album === undefined) return photoNamed(device, name);
  if (more.length > 0)
    return {
      words: `${albums.length} albums are called ${album.title}: give the id of one of them (${albums.map(({ id }) => id).join(', ')}).`,
    };
  return { pin: { kind: 'album', ...album }, name, assetIds: store.storage.photosOf(album.id) };
}

/** Without a folder, a name is that of a photo wherever it lies. */
function photoNamed(device: Device, name: string): Target | { readonly words: string } {
  const [photo, ...more] = name.includes(sep) ? [] : findNamed(device, name);
  if (photo === undefined) return { words: `there is no file, folder, album or photo ${name} on this device or in its library.` };
  if (more.length > 0) {
    const which = [photo, ...more].slice(0, SHOWN).map(({ file, assetId }) => file?.path ?? assetId);
    const others = more.length + 1 > SHOWN ? ', …' : '';
    return {
      words: `${more.length + 1} photos are called ${name}: name one of them by its file or its id (${which.join(', ')}${others}).`,
    };
  }
  return photo.assetId === null ? notYet(name) : { pin: { kind: 'photo', id: photo.assetId }, name, assetIds: [photo.assetId] };
}

function notYet(name: string): { readonly words: string } {
  return { words: `${name} is not in the library yet. Sync first; rollcall why ${name} says what it waits for.` };
}

function photosAt({ store }: Device, paths: Iterable<string>): string[] {
  const ids = new Set<string>();
  for (const path of paths) {
    const assetId = store.fileAt(path)?.assetId;
    if (assetId != null) ids.add(assetId);
  }
  return [...ids];
}

/** The files of these photos that are here, each once. */
export function filesHere({ store }: Device, targets: readonly Target[]): LocalFile[] {
  const ids = new Set(targets.flatMap(({ assetIds }) => assetIds.map((id) => store.resolve(id))));
  return [...ids].flatMap((id) => store.filesOf(id).filter(({ missingSince }) => missingSince === null));
}
