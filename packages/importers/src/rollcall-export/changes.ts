import type { AssetFields, Change, NewResource } from '@rollcall/protocol';
import type { ExportedThing, Thing } from '../found.ts';

/**
 * A photo of an export comes as it was: shown as it was shown, with its versions, and without what somebody has emptied. It comes with what its
 * files say, and is emptied again, for a server fills in of what nobody has ever said anything. Pure.
 */
export function exportedChanges(
  { kind, fields, trashed }: Thing,
  { shown, came }: ExportedThing,
  resources: readonly NewResource[],
  assetId: string,
): Change[] {
  const isEdit = ({ role }: NewResource): boolean => role === 'edited';
  const isShown = (resource: NewResource): boolean => isEdit(resource) && resource.hash === shown;
  // The first edit of a new photo is what it shows.
  const [first, versions] = [
    resources.filter((each) => !isEdit(each) || isShown(each)),
    resources.filter((each) => isEdit(each) && !isShown(each)),
  ];
  const empty: Partial<AssetFields> = Object.fromEntries(Object.keys(came).map((key) => [key, key === 'keywords' ? [] : null]));
  return [
    { name: 'asset.create', args: { assetId, kind, fields: { ...fields, ...came }, resources: [...first], newHere: false } },
    ...versions.map((resource): Change => ({ name: 'resource.attach', args: { assetId, resource } })),
    ...(Object.keys(empty).length === 0 ? [] : [{ name: 'asset.set' as const, args: { assetId, fields: empty } }]),
    ...(trashed ? [{ name: 'asset.trash' as const, args: { assetId } }] : []),
  ];
}
