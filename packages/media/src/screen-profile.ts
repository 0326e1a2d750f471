import { latin, u16, u32 } from './bytes.ts';

/** Its three lights, as a profile's space has them (IEC 61966-2-1, adapted to D50): columns of red, green and blue. */
const LIGHTS: readonly (readonly [tag: string, xyz: readonly [number, number, number]])[] = [
  ['rXYZ', [0.4361, 0.2225, 0.0139]],
  ['gXYZ', [0.3851, 0.7169, 0.0971]],
  ['bXYZ', [0.1431, 0.0606, 0.7141]],
];
const NEAR = 0.002;
/** Light of a signal of one half, and of a fifth. */
const CURVE: readonly (readonly [signal: number, light: number])[] = [
  [0.5, 0.214],
  [0.2, 0.0331],
];
const CURVE_NEAR = 0.004;
const MOST_TAGS = 100;

/** Whether a colour profile (ICC.1) is sRGB's, whoever wrote it: what it would change nobody sees. */
export function isScreenProfile(profile: Uint8Array): boolean {
  if (latin(profile, 16, 8) !== 'RGB XYZ ') return false;
  const tags = new Map<string, number>();
  for (let index = 0; index < Math.min(u32(profile, 128), MOST_TAGS); index++)
    tags.set(latin(profile, 132 + index * 12, 4), u32(profile, 136 + index * 12));
  // A table of colours would count before lights and curves.
  if (tags.has('A2B0')) return false;
  const hasLights = LIGHTS.every(([tag, wanted]) => {
    const at = tags.get(tag) ?? profile.length;
    return wanted.every((value, axis) => Math.abs(s15Fixed16(profile, at + 8 + axis * 4) - value) <= NEAR);
  });
  return hasLights && ['rTRC', 'gTRC', 'bTRC'].every((tag) => isItsCurve(profile, tags.get(tag) ?? profile.length));
}

function isItsCurve(profile: Uint8Array, at: number): boolean {
  const light = curveAt(profile, at);
  return light !== null && CURVE.every(([signal, wanted]) => Math.abs(light(signal) - wanted) <= CURVE_NEAR);
}

/** A curve of points, or one by parameters in the form that sRGB has. */
function curveAt(profile: Uint8Array, at: number): ((signal: number) => number) | null {
  const kind = latin(profile, at, 4);
  const points = u32(profile, at + 8);
  if (kind === 'curv' && points >= 16) return (signal) => u16(profile, at + 12 + Math.round(signal * (points - 1)) * 2) / 0xffff;
  if (kind !== 'para' || u16(profile, at + 8) !== 3) return null;
  const [g, a, b, c, d] = [0, 1, 2, 3, 4].map((index) => s15Fixed16(profile, at + 12 + index * 4)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return (signal) => (signal >= d ? (a * signal + b) ** g : c * signal);
}

function s15Fixed16(bytes: Uint8Array, at: number): number {
  return (u32(bytes, at) | 0) / 0x1_0000;
}
