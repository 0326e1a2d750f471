import { posix } from 'node:path';
import type { Place } from './place.ts';
import type { ResourceRow } from './rows.ts';

/** Where the copies of shared albums lie, from this model on. */
const SHARED_MOVED = 16_000;

export interface Named {
  readonly uuid: string;
  readonly directory: string | null;
  readonly filename: string | null;
  readonly isVideo: boolean;
}

/**
 * Where the original lies below the root. Null: the database names no place, or one outside the library: no path of a
 * database is trusted.
 */
export function originalPath(
  place: Place,
  scope: 'library' | 'shared' | 'syndicated' | 'moment',
  model: number | null,
  named: Named,
): string | null {
  const { directory, filename, isVideo } = named;
  if (filename === null) return null;
  const stem = filename.replace(/\.[^.]*$/, '');
  switch (scope) {
    case 'library':
      return within(
        place.kind === 'ios' ? [directory?.replace(/^PhotoData(?=\/)/, place.data) ?? null, filename] : ['originals', directory, filename],
      );
    case 'shared': {
      const folder =
        place.kind === 'ios'
          ? `${place.data}/PhotoCloudSharingData`
          : `${model !== null && model < SHARED_MOVED ? 'resources' : 'scopes'}/cloudsharing/data`;
      return within([folder, directory, isVideo ? `${stem}.medium.MP4` : filename]);
    }
    case 'syndicated':
      return within(['scopes/syndication/originals', directory, filename]);
    case 'moment':
      return within(['scopes/momentshared/originals', directory, filename]);
    default:
      return scope satisfies never;
  }
}

/** Of a Live Photo. An iPhone gives both halves one name, a Mac numbers the parts. */
export function liveVideoPath(place: Place, original: string): string {
  const stem = withoutExtension(original);
  return place.kind === 'ios' ? `${stem}.mov` : `${stem}_3.mov`;
}

export const rawHalfStem = (original: string): string => `${withoutExtension(original)}_4`;

const EXTENSIONS: Readonly<Record<string, string>> = {
  '1': 'jpeg',
  '3': 'heic',
  '6': 'png',
  '8': 'tiff',
  '23': 'mov',
  '24': 'mp4',
  'public.jpeg': 'jpeg',
  'public.heic': 'heic',
  'public.png': 'png',
  'public.tiff': 'tiff',
  'com.apple.quicktime-movie': 'mov',
  'public.mpeg-4': 'mp4',
};
const LETTERS = ['o', 'p', 'a', 'c'];

/** The name of a file that Photos made, after the id of its photo: `1_201_a.jpeg`. By the rule of its recipe, which held for every one that was seen. */
export function madeName({ recipe, version, compactUti, type }: ResourceRow, uti: string | null): string | null {
  if (typeof version !== 'number' || typeof recipe !== 'number') return null;
  const letter = LETTERS[version];
  if (letter === undefined) return null;
  const end = EXTENSIONS[String(compactUti)] ?? (uti === null ? undefined : EXTENSIONS[uti]) ?? (type === 0 ? 'jpeg' : 'mov');
  if (recipe === 0) return `${letter}.${end}`;
  return `${recipe >> 16}_${(recipe & 0xffff) >> 1}_${letter}.${end}`;
}

/** By which names a file of an edit is looked for where no rule tells it; an iPhone calls what it rendered by what it is. */
export function usualNames({ kind }: Place, role: string, uuid: string): readonly string[] {
  if (kind === 'ios') return IOS_EDITS[role] ?? [];
  return (MAC_EDITS[role] ?? []).map((end) => `${uuid}_${end}`);
}

const IOS_EDITS: Readonly<Record<string, readonly string[]>> = {
  edited: ['FullSizeRender.heic', 'FullSizeRender.jpg', 'FullSizeRender.jpeg'],
  'edited-video': ['FullSizeRender.mov'],
  'edited-live-video': ['FullSizeRender.mov'],
};
const MAC_EDITS: Readonly<Record<string, readonly string[]>> = {
  edited: ['1_201_a.heic', '1_201_a.jpeg'],
  'edited-video': ['2_0_a.mov', '2_0_a.mp4'],
  'edited-live-video': ['2_100_a.mov'],
  'previous-edit': ['p.jpeg', 'p.heic'],
};

/** Where the files of an edit lie, without the name that follows the id. */
export function editFolder(place: Place, uuid: string, original: string | null): string {
  if (place.kind === 'ios') return `${place.data}/Mutations/${original === null ? uuid : withoutExtension(original)}/Adjustments`;
  return `resources/renders/${uuid.slice(0, 1)}`;
}

/** Below the root, or null: a path of a database may lead anywhere. */
export function within(parts: readonly (string | null)[]): string | null {
  let path = '';
  for (const part of parts) {
    if (part === null || part === '') continue;
    if (part.startsWith('/')) return null;
    path = path === '' ? part : `${path}/${part}`;
  }
  // Most are as plain as this.
  if (!/\.\.|\/\/|\.\/|\0/.test(path)) return path;
  const plain = posix.normalize(path);
  return plain.startsWith('../') || plain === '..' || plain.includes('\0') ? null : plain;
}

function withoutExtension(path: string): string {
  return path.slice(0, path.length - posix.extname(path).length);
}
