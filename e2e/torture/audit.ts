import { rmSync } from 'node:fs';
import type { Resource } from '@rollcall/protocol';
import type { Device } from '../support/world.ts';
import type { Album } from './album.ts';
import { standsFor } from './compressed.ts';
import type { House } from './house.ts';
import type { Library } from './library.ts';

/** Rounds over all devices until nothing changes any more. */
const ROUNDS = 12;
/** In so many of them a device that has an original gives it back to a server that was put back. */
const PATIENT_ROUNDS = 2;
const WAIT_S = 60;

export interface Verdict {
  /** Bytes that had to be there and are not: as a person would say it. */
  readonly lost: readonly string[];
  /** Everything else that is not as it was promised. */
  readonly faults: readonly string[];
  /** Bytes that had to be there, were downloaded, and hash to their name. */
  readonly checked: number;
  /** Photos whose name, or a copy of whose original, differs between devices since a server was put back. */
  readonly differing: number;
}

/** Lets everything come to rest, as people would: they sync, and answer what they are asked. Then nothing may be missing. */
export async function audit(house: House, album: Album, library: Library, say: (words: string) => void): Promise<Verdict> {
  const faults = [...(await settle(house, album, say)), ...(await verify(house))];
  library.forget();
  await library.pull();
  faults.push(...lacking(house, library), ...(album.putBacks === 0 ? differences(house) : []));
  const { lost, checked } = await checkBytes(album, library);
  const here = house.hashesOnDevices();
  for (const { number, versions } of album.alive()) {
    if (!versions.some(({ hash }) => here.has(hash)))
      faults.push(
        `photo ${number} (${versions.map(({ hash }) => hash.slice(0, 12)).join(', ')}) was deleted by nobody, and is on no device`,
      );
  }
  faults.push(...(await unlisted(house, album, library)));
  return { lost, faults, checked, differing: countDiffering(house) };
}

interface Synced {
  readonly exit: number;
  readonly upToDate: boolean;
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
}

async function settle(house: House, album: Album, say: (words: string) => void): Promise<string[]> {
  let unsettled: string[] = [];
  let wasQuiet = false;
  for (let round = 1; round <= ROUNDS; round += 1) {
    unsettled = [];
    unsettled.push(...(await Promise.all(house.devices.map(({ device }) => syncOnce(device, album, round > PATIENT_ROUNDS)))).flat());
    say(`round ${round}: ${unsettled.length === 0 ? 'all in sync' : unsettled.join('; ')}`);
    // One quiet round more tells the others what the last of them had to say.
    const quiet = unsettled.length === 0;
    if (quiet && (differences(house).length === 0 || (album.putBacks > 0 && wasQuiet))) return [];
    wasQuiet = quiet;
  }
  return unsettled;
}

/** What of it is not in sync; then its person answers. */
async function syncOnce(device: Device, album: Album, givesUp: boolean): Promise<string[]> {
  const ended = await device.run('sync', '--once', '--wait', String(WAIT_S), '--json');
  const synced = ended.out === '' ? null : (JSON.parse(ended.out) as Synced);
  if (synced?.exit === 0 && synced.upToDate) return [];
  // Of what a server that was put back knows nothing any more, as of the copy of a device that got its own name since, it asks to sign in.
  if (synced?.reasons.some(({ code }) => code === 'signed-out')) await device.link();
  else await answer(device, album, givesUp);
  return [`${device.name} is not in sync: ${synced === null ? ended.err : JSON.stringify(synced)}`];
}

/**
 * A person says yes to every deletion that is held, and wants whatever was deleted before and is here again.
 * @param givesUp what is lost with a server was waited for long enough: no other device has it
 */
async function answer(device: Device, album: Album, givesUp: boolean): Promise<void> {
  await device.run('held', 'trash');
  const listed = await device.run('ls', '--json');
  if (listed.code !== 0) return;
  const { items } = JSON.parse(listed.out) as { items: { path: string; primary: string | null }[] };
  for (const { path, primary } of items) if (primary === 'deleted-before') await device.run('keep', device.path(path));
  if (givesUp) for (const { path, primary } of items) if (primary === 'lost-with-server') removeLast(device.path(path), album);
}

/** The last picture of an original that went with a server; the list of what is lost keeps its name. */
function removeLast(path: string, album: Album): void {
  const photo = album.photoOf(standsFor(path) ?? '');
  if (photo) album.deleted(photo);
  rmSync(path);
}

async function verify(house: House): Promise<string[]> {
  const ended = await Promise.all(house.devices.map(async ({ device }) => ({ device, ...(await device.run('verify', '--json')) })));
  return ended.filter(({ code }) => code !== 0).map(({ device, out, err }) => `verify fails on ${device.name}: ${out}${err}`);
}

/** (name, hash) of every file must be the same on all devices. */
function differences(house: House): string[] {
  const [first, ...others] = house.devices.map(({ device }) => ({ name: device.name, names: device.names() }));
  if (!first) return [];
  return others.flatMap(({ name, names }) => {
    const less = first.names.filter((each) => !names.includes(each));
    const more = names.filter((each) => !first.names.includes(each));
    if (less.length === 0 && more.length === 0 && names.length === first.names.length) return [];
    return [`${first.name} and ${name} differ: only on ${first.name}: ${less.join(', ')}; only on ${name}: ${more.join(', ')}`];
  });
}

function countDiffering(house: House): number {
  const all = house.devices.map(({ device }) => new Set(device.names()));
  const each = new Set(all.flatMap((names) => [...names]));
  return new Set([...each].filter((name) => !all.every((names) => names.has(name))).map((name) => name.slice(-64))).size;
}

/**
 * After a server was put back, names that were given meanwhile may be one device's own, and a copy of an original may stand beside its
 * edit: see docs/reliability.md. What every photo shows must be on every device all the same, and nothing that is not in the library.
 */
function lacking(house: House, library: Library): string[] {
  const shown = library.assets('live').flatMap(({ asset, resources }) => {
    const rendering = resources.find(({ id }) => id === asset.rendering) ?? resources.find(({ role }) => role === 'original');
    return rendering ? [{ hash: rendering.hash, name: asset.fileName }] : [];
  });
  const known = new Set(library.resources().map(({ hash }) => hash));
  return house.devices.flatMap(({ device }) => {
    const files = device.files();
    const here = new Set(files.values());
    const less = shown.filter(({ hash }) => !here.has(hash)).map(({ hash, name }) => `${device.name} lacks ${name} ${hash}`);
    // What stands for an original that went with a server is the last picture of it.
    const isLast = (path: string): boolean => {
      const of = standsFor(device.path(path));
      return of !== null && !known.has(of);
    };
    const more = [...files]
      .filter(([path, hash]) => !known.has(hash) && !isLast(path))
      .map(([path, hash]) => `${device.name} alone has ${path} ${hash}`);
    return [...less, ...more];
  });
}

/** What was only on the server, and is lost with it, must be told. Of an edit that is lost so, its original is there. */
async function unlisted(house: House, album: Album, library: Library): Promise<string[]> {
  const known = new Set(library.resources().map(({ hash }) => hash));
  const gone = album.lostWithServer().filter((hash) => !known.has(hash) && library.photoOf.has(hash));
  if (gone.length === 0) return [];
  const listed = new Set<string>();
  for (const { device } of house.devices) {
    const { photos } = await device.json<{ photos: { assetId: string }[] }>('lost', 'ls');
    for (const { assetId } of photos) listed.add(assetId);
  }
  return gone
    .filter((hash) => !listed.has(library.photoOf.get(hash) ?? ''))
    .map((hash) => `${hash} is lost with the server, and no device says so`);
}

/** Downloads all that must be there, as any reader would, and hashes it. */
export async function checkBytes(album: Album, library: Library): Promise<{ lost: string[]; checked: number }> {
  const byHash = new Map<string, Resource>(library.resources().map((resource) => [resource.hash, resource]));
  const lost: string[] = [];
  let checked = 0;
  for (const { photo, hash, size, acknowledged } of album.required()) {
    const resource = byHash.get(hash);
    const found = resource ? await library.download(resource) : { why: 'the library does not know it' };
    if ('hash' in found && found.hash === hash) checked += 1;
    else
      lost.push(
        `photo ${photo.number}, ${size} bytes, ${hash.slice(0, 12)}, ${acknowledged ? 'acknowledged' : 'never acknowledged'}: ${'why' in found ? found.why : 'other bytes come'}`,
      );
  }
  return { lost, checked };
}
