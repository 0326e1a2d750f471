import { PERMISSIVE } from '@rollcall/core';
import { PROTOCOL_VERSION } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import { Disk } from '../disk/disk.ts';
import { goodLink, type Link } from '../network/network.ts';
import type { Fault, Item } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

/** Something goes wrong; what lasts for a time ends by itself, at the latest when the quiet begins. */
export function doFault(world: World, item: Item & { readonly does: Fault }): void {
  const device = world.devices[item.device];
  if (!device) return;
  const chance = world.chance.fork(`fault ${item.id}`);
  const before = world.witness.actor;
  world.witness.actor = 'fault';
  try {
    fault(world, device, chance, item);
  } finally {
    world.witness.actor = before;
  }
}

function fault(world: World, device: Device, chance: Chance, { does, lasts }: Item & { readonly does: Fault }): void {
  const later = (ms: number, what: string, run: () => void): void => void world.timeline.after(ms, what, run);
  switch (does) {
    case 'cloud-dies':
    case 'cloud-loses-power':
      return cloudEnds(world, does === 'cloud-loses-power', Math.min(lasts, 8000));
    case 'cloud-full':
      world.tell('the disk of the cloud is full');
      world.cloud.blobs.disk.capacity = 0;
      return later(lasts, 'the cloud has room again', () => void (world.cloud.blobs.disk.capacity = Number.POSITIVE_INFINITY));
    case 'cloud-rots':
      return rot(world, world.cloud.blobs.disk, 'blobs/', chance, 'the disk of the cloud');
    case 'cloud-backup':
      world.backup = world.cloud.backUp();
      return world.tell('the owner makes a backup of the cloud');
    case 'cloud-put-back':
    case 'cloud-rolled-back':
      world.backup ??= world.cloud.backUp();
      return later(lasts, 'the data folder of the cloud is put back', () => {
        const { actor } = world.witness;
        world.witness.actor = 'put-back';
        putBack(world, does === 'cloud-put-back');
        world.witness.actor = actor;
      });
    case 'cloud-clock':
      world.cloud.skew += chance.pick([-3_600_000, 3_600_000, 40 * 86_400_000, 400 * 86_400_000]);
      world.tell('the clock of the cloud jumps');
      return world.cloud.beatNow();
    case 'cloud-upgraded':
      return upgrade(world, chance, lasts);
    case 'quota-lowered':
      return lowerQuota(world, chance);
    case 'agent-dies':
    case 'device-loses-power':
      return deviceEnds(world, device, does === 'device-loses-power', Math.min(lasts, 8000));
    case 'device-full':
      world.tell(`the disk of the ${device.name} is full`);
      device.disk.capacity = 0;
      return later(lasts, `the ${device.name} has room again`, () => void (device.disk.capacity = Number.POSITIVE_INFINITY));
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
    case 'link-down':
      return change(world, device, lasts, 'has no link', { online: false });
    case 'link-loses':
      return change(world, device, lasts, 'loses messages', { loseRequests: 0.3, loseReplies: 0.3 });
    case 'reply-lost':
      return change(world, device, Math.min(lasts, 6000), 'hears no answers', { loseReplies: 1 });
    case 'requests-lost':
      return change(world, device, Math.min(lasts, 20_000), 'hears, and is not heard', { loseRequests: 1 });
    case 'link-duplicates':
      return change(world, device, lasts, 'sends things twice', { duplicate: 0.5 });
    case 'link-reorders':
      return change(world, device, lasts, 'has a link on which messages overtake each other', {
        latency: 100,
        jitter: 3000,
        duplicate: 0.2,
      });
    case 'body-cut':
      return change(world, device, lasts, 'has connections that break in the middle', { cut: 0.6 });
    case 'portal':
      return change(world, device, lasts, 'is behind a portal', { portal: true });
    case 'proxy':
      return change(world, device, lasts, 'is behind a proxy', {
        proxy: { most: chance.pick([300_000, 1_000_000]), status: chance.pick([413, 502] as const) },
      });
    case 'link-flips':
      return flipLink(world, device, lasts);
    case 'time-passes': {
      const ms = chance.pick([3_600_000, 26 * 3_600_000, 8 * 86_400_000, 31 * 86_400_000, 200 * 86_400_000]);
      return letTimePass(world, ms);
    }
    default:
      return does satisfies never;
  }
}

/** The world is left alone for a while: the server's heartbeat counts the hours, and everybody wakes late. */
export function letTimePass(world: World, ms: number): void {
  world.tell(`${Math.round(ms / 3_600_000)} hours pass`);
  const { cloud, timeline } = world;
  let left = ms;
  // Of each hour the server counts one; a day is told in few beats, for its upkeep looks at sums only.
  while (left > 0) {
    const hour = Math.min(left, 3_600_000);
    timeline.leap(hour);
    left -= hour;
    if (!cloud.up) continue;
    const { tables } = cloud;
    tables.facts.set('seen-time', String(tables.seen + hour));
    tables.facts.set('heartbeat', String(cloud.now()));
  }
  cloud.tables.database.sync();
  cloud.beatNow();
}

function cloudEnds(world: World, power: boolean, ms: number): void {
  const { cloud, network, timeline } = world;
  if (!cloud.up) return;
  world.tell(power ? 'the power of the cloud goes' : 'the server of the cloud dies');
  if (power) cloud.losePower();
  else cloud.kill();
  network.reset();
  timeline.after(ms, 'the server begins again', () => beginCloud(world));
}

export function beginCloud(world: World): void {
  if (world.cloud.up) return;
  world.cloud.start();
  world.tell('the server of the cloud is up again');
}

/** The owner puts the data folder back; `said`: and says so to the server, as the handbook asks. */
function putBack(world: World, said: boolean): void {
  const { backup, cloud, network, timeline } = world;
  if (!backup || world.quiet) return;
  world.witness.disturbed = true;
  world.tell(said ? 'the owner puts a backup of the cloud back' : 'the data folder of the cloud is rolled back, and nobody says so');
  world.witness.beginsPutBack();
  for (const device of world.devices) noteKnown(world, device);
  cloud.putBack(backup, said);
  world.witness.putBack(timeline.now, (hash) => cloud.blobs.stat(hash) !== null);
  network.reset();
  timeline.after(1000, 'the server begins again', () => beginCloud(world));
}

/** What a device knows of photos that are live in the cloud. */
function noteKnown({ witness, cloud }: World, { name, store }: Device): void {
  const library = store.identity()?.libraryId ?? '';
  for (const { asset, resources } of store.remotes()) {
    const there = cloud.tables.entity(library, `asset:${asset.id}`)?.entity;
    if (asset.state !== 'live' || there?.type !== 'asset' || there.state !== 'live') continue;
    for (const { role, hash, removed } of resources) if (!removed && role === 'original') witness.notesKnown(hash, name, asset.id);
  }
}

function lowerQuota(world: World, chance: Chance): void {
  const { tables } = world.cloud;
  for (const library of Array.from(tables.libraries.values())) {
    const { used, reserved } = tables.sums(library.id);
    tables.libraries.set(library.id, { ...library, quota: Math.max(1, Math.floor((used + reserved) * chance.next() * 1.5)) });
  }
  tables.database.sync();
  world.tell('the owner lowers the quota');
}

/** Bytes on a disk change by themselves; never those of the last copy, for nobody could give them back. */
function rot(world: World, disk: Disk, below: string, chance: Chance, where: string): void {
  const files = [...disk.files()].filter(
    ({ path, bytes }) => path.startsWith(below) && bytes.length > 0 && world.witness.copies(bytes.hash) > 1,
  );
  if (files.length === 0) return;
  const { path, bytes } = chance.pick(files);
  world.tell(`${where} forgets a bit of ${world.witness.nameOf(bytes.hash)}`);
  world.witness.rotted(bytes.hash, world.timeline.now);
  disk.rot(path, 1 + chance.below(1_000_000));
}

function rotDevice(world: World, device: Device, chance: Chance): void {
  const files = [...device.disk.files()].filter(
    ({ path, bytes }) => !path.startsWith(`${OWN_FOLDER}/`) && bytes.length > 0 && world.witness.copies(bytes.hash) > 1,
  );
  if (files.length === 0) return;
  const { path, bytes } = chance.pick(files);
  world.tell(`the disk of the ${device.name} forgets a bit of ${path}`);
  world.witness.rotted(bytes.hash, world.timeline.now);
  world.witness.tookAway(device.name, bytes.hash);
  device.disk.rot(path, 1 + chance.below(1_000_000));
  const file = device.store.fileAt(path);
  if (file) world.timeline.after(chance.between(1000, 20_000), `the ${device.name} reads again`, () => rehash(device, file.key));
}

export function rehash(device: Device, key: number): void {
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

/** The server ends, and a newer version of it begins. Devices follow one by one; some are too old for it until then. */
function upgrade(world: World, chance: Chance, lasts: number): void {
  const { cloud, network, timeline } = world;
  if (!cloud.up || cloud.speaks.protocol >= PROTOCOL_VERSION) return;
  const least = chance.between(cloud.speaks.protocol, PROTOCOL_VERSION);
  world.tell(`the cloud is upgraded; it takes devices from version ${least} of the protocol on`);
  cloud.kill();
  network.reset();
  cloud.speaks = { protocol: PROTOCOL_VERSION, least };
  timeline.after(chance.between(200, 3000), 'the new server begins', () => beginCloud(world));
  for (const device of world.devices)
    timeline.after(lasts * chance.next() * 2, `the ${device.name} is updated`, () => {
      if (!world.quiet) update(world, device);
    });
}

function update(world: World, device: Device): void {
  if (device.protocol >= PROTOCOL_VERSION) return;
  world.tell(`the ${device.name} is updated`);
  device.kill();
  device.protocol = PROTOCOL_VERSION;
  beginDevice(world, device);
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
    // A folder that is put back to an earlier moment of the same run of the agent cannot be told from one that its person changed.
    if (device.disk.marker?.run === device.store.note('run'))
      for (const { path, hash } of before) if (device.disk.stat(path)?.bytes.hash !== hash) world.witness.tookAway(device.name, hash);
    world.witness.actor = actor;
    world.timeline.after(500, `the ${device.name} begins`, () => beginDevice(world, device));
  });
}

function change(world: World, device: Device, lasts: number, words: string, to: Partial<Link>): void {
  world.tell(`the ${device.name} ${words}`);
  Object.assign(device.link, to);
  world.timeline.after(lasts, `the link of the ${device.name} is good again`, () => void Object.assign(device.link, goodLink()));
}

/** A cloud that was put back to before a device was linked knows nothing of it: its person links it again. */
function signInAgain({ cloud }: World, device: Device): void {
  const identity = device.store.identity();
  if (identity === null) return;
  const { marker } = device.disk;
  // A folder that was put back to before it was linked anew is linked once more.
  if (marker?.deviceId !== identity.deviceId) {
    if (!device.disk.hasFolder(OWN_FOLDER)) device.disk.makeFolder(OWN_FOLDER);
    device.kill();
    device.disk.marker = { deviceId: identity.deviceId, run: marker?.run };
  }
  if (cloud.tables.devices.has(identity.deviceId)) return;
  cloud.tables.devices.set(identity.deviceId, { library: identity.libraryId, name: device.name });
}

/** In the middle of whatever runs the link is another one. */
export function flipLink(world: World, device: Device, lasts: number): void {
  world.tell(`the ${device.name} is on mobile data`);
  device.link.kind = 'mobile';
  device.agent?.surroundingsChanged();
  world.timeline.after(lasts, `the ${device.name} is on Wi-Fi`, () => {
    device.link.kind = 'wifi';
    device.agent?.surroundingsChanged();
  });
}

/** Whatever is still wrong ends now. */
export function endFaults(world: World): void {
  const { cloud } = world;
  cloud.blobs.disk.capacity = Number.POSITIVE_INFINITY;
  for (const device of world.devices) {
    Object.assign(device.link, goodLink());
    // Which way photos go is what its person wants, and nothing that is wrong.
    device.policy = { ...PERMISSIVE, direction: device.policy.direction };
    device.agent?.surroundingsChanged();
    device.mounted = device.disk;
    device.disk.readOnly = false;
    device.disk.capacity = Number.POSITIVE_INFINITY;
    device.disk.readOnly = false;
    device.disk.closed.clear();
    device.disk.over = null;
    for (const { path } of device.disk.files()) if (!device.disk.isReadable(path)) device.disk.setReadable(path, true);
    if (device.protocol < cloud.speaks.least) update(world, device);
    signInAgain(world, device);
    beginDevice(world, device);
  }
  const { tables } = cloud;
  for (const library of Array.from(tables.libraries.values())) tables.libraries.set(library.id, { ...library, quota: 50_000_000_000 });
  beginCloud(world);
}
