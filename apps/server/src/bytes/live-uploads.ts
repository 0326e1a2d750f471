import { LIMITS } from '@rollcall/protocol';
import type { BytesContext, Sender } from './context.ts';
import { watchDisk, type Disk } from './disk.ts';
import { LiveUpload } from './live-upload.ts';
import { collectStored } from './ledger.ts';
import { announcedBytes, dropTicket, quietTickets, ticket, ticketsOf, touchTicket, type Ticket } from './tickets.ts';

/** An upload that is not asked for this long lets go of its file. Milliseconds. */
const REST = 60_000;

/** All uploads of the server: those in use in memory, the others in the database. */
export class LiveUploads {
  readonly disk: Disk;
  readonly #context: BytesContext;
  readonly #live = new Map<string, Promise<LiveUpload>>();
  /** Bytes that open uploads of an earlier run, or at rest, hold already. */
  readonly #restingBytes = new Map<string, number>();
  #stopped = false;

  constructor(context: BytesContext) {
    this.#context = context;
    const { blobs, clock, log, keepFree } = context;
    this.disk = watchDisk({ blobs, now: () => clock.now(), keepFree, log });
  }

  /** Removes what an earlier run left behind, and counts what it may go on with. */
  async recover(): Promise<void> {
    const { blobs, database } = this.#context;
    for (const id of await blobs.incomingList()) {
      const row = ticket(database, id);
      if (!row || row.result !== null) await blobs.dropIncoming(id);
      else this.#restingBytes.set(id, (await blobs.incomingStat(id))?.size ?? 0);
    }
  }

  /** The server is going down: nothing is begun any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** The upload of a ticket; null: there is none for this sender. */
  async find(id: string, sender: Sender): Promise<LiveUpload | null> {
    const live = this.#live.get(id);
    const row = live ? (await live).ticket : ticket(this.#context.database, id);
    if (!row || row.library !== sender.libraryId || row.device !== sender.deviceId) return null;
    return this.open(row);
  }

  open(row: Ticket): Promise<LiveUpload> {
    let live = this.#live.get(row.id);
    if (!live) {
      live = LiveUpload.of(this.#context, this.disk, row);
      this.#live.set(row.id, live);
      live.then(() => this.#restingBytes.delete(row.id)).catch(() => this.#live.delete(row.id));
    }
    return live;
  }

  /** Bytes received of an open upload. */
  async offset(row: Ticket): Promise<number> {
    const live = await this.#live.get(row.id);
    if (live) return live.offset;
    return Math.min((await this.#context.blobs.incomingStat(row.id))?.size ?? 0, row.size);
  }

  /** Room on the disk for uploads that were not asked for yet. */
  async roomForMore(): Promise<number> {
    await this.disk.look();
    let here = 0;
    for (const bytes of this.#restingBytes.values()) here += bytes;
    for (const live of this.#live.values()) {
      const upload = await live;
      if (upload.ticket.result === null && upload.phase === 'open') here += upload.offset;
    }
    return this.disk.room() - Math.max(0, announcedBytes(this.#context.database) - here);
  }

  /** Lets go of what is not used, and collects what was idle for `LIMITS.uploadIdle`. */
  async sweep(): Promise<void> {
    const now = this.#context.clock.now();
    for (const [id, coming] of this.#live) {
      const live = await coming;
      if (live.inUse || now - live.usedAt < REST) continue;
      await live.rest();
      if (live.inUse) continue;
      this.#live.delete(id);
      if (live.phase === 'open' && live.offset > 0) this.#restingBytes.set(id, live.offset);
    }
    const idle = now - LIMITS.uploadIdle;
    for (const row of quietTickets(this.#context.database, idle)) await this.#collect(row, idle);
    await this.#context.write(() => collectStored(this.#context.database, idle));
  }

  async #collect(row: Ticket, idle: number): Promise<void> {
    if (row.result !== null) {
      this.#live.delete(row.id);
      await this.#context.write(() => dropTicket(this.#context.database, row));
      return;
    }
    const found = await this.#context.blobs.incomingStat(row.id);
    if (found && found.changedAt >= idle) {
      // Asked for long ago, but its bytes still come.
      await this.#context.write(() => touchTicket(this.#context.database, row.id, Math.floor(found.changedAt)));
      return;
    }
    const live = await this.open(row);
    if (live.inUse) return;
    await this.#forget(live);
  }

  async #forget(live: LiveUpload): Promise<void> {
    await live.expire();
    this.#live.delete(live.ticket.id);
    this.#restingBytes.delete(live.ticket.id);
  }

  /** A device has no access any more: its uploads go, with their reservations. Bytes that it sent whole stay for a day. */
  async dropDevice(sender: Sender): Promise<void> {
    for (const row of ticketsOf(this.#context.database, sender.libraryId, sender.deviceId)) {
      const live = await this.open(row);
      await live.stop();
      await this.#forget(live);
    }
  }

  /** Takes no more requests and breaks those that run; what came is written when it resolves. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#live.values()].map(async (live) => (await live).stop()));
    this.#live.clear();
  }
}
