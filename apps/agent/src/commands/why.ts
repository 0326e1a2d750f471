import { isAbsolute, relative, resolve, sep } from 'node:path';
import { mendedBefore, type Mended, assetUnit, fileUnit, type LocalFile, type Unit } from '@rollcall/core';
import { tellReason, CHECK_NAMES, type Check, type Reason, type ToldReason } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { OWN_FOLDER } from '../folder/walk.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { glanceAt } from './standing.ts';

interface PlaceTold {
  readonly where: string;
  readonly state: string;
  /** The cloud could not be asked now. */
  readonly asLastHeard?: true;
}

/** Where one photo is, whether it is safe, and if it is not in sync, exactly why. */
export async function why(options: ViewOptions & { readonly file: string }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const standing = await glanceAt(device, pathsToLookAt(device, options.file));
    const found = find(device, options.file);
    if (found === null) {
      complain(io, `no such file in ${device.identity.folder}: ${options.file}. Give its path, or the id that rollcall ls --json shows.`);
      return EXIT.usage;
    }
    const lost = found.file === null ? lostReason(device, found.assetId) : null;
    const reasons = [...(lost === null ? [] : [lost]), ...standing.reasonsOf(found.unit)].map(tellReason);
    const places = await placesOf(device, found.file, found.assetId, standing.server === null);
    const inSync = reasons.length === 0;
    const mended = found.assetId === null ? null : mendedBefore(device.store, found.assetId);
    const { assetId } = found;
    const answer = { file: found.file?.path ?? null, assetId, inSync, primary: reasons[0]?.code ?? null, reasons, places, mended };
    if (options.json) showJson(io, answer);
    else {
      tell(io, found.file?.path ?? assetId ?? options.file, reasons, places);
      if (mended) say(io, mendedWords(mended));
    }
    return EXIT.ok;
  } finally {
    device.close();
  }
}

/** The file at a path, from here or from the device's folder, or of an asset; null: this device knows of none. */
export function find(device: Device, wanted: string): { file: LocalFile | null; unit: Unit; assetId: string | null } | null {
  const { store, identity } = device;
  for (const path of pathsOf(identity.folder, wanted)) {
    const file = store.fileAt(path);
    if (file) return { file, unit: fileUnit(file.key), assetId: file.assetId };
  }
  const id = store.resolve(wanted.slice(wanted.lastIndexOf(sep) + 1));
  if (store.remote(id) === null && store.forgotten(id) === null) return null;
  const files = store.filesOf(id);
  const file = files.find((each) => each.missingSince === null) ?? files[0] ?? null;
  return { file, unit: file ? fileUnit(file.key) : assetUnit(id), assetId: id };
}

/** Where a look can tell more of it: the path that was given, and the files of the photo that was meant. */
function pathsToLookAt(device: Device, wanted: string): string[] {
  const known = find(device, wanted);
  const files = known?.assetId == null ? [] : device.store.filesOf(known.assetId);
  const paths = [...pathsOf(device.identity.folder, wanted), ...files.map(({ path }) => path)];
  return [...new Set(paths)].filter((path) => !path.split('/').includes(OWN_FOLDER));
}

/** It was only on the server when that was put back from a backup. */
function lostReason({ store }: Device, assetId: string | null): Reason | null {
  const photo = store.lost().photos.find((each) => each.assetId === assetId);
  if (!photo) return null;
  return { code: 'lost-with-server', since: photo.since, evidence: { fileName: photo.fileName, assetId: photo.assetId } };
}

/** A path as given, and as if it were given below the device's folder. */
export function pathsOf(folder: string, wanted: string): string[] {
  const paths = [relative(folder, resolve(wanted))];
  const fromHere = isAbsolute(wanted) ? relative(process.cwd(), wanted) : wanted;
  paths.push(fromHere);
  return paths.filter((path) => path !== '' && !path.startsWith('..') && !isAbsolute(path)).map((path) => path.split(sep).join('/'));
}

/** Where its asset is: what the server says now, else what this device knows. */
async function placesOf(device: Device, file: LocalFile | null, assetId: string | null, reached: boolean): Promise<PlaceTold[]> {
  const here: PlaceTold = { where: device.identity.name, state: file === null || file.missingSince !== null ? 'not-here' : 'original' };
  const remote = assetId === null ? null : device.store.remote(assetId);
  if (assetId === null || remote === null) return [{ where: 'cloud', state: 'not-here' }, here];
  try {
    // Of a server that does not answer nothing is asked: that would take its time, and bring nothing.
    const answer = reached ? await device.connection.call('assetPlaces', { params: { assetId } }) : null;
    if (answer?.ok === true) {
      const others = answer.value.places.filter((place) => place.deviceId !== device.identity.deviceId);
      return [...others.map((place) => ({ where: place.where === 'cloud' ? 'cloud' : place.name, state: place.state })), here];
    }
  } catch {
    // The server does not answer; that is among the reasons. What it said last is told as such.
  }
  return [{ where: 'cloud', state: remote.asset.state === 'live' ? 'safe' : remote.asset.state, asLastHeard: true }, here];
}

function mendedWords({ at }: Mended): string {
  const day = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return `On ${day} UTC this disk gave other bytes than were written. They are kept as a version; the good ones came back from the cloud. Check the disk.`;
}

function tell(io: Io, name: string, reasons: readonly ToldReason[], places: readonly PlaceTold[]): void {
  say(io, name);
  const damaged = places.some(({ where, state }) => where === 'cloud' && state === 'damaged');
  if (reasons.length === 0)
    say(
      io,
      damaged
        ? 'Its bytes here are as they were agreed on; those in the cloud are damaged, and this device gives them back when it syncs.'
        : 'In sync: it is in the cloud, and its bytes here are the same.',
    );
  for (const [at, reason] of reasons.entries()) {
    say(io, `${at === 0 ? 'Not in sync' : 'Also'}: ${reason.words}`);
    say(
      io,
      `  since ${new Date(reason.since).toISOString().slice(0, 16).replace('T', ' ')} UTC${reason.check === null ? '' : `; check ${reason.check}, ${CHECK_NAMES[reason.check as Check]}`}`,
    );
    say(io, `  ends with: ${reason.ends.words}`);
    say(io, `  to do: ${reason.cure}`);
  }
  for (const place of places) say(io, `${place.where}: ${place.state}${place.asLastHeard ? ' (as last heard)' : ''}`);
}
