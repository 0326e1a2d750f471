import { UPLOAD_HEADERS } from '@rollcall/protocol';
import {
  decideUpload,
  formatInteger,
  keptAs,
  openUpload,
  type Ask,
  type Effect,
  type Ending,
  type Upload,
  type UploadEvent,
} from '@rollcall/transfer';
import { isDiskFull } from './file-error.ts';
import type { Carrier } from './carrier.ts';
import type { BytesContext } from './context.ts';
import type { Disk } from './disk.ts';
import { keepUpload } from './keep-upload.ts';
import type { Incoming } from './store.ts';
import { takeBody, type Taking } from './take-body.ts';
import { dropTicket, isStale, touchTicket, type Ticket } from './tickets.ts';

/** How far an upload is, is told each time that this many bytes have come: a sender holds back what was not told. */
const PROGRESS = 256 * 1024;

/** An ask without its request's number, which is given here. */
export type NewAsk = Ask extends infer A ? (A extends Ask ? Omit<A, 'request'> : never) : never;

/**
 * One upload while it is in use: carries out what `decideUpload` decides. What touches the file runs one
 * after another, in the order decided.
 */
export class LiveUpload {
  readonly ticket: Ticket;
  /** Milliseconds since 1970. */
  usedAt: number;
  readonly #context: BytesContext;
  readonly #disk: Disk;
  #upload: Upload;
  #touched: number;
  #incoming: Incoming | null = null;
  readonly #carriers = new Map<number, Carrier>();
  #requests = 0;
  #taking: { readonly request: number; readonly taking: Taking } | null = null;
  #interrupted = new Set<number>();
  #work: Promise<void> = Promise.resolve();

  private constructor(context: BytesContext, disk: Disk, ticket: Ticket, upload: Upload) {
    this.#context = context;
    this.#disk = disk;
    this.ticket = ticket;
    this.#upload = upload;
    this.#touched = ticket.touched;
    this.usedAt = context.clock.now();
  }

  static async of(context: BytesContext, disk: Disk, ticket: Ticket): Promise<LiveUpload> {
    if (ticket.result !== null)
      return new LiveUpload(context, disk, ticket, { phase: 'complete', length: ticket.size, hash: ticket.result });
    const found = await context.blobs.incomingStat(ticket.id);
    const live = new LiveUpload(context, disk, ticket, openUpload(Math.min(found?.size ?? 0, ticket.size), ticket.size));
    // More bytes than announced cannot have come in through here.
    if (found && found.size > ticket.size) {
      live.#upload = openUpload(0, ticket.size);
      live.#perform({ do: 'empty' });
    }
    return live;
  }

  /** Bytes that are still to come. */
  get missing(): number {
    return this.#upload.phase === 'open' ? this.#upload.length - this.#upload.offset : 0;
  }
  get offset(): number {
    return this.ticket.size - this.missing;
  }
  get phase(): Upload['phase'] {
    return this.#upload.phase;
  }
  get inUse(): boolean {
    return this.#carriers.size > 0;
  }

  /** Resolves when the request was answered or broken. */
  ask(ask: NewAsk, carrier: Carrier): Promise<void> {
    const request = (this.#requests += 1);
    this.#carriers.set(request, carrier);
    this.#keepAlive();
    this.#happened({ type: 'asked', ask: { ...ask, request } as Ask });
    return carrier.done.finally(() => {
      this.#carriers.delete(request);
      this.usedAt = this.#context.clock.now();
    });
  }

  /** Every answer tells how long the upload lives; whoever was told may rely on it. */
  #keepAlive(): void {
    const now = this.#context.clock.now();
    if (!isStale(this.#touched, now)) return;
    this.#touched = now;
    this.#enqueue(() => this.#context.write(() => touchTicket(this.#context.database, this.ticket.id, now)));
  }

  /** Idle for too long. Resolves when what it held is free. */
  async expire(): Promise<void> {
    this.#happened({ type: 'expired' });
    await this.#work;
  }

  /** Lets go of the file. The bytes stay. */
  async rest(): Promise<void> {
    this.#enqueue(async () => {
      await this.#incoming?.close();
      this.#incoming = null;
    });
    await this.#work;
  }

  /** Breaks every request, and resolves when what came is written. */
  async stop(): Promise<void> {
    this.#taking?.taking.interrupt();
    for (const carrier of this.#carriers.values()) carrier.break();
    await this.rest();
  }

  #happened(event: UploadEvent): void {
    const { upload, effects } = decideUpload(this.#upload, event);
    this.#upload = upload;
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case 'interrupt':
        this.#interrupted.add(effect.request);
        if (this.#taking?.request === effect.request) this.#taking.taking.interrupt();
        return;
      case 'break':
        this.#carriers.get(effect.request)?.break();
        return;
      case 'answer':
        // In order with the work before it: who reads the answer can rely on it.
        return this.#enqueue(async () => this.#carriers.get(effect.request)?.answer(effect.answer));
      case 'empty':
        return this.#enqueue(async () => (await this.#open()).empty());
      case 'forget':
        return this.#enqueue(() => this.#forget());
      case 'receive':
        return this.#enqueue(() => this.#receive(effect.request, effect.most));
      case 'finish':
        return this.#enqueue(() => this.#finish());
      default:
        return effect satisfies never;
    }
  }

  /** Work never fails: what goes wrong with one upload is told to its log, and to whoever waits for its answer. */
  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#context.log('an upload went wrong', { upload: this.ticket.id, error });
      for (const carrier of this.#carriers.values()) carrier.break();
    });
  }

  async #open(): Promise<Incoming> {
    this.#incoming ??= await this.#context.blobs.incoming(this.ticket.id);
    return this.#incoming;
  }

  async #receive(request: number, most: number): Promise<void> {
    let how: Ending = 'broken';
    const carrier = this.#carriers.get(request);
    try {
      if (carrier && !this.#interrupted.has(request)) how = await this.#take(request, carrier, most);
    } catch (error) {
      this.#context.log('bytes could not be taken', { upload: this.ticket.id, error });
      if (isDiskFull(error)) how = 'disk-full';
    }
    this.#interrupted.delete(request);
    this.#taking = null;
    this.#happened({ type: 'ended', how });
  }

  async #take(request: number, carrier: Carrier, most: number): Promise<Ending> {
    const incoming = await this.#open();
    await this.#disk.look();
    let told = incoming.size;
    carrier.inform({ [UPLOAD_HEADERS.offset]: formatInteger(told) });
    const taking = takeBody({
      request: carrier.request,
      incoming,
      most,
      roomLeft: () => {
        void this.#disk.look();
        return this.#disk.room() > 0;
      },
      onArrived: (bytes) => {
        this.#context.traffic.arrived(bytes);
        this.#happened({ type: 'arrived', bytes });
        if (incoming.size - told >= PROGRESS && incoming.size < this.ticket.size) {
          told = incoming.size;
          carrier.inform({ [UPLOAD_HEADERS.offset]: formatInteger(told) });
        }
      },
    });
    this.#taking = { request, taking };
    // An interruption that came while the file was being opened.
    if (this.#interrupted.has(request)) taking.interrupt();
    return taking.ended;
  }

  async #finish(): Promise<void> {
    try {
      const { context, ticket } = { context: this.#context, ticket: this.ticket };
      const incoming = await this.#open();
      const found = await incoming.hash();
      const hash = keptAs(ticket.hash, found);
      if (hash === null) return this.#happened({ type: 'mismatched', hash: found });
      await keepUpload(context, ticket, incoming, hash);
      this.#happened({ type: 'kept', hash });
      // The bytes have their name, and the ledger knows: the upload's own copy is not needed any more.
      this.#enqueue(() => this.#dropIncoming());
    } catch (error) {
      this.#context.log('an upload could not be kept', { upload: this.ticket.id, error });
      this.#happened({ type: 'unkept', why: isDiskFull(error) ? 'server-disk-full' : 'internal' });
    }
  }

  async #forget(): Promise<void> {
    await this.#context.write(() => dropTicket(this.#context.database, this.ticket));
    await this.#dropIncoming();
  }

  async #dropIncoming(): Promise<void> {
    await this.#incoming?.close();
    this.#incoming = null;
    await this.#context.blobs.dropIncoming(this.ticket.id);
  }
}
