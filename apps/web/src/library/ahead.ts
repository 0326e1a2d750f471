import type { PullPage, PullResult } from './store.ts';

/**
 * Asks for the next page of a feed while the last one is taken in, so that the server reads while the browser works. Where something
 * else is asked for then, what came is dropped.
 */
export function askAhead(pullPage: PullPage): PullPage {
  let ahead: { readonly cursor: string; readonly page: Promise<PullResult> } | null = null;
  return async (cursor) => {
    const known = ahead !== null && ahead.cursor === cursor ? ahead.page : null;
    ahead = null;
    const result = await (known ?? pullPage(cursor));
    if (result.ok && !result.page.complete) {
      const page = pullPage(result.page.cursor);
      // Told to who asks for it, if anybody does.
      page.catch(() => undefined);
      ahead = { cursor: result.page.cursor, page };
    }
    return result;
  };
}
