import { LIMITS, type RouteOutput } from '@rollcall/protocol';
import { wantedBlobs } from '../bytes/index.ts';
import type { ServerContext } from '../context.ts';

/** One page of what the library wants back. */
export function wantedPage(
  { database, libraries }: Pick<ServerContext, 'database' | 'libraries'>,
  libraryId: string,
  { after = '', limit = LIMITS.itemsPage }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): RouteOutput<'wanted'> {
  const found = wantedBlobs(database, libraryId, after, limit + 1);
  const blobs = found.slice(0, limit).map((blob) => ({
    ...blob,
    assetIds: libraries.assetsWith(libraryId, blob.hash, LIMITS.itemsPage).map(({ assetId }) => assetId),
  }));
  return { blobs, next: found.length > limit ? (blobs.at(-1)?.hash ?? null) : null };
}
