import { LARGEST_SIDECAR, readSidecar } from '@rollcall/media';
import {
  EXPORT_ALBUMS,
  EXPORT_HEAD,
  EXPORT_PHOTOS,
  readExportedAlbums,
  readExportedPhoto,
  readExportHead,
  type AssetFields,
  type ExportedAlbum,
  type ExportedPhoto,
  type ExportHead,
} from '@rollcall/protocol';
import { pieces } from '../bytes.ts';
import type { FoundFile, Left } from '../found.ts';
import { othersFirst } from './apart.ts';
import { hexOf } from '../platform.ts';
import type { Source, Sources } from '../sources.ts';

/** An export of Rollcall's among what is imported. */
export interface FoundExport {
  readonly head: ExportHead;
  readonly photos: readonly ExportedPhoto[];
  readonly albums: readonly ExportedAlbum[];
  /** Its photos by the bytes of their originals. */
  readonly byOriginal: ReadonlyMap<string, ExportedPhoto>;
  /** The file at a path of the export; undefined: it is not there. */
  readonly fileAt: (path: string) => FoundFile | undefined;
  /** What files beside a photo tell of it, by the photo's id. */
  readonly beside: ReadonlyMap<string, Partial<AssetFields>>;
}

export interface FoundExports {
  readonly all: readonly FoundExport[];
  /** In which sources they lie. */
  readonly sources: ReadonlySet<number>;
  /** Keys of all files that an export speaks of, or that speak of it. What else lies beside them is a folder like any other. */
  readonly own: ReadonlySet<number>;
  readonly left: readonly Left[];
}

/** What an export writes for people, and what it leaves when it is stopped. */
const FOR_PEOPLE = /^(README\.txt|albums\.txt|SHA256SUMS|\.rollcall-export\/.*)$/;

/** Finds exports of Rollcall by their heads, and reads their lists. What is told of a file is not believed before its bytes were read. */
export async function readExports(sources: Sources, signal: AbortSignal): Promise<FoundExports> {
  const all: FoundExport[] = [];
  const own = new Set<number>();
  const left: Left[] = [];
  const found = new Set<number>();
  for (const [at, source] of sources.all.entries())
    for (const head of source.files.filter(({ path }) => path === EXPORT_HEAD || path.endsWith(`/${EXPORT_HEAD}`))) {
      signal.throwIfAborted();
      const read = readExportHead(head.size > LARGEST_SIDECAR ? '' : await textOf(sources, head));
      if (read.state === 'newer') left.push({ path: sources.nameOf(head), why: 'newer-export' });
      if (read.state !== 'read' || read.head.photos === null) continue;
      all.push(await readOne(sources, source, head, read.head, own, left));
      found.add(at);
    }
  return { all, sources: found, own, left };
}

async function readOne(
  sources: Sources,
  source: Source,
  headFile: FoundFile,
  head: ExportHead,
  own: Set<number>,
  left: Left[],
): Promise<FoundExport> {
  const root = headFile.path.slice(0, headFile.path.length - EXPORT_HEAD.length);
  // Some file systems and archives take accents apart.
  const byPath = new Map(
    source.files.filter(({ path }) => path.startsWith(root)).map((file) => [file.path.slice(root.length).normalize('NFC'), file]),
  );
  const fileAt = (path: string): FoundFile | undefined => byPath.get(path.normalize('NFC'));
  const photos = await readPhotos(sources, fileAt(EXPORT_PHOTOS), head, left);
  const albums = await readAlbums(sources, fileAt(EXPORT_ALBUMS), head, left);
  const told = photos.flatMap(({ files, xmp }) => [...files.map(({ path }) => path), ...(xmp === null ? [] : [xmp.path])]);
  for (const path of [EXPORT_HEAD, EXPORT_PHOTOS, EXPORT_ALBUMS, ...told]) {
    const file = fileAt(path);
    if (file !== undefined) own.add(file.key);
  }
  for (const [path, file] of byPath) if (FOR_PEOPLE.test(path)) own.add(file.key);
  const beside = new Map<string, Partial<AssetFields>>();
  for (const photo of photos) {
    const fields = await besideOf(sources, photo, fileAt);
    if (Object.keys(fields).length > 0) beside.set(photo.id, fields);
  }
  const byOriginal = new Map(
    photos.flatMap((photo) => photo.files.filter(({ role }) => role === 'original').map(({ hash }) => [hash, photo] as const)),
  );
  return { head, photos: othersFirst(photos), albums, byOriginal, fileAt, beside };
}

/** Letters of the longest line that is kept whole: no photo that we list is nearly as long. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Lines of UTF-8 text that each end with a line feed, or with the text. @param seen is given all bytes, in their order */
async function* linesOf(bytes: AsyncIterable<Uint8Array>, seen: (piece: Uint8Array) => void): AsyncIterableIterator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const piece of bytes) {
    seen(piece);
    const parts = (begun + decoder.decode(piece, { stream: true })).split('\n');
    begun = (parts.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of parts) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  begun += decoder.decode();
  if (begun !== '') yield begun;
}

/** Lines that can be read count also where others were lost, which is told. */
async function readPhotos(sources: Sources, file: FoundFile | undefined, { photos }: ExportHead, left: Left[]): Promise<ExportedPhoto[]> {
  if (file === undefined || photos === null) {
    left.push({ path: EXPORT_PHOTOS, why: 'no-file' });
    return [];
  }
  const read: ExportedPhoto[] = [];
  const sum = await sources.platform.sum('sha256');
  const bytes = await sources.open(file);
  let lines = 0;
  try {
    for await (const line of linesOf(pieces(bytes, 0, bytes.size), (piece) => sum.update(piece))) {
      lines += 1;
      const photo = readExportedPhoto(line);
      if (photo !== null) read.push(photo);
    }
  } finally {
    await bytes.release();
  }
  if (hexOf(sum.digest()) !== photos.hash || read.length < lines)
    left.push({ path: sources.nameOf(file), why: 'damaged', more: `${read.length} of ${photos.entries} photos are told of` });
  return read;
}

async function readAlbums(
  sources: Sources,
  file: FoundFile | undefined,
  head: ExportHead,
  left: Left[],
): Promise<readonly ExportedAlbum[]> {
  if (head.albums === null) return [];
  const albums = file === undefined ? null : readExportedAlbums(await textOf(sources, file));
  if (albums === null)
    left.push({ path: file === undefined ? EXPORT_ALBUMS : sources.nameOf(file), why: file === undefined ? 'no-file' : 'damaged' });
  return albums?.albums ?? [];
}

async function besideOf(sources: Sources, { files }: ExportedPhoto, fileAt: FoundExport['fileAt']): Promise<Partial<AssetFields>> {
  const told: Partial<AssetFields> = {};
  for (const { path, role } of files) {
    const file = role === 'sidecar' ? fileAt(path) : undefined;
    if (file === undefined || file.size > LARGEST_SIDECAR) continue;
    const facts = await readSidecar(path.slice(path.lastIndexOf('/') + 1), await bytesOf(sources, file));
    const { people: _, ...fields } = facts?.fields ?? {};
    Object.assign(told, fields);
  }
  return told;
}

async function textOf(sources: Sources, file: FoundFile): Promise<string> {
  return new TextDecoder().decode(await bytesOf(sources, file));
}

async function bytesOf(sources: Sources, file: FoundFile): Promise<Uint8Array> {
  const bytes = await sources.open(file);
  try {
    return await bytes.read(0, bytes.size);
  } finally {
    await bytes.release();
  }
}
