import type { Resource } from '@rollcall/protocol';
import type { Attempts, Subject } from './attempts.ts';
import type { RenditionContext } from './make.ts';
import type { Views } from './views.ts';
import type { Worker } from './workers.ts';

/** Photos are looked through so many at a time. */
const PAGE = 64;
/** So many are known to wait at a time; the rest is looked through when they are made. */
const MOST_WAITING = 10_000;
/** Of these a decoding is dear; what others cost is not worth the room. */
const DEAR: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

/**
 * Makes compressed versions that nobody has asked for yet, where a device of the library keeps no originals: of what is dear to decode, the
 * oldest first, as it gives way first, and favourites last; as long as there is room beside what devices and people asked for. It ends with the
 * setting.
 */
export interface Ahead {
  /** Looks through some photos, or makes one; false: there is nothing to do. */
  next(worker: Worker): Promise<boolean>;
  /** Bytes that were missing may be there again, and a setting may be another. */
  again(): void;
  /** Of a library, how many are known to wait. */
  left(libraryId: string): number;
}

interface Waiting {
  readonly resource: Pick<Resource, 'id' | 'assetId' | 'hash' | 'modifiedAt'>;
  readonly name: string;
}
interface Library {
  /** Looked through up to here. */
  after: Pick<Subject, 'assetId' | 'resourceId'> | null;
  through: boolean;
  /** One look for all who ask at the same time. */
  looking: Promise<void> | null;
  readonly first: Waiting[];
  readonly favourites: Waiting[];
}

export function openAhead(
  context: Pick<RenditionContext, 'libraries' | 'optimising'>,
  attempts: Pick<Attempts, 'uncompressed'>,
  views: Pick<Views, 'ahead'>,
): Ahead {
  const libraries = new Map<string, Library>();
  const waitingIn = ({ first, favourites }: Library): number => first.length + favourites.length;

  const lookThrough = async (libraryId: string, its: Library): Promise<void> => {
    const found = attempts.uncompressed(libraryId, its.after, PAGE);
    const last = found.at(-1);
    if (last === undefined) its.through = true;
    else its.after = last;
    for (const { assetId, resourceId } of found) {
      const asset = await context.libraries.asset(libraryId, assetId);
      const resource = asset?.resources.find(({ id }) => id === resourceId);
      if (!asset || !resource || asset.id !== assetId || asset.state !== 'live' || !DEAR.has(resource.mime)) continue;
      (asset.favourite ? its.favourites : its.first).push({ resource, name: resource.fileName ?? asset.fileName });
    }
  };
  return {
    async next(worker) {
      const now = context.optimising();
      for (const libraryId of libraries.keys()) if (!now.includes(libraryId)) libraries.delete(libraryId);
      for (const libraryId of now) {
        const its = libraries.get(libraryId) ?? { after: null, through: false, looking: null, first: [], favourites: [] };
        libraries.set(libraryId, its);
        if (!its.through && waitingIn(its) < MOST_WAITING) {
          its.looking ??= lookThrough(libraryId, its).finally(() => (its.looking = null));
          await its.looking;
          return true;
        }
        const wanted = its.first.shift() ?? its.favourites.shift();
        if (wanted === undefined) continue;
        if (await views.ahead(worker, { ...wanted, kind: 'compressed' })) return true;
        // There is no room for more.
        its.first.length = 0;
        its.favourites.length = 0;
        its.through = true;
      }
      return false;
    },
    again: () => libraries.clear(),
    left: (libraryId) => {
      const its = libraries.get(libraryId);
      return its === undefined ? 0 : waitingIn(its);
    },
  };
}
