import { recordCheck } from './checks.ts';
import type { BytesContext } from './context.ts';
import { stored } from './ledger.ts';
import { leaveQuarantine } from './loose.ts';
import type { Incoming } from './store.ts';
import { finishTicket, type Ticket } from './tickets.ts';

/** All bytes of an upload are here, and hash to `hash`: they get their name, and the ledger knows. What of them lies at the upload is the caller's to drop. */
export async function keepUpload(
  context: Pick<BytesContext, 'blobs' | 'database' | 'write' | 'clock'>,
  ticket: Ticket,
  incoming: Incoming,
  hash: string,
): Promise<void> {
  // In one turn, so that bytes which nothing referred to until now are not collected between the two.
  await context.blobs.inTurn(hash, async () => {
    const stat = await context.blobs.keep(incoming, hash);
    const wasQuarantined = await context.write(() => {
      const now = context.clock.now();
      stored(context.database, {
        libraryId: ticket.library,
        deviceId: ticket.device,
        uploadId: ticket.id,
        announced: ticket.hash,
        hash,
        size: stat.size,
        now,
      });
      finishTicket(context.database, ticket.id, hash, now);
      recordCheck(context.database, hash, stat, 'sound', now);
      return leaveQuarantine(context.database, hash);
    });
    if (wasQuarantined) await context.blobs.dropQuarantined(hash);
  });
}
