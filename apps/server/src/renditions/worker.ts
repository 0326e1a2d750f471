import {
  describe,
  LARGEST_SIDECAR,
  peopleShown,
  readSidecar,
  recogniseFile,
  type Description,
  type Format,
  type MediaSource,
} from '@rollcall/media';
import { fileSource } from '@rollcall/media/file-source';
import type { Together } from '@rollcall/media/compressed';
import type { Renditions } from '@rollcall/media/renditions';
import { isNotInstalled } from '@rollcall/media/tools';
import type { View } from '@rollcall/media/views';
import { message, say, type Asset } from '@rollcall/protocol';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { dirname } from 'node:path';
import { endWithParent } from './end-with-parent.ts';
import { filmForView, unfinishedView } from './files.ts';
import type { Job, JobAnswer } from './job.ts';

/**
 * A process of its own that opens files which strangers may have made. It holds no secrets, answers one job at a time, and may
 * be killed at any moment: files appear under their names only when whole.
 */
endWithParent();
process.on('disconnect', () => process.exit(0));
/** What it has done once, and so has loaded all that is needed for it. */
const done = new Set<Job['task']>();
process.on('message', (job: Job) => {
  const answered = (answer: JobAnswer): void => {
    process.send?.(answer);
    // The next worker starts in half the time. Only a process that ends by itself would keep what it compiled, and a worker is killed.
    if (!done.has(job.task)) flushCompileCache();
    done.add(job.task);
  };
  work(job).then(
    answered,
    // Nothing in the file leads here: the disk is at fault.
    (error: unknown) => answered(fault(job, 'reading', error)),
  );
});

function work(job: Job): Promise<JobAnswer> {
  switch (job.task) {
    case 'pictures':
      return makePictures(job);
    case 'view':
      return makeOneView(job);
    case 'edit':
      return makeEdit(job);
    case 'sidecar':
      return readBeside(job);
    case 'measure':
      return measureOne(job);
    case 'read':
      return readOnly(job);
    default:
      return job satisfies never;
  }
}

async function makeOneView(job: Extract<Job, { task: 'view' }>): Promise<JobAnswer> {
  const { recognised } = await withSource(job, recogniseFile);
  const view: View = recognised.kind === 'not-media' ? notMedia(recognised.what) : await drawView(job, recognised.format);
  if (view.state === 'unavailable')
    return /no space left/i.test(view.detail) ? fault(job, 'writing', new Error(view.detail)) : { ...nothingSaid(job), ...view };
  try {
    await rename(unfinishedView(job.file), job.file);
    return { ...nothingSaid(job), state: 'view-ready' };
  } catch (error) {
    return fault(job, 'writing', error);
  }
}

async function makeEdit(job: Extract<Job, { task: 'edit' }>): Promise<JobAnswer> {
  const { recognised } = await withSource(job, recogniseFile);
  if (recognised.kind === 'not-media') return { ...nothingSaid(job), ...notMedia(recognised.what) };
  try {
    await mkdir(dirname(job.file), { recursive: true });
    const { makeEdited } = await import('@rollcall/media/edited');
    const { develop } = await import('@rollcall/core/recipe');
    const made = await makeEdited({ ...job, format: recognised.format }, (pixels) => develop(pixels, job.settings), job.file);
    return made.state === 'ready' ? { ...nothingSaid(job), ...made, state: 'edited' } : { ...nothingSaid(job), ...made };
  } catch (error) {
    return isNotInstalled(error) ? { ...nothingSaid(job), ...NO_LIBRARY } : fault(job, 'writing', error);
  }
}

function nothingSaid({ n }: Job): Pick<JobAnswer, 'n' | 'fields' | 'livePairId' | 'burstId' | 'moves' | 'screenshot' | 'memory'> {
  return { n, fields: null, livePairId: null, burstId: null, moves: false, screenshot: false, memory: process.memoryUsage.rss() };
}

async function drawView(job: Extract<Job, { task: 'view' }>, format: Format): Promise<View> {
  try {
    await mkdir(dirname(job.file), { recursive: true });
    const { makeView } = await import('@rollcall/media/views');
    return await makeView(job.kind, { ...job, format }, { file: unfinishedView(job.file), film: filmForView(job.file) });
  } catch (error) {
    if (isNotInstalled(error)) return NO_LIBRARY;
    throw error;
  }
}

function readBeside(job: Job): Promise<JobAnswer> {
  return withSource(job, async (source) => {
    const bytes = source.size > LARGEST_SIDECAR ? null : await source.read(0, source.size);
    const told = bytes && (await readSidecar(job.name, bytes));
    return { ...nothingSaid(job), state: 'sidecar-read', told };
  });
}

function measureOne(job: Extract<Job, { task: 'measure' }>): Promise<JobAnswer> {
  return withSource(job, async (source) => {
    const described = await describe(source).catch(() => null);
    const { measurePreview } = await import('@rollcall/media/renditions');
    const measures = await measurePreview(job.preview);
    const screenshot = described?.details.screenshot === true;
    return { ...nothingSaid(job), screenshot, state: 'measured', measures };
  });
}

function readOnly(job: Job): Promise<JobAnswer> {
  return withSource(job, async (source) => ({ n: job.n, ...(await whatItSays(source)), memory: process.memoryUsage.rss(), state: 'read' }));
}

function makePictures(job: Extract<Job, { task: 'pictures' }>): Promise<JobAnswer> {
  return withSource(job, async (source) => {
    const { recognised } = await recogniseFile(source);
    const said = await whatItSays(source);
    const drawn = recognised.kind === 'not-media' ? alone(notMedia(recognised.what)) : await draw(job, recognised.format);
    const made = drawn.renditions;
    const rest = { n: job.n, ...said, memory: process.memoryUsage.rss() };
    if (made.state === 'unavailable') return { ...rest, ...made };
    try {
      await keep(job.files.preview, made.preview);
      await keep(job.files.thumbnail, made.thumbnail);
      if (job.ahead !== undefined && drawn.compressed !== null) await keep(job.ahead.file, drawn.compressed);
    } catch (error) {
      return fault(job, 'writing', error);
    }
    return { ...rest, state: 'ready', placeholder: made.placeholder, measures: made.measures, ahead: drawn.compressed !== null };
  });
}

async function whatItSays(source: MediaSource): Promise<Pick<JobAnswer, 'fields' | 'livePairId' | 'burstId' | 'moves' | 'screenshot'>> {
  const described = await describe(source).catch(() => null);
  return {
    fields: described && { ...described.fields, ...whoIsIn(described) },
    livePairId: described?.details.livePairId ?? null,
    burstId: described?.details.burstId ?? null,
    moves: described?.details.motion.state === 'found',
    screenshot: described?.details.screenshot === true,
  };
}

function whoIsIn(described: Description): Pick<Asset, 'people'> {
  const people = peopleShown(described);
  return people.length === 0 ? {} : { people };
}

async function withSource<T>(job: Job, look: (source: MediaSource) => Promise<T>): Promise<T> {
  const handle = await open(job.path, 'r');
  try {
    return await look(await fileSource(handle, job.name, job.mtimeMs));
  } finally {
    await handle.close();
  }
}

type Unavailable = Extract<Renditions, { state: 'unavailable' }>;

function notMedia(what: string): Unavailable {
  const words = say('No picture can be made of it: it does not look like a photo or video. The file itself is kept.');
  return { state: 'unavailable', words, detail: what, lacks: null };
}

const NO_LIBRARY: Unavailable = {
  state: 'unavailable',
  words: message('No picture can be made: the image library is not installed on the server. The file itself is kept.'),
  detail: 'sharp cannot be loaded',
  lacks: 'pictures',
};

const alone = (renditions: Renditions): Together => ({ renditions, compressed: null });

/** The image library is loaded with the first picture: where it is not installed, everything else goes on. */
async function draw({ ahead, ...job }: Extract<Job, { task: 'pictures' }>, format: Format): Promise<Together> {
  try {
    const { isDear, makeTogether } = await import('@rollcall/media/compressed');
    if (ahead !== undefined && isDear(format)) return await makeTogether({ ...job, ...ahead, format, kind: 'photo' });
    const { makeRenditions } = await import('@rollcall/media/renditions');
    return alone(await makeRenditions(job.path, format));
  } catch (error) {
    if (isNotInstalled(error)) return alone(NO_LIBRARY);
    throw error;
  }
}

/** Whole or not at all; not synced to disk, for it can be made again. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

function fault(job: Job, on: 'reading' | 'writing', error: unknown): JobAnswer {
  const detail = error instanceof Error ? error.message : String(error);
  return { ...nothingSaid(job), state: 'fault', on, detail };
}
