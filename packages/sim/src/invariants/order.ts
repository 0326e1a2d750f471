import { entityKey, parseCursor } from '@rollcall/protocol';
import { isLearning, isTold } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';
import { resolve } from '../server/library.ts';

/** C1, C2: each mutation takes effect once, and those of a device in their order. */
export function checkChains(world: World): void {
  const last = new Map<string, number>();
  for (const { library, deviceId, epoch, n } of world.cloud.tables.taken.values()) {
    const chain = `${library} ${deviceId} ${epoch}`;
    const before = last.get(chain) ?? 0;
    if (n === before) world.violate('C1', `change ${n} of a device took effect twice`);
    if (n !== before + 1) world.violate('C2', `change ${n} of a device took effect after change ${before}`);
    last.set(chain, n);
  }
}

/** C3: a device knows everything that its cursor says that it knows. */
export function checkCursor(world: World, device: Device, at: string | null): void {
  const cursor = parseCursor(at ?? '');
  const { tables } = world.cloud;
  const library = device.store.identity()?.libraryId ?? '';
  // Who has learned to read more is about to ask anew.
  if (!cursor || cursor.epoch !== tables.fact('epoch') || isLearning(device.store)) return;
  const generation = cursor.generation.slice(0, 10);
  if (![...tables.generations.values()].some((row) => row.library === library && row.generation === generation)) return;
  const told = device.store.told();
  for (const { seq, entity } of tables.index(library).rows) {
    if (seq > cursor.seq) break;
    if (!isTold(entityKey(entity), device.protocol)) continue;
    const own = told.get(entityKey(entity));
    if (own === undefined || own.seq < seq)
      world.violate('C3', `the ${device.name} has a cursor at ${cursor.seq}, and does not know ${entityKey(entity)} of ${seq}`);
  }
}

/** C6: no two rows of a library have one seq, and none is above the head. */
export function checkSeq(world: World): void {
  const { tables } = world.cloud;
  for (const { id, head } of tables.libraries.values()) {
    let before = 0;
    for (const { seq } of tables.index(id).rows) {
      if (seq <= before || seq > head) world.violate('C6', `seq ${seq} after ${before}, with the head at ${head}`);
      before = seq;
    }
  }
}

/** C8: an id once minted leads somewhere for ever. */
export function checkIds(world: World): void {
  const { tables } = world.cloud;
  for (const library of world.libraries)
    for (const { entity } of tables.index(library).rows) {
      if (entity.type !== 'alias') continue;
      const id = resolve(tables, library, entity.from);
      if (tables.entity(library, `asset:${id}`) === undefined && !tables.purgedAssets.has(`${library} ${id}`))
        world.violate('C8', `the id ${entity.from} leads nowhere`);
    }
}
