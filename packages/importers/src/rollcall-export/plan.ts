import type { AssetFields, ExportedFile, ExportedPhoto } from '@rollcall/protocol';
import type { BatchPlan } from '../batches.ts';
import type { FoundFile, Left, ReadMedia, Thing, ThingPart } from '../found.ts';
import { apartIn } from './apart.ts';
import type { FoundExport } from './read.ts';

/** Photos that are planned together. */
export const PHOTOS = 200;

/** Of what a person may have emptied, though a file tells it. */
const WORDS = ['place', 'title', 'caption', 'rating'] as const;

/** The files of photos that are read as photos and films; what lies beside them is not. */
export function mediaOf(photos: readonly ExportedPhoto[], { fileAt }: Pick<FoundExport, 'fileAt'>): FoundFile[] {
  return photos.flatMap(({ files }) => files.filter(isMedia).flatMap(({ path }) => fileAt(path) ?? []));
}

function isMedia({ mime, role }: ExportedFile): boolean {
  return role === 'original' || /^(image|video)\//.test(mime);
}

/**
 * Photos of an export as they were in their library. Their bytes decide: what is not what the export names is told of, and not taken for it; a
 * photo without its original is none. Pure.
 * @param nameOf how a file is called when a person is told of it
 */
export function planExported(
  photos: readonly ExportedPhoto[],
  its: FoundExport,
  media: readonly ReadMedia[],
  nameOf: (file: FoundFile) => string,
): BatchPlan {
  const reads = new Map(media.map((read) => [read.file.key, read]));
  const left: Left[] = [];
  const things = photos.flatMap((photo): Thing[] => {
    const parts = photo.files.flatMap((told) => partOf(told, its, reads, nameOf, left));
    const [original] = parts.filter(({ role }) => role === 'original');
    if (original === undefined) {
      left.push(...parts.map(({ file }): Left => ({ path: nameOf(file), why: 'no-photo' })));
      return [];
    }
    const others = parts.filter((part) => part !== original);
    const shown = photo.shown !== null && others.some(({ role, told }) => role === 'edited' && told?.hash === photo.shown);
    const tell = parts.flatMap(({ file }) => reads.get(file.key)?.fields ?? []);
    return [
      {
        kind: photo.kind,
        parts: [original, ...others],
        fields: photo.fields,
        told: { fields: photo.fields, knowsZone: true },
        albums: [],
        trashed: photo.state === 'trashed',
        exported: {
          id: photo.id,
          shown: shown ? photo.shown : null,
          apart: apartIn(photo, its),
          came: emptied(photo.fields, [...tell, its.beside.get(photo.id) ?? {}]),
        },
      },
    ];
  });
  const placed = new Set(things.map(({ exported }) => exported!.id));
  const inAlbums = photosInAlbums(its, photos);
  return {
    things,
    left,
    withoutData: [],
    told: { all: photos.length, matched: things.length },
    checksums: { agree: 0, disagree: [] },
    otherDates: [],
    albumLines: { all: inAlbums.length, found: inAlbums.filter((id) => placed.has(id)).length },
  };
}

function photosInAlbums({ albums }: FoundExport, photos: readonly ExportedPhoto[]): string[] {
  const own = new Set(photos.map(({ id }) => id));
  return albums.flatMap((album) => album.photos.flatMap(({ id }) => (own.has(id) ? [id] : [])));
}

/** None: it is not there, or not what it should be, which is told; or it could not be read, which was told. */
function partOf(
  told: ExportedFile,
  { fileAt }: FoundExport,
  reads: ReadonlyMap<number, ReadMedia>,
  nameOf: (file: FoundFile) => string,
  left: Left[],
): ThingPart[] {
  const { path, role, hash, mime, fileName, modifiedAt, pixels } = told;
  const file = fileAt(path);
  if (file === undefined) {
    left.push({ path, why: 'no-file' });
    return [];
  }
  const read = reads.get(file.key);
  if (isMedia(told) && read === undefined) return [];
  if (read !== undefined && read.hash !== hash) {
    left.push({ path: nameOf(file), why: 'damaged', more: 'it was changed since it was exported' });
    return [];
  }
  return [{ file, role, told: { hash, mime, fileName, modifiedAt, ...(pixels === undefined ? {} : { pixels }) } }];
}

/**
 * What files say of a photo of which its library says nothing: somebody has emptied it, and a server that reads the files again must not fill it in.
 * @param tell what its files tell, the original first
 */
function emptied(fields: AssetFields, tell: readonly Partial<AssetFields>[]): Partial<AssetFields> {
  const came: Partial<AssetFields> = {};
  for (const key of WORDS) {
    const value = tell.map((each) => each[key]).find((each) => each !== undefined && each !== null);
    if (fields[key] === null && value !== undefined) Object.assign(came, { [key]: value });
  }
  const keywords = tell.map((each) => each.keywords).find((each) => each !== undefined && each.length > 0);
  if (fields.keywords.length === 0 && keywords !== undefined) came.keywords = keywords;
  return came;
}
