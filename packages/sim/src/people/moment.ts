import type { Change } from '@rollcall/protocol';
import { DiskError } from '../disk/disk.ts';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';
import { renameInBrowser } from './browser.ts';
import { edit, moveElsewhere, overwrite, remove, rename } from './deeds.ts';

/** How often a busy machine stands still when a file was given its place, and how often its person is at that file just then. */
const STANDS_STILL = 0.4;
const PERSON_IS_THERE = 0.5;
/** How often a photo is renamed while an edit of it is on its way, and how long that is at most. */
const WANTS_ROOM = 0.3;
const RENAMED_MEANWHILE = 0.5;
const ON_THE_WAY_MS = 250;
/** How often it takes its time to read a file. */
const READS_SLOWLY = 0.25;
const LONGEST_MS = 3000;

const AT_THE_FILE = [
  edit,
  overwrite,
  moveElsewhere,
  rename,
  (...[world, device, chance, file]: Parameters<typeof edit>) => remove(world, device, chance, [file]),
] as const;

/** A busy machine has just given a file its place. Gives for how long its program stands still, milliseconds; meanwhile its person may do something to that file. */
export function inTheMoment(world: World, device: Device, path: string): number {
  const chance = world.chance.fork(`the ${device.name} lays ${path} at ${Math.floor(world.timeline.now)}`);
  if (!chance.happens(STANDS_STILL)) return 0;
  const still = chance.between(50, LONGEST_MS);
  if (!world.quiet && chance.happens(PERSON_IS_THERE))
    world.timeline.after(chance.next() * still, `a person at the ${device.name}`, () => act(world, device, path, chance.fork('deed')));
  return still;
}

/** What happens now and then while a change is on its way to the cloud. */
export function onTheWay(world: World, device: Device, change: Change): void {
  if (world.quiet) return;
  if (change.name === 'asset.edit') renamedOnTheWay(world, device, change);
  if (change.name === 'asset.set') wantsRoom(world, device, change.args.assetId);
}

/** A photo was renamed here, and its original is to make room before anybody knows of that. */
function wantsRoom(world: World, device: Device, assetId: string): void {
  const chance = world.chance.fork(`the ${device.name} renames ${assetId} at ${Math.floor(world.timeline.now)}`);
  if (!chance.happens(WANTS_ROOM)) return;
  world.timeline.after(chance.below(50), 'a person', () => {
    if (world.quiet || device.agent === null) return;
    world.tell(`a person wants room on the ${device.name}, by what was just renamed`);
    device.agent.evict(assetId);
  });
}

/** While an edit is on its way its photo is renamed in a browser, and a program touches its file. */
function renamedOnTheWay(world: World, device: Device, change: Extract<Change, { name: 'asset.edit' }>): void {
  const { assetId, rendering } = change.args;
  const chance = world.chance.fork(`the ${device.name} tells of ${rendering.hash} at ${Math.floor(world.timeline.now)}`);
  if (!chance.happens(RENAMED_MEANWHILE)) return;
  world.timeline.after(chance.between(20, ON_THE_WAY_MS), 'a person in a browser', () => {
    if (!world.quiet) renameInBrowser(world, device, chance.fork('name'), assetId);
  });
  world.timeline.after(chance.between(20, ON_THE_WAY_MS), 'a program', () => {
    const file = device.store.filesOf(assetId).find(({ hash }) => hash === rendering.hash);
    if (!world.quiet && file !== undefined && device.disk.stat(file.path) !== null) touch(world, device, file.path);
  });
}

/** It has the same bytes, and another time. */
function touch(world: World, device: Device, path: string): void {
  world.tell(`a program at the ${device.name} touches ${path}`);
  device.disk.setTime(path, world.timeline.now);
  device.agent?.lookAt([path]);
}

/** How much longer a busy machine takes to read a file, now and then. Milliseconds. */
export function slowReading(world: World, device: Device, path: string): number {
  const chance = world.chance.fork(`the ${device.name} reads ${path} at ${Math.floor(world.timeline.now)}`);
  return chance.happens(READS_SLOWLY) ? chance.between(50, LONGEST_MS) : 0;
}

function act(world: World, device: Device, path: string, chance: Parameters<typeof edit>[2]): void {
  const file = device.disk.stat(path);
  if (world.quiet || file === null) return;
  const before = world.witness.actor;
  world.witness.actor = 'person';
  try {
    chance.pick(AT_THE_FILE)(world, device, chance, file);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  } finally {
    world.witness.actor = before;
  }
}
