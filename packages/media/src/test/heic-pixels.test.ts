import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeHeic } from '../heic-pixels.ts';
import { mediaFolder } from './fixtures.ts';

const media = mediaFolder();

interface Displayed {
  get_width(): number;
  get_height(): number;
  display(target: { data: Uint8ClampedArray; width: number; height: number }, done: (drawn: unknown) => void): void;
}

/** As the decoder's own programs draw it: RGBA. */
async function displayed(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const library = createRequire(import.meta.url)('libheif-js/wasm-bundle') as {
    HeifDecoder: new () => { decode(b: Uint8Array): Displayed[] };
  };
  const [image] = new library.HeifDecoder().decode(bytes);
  const [width, height] = [image!.get_width(), image!.get_height()];
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise((resolve) => image!.display({ data, width, height }, resolve));
  return data;
}

const skip = media === null && 'no test media';

test(
  'CV-15: the pixels of a HEIC photo are those that its decoder draws, also where its rows end with bytes that are none',
  { skip },
  async () => {
    for (const [path, width, height] of [
      ['live/odd/IMG_7002.HEIC', 600, 800],
      ['live/odd/IMG_7003.HEIC', 800, 600],
    ] as const) {
      const bytes = readFileSync(join(media!, path));
      const wanted = (await displayed(bytes)).filter((_, at) => at % 4 !== 3);
      const decoded = await decodeHeic(bytes, 1e6, async ({ data, ...size }) => ({ data: Buffer.from(data), size }));
      assert.ok(decoded !== null && decoded !== 'no-decoder');
      assert.deepEqual(decoded.used.size, { width, height });
      assert.ok(decoded.used.data.equals(Buffer.from(wanted)), path);
    }
  },
);

test(
  'CV-15: one that cannot be decoded is none, one that is too large is refused, and what its use throws is thrown',
  { skip },
  async () => {
    const bytes = readFileSync(join(media!, 'live/odd/IMG_7002.HEIC'));
    const nothing = (): Promise<never> => Promise.reject(new Error('used'));
    assert.equal(await decodeHeic(bytes.subarray(0, 400), 1e6, nothing), null);
    await assert.rejects(decodeHeic(bytes, 479_999, nothing), RangeError);
    await assert.rejects(decodeHeic(bytes, 480_000, nothing), /used/);
    assert.equal((await decodeHeic(bytes, 480_000, async () => 'all is well again')) !== null, true);
  },
);
