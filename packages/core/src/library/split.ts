import { isCompanion, say, type Alias, type Asset, type Change, type Resource } from '@rollcall/protocol';
import { kindOf, original, resourceOf } from './resources.ts';
import { applied, put, rejected, superseded, type AssetRows, type Context, type Decision, type JournalEntry, type Rows } from './rows.ts';
import { gone } from './state.ts';

type Split = Extract<Change, { name: 'asset.split' }>['args'];

/**
 * One part of a pair becomes a photo of its own again, in the state that the pair is in. It has a new id: ids that led to the pair
 * lead there for ever.
 */
export function split(rows: Rows, known: AssetRows, args: Split, context: Context): Decision {
  const { asset } = known;
  if (asset.state === 'purged') return gone();
  const taken = rows.assets.get(args.newId);
  if (taken) return again(taken, args);
  const part = known.resources.find((each) => each.id === args.resource && !each.removed);
  if (!part || part.hash !== args.hash) return rejected('invalid', say('This photo has no such part any more.'));
  if (!isCompanion(part.role)) return rejected('invalid', say('Only a part that was joined can be split off: the photo itself stays.'));
  const others = known.resources.filter(
    (each) => !each.removed && args.others?.includes(each.id) && each.role !== 'original' && each.id !== part.id,
  );
  if (others.some(({ id }) => id === asset.rendering)) return rejected('invalid', say('What the photo shows stays with it.'));
  const leaving = [part, ...others].map((each) => put({ ...each, removed: true }));
  const elsewhere = rows.originals.get(part.hash);
  if (elsewhere && elsewhere.asset.id !== asset.id) {
    // These bytes are a photo of their own already: the part only leaves, and the new id leads to that photo.
    const alias: Alias = { type: 'alias', from: args.newId, to: elsewhere.asset.id };
    return superseded(
      'duplicate',
      elsewhere.asset.id,
      [put(alias), put({ ...part, removed: true })],
      [leftJournal(known, part, args.newId)],
    );
  }
  const made = resources(args, part, others);
  const added: Asset = {
    ...args.fields,
    type: 'asset',
    id: args.newId,
    kind: kindOf(part.mime, asset.kind),
    state: asset.state,
    trashedAt: asset.trashedAt,
    addedAt: context.now,
    addedBy: context.deviceId,
    rendering: shown(args, others, made),
  };
  // First what is new, so that the bytes are referred to at every moment.
  return applied([...made.map(put), put(added), ...leaving], [leftJournal(known, part, args.newId), cameJournal(added, known, part)]);
}

function resources(args: Split, part: Resource, others: readonly Resource[]): Resource[] {
  const own = (name: string | null): string | null => (name === args.fields.fileName ? null : name);
  return [
    resourceOf(args.newId, { ...part, role: 'original', fileName: own(part.fileName) }),
    ...others.map((each) => resourceOf(args.newId, { ...each, fileName: own(each.fileName) })),
  ];
}

function shown(args: Split, others: readonly Resource[], made: readonly Resource[]): string | null {
  const edit = others.find(({ id, role }) => id === args.shows && role === 'edited');
  return made.find(({ role, hash }) => role === 'edited' && hash === edit?.hash)?.id ?? null;
}

/** The id is there already: the same split told again, or a mistake. */
function again(taken: AssetRows, args: Split): Decision {
  if (taken.asset.state === 'purged') return gone();
  const same = taken.asset.id === args.newId ? original(taken)?.hash === args.hash : taken.resources.some(({ hash }) => hash === args.hash);
  return same
    ? superseded('already-so', taken.asset.id)
    : rejected('invalid', say('This id belongs to another photo. Split it off under a new id.'));
}

function leftJournal({ asset }: AssetRows, { role, hash, size, fileName }: Resource, newId: string): JournalEntry {
  return { assetId: asset.id, what: 'asset.split', old: { role, hash, size }, new: { assetId: newId, fileName } };
}

/** The other side of the same change, for the history of the new photo. */
function cameJournal(added: Asset, { asset }: AssetRows, { role }: Resource): JournalEntry {
  return { assetId: added.id, what: 'split-off', old: { assetId: asset.id, role }, new: { kind: added.kind, fileName: added.fileName } };
}
