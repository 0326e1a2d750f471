import { HERE } from '#here';
import { startsWith } from './bytes.ts';
import { readBinaryList } from './binary-list.ts';
import { fromIso, fromMoment } from './captured.ts';
import { parse, textOf } from './sidecar.ts';

/** What an edit of Apple's did to a photo, as far as the file beside it tells. */
export interface Adjustments {
  /** What was done, each once; empty: that cannot be read. */
  readonly did: readonly Deed[];
  /** Apple's own program made it; false: another one, or it does not say. */
  readonly inPhotos: boolean;
  /** When, in UTC; null: it does not say. */
  readonly at: string | null;
}

/** `key-photo`: another picture of a Live Photo stands for it. */
export type Deed = 'cropped' | 'turned' | 'filtered' | 'retouched' | 'adjusted' | 'shortened' | 'key-photo';

/** Apple's names of what was done. */
const DEEDS: Readonly<Record<string, Deed>> = {
  Crop: 'cropped',
  Orientation: 'turned',
  Effect: 'filtered',
  Effect3D: 'filtered',
  Retouch: 'retouched',
  RedEye: 'retouched',
  ApertureRedEyeReduction: 'retouched',
  LivePhotoKeyFrame: 'key-photo',
  SmartTone: 'adjusted',
  SmartColor: 'adjusted',
  SmartBlackAndWhite: 'adjusted',
  WhiteBalance: 'adjusted',
  SelectiveColor: 'adjusted',
  Levels: 'adjusted',
  Curves: 'adjusted',
  Trim: 'shortened',
};

/** More than any edit tells; bytes. */
const MOST = 8 * 1024 * 1024;

/** What Apple's camera calls itself where it keeps light and depth of its own photo. */
const CAMERA = 'com.apple.camera';

/** Null: nobody edited the photo, the camera itself wrote that with it. Never throws; what cannot be read is not told. */
export function readAdjustments(bytes: Uint8Array): Adjustments | null {
  const list = startsWith(bytes, 0, 'bplist00') ? readBinaryList(bytes) : readTextList(textOf(bytes));
  const program = list['adjustmentFormatIdentifier'];
  const at = list['adjustmentTimestamp'];
  const data = list['adjustmentData'];
  const did = data instanceof Uint8Array ? deedsIn(data) : [];
  const byCamera = list['adjustmentEditorBundleID'] === CAMERA;
  // A filter that was chosen before the photo was taken is told all the same.
  if (byCamera && did.length === 0) return null;
  return {
    did,
    inPhotos: !byCamera && typeof program === 'string' && /^com\.apple\.(photo|video|Photos)/.test(program),
    at: typeof at === 'number' ? fromMoment(at) : typeof at === 'string' ? fromIso(at) : null,
  };
}

/** Of a property list in letters, what stands at its top: texts, dates as they are written, and data. */
function readTextList(text: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [, key, kind, value = ''] of text.matchAll(/<key>([^<]{1,100})<\/key>\s*<(string|date|data)>([^<]*)</g))
    if (key !== undefined) found[key] = kind === 'data' ? fromBase64(value) : value;
  return found;
}

/** Empty where it is none. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function deedsIn(data: Uint8Array): Deed[] {
  let told: unknown;
  try {
    told = parse(new TextDecoder().decode(HERE.inflate(data, MOST)));
  } catch {
    return [];
  }
  if (typeof told !== 'object' || told === null || !('adjustments' in told) || !Array.isArray(told.adjustments)) return [];
  const names = told.adjustments.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'identifier' in each ? each.identifier : null,
  );
  return [...new Set(names.flatMap((name) => (typeof name === 'string' && Object.hasOwn(DEEDS, name) ? [DEEDS[name] as Deed] : [])))];
}
