import {
  decideUpload,
  keptAs,
  openUpload,
  parseBoolean,
  parseInteger,
  type Answer,
  type Ask,
  type Effect,
  type Upload,
} from '@rollcall/transfer';
import { UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS } from '@rollcall/protocol';
import { DatabaseFull } from '../database/database.ts';
import type { Body, Request, Response } from '../wire/messages.ts';
import { Slot, type Routine } from '../world/routine.ts';
import { storeBytes } from './ledger.ts';
import type { Machine } from './machine.ts';
import { dropTicket } from './tickets.ts';
import type { TicketRow } from './tables.ts';

type Send = Extract<Request, { route: 'send' | 'offset' }>;

interface Carrier {
  readonly body: Body | null;
  /** Null: the connection breaks. */
  readonly answer: Slot<Response | null>;
}

/** Milliseconds for a megabyte, and for the least of a piece. */
const ARRIVING_MS = 2;

/** One upload while it is in use: carries out what transfer's `decideUpload` decides, in the order decided. */
export class LiveUpload {
  readonly ticket: TicketRow;
  readonly #machine: Machine;
  #upload: Upload;
  #requests = 0;
  readonly #carriers = new Map<number, Carrier>();
  readonly #interrupted = new Set<number>();
  readonly #queue: (() => Routine)[] = [];
  #working = false;

  constructor(machine: Machine, ticket: TicketRow) {
    this.#machine = machine;
    this.ticket = ticket;
    const here = machine.blobs.incoming(ticket.id)?.length ?? 0;
    if (ticket.result !== null) this.#upload = { phase: 'complete', length: ticket.size, hash: ticket.result };
    else if (here <= ticket.size) this.#upload = openUpload(here, ticket.size);
    else {
      this.#upload = openUpload(0, ticket.size);
      this.#perform({ do: 'empty' });
    }
  }

  get offset(): number {
    return this.#upload.phase === 'open' ? this.#upload.offset : this.ticket.size;
  }

  get inUse(): boolean {
    return this.#carriers.size > 0;
  }

  get isWorking(): boolean {
    return this.#working;
  }

  /** Gives the answer to come. */
  ask(request: Send): Slot<Response | null> {
    const number = (this.#requests += 1);
    const answer = new Slot<Response | null>();
    this.#carriers.set(number, { body: request.route === 'send' ? request.body : null, answer });
    this.#happened({ type: 'asked', ask: askOf(request, number) });
    return answer;
  }

  expire(): void {
    this.#happened({ type: 'expired' });
  }

  #happened(event: Parameters<typeof decideUpload>[1]): void {
    const { upload, effects } = decideUpload(this.#upload, event);
    this.#upload = upload;
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case 'interrupt':
        this.#interrupted.add(effect.request);
        return;
      case 'break':
        this.#answer(effect.request, null);
        return;
      case 'answer':
        return this.#enqueue(this.#answering(effect.request, effect.answer));
      case 'empty':
        return this.#enqueue(this.#emptying());
      case 'forget':
        return this.#enqueue(this.#forgetting());
      case 'receive':
        return this.#enqueue(() => this.#receive(effect.request, effect.most));
      case 'finish':
        return this.#enqueue(() => this.#finish());
      default:
        return effect satisfies never;
    }
  }

  #enqueue(work: () => Routine): void {
    this.#queue.push(work);
    if (this.#working) return;
    this.#working = true;
    this.#machine.process.start('works on an upload', this.#work());
  }

  *#work(): Routine {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      try {
        yield* next();
      } catch (error) {
        if (!(error instanceof DatabaseFull)) throw error;
        for (const request of Array.from(this.#carriers.keys())) this.#answer(request, null);
      }
    }
    this.#working = false;
  }

  #answer(request: number, response: Response | null): void {
    this.#carriers.get(request)?.answer.bring(response);
    this.#carriers.delete(request);
  }

  #answering(request: number, answer: Answer): () => Routine {
    const give = (): void => this.#answer(request, responseOf(answer));
    return function* (): Routine {
      yield 0;
      give();
    };
  }

  #emptying(): () => Routine {
    const { blobs } = this.#machine;
    const { id } = this.ticket;
    return function* (): Routine {
      yield 0;
      blobs.empty(id);
    };
  }

  #forgetting(): () => Routine {
    const { machine, ticket } = { machine: this.#machine, ticket: this.ticket };
    return function* (): Routine {
      yield* machine.commit(() => dropTicket(machine.tables, ticket));
      machine.blobs.dropIncoming(ticket.id);
    };
  }

  /** Takes the body to the end of the file, in pieces, as they arrive. */
  *#receive(request: number, most: number): Routine {
    const body = this.#carriers.get(request)?.body ?? null;
    if (this.#machine.blobs.incoming(this.ticket.id) === null) this.#machine.blobs.empty(this.ticket.id);
    let how: 'whole' | 'broken' | 'overflow' | 'disk-full' = body?.whole === true ? 'whole' : 'broken';
    const piece = body?.piece ?? null;
    const pieces = piece === null ? 0 : Math.min(3, 1 + Math.floor((piece.to - piece.from) / 4_000_000));
    for (let part = 0; part < pieces; part += 1) {
      if (piece === null) break;
      const at = (share: number): number => piece.from + Math.floor(((piece.to - piece.from) * share) / pieces);
      const bytes = at(part + 1) - at(part);
      yield ARRIVING_MS + bytes / 1_000_000;
      if (this.#interrupted.has(request)) {
        how = 'broken';
        break;
      }
      if (at(part + 1) - piece.from > most) {
        how = 'overflow';
        break;
      }
      if (bytes > this.#machine.blobs.disk.free) {
        how = 'disk-full';
        break;
      }
      this.#machine.blobs.append(this.ticket.id, { of: piece.of, from: at(part), to: at(part + 1) });
      this.#happened({ type: 'arrived', bytes });
    }
    this.#interrupted.delete(request);
    this.#happened({ type: 'ended', how });
  }

  /** Verify, sync, name, sync the folder, write the row: in one turn with whoever collects bytes. */
  *#finish(): Routine {
    const { machine, ticket } = { machine: this.#machine, ticket: this.ticket };
    const found = machine.blobs.incoming(ticket.id)?.hash ?? '';
    const hash = keptAs(ticket.hash, found);
    yield 1;
    if (hash === null) return this.#happened({ type: 'mismatched', hash: found });
    try {
      yield* machine.blobs.inTurn(hash, this.#keep(hash));
    } catch (error) {
      if (!(error instanceof DatabaseFull)) throw error;
      return this.#happened({ type: 'unkept', why: 'server-disk-full' });
    }
    this.#happened({ type: 'kept', hash });
    this.#enqueue(this.#dropping());
  }

  *#keep(hash: string): Routine {
    const { machine, ticket } = { machine: this.#machine, ticket: this.ticket };
    yield* machine.blobs.keep(ticket.id, hash);
    const wasQuarantined = yield* machine.commit(() => {
      const { tables } = machine;
      const now = machine.now();
      const { library, device, id: upload, hash: announced, size } = ticket;
      storeBytes(tables, { library, device, upload, announced, hash, size, now });
      tables.tickets.set(ticket.id, { ...ticket, result: hash, touched: now });
      tables.checks.set(hash, 'sound');
      tables.loose.delete(hash);
      return tables.quarantine.delete(hash);
    });
    if (wasQuarantined) machine.blobs.dropQuarantined(hash);
  }

  #dropping(): () => Routine {
    const { machine, ticket } = { machine: this.#machine, ticket: this.ticket };
    return function* (): Routine {
      yield 0;
      machine.blobs.dropIncoming(ticket.id);
    };
  }
}

function askOf(request: Send, number: number): Ask {
  if (request.route === 'offset') return { kind: 'offset', request: number };
  const { headers, body, whole } = request;
  if (whole) return { kind: 'whole', request: number, contentLength: body.length };
  const told = (name: string): string | null => headers[name] ?? null;
  return {
    kind: 'append',
    request: number,
    offset: parseInteger(told(UPLOAD_HEADERS.offset)),
    complete: parseBoolean(told(UPLOAD_HEADERS.complete)),
    length: parseInteger(told(UPLOAD_HEADERS.length)),
    contentLength: body.length,
    partial: told('content-type') === UPLOAD_CONTENT_TYPE,
  };
}

export function responseOf({ status, headers, body }: Answer): Response {
  return { status, headers: headers, json: body };
}
