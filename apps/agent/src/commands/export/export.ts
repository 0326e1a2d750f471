import { Stopped, stoppedBy } from '@rollcall/importers';
import type { ExportChoice } from '@rollcall/protocol';
import { openDevice, type Device } from '../../device.ts';
import { takeExport } from '../../lock.ts';
import { keepToSettings } from '../allowed.ts';
import { carryQueued } from '../deliver.ts';
import { EXIT_UNTIL } from '../exit-until.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from '../io.ts';
import { ExportBytes } from './bytes.ts';
import { albumsNamed, chosenPhotos } from './choose.ts';
import { groundAt, writtenBefore } from './ground.ts';
import { ExportProgress } from './progress.ts';
import { exportWords } from './proof.ts';
import { refusedByDisk } from './refused-by-disk.ts';
import { sizeUp } from './size-up.ts';
import { lookOnly, writeAll } from './write-all.ts';

export interface ExportOptions extends ViewOptions {
  /** The folder to export to. */
  readonly to: string;
  /** Titles or ids of albums and folders of albums. */
  readonly albums: readonly string[];
  /** `2024`, `2024-05` or `2024-05-06`. */
  readonly from?: string;
  readonly until?: string;
  readonly favourites: boolean;
  /** Leave out Recently Deleted. */
  readonly withoutTrash: boolean;
  /** Look only, and tell. */
  readonly dryRun: boolean;
}

/** Writes the library, or a part of it, to plain folders, and proves that all of it is there. Exit code 0 when it is. */
export async function exportLibrary(options: ExportOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const lock = takeExport(options.home);
  try {
    if (lock === null) {
      complain(io, 'another export of this device runs. Wait for it, or stop it; then give this again.');
      return EXIT.retry;
    }
    return await exportAlone(device, options, io);
  } catch (error) {
    const stopped = asStopped(error, options.to, io.signal);
    if (stopped === null) throw error;
    complain(io, stopped.message);
    return EXIT_UNTIL[stopped.until];
  } finally {
    lock?.release();
    device.close();
  }
}

/** Null: it is a fault of this program. */
function asStopped(error: unknown, to: string, signal: AbortSignal): Stopped | null {
  if (error instanceof Stopped) return error;
  if (signal.aborted) return new Stopped('You stopped it. Give it again, and it goes on from there.', 'retry');
  return refusedByDisk(error, to);
}

async function exportAlone(device: Device, options: ExportOptions, io: Io): Promise<number> {
  let bytes: ExportBytes | null = null;
  let barred: Stopped | null = null;
  const bar = (trouble: Stopped): void => {
    barred ??= trouble;
    bytes?.bar(trouble);
  };
  const allowed = await keepToSettings(device, {
    barred: ({ code, evidence }) => bar(stoppedBy(code, evidence)),
    broke: () => bar(stoppedBy('server-unreachable')),
  });
  try {
    const [held] = allowed.held;
    if (held !== undefined) bar(stoppedBy(held.code, held.evidence));
    const heard = barred === null ? await carryQueued(device, []) : null;
    if (heard !== null && !heard.ok) bar(new Stopped(heard.words, 'retry'));
    const albums = albumsNamed(device, options.albums);
    if (!albums.ok) return refused(io, albums.words);
    const choice = choiceOf(options, albums.ids);
    const ground = groundAt(options.to, device, choice);
    if ('words' in ground) return refused(io, ground.words);
    if (device.store.cursor() === null || device.store.note('behind') !== null)
      throw barred ?? new Stopped('This device has not heard of all of the library yet. Sync it first: rollcall sync --once', 'retry');
    const before = await writtenBefore(ground);
    const ids = chosenPhotos(device, choice);
    const progress = new ExportProgress(options.json || options.dryRun ? null : io, ids.length);
    bytes = new ExportBytes(device, io.signal, (moved) => progress.moved(moved));
    if (barred !== null) bytes.bar(barred);
    const its = { ground, before, ids, choice, sized: sizeUp(device, ids, before, ground.root), bytes, progress };
    const { proof, exitCode } = options.dryRun ? lookOnly(device, its) : await writeAll(device, its, io.signal);
    if (options.json) showJson(io, proof);
    else for (const line of exportWords(proof)) say(io, line);
    return exitCode;
  } finally {
    allowed.stop();
  }
}

function choiceOf(options: Omit<ExportOptions, 'albums'>, albums: readonly string[]): ExportChoice {
  const { from = null, until = null, favourites, withoutTrash } = options;
  const part = albums.length > 0 || from !== null || until !== null || favourites;
  return { albums: [...albums], from, to: until, favourites, trash: !withoutTrash && !part };
}

function refused(io: Io, words: string): number {
  complain(io, words);
  return EXIT.usage;
}
