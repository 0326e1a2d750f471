import type { AssetKind, SpaceMark } from '@rollcall/protocol';

/** A photo that is not in Recently Deleted, as far as it bears on what going would free. */
export interface SpacePhoto {
  readonly id: string;
  readonly kind: AssetKind;
  readonly fileName: string;
  /** As a library keeps it. */
  readonly capturedAt: string;
  /** Pixels as shown; null: not known. */
  readonly width: number | null;
  readonly height: number | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Make and model, as one text; null: its file names none. */
  readonly camera: string | null;
  /** What the photo is held by: such a one is never proposed. */
  readonly mark: SpaceMark | null;
  readonly rating: number | null;
  /** It shows an edit. */
  readonly edited: boolean;
  /** The word that holds the frames of a burst together. */
  readonly burst: string | null;
  /** 64 bits in hexadecimal digits; null: its picture was not measured. */
  readonly likeness: string | null;
  /** 0 to 1000; -1: there is too little to see in it; null: its picture was not measured. */
  readonly sharpness: number | null;
  /** Its file says that it is a picture of a screen. */
  readonly screenshot: boolean;
  readonly parts: readonly SpacePart[];
}

/** Bytes of a photo. */
export interface SpacePart {
  readonly role: string;
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
}

/** Of all its bytes, each once. */
export function bytesOfParts(parts: readonly SpacePart[]): number {
  return [...new Map(parts.map(({ hash, size }) => [hash, size])).values()].reduce((sum, size) => sum + size, 0);
}
