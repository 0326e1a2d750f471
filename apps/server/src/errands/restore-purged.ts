import { randomBytes } from 'node:crypto';
import { mintId } from '@rollcall/protocol';
import { leaveQuarantine, loosen } from '../bytes/index.ts';
import type { ServerContext } from '../context.ts';
import type { Unpurged } from '../library/store.ts';

type RestoreContext = Pick<ServerContext, 'database' | 'write' | 'blobs' | 'libraries' | 'clock' | 'log' | 'renditions'>;

/**
 * Brings a purged photo back. First its bytes, into use, and hashed again; then its rows, in one transaction that
 * looks at everything once more. Interrupted in between, the bytes are loose as if they had been purged just now.
 */
export async function restorePurged(context: RestoreContext, assetId: string): Promise<Unpurged> {
  const { database, write, blobs, libraries, clock, log, renditions } = context;
  const photo = await libraries.purgedPhoto(assetId);
  if (!photo) return { restored: false, why: 'not-found' };
  for (const { hash } of photo.blobs) {
    const whole = await blobs.inTurn(hash, async () => {
      await write(() => {
        leaveQuarantine(database, hash);
        loosen(database, hash, libraries.seenTime().seen);
      });
      await blobs.unquarantine(hash);
      return (await blobs.rehash(hash)).state === 'stored';
    });
    if (whole) continue;
    log('a purged photo cannot be brought back: its bytes are damaged or gone', { assetId, hash }, 'warn');
    return { restored: false, why: 'bytes-gone' };
  }
  const done = await libraries.unpurge(assetId, mintId(clock.now(), randomBytes(10)));
  if (done.restored) {
    log('a purged photo was brought back', { assetId, as: done.assetId });
    renditions.wake(photo.libraryId);
  }
  return done;
}
