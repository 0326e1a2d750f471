import { LIMITS, type Acknowledged, type Change, type MutationResult } from '@rollcall/protocol';
import type { AssetRows } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { Touching } from '../device/work.ts';
import type { World } from '../play/world.ts';
import { isRotten } from './people.ts';
import { acknowledgedOf } from '../server/feed.ts';
import { keyOf } from '../server/tables.ts';
import type { Request, Response, Sender } from '../wire/messages.ts';

/** L1: what was captured and not purged by its user is somewhere. */
export function checkCopies(world: World): void {
  const words = world.witness.judge(world.timeline.now);
  if (words !== null) world.violate('L1', words);
}

/** L2: bytes that the server says it has outlive a crash at this instant. */
export function checkDurable(world: World): void {
  const { tables, blobs } = world.cloud;
  // What is not on disk yet was not acknowledged either.
  if (!tables.database.synced) return;
  for (const { hash, state } of tables.ledger.values()) {
    if (state === 'reserved') continue;
    if (blobs.stat(hash)?.hash === hash && blobs.disk.isDurable(`blobs/${hash}`)) {
      world.witness.sound(hash);
      continue;
    }
    // Its disk forgot it, whether that was found yet or not: it is asked back from the devices.
    if ((tables.checks.get(hash) ?? 'sound') !== 'sound' || world.witness.isRotted(hash)) continue;
    world.violate('L2', `the cloud says it has ${world.witness.nameOf(hash)}, which a crash would take`);
  }
}

/** L2: what is answered as done is written. */
export function checkAnswered(world: World, sender: Sender, request: Request, { status, json }: Response): void {
  const { tables } = world.cloud;
  if (request.route === 'mutations' && status === 200) {
    const { acknowledged } = json as { readonly acknowledged: Acknowledged };
    const { n } = acknowledgedOf(tables, sender.libraryId, sender.deviceId, tables.fact('epoch') ?? '');
    if (n < acknowledged.n) world.violate('L2', `the cloud says it has taken change ${acknowledged.n} of a device, and has ${n}`);
  }
  if (request.route === 'send' && status === 201 && tables.tickets.get(request.upload)?.result === null)
    world.violate('L2', 'the cloud says that an upload is kept, and has not noted it');
}

/** L3, L4: nothing that the cloud has not got is removed or replaced; nothing is placed that is not what it is called (L6). */
export function checkTouching(world: World, device: Device, touching: Touching): void {
  world.touched[touching.does] += 1;
  if ((touching.does === 'replace' || touching.does === 'place') && touching.full) world.touched.full += 1;
  if (touching.does === 'replace') world.witness.writes(device.name, touching.by);
  const there = device.mounted.stat(touching.path);
  if (touching.does === 'place') {
    if (there !== null && there.bytes.hash !== touching.hash)
      world.violate('L6', `${touching.path} was given other bytes than it was to have`);
    return;
  }
  if (there === null || there.bytes.length === 0) return;
  // A stand-in is worth what it stands for.
  const hash = world.gallery.of(there.bytes)?.standIn?.of ?? there.bytes.hash;
  if (there.links > 1) return;
  // What a disk made of bytes in this very moment is nobody's photo.
  if (!world.witness.isTaken(hash, world.timeline.now) && !isRotten(hash))
    world.violate('L4', `the ${device.name} takes away ${touching.path}, which only it has`);
  const by = touching.does === 'replace' ? device.mounted.stat(touching.part) : null;
  if (by !== null && touching.does === 'replace' && by.bytes.hash !== touching.by)
    world.violate('L6', `${touching.path} is given other bytes than it is to have`);
  const { tables, blobs } = world.cloud;
  const sound = blobs.stat(hash)?.hash === hash || world.witness.hasJustRotted(hash, world.timeline.now);
  if (touching.does === 'evict' && !sound)
    world.violate('L3', `${touching.path} gives way on the ${device.name}, and the cloud has not got it sound`);
  const library = device.store.identity()?.libraryId ?? '';
  const referred = tables.ledgerRow(library, hash)?.state === 'committed';
  if (referred && !sound && world.witness.copies(hash) <= 1)
    world.violate('L3', `the ${device.name} takes away the last copy of ${touching.path}`);
}

/** L5: a photo is purged only by a purge that expected it as it was, or after its time. */
export function checkChange(world: World, library: string, change: Change, before: AssetRows | undefined, result: MutationResult): void {
  if (change.name !== 'asset.purge' || result.status !== 'applied') return;
  if (before?.asset.state !== 'trashed' || before.seq !== change.expect)
    world.violate('L5', `a photo was purged that was ${before?.asset.state ?? 'not there'}, by somebody who had seen another state of it`);
  notePurged(world, library, before);
}

export function checkExpired(world: World, library: string, assetId: string, since: number | undefined): void {
  if (since === undefined || world.timeline.now - since < LIMITS.trash) world.violate('L5', 'Recently Deleted was emptied before its time');
  const purged = world.cloud.tables.purgedAssets.get(keyOf(library, assetId));
  for (const { hash } of purged?.resources ?? []) world.witness.purged(hash);
}

export function notePurged(world: World, _library: string, rows: AssetRows | undefined): void {
  for (const { hash, removed } of rows?.resources ?? []) if (!removed) world.witness.purged(hash);
}
