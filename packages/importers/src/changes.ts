import type { RemoteAsset } from '@rollcall/core';
import { resourceId, type Asset, type AssetFields, type Change, type NewResource } from '@rollcall/protocol';
import type { Thing, Told } from './found.ts';
import { exportedChanges } from './rollcall-export/changes.ts';

/** What the library already does with the original of a thing. */
export type Standing =
  | { readonly is: 'new' }
  /** These bytes are a photo of the library, or a part of one. */
  | { readonly is: 'here'; readonly remote: RemoteAsset }
  /** Somebody deleted them: in Recently Deleted, or for good. */
  | { readonly is: 'deleted' };

/** A thing that the library does not have comes whole, with all that is told of it; what was in the trash goes to Recently Deleted. */
export function newThing(thing: Thing, resources: readonly NewResource[], assetId: string): Change[] {
  const { kind, fields, trashed, exported } = thing;
  if (exported !== undefined) return exportedChanges(thing, exported, resources, assetId);
  return [
    { name: 'asset.create', args: { assetId, kind, fields, resources: [...resources], newHere: false } },
    ...(trashed ? [{ name: 'asset.trash' as const, args: { assetId } }] : []),
  ];
}

/** Parts that a photo of the library lacks: whatever they are bytes of, none is there twice, and what was taken out of it stays out. */
export function lackingParts({ asset, resources: own }: RemoteAsset, resources: readonly NewResource[]): NewResource[] {
  const has = new Set(own.filter(({ removed }) => !removed).map(({ hash }) => hash));
  const known = new Set(own.map(({ id }) => id));
  return resources.filter(({ hash, role }) => !has.has(hash) && !known.has(resourceId(asset.id, role, hash)));
}

/** Adds parts to a photo of the library. */
export function attached(assetId: string, resources: readonly NewResource[]): Change[] {
  return resources.map((resource) => ({ name: 'resource.attach', args: { assetId, resource } }));
}

/** Dates that anything told is better than. */
const GUESSED: ReadonlySet<string> = new Set(['file-name', 'file-time', 'unknown']);

/** Of what is told of a photo, what its library has nothing of. Nothing that stands there is ever overwritten. */
export function fillable(asset: Asset, { fields }: Told): Partial<AssetFields> {
  const fill: Partial<AssetFields> = {};
  for (const key of ['place', 'title', 'caption', 'rating'] as const)
    if (asset[key] === null && fields[key] !== undefined && fields[key] !== null) Object.assign(fill, { [key]: fields[key] });
  if (asset.keywords.length === 0 && fields.keywords !== undefined && fields.keywords.length > 0) fill.keywords = fields.keywords;
  if (!asset.favourite && fields.favourite === true) fill.favourite = true;
  if (!asset.hidden && fields.hidden === true) fill.hidden = true;
  if (GUESSED.has(asset.capturedSource) && fields.capturedAt !== undefined && fields.capturedSource !== undefined)
    Object.assign(fill, { capturedAt: fields.capturedAt, capturedSource: fields.capturedSource });
  return fill;
}

/** Without what somebody has set since the photo came, whatever it was set to: they may have emptied it. @param history of the photo */
export function unsaid(
  fill: Partial<AssetFields>,
  history: readonly { readonly what: string; readonly new: unknown }[],
): Partial<AssetFields> {
  const said = new Set(
    history.flatMap(({ what, new: told }) => (what === 'asset.set' && typeof told === 'object' && told !== null ? Object.keys(told) : [])),
  );
  const left = Object.entries(fill).filter(([key]) => !said.has(key) && !(key === 'capturedSource' && said.has('capturedAt')));
  return Object.fromEntries(left);
}
