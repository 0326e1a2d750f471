import type { KeptBecause } from '@rollcall/core';
import type { Work } from '../work/work.ts';

/** What came of it: the bytes that are free now, or why the photo stays. */
export type Evicted = { readonly freed: number } | { readonly kept: KeptBecause };

/** Lets all files here of a photo make room for their compressed versions, as a unit. */
export function evict(_work: Work, _assetId: string): Promise<Evicted> {
  return Promise.resolve({ kept: 'not-known-there' });
}
