import type { Action, Conditions, LocalFile } from '../plan/index.ts';
import { assetName } from './asset-name.ts';
import { bind } from './bind.ts';
import { planUnit, type Transfers } from './desk.ts';
import type { Folder } from './folder.ts';
import { noteLastPlace } from './last-place.ts';
import { nameOf } from './names.ts';
import { bearsOwnName, ownName } from './own-name.ts';
import { settleRemovals } from './removals.ts';
import type { DeviceStore, FilePatch } from './store.ts';
import { assetUnit, fileUnit, siblingUnits, type Unit } from './unit.ts';

/** Actions that only write rows. */
export type QuickAction = Extract<Action, { do: 'bind' | 'take-over' | 'trash' | 'forget-file' | 'rename-asset' | 'let-go' }>;

interface Facts {
  readonly conditions: Conditions;
  readonly transfers: Transfers;
}

/** Does them one after the other, in the caller's transaction. Gives the units that need a new plan. */
export function doQuickly(
  store: DeviceStore,
  folder: Folder,
  planned: readonly (readonly [LocalFile, QuickAction])[],
  facts: Facts,
): Unit[] {
  const { conditions, transfers } = facts;
  return planned.flatMap(([{ key }, action]) => {
    // An earlier one of the batch may have changed what this one was planned on.
    const again = planUnit(store, fileUnit(key), conditions, transfers);
    const still = again?.kind === 'file' && again.plan.actions.some((each) => each.do === action.do);
    return still && again?.kind === 'file' ? doOne(store, folder, again.file, action, facts) : [fileUnit(key)];
  });
}

function doOne(store: DeviceStore, folder: Folder, file: LocalFile, action: QuickAction, facts: Facts): Unit[] {
  const { conditions, transfers } = facts;
  const { now } = conditions;
  switch (action.do) {
    case 'bind':
      return bind(store, folder, file, action, { now, isComing: transfers.has(assetUnit(action.assetId)) });
    case 'take-over':
      return takeOver(store, file, action.from);
    case 'trash':
      return [fileUnit(file.key), ...settleRemovals(store, conditions)];
    case 'let-go':
      noteLastPlace(store, action.assetId, file, now);
      store.patchFile(file.key, letGo(file));
      return [fileUnit(file.key), assetUnit(action.assetId), ...siblingUnits(store, action.assetId)];
    case 'forget-file':
      return forgetFile(store, file, now);
    case 'rename-asset':
      return renameAsset(store, file, action, now);
    default:
      return action satisfies never;
  }
}

/** It shows no asset any more; it is new here only if a person wrote it. */
function letGo(file: LocalFile): FilePatch {
  const newHere = file.newHere || file.hash !== file.baseHash;
  return { assetId: null, baseHash: null, agreedAt: null, trouble: null, newHere, ...ownName(file) };
}

/** The file is the one that is missing, edited on its way: moved or renamed, and changed, while nobody looked. */
function takeOver(store: DeviceStore, file: LocalFile, from: number): Unit[] {
  const moved = store.file(from);
  if (moved === null || moved.assetId === null) return [fileUnit(file.key)];
  const { assetId, baseHash, agreedAt, wantedName, writtenName } = moved;
  store.dropFile(from);
  store.patchFile(file.key, { assetId, baseHash, agreedAt, wantedName, writtenName, trouble: null });
  return [fileUnit(file.key), fileUnit(from), assetUnit(assetId)];
}

function forgetFile(store: DeviceStore, file: LocalFile, now: number): Unit[] {
  const { assetId } = file;
  if (assetId !== null) noteLastPlace(store, assetId, file, now);
  store.dropFile(file.key);
  if (assetId === null) return [fileUnit(file.key)];
  // What stood beside it may have to show now what it showed.
  return [fileUnit(file.key), assetUnit(assetId), ...siblingUnits(store, assetId)];
}

function renameAsset(store: DeviceStore, file: LocalFile, action: Extract<QuickAction, { do: 'rename-asset' }>, now: number): Unit[] {
  const { assetId } = action;
  const others = store.filesOf(assetId).some((other) => other.key !== file.key && other.missingSince === null);
  if (others && !bearsOwnName(file)) {
    // One of several copies, which had a name of its own before: the photo's name is another's.
    store.patchFile(file.key, { writtenName: nameOf(file.path) });
    return [fileUnit(file.key)];
  }
  const name = assetName(action.name);
  store.patchFile(file.key, { wantedName: name, writtenName: nameOf(file.path) });
  if (name !== store.remote(assetId)?.asset.fileName)
    store.queue({ name: 'asset.set', args: { assetId, fields: { fileName: name } } }, null, now);
  return siblingUnits(store, assetId);
}
