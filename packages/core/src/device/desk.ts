import { planted } from '@rollcall/protocol';
import {
  hasBytes,
  isInCloud,
  lackingHere,
  partOf,
  planFile,
  planIncoming,
  samePart,
  stoodFor,
  type Conditions,
  type FileRows,
  type IncomingRows,
  type LocalFile,
  type Plan,
  type StandIn,
  type Transfer,
  type Vanished,
} from '../plan/index.ts';
import { inodeOf } from '../scan/index.ts';
import type { Comes } from './coming.ts';
import { isWantedFull, originalBeside, standInBeside } from './evict.ts';
import { heldCount } from './held-count.ts';
import { isShownBeside } from './kept.ts';
import { isSidecar, sidecarOf, sidecarsBeside } from './sidecar.ts';
import type { DeviceStore } from './store.ts';
import { assetUnit, fileUnit, type Unit } from './unit.ts';

export interface PlannedFile {
  readonly kind: 'file';
  readonly file: LocalFile;
  readonly plan: Plan;
  /** All its bytes are in the cloud, as the cloud itself told. */
  readonly safe: boolean;
  /** What is to come in its place; null: nothing. */
  readonly comes: Comes | null;
}
export interface PlannedAsset {
  readonly kind: 'asset';
  readonly assetId: string;
  readonly plan: Plan;
  readonly comes: Comes | null;
}
export type Planned = PlannedFile | PlannedAsset | null;

/** What runs now, by unit. */
export type Transfers = ReadonlyMap<Unit, Transfer>;

/** Reads the rows of one unit and asks the planner. Null: the unit is no more. */
export function planUnit(store: DeviceStore, unit: Unit, conditions: Conditions, transfers: Transfers): Planned {
  if (unit.startsWith('f:')) {
    const file = store.file(Number(unit.slice(2)));
    if (file === null) return null;
    const rows = fileRows(store, file, transfers.get(unit) ?? null);
    const plan = planFile(rows, conditions);
    return { kind: 'file', file, plan, safe: isInCloud(rows), comes: comesOver(rows, plan, conditions) };
  }
  const assetId = unit.slice(2);
  const rows = incomingRows(store, assetId, transfers.get(unit) ?? null);
  if (rows === null) return null;
  const plan = planIncoming(rows, conditions);
  return { kind: 'asset', assetId, plan, comes: plan.reasons.length === 0 ? null : comesNew(rows, conditions) };
}

/** An edit that was made elsewhere, or the original of a stand-in, whatever bars its way just now. */
function comesOver({ file, remote, shownBeside, wantedFull = false }: FileRows, plan: Plan, { compressed }: Conditions): Comes | null {
  if (plan.reasons.length === 0) return null;
  const fetch = plan.actions.find((action) => action.do === 'fetch');
  if (fetch !== undefined) return { bytes: fetch.compressed === true ? null : fetch.resource.size };
  const isWanted = file.standIn != null && file.missingSince === null && (wantedFull || compressed === false);
  if (!isWanted || file.standIn == null || remote?.asset.state !== 'live') return null;
  const original = stoodFor(file.standIn, remote, shownBeside);
  return original === undefined ? null : { bytes: original.size };
}

function comesNew({ lacking, settling, full = false }: IncomingRows, { compressed }: Conditions): Comes | null {
  if (lacking.length === 0 || settling) return null;
  return { bytes: compressed === true && !full ? null : lacking.reduce((sum, { size }) => sum + size, 0) };
}

/** All bytes of a file are in the cloud, as the cloud itself told, whatever else it waits for. */
export function isSafe(store: DeviceStore, file: LocalFile): boolean {
  return isInCloud(fileRows(store, file, null));
}

function fileRows(store: DeviceStore, file: LocalFile, transfer: Transfer | null): FileRows {
  const sidecar = isSidecar(file) ? sidecarRows(store, file, transfer) : null;
  if (sidecar !== null) return sidecar;
  const { hash } = file;
  const assetId = file.standIn == null ? file.assetId : photoOfStandIn(store, file.standIn);
  const unbound = assetId === null && hash !== null;
  // Where nobody has read it again before it went, it was what both sides agreed on.
  const was = hash ?? file.baseHash;
  const remote = assetId === null ? null : store.remote(assetId);
  const word = unbound ? store.word(hash) : null;
  const strange = remote !== null && hash !== null && !hasBytes(hash, remote);
  return {
    file,
    transfer,
    remote,
    elsewhere:
      file.missingSince !== null && remote?.asset.state === 'live' && was !== null && (store.hasUnbound(was) || store.settlingHere(was)),
    behind: assetId !== null && isBehind(store),
    match: unbound || strange ? store.match(hash) : null,
    told: strange && store.wasTold(hash, remote.asset.id),
    purgedBefore: unbound && (!file.newHere || word !== null) && store.purgedBefore(hash),
    word,
    vanished: unbound ? vanished(store, file) : [],
    queued: assetId === null ? [] : store.queuedFor(assetId),
    siblings:
      file.missingSince !== null && assetId !== null
        ? store
            .filesOf(assetId)
            .filter((each) => each.key !== file.key && each.missingSince === null)
            .filter((each) => remote === null || samePart(partOf(each, remote), partOf(file, remote))).length
        : 0,
    wantedFull: file.standIn != null && isWantedFull(store, file.key),
    besideOriginal: file.standIn != null && originalBeside(store, file, file.standIn) !== undefined,
    heard: store.cursor() !== null && !isBehind(store),
    shownBeside: remote !== null && hash !== null && isShownBeside(store, file, remote),
    held: file.held ? heldCount(store) : null,
  };
}

/** A stand-in is its asset's, by what it carries inside; where what it stands for was split off from that, it follows it. */
function photoOfStandIn(store: DeviceStore, { assetId, of }: StandIn): string {
  const its = store.resolve(assetId);
  const same = store.remote(its)?.resources.filter(({ hash }) => hash === of) ?? [];
  const isSplitOff = same.length > 0 && same.every(({ removed }) => removed);
  const other = isSplitOff ? store.match(of) : null;
  return other?.asset.id ?? its;
}

/** Of a file that holds data of a photo, by what that photo is; null: it is none. */
function sidecarRows(store: DeviceStore, file: LocalFile, transfer: Transfer | null): FileRows | null {
  const found = sidecarOf(store, file);
  if (found === null) return null;
  const queued = found.remote === null ? [] : store.queuedFor(found.remote.asset.id);
  const none = { remote: null, match: null, purgedBefore: false, word: null, siblings: 0, shownBeside: false, held: null };
  return { ...none, file, transfer, queued, sidecarOf: found };
}

/** The pages that were heard do not reach the head of the feed, or the feed is being read anew. */
function isBehind(store: DeviceStore): boolean {
  if (planted('concludes-from-part')) return false;
  return store.note('behind') !== null || store.note('reread') !== null;
}

/** Files that were bound and are not seen, of which nothing is queued. */
function vanished(store: DeviceStore, file: LocalFile): Vanished[] {
  return store.missing().flatMap((missing) => {
    const remote = missing.assetId === null || missing.assetId === file.assetId ? null : store.remote(missing.assetId);
    if (remote === null || store.queuedFor(remote.asset.id).length > 0) return [];
    return [{ file: missing, remote, sameInode: inodeOf(missing.stamp) === inodeOf(file.stamp) }];
  });
}

/** Null when the asset is here with all its parts: the plans of its files speak for it. */
function incomingRows(store: DeviceStore, assetId: string, transfer: Transfer | null): IncomingRows | null {
  const files = store.filesOf(assetId);
  const remote = store.remote(assetId);
  if (remote === null) return null;
  const here = files.filter((file) => file.missingSince === null);
  const lacking = lackingHere(remote, here);
  if (here.length > 0 && lacking.length === 0) return null;
  const state = store.incomingState(assetId);
  const [next] = lacking;
  return {
    remote,
    lacking,
    settling: next !== undefined && (store.settlingHere(next.hash) || store.partingHere(next.hash)),
    joining: next !== undefined && isBehind(store) && store.agreedOn(next.hash, 0),
    transfer,
    queued: store.queuedFor(assetId),
    trouble: state?.trouble ?? null,
    missing: files.length - here.length,
    lastPath: store.lastPath(assetId),
    since: state?.since ?? 0,
  };
}

/** What is to be planned with a unit: the files that hold data of its photo, and the stand-in that lies beside it. */
export function plannedWith(store: DeviceStore, planned: Planned): Unit[] {
  if (planned?.kind !== 'file' || planned.file.excluded !== null) return [];
  // It is planned again with every file, and these would be with it: they would never come to rest.
  if (planned.plan.after === 'files') return [];
  const { path } = planned.file;
  return [...sidecarsBeside(store, path), ...standInBeside(store, path)];
}

/** Every unit of the device. */
export function* allUnits(store: DeviceStore): IterableIterator<Unit> {
  for (const file of store.files()) yield fileUnit(file.key);
  for (const assetId of store.incoming()) yield assetUnit(assetId);
}
