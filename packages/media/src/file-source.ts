import type { FileHandle } from 'node:fs/promises';
import type { MediaSource } from './source.ts';

/** An open file as a source; whoever opened it closes it. */
export async function fileSource(handle: FileHandle, name: string, mtimeMs: number | null): Promise<MediaSource> {
  const { size } = await handle.stat();
  return {
    name,
    size,
    mtimeMs,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    },
  };
}
