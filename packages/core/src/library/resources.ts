import { isRawMime, LIMITS, planted, resourceId, say, type AssetKind, type NewResource, type Resource } from '@rollcall/protocol';
import { put, rejected, type AssetRows, type Decision, type RowWrite, type Rows } from './rows.ts';

/** Bytes named by a change become a resource of an asset. */
export function resourceOf(assetId: string, named: NewResource): Resource {
  return {
    type: 'resource',
    id: resourceId(assetId, named.role, named.hash),
    assetId,
    role: named.role,
    hash: named.hash,
    size: named.size,
    mime: named.mime,
    fileName: named.fileName,
    modifiedAt: named.modifiedAt,
    ...(named.pixels === undefined ? {} : { pixels: named.pixels }),
    removed: false,
  };
}

/** A resource as a change names it again. */
export function named({ role, hash, size, mime, fileName, modifiedAt, pixels }: Resource): NewResource {
  return { role, hash, size, mime, fileName, modifiedAt, ...(pixels === undefined ? {} : { pixels }) };
}

/** Undefined when all bytes are here with the size that was said. */
export function refuseMissing(rows: Rows, named: readonly NewResource[]): Decision | undefined {
  for (const { role, hash, size } of named) {
    const stored = rows.stored.get(hash);
    if (stored === undefined && !planted('commit-without-blob'))
      return rejected(
        'blob-missing',
        say('The cloud does not have the bytes of the {role} ({hash}…). Send them again.', { role, hash: hash.slice(0, 12) }),
      );
    if (stored !== undefined && stored !== size)
      return rejected(
        'invalid',
        say('The {role} was said to have {size} bytes, but {stored} were sent.', { role, size: String(size), stored: String(stored) }),
      );
  }
  return undefined;
}

export function original(rows: AssetRows): Resource | undefined {
  return rows.resources.find(({ role, removed }) => role === 'original' && !removed);
}

/** Its original is what a camera's sensor gave, and no picture yet. */
export function isRaw(rows: AssetRows): boolean {
  return isRawMime(original(rows)?.mime ?? '');
}

/** What of `named` the asset lacks, as writes; an original it has is never replaced, and none is added. */
export function lacking(kept: AssetRows, named: readonly NewResource[]): readonly RowWrite[] {
  const here = new Set(kept.resources.filter(({ removed }) => !removed).map(({ id }) => id));
  const writes: RowWrite[] = [];
  for (const each of named) {
    if (each.role === 'original') continue;
    const resource = resourceOf(kept.asset.id, each);
    if (here.has(resource.id)) continue;
    here.add(resource.id);
    writes.push(put(resource));
  }
  return writes;
}

/** Undefined when the asset may take `more` resources; removed ones do not count. */
export function refuseTooMany(kept: AssetRows | null, more: number): Decision | undefined {
  const here = kept ? kept.resources.filter(({ removed }) => !removed).length : 0;
  if (here + more <= LIMITS.resourcesPerAsset) return undefined;
  return rejected(
    'too-many-resources',
    say('A photo can have {most} files; this would make {more}.', {
      most: String(LIMITS.resourcesPerAsset),
      more: String(here + more),
    }),
  );
}

/** Photo or video, as the type of the bytes says; what says neither is of the kind that was expected. */
export function kindOf(mime: string, otherwise: AssetKind): AssetKind {
  if (mime.startsWith('video/')) return 'video';
  return mime.startsWith('image/') ? 'photo' : otherwise;
}
