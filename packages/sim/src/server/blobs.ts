import { planted } from '@rollcall/protocol';
import { appended, EMPTY, type Bytes, type Piece } from '../disk/bytes.ts';
import type { Disk } from '../disk/disk.ts';
import type { Routine } from '../world/routine.ts';

/** The time a disk takes for a sync, milliseconds. */
const SYNC_MS = 3;

/** The server's bytes on its disk: incoming ones, those in use, and those that wait to be deleted. */
export class Blobs {
  readonly disk: Disk;
  readonly #turns = new Map<string, number>();

  constructor(disk: Disk) {
    this.disk = disk;
  }

  /** Makes the folders of a new data folder. */
  prepare(): void {
    for (const folder of ['incoming', 'blobs', 'quarantine']) if (!this.disk.hasFolder(folder)) this.disk.makeFolder(folder);
    this.disk.syncFolder('');
  }

  incoming(upload: string): Bytes | null {
    return this.disk.stat(`incoming/${upload}`)?.bytes ?? null;
  }

  append(upload: string, piece: Piece): void {
    this.disk.write(`incoming/${upload}`, appended(this.incoming(upload) ?? EMPTY, piece));
  }

  empty(upload: string): void {
    this.disk.write(`incoming/${upload}`, EMPTY);
  }

  dropIncoming(upload: string): void {
    if (this.disk.stat(`incoming/${upload}`)) this.disk.remove(`incoming/${upload}`);
  }

  /** Verified bytes get their name: the file synced, named, the folder synced, each step in which the server may end. */
  *keep(upload: string, hash: string): Routine {
    const from = `incoming/${upload}`;
    const to = `blobs/${hash}`;
    yield SYNC_MS;
    if (!planted('named-before-synced')) this.disk.sync(from);
    yield 0;
    if (this.disk.stat(to)) {
      const between = `incoming/${upload}.replacing`;
      if (this.disk.stat(between)) this.disk.remove(between);
      this.disk.link(from, between);
      yield 0;
      this.disk.rename(between, to);
    } else this.disk.link(from, to);
    yield SYNC_MS;
    if (!planted('folder-not-synced')) this.disk.syncFolder('blobs');
  }

  stat(hash: string): Bytes | null {
    return this.disk.stat(`blobs/${hash}`)?.bytes ?? null;
  }

  quarantine(hash: string): void {
    if (this.disk.stat(`blobs/${hash}`)) this.disk.rename(`blobs/${hash}`, `quarantine/${hash}`);
    this.disk.syncFolder('blobs');
    this.disk.syncFolder('quarantine');
  }

  unquarantine(hash: string): void {
    if (this.disk.stat(`quarantine/${hash}`)) this.disk.rename(`quarantine/${hash}`, `blobs/${hash}`);
    this.disk.syncFolder('blobs');
    this.disk.syncFolder('quarantine');
  }

  dropQuarantined(hash: string): void {
    if (this.disk.stat(`quarantine/${hash}`)) this.disk.remove(`quarantine/${hash}`);
  }

  list(folder: 'incoming' | 'blobs' | 'quarantine'): string[] {
    return [...this.disk.files()].filter(({ path }) => path.startsWith(`${folder}/`)).map(({ path }) => path.slice(folder.length + 1));
  }

  /** One at a time for the same bytes: waits until nobody has the turn. */
  *inTurn(hash: string, work: Routine): Routine {
    while ((this.#turns.get(hash) ?? 0) > 0) yield 1;
    this.#turns.set(hash, 1);
    try {
      yield* work;
    } finally {
      this.#turns.set(hash, 0);
    }
  }

  /** The process that held turns is no more. */
  forgetTurns(): void {
    this.#turns.clear();
  }
}
