import sharp from 'sharp';

/** A plain photo in one colour, as a JPEG: for tests and trials, where no picture of anyone's is wanted. */
export async function drawPhoto(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: { r: red, g: green, b: blue } } })
    .jpeg()
    .toBuffer();
}

/** Size, format and mean colour of a picture. */
export async function measure(picture: Uint8Array): Promise<{ width: number; height: number; format: string; mean: readonly number[] }> {
  const { width, height, format } = await sharp(picture).metadata();
  const { channels } = await sharp(picture).stats();
  return { width, height, format, mean: channels.map(({ mean }) => mean) };
}

/** A photo of noise, the same each time, as a PNG: what any compressed version of it is smaller than. */
export async function drawNoise(width: number, height: number): Promise<Uint8Array> {
  let state = 1;
  const data = Uint8Array.from({ length: width * height * 3 }, () => (state = (state * 48_271) % 2_147_483_647) >> 8);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
