import { fileUnit, judgeRollCall, keptWith, rollDigest, RollSums, type Called } from '@rollcall/core';
import { rollCallText, type RollCallLine } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';

/** C4: at rest the roll calls agree: whatever a device tells to be in sync answers, and the cloud has stored exactly that. */
export function checkRolls(world: World, device: Device): void {
  const identity = device.store.identity();
  if (identity === null || !device.agent) return;
  const items = itemsOf(world, device);
  const { tables, blobs } = world.cloud;
  const answering = items.flatMap(({ line }) => line ?? []);
  const named = new Map(answering.map((line) => [rollCallText(line), line]));
  const stored = new Map<string, RollCallLine>();
  for (const { entity } of tables.index(identity.libraryId).rows) {
    if (entity.type !== 'resource' || entity.removed) continue;
    const { assetId, role, hash } = entity;
    // What its disk forgot, and nobody can give back, is told by the scrub.
    const isNowhere = world.witness.isRotted(hash) && !world.isWithinReach(hash, identity.libraryId);
    if (blobs.stat(hash)?.hash === hash || isNowhere) stored.set(rollCallText({ assetId, role, hash }), { assetId, role, hash });
  }
  const there = answering.map((line) => ({
    state: stored.has(rollCallText(line)) ? ('stored' as const) : ('missing' as const),
    hash: line.hash,
  }));
  const { missing } = judgeRollCall({ items, there });
  for (const { path, why } of missing) world.violate('C4', `${path} of the ${device.name} does not answer at the roll call: ${why}`);
  // Each side in an order of its own.
  const [here, cloud] = [[...named.values()], [...stored].flatMap(([text, line]) => (named.has(text) ? [line] : []))];
  if (rollDigest(here) !== rollDigest(cloud)) world.violate('C4', `the roll calls of the ${device.name} and the cloud differ`);
  if (sumsOf(here).differing(sumsOf(cloud)).length > 0) world.violate('C4', `the sums of the ${device.name} and the cloud differ`);
}

function itemsOf(world: World, { agent, store, disk }: Device): Called[] {
  const inSync = store.files().filter(({ key, missingSince }) => missingSince === null && agent?.reasons(fileUnit(key)).length === 0);
  return inSync.map((file) => {
    const { path, assetId } = file;
    const remote = assetId === null ? keptWith(store, file) : store.remote(assetId);
    const bytes = disk.stat(path)?.bytes;
    const hash = bytes === undefined ? null : (world.gallery.of(bytes)?.standIn?.of ?? bytes.hash);
    const resource = remote?.resources.find((each) => each.hash === hash && !each.removed);
    const line = remote && resource ? { assetId: remote.asset.id, role: resource.role, hash: resource.hash } : null;
    return { path, line, why: line === null ? 'it is told to be in sync, and has no line' : '' };
  });
}

function sumsOf(lines: readonly RollCallLine[]): RollSums {
  const sums = new RollSums();
  for (const line of lines) sums.add(line);
  return sums;
}

/** L1: what was only on a server that was put back to before it is listed as lost, by each device that knew of it. */
export function checkLostTold(world: World): void {
  for (const [hash, { fate, name }] of world.witness.captured) {
    if (fate !== 'lost-with-server' || world.witness.copies(hash) > 0) continue;
    for (const { device, assetId } of world.witness.knew(hash)) {
      const own = world.devices.find((each) => each.name === device);
      const listed = own?.agent?.state.lost.photos.some((each) => each.assetId === assetId) ?? true;
      if (!listed) world.violate('L1', `${name} is lost with the server, and the ${device}, which knew of it, does not say so`);
    }
  }
}
