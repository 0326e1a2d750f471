import { DAV_PATH, DAV_UPLOAD, LIMITS } from '@rollcall/protocol';
import { DavRefused } from './refuse.ts';

/** The folders at the top, by the names that they have in an address. */
export const UPLOAD = DAV_UPLOAD;
export const LIBRARY = 'Library';
export const ALBUMS = 'Albums';
export type Place = typeof UPLOAD | typeof LIBRARY | typeof ALBUMS;

/** Where a request goes: the segments below the top, as they are called. */
export interface DavPath {
  readonly segments: readonly string[];
  /** It ends in a slash: whoever asks takes it for a folder. */
  readonly asFolder: boolean;
}

/** Folders that lie in each other. */
const DEEPEST = 30;
/** Bytes of a name, as file systems have them. */
const LONGEST_NAME = 255;

/**
 * The path of a request's target, or of the header `Destination` without its host. Each segment is decoded by itself, so that what is
 * written as `%2F` is never taken for a slash. Throws for what is no path below the top, and for names that no file system has.
 */
export function pathOf(target: string): DavPath {
  // RFC 9112 section 3.2: a fragment is no part of what is asked for, and what is meant by one is not guessed.
  if (target.includes('#')) throw new DavRefused(400, 'An address that is asked for has no fragment (#).');
  const path = target.split('?', 1)[0] ?? '';
  const top = DAV_PATH.slice(0, -1);
  if (path !== top && !path.startsWith(DAV_PATH)) throw new DavRefused(502, 'What lies outside of /dav/ is not served over WebDAV.');
  const written = path.slice(DAV_PATH.length).split('/');
  const asFolder = path === top || written.at(-1) === '';
  const segments = written.filter((segment) => segment !== '').map(nameOf);
  if (segments.length > DEEPEST) throw new DavRefused(403, `Folders can lie ${DEEPEST} deep in each other.`);
  if (Buffer.byteLength(segments.join('/')) > LIMITS.path) throw new DavRefused(414, 'The path is too long.');
  return { segments, asFolder };
}

function nameOf(segment: string): string {
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    throw new DavRefused(400, 'The path is not written as UTF-8 in percent signs.');
  }
  // oxlint-disable-next-line no-control-regex -- they are what is refused
  if (name === '.' || name === '..' || /[\u0000-\u001f\u007f/\\]/.test(name))
    throw new DavRefused(400, 'A name has no slash, backslash or control character, and is not “.” or “..”.');
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new DavRefused(414, `A name can have ${LONGEST_NAME} bytes.`);
  return name;
}

/** The address of what these segments name; a folder's ends in a slash. */
export function hrefOf(segments: readonly string[], isFolder: boolean): string {
  const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed()).replace(/['()*!]/g, percent)).join('/');
  return `${DAV_PATH}${path}${isFolder && path !== '' ? '/' : ''}`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * Where something is to be moved or copied to. Throws when it leads to another server.
 * @param host by which this server was called
 */
export function destinationOf(header: string | undefined, host: string | undefined): DavPath {
  if (header === undefined) throw new DavRefused(400, 'The header Destination says where to.');
  if (header.startsWith('/')) return pathOf(header);
  const url = URL.parse(header);
  if (url === null) throw new DavRefused(400, 'The header Destination is no address.');
  // Behind a proxy the scheme, and the usual port with it, may be another; the name is the same.
  if (host === undefined || url.hostname !== URL.parse(`http://${host}`)?.hostname)
    throw new DavRefused(502, 'The header Destination leads to another server.');
  // As it was written: `URL` has resolved what climbs.
  return pathOf(header.slice(header.indexOf('/', header.indexOf('//') + 2)));
}
