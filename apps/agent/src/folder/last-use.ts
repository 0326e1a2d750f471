import { statSync } from 'node:fs';
import { join } from 'node:path';
import { lastUse } from '@rollcall/core';
import type { EvictableRows } from '../store/storage-rows.ts';

/** When a photo here was last used, as its files say. Milliseconds since 1970. */
export function usedAt(folder: string, { cameAt, files }: Pick<EvictableRows, 'cameAt' | 'files'>): number {
  return lastUse(
    cameAt,
    files.map(({ path, readAt }) => ({ accessedAt: accessedAt(join(folder, path)), readAt })),
  );
}

/** Null: it is gone, or cannot be looked at. */
function accessedAt(path: string): number | null {
  try {
    return statSync(path).atimeMs;
  } catch {
    return null;
  }
}
