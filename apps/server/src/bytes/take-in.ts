import type { UploadAnswer } from '@rollcall/protocol';
import { askUploads } from './ask.ts';
import type { BytesContext, Sender } from './context.ts';
import { keepUpload } from './keep-upload.ts';
import type { LiveUploads } from './live-uploads.ts';
import { dropTicket, type Ticket } from './tickets.ts';

/** Bytes that the server itself has made for a library. */
export interface MadeBytes {
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
  /** All of them, from their beginning. */
  read(): AsyncIterable<Uint8Array>;
}

/** Why nothing was taken: as an upload of these bytes would have been answered. */
export type NotTaken = Extract<UploadAnswer, { answer: 'over-quota' | 'refused' }>;

/**
 * Keeps bytes for a library as if they had been uploaded: they are asked for room first, all of them together, count as an upload's do, and are on disk
 * when this resolves. Of bytes that cannot all be taken none is.
 */
export async function takeIn(
  context: BytesContext,
  uploads: LiveUploads,
  sender: Sender,
  made: readonly MadeBytes[],
): Promise<{ readonly taken: true } | NotTaken> {
  const outcomes = await askUploads(
    context,
    uploads,
    sender,
    made.map(({ hash, size, mime }) => ({ hash, size, mime })),
    true,
  );
  if ('code' in outcomes) return { answer: 'refused', code: 'server-disk-full', words: outcomes.words, limit: null };
  const refusal = outcomes.map(({ answer }) => answer).find((answer) => answer.answer === 'over-quota' || answer.answer === 'refused');
  const open = new Set(outcomes.map(({ ticket }) => ticket).filter((ticket) => ticket !== null));
  try {
    if (refusal !== undefined) return refusal;
    for (const [index, { ticket }] of outcomes.entries()) {
      if (ticket === null) continue;
      await takeOne(context, ticket, made[index]!);
      open.delete(ticket);
    }
    return { taken: true };
  } finally {
    // What was not filled gives its room back.
    for (const ticket of open) {
      await context.write(() => dropTicket(context.database, ticket));
      await context.blobs.dropIncoming(ticket.id);
    }
  }
}

async function takeOne(context: BytesContext, ticket: Ticket, { hash, read }: MadeBytes): Promise<void> {
  const incoming = await context.blobs.incoming(ticket.id);
  try {
    for await (const chunk of read()) await incoming.append([chunk]);
    const found = await incoming.hash();
    if (found !== hash) throw new Error(`bytes that were made changed while they were kept: ${found} instead of ${hash}`);
    await keepUpload(context, ticket, incoming, hash);
  } finally {
    await incoming.close();
  }
  await context.blobs.dropIncoming(ticket.id);
}
