import { randomBytes } from 'node:crypto';
import { judgeAsk } from '@rollcall/core';
import { BYTES, say, type ErrorCode, type UploadAnswer, type UploadAsk } from '@rollcall/protocol';
import type { z } from 'zod';
import { lastCheck } from './checks.ts';
import type { BytesContext, Sender } from './context.ts';
import { entry, hasSent, reserve, sums, touch, unknownHash } from './ledger.ts';
import type { LiveUploads } from './live-uploads.ts';
import { addTicket, openTickets, sameQuestion, touchTicket, type Ticket } from './tickets.ts';

export type Asked = z.infer<typeof UploadAsk>;
export type Answered = z.infer<typeof UploadAnswer>;

/** Open uploads of one device, all together. */
const MOST_OPEN = 10_000;

/** What a question came to: the answer, and the ticket when the answer is `send`. */
export interface Outcome {
  readonly answer: Answered;
  readonly ticket: Ticket | null;
}

/** A refusal of the whole request. */
export interface TooMany {
  readonly code: Extract<ErrorCode, 'rate-limited'>;
  readonly words: string;
}

/**
 * Answers questions before any byte moves, in order, in one transaction; all answers are durable.
 * @param fresh always a new upload, as a creation by the draft asks for
 */
export async function askUploads(
  context: BytesContext,
  uploads: LiveUploads,
  sender: Sender,
  asks: readonly Asked[],
  fresh = false,
): Promise<readonly Outcome[] | TooMany> {
  const damaged = await unusable(context, sender, asks);
  let room = await uploads.roomForMore();
  const outcomes = await context.write(() => {
    if (openTickets(context.database, sender.libraryId, sender.deviceId) + asks.length > MOST_OPEN) return null;
    const quota = context.libraries.quotaOf(sender.libraryId);
    const closes = context.closes(sender.libraryId);
    return asks.map((ask) => {
      const outcome = answer(context, sender, ask, { quota, closes, room, fresh, damaged });
      if (outcome.added) room -= ask.size;
      return outcome;
    });
  });
  if (!outcomes)
    return {
      code: 'rate-limited',
      words: say('This device has more than {most} uploads under way. Send or cancel some of them first.', { most: String(MOST_OPEN) }),
    };
  return Promise.all(
    outcomes.map(async ({ ticket, answer }) => ({
      ticket,
      answer: ticket && answer.answer === 'send' ? { ...answer, offset: await uploads.offset(ticket) } : answer,
    })),
  );
}

/** Hashes that the ledger knows, but whose bytes are missing or damaged: they are wanted again. */
async function unusable(context: BytesContext, sender: Sender, asks: readonly Asked[]): Promise<Set<string>> {
  const found = await Promise.all(
    asks.map(async ({ hash }) => {
      if (hash === null || (entry(context.database, sender.libraryId, hash)?.state ?? 'reserved') === 'reserved') return null;
      const last = lastCheck(context.database, hash)?.found ?? 'sound';
      return last !== 'sound' || !(await context.blobs.stat(hash)) ? hash : null;
    }),
  );
  return new Set(found.filter((hash) => hash !== null));
}

interface Means {
  readonly quota: number;
  /** When the library closes; null: it stays. */
  readonly closes: number | null;
  /** Bytes on the server's disk for new uploads. */
  readonly room: number;
  readonly fresh: boolean;
  readonly damaged: ReadonlySet<string>;
}

function answer(context: BytesContext, sender: Sender, ask: Asked, means: Means): Outcome & { readonly added: boolean } {
  const { database: db } = context;
  const { libraryId, deviceId } = sender;
  const now = context.clock.now();
  const { hash } = ask;
  const same = hash === null || means.fresh ? null : sameQuestion(db, libraryId, deviceId, hash, ask.size);
  const judged = judgeAsk(ask, {
    entry: hash === null ? null : entry(db, libraryId, hash),
    sentByAsker: hash !== null && hasSent(db, libraryId, deviceId, hash),
    damaged: hash !== null && means.damaged.has(hash),
    open: same !== null,
    room: means.room,
    sums: sums(db, libraryId),
    quota: means.quota,
    closes: means.closes,
  });
  if (judged.answer === 'have' && hash !== null) touch(db, libraryId, hash, now);
  if (judged.answer === 'go-on' && same) {
    touchTicket(db, same.id, now);
    return { answer: send(same), ticket: same, added: false };
  }
  if (judged.answer === 'go-on') throw new Error('there is no open upload to go on with');
  if (judged.answer !== 'begin') return { answer: judged, ticket: null, added: false };
  const id = randomBytes(16).toString('hex');
  const set = reserve(db, { libraryId, deviceId, hash: hash ?? unknownHash(id), size: ask.size, quota: means.quota, now });
  if (!set) throw new Error(`no room could be set aside for ${ask.size} bytes, though there was room`);
  const ticket: Ticket = {
    id,
    library: libraryId,
    device: deviceId,
    hash: ask.hash,
    size: ask.size,
    mime: ask.mime,
    created: now,
    touched: now,
    result: null,
  };
  addTicket(db, ticket);
  return { answer: send(ticket), ticket, added: true };
}

function send(ticket: Ticket): Answered {
  return { answer: 'send', uploadId: ticket.id, path: BYTES.upload(ticket.id), offset: 0 };
}
