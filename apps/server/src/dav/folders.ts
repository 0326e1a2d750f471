import { header } from '../bytes/carrier.ts';
import { checkConditions, checkLocks } from './conditions.ts';
import { inDropBox, type Asked, type Dav } from './dav.ts';
import { dropEntry, entryAt, isFolder, makeFolder } from './drop-box.ts';
import { giveAllBack } from './move.ts';
import { DavRefused } from './refuse.ts';
import { readText } from './xml.ts';

/** `MKCOL`: a folder of the app's own making, which it sees again. The library has none of it. */
export async function makeCollection(dav: Dav, asked: Asked): Promise<void> {
  const {
    visitor: { deviceId },
    request,
    reply,
  } = asked;
  const path = inDropBox(asked.path);
  if ((await readText(request.raw)) !== '') throw new DavRefused(415, 'A folder is made without a body.');
  if (path.length === 0 || entryAt(dav.database, deviceId, path) !== null)
    throw new DavRefused(405, 'There is something of this name already.');
  if (!isFolder(dav.database, deviceId, path.slice(0, -1))) throw new DavRefused(409, 'There is no such folder yet: make it first.');
  checkLocks(dav, deviceId, path, checkConditions(dav, asked, path), 'name');
  await dav.write(() => makeFolder(dav.database, deviceId, path, dav.clock.now()));
  void reply.code(201).send();
}

/** `DELETE`: the name goes, and with a folder all names in it. A photo that came under one stays in the library. */
export async function forget(dav: Dav, asked: Asked): Promise<void> {
  const {
    visitor: { deviceId },
    request,
    reply,
  } = asked;
  const path = inDropBox(asked.path);
  if (path.length === 0)
    throw new DavRefused(403, 'The drop box itself stays. What became of the photos is changed on the page, or on a device.');
  const entry = entryAt(dav.database, deviceId, path);
  if (entry === null) throw new DavRefused(404, 'There is nothing of this name here.');
  if (entry.isA === 'folder' && !['infinity', null].includes(header(request, 'depth')?.toLowerCase() ?? null))
    throw new DavRefused(400, 'A folder is deleted with all that is in it.');
  checkLocks(dav, deviceId, path, checkConditions(dav, asked, path), 'name');
  const gone = await dav.write(() => dropEntry(dav.database, deviceId, path));
  dav.locks.drop(deviceId, path.join('/'));
  await giveAllBack(dav, asked, gone);
  void reply.code(204).send();
}
