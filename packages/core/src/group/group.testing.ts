import { group, type GroupedAsset, type GroupFile, type Grouping } from './index.ts';

const MIMES: Readonly<Record<string, [kind: GroupFile['kind'], mime: string]>> = {
  jpg: ['photo', 'image/jpeg'],
  jpeg: ['photo', 'image/jpeg'],
  heic: ['photo', 'image/heic'],
  png: ['photo', 'image/png'],
  dng: ['photo', 'image/x-adobe-dng'],
  cr2: ['photo', 'image/x-canon-cr2'],
  mov: ['video', 'video/quicktime'],
  mp4: ['video', 'video/mp4'],
  mp: ['video', 'video/mp4'],
};

/** A file by its name, taken at noon unless told otherwise; a film is two seconds long. */
export function named(path: string, over: Partial<GroupFile> = {}): GroupFile {
  const [kind, mime] = MIMES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? ['other', 'text/plain'];
  return {
    path,
    kind,
    mime,
    size: 1000,
    capturedAt: kind === 'other' ? null : '2024-05-01T12:00:00+02:00',
    duration: kind === 'video' ? 2 : null,
    rating: null,
    livePairId: null,
    burstId: null,
    film: null,
    ...over,
  };
}

/** The assets as words: `original + role path + …`. */
export function told(files: readonly GroupFile[]): string[] {
  return words(group(files));
}

export function words({ assets }: Grouping): string[] {
  return assets.map(inWords);
}

function inWords({ members }: GroupedAsset): string {
  return members
    .map(
      ({ path, role, within }) => `${role === 'original' ? '' : `${role} `}${within === null ? path : `${within.offset}+${within.length}`}`,
    )
    .join(' + ');
}
