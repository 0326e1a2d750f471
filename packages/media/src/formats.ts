/** Formats of photos and videos that Rollcall keeps. `kind` is what a person calls it; `mime` is what is told to browsers. */
export const FORMATS = {
  jpeg: { kind: 'photo', mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif', 'insp'] },
  png: { kind: 'photo', mime: 'image/png', endings: ['png', 'apng'] },
  gif: { kind: 'photo', mime: 'image/gif', endings: ['gif'] },
  webp: { kind: 'photo', mime: 'image/webp', endings: ['webp'] },
  avif: { kind: 'photo', mime: 'image/avif', endings: ['avif', 'avifs'] },
  heic: { kind: 'photo', mime: 'image/heic', endings: ['heic', 'heics', 'hif'] },
  heif: { kind: 'photo', mime: 'image/heif', endings: ['heif', 'heifs'] },
  tiff: { kind: 'photo', mime: 'image/tiff', endings: ['tif', 'tiff'] },
  bmp: { kind: 'photo', mime: 'image/bmp', endings: ['bmp', 'dib'] },
  jxl: { kind: 'photo', mime: 'image/jxl', endings: ['jxl'] },
  jp2: { kind: 'photo', mime: 'image/jp2', endings: ['jp2', 'j2k', 'jpf', 'jpx', 'jpm', 'jpc'] },
  svg: { kind: 'photo', mime: 'image/svg+xml', endings: ['svg', 'svgz'] },
  psd: { kind: 'photo', mime: 'image/vnd.adobe.photoshop', endings: ['psd', 'psb'] },

  dng: { kind: 'photo', mime: 'image/x-adobe-dng', endings: ['dng'] },
  cr2: { kind: 'photo', mime: 'image/x-canon-cr2', endings: ['cr2'] },
  cr3: { kind: 'photo', mime: 'image/x-canon-cr3', endings: ['cr3'] },
  crw: { kind: 'photo', mime: 'image/x-canon-crw', endings: ['crw'] },
  nef: { kind: 'photo', mime: 'image/x-nikon-nef', endings: ['nef', 'nrw'] },
  arw: { kind: 'photo', mime: 'image/x-sony-arw', endings: ['arw', 'srf', 'sr2'] },
  raf: { kind: 'photo', mime: 'image/x-fuji-raf', endings: ['raf'] },
  orf: { kind: 'photo', mime: 'image/x-olympus-orf', endings: ['orf'] },
  rw2: { kind: 'photo', mime: 'image/x-panasonic-rw2', endings: ['rw2', 'rwl'] },
  pef: { kind: 'photo', mime: 'image/x-pentax-pef', endings: ['pef'] },
  srw: { kind: 'photo', mime: 'image/x-samsung-srw', endings: ['srw'] },
  raw: { kind: 'photo', mime: 'image/x-raw', endings: ['x3f', '3fr', 'fff', 'iiq', 'erf', 'kdc', 'dcr', 'mrw', 'mos', 'mef'] },

  mov: { kind: 'video', mime: 'video/quicktime', endings: ['mov', 'qt'] },
  mp4: { kind: 'video', mime: 'video/mp4', endings: ['mp4', 'm4v', 'mp', 'insv', 'lrv'] },
  '3gp': { kind: 'video', mime: 'video/3gpp', endings: ['3gp', '3g2', '3gpp'] },
  avi: { kind: 'video', mime: 'video/x-msvideo', endings: ['avi'] },
  mkv: { kind: 'video', mime: 'video/x-matroska', endings: ['mkv'] },
  webm: { kind: 'video', mime: 'video/webm', endings: ['webm'] },
  // `.ts` is not among the endings: it is far more often a program's text than a film. Its content tells.
  mts: { kind: 'video', mime: 'video/mp2t', endings: ['mts', 'm2ts', 'm2t'] },
  mpeg: { kind: 'video', mime: 'video/mpeg', endings: ['mpg', 'mpeg', 'mpe', 'm2v', 'vob', 'mod', 'tod'] },
  wmv: { kind: 'video', mime: 'video/x-ms-wmv', endings: ['wmv', 'asf'] },
  flv: { kind: 'video', mime: 'video/x-flv', endings: ['flv'] },
  ogv: { kind: 'video', mime: 'video/ogg', endings: ['ogv', 'ogm'] },
  dv: { kind: 'video', mime: 'video/dv', endings: ['dv'] },
} as const satisfies Record<string, { kind: 'photo' | 'video'; mime: string; endings: readonly string[] }>;

export type Format = keyof typeof FORMATS;

const BY_ENDING: ReadonlyMap<string, Format> = new Map(
  (Object.keys(FORMATS) as Format[]).flatMap((format) => FORMATS[format].endings.map((ending) => [ending, format] as const)),
);

/** The ending of a file's name without the dot, lower case; '' when there is none. A leading dot starts a name, not an ending. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The format that a file's name claims, or null. */
export function formatByName(name: string): Format | null {
  return BY_ENDING.get(endingOf(name)) ?? null;
}

/** Formats whose file is a tree of boxes (ISO/IEC 14496-12). */
export function isBoxed(format: Format): boolean {
  return (
    format === 'mov' ||
    format === 'mp4' ||
    format === '3gp' ||
    format === 'heic' ||
    format === 'heif' ||
    format === 'avif' ||
    format === 'cr3'
  );
}
