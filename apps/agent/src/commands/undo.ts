import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { deedsOf, inverse, type Deed, type Inverse } from '@rollcall/core';
import { mintId, momentWords, tellReason, type Change, type JournalTold } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { linkTrouble } from '../work/trouble.ts';
import { roomAgainWords } from './counted-words.ts';
import { deliver } from './deliver.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';
import { bytesOf, bytesOnce } from './trash.ts';

export interface UndoOptions extends ViewOptions {
  /** Only tell what could be undone. */
  readonly list: boolean;
  /** How many deeds; a selection that was deleted at once is one. */
  readonly last: number;
}

/** Deeds that are listed at most. */
const LISTED = 50;

/** Takes back what this device did last: by changes of its own, which stand in the journal, and can be taken back as well. */
export async function undo(options: UndoOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const standing = await takeStock(device);
    const deeds = standing.server === null ? await journal(device) : tellReason(standing.server).words;
    if (typeof deeds === 'string') {
      complain(io, `what was done last is known to the cloud alone. ${deeds}`);
      return EXIT.retry;
    }
    if (options.list) return list(device, deeds.slice(0, LISTED), options, io);
    const asked = deeds.slice(0, options.last);
    if (!options.json && !(await isMeant(asked, io))) {
      say(io, 'Nothing was undone.');
      return EXIT.ok;
    }
    return await takeBack(device, asked, options, io);
  } finally {
    device.close();
  }
}

/** What takes photos out of the folders is asked first, where there is a terminal. */
async function isMeant(deeds: readonly Deed[], io: Io): Promise<boolean> {
  const leaving = deeds.filter(({ what }) => what === 'asset.create' || what === 'asset.restore').flatMap(({ entries }) => entries).length;
  if (leaving === 0 || io.ask === null) return true;
  return io.ask(`This moves ${leaving === 1 ? 'a photo' : `${leaving} photos`} to Recently Deleted, on every device. Go on?`);
}

async function journal(device: Device): Promise<Deed[] | string> {
  try {
    const answer = await device.connection.call('deviceJournal', { query: {} });
    return answer.ok ? deedsOf(answer.value.entries) : answer.refusal.words;
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    return tellReason({ code, since: Date.now(), evidence }).words;
  }
}

function inverseOf({ store }: Device, entry: JournalTold): Inverse {
  return inverse(entry, { asset: (id) => store.remote(store.resolve(id)) ?? undefined, newId: mintId(Date.now(), randomBytes(10)) });
}

function named({ store }: Device, { assetId }: JournalTold): { assetId: string; fileName: string } {
  const id = store.resolve(assetId);
  return { assetId: id, fileName: store.remote(id)?.asset.fileName ?? assetId };
}

function list(device: Device, deeds: readonly Deed[], options: UndoOptions, io: Io): number {
  const told = deeds.map(({ what, at, entries }) => {
    const found = entries.map((entry) => inverseOf(device, entry));
    const stuck = found.every((each) => !each.can) ? found[0] : undefined;
    return { what, at, photos: entries.map((entry) => named(device, entry)), can: !stuck, why: stuck && !stuck.can ? stuck.words : null };
  });
  if (options.json) showJson(io, { actions: told });
  else if (told.length === 0) say(io, 'This device has done nothing yet.');
  for (const { what, at, photos, why } of options.json ? [] : told) {
    say(io, `${momentWords(at)}\t${words(what)} ${subject(photos)}${why === null ? '' : `\t(stays: ${why})`}`);
  }
  return EXIT.ok;
}

interface Taken {
  readonly what: string;
  readonly assetId: string;
  readonly fileName: string;
  /** Null: it is undone. */
  readonly why: string | null;
}

async function takeBack(device: Device, deeds: readonly Deed[], options: UndoOptions, io: Io): Promise<number> {
  const taken: Taken[] = [];
  for (const [at, deed] of deeds.entries()) {
    // What is taken back next must see what this one did.
    if (at > 0) await settled(device);
    const done = await takeBackDeed(device, deed);
    if (typeof done === 'string') {
      complain(io, done);
      return EXIT.retry;
    }
    taken.push(...done);
  }
  const undone = taken.filter(({ why }) => why === null);
  const stayed = taken.filter(({ why }) => why !== null);
  const { store } = device;
  if (options.json) {
    const rows = undone.map(({ what, assetId, fileName }) => {
      const remote = store.remote(assetId);
      return { what, assetId, fileName, bytes: remote === null ? 0 : bytesOf(remote) };
    });
    showJson(io, { undone: rows, stayed });
  } else if (taken.length === 0) say(io, 'There is nothing to undo: this device has done nothing yet.');
  else {
    for (const what of new Set(undone.map((each) => each.what))) {
      const its = undone.filter((each) => each.what === what);
      const bytes = bytesOnce(its.map(({ assetId }) => store.remote(assetId)));
      say(io, `Undone: ${words(what)} ${subject(its)}${roomAgainWords(what, its.length, bytes)}.`);
    }
    for (const { what, fileName, why } of stayed) say(io, `Not undone: ${words(what)} ${fileName}. ${why}`);
  }
  return undone.length === 0 && stayed.length > 0 ? EXIT.needsYou : EXIT.ok;
}

/** What came of each photo; a text where nothing could be delivered. */
async function takeBackDeed(device: Device, { what, entries }: Deed): Promise<Taken[] | string> {
  const planned = entries.map((entry) => ({ entry, found: inverseOf(device, entry) }));
  const changes = planned.flatMap(({ found }): readonly Change[] => (found.can ? found.changes : []));
  const delivered = changes.length === 0 ? { ok: true as const, results: [] } : await deliver(device, changes);
  if (!delivered.ok) return delivered.words;
  let next = 0;
  return planned.map(({ entry, found }) => {
    const photo = { what, ...named(device, entry) };
    if (!found.can) return { ...photo, why: found.words };
    const results = delivered.results.slice(next, (next += found.changes.length));
    const refused = results.find((result) => result?.status === 'rejected');
    return { ...photo, why: refused?.status === 'rejected' ? refused.words : null };
  });
}

/** How long a running agent is given to hear what was carried. */
const HEARD_MS = 10_000;

async function settled({ store }: Device): Promise<void> {
  for (const end = Date.now() + HEARD_MS; store.outboxSize() > 0 && Date.now() < end;) await wait(50);
}

const WORDS: Readonly<Record<string, string>> = {
  'asset.create': 'added',
  'asset.set': 'changed what is said of',
  'asset.trash': 'deleted',
  'asset.restore': 'brought back',
  'asset.purge': 'deleted for good',
  'asset.edit': 'edited',
  'asset.revert': 'reverted',
  'asset.join': 'joined to its other half',
  'asset.split': 'split',
  'resource.complete': 'completed',
  'album.create': 'made the album',
  'album.set': 'changed the album',
  'album.delete': 'deleted the album',
  'album.add': 'added to an album',
  'album.move': 'moved within an album',
  'album.remove': 'took out of an album',
};

function words(what: string): string {
  return WORDS[what] ?? what;
}

function subject(photos: readonly { readonly fileName: string }[]): string {
  return photos.length === 1 ? (photos[0]?.fileName ?? '') : `${photos.length} photos`;
}
