import type { AssetFields } from '@rollcall/protocol';
import type { Told } from '../found.ts';

/** What icloudpd means by the stars of the XMP files that it writes: five are a favourite, and none of the allowed ones what is hidden or deleted. Nothing: it was not icloudpd. */
export function icloudpdTold(xmp: string, told: Partial<AssetFields> & { readonly people?: unknown }): Partial<Told> {
  if (!/xmptk="icloudpd/i.test(xmp)) return {};
  const stars = /Rating(?:>|=")\s*(-?\d)/.exec(xmp)?.[1];
  const more = stars === '5' ? { favourite: true } : stars === '-1' ? { hidden: true } : {};
  const { people: _, rating: __, ...fields } = told;
  return { fields: { ...fields, ...more } };
}
