import { isCompanion, planted, type Change } from '@rollcall/protocol';
import { looseStemOf, stemOf } from '../group/file-names.ts';
import { uneditedOf } from './edit-pairs.ts';
import { isRaw, original } from './resources.ts';
import type { AssetRows } from './rows.ts';

/**
 * The change that makes one photo of both halves of a Live Photo, by the identifier that the camera wrote into both: the still is kept,
 * and its film becomes a part of it. Null where the other half is not here, or not for certain, and where a person took the two apart.
 * Pure.
 * @param read whose file was just read
 * @param others those of the same library whose files have the same identifier
 * @param aside bytes of films that leave the photo which they are a part of
 */
export function joinHalves(read: AssetRows, others: readonly AssetRows[], aside = NONE): Change | null {
  if (planted('film-waits') && read.asset.kind === 'video') return null;
  const halves = others.filter((other) => canBeOne(read, other, aside));
  const half =
    only(halves) ??
    only(halves.filter((each) => !isRaw(each))) ??
    only(halves.filter((each) => stemOf(nameOf(each)) === stemOf(nameOf(read)))) ??
    only(halves.filter((each) => looseStemOf(nameOf(each)) === looseStemOf(nameOf(read))));
  if (half === null) return null;
  const [still, film] = read.asset.kind === 'photo' ? [read, half] : [half, read];
  return { name: 'asset.join', args: { assetId: still.asset.id, joined: film.asset.id, role: 'live-video' } };
}

const NONE: ReadonlySet<string> = new Set();

/** Nothing that they are, or that was done with them, forbids that a still and a film become one Live Photo. */
export function canBeOne(one: AssetRows, other: AssetRows, aside = NONE): boolean {
  if (one.asset.id === other.asset.id || one.asset.kind === other.asset.kind) return false;
  if (one.asset.state !== 'live' || other.asset.state !== 'live') return false;
  const [still, film] = one.asset.kind === 'photo' ? [one, other] : [other, one];
  // A still that once had a film has it still, or a person took it away. An edit that came with its original is two stills.
  const had = still.resources.filter(
    ({ role, removed, hash }) => role === 'live-video' && !(removed ? planted('split-undone') : aside.has(hash)),
  );
  const stills = uneditedOf(still.asset, still.resources) === undefined ? 1 : 2;
  if (had.length >= stills || had.some(({ hash }) => hash === original(film)?.hash)) return false;
  return !film.resources.some(({ role }) => isCompanion(role));
}

function nameOf({ asset }: AssetRows): string {
  return asset.fileName;
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] as T) : null;
}
