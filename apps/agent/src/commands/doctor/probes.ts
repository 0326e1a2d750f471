import { accessSync, constants } from 'node:fs';
import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { PLACES, speechWhile, type Place, type Probed } from '@rollcall/core';
import {
  tellReason,
  type Device as ToldDevice,
  type LibrarySummary,
  type MissingTool,
  type Reason,
  type ServerInfo,
} from '@rollcall/protocol';
import type { Look } from '../../conditions/look-around.ts';
import { BY_HAND } from '../../conditions/overrides.ts';
import { lookAtWay, type Way } from '../../conditions/way.ts';
import type { Device } from '../../device.ts';
import { deviceFolderTrouble } from '../../work/folder-trouble.ts';
import { deviceTrouble, linkTrouble } from '../../work/trouble.ts';
import { timely } from '../within.ts';

/** What was found by looking at each place by itself. */
export interface Probes {
  readonly places: readonly Probed[];
  readonly way: Way;
  /** What the server is, whose device it takes this one for, and what other devices told; null: it could not be asked. */
  readonly server: ServerInfo | null;
  readonly library: LibrarySummary | null;
  readonly others: readonly ToldDevice[];
  /** What the server makes no pictures for want of. */
  readonly missingTools: readonly MissingTool[];
  /** What stood in the way; null: nothing. */
  readonly trouble: Reason | null;
}

/** For a name to be found, and for a connection: a network that takes longer is as good as none. */
const PATIENCE_MS = 2000;

type Met = { readonly state: Probed['state']; readonly words: string };

/** Looks at this device, the network, the server and the account, each by itself; what lies behind a broken one stays unknown. */
export async function probe(device: Device, look: Look): Promise<Probes> {
  const { connection } = device;
  const silent = speechWhile(look.held) === 'nothing';
  const [way, path, asked] = await Promise.all([
    lookAtWay(device, silent, Date.now, PATIENCE_MS),
    silent ? SILENT : reach(connection.http.address),
    silent ? NOT_ASKED : ask(device),
  ]);
  const here = lookHere(device, look, asked.server !== null);
  const network = networkOf(look, path, asked, here);
  const met: Record<Place, Met> = { device: here, network, ...farOf(asked, network, silent) };
  return { places: PLACES.map((place) => ({ place, ...met[place] })), way, ...asked };
}

const SILENT: Met = { state: 'unknown', words: 'your settings do not let anything go over this link' };

type Asked = Omit<Probes, 'places' | 'way'>;
const NOT_ASKED: Asked = { server: null, library: null, others: [], missingTools: [], trouble: null };

/** Who is there, and whose device is this? */
async function ask({ connection, identity }: Device): Promise<Asked> {
  const since = Date.now();
  let server: ServerInfo | null = null;
  try {
    const info = await timely(PATIENCE_MS, connection.call('server', {}));
    if (info.ok) server = info.value;
    const session = await timely(PATIENCE_MS, connection.call('session', {}));
    if (!session.ok) {
      const trouble = deviceTrouble(session.refusal);
      return { ...NOT_ASKED, server, trouble: trouble && { code: trouble.code, since, evidence: trouble.evidence } };
    }
    const { account, library, missingTools } = session.value;
    if (library.id !== identity.libraryId) {
      const evidence = { folderAccount: identity.email, account: account.email };
      return { ...NOT_ASKED, server, trouble: { code: 'wrong-account', since, evidence } };
    }
    const devices = await timely(PATIENCE_MS, connection.call('devices', {}));
    const others = devices.ok ? devices.value.devices.filter(({ self, kind }) => !self && kind !== 'browser') : [];
    return { server, library, others, missingTools, trouble: null };
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    return { ...NOT_ASKED, server, trouble: { code, since, evidence } };
  }
}

function lookHere(device: Device, { readings }: Look, answered: boolean): Met {
  const folder = deviceFolderTrouble(device);
  if (folder !== null) return { state: 'broken', words: tellReason({ code: folder.code, since: 0, evidence: folder.evidence }).words };
  try {
    accessSync(device.home, constants.W_OK);
  } catch {
    return { state: 'broken', words: 'its state folder cannot be written to' };
  }
  const { link } = readings;
  // What is simulated stands before what answers.
  if ('is' in link && link.is === 'none' && (!answered || link.source === BY_HAND)) return { state: 'broken', words: 'it has no link' };
  return { state: 'fine', words: 'its folder is there, and its state can be written' };
}

/** Does a way lead to the server’s machine? */
async function reach(address: URL): Promise<Met> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) {
    try {
      await timely(PATIENCE_MS, lookup(host));
    } catch (error) {
      return { state: 'broken', words: `the name ${host} is not found (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})` };
    }
  }
  const port = Number(address.port) || (address.protocol === 'https:' ? 443 : 80);
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (met: Met): void => {
      socket.destroy();
      resolve(met);
    };
    socket.setTimeout(PATIENCE_MS, () => end({ state: 'broken', words: 'nothing comes back from the server’s machine' }));
    socket.once('connect', () => end({ state: 'fine', words: 'the server’s machine is reached' }));
    socket.once('error', ({ code = 'unknown error' }: NodeJS.ErrnoException) =>
      end(
        // A machine that refuses was reached.
        code === 'ECONNREFUSED'
          ? { state: 'fine', words: 'the server’s machine is reached' }
          : { state: 'broken', words: `no way leads to the server’s machine (${code})` },
      ),
    );
  });
}

function networkOf({ readings }: Look, path: Met, { server, trouble }: Asked, here: Met): Met {
  const { portal } = readings;
  const wantsSignIn = 'is' in portal && portal.is;
  if (server !== null && !(wantsSignIn && portal.source === BY_HAND)) return { state: 'fine', words: 'a way leads to the server' };
  if (here.state === 'broken' && path.state === 'broken') return { state: 'unknown', words: 'what is wrong with this device comes first' };
  if (wantsSignIn || trouble?.code === 'captive-portal') return { state: 'broken', words: 'it wants you to sign in first' };
  return path;
}

function farOf({ server, library, trouble }: Asked, network: Met, silent: boolean): Record<'server' | 'account', Met> {
  if (silent) return { server: SILENT, account: SILENT };
  const words = trouble === null ? null : tellReason(trouble).words;
  if (library !== null)
    return { server: { state: 'fine', words: 'it answers' }, account: { state: 'fine', words: 'this device is signed in' } };
  if (server !== null && trouble !== null && OF_ACCOUNT.has(trouble.code))
    return { server: { state: 'fine', words: 'it answers' }, account: { state: 'broken', words: words ?? '' } };
  const unknown: Met = { state: 'unknown', words: 'the server was not reached' };
  if (network.state !== 'fine') return { server: { state: 'unknown', words: 'no way leads to it' }, account: unknown };
  return { server: { state: 'broken', words: words ?? 'it does not answer as a Rollcall cloud does' }, account: unknown };
}

const OF_ACCOUNT: ReadonlySet<string> = new Set(['signed-out', 'device-revoked', 'wrong-account']);
