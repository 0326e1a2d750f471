import { LIMITS, type Asset } from '@rollcall/protocol';
import type { KnownAsset } from '../library/replica.ts';

export interface NameSearch {
  /** Live ones first, then what is in Recently Deleted or deleted for good; in each the latest first. */
  readonly found: readonly Asset[];
  /** There are more that match. */
  readonly more: boolean;
}

const RANKS: Readonly<Record<Asset['state'], number>> = { live: 0, trashed: 1, purged: 2 };

/** Photos whose file name has these letters in it, in whatever case. */
export function byName(assets: Iterable<KnownAsset>, letters: string): NameSearch {
  const wanted = plain(letters.trim());
  if (wanted === '') return { found: [], more: false };
  const found: Asset[] = [];
  for (const { asset } of assets) if (plain(asset.fileName).includes(wanted)) found.push(asset);
  found.sort((a, b) => RANKS[a.state] - RANKS[b.state] || (a.capturedAt < b.capturedAt ? 1 : -1));
  return { found: found.slice(0, LIMITS.named), more: found.length > LIMITS.named };
}

/** Disks write the same letters in different ways. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
