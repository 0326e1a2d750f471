import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import { Disk } from '../disk/disk.ts';
import type { Fault } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';
import type { CloudFault } from './cloud.ts';
import type { LinkFault } from './link.ts';

export type DeviceFault = Exclude<Fault, CloudFault | LinkFault | 'time-passes'>;

/** Something goes wrong with a device, its disk or its state. */
export function deviceFault(world: World, device: Device, chance: Chance, does: DeviceFault, lasts: number): void {
  const later = (ms: number, what: string, run: () => void): void => void world.timeline.after(ms, what, run);
  switch (does) {
    case 'agent-dies':
    case 'device-loses-power':
      return deviceEnds(world, device, does === 'device-loses-power', Math.min(lasts, 8000));
    case 'device-full':
      world.tell(`the disk of the ${device.name} is full`);
      device.disk.capacity = 0;
      return later(lasts, `the ${device.name} has room again`, () => void (device.disk.capacity = Number.POSITIVE_INFINITY));
    case 'device-notes-full':
      world.tell(`the disk with the state of the ${device.name} is full`);
      device.store.database.full = chance.fork('refusals');
      return later(lasts, `the state of the ${device.name} has room again`, () => void (device.store.database.full = null));
    case 'device-closed':
      return closeFolder(world, device, chance, lasts);
    case 'file-closed':
      return closeFile(world, device, chance, lasts);
    case 'device-read-only':
      world.tell(`the disk of the ${device.name} is read-only`);
      device.disk.readOnly = true;
      return later(lasts, `the ${device.name} may write again`, () => void (device.disk.readOnly = false));
    case 'device-rots':
      return rotDevice(world, device, chance);
    case 'device-clock':
      device.jumped = true;
      device.skew += chance.pick([-86_400_000, -3_600_000, 3_600_000, 86_400_000, 400 * 86_400_000]);
      return world.tell(`the clock of the ${device.name} jumps`);
    case 'folder-unmounted':
    case 'other-disk':
      return mountOther(world, device, does === 'other-disk', lasts);
    case 'disk-within':
      return mountWithin(world, device, chance, lasts);
    case 'device-cloned':
      return clone(world, device, chance);
    case 'state-lost':
      return loseState(world, device);
    case 'device-put-back':
      return putDeviceBack(world, device, chance, lasts);
    default:
      return does satisfies never;
  }
}

function rotDevice(world: World, device: Device, chance: Chance): void {
  const files = [...device.disk.files()].filter(
    ({ path, bytes }) => !path.startsWith(`${OWN_FOLDER}/`) && bytes.length > 0 && world.witness.copies(bytes.hash) > 1,
  );
  if (files.length === 0) return;
  const { path, bytes } = chance.pick(files);
  world.tell(`the disk of the ${device.name} forgets a bit of ${path}`);
  world.witness.tookAway(device.name, bytes.hash);
  device.disk.rot(path, 1 + chance.below(1_000_000));
  const file = device.store.fileAt(path);
  if (file) world.timeline.after(chance.between(1000, 20_000), `the ${device.name} reads again`, () => rehash(device, file.key));
}

function rehash(device: Device, key: number): void {
  const file = device.store.file(key);
  if (file !== null && file.hash !== null && file.missingSince === null) device.agent?.rehash(file);
}

function deviceEnds(world: World, device: Device, power: boolean, ms: number): void {
  if (!device.agent) return;
  world.tell(power ? `the power of the ${device.name} goes` : `the agent of the ${device.name} is killed`);
  if (power) losePower(world, device);
  else device.kill();
  world.timeline.after(ms, `the ${device.name} begins again`, () => beginDevice(world, device));
}

/** What the disk loses with the power is taken for deleted by nobody but the disk. */
function losePower({ witness, gallery }: World, device: Device): void {
  const known = (path: string): (string | null | undefined)[] => {
    const file = device.store.fileAt(path);
    return [file?.hash, file?.baseHash];
  };
  const before = [...device.disk.files()].map(({ path, bytes }) => ({
    path,
    hash: bytes.hash,
    all: [gallery.of(bytes)?.standIn?.of, ...known(path)],
  }));
  device.losePower();
  for (const { path, hash, all } of before) {
    if (device.disk.stat(path)?.bytes.hash === hash) continue;
    for (const each of [hash, ...all, ...known(path)]) if (each != null) witness.tookAway(device.name, each);
  }
  witness.trashed.delete(device.name);
}

export function beginDevice(world: World, device: Device): void {
  if (device.agent || device.store.identity() === null) return;
  device.start();
  world.tell(`the agent of the ${device.name} begins again`);
}

function closeFolder(world: World, device: Device, chance: Chance, lasts: number): void {
  const folders = device.disk.folders().filter((folder) => !folder.startsWith(OWN_FOLDER));
  if (folders.length === 0) return;
  const folder = chance.pick(folders);
  world.tell(`the agent of the ${device.name} may not look into ${folder} any more`);
  device.disk.closed.add(folder);
  world.timeline.after(lasts, 'the folder may be looked into again', () => device.disk.closed.clear());
}

/** One file is another user's for a while. */
function closeFile(world: World, device: Device, chance: Chance, lasts: number): void {
  const files = [...device.disk.seen()].filter(({ path }) => !path.startsWith(`${OWN_FOLDER}/`));
  if (files.length === 0) return;
  const { path, ino } = chance.pick(files);
  world.tell(`the agent of the ${device.name} may not read ${path} any more`);
  device.disk.setReadable(path, false);
  world.timeline.after(lasts, 'the file may be read again', () => {
    for (const file of device.disk.files()) if (file.ino === ino) device.disk.setReadable(file.path, true);
  });
}

/** Another disk is mounted over a folder within the folder. */
function mountWithin(world: World, device: Device, chance: Chance, lasts: number): void {
  const folders = device.disk.folders().filter((folder) => !folder.startsWith(OWN_FOLDER));
  if (folders.length === 0 || device.disk.over !== null) return;
  const folder = chance.pick(folders);
  world.tell(`another disk lies over ${folder} of the ${device.name}`);
  device.disk.over = folder;
  world.timeline.after(lasts, `the disk over ${folder} is gone`, () => void (device.disk.over = null));
}

/** The disk goes: the place where it was mounted is empty, or has another disk. */
function mountOther(world: World, device: Device, other: boolean, lasts: number): void {
  const place = new Disk(100 + world.steps, device.disk.rules, () => device.now());
  if (other) {
    place.makeFolder(OWN_FOLDER);
    place.marker = { deviceId: 'somebody else', run: undefined };
  }
  world.watch(place);
  device.mounted = place;
  world.tell(other ? `another disk lies where the photos of the ${device.name} were` : `the photo disk of the ${device.name} is unplugged`);
  world.timeline.after(lasts, `the disk of the ${device.name} is back`, () => {
    device.mounted = device.disk;
  });
}

/** Another device is made a copy of this one, as when a new computer is set up from a backup. */
function clone(world: World, device: Device, chance: Chance): void {
  const others = world.devices.filter((each) => each !== device && each.store.identity()?.libraryId === device.store.identity()?.libraryId);
  if (others.length === 0) return;
  const other = chance.pick(others);
  // What was only on the disk that is written over is gone by that, and by nothing of ours.
  world.witness.actor = 'person';
  world.tell(`the ${other.name} is set up as a copy of the ${device.name}`);
  world.witness.disturbed = true;
  world.witness.trashed.clear();
  world.witness.copied(device.name, other.name);
  world.witness.forgets(other.name);
  other.putBack(device.copy(), 'both');
  world.timeline.after(1000, `the ${other.name} begins`, () => beginDevice(world, other));
}

/** The state folder is gone; the photos are there. The person links the folder anew. */
function loseState(world: World, device: Device): void {
  const library = device.store.identity()?.libraryId;
  if (library === undefined || device.mounted !== device.disk) return;
  world.tell(`the ${device.name} loses its state, and is linked anew`);
  device.kill();
  world.witness.disturbed = true;
  world.witness.trashed.clear();
  world.witness.forgets(device.name);
  device.store.database.restore(new Map());
  world.link(device, world.libraries.indexOf(library));
  world.timeline.after(500, `the ${device.name} begins`, () => beginDevice(world, device));
}

function putDeviceBack(world: World, device: Device, chance: Chance, lasts: number): void {
  const copy = device.copy();
  const what = chance.pick(['state', 'folder', 'both'] as const);
  world.timeline.after(lasts, `the ${device.name} is put back`, () => {
    if (world.quiet) return;
    const { actor } = world.witness;
    world.witness.actor = 'person';
    world.tell(`the ${device.name} is put back to what it was ${Math.round(lasts / 1000)} s ago: ${what}`);
    world.witness.disturbed = true;
    world.witness.trashed.clear();
    const onDisk = [...device.disk.files()].map(({ path, bytes }) => ({ path, hash: bytes.hash }));
    // What the device's rows know besides: an earlier putting back may have taken it, and the device not have looked since.
    const known = device.store.files().flatMap(({ path, hash }) => (hash === null ? [] : [{ path, hash }]));
    const before = [...onDisk, ...known];
    device.putBack(copy, what);
    world.witness.forgets(device.name);
    // A folder that is put back to an earlier moment of the same run of the agent cannot be told from one that its person changed; nor, with
    // notes of such a moment, what this device has removed since.
    if (device.disk.marker?.run === device.store.note('run'))
      for (const { path, hash } of [...before, ...removedSince(device)])
        if (device.disk.stat(path)?.bytes.hash !== hash) world.witness.tookAway(device.name, hash);
    world.witness.actor = actor;
    world.timeline.after(500, `the ${device.name} begins`, () => beginDevice(world, device));
  });
}

/** What the device's notes have, and its disk has nowhere. */
function removedSince({ store, disk }: Device): { readonly path: string; readonly hash: string }[] {
  const there = new Set([...disk.files()].map(({ bytes }) => bytes.hash));
  return store
    .files()
    .filter(({ path }) => disk.stat(path) === null)
    .flatMap(({ path, hash, baseHash }) =>
      [hash, baseHash].flatMap((each) => (each === null || there.has(each) ? [] : [{ path, hash: each }])),
    );
}
