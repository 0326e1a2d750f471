import { drain, header } from '../bytes/carrier.ts';
import { giveBack } from '../bytes/ledger.ts';
import { noteBrought, noteRefused } from './brought.ts';
import { checkConditions, checkLocks } from './conditions.ts';
import { goOn, isWaiting } from './continue.ts';
import { inDropBox, type Asked, type Dav } from './dav.ts';
import { entryAt, isFolder, putEntry, spotOf, type Entry } from './drop-box.ts';
import { enterPhoto, mediaOf, type Media } from './enter.ts';
import { tagOf } from './node.ts';
import { NotReceived } from './not-received.ts';
import { DavRefused } from './refuse.ts';
import { isUnfinishedName } from './unfinished.ts';

/** A file comes. When it is answered its bytes are on disk, and it is a photo of the library, if its name is one of a photo that is done. */
export async function put(dav: Dav, asked: Asked): Promise<void> {
  const { visitor, reply } = asked;
  const path = inDropBox(asked.path);
  try {
    const length = beforeBody(dav, asked, path);
    const there = entryAt(dav.database, visitor.deviceId, path) !== null;
    const entry = length === 0 ? emptyEntry(dav, asked, path) : await takeFile(dav, asked, path, length);
    await dav.write(() => putEntry(dav.database, visitor.deviceId, entry));
    if (entry.modifiedAt !== null) void reply.header('x-oc-mtime', 'accepted');
    void reply
      .code(there ? 204 : 201)
      .header('etag', tagOf(entry))
      .send();
  } catch (error) {
    refuseBody(asked);
    if (error instanceof NotReceived && error.why !== null)
      await noteRefused(dav, visitor, { path, size: error.size, hash: null }, error.why);
    throw error;
  }
}

/** All that can be said before a byte comes. Gives how many will; null: that is not told. */
function beforeBody(dav: Dav, asked: Asked, path: readonly string[]): number | null {
  const {
    visitor: { deviceId },
    request,
  } = asked;
  if (path.length === 0 || asked.path.asFolder) throw new DavRefused(405, 'A file is put under a name, not in place of a folder.');
  if (header(request, 'content-range') !== null)
    throw new DavRefused(400, 'A part of a file is not taken (RFC 9110 section 14.5): send the file from its beginning.');
  if (!['', 'identity'].includes(header(request, 'content-encoding') ?? ''))
    throw new DavRefused(415, 'A file is sent as it is, without Content-Encoding.');
  const parent = path.slice(0, -1);
  if (!isFolder(dav.database, deviceId, parent)) throw new DavRefused(409, 'There is no such folder yet: make it first (MKCOL).');
  const there = entryAt(dav.database, deviceId, path);
  if (there?.isA === 'folder') throw new DavRefused(405, 'There is a folder of this name.');
  checkLocks(dav, deviceId, path, checkConditions(dav, asked, path), there === null ? 'name' : 'bytes');
  const told = header(request, 'content-length');
  if (told === null) return header(request, 'transfer-encoding') === null ? 0 : null;
  return Number(told);
}

/** Some clients make a name first and send what it stands for later. */
function emptyEntry(dav: Dav, { request }: Asked, path: readonly string[]): Entry {
  return {
    ...spotOf(path),
    isA: 'unfinished',
    size: 0,
    hash: null,
    mime: 'application/octet-stream',
    modifiedAt: modifiedAtOf(header(request, 'x-oc-mtime')),
    cameAt: dav.clock.now(),
    assetId: null,
  };
}

async function takeFile(dav: Dav, asked: Asked, path: readonly string[], length: number | null): Promise<Entry> {
  const { visitor, request, reply } = asked;
  const name = path.at(-1) ?? '';
  const unfinished = isUnfinishedName(name);
  let media: Media | null = null;
  const { hash, size } = await dav.receiving.take({
    visitor,
    request,
    length,
    mime: 'application/octet-stream',
    look: (head) => void (media = unfinished || head.length === 0 ? null : mediaOf(name, head, length ?? head.length)),
    goOn: () => goOn(request.raw, reply.raw),
  });
  const modifiedAt = modifiedAtOf(header(request, 'x-oc-mtime'));
  const entry = { ...spotOf(path), size, hash, modifiedAt, cameAt: dav.clock.now() };
  if (media === null) return { ...entry, isA: 'unfinished', mime: 'application/octet-stream', assetId: null };
  return { ...entry, ...(await photoOf(dav, asked, path, { hash, size, media, modifiedAt })) };
}

interface Whole {
  readonly hash: string;
  readonly size: number;
  readonly media: Media;
  readonly modifiedAt: number | null;
}

/** What is here becomes a photo, and the app's roll has it; what is not taken gives its room back. */
export async function photoOf(
  dav: Dav,
  { visitor }: Pick<Asked, 'visitor'>,
  path: readonly string[],
  whole: Whole,
): Promise<Pick<Entry, 'isA' | 'mime' | 'assetId'>> {
  const { hash, size } = whole;
  try {
    const assetId = await enterPhoto(dav, visitor, { ...whole, name: path.at(-1) ?? '' });
    await noteBrought(dav, visitor, { path, size, hash }, assetId);
    return { isA: 'photo', mime: whole.media.mime, assetId };
  } catch (error) {
    await dav.write(() => giveBack(dav.database, visitor.libraryId, visitor.deviceId, hash));
    throw error;
  }
}

/** Of a body that is not wanted: its sender reads the answer, and sends no more of it than need be. */
function refuseBody({ request, reply }: Asked): void {
  if (isWaiting(request.raw)) void reply.header('connection', 'close');
  else drain(request.raw);
}

/** Seconds since 1970, as clients of ownCloud and Nextcloud tell it; null: not told, or no time. */
function modifiedAtOf(value: string | null): number | null {
  if (value === null || !/^\d{1,12}(\.\d{1,9})?$/.test(value.trim())) return null;
  const at = Math.round(Number(value) * 1000);
  return at > 0 && at < 253_402_300_800_000 ? at : null;
}
