import type { Shot } from './pictures.ts';

/** Why bytes that a person had may be gone without anybody being to blame. */
export type Excuse =
  /** The person overwrote or deleted the only file of it before it was in the cloud. */
  | 'destroyed-before-safe'
  /** A person deleted the photo for good. */
  | 'purged'
  /** It was newer than the copy of the server's folder that was put back, and on no device. */
  | 'lost-with-server';

interface Bytes {
  readonly hash: string;
  readonly size: number;
  /** In the cloud, as far as its feed told. */
  acknowledged: boolean;
  /** The server was put back to before it had them: what a device knows of it may be older than that. */
  doubted: boolean;
  excuse: Excuse | null;
  /** Lost with the server, and perhaps known to be so by nobody. */
  untold: boolean;
}

/** One photo as its person knows it: its first bytes, and those of each edit. */
export interface Photo {
  readonly number: number;
  readonly shot: Shot | null;
  readonly versions: Bytes[];
  /** Somebody deleted it once, on whatever device or in the browser: it may be live or not. */
  deleted: boolean;
}

/** What a copy of the server's folder holds, as far as the feed had told. */
export interface Backup {
  readonly hashes: ReadonlySet<string>;
}

/** What there must be: every byte that a person had and did not destroy. The only thing that is believed without asking. */
export class Album {
  readonly photos: Photo[] = [];
  readonly #byHash = new Map<string, { readonly photo: Photo; readonly bytes: Bytes }>();
  bytes = 0;
  /** The server was put back to an earlier state, so often. */
  putBacks = 0;

  /** A person is about to put a photo somewhere. */
  add(hash: string, size: number, shot: Shot | null): Photo {
    const photo: Photo = { number: this.photos.length + 1, shot, versions: [], deleted: false };
    this.photos.push(photo);
    this.#keep(photo, hash, size);
    return photo;
  }

  /** A person is about to put an edit of it in its place. */
  edit(photo: Photo, hash: string, size: number): void {
    this.#keep(photo, hash, size);
  }

  #keep(photo: Photo, hash: string, size: number): void {
    const bytes: Bytes = { hash, size, acknowledged: false, doubted: false, excuse: null, untold: false };
    photo.versions.push(bytes);
    this.#byHash.set(hash, { photo, bytes });
    this.bytes += size;
  }

  photoOf(hash: string): Photo | null {
    return this.#byHash.get(hash)?.photo ?? null;
  }

  /** The cloud's feed, or a device, says that these bytes are safe. */
  acknowledge(hash: string, by: 'feed' | 'device'): void {
    const bytes = this.#byHash.get(hash)?.bytes;
    if (!bytes || (bytes.doubted && by === 'device')) return;
    bytes.acknowledged = true;
    bytes.doubted = false;
  }

  /** A person's own hand took a file with these bytes away. */
  destroyed(hash: string): void {
    const bytes = this.#byHash.get(hash)?.bytes;
    if (bytes && !bytes.acknowledged) bytes.excuse ??= 'destroyed-before-safe';
  }

  deleted(photo: Photo): void {
    photo.deleted = true;
  }

  /** A person is about to delete a photo with these bytes for good. */
  purged(hash: string): void {
    const found = this.#byHash.get(hash);
    if (!found) return;
    found.photo.deleted = true;
    found.bytes.excuse ??= 'purged';
  }

  backup(): Backup {
    return { hashes: new Set(this.#all().flatMap(({ bytes }) => (bytes.acknowledged ? [bytes.hash] : []))) };
  }

  /**
   * The server is as it was at the backup. What it had since is given back by devices that have it; what a person had deleted, or
   * edited, devices were just about to take away, on the server's own word.
   */
  putBack(backup: Backup, onDevices: ReadonlySet<string>): void {
    this.putBacks += 1;
    for (const { photo, bytes } of this.#all()) {
      const before = bytes.acknowledged;
      bytes.acknowledged = backup.hashes.has(bytes.hash);
      bytes.doubted = !bytes.acknowledged;
      if (bytes.acknowledged || !before) continue;
      const current = photo.versions.at(-1) === bytes && !photo.deleted;
      if (!current || !onDevices.has(bytes.hash)) bytes.excuse ??= 'lost-with-server';
    }
  }

  /** What must be in the cloud when all is quiet. */
  required(): { readonly photo: Photo; readonly hash: string; readonly size: number; readonly acknowledged: boolean }[] {
    return this.#all()
      .filter(({ bytes }) => bytes.excuse === null)
      .map(({ photo, bytes: { hash, size, acknowledged } }) => ({ photo, hash, size, acknowledged }));
  }

  /** What knew of what was lost may know no more: a device's own notes were put back. */
  forgetLost(): void {
    for (const { bytes } of this.#all()) if (bytes.excuse === 'lost-with-server') bytes.untold = true;
  }

  /** Bytes that were only on the server when it was put back to before it had them, of photos that nobody deleted. */
  lostWithServer(): string[] {
    return this.#all().flatMap(({ photo, bytes }) =>
      bytes.excuse === 'lost-with-server' && !bytes.untold && !photo.deleted ? [bytes.hash] : [],
    );
  }

  excused(): Readonly<Record<Excuse, number>> {
    const counts: Record<Excuse, number> = { 'destroyed-before-safe': 0, purged: 0, 'lost-with-server': 0 };
    for (const { bytes } of this.#all()) if (bytes.excuse !== null) counts[bytes.excuse] += 1;
    return counts;
  }

  /** Photos that nobody ever deleted, and of which something must be left: each is to be a file on every device. */
  alive(): Photo[] {
    return this.photos.filter(({ deleted, versions }) => !deleted && versions.some(({ excuse }) => excuse === null));
  }

  #all(): { readonly photo: Photo; readonly bytes: Bytes }[] {
    return [...this.#byHash.values()];
  }
}
