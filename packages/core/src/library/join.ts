import { LIMITS, planted, say, type Alias, type Asset, type AssetFields, type Change, type Resource } from '@rollcall/protocol';
import { inheritPlaces } from './albums.ts';
import { fieldsOf, GUESSED, same } from './fields.ts';
import { original, refuseTooMany, resourceOf } from './resources.ts';
import { applied, put, rejected, superseded, type AssetRows, type Decision, type JournalEntry, type Rows, type RowWrite } from './rows.ts';
import { gone } from './state.ts';

type Join = Extract<Change, { name: 'asset.join' }>['args'];

/**
 * Two photos turn out to be parts of one. The joined one's bytes become a part of the kept one, its id leads there for ever, and
 * nothing is added, revived or lost by it. Both must be in the library, or both in Recently Deleted; a purge that came before wins.
 */
export function join(rows: Rows, kept: AssetRows, args: Join): Decision {
  const joined = rows.assets.get(args.joined);
  if (!joined) return rejected('not-found', say('This library has no such photo to join.'));
  if (args.joined === args.assetId) return rejected('invalid', say('A photo cannot be joined to itself.'));
  // Told again, or joined the other way round at the same time on another device: one pair all the same.
  if (joined.asset.id === kept.asset.id) return superseded('already-so', kept.asset.id);
  if (kept.asset.state === 'purged' || joined.asset.state === 'purged') return gone();
  if (joined.asset.id !== args.joined) return rejected('invalid', say('That one is part of another photo already. Split it off first.'));
  if (kept.asset.state !== joined.asset.state)
    return rejected('invalid', say('One of the two is in Recently Deleted. Restore it first, then join them.'));
  const moved = joined.resources.filter(({ removed }) => !removed).map((each) => movedTo(kept.asset, joined.asset, each, args.role));
  const here = new Set(kept.resources.filter(({ removed }) => !removed).map(({ id }) => id));
  const added = moved.filter(({ id }) => !here.has(id));
  const refusal = refuseTooMany(kept, added.length);
  if (refusal) return refusal;
  const after = { ...kept.asset, ...united(kept.asset, joined.asset) };
  const alias: Alias = { type: 'alias', from: joined.asset.id, to: kept.asset.id, role: args.role };
  const writes: RowWrite[] = [
    // First what is new, so that the bytes are referred to at every moment.
    ...(planted('join-drops-film') ? [] : added.map(put)),
    ...joined.resources.filter(({ removed }) => !removed).map((each) => put({ ...each, removed: true })),
    put(after),
    put(alias),
    ...inheritPlaces(rows, joined.asset.id, kept.asset.id),
    { write: 'drop-asset', assetId: joined.asset.id },
  ];
  return applied(writes, [joinedJournal(kept, joined, after, args.role, here)]);
}

/** The joined one's original takes the role of the part; its edits and sidecars keep theirs. Files keep the names they came with. */
function movedTo(kept: Asset, joined: Asset, resource: Resource, role: string): Resource {
  const named = { ...resource, fileName: resource.fileName ?? joined.fileName };
  return resourceOf(kept.id, resource.role === 'original' ? { ...named, role } : named);
}

/** What the kept one lacks is taken from the joined one. Size and duration are those of what is shown, and stay. */
function united(kept: Asset, joined: Asset): Partial<AssetFields> {
  const fields: Partial<AssetFields> = {};
  for (const key of ['camera', 'exposure', 'place', 'title', 'caption', 'rating'] as const) {
    if (kept[key] === null && joined[key] !== null) Object.assign(fields, { [key]: joined[key] });
  }
  if (GUESSED.has(kept.capturedSource) && !GUESSED.has(joined.capturedSource)) {
    fields.capturedAt = joined.capturedAt;
    fields.capturedSource = joined.capturedSource;
  }
  // What a person hid does not come to light by a join.
  if (joined.hidden) fields.hidden = true;
  if (joined.favourite) fields.favourite = true;
  // Beyond the limit the kept one's stay; the others are in the history.
  fields.keywords = [...new Set([...kept.keywords, ...joined.keywords])].slice(0, LIMITS.keywords);
  return fields;
}

/** All that a later split needs to give the joined one back as it was. */
function joinedJournal(kept: AssetRows, joined: AssetRows, after: Asset, role: string, here: ReadonlySet<string>): JournalEntry {
  const keys = (Object.keys(united(kept.asset, joined.asset)) as (keyof AssetFields)[]).filter((key) => !same(kept.asset[key], after[key]));
  const { id, kind, rendering } = joined.asset;
  const current = joined.resources.filter(({ removed }) => !removed);
  return {
    assetId: kept.asset.id,
    what: 'asset.join',
    old: {
      kept: Object.fromEntries(keys.map((key) => [key, kept.asset[key]])),
      joined: {
        id,
        kind,
        fields: fieldsOf(joined.asset),
        shows: current.find((each) => each.id === rendering)?.hash ?? null,
        // Only what the kept one did not have by itself.
        resources: current
          .filter((each) => !here.has(movedTo(kept.asset, joined.asset, each, role).id))
          .map((each) => ({ role: each.role, hash: each.hash })),
      },
    },
    new: {
      role,
      hash: original(joined)?.hash ?? null,
      fileName: joined.asset.fileName,
      kept: Object.fromEntries(keys.map((key) => [key, after[key]])),
    },
  };
}
