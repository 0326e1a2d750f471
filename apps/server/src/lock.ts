import BetterSqlite from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder within a data folder that is there while that is restored from a backup. */
export const RESTORING = 'restoring';

/** The data folder is half restored. */
export class HalfRestored extends Error {
  override readonly name = 'HalfRestored';
}

/** Throws `HalfRestored` for a data folder into which a backup is being restored, or where that was interrupted. */
export function requireWhole(dataDir: string): void {
  if (existsSync(join(dataDir, RESTORING)))
    throw new HalfRestored(
      `A backup is being restored into ${dataDir}, or that was interrupted. Make it to its end first: rollcall restore.`,
    );
}

/** Another server has the data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Keeps a second server out of a data folder. The lock is the operating system's, by way of a database file of its own:
 * it ends with the process, however that ends.
 */
export function lockFolder(dataDir: string): { readonly release: () => void } {
  const lock = new BetterSqlite(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY')
      throw new FolderInUse(`Another Rollcall server is using ${dataDir}. Stop it first, or choose another data folder.`);
    throw error;
  }
  return { release: () => lock.close() };
}
