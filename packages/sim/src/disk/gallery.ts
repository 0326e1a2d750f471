import { namedHalfOf, shotOf, type NamedHalf, type Shot, type StandIn } from '@rollcall/core';
import type { AssetFields, AssetKind } from '@rollcall/protocol';
import { bytesOf, type Bytes } from './bytes.ts';

/** What a camera captured, or an editor made of it. */
export interface Photo {
  readonly content: number;
  readonly length: number;
  readonly kind: AssetKind;
  readonly mime: string;
  /** Null: the file does not say. */
  readonly takenAt: string | null;
  readonly camera: string | null;
  /** A compressed version that stands for an original, and says so inside; null: a photo of its own. */
  readonly standIn: StandIn | null;
  /** What a camera wrote into both halves of a Live Photo; null: nothing. */
  readonly pairId: string | null;
  /** It is no photo, and holds data of one. */
  readonly sidecar: boolean;
}

/** Bytes of every compressed version. */
const STAND_IN_LENGTH = 150;

const keyOf = ({ assetId, of }: StandIn): string => `${assetId} ${of}`;

/** All contents of a run, by their number. */
export class Gallery {
  readonly #photos: Photo[] = [];
  readonly #standIns = new Map<string, Photo>();

  add(photo: Omit<Photo, 'content' | 'standIn' | 'pairId' | 'sidecar'> & Partial<Pick<Photo, 'standIn' | 'pairId' | 'sidecar'>>): Photo {
    const added = { standIn: null, pairId: null, sidecar: false, ...photo, content: this.#photos.length + 1 };
    this.#photos.push(added);
    return added;
  }

  get count(): number {
    return this.#photos.length;
  }

  of({ content }: Pick<Bytes, 'content'>): Photo | null {
    return this.#photos[content - 1] ?? null;
  }

  bytes({ content, length }: Photo): Bytes {
    return bytesOf(content, length);
  }

  /** The compressed version of a whole photo, the same whenever it is asked for; null: there is none, for it would hardly be smaller. */
  standInOf(bytes: Bytes, standIn: StandIn): Bytes | null {
    const photo = this.of(bytes);
    if (photo === null || !this.hasSmaller(bytes)) return null;
    const small =
      this.#standIns.get(keyOf(standIn)) ??
      this.add({ ...photo, kind: 'photo', mime: 'image/jpeg', length: STAND_IN_LENGTH, pairId: null, standIn });
    this.#standIns.set(keyOf(standIn), small);
    return this.bytes(small);
  }

  hasSmaller(bytes: Bytes): boolean {
    const photo = this.of(bytes);
    return photo !== null && !photo.sidecar && photo.standIn === null && bytes.flip === 0 && bytes.length > 2 * STAND_IN_LENGTH;
  }

  /** A compressed version that was asked for before; null: it was not. */
  keptStandIn(standIn: StandIn): Bytes | null {
    const small = this.#standIns.get(keyOf(standIn));
    return small === undefined ? null : this.bytes(small);
  }

  /** What identifier of a Live Photo a whole file carries. */
  pairIdOf(bytes: Bytes): string | null {
    return bytes.flip === 0 && this.isWhole(bytes) ? (this.of(bytes)?.pairId ?? null) : null;
  }

  /** What a whole file tells of its shot. */
  shotOf(bytes: Bytes, fileName: string): Shot | null {
    const fields = bytes.flip === 0 && this.isWhole(bytes) ? this.fieldsOf(bytes, fileName) : null;
    return fields && shotOf(fileName, fields);
  }

  /** What a whole file tells by which it is known as a half of a Live Photo without an identifier. */
  namedHalfOf(bytes: Bytes, fileName: string): NamedHalf | null {
    const fields = bytes.flip === 0 && this.isWhole(bytes) ? this.fieldsOf(bytes, fileName) : null;
    const mime = this.of(bytes)?.mime ?? '';
    return fields && namedHalfOf({ fileName, mime, size: bytes.length, livePairId: this.pairIdOf(bytes), fields });
  }

  /** A file without its end waits for it. */
  isWhole(bytes: Bytes): boolean {
    const photo = this.of(bytes);
    return photo === null || bytes.length >= photo.length;
  }

  /** What the bytes tell of themselves. */
  fieldsOf(bytes: Bytes, fileName: string): AssetFields | null {
    const photo = this.of(bytes);
    if (photo === null || photo.takenAt === null) return null;
    return {
      fileName,
      capturedAt: photo.takenAt,
      capturedSource: 'exif',
      width: 4000,
      height: 3000,
      duration: photo.kind === 'video' ? 3 : null,
      camera: photo.camera === null ? null : { make: 'Make', model: photo.camera, lens: null },
      exposure: null,
      place: null,
      title: null,
      caption: null,
      favourite: false,
      hidden: false,
      rating: null,
      keywords: [],
    };
  }
}
