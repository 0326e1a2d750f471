import { describe, HEAD_BYTES, recognise, type MediaSource } from '@rollcall/media';
import { makeRenditions, type Renditions } from '@rollcall/media/renditions';
import { mkdir, open, rename, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Job, JobAnswer } from './job.ts';

/**
 * A process of its own that opens files which strangers may have made. It holds no secrets, answers one job at a time, and may
 * be killed at any moment: files appear under their names only when whole.
 */
process.on('disconnect', () => process.exit(0));
process.on('message', (job: Job) => {
  work(job).then(
    (answer) => process.send?.(answer),
    // Nothing in the file leads here: the disk is at fault.
    (error: unknown) => process.send?.(fault(job, 'reading', error)),
  );
});

async function work(job: Job): Promise<JobAnswer> {
  const handle = await open(job.path, 'r');
  try {
    const source = await sourceOf(job, handle);
    const recognised = recognise(job.name, await source.read(0, HEAD_BYTES));
    const described = await describe(source).catch(() => null);
    const fields = described?.fields ?? null;
    const livePairId = described?.details.livePairId ?? null;
    const made: Renditions =
      recognised.kind === 'not-media'
        ? {
            state: 'unavailable',
            words: 'No picture can be made of it: it does not look like a photo or video. The file itself is kept.',
            detail: recognised.what,
          }
        : await makeRenditions(job.path, recognised.format);
    const rest = { n: job.n, fields, livePairId, memory: process.memoryUsage.rss() };
    if (made.state === 'unavailable') return { ...rest, ...made };
    try {
      await keep(job.files.preview, made.preview);
      await keep(job.files.thumbnail, made.thumbnail);
    } catch (error) {
      return fault(job, 'writing', error);
    }
    return { ...rest, state: 'ready', placeholder: made.placeholder };
  } finally {
    await handle.close();
  }
}

async function sourceOf(job: Job, handle: FileHandle): Promise<MediaSource> {
  const { size } = await handle.stat();
  return {
    name: job.name,
    size,
    mtimeMs: job.mtimeMs,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    },
  };
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
  return { n: job.n, fields: null, livePairId: null, memory: process.memoryUsage.rss(), state: 'fault', on, detail };
}
