import { z } from 'zod';
import { Hash, Id, ResourceId } from './ids.ts';
import { LIMITS } from './limits.ts';

/** Bytes of an asset, by the part they play in it. A role this version does not know is kept as it came. */
export const KNOWN_ROLES = ['original', 'live-video', 'raw', 'alternate', 'audio', 'adjustment-data', 'sidecar', 'edited'] as const;
export const Role = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);

/** Parts of a pair that stand beside the shown one as files of their own: the video of a Live Photo, the RAW of a JPEG … */
export const COMPANION_ROLES = ['live-video', 'raw', 'alternate', 'audio'] as const;
export const CompanionRole = z.enum(COMPANION_ROLES);
export type CompanionRole = z.infer<typeof CompanionRole>;

export function isCompanion(role: string): role is CompanionRole {
  return (COMPANION_ROLES as readonly string[]).includes(role);
}

/** Data of a photo that came in a file beside it. */
export type SidecarRole = Extract<(typeof KNOWN_ROLES)[number], 'adjustment-data' | 'sidecar'>;

/** A camera's raw data, by their media type: of what people photograph, only these have types of their own making. */
export function isRawMime(mime: string): boolean {
  return mime.startsWith('image/x-');
}

/** A file's name as one path segment. What is safe on a device's own file system is the device's care. */
export const FileName = z
  .string()
  .min(1)
  .max(LIMITS.fileName * 4)
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^/\\\u0000-\u001f\u007f]+$/, 'a file name is one segment without separators or control characters')
  .refine((name) => name !== '.' && name !== '..', 'not a file name');

/**
 * Local date and time where the photo was taken, with as much as is known:
 * `2024-05-06T14:26:10`, with up to nine decimals and an offset (`+02:00`, `Z`) where the file gives one.
 */
export const CapturedAt = z
  .string()
  .regex(/^-?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/, 'not a capture date');

/** Where a capture date came from, best first; the last two are guesses and are shown as such. */
export const CapturedSource = z.enum(['exif', 'xmp', 'gps', 'quicktime', 'container', 'file-name', 'person', 'file-time', 'unknown']);

export const Place = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), altitude: z.number().nullable() });
/** What a place is called: the town nearest to it, as GeoNames has it. */
export const PlaceName = z.object({
  town: z.string(),
  /** The part of the country; null: GeoNames has none. */
  region: z.string().nullable(),
  /** ISO 3166-1, two letters. */
  country: z.string(),
  /** Metres from the town’s middle. */
  distance: z.number().int().nonnegative(),
});
export type PlaceName = z.infer<typeof PlaceName>;
/** A town of GeoNames, and where its middle is. */
export const Town = PlaceName.omit({ distance: true }).extend({ lat: Place.shape.lat, lon: Place.shape.lon });
export type Town = z.infer<typeof Town>;
export const Camera = z.object({
  make: z.string().max(200).nullable(),
  model: z.string().max(200).nullable(),
  lens: z.string().max(200).nullable(),
});
export const Exposure = z.object({
  /** Seconds. */
  time: z.number().nullable(),
  fNumber: z.number().nullable(),
  iso: z.number().nullable(),
  /** Millimetres, as on the lens. */
  focalLength: z.number().nullable(),
});

/** What can be said of an asset by whoever adds it; each field is a last-writer-wins register. */
export const AssetFields = z.object({
  fileName: FileName,
  capturedAt: CapturedAt,
  capturedSource: CapturedSource,
  /** Pixels as shown, after rotation. */
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  /** Seconds. */
  duration: z.number().nonnegative().nullable(),
  camera: Camera.nullable(),
  exposure: Exposure.nullable(),
  place: Place.nullable(),
  title: z.string().max(LIMITS.title).nullable(),
  caption: z.string().max(LIMITS.caption).nullable(),
  favourite: z.boolean(),
  hidden: z.boolean(),
  rating: z.number().int().min(0).max(5).nullable(),
  keywords: z.array(z.string().min(1).max(LIMITS.keyword)).max(LIMITS.keywords),
});

/** A person who is named in a picture by whoever worked on the file: where, in parts of the picture as shown, from its upper left corner; null: only the name is known. */
export const NamedPerson = z.object({
  name: z.string().min(1).max(LIMITS.personName),
  area: z
    .object({
      x: z.number().min(0).max(1),
      y: z.number().min(0).max(1),
      width: z.number().min(0).max(1),
      height: z.number().min(0).max(1),
    })
    .nullable(),
});

export const AssetKind = z.enum(['photo', 'video']);

export const Asset = AssetFields.extend({
  type: z.literal('asset'),
  id: Id,
  kind: AssetKind,
  state: z.enum(['live', 'trashed', 'purged']),
  /** Server's clock, milliseconds since 1970. */
  trashedAt: z.number().nullable(),
  addedAt: z.number(),
  addedBy: Id.nullable(),
  /** The `edited` resource that is shown instead of the original, or null: the original is shown. */
  rendering: ResourceId.nullable(),
  /** As the server read them in the file; absent: nobody is named, or it was not read yet. */
  people: z.array(NamedPerson).max(LIMITS.people).optional(),
  /** As the server read it in the file, or in its name: the same in all frames of a burst; absent: it is none, or was not read yet. */
  burst: z.string().min(1).max(LIMITS.burst).optional(),
});

/** As shown, after rotation. */
export const Pixels = z.object({ width: z.number().int().positive(), height: z.number().int().positive() });
export type Pixels = z.infer<typeof Pixels>;

export const Resource = z.object({
  type: z.literal('resource'),
  id: ResourceId,
  assetId: Id,
  role: Role,
  hash: Hash,
  size: z.number().int().nonnegative(),
  mime: z.string().max(100),
  /** The file it came in, where that differs from the asset's name. */
  fileName: FileName.nullable(),
  /** When its file was last modified, milliseconds since 1970, so that other devices keep the date; null where unknown. */
  modifiedAt: z.number().int().nullable(),
  /** Of an edit, as it was told by who made it; absent: nobody told. What the original has, its asset tells. */
  pixels: Pixels.optional(),
  /** A tombstone: replaced (an unfinished copy), or its asset was purged. */
  removed: z.boolean(),
});

/**
 * `from` was minted for a photo that turned out to be `to`; it resolves for ever. With a `role`, it was not the same photo but
 * became that part of it (`asset.join`).
 */
export const Alias = z.object({ type: z.literal('alias'), from: Id, to: Id, role: Role.optional() });

/** Derived pictures of an asset; none counts against a quota. Absent: not made yet. */
export const Rendition = z.object({
  type: z.literal('rendition'),
  assetId: Id,
  state: z.enum(['ready', 'unavailable']),
  /** Which resource it was made from. */
  of: ResourceId,
  /** ThumbHash in base64 (evanw/thumbhash), shown until the thumbnail is there. */
  placeholder: z.string().max(100).nullable(),
  /** Why there is no picture, in a person's words. */
  words: z.string().max(500).nullable(),
  /** There is a film inside the file: a motion photo. Absent where there is none, or where it was not told yet. */
  moves: z.boolean().optional(),
});

/**
 * A place in an order, as a fraction in letters: between any two there is another, so that moving one thing writes one row. Compared
 * by UTF-16 code units; things at the same place are ordered by their ids.
 */
export const Position = z
  .string()
  .max(LIMITS.position)
  .regex(/^[A-Za-z][0-9A-Za-z]*$/, 'not a position');

/** By what rule a smart album finds its photos: JSON, as `readRule` reads it. What a newer version wrote is kept as it came. */
export const AlbumRule = z.string().min(1).max(LIMITS.albumRule);

/** Photos in order, albums in order, or what a rule finds. It is given when an album is made, and stays. */
export const AlbumKind = z.enum(['photos', 'folder', 'smart']);

/** What can be said of an album; each field is a last-writer-wins register. */
export const AlbumFields = z.object({
  title: z.string().min(1).max(LIMITS.title),
  /** In which order it is shown: as its items are placed, or by the dates of its photos. */
  order: z.enum(['by-hand', 'oldest-first', 'newest-first']),
  /** The photo that stands for it; null: the first one. */
  cover: Id.nullable(),
  /** The folder in which it is; null or absent: in none. */
  folder: Id.nullable().optional(),
  /** Its place by hand among those that are in the same folder; null or absent: behind them, by its title. */
  position: Position.nullable().optional(),
  /** Of a smart album; null or absent: of others. */
  rule: AlbumRule.nullable().optional(),
});

/** A deleted album is a tombstone for ever; its photos stay, and what was in a deleted folder moves up. */
export const Album = z.object({
  type: z.literal('album'),
  id: Id,
  /** Absent: photos. */
  kind: AlbumKind.optional(),
  ...AlbumFields.shape,
  deleted: z.boolean(),
  /** Server's clock, milliseconds since 1970. */
  addedAt: z.number(),
  addedBy: Id.nullable(),
});

/** A photo in an album: one row for each pair, of which the last operation wins. It is shown while its photo is live and its album is there. */
export const AlbumItem = z.object({
  type: z.literal('album-item'),
  albumId: Id,
  assetId: Id,
  position: Position,
  removed: z.boolean(),
});

export const Entity = z.discriminatedUnion('type', [Asset, Resource, Alias, Rendition, Album, AlbumItem]);

export type AssetFields = z.infer<typeof AssetFields>;
export type NamedPerson = z.infer<typeof NamedPerson>;
export type AssetKind = z.infer<typeof AssetKind>;
export type Asset = z.infer<typeof Asset>;
export type Resource = z.infer<typeof Resource>;
export type Alias = z.infer<typeof Alias>;
export type Rendition = z.infer<typeof Rendition>;
export type AlbumKind = z.infer<typeof AlbumKind>;
export type AlbumFields = z.infer<typeof AlbumFields>;
export type Album = z.infer<typeof Album>;
export type AlbumItem = z.infer<typeof AlbumItem>;
export type Entity = z.infer<typeof Entity>;
export type CapturedSource = z.infer<typeof CapturedSource>;

/** The key under which a library holds one row for an entity; also its key in the change feed. */
export function entityKey(entity: Entity): string {
  switch (entity.type) {
    case 'asset':
      return `asset:${entity.id}`;
    case 'resource':
      return `resource:${entity.id}`;
    case 'alias':
      return `alias:${entity.from}`;
    case 'rendition':
      return `rendition:${entity.assetId}`;
    case 'album':
      return `album:${entity.id}`;
    case 'album-item':
      // All items of an album lie side by side.
      return `album-item:${entity.albumId}:${entity.assetId}`;
    default:
      return entity satisfies never;
  }
}
