import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { partName, partOf, samePart, type LocalFile } from '@rollcall/core';
import { bearsName } from '../folder/names.ts';
import { exists, isSameFile } from '../folder/place.ts';
import { assetUnit, fileUnit, type Unit } from '../work/desk.ts';
import { settleRemovals } from '../work/removals.ts';
import type { ActionOf, Work } from '../work/work.ts';
import type { FilePatch } from '../store/device-store.ts';
import { assetName } from './asset-name.ts';
import { noteLastPlace } from './last-place.ts';

export type QuickAction =
  | ActionOf<'bind'>
  | ActionOf<'take-over'>
  | ActionOf<'trash'>
  | ActionOf<'forget-file'>
  | ActionOf<'rename-asset'>
  | ActionOf<'let-go'>;

/** Actions that only write rows; they run inside a transaction. Gives the units that need a new plan. */
export function doQuickly(work: Work, file: LocalFile, action: QuickAction): Unit[] {
  switch (action.do) {
    case 'bind':
      return bind(work, file, action);
    case 'take-over':
      return takeOver(work, file, action.from);
    case 'trash':
      return [fileUnit(file.key), ...settleRemovals(work.store, work.now())];
    case 'let-go':
      noteLastPlace(work.store, action.assetId, file, work.now());
      work.store.patchFile(file.key, letGo(file));
      return [fileUnit(file.key), assetUnit(action.assetId)];
    case 'forget-file': {
      const { assetId } = file;
      if (assetId !== null) noteLastPlace(work.store, assetId, file, work.now());
      work.store.dropFile(file.key);
      if (assetId === null) return [fileUnit(file.key)];
      // What stood beside it may have to show now what it showed.
      return [fileUnit(file.key), assetUnit(assetId), ...work.store.filesOf(assetId).map(({ key }) => fileUnit(key))];
    }
    case 'rename-asset': {
      const others = work.store.filesOf(action.assetId).some((other) => other.key !== file.key && other.missingSince === null);
      if (others && !bearsName(file.writtenName, file.wantedName)) {
        // One of several copies, which had a name of its own before: the photo's name is another's.
        work.store.patchFile(file.key, { writtenName: action.name });
        return [fileUnit(file.key)];
      }
      const name = assetName(action.name);
      work.store.patchFile(file.key, { wantedName: name, writtenName: action.name });
      if (name !== work.store.remote(action.assetId)?.asset.fileName) {
        work.store.queue({ name: 'asset.set', args: { assetId: action.assetId, fields: { fileName: name } } }, null, work.now());
      }
      return [fileUnit(file.key)];
    }
    default:
      return action satisfies never;
  }
}

/** It shows no asset any more; it is new here only if a person wrote it. */
function letGo(file: LocalFile): FilePatch {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const newHere = file.newHere || file.hash !== file.baseHash;
  return { assetId: null, baseHash: null, agreedAt: null, trouble: null, newHere, wantedName: name, writtenName: name };
}

/**
 * The file has the bytes of an asset that is in the cloud. When another file of the asset is gone, it was
 * moved or renamed and this is where it went; otherwise it is a copy, or came here by itself.
 */
function bind(work: Work, file: LocalFile, { assetId, hash }: ActionOf<'bind'>): Unit[] {
  const { store } = work;
  const name = nameOf(file.path);
  const remote = store.remote(assetId);
  const part = remote === null ? 'shown' : partOf({ hash, baseHash: hash }, remote);
  const moved = store
    .filesOf(assetId)
    .filter((other) => other.key !== file.key && (remote === null || samePart(partOf(other, remote), part)))
    .find((other) => other.missingSince !== null || !exists(join(work.root, other.path)));
  const placing = store.placing(file.path);
  const placed = placing !== null && placing.hash === hash && placing.assetId === assetId ? placing : null;
  store.patchFile(file.key, {
    assetId,
    baseHash: hash,
    agreedAt: work.now(),
    trouble: null,
    wantedName: placed?.wantedName ?? moved?.wantedName ?? (remote === null ? name : partName(remote, part)),
    writtenName: placed !== null ? name : (moved?.writtenName ?? displacedName(work, file, assetId, hash) ?? name),
  });
  // It is in the library again: what was said when it was not is over.
  if (store.word(hash) !== null) store.setWord(hash, null, work.now());
  if (moved) store.dropFile(moved.key);
  else if (placed) endRename(work, file, assetId);
  store.clearPlacing(file.path);
  const before = file.assetId !== null && file.assetId !== assetId ? [assetUnit(file.assetId)] : [];
  return [fileUnit(file.key), assetUnit(assetId), ...before, ...(moved ? [fileUnit(moved.key)] : [])];
}

/**
 * The name that the photo had here until another one took it, for two names were exchanged, or until it was renamed while it was not
 * the device's (deleted elsewhere, or unknown to a server that was put back): this is the photo's new one. Null: it had none.
 */
function displacedName({ store, root }: Work, file: LocalFile, assetId: string, hash: string): string | null {
  const others = store.filesOf(assetId).filter((other) => other.key !== file.key);
  const overwritten = others.find((other) => other.hash !== null && other.hash !== hash && other.baseHash === hash);
  if (overwritten) return others.length === 1 ? overwritten.writtenName : null;
  const last = others.length === 0 ? store.lastPath(assetId) : null;
  if (last === null || last === file.path) return null;
  const there = store.fileAt(last);
  const gone = there === null ? !exists(join(root, last)) : there.hash !== null && there.hash !== hash;
  return gone ? nameOf(last) : null;
}

/** The file is the one that is missing, edited on its way: moved or renamed, and changed, while nobody looked. */
function takeOver({ store }: Work, file: LocalFile, from: number): Unit[] {
  const moved = store.file(from);
  if (moved === null || moved.assetId === null) return [fileUnit(file.key)];
  const { assetId, baseHash, agreedAt, wantedName, writtenName } = moved;
  store.dropFile(from);
  store.patchFile(file.key, { assetId, baseHash, agreedAt, wantedName, writtenName, trouble: null });
  return [fileUnit(file.key), fileUnit(from), assetUnit(assetId)];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The agent ended in the middle of renaming: the file has its old name as well, and that one goes. */
function endRename({ store, root }: Work, file: LocalFile, assetId: string): void {
  const old = store.filesOf(assetId).find((other) => other.key !== file.key && isSameFile(join(root, other.path), join(root, file.path)));
  if (!old) return;
  unlinkSync(join(root, old.path));
  store.dropFile(old.key);
}
