import type { EditSettings } from '@rollcall/protocol';
import { curvesOf, lightOf, lumaOf } from './tones.ts';

export type AutoSettings = Pick<EditSettings, 'exposure' | 'contrast' | 'saturation' | 'warmth'>;

/** The middle of a picture is brought this part of the way to a middle grey, by at most so much. */
const MIDDLE = 0.45;
const PART = 0.6;
const MOST_EXPOSURE = 45;
/** From the darkest to the lightest hundredth, a picture should take this part of all there is. */
const RANGE = 0.9;
const MOST_CONTRAST = 40;
/** Colours that are less apart than this, on the average, are lifted. */
const COLOURFUL = 0.16;
const MOST_SATURATION = 15;
const MOST_WARMTH = 15;

/**
 * Light and colours by a rule, from the histogram of a picture: the middle becomes middle grey, though not all the way; what is flat gets contrast; a cast
 * of red or blue in what is nearly grey is lessened; pale colours are lifted a little. The same pixels give the same numbers.
 * @param data 8 bits a channel, in sRGB; of what a recipe is made of, before any of it
 */
export function autoOf(data: Uint8Array | Uint8ClampedArray, channels: 3 | 4): AutoSettings {
  const histogram = new Float64Array(256);
  let [pixels, apart, grey, red, blue] = [0, 0, 0, 0, 0];
  for (let here = 0; here + channels <= data.length; here += channels) {
    const [r, g, b] = [data[here]!, data[here + 1]!, data[here + 2]!];
    const spread = Math.max(r, g, b) - Math.min(r, g, b);
    histogram[Math.round(lumaOf(r, g, b))]! += 1;
    pixels += 1;
    apart += spread / 255;
    if (spread > 60 || g < 30 || g > 235) continue;
    grey += 1;
    red += lightOf(r / 255);
    blue += lightOf(b / 255);
  }
  if (pixels === 0) return { exposure: 0, contrast: 0, saturation: 0, warmth: 0 };
  const middle = Math.min(0.95, Math.max(0.03, percentile(histogram, pixels, 0.5) / 255));
  const stops = Math.log2(lightOf(MIDDLE) / lightOf(middle)) * PART;
  const exposure = within(stops * 50, MOST_EXPOSURE);
  const lit = curvesOf({ exposure, contrast: 0, saturation: 0, warmth: 0 })[1];
  const range = (lit[percentile(histogram, pixels, 0.99)]! - lit[percentile(histogram, pixels, 0.01)]!) / 255;
  const contrast = Math.max(0, within((RANGE - range) * 80, MOST_CONTRAST));
  // Only where enough is nearly grey: else it is a picture of something blue, or red.
  const cast = grey > pixels * 0.1 && red > 0 && blue > 0 ? Math.log2(blue / red) : 0;
  return {
    exposure,
    contrast,
    saturation: Math.max(0, within((COLOURFUL - apart / pixels) * 150 * (apart / pixels > 0.02 ? 1 : 0), MOST_SATURATION)),
    warmth: within(cast * 25, MOST_WARMTH),
  };
}

/** The value below which this part of the pixels lies, or at which it ends. */
function percentile(histogram: Float64Array, pixels: number, part: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += histogram[value]!;
    if (sum >= pixels * part) return value;
  }
  return 255;
}

function within(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(-most, value))) || 0;
}
