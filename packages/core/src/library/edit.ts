import { isCompanion, say, type Change, type NewResource, type Resource } from '@rollcall/protocol';
import { applied, put, rejected, superseded, type AssetRows, type Decision, type JournalEntry, type Rows, type RowWrite } from './rows.ts';
import { fewerPixels } from './fewer-pixels.ts';
import { kindOf, lacking, original, refuseMissing, refuseTooMany, resourceOf } from './resources.ts';
import { sameAs } from './same-as.ts';
import { gone } from './state.ts';

type Edit = Extract<Change, { name: 'asset.edit' }>;
type Revert = Extract<Change, { name: 'asset.revert' }>;
type Complete = Extract<Change, { name: 'resource.complete' }>;

/** A new rendering is shown, if the one that was edited is still shown; otherwise both are kept. A person who edits a trashed photo wants it. */
export function edit(rows: Rows, known: AssetRows, change: Edit): Decision {
  const { asset } = known;
  const { rendering } = change.args;
  if (asset.state === 'purged') return gone();
  if (rendering.role !== 'edited') return rejected('invalid', say('An edit brings a resource of the role “edited”.'));
  const { id } = resourceOf(asset.id, rendering);
  const shown = asset.rendering === id;
  if (shown && asset.state === 'live') return superseded('already-so');
  const added = lacking(known, [rendering]);
  const refusal = refuseMissing(rows, added.length > 0 ? [rendering] : []) ?? refuseTooMany(known, added.length);
  if (refusal) return refusal;
  // An edit that was made of a part before it was joined says nothing of the whole, and a film is never shown for a photo.
  const foreign = known.part !== undefined || kindOf(rendering.mime, asset.kind) !== asset.kind;
  const stale = !shown && (foreign || asset.rendering !== change.expect);
  const after = { ...asset, state: 'live' as const, trashedAt: null, rendering: stale ? asset.rendering : id };
  const changed = after.rendering !== asset.rendering || asset.state === 'trashed';
  const writes: readonly RowWrite[] = [...added, ...(changed ? [put(after)] : [])];
  const fewer = fewerPixels(asset, rendering.pixels);
  const journal: JournalEntry[] = [
    {
      assetId: asset.id,
      what: 'asset.edit',
      old: { rendering: asset.rendering, state: asset.state },
      new: { rendering: after.rendering, state: 'live', version: id, ...(fewer === null ? {} : { fewer }) },
    },
  ];
  return stale ? superseded('newer-edit', asset.id, writes, journal) : applied(writes, journal);
}

/** The original is shown again; the edited version stays among the versions. */
export function revert({ asset }: AssetRows, change: Revert): Decision {
  if (asset.state === 'purged') return gone();
  if (asset.rendering === null) return superseded('already-so');
  if (asset.rendering !== change.expect) return superseded('newer-edit');
  return applied(
    [put({ ...asset, rendering: null })],
    [{ assetId: asset.id, what: 'asset.revert', old: { rendering: asset.rendering }, new: { rendering: null } }],
  );
}

export function attach(rows: Rows, known: AssetRows, named: NewResource): Decision {
  const { asset } = known;
  if (asset.state === 'purged') return gone();
  if (named.role === 'original') {
    return original(known)?.hash === named.hash
      ? superseded('already-so')
      : rejected('invalid', say('The original of a photo is never replaced. Add the other bytes as a new photo.'));
  }
  const added = lacking(known, [named]);
  if (added.length === 0) return superseded('already-so');
  return (
    refuseMissing(rows, [named]) ??
    refuseTooMany(known, 1) ??
    applied(added, [
      {
        assetId: asset.id,
        what: 'resource.attach',
        old: null,
        new: { role: named.role, hash: named.hash, size: named.size, ...(known.part === undefined ? {} : { part: known.part }) },
      },
    ])
  );
}

/** The original was sent while its file was still being copied: the whole takes the place of its part. */
export function complete(rows: Rows, known: AssetRows, change: Complete): Decision {
  const { asset } = known;
  const whole = change.args.resource;
  if (asset.state === 'purged') return gone();
  if (whole.role !== 'original') return rejected('invalid', say('Only an original can be an unfinished copy.'));
  const part = unfinished(known, change.expect);
  if (part?.hash === whole.hash) return superseded('already-so');
  if (!part || part.hash !== change.expect)
    return rejected('invalid', say('The original is not the unfinished copy that was expected. Add the bytes as a new photo.'));
  if (whole.size <= part.size)
    return rejected('invalid', say('A whole file is larger than its unfinished copy. Add the bytes as a new photo.'));
  const refusal = refuseMissing(rows, [whole]);
  if (refusal) return refusal;
  const other = rows.originals.get(whole.hash);
  if (other && other.asset.id !== asset.id && part.role === 'original') return sameAs(rows, known, other);
  return applied(
    [put({ ...part, removed: true }), put(resourceOf(asset.id, { ...whole, role: part.role, fileName: whole.fileName ?? part.fileName }))],
    [
      {
        assetId: asset.id,
        what: 'resource.complete',
        old: { hash: part.hash, size: part.size },
        new: { hash: whole.hash, size: whole.size },
      },
    ],
  );
}

/** The original, or the part of a pair that was joined while its file was still being copied. */
function unfinished(known: AssetRows, expect: string): Resource | undefined {
  return known.resources.find(({ role, hash, removed }) => !removed && isCompanion(role) && hash === expect) ?? original(known);
}
