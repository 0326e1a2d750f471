import { startsWith, u32 } from './bytes.ts';
import { HEAD_BYTES, recognise, type Recognised } from './recognise.ts';
import type { MediaSource } from './source.ts';

/** A TIFF's longest directory that is looked at, bytes. */
const MOST_OF_A_DIRECTORY = 2 + 512 * 12;

/** What a file is: by its beginning, and where that only says that it is a TIFF, by its directory too, which may lie behind the pixels. */
export async function recogniseFile(source: MediaSource): Promise<{ readonly recognised: Recognised; readonly head: Uint8Array }> {
  const head = await source.read(0, HEAD_BYTES);
  const recognised = recognise(source.name, head);
  if (recognised.kind === 'not-media' || recognised.format !== 'tiff' || recognised.by !== 'content') return { recognised, head };
  const little = startsWith(head, 0, 'II');
  const at = u32(head, 4, little);
  if (at + 2 <= head.length) return { recognised, head };
  const directory = await source.read(at, MOST_OF_A_DIRECTORY);
  const start = little ? [8, 0, 0, 0] : [0, 0, 0, 8];
  return { recognised: recognise(source.name, Uint8Array.from([...head.subarray(0, 4), ...start, ...directory])), head };
}
