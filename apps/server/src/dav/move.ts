import { HEAD_BYTES } from '@rollcall/media';
import { LIMITS } from '@rollcall/protocol';
import { header } from '../bytes/carrier.ts';
import { entry as ledgerEntry, giveBack } from '../bytes/ledger.ts';
import { noteRefused } from './brought.ts';
import { checkConditions, checkLocks } from './conditions.ts';
import { inDropBox, type Asked, type Dav } from './dav.ts';
import { copyEntry, countFrom, dropEntry, entryAt, isFolder, putEntry, renameEntry, spotOf, type Entry } from './drop-box.ts';
import { mediaOf } from './enter.ts';
import { destinationOf } from './path.ts';
import { photoOf } from './put.ts';
import { NotReceived } from './not-received.ts';
import { DavRefused } from './refuse.ts';
import { isUnfinishedName } from './unfinished.ts';

/** `MOVE` and `COPY` of names. What gets the name of a photo that is done becomes one now. */
export async function moveOrCopy(dav: Dav, asked: Asked, how: 'move' | 'copy'): Promise<void> {
  const { visitor, request, reply } = asked;
  const { deviceId } = visitor;
  const { database } = dav;
  const from = inDropBox(asked.path);
  const to = inDropBox(destinationOf(header(request, 'destination') ?? undefined, request.headers.host));
  const deep = header(request, 'depth') !== '0' || how === 'move';
  const entry = from.length === 0 ? null : entryAt(database, deviceId, from);
  if (from.length === 0) throw new DavRefused(403, 'The drop box itself stays where it is.');
  if (entry === null) throw new DavRefused(404, 'There is nothing of this name here.');
  const there = checkTarget(dav, asked, { from, to, entry, how, deep });
  const promoted = await promote(dav, asked, to, entry);
  const gone = await dav.write(() => {
    const dropped = there === null ? [] : dropEntry(database, deviceId, to);
    if (how === 'copy') copyEntry(database, deviceId, from, to, deep);
    else renameEntry(database, deviceId, from, to);
    if (promoted !== null) putEntry(database, deviceId, promoted);
    return dropped;
  });
  dav.locks.drop(deviceId, to.join('/'));
  if (how === 'move') dav.locks.drop(deviceId, from.join('/'));
  await giveAllBack(dav, asked, gone);
  void reply.code(there === null ? 201 : 204).send();
}

interface Moving {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly entry: Entry;
  readonly how: 'move' | 'copy';
  readonly deep: boolean;
}

/** What has the name already; null: nothing. Throws for all that keeps it from being taken. */
function checkTarget(dav: Dav, asked: Asked, { from, to, entry, how, deep }: Moving): Entry | null {
  const {
    visitor: { deviceId },
    request,
  } = asked;
  const { database } = dav;
  const [old, next] = [from.join('/'), to.join('/')];
  if (old === next || to.length === 0) throw new DavRefused(403, 'It cannot be moved or copied to itself, or in place of the drop box.');
  if (next.startsWith(`${old}/`) || old.startsWith(`${next}/`))
    throw new DavRefused(409, 'A folder cannot be moved or copied into itself.');
  if (!isFolder(database, deviceId, to.slice(0, -1))) throw new DavRefused(409, 'There is no such folder yet: make it first (MKCOL).');
  const there = entryAt(database, deviceId, to);
  if (there !== null && /^\s*F\s*$/i.test(header(request, 'overwrite') ?? ''))
    throw new DavRefused(412, 'There is something of this name already.');
  const shown = checkConditions(dav, asked, from);
  if (how === 'move') checkLocks(dav, deviceId, from, shown, 'name');
  checkLocks(dav, deviceId, to, shown, 'name');
  if (how === 'copy' && entry.isA === 'folder' && deep && countFrom(database, deviceId, from) > LIMITS.dropBoxFolders)
    throw new DavRefused(507, `Folders with up to ${LIMITS.dropBoxFolders} names can be copied here.`);
  return there;
}

/** What was no photo yet, and gets the name of one. Null: nothing changes but the name. */
async function promote(dav: Dav, asked: Asked, to: readonly string[], entry: Entry): Promise<Entry | null> {
  const { visitor } = asked;
  const { hash, size, modifiedAt } = entry;
  const name = to.at(-1) ?? '';
  if (entry.isA !== 'unfinished' || hash === null || isUnfinishedName(name)) return null;
  try {
    const blob =
      (ledgerEntry(dav.database, visitor.libraryId, hash)?.state ?? 'reserved') === 'reserved' ? null : await dav.blobs.open(hash);
    if (blob === null) throw new DavRefused(404, 'Its bytes are not kept any more, for it was no photo for a day. Send it again.');
    const chunks: Uint8Array[] = [];
    for await (const chunk of blob.stream(0, Math.min(HEAD_BYTES, blob.size)) as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const media = mediaOf(name, Buffer.concat(chunks), size);
    return { ...entry, ...spotOf(to), ...(await photoOf(dav, asked, to, { hash, size, media, modifiedAt })) };
  } catch (error) {
    if (error instanceof NotReceived && error.why !== null) await noteRefused(dav, visitor, { path: to, size, hash: null }, error.why);
    throw error;
  }
}

/** Bytes that nobody knows by a name any more, and that became no photo. */
export async function giveAllBack(dav: Dav, { visitor }: Pick<Asked, 'visitor'>, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await dav.write(() => {
    for (const hash of hashes) giveBack(dav.database, visitor.libraryId, visitor.deviceId, hash);
  });
}
