/** Long sides in pixels. Without native code, so that a server can name the files without loading a decoder. */
export const PREVIEW = { longSide: 1440, mime: 'image/jpeg', ending: 'jpg' } as const;
export const THUMBNAIL = { longSide: 512, mime: 'image/webp', ending: 'webp' } as const;
