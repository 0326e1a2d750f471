import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  batchesOf,
  openSources,
  proofPage,
  proofWords,
  survey,
  type Batch,
  type Proof,
  type ReadMedia,
  type Sources,
  type Survey,
  type Thing,
} from '@rollcall/importers';
import { tellReason } from '@rollcall/protocol';
import { openDevice, type Device } from '../../device.ts';
import { Refused } from '../../server/refused.ts';
import { keepToSettings } from '../allowed.ts';
import { carryQueued } from '../deliver.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from '../io.ts';
import { mayNotWrite, writePage } from '../own-page.ts';
import { ByteBringer } from './bring-bytes.ts';
import { Entering, standingOf } from './enter.ts';
import { importIntoFolder } from './into-folder.ts';
import { intoAllAlbums } from './into-shelves.ts';
import { KeptReads } from './kept-reads.ts';
import { ImportProgress } from './progress.ts';
import { FileFailed, Stopped, stoppedBy } from './stopped.ts';
import { Tally } from './tally.ts';
import { verifyImport } from './verify-import.ts';

export interface ImportOptions extends ViewOptions {
  /** Folders, libraries of Photos and ZIP archives. */
  readonly paths: readonly string[];
  /** Look only, and tell. */
  readonly dryRun: boolean;
  /** Leave out what is in the trash where it comes from. */
  readonly withoutTrash: boolean;
  /** Put the files into the folder of this device, which brings them when it syncs. */
  readonly intoFolder: boolean;
  /** Where to write the proof as a page. */
  readonly html?: string;
}

/** Files that are read, or sent, at once. */
const AT_ONCE = 16;

/** Brings what other libraries have given out into the library, and proves that it came. Exit code 0 when all of it is there. */
export async function importPhotos(options: ImportOptions, io: Io): Promise<number> {
  const library = options.paths.find((path) => /\.photoslibrary$/i.test(path)) ?? null;
  const refused = options.html === undefined ? null : mayNotWrite(options.html, library);
  if (refused !== null) {
    complain(io, refused);
    return EXIT.usage;
  }
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const spool = join(options.home, `import-${process.pid}`);
  let sources: Sources | null = null;
  try {
    clearSpools(options.home);
    mkdirSync(spool, { mode: 0o700 });
    sources = await openSources(options.paths, spool, io.signal);
    return await (options.intoFolder ? importIntoFolder : importAll)(device, sources, options, io);
  } catch (error) {
    if (io.signal.aborted) {
      complain(io, 'You stopped it. Give it again, and it goes on from there.');
      return EXIT.retry;
    }
    if (sources !== null || (error as NodeJS.ErrnoException).code === undefined) throw error;
    complain(io, `it cannot be opened: ${(error as Error).message}`);
    return EXIT.usage;
  } finally {
    await sources?.close();
    rmSync(spool, { recursive: true, force: true });
    device.close();
  }
}

/** What an import left that was killed. */
function clearSpools(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^import-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !lives(Number(pid))) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function importAll(device: Device, sources: Sources, options: ImportOptions, io: Io): Promise<number> {
  const kept = new KeptReads(device.home, sources.all);
  const ended = new AbortController();
  const signal = AbortSignal.any([io.signal, ended.signal]);
  let barred: Stopped | null = null;
  let broken: { readonly error: unknown } | null = null;
  const allowed = await keepToSettings(device, {
    barred: ({ code, evidence }) => {
      barred ??= stoppedBy(code, evidence);
      ended.abort();
    },
    broke: (error) => {
      broken ??= { error };
      ended.abort();
    },
  });
  const progress = new ImportProgress(io, options.json);
  let through = false;
  try {
    const run = new Run(device, sources, kept, options, signal, progress);
    const surveyed = await survey(sources, io.signal);
    const { proof, exitCode } = await run.all(surveyed, () => {
      const [held] = allowed.held;
      return barred ?? (held === undefined ? null : stoppedBy(held.code, held.evidence));
    });
    if (broken !== null) throw (broken as { readonly error: unknown }).error;
    through = proof.complete && !options.dryRun;
    const written = options.html === undefined || writePage(options.html, proofPage(proof), io);
    if (options.json) showJson(io, proof);
    else for (const line of proofWords(proof)) say(io, line);
    return written ? exitCode : EXIT.usage;
  } finally {
    progress.end();
    allowed.stop();
    kept.close(through);
  }
}

/** One import, from the first look to the proof. */
class Run {
  readonly #device: Device;
  readonly #sources: Sources;
  readonly #options: ImportOptions;
  readonly #signal: AbortSignal;
  readonly #progress: ImportProgress;
  readonly #bringer: ByteBringer;
  readonly #entering: Entering;
  /** What is in the trash where it comes from: it comes last, so that a photo that lies elsewhere as well is none of it. */
  readonly #trashed: { readonly thing: Thing; readonly reads: ReadonlyMap<number, ReadMedia> }[] = [];
  /** Things that are put into the library while the next files are read. */
  #entered: Promise<void> = Promise.resolve();

  constructor(device: Device, sources: Sources, kept: KeptReads, options: ImportOptions, signal: AbortSignal, progress: ImportProgress) {
    this.#device = device;
    this.#sources = sources;
    this.#options = options;
    this.#signal = signal;
    this.#progress = progress;
    this.#bringer = new ByteBringer(device, sources, kept, signal, { moved: (bytes) => progress.moved(bytes) });
    this.#entering = new Entering(device, sources, this.#bringer, signal);
  }

  /** @param barred why the settings of this device stop it; null: they do not */
  async all(surveyed: Survey, barred: () => Stopped | null): Promise<{ readonly proof: Proof; readonly exitCode: number }> {
    const { dryRun } = this.#options;
    const batches = batchesOf(surveyed, this.#sources);
    this.#progress.begin(surveyed.candidates.length);
    const bytes = surveyed.candidates.reduce((sum, { size }) => sum + size, 0);
    let tally = new Tally(this.#sources, surveyed);
    let room: Proof['room'] = null;
    const nothing = { complete: false, importedAt: null, verified: { files: 0, bytes: 0, wrong: [] } };
    try {
      const free = await this.#heard();
      // What needs no more room than there is need not be looked at twice.
      if (dryRun || bytes > free) {
        await this.#look(batches, tally);
        room = { needed: tally.freshBytes, free };
        const albums = { all: tally.albumCount, placed: 0, deleted: [] };
        const full = room.needed > room.free ? tellReason({ code: 'quota-full', since: 0, evidence: room }) : null;
        if (dryRun)
          return {
            proof: tally.proof({ ...nothing, dryRun, room, albums, complete: true, stopped: null }),
            exitCode: full ? EXIT.needsYou : EXIT.ok,
          };
        if (full) throw new Stopped(full.cure === '' ? full.words : `${full.words} ${full.cure}`, EXIT.needsYou);
        tally = new Tally(this.#sources, surveyed);
        this.#progress.begin(surveyed.candidates.length);
      }
      for (const batch of batches) await this.#bring(batch, tally);
      await this.#entered;
      const last = this.#trashed.splice(0);
      await this.#enter(
        last.map(({ thing }) => thing),
        new Map(last.flatMap(({ reads }) => [...reads])),
        tally,
      );
      const albums = await intoAllAlbums(this.#device, surveyed, tally, this.#signal);
      const importedAt = new Date().toISOString();
      this.#progress.verifying(tally.claims.length);
      const verified = await verifyImport(this.#device, tally.claims, this.#sources, this.#signal);
      const proof = tally.proof({ dryRun, room, albums, verified, importedAt, complete: true, stopped: null });
      return { proof, exitCode: verified.wrong.length + proof.failed.length > 0 ? EXIT.needsYou : EXIT.ok };
    } catch (error) {
      const stopped = barred() ?? asStopped(error, this.#signal);
      if (stopped === null) throw error;
      await this.#entered.catch(() => undefined);
      const proof = tally.proof({
        ...nothing,
        dryRun,
        room,
        albums: { all: tally.albumCount, placed: 0, deleted: [] },
        stopped: stopped.message,
      });
      return { proof, exitCode: stopped.exitCode };
    }
  }

  /** Hears what the library holds, and gives the bytes that it has room for. */
  async #heard(): Promise<number> {
    const heard = await carryQueued(this.#device, []);
    if (!heard.ok) throw new Stopped(heard.words, EXIT.retry);
    const library = await this.#device.connection.call('library', {});
    if (!library.ok) throw new Refused(library.refusal);
    const { quota, bytes, reserved } = library.value;
    return Math.max(0, quota - bytes - reserved);
  }

  /** Reads all files, and sends nothing. */
  async #look(batches: readonly Batch[], tally: Tally): Promise<void> {
    const counted = new Set<string>();
    for (const batch of batches) {
      const reads = await this.#read(batch, tally, () => false);
      const plan = batch.plan([...reads.values()]);
      tally.planned(plan);
      for (const thing of plan.things.toSorted((a, b) => Number(a.trashed) - Number(b.trashed))) {
        if (this.#isLeftOut(thing, tally)) continue;
        const { hash } = reads.get(thing.parts[0].file.key)!;
        const standing = standingOf(this.#device, hash);
        const own = new Set(standing.is === 'here' ? standing.remote.resources.map((each) => each.hash) : []);
        const lacks = { files: 0, bytes: 0 };
        for (const { file } of standing.is === 'deleted' ? [] : thing.parts) {
          const its = reads.get(file.key)?.hash ?? `${file.source} ${file.path}`;
          if (own.has(its) || counted.has(its) || (standing.is === 'here' && !reads.has(file.key))) continue;
          counted.add(its);
          lacks.files += 1;
          lacks.bytes += file.size;
        }
        tally.looked(thing, hash, standing.is, lacks);
      }
    }
  }

  /** Reads the files of a batch and sends their bytes; what they are is put into the library while the next batch is read. */
  async #bring(batch: Batch, tally: Tally): Promise<void> {
    const early = !this.#options.withoutTrash;
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
    this.#progress.entered(outcomes.size);
  }

  #isLeftOut({ trashed }: Thing, tally: Tally): boolean {
    const leftOut = trashed && this.#options.withoutTrash;
    if (leftOut) tally.leftInTrash();
    return leftOut;
  }

  /** By the key of each file. */
  async #read({ files, appleChecksum }: Batch, tally: Tally, wanted: (read: ReadMedia) => boolean): Promise<Map<number, ReadMedia>> {
    const reads = new Map<number, ReadMedia>();
    const queue = [...files];
    let stopped = false;
    const one = async (): Promise<void> => {
      for (let file = queue.shift(); file !== undefined && !stopped; file = queue.shift()) {
        this.#signal.throwIfAborted();
        try {
          const read = await this.#bringer.take(file, appleChecksum, wanted);
          if (read === null || read === 'compressed') tally.leftOut(file, read ?? 'not-media');
          else {
            tally.media(file);
            reads.set(file.key, read);
          }
        } catch (error) {
          if (!(error instanceof FileFailed)) {
            stopped = true;
            throw error;
          }
          tally.failed(file, error.message);
        }
        this.#progress.read(file.size);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, one));
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure) throw failure.reason;
    return reads;
  }
}

function readsOf({ parts }: Thing, reads: ReadonlyMap<number, ReadMedia>): ReadonlyMap<number, ReadMedia> {
  const its = parts.flatMap(({ file: { key } }) => reads.get(key) ?? []);
  return new Map(its.map((read) => [read.file.key, read]));
}

/** Null: it is a fault of this program. */
function asStopped(error: unknown, signal: AbortSignal): Stopped | null {
  if (error instanceof Stopped) return error;
  if (signal.aborted) return new Stopped('You stopped it.', EXIT.retry);
  return error instanceof Refused ? new Stopped(error.message, EXIT.needsYou) : null;
}
