import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { pinnedBy, type KeptBecause } from '@rollcall/core';
import { countWords, sizeWords, tellReason } from '@rollcall/protocol';
import { evict as evictPhoto } from '../actions/evict.ts';
import { openDevice, type Device } from '../device.ts';
import { askEvict, takeEvictAnswer, type EvictOutcome } from '../engine/evict-orders.ts';
import { takeTurn } from '../lock.ts';
import { keepAlone } from './alone.ts';
import { Settlement } from '../work/settle.ts';
import { takeGlance, type GlanceAhead } from './glance.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { keptWords } from './kept-words.ts';
import { targetsOf } from './targets.ts';

type Outcome = { readonly assetId: string } & ({ readonly freed: number } | { readonly kept: KeptBecause | 'pinned' });

/** A running agent does a photo in a moment; for each it may take so long, as where the server has to make a large picture first. Milliseconds. */
const PATIENCE_MS = 60_000;
const GLANCE_MS = 50;
const AT_ONCE = 4;

/** Lets photos make room by hand: compressed here, original in the cloud. Says of each that stays why. */
export async function evict(options: ViewOptions & { readonly names: readonly string[] }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const glance = await takeGlance(device);
    const targets = targetsOf(device, options.names, io);
    if (targets === null) return EXIT.usage;
    if (glance.policy.storage !== 'optimise') {
      complain(
        io,
        'originals are kept on this device, and would come back at once. To change that: rollcall settings set storage optimise',
      );
      return EXIT.needsYou;
    }
    const bar = glance.conditions.held?.[0] ?? glance.server ?? glance.conditions.folder[0];
    if (bar !== undefined) {
      const { words, cure } = tellReason({ code: bar.code, since: bar.since, evidence: bar.evidence });
      complain(io, `nothing was compressed, for the cloud has to say first that it has the originals. ${words} ${cure}`);
      return glance.conditions.held?.[0] === undefined ? EXIT.retry : EXIT.held;
    }
    const ids = [...new Set(targets.flatMap(({ assetIds }) => assetIds.map((id) => device.store.resolve(id))))];
    const outcomes = await evictAll(device, glance, ids, io.signal);
    if (outcomes === null) {
      complain(io, 'the agent that runs did not answer in time. It goes on by itself: rollcall storage shows how it stands.');
      return EXIT.retry;
    }
    tell(device, options, io, outcomes);
    return exitCode(outcomes);
  } finally {
    device.close();
  }
}

async function evictAll(device: Device, glance: GlanceAhead, ids: readonly string[], stop: AbortSignal): Promise<Outcome[] | null> {
  const { store } = device;
  const isPinned = pinnedBy(store, (albumId) => store.storage.photosOf(albumId));
  const pathsOf = (id: string): string[] => store.filesOf(id).map(({ path }) => path);
  const pinned = ids.filter((id) => isPinned(id, pathsOf(id)));
  const kept = pinned.map((assetId): Outcome => ({ assetId, kept: 'pinned' }));
  const assetIds = ids.filter((id) => !pinned.includes(id));
  if (assetIds.length === 0) return kept;
  const lock = await takeTurn(device.home);
  try {
    const outcomes = lock === null ? await askAgent(device, assetIds, stop) : await evictHere(device, glance, assetIds, stop);
    return outcomes === null ? null : [...kept, ...outcomes];
  } finally {
    lock?.release();
  }
}

async function askAgent({ store }: Device, assetIds: readonly string[], stop: AbortSignal): Promise<readonly EvictOutcome[] | null> {
  const id = randomBytes(8).toString('hex');
  // What others asked for before is done first.
  const photos = askEvict(store, { id, assetIds });
  for (const until = Date.now() + PATIENCE_MS * photos; Date.now() < until && !stop.aborted; await wait(GLANCE_MS)) {
    const answer = takeEvictAnswer(store, id);
    if (answer !== null) return answer;
  }
  return null;
}

async function evictHere(
  device: Device,
  { policy, overrides, conditions }: GlanceAhead,
  assetIds: readonly string[],
  stop: AbortSignal,
): Promise<EvictOutcome[]> {
  const alone = await keepAlone(device, new Settlement(device.store), { policy, overrides, conditions }, () => undefined, stop);
  const outcomes: EvictOutcome[] = [];
  const left = [...assetIds];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && !stop.aborted; next = left.shift())
      outcomes.push({ assetId: next, ...(await evictPhoto(alone.work, next)) });
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  } finally {
    await alone.stop();
  }
  return outcomes;
}

function whyWords(kept: KeptBecause | 'pinned'): string {
  return kept === 'pinned' ? 'it is pinned (rollcall unpin)' : keptWords(kept);
}

function tell({ store }: Device, { json }: ViewOptions, io: Io, outcomes: readonly Outcome[]): void {
  const freed = outcomes.reduce((sum, each) => sum + ('freed' in each ? each.freed : 0), 0);
  const kept = outcomes.flatMap((each) => ('kept' in each ? [each] : []));
  const nameOf = (id: string): string => store.filesOf(id)[0]?.path ?? store.remote(id)?.asset.fileName ?? id;
  if (json) {
    showJson(io, {
      evicted: outcomes.length - kept.length,
      freed,
      kept: kept.map(({ assetId, kept: why }) => ({ assetId, path: nameOf(assetId), why, words: whyWords(why) })),
    });
    return;
  }
  const evicted = outcomes.length - kept.length;
  if (evicted > 0) say(io, `${countWords(evicted, 'photo')} compressed here, original in the cloud: ${sizeWords(freed)} free now.`);
  for (const { assetId, kept: why } of kept)
    say(io, why === 'no-original' ? `Not here in full: ${nameOf(assetId)}` : `Stays in full: ${nameOf(assetId)}, for ${whyWords(why)}.`);
}

/** What may be otherwise by itself in a while. */
const PASSES: ReadonlySet<KeptBecause | 'pinned'> = new Set<KeptBecause>([
  'not-acknowledged',
  'pending',
  'changed-here',
  'not-known-there',
  'not-come',
  'not-in-backup',
  'backup-not-known',
]);

function exitCode(outcomes: readonly Outcome[]): number {
  const kept = outcomes.flatMap((each) => ('kept' in each && each.kept !== 'no-original' ? [each.kept] : []));
  if (kept.length === 0) return EXIT.ok;
  return kept.every((why) => PASSES.has(why)) ? EXIT.retry : EXIT.needsYou;
}
