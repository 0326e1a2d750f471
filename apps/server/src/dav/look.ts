import { attachment } from '../bytes/attachment.ts';
import { header } from '../bytes/carrier.ts';
import { sendBytes } from '../bytes/download-routes.ts';
import { entry as ledgerEntry, sums } from '../bytes/ledger.ts';
import { isKnown } from '../bytes/range.ts';
import { nodeAt, nodesWithin, type Asked, type Dav } from './dav.ts';
import { multistatus } from './multistatus.ts';
import { tagOf, type DavNode, type FileNode } from './node.ts';
import { UPLOAD } from './path.ts';
import { responseOf, wantedOf, type Around, type Wanted } from './properties.ts';
import { DavRefused } from './refuse.ts';
import { parseXml, readText } from './xml.ts';

/** `PROPFIND`: what is there, and what lies in it. Not all that lies below it at once: a library has no end. */
export async function propfind(dav: Dav, asked: Asked): Promise<void> {
  const { request, reply } = asked;
  const depth = header(request, 'depth')?.toLowerCase() ?? 'infinity';
  if (depth !== '0' && depth !== '1')
    throw new DavRefused(403, 'One folder is told of at a time: ask with Depth: 1.', { condition: 'propfind-finite-depth' });
  const wanted = wantedOf(parseXml(await readText(request.raw)));
  const node = await nodeAt(dav, asked);
  const around = aroundOf(dav, asked);
  void reply
    .code(207)
    .headers({ 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store' })
    .send(multistatus(told(dav, asked, node, depth, wanted, around)));
}

async function* told(
  dav: Dav,
  { visitor }: Asked,
  node: DavNode,
  depth: '0' | '1',
  wanted: Wanted,
  around: Around,
): AsyncGenerator<string> {
  yield responseOf(node, wanted, around);
  if (depth === '0' || node.is === 'file') return;
  for await (const child of nodesWithin(dav, visitor, node.segments)) yield responseOf(child, wanted, around);
}

function aroundOf(dav: Dav, { visitor: { libraryId, deviceId } }: Asked): Around {
  const { used, reserved } = sums(dav.database, libraryId);
  return {
    quota: { used, free: Math.max(0, dav.libraries.quotaOf(libraryId) - used - reserved) },
    locksOn: ([first, ...rest]) =>
      first === UPLOAD ? dav.locks.on(deviceId, rest.join('/')).map((each) => ({ ...each, path: [UPLOAD, each.path].join('/') })) : [],
    writable: ([first]) => first === UPLOAD,
  };
}

/** `GET` and `HEAD`. */
export async function get(dav: Dav, asked: Asked): Promise<void> {
  const { request, reply } = asked;
  const node = await nodeAt(dav, asked);
  if (node.is === 'folder') {
    void reply.type('text/plain; charset=utf-8').send('A folder of a Rollcall library, for apps and file managers that speak WebDAV.\n');
    return;
  }
  const tag = tagOf(node);
  void reply.headers({
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-type': node.mime,
    'content-disposition': attachment(node.segments.at(-1) ?? ''),
    'content-security-policy': "sandbox; default-src 'none'",
    ...(node.modifiedAt === null ? {} : { 'last-modified': new Date(node.modifiedAt).toUTCString() }),
  });
  if (isKnown(header(request, 'if-none-match'), tag)) return void reply.code(304).send();
  if (node.hash === null) return void reply.header('content-length', 0).send();
  await sendNode(dav, asked, node, node.hash, tag);
}

async function sendNode(dav: Dav, { visitor, request, reply }: Asked, node: FileNode, hash: string, tag: string): Promise<void> {
  // A name in the drop box outlives what became of the photo.
  if (node.segments[0] === UPLOAD && (ledgerEntry(dav.database, visitor.libraryId, hash)?.state ?? 'reserved') === 'reserved')
    throw new DavRefused(404, 'It was brought, and is not in the library any more.');
  await sendBytes(dav, request, reply, hash, tag);
}
