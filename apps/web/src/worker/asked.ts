/** What a page asks for, as far as the worker has an answer of its own; `other`: none of its business. */
export type Asked = 'page' | 'file' | 'picture' | 'shared' | 'other';

export interface Request {
  readonly method: string;
  readonly url: URL;
  /** Somebody goes to this address, by typing it or by following a link. */
  readonly navigates: boolean;
}

/** Where Android’s share sheet sends files. */
export const SHARE = '/share';

const PICTURE = /^\/api\/v1\/assets\/[^/]+\/renditions\/(thumbnail|preview)$/;

/**
 * @param origin the page's own
 * @param files what the worker has kept of the program, by their paths
 */
export function whatIsAsked({ method, url, navigates }: Request, origin: string, files: ReadonlySet<string>): Asked {
  if (url.origin !== origin) return 'other';
  if (method === 'POST') return url.pathname === SHARE ? 'shared' : 'other';
  if (method !== 'GET') return 'other';
  // Only with the version in its address a picture stays what it is.
  if (PICTURE.test(url.pathname)) return url.searchParams.has('v') ? 'picture' : 'other';
  if (/^\/(api|dav)(\/|$)/.test(url.pathname)) return 'other';
  if (navigates) return /\.[a-z0-9]+$/i.test(url.pathname) ? 'other' : 'page';
  return files.has(url.pathname) || url.pathname.startsWith('/assets/') ? 'file' : 'other';
}
