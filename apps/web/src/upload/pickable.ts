import { FORMATS } from '@rollcall/media/recognise';

/** What a file picker offers: also the endings that browsers do not know to be photos, and those of data of photos. */
export const PICKABLE = [
  'image/*',
  'video/*',
  ...Object.values(FORMATS).flatMap(({ endings }) => endings.map((ending) => `.${ending}`)),
  '.aae',
  '.xmp',
  '.json',
].join(',');
