import { spawn } from 'node:child_process';
import type { Transfer } from './film-facts.ts';

/** What became of one run of the system's `ffmpeg`; `out` is what it wrote to its standard output. */
export type FfmpegEnd =
  | { readonly state: 'done'; readonly out: Uint8Array }
  | { readonly state: 'no-program' }
  /** It was ended over a limit; that says nothing of the file. */
  | { readonly state: 'too-much'; readonly why: string }
  | { readonly state: 'failed'; readonly why: string };

/** Containers only: no playlists, no image sequences, nothing that names other files or addresses. */
const CONTAINERS = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,asf,flv,ogg,dv';

/** With what `ffmpeg` ends when a signal told it to, as that of its limit of processor time does. */
const TOLD_TO_END = 255;
/** That signal, where it is too late for more; and the system’s own, over its hard limit or for want of memory. */
const OVER_LIMITS: ReadonlySet<NodeJS.Signals | null> = new Set(['SIGXCPU', 'SIGKILL']);

export interface FfmpegRun {
  /** Absolute path of the file that it may open. */
  readonly input: string;
  /** As what it is opened; null: as the film that it is. */
  readonly demuxer: string | null;
  /** What is done with it, behind the input. */
  readonly output: readonly string[];
  /** Milliseconds by the clock, after which it is ended. */
  readonly timeLimit: number;
  /** Seconds of processor time. */
  readonly work: number;
  /** Bytes of its standard output. */
  readonly mostOut: number;
}

/** Runs `ffmpeg` as a process of its own that may open nothing but that file, and is told nothing of this process's settings. */
export function runFfmpeg({ input, demuxer, output, timeLimit, work, mostOut }: FfmpegRun): Promise<FfmpegEnd> {
  const options = [
    '-nostdin',
    '-hide_banner',
    '-v',
    'error',
    '-y',
    '-protocol_whitelist',
    'file',
    '-format_whitelist',
    demuxer ?? CONTAINERS,
    '-max_pixels',
    '300000000',
    '-timelimit',
    String(work),
    '-threads',
    '1',
    ...(demuxer === null ? [] : ['-f', demuxer]),
    '-i',
    `file:${input}`,
    ...output,
  ];
  return new Promise((resolve) => {
    // `PATH` finds the program.
    const child = spawn('ffmpeg', options, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] } });
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    let said = '';
    let stopped: FfmpegEnd | null = null;
    const stop = (end: FfmpegEnd): void => {
      stopped ??= end;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop({ state: 'too-much', why: 'it took too long' }), timeLimit);
    child.stdout.on('data', (piece: Uint8Array) => {
      bytes += piece.length;
      if (bytes > mostOut) stop({ state: 'failed', why: 'the picture is too large' });
      else pieces.push(piece);
    });
    child.stderr.on('data', (piece: Uint8Array) => {
      if (said.length < 2000) said += String(piece);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(error.code === 'ENOENT' ? { state: 'no-program' } : { state: 'failed', why: error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (stopped !== null) resolve(stopped);
      else if (code === 0) resolve({ state: 'done', out: Buffer.concat(pieces) });
      else if (code === TOLD_TO_END || OVER_LIMITS.has(signal))
        resolve({ state: 'too-much', why: `ended by the system (${signal ?? code})` });
      else resolve({ state: 'failed', why: said.trim() || `it ended with ${code ?? signal}` });
    });
  });
}

/** Once more as it is, where this `ffmpeg` was built without what changes the light: a pale picture is better than none. */
export async function runFilters(transfer: Transfer | null, run: (transfer: Transfer | null) => FfmpegRun): Promise<FfmpegEnd> {
  const ended = await runFfmpeg(run(transfer));
  return transfer !== null && ended.state === 'failed' && /No such filter/.test(ended.why) ? runFfmpeg(run(null)) : ended;
}
