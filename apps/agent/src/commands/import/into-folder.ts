import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  batchesOf,
  FileFailed,
  proofPage,
  proofWords,
  readMedia,
  standingOf,
  Stopped,
  survey,
  Tally,
  type Batch,
  lacksArchive,
  type FoundFile,
  type Proof,
  type Read,
  type ReadMedia,
  type Sources,
  type Survey,
  type Thing,
  type ThingOutcome,
} from '@rollcall/importers';
import { sizeWords } from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import { OWN_FOLDER } from '../../folder/contents.ts';
import { folderState } from '../../folder/marker.ts';
import { exists } from '../../folder/place.ts';
import { complain, EXIT, say, showJson, type Io } from '../io.ts';
import { writePage } from '../own-page.ts';
import { deviceCloud } from './device-cloud.ts';
import { EXIT_UNTIL } from '../exit-until.ts';
import type { ImportOptions } from './import.ts';
import { filesOf, placeFile, type PutFile } from './place-in-folder.ts';
import { ImportProgress } from './progress.ts';

/** Left free on the disk, whatever is imported; bytes. */
const KEPT_FREE = 100_000_000;
/** Puts the files of an import into the folder of this device, beside what is there and never over it; sync then brings them. */
export async function importIntoFolder(device: Device, sources: Sources, options: ImportOptions, io: Io): Promise<number> {
  const { folder, deviceId } = device.identity;
  const state = folderState(folder, deviceId);
  if (state.state !== 'ready') {
    complain(io, `the folder of this device is not ready: ${folder}. See rollcall status.`);
    return EXIT.needsYou;
  }
  const waiting = join(folder, OWN_FOLDER, 'importing');
  const progress = new ImportProgress(io, options.json);
  try {
    rmSync(waiting, { recursive: true, force: true });
    mkdirSync(waiting);
    const surveyed = await survey(sources, io.signal);
    const run = new IntoFolder({ device, sources, surveyed, options, signal: io.signal, progress, waiting });
    const { proof, exitCode } = await run.all();
    const written = options.html === undefined || writePage(options.html, proofPage(proof), io);
    if (options.json) showJson(io, proof);
    else for (const line of proofWords(proof)) say(io, line);
    return written ? exitCode : EXIT.usage;
  } finally {
    progress.end();
    rmSync(waiting, { recursive: true, force: true });
  }
}

interface Parts {
  readonly device: Device;
  readonly sources: Sources;
  readonly surveyed: Survey;
  readonly options: ImportOptions;
  readonly signal: AbortSignal;
  readonly progress: ImportProgress;
  /** Where files are until they are whole; no scan looks there. */
  readonly waiting: string;
}

class IntoFolder {
  readonly #parts: Parts;
  readonly #tally: Tally;
  readonly #root: string;
  readonly #wrong: string[] = [];
  readonly #verified = { files: 0, bytes: 0 };

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#tally = new Tally(parts.sources, parts.surveyed);
    this.#root = parts.device.identity.folder;
  }

  async all(): Promise<{ readonly proof: Proof; readonly exitCode: number }> {
    const { surveyed, sources, progress } = this.#parts;
    progress.begin(surveyed.candidates.length);
    try {
      for (const batch of batchesOf(surveyed, sources)) await this.#bring(batch);
      const proof = this.#proof(null);
      return { proof, exitCode: this.#wrong.length + proof.failed.length > 0 || lacksArchive(proof) ? EXIT.needsYou : EXIT.ok };
    } catch (error) {
      const stopped = this.#parts.signal.aborted ? new Stopped('You stopped it.', 'retry') : error;
      if (!(stopped instanceof Stopped)) throw error;
      return { proof: this.#proof(stopped.message), exitCode: EXIT_UNTIL[stopped.until] };
    }
  }

  #proof(stopped: string | null): Proof {
    const { dryRun } = this.#parts.options;
    return this.#tally.proof({
      dryRun,
      folder: join(this.#root, 'Imported'),
      complete: stopped === null,
      stopped,
      importedAt: dryRun || stopped !== null ? null : new Date().toISOString(),
      room: { needed: this.#tally.freshBytes, free: roomOf(this.#root) },
      albums: { all: this.#tally.albumCount, placed: 0, deleted: [] },
      verified: { ...this.#verified, wrong: this.#wrong },
    });
  }

  async #bring(batch: Batch): Promise<void> {
    const reads = new Map<number, ReadMedia>();
    for (const file of batch.files) {
      this.#parts.signal.throwIfAborted();
      try {
        const read = await this.#readOne(file, batch);
        if (read === null || read === 'compressed') this.#tally.leftOut(file, read ?? 'not-media');
        else {
          this.#tally.media(file);
          reads.set(file.key, read);
        }
      } catch (error) {
        if (this.#parts.signal.aborted) throw error;
        this.#tally.failed(file, `it cannot be read: ${(error as Error).message}`);
      }
      this.#parts.progress.read(file.size);
    }
    const plan = batch.plan([...reads.values()]);
    this.#tally.planned(plan);
    for (const thing of plan.things) await this.#one(thing, reads);
  }

  async #readOne(file: FoundFile, wants: Batch): Promise<Read> {
    const bytes = await this.#parts.sources.open(file);
    try {
      return await readMedia(file, bytes, wants, this.#parts.sources.platform);
    } finally {
      await bytes.release();
    }
  }

  async #one(thing: Thing, reads: ReadonlyMap<number, ReadMedia>): Promise<void> {
    if (thing.trashed) return this.#tally.leftInTrash();
    if (thing.fields.hidden) return this.#tally.leftOut(thing.parts[0].file, 'not-for-a-folder');
    const { hash } = reads.get(thing.parts[0].file.key)!;
    try {
      this.#tally.ended(thing, hash, await this.#put(thing, hash, reads));
    } catch (error) {
      if (error instanceof Stopped || this.#parts.signal.aborted) throw error;
      this.#tally.ended(thing, hash, { is: 'failed', words: (error as Error).message });
    }
    this.#parts.progress.entered(1);
  }

  async #put(thing: Thing, hash: string, reads: ReadonlyMap<number, ReadMedia>): Promise<ThingOutcome> {
    const there = { is: 'already-there', assetId: hash, lines: [], fresh: 0, freshBytes: 0 } as const;
    const standing = standingOf(deviceCloud(this.#parts.device, this.#parts.signal), hash);
    if (standing.is === 'deleted') return { is: 'deleted-before' };
    // Sync brings it to this folder, or keeps it away as its settings say.
    if (standing.is === 'here') return there;
    const { files, xmp } = await filesOf(thing, reads, { sources: this.#parts.sources, root: this.#root });
    const fresh = files.filter(({ path }) => !exists(join(this.#root, path)));
    const freshBytes = fresh.reduce((sum, { size }) => sum + size, 0);
    if (fresh.length === 0) return there;
    if (!this.#parts.options.dryRun) {
      const free = roomOf(this.#root);
      if (free - freshBytes < KEPT_FREE)
        throw new Stopped(`The disk of ${this.#root} is nearly full: ${sizeWords(free)} are free. Make room, and give it again.`, 'person');
      // The original last: what is beside it is there when it is seen.
      for (const file of fresh.toReversed()) await this.#place(file);
      if (xmp !== null && !exists(join(this.#root, xmp.path))) writeFileSync(join(this.#root, xmp.path), xmp.text, { flag: 'wx' });
    }
    return { is: 'added', assetId: hash, lines: [], fresh: fresh.length, freshBytes };
  }

  async #place(file: PutFile): Promise<void> {
    if (!(await placeFile(file, this.#root, this.#parts.waiting))) {
      this.#wrong.push(file.path);
      throw new FileFailed('It changed while it was imported.');
    }
    this.#verified.files += 1;
    this.#verified.bytes += file.size;
    this.#parts.progress.moved(file.size);
  }
}

function roomOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
