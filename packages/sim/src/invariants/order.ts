import { entityKey, isCompanion, parseCursor, type Change, type MutationResult } from '@rollcall/protocol';
import { isLearning, isTold } from '@rollcall/core';
import type { Device } from '../device/device.ts';
import type { World } from '../play/world.ts';
import { assetRows, resolve } from '../server/library.ts';
import type { Request, Sender } from '../wire/messages.ts';
import { keyOf, type EntityRow } from '../server/tables.ts';

/**
 * C1, C2: each mutation takes effect once, and those of a device in their order. P8: no deletion is told oftener than it was made, also by
 * a device that returns with older notes, or to a cloud that is put back to after it had heard of it.
 */
export function checkChains(world: World): void {
  const last = new Map<string, number>();
  const deleted = new Map<string, number>();
  for (const { library, deviceId, epoch, n, deletes } of world.cloud.tables.taken.values()) {
    if (deletes !== null) {
      const times = (deleted.get(deletes) ?? 0) + 1;
      deleted.set(deletes, times);
      if (times > (world.witness.deletions.get(deletes) ?? 0))
        world.violate('P8', 'a device tells once more of a deletion that it had told of before');
    }
    const chain = `${library} ${deviceId} ${epoch}`;
    const before = last.get(chain) ?? 0;
    if (n === before) world.violate('C1', `change ${n} of a device took effect twice`);
    if (n !== before + 1) world.violate('C2', `change ${n} of a device took effect after change ${before}`);
    last.set(chain, n);
  }
}

/** C9: what a device tells it does not forget, for its next change would be taken for that of a copy. A copy that goes by its id may be the one that tells. */
export function checkTold(world: World, { deviceId }: Sender, request: Request): void {
  if (request.route !== 'mutations') return;
  const own = world.devices.filter(({ store }) => store.identity()?.deviceId === deviceId);
  for (const { n } of request.mutations)
    if (own.length > 0 && own.every(({ store }) => !store.isQueuedOnDisk(n)))
      world.violate('C9', `the ${own[0]?.name ?? ''} tells of change ${n}, which a loss of power would take`);
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

/** What was seen of the feeds of all libraries: the row of each entity, the ids that lead somewhere and to which bytes, and each head. */
export interface Feeds {
  past: number;
  rows: ReadonlyMap<string, EntityRow>;
  readonly heads: Map<string, number>;
  readonly ids: Map<string, string>;
  /** Of the beginning of a half-copied photo, the bytes that completed it. */
  readonly completed: Map<string, string>;
}

export function newFeeds(): Feeds {
  return { past: 0, rows: new Map(), heads: new Map(), ids: new Map(), completed: new Map() };
}

/** A half-copied photo has other bytes from now on; it may be joined to another one before anybody has looked at it as it is then. */
export function noteCompleted({ completed }: Feeds, library: string, change: Change, result: MutationResult): void {
  if (change.name !== 'resource.complete' || result.status === 'rejected') return;
  completed.set(keyOf(library, change.expect), change.args.resource.hash);
}

/** C6: what changes takes a seq above all that were taken; nothing changes without one, and no two rows have the same. C8, too. */
export function checkFeeds(world: World, feeds: Feeds): void {
  const { tables, pasts } = world.cloud;
  // What a loss of power took, or a backup did not have, is as if it had never been.
  if (feeds.past !== pasts) Object.assign(feeds, { ...newFeeds(), past: pasts });
  for (const { id, head } of tables.libraries.values()) {
    const known = feeds.heads.get(id) ?? 0;
    if (head < known) world.violate('C6', `the head of a library goes back from ${known} to ${head}`);
    let before = 0;
    for (const row of tables.index(id).rows) {
      const { seq, entity } = row;
      if (seq <= before || seq > head) world.violate('C6', `seq ${seq} after ${before}, with the head at ${head}`);
      before = seq;
      if (feeds.rows.size > 0 && feeds.rows.get(keyOf(id, entityKey(entity))) !== row && seq <= known)
        world.violate('C6', `${entityKey(entity)} changes, and has the seq ${seq}, which was taken before`);
    }
    feeds.heads.set(id, head);
  }
  feeds.rows = new Map(tables.entities.rows);
  // What is not on disk was told to nobody.
  if (tables.database.synced) checkIds(world, feeds);
}

/**
 * C8: an id once minted leads to its photo for ever: to the bytes with which it came, or to what is left of them after a purge. The id of
 * a part that was taken out again leads to the photo of which it was a part.
 */
function checkIds(world: World, { ids, completed }: Feeds): void {
  const { tables } = world.cloud;
  for (const library of world.libraries) {
    for (const { entity } of tables.index(library).rows) {
      if (entity.type !== 'asset' && entity.type !== 'alias') continue;
      const id = entity.type === 'asset' ? entity.id : entity.from;
      if (entity.type === 'alias' && ids.has(keyOf(library, id))) continue;
      // A half-copied photo that is completed has other bytes from then on.
      const { resources = [] } = assetRows(tables, library, resolve(tables, library, id)) ?? {};
      const original = resources.find(({ role, removed }) => role === 'original' && !removed);
      if (original) ids.set(keyOf(library, id), original.hash);
    }
  }
  for (const [key, hash] of ids) {
    const [library = '', id = ''] = key.split(' ');
    const kept = resolve(tables, library, id);
    const there = assetRows(tables, library, kept)?.resources ?? tables.purgedAssets.get(keyOf(library, kept))?.resources;
    const same = completedBy(completed, library, hash);
    const its = there?.filter((each) => same.has(each.hash)) ?? [];
    if (there === undefined) world.violate('C8', `the id ${id} leads nowhere`);
    else if (kept !== id && its.length > 0 && its.every((each) => each.removed && isCompanion(each.role))) ids.delete(key);
    else if (its.length === 0) world.violate('C8', `the id ${id} leads to another photo than it did`);
  }
}

/** These bytes, and those of the same photo that was copied further. */
function completedBy(completed: Feeds['completed'], library: string, hash: string): Set<string> {
  const same = new Set([hash]);
  for (const each of same) {
    const more = completed.get(keyOf(library, each));
    if (more !== undefined) same.add(more);
  }
  return same;
}
