import type { FileHandle } from 'node:fs/promises';
import type { Bytes } from '../bytes.ts';

/** An open file. @param release what is done when nobody reads it any more */
export function bytesOfFile(handle: FileHandle, size: number, release: () => Promise<void>): Bytes {
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const buffer = Buffer.allocUnsafe(wanted);
    let have = 0;
    while (have < wanted) {
      const { bytesRead } = await handle.read(buffer, have, wanted - have, offset + have);
      if (bytesRead === 0) break;
      have += bytesRead;
    }
    return buffer.subarray(0, have);
  };
  return { size, read, release };
}
