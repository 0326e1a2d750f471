import { isWantedFull, mayEvict, noteEvicted, noteEvicting, type FoundThere } from '@rollcall/core';
import { planted } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { OWN_FOLDER, parentOf, statsOf } from './folder.ts';
import { diskFailure, settle, synced, type Work } from './work.ts';

/** An original gives way to a compressed version of it, if core's `mayEvict` lets it go at this very moment. */
export function* evict(work: Work, key: number): Routine {
  try {
    yield* evicting(work, key);
  } catch (error) {
    // The disk does not let it; it stays what it is.
    diskFailure(error, 'write to');
  }
}

function* evicting(work: Work, key: number): Routine {
  const { store, gallery } = work;
  const file = store.file(key);
  if (file === null || file.assetId === null || file.hash === null || !work.ready()) return;
  const { assetId, hash } = file;
  const there = yield* soundThere(work, assetId, hash);
  const remote = store.remote(assetId);
  const current = store.file(key);
  const onDisk = work.disk().stat(file.path)?.bytes ?? null;
  if (current === null || onDisk === null) return;
  const facts = {
    file: current,
    remote,
    queued: store.queuedFor(assetId),
    transfer: work.transfer(key),
    onDisk: onDisk.hash,
    there,
    backup: 'none',
    wantedFull: isWantedFull(store, key),
  } as const;
  if (!mayEvict(facts).may) return;
  work.disk().read(file.path);
  const photo = gallery.of(onDisk);
  if (photo === null) return;
  const small = gallery.add({ ...photo, mime: 'image/jpeg', length: 900, standIn: { assetId, of: hash } });
  const bytes = gallery.bytes(small);
  const disk = work.disk();
  const part = `${OWN_FOLDER}/stand-in-${key}`;
  disk.write(part, bytes);
  disk.sync(part);
  yield* settle(work, () => noteEvicting(store, current, assetId, bytes.hash));
  yield* synced(work);
  // Once more, now: its person may have changed it meanwhile.
  const changed = work.disk().stat(file.path)?.bytes.hash !== hash && !planted('evicts-changed');
  if (changed || !work.ready()) {
    if (disk.stat(part)) disk.remove(part);
    return;
  }
  work.touching({ does: 'evict', path: file.path });
  disk.rename(part, file.path);
  const stats = disk.stat(file.path);
  if (stats === null || small.standIn === null) return;
  const { standIn } = small;
  work.touch(yield* settle(work, () => noteEvicted(store, current, standIn, bytes.hash, statsOf(stats), work.now()), parentOf(file.path)));
}

/** What the cloud finds when it hashes its bytes now; null: it does not say. */
function* soundThere(work: Work, assetId: string, hash: string): Routine<'sound' | 'damaged' | null> {
  const role = work.store.remote(assetId)?.resources.find((each) => each.hash === hash && !each.removed)?.role;
  if (role === undefined) return null;
  const answer = yield* work.call({ route: 'roll-call', lines: [{ assetId, role, hash }] });
  if (answer.is !== 'answer') return null;
  return (answer.response.json as { found: readonly FoundThere[] }).found[0]?.state === 'stored' ? 'sound' : 'damaged';
}
