import { createHash, type Hash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { FileFailure, type Sink } from '@rollcall/transfer';
import { hashFile } from '../folder/read.ts';
import { fileTrouble } from '../work/trouble.ts';

export interface FileSink extends Sink {
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes that are gathered before they are written: what comes from a socket in small pieces is written in large ones. */
const GATHERED = 1024 * 1024;

/** A part file that hashes while it grows, and goes on from what it holds. */
export async function openSink(path: string): Promise<FileSink> {
  const file: FileHandle = await open(path, 'a+');
  let length = (await stat(path)).size;
  let hash: Hash | null = length === 0 ? createHash('sha256') : null;
  let gathered: Uint8Array[] = [];
  let waiting = 0;
  const write = async (): Promise<void> => {
    const [pieces, size] = [gathered, waiting];
    gathered = [];
    waiting = 0;
    if (size === 0) return;
    try {
      const writing = file.writev(pieces);
      // The same bytes are hashed while the disk takes them.
      for (const piece of pieces) hash?.update(piece);
      const { bytesWritten } = await writing;
      if (bytesWritten < size) await file.appendFile(Buffer.concat(pieces).subarray(bytesWritten));
      length += size;
    } catch (error) {
      // How much of it was taken is not known: the file says so, and what it holds is hashed as a whole.
      length = (await file.stat()).size;
      hash = null;
      const trouble = fileTrouble(error);
      throw trouble?.code === 'device-disk-full' ? new FileFailure('device-disk-full', trouble.evidence) : error;
    }
  };
  return {
    length: async () => {
      await write();
      return length;
    },
    append: async (chunk) => {
      gathered.push(chunk);
      waiting += chunk.length;
      if (waiting >= GATHERED) await write();
    },
    empty: async () => {
      gathered = [];
      waiting = 0;
      await file.truncate(0);
      length = 0;
      hash = createHash('sha256');
    },
    hash: async () => {
      await write();
      return hash ? hash.copy().digest('hex') : (await hashFile(path)).hash;
    },
    sync: () => file.datasync(),
    close: async () => {
      try {
        await write();
      } finally {
        await file.close();
      }
    },
  };
}
