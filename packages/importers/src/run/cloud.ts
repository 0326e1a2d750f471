import type { RemoteAsset } from '@rollcall/core';
import type { Change, MutationResult } from '@rollcall/protocol';
import type { Shelf } from '../albums.ts';
import type { Bytes } from '../bytes.ts';

/** What the cloud is to keep. */
export interface Brought {
  /** SHA-256 in hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
}

/** A part of a photo, as the cloud is asked for it. */
export interface PartLine {
  readonly assetId: string;
  readonly role: string;
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** What the cloud's own bytes of a part hash to now. */
export interface FoundPart {
  readonly state: 'stored' | 'missing' | 'damaged' | 'not-in-library';
  readonly hash: string | null;
}

/** What an import knows of a library without asking: what was heard of it last. */
export interface Heard {
  readonly libraryId: string;
  /** The photo, not purged, that has these bytes as its original, an edit or a companion; a live one first. */
  match(hash: string): RemoteAsset | null;
  /** Somebody deleted these bytes for good. */
  purgedBefore(hash: string): boolean;
  remote(assetId: string): RemoteAsset | null;
  /** The photo that an id leads to, which may have been minted for a duplicate. */
  resolve(assetId: string): string;
}

/**
 * The library that an import goes into, as a device or a page has it. What is asked throws `Stopped` where nothing can go on, and
 * `FileFailed` for one file.
 */
export interface Cloud extends Heard {
  /** Hears what the library holds now. Throws `Stopped`. */
  hear(): Promise<void>;
  /** Bytes that there is room for. Throws `Stopped`. */
  room(): Promise<number>;
  /** Asks whether the cloud has these bytes, and sends them where it does not. @param open opens them; who opened lets them go */
  bring(what: Brought, open: () => Promise<Bytes>, moved: (bytes: number) => void): Promise<void>;
  /** Has changes made, in order; what they made is heard afterwards. Null: that they were answered is all that is known. Throws `Stopped`. */
  carry(changes: readonly Change[]): Promise<readonly (MutationResult | null)[]>;
  /** What was done to a photo; null: it cannot be asked. */
  historyOf(assetId: string): Promise<readonly { readonly what: string; readonly new: unknown }[] | null>;
  /** Throws `Stopped`. */
  shelf(): Promise<Shelf>;
  /** Has the cloud read its bytes of these parts again, now; in their order. Throws `Stopped`. */
  readAgain(lines: readonly PartLine[]): Promise<readonly FoundPart[]>;
}
