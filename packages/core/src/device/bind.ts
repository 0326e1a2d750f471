import { planted } from '@rollcall/protocol';
import { partName, partOf, samePart, type Action, type LocalFile } from '../plan/index.ts';
import type { Folder } from './folder.ts';
import { nameOf } from './names.ts';
import { sidecarsBeside } from './sidecar.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

type Bind = Extract<Action, { do: 'bind' }>;

interface Moment {
  /** Device's clock, milliseconds. */
  readonly now: number;
  /** The asset, or a part of it, is fetched just now, and may be about to get a place. */
  readonly isComing: boolean;
}

/**
 * The file has the bytes of an asset that is in the cloud. When another file of the asset is gone, it was
 * moved or renamed and this is where it went; otherwise it is a copy, or came here by itself.
 */
export function bind(store: DeviceStore, folder: Folder, file: LocalFile, { assetId, hash }: Bind, { now, isComing }: Moment): Unit[] {
  const name = nameOf(file.path);
  const remote = store.remote(assetId);
  const part = remote === null ? 'shown' : partOf({ hash, baseHash: hash }, remote);
  const moved = store
    .filesOf(assetId)
    .filter((other) => other.key !== file.key && (remote === null || samePart(partOf(other, remote), part)))
    .find((other) => other.missingSince !== null || !folder.has(other.path));
  const placing = store.placing(file.path);
  // Of a stand-in its own bytes were noted, not those that it stands for.
  const isIt = placing !== null && (placing.hash === hash || (file.standIn != null && placing.hash === file.hash));
  const placed = isIt && placing.assetId === assetId ? placing : null;
  // It is this photo's already, and only its bytes are agreed on: a name that was given meanwhile, here or elsewhere, is settled for itself.
  const named = !planted('bind-takes-name') && placed === null && moved === undefined && file.assetId === assetId;
  const last = store.lastPath(assetId) ?? (isComing ? null : placedUnder(store, file, assetId));
  const displaced = placed !== null || moved !== undefined ? null : displacedName(store, folder, file, last, { assetId, hash });
  const names = {
    wantedName: placed?.wantedName ?? moved?.wantedName ?? (remote === null ? name : partName(remote, part)),
    writtenName: placed !== null ? name : (moved?.writtenName ?? displaced ?? name),
  };
  store.patchFile(file.key, { assetId, baseHash: hash, agreedAt: now, trouble: null, ...(named ? {} : names) });
  // It is in the library again: what was said when it was not is over.
  if (store.word(hash) !== null) store.setWord(hash, null, now);
  if (moved) store.dropFile(moved.key);
  else if (placed) endRename(store, folder, file, assetId);
  store.clearPlacing(file.path);
  if (displaced !== null && last !== null) store.clearPlacing(last);
  const before = file.assetId !== null && file.assetId !== assetId ? [assetUnit(file.assetId), ...siblingUnits(store, file.assetId)] : [];
  const from = moved ? [fileUnit(moved.key), ...sidecarsBeside(store, moved.path)] : [];
  // Another file of it that is gone, too, is no deletion while this one is here.
  return [...siblingUnits(store, assetId), assetUnit(assetId), ...before, ...from];
}

/**
 * The name that the photo had here until another one took it, for two names were exchanged, or until it was renamed while it was not
 * the device's (deleted elsewhere, unknown to a server that was put back, or just placed when the power went): this is the photo's new one.
 * Null: it had none.
 * @param last where the photo last was here
 */
function displacedName(
  store: DeviceStore,
  folder: Folder,
  file: LocalFile,
  last: string | null,
  { assetId, hash }: Omit<Bind, 'do'>,
): string | null {
  const others = store.filesOf(assetId).filter((other) => other.key !== file.key);
  const overwritten = others.find(
    (other) => other.hash !== null && other.standIn == null && other.hash !== hash && other.baseHash === hash,
  );
  if (overwritten) return others.length === 1 ? overwritten.writtenName : null;
  if (others.length > 0 || last === null || last === file.path) return null;
  const there = store.fileAt(last);
  const gone = there === null ? !folder.has(last) : there.hash !== null && there.hash !== hash;
  return gone ? nameOf(last) : null;
}

/** Where this device was about to put the photo, with these bytes, and did: only its row went, with a loss of power. Null: nowhere. */
function placedUnder(store: DeviceStore, { hash }: LocalFile, assetId: string): string | null {
  return store.placings(assetId).find((placing) => placing.hash === hash)?.path ?? null;
}

/** The agent ended in the middle of renaming: the file has its old name as well, and that one goes. */
function endRename(store: DeviceStore, folder: Folder, file: LocalFile, assetId: string): void {
  const old = store.filesOf(assetId).find((other) => other.key !== file.key && folder.isSameFile(other.path, file.path));
  if (!old) return;
  folder.remove(old.path);
  store.dropFile(old.key);
}
