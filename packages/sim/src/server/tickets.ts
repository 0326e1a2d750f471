import { judgeAsk } from '@rollcall/core';
import { BYTES, type UploadAnswer, type UploadAsk } from '@rollcall/protocol';
import type { Sender } from '../wire/messages.ts';
import { hasSent, putEntry, unknownHash, unreserve } from './ledger.ts';
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
  const entry = hash === null ? null : (tables.ledgerRow(library, hash) ?? null);
  const open = [...tables.tickets.values()].find(
    (row) => row.library === library && row.device === device && row.hash === hash && row.size === size && row.result === null,
  );
  const asked = judgeAsk(ask, {
    entry,
    sentByAsker: hash !== null && hasSent(tables, library, device, hash),
    damaged,
    open: open !== undefined && hash !== null,
    room,
    sums: tables.sums(library),
    quota: tables.library(library).quota,
  });
  const send = (id: string): UploadAnswer => ({ answer: 'send', uploadId: id, path: BYTES.upload(id), offset: 0 });
  switch (asked.answer) {
    case 'go-on':
      if (!open) throw new Error('there is no open upload to go on with');
      tables.tickets.set(open.id, { ...open, touched: now });
      return send(open.id);
    case 'begin':
      putEntry(tables, library, hash ?? unknownHash(newId), asked.entry, entry === null ? now : undefined);
      tables.tickets.set(newId, { id: newId, library, device, hash, size, touched: now, result: null });
      return send(newId);
    case 'have':
      if (entry !== null && hash !== null) putEntry(tables, library, hash, entry, now);
      tables.watcher?.toldHave(library, device, hash ?? '');
      return asked;
    case 'over-quota':
    case 'refused':
      return asked;
    default:
      return asked satisfies never;
  }
}

/** Forgets an upload; an open one frees its reservation. */
export function dropTicket(tables: Tables, row: TicketRow): void {
  tables.tickets.delete(row.id);
  if (row.result === null) unreserve(tables, row.library, row.hash ?? unknownHash(row.id));
}
