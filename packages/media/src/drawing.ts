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
