import { BRIGHTEST, WHITE } from './film-filters.ts';

/** How a picture without a profile says its colours (ITU-T H.273): by numbers for the colours of its three lights, and for how light is written. */
export interface Colours {
  readonly primaries: number;
  readonly transfer: number;
}

type Row = readonly [number, number, number];

/** From light of these primaries to light of sRGB's (12: Display P3; 9: ITU-R BT.2020, by BT.2087). */
const TO_SRGB: Readonly<Record<number, readonly [Row, Row, Row]>> = {
  9: [
    [1.6605, -0.5876, -0.0728],
    [-0.1246, 1.1329, -0.0083],
    [-0.0182, -0.1006, 1.1187],
  ],
  12: [
    [1.2249, -0.2247, 0],
    [-0.042, 1.0419, 0],
    [-0.0197, -0.0786, 1.0979],
  ],
};
const SAME: readonly [Row, Row, Row] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const PQ = 16;
const HLG = 18;

/** Their pictures come out as on a usual screen without any of this. */
function isUsual({ primaries, transfer }: Colours): boolean {
  return TO_SRGB[primaries] === undefined && transfer !== PQ && transfer !== HLG;
}

/**
 * Pixels in sRGB of pixels that are written in other colours, or with more light than a usual screen shows: light beyond white paper is
 * drawn together towards white. Changes `data` in place: 8 bits a channel, three or four channels, of which the fourth is left as it is.
 */
export function toScreen(data: Uint8Array, channels: 3 | 4, colours: Colours): void {
  if (isUsual(colours)) return;
  const matrix = TO_SRGB[colours.primaries] ?? SAME;
  const light = Float64Array.from({ length: 256 }, (_, value) => lightOf(value / 255, colours.transfer));
  for (let at = 0; at + channels <= data.length; at += channels) {
    const [red, green, blue] = [light[data[at]!]!, light[data[at + 1]!]!, light[data[at + 2]!]!];
    for (let channel = 0; channel < 3; channel++) {
      const [a, b, c] = matrix[channel]!;
      data[at + channel] = Math.round(written(softened(a * red + b * green + c * blue, colours.transfer)) * 255);
    }
  }
}

/** Light, where 1 is white paper, of a signal from 0 to 1. */
function lightOf(signal: number, transfer: number): number {
  switch (transfer) {
    case PQ: {
      const power = signal ** (1 / 78.84375);
      return (10_000 * (Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125)) / WHITE;
    }
    case HLG: {
      const scene = signal <= 0.5 ? signal ** 2 / 3 : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
      return (BRIGHTEST * scene ** 1.2) / WHITE;
    }
    default:
      return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
  }
}

const KNEE = 0.3;
const PEAK = BRIGHTEST / WHITE;

/** The curve by which films are made, too (ffmpeg's `mobius`): up to the knee light stays as it is, the brightest becomes 1. */
function softened(light: number, transfer: number): number {
  if ((transfer !== PQ && transfer !== HLG) || light <= KNEE) return light;
  const a = (-KNEE * KNEE * (PEAK - 1)) / (KNEE * KNEE - 2 * KNEE + PEAK);
  const b = (KNEE * KNEE - 2 * KNEE * PEAK + PEAK) / (PEAK - 1);
  return ((b * b + 2 * b * KNEE + KNEE * KNEE) / (b - a)) * ((light + a) / (light + b));
}

/** sRGB's signal of light (IEC 61966-2-1). */
function written(light: number): number {
  const inside = Math.min(Math.max(light, 0), 1);
  return inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
}
