import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openHome } from '../../apps/agent/src/device.ts';
import { mtimeMsOf, stampOf } from '../../packages/core/src/index.ts';

/** Bytes of each file; nobody reads them. */
const BYTES = Buffer.from('as large as it need be');

/**
 * Gives a device that has heard of a library a file for each photo that is live in it, as if it had fetched them all: files of a few
 * bytes, and the rows that say that they were looked at and agreed on. Returns how many.
 */
export function giveFiles(home: string, folder: string): number {
  const store = openHome(home);
  try {
    const now = Date.now();
    let given = 0;
    store.transact(() => {
      for (const { asset, resources } of store.remotes()) {
        const [original] = resources;
        if (asset.state !== 'live' || !original) continue;
        const path = `${asset.capturedAt.slice(0, 4)}/${asset.capturedAt.slice(5, 7)}/${given}-${asset.fileName}`;
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, BYTES);
        const stats = statSync(file, { bigint: true });
        store.addFile({
          path,
          size: BYTES.length,
          mtimeMs: mtimeMsOf(stats),
          stamp: stampOf(stats),
          newHere: false,
          firstSeen: now,
          hash: original.hash,
          // Otherwise an agent would read them, and find other bytes.
          hashedAt: now,
          kind: asset.kind,
          mime: original.mime,
          assetId: asset.id,
          baseHash: original.hash,
          agreedAt: now,
          wantedName: asset.fileName,
        });
        given += 1;
      }
    });
    return given;
  } finally {
    store.close();
  }
}
