import { say } from '@rollcall/protocol';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FOLDER } from './contents.ts';
import { isGone } from './entry.ts';

/** Tells whose photos a folder holds; without it nothing is inferred from what is not there. */
export interface Marker {
  readonly deviceId: string;
  readonly libraryId: string;
  readonly email: string;
  readonly server: string;
  /** Changes with every run of the agent; the device's state has the same. */
  readonly run?: string;
  /** The device's state folder; absent in markers of early versions. */
  readonly home?: string;
  /** The same in the device's state, for as long as there is one, whatever id it has. */
  readonly kin?: string;
}

export type FolderState =
  | { readonly state: 'ready' }
  | { readonly state: 'missing'; readonly why: string }
  | { readonly state: 'foreign'; readonly marker: Marker }
  | { readonly state: 'unreadable'; readonly why: string };

const fileOf = (folder: string): string => join(folder, OWN_FOLDER, 'folder.json');

export function readMarker(folder: string): Marker | null {
  try {
    const marker = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Marker;
    return typeof marker.deviceId === 'string' && typeof marker.libraryId === 'string' ? marker : null;
  } catch {
    return null;
  }
}

export function writeMarker(folder: string, marker: Marker): void {
  mkdirSync(join(folder, OWN_FOLDER), { recursive: true });
  const draft = `${fileOf(folder)}.new`;
  const handle = openSync(draft, 'w');
  writeFileSync(handle, `${JSON.stringify(marker, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, fileOf(folder));
}

export function removeMarker(folder: string): void {
  rmSync(join(folder, OWN_FOLDER), { recursive: true, force: true });
}

/** Is the folder there, readable, and this device's? */
export function folderState(folder: string, deviceId: string): FolderState {
  try {
    if (!statSync(folder).isDirectory()) return { state: 'missing', why: say('there is a file in its place') };
  } catch (error) {
    return isGone(error)
      ? { state: 'missing', why: say('the folder does not exist') }
      : { state: 'unreadable', why: (error as Error).message };
  }
  const marker = readMarker(folder);
  if (marker) return marker.deviceId === deviceId ? { state: 'ready' } : { state: 'foreign', marker };
  try {
    lstatSync(fileOf(folder));
    readFileSync(fileOf(folder));
    return { state: 'missing', why: say('its marker (.rollcall/folder.json) is damaged') };
  } catch (error) {
    if (!isGone(error)) return { state: 'unreadable', why: (error as Error).message };
  }
  return { state: 'missing', why: say('its marker (.rollcall/folder.json) was not found') };
}
