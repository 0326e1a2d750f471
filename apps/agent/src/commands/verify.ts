import { join } from 'node:path';
import { rollDigest, unlike, assetUnit, fileUnit, type LocalFile } from '@rollcall/core';
import { classOf, LIMITS, sizeWords, tellReason, type RollCallLine } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { linkTrouble } from '../work/trouble.ts';
import { hashFile } from '../folder/read.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { count, keepReceipt, lastReceipt, receiptWords } from './receipt.ts';
import { takeStock, type Standing } from './standing.ts';

interface Missing {
  readonly what: string;
  readonly where: 'here' | 'cloud';
  readonly why: string;
}

interface Matched {
  readonly line: RollCallLine;
  readonly path: string;
  readonly size: number;
}

/**
 * The roll call: every item here is hashed again and matched to what the cloud acknowledged, and the server
 * hashes the stored bytes of exactly those again, now. Exit code 1 and a list when anything is missing.
 */
export async function verify(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const standing = await takeStock(device);
    const matched: Matched[] = [];
    const missing: Missing[] = [];
    for (const file of device.store.files()) await callHere(device, standing, file, matched, missing);
    for (const assetId of device.store.incoming()) {
      const reason = standing.reasonsOf(assetUnit(assetId))[0];
      const name = device.store.remote(assetId)?.asset.fileName ?? assetId;
      if (reason) missing.push({ what: name, where: 'here', why: `in the cloud, not here yet: ${tellReason(reason).words}` });
    }
    const there = await callThere(device, matched, missing);
    const here = rollDigest(matched.map(({ line }) => line));
    const ok = missing.length === 0 && here === there && standing.server === null && standing.folder === null;
    const at = new Date().toISOString();
    const bytes = matched.reduce((sum, { size }) => sum + size, 0);
    const last = lastReceipt(device.store);
    if (ok) keepReceipt(device.store, { at, items: matched.length, bytes, digest: here });
    const receipt = {
      ok,
      at,
      device: device.identity.name,
      items: matched.length,
      bytes,
      digestHere: here,
      digestThere: there,
      excluded: standing.state.counts.excluded,
      missing,
      last,
    };
    if (options.json) showJson(io, receipt);
    else {
      tell(io, receipt);
      if (!ok && last !== null) say(io, `The last time that everything answered: ${receiptWords(last)}`);
    }
    return ok ? EXIT.ok : EXIT.internal;
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    const last = lastReceipt(device.store);
    complain(
      io,
      `no proof can be had: ${tellReason({ code, since: Date.now(), evidence }).words}${last === null ? '' : ` The last one: ${receiptWords(last)}`}`,
    );
    return EXIT.internal;
  } finally {
    device.close();
  }
}

/** Proof 1: hash one file again and match it to an acknowledged resource. */
async function callHere(device: Device, standing: Standing, file: LocalFile, matched: Matched[], missing: Missing[]): Promise<void> {
  const reason = standing.reasonsOf(fileUnit(file.key))[0];
  if (file.excluded !== null || (reason && classOf(reason.code) === 'excluded')) return;
  if (reason || file.missingSince !== null) {
    const words = reason ? tellReason(reason).words : 'missing here';
    missing.push({ what: file.path, where: reason && file.missingSince === null && file.baseHash === null ? 'cloud' : 'here', why: words });
    return;
  }
  const remote = file.assetId === null ? null : device.store.remote(file.assetId);
  // What it shows, a part of a pair, or a version that a person keeps beside the edit: that it may stand here, the planner has said.
  const resource = remote?.resources.find((each) => !each.removed && each.hash === file.hash);
  let hash: string;
  let untouched: boolean;
  try {
    const found = await hashFile(join(device.identity.folder, file.path));
    ({ hash } = found);
    untouched = found.stampBefore === file.stamp && found.stampAfter === file.stamp;
  } catch (error) {
    missing.push({ what: file.path, where: 'here', why: `cannot be read: ${(error as Error).message}` });
    return;
  }
  if (remote !== null && resource?.hash === file.hash && hash !== file.hash && untouched) {
    // The next sync, or the one that runs, mends it.
    device.store.patchFile(file.key, { hashedAt: null, ...unlike(device.store, file, hash) });
    missing.push({
      what: file.path,
      where: 'here',
      why: tellReason({ code: 'disk-changed-bytes', since: Date.now(), evidence: {} }).words,
    });
  } else if (remote === null || resource?.hash !== hash)
    missing.push({ what: file.path, where: 'cloud', why: 'its bytes are not those that the cloud has' });
  else matched.push({ line: { assetId: remote.asset.id, role: resource.role, hash }, path: file.path, size: resource.size });
}

/** Proof 2: the server hashes the stored bytes of the same resources. Gives the digest of what it found. */
async function callThere(device: Device, matched: readonly Matched[], missing: Missing[]): Promise<string> {
  const found: RollCallLine[] = [];
  for (let at = 0; at < matched.length; at += LIMITS.rollCallLines) {
    const part = matched.slice(at, at + LIMITS.rollCallLines);
    const answer = await device.connection.call('rollCall', { body: { lines: part.map(({ line }) => line) } });
    if (!answer.ok) {
      for (const each of part) missing.push({ what: each.path, where: 'cloud', why: answer.refusal.words });
      continue;
    }
    for (const [index, each] of part.entries()) {
      const stored = answer.value.found[index];
      if (stored?.state === 'stored' && stored.hash !== null) found.push({ ...each.line, hash: stored.hash });
      if (stored?.state !== 'stored' || stored.hash !== each.line.hash)
        missing.push({ what: each.path, where: 'cloud', why: `stored bytes: ${stored?.state ?? 'no answer'}` });
    }
  }
  return rollDigest(found);
}

function tell(
  io: Io,
  receipt: {
    ok: boolean;
    at: string;
    device: string;
    items: number;
    bytes: number;
    digestHere: string;
    digestThere: string;
    excluded: number;
    missing: readonly Missing[];
  },
): void {
  if (receipt.ok)
    say(
      io,
      `All ${count(receipt.items)} photos and videos on ${receipt.device} (${sizeWords(receipt.bytes)}) are in the cloud, byte for byte, and the library has no others.`,
    );
  else say(io, `Not everything answered the roll call: ${receipt.missing.length} missing.`);
  for (const { what, where, why } of receipt.missing) say(io, `  missing ${where === 'here' ? 'here' : 'in the cloud'}: ${what} (${why})`);
  say(io, `Receipt: ${receipt.at}`);
  say(io, `  here  ${receipt.digestHere}`);
  say(io, `  there ${receipt.digestThere}`);
  if (receipt.excluded > 0) say(io, `  ${receipt.excluded} files here are left out (not photos, hidden, temporary); see rollcall ls.`);
}
