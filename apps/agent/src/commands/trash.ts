import { LIMITS, momentWords, sizeWords, tellReason } from '@rollcall/protocol';
import type { RemoteAsset } from '@rollcall/core';
import { openDevice, type Device } from '../device.ts';
import { daysLeftWords, emptiedWords, mediaWords } from './counted-words.ts';
import { deliver } from './deliver.ts';
import { heardAt } from './heard.ts';
import { answer, complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';

const DAY_MS = 86_400_000;

/** What is in Recently Deleted, the latest first. */
export function trashed(device: Device): RemoteAsset[] {
  return [...device.store.remotes()]
    .filter((remote) => remote.asset.state === 'trashed')
    .sort((a, b) => (b.asset.trashedAt ?? 0) - (a.asset.trashedAt ?? 0));
}

/** Of all its parts. */
export function bytesOf(remote: RemoteAsset): number {
  return remote.resources.filter((resource) => !resource.removed).reduce((sum, { size }) => sum + size, 0);
}

/** Of all parts of all of them, each bytes once, as they are stored. */
export function bytesOnce(remotes: Iterable<RemoteAsset | null>): number {
  const sizes = new Map<string, number>();
  for (const remote of remotes) for (const { removed, hash, size } of remote?.resources ?? []) if (!removed) sizes.set(hash, size);
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** Recently Deleted: what is in it, and for how long. */
export async function trashList(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const { server } = await takeStock(device);
    const asOf = server === null ? null : heardAt(device.store);
    const items = trashed(device).map((remote) => ({
      id: remote.asset.id,
      fileName: remote.asset.fileName,
      capturedAt: remote.asset.capturedAt,
      trashedAt: remote.asset.trashedAt,
      daysLeft: Math.max(0, Math.ceil(((remote.asset.trashedAt ?? 0) + LIMITS.trash - Date.now()) / DAY_MS)),
      bytes: bytesOf(remote),
    }));
    if (!options.json && server !== null) {
      const { words } = tellReason({ code: server.code, since: server.since, evidence: server.evidence });
      const when = asOf === null ? '' : `, on ${momentWords(asOf)}`;
      say(io, `${words} This is what it said last${when}:`);
    }
    if (options.json) showJson(io, { items, asOf: asOf === null ? null : new Date(asOf).toISOString() });
    else if (items.length === 0) say(io, 'Recently Deleted is empty.');
    else for (const item of items) say(io, `${item.id}\t${item.fileName}\t${sizeWords(item.bytes)}\t${daysLeftWords(item.daysLeft)}`);
    return EXIT.ok;
  } finally {
    device.close();
  }
}

/** Brings one photo back, everywhere. `id` may be its beginning, or the file's name, when that says which. */
export async function trashRestore(options: ViewOptions & { readonly id: string }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    await takeStock(device);
    const id = device.store.resolve(options.id);
    const found = trashed(device).filter(
      ({ asset }) => asset.id === id || (id.length >= 8 && asset.id.startsWith(id)) || asset.fileName === options.id,
    );
    const [one] = found;
    if (one === undefined || found.length > 1) {
      complain(
        io,
        one === undefined
          ? `nothing in Recently Deleted is called ${options.id}. See: rollcall trash ls`
          : `${options.id} could be ${found.length} photos; give the whole id. See: rollcall trash ls`,
      );
      return EXIT.usage;
    }
    const delivered = await deliver(device, [{ name: 'asset.restore', args: { assetId: one.asset.id } }]);
    return answer(
      options,
      io,
      delivered,
      { restored: one.asset.id, fileName: one.asset.fileName },
      `${one.asset.fileName} is back; it comes to each device with its next sync.`,
    );
  } finally {
    device.close();
  }
}

/** Deletes for good all that is in Recently Deleted. */
export async function trashEmpty(options: ViewOptions & { readonly yes: boolean }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    await takeStock(device);
    const all = trashed(device);
    const bytes = all.reduce((sum, remote) => sum + bytesOf(remote), 0);
    if (
      all.length > 0 &&
      !options.yes &&
      io.ask &&
      !(await io.ask(`Delete ${mediaWords(all.length)} (${sizeWords(bytes)}) for good? This cannot be undone.`))
    ) {
      say(io, 'Nothing was deleted.');
      return EXIT.ok;
    }
    const delivered =
      all.length === 0
        ? { ok: true as const, results: [] }
        : await deliver(
            device,
            all.map((remote) => ({ name: 'asset.purge' as const, args: { assetId: remote.asset.id }, expect: remote.seq })),
          );
    const gone = delivered.ok ? delivered.results.filter((result) => result === null || result.status === 'applied').length : 0;
    const kept = delivered.ok ? delivered.results.length - gone : 0;
    const words = emptiedWords(gone, sizeWords(bytes), kept);
    return answer(options, io, delivered, { purged: gone, kept }, words);
  } finally {
    device.close();
  }
}
