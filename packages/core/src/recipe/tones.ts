import type { EditSettings } from '@rollcall/protocol';

type Light = Pick<EditSettings, 'exposure' | 'contrast' | 'saturation' | 'warmth'>;

/** Stops by which 100 of exposure, and of warmth for red against blue, change the light. */
const EXPOSURE_STOPS = 2;
const WARMTH_STOPS = 0.5;
/** How light the three lights of sRGB are (ITU-R BT.709). */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722];

/** Light of sRGB's signal, and back (IEC 61966-2-1); 0 to 1. */
export function lightOf(signal: number): number {
  return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
}

export function signalOf(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** More light is drawn together towards white, so that nothing bright is lost; less is only less. */
function lit(light: number, gain: number): number {
  return gain > 1 ? 1 - (1 - light) ** gain : light * gain;
}

/** A curve about the middle that is steeper there, or flatter. */
function contrasted(signal: number, amount: number): number {
  return signal + amount * (signal * signal * (3 - 2 * signal) - signal);
}

/** What red, green and blue become, each for 256 signals from 0 to 255; before the saturation, and not rounded. Never falling. */
export function curvesOf({ exposure, contrast, warmth }: Light): readonly [Float64Array, Float64Array, Float64Array] {
  const gain = 2 ** ((exposure / 100) * EXPOSURE_STOPS);
  const warm = 2 ** ((warmth / 100) * WARMTH_STOPS);
  // White paper stays as light as it was.
  const even = RED * warm + GREEN + BLUE / warm;
  const curve = (own: number): Float64Array =>
    Float64Array.from({ length: 256 }, (_, value) => {
      const signal = signalOf(lit(lightOf(value / 255), (gain * own) / even));
      return Math.min(1, Math.max(0, contrasted(signal, contrast / 100))) * 255;
    });
  return [curve(warm), curve(1), curve(1 / warm)];
}

/** Whether nothing changes. */
export function isPlain({ exposure, contrast, saturation, warmth }: Light): boolean {
  return exposure === 0 && contrast === 0 && saturation === 0 && warmth === 0;
}

/** Changes light and colours in place: 8 bits a channel, three or four channels, of which the fourth stays as it is. */
export function tone(data: Uint8Array | Uint8ClampedArray, channels: 3 | 4, settings: Light): void {
  if (isPlain(settings)) return;
  const [red, green, blue] = curvesOf(settings);
  const colour = 1 + settings.saturation / 100;
  for (let here = 0; here + channels <= data.length; here += channels) {
    const [r, g, b] = [red[data[here]!]!, green[data[here + 1]!]!, blue[data[here + 2]!]!];
    const grey = RED * r + GREEN * g + BLUE * b;
    data[here] = byte(grey + (r - grey) * colour);
    data[here + 1] = byte(grey + (g - grey) * colour);
    data[here + 2] = byte(grey + (b - grey) * colour);
  }
}

function byte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0;
}

/** How light a pixel looks, 0 to 255. */
export function lumaOf(red: number, green: number, blue: number): number {
  return RED * red + GREEN * green + BLUE * blue;
}
