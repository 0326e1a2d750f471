import { header } from '../bytes/carrier.ts';
import { checkConditions, checkLocks } from './conditions.ts';
import { inDropBox, type Asked, type Dav } from './dav.ts';
import { entryAt, isFolder, putEntry, spotOf } from './drop-box.ts';
import { timeoutOf, type Lock } from './locks.ts';
import { lockXml } from './properties.ts';
import { DavRefused } from './refuse.ts';
import { childOf, DAV_NAMESPACE, isDav, parseXml, readText, XML_HEAD, xmlElement, xmlText, type XmlElement } from './xml.ts';

/** Letters of what a client says of who locks. */
const LONGEST_OWNER = 1000;

/** `LOCK`: a new one, or more time for one that there is. */
export async function lock(dav: Dav, asked: Asked): Promise<void> {
  const {
    visitor: { deviceId },
    request,
  } = asked;
  const path = inDropBox(asked.path);
  const root = parseXml(await readText(request.raw));
  const seconds = timeoutOf(header(request, 'timeout') ?? undefined);
  const shown = checkConditions(dav, asked, path);
  if (root === null) {
    const [token] = shown;
    const longer = token === undefined ? null : dav.locks.refresh(deviceId, path.join('/'), token, seconds);
    if (longer === null) throw new DavRefused(412, 'There is no such lock here.', { condition: 'lock-token-matches-request-uri' });
    return answer(asked, longer, 200);
  }
  const there = path.length === 0 || entryAt(dav.database, deviceId, path) !== null;
  if (!there && !isFolder(dav.database, deviceId, path.slice(0, -1)))
    throw new DavRefused(409, 'There is no such folder yet: make it first (MKCOL).');
  if (!there) checkLocks(dav, deviceId, path, shown, 'name');
  const { scope, owner } = askedFor(root);
  const depth = header(request, 'depth') === '0' ? '0' : 'infinity';
  const taken = dav.locks.take({ deviceId, path: path.join('/'), scope, depth, owner }, seconds);
  if (taken === 'locked') throw new DavRefused(423, 'It is locked already.', { condition: 'no-conflicting-lock' });
  if (taken === 'too-many')
    throw new DavRefused(503, 'There are too many locks. Release some, or wait until they end.', { headers: { 'retry-after': '60' } });
  // A name that is locked is there from now on, and empty (RFC 4918 section 7.3).
  if (!there)
    await dav.write(() =>
      putEntry(dav.database, deviceId, {
        ...spotOf(path),
        isA: 'unfinished',
        size: 0,
        hash: null,
        mime: 'application/octet-stream',
        modifiedAt: null,
        cameAt: dav.clock.now(),
        assetId: null,
      }),
    );
  answer(asked, taken, there ? 200 : 201);
}

function askedFor(root: XmlElement): Pick<Lock, 'scope' | 'owner'> {
  const scope = childOf(root, 'lockscope')?.children[0];
  const type = childOf(root, 'locktype')?.children[0];
  if (!isDav(root, 'lockinfo') || scope === undefined || type === undefined || !isDav(type, 'write'))
    throw new DavRefused(400, 'A LOCK has the element lockinfo in its body, with lockscope and a locktype of write.');
  const owner = childOf(root, 'owner');
  const told = owner === undefined ? '' : ownerXml(owner);
  return { scope: isDav(scope, 'shared') ? 'shared' : 'exclusive', owner: told.length > LONGEST_OWNER ? '' : told };
}

/** As it was told, of which the elements and letters are kept. */
function ownerXml({ children, text }: XmlElement): string {
  if (children.length === 0) return xmlText(text.trim());
  return children.map((child) => xmlElement(child, ownerXml(child))).join('');
}

function answer({ reply }: Asked, granted: Lock, status: number): void {
  void reply
    .code(status)
    .headers({ 'content-type': 'application/xml; charset=utf-8', 'lock-token': `<${granted.token}>` })
    .send(`${XML_HEAD}<D:prop xmlns:D="${DAV_NAMESPACE}"><D:lockdiscovery>${lockXml(granted)}</D:lockdiscovery></D:prop>`);
}

/** `UNLOCK`. */
export async function unlock(dav: Dav, asked: Asked): Promise<void> {
  const {
    visitor: { deviceId },
    request,
    reply,
  } = asked;
  const path = inDropBox(asked.path);
  const token = /^\s*<([^<>]{1,200})>\s*$/.exec(header(request, 'lock-token') ?? '')?.[1];
  if (token === undefined) throw new DavRefused(400, 'The header Lock-Token says which lock.');
  if (!dav.locks.release(deviceId, path.join('/'), token))
    throw new DavRefused(409, 'There is no such lock here.', { condition: 'lock-token-matches-request-uri' });
  void reply.code(204).send();
}
