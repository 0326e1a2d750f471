import { createHash } from 'node:crypto';
import type { FoundFile, Sources } from '@rollcall/importers';
import { FileFailed } from './stopped.ts';

/** SHA-256 of a small file, in hex. Throws `FileFailed`. */
export async function hashOf(sources: Sources, file: FoundFile): Promise<string> {
  try {
    const bytes = await sources.open(file);
    try {
      return createHash('sha256')
        .update(await bytes.read(0, bytes.size))
        .digest('hex');
    } finally {
      await bytes.release();
    }
  } catch (error) {
    throw new FileFailed(`it cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
