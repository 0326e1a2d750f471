import { answerHeld, askAgain, forgetDeleted, inverse, keepDeleted } from '@rollcall/core';
import { mintId } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import { plainName } from '../play/witness.ts';
import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

/** By a command on the device, or by an order from elsewhere. */
export function answerHeldDeletions(world: World, device: Device, chance: Chance): void {
  const { store } = device;
  const held = store.held();
  if (held.length === 0 || store.identity() === null) return;
  const answer = chance.happens(0.5) ? 'keep' : 'trash';
  if (answer === 'trash') for (const { assetId } of held) if (assetId !== null) world.witness.letGo.add(assetId);
  world.witness.trashed.delete(device.name);
  world.tell(`a person says of ${held.length} held deletions at the ${device.name}: ${answer}`);
  if (chance.happens(0.5)) {
    store.transact(() => answerHeld(store, held, answer, device.now()));
    device.agent?.answered();
    return;
  }
  const { tables } = world.cloud;
  const id = mintId(world.timeline.now, chance.bytes(10));
  const order = { kind: answer === 'keep' ? ('held-keep' as const) : ('held-trash' as const), which: { all: held.length } };
  tables.orders.set(id, { id, deviceId: device.identity.deviceId, at: world.timeline.now, order });
  tables.database.sync();
  device.agent?.poked();
}

export function answerDeletedBefore(world: World, device: Device, chance: Chance): void {
  const { store, agent } = device;
  const asked = store.files().filter((file) => agent?.reasons(`f:${file.key}`)[0]?.code === 'deleted-before');
  if (asked.length === 0) return;
  const file = chance.pick(asked);
  const { hash } = file;
  if (hash === null) return;
  const keeps = chance.happens(0.6);
  world.tell(`a person says of ${file.path}, which was deleted before: ${keeps ? 'keep' : 'forget'}`);
  if (!keeps) forgetDeleted(store, { ...file, hash }, device.now());
  else {
    const restored = keepDeleted(store, { ...file, hash }, device.now());
    if (restored !== null) store.queue({ name: 'asset.restore', args: { assetId: restored.assetId } }, null, device.now());
  }
  askAgain(store, [file.key]);
  agent?.answered();
}

/** What this device did last is taken back, as far as it can be. */
export function undo(world: World, device: Device): void {
  const { store } = device;
  const own = store.identity();
  if (own === null || device.agent === null || !world.cloud.up || !device.link.online) return;
  const last = [...world.cloud.tables.journal.values()]
    .filter(({ library, deviceId }) => library === own.libraryId && deviceId === own.deviceId)
    .at(-1);
  if (!last) return;
  const newId = mintId(device.now(), world.chance.fork(`undo at ${world.timeline.now}`).bytes(10));
  const found = inverse(last.entry, { asset: (id) => store.remote(store.resolve(id)) ?? undefined, newId });
  if (!found.can) return world.tell(`a person at the ${device.name} would undo ${last.what}, and may not: ${found.why}`);
  world.tell(`a person at the ${device.name} undoes ${last.what}`);
  for (const change of found.changes) {
    if (change.name === 'asset.trash') world.witness.letGo.add(change.args.assetId);
    if (change.name === 'asset.set' && change.args.fields.fileName !== undefined)
      world.witness.names.add(plainName(change.args.fields.fileName));
    store.transact(() => store.queue(change, null, device.now()));
  }
  device.agent.answered();
}
