import { readFileSync } from 'node:fs';
import { countWords, isOpenToOthers, momentWords, openToOthers, sizeWords, tellReason, type ReceiptKey } from '@rollcall/protocol';
import { INSECURE, openDevice } from '../device.ts';
import { judgeReceipt, type Judged, type KnownKeys } from '../receipts/judge.ts';
import { notedKeys } from '../receipts/keys.ts';
import { connect } from '../server/connection.ts';
import { linkTrouble } from '../work/trouble.ts';
import { complain, EXIT, say, showJson, type Io, type ViewOptions } from './io.ts';

export interface ReceiptCheckOptions extends ViewOptions {
  readonly file: string;
  /** Whose receipt it should be; absent: the server of the device. */
  readonly server?: string;
  readonly insecure: boolean;
}

/** A receipt is no larger than this. Bytes. */
const MOST = 1024 * 1024;

/**
 * Is this a receipt, to the letter as the server signed it? Asks the server for its public keys; without it, what the device noted when it
 * was linked counts. Exit code 0: it is valid.
 */
export async function receiptCheck(options: ReceiptCheckOptions, io: Io): Promise<number> {
  let text: string;
  try {
    text = readFileSync(options.file, 'utf8');
    if (text.length > MOST) throw new Error('it is too large for one');
  } catch (error) {
    complain(io, `${options.file} cannot be read as a receipt: ${(error as Error).message}`);
    return EXIT.usage;
  }
  if (options.server !== undefined && !options.insecure && isOpenToOthers(options.server)) {
    complain(io, openToOthers(options.server));
    return EXIT.usage;
  }
  const { known, silent } = await learnKeys(options);
  const judged = judgeReceipt(text, known);
  if (options.json) showJson(io, { state: judged.state, ...toldOf(judged), serverSilent: silent });
  else tell(judged, options.file, silent, io);
  return judged.state === 'valid' ? EXIT.ok : EXIT.internal;
}

/** @returns `silent`: why the server did not say which keys it has; null: it did, or there is none to ask */
async function learnKeys({ home, server, insecure }: ReceiptCheckOptions): Promise<{ known: KnownKeys; silent: string | null }> {
  const device = openDevice(home);
  const isIts = device !== null && (server === undefined || new URL(server).href === new URL(device.identity.server).href);
  const noted = isIts ? notedKeys(device.store) : [];
  const address = server ?? device?.identity.server;
  const isPlain = insecure || (isIts && device.store.note(INSECURE) !== null);
  device?.close();
  if (address === undefined) return { known: { noted, served: null }, silent: null };
  const connection = connect(address, null, isPlain);
  try {
    const answer = await connection.call('receiptKeys', {});
    const served: readonly ReceiptKey[] | null = answer.ok ? answer.value.keys : null;
    return { known: { noted, served }, silent: answer.ok ? null : answer.refusal.words };
  } catch (error) {
    return { known: { noted, served: null }, silent: tellReason({ ...linkTrouble(error), since: Date.now() }).words };
  } finally {
    connection.close();
  }
}

function toldOf(judged: Judged): object {
  switch (judged.state) {
    case 'valid':
      return { by: judged.by, until: judged.until, keyGone: judged.keyGone, receipt: judged.signed.receipt, key: judged.signed.key };
    case 'another-server':
    case 'unknown-key':
      return { key: judged.signed.key };
    case 'changed':
    case 'no-receipt':
      return {};
    default:
      return judged satisfies never;
  }
}

function tell(judged: Judged, file: string, silent: string | null, io: Io): void {
  switch (judged.state) {
    case 'no-receipt':
      complain(io, `${file} is no receipt of Rollcall.`);
      break;
    case 'changed':
      complain(io, `${file} was changed: it is not what a server signed. It proves nothing.`);
      break;
    case 'another-server':
      complain(io, `${file} is whole, but of another server: none that is known here has the key ${judged.signed.key}.`);
      break;
    case 'unknown-key':
      complain(
        io,
        `${file} is whole, but nobody here knows whose key ${judged.signed.key} is. Name the server with --server URL, or a device of it with --home DIR.`,
      );
      break;
    case 'valid':
      tellValid(judged, io);
      break;
    default:
      judged satisfies never;
  }
  if (silent !== null) say(io, `The server did not say which keys it has: ${silent}`);
}

function tellValid({ by, until, keyGone, signed: { receipt } }: Judged & { readonly state: 'valid' }, io: Io): void {
  say(
    io,
    `Valid: on ${momentWords(Date.parse(receipt.at))} everything on ${receipt.device.name} (${countWords(receipt.told.files, 'file')}) was in the cloud of ${receipt.account}: ${countWords(receipt.resources, 'file')} of photos, ${sizeWords(receipt.bytes)}, read again by the server.`,
  );
  say(io, `  digest ${receipt.digest}`);
  say(io, by === 'server' ? '  The key is the server’s own.' : '  The key is the one that this device noted of its server.');
  if (until !== null) say(io, `  The server signs with another key since ${momentWords(until)}; this one was its own before.`);
  if (keyGone) say(io, '  The server that answers now does not know this key any more: it was set up anew, or put back from a backup.');
  say(io, 'A receipt is of its moment: it does not say what became of the photos since.');
}
