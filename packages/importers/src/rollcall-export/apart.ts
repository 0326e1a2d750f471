import { resourceId, type Change, type ExportedPhoto } from '@rollcall/protocol';
import type { ExportedThing } from '../found.ts';
import type { FoundExport } from './read.ts';

/** Photos whose parts are photos of their own now come behind these. */
export function othersFirst(photos: readonly ExportedPhoto[]): ExportedPhoto[] {
  const isApart = ({ apart = [] }: ExportedPhoto): boolean => apart.length > 0;
  return [...photos.filter((photo) => !isApart(photo)), ...photos.filter(isApart)];
}

/** Of what was taken from a photo that which is a photo of the export; what is in none was deleted since. */
export function apartIn({ apart = [] }: ExportedPhoto, { byOriginal }: Pick<FoundExport, 'byOriginal'>): ExportedThing['apart'] {
  return apart.flatMap((part) => {
    const other = byOriginal.get(part.hash);
    return other === undefined ? [] : [{ part, fields: other.fields }];
  });
}

/**
 * The photo and what was taken from it are made one, and taken apart again, so that a server which reads their files knows that somebody did. Pure.
 * @param newIds one for each
 */
export function apartChanges(assetId: string, apart: ExportedThing['apart'], newIds: readonly string[]): Change[] {
  return apart.flatMap(({ part, fields }, at): Change[] => [
    { name: 'resource.attach', args: { assetId, resource: part } },
    {
      name: 'asset.split',
      args: { assetId, resource: resourceId(assetId, part.role, part.hash), hash: part.hash, newId: newIds[at]!, fields },
    },
  ]);
}
