import { NO_BACKUP_WORDS } from '@rollcall/core';
import { countWords, momentWords, sizeWords } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { askWhetherErasable } from './ask-erasable.ts';
import { refuseReceiptAt, writeReceipt } from '../receipts/file.ts';
import type { Outcome } from '../receipts/outcome.ts';
import { filesWords } from './counted-words.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { keepReceipt } from './receipt.ts';

export interface EraseOptions extends ViewOptions {
  /** Where the receipt is kept; absent: with the account alone. */
  readonly receipt?: string;
}

/**
 * May this device be erased? Every file on it is read again, the server reads its own bytes of the same again, and signs a receipt. Exit
 * code 0 only with a receipt; else a list of what is lacking, each with what to do.
 */
export async function verifyErase(options: EraseOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const { identity, home } = device;
    const refused = options.receipt === undefined ? null : refuseReceiptAt(options.receipt, [identity.folder, home]);
    if (refused !== null) {
      complain(io, refused);
      return EXIT.usage;
    }
    const outcome = await askWhetherErasable(device, io.signal, (words) => {
      if (!options.json) say(io, words);
    });
    return await answer(device, outcome, options, io);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    complain(io, 'stopped. It is not said that this device may be erased.');
    return EXIT.internal;
  } finally {
    device.close();
  }
}

async function answer(device: Device, outcome: Outcome, { json, receipt: path }: EraseOptions, io: Io): Promise<number> {
  const { signed, lacks, files, bytes, ofNobody, otherKey } = outcome;
  const isReady = signed !== null && lacks.count === 0;
  if (isReady) {
    const { at, digest } = signed.receipt;
    keepReceipt(device.store, { at, items: files, bytes, digest });
  }
  let unwritten: string | null = null;
  if (isReady && path !== undefined)
    try {
      await writeReceipt(path, signed);
    } catch (error) {
      unwritten = (error as Error).message;
    }
  if (json) {
    const { name } = device.identity;
    showJson(io, {
      ready: isReady,
      device: name,
      at: outcome.at,
      files,
      bytes,
      leftOut: ofNobody,
      missing: lacks,
      receipt: signed,
      otherKey,
    });
  } else tell(device.identity.name, outcome, path, io);
  if (unwritten !== null) complain(io, `the receipt could not be written to ${path}: ${unwritten}. The account has it.`);
  return isReady && unwritten === null ? EXIT.ok : EXIT.internal;
}

function tell(device: string, { signed, lacks, files, bytes, ofNobody, otherKey }: Outcome, path: string | undefined, io: Io): void {
  if (signed === null || lacks.count > 0) {
    say(io, `${device} is not ready to erase: ${countWords(lacks.count, 'thing')} to see to.`);
    for (const { what, where, why, cure } of lacks.first)
      say(io, `  ${what} (${where === 'here' ? 'here' : 'in the cloud'}): ${why} ${cure}`.trimEnd());
    if (lacks.count > lacks.first.length) say(io, `  … and ${countWords(lacks.count - lacks.first.length)} more.`);
    return;
  }
  const { receipt } = signed;
  say(
    io,
    `${device} is ready to erase, as of ${momentWords(Date.parse(receipt.at))}: all ${filesWords(files)} on it (${sizeWords(bytes)}) were read again just now, and the cloud read its own bytes of each.`,
  );
  say(io, 'That holds for as long as nothing is changed on it. Any photo that comes now is not in it.');
  say(io, NO_BACKUP_WORDS);
  say(io, `Receipt: ${receipt.id}, signed by the server with the key ${signed.key}`);
  say(io, `  digest ${receipt.digest}`);
  if (receipt.told.standIns > 0)
    say(io, `  ${countWords(receipt.told.standIns, 'compressed version')} here: the cloud read the originals.`);
  if (ofNobody.count > 0)
    say(io, `  ${countWords(ofNobody.count, 'file')} of the system are in no cloud (${ofNobody.first.slice(0, 3).join(', ')}).`);
  if (otherKey) say(io, '  The server signs with another key than before. If nobody of you has changed it, ask who did.');
  say(io, path === undefined ? 'The account keeps it. To have it as a file: --receipt FILE' : `It is kept in ${path}`);
}
