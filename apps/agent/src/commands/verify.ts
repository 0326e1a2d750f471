import { assetUnit, fileUnit, judgeRollCall } from '@rollcall/core';
import { areWords, countWords, sizeWords, tellReason } from '@rollcall/protocol';
import { openDevice } from '../device.ts';
import { callItem, callStored, type CalledItem } from '../work/call-items.ts';
import { linkTrouble } from '../work/trouble.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';
import { filesWords } from './counted-words.ts';
import { keepReceipt, lastReceipt, receiptWords } from './receipt.ts';

interface Missing {
  readonly what: string;
  readonly where: 'here' | 'cloud';
  readonly why: string;
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
    const roll = { root: device.identity.folder, store: device.store };
    const called: CalledItem[] = [];
    for (const file of device.store.files()) {
      const item = await callItem(roll, file, standing.reasonsOf(fileUnit(file.key))[0]);
      if (item !== null) called.push(item);
    }
    const refusals = new Map<string, string>();
    const there = await callStored(device.connection, called, ({ words }, items) => {
      for (const { path } of items) refusals.set(path, words);
    });
    const verdict = judgeRollCall({ items: called, there });
    const missing: Missing[] = verdict.missing.map(({ path, where, why }) => ({ what: path, where, why: refusals.get(path) ?? why }));
    for (const assetId of device.store.incoming()) {
      const reason = standing.reasonsOf(assetUnit(assetId))[0];
      const name = device.store.remote(assetId)?.asset.fileName ?? assetId;
      if (reason) missing.push({ what: name, where: 'here', why: `in the cloud, not here yet: ${tellReason(reason).words}` });
    }
    const matched = called.filter(({ line }) => line !== null);
    const { digestHere, digestThere } = verdict;
    const ok = missing.length === 0 && digestHere === digestThere && standing.server === null && standing.folder === null;
    const at = new Date().toISOString();
    const bytes = matched.reduce((sum, { size }) => sum + size, 0);
    const last = lastReceipt(device.store);
    if (ok) keepReceipt(device.store, { at, items: matched.length, bytes, digest: digestHere });
    const receipt = {
      ok,
      at,
      device: device.identity.name,
      items: matched.length,
      bytes,
      digestHere,
      digestThere,
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
      `${receipt.items === 1 ? filesWords(1) : `All ${filesWords(receipt.items)}`} on ${receipt.device} (${sizeWords(receipt.bytes)}) ${areWords(receipt.items)} in the cloud, byte for byte, and the library has no others.`,
    );
  else say(io, `Not everything answered the roll call: ${receipt.missing.length} missing.`);
  for (const { what, where, why } of receipt.missing) say(io, `  missing ${where === 'here' ? 'here' : 'in the cloud'}: ${what} (${why})`);
  say(io, `Receipt: ${receipt.at}`);
  say(io, `  here  ${receipt.digestHere}`);
  say(io, `  there ${receipt.digestThere}`);
  if (receipt.excluded > 0)
    say(
      io,
      `  ${countWords(receipt.excluded, 'file')} here ${areWords(receipt.excluded)} left out (not photos, hidden, temporary); see rollcall ls.`,
    );
}
