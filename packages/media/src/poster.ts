import { spawn } from 'node:child_process';
import type { Format } from './formats.ts';

export type Poster =
  | { readonly state: 'made'; readonly png: Uint8Array }
  | { readonly state: 'no-program' }
  | { readonly state: 'failed'; readonly why: string };

const MOST_BYTES = 32 * 1024 * 1024;
/** Containers only: no playlists, no image sequences, nothing that names other files or addresses. */
const CONTAINERS = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,asf,flv,ogg,dv';

/** Photos that the image library does not open, and as what `ffmpeg` does: single files, nothing that names others. */
export const PICTURE_DEMUXERS: Readonly<Partial<Record<Format, string>>> = { bmp: 'bmp_pipe', jxl: 'jpegxl_pipe', jp2: 'j2k_pipe' };

/**
 * One early picture of a video, at most `longSide` pixels, upright, by the system's `ffmpeg` as a process of its own
 * that may open nothing but that file. `path` must be absolute.
 * @param demuxer as what it is opened, one of `PICTURE_DEMUXERS`; null: as the film that it is
 */
export function makePoster(path: string, longSide: number, timeLimit: number, demuxer: string | null = null): Promise<Poster> {
  const scale = `scale=w='min(iw,${longSide})':h='min(ih,${longSide})':force_original_aspect_ratio=decrease`;
  const options = [
    '-nostdin',
    '-hide_banner',
    '-v',
    'error',
    '-protocol_whitelist',
    'file',
    '-format_whitelist',
    demuxer ?? CONTAINERS,
    '-max_pixels',
    '300000000',
    '-timelimit',
    '25',
    '-threads',
    '1',
    '-an',
    '-sn',
    '-dn',
  ];
  return run(
    [
      ...options,
      ...(demuxer === null ? [] : ['-f', demuxer]),
      '-i',
      `file:${path}`,
      '-map',
      '0:v:0',
      '-frames:v',
      '1',
      '-vf',
      scale,
      '-threads',
      '1',
      '-f',
      'image2pipe',
      '-c:v',
      'png',
      'pipe:1',
    ],
    timeLimit,
  );
}

function run(options: readonly string[], timeLimit: number): Promise<Poster> {
  return new Promise((resolve) => {
    // Nothing of this process's settings goes along; `PATH` finds the program.
    const child = spawn('ffmpeg', options, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] } });
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    let said = '';
    let why: string | null = null;
    const stop = (reason: string): void => {
      why ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('it took too long'), timeLimit);
    child.stdout.on('data', (piece: Uint8Array) => {
      bytes += piece.length;
      if (bytes > MOST_BYTES) stop('the picture is too large');
      else pieces.push(piece);
    });
    child.stderr.on('data', (piece: Uint8Array) => {
      if (said.length < 2000) said += String(piece);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(error.code === 'ENOENT' ? { state: 'no-program' } : { state: 'failed', why: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (why === null && code === 0 && bytes > 0) resolve({ state: 'made', png: Buffer.concat(pieces) });
      else resolve({ state: 'failed', why: why ?? (said.trim() || `it ended with ${code}`) });
    });
  });
}
