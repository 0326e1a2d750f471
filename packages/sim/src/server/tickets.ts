import { BYTES, LIMITS, type UploadAnswer, type UploadAsk } from '@rollcall/protocol';
import type { Sender } from '../network/messages.ts';
import { hasSent, reserve, touchBytes, unknownHash, unreserve } from './ledger.ts';
import type { Tables, TicketRow } from './tables.ts';

export interface AskFacts {
  readonly now: number;
  readonly newId: string;
  /** Bytes on the server's disk for new uploads. */
  readonly room: number;
  /** The bytes are known to the ledger, but are missing or damaged: they are wanted again. */
  readonly damaged: boolean;
}

/** Answers one question before any byte moves, in the caller's transaction. */
export function answerAsk(tables: Tables, sender: Sender, ask: UploadAsk, { now, newId, room, damaged }: AskFacts): UploadAnswer {
  const { libraryId: library, deviceId: device } = sender;
  const { hash, size } = ask;
  if (size > LIMITS.fileSize) return { answer: 'refused', code: 'too-large-for-server', words: 'too large', limit: LIMITS.fileSize };
  if (hash !== null && !damaged && isHere(tables, sender, hash)) {
    touchBytes(tables, library, hash, now);
    return { answer: 'have' };
  }
  const same = [...tables.tickets.values()].find(
    (row) => row.library === library && row.device === device && row.hash === hash && row.size === size && row.result === null,
  );
  if (same && hash !== null) {
    tables.tickets.set(same.id, { ...same, touched: now });
    return { answer: 'send', uploadId: same.id, path: BYTES.upload(same.id), offset: 0 };
  }
  if (size > room) return { answer: 'refused', code: 'server-disk-full', words: 'full', limit: null };
  if (!reserve(tables, { library, hash: hash ?? unknownHash(newId), size, now })) {
    const { used, reserved } = tables.sums(library);
    return { answer: 'over-quota', needed: size, free: Math.max(0, tables.library(library).quota - used - reserved) };
  }
  tables.tickets.set(newId, { id: newId, library, device, hash, size, touched: now, result: null });
  return { answer: 'send', uploadId: newId, path: BYTES.upload(newId), offset: 0 };
}

/** This library refers to the bytes, or this device itself sent them all. */
function isHere(tables: Tables, { libraryId, deviceId }: Sender, hash: string): boolean {
  const state = tables.ledgerRow(libraryId, hash)?.state ?? 'reserved';
  switch (state) {
    case 'committed':
      return true;
    case 'stored':
      return hasSent(tables, libraryId, deviceId, hash);
    case 'reserved':
      return false;
    default:
      return state satisfies never;
  }
}

/** Forgets an upload; an open one frees its reservation. */
export function dropTicket(tables: Tables, row: TicketRow): void {
  tables.tickets.delete(row.id);
  if (row.result === null) unreserve(tables, row.library, row.hash ?? unknownHash(row.id));
}
