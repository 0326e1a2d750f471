import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { assetUnit, fileUnit, keptWith, stampOf, type DeviceStore, type LocalFile, type Unit } from '@rollcall/core';
import { LIMITS } from '@rollcall/protocol';
import type { Device } from '../device.ts';

/** One photo as this device knows it: by a file of its folder, or by its asset. */
export interface FoundPhoto {
  readonly file: LocalFile | null;
  readonly unit: Unit;
  readonly assetId: string | null;
}

/** The file at a path, from here or from the device's folder, or of an asset; null: this device knows of none. */
export function find(device: Device, wanted: string): FoundPhoto | null {
  const { store, identity } = device;
  for (const path of pathsOf(identity.folder, wanted)) {
    const file = store.fileAt(path);
    if (file) return ofFile(store, file);
  }
  const id = store.resolve(nameOf(wanted));
  if (store.remote(id) === null && store.forgotten(id) === null) return null;
  return ofAsset(device, id);
}

function ofFile(store: DeviceStore, file: LocalFile): FoundPhoto {
  // What holds data of a photo is told with that.
  return { file, unit: fileUnit(file.key), assetId: file.assetId ?? keptWith(store, file)?.asset.id ?? null };
}

function ofAsset({ store }: Device, id: string): FoundPhoto {
  const files = store.filesOf(id);
  const file = files.find((each) => each.missingSince === null) ?? files[0] ?? null;
  return { file, unit: file ? fileUnit(file.key) : assetUnit(id), assetId: id };
}

/** Every photo that has this file name, here or in the library, in whatever case; each once, and at most `LIMITS.named`. */
export function findNamed(device: Device, wanted: string): FoundPhoto[] {
  const { files, assetIds } = device.store.named(nameOf(wanted), LIMITS.named);
  const found = new Map<string, FoundPhoto>();
  for (const file of files) {
    const key = file.assetId ?? `file ${file.key}`;
    if (found.get(key)?.file?.missingSince !== null) found.set(key, ofFile(device.store, file));
  }
  for (const id of assetIds) if (!found.has(id)) found.set(id, ofAsset(device, id));
  return [...found.values()].slice(0, LIMITS.named);
}

/** What was typed, without the folder that it was taken to be in. */
export function nameOf(wanted: string): string {
  return wanted.slice(wanted.lastIndexOf(sep) + 1);
}

/** A path as given, and as if it were given below the device's folder. */
export function pathsOf(folder: string, wanted: string): string[] {
  const paths = [relative(folder, resolve(wanted))];
  const fromHere = isAbsolute(wanted) ? relative(process.cwd(), wanted) : wanted;
  paths.push(fromHere);
  return paths.filter((path) => path !== '' && !path.startsWith('..') && !isAbsolute(path)).map((path) => path.split(sep).join('/'));
}

/** What lies on the disk is not what the rows say: the folder has to be looked at before anything can be said. */
export function isStale({ identity }: Device, wanted: string, found: FoundPhoto | null): boolean {
  if (found?.file) return stampAt(join(identity.folder, found.file.path)) !== (found.file.missingSince === null ? found.file.stamp : null);
  return found === null && lyingAt({ identity }, wanted) !== null;
}

/** The path below the folder at which something lies that was asked for; null: nothing does. */
export function lyingAt({ identity }: Pick<Device, 'identity'>, wanted: string): string | null {
  return pathsOf(identity.folder, wanted).find((path) => stampAt(join(identity.folder, path)) !== null) ?? null;
}

function stampAt(path: string): string | null {
  try {
    return stampOf(lstatSync(path, { bigint: true }));
  } catch {
    // Not there, or nobody may look there: the rows say which.
    return null;
  }
}
