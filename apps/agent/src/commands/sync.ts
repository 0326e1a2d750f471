import { setTimeout as wait } from 'node:timers/promises';
import { classOf, sizeWords, tellReason, type Evidence, type ReasonClass, type ReasonCode } from '@rollcall/protocol';
import { KeyStoreClosed, openDevice, updateWithoutCopy, type Device } from '../device.ts';
import { tellUpdated } from './updated.ts';
import { showLife } from '../life.ts';
import { takeDevice } from '../lock.ts';
import { systemProbe } from '../conditions/system.ts';
import { Engine } from '../engine/engine.ts';
import { keepWatching } from '../folder/watch.ts';
import { listenToPokes } from '../server/pokes.ts';
import { noteHome, noteRefused, noteSelf } from '../folder/copied-home.ts';
import { meetFolder } from '../folder/meet.ts';
import { stateTrouble } from '../state-trouble.ts';
import { deviceFolderTrouble } from '../work/folder-trouble.ts';
import { COPY, isCopy, partFromCopy } from './copy.ts';
import { allSafeWords, inSyncWords, leftOutWords } from './counted-words.ts';
import { handedBack, mustLetGo } from './hand-over.ts';
import { noteHeard } from './heard.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { Progress } from './progress.ts';
import { answerRestart, restartAsked, underWayIn } from './restart.ts';

export interface SyncOptions extends ViewOptions {
  readonly once: boolean;
  /** Seconds. */
  readonly wait: number;
  /** As a service it waits for what somebody at the terminal would be told to end or to unlock. */
  readonly service?: boolean;
  /** An older state is brought up to date without a copy of it. */
  readonly withoutCopy?: boolean;
}

/** Brings this device and the cloud to the same library; without `once`, keeps them so, and waits for room where it cannot begin. */
export async function sync(options: SyncOptions, io: Io): Promise<number> {
  let said: string | null = null;
  const waitSaying = async (words: string): Promise<void> => {
    if (said !== words) complain(io, words);
    said = words;
    await pause(NO_ROOM_MS, io.signal);
  };
  if (options.withoutCopy) updateWithoutCopy(options.home);
  for (;;) {
    try {
      const ended = await syncHere(options, io);
      if (ended === TAKEN) await waitSaying(takenWords(options.home));
      else if (ended !== LET_GO) return ended;
      else await handedBack(options.home, io.signal);
    } catch (error) {
      const trouble = stateTrouble(error, options.home);
      const passes = trouble?.of === 'disk' || (options.service === true && error instanceof KeyStoreClosed);
      if (!passes || options.once || io.signal.aborted) throw trouble ?? error;
      await waitSaying((trouble ?? (error as Error)).message);
    }
    if (io.signal.aborted) return EXIT.ok;
  }
}

async function syncHere(options: SyncOptions, io: Io): Promise<number | typeof LET_GO | typeof TAKEN> {
  let device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const lock = await takeDevice(options.home);
  if (!lock) {
    device.close();
    if (options.service === true) return TAKEN;
    complain(io, takenWords(options.home));
    return EXIT.needsYou;
  }
  tellUpdated(device.store, io, options.json);
  const progress = new Progress(io, options.json ? 'silent' : 'told');
  const life = showLife(options.home, options.once);
  try {
    noteSelf(device.store, device.identity, device.home);
    const foreign = deviceFolderTrouble(device);
    if (foreign !== null && 'home' in foreign.evidence) {
      const { words, cure } = tellReason({ code: foreign.code, since: 0, evidence: foreign.evidence });
      complain(io, `${words} ${cure}`);
      noteRefused(String(foreign.evidence.home), device.home, Date.now());
      return EXIT.needsYou;
    }
    noteHome(device.identity, device.home);
    await meetFolder(device.store, device.identity);
    for (;;) {
      const ended = await run(device, options, io, progress);
      if (ended === NO_ROOM) continue;
      if (ended !== COPY && ended !== ANEW) return ended;
      const failed = ended === COPY ? await partFromCopy(device, options, io) : null;
      if (failed !== null) return failed;
      device.close();
      device = openDevice(options.home);
      if (!device) return notLinked(io, options.home);
      if (ended === ANEW) await meetFolder(device.store, device.identity);
    }
  } finally {
    progress.end();
    device?.close();
    life.end();
    lock.release();
  }
}

const takenWords = (home: string): string => `an agent is running already with the state folder ${home}. One is enough.`;

/** Another agent has the device, which this one waits for. */
const TAKEN = 'taken';
/** The run ended because its person asked for another one. */
const ANEW = 'anew';
/** The run ended because somebody wants the device, to link it again. */
const LET_GO = 'let-go';
type Ended = number | typeof COPY | typeof NO_ROOM | typeof ANEW | typeof LET_GO;
/** The run ended because nothing could be noted any more; room comes without a sign. */
const NO_ROOM = 'no-room';
const NO_ROOM_MS = 5000;

async function run(device: Device, options: SyncOptions, io: Io, progress: Progress): Promise<Ended> {
  const engine = new Engine({
    store: device.store,
    identity: device.identity,
    connection: device.connection,
    probe: systemProbe(),
    changed: () => progress.show(engine),
  });
  try {
    return options.once ? await syncOnce(engine, options, io, progress) : await keepInSync(engine, device, options, io, progress);
  } catch (error) {
    const trouble = stateTrouble(error, options.home);
    if (trouble === null || trouble.of === 'file' || options.once || io.signal.aborted) throw trouble ?? error;
    progress.warn(trouble.message);
    await pause(NO_ROOM_MS, io.signal);
    return io.signal.aborted ? EXIT.ok : NO_ROOM;
  } finally {
    progress.end();
    await engine.stop();
  }
}

/** Looked at this often; a look costs nothing. */
const GLANCE_MS = 25;
/** The cloud is told how it ended; when it does not answer, it hears it next time. */
const LAST_WORDS_MS = 3000;
/** While not a word may go, it is looked this often whether one may. */
const WORDLESS_MS = 250;
/** Counting is done at every so many looks. */
const COUNT_EVERY = 20;

async function syncOnce(engine: Engine, options: SyncOptions, io: Io, progress: Progress): Promise<number | typeof COPY> {
  const started = Date.now();
  let broken: { readonly error: unknown } | null = null;
  engine.start().catch((error: unknown) => (broken = { error }));
  let progressed = Date.now();
  let before = '';
  let glances = 0;
  for (;;) {
    if (engine.failure !== null) throw engine.failure;
    if (broken !== null) throw (broken as { readonly error: unknown }).error;
    if (io.signal.aborted) break;
    if (isCopy(engine)) return COPY;
    const now = glances % COUNT_EVERY === 0 ? progressOf(engine) : before;
    glances += 1;
    // What waits for a time, or hangs in a request, is waited for as long as was asked; reading a large file is no failure.
    if (now !== before || engine.reading) progressed = Date.now();
    before = now;
    if (engine.idle && !mayPass(engine)) break;
    if (Date.now() - progressed >= options.wait * 1000) break;
    await wait(GLANCE_MS);
  }
  await Promise.race([engine.tell(), wait(LAST_WORDS_MS)]);
  noteIfHeard(engine);
  progress.end();
  return report(engine, options, io, Date.now() - started);
}

/** Changes whenever something got on: bytes that were not there before, or an item that is done. */
function progressOf(engine: Engine): string {
  const { counts, incoming, pendingRemovals } = engine.state();
  return [engine.moved.up, engine.moved.down, counts.inSync, counts.excluded, incoming, pendingRemovals].join();
}

/** Something is left that passes by itself, sooner or later. */
function mayPass(engine: Engine): boolean {
  const { server, held = [] } = engine.conditions();
  if (held.length === 0 && server.some((trouble) => classOf(trouble.code) !== 'needs-you')) return true;
  if (held.length === 0 && server.length > 0) return false;
  for (const [, reasons] of engine.reasons()) {
    const primary = reasons[0];
    if (primary && ['failing', 'moving', 'waiting'].includes(classOf(primary.code))) return true;
  }
  return false;
}

function report(engine: Engine, options: SyncOptions, io: Io, took: number): number {
  const state = engine.state();
  const codes = [...engine.reasons()].flatMap(([, reasons]) => reasons.slice(0, 1)).map((reason) => reason.code);
  const { server, folder, held = [] } = engine.conditions();
  const all = [...codes, ...[...server, ...folder, ...held].map((trouble) => trouble.code)];
  const exit = exitCode(all);
  if (options.json) {
    showJson(io, {
      exit,
      counts: state.counts,
      incoming: state.incoming,
      pendingRemovals: state.pendingRemovals,
      reasons: state.reasons,
      upToDate: state.upToDate,
      sent: engine.moved.up,
      received: engine.moved.down,
      milliseconds: took,
    });
    return exit;
  }
  const { counts } = state;
  if (exit === EXIT.ok)
    say(
      io,
      `In sync: ${allSafeWords(counts.inSync).replace(/^(?:All|No)/, (word) => word.toLowerCase())}${leftOutWords(counts.excluded)}. Sent ${sizeWords(engine.moved.up)}, fetched ${sizeWords(engine.moved.down)}.`,
    );
  else {
    say(io, inSyncWords(counts, state.incoming));
    for (const code of new Set(all.filter((each) => classOf(each) !== 'excluded'))) {
      const told = tellReason({ code, since: 0, evidence: evidenceOf(engine, code) });
      const count = codes.filter((each) => each === code).length;
      const words = told.words.startsWith(`${count} `) ? told.words : `${count > 0 ? `${count}: ` : ''}${told.words}`;
      say(io, `  ${words} ${told.cure} (${code})`);
    }
  }
  return exit;
}

/** What a reason that may hold for many rests on: what stands in the way of all, or all that an item needs, or the first item. */
function evidenceOf(engine: Engine, code: ReasonCode): Evidence {
  const { server, folder, held = [] } = engine.conditions();
  const shared = [...server, ...folder, ...held].find((trouble) => trouble.code === code);
  if (shared) return shared.evidence;
  const items = [...engine.reasons()]
    .flatMap(([, reasons]) => reasons.filter((reason) => reason.code === code))
    .map(({ evidence }) => evidence);
  const needed = items.reduce((sum, { needed: bytes }) => sum + (typeof bytes === 'number' ? bytes : 0), 0);
  return { ...items[0], ...(needed > 0 ? { needed } : {}) };
}

/** 3 before 5 before 4. */
function exitCode(codes: readonly ReasonCode[]): number {
  const classes = new Set<ReasonClass>(codes.map(classOf));
  if (classes.has('needs-you')) return EXIT.needsYou;
  if (classes.has('failing') || classes.has('moving') || classes.has('waiting')) return EXIT.retry;
  if (classes.has('held')) return EXIT.held;
  return EXIT.ok;
}

async function keepInSync(engine: Engine, device: Device, options: SyncOptions, io: Io, progress: Progress): Promise<Ended> {
  const folder = device.identity.folder;
  const ended = AbortSignal.any([io.signal, engine.signal]);
  const watching = keepWatching(folder, ended, {
    ready: () => engine.conditions().folder.length === 0,
    changed: (paths) => void engine.lookAt(paths),
    begun: () => void engine.lookAround(),
    failed: (words) => progress.note(`the folder cannot be watched (${words}); it is looked at every minute instead`),
  });
  const listening = (async (): Promise<void> => {
    let pauseMs = 250;
    while (!ended.aborted) {
      if (engine.listening.aborted) {
        await pause(WORDLESS_MS, ended);
        continue;
      }
      await listenToPokes(
        device.connection.http,
        engine.listening,
        () => {
          pauseMs = 250;
          void engine.pull();
        },
        (poke) => engine.poked(poke),
      ).catch(() => undefined);
      engine.pokesBroke();
      // Without pokes everything still comes, by asking every 30 seconds.
      await pause(pauseMs, ended);
      pauseMs = Math.min(pauseMs * 2, 5000);
    }
  })();
  await engine.start();
  // The bar has the terminal's last line; what is said stands above it.
  progress.end();
  if (!options.json) say(io, `Keeping ${folder} in sync with ${device.identity.server}. Stop with Ctrl-C.`);
  let asked: string | null = null;
  let letGo = false;
  while (!io.signal.aborted && !isCopy(engine) && asked === null && !letGo) {
    if (engine.failure !== null) throw engine.failure;
    asked = restartAsked(device.store);
    letGo = mustLetGo(device.home, device.store);
    progress.settle(engine);
    noteIfHeard(engine);
    await pause(200, io.signal);
  }
  const underWay = underWayIn(engine);
  await engine.stop();
  await Promise.all([watching, listening]);
  if (asked !== null) answerRestart(device.store, asked, underWay);
  if (!io.signal.aborted) return letGo ? LET_GO : asked === null ? COPY : ANEW;
  if (options.json) showJson(io, { ...engine.state() });
  return EXIT.ok;
}

/** `at-head`: the engine's last pull brought all that there was. */
function noteIfHeard(engine: Engine): void {
  if (engine.conditions().server.length === 0 && engine.store.note('at-head') === '1') noteHeard(engine.store, Date.now());
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal }).catch(() => undefined);
}
