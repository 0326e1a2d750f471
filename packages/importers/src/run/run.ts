import { say, tellReason } from '@rollcall/protocol';
import { batchesOf, type Batch } from '../batches.ts';
import type { ReadMedia, Thing } from '../found.ts';
import type { Platform } from '../platform.ts';
import { lacksArchive } from '../proof/lacks-archive.ts';
import type { Proof } from '../proof/proof.ts';
import type { Sources } from '../sources.ts';
import type { Survey } from '../survey.ts';
import { ByteBringer, type Reads } from './bring-bytes.ts';
import type { Cloud } from './cloud.ts';
import { Entering } from './enter.ts';
import { intoAlbums } from './into-albums.ts';
import { withExportedAlbums } from './into-exported-albums.ts';
import { withLibraryAlbums } from './into-shelves.ts';
import { lookAtBatches } from './look.ts';
import { readBatch } from './read-batch.ts';
import { Stopped, type StoppedUntil } from './stopped.ts';
import { Tally } from './tally.ts';
import { verifyImport } from './verify.ts';

/** Hears how far an import is. */
export interface RunProgress {
  /** So many files are read from now on. */
  begin(files: number): void;
  /** A file of so many bytes was read. */
  read(bytes: number): void;
  /** So many bytes more have left. */
  moved(bytes: number): void;
  /** So many things more are in the library, or were not taken. */
  entered(things: number): void;
  /** The cloud begins to read so many parts again. */
  verifying(parts: number): void;
}

export interface RunNeeds {
  readonly cloud: Cloud;
  readonly sources: Sources;
  readonly reads: Reads;
  readonly platform: Platform;
  readonly signal: AbortSignal;
  readonly progress: RunProgress;
  /** Look only, and tell. */
  readonly dryRun: boolean;
  /** Leave out what is in the trash where it comes from. */
  readonly withoutTrash: boolean;
  /** Files that are read, or sent, at once. */
  readonly atOnce: number;
}

export interface RunEnd {
  readonly proof: Proof;
  /** Null: all that was wanted is done. Else what it waits for. */
  readonly until: StoppedUntil | null;
}

/** One import, from the first look to the proof. */
export class ImportRun {
  readonly #needs: RunNeeds;
  readonly #bringer: ByteBringer;
  readonly #entering: Entering;
  /** What is in the trash where it comes from: it comes last, so that a photo that lies elsewhere as well is none of it. */
  readonly #trashed: { readonly thing: Thing; readonly reads: ReadonlyMap<number, ReadMedia> }[] = [];
  /** Things that are put into the library while the next files are read. */
  #entered: Promise<void> = Promise.resolve();

  constructor(needs: RunNeeds) {
    const { cloud, sources, reads, platform, progress } = needs;
    this.#needs = needs;
    this.#bringer = new ByteBringer({ cloud, sources, reads, platform, moved: (bytes) => progress.moved(bytes) });
    this.#entering = new Entering(cloud, sources, this.#bringer, platform);
  }

  /**
   * Rejects for a fault of this program only.
   * @param barred why it may not go on; null: it may
   */
  async all(surveyed: Survey, barred: () => Stopped | null): Promise<RunEnd> {
    const { cloud, sources, signal, progress, dryRun } = this.#needs;
    const batches = batchesOf(surveyed, sources);
    progress.begin(surveyed.candidates.length);
    const bytes = surveyed.candidates.reduce((sum, { size }) => sum + size, 0);
    let tally = new Tally(sources, surveyed);
    let room: Proof['room'] = null;
    /** What was counted would come; nothing of it did. */
    let looked = dryRun;
    const nothing = { complete: false, importedAt: null, verified: { files: 0, bytes: 0, wrong: [] } };
    try {
      await cloud.hear();
      const free = await cloud.room();
      // What needs no more room than there is need not be looked at twice.
      if (dryRun || bytes > free) {
        looked = true;
        await this.#look(batches, tally);
        room = { needed: tally.freshBytes, free };
        const full = room.needed > room.free ? tellReason({ code: 'quota-full', since: 0, evidence: room }) : null;
        const albums = { all: tally.albumCount, placed: 0, deleted: [] };
        if (dryRun) {
          const proof = tally.proof({ ...nothing, dryRun, room, albums, complete: true, stopped: null });
          return { proof, until: full || lacksArchive(proof) ? 'person' : null };
        }
        if (full) throw new Stopped(full.cure === '' ? full.words : `${full.words} ${full.cure}`, 'person');
        looked = false;
        tally = new Tally(sources, surveyed);
        progress.begin(surveyed.candidates.length);
      }
      await this.#bringAll(batches, tally);
      const titled = await intoAlbums(cloud, tally.albums);
      const shelved = await withLibraryAlbums(cloud, surveyed, tally.shelved, titled);
      const albums = await withExportedAlbums(cloud, surveyed.exports, tally.exported, shelved);
      const importedAt = new Date().toISOString();
      progress.verifying(tally.claims.length);
      const verified = await verifyImport(cloud, tally.claims, sources, signal);
      const proof = tally.proof({ dryRun, room, albums, verified, importedAt, complete: true, stopped: null });
      return { proof, until: verified.wrong.length + proof.failed.length > 0 || lacksArchive(proof) ? 'person' : null };
    } catch (error) {
      const stopped = barred() ?? asStopped(error, signal);
      if (stopped === null) throw error;
      await this.#entered.catch(() => undefined);
      const albums = { all: tally.albumCount, placed: 0, deleted: [] };
      return { proof: tally.proof({ ...nothing, dryRun: looked, room, albums, stopped: stopped.message }), until: stopped.until };
    }
  }

  #look(batches: readonly Batch[], tally: Tally): Promise<void> {
    return lookAtBatches(
      batches,
      (batch) => this.#read(batch, tally, () => false),
      tally,
      (thing) => this.#isLeftOut(thing, tally),
      this.#needs.cloud,
    );
  }

  async #bringAll(batches: readonly Batch[], tally: Tally): Promise<void> {
    for (const batch of batches) await this.#bring(batch, tally);
    await this.#entered;
    const last = this.#trashed.splice(0);
    await this.#enter(
      last.map(({ thing }) => thing),
      new Map(last.flatMap(({ reads }) => [...reads])),
      tally,
    );
  }

  /** Reads the files of a batch and sends their bytes; what they are is put into the library while the next batch is read. */
  async #bring(batch: Batch, tally: Tally): Promise<void> {
    const early = !this.#needs.withoutTrash;
    const reads = await this.#read(batch, tally, ({ hash }) => early && this.#entering.isWanted(hash));
    const plan = batch.plan([...reads.values()]);
    tally.planned(plan);
    const things = plan.things.filter((thing) => !this.#isLeftOut(thing, tally));
    for (const thing of things) if (thing.trashed) this.#trashed.push({ thing, reads: readsOf(thing, reads) });
    const live = things.filter(({ trashed }) => !trashed);
    await this.#entered;
    this.#entered = this.#enter(live, reads, tally);
    // Heard where it is waited for.
    this.#entered.catch(() => undefined);
  }

  async #enter(things: readonly Thing[], reads: ReadonlyMap<number, ReadMedia>, tally: Tally): Promise<void> {
    const outcomes = await this.#entering.enter(things, reads);
    for (const [thing, outcome] of outcomes) tally.ended(thing, reads.get(thing.parts[0].file.key)!.hash, outcome);
    this.#needs.progress.entered(outcomes.size);
  }

  #isLeftOut({ trashed }: Thing, tally: Tally): boolean {
    const leftOut = trashed && this.#needs.withoutTrash;
    if (leftOut) tally.leftInTrash();
    return leftOut;
  }

  #read(batch: Batch, tally: Tally, wanted: (read: ReadMedia) => boolean): Promise<Map<number, ReadMedia>> {
    const { signal, atOnce, progress } = this.#needs;
    return readBatch(batch, tally, wanted, { bringer: this.#bringer, signal, atOnce, read: (bytes) => progress.read(bytes) });
  }
}

function readsOf({ parts }: Thing, reads: ReadonlyMap<number, ReadMedia>): ReadonlyMap<number, ReadMedia> {
  const its = parts.flatMap(({ file: { key } }) => reads.get(key) ?? []);
  return new Map(its.map((read) => [read.file.key, read]));
}

/** Null: it is a fault of this program. */
function asStopped(error: unknown, signal: AbortSignal): Stopped | null {
  if (error instanceof Stopped) return error;
  return signal.aborted ? new Stopped(say('You stopped it.'), 'retry') : null;
}
