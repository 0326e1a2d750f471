import {
  allUnits,
  Census,
  carryOut,
  closingTrouble,
  doQuickly,
  dueOf,
  endKeptFor,
  fileUnit,
  freeUpAsked,
  heedClosing,
  isTimeFor,
  isVouched,
  judgePolicy,
  laneOf,
  mayBegin,
  mayHave,
  noteLook,
  noteRehashed,
  plannedWith,
  planUnit,
  speechWhile,
  recountHeld,
  SECOND_LOOK_MS,
  siblingUnits,
  takeAsked,
  type Action,
  type Conditions,
  type Evictable,
  type Known,
  type LaneName,
  type LocalFile,
  type Planned,
  type Policy,
  type QuickAction,
  type Surroundings,
  type Transfer,
  type Trouble,
  type Unit,
  type Walked,
  isOff,
} from '@rollcall/core';
import { mintId, planted, type ChangesPage, type Closing, type Reason, type WaitingOrder } from '@rollcall/protocol';
import type { Disk } from '../disk/disk.ts';
import type { Gallery } from '../disk/gallery.ts';
import type { Reply, Request } from '../wire/messages.ts';
import type { Chance } from '../world/chance.ts';
import { filled, type Process, type Routine, type Slot } from '../world/routine.ts';
import type { Appointment } from '../world/timeline.ts';
import { Courier } from './courier.ts';
import { callRoll } from './roll-call.ts';
import { evict, type Evicted } from './evicting.ts';
import { fetchNew, fetchOver } from './fetching.ts';
import { isToKeep, keepRoom } from './keeping.ts';
import { dropParts, folderOf, rulesOf, stampOfStats, walk } from './folder.ts';
import type { MemoryDeviceStore } from './memory-store.ts';
import { LASTING_MS, Obstacles } from './obstacles.ts';
import { dropStandIn, removeFile, renameFile } from './on-disk.ts';
import { readFile } from './reading.ts';
import { mend, sendBytes, sendChange, sendNew, sendSidecar } from './sending.ts';
import { settle, type Answer, type Touching, type Work } from './work.ts';

const LANE_WIDTH: Record<LaneName, number> = { read: 2, send: 6, fetch: 6, disk: 2 };
/** How often the server is asked, and the folder looked at whole, whatever pokes and the watcher say. Milliseconds. */
const PULL_MS = 30_000;
const LOOK_AROUND_MS = 60_000;
const WRITTEN_MS = 1500;
/** How often it is looked whether room is short, and how soon again after room was made. Milliseconds. */
const KEEP_MS = 2000;
const EXHAUSTED_MS = 5000;
const CLOSED_MS = 5000;
/** Plans in a row of what nothing but plans has changed. */
const FIXPOINT = 40;

export interface AgentParts {
  readonly name: string;
  readonly store: MemoryDeviceStore;
  readonly process: Process;
  readonly chance: Chance;
  readonly gallery: Gallery;
  readonly page: number;
  disk(): Disk;
  now(): number;
  deviceId(): string;
  policy(): Policy;
  around(): Surroundings;
  /** Its person keeps originals in the cloud only. */
  compressed(): boolean;
  /** So many bytes of photos may go over the link now, and are counted. */
  mayPass(bytes: number): boolean;
  /** Told of each thing that is begun, for whoever counts. */
  acting(unit: Unit, does: Action['do']): void;
  send(request: Request): Slot<Reply>;
  touching(touching: Touching): void;
  /** Bytes that photos may take here while its person keeps originals in the cloud; null: no bound. */
  budget(): number | null;
  /** Told when an original may give way, at the moment in which that was judged last. */
  letsGo(file: LocalFile): void;
  /** Told in which order photos are to make room, and whether a person wants it. */
  ordered(order: readonly Evictable[], byHand: boolean): void;
  /** Told what became of a photo whose originals were to give way. */
  evicted(evicted: Evicted): void;
  /** A file has its place since just now: for how long this program stands still then. Milliseconds; 0: it does not. */
  laid(path: string): number;
  /** How much longer it takes to read a file, for the machine is busy. Milliseconds. */
  slower(path: string): number;
  pulled(pages: readonly ChangesPage[]): void;
  /** State and folder tell each other which run this is. */
  meet(): void;
  /** The run itself is broken: what is to be noted cannot be. */
  broken(error: unknown): void;
  /** This is a copy of another device. */
  forked(): void;
  /** The planner did not come to rest. */
  restless(unit: Unit): void;
}

interface Lane {
  readonly queue: Set<Unit>;
  readonly running: Set<Unit>;
}

/** One run of the agent: looks, plans, acts, as the agent's engine does. All that it decides is core's. */
export class Agent {
  readonly census: Census;
  readonly #parts: AgentParts;
  readonly #work: Work;
  readonly #courier: Courier;
  readonly #obstacles: Obstacles;
  readonly #touched = new Set<Unit>();
  readonly #transfers = new Map<Unit, Transfer>();
  /** Another number after each change of a transfer. */
  progressed = 0;
  readonly #due = new Map<Unit, number>();
  readonly #lanes: Record<LaneName, Lane>;
  readonly #written = new Set<string>();
  #folder: Trouble | null = null;
  #planning = false;
  #looking = 0;
  #sawFolder = false;
  #knowsFolder = false;
  /** The server was asked what happened meanwhile, and has told, or does not answer. */
  #asked = false;
  readonly #tooEarly = new Set<Unit>();
  /** When the feed was last heard to its end; null: not since the folder is back. */
  #heard: number | null = null;
  /** Units whose action waits for a fresh word of the server. */
  readonly #unvouched = new Set<Unit>();
  #lastPull = 0;
  #nextLook = 0;
  #secondLook: number | null = null;
  #atWritten: number | null = null;
  #nextClosed: number | null = null;
  #mending = false;
  #answering = false;
  #keeping = false;
  #nextKeep = 0;
  /** Photos that were kept when room was made, until when. */
  readonly #kept = new Map<string, number>();
  #alarm: Appointment | null = null;
  #alarmAt = Number.POSITIVE_INFINITY;
  #forking = false;
  #ending = false;
  /** What was held when it was looked at last. */
  #heldBefore = '[]';

  constructor(parts: AgentParts) {
    this.#parts = parts;
    this.census = new Census(parts.store);
    this.#obstacles = new Obstacles(parts.chance);
    this.#work = this.#makeWork(parts);
    const lane = (): Lane => ({ queue: new Set(), running: new Set() });
    this.#lanes = { read: lane(), send: lane(), fetch: lane(), disk: lane() };
    this.#courier = new Courier(
      this.#work,
      {
        refused: (answer) => void this.#failed(answer),
        reached: () => {
          if (!this.#obstacles.reached()) return;
          this.touch(this.census.units());
          this.#push();
        },
        pulled: (pages) => parts.pulled(pages),
        heard: () => {
          this.#heard = parts.now();
          const units = [...this.#unvouched, ...this.census.afterFeed()];
          this.#unvouched.clear();
          this.touch(units);
        },
        rested: () => this.#rested(),
      },
      parts.page,
    );
  }

  #rested(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.touch(this.census.units());
  }

  #makeWork(parts: AgentParts): Work {
    return {
      store: parts.store,
      process: parts.process,
      chance: parts.chance,
      gallery: parts.gallery,
      disk: () => parts.disk(),
      ready: () => this.#isReady(),
      now: () => parts.now(),
      mintId: () => mintId(parts.now(), parts.chance.bytes(10)),
      conditions: () => this.conditions(),
      progress: (unit, transfer) => this.#progress(unit, transfer),
      transfer: (key) => this.#transfers.get(fileUnit(key)) ?? null,
      touch: (units) => this.touch(units),
      ask: (request) => filled(parts.send(request)),
      call: (request) => call(parts.send(request)),
      failed: (answer) => this.#failed(answer),
      wanted: () => this.mendCloud(),
      mayMove: () => this.#held().length === 0,
      mayPass: (bytes) => parts.mayPass(bytes),
      touching: (touching) => parts.touching(touching),
      letsGo: (file) => parts.letsGo(file),
      wrote: (path) => {
        this.#written.add(path);
        this.#atWritten ??= parts.now() + WRITTEN_MS;
        this.#arm();
      },
      slower: (path) => parts.slower(path),
      laid: function* (path) {
        const still = parts.laid(path);
        if (still > 0) yield still;
      },
      inFlight: new Set(),
      claimed: new Set(),
    };
  }

  start(): void {
    this.checkFolder();
    this.touch(allUnits(this.#parts.store));
    this.lookAround();
    this.pull();
    if (this.#parts.store.unanswered(1).length > 0) this.#push();
  }

  /** Nothing runs, nothing is queued, nothing waits to be told or heard. */
  get idle(): boolean {
    return (
      this.#touched.size === 0 &&
      !this.#planning &&
      this.#looking === 0 &&
      this.#secondLook === null &&
      this.#written.size === 0 &&
      !this.#courier.busy &&
      !this.#mending &&
      !this.#answering &&
      !this.#keeping &&
      Object.values(this.#lanes).every(({ queue, running }) => queue.size === 0 && running.size === 0) &&
      (this.#obstacles.server !== null || this.#held().length > 0 || (this.#courier.atHead && this.#parts.store.outboxSize() === 0))
    );
  }

  /** Everything is planned that was touched, and nothing runs that could touch more: what is told of each unit is what its plan is now. */
  get planned(): boolean {
    // A run that is about to end looks after nothing any more.
    if (this.#ending || this.#touched.size > 0 || this.#planning || this.#parts.process.running > 0) return false;
    // What its person has set, or the link, is noticed a moment later.
    return this.#heldCodes() === this.#heldBefore;
  }

  /** Nothing stands between here and the server. */
  get reached(): boolean {
    return this.#obstacles.server === null && this.#courier.atHead;
  }

  /** Nothing can be noted any more: the run ends within a moment. */
  ends(): void {
    this.#ending = true;
  }

  /** When something that failed is tried again; null: nothing waits for a time. */
  get nextTry(): number | null {
    const times = [...this.#due.values()];
    return times.length === 0 ? null : Math.min(...times);
  }

  /** What waits for a time. */
  get due(): readonly Unit[] {
    return [...this.#due.keys()];
  }

  get state(): ReturnType<Census['state']> {
    return this.census.state(this.reached && this.#parts.store.outboxSize() === 0);
  }

  reasons(unit: Unit): readonly Reason[] {
    return this.census.reasons(unit);
  }

  /** What is not in sync, and why. */
  reasonsOpen(): IterableIterator<readonly [Unit, readonly Reason[]]> {
    return this.census.entries();
  }

  conditions(): Conditions {
    const now = this.#parts.now();
    const server = this.#obstacles.server;
    return {
      now,
      server: server === null ? [] : [server],
      held: this.#held(),
      folder: this.#folder === null ? [] : [this.#folder],
      names: rulesOf(this.#parts.disk()),
      direction: this.#parts.policy().direction,
      leaveOut: this.#parts.policy().leaveOut,
      ...(this.#parts.compressed() ? { compressed: true } : {}),
    };
  }

  /** What the person's settings hold back. */
  #held(): readonly Trouble[] {
    return judgePolicy(this.#parts.policy(), this.#parts.around(), this.#parts.now());
  }

  #heldCodes(): string {
    return JSON.stringify(this.#held().map(({ code }) => code));
  }

  /** Settings or the world around have changed. */
  surroundingsChanged(): void {
    this.touch([...this.census.units(), ...allUnits(this.#parts.store)]);
    const held = this.#heldCodes();
    if (held === this.#heldBefore) return;
    this.#heldBefore = held;
    if (this.#held().length > 0) return;
    this.pull();
    if (this.#parts.store.unanswered(1).length > 0) this.#push();
  }

  /** The person wants room: an original gives way to a compressed version, where it may. */
  evict(assetId: string): void {
    this.#parts.process.start('evicts', evict(this.#work, assetId), (evicted) => {
      this.#parts.evicted(evicted);
      this.touch(siblingUnits(this.#parts.store, assetId));
    });
  }

  /** Where what is here is over its budget, originals make room; nobody asks for it. What is pinned comes back. */
  #keep(): void {
    const { store, process, evicted, ordered } = this.#parts;
    const budget = this.#parts.budget();
    if (!this.#keeps || this.#keeping || !isTimeFor(this.#nextKeep, this.#parts.now(), EXHAUSTED_MS)) return;
    this.#nextKeep = this.#parts.now() + KEEP_MS;
    const work = this.#work;
    const isOpen = (): boolean => this.#parts.compressed() && this.reached && this.#isReady();
    if (!isOpen() || !isToKeep({ work, budget })) return;
    this.#keeping = true;
    const told = (assetId: string, each: Evicted): void => {
      evicted(each);
      this.touch(siblingUnits(store, assetId));
    };
    process.start('makes room', keepRoom({ work, budget, kept: this.#kept, isOpen, ordered, told }), () => {
      this.#keeping = false;
      this.#nextKeep = this.#parts.now() + EXHAUSTED_MS;
      this.#arm();
    });
  }

  /** There may be something to keep within. */
  get #keeps(): boolean {
    return this.#parts.budget() !== null || freeUpAsked(this.#parts.store) !== null;
  }

  /** Is all that is here safe in the cloud, now? Then the person may erase it. */
  askSafe(erase: (paths: readonly string[]) => void): void {
    this.#parts.process.start(
      'calls the roll',
      callRoll(this.#work, () => this.idle && this.reached),
      (paths) => {
        if (paths !== null) erase(paths);
      },
    );
  }

  transfers(): ReadonlyMap<Unit, Transfer> {
    return this.#transfers;
  }

  #progress(unit: Unit, transfer: Transfer | null): void {
    this.progressed += 1;
    if (transfer === null) this.#transfers.delete(unit);
    else this.#transfers.set(unit, transfer);
  }

  pull(): void {
    this.#lastPull = this.#parts.now();
    const speech = speechWhile(this.#held());
    if (speech === 'all') this.#courier.pull();
    else this.#rested();
    if (speech !== 'nothing') this.#fetchOrders();
    this.#arm();
  }

  /** While something is held the outbox waits. */
  #push(): void {
    if (this.#held().length === 0) this.#courier.push();
  }

  poked(): void {
    this.pull();
  }

  /** The watcher tells of changed paths, or somebody answered a question here. */
  lookAt(paths: readonly string[]): void {
    const disk = this.#parts.disk();
    // Under the name that was told, and the one under which the disk lists it.
    if (this.checkFolder()) this.#look([...new Set(paths.flatMap((path) => [path, disk.stat(path)?.path ?? disk.listed(path)]))]);
  }

  lookAround(): void {
    this.#nextLook = this.#parts.now() + LOOK_AROUND_MS;
    if (this.checkFolder()) this.#look(['']);
    this.#arm();
  }

  answered(): void {
    this.touch([...this.census.units(), ...allUnits(this.#parts.store)]);
    if (this.#parts.store.unanswered(1).length > 0) this.#push();
  }

  touch(units: Iterable<Unit>): void {
    for (const unit of units) this.#touched.add(unit);
    if (this.#touched.size === 0 || this.#planning) return;
    this.#planning = true;
    this.#parts.process.start('plans', this.#planAll(), () => {
      this.#planning = false;
      if (this.#touched.size > 0) this.touch([]);
    });
  }

  *#planAll(): Routine {
    const { store } = this.#parts;
    yield 0;
    for (let wave = 0; this.#touched.size > 0; wave += 1) {
      // What is held may be so for a moment only: whoever plans by it has noticed it.
      if (this.#heldCodes() !== this.#heldBefore) this.surroundingsChanged();
      const batch = [...this.#touched];
      this.#touched.clear();
      if (wave > FIXPOINT) this.#parts.restless(batch[0] as Unit);
      const quick: (readonly [LocalFile, QuickAction])[] = [];
      const conditions = this.conditions();
      for (const unit of batch) {
        const planned = planUnit(store, unit, conditions, this.#transfers);
        this.#note(unit, planned, conditions.now);
        for (const other of plannedWith(store, planned)) this.#touched.add(other);
        for (const action of planned?.plan.actions ?? []) {
          const lane = laneOf(action);
          if (!mayBegin(action, this.#known())) this.#wait(unit, action);
          else if (lane !== null) this.#enter(lane, unit);
          else if (planned?.kind === 'file') quick.push([planned.file, action as QuickAction]);
        }
      }
      for (const unit of this.census.after(batch)) this.#touched.add(unit);
      if (quick.length > 0) yield* this.#doQuickly(quick);
      this.#learn();
      yield 0;
    }
  }

  *#doQuickly(quick: readonly (readonly [LocalFile, QuickAction])[]): Routine {
    const { store } = this.#parts;
    const before = store.outboxSize();
    const removing = (path: string): void => this.#parts.touching({ does: 'remove', path, why: 'the end of a rename' });
    const facts = { conditions: this.conditions(), transfers: this.#transfers };
    const touched = yield* settle(this.#work, () => doQuickly(store, folderOf(this.#parts.disk(), removing), quick, facts));
    for (const unit of touched) this.#touched.add(unit);
    if (store.outboxSize() > before) this.#push();
  }

  #note(unit: Unit, planned: Planned, now: number): void {
    this.census.note(unit, planned);
    const due = dueOf(this.#parts.store, planned, now);
    if (due === null) this.#due.delete(unit);
    else {
      this.#due.set(unit, due);
      this.#arm();
    }
  }

  /** For more to be known. */
  #wait(unit: Unit, action: Action): void {
    if (mayBegin(action, { ...this.#known(), vouched: true })) {
      if (this.#unvouched.size === 0) this.pull();
      this.#unvouched.add(unit);
    } else this.#tooEarly.add(unit);
  }

  #known(): Known {
    const { store } = this.#parts;
    return {
      folder: this.#knowsFolder,
      asked: this.#asked,
      vouched: isVouched(this.#heard, this.#parts.now()),
      get unread() {
        return store.unread();
      },
    };
  }

  /** Nothing is fetched before what is here is read: it may be here already. What began too early to be done is planned again. */
  #learn(): void {
    const { store } = this.#parts;
    if (this.#knowsFolder && this.#tooEarly.size === 0) return;
    if (store.unread() > 0) return;
    if (!this.#knowsFolder && this.#sawFolder) {
      this.#knowsFolder = true;
      dropParts(this.#parts.disk(), (hash) => store.twin(hash, 0) === null && store.match(hash) !== null);
      this.touch(this.census.units());
    }
    if (!this.#knowsFolder || !this.#asked) return;
    const units = [...this.#tooEarly];
    this.#tooEarly.clear();
    this.touch(units);
  }

  #enter(name: LaneName, unit: Unit): void {
    const lane = this.#lanes[name];
    if (lane.running.has(unit)) return;
    lane.queue.add(unit);
    this.#next(name);
  }

  #next(name: LaneName): void {
    const lane = this.#lanes[name];
    while (lane.running.size < LANE_WIDTH[name]) {
      const [unit] = lane.queue;
      if (unit === undefined) return;
      lane.queue.delete(unit);
      lane.running.add(unit);
      this.#parts.process.start(name, this.#act(unit, name), () => {
        lane.running.delete(unit);
        this.#next(name);
      });
    }
  }

  /** Plans the unit again, for things may have changed while it waited, and does what is now to be done. */
  *#act(unit: Unit, lane: LaneName): Routine {
    yield 0;
    const { store } = this.#parts;
    const planned = planUnit(store, unit, this.conditions(), this.#transfers);
    const action = planned?.plan.actions.find((each) => laneOf(each) === lane);
    try {
      if (planned && action && mayBegin(action, this.#known())) {
        this.#parts.acting(unit, action.do);
        yield* this.#do(planned, action);
      }
    } catch (error) {
      this.#parts.broken(error);
    }
    this.#progress(unit, null);
    this.touch([unit]);
    if (store.unanswered(1).length > 0) this.#push();
  }

  *#do(planned: NonNullable<Planned>, action: Action): Routine {
    const work = this.#work;
    if (planned.kind === 'asset') {
      if (action.do === 'fetch') yield* fetchNew(work, action);
      return;
    }
    const { file } = planned;
    switch (action.do) {
      case 'hash':
        return yield* readFile(work, file);
      case 'send-new':
        return yield* sendNew(work, file);
      case 'send-change':
        return yield* sendChange(work, file, action.assetId);
      case 'send-sidecar':
        return yield* sendSidecar(work, file, action);
      case 'mend':
        return yield* mend(work, file, action.assetId, action.found);
      case 'fetch':
        return yield* fetchOver(work, file, action);
      case 'remove-file':
        return yield* removeFile(work, file, action.assetId);
      case 'rename-file':
        return yield* renameFile(work, file, action.assetId, action.name);
      case 'drop-stand-in':
        return yield* dropStandIn(work, file, action.assetId);
      case 'bind':
      case 'take-over':
      case 'trash':
      case 'forget-file':
      case 'rename-asset':
      case 'let-go':
        return;
      default:
        return action satisfies never;
    }
  }

  #look(paths: readonly string[]): void {
    this.#looking += 1;
    this.#parts.process.start('looks', this.#looks(paths), (sawAll) => {
      this.#looking -= 1;
      this.#sawFolder ||= sawAll;
      const { store } = this.#parts;
      if (store.transact(() => recountHeld(store))) this.touch(store.held().map((file) => fileUnit(file.key)));
      this.#learn();
      this.#arm();
    });
  }

  /** A look takes its time: what comes or goes meanwhile may be seen or not. */
  *#looks(covered: readonly string[]): Routine<boolean> {
    const { store } = this.#parts;
    const disk = this.#parts.disk();
    const first = walk(disk, covered);
    yield 2;
    if (!this.#isReady() || this.#parts.disk().dev !== disk.dev) return false;
    const second = walk(disk, covered);
    const pivot = first.files[this.#parts.chance.below(first.files.length + 1)]?.path ?? '\uffff';
    const files = [...first.files.filter(({ path }) => path < pivot), ...second.files.filter(({ path }) => path >= pivot)];
    const still = namesOf(first) === namesOf(second);
    const { claimed } = this.#work;
    const looked = {
      files,
      unknown: second.unknown,
      still,
      covered,
      rules: rulesOf(disk),
      rereads: !isOff(this.#held()),
      claimed,
      now: this.#parts.now(),
    };
    if (covered.includes('')) this.#nextClosed = second.unknown.length > 0 ? this.#parts.now() + CLOSED_MS : null;
    const { touched, missing } = yield* settle(this.#work, () => noteLook(store, looked));
    // A disk that went away while it was looked at must not count as an empty folder.
    if (!this.checkFolder()) return false;
    this.touch(touched);
    if (missing > 0) this.#secondLook ??= this.#parts.now() + SECOND_LOOK_MS + 50;
    return covered.includes('');
  }

  /** Looks at the folder as a whole. True: nothing is wrong with it. */
  checkFolder(): boolean {
    const before = this.#folder?.code ?? null;
    const { marker } = this.#parts.disk();
    const now = this.#parts.now();
    const trouble = (code: Trouble['code']): Trouble => ({ code, evidence: {}, tries: 0, nextTry: null, since: now });
    if (marker === null && planted('unmounted-is-empty')) this.#folder = null;
    else if (marker === null) this.#folder = before === 'folder-missing' ? this.#folder : trouble('folder-missing');
    else if (marker.deviceId !== this.#parts.deviceId())
      this.#folder = before === 'wrong-account' ? this.#folder : trouble('wrong-account');
    else this.#folder = null;
    if ((this.#folder?.code ?? null) !== before) {
      this.#sawFolder = false;
      this.#knowsFolder = false;
      this.#heard = null;
      this.touch(allUnits(this.#parts.store));
      if (this.#folder === null && before !== null) {
        // It may have been put back while it was away.
        this.#parts.meet();
        this.lookAround();
      }
    }
    return this.#folder === null;
  }

  #isReady(): boolean {
    const { marker } = this.#parts.disk();
    return marker?.deviceId === this.#parts.deviceId() || (marker === null && planted('unmounted-is-empty'));
  }

  #failed(answer: Answer): boolean {
    if (answer.is === 'refusal' && answer.code === 'device-forked' && !this.#forking) {
      this.#forking = true;
      this.#parts.forked();
    }
    const taken = this.#obstacles.failed(answer, this.#parts.now());
    if (taken) this.touch(this.census.units());
    this.#arm();
    return taken;
  }

  #fetchOrders(): void {
    if (this.#answering) return;
    this.#answering = true;
    this.#parts.process.start('asks for orders', this.#orders(), () => {
      this.#answering = false;
    });
  }

  *#orders(): Routine {
    const { store } = this.#parts;
    const answer = yield* this.#work.call({ route: 'orders' });
    if (answer.is !== 'answer') return void this.#failed(answer);
    const { orders, closing } = answer.response.json as { orders: readonly WaitingOrder[]; closing?: Closing };
    if (closing !== undefined || closingTrouble(store) !== null) yield* settle(this.#work, () => heedClosing(store, closing ?? null));
    for (const waiting of orders) {
      this.touch(yield* settle(this.#work, () => carryOut(store, waiting, this.#parts.now())));
      yield* this.#work.call({ route: 'order-done', id: waiting.id });
      if (store.unanswered(1).length > 0) this.#push();
    }
  }

  /** Gives back to the cloud what it found damaged or missing, from files here that have these very bytes. */
  mendCloud(): void {
    if (this.#mending || this.#obstacles.server !== null || this.#folder !== null) return;
    this.#mending = true;
    this.#parts.process.start('mends the cloud', this.#mend(), () => {
      this.#mending = false;
    });
  }

  *#mend(): Routine {
    const { store } = this.#parts;
    const answer = yield* this.#work.call({ route: 'wanted' });
    if (answer.is !== 'answer') return;
    const { blobs } = answer.response.json as { blobs: readonly { readonly hash: string; readonly assetIds: readonly string[] }[] };
    for (const { hash, assetIds } of blobs) {
      const files = mayHave(store, hash, assetIds);
      for (const file of files) {
        const there = this.#parts.disk().stat(file.path);
        if (there === null || there.bytes.hash !== hash || stampOfStats(there) !== file.stamp || file.hash !== hash) continue;
        const sent = yield* sendBytes(this.#work, file, hash);
        this.#progress(fileUnit(file.key), null);
        this.touch([fileUnit(file.key)]);
        if (!sent) continue;
        // What stayed here until the cloud has it may go now.
        yield* settle(this.#work, () => endKeptFor(store, files));
        this.touch(files.map(({ key }) => fileUnit(key)));
        break;
      }
    }
  }

  /** Reads a file again though nobody touched it, as happens to each within a month. */
  rehash(file: LocalFile): void {
    this.#parts.process.start('reads again', this.#rehash(file));
  }

  *#rehash(file: LocalFile): Routine {
    yield 5;
    const there = this.#parts.disk().stat(file.path);
    if (there === null || !this.#isReady() || !this.#parts.disk().isReadable(file.path)) return;
    const stamp = stampOfStats(there);
    const { store } = this.#parts;
    yield* settle(this.#work, () =>
      noteRehashed(store, file, { hash: there.bytes.hash, stampBefore: stamp, stampAfter: stamp }, this.#parts.now()),
    );
    this.touch([fileUnit(file.key)]);
  }

  /** What is next by the clock alone; one alarm for all of it. */
  #arm(): void {
    const server = this.#obstacles.server?.nextTry ?? null;
    const now = this.#parts.now();
    const by = (at: number | null, longest?: number): number => (at === null ? Infinity : isTimeFor(at, now, longest) ? now : at);
    const times = [
      by(this.#lastPull + PULL_MS, PULL_MS),
      by(this.#nextLook, LOOK_AROUND_MS),
      by(this.#secondLook, SECOND_LOOK_MS + 50),
      by(this.#atWritten, WRITTEN_MS),
      by(this.#nextClosed, CLOSED_MS),
      ...(this.#keeps ? [by(this.#nextKeep, EXHAUSTED_MS)] : []),
      this.#folder === null ? Infinity : now + 1000,
      by(server, LASTING_MS),
      ...[...this.#due.values()].map((at) => by(at)),
    ];
    const at = Math.max(now + 20, Math.min(...times));
    if (this.#alarm !== null && !this.#alarm.cancelled && this.#alarmAt <= at && this.#alarmAt > this.#parts.now()) return;
    if (this.#alarm) this.#alarm.cancelled = true;
    this.#alarmAt = at;
    this.#alarm = this.#parts.process.after(at - this.#parts.now(), 'wakes', () => this.#wake());
  }

  #wake(): void {
    const { store } = this.#parts;
    const now = this.#parts.now();
    this.#alarm = null;
    if (this.#heldCodes() !== this.#heldBefore) this.surroundingsChanged();
    const due = [...this.#due].filter(([, at]) => isTimeFor(at, now)).map(([unit]) => unit);
    for (const unit of due) this.#due.delete(unit);
    this.touch(due);
    if (this.#obstacles.takeTry(now) || isTimeFor(this.#lastPull + PULL_MS, now, PULL_MS)) {
      this.pull();
      if (store.unanswered(1).length > 0) this.#push();
    }
    if (this.#folder !== null) this.checkFolder();
    this.touch(takeAsked(store));
    if (this.#secondLook !== null && isTimeFor(this.#secondLook, now, SECOND_LOOK_MS + 50)) {
      // What is new must be read first: it may be what is missing, under another name.
      this.#secondLook = store.unread() > 0 ? now + 500 : null;
      if (this.#secondLook === null) this.lookAround();
    }
    if (this.#atWritten !== null && isTimeFor(this.#atWritten, now, WRITTEN_MS)) {
      const paths = [...this.#written];
      this.#written.clear();
      this.#atWritten = null;
      if (paths.length > 0) this.lookAt(paths);
    }
    if (this.#nextClosed !== null && isTimeFor(this.#nextClosed, now, CLOSED_MS)) {
      this.#nextClosed = now + CLOSED_MS;
      const { closed, over } = this.#parts.disk();
      this.lookAt([...closed, ...(over === null ? [] : [over])]);
    }
    if (isTimeFor(this.#nextLook, now, LOOK_AROUND_MS)) this.lookAround();
    this.#keep();
    this.#arm();
  }
}

/** All that a walk found, by name; where it is another one a moment later, something came, went or was renamed meanwhile. */
function namesOf({ files, unknown }: Pick<Walked, 'files' | 'unknown'>): string {
  return [...files, ...unknown].map(({ path }) => path).join('\n');
}

/** What came of a request, as the agent's connection tells it. */
function* call(slot: Slot<Reply>): Routine<Answer> {
  const reply = yield* filled(slot);
  if (!reply.came) return { is: 'link', code: reply.code === 'ENETUNREACH' ? 'offline' : 'server-unreachable' };
  const { response } = reply;
  if (response.foreign !== undefined) return { is: 'link', code: response.status < 400 ? 'captive-portal' : 'server-unreachable' };
  if (response.status < 400) return { is: 'answer', response };
  const { error } = response.json as { error: { code: string; details: Extract<Answer, { is: 'refusal' }>['details'] } };
  return { is: 'refusal', code: error.code, details: error.details };
}
