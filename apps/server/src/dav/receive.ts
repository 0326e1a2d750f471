import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LIMITS, sizeWords } from '@rollcall/protocol';
import { askUploads } from '../bytes/ask.ts';
import { keepUpload } from '../bytes/keep-upload.ts';
import { sums } from '../bytes/ledger.ts';
import type { Incoming } from '../bytes/store.ts';
import { takeBody, type Taking } from '../bytes/take-body.ts';
import { dropTicket, type Ticket } from '../bytes/tickets.ts';
import type { RouteContext } from '../http/handlers.ts';
import type { Visitor } from './door.ts';
import { headOf } from './head-of.ts';
import { NotReceived, notTaken } from './not-received.ts';

/** Bodies that one app sends at a time. */
const MOST_AT_ONCE = 32;

/** Bytes that came whole, and are kept for the library; they count as set aside until a photo has them. */
export interface Received {
  readonly hash: string;
  readonly size: number;
  /** The first of them. */
  readonly head: Uint8Array;
}

export type ReceiveContext = Pick<
  RouteContext,
  'database' | 'write' | 'blobs' | 'clock' | 'log' | 'traffic' | 'closes' | 'authenticate' | 'libraries' | 'uploads' | 'accounts'
>;

export interface Receiving {
  /**
   * Takes a body as an upload takes one: its room is set aside before a byte of it moves, where its length is told, and it is on disk
   * when this resolves. Of a body that breaks off nothing stays.
   * @param length null: it was not told
   * @param look sees the first bytes when they are there, and throws for what nobody wants
   */
  take(asked: {
    readonly visitor: Visitor;
    readonly request: FastifyRequest;
    readonly length: number | null;
    readonly mime: string;
    readonly look: (head: Uint8Array) => void;
    /** Called when the body may come: who asked whether it may is told so now. */
    readonly goOn: () => void;
  }): Promise<Received>;
  /** Breaks what is under way; what came of it is gone when it resolves. */
  stop(): Promise<void>;
}

export function openReceiving(context: ReceiveContext): Receiving {
  const running = new Set<{ readonly deviceId: string; taking: Taking | null; readonly ended: Promise<unknown> }>();
  let stopped = false;
  return {
    async take(asked) {
      if (stopped) throw new NotReceived(503, 'The server is being stopped. Try again when it is back.', null, 0, { 'retry-after': '5' });
      const { deviceId } = asked.visitor;
      if ([...running].filter((each) => each.deviceId === deviceId).length >= MOST_AT_ONCE)
        throw new NotReceived(503, `An app can send ${MOST_AT_ONCE} files at a time.`, null, 0, { 'retry-after': '5' });
      const { promise, resolve } = Promise.withResolvers<void>();
      const run = { deviceId, taking: null as Taking | null, ended: promise };
      running.add(run);
      try {
        return await receive(context, asked, (taking) => {
          run.taking = taking;
          if (stopped) taking.interrupt();
        });
      } finally {
        running.delete(run);
        resolve();
      }
    },
    async stop() {
      stopped = true;
      for (const { taking } of running) taking?.interrupt();
      await Promise.all([...running].map(({ ended }) => ended));
    },
  };
}

type Asked = Parameters<Receiving['take']>[0];

async function receive(context: ReceiveContext, asked: Asked, begun: (taking: Taking) => void): Promise<Received> {
  const { visitor, length, mime } = asked;
  const ticket = length === null ? null : await setAside(context, visitor, length, mime, null);
  const id = ticket?.id ?? randomBytes(16).toString('hex');
  let incoming: Incoming | null = null;
  let open = ticket;
  try {
    const most = length ?? (await mostOf(context, visitor));
    incoming = await context.blobs.incoming(id);
    const head = await takeAll(context, asked, incoming, most, begun);
    const hash = await incoming.hash();
    const size = incoming.size;
    if (context.accounts.devices.get(visitor.deviceId)?.revoked_at !== null)
      throw new NotReceived(401, 'This app password was taken away. Make another one on the page Account.', null, size);
    open ??= await setAside(context, visitor, size, mime, hash);
    if (open) await keepUpload(context, open, incoming, hash);
    open = null;
    return { hash, size, head };
  } finally {
    await incoming?.close();
    const left = open;
    // What was not filled gives its room back.
    if (left) await context.write(() => dropTicket(context.database, left));
    await context.blobs.dropIncoming(id);
  }
}

/** All of a body into a file; gives its first bytes. */
async function takeAll(
  context: ReceiveContext,
  asked: Asked,
  incoming: Incoming,
  most: number,
  begun: (taking: Taking) => void,
): Promise<Uint8Array> {
  const { request, visitor, length } = asked;
  await context.uploads.disk.look();
  const head = headOf(request.raw, asked.look);
  const taking = takeBody({
    request: request.raw,
    incoming,
    most,
    roomLeft: () => {
      void context.uploads.disk.look();
      return context.uploads.disk.room() > 0;
    },
    onArrived: (bytes) => {
      context.traffic.arrived(bytes);
      if (context.accounts.devices.get(visitor.deviceId)?.revoked_at !== null) taking.interrupt();
    },
  });
  head.onRefused(() => taking.interrupt());
  begun(taking);
  asked.goOn();
  const ended = await taking.ended;
  const bytes = head.end(ended === 'whole');
  switch (ended) {
    case 'whole':
      return bytes;
    case 'overflow':
      throw length === null
        ? new NotReceived(
            507,
            `There is no room in the cloud for more than ${sizeWords(most)} now.`,
            { code: 'quota-full', evidence: { needed: most + 1, free: most } },
            most,
          )
        : new NotReceived(400, 'More came than was told.', null, incoming.size);
    case 'disk-full':
      throw new NotReceived(
        507,
        'The disk of the server is full. Make room there; what was sent before is safe.',
        { code: 'server-disk-full', evidence: {} },
        incoming.size,
      );
    case 'broken':
      throw new NotReceived(400, 'The connection broke before all was here. Nothing of it was kept.', null, incoming.size);
    default:
      return ended satisfies never;
  }
}

/** What can come of a body whose length nobody told. */
async function mostOf(context: ReceiveContext, { libraryId }: Visitor): Promise<number> {
  const { used, reserved } = sums(context.database, libraryId);
  const free = Math.min(context.libraries.quotaOf(libraryId) - used - reserved, await context.uploads.roomForMore());
  if (free <= 0)
    throw new NotReceived(
      507,
      'There is no room in the cloud. Free up space, or ask for a bigger plan.',
      { code: 'quota-full', evidence: { needed: 1, free: 0 } },
      0,
    );
  return Math.min(LIMITS.fileSize, free);
}

/** Room for bytes that are to come, or have come; null: the library has just these. Throws when there is none. */
async function setAside(
  context: ReceiveContext,
  visitor: Visitor,
  size: number,
  mime: string,
  hash: string | null,
): Promise<Ticket | null> {
  if (size > LIMITS.fileSize)
    throw new NotReceived(
      413,
      `A file can have ${sizeWords(LIMITS.fileSize)}.`,
      { code: 'too-large-for-server', evidence: { size, limit: LIMITS.fileSize } },
      size,
    );
  const outcomes = await askUploads(context, context.uploads, visitor, [{ hash, size, mime }], true);
  if ('code' in outcomes) throw new NotReceived(503, outcomes.words, null, size, { 'retry-after': '60' });
  const [outcome] = outcomes;
  if (outcome?.ticket) return outcome.ticket;
  if (outcome?.answer.answer === 'have') return null;
  throw notTaken(outcome?.answer, size);
}
