import {
  Census,
  closingTrouble,
  doQuickly,
  fetchRank,
  dueOf,
  freeOf,
  laneOf,
  rollEntry,
  type LaneName,
  type QuickAction,
  type RollState,
  type Action,
  allUnits,
  type Conditions,
  type DeviceIdentity,
  fileUnit,
  type Known,
  isOff,
  isTimeFor,
  isVouched,
  type LocalFile,
  mayBegin,
  noteComingRate,
  type Planned,
  plannedWith,
  planUnit,
  readSettings,
  rollCallReceipt,
  takeAsked,
  type Transfer,
  type Trouble,
  type Unit,
  learnRows,
  toTryInRoom,
  tryAnew,
  withHeld,
  withTold,
  type WaitsForDisk,
} from '@rollcall/core';
import type { DurableStore } from '../store/durable-store.ts';
import { unitsToPlan } from '../store/open-units.ts';
import { mintId, PROTOCOL_VERSION, type Reason } from '@rollcall/protocol';
import { randomBytes } from 'node:crypto';
import { act } from '../actions/act.ts';
import { evict } from '../actions/evict.ts';
import { folderAtOnce } from '../folder/at-once.ts';
import { refusedCopy } from '../folder/copied-home.ts';
import { meetFolder, noteParted } from '../folder/meet.ts';
import { Naming } from '../folder/naming.ts';
import { dropParts } from '../folder/place.ts';
import type { Connection } from '../server/connection.ts';
import { Allowance } from '../conditions/allowance.ts';
import { freeSpace } from '../conditions/free-space.ts';
import { roomSince } from '../conditions/since.ts';
import { gateOf } from '../conditions/gate-of.ts';
import { Lookout } from '../conditions/lookout.ts';
import { BLIND, type Probe } from '../conditions/probe.ts';
import { Outlook } from '../conditions/outlook.ts';
import { BegunAnew, HeldBack } from '../server/gate.ts';
import type { Knocked } from '../server/knock.ts';
import { Asker } from '../work/asker.ts';
import { About } from './about.ts';
import { Answers } from './answers.ts';
import { Coming } from './coming.ts';
import { Courier } from './courier.ts';
import { DeviceRoom, freeInFull } from './device-room.ts';
import { Keeper } from './keeper.ts';
import { Knocker } from './knocker.ts';
import { Lane, LANE_WIDTH } from './lanes.ts';
import { Looker } from './looker.ts';
import { Looks } from './looks.ts';
import { Mender } from './mender.ts';
import { Obstacles } from './obstacles.ts';
import { Rehash } from './rehash.ts';
import { Room } from './room.ts';
import { RollCaller } from './roll-caller.ts';
import { RollTeller, type Told } from './roll-teller.ts';
import { Pieces } from '../work/pieces.ts';
import { Reserve } from '../work/reserve.ts';
import { Settlement } from '../work/settle.ts';
import type { Work } from '../work/work.ts';
import { Sums } from './sums.ts';
import { UnderWay } from './under-way.ts';

/** Units planned before other work gets its turn. */
const BREATH = 200;
/** How soon the agent looks at what it wrote itself. */
const WRITTEN_MS = 1500;
/** How often the server is asked, whatever the pokes say. */
const PULL_MS = 30_000;
const ROLL_MS = 500;
/** How soon it is told elsewhere how far something is that takes long. */
const PROGRESS_MS = 3000;
/** How soon a setting, or a condition that is simulated, is heeded. */
const HEED_MS = 250;
const LANES = ['read', 'send', 'fetch', 'disk'] as const satisfies LaneName[];
/** How soon it is noticed that the folder is gone, may not be read any more, or is back. */
const FOLDER_MS = 1000;
/** How soon what a command of this device asked for is begun; a person waits for it. */
const ASKED_MS = 50;
/** How soon it is noticed that nothing moves. */
const WATCH_MS = 250;
export interface EngineOptions {
  readonly store: DurableStore;
  readonly identity: DeviceIdentity;
  readonly connection: Connection;
  /** What looks at the surroundings; absent: nobody does. */
  readonly probe?: Probe;
  /** Called after something changed; what is shown is read from the engine then. */
  readonly changed?: () => void;
}

/** Bytes moved and files finished since the engine began. */
export interface Moved {
  up: number;
  down: number;
}

/**
 * Runs a device: looks, plans, acts, tells. All that it decides is in `core`'s planner; here is only
 * when to ask it, and who does what it says.
 */
export class Engine {
  readonly store: DurableStore;
  readonly identity: DeviceIdentity;
  readonly moved: Moved = { up: 0, down: 0 };
  readonly #connection: Connection;
  readonly #settlement: Settlement;
  readonly #naming: Naming;
  readonly #obstacles: Obstacles;
  readonly #looks: Looks;
  readonly #room: Room;
  readonly #courier: Courier;
  readonly #answers: Answers;
  readonly #mender: Mender;
  readonly #census: Census;
  readonly #teller: RollTeller;
  readonly #about = new About();
  readonly #sums: Sums;
  readonly #coming: Coming;
  readonly #rollCaller: RollCaller;
  readonly #lanes: Record<LaneName, Lane>;
  readonly #work: Work;
  readonly #rehash: Rehash;
  readonly #deviceRoom: DeviceRoom;
  readonly #keeper: Keeper;
  readonly #lookout: Lookout;
  readonly #outlook: Outlook;
  readonly #knocker: Knocker;
  readonly #allowance: Allowance;
  readonly #stop = new AbortController();
  readonly #changed: () => void;
  readonly #underWay: UnderWay;
  /** Ends what listens for pokes on a connection that leads nowhere any more. */
  #pokes = new AbortController();
  readonly #touched = new Set<Unit>();
  readonly #due = new Map<Unit, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #planning: Promise<void> | null = null;
  /** The folder was seen whole since the engine began, or since it came back. */
  #sawFolder = false;
  /** And all that was in it then is known by its bytes. */
  #knowsFolder = false;
  /** The server was asked what happened meanwhile, and has told, or does not answer. */
  #asked = false;
  /** Units whose action may not begin yet; planned again when more is known. */
  readonly #tooEarly = new Set<Unit>();
  /** When the feed was last heard to its end, by `performance.now()`; null: not since the folder is back. */
  #heard: number | null = null;
  /** Units whose action waits for a fresh word of the server. */
  readonly #unvouched = new Set<Unit>();
  /** A copy of this device that was refused; it bars nothing. */
  #copy: Trouble | null = null;
  /** When the library closes; null: it stays. */
  #closing: Trouble | null = null;
  #lastPull = 0;
  #started = false;
  #failure: unknown = null;

  constructor(options: EngineOptions) {
    const { store, identity, connection } = options;
    this.store = store;
    this.identity = identity;
    this.#connection = connection;
    // What is shown is read from rows that may be damaged: that ends the run in words, as any other fault of theirs.
    this.#changed = () => {
      try {
        options.changed?.();
      } catch (error) {
        this.#failure ??= error;
      }
    };
    this.#lookout = new Lookout(options.probe ?? BLIND, store, Date.now, {
      changed: () => this.#allowance.check(),
      broke: (error) => this.#broken(error),
    });
    this.#outlook = new Outlook(store, this.#lookout, identity.server, Date.now);
    this.#underWay = new UnderWay(store, Date.now);
    this.#knocker = new Knocker(connection, {
      answered: (knocked) => this.#answered(knocked),
      failed: (error) => {
        if (!this.#failed(error)) this.#broken(error);
      },
      broke: (error) => this.#broken(error),
    });
    this.#allowance = this.#makeAllowance(store, connection);
    this.#settlement = new Settlement(store);
    this.#sums = new Sums(store);
    this.#coming = new Coming(store);
    this.#naming = new Naming(identity.folder, store);
    this.#census = new Census(store);
    this.#closing = closingTrouble(store);
    this.#obstacles = this.#makeObstacles(store, identity);
    this.#looks = this.#makeLooks(store, identity);
    this.#room = this.#makeRoom(store, connection);
    this.#courier = new Courier(
      store,
      this.#settlement,
      connection,
      {
        touched: (units) => {
          this.touch(units);
          this.#room.mayHaveGrown();
        },
        refused: (refusal) => this.#obstacles.refused(refusal),
        broke: (error) => {
          if (!this.#failed(error)) this.#broken(error);
        },
        reached: () => {
          this.#outlook.answered();
          this.#obstacles.reached();
        },
        heard: () => {
          this.#heard = performance.now();
          const units = [...this.#unvouched, ...this.#census.afterFeed()];
          this.#unvouched.clear();
          this.touch(units);
        },
      },
      Date.now,
    );
    this.#answers = new Answers(store, this.#settlement, connection, {
      touched: (units) => this.touch(units),
      refused: (refusal) => this.#obstacles.refused(refusal),
      closing: () => this.#heedClosing(),
      obeyed: () => {
        this.#allowance.check();
        this.#rollCaller.whenDue();
      },
      broke: (error) => {
        if (!this.#failed(error)) this.#broken(error);
      },
    });
    this.#teller = this.#makeTeller(store, connection);
    this.#deviceRoom = this.#makeDeviceRoom(store, identity);
    this.#work = this.#makeWork(store, identity, connection);
    this.#keeper = this.#makeKeeper(store, identity);
    this.#rehash = new Rehash(
      this.#work,
      () => this.idle,
      (error) => this.#broken(error),
    );
    this.#mender = new Mender(this.#work, (error) => this.#broken(error));
    this.#rollCaller = this.#makeRollCaller();
    const lane = (name: LaneName, rank?: (unit: string) => number): Lane =>
      new Lane(LANE_WIDTH[name], (unit) => this.#act(unit as Unit, name), rank);
    const fetching = lane('fetch', (unit) => fetchRank(store, unit as Unit));
    this.#lanes = { read: lane('read'), send: lane('send'), fetch: fetching, disk: lane('disk') };
  }

  #makeRoom(store: DurableStore, connection: Connection): Room {
    return new Room(store, this.#settlement, () => [...this.#due.keys()].filter((unit) => this.#waitsForRoom(unit)), {
      touched: (units) => this.touch(units),
      free: () => this.#freeInCloud(connection),
      broke: (error) => this.#broken(error),
    });
  }

  #makeDeviceRoom(store: DurableStore, { folder }: DeviceIdentity): DeviceRoom {
    return new DeviceRoom({
      store,
      folder,
      policy: () => this.#allowance.policy,
      overrides: () => this.#lookout.overrides,
      transfers: () => this.#underWay.transfers,
      make: (bytes, signal) => this.#keeper.make(bytes, signal),
      came: () => this.#keeper.came(),
    });
  }

  #makeKeeper(store: DurableStore, { folder }: DeviceIdentity): Keeper {
    return new Keeper({
      store,
      folder,
      signal: this.#stop.signal,
      policy: () => this.#allowance.policy,
      room: () => this.#deviceRoom.now(),
      mayAsk: () => {
        const { server, folder: away, held = [] } = this.conditions();
        return this.#started && server.length + away.length + held.length === 0;
      },
      closes: () => this.#closing !== null,
      evict: (assetId) => evict(this.#work, assetId),
      touch: (units) => this.touch(units),
      broke: (error) => {
        if (!this.#failed(error)) this.#broken(error);
      },
    });
  }

  #makeTeller(store: DurableStore, connection: Connection): RollTeller {
    const files = (units: Iterable<Unit>): number[] =>
      [...units].filter((unit) => unit.startsWith('f:')).map((unit) => Number(unit.slice(2)));
    return new RollTeller(
      connection,
      () => this.state(),
      () => this.#told(),
      (key) => rollEntry(store, key, this.#census.reasons(fileUnit(key))),
      () => store.fileKeys(),
      () => this.#allowance.held.length > 0,
      () => files(this.#census.units()),
    );
  }

  #makeAllowance(store: DurableStore, connection: Connection): Allowance {
    const allowance = new Allowance(store, this.#lookout, () => connection.http.traffic, Date.now, {
      heldChanged: () => {
        this.touch(this.#census.units());
        if (this.#started && allowance.held.length === 0) void this.pull().then(() => this.#push());
        this.#changed();
      },
      rulesChanged: () => this.touch(allUnits(store)),
      simulatedChanged: () => {
        this.#obstacles.heedSimulated();
        if (this.#started && this.#obstacles.server === null) void this.pull().then(() => this.#push());
      },
    });
    connection.guard(gateOf(allowance, Date.now));
    return allowance;
  }

  #makeObstacles(store: DurableStore, identity: DeviceIdentity): Obstacles {
    return new Obstacles(store, identity, this.#outlook, {
      serverChanged: () => {
        this.#outlook.noteAnswered();
        this.touch(this.#census.units());
        this.#changed();
      },
      reached: (since) => {
        this.#underWay.beginAnew(since);
        this.touch(this.#census.units());
        void this.#push();
        this.#changed();
      },
      folderChanged: () => {
        this.#sawFolder = false;
        this.#knowsFolder = false;
        this.#heard = null;
        this.touch(allUnits(store));
      },
      folderBack: () => void this.#meetAgain(),
    });
  }

  /** The folder is back, as at the start of a run: it may have been put back to an earlier state while it was away. */
  async #meetAgain(): Promise<void> {
    try {
      await meetFolder(this.store, this.identity);
    } catch (error) {
      this.#broken(error);
    }
    await this.lookAround();
  }

  #makeLooks(store: DurableStore, identity: DeviceIdentity): Looks {
    const looker = new Looker(identity.folder, store, this.#settlement, Date.now, {
      rereads: () => !isOff(this.#allowance.held),
      naming: this.#naming,
      stays: () => this.#obstacles.checkFolder(),
      claimed: () => this.#work.claimed,
      meets: async () => {
        if (!noteParted(store, identity)) return;
        // Nothing is fetched before the copy is known as the folder was.
        this.#sawFolder = false;
        this.#knowsFolder = false;
        this.#heard = null;
        await meetFolder(store, identity);
        setImmediate(() => void this.lookAround());
      },
    });
    return new Looks(looker, store, {
      folderReady: () => this.#obstacles.checkFolder(),
      saw: (units) => this.touch(units),
      broke: (error) => this.#broken(error),
      ended: (sawAll) => {
        this.#sawFolder ||= sawAll;
        this.#answers.recount();
        this.#learn();
        this.#plan();
      },
    });
  }

  #makeRollCaller(): RollCaller {
    return new RollCaller(this.#work, this.#census, {
      lookAgain: async () => void (await Promise.all([this.lookAround(), this.pull()])),
      settled: () =>
        this.#touched.size === 0 && this.#planning === null && this.#looks.idle && this.#lanes.read.size === 0 && !this.#courier.busy,
      heard: () => this.#courier.atHead && this.#obstacles.server === null,
      removals: () => this.state().pendingRemovals,
      made: () => this.#tell(),
      broke: (error) => {
        if (!this.#failed(error)) this.#broken(error);
      },
    });
  }

  /** How this device is set, what it sees, and what came of the last roll call that was asked for. */
  #told(): Told {
    const now = Date.now();
    const free = roomSince(this.store, freeInFull(this.identity.folder, this.#lookout.overrides, now), now);
    const receipt = rollCallReceipt(this.store);
    return {
      about: this.#about.tell(readSettings(this.store), this.#lookout.readings, free, now, {
        storage: this.#sums.told(this.#allowance.policy.storage === 'optimise'),
        coming: this.#coming.told(this.#census, this.#underWay.transfers),
      }),
      ...(receipt === null ? {} : { receipt }),
    };
  }

  #makeWork(store: DurableStore, identity: DeviceIdentity, connection: Connection): Work {
    return {
      identity,
      root: identity.folder,
      store,
      settlement: this.#settlement,
      connection,
      asker: new Asker(connection),
      signal: this.#stop.signal,
      itemSignal: (unit) => AbortSignal.any([this.#stop.signal, this.#underWay.signal(unit)]),
      transferSignal: (unit) => AbortSignal.any([this.#stop.signal, this.#allowance.photos, this.#underWay.signal(unit)]),
      pieces: new Pieces(),
      now: Date.now,
      free: () => this.#free(),
      reserve: new Reserve(identity.folder),
      takeRoom: (unit, size, there, signal) => this.#deviceRoom.take(unit, size, there, signal),
      random: Math.random,
      mintId: () => mintId(Date.now(), randomBytes(10)),
      conditions: () => this.conditions(),
      folder: folderAtOnce(identity.folder),
      progress: (unit, transfer) => this.#progress(unit, transfer),
      transfer: (unit) => this.#underWay.transfers.get(unit) ?? null,
      touch: (units) => this.touch(units),
      failed: (error) => this.#failed(error),
      wanted: () => this.#mender.soon(),
      moved: (bytes, direction) => {
        this.moved[direction] += bytes;
      },
      arrived: () => this.#coming.arrived(),
      wrote: (path) => this.#looks.wrote(path),
      hashesInFlight: new Map(),
      furthest: new Map(),
      claimed: new Set(),
    };
  }

  /** Begins: looks around, pulls, plans everything. */
  async start(): Promise<void> {
    // What a command, or a run before, found says nothing of now: this engine finds out for itself.
    this.store.setNote('server-trouble', null);
    this.#outlook.start();
    noteComingRate(this.store, null);
    // Not a byte before it is known whether it may go.
    await this.#lookout.start();
    this.#allowance.check();
    if (this.#stop.signal.aborted) return;
    learnRows(this.store, PROTOCOL_VERSION);
    this.store.transact(() => tryAnew(this.store, Date.now()));
    this.#obstacles.checkFolder();
    this.#every(HEED_MS, () => this.#allowance.check());
    this.#every(1000, () => this.#wakeDue());
    // A folder that goes away tells nobody.
    this.#every(FOLDER_MS, () => this.#obstacles.checkFolder());
    this.#every(FOLDER_MS, () => {
      this.#copy = refusedCopy(this.store, Date.now());
    });
    this.#every(ROLL_MS, () => this.#tell());
    this.#every(PROGRESS_MS, () => this.#noteAnew(this.#underWay.gotOn()));
    this.#every(1000, () => this.#watchWork());
    this.#every(WATCH_MS, () => this.#watchWay());
    this.#knocker.knock();
    this.#every(1000, () => this.#mender.whenDue());
    this.#every(1000, () => this.#rollCaller.whenDue());
    this.#every(WRITTEN_MS, () => this.#looks.atWritten());
    this.#every(1000, () => this.#looks.whenDue());
    this.#every(1000, () => this.#rehash.whenDue(Date.now()));
    this.#every(1000, () => {
      this.#keepReserve();
      this.#keeper.whenDue();
    });
    this.#every(ASKED_MS, () => this.touch(takeAsked(this.store)));
    this.#every(1000, () => {
      if (performance.now() - this.#lastPull > PULL_MS && this.#obstacles.server === null) void this.pull();
    });
    // What was begun anew in the run before, and is done since, is forgotten when it is planned.
    this.touch([...unitsToPlan(this.store, this.conditions()), ...this.#underWay.begunAnew]);
    this.#started = true;
    this.#mender.whenDue();
    await Promise.all([this.lookAround(), this.#pullFirst()]);
  }

  async #pullFirst(): Promise<void> {
    await this.pull();
    this.#asked = true;
    this.touch(this.#census.units());
  }

  /** Ends what runs; what was moved stays, and goes on next time. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#lookout.stop();
    this.#connection.guard(null);
    for (const timer of this.#timers) clearInterval(timer);
    this.#looks.stop();
    this.#room.stop();
    this.#knocker.stop();
    for (const lane of Object.values(this.#lanes)) lane.clear();
    while (
      Object.values(this.#lanes).some((lane) => lane.size > 0) ||
      this.#planning ||
      this.#courier.busy ||
      this.#mender.busy ||
      this.#rollCaller.busy ||
      this.#answers.busy
    ) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await this.#rehash.stopped();
    await this.#keeper.stopped();
    if (!this.#started) return;
    try {
      this.#underWay.stop();
      this.#outlook.stop();
    } catch (error) {
      // What is not noted is only older than it could be; the run ends as it would have.
      this.#broken(error);
    }
  }

  /** Ends what listens for pokes, when all is being stopped or not even words may go; another one then. */
  get listening(): AbortSignal {
    return AbortSignal.any([this.#stop.signal, this.#allowance.words, this.#pokes.signal]);
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** What broke the engine itself; null: nothing. */
  get failure(): unknown {
    return this.#failure;
  }

  state(): RollState {
    const heard = this.#courier.atHead && this.#obstacles.server === null && this.#allowance.held.length === 0;
    const state = withHeld(this.#census.state(heard && this.store.outboxSize() === 0), this.#allowance.held);
    return withTold(
      state,
      [this.#copy, this.#closing].filter((trouble) => trouble !== null),
    );
  }

  conditions(): Conditions {
    const { held, policy } = this.#allowance;
    const { direction, leaveOut } = policy;
    const closing = this.#closing;
    const compressed = policy.storage === 'optimise';
    return { ...this.#obstacles.conditions(Date.now()), names: this.#naming.rules, held, direction, leaveOut, compressed, closing };
  }

  /** The library closes, or is kept, as the cloud said, or a command of this device. */
  #heedClosing(): void {
    const closing = closingTrouble(this.store);
    if (JSON.stringify(closing) === JSON.stringify(this.#closing)) return;
    this.#closing = closing;
    this.touch(this.#census.units());
    this.#changed();
  }

  transfers(): ReadonlyMap<Unit, Transfer> {
    return this.#underWay.transfers;
  }

  /** Nothing runs, nothing is queued, nothing waits to be told or heard. */
  get idle(): boolean {
    return (
      this.#started &&
      this.#touched.size === 0 &&
      this.#planning === null &&
      this.#looks.idle &&
      !this.#courier.busy &&
      !this.#answers.busy &&
      !this.#mender.busy &&
      !this.#keeper.busy &&
      !this.#rollCaller.busy &&
      Object.values(this.#lanes).every((lane) => lane.size === 0) &&
      (this.#obstacles.server !== null || this.#allowance.held.length > 0 || (this.#courier.atHead && this.store.outboxSize() === 0))
    );
  }

  /** The folder is looked through for the first time, or files are read: that takes as long as they are many and large. */
  get reading(): boolean {
    return !this.#looks.looked || this.#lanes.read.size > 0;
  }

  /** When the next thing is tried again by itself; null: nothing waits for a time. */
  get nextTry(): number | null {
    const times = [...this.#due.values()];
    const server = this.#obstacles.server?.nextTry;
    if (server != null) times.push(server);
    return times.length === 0 ? null : Math.min(...times);
  }

  *reasons(): IterableIterator<readonly [Unit, readonly Reason[]]> {
    yield* this.#census.entries();
  }

  /** Reports the roll at once. Resolves also when the server could not be told. */
  async tell(): Promise<void> {
    await this.#teller.tell().catch((error: unknown) => {
      if (!this.#failed(error)) this.#broken(error);
    });
  }

  async pull(): Promise<void> {
    this.#lastPull = performance.now();
    const { speech } = this.#allowance;
    if (speech === 'all') await Promise.all([this.#courier.pull(), this.#answers.fetch()]);
    else if (speech === 'words') await this.#answers.fetch();
  }

  poked(poke: Parameters<Courier['poked']>[0]): void {
    this.#lastPull = performance.now();
    if (this.#allowance.speech === 'all') this.#courier.poked(poke);
    if (poke.type === 'orders') void this.#answers.fetch();
    if (poke.type === 'wanted') this.#mender.soon();
    if (poke.type === 'room') this.#room.mayHaveGrown();
  }

  lookAround(): Promise<void> {
    return this.#looks.around();
  }

  lookAt(paths: readonly string[]): Promise<void> {
    return this.#looks.at(paths);
  }

  touch(units: Iterable<Unit>): void {
    for (const unit of units) this.#touched.add(unit);
    this.#plan();
  }

  #plan(): void {
    if (this.#touched.size === 0 || this.#stop.signal.aborted) return;
    this.#planning ??= this.#planAll()
      .catch((error: unknown) => this.#broken(error))
      .finally(() => {
        this.#planning = null;
        this.#changed();
        if (this.#touched.size > 0) this.#plan();
      });
  }

  async #planAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#touched.size > 0 && !this.#stop.signal.aborted) {
      const batch: Unit[] = [];
      for (const unit of this.#touched) {
        batch.push(unit);
        if (batch.length >= BREATH) break;
      }
      const quick: [LocalFile, QuickAction][] = [];
      const conditions = this.conditions();
      for (const unit of batch) {
        this.#touched.delete(unit);
        const planned = planUnit(this.store, unit, conditions, this.#underWay.transfers);
        this.#note(unit, planned, conditions.now);
        for (const other of plannedWith(this.store, planned)) this.#touched.add(other);
        for (const action of planned?.plan.actions ?? []) {
          const lane = laneOf(action);
          if (!mayBegin(action, this.#known())) this.#wait(unit, action);
          else if (lane !== null) this.#lanes[lane].add(unit);
          else if (planned?.kind === 'file') quick.push([planned.file, action as QuickAction]);
        }
      }
      for (const unit of this.#census.after(batch)) this.#touched.add(unit);
      if (quick.length > 0) await this.#doQuickly(quick);
      this.#learn();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** For more to be known. */
  #wait(unit: Unit, action: Action): void {
    if (mayBegin(action, { ...this.#known(), vouched: true })) {
      if (this.#unvouched.size === 0) void this.pull();
      this.#unvouched.add(unit);
    } else this.#tooEarly.add(unit);
  }

  #known(): Known {
    const { store } = this;
    return {
      folder: this.#knowsFolder,
      asked: this.#asked,
      vouched: isVouched(this.#heard, performance.now()),
      get unread() {
        return store.unread();
      },
    };
  }

  /** Nothing is fetched before what is here is read: it may be here already. What began too early to be done is planned again. */
  #learn(): void {
    if (this.#knowsFolder && this.#tooEarly.size === 0) return;
    if (this.store.unread() > 0) return;
    if (!this.#knowsFolder && this.#sawFolder) {
      this.#knowsFolder = true;
      dropParts(this.identity.folder, (hash) => this.store.twin(hash, 0) === null && this.store.match(hash) !== null);
      this.touch(this.#census.units());
    }
    if (!this.#knowsFolder || !this.#asked) return;
    const units = [...this.#tooEarly];
    this.#tooEarly.clear();
    this.touch(units);
  }

  async #doQuickly(quick: readonly [LocalFile, QuickAction][]): Promise<void> {
    const before = this.store.outboxSize();
    const touched = await this.#settlement.settle(() =>
      doQuickly(this.store, this.#work.folder, quick, { conditions: this.conditions(), transfers: this.#underWay.transfers }),
    );
    for (const unit of touched) this.#touched.add(unit);
    if (this.store.outboxSize() > before) void this.#push();
  }

  /** @param now when it was planned */
  #note(unit: Unit, planned: Planned, now: number): void {
    this.#census.note(unit, planned);
    if (this.#census.reasons(unit).length === 0) this.#underWay.done(unit);
    if (unit.startsWith('f:')) this.#teller.changed(Number(unit.slice(2)));
    const due = dueOf(this.store, planned, now);
    if (due === null) this.#due.delete(unit);
    else this.#due.set(unit, due);
  }

  /** Plans the unit again, for things may have changed while it waited, and does what is now to be done. */
  async #act(unit: Unit, lane: LaneName): Promise<void> {
    if (this.#stop.signal.aborted) return;
    try {
      const planned = planUnit(this.store, unit, this.conditions(), this.#underWay.transfers);
      const action = planned?.plan.actions.find((each) => laneOf(each) === lane);
      if (planned && action && mayBegin(action, this.#known())) await act(this.#work, planned, action);
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#broken(error);
    } finally {
      // A file that changed while it is sent is read beside that.
      const others = LANES.some((other) => other !== lane && this.#lanes[other].runs(unit));
      if (!others) this.#progress(unit, null);
      if (lane === 'fetch') this.#deviceRoom.give(unit);
      this.touch([unit]);
      this.#pushWhatWaits();
    }
  }

  #pushWhatWaits(): void {
    try {
      if (this.store.unanswered(1).length > 0) void this.#push();
    } catch (error) {
      this.#broken(error);
    }
  }

  #progress(unit: Unit, transfer: Transfer | null): void {
    const other = this.#underWay.progress(unit, transfer);
    if (other && transfer !== null) this.#noteAnew([unit]);
    this.#changed();
  }

  /** What is told of them is other than it was; nothing else is to be done. */
  #noteAnew(units: readonly Unit[]): void {
    const conditions = this.conditions();
    for (const unit of units) this.#note(unit, planUnit(this.store, unit, conditions, this.#underWay.transfers), conditions.now);
  }

  /** True: the error needs no more care, for the link or the server as a whole is concerned, or all is being stopped. */
  #failed(error: unknown): boolean {
    if (this.#stop.signal.aborted || error instanceof HeldBack || error instanceof BegunAnew) return true;
    try {
      return this.#obstacles.failed(error);
    } catch (unnoted) {
      this.#broken(unnoted);
      return true;
    }
  }

  #wakeDue(): void {
    const now = Date.now();
    const due = [...this.#due].filter(([, at]) => isTimeFor(at, now)).map(([unit]) => unit);
    const [forRoom = [], others = []] = [true, false].map((room) => due.filter((unit) => this.#waitsForRoom(unit) === room));
    if (forRoom.length > 0) this.#room.mayHaveGrown();
    const forDisk = others.flatMap((unit) => this.#waitsForDisk(unit));
    const waits = new Set(forDisk.map(({ unit }) => unit));
    const tried = forDisk.length === 0 ? [] : toTryInRoom(forDisk, this.#deviceRoom.now().free, (unit) => fetchRank(this.store, unit));
    const woken = [...others.filter((unit) => !waits.has(unit)), ...tried];
    for (const unit of woken) this.#due.delete(unit);
    if (woken.length > 0) this.touch(woken);
    this.#answers.heed(this.#census.units());
    // Another command of this device may have queued a change.
    if (this.#obstacles.server === null && this.store.unanswered(1).length > 0) void this.#push();
  }

  #waitsForDisk(unit: Unit): WaitsForDisk[] {
    const [primary] = this.#census.reasons(unit);
    if (primary?.code !== 'device-disk-full') return [];
    const { needed } = primary.evidence;
    return [{ unit, needed: typeof needed === 'number' ? needed : null }];
  }

  #waitsForRoom(unit: Unit): boolean {
    return this.#census.reasons(unit)[0]?.code === 'quota-full';
  }

  async #freeInCloud(connection: Connection): Promise<number | null> {
    try {
      const answer = await connection.call('library', {});
      return answer.ok ? freeOf({ used: answer.value.bytes, reserved: answer.value.reserved }, answer.value.quota) : null;
    } catch (error) {
      if (!this.#failed(error)) throw error;
      return null;
    }
  }

  /** What stands still is begun anew, and counted; nobody waits for it meanwhile. */
  #watchWork(): void {
    const { up, down } = this.#allowance.policy.limits;
    const { deaf } = this.#underWay.tick(up !== null || down !== null);
    this.#coming.tick(this.#lanes.fetch.size > 0, this.moved.down);
    for (const unit of deaf) for (const lane of Object.values(this.#lanes)) lane.giveUp(unit);
    const { meter } = this.#outlook;
    meter.tick(this.moved.up + this.moved.down, this.#connection.refusedPiece(), this.#isCarrying(), Date.now());
    if (this.#outlook.tick()) this.touch(this.#census.units());
  }

  /** Photos are on the way, as fast as the way lets them: no limit of the person's slows them. */
  #isCarrying(): boolean {
    const { up, down } = this.#allowance.policy.limits;
    return this.#underWay.moving && up === null && down === null && this.#obstacles.server === null;
  }

  /** A way that falls silent is noticed, and one that is barred is tried again in its time. */
  #watchWay(): void {
    const waits = this.#obstacles.server === null && (this.#underWay.onTheWay || this.#courier.busy);
    this.#knocker.tick(waits, this.#connection.http.carried, performance.now());
    if (this.#obstacles.server === null && this.#allowance.speech !== 'nothing') this.#askAfter();
    if (this.#obstacles.takeTry(Date.now())) {
      if (this.#obstacles.onTheWay) this.#knocker.knock();
      else void this.pull().then(() => this.#push());
    }
  }

  #askAfter(): void {
    this.#connection
      .askAfter(this.#stop.signal)
      // What listens for pokes may hang on such a connection as well.
      ?.then((lost) => {
        if (lost) this.#listenAnew();
      })
      .catch((error: unknown) => this.#broken(error));
  }

  #listenAnew(): void {
    this.#pokes.abort();
    this.#pokes = new AbortController();
  }

  /** The stream of pokes broke: perhaps nobody is there any more. */
  pokesBroke(): void {
    if (this.#started && this.#obstacles.server === null && !this.listening.aborted) this.#knocker.knock();
  }

  #answered(knocked: Knocked): void {
    this.#outlook.knocked(knocked);
    if (!this.#obstacles.onTheWay || this.#stop.signal.aborted) return;
    // What was asked before hangs on connections that may lead nowhere for long.
    this.#connection.beginAnew();
    this.#listenAnew();
    this.#obstacles.reached();
    void Promise.all([this.pull(), this.#push()]).then(() => Promise.all([this.pull(), this.#push()]));
  }

  #tell(): void {
    const { speech } = this.#allowance;
    const atHead = this.#courier.atHead && this.#obstacles.server === null && speech === 'all' ? '1' : '0';
    if (this.store.note('at-head') !== atHead) this.store.setNote('at-head', atHead);
    // Not before it is known that this is no copy: it would speak for the other one.
    const known = this.#courier.heard || speech === 'words';
    if (this.#obstacles.server === null && known && speech !== 'nothing' && !this.#stop.signal.aborted) void this.tell();
  }

  /** While something is held the outbox waits. */
  #push(): Promise<void> {
    return this.#allowance.speech === 'all' ? this.#courier.push() : Promise.resolve();
  }

  #keepReserve(): void {
    if (this.#obstacles.conditions(Date.now()).folder.length > 0) return;
    this.#work.reserve.keep(this.#allowance.policy, this.#deviceRoom.onDisk());
  }

  #free(): number {
    const free = freeSpace(this.identity.folder, this.#lookout.overrides, Date.now());
    return 'is' in free ? free.is : Number.POSITIVE_INFINITY;
  }

  #every(ms: number, task: () => void): void {
    const run = (): void => {
      try {
        task();
      } catch (error) {
        this.#broken(error);
      }
    };
    this.#timers.add(setInterval(run, ms));
  }

  /** A broken promise of our own code: it is not hidden. */
  #broken(error: unknown): void {
    this.#failure ??= error;
    this.#changed();
  }
}
