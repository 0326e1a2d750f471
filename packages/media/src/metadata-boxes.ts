import { HERE } from '#here';
import { boxesOf, contentOf } from './boxes.ts';
import { latin, startsWith } from './bytes.ts';
import type { MediaSource } from './source.ts';

type Bytes = Pick<MediaSource, 'size' | 'read'>;

/** The blocks of metadata that a file of boxes keeps at its top level; null where there is none. */
export interface MetadataBlocks {
  /** EXIF as a TIFF file. */
  readonly exif: Uint8Array | null;
  /** XMP as text bytes. */
  readonly xmp: Uint8Array | null;
}

const MOST_OF_A_BLOCK = 4 * 1024 * 1024;
/** How a box of its own names XMP (XMP specification part 3), and EXIF in JPEG 2000. */
export const XMP_ID = [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];
const EXIF_ID = 'JpgTiffExif->JP2';

/** JPEG XL (ISO/IEC 18181-2: `Exif`, `xml `, and `brob` around either, compressed) and JPEG 2000 (`uuid`). */
export async function readMetadataBoxes(source: Bytes): Promise<MetadataBlocks> {
  let exif: Uint8Array | null = null;
  let xmp: Uint8Array | null = null;
  for (const box of await boxesOf(source)) {
    if (!['Exif', 'xml ', 'brob', 'uuid'].includes(box.type)) continue;
    const { type, content } = unwrapped(box.type, await contentOf(source, box, MOST_OF_A_BLOCK));
    if (type === 'exif') exif ??= tiffIn(content);
    if (type === 'xmp') xmp ??= content;
  }
  return { exif, xmp };
}

function unwrapped(type: string, content: Uint8Array): { type: 'exif' | 'xmp' | 'other'; content: Uint8Array } {
  switch (type) {
    case 'Exif':
      return { type: 'exif', content };
    case 'xml ':
      return { type: 'xmp', content };
    case 'brob': {
      const inner = latin(content, 0, 4);
      return inner === 'brob' ? { type: 'other', content } : unwrapped(inner, expanded(content.subarray(4)));
    }
    case 'uuid':
      if (startsWith(content, 0, EXIF_ID)) return { type: 'exif', content: content.subarray(16) };
      return { type: XMP_ID.every((byte, at) => content[at] === byte) ? 'xmp' : 'other', content: content.subarray(16) };
    default:
      return { type: 'other', content };
  }
}

/** Empty where it is damaged, or grows beyond what metadata are. */
function expanded(bytes: Uint8Array): Uint8Array {
  try {
    return HERE.unbrotli(bytes, MOST_OF_A_BLOCK);
  } catch {
    return new Uint8Array();
  }
}

/** A block may begin with the distance to its TIFF header, with `Exif\0\0`, or with both. */
function tiffIn(block: Uint8Array): Uint8Array | null {
  for (const at of [0, 4, 6, 10]) if (startsWith(block, at, 'II*\0') || startsWith(block, at, 'MM\0*')) return block.subarray(at);
  return null;
}
