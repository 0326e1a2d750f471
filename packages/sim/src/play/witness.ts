/** Who moves the world just now: what is lost by a person's own hand is no loss of ours. */
export type Actor = 'told-safe' | 'person' | 'fault' | 'put-back' | 'machine';

/** What becomes of a photo that somebody captured. */
export type Fate =
  | 'kept'
  /** Its person deleted or overwrote the only copy, or a disk lost it before anything knew of it. */
  | 'let-go'
  /** It was purged by its user, or its time in Recently Deleted ended. */
  | 'purged'
  /** It was only in the cloud, and newer than the backup that was put back. */
  | 'lost-with-server'
  /** Its copies went one after another, each by a disk that forgot it or was lost. */
  | 'rotted';

/** How long something may be on its way from a cloud that was put back meanwhile. */
const IN_FLIGHT_MS = 5000;

interface Knower {
  readonly device: string;
  readonly assetId: string;
}

interface Captured {
  readonly name: string;
  fate: Fate;
}

/** Knows of every photo that was captured, and how many copies of it there are, on whatever disk. */
export class Witness {
  readonly captured = new Map<string, Captured>();
  /** Bytes that a library refers to, or did before they were purged. */
  readonly committed = new Set<string>();
  readonly #lostThere = new Set<string>();
  #putBackAt = Number.NEGATIVE_INFINITY;
  readonly #knew = new Map<string, readonly Knower[]>();
  /** When the cloud's disk forgot bytes that it has not got back since. */
  readonly #rotted = new Map<string, number>();
  readonly #copies = new Map<string, number>();
  readonly #onDevices = new Map<string, number>();
  #vanished = new Map<string, Actor>();
  actor: Actor = 'machine';
  /** Names that people gave, or that cameras did. */
  readonly names = new Set<string>();
  /** Bytes that a person took away from a device, by its name: deleted, overwritten, or lost with a disk. */
  readonly #tookAway = new Map<string, Set<string>>();
  /** How often a person copied a photo to a device, by its name and the photo. */
  readonly #byHand = new Map<string, number>();
  /** Of each photo, how often devices have queued its deletion. */
  readonly deletions = new Map<string, number>();
  /** What a device wrote itself in the place of another version, by its name, and no person has put anywhere since. */
  readonly #ownWrites = new Map<string, Set<string>>();
  /** Photos whose held deletion a person answered with *trash*. */
  readonly letGo = new Set<string>();
  /** When a device deleted which photo everywhere, without a question. */
  readonly trashed = new Map<string, { readonly at: number; readonly assetId: string }[]>();
  /** Devices and libraries that were put back, copied or linked anew: what was known of their past does not bind them. */
  disturbed = false;

  /** A watch for a disk on which copies count: the cloud's. */
  readonly watch = (hash: string, change: 1 | -1): void => {
    const before = this.#copies.get(hash) ?? 0;
    this.#copies.set(hash, before + change);
    if (before + change === 0) this.#vanished.set(hash, this.actor);
  };

  /** A watch for a device's disk. What its person took from the last device before the cloud had taken it is let go, however far its upload came. */
  readonly watchDevice = (hash: string, change: 1 | -1): void => {
    this.watch(hash, change);
    const here = (this.#onDevices.get(hash) ?? 0) + change;
    this.#onDevices.set(hash, here);
    if (change === 1 && this.actor === 'person') for (const own of this.#ownWrites.values()) own.delete(hash);
    const photo = here === 0 && this.actor === 'person' && !this.committed.has(hash) ? this.captured.get(hash) : undefined;
    if (photo) photo.fate = 'let-go';
  };

  tookAway(device: string, hash: string): void {
    const own = this.#tookAway.get(device) ?? new Set();
    this.#tookAway.set(device, own.add(hash));
  }

  /** A device is made a copy of another one: what was deleted there is deleted here. */
  copied(from: string, to: string): void {
    for (const hash of this.#tookAway.get(from) ?? []) this.tookAway(to, hash);
  }

  wasTaken(device: string, hash: string): boolean {
    return this.#tookAway.get(device)?.has(hash) ?? false;
  }

  /** A person copies a photo to a device, or on it, whole or as far as it has come. Of a compressed version, it is what that stands for. */
  copiesToo(device: string, hash: string): void {
    this.#byHand.set(`${device} ${contentIn(hash)}`, this.copiesByHand(device, hash) + 1);
  }

  copiesByHand(device: string, hash: string): number {
    return this.#byHand.get(`${device} ${contentIn(hash)}`) ?? 0;
  }

  /** A device itself puts bytes from the cloud in the place of others. */
  writes(device: string, hash: string): void {
    this.#ownWrites.set(device, (this.#ownWrites.get(device) ?? new Set()).add(hash));
  }

  isOwnWrite(device: string, hash: string): boolean {
    return this.#ownWrites.get(device)?.has(hash) ?? false;
  }

  copies(hash: string): number {
    return this.#copies.get(hash) ?? 0;
  }

  /** A person took, edited or copied in a photo. */
  capture(hash: string, name: string): void {
    this.captured.set(hash, { name, fate: 'kept' });
    this.names.add(plainName(name));
  }

  nameOf(hash: string): string {
    return this.captured.get(hash)?.name ?? `${hash.slice(0, 8)}…`;
  }

  /** The cloud's disk forgot a bit of it; until that is mended there is one copy less. */
  rotted(hash: string, now: number): void {
    this.#rotted.set(hash, now);
  }

  /** The cloud has it sound (again). */
  sound(hash: string): void {
    this.#rotted.delete(hash);
  }

  /** Its bytes were sound when they were last vouched for, and forgotten while the word was on its way. */
  hasJustRotted(hash: string, now: number): boolean {
    return now - (this.#rotted.get(hash) ?? Number.NEGATIVE_INFINITY) < IN_FLIGHT_MS;
  }

  /** The cloud is about to be put back: of what is somewhere, only what is known now counts. */
  beginsPutBack(): void {
    for (const hash of Array.from(this.#knew.keys())) if (this.copies(hash) > 0) this.#knew.delete(hash);
  }

  /** A device knows of a photo that is live in the cloud, which is just being put back. */
  notesKnown(hash: string, device: string, assetId: string): void {
    const own = this.#knew.get(hash) ?? [];
    if (!own.some((each) => each.device === device)) this.#knew.set(hash, [...own, { device, assetId }]);
  }

  /** Who knew of a photo when the cloud was put back. */
  knew(hash: string): readonly Knower[] {
    return this.#knew.get(hash) ?? [];
  }

  /** What a device knew is gone with its state. */
  forgets(device: string): void {
    for (const [hash, own] of this.#knew)
      this.#knew.set(
        hash,
        own.filter((each) => each.device !== device),
      );
  }

  /** A library refers to it, or did until a moment ago, as far as anybody can know. */
  isTaken(hash: string, now: number): boolean {
    return this.committed.has(hash) || (this.#lostThere.has(hash) && now - this.#putBackAt < IN_FLIGHT_MS);
  }

  /** The cloud was put back to before it had these; what was on its way from it may still arrive. */
  putBack(now: number, has: (hash: string) => boolean): void {
    this.#putBackAt = now;
    for (const hash of Array.from(this.committed)) {
      // What was purged before goes by its tombstone.
      if (has(hash) || this.captured.get(hash)?.fate === 'purged') continue;
      this.#lostThere.add(hash);
      this.committed.delete(hash);
    }
  }

  isRotted(hash: string): boolean {
    return this.#rotted.has(hash);
  }

  purged(hash: string): void {
    const photo = this.captured.get(hash);
    if (photo) photo.fate = 'purged';
  }

  /** It is in a library (again). */
  kept(hash: string): void {
    this.committed.add(hash);
    const photo = this.captured.get(hash);
    if (photo) photo.fate = 'kept';
  }

  /** After each step: a photo without any copy, that nobody let go. */
  judge(now: number): string | null {
    if (this.#vanished.size === 0) return null;
    const vanished = this.#vanished;
    this.#vanished = new Map();
    for (const [hash, actor] of vanished) {
      const photo = this.captured.get(hash);
      if (!photo || photo.fate !== 'kept' || this.copies(hash) > 0) continue;
      const fate = this.#fateOf(hash, actor, now);
      if (fate === null) return `the last copy of ${photo.name} is gone`;
      photo.fate = fate;
    }
    return null;
  }

  #fateOf(hash: string, actor: Actor, now: number): Fate | null {
    switch (actor) {
      // The person did it on our word.
      case 'told-safe':
        return null;
      case 'person':
        return 'let-go';
      case 'put-back':
        // The backup has it, and rotten.
        if (this.#rotted.has(hash)) return 'rotted';
        return this.committed.has(hash) || this.#lostThere.has(hash) ? 'lost-with-server' : 'let-go';
      case 'fault':
        return this.#rotted.has(hash) ? 'rotted' : this.committed.has(hash) ? null : 'let-go';
      case 'machine':
        if (this.hasJustRotted(hash, now)) return 'rotted';
        return this.#lostThere.has(hash) && now - this.#putBackAt < IN_FLIGHT_MS ? 'lost-with-server' : null;
      default:
        return actor satisfies never;
    }
  }
}

/** Of whatever length, bytes of one photo have this in their hashes. */
function contentIn(hash: string): string {
  return hash.slice(8, 16);
}

/** For comparing: without capitals, and in one Unicode form. */
export function plainName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
