import { distinctLines, judgeProven, rollDigest } from '@rollcall/core';
import {
  dayWords,
  mintId,
  resourceId,
  rollCallText,
  say,
  type DeviceClaim,
  type RollCallLine,
  type RouteOutput,
  type SignedReceipt,
} from '@rollcall/protocol';
import { randomBytes } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { checkStored, lastCheck, type BytesContext } from '../bytes/index.ts';
import type { Asker } from '../context.ts';
import { Refused } from '../refused.ts';
import type { Receipts } from './receipts.ts';

type Found = RouteOutput<'proveLines'>['found'][number];

/** Files that are read at once. */
const AT_ONCE = 2;
/** Proofs that are under way at once; the one that was quiet for longest goes. */
const MOST = 64;
/** One to which nothing was added for so long is forgotten. Milliseconds. */
const IDLE = 60 * 60_000;
/** Lines that are looked at again before others get a turn. */
const AT_A_TIME = 200;

interface Proven {
  readonly line: RollCallLine;
  readonly size: number;
  readonly state: Found['state'];
}

interface Proof {
  readonly id: string;
  readonly deviceId: string;
  readonly libraryId: string;
  readonly begun: number;
  /** By its text: what is asked again is read again, and counts once. */
  readonly lines: Map<string, Proven>;
  last: number;
}

type By = Pick<Asker, 'account' | 'libraryId' | 'deviceId'> & { readonly device: string };

/** Proofs that devices bring that all on them is here; forgotten with the process. */
export interface Proofs {
  begin(by: Pick<Asker, 'libraryId' | 'deviceId'>): string;
  /** Reads the stored bytes of exactly these, now. Rejects with `not-found`: there is no such proof of this device. */
  add(by: Pick<Asker, 'deviceId'>, proofId: string, lines: readonly RollCallLine[]): Promise<Found[]>;
  /**
   * Signs that all that was brought is stored here. Rejects with `not-found` as above, with `digest-mismatch` when the device has read other
   * bytes, and with `not-ready` when something is not here any more, or never was, or the library closes.
   */
  seal(by: By, proofId: string, claim: { readonly digest: string; readonly told: DeviceClaim }): Promise<SignedReceipt>;
}

export type ProofContext = BytesContext & { readonly receipts: Pick<Receipts, 'issue'>; readonly version: string };

export function openProofs(context: ProofContext): Proofs {
  const { clock, libraries } = context;
  const open = new Map<string, Proof>();
  const forgetOld = (): void => {
    for (const { deviceId, last } of open.values()) if (clock.now() - last > IDLE) open.delete(deviceId);
  };
  const own = (deviceId: string, proofId: string): Proof => {
    forgetOld();
    const proof = open.get(deviceId);
    if (proof?.id !== proofId)
      throw new Refused(
        'not-found',
        say('The server knows nothing of this roll call any more; it may have been started anew. Call the roll again.'),
      );
    proof.last = clock.now();
    return proof;
  };
  return {
    begin({ libraryId, deviceId }) {
      forgetOld();
      open.delete(deviceId);
      const [quietest] = [...open.values()].sort((a, b) => a.last - b.last);
      if (open.size >= MOST && quietest) open.delete(quietest.deviceId);
      const now = clock.now();
      const proof: Proof = { id: mintId(now, randomBytes(10)), deviceId, libraryId, begun: now, lines: new Map(), last: now };
      open.set(deviceId, proof);
      return proof.id;
    },

    async add({ deviceId }, proofId, lines) {
      const proof = own(deviceId, proofId);
      const found: Found[] = [];
      let next = 0;
      const work = async (): Promise<void> => {
        for (let at = next++; at < lines.length; at = next++) {
          const line = lines[at] as RollCallLine;
          const { size, ...answer } = await prove(context, proof.libraryId, line);
          found[at] = answer;
          proof.lines.set(rollCallText(line), { line, size, state: answer.state });
          proof.last = clock.now();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return found;
    },

    async seal(by, proofId, { digest, told }) {
      const proof = own(by.deviceId, proofId);
      const proven = [...proof.lines.values()];
      const lines = distinctLines(proven.map(({ line }) => line));
      let lacking = lines.length === 0 ? 1 : 0;
      for (const [at, each] of proven.entries()) {
        if (!(await isStill(context, libraries, proof, each))) lacking += 1;
        if (at % AT_A_TIME === AT_A_TIME - 1) await breath();
      }
      const closes = context.closes(proof.libraryId);
      if (closes !== null)
        throw new Refused(
          'not-ready',
          say('This library closes on {day}. Nothing is signed, for then it is gone. To keep it: rollcall account keep.', {
            day: dayWords(closes),
          }),
        );
      if (lacking > 0)
        throw new Refused('not-ready', say('Not all of it is in the cloud, or not any more. Nothing is signed. Call the roll again.'), {
          lacking,
        });
      if (rollDigest(lines) !== digest)
        throw new Refused('digest-mismatch', say('The device has read other bytes than those that the server has. Nothing is signed.'));
      if (open.get(by.deviceId) !== proof) throw new Refused('not-found', say('Another roll call was begun meanwhile. Nothing is signed.'));
      open.delete(by.deviceId);
      const now = clock.now();
      return context.receipts.issue({
        kind: 'rollcall-receipt',
        version: 1,
        id: mintId(now, randomBytes(10)),
        begun: new Date(proof.begun).toISOString(),
        at: new Date(now).toISOString(),
        account: by.account.email,
        library: proof.libraryId,
        device: { id: by.deviceId, name: by.device },
        server: { version: context.version },
        resources: lines.length,
        bytes: proven.reduce((sum, { size }) => sum + size, 0),
        digest,
        told,
      });
    },
  };
}

async function prove(context: ProofContext, libraryId: string, line: RollCallLine): Promise<Found & { readonly size: number }> {
  const asset = await context.libraries.asset(libraryId, line.assetId);
  const resource = asset?.resources.find(({ id, hash }) => hash === line.hash && id === resourceId(asset.id, line.role, line.hash));
  if (!asset || !resource) return { state: 'not-in-library', hash: null, size: 0 };
  const { state, hash, size } = await checkStored(context, line.hash);
  return { state: judgeProven(asset.state, state), hash, size };
}

/** It was found here, its photo is not deleted since, and nobody has found its bytes damaged since. */
async function isStill(
  { database }: ProofContext,
  libraries: ProofContext['libraries'],
  { libraryId, begun }: Proof,
  { line, state }: Proven,
): Promise<boolean> {
  if (state !== 'stored') return false;
  const asset = await libraries.asset(libraryId, line.assetId);
  if (asset?.state !== 'live' || !asset.resources.some(({ hash }) => hash === line.hash)) return false;
  const check = lastCheck(database, line.hash);
  return check !== null && check.found === 'sound' && check.checked >= begun;
}
