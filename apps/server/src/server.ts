import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Server as TlsServer } from 'node:tls';
import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { clockJumps } from './clock-jumps.ts';
import { openAccounts } from './accounts/accounts.ts';
import { countAttempts } from './accounts/attempts.ts';
import { buildApp } from './app.ts';
import {
  collect,
  findStrays,
  mendQuarantine,
  openBlobStore,
  openUploads,
  startScrub,
  watchWanted,
  type CollectContext,
} from './bytes/index.ts';
import type { Certificate } from './certificate.ts';
import type { Clock, Log, ServerContext } from './context.ts';
import { openClosings } from './closing/closings.ts';
import { closingOfLibrary } from './closing/rows.ts';
import { watchClosings } from './closing/watch.ts';
import { groupCommit, openDatabase } from './database.ts';
import { openEdits } from './edits/edits.ts';
import { watchErrands } from './errands/errands.ts';
import { restorePurged } from './errands/restore-purged.ts';
import { openReadiness } from './health/readiness.ts';
import { openAuthentication } from './http/authenticate.ts';
import type { RouteContext } from './http/handlers.ts';
import { namesOf } from './http/names.ts';
import { WEB_APP } from './http/web-app.ts';
import { openSqliteLibraries } from './library/sqlite.ts';
import { lockFolder, requireWhole } from './lock.ts';
import { openFigures } from './metrics/figures.ts';
import { watchLoopDelay } from './metrics/loop-delay.ts';
import { openMetrics } from './metrics/metrics.ts';
import { openOrders } from './orders/orders.ts';
import { openAccountSettings } from './settings/settings.ts';
import { openKeptGroups } from './space/kept-groups.ts';
import { watchRoom } from './plans/room-watch.ts';
import { openPokes } from './pokes.ts';
import { openPresence } from './presence/presence.ts';
import { ROOMS } from './rooms.ts';
import { openSpace } from './space/space.ts';
import { openBundles } from './bundles/bundles.ts';
import { openPlaceNames } from './gazetteer/place-names.ts';
import { startRenditions, type RenditionWork } from './renditions/index.ts';
import { openProofs } from './receipts/proofs.ts';
import { openReceipts } from './receipts/receipts.ts';
import { noteAsker } from './noted.ts';
import { SLOW } from './requests/watch.ts';
import { openRolls } from './rolls/rolls.ts';
import { optimises, optimising } from './rolls/optimises.ts';
import { openSilences } from './silence/silence.ts';
import { countTraffic } from './traffic.ts';
import { VERSION } from './version.ts';

/** How often time that passed is counted, and Recently Deleted looked at. Milliseconds. */
const HEARTBEAT = 5 * 60_000;
/** A stop waits this long for requests that run. Milliseconds. */
const PATIENCE = 4000;

export interface ServerOptions {
  /** The data folder; made when it is not there. */
  readonly data: string;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly webApp?: string;
  /** Addresses under which the server is reached, beside its own: `https://photos.example.org`. */
  readonly origins?: readonly string[];
  /** Addresses from which proxies on other machines ask: what these tell of the asker is believed. */
  readonly proxies?: readonly string[];
  /** A device that was not heard from for so long is told of as silent; milliseconds. Absent: three days. */
  readonly silentAfter?: number;
  /** What is always left free on the disk, in bytes; absent: 200 MB, or 1 % of a small disk. */
  readonly keepFree?: number;
  /** For https; null: plain http. */
  readonly certificate?: Certificate | null;
  /** Whoever shows it is told the figures at `/metrics`; absent: whoever asks from this very machine. */
  readonly metricsToken?: string;
  /** A request at which the server is for longer is told of in the log; milliseconds. Absent: a second. */
  readonly slowRequest?: number;
  /** A database that has to be brought up to date is not copied before. */
  readonly withoutCopy?: boolean;
}

export interface RunningServer {
  readonly address: string;
  readonly port: number;
  /** Null once an account exists. */
  readonly setupToken: string | null;
  readonly context: RouteContext;
  /** New connections get this certificate. Only a server that began with one takes another. */
  renew(certificate: Certificate): void;
  /** Finishes running requests, ends streams, brings everything to disk. */
  stop(): Promise<void>;
}

/** Opens a data folder and serves it. Rejects with what went wrong, and leaves nothing open. */
export async function startServer({
  data,
  host,
  port,
  clock = { now: () => Date.now() },
  log = () => undefined,
  webApp = WEB_APP,
  origins = [],
  proxies = [],
  certificate = null,
  silentAfter,
  keepFree,
  metricsToken,
  slowRequest = SLOW,
  withoutCopy = false,
}: ServerOptions): Promise<RunningServer> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const lock = lockFolder(data);
  const ends: (() => unknown)[] = [lock.release];
  const end = async (): Promise<void> => {
    for (let last = ends.pop(); last; last = ends.pop()) await last();
  };
  try {
    requireWhole(data);
    const context = await openRooms({ data, clock, log, silentAfter, keepFree, withoutCopy, ends });
    const app = await buildApp(context, webApp, {
      names: namesOf(host, origins, proxies),
      certificate,
      metricsToken: metricsToken ?? null,
      slowRequest,
    });
    ends.push(() => close(app));
    await app.listen({ host, port });
    const bound = app.server.address() as AddressInfo;
    ends.push(beat(context));
    return {
      address: bound.address,
      port: bound.port,
      setupToken: context.accounts.setupToken(),
      context,
      renew: (next) => (app.server as unknown as Partial<TlsServer>).setSecureContext?.({ cert: next.cert, key: next.key }),
      stop: () => {
        context.ready.stop();
        return end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

interface Opening {
  readonly data: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly silentAfter: number | undefined;
  readonly keepFree: number | undefined;
  readonly withoutCopy: boolean;
  /** What is to be closed, in the reverse order. */
  readonly ends: (() => unknown)[];
}

function closeDatabase({ database, close }: ReturnType<typeof openDatabase>, log: Opening['log']): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // What is committed is in the log, and is read from there at the next start.
    log('the log of the database stays, for it could not be written back', { error });
  }
  close();
}

function openTables({ data, log, withoutCopy }: Pick<Opening, 'data' | 'log' | 'withoutCopy'>): ReturnType<typeof openDatabase> {
  return openDatabase(data, ROOMS, {
    copy: withoutCopy ? 'none' : 'before-update',
    onUpdated: ({ from, to, copy }) =>
      log('the database was brought up to date; copy: how it was before', { from, to, ...(copy === null ? {} : { copy: basename(copy) }) }),
  });
}

async function openRooms({ data, clock, log, silentAfter, keepFree, withoutCopy, ends }: Opening): Promise<RouteContext> {
  const sqlite = openTables({ data, log, withoutCopy });
  const { database } = sqlite;
  ends.push(() => closeDatabase(sqlite, log));
  const write = groupCommit(sqlite);
  const blobs = await openBlobStore(data);
  ends.push(() => blobs.close());
  const pokes = openPokes();
  const libraries = openSqliteLibraries({
    database,
    write,
    synced: sqlite.synced,
    clock,
    onChange: (libraryId, seq) => pokes.library(libraryId, seq),
  });
  const accounts = openAccounts({ dataDir: data, database, write, clock, libraries });
  const authentication = openAuthentication(accounts, clock);
  const presence = openPresence(pokes, clock);
  ends.push(() => presence.close());
  const rooms: Omit<ServerContext, 'renditions'> = {
    dataDir: data,
    database,
    write,
    libraries,
    accounts,
    blobs,
    pokes,
    traffic: countTraffic(clock),
    clock,
    log,
    figures: openFigures(),
    closes: (libraryId) => closingOfLibrary(database, libraryId, clock.now())?.on ?? null,
    optimises: (libraryId) => optimises(database, libraryId),
    optimising: () => optimising(database),
    async authenticate(request) {
      const asker = await authentication.authenticate(request);
      presence.spoke(asker.deviceId);
      noteAsker(request.raw, asker);
      return asker;
    },
  };
  const renditions = startRenditions(rooms);
  ends.push(() => renditions.close());
  const collecting = collectContext(rooms);
  await mendQuarantine(collecting);
  ends.push(startScrub(rooms, async () => void (await findStrays(collecting))).close);
  ends.push(
    watchWanted(database, (libraryId) => {
      pokes.wanted(libraryId);
      renditions.again();
    }).close,
  );
  ends.push(watchRoom(database, (libraryId) => pokes.room(libraryId)).close);
  ends.push(watchErrands(rooms, (assetId) => restorePurged({ ...rooms, renditions }, assetId)).close);
  ends.push(watchClosings(database, (libraryId) => pokeAll(rooms, libraryId)).close);
  const space = openSpace(rooms.dataDir, (libraryId) => rooms.libraries.headOf(libraryId));
  ends.push(() => space.close());
  const placeNames = openPlaceNames();
  ends.push(() => placeNames.close());
  const receipts = openReceipts(rooms);
  const uploads = await openUploads({ ...rooms, keepFree });
  const edits = openEdits({ ...rooms, keepFree, uploads, renditions });
  ends.push(() => edits.close());
  return {
    ...rooms,
    receipts,
    proofs: openProofs({ ...rooms, receipts, version: VERSION }),
    renditions,
    placeNames,
    bundles: openBundles(rooms),
    space,
    authentication,
    presence,
    uploads,
    edits,
    closings: openClosings({ ...rooms, authentication, uploads }),
    attempts: countAttempts(clock),
    rolls: openRolls(database, write, clock),
    orders: openOrders(database, write, clock),
    settings: openAccountSettings(database, write),
    keptGroups: openKeptGroups(database, write),
    silences: openSilences(rooms, silentAfter),
    version: VERSION,
    ...watchedOver(rooms, uploads, renditions, ends),
    views: renditions.views,
    ahead: renditions.ahead,
    missingTools: () => renditions.missing(),
  };
}

/** What whoever watches over this server asks. */
function watchedOver(
  rooms: Omit<ServerContext, 'renditions'>,
  { disk }: Pick<RouteContext['uploads'], 'disk'>,
  { views }: Pick<RenditionWork, 'views'>,
  ends: (() => unknown)[],
): Pick<RouteContext, 'ready' | 'metricsOf'> {
  const delay = watchLoopDelay();
  ends.push(() => delay.close());
  const { clock, pokes } = rooms;
  const parts = { ...rooms, version: VERSION, delay, now: () => clock.now(), disk: () => disk.standing() };
  return {
    ready: openReadiness({ ...rooms, disk, rooms: ROOMS }),
    metricsOf: (settle) => openMetrics({ ...parts, streams: () => pokes.streams(), views: () => views.waiting(), settle }),
  };
}

/** All that listens of a library looks again. */
function pokeAll({ accounts, pokes }: Pick<ServerContext, 'accounts' | 'pokes'>, libraryId: string): void {
  for (const deviceId of accounts.devices.withLibrary(libraryId)) pokes.orders(libraryId, deviceId);
  pokes.room(libraryId);
  pokes.devices(libraryId);
}

function collectContext(rooms: Omit<CollectContext, 'time'> & Pick<ServerContext, 'libraries'>): CollectContext {
  return { ...rooms, time: () => rooms.libraries.seenTime() };
}

/** Counts the time that passes, empties Recently Deleted of what is due, and collects bytes that nothing refers to. */
function beat(context: RouteContext): () => Promise<void> {
  const { libraries, accounts, silences, closings, log } = context;
  const collecting = collectContext(context);
  const jumped = clockJumps(Date.now, () => performance.now());
  const once = async (): Promise<void> => {
    const jump = jumped();
    if (jump !== 0)
      log(
        'the clock jumped, or this machine slept; what is kept for a time is kept for as long as this server saw pass',
        {
          milliseconds: jump,
        },
        'warn',
      );
    try {
      await libraries.heartbeat();
      await silences.beat();
      await libraries.expireTrash();
      await closings.end();
      await collect(collecting);
      await libraries.forgetPurged();
      await libraries.compact();
      await accounts.forgetOldSessions();
    } catch (error) {
      log('the heartbeat failed', { error });
    }
  };
  // What is due, or was interrupted by a stop, does not wait for the next heartbeat.
  void closings.end().catch((error: unknown) => log('a closed account could not be cleared away', { error }));
  const beating = setInterval(() => void once(), HEARTBEAT);
  return async () => {
    clearInterval(beating);
    await once();
  };
}

async function close(app: FastifyInstance): Promise<void> {
  const impatient = setTimeout(() => app.server.closeAllConnections(), PATIENCE);
  try {
    await app.close();
  } finally {
    clearTimeout(impatient);
  }
}
