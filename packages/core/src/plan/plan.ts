import { LIMITS, planted } from '@rollcall/protocol';
import type { Asset, Evidence, Reason, ReasonCode, Resource, SidecarRole } from '@rollcall/protocol';
import { classOf, sortReasons } from '@rollcall/protocol';
import { EXACT_NAMES, isRenamed } from '../scan/index.ts';
import { closingStops } from './closing.ts';
import { leftOut, WORDS, type Whereabouts } from './direction.ts';
import { leaveAlone, leftOutBy } from './leave-out.ts';
import { movedAndEdited, movedAsAgreed, type Vanished } from './moved.ts';
import { hasBytes, isUnheardEdit, isVersion, partOf } from './pair.ts';
import type { Conditions, DeletedBefore, LocalFile, QueuedChange, RemoteAsset, SidecarOf, StandIn, Transfer, Trouble } from './rows.ts';
import { shownResource } from './rows.ts';
import { stoodFor } from './stand-in.ts';
import { fullName } from './stand-in-name.ts';

/** What the engine is to do next for one item; it plans again when that is done. */
export type Action =
  | { readonly do: 'hash' }
  | { readonly do: 'bind'; readonly assetId: string; readonly hash: string }
  | { readonly do: 'take-over'; readonly from: number }
  | { readonly do: 'send-new' }
  | { readonly do: 'send-change'; readonly assetId: string }
  /** It holds data of this photo, which are to be kept with it. */
  | { readonly do: 'send-sidecar'; readonly assetId: string; readonly role: SidecarRole }
  | { readonly do: 'mend'; readonly assetId: string; readonly found: string }
  | { readonly do: 'trash'; readonly assetId: string }
  | { readonly do: 'rename-asset'; readonly assetId: string; readonly name: string }
  | { readonly do: 'rename-file'; readonly assetId: string; readonly name: string }
  /** `compressed`: its compressed version is enough here, where the server makes one. */
  | { readonly do: 'fetch'; readonly assetId: string; readonly resource: Resource; readonly compressed?: true }
  | { readonly do: 'remove-file'; readonly assetId: string }
  /** The original is here, too, beside its compressed version, which goes. */
  | { readonly do: 'drop-stand-in'; readonly assetId: string }
  | { readonly do: 'forget-file' }
  /** Its bytes are none of the asset's: it shows that asset no longer. */
  | { readonly do: 'let-go'; readonly assetId: string };

export interface Plan {
  readonly actions: readonly Action[];
  /** The primary first; empty exactly when the item is in sync. */
  readonly reasons: readonly Reason[];
  /** It waits for what files here turn out to be, or for the feed to be heard to its end, and is to be planned again with that. */
  readonly after?: 'files' | 'feed';
}

/** Everything that bears on one file of the device. */
export interface FileRows {
  readonly file: LocalFile;
  /** The asset it shows; null: none, or the server has not told of it yet. */
  readonly remote: RemoteAsset | null;
  /** For a file that shows none yet, or whose bytes its asset does not have: the asset that has them, by what the server told. */
  readonly match: RemoteAsset | null;
  /** For a file that shows none yet: files that vanished, and may be this one. */
  readonly vanished?: readonly Vanished[];
  /** The server told of these bytes as of its asset, or of one that was joined to that; asked of a file whose asset does not have them. */
  readonly told?: boolean;
  /** An original with these bytes was purged. */
  readonly purgedBefore: boolean;
  /** What a person was asked, or said, of these bytes. */
  readonly word: DeletedBefore | null;
  readonly queued: readonly QueuedChange[];
  readonly transfer: Transfer | null;
  /** Other files here that stand for the same part of the same asset. */
  readonly siblings: number;
  /** Of a stand-in: the original is wanted here in full, for it was opened, or its folder is to be kept so. */
  readonly wantedFull?: boolean;
  /** Of a stand-in: the original is here, too, in the same folder and under the name that the stand-in's was made of. */
  readonly besideOriginal?: boolean;
  /** The library was heard to its end: what it does not tell of is not in it. */
  readonly heard?: boolean;
  /** For a file that is missing: one that shows no asset yet, or one that the server has not told of, has its bytes; it may have been moved there. */
  readonly elsewhere?: boolean;
  /** The feed was heard only in part: what it has not told yet may be what is missing here. */
  readonly behind?: boolean;
  /** Another file here follows what the asset shows (see `isKeptBeside`); told of a file with other bytes of it. */
  readonly shownBeside: boolean;
  /** For a file that holds data of a photo: which. */
  readonly sidecarOf?: SidecarOf | null;
  /** Of a file whose deletion is held: how many wait for an answer together, and how many went within that day. */
  readonly held: { readonly count: number; readonly inADay: number } | null;
}

/** What is to be done for a file of this device, and why it is not in sync. Pure, and total. */
export function planFile(rows: FileRows, conditions: Conditions): Plan {
  const { direction = 'both' } = conditions;
  // Which way it would go is asked with nothing in the way: what is not to go at all waits for no link.
  const other = direction === 'both' ? null : leftOut(rows.file, planFreely(rows, conditions), direction, whereabouts(rows));
  const plan = byRule(rows, conditions) ?? other ?? planBothWays(rows, conditions);
  const freely = (): Plan => planFreely({ ...rows, file: { ...rows.file, trouble: null } }, conditions);
  const heeded = other === null ? closingStops(plan, freely, rows, conditions) : plan;
  return stopped(heeded, rows.file.firstSeen, conditions);
}

/** Where the bytes of the file, or what they stand for, are in the cloud. */
function whereabouts({ file: { hash, standIn, assetId }, remote, match }: FileRows): Whereabouts {
  const bytes = standIn?.of ?? hash;
  if (remote !== null && bytes !== null && hasBytes(bytes, remote)) return 'its-own';
  return assetId !== null && match?.asset.state === 'live' && match.asset.id !== assetId ? 'another' : 'nowhere';
}

/** The bytes of the file, or those it stands for, are in the cloud, as the cloud itself told. */
export function isInCloud(rows: FileRows): boolean {
  const { file, match, sidecarOf = null } = rows;
  const remote = sidecarOf === null ? rows.remote : sidecarOf.remote;
  const kept = (asset: RemoteAsset | null): boolean => asset !== null && asset.asset.state !== 'purged';
  const bytes = file.standIn?.of ?? file.hash;
  return bytes !== null && ((kept(remote) && hasBytes(bytes, remote as RemoteAsset)) || kept(match));
}

/** As if nothing were in the way between here and the server. */
function planFreely(rows: FileRows, conditions: Conditions): Plan {
  return planBothWays({ ...rows, heard: true }, { ...conditions, server: [], held: [] });
}

/** A rule of the person's leaves the file out. Nothing is inferred from it while the folder is not as it should be. */
function byRule(rows: FileRows, conditions: Conditions): Plan | null {
  const { file } = rows;
  const counts = file.excluded === null || wasPhoto(file) || rows.sidecarOf != null;
  if (conditions.leaveOut === undefined || !counts || conditions.folder.length > 0) return null;
  const rule = leftOutBy(conditions.leaveOut, file.path, file.kind);
  return rule === null ? null : leaveAlone(file, planFreely(rows, conditions), rule, whereabouts(rows));
}

/** What took a photo's place and is gone with it, as a link does, is a missing photo. */
function wasPhoto({ missingSince, assetId }: LocalFile): boolean {
  return missingSince !== null && assetId !== null;
}

function planBothWays(rows: FileRows, conditions: Conditions): Plan {
  const { file } = rows;
  if (rows.sidecarOf != null) return planSidecar(rows, conditions, rows.sidecarOf);
  if (file.excluded !== null && !wasPhoto(file)) return because(file, conditions, [], file.excluded, { kind: file.mime });
  if (conditions.folder.length > 0) return { actions: [], reasons: troubles(conditions.folder) };
  if (file.missingSince !== null) return planMissing(rows, conditions);
  const answered = file.trouble !== null && isMoot(file.trouble, rows);
  if (file.trouble !== null && !answered && !isDue(file.trouble, conditions.now)) return troubled(file, file.trouble, conditions);
  const plan = planPresent(rows, conditions);
  // What is lost is not fetched: why it did not come is over.
  const over = answered || plan.reasons.some(({ code }) => code === 'lost-with-server');
  return over ? plan : retrying(plan, file.trouble, rows.transfer, conditions);
}

/**
 * What holds data of one photo goes to the cloud with it, and there it stays: it is never placed elsewhere, and that it is gone here says
 * nothing. What belongs to no photo, or to more than one, or whose photo is not in the cloud, is left out as it is.
 */
function planSidecar(rows: FileRows, conditions: Conditions, { role, photos, remote }: SidecarOf): Plan {
  const { file, queued } = rows;
  if (conditions.folder.length > 0) return { actions: [], reasons: troubles(conditions.folder) };
  const { hash } = file;
  if (photos !== 1 || remote?.asset.state !== 'live' || hash === null)
    return because(file, conditions, [], 'not-a-photo', { kind: file.mime, photos });
  const pending = queued.find((change) => change.name === 'resource.attach' && change.hash === hash);
  if (pending && !planted('sidecar-unacknowledged'))
    return doing(rows, conditions, [], pending.answered ? 'awaiting-acknowledgement' : 'committing', 'server');
  if (pending || hasBytes(hash, remote)) return { actions: [], reasons: [] };
  if (file.trouble !== null && !isDue(file.trouble, conditions.now)) return troubled(file, file.trouble, conditions);
  const files = remote.resources.filter(({ removed }) => !removed).length;
  if (files >= LIMITS.resourcesPerAsset) return because(file, conditions, [], 'not-a-photo', { kind: file.mime, photos, files });
  const plan = doing(rows, conditions, [{ do: 'send-sidecar', assetId: remote.asset.id, role }], 'queued', 'server');
  return retrying(plan, file.trouble, rows.transfer, conditions);
}

/** What stands between the cloud and bytes that it has by another way: why they could not be sent, or the question whether they are wanted again. */
const MOOT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'deleted-before',
  'library-closing',
  'quota-full',
  'plan-owner-quota-full',
  'server-disk-full',
  'too-large-for-server',
  'too-large-for-proxy',
  'unsupported-kind',
  'refused',
]);

function isMoot({ code }: Trouble, { file, match }: FileRows): boolean {
  return file.assetId === null && match?.asset.state === 'live' && MOOT.has(code);
}

function planPresent(rows: FileRows, conditions: Conditions): Plan {
  const { file } = rows;
  if (file.hash === null) return doing(rows, conditions, [{ do: 'hash' }], 'hashing', 'local');
  if (file.standIn != null) return planStandIn(rows, conditions, file.standIn);
  if (file.assetId === null) return planUnbound(rows, conditions, file.hash);
  return planBound(rows, conditions, file.hash, file.assetId);
}

/** A file that shows no asset yet: the cloud has its bytes, had them once, or is to get them. */
function planUnbound(rows: FileRows, conditions: Conditions, hash: string): Plan {
  const { match, file } = rows;
  if (match?.asset.state === 'live') {
    // Of several photos with these bytes it is the one whose file is gone: it was moved.
    const from = movedAsAgreed(file, rows.vanished ?? [])?.remote;
    const { asset } = from !== undefined && hasBytes(hash, from) ? from : match;
    return doing(rows, conditions, [{ do: 'bind', assetId: asset.id, hash }], 'applying', 'local');
  }
  if (rows.word === 'forgotten') return because(file, conditions, [], 'excluded-by-rule', { forgotten: true });
  // A file that waits for an answer and is moved meanwhile is no new wish to have it.
  if ((match?.asset.state === 'trashed' || rows.purgedBefore) && (!file.newHere || rows.word === 'asked')) {
    if (planted('reason-missing')) return { actions: [], reasons: [] };
    return because(file, conditions, [], 'deleted-before', { assetId: match?.asset.id ?? null });
  }
  const vanished = match === null ? (rows.vanished ?? []) : [];
  const moved = movedAsAgreed(file, vanished) ?? movedAndEdited(file, vanished);
  if (moved !== null) return doing(rows, conditions, [{ do: 'take-over', from: moved.file.key }], 'applying', 'local');
  // What the feed has not told yet may be these very bytes, as an edit: offered now they would be a photo of their own beside it.
  if (rows.heard === false) return afterFeed(rows, conditions);
  return doing(rows, conditions, [{ do: 'send-new' }], 'queued', 'server');
}

function planBound(rows: FileRows, conditions: Conditions, hash: string, assetId: string): Plan {
  const { file, remote, queued } = rows;
  const pending = queued.find((change) => change.name === 'asset.create' || change.hash === hash);
  if (pending) {
    const code: ReasonCode = pending.answered ? 'awaiting-acknowledgement' : 'committing';
    return doing(rows, conditions, [], code, 'server');
  }
  // The asset is unknown and nothing is queued for it: the commit was refused, or the server lost it. It is offered again.
  if (!remote) return doing(rows, conditions, [{ do: 'send-new' }], 'queued', 'server');
  // Bytes that were agreed on, and that the cloud has not told of yet.
  if (rows.behind === true && hash === file.baseHash && !hasBytes(hash, remote)) return afterFeed(rows, conditions);
  // It was part of a pair that was split, or that a restored server knows nothing of: its bytes are another asset's now.
  if (hash === file.baseHash && rows.match !== null && rows.match.asset.id !== assetId)
    return doing(rows, conditions, [{ do: 'bind', assetId: rows.match.asset.id, hash }], 'applying', 'local');
  const part = partOf(file, remote);
  if (part !== 'shown') return planCompanion(rows, conditions, part, remote.asset);
  if (remote.asset.state !== 'live') {
    if (queued.some((change) => change.name === 'asset.restore')) return doing(rows, conditions, [], 'committing', 'server');
    if (hash !== file.baseHash) return doing(rows, conditions, [{ do: 'send-change', assetId }], 'queued', 'server');
    // Bytes that the deleted photo never had are not deleted with it.
    const its = remote.resources.some((each) => each.hash === hash);
    return doing(rows, conditions, [{ do: its ? 'remove-file' : 'let-go', assetId }], 'applying', its ? 'server' : 'local');
  }
  const shown = shownResource(remote);
  // Its original was taken from it, and what that means comes with the rest of the feed.
  if (!shown) return doing(rows, conditions, [], 'queued', 'server');
  if (file.rotted != null && file.rotted !== hash && hash === file.baseHash) {
    return doing(rows, conditions, [{ do: 'mend', assetId, found: file.rotted }], 'disk-changed-bytes', 'server');
  }
  if (shown.hash !== hash || (hash !== file.baseHash && planted('own-write-is-an-edit'))) {
    // Bytes that were agreed on and that the cloud has never heard of: it was put back from a backup, and gets them again. What was the
    // beginning of a photo that was joined to this one is none: of that it has the whole.
    if (hash !== file.baseHash || (rows.told !== true && isUnheardEdit(file, remote)))
      return doing(rows, conditions, [{ do: 'send-change', assetId }], 'queued', 'server');
    // What is read anew may be older than what is here: an edit that a restored server forgot is offered when all is told, and not replaced.
    if (rows.behind === true) return afterFeed(rows, conditions);
    // A copy of it as it was, which somebody keeps beside the edit, stays: its bytes are in the cloud, too.
    if (rows.shownBeside && hasBytes(hash, remote)) return { actions: [], reasons: [] };
    // Nothing is put over bytes that were never what this asset shows.
    if (!isVersion(hash, remote)) return doing(rows, conditions, [{ do: 'let-go', assetId }], 'applying', 'local');
    return doing(rows, conditions, [{ do: 'fetch', assetId, resource: shown }], 'queued', 'server');
  }
  // Both sides came to the same bytes without this device having noted it: its state was put back from a copy.
  if (hash !== file.baseHash) return doing(rows, conditions, [{ do: 'bind', assetId, hash }], 'applying', 'local');
  return planName(rows, conditions, remote);
}

/**
 * A compressed stand-in: never sent, whatever it is called and wherever it lies. It is in sync while the cloud has what it stands for.
 * Its `remote` is the asset that it names inside.
 */
function planStandIn(rows: FileRows, conditions: Conditions, standIn: StandIn): Plan {
  const { file, remote, queued } = rows;
  if (!remote) {
    return lostOrUnheard(rows, conditions, { fileName: baseName(file.path), assetId: standIn.assetId });
  }
  const assetId = remote.asset.id;
  if (remote.asset.state !== 'live') {
    if (queued.some((change) => change.name === 'asset.restore')) return doing(rows, conditions, [], 'committing', 'server');
    return doing(rows, conditions, [{ do: 'remove-file', assetId }], 'applying', 'server');
  }
  if (rows.besideOriginal === true) return doing(rows, conditions, [{ do: 'drop-stand-in', assetId }], 'applying', 'local');
  const resource = stoodFor(standIn, remote, rows.shownBeside);
  const lost = { fileName: remote.asset.fileName, assetId };
  if (!resource) return lostOrUnheard(rows, conditions, lost);
  const isHeardOf = remote.resources.some(({ hash }) => hash === standIn.of) || planted('stand-in-given-up');
  // What it stands for went with a server that was put back: nothing is put over the last picture of it.
  if (resource.hash !== standIn.of && (rows.behind === true || !isHeardOf)) return lostOrUnheard(rows, conditions, lost);
  if (file.assetId !== assetId || file.baseHash !== resource.hash) {
    // Moved, copied, or here before this device was: it is bound as the file that it stands for would be. An edit made elsewhere is fetched then.
    const isMoved = file.assetId !== assetId && hasBytes(standIn.of, remote);
    return resource.hash === standIn.of || isMoved
      ? doing(rows, conditions, [{ do: 'bind', assetId, hash: standIn.of }], 'applying', 'local')
      : doing(rows, conditions, [fetching(assetId, resource, conditions, rows.wantedFull === true)], 'queued', 'server');
  }
  if (rows.wantedFull === true || conditions.compressed === false)
    return doing(rows, conditions, [{ do: 'fetch', assetId, resource }], 'queued', 'server');
  // A copy of the original is offered again to a server that was put back, and what stands for it waits with it.
  const offered = queued.find((change) => change.name === 'asset.create');
  if (offered) return doing(rows, conditions, [], offered.answered ? 'awaiting-acknowledgement' : 'committing', 'server');
  const isShown = partOf(file, remote) === 'shown' && resource.hash === shownResource(remote)?.hash;
  return isShown ? planName(rows, conditions, remote) : { actions: [], reasons: [] };
}

/** Bytes of an asset come here, as this device keeps them: in full, or as their compressed version. */
function fetching(assetId: string, resource: Resource, { compressed }: Conditions, full: boolean): Action {
  return compressed === true && !full ? { do: 'fetch', assetId, resource, compressed } : { do: 'fetch', assetId, resource };
}

/** A part that stands beside what its asset shows: it comes and goes with the asset, and its name here is this device's own affair. */
function planCompanion(rows: FileRows, conditions: Conditions, part: Resource, { id: assetId, state }: Asset): Plan {
  const { file, queued } = rows;
  // Other bytes under its name are another photo; the part is placed again beside it.
  if (file.hash !== part.hash) return doing(rows, conditions, [{ do: 'let-go', assetId }], 'applying', 'local');
  if (state === 'live' && file.hash === file.baseHash) return { actions: [], reasons: [] };
  // It came as a photo of its own, and became a part before this device had noted that both sides agree on it.
  if (state === 'live') return doing(rows, conditions, [{ do: 'bind', assetId, hash: part.hash }], 'applying', 'local');
  if (queued.some((change) => change.name === 'asset.restore')) return doing(rows, conditions, [], 'committing', 'server');
  return doing(rows, conditions, [{ do: 'remove-file', assetId }], 'applying', 'server');
}

/** What a stand-in stands for went with a server that was put back, unless the feed has yet to tell of it; who has it still may give it back at any time. */
function lostOrUnheard(rows: FileRows, conditions: Conditions, lost: Evidence): Plan {
  if (rows.heard !== true) return afterFeed(rows, conditions);
  return { ...because(rows.file, conditions, [], 'lost-with-server', lost), after: 'feed' };
}

/** What it comes to is told with the rest of the feed. */
function afterFeed(rows: FileRows, conditions: Conditions): Plan {
  return { ...doing(rows, conditions, [], 'queued', 'server'), after: 'feed' };
}

/** Its bytes are as they should be; now its name. */
function planName(rows: FileRows, conditions: Conditions, remote: RemoteAsset): Plan {
  const { file, queued } = rows;
  const naming = queued.find((change) => change.name === 'asset.set');
  if (naming) return doing(rows, conditions, [], naming.answered ? 'awaiting-acknowledgement' : 'committing', 'server');
  const name = baseName(file.path);
  const assetId = remote.asset.id;
  if (isRenamed(name, file.writtenName, conditions.names ?? EXACT_NAMES)) {
    const own = file.standIn == null ? name : fullName(name, file.wantedName);
    return doing(rows, conditions, [{ do: 'rename-asset', assetId, name: own }], 'committing', 'server');
  }
  if (remote.asset.fileName !== file.wantedName) {
    return doing(rows, conditions, [{ do: 'rename-file', assetId, name: remote.asset.fileName }], 'applying', 'local');
  }
  return { actions: [], reasons: [] };
}

/**
 * A file that was here and is not seen: only two looks make it a deletion, and only of the last file that shows its asset. A pair
 * goes as a whole when its shown file goes; a companion alone is put back.
 */
function planMissing(rows: FileRows, conditions: Conditions): Plan {
  const { file, remote, queued } = rows;
  if ((!file.gone && !file.held) || rows.elsewhere === true) {
    const waits = because(file, conditions, [], 'applying', { missing: true });
    return rows.elsewhere === true ? { ...waits, after: 'files' } : waits;
  }
  if (file.assetId === null || (rows.siblings > 0 && !planted('copy-deletes-photo')))
    return because(file, conditions, [{ do: 'forget-file' }], 'applying', {});
  if (queued.some((change) => change.assetId === file.assetId && change.name !== 'asset.set')) {
    return doing(rows, conditions, [], 'committing', 'server');
  }
  const companion = remote !== null && partOf(file, remote) !== 'shown';
  if (!remote || remote.asset.state !== 'live' || companion) return because(file, conditions, [{ do: 'forget-file' }], 'applying', {});
  if (file.held) return planHeld(rows, conditions, file.missingSince ?? file.firstSeen);
  return doing(rows, conditions, [{ do: 'trash', assetId: remote.asset.id }], 'committing', 'server');
}

/** Too many went at once: nothing is deleted elsewhere before the person says so. */
function planHeld({ held }: FileRows, conditions: Conditions, since: number): Plan {
  const evidence = { count: held?.count ?? null, inADay: held?.inADay ?? null };
  return { actions: [], reasons: sortReasons([...troubles(between(conditions)), { code: 'mass-delete-held', since, evidence }]) };
}

/** Everything that bears on an asset of which this device has no file, or not all. */
export interface IncomingRows {
  readonly remote: RemoteAsset;
  readonly queued: readonly QueuedChange[];
  readonly transfer: Transfer | null;
  readonly trouble: Trouble | null;
  /** What of it is to be here as a file and is not; see `lackingHere`. */
  readonly lacking: readonly Resource[];
  /** A file here has the bytes that are lacking, and is about to be bound. */
  readonly settling: boolean;
  /** A file here shows another photo with the bytes that are lacking, and the rest of the feed may say that it is a part of this one by now. */
  readonly joining?: boolean;
  /** It is to be here in full, whatever the device keeps else. */
  readonly full?: boolean;
  /** Files of it that went missing, and are not settled yet. */
  readonly missing: number;
  /** Where its file last was here; null or absent: it never was. */
  readonly lastPath?: string | null;
  /** When the server first told of it, device's clock. */
  readonly since: number;
}

/** An asset that is in the cloud and not here, or not all of it: it is fetched, one part after the other. A device that only backs up fetches none, and what a rule leaves out is not fetched. */
export function planIncoming(rows: IncomingRows, conditions: Conditions): Plan {
  if (whyNotFetched(rows, conditions) !== null) return { actions: [], reasons: [] };
  return stopped(planComing(rows, conditions), rows.since, conditions);
}

/** Why a photo of the library is not to be on this device; null: it is. What is not to be here waits for nothing, and is in sync. */
export function whyNotFetched(
  { remote: { asset }, lastPath, since }: Pick<IncomingRows, 'remote' | 'lastPath' | 'since'>,
  { direction, leaveOut }: Pick<Conditions, 'direction' | 'leaveOut'>,
): Reason | null {
  if (direction === 'backup-only') return { code: 'not-in-this-direction', since, evidence: { direction: WORDS[direction] } };
  const rule = leaveOut && leftOutBy(leaveOut, lastPath ?? asset.fileName, asset.kind);
  return rule == null ? null : { code: 'excluded-by-rule', since, evidence: { rule } };
}

function planComing(rows: IncomingRows, conditions: Conditions): Plan {
  const { remote } = rows;
  const [next] = rows.lacking;
  const leaving = rows.queued.some((change) => change.name === 'asset.trash' || change.name === 'asset.purge');
  if (remote.asset.state !== 'live' || !next || leaving || rows.missing > 0) return { actions: [], reasons: [] };
  if (conditions.folder.length > 0) return { actions: [], reasons: troubles(conditions.folder) };
  if (rows.settling) return { actions: [], reasons: [current(rows.transfer, 'applying', rows.since)], after: 'files' };
  if (rows.joining === true) return { actions: [], reasons: [current(rows.transfer, 'queued', rows.since)], after: 'feed' };
  if (rows.trouble !== null && !isDue(rows.trouble, conditions.now)) {
    return { actions: [], reasons: troubles([rows.trouble, ...between(conditions)]) };
  }
  const way = onTheWay(rows.transfer, conditions);
  const reasons = sortReasons([...troubles(between(conditions)), ...way, current(rows.transfer, 'queued', rows.since)]);
  const actions = allowed([fetching(remote.asset.id, next, conditions, rows.full === true)], conditions);
  return retrying({ actions, reasons }, rows.trouble, rows.transfer, conditions);
}

/** What was in the way still is, as far as anybody knows, until the next try has begun: a cause does not vanish for a moment. */
function retrying(plan: Plan, trouble: Trouble | null, transfer: Transfer | null, { now }: Conditions): Plan {
  if (trouble === null || transfer !== null || plan.reasons.length === 0) return plan;
  return { ...plan, reasons: sortReasons([...troubles([{ ...trouble, nextTry: now }]), ...plan.reasons]) };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Nothing waits longer than this for its next try: half an hour. */
export const LONGEST_WAIT_MS = 30 * 60_000;

/** The time has come; or it seems to be further away than any wait is, for the device's clock was set back meanwhile. */
export function isTimeFor(at: number, now: number, longest = LONGEST_WAIT_MS): boolean {
  return at <= now || at - now > longest;
}

function isDue(trouble: Trouble, now: number): boolean {
  return trouble.nextTry !== null && isTimeFor(trouble.nextTry, now);
}

function troubles(all: readonly Trouble[]): Reason[] {
  return sortReasons(
    all.map(({ code, since, evidence, nextTry, tries }) => ({
      code,
      since,
      evidence: { ...evidence, ...(nextTry === null ? {} : { nextTry }), ...(tries > 0 ? { tries } : {}) },
    })),
  );
}

function troubled(file: LocalFile, trouble: Trouble, conditions: Conditions): Plan {
  const server = file.excluded === null || file.hash !== null ? between(conditions) : [];
  return { actions: [], reasons: troubles([trouble, ...server]) };
}

function because(file: LocalFile, _conditions: Conditions, actions: readonly Action[], code: ReasonCode, evidence: Evidence): Plan {
  return { actions, reasons: [{ code, since: file.missingSince ?? file.firstSeen, evidence }] };
}

function current(transfer: Transfer | null, otherwise: ReasonCode, since: number): Reason {
  return transfer === null ? { code: otherwise, since, evidence: {} } : { code: transfer.phase, since, evidence: evidenceOf(transfer) };
}

/** How far it is, how long it still takes, when it last got on, and how often it had to be begun anew. */
function evidenceOf({ offset, size, movedAt, restarts = 0, rate = null }: Transfer): Evidence {
  return {
    offset,
    size,
    ...(movedAt === undefined ? {} : { lastProgress: movedAt }),
    ...(restarts > 0 ? { restarts } : {}),
    ...(rate === null || rate <= 0 ? {} : { rate, left: Math.round(((size - offset) / rate) * 1000) }),
  };
}

/** What makes the way bad is told of what is on it, or is to be. */
function onTheWay(transfer: Transfer | null, { hindered = [] }: Conditions): Reason[] {
  const refused = transfer?.refused;
  if (!refused) return troubles(hindered);
  const { piece, limit, since } = refused;
  return [...troubles(hindered), { code: 'too-large-for-proxy', since, evidence: { piece, limit } }];
}

/** What stands between here and the server: what is wrong on the way, and what the person's settings hold back. */
function between({ server, held = [] }: Conditions): readonly Trouble[] {
  return [...held, ...server];
}

/** While sync is off nothing is done at all, not even read. */
export function isOff(held: readonly Trouble[]): boolean {
  return held.some(isSyncOff);
}

const isSyncOff = ({ code }: Trouble): boolean => code === 'sync-off';

/** What would be done while sync is off says so. */
function stopped(plan: Plan, since: number, { held = [] }: Conditions): Plan {
  const off = held.find(isSyncOff);
  const waits = plan.reasons.some(({ code }) => classOf(code) !== 'excluded');
  if (!off || !waits) return plan;
  // What would be done just now waits its turn.
  const idle = (reason: Reason): Reason => (classOf(reason.code) === 'moving' ? { code: 'queued', since, evidence: {} } : reason);
  return { actions: [], reasons: sortReasons([...troubles([off]), ...plan.reasons.map(idle)]) };
}

/** Work that needs the server does not begin while something stands between it and here. */
function allowed(actions: readonly Action[], conditions: Conditions): readonly Action[] {
  return between(conditions).length > 0 ? [] : actions;
}

function doing(rows: FileRows, conditions: Conditions, actions: readonly Action[], code: ReasonCode, needs: 'local' | 'server'): Plan {
  const own = current(rows.transfer, code, rows.file.firstSeen);
  if (needs === 'local') return { actions, reasons: [own] };
  const way = onTheWay(rows.transfer, conditions);
  return { actions: allowed(actions, conditions), reasons: sortReasons([...troubles(between(conditions)), ...way, own]) };
}
