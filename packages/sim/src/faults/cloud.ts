import { PROTOCOL_VERSION } from '@rollcall/protocol';
import { DatabaseFull } from '../database/database.ts';
import type { Device } from '../device/device.ts';
import type { Fault } from '../play/plan.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';
import { beginDevice } from './device.ts';
import { rot } from './rot.ts';

/** A server that could not begin is begun again after this. Milliseconds. */
const BEGINS_AGAIN_MS = 2000;

export type CloudFault = Extract<Fault, `cloud-${string}` | 'quota-lowered'>;

/** Something goes wrong with the cloud. */
export function cloudFault(world: World, chance: Chance, does: CloudFault, lasts: number): void {
  const later = (ms: number, what: string, run: () => void): void => void world.timeline.after(ms, what, run);
  switch (does) {
    case 'cloud-dies':
    case 'cloud-loses-power':
      return cloudEnds(world, does === 'cloud-loses-power', Math.min(lasts, 8000));
    case 'cloud-full':
      world.tell('the disk of the cloud is full');
      world.cloud.blobs.disk.capacity = 0;
      return later(lasts, 'the cloud has room again', () => void (world.cloud.blobs.disk.capacity = Number.POSITIVE_INFINITY));
    case 'cloud-notes-full':
      return fillDatabase(world, chance, lasts);
    case 'cloud-rots':
      return rot(world, chance);
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
    default:
      return does satisfies never;
  }
}

/** The disk with the cloud's database is full; mostly it is the one with the photos, too. */
function fillDatabase(world: World, chance: Chance, lasts: number): void {
  const { database } = world.cloud.tables;
  const { disk } = world.cloud.blobs;
  const both = chance.happens(0.6);
  database.full = chance.fork('refusals');
  if (both) disk.capacity = 0;
  world.tell(both ? 'the disk of the cloud is full, to the last byte' : 'the disk with the database of the cloud is full');
  world.timeline.after(lasts, 'the database of the cloud has room again', () => {
    database.full = null;
    if (both) disk.capacity = Number.POSITIVE_INFINITY;
  });
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
  try {
    world.cloud.start();
  } catch (error) {
    if (!(error instanceof DatabaseFull)) throw error;
    world.tell('the server cannot begin, for its disk is full');
    return void world.timeline.after(BEGINS_AGAIN_MS, 'the server begins once more', () => beginCloud(world));
  }
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
  // What had rotted when the backup was made is rotten again.
  for (const hash of cloud.blobs.list('blobs')) if (cloud.blobs.stat(hash)?.hash !== hash) world.witness.rotted(hash, timeline.now);
  const taken = new Set([...cloud.tables.ledger.values()].filter(({ state }) => state === 'committed').map(({ hash }) => hash));
  world.witness.putBack(timeline.now, (hash) => taken.has(hash));
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

export function update(world: World, device: Device): void {
  if (device.protocol >= PROTOCOL_VERSION) return;
  world.tell(`the ${device.name} is updated`);
  device.kill();
  device.protocol = PROTOCOL_VERSION;
  beginDevice(world, device);
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
