import { openBlobStore } from '../bytes/index.ts';
import type { DataFolder } from '../data-folder.ts';
import { groupCommit } from '../database.ts';
import { openSqliteLibraries } from '../library/sqlite.ts';
import type { Unpurged } from '../library/store.ts';
import { restorePurged } from './restore-purged.ts';

/** Brings a purged photo back in a data folder that no server has, in the server's place. */
export async function restoreAlone({ sqlite }: DataFolder, data: string, assetId: string): Promise<Unpurged> {
  const { database, synced } = sqlite;
  const write = groupCommit(sqlite);
  const clock = { now: (): number => Date.now() };
  const blobs = await openBlobStore(data);
  try {
    const libraries = openSqliteLibraries({ database, write, synced, clock, onChange: () => undefined });
    return await restorePurged(
      { database, write, blobs, libraries, clock, log: () => undefined, renditions: { wake: () => undefined } },
      assetId,
    );
  } finally {
    await blobs.close();
  }
}
