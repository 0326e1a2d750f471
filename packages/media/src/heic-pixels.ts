import { createRequire } from 'node:module';
import { isNotInstalled } from './tools.ts';

/** Pixels as shown, 8 bits a channel, RGBA. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): number | boolean;
  display(target: { data: Uint8ClampedArray; width: number; height: number }, done: (result: unknown) => void): void;
  free(): void;
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
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
 * Decodes the primary picture of a HEIC file, turned upright by the file's own rotation. Synchronous and slow
 * (a second for 12 megapixels): only ever called in a worker process. Null when it holds no picture that can be decoded.
 * Throws RangeError when the picture has more than `limit` pixels.
 */
export async function decodeHeic(bytes: Uint8Array, limit: number): Promise<Pixels | null | 'no-decoder'> {
  const decoder = load();
  if (decoder === null) return 'no-decoder';
  const images = new decoder.HeifDecoder().decode(bytes);
  try {
    const primary = images.find((image) => Boolean(image.is_primary())) ?? images[0];
    if (primary === undefined) return null;
    const [width, height] = [primary.get_width(), primary.get_height()];
    if (width * height > limit) throw new RangeError(`${width} x ${height} pixels`);
    const data = new Uint8ClampedArray(width * height * 4);
    const done = await new Promise<unknown>((resolve) => primary.display({ data, width, height }, resolve));
    return done === null || done === undefined ? null : { data: new Uint8Array(data.buffer), width, height };
  } finally {
    for (const image of images) image.free();
  }
}
