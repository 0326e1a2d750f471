import type { Acknowledged, Asset, Change, FeedEntry, Lost, Mutation, MutationResult } from '@rollcall/protocol';
import type { DeletedBefore, HoldFacts, LetThrough, LocalFile, QueuedChange, RemoteAsset, Trouble } from '../plan/index.ts';
import type { FileKnown } from '../scan/index.ts';

/** Who this device is; written once by *link*. */
export interface DeviceIdentity {
  readonly deviceId: string;
  readonly name: string;
  readonly server: string;
  readonly folder: string;
  readonly accountId: string;
  readonly email: string;
  readonly libraryId: string;
}

/** Fields of a file that a step changes; the others stay. */
export type FilePatch = Partial<Omit<LocalFile, 'key' | 'firstSeen' | 'newHere'>> & {
  readonly newHere?: boolean;
  readonly racy?: boolean;
  /** When its bytes were last read; null: have them read soon. */
  readonly hashedAt?: number | null;
};
export type NewFile = Pick<LocalFile, 'path' | 'size' | 'mtimeMs' | 'stamp' | 'newHere' | 'firstSeen'> & FilePatch;

export interface OutboxEntry extends QueuedChange {
  readonly mutation: Mutation;
  readonly result: MutationResult | null;
}

/** A file that is about to be renamed into place: bytes equal to `hash` at `path` are no change of the person's. */
export interface Placing {
  readonly path: string;
  readonly assetId: string;
  readonly hash: string;
  readonly wantedName: string;
}

/** An original that is about to give way to its compressed version: should it be found gone, nobody has deleted it. */
export interface GivingWay {
  /** Of the original's file. */
  readonly key: number;
  readonly assetId: string;
  /** SHA-256 of the original, and of what takes its place, at `path`. */
  readonly original: string;
  readonly path: string;
  readonly hash: string;
}

/** Why the whole feed is read again: this device was away for longer than tombstones live, or the server was put back from a backup. */
export type Reread = 'compacted' | 'put-back';

/** What a pull changed here. */
export interface PullEffect {
  /** Assets of which something changed. */
  readonly assets: ReadonlySet<string>;
  /** Files whose outbox entry was acknowledged, or whose asset got another id. */
  readonly files: ReadonlySet<number>;
}

/**
 * Everything durable on a device: `remote` (what the server said), `local` (what the last scan saw),
 * `base` (last agreed), `outbox`, `cursor`. Calls inside one `transact` take effect together or not at all. Everything happens at
 * once; when it outlives a loss of power is the adapter's care. Every adapter passes `deviceStoreContract`.
 */
export interface DeviceStore {
  transact<T>(step: () => T): T;

  identity(): DeviceIdentity | null;
  setIdentity(identity: DeviceIdentity): void;
  note(key: string): string | null;
  setNote(key: string, value: string | null): void;

  known(): Map<string, FileKnown>;
  /** What is known at a path and below it. */
  knownBelow(path: string): Map<string, FileKnown>;
  /** Files that the last look did not see. */
  missing(): LocalFile[];
  /** Files whose deletion waits for the person's answer. */
  held(): LocalFile[];
  /** Photos that are here, each once, and by the folder at the top. */
  here(): Pick<HoldFacts, 'here' | 'hereByTop'>;
  /** Files that are not bound to an asset, with these bytes: one that seems to be missing may have gone there. */
  hasUnbound(hash: string): boolean;
  /** Deletions that were sent on without asking; older ones than a day are forgotten. */
  letThrough(now: number): LetThrough[];
  addLetThrough(removal: LetThrough): void;
  /** The person answered: the day is counted anew. */
  clearLetThrough(): void;
  /** Files whose bytes nobody has read yet. */
  unread(): number;
  /** Files that are not done changing: what is missing may be one of them, elsewhere. */
  unsettled(): number;
  /** Files that are here, and whose bytes could not be read. */
  unreadable(): LocalFile[];
  /** Files that lie where nobody could look. */
  unseen(): LocalFile[];
  /** A file here has these bytes, and what it stands for is not settled yet. */
  holds(hash: string): boolean;
  /** The file whose bytes were read longest ago, of those that wait for nothing else; null: there is none. */
  hashedLongestAgo(): { readonly file: LocalFile; readonly hashedAt: number | null } | null;
  file(key: number): LocalFile | null;
  fileAt(path: string): LocalFile | null;
  files(): LocalFile[];
  filesOf(assetId: string): LocalFile[];
  /** Files here that were read, and are photos or videos, whose paths begin so; at most `most`. */
  photosBeginning(beginning: string, most: number): LocalFile[];
  /** Files here that hold data of photos (no photos, and yet with a hash), whose paths begin so, at most `most`. */
  sidecarsBeginning(beginning: string, most: number): LocalFile[];
  /** Files here that hold data of photos, with these bytes. */
  sidecarsWith(hash: string): LocalFile[];
  addFile(file: NewFile): number;
  patchFile(key: number, patch: FilePatch): void;
  dropFile(key: number): void;
  countFiles(): number;

  cursor(): string | null;
  /** A new beginning: the rows stay until the whole feed was read again, then those not told of are dropped. */
  restartFeed(why: Reread): void;
  /** Answers that no pull has acknowledged are asked for again: the server may have forgotten them. */
  forgetAnswers(): void;
  applyPage(changes: readonly FeedEntry[], cursor: string, complete: boolean, acknowledged: Acknowledged | null, now: number): PullEffect;
  remote(assetId: string): RemoteAsset | null;
  remotes(): IterableIterator<RemoteAsset>;
  /** The kept id, where the asset turned out to be another. */
  resolve(assetId: string): string;
  /** The asset, not purged, that has these bytes as its original, an edit or a companion; a live one first. */
  match(hash: string): RemoteAsset | null;
  purgedBefore(hash: string): boolean;
  /** The server told of these bytes, now or before, as of this asset or of one that was joined to it. */
  wasTold(hash: string, assetId: string): boolean;
  /** What a person was asked, or said, of bytes that were deleted before; null: nothing. */
  word(hash: string): DeletedBefore | null;
  setWord(hash: string, word: DeletedBefore | null, now: number): void;
  /** Another file, here or missing, has these bytes as those that both sides last agreed on. */
  agreedOn(hash: string, key: number): boolean;
  /** A file here with the same bytes that stands for an asset already. */
  twin(hash: string, key: number): LocalFile | null;
  /** A file here has these bytes, and is about to be bound to the asset that has them: it shows none yet, or one that the server has not told of. */
  settlingHere(hash: string): boolean;
  /** A file here was agreed on with these bytes, or stands for them, and its asset has them no more: they were split off, and it is about to follow them, when it was read anew. */
  partingHere(hash: string): boolean;
  /** Assets that are live and have no file here, or one file fewer than they have parts; `lackingHere` tells what is lacking. */
  incoming(): string[];
  incomingState(assetId: string): { readonly since: number; readonly trouble: Trouble | null } | null;
  setIncomingTrouble(assetId: string, trouble: Trouble | null, now: number): void;

  /** Where an asset's file last was, so that it comes back there. */
  lastPath(assetId: string): string | null;
  setLastPath(assetId: string, path: string, hash: string, now: number): void;
  placing(path: string): Placing | null;
  /** What was about to be written for an asset when the agent last noted it. */
  placings(assetId: string): Placing[];
  setPlacing(placing: Placing): void;
  clearPlacing(path: string): void;
  /** What is about to give way, as far as its end was not noted. */
  givingWay(): GivingWay[];
  setGivingWay(intent: GivingWay): void;
  clearGivingWay(key: number): void;

  queue(change: Change, hash: string | null, now: number): number;
  outbox(): OutboxEntry[];
  outboxSize(): number;
  unanswered(limit: number): OutboxEntry[];
  queuedFor(assetId: string): QueuedChange[];
  answer(n: number, result: MutationResult): void;
  /** Gives all queued changes new places in a chain that goes on after `from`, in `epoch`. */
  rechain(epoch: string, from: Acknowledged): void;
  epoch(): string | null;
  /** The last link of this device's chain, sent or not. */
  chainEnd(): Acknowledged;
  /** Drops queued changes up to the one with this link: the server took them before it began a new epoch. */
  dropTaken(link: string, now: number): void;
  /** A copy becomes a device of its own: what was answered was taken under the old identity, all else begins a new chain. */
  fork(identity: DeviceIdentity, epoch: string, now: number): void;

  /** What the server said of a live asset before it was put back to a time when it did not know it; null: it knows it. */
  forgotten(assetId: string): Asset | null;
  /** Photos whose original was only on the server, before it was put back. */
  lost(): Lost;
  /** The person says that a lost photo is gone. False: it is not among the lost. */
  forgetLost(assetId: string): boolean;
}
