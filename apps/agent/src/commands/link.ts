import { mkdirSync, realpathSync, statfsSync } from 'node:fs';
import { relative, isAbsolute, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  agree,
  CHAIN_START,
  ForeignAnswer,
  isOpenToOthers,
  LATER_ORDERS,
  MIN_SUPPORTED,
  openToOthers,
  PROTOCOL_VERSION,
  sizeWords,
  tellReason,
} from '@rollcall/protocol';
import { heedDefaults, learnRows, policyOf, readSettings, shownResource } from '@rollcall/core';
import { INSECURE, LINKING, openDevice, openHome, openLinking, removeHome, type Device } from '../device.ts';
import { takeDevice } from '../lock.ts';
import { keepsInSync, takeOver } from './hand-over.ts';
import { writeToken } from '../token.ts';
import { Courier } from '../engine/courier.ts';
import { Lane } from '../engine/lanes.ts';
import { Naming } from '../folder/naming.ts';
import { Looker } from '../engine/looker.ts';
import { Settlement } from '../work/settle.ts';
import { fileTrouble, linkTrouble } from '../work/trouble.ts';
import { workAlone } from './alone.ts';
import { writeTrouble } from '../work/write-trouble.ts';
import { readLocalFile } from '../actions/read-file.ts';
import { readMarker, writeMarker, type Marker } from '../folder/marker.ts';
import { refuseTaken, refuseTakenBelow, TakenFolder } from '../folder/taken.ts';
import { noteKeyOf } from '../receipts/keys.ts';
import { connect, type Connection } from '../server/connection.ts';
import { letIn, type SignIn } from './sign-in.ts';
import { complain, EXIT, say, type HomeOptions, type Io } from './io.ts';
import { VERSION } from '../version.ts';

export interface LinkOptions extends HomeOptions {
  readonly server: string;
  readonly folder: string;
  readonly name: string;
  readonly signIn: SignIn;
  readonly yes: boolean;
  readonly insecure: boolean;
}

/** Makes a folder a device. Tells first what would happen; nothing moves before the person agrees. */
export async function link(options: LinkOptions, io: Io): Promise<number> {
  const found = await homeFound(options);
  const refused = (typeof found === 'string' ? null : found) ?? refusePlain(options);
  if (refused !== null) {
    complain(io, refused.words);
    return refused.code;
  }
  let folder: string;
  try {
    refuseTaken(resolve(options.folder), options.home);
    mkdirSync(options.folder, { recursive: true });
    folder = realpathSync(options.folder);
    mkdirSync(options.home, { recursive: true, mode: 0o700 });
    refuseTaken(folder, options.home);
  } catch (error) {
    complain(io, error instanceof TakenFolder ? error.message : `the folder cannot be used: ${(error as Error).message}`);
    return EXIT.needsYou;
  }
  const inside = relative(folder, realpathSync(options.home));
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) {
    complain(io, 'the state folder lies inside the photo folder. Choose another one with --home.');
    return EXIT.usage;
  }
  // The agent of a device that has ended has nothing to do: it lets go, and goes on as the new one.
  const ended = found === 'ended';
  const goesOn = ended && keepsInSync(options.home);
  const lock = ended ? await takeOver(options.home) : await takeDevice(options.home);
  if (!lock) {
    complain(
      io,
      ended
        ? `the agent that runs with the state folder ${options.home} does not let go of it. Begin it anew (rollcall restart --home ${options.home}), then link again.`
        : `an agent is running with the state folder ${options.home}. Stop it first, or choose another one with --home.`,
    );
    return EXIT.needsYou;
  }
  try {
    return await signIn({ ...options, folder, goesOn }, io);
  } catch (error) {
    if (io.signal.aborted || (error as Error).name === 'AbortError') {
      complain(io, 'stopped. Nothing was changed.');
      return EXIT.needsYou;
    }
    const trouble = fileTrouble(error);
    if (error instanceof TakenFolder || error instanceof FolderRefused || trouble !== null) {
      complain(io, `${trouble === null ? (error as Error).message : tellReason({ ...trouble, since: 0 }).words} Nothing was changed.`);
      return EXIT.needsYou;
    }
    if (error instanceof ForeignAnswer && ![502, 503, 504].includes(error.status)) {
      const portal = error.status < 400 ? ', and that this network does not want you to sign in first' : '';
      complain(
        io,
        `${options.server} answers, but is not a Rollcall cloud (HTTP ${error.status}). See that the address is right${portal}. Nothing was changed.`,
      );
      return EXIT.needsYou;
    }
    const { code, evidence } = linkTrouble(error);
    complain(io, `${tellReason({ code, since: 0, evidence }).words} Nothing was changed.`);
    return EXIT.retry;
  } finally {
    lock.release();
  }
}

interface Refused {
  readonly code: number;
  readonly words: string;
}

/** What the state folder holds: no device, one that the account has ended, or one that is not to be linked again. */
async function homeFound(options: LinkOptions): Promise<'free' | 'ended' | Refused> {
  const device = openDevice(options.home);
  if (!device) return 'free';
  const { folder, email } = device.identity;
  try {
    // What the account has removed is nobody's device any more: its folder is linked anew.
    const answer = await device.connection.call('session', {});
    const ended = !answer.ok && (answer.refusal.code === 'device-revoked' || answer.refusal.code === 'signed-out');
    if (ended && resolve(options.folder) === resolve(folder)) return 'ended';
  } catch {
    // Whether it still is one cannot be said now: then it is.
  } finally {
    device.close();
  }
  return {
    code: EXIT.needsYou,
    words: `${options.home} is linked already: ${folder} with ${email}. End that first (rollcall unlink), or choose another state folder with --home.`,
  };
}

/** Neither a password nor a token must cross a network in the clear. */
function refusePlain(options: LinkOptions): Refused | null {
  const url = URL.parse(options.server);
  if (url === null) return { code: EXIT.usage, words: `${options.server} is not an address; it looks like https://photos.example.org` };
  if (options.insecure || !isOpenToOthers(url.href)) return null;
  return { code: EXIT.usage, words: openToOthers(options.server) };
}

/** A device is to be linked, and who syncs it then. */
interface Linking extends LinkOptions {
  /** An agent waits for it, and goes on by itself. */
  readonly goesOn: boolean;
}

async function signIn(options: Linking, io: Io): Promise<number> {
  const open = connect(options.server, null, options.insecure);
  try {
    const info = await open.call('server', {});
    if (!info.ok) {
      complain(io, info.refusal.words);
      return EXIT.needsYou;
    }
    const agreement = agree(PROTOCOL_VERSION, info.value.protocol, info.value.minSupported);
    if (agreement !== 'agreed') {
      complain(
        io,
        tellReason({ code: agreement, since: 0, evidence: { device: VERSION, server: info.value.version, needs: info.value.minSupported } })
          .words + ` (protocol here ${MIN_SUPPORTED} to ${PROTOCOL_VERSION})`,
      );
      return EXIT.needsYou;
    }
    const linked = await letIn(open, options, io);
    if (linked === null) return EXIT.needsYou;
    const { deviceId, token, account, library } = linked;
    const marker = readMarker(options.folder);
    if (marker && marker.libraryId !== library.id) {
      await revoke(connect(options.server, token, options.insecure), deviceId);
      complain(
        io,
        `this folder belongs to ${marker.email} at ${marker.server}; you signed in as ${account.email} at ${options.server}. Nothing was moved. Sign in as ${marker.email}, choose another folder, or, if this one is to be ${account.email}’s from now on, end that link first (rollcall unlink${marker.home === undefined ? '' : ` --home ${marker.home}`}).`,
      );
      return EXIT.needsYou;
    }
    await endHalfLinked(options.home);
    removeHome(options.home);
    writeToken(options.home, token);
    const store = openHome(options.home);
    store.transact(() => {
      store.setIdentity({
        deviceId,
        name: options.name,
        server: options.server,
        folder: options.folder,
        accountId: account.id,
        email: account.email,
        libraryId: library.id,
      });
      store.rechain(info.value.epoch, { n: 0, hash: CHAIN_START });
      store.setNote(INSECURE, options.insecure ? '1' : null);
      store.setNote(LINKING, '1');
      // So that what is heard from here on is not read a second time.
      learnRows(store, PROTOCOL_VERSION);
    });
    store.close();
    return await agreeOn(options, io);
  } finally {
    open.close();
  }
}

async function agreeOn(options: Linking, io: Io): Promise<number> {
  const device = openLinking(options.home);
  if (!device) throw new Error('the device that was just linked is not there');
  try {
    await beginAsTheOthers(device);
    await noteKeyOf(device.store, device.connection);
    const facts = await preflight(device, io);
    say(
      io,
      `${facts.here} ${facts.here === 1 ? 'photo or video' : 'photos and videos'} here${facts.copies === 0 ? '' : ` (${facts.copies} of them twice)`}, ${facts.alreadyThere} already in the cloud${facts.compressed === 0 ? '' : ` (${facts.compressed} of them only compressed here)`}, ${facts.toSend} to send (${sizeWords(facts.sendBytes)}), ${facts.toFetch} to fetch${facts.optimised ? `, compressed (${sizeWords(facts.fetchBytes)} in full)` : ` (${sizeWords(facts.fetchBytes)})`}; ${sizeWords(facts.free)} free on this disk.`,
    );
    if (facts.fetchBytes > facts.free && !facts.optimised)
      say(
        io,
        `What there is to fetch does not fit on this disk. Have this device keep compressed versions in place of originals, before it syncs (rollcall settings set storage optimise --home ${options.home}), or free up space; else it stops when the disk is full.`,
      );
    if (!options.yes && io.ask && !(await io.ask('Go on?'))) {
      await revoke(device.connection, device.identity.deviceId);
      removeHome(options.home);
      say(io, 'Nothing was changed.');
      return EXIT.ok;
    }
    const { deviceId, libraryId, email, server } = device.identity;
    markFolder(options.folder, { deviceId, libraryId, email, server, home: realpathSync(options.home) });
    device.store.setNote(LINKING, null);
    const next = options.goesOn
      ? 'The agent that runs here goes on by itself.'
      : `To bring it in sync and keep it so: rollcall sync --home ${options.home}`;
    say(io, `${device.identity.folder} is now a device called ${device.identity.name}. ${next}`);
    return EXIT.ok;
  } catch (error) {
    // Half a link would be a device that nobody knows of.
    await revoke(device.connection, device.identity.deviceId).catch(() => undefined);
    removeHome(options.home);
    throw error;
  } finally {
    device.close();
  }
}

/** What the account has chosen for all its devices holds here from the beginning, before a photo moves. */
async function beginAsTheOthers({ connection, store }: Device): Promise<void> {
  const answer = await connection.call('deviceOrders', { query: { knows: LATER_ORDERS } });
  if (answer.ok) heedDefaults(store, answer.value.defaults, Date.now());
  // A server that knows of no such thing has chosen nothing.
  else if (answer.refusal.code !== 'not-found') throw new Error(answer.refusal.words);
}

/** Throws `FolderRefused` where nothing can be written. */
function markFolder(folder: string, marker: Marker): void {
  try {
    writeMarker(folder, marker);
  } catch (error) {
    const trouble = writeTrouble(error, folder);
    if (trouble === null) throw error;
    const [code, evidence] = trouble;
    throw new FolderRefused(tellReason({ code, evidence, since: 0 }).words);
  }
}

/** The folder takes no files, and why, as a person would say it. */
class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
}

/** A link that was killed before the person had said yes left a device on the server that nobody uses. */
async function endHalfLinked(home: string): Promise<void> {
  const half = openLinking(home, 'go-on');
  if (half === null) return;
  // The server may have forgotten it, or be another one that is not reached now: the list of devices shows what is left.
  await revoke(half.connection, half.identity.deviceId).catch(() => undefined);
  half.close();
}

async function revoke(connection: Connection, deviceId: string): Promise<void> {
  await connection.call('revokeDevice', { params: { deviceId }, body: {} });
  connection.close();
}

interface Preflight {
  readonly here: number;
  /** Of them, files with the bytes of another one of them. */
  readonly copies: number;
  readonly alreadyThere: number;
  /** Of these, files that are compressed here: what they stand for is in the cloud. */
  readonly compressed: number;
  readonly toSend: number;
  readonly sendBytes: number;
  readonly toFetch: number;
  /** Of the originals. */
  readonly fetchBytes: number;
  /** What comes, comes compressed; and what is compressed here stays so. */
  readonly optimised: boolean;
  readonly free: number;
}

/** Reads the folder (each file once; its hash is kept for the sync) and the library's list, and compares. */
async function preflight(device: Device, io: Io): Promise<Preflight> {
  const { store, identity, connection } = device;
  const settlement = new Settlement(store);
  let broke: unknown = null;
  const courier = new Courier(
    store,
    settlement,
    connection,
    {
      touched: () => undefined,
      refused: (refusal) => (broke ??= new Error(refusal.words)),
      broke: (error) => (broke ??= error),
      reached: () => undefined,
    },
    Date.now,
  );
  await courier.pull();
  if (broke !== null) throw broke;
  const look = { rereads: () => true, naming: new Naming(identity.folder, store), stays: () => true, meets: () => undefined };
  await new Looker(identity.folder, store, settlement, Date.now, look).lookAround();
  refuseTakenBelow(store);
  await readAll(device, settlement, io);
  const media = store.files().filter((file) => file.excluded === null);
  const isThere = (hash: string): boolean => store.match(hash)?.asset.state === 'live';
  const read = media.flatMap((file) => (file.hash === null ? [] : [{ ...file, hash: file.hash }]));
  const hashes = new Map(read.map(({ hash, size }) => [hash, size]));
  // What is compressed is never sent, and its original comes where originals are kept.
  const compressed = read.filter(({ standIn }) => standIn != null && isThere(standIn.of));
  const whole = read.filter(({ standIn }) => standIn == null);
  const toSend = new Map(whole.flatMap(({ hash, size }) => (isThere(hash) ? [] : [[hash, size] as const])));
  const unread = media.filter((file) => file.hash === null);
  const optimised = policyOf(readSettings(store)).storage === 'optimise';
  const here = new Set([...whole.map(({ hash }) => hash), ...(optimised ? compressed.map(({ standIn }) => standIn?.of) : [])]);
  const toFetch = store
    .incoming()
    .map((assetId) => store.remote(assetId))
    .flatMap((remote) => {
      const shown = remote && shownResource(remote);
      return shown && !here.has(shown.hash) && !remote.resources.some((each) => each.role === 'original' && here.has(each.hash))
        ? [shown]
        : [];
    });
  const disk = statfsSync(identity.folder);
  return {
    here: media.length,
    copies: read.length - hashes.size,
    alreadyThere: whole.filter(({ hash }) => isThere(hash)).length + compressed.length,
    compressed: compressed.length,
    toSend: toSend.size + unread.length,
    sendBytes: [...toSend.values(), ...unread.map(({ size }) => size)].reduce((sum, size) => sum + size, 0),
    toFetch: toFetch.length,
    fetchBytes: toFetch.reduce((sum, { size }) => sum + size, 0),
    optimised,
    free: disk.bavail * disk.bsize,
  };
}

/** A file without its end is looked at once more after its time; one that goes on changing is left to the sync. */
const LOOKS = 2;

async function readAll(device: Device, settlement: Settlement, io: Io): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const open = device.store.files().filter(({ excluded, hash, trouble }) => {
      return excluded === null && hash === null && (trouble === null || trouble.code === 'file-changing');
    });
    const due = Math.max(0, ...open.map(({ trouble }) => (trouble?.nextTry ?? 0) - Date.now()));
    if (due > 0) await wait(due, undefined, { signal: io.signal });
    await readEach(
      device,
      settlement,
      io,
      open.map(({ key }) => String(key)),
    );
  }
}

async function readEach(device: Device, settlement: Settlement, io: Io, keys: readonly string[]): Promise<void> {
  const { store } = device;
  const work = workAlone(device, settlement, io.signal);
  await new Promise<void>((resolve, reject) => {
    let left = keys.length;
    if (left === 0) resolve();
    const lane = new Lane(2, async (key) => {
      try {
        const file = store.file(Number(key));
        if (file) await readLocalFile(work, file);
      } catch (error) {
        reject(error);
      }
      left -= 1;
      if (left === 0) resolve();
    });
    for (const key of keys) lane.add(key);
  });
  if (io.signal.aborted) throw new Error('stopped');
}
