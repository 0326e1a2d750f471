import { plainText } from '@rollcall/media';
import type { AssetFields } from '@rollcall/protocol';

/** What Google tells of one photo, in the file beside it. */
export interface GoogleAsset {
  /** The whole name that the file had, before it was cut and numbered. */
  readonly title: string;
  readonly favourite: boolean;
  /** Put away from what is looked at, and not deleted. */
  readonly archived: boolean;
  /** In the folder that opens with a code. */
  readonly locked: boolean;
  readonly trashed: boolean;
  /** It came from somebody with whom the library is shared. */
  readonly fromPartner: boolean;
}

export type GoogleJson =
  | { readonly is: 'asset'; readonly asset: GoogleAsset }
  | { readonly is: 'album'; readonly title: string }
  /** Of the account, or of another program. */
  | { readonly is: 'other' };

/** What a JSON file of a takeout is, by what stands in it; its name is translated. Never throws. */
export function readGoogleJson(text: string): GoogleJson {
  const told = objectOf(parse(text));
  if (told === null) return { is: 'other' };
  const title = told['title'];
  if ('photoTakenTime' in told && typeof title === 'string') return { is: 'asset', asset: assetOf(title, told) };
  const album = objectOf(told['albumData']) ?? told;
  const albumTitle = album['title'];
  // Lists of comments and of orders have titles, too; an album says who may see it, or when it began.
  const isAlbum = typeof albumTitle === 'string' && (album !== told || 'access' in told || 'date' in told || 'description' in told);
  return isAlbum ? { is: 'album', title: plainText(albumTitle).trim() } : { is: 'other' };
}

function assetOf(title: string, told: Readonly<Record<string, unknown>>): GoogleAsset {
  const origin = objectOf(told['googlePhotosOrigin']);
  return {
    title,
    favourite: told['favorited'] === true,
    archived: told['archived'] === true,
    locked: told['inLockedFolder'] === true,
    trashed: told['trashed'] === true,
    fromPartner: origin !== null && 'fromPartnerSharing' in origin,
  };
}

/** What it says beyond what every file beside a photo may say. What was archived, or locked away, is hidden here: all of it is kept out of what is looked at. */
export function googleFields({ favourite, archived, locked }: GoogleAsset): Partial<AssetFields> {
  return { ...(favourite ? { favourite } : {}), ...(archived || locked ? { hidden: true } : {}) };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
