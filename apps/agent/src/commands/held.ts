import { answerHeld, type HeldAnswer, heldCount, type LocalFile } from '@rollcall/core';
import { sizeWords } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { noteAnswered } from '../engine/answers.ts';
import { heldQuestionWords, settlingWords, stillWaitWords } from './counted-words.ts';
import { carryQueued } from './deliver.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';
import { pathsOf } from './find-photo.ts';

export interface HeldOptions extends ViewOptions {
  readonly answer: HeldAnswer;
  /** None: all that is held. */
  readonly files: readonly string[];
}

/** Deletions that wait for the person's answer. */
export async function heldList(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const standing = await takeStock(device);
    const held = device.store.held();
    const settling = standing.state.pendingRemovals - held.length;
    const items = held.map((file) => ({
      path: file.path,
      assetId: file.assetId,
      fileName: (file.assetId === null ? null : device.store.remote(file.assetId)?.asset.fileName) ?? null,
      size: file.size,
      missingSince: file.missingSince,
    }));
    if (options.json) showJson(io, { held: items, inADay: heldCount(device.store)?.inADay ?? 0, settling });
    else {
      if (items.length === 0) say(io, 'Nothing is held.');
      for (const item of items) say(io, `${sizeWords(item.size)}\t${item.path}`);
      if (items.length > 0) say(io, heldQuestionWords(items.length));
      if (settling > 0) say(io, settlingWords(settling));
    }
    return EXIT.ok;
  } finally {
    device.close();
  }
}

/**
 * Takes the person's answer: *keep* brings the photos back to where they were, *trash* lets exactly these deletions through.
 * An agent that runs notices within a second; without one, *trash* is carried to the server by this command.
 */
export async function heldAnswer(options: HeldOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const { running } = await takeStock(device);
    const held = device.store.held();
    const chosen = options.files.length === 0 ? held : choose(device, held, options.files, io);
    if (chosen === null) return EXIT.usage;
    const before = new Set(device.store.outbox().map((entry) => entry.n));
    device.store.transact(() => {
      answerHeld(device.store, chosen, options.answer, Date.now());
      noteAnswered(device.store);
    });
    const queued = device.store
      .outbox()
      .map((entry) => entry.n)
      .filter((n) => !before.has(n));
    const delivered = queued.length === 0 ? { ok: true as const } : await carryQueued(device, queued);
    const left = device.store.held().length;
    if (options.json) showJson(io, { answer: options.answer, files: chosen.map((file) => file.path), left });
    else for (const line of words(options.answer, chosen.length, left, running)) say(io, line);
    if (delivered.ok) return EXIT.ok;
    complain(io, delivered.words);
    return EXIT.retry;
  } finally {
    device.close();
  }
}

/** Null: one of the names is not held, which was said. */
function choose(device: Device, held: readonly LocalFile[], names: readonly string[], io: Io): LocalFile[] | null {
  const chosen = new Map<number, LocalFile>();
  for (const name of names) {
    const paths = pathsOf(device.identity.folder, name);
    const found = held.filter((file) => paths.includes(file.path) || file.assetId === name);
    if (found.length === 0) {
      complain(io, `${name} is not held. Nothing was done. See: rollcall held ls`);
      return null;
    }
    for (const file of found) chosen.set(file.key, file);
  }
  return [...chosen.values()];
}

function words(answer: HeldAnswer, count: number, left: number, running: boolean): string[] {
  const rest = left > 0 ? [stillWaitWords(left)] : [];
  if (count === 0) return ['Nothing is held.'];
  switch (answer) {
    case 'keep':
      return [`${photos(count)} ${count === 1 ? 'comes' : 'come'} back ${running ? 'now' : 'with the next sync'}.`, ...rest];
    case 'trash':
      return [`${photos(count)} ${count === 1 ? 'goes' : 'go'} to Recently Deleted everywhere, for 30 days.`, ...rest];
    default:
      return answer satisfies never;
  }
}

function photos(count: number): string {
  return `${count} ${count === 1 ? 'photo' : 'photos'}`;
}
