import { z } from 'zod';
import { AlbumFields, AlbumKind, AlbumRule, AssetFields, AssetKind, FileName, NamedPerson, Pixels, Position, Role } from './entities.ts';
import { Hash, Id } from './ids.ts';
import { LIMITS } from './limits.ts';

/*
 * The files by which an export tells what it is; docs/export.md says the same to people. A version is only counted up when a reader of the one
 * before would understand something wrongly: fields may be added.
 */

/** At the top of an export, written first (not complete yet) and last. By it an export is recognised. */
export const EXPORT_HEAD = 'rollcall-export.json';
/** A photo a line, as JSON. */
export const EXPORT_PHOTOS = 'photos.jsonl';
export const EXPORT_ALBUMS = 'albums.json';

const VERSION = 1;

/** A path below the top of the export, with `/` between segments; it leads nowhere else. */
export const ExportPath = z
  .string()
  .min(1)
  .max(LIMITS.path)
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\\\u0000-\u001f\u007f]+$/, 'not a path of an export')
  .refine((path) => path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..'), 'not a path of an export');

/** What of a library was exported; all of it without `albums`, `from`, `to` and `favourites`. */
export const ExportChoice = z.object({
  /** Ids of albums and folders; empty: not chosen by albums. */
  albums: z.array(Id).max(LIMITS.albums),
  /** The first and the last day, month or year, by the clock of the place: `2024`, `2024-05`, `2024-05-06`. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  favourites: z.boolean(),
  /** With Recently Deleted. */
  trash: z.boolean(),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

/** A list beside the photos: its bytes, so that what was cut or changed is noticed. */
const ExportList = z.object({ path: ExportPath, hash: Hash, entries: z.number().int().nonnegative() });

export const ExportHead = z.object({
  format: z.literal('rollcall-export'),
  version: z.literal(VERSION),
  /** Of which library. */
  library: Id,
  /** The version of Rollcall that wrote it. */
  madeBy: z.string(),
  choice: ExportChoice,
  /** ISO 8601; null: it was begun, and did not come to its end. */
  madeAt: z.string().nullable(),
  photos: ExportList.nullable(),
  albums: ExportList.nullable(),
});
export type ExportHead = z.infer<typeof ExportHead>;

/** A file of a photo, as its library has it. */
export const ExportedFile = z.object({
  path: ExportPath,
  role: Role,
  /** SHA-256. */
  hash: Hash,
  size: z.number().int().nonnegative(),
  mime: z.string().max(100),
  /** The name that it came with, where that differs from the photo's. */
  fileName: FileName.nullable(),
  /** Milliseconds since 1970. */
  modifiedAt: z.number().int().nullable(),
  pixels: Pixels.optional(),
});
export type ExportedFile = z.infer<typeof ExportedFile>;

/** Bytes that were a part of a photo until somebody took the two apart: a photo of their own since, and not to become a part again. */
export const ExportedApart = ExportedFile.omit({ path: true });
export type ExportedApart = z.infer<typeof ExportedApart>;

/** A part of a photo that could not be exported. */
export const NotExported = z.object({
  role: Role,
  hash: Hash,
  size: z.number().int().nonnegative(),
  fileName: FileName.nullable(),
  why: z.string(),
});
export type NotExported = z.infer<typeof NotExported>;

export const ExportedPhoto = z.object({
  id: Id,
  kind: AssetKind,
  state: z.enum(['live', 'trashed']),
  /** Milliseconds since 1970. */
  trashedAt: z.number().nullable(),
  addedAt: z.number(),
  /** All that is said of it. */
  fields: AssetFields,
  people: z.array(NamedPerson).max(LIMITS.people).optional(),
  burst: z.string().min(1).max(LIMITS.burst).optional(),
  /** Of the edit that is shown instead of the original; null: the original is shown. */
  shown: Hash.nullable(),
  files: z.array(ExportedFile).max(LIMITS.resourcesPerAsset),
  /** What is said of it, for other programs; null: it was not written. */
  xmp: ExportedFile.pick({ path: true, hash: true, size: true }).nullable(),
  missing: z.array(NotExported).max(LIMITS.resourcesPerAsset),
  apart: z.array(ExportedApart).max(LIMITS.resourcesPerAsset).optional(),
});
export type ExportedPhoto = z.infer<typeof ExportedPhoto>;

export const ExportedAlbum = z.object({
  id: Id,
  kind: AlbumKind,
  title: AlbumFields.shape.title,
  order: AlbumFields.shape.order,
  /** By the ids of this export, as `folder` and `photos`. */
  cover: Id.nullable(),
  folder: Id.nullable(),
  position: Position.nullable(),
  rule: AlbumRule.nullable(),
  /** In the order that they were put in by hand. */
  photos: z.array(z.object({ id: Id, position: Position })),
});
export type ExportedAlbum = z.infer<typeof ExportedAlbum>;

export const ExportedAlbums = z.object({
  format: z.literal('rollcall-albums'),
  version: z.literal(VERSION),
  albums: z.array(ExportedAlbum).max(LIMITS.albums),
});
export type ExportedAlbums = z.infer<typeof ExportedAlbums>;

/** `newer`: an export by a version of Rollcall that says more than this one understands; `none`: it is no export. */
export type HeadRead = { readonly state: 'read'; readonly head: ExportHead } | { readonly state: 'newer' } | { readonly state: 'none' };

const Marked = z.object({ format: z.literal('rollcall-export'), version: z.number().int().gt(VERSION) });

/** What the head of an export says. Never throws. */
export function readExportHead(text: string): HeadRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'none' };
  }
  const head = ExportHead.safeParse(json);
  if (head.success) return { state: 'read', head: head.data };
  return { state: Marked.safeParse(json).success ? 'newer' : 'none' };
}

/** A line of the list of photos; null: it is none. Never throws. */
export function readExportedPhoto(line: string): ExportedPhoto | null {
  try {
    return ExportedPhoto.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The list of albums; null: it is none. Never throws. */
export function readExportedAlbums(text: string): ExportedAlbums | null {
  try {
    return ExportedAlbums.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
