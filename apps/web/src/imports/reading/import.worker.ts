import {
  ImportRun,
  sourcesOf,
  survey,
  type Read,
  type Reads,
  type RunProgress,
  type Sources,
  type Survey,
} from '@rollcall/importers/portable';
import { say, speak } from '@rollcall/protocol';
import type { ImportAnswer, ImportQuestion, ImportStep } from './messages.ts';
import { browserPlatform } from './browser-platform.ts';
import { givenBy } from './given.ts';
import { pageCloud } from './page-cloud.ts';

/** Files that are read at once: each is in memory while it is. */
const AT_ONCE = 4;
/** The page is told of steps this often at most, in milliseconds. */
const TELL_EVERY = 200;
/** Files of which is kept what was read, until the page is closed; of others, each run reads again. */
const MOST_KEPT = 200_000;

const tell = (answer: ImportAnswer): void => self.postMessage(answer);

interface Opened {
  readonly sources: Sources;
  readonly surveyed: Survey;
  readonly libraryId: string;
}

let stop = new AbortController();
let opened: Promise<Opened> | null = null;
const kept = new Map<number, Read>();
const reads: Reads = {
  of: ({ key }, appleChecksum) => {
    const read = kept.get(key);
    const lacks = appleChecksum && read !== null && read !== undefined && read !== 'compressed' && read.appleChecksum === null;
    return lacks ? undefined : read;
  },
  keep: ({ key }, read) => void (kept.size < MOST_KEPT && kept.set(key, read)),
};

self.addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  switch (data.ask) {
    case 'open':
      opened = open(data);
      // Told where it is waited for.
      opened.catch(() => undefined);
      return;
    case 'run':
      stop = new AbortController();
      void run(data.look, data.withoutTrash, stop.signal);
      return;
    case 'stop':
      return stop.abort();
    default:
      data satisfies never;
  }
});

async function open({ picked, libraryId, language }: Extract<ImportQuestion, { ask: 'open' }>): Promise<Opened> {
  if (language === 'de') speak((await import('../../language/german.ts')).GERMAN);
  // Who stops it now ends this worker.
  const { signal } = new AbortController();
  const sources = await sourcesOf(await givenBy(picked, signal), browserPlatform);
  return { sources, surveyed: await survey(sources, signal), libraryId };
}

async function run(look: boolean, withoutTrash: boolean, signal: AbortSignal): Promise<void> {
  const steps = new Steps();
  try {
    steps.show();
    if (opened === null) throw new Error('nothing was opened');
    const { sources, surveyed, libraryId } = await opened;
    const cloud = pageCloud(libraryId, signal);
    const needs = { cloud, sources, reads, platform: browserPlatform, signal, progress: steps };
    const { proof, until } = await new ImportRun({ ...needs, dryRun: look, withoutTrash, atOnce: AT_ONCE }).all(surveyed, () => null);
    tell({ is: 'end', proof, full: proof.room !== null && proof.room.needed > proof.room.free && until !== null });
  } catch (error) {
    const words =
      (error as Error).name === 'RangeError'
        ? (error as Error).message
        : say('It could not be read: {error}', { error: (error as Error).message });
    tell({ is: 'failed', words });
  } finally {
    steps.end();
  }
}

/** Tells the page how far it is, now and then. */
class Steps implements RunProgress {
  #step: ImportStep = { at: 'opening', files: 0, filesRead: 0, bytesRead: 0, bytesMoved: 0, entered: 0, verifying: 0 };
  #timer: ReturnType<typeof setTimeout> | null = null;

  begin(files: number): void {
    this.#take({ at: 'reading', files, filesRead: 0, bytesRead: 0 });
  }

  read(bytes: number): void {
    this.#take({ filesRead: this.#step.filesRead + 1, bytesRead: this.#step.bytesRead + bytes });
  }

  moved(bytes: number): void {
    this.#take({ bytesMoved: this.#step.bytesMoved + bytes });
  }

  entered(things: number): void {
    this.#take({ entered: this.#step.entered + things });
  }

  verifying(parts: number): void {
    this.#take({ at: 'verifying', verifying: parts });
  }

  show(): void {
    this.#timer = null;
    tell({ is: 'step', step: this.#step });
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #take(more: Partial<ImportStep>): void {
    this.#step = { ...this.#step, ...more };
    this.#timer ??= setTimeout(() => this.show(), TELL_EVERY);
  }
}
