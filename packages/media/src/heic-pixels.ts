import { createRequire } from 'node:module';
import { isNotInstalled } from './tools.ts';

/** Pixels as shown, 8 bits a channel, RGB, row after row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface HeifImage {
  readonly handle: unknown;
  get_width(): number;
  get_height(): number;
  is_primary(): number | boolean;
  free(): void;
}
/** Without an `image` where it failed. `data` is the decoder's own memory, and its rows may end with bytes that are none of the picture's. */
type Decoded =
  | { readonly image?: undefined }
  | {
      readonly image: object;
      readonly channels: readonly { readonly id: unknown; readonly stride: number; readonly data: Uint8Array }[];
    };
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  heif_js_decode_image2(handle: unknown, colourspace: unknown, chroma: unknown): Decoded | Promise<Decoded>;
  heif_image_release(image: object): void;
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown };
  readonly heif_channel: { readonly heif_channel_interleaved: unknown };
}

let library: Libheif | null = null;

/** Null: it is not installed. */
function load(): Libheif | null {
  try {
    // The bundle carries its WebAssembly inside, and is CommonJS.
    library ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
    return library;
  } catch (error) {
    if (isNotInstalled(error)) return null;
    throw error;
  }
}

/**
 * Decodes the primary picture of a HEIC file, turned upright by the file's own rotation, and has it used: its pixels are the decoder's own memory (a copy of
 * all takes as much again), and are there until `use` has ended. Synchronous and slow (half a second for 12 megapixels): only ever called
 * in a worker process. Null when it holds no picture that can be decoded. Throws RangeError when the picture has more than `limit` pixels, and what `use` throws.
 */
export async function decodeHeic<T>(
  bytes: Uint8Array,
  limit: number,
  use: (pixels: Pixels) => Promise<T>,
): Promise<{ readonly used: T } | null | 'no-decoder'> {
  const decoder = load();
  if (decoder === null) return 'no-decoder';
  const images = new decoder.HeifDecoder().decode(bytes);
  try {
    const primary = images.find((image) => Boolean(image.is_primary())) ?? images[0];
    if (primary === undefined) return null;
    const [width, height] = [primary.get_width(), primary.get_height()];
    if (width * height > limit) throw new RangeError(`${width} x ${height} pixels`);
    const { heif_colorspace: spaces, heif_chroma: chromas } = decoder;
    const decoded = await decoder.heif_js_decode_image2(primary.handle, spaces.heif_colorspace_RGB, chromas.heif_chroma_interleaved_RGB);
    if (decoded.image === undefined) return null;
    try {
      const drawn = decoded.channels.find(({ id }) => id === decoder.heif_channel.heif_channel_interleaved);
      if (drawn === undefined) return null;
      return { used: await use({ data: packed(drawn.data, drawn.stride, width * CHANNELS, height), width, height }) };
    } finally {
      decoder.heif_image_release(decoded.image);
    }
  } finally {
    for (const image of images) image.free();
  }
}

const CHANNELS = 3;

/** Rows of `row` bytes one after the other, in place. */
function packed(data: Uint8Array, stride: number, row: number, rows: number): Uint8Array {
  if (stride !== row) for (let at = 1; at < rows; at++) data.copyWithin(at * row, at * stride, at * stride + row);
  return data.subarray(0, row * rows);
}
