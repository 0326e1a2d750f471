import { comingWords, deletionWords, withRoom, simulatedWords } from '@rollcall/core';
import { briefReason, countWords, dayWords, sizeWords, CHECK_NAMES, type Check, type ComingTold } from '@rollcall/protocol';
import { tellHere } from '../conditions/rests-on.ts';
import { lostWords, mediaWords, partsWords } from './counted-words.ts';
import { openDevice, type Device } from '../device.ts';
import type { LibrarySums } from '../store/durable-store.ts';
import { EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { copyOf } from '../own-identity.ts';
import { headlineWords, restWords, safeOf } from './status-words.ts';
import { otherDevices, otherLine, silentOf, switchedOff, type Others } from './others.ts';
import { lastReceipt, receiptWords } from './receipt.ts';
import { roomOf } from './room.ts';
import { deviceReasons, mayAsk, takeStock, type Standing } from './standing.ts';
import { stuckAgent } from './stuck.ts';

/** How this device stands. Exit code 0 whatever it says. */
export async function status(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const stock = await takeStock(device);
    const standing = { ...stock, state: { ...stock.state, reasons: withRoom(stock.state.reasons, () => roomOf(device)) } };
    const library = device.store.librarySums();
    const others = await otherDevices(device, standing.server === null && mayAsk(standing.held));
    if (options.json) showJson(io, statusObject(device, standing, library, others));
    else for (const line of statusLines(device, standing, library, others)) say(io, line);
    return EXIT.ok;
  } finally {
    device.close();
  }
}

function statusObject(device: Device, standing: Standing, library: LibrarySums, others: Others | null): object {
  const { identity } = device;
  return {
    counts: standing.state.counts,
    safe: safeOf(standing.state.counts),
    incoming: standing.state.incoming,
    coming: standing.coming,
    pendingRemovals: standing.state.pendingRemovals,
    compressed: device.store.storage.sums().compressed,
    reasons: standing.state.reasons,
    library,
    device: {
      id: identity.deviceId,
      name: identity.name,
      folder: identity.folder,
      running: standing.running,
      stuck: stuckAgent(device.home),
      conditions: deviceReasons(standing).map((reason) => tellHere(reason, standing.look.overrides)),
    },
    account: { email: identity.email, server: identity.server },
    upToDate: standing.state.upToDate,
    lost: standing.state.lost.count,
    copyOf: copyOf(device.store),
    serverPutBack: putBack(device),
    receipt: lastReceipt(device.store),
    silent: silentOf(others),
    switchedOff: switchedOff(others),
    othersAsOf: others?.at ?? null,
  };
}

function statusLines(device: Device, standing: Standing, library: LibrarySums, others: Others | null): string[] {
  const { counts, incoming, pendingRemovals, upToDate, reasons } = standing.state;
  const lines = [
    `${device.identity.name}: ${device.identity.folder}`,
    `Account ${device.identity.email} at ${device.identity.server}; library: ${mediaWords(library.assets)}, ${sizeWords(library.bytes)}`,
    '',
    headline(standing),
    ...proof(device, standing),
    `On this device: ${counts.onDevice}  (${partsWords(counts)})`,
  ];
  const { compressed } = device.store.storage.sums();
  if (compressed.files > 0)
    lines.push(`Compressed here, original in the cloud: ${compressed.files}  (${sizeWords(compressed.originals)} there: rollcall storage)`);
  if (incoming > 0 || standing.coming !== null) lines.push(comingLine(incoming, standing.coming));
  const held = reasons.find(({ code }) => code === 'mass-delete-held')?.count ?? 0;
  if (pendingRemovals > held)
    lines.push(`Missing here, being settled: ${pendingRemovals - held}. ${leaving(pendingRemovals - held, others)}`);
  if (held > 0) lines.push(`Missing here, waiting for your answer before anything is deleted elsewhere: ${held}`);
  lines.push(...edges(device, standing));
  for (const other of [...silentOf(others), ...switchedOff(others)]) lines.push('', otherLine(other));
  const { overrides } = standing.look;
  const ofAll = deviceReasons(standing);
  for (const reason of ofAll) {
    const told = tellHere(reason, overrides);
    lines.push('', `${told.words}${simulatedWords(told)} ${told.cure}`);
  }
  // What waits behind something else is no reason of its own.
  const listed = reasons.filter(({ count, primary, class: its }) => primary > 0 || (count > 0 && its !== 'waiting' && its !== 'moving'));
  if (listed.length > 0) lines.push('');
  for (const { code, check, count, evidence = {} } of listed) {
    const told = tellHere({ code, since: 0, evidence }, overrides);
    const known = ofAll.some((reason) => reason.code === code);
    const words = Object.keys(evidence).length === 0 ? briefReason(code).words : told.words;
    lines.push(
      `  ${String(count).padStart(6)}  ${code}${check === null ? '' : ` (check ${check}, ${CHECK_NAMES[check as Check]})`}${simulatedWords(told)}: ${known ? '' : `${words} `}${told.cure}`,
    );
  }
  const { moving, waiting, failing } = counts;
  const rest = standing.running ? null : restWords(moving + waiting + failing + incoming + pendingRemovals);
  if (rest !== null) lines.push('', rest);
  const stuck = stuckAgent(device.home);
  if (stuck !== null) lines.push('', `${stuck.words} ${stuck.cure}`);
  if (!upToDate) lines.push('', 'For one photo: rollcall why FILE');
  return lines;
}

function comingLine(incoming: number, coming: ComingTold | null): string {
  const words = coming === null ? '' : comingWords(coming);
  return `Still to come here: ${countWords(coming?.photos ?? incoming)}${words === '' ? '' : `  (${words})`}`;
}

/** When the server was last seen to be put back to an earlier state; device's clock, milliseconds since 1970; null: never. */
function putBack({ store }: Device): number | null {
  const at = store.note('server-put-back');
  return at === null ? null : Number(at);
}

/** What happened to the server, or to this device, that a person has to know of. */
function edges(device: Device, { state }: Standing): string[] {
  const lines: string[] = [];
  const copied = copyOf(device.store);
  if (copied) lines.push(`This was a copy of ${copied.name}, and has been a device of its own since ${dayWords(copied.since)}.`);
  const at = putBack(device);
  if (at !== null)
    lines.push(
      `The cloud was put back to an earlier state (noticed on ${dayWords(at)}): this device gave back what was here. Photos deleted after that backup may be there again.`,
    );
  const { count } = state.lost;
  if (count > 0) lines.push(lostWords(count));
  return lines;
}

/** The last roll call, beside the words that all is safe. */
function proof({ store }: Device, { state: { upToDate, counts } }: Standing): string[] {
  const receipt = lastReceipt(store);
  if (receipt !== null) return [receiptWords(receipt, counts.inSync)];
  return upToDate && counts.inSync > 0 ? ['No roll call has proved that yet, byte by byte: rollcall verify'] : [];
}

/** On which devices it acts when photos are deleted here. */
function leaving(photos: number, others: Others | null): string {
  return deletionWords({ photos, devices: (others?.devices ?? []).map(({ name }) => name), undoable: 'for 30 days: rollcall trash ls' });
}

function headline({ state: { counts, upToDate }, folder, look: { policy } }: Standing): string {
  return headlineWords({ counts, upToDate, away: folder !== null, policy });
}
