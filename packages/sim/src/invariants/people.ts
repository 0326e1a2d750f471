import { fullName, type AssetRows } from '@rollcall/core';
import { isCompanion, type Change, type MutationResult, type NewResource } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import { parentOf } from '../disk/disk.ts';
import { plainName } from '../play/witness.ts';
import type { World } from '../play/world.ts';

const DAY_MS = 86_400_000;
/** A person may put a copy back in the very moment in which the last one is noted as deleted. */
const MOMENT_MS = 10_000;

/** What a device does to the library is what its person did. */
export function checkQueued(world: World, device: Device, change: Change): void {
  if (change.name === 'asset.trash') checkTrash(world, device, change.args.assetId);
  if (change.name === 'asset.edit') checkOwnWrite(world, device, change.args.rendering.hash);
}

/** P7: what a device itself wrote is no edit that its person made. A server that was put back is told again of what it had. */
function checkOwnWrite(world: World, device: Device, hash: string): void {
  const { witness } = world;
  if (!witness.disturbed && witness.isOwnWrite(device.name, hash))
    world.violate('P7', `the ${device.name} tells of ${witness.nameOf(hash)} as an edit, which it wrote there itself`);
}

/** A deletion was queued, by whomever. */
export function countDeletion({ witness }: World, change: Change): void {
  if (change.name === 'asset.trash') witness.deletions.set(change.args.assetId, (witness.deletions.get(change.args.assetId) ?? 0) + 1);
}

/** P1: nothing is deleted that nobody deleted. P2: nor a photo of which a file is still here. P3: nor very much without a question. */
function checkTrash(world: World, device: Device, assetId: string): void {
  const { witness } = world;
  const remote = device.store.remote(assetId);
  if (remote === null) return;
  // What it ever was, here or there: a photo may have been edited or completed since its file went.
  const here = device.store.filesOf(assetId).flatMap(({ hash, baseHash }) => [hash, baseHash]);
  const hashes = [...remote.resources.map(({ hash }) => hash), ...here].filter((hash) => hash !== null);
  const name = remote.asset.fileName;
  if (!hashes.some((hash) => witness.wasTaken(device.name, hash)) && !witness.letGo.has(assetId))
    world.violate('P1', `the ${device.name} deletes ${name} everywhere, which nobody deleted there`);
  const { role } = remote.resources.find(({ id }) => id === remote.asset.rendering) ?? { role: 'original' };
  const shown = remote.resources.filter((each) => !each.removed && each.role === role).map(({ hash }) => hash);
  for (const { path, bytes, ctime } of device.disk.files())
    if (!path.startsWith(`${OWN_FOLDER}/`) && shown.includes(bytes.hash) && device.now() - ctime > MOMENT_MS && !isClosed(device, path))
      world.violate('P2', `the ${device.name} deletes ${name} everywhere, and ${path} still shows it there`);
  if (!witness.letGo.has(assetId)) checkHold(world, device, assetId);
}

/** P1: nobody is asked about a deletion that nobody made. */
export function checkHeld(world: World, device: Device): void {
  for (const file of device.store.held()) {
    const remote = file.assetId === null ? null : device.store.remote(file.assetId);
    const hashes = [file.hash, file.baseHash, file.standIn?.of, ...(remote?.resources.map(({ hash }) => hash) ?? [])];
    if (file.gone && !hashes.some((hash) => hash != null && world.witness.wasTaken(device.name, hash)))
      world.violate('P1', `the ${device.name} asks about ${file.path}, which nobody deleted there`);
  }
}

function isClosed({ disk }: Device, path: string): boolean {
  if (disk.isOver(path)) return true;
  for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) if (disk.closed.has(folder)) return true;
  return false;
}

function checkHold(world: World, device: Device, assetId: string): void {
  const { trashed } = world.witness;
  const { now } = world.timeline;
  const went = [
    ...(trashed.get(device.name) ?? []).filter((each) => each.at > now - DAY_MS && each.assetId !== assetId),
    { at: now, assetId },
  ];
  trashed.set(device.name, went);
  if (device.jumped) return;
  const before = device.store.here().here + went.length;
  const many = went.length > Math.max(10, before / 10);
  const half = before >= 4 && went.length * 2 >= before;
  if (many || half) world.violate('P3', `the ${device.name} deleted ${went.length} of ${before} photos within a day, and nobody was asked`);
}

/** C7: what the server has taken is what both sides agree on. */
export function checkTaken(world: World, device: Device, { assetId, hash, result }: Parameters<World['checks']['taken']>[2]): void {
  if (result === null || result.status === 'rejected' || hash === null) return;
  for (const file of device.store.filesOf(assetId))
    if (file.hash === hash && file.baseHash !== hash)
      world.violate('C7', `${file.path} of the ${device.name} was acknowledged, and is not in the base`);
}

/** P4: what was purged comes back only by a person's hand. P5: an edit is one of the same shot. P6: names are those that people gave. P9: no compressed version is sent. */
export function checkDone(
  world: World,
  change: Change,
  before: AssetRows | undefined,
  result: MutationResult,
  purged: ReadonlySet<string>,
): void {
  if (result.status === 'rejected') return;
  for (const { hash } of sentWith(change))
    if (world.gallery.of({ content: contentOf(hash) })?.standIn != null && !isRotten(hash))
      world.violate('P9', 'a compressed version was sent as if it were a photo');
  switch (change.name) {
    case 'asset.create':
      if (!change.args.newHere && !before && change.args.resources.some(({ hash }) => purged.has(hash)))
        world.violate('P4', `${change.args.fields.fileName} was deleted for good, and came back by itself`);
      return change.args.resources.some(({ hash }) => isRotten(hash)) ? undefined : checkName(world, change.args.fields.fileName);
    case 'asset.edit':
      return checkEdit(world, change.args.rendering, before, result.status === 'applied');
    case 'asset.set':
      return checkName(world, change.args.fields.fileName);
    default:
      return;
  }
}

function sentWith({ name, args }: Change): readonly NewResource[] {
  return name === 'asset.create'
    ? args.resources
    : name === 'asset.edit'
      ? [args.rendering]
      : name === 'resource.attach'
        ? [args.resource]
        : [];
}

/** The content that a hash of the simulator's is of. */
function contentOf(hash: string): number {
  return Number.parseInt(hash.slice(8, 16), 16);
}

function checkName(world: World, name: string | undefined): void {
  const { witness } = world;
  if (name !== undefined && !isGiven(witness, name)) world.violate('P6', `a photo is called ${name}, and nobody named it so`);
}

/**
 * A person or a camera gave a photo this name. A device whose state or folder is of another time takes the name that it had given to a
 * file itself (`IMG_1 (2).JPG`) for its person's.
 */
function isGiven({ names, disturbed }: World['witness'], name: string): boolean {
  const plain = plainName(name);
  // A compressed version that a person renamed names its original, whose ending stays.
  if ([...names].some((each) => plainName(fullName(each, plain)) === plain)) return true;
  return names.has(plain) || (disturbed && names.has(plain.replace(/(?: \(\d+\))+(?=\.[^.]*$|$)/, '')));
}

/** @param shown by what was done, the edit is what its photo shows; else it is a version beside that */
function checkEdit(world: World, rendering: NewResource, before: AssetRows | undefined, shown: boolean): void {
  // What was made of a part before it was joined, or of an edit that came with it, is a version of the whole.
  const isOf = (role: string): boolean => role === 'original' || (!shown && isCompanion(role));
  const may = (before?.resources ?? []).filter(({ role, removed }) => !removed && isOf(role)).map(({ hash }) => hash);
  if (may.length === 0 || may.some((hash) => world.witness.isRotted(hash))) return;
  // A half-copied photo that its device completed before the cloud was put back is the same shot, dated or not.
  if (may.some((hash) => contentOf(hash) === contentOf(rendering.hash))) return;
  const shot = (hash: string): string | null => {
    const photo = world.gallery.of({ content: contentOf(hash) });
    return photo?.takenAt == null || photo.camera === null ? null : `${photo.takenAt} ${photo.camera}`;
  };
  const is = shot(rendering.hash);
  // What a disk did to the bytes is kept as a version.
  if (!isRotten(rendering.hash) && (is === null || !may.some((hash) => shot(hash) === is)))
    world.violate('P5', `another photo was taken for an edit of ${before?.asset.fileName ?? ''}`);
}

/** A disk made these bytes, and no person. */
export function isRotten(hash: string): boolean {
  return hash.slice(24, 32) !== '00000000';
}
