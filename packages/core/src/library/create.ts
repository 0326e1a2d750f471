import { isCompanion, planted, say, type Alias, type Asset, type Change, type NewResource } from '@rollcall/protocol';
import {
  applied,
  put,
  rejected,
  superseded,
  type AssetRows,
  type Context,
  type Decision,
  type JournalEntry,
  type Rows,
  type RowWrite,
} from './rows.ts';
import { lacking, original, refuseMissing, refuseTooMany, resourceOf } from './resources.ts';

type Create = Extract<Change, { name: 'asset.create' }>['args'];

/** A photo is added; or its id, or its original, is met here already. */
export function create(rows: Rows, args: Create, context: Context): Decision {
  const originals = new Set(args.resources.filter(({ role }) => role === 'original').map(({ hash }) => hash));
  const [hash] = originals;
  if (hash === undefined || originals.size > 1) return rejected('invalid', say('A photo has exactly one original.'));
  const known = rows.assets.get(args.assetId);
  if (known) return again(rows, known, args, hash);
  const kept = withBytes(rows, hash);
  if (kept) return duplicate(rows, kept, args, hash, context);
  if (rows.purged.has(hash) && !args.newHere && !planted('revives-purged')) return deletedBefore();
  return refuseMissing(rows, args.resources) ?? refuseTooMany(null, args.resources.length) ?? added(args, context);
}

/** Who has these bytes, as the original or as a part of a pair: what is live before what was deleted, and the original before a part. */
function withBytes(rows: Rows, hash: string): AssetRows | undefined {
  const found = [rows.originals.get(hash), rows.companions.get(hash)].filter((each) => each !== undefined);
  return found.find(({ asset }) => asset.state === 'live') ?? found[0];
}

function deletedBefore(): Decision {
  return rejected('deleted-before', say('This photo was deleted from the library before. Say whether to keep it or to forget it.'));
}

/** The id was minted before: the same outbox told twice, after a device was cloned or its chain began anew. Nothing a person did since is undone. */
function again(rows: Rows, known: AssetRows, args: Create, hash: string): Decision {
  const { asset } = known;
  if (asset.state === 'purged') return rejected('purged', say('This photo was deleted for good. To have it again, add it as a new one.'));
  // A part that was joined, and perhaps split off again, has the role that it got there.
  const same = known.resources.some((resource) => (resource.role === 'original' || isCompanion(resource.role)) && resource.hash === hash);
  if (!same) return rejected('invalid', say('This id belongs to another photo. Add the photo under a new id.'));
  return attachLacking(rows, known, args) ?? superseded(asset.id === args.assetId ? 'already-so' : 'duplicate', asset.id);
}

/** Undefined when the asset lacks nothing of it; an edit among them becomes a version and is not shown. */
function attachLacking(rows: Rows, known: AssetRows, args: Create): Decision | undefined {
  const writes = lacking(known, args.resources);
  if (writes.length === 0) return undefined;
  const named = args.resources.filter(({ role }) => role !== 'original');
  return (
    refuseMissing(rows, named) ??
    refuseTooMany(known, writes.length) ??
    superseded('duplicate', known.asset.id, writes, attachedJournal(known.asset.id, writes))
  );
}

function attachedJournal(assetId: string, writes: readonly RowWrite[]): readonly JournalEntry[] {
  return writes.map((write) => ({
    assetId,
    what: 'resource.attach',
    old: null,
    new: write.write === 'entity' && write.entity.type === 'resource' ? { role: write.entity.role, hash: write.entity.hash } : null,
  }));
}

/** The same original under another id: one photo is kept, and the minted id leads to it for ever. */
function duplicate(rows: Rows, kept: AssetRows, args: Create, hash: string, context: Context): Decision {
  const { asset } = kept;
  if (asset.state === 'trashed' && !args.newHere) return deletedBefore();
  const attached = planted('duplicate-drops-film') ? [] : lacking(kept, args.resources);
  const refusal = refuseMissing(rows, args.resources) ?? refuseTooMany(kept, attached.length);
  if (refusal) return refusal;
  const restored: RowWrite[] = asset.state === 'trashed' ? [put({ ...asset, state: 'live', trashedAt: null })] : [];
  const part = kept.resources.find((each) => isCompanion(each.role) && each.hash === hash && !each.removed);
  const whole = original(kept)?.hash === hash;
  const alias: Alias = { type: 'alias', from: args.assetId, to: asset.id, ...(part && !whole ? { role: part.role } : {}) };
  const journal: JournalEntry[] = [
    ...(asset.state === 'trashed'
      ? [
          {
            assetId: asset.id,
            what: 'asset.restore' as const,
            old: { state: 'trashed', trashedAt: asset.trashedAt },
            new: { state: 'live', addedBy: context.deviceId },
          },
        ]
      : []),
    ...attachedJournal(asset.id, attached),
    { assetId: asset.id, what: 'duplicate', old: null, new: { minted: args.assetId, fileName: args.fields.fileName } },
  ];
  return superseded('duplicate', asset.id, [...restored, ...attached, ...(planted('alias-forgotten') ? [] : [put(alias)])], journal);
}

function added(args: Create, context: Context): Decision {
  const resources = distinct(args.resources).map((named) => resourceOf(args.assetId, named));
  const asset: Asset = {
    ...args.fields,
    type: 'asset',
    id: args.assetId,
    kind: args.kind,
    state: 'live',
    trashedAt: null,
    addedAt: context.now,
    addedBy: context.deviceId,
    rendering: resources.find(({ role }) => role === 'edited')?.id ?? null,
  };
  const journal: JournalEntry[] = [
    {
      assetId: asset.id,
      what: 'asset.create',
      old: null,
      new: { kind: asset.kind, fileName: asset.fileName, resources: resources.map(({ role, hash, size }) => ({ role, hash, size })) },
    },
  ];
  return applied([put(asset), ...resources.map(put)], journal);
}

function distinct(named: readonly NewResource[]): readonly NewResource[] {
  return [...new Map(named.map((each) => [`${each.role}:${each.hash}`, each])).values()];
}
