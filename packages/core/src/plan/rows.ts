import type { Asset, AssetFields, AssetKind, ChangeName, Evidence, ReasonCode, Resource, SidecarRole } from '@rollcall/protocol';
import type { NameRules } from '../scan/index.ts';
import type { LeaveOut } from './leave-out.ts';

/** Which way photos go: changes of this device to the cloud, those of the cloud to here, or both. */
export type Direction = 'both' | 'backup-only' | 'download-only';

/** Something is wrong with one item; it says when it is tried again, or that a person is needed. */
export interface Trouble {
  readonly code: ReasonCode;
  readonly evidence: Evidence;
  readonly tries: number;
  /** Device's clock, milliseconds; null: not before a person, or a change of the file. */
  readonly nextTry: number | null;
  readonly since: number;
}

/** A file in the device's folder, as `local` and `base` keep it. */
export interface LocalFile {
  readonly key: number;
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly stamp: string;
  /** SHA-256 of its bytes at `stamp`; null: not read yet. */
  readonly hash: string | null;
  readonly kind: AssetKind | null;
  readonly mime: string;
  /** Left out, and why. What is no photo and has a hash all the same holds data of one (see `SidecarOf`). */
  readonly excluded: 'hidden-file' | 'temporary-file' | 'not-a-photo' | 'excluded-by-rule' | null;
  /** When it was not seen for the first time; null: it is there. */
  readonly missingSince: number | null;
  /** Two looks agree that it is not there. */
  readonly gone: boolean;
  /** Its deletion waits for the person's answer; ends by itself when the file is seen again. */
  readonly held: boolean;
  /** It came after this device last agreed with the cloud: a person put it there. */
  readonly newHere: boolean;
  readonly firstSeen: number;
  /** The asset it shows; null: none yet. */
  readonly assetId: string | null;
  /** The bytes that device and cloud last agreed on for this file; null: never yet. */
  readonly baseHash: string | null;
  /** When they agreed. */
  readonly agreedAt: number | null;
  /** The name the asset should have here, and the one that was written or found. */
  readonly wantedName: string;
  readonly writtenName: string;
  readonly fields: AssetFields | null;
  readonly trouble: Trouble | null;
  /** SHA-256 of the bytes that the disk gave instead of the ones that were written, though nobody touched the file. */
  readonly rotted?: string | null;
  /** It is a compressed stand-in, unchanged since it was made; as what it carries inside says, wherever it was moved or copied. */
  readonly standIn?: StandIn | null;
}

/** A picture that stands where an original was: it is never a photo of its own, and its `baseHash` is what it stands for. */
export interface StandIn {
  readonly assetId: string;
  /** SHA-256 of the bytes that it stands for. */
  readonly of: string;
}

/** The bytes that a file of this device must have for nobody to have changed it since both sides agreed; null: they never did. */
export function agreedBytes(file: Pick<LocalFile, 'hash' | 'baseHash' | 'standIn'>): string | null {
  return file.standIn == null ? file.baseHash : file.hash;
}

/** What a file that holds data of a photo (Apple's adjustments, XMP, Google's JSON) goes with. It is no item of the library by itself. */
export interface SidecarOf {
  readonly role: SidecarRole;
  /** Photos here that it is named after; it belongs to one when that is the only one. */
  readonly photos: number;
  /** That one's asset, when both sides have agreed on its file; null: not yet, or it goes with none or several. */
  readonly remote: RemoteAsset | null;
}

/** Of bytes that were deleted before: the person was asked and has not answered yet, or said that they stay deleted. */
export type DeletedBefore = 'asked' | 'forgotten';

/** What the server said of an asset, aliases resolved. */
export interface RemoteAsset {
  readonly asset: Asset;
  readonly seq: number;
  readonly resources: readonly Resource[];
}

/** A change in the outbox: made here, not yet seen in a pull. */
export interface QueuedChange {
  readonly n: number;
  readonly name: ChangeName;
  readonly assetId: string;
  readonly hash: string | null;
  readonly answered: boolean;
}

/** Work that runs now for an item. */
export interface Transfer {
  readonly phase: 'hashing' | 'asking' | 'sending' | 'verifying' | 'downloading' | 'applying';
  readonly offset: number;
  readonly size: number;
  /** When it last got on; device's clock. */
  readonly movedAt?: number;
  /** Times that it stood still and was begun anew. */
  readonly restarts?: number;
  /** Bytes a second, lately. */
  readonly rate?: number | null;
  /** Something on the way refuses pieces of `piece` bytes; it goes on in pieces of `limit`. */
  readonly refused?: { readonly piece: number; readonly limit: number; readonly since: number } | null;
}

/** What holds for all items at once. */
export interface Conditions {
  readonly now: number;
  /** Causes that stop everything that needs the server. */
  readonly server: readonly Trouble[];
  /** What makes the way to the server bad, and stops nothing; absent: nothing does. */
  readonly hindered?: readonly Trouble[];
  /** Causes that stop everything that needs the folder. */
  readonly folder: readonly Trouble[];
  /** What the person's settings hold back; absent: nothing. It stops what needs the link, and *sync off* stops everything. */
  readonly held?: readonly Trouble[];
  /** Which way photos go; absent: both. */
  readonly direction?: Direction;
  /** What the person leaves out; absent: nothing. */
  readonly leaveOut?: LeaveOut;
  /** The library closes: nothing new is sent; absent: it stays. */
  readonly closing?: Trouble | null;
  /** How the folder's file system treats names; absent: every difference counts. */
  readonly names?: NameRules;
  /** Photos from elsewhere arrive compressed; false: all are to be here in full, stand-ins too. Absent: nothing is said of it. */
  readonly compressed?: boolean;
}

/** The bytes of an asset that a folder shows: the current rendering, else the original. */
export function shownResource(remote: RemoteAsset): Resource | undefined {
  const { asset, resources } = remote;
  if (asset.rendering !== null) {
    const rendering = resources.find((resource) => resource.id === asset.rendering && !resource.removed);
    if (rendering) return rendering;
  }
  return resources.find((resource) => resource.role === 'original' && !resource.removed);
}
