import { say, type Asset, type Change, type Resource } from '@rollcall/protocol';

/** One way in which a photo can be shown: as it was taken, or one of its edits. */
export interface Version {
  readonly resource: Resource;
  readonly name: string;
  readonly shown: boolean;
  /** Which of several edits it is, from 1 on; null: it is the only one, or the original. */
  readonly edit: number | null;
}

/** The original and its edits; none where it was never edited, for then there is nothing to choose from. */
export function versionsOf(asset: Asset, resources: readonly Resource[]): readonly Version[] {
  const original = resources.find(({ role }) => role === 'original');
  const edits = resources.filter(({ role }) => role === 'edited').sort((a, b) => (a.modifiedAt ?? 0) - (b.modifiedAt ?? 0));
  if (!original || edits.length === 0) return [];
  return [
    { resource: original, name: say('Original'), shown: asset.rendering === null, edit: null },
    ...edits.map((resource, index) => ({
      resource,
      name: edits.length === 1 ? say('Edited version') : say('Edited version {number}', { number: index + 1 }),
      shown: asset.rendering === resource.id,
      edit: edits.length === 1 ? null : index + 1,
    })),
  ];
}

/** What shows another version, on all devices, if none was chosen elsewhere meanwhile. Nothing of the others is lost by it. */
export function showVersion(asset: Asset, { role, hash, size, mime, fileName, modifiedAt, pixels }: Resource): Change {
  if (role === 'original') return { name: 'asset.revert', args: { assetId: asset.id }, expect: asset.rendering };
  const rendering = { role, hash, size, mime, fileName, modifiedAt, ...(pixels === undefined ? {} : { pixels }) };
  return { name: 'asset.edit', args: { assetId: asset.id, rendering }, expect: asset.rendering };
}
