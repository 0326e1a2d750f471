import { checkConditions, checkLocks } from './conditions.ts';
import { inDropBox, nodeAt, type Asked, type Dav } from './dav.ts';
import { datedEntry } from './drop-box.ts';
import { multistatus } from './multistatus.ts';
import { hrefOf } from './path.ts';
import { propstat } from './properties.ts';
import { DavRefused } from './refuse.ts';
import { DAV_NAMESPACE, isDav, parseXml, readText, xmlElement, xmlText, type XmlElement } from './xml.ts';

/** What Windows says of a file after it has sent it, and gives up the file when it may not. */
const WINDOWS = 'urn:schemas-microsoft-com:';
/** Properties of one request. */
const MOST = 100;

/**
 * `PROPPATCH`: of a file in the drop box the time of its last change is taken; what Windows says besides is heard and not kept; everything
 * else is refused, and then nothing is changed.
 */
export async function proppatch(dav: Dav, asked: Asked): Promise<void> {
  const {
    visitor: { deviceId },
    request,
    reply,
  } = asked;
  const path = inDropBox(asked.path);
  const root = parseXml(await readText(request.raw));
  if (root === null || !isDav(root, 'propertyupdate')) throw new DavRefused(400, 'A PROPPATCH has the element propertyupdate in its body.');
  const node = await nodeAt(dav, asked);
  checkLocks(dav, deviceId, path, checkConditions(dav, asked, path), 'bytes');
  const wishes = root.children.flatMap((act) =>
    act.children.flatMap((prop) => prop.children.map((named) => ({ named, sets: isDav(act, 'set') }))),
  );
  if (wishes.length > MOST) throw new DavRefused(413, `A request can name ${MOST} properties.`);
  const refused = wishes.filter(({ named, sets }) => !isTaken(named, sets));
  const date = wishes.map(({ named, sets }) => (sets ? dateOf(named) : null)).find((at) => at !== null);
  if (refused.length === 0 && date !== undefined && node.is === 'file')
    await dav.write(() => datedEntry(dav.database, deviceId, path, date));
  const names = (of: typeof wishes): string[] => of.map(({ named: { namespace, name } }) => xmlElement({ namespace, name }));
  const others = wishes.filter((wish) => !refused.includes(wish));
  const parts =
    refused.length === 0
      ? propstat(names(wishes), 200)
      : propstat(names(refused), 403, '<D:error><D:cannot-modify-protected-property/></D:error>') +
        (others.length > 0 ? propstat(names(others), 424) : '');
  void reply
    .code(207)
    .type('application/xml; charset=utf-8')
    .send(multistatus([`<D:response><D:href>${xmlText(hrefOf(node.segments, node.is === 'folder'))}</D:href>${parts}</D:response>\n`]));
}

function isTaken(named: XmlElement, sets: boolean): boolean {
  return named.namespace === WINDOWS || (sets && dateOf(named) !== null);
}

function dateOf({ namespace, name, text }: XmlElement): number | null {
  if (!(namespace === DAV_NAMESPACE && name === 'getlastmodified') && !(namespace === WINDOWS && name === 'Win32LastModifiedTime'))
    return null;
  const at = Date.parse(text.trim());
  return Number.isFinite(at) && at > 0 ? at : null;
}
