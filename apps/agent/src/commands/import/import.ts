import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ImportRun, openSources, proofPage, proofWords, stoppedBy, survey, type Sources, type Stopped } from '@rollcall/importers';
import { openDevice, type Device } from '../../device.ts';
import { keepToSettings } from '../allowed.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from '../io.ts';
import { mayNotWrite, writePage } from '../own-page.ts';
import { deviceCloud } from './device-cloud.ts';
import { EXIT_UNTIL } from '../exit-until.ts';
import { importIntoFolder } from './into-folder.ts';
import { KeptReads } from './kept-reads.ts';
import { ImportProgress } from './progress.ts';

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
  const refused = options.html === undefined ? null : mayNotWrite(options.html, options.paths);
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
    const cloud = deviceCloud(device, signal);
    const { dryRun, withoutTrash } = options;
    const { platform } = sources;
    const run = new ImportRun({ cloud, sources, reads: kept, platform, signal, progress, dryRun, withoutTrash, atOnce: AT_ONCE });
    const surveyed = await survey(sources, io.signal);
    const { proof, until } = await run.all(surveyed, () => {
      const [held] = allowed.held;
      return barred ?? (held === undefined ? null : stoppedBy(held.code, held.evidence));
    });
    if (broken !== null) throw (broken as { readonly error: unknown }).error;
    through = proof.complete && !options.dryRun;
    const written = options.html === undefined || writePage(options.html, proofPage(proof), io);
    if (options.json) showJson(io, proof);
    else for (const line of proofWords(proof)) say(io, line);
    return !written ? EXIT.usage : until === null ? EXIT.ok : EXIT_UNTIL[until];
  } finally {
    progress.end();
    allowed.stop();
    kept.close(through);
  }
}
