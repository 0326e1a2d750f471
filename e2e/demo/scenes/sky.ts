import { chance, layered, noise, step } from '../brush/chance.ts';
import { colour, cover, mix, shine, type Colour, type Pixel, type Shade } from '../brush/paint.ts';

/** The light of one hour of the day, from which a whole picture takes its colours. */
export interface Light {
  readonly zenith: Colour;
  readonly middle: Colour;
  readonly horizon: Colour;
  readonly sun: Colour;
  readonly cloud: Colour;
  readonly shadow: Colour;
  /** What stands against the light. */
  readonly dark: Colour;
}

const light = (zenith: string, middle: string, horizon: string, sun: string, cloud: string, shadow: string, dark: string): Light => ({
  zenith: colour(zenith),
  middle: colour(middle),
  horizon: colour(horizon),
  sun: colour(sun),
  cloud: colour(cloud),
  shadow: colour(shadow),
  dark: colour(dark),
});

export const LIGHTS = {
  dawn: light('3d5a8c', 'c58fa8', 'ffd2a6', 'fff0d0', 'ffd9c9', 'a47f9c', '1d2438'),
  morning: light('2f74c0', '8cc0e8', 'e6f1f5', 'fffbe8', 'ffffff', 'b7c9dc', '1b3327'),
  noon: light('1c62b8', '5aa4e4', 'cfe8f7', 'ffffff', 'ffffff', 'a9bfd6', '16341f'),
  evening: light('314a86', 'd98a6b', 'ffc36b', 'fff0b8', 'ffb48a', '8a5a78', '1f1a2b'),
  ember: light('2a2350', 'b3416a', 'ff8a3d', 'ffe09a', 'ff7d5c', '5a2c58', '150f1f'),
  dusk: light('101c44', '4a4a8c', 'e58c78', 'ffd8b0', '9c7fb0', '36356a', '0c1022'),
  overcast: light('7d8d9c', 'a9b6bf', 'd5dbdc', 'f2f2ec', 'e8ecee', '8897a3', '1e2a2a'),
} as const;

export interface Sky {
  readonly shade: Shade;
  /** Without the clouds: what mist and water take their colour from. */
  readonly clear: (y: number) => Colour;
  readonly sun: { readonly x: number; readonly y: number };
}

/**
 * @param horizon where the sky ends, as `y`
 * @param sun where the sun stands
 * @param clouds from 0, none, to 1, all
 */
export function sky(seed: number, look: Light, horizon: number, sun: Sky['sun'], clouds: number): Sky {
  const next = chance(seed);
  const cloud = layered(noise(Math.floor(next() * 1e9)), 5);
  const wisp = layered(noise(Math.floor(next() * 1e9)), 4);
  const clear = (y: number): Colour => {
    const up = Math.max(0, Math.min(1, 1 - y / horizon));
    return up > 0.4 ? mix(look.middle, look.zenith, step(0, 1, (up - 0.4) / 0.6)) : mix(look.horizon, look.middle, up / 0.4);
  };
  const shade: Shade = (x, y, pixel) => {
    const base = clear(y);
    set(pixel, base);
    const far = Math.hypot(x - sun.x, y - sun.y);
    shine(pixel, look.sun, 0.42 * Math.exp(-far * 5) + 0.3 * Math.exp(-far * 18));
    if (clouds > 0) {
      const height = Math.max(0.02, horizon - y) + 0.12;
      const u = (x - sun.x) / height;
      const v = 1 / height;
      const thick = cloud(u * 0.55 + 40, v * 0.9 + 7);
      const edge = 0.72 - clouds * 0.38;
      const density = step(edge, edge + 0.22, thick) * step(-0.02, 0.1, horizon - y);
      if (density > 0) {
        const lit = step(-0.12, 0.16, thick - cloud(u * 0.55 + 40.16, v * 0.9 + 7.2) + 0.05);
        const body = mix(mix(look.shadow, look.cloud, 0.35 + 0.65 * lit), look.sun, Math.min(0.6, 0.5 * Math.exp(-far * 4)));
        cover(pixel, mix(body, base, 0.15), density * 0.92);
      }
      const veil = wisp(u * 0.35 + 9, v * 2.2) - 0.52;
      if (veil > 0) cover(pixel, look.cloud, Math.min(0.4, veil * 1.6));
    }
    shine(pixel, look.sun, 1.3 * step(0.034, 0.026, far) * (1 - clouds * 0.4));
  };
  return { shade, clear, sun };
}

function set(pixel: Pixel, to: Colour): void {
  pixel[0] = to[0];
  pixel[1] = to[1];
  pixel[2] = to[2];
}
