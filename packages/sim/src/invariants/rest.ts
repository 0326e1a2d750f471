import { companionsOf, isTold, shownResource } from '@rollcall/core';
import { entityKey, type Asset, type Resource } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { OWN_FOLDER } from '../device/folder.ts';
import type { World } from '../play/world.ts';
import { assetRows } from '../server/library.ts';

/** C4: at rest a device knows what the cloud knows, and shows it, but for items with a reason. */
export function checkReplica(world: World, device: Device): void {
  const identity = device.store.identity();
  if (identity === null || !device.agent) return;
  const { tables } = world.cloud;
  const library = identity.libraryId;
  const told = device.store.told();
  for (const { seq, entity } of tables.index(library).rows) {
    if (!isTold(entityKey(entity), device.protocol)) continue;
    const own = told.get(entityKey(entity));
    if (own?.seq !== seq)
      world.violate('C4', `the ${device.name} knows ${entityKey(entity)} as of ${own?.seq ?? 'never'}, the cloud has ${seq}`);
  }
  // What it only backs up is not fetched.
  if (device.policy.direction !== 'backup-only') checkHere(world, device, library);
  checkThere(world, device, library);
}

/** What is live in the cloud lies here, with all its parts. */
function checkHere(world: World, device: Device, library: string): void {
  const { tables } = world.cloud;
  const files = [...device.disk.files()].filter(({ path }) => !path.startsWith(`${OWN_FOLDER}/`));
  const onDisk = new Set(files.flatMap(({ bytes }) => [bytes.hash, world.gallery.of(bytes)?.standIn?.of ?? bytes.hash]));
  const excused = excusedHashes(device);
  for (const { entity } of tables.index(library).rows) {
    if (entity.type !== 'asset' || entity.state !== 'live') continue;
    const rows = assetRows(tables, library, entity.id);
    if (!rows) continue;
    const shown = shownResource(rows);
    for (const resource of [...(shown ? [shown] : []), ...companionsOf(rows)]) {
      if (onDisk.has(resource.hash) || excused.assets.has(entity.id) || excused.hashes.has(resource.hash)) continue;
      world.violate('C4', `${entity.fileName} (${resource.role}) is in the cloud, and not on the ${device.name}: ${told(device, entity)}`);
    }
  }
}

function told({ agent, store }: Device, asset: Asset): string {
  const reasons = agent?.reasons(`a:${asset.id}`) ?? [];
  const files = store.filesOf(asset.id).map(({ path, hash, baseHash }) => `${path} ${hash?.slice(0, 6)} ${baseHash?.slice(0, 6)}`);
  return `${reasons.map(({ code }) => code).join(' ') || 'no reason'}; files: ${files.join(', ') || 'none'}`;
}

/** Assets and bytes for which an item of this device has a reason. */
function excusedHashes({ agent, store }: Device): { readonly assets: ReadonlySet<string>; readonly hashes: ReadonlySet<string> } {
  const assets = new Set<string>();
  const hashes = new Set<string>();
  for (const [unit] of agent?.reasonsOpen() ?? []) {
    if (unit.startsWith('a:')) assets.add(unit.slice(2));
    else {
      const file = store.file(Number(unit.slice(2)));
      if (file?.assetId) assets.add(file.assetId);
      if (file?.hash) hashes.add(file.hash);
    }
  }
  return { assets, hashes };
}

/** What lies here is in the cloud: as a photo that is live there. */
function checkThere(world: World, device: Device, library: string): void {
  const { tables } = world.cloud;
  const live = new Set(
    tables.index(library).rows.flatMap(({ entity }) => {
      if (entity.type !== 'resource' || entity.removed) return [];
      return (tables.entity(library, `asset:${entity.assetId}`)?.entity as Asset | undefined)?.state === 'live'
        ? [(entity satisfies Resource).hash]
        : [];
    }),
  );
  for (const { path, bytes } of device.disk.files()) {
    if (path.startsWith(`${OWN_FOLDER}/`) || live.has(world.gallery.of(bytes)?.standIn?.of ?? bytes.hash)) continue;
    const file = device.store.fileAt(path);
    const reasons = file === null ? [] : (device.agent?.reasons(`f:${file.key}`) ?? []);
    if (reasons.length > 0) continue;
    world.violate('C4', `${path} lies on the ${device.name}, is not in the cloud, and nothing says why`);
  }
}

/** At rest a photo that was only on a server that was put back is told as lost by whoever knew of it, or it is back. */
export function checkLost(world: World): void {
  for (const [hash, { fate, name }] of world.witness.captured) {
    if (fate !== 'kept' || world.witness.copies(hash) > 0) continue;
    world.violate('L1', `${name} is nowhere any more`);
  }
}
