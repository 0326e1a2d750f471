import { isAlbumChange, say, type Change } from '@rollcall/protocol';
import { decideAlbum } from './albums.ts';
import { create } from './create.ts';
import { attach, complete, edit, revert } from './edit.ts';
import { set } from './fields.ts';
import { join } from './join.ts';
import { rejected, type Context, type Decision, type Rows } from './rows.ts';
import { split } from './split.ts';
import { purge, restore, trash } from './state.ts';

/**
 * What a change does to a library: the one implementation of the merge rules, whatever stores the rows.
 * Pure and total. The caller reads what `needs(change)` names, decides, and writes, in one transaction.
 */
export function decide(rows: Rows, change: Change, context: Context): Decision {
  if (isAlbumChange(change)) return decideAlbum(rows, change, context);
  if (change.name === 'asset.create') return create(rows, change.args, context);
  const known = rows.assets.get(change.args.assetId);
  if (!known) return rejected('not-found', say('This library has no such photo.'));
  switch (change.name) {
    case 'asset.set':
      return set(known, change.args.fields);
    case 'asset.trash':
      return trash(known, context);
    case 'asset.restore':
      return restore(known);
    case 'asset.purge':
      return purge(known, change);
    case 'asset.edit':
      return edit(rows, known, change);
    case 'asset.revert':
      return revert(known, change);
    case 'resource.attach':
      return attach(rows, known, change.args.resource);
    case 'resource.complete':
      return complete(rows, known, change);
    case 'asset.join':
      return join(rows, known, change.args);
    case 'asset.split':
      return split(rows, known, change.args, context);
    default:
      return change satisfies never;
  }
}
