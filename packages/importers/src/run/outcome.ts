import type { Change, MutationResult, NewResource } from '@rollcall/protocol';
import type { Standing } from '../changes.ts';
import type { FoundFile, Thing } from '../found.ts';
import type { Heard } from './cloud.ts';

/** A part of a photo in the cloud, as this import knows it: what is verified at the end. */
export interface Line {
  readonly file: FoundFile;
  readonly role: string;
  readonly hash: string;
  readonly size: number;
}

/** What became of one thing. */
export type Outcome =
  | {
      readonly is: 'added' | 'already-there';
      readonly assetId: string;
      readonly lines: readonly Line[];
      readonly fresh: number;
      readonly freshBytes: number;
    }
  | { readonly is: 'deleted-before' }
  | { readonly is: 'failed'; readonly words: string };

/** A thing whose bytes are in the cloud, with the changes that make it a photo of the library. */
export interface Entered {
  readonly thing: Thing;
  readonly resources: readonly { readonly resource: NewResource; readonly file: FoundFile }[];
  readonly standing: Standing | { readonly is: 'of-this-import'; readonly assetId: string };
  readonly assetId: string;
  readonly changes: readonly Change[];
}

/** What the cloud’s answers make of it. `lost`: the cloud has lost bytes of it. @param results of its changes, in their order */
export function outcomeOf(
  { assetId, changes, resources, standing }: Entered,
  results: readonly (MutationResult | null)[],
  cloud: Pick<Heard, 'resolve' | 'remote'>,
): Outcome | 'lost' {
  const refused = results.find((result) => result?.status === 'rejected');
  if (refused?.status === 'rejected') {
    if (refused.code === 'blob-missing') return 'lost';
    if (refused.code === 'deleted-before' || refused.code === 'purged') return { is: 'deleted-before' };
    return { is: 'failed', words: refused.words };
  }
  const first = results[0];
  const kept = (first?.status === 'superseded' ? first.assetId : null) ?? cloud.resolve(assetId);
  // An agent took the answer away before it could be read: what it pulled since tells.
  const isNew = standing.is === 'new' && (first?.status === 'applied' || (first === null && cloud.remote(kept)?.asset.id === assetId));
  const lines = resources.map(({ resource: { role, hash, size }, file }): Line => ({ role, hash, size, file }));
  const came = standing.is === 'new' && !isNew ? [] : lines.filter(({ hash }) => isBrought(changes, hash));
  return {
    is: isNew ? 'added' : 'already-there',
    assetId: kept,
    lines,
    fresh: came.length,
    freshBytes: came.reduce((sum, { size }) => sum + size, 0),
  };
}

/** One of the changes brings these bytes to the library. */
function isBrought(changes: readonly Change[], hash: string): boolean {
  return changes.some(
    (change) =>
      (change.name === 'resource.attach' && change.args.resource.hash === hash) ||
      (change.name === 'asset.create' && change.args.resources.some((each) => each.hash === hash)),
  );
}
