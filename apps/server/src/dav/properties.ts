import { basename } from './library-names.ts';
import type { Lock } from './locks.ts';
import { tagOf, type DavNode } from './node.ts';
import { hrefOf } from './path.ts';
import { DavRefused } from './refuse.ts';
import { childOf, DAV_NAMESPACE, isDav, xmlElement, xmlText, type XmlElement, type XmlName } from './xml.ts';

/** Properties that a request names; more are no property that anybody knows. */
const MOST_NAMED = 100;

/** Which properties a `PROPFIND` wants. */
export type Wanted = { readonly want: 'all' | 'names' } | { readonly want: 'named'; readonly names: readonly XmlName[] };

/** @param root of the body; null: there is none, which asks for all */
export function wantedOf(root: XmlElement | null): Wanted {
  if (root === null) return { want: 'all' };
  if (!isDav(root, 'propfind')) throw new DavRefused(400, 'A PROPFIND has the element propfind in its body, or nothing.');
  if (childOf(root, 'propname')) return { want: 'names' };
  const prop = childOf(root, 'prop');
  if (prop) return { want: 'named', names: prop.children.slice(0, MOST_NAMED) };
  if (childOf(root, 'allprop')) return { want: 'all' };
  throw new DavRefused(400, 'A PROPFIND asks for allprop, propname or prop.');
}

/** What is told beside the node itself. */
export interface Around {
  /** Bytes that the library uses, and those that are free. */
  readonly quota: { readonly used: number; readonly free: number };
  /** Those that hold on a path below the top. */
  readonly locksOn: (segments: readonly string[]) => readonly Lock[];
  /** Something may be written there. */
  readonly writable: (segments: readonly string[]) => boolean;
}

type Tell = (node: DavNode, around: Around) => string | null;

/** Every property there is, as its XML; null: this node has none. */
const PROPERTIES: Readonly<Record<string, Tell>> = {
  resourcetype: (node) => (node.is === 'folder' ? '<D:collection/>' : ''),
  displayname: (node) => xmlText(basename(node.segments)),
  getcontentlength: (node) => (node.is === 'file' ? String(node.size) : null),
  getcontenttype: (node) => (node.is === 'file' ? xmlText(node.mime) : null),
  getetag: (node) => (node.is === 'file' ? xmlText(tagOf(node)) : null),
  getlastmodified: ({ modifiedAt }) => (modifiedAt === null ? null : new Date(modifiedAt).toUTCString()),
  creationdate: (node) => (node.is === 'file' && node.createdAt !== null ? new Date(node.createdAt).toISOString() : null),
  supportedlock: ({ segments }, { writable }) => (writable(segments) ? LOCK_KINDS : ''),
  lockdiscovery: ({ segments }, { locksOn }) => locksOn(segments).map(lockXml).join(''),
  // RFC 4331: of folders.
  'quota-available-bytes': (node, { quota }) => (node.is === 'folder' ? String(quota.free) : null),
  'quota-used-bytes': (node, { quota }) => (node.is === 'folder' ? String(quota.used) : null),
};
/** RFC 4331 section 2: not told to who asks for all. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set(['quota-available-bytes', 'quota-used-bytes']);

const LOCK_KINDS = ['exclusive', 'shared']
  .map((scope) => `<D:lockentry><D:lockscope><D:${scope}/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockentry>`)
  .join('');

export function lockXml({ path, scope, depth, owner, timeout, token }: Lock): string {
  const root = hrefOf(path.split('/'), false);
  return `<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope><D:${scope}/></D:lockscope><D:depth>${depth}</D:depth>${
    owner === '' ? '' : `<D:owner>${owner}</D:owner>`
  }<D:timeout>Second-${timeout}</D:timeout><D:locktoken><D:href>${token}</D:href></D:locktoken><D:lockroot><D:href>${xmlText(root)}</D:href></D:lockroot></D:activelock>`;
}

/** One node of an answer, by what was asked of it. */
export function responseOf(node: DavNode, wanted: Wanted, around: Around): string {
  const found: string[] = [];
  const missing: string[] = [];
  for (const { namespace, name } of namesOf(wanted)) {
    const tell = namespace === DAV_NAMESPACE && Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    const inside = tell?.(node, around) ?? null;
    if (inside !== null) found.push(xmlElement({ namespace, name }, wanted.want === 'names' ? '' : inside));
    else if (wanted.want === 'named') missing.push(xmlElement({ namespace, name }));
  }
  const parts = [
    ...(found.length > 0 || missing.length === 0 ? [propstat(found, 200)] : []),
    ...(missing.length > 0 ? [propstat(missing, 404)] : []),
  ];
  return `<D:response><D:href>${xmlText(hrefOf(node.segments, node.is === 'folder'))}</D:href>${parts.join('')}</D:response>\n`;
}

function namesOf(wanted: Wanted): readonly XmlName[] {
  if (wanted.want === 'named') return wanted.names;
  return Object.keys(PROPERTIES)
    .filter((name) => wanted.want === 'names' || !ONLY_BY_NAME.has(name))
    .map((name) => ({ namespace: DAV_NAMESPACE, name }));
}

const REASONS: Readonly<Record<number, string>> = { 200: 'OK', 403: 'Forbidden', 404: 'Not Found', 424: 'Failed Dependency' };

export function propstat(properties: readonly string[], status: number, more = ''): string {
  return `<D:propstat><D:prop>${properties.join('')}</D:prop><D:status>HTTP/1.1 ${status} ${REASONS[status] ?? ''}</D:status>${more}</D:propstat>`;
}
