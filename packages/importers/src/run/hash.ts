import { say } from '@rollcall/protocol';
import { pieces } from '../bytes.ts';
import type { FoundFile } from '../found.ts';
import { hexOf, type Platform } from '../platform.ts';
import type { Sources } from '../sources.ts';
import { FileFailed } from './stopped.ts';

/** SHA-256 of a small file, in hex. Throws `FileFailed`. */
export async function hashOf(sources: Pick<Sources, 'open'>, file: FoundFile, platform: Pick<Platform, 'sum'>): Promise<string> {
  try {
    const bytes = await sources.open(file);
    try {
      const sum = await platform.sum('sha256');
      for await (const piece of pieces(bytes, 0, bytes.size)) sum.update(piece);
      return hexOf(sum.digest());
    } finally {
      await bytes.release();
    }
  } catch (error) {
    throw new FileFailed(say('it cannot be read: {error}', { error: (error as Error).message }), { cause: error });
  }
}
