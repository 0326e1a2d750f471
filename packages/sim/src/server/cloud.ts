import { MIN_SUPPORTED, planted, PROTOCOL_VERSION } from '@rollcall/protocol';
import { DatabaseFull, type Copy } from '../database/database.ts';
import { Disk, PLAIN_DISK } from '../disk/disk.ts';
import { refused, type Request, type Response, type Sender } from '../wire/messages.ts';
import type { Chance } from '../world/chance.ts';
import { Process, Slot, type Routine } from '../world/routine.ts';
import type { Timeline } from '../world/timeline.ts';
import { Blobs } from './blobs.ts';
import { readHalves } from './halves.ts';
import { readNamed } from './named-halves.ts';
import type { Machine } from './machine.ts';
import { answerRequest, type Live } from './routes.ts';
import { readShots } from './shots.ts';
import { Tables } from './tables.ts';
import { beginHeartbeat, heartbeat, mendQuarantine, scrub } from './upkeep.ts';

/** How often the server does what it does by itself. Milliseconds. */
const HEARTBEAT_MS = 60_000;
/** The time a transaction takes to be on disk. */
const SYNC_MS = 2;

/** A copy of the whole data folder, made at one moment. */
export interface Backup {
  readonly database: Copy;
  readonly disk: Disk;
  readonly at: number;
}

/** When the server reads what came, after the feed has grown: at least, and at most. Milliseconds. */
const READING_MS = [20, 3000] as const;

export interface CloudEvents {
  /** The feed of a library has grown: whoever listens is poked. */
  grew(library: string): void;
  failed(error: unknown): void;
}

/** The server: its data folder, and the process that serves it while it runs. */
export class Cloud {
  readonly tables = new Tables();
  readonly blobs: Blobs;
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #events: CloudEvents;
  /** What its clock is ahead of the world's. */
  skew = 0;
  /** The version of the protocol that its program speaks, and the oldest that it takes. */
  speaks = { protocol: PROTOCOL_VERSION, least: MIN_SUPPORTED };
  /** What identifiers of Live Photos files carry; null: nobody reads them in this run. */
  pairIdOf: Machine['pairIdOf'] | null = null;
  /** What photos tell of their shots; null: nobody reads it in this run. */
  shotOf: Machine['shotOf'] | null = null;
  /** What halves of Live Photos tell but for the identifier; null: nobody reads it in this run. */
  namedHalfOf: Machine['namedHalfOf'] | null = null;
  /** Makes compressed versions; null: it makes none. */
  standInOf: Machine['standInOf'] | null = null;
  keptStandIn: Machine['keptStandIn'] | null = null;
  #reading = false;
  /** Another number after each time that the data folder was put back, or lost what was not on disk. */
  pasts = 0;
  #process: Process | null = null;
  #machine: Machine | null = null;
  readonly #live: Live = new Map();
  #beating = false;

  constructor(timeline: Timeline, chance: Chance, events: CloudEvents) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.#events = events;
    this.blobs = new Blobs(new Disk(1, PLAIN_DISK, () => this.now()));
    this.blobs.prepare();
    this.tables.facts.set('epoch', chance.hex(12));
    this.tables.database.sync();
  }

  get up(): boolean {
    return this.#process !== null;
  }

  get busy(): boolean {
    return (this.#process?.running ?? 0) > 0;
  }

  now(): number {
    return this.#timeline.now + this.skew;
  }

  /** @throws DatabaseFull where it cannot write that it begins */
  start(): void {
    if (this.#process) return;
    const process = new Process('cloud', this.#timeline, this.#chance, (error) => this.#events.failed(error));
    const { tables, blobs } = this;
    const machine: Machine = {
      tables,
      blobs,
      process,
      chance: this.#chance,
      now: () => this.now(),
      speaks: this.speaks,
      commit: (step) => commit(tables, step),
      pairIdOf: (bytes) => this.pairIdOf?.(bytes) ?? null,
      standInOf: (bytes, standIn) => this.standInOf?.(bytes, standIn) ?? null,
      keptStandIn: (standIn) => this.keptStandIn?.(standIn) ?? null,
      shotOf: (bytes, fileName) => this.shotOf?.(bytes, fileName) ?? null,
      namedHalfOf: (bytes, fileName) => this.namedHalfOf?.(bytes, fileName) ?? null,
      grew: (library) => {
        this.#events.grew(library);
        this.#read();
      },
    };
    tables.database.transact(() => {
      beginHeartbeat(machine);
      const generation = planted('one-generation') ? (tables.fact('generation') ?? this.#chance.hex(10)) : this.#chance.hex(10);
      if (generation !== tables.fact('generation'))
        for (const { id, head } of tables.libraries.values())
          tables.generations.set(tables.generations.size + 1, { library: id, generation, first: head + 1 });
      tables.facts.set('generation', generation);
    });
    tables.database.sync();
    mendQuarantine(machine);
    this.#process = process;
    this.#machine = machine;
    for (const id of blobs.list('incoming')) {
      const ticket = tables.tickets.get(id);
      if (!ticket || ticket.result !== null) blobs.dropIncoming(id);
    }
    this.#beat();
    this.#read();
  }

  /** The process ends, at this instant. What was committed stays. */
  kill(): void {
    this.#process?.kill();
    this.#process = null;
    this.#machine = null;
    this.#live.clear();
    this.#beating = false;
    this.#reading = false;
    this.blobs.forgetTurns();
  }

  losePower(): void {
    this.kill();
    this.pasts += 1;
    this.tables.database.losePower(this.#chance.fork(`power at ${this.#timeline.now}`));
    this.blobs.disk.losePower(this.#chance);
  }

  backUp(): Backup {
    return { database: this.tables.database.copy(), disk: this.blobs.disk.copy(), at: this.#timeline.now };
  }

  /** The data folder is what it was. With `said`, the owner tells so, as the handbook asks; without, nobody did. */
  putBack(backup: Backup, said: boolean): void {
    this.kill();
    this.pasts += 1;
    this.tables.database.restore(backup.database);
    this.blobs.disk.take(backup.disk);
    if (!said) return;
    this.tables.facts.set('epoch', this.#chance.hex(12));
    this.tables.facts.set('epoch-changed-seen', String(this.tables.seen));
    this.tables.database.sync();
  }

  /** Null: nobody listens. */
  receive(sender: Sender, request: Request): Slot<Response | null> | null {
    const machine = this.#machine;
    if (!machine) return null;
    const slot = new Slot<Response | null>();
    const answering = unlessFull(answerRequest(machine, this.#live, sender, request), () => refused('server-disk-full', 507));
    machine.process.start(`answers ${request.route}`, answering, (response) => slot.bring(response));
    return slot;
  }

  /** What happens at night. */
  scrub(): void {
    if (this.#machine)
      this.#machine.process.start(
        'hashes what it holds',
        unlessFull(scrub(this.#machine), () => undefined),
      );
  }

  /** What came is read a little later, as pictures are made of it. */
  #read(): void {
    if ([this.pairIdOf, this.shotOf, this.namedHalfOf].every((reads) => reads === null) || this.#reading) return;
    this.#reading = true;
    this.#process?.after(this.#chance.between(...READING_MS), 'reads what came', () => {
      this.#reading = false;
      if (this.#machine)
        this.#machine.process.start(
          'reads what came',
          unlessFull(readWhatCame(this.#machine), () => this.#read()),
        );
    });
  }

  beatNow(): void {
    if (!this.#machine || this.#beating) return;
    this.#beating = true;
    this.#machine.process.start(
      'beats',
      unlessFull(heartbeat(this.#machine, this.#live), () => undefined),
      () => {
        this.#beating = false;
      },
    );
  }

  #beat(): void {
    this.#process?.after(HEARTBEAT_MS, 'heartbeat', () => {
      this.beatNow();
      this.#beat();
    });
  }
}

/** What is refused for want of room ends there, and the server goes on. */
function* unlessFull<T>(routine: Routine<T>, otherwise: () => T): Routine<T> {
  try {
    return yield* routine;
  } catch (error) {
    if (!(error instanceof DatabaseFull)) throw error;
    return otherwise();
  }
}

function written<T>({ database }: Tables, step: () => T): T {
  let done: { readonly value: T } | null = null;
  try {
    return database.transact(() => {
      done = { value: step() };
      return done.value;
    });
  } catch (error) {
    if (done === null || !(error instanceof DatabaseFull) || !planted('refused-is-answered')) throw error;
    return (done as { readonly value: T }).value;
  }
}

function* commit<T>(tables: Tables, step: () => T): Routine<T> {
  const value = written(tables, step);
  if (planted('acknowledged-before-synced')) return value;
  yield SYNC_MS;
  tables.database.sync();
  yield 0;
  return value;
}

function* readWhatCame(machine: Machine): Routine {
  yield* readHalves(machine);
  yield* readNamed(machine);
  yield* readShots(machine);
}
