import { bearsName, fullName, isKeptBeside, nameOf, partOf, type LocalFile, type RemoteAsset } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';

/** Files that had the name of their photo when nothing was to be done for them: the photo, by the number of the file's row. */
export type Followers = Map<number, string>;

/** What has the name of its photo goes on having it: it is no copy that its person keeps under a name of its own. */
export function noteFollowers(device: Device, followers: Followers): void {
  for (const file of device.store.files()) {
    const remote = shownBy(device, file);
    if (remote !== null && bears(device, file, remote.asset.fileName)) followers.set(file.key, remote.asset.id);
  }
}

/** P10: at rest each file that follows its photo has the name that the library has for it, with or without a number. */
export function checkNames(world: World, device: Device, followers: Followers): void {
  // A device that was put back may take for its person's what it had given itself, and one that only sends keeps its own names.
  if (world.witness.disturbed || device.policy.direction !== 'both') return;
  for (const file of device.store.files()) {
    const remote = shownBy(device, file);
    if (remote === null || followers.get(file.key) !== remote.asset.id || bears(device, file, remote.asset.fileName)) continue;
    if (isEditedStandIn(file, remote)) continue;
    world.violate('P10', `${file.path} of the ${device.name} is called ${remote.asset.fileName} in the library, and stays as it is`);
  }
}

/** The photo that a file shows, and with which nothing is to be done; null: there is none, or it is a part or a copy, whose name is its own affair. */
function shownBy({ agent, store }: Device, file: LocalFile): RemoteAsset | null {
  const remote = file.assetId === null || file.missingSince !== null || file.excluded !== null ? null : store.remote(file.assetId);
  if (remote === null || remote.asset.state !== 'live' || (agent?.reasons(`f:${file.key}`) ?? []).length > 0) return null;
  const others = store.filesOf(remote.asset.id).filter(({ key }) => key !== file.key);
  return partOf(file, remote) === 'shown' && !isKeptBeside(file, others, remote) ? remote : null;
}

function bears({ disk }: Device, { path, standIn }: LocalFile, wanted: string): boolean {
  const listed = nameOf(path);
  const name = standIn == null ? listed : fullName(listed, wanted);
  return bearsName(disk.rules.listsNfd ? name.normalize('NFC') : name, wanted);
}

/** Who edits a compressed version makes a JPEG of what is none: it keeps the name that says so, whatever the photo is called. */
function isEditedStandIn({ path, standIn }: LocalFile, { asset }: RemoteAsset): boolean {
  return standIn == null && asset.rendering !== null && /\.[^.]{1,8}\.jpg( \(\d+\))?$/i.test(nameOf(path));
}
