import { OWN_SCHEMA } from '@rollcall/media';
import type { AssetFields } from '@rollcall/protocol';

/** What Rollcall says in XMP in words of its own: for files of an export that came without its lists. */
export function ownTold(xmp: string): Partial<AssetFields> {
  if (!xmp.includes(OWN_SCHEMA)) return {};
  const says = (word: string): boolean => new RegExp(`\\srollcall:${word}="True"`).test(xmp);
  return { ...(says('Favourite') ? { favourite: true } : {}), ...(says('Hidden') ? { hidden: true } : {}) };
}
