import { isRawMime, type CompanionRole } from '@rollcall/protocol';

/** A file of a folder, with what was read of it: all that grouping asks. */
export interface GroupFile {
  /** Below the folder, with `/` between segments. */
  readonly path: string;
  readonly kind: 'photo' | 'video' | 'other';
  readonly mime: string;
  readonly size: number;
  /** What the file itself says of when it was taken; null when that is only guessed. */
  readonly capturedAt: string | null;
  /** Seconds. */
  readonly duration: number | null;
  readonly rating: number | null;
  readonly livePairId: string | null;
  readonly burstId: string | null;
  /** The film inside a motion photo. */
  readonly film: Stretch | null;
}

/** A part of a file, in bytes. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

export type MemberRole = CompanionRole | 'original' | 'edited' | 'edited-video' | 'adjustment-data' | 'sidecar';

export interface Member {
  readonly path: string;
  readonly role: MemberRole;
  /** It is only this part of the file. */
  readonly within: Stretch | null;
}

/** One thing that a person sees as one, of which the first member is the original. */
export interface GroupedAsset {
  readonly kind: 'photo' | 'video' | 'live-photo' | 'motion-photo';
  readonly members: readonly Member[];
  readonly burst: { readonly id: string; readonly key: boolean } | null;
}

/** Frames that belong together, each a photo of its own. */
export interface Burst {
  readonly id: string;
  /** The path of the frame that stands for all. */
  readonly key: string;
  readonly frames: readonly string[];
}

/** Files that look as if they belonged together, and why they are left apart. */
export interface Unclear {
  readonly paths: readonly string[];
  readonly why: string;
}

export interface Grouping {
  readonly assets: readonly GroupedAsset[];
  readonly bursts: readonly Burst[];
  readonly unclear: readonly Unclear[];
  /** Files that belong to no photo or video. */
  readonly others: readonly string[];
}

/** A photo or video that is being put together. */
export interface Draft {
  readonly original: GroupFile;
  readonly parts: { readonly file: GroupFile; readonly role: MemberRole }[];
}

export function draft(original: GroupFile): Draft {
  return { original, parts: [{ file: original, role: 'original' }] };
}

export function isRawFile({ kind, mime }: Pick<GroupFile, 'kind' | 'mime'>): boolean {
  return kind === 'photo' && isRawMime(mime);
}
