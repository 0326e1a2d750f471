import sharp, { type Exif, type Sharp } from 'sharp';
import { chance } from './brush/chance.ts';
import { paint, type Scene } from './brush/paint.ts';
import { aurora } from './scenes/aurora.ts';
import { balloons } from './scenes/balloons.ts';
import { blossom } from './scenes/blossom.ts';
import { city } from './scenes/city.ts';
import { dunes } from './scenes/dunes.ts';
import { forest } from './scenes/forest.ts';
import { meadow } from './scenes/meadow.ts';
import { mountains } from './scenes/mountains.ts';
import { sea } from './scenes/sea.ts';

/** A photograph that code makes: no camera, no person, no licence to ask for. */
export interface Photograph {
  /** As a camera would name it. */
  readonly name: string;
  /** Local time of the place, `YYYY-MM-DDTHH:MM:SS`. */
  readonly taken: string;
  readonly jpeg: Buffer;
}

export type Size = 'small' | 'real';

/** What a scene is, with a place in the world where it could have been seen. */
const SCENES: readonly { readonly scene: Scene; readonly places: readonly (readonly [number, number, string])[] }[] = [
  {
    scene: mountains,
    places: [
      [46.5763, 7.9858, '+02:00'],
      [46.4102, 11.844, '+02:00'],
    ],
  },
  {
    scene: sea,
    places: [
      [39.8885, 4.2658, '+02:00'],
      [50.1167, -5.4781, '+01:00'],
    ],
  },
  {
    scene: blossom,
    places: [
      [52.2696, 4.5469, '+02:00'],
      [51.4787, -0.2956, '+01:00'],
    ],
  },
  {
    scene: city,
    places: [
      [59.3251, 18.0711, '+02:00'],
      [53.5413, 9.9841, '+02:00'],
    ],
  },
  {
    scene: balloons,
    places: [
      [38.6431, 34.8289, '+03:00'],
      [51.4414, -2.6446, '+01:00'],
    ],
  },
  {
    scene: forest,
    places: [
      [48.4833, 8.2167, '+02:00'],
      [57.1896, -3.8279, '+01:00'],
    ],
  },
  {
    scene: meadow,
    places: [
      [43.8345, 5.9805, '+02:00'],
      [52.8262, 12.0741, '+02:00'],
    ],
  },
  {
    scene: aurora,
    places: [
      [68.1986, 13.8884, '+01:00'],
      [64.9631, -19.0208, '+00:00'],
    ],
  },
  {
    scene: dunes,
    places: [
      [31.1499, -3.9771, '+01:00'],
      [44.5896, -1.2117, '+02:00'],
    ],
  },
];

const CAMERAS = [
  { make: 'Rollcall', model: 'Demonstration 1', lens: '26/10', stop: '18/10', name: (n: number): string => `IMG_${pad(n, 4)}.JPG` },
  { make: 'Rollcall', model: 'Demonstration 2', lens: '350/10', stop: '56/10', name: (n: number): string => `DSC${pad(n, 5)}.JPG` },
] as const;

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** Pixels of the long and the short side. */
const SIZES: Readonly<Record<Size, readonly [number, number]>> = { small: [1600, 1200], real: [4000, 3000] };

/** How many pictures are really painted for the real size; the others are crops and exposures of them. */
const PAINTED = 24;

/** The `index`th photograph: always the same one, and no two alike. */
export async function photograph(index: number, size: Size): Promise<Photograph> {
  const facts = factsOf(index);
  const [long, short] = SIZES[size];
  const [width, height] = facts.upright ? [short, long] : [long, short];
  const pixels = size === 'small' ? await small(index, width, height) : await real(index, width, height);
  const jpeg = await pixels
    .jpeg({ quality: size === 'small' ? 86 : 92 })
    .withExif(exif(facts))
    .toBuffer();
  return { name: facts.name, taken: facts.taken, jpeg };
}

interface Facts {
  readonly scene: Scene;
  readonly upright: boolean;
  readonly name: string;
  readonly taken: string;
  readonly zone: string;
  readonly camera: (typeof CAMERAS)[number];
  readonly place: readonly [number, number];
}

function factsOf(index: number): Facts {
  const next = chance(index * 7919 + 17);
  const kind = SCENES[index % SCENES.length] ?? SCENES[0];
  if (!kind) throw new Error('There is at least one scene');
  const [latitude, longitude, zone] = kind.places[Math.floor(next() * kind.places.length)] ?? [0, 0, '+00:00'];
  const camera = CAMERAS[next() < 0.7 ? 0 : 1];
  // Days with several pictures, weeks with none: as people take them. From the thousandth on they are the newest.
  const trip = Math.floor(index / 8);
  const day = index < 1000 ? 240 - 9 * trip - Math.floor((index % 8) ** 2 / 16) : 241 + ((index - 1000) % 100);
  const date = new Date(Date.UTC(2026, 0, 1 + day, 7 + Math.floor(next() * 13), Math.floor(next() * 60), Math.floor(next() * 60)));
  const place = [latitude + (next() - 0.5) * 0.02, longitude + (next() - 0.5) * 0.02] as const;
  return {
    scene: kind.scene,
    upright: next() < 0.22,
    name: camera.name(1200 + index * 3),
    taken: date.toISOString().slice(0, 19),
    zone,
    camera,
    place,
  };
}

async function small(index: number, width: number, height: number): Promise<Sharp> {
  const { scene } = factsOf(index);
  const across = Math.round(width * 0.75);
  const down = Math.round(height * 0.75);
  const raw = paint(scene(index * 101 + 7, { aspect: across / down, fine: 0.7 / down }), across, down);
  const scaled = await sharp(raw, { raw: { width: across, height: down, channels: 3 } })
    .resize(width, height, { kernel: 'cubic' })
    .raw()
    .toBuffer();
  return grained(sharp(scaled, { raw: { width, height, channels: 3 } }), width, height, index, 3);
}

const painted = new Map<number, Promise<Buffer>>();

/** Painted at half the size, which grain and the lens hide; then another crop and exposure for each. */
async function real(index: number, width: number, height: number): Promise<Sharp> {
  const next = chance(index + 5);
  const base = index % PAINTED;
  const paintedWidth = 2100;
  const paintedHeight = 1600;
  let raw = painted.get(base);
  if (!raw) {
    raw = Promise.resolve().then(() =>
      paint(
        factsOf(base).scene(base * 101 + 7, { aspect: paintedWidth / paintedHeight, fine: 0.7 / paintedHeight }),
        paintedWidth,
        paintedHeight,
      ),
    );
    painted.set(base, raw);
  }
  const cropWidth = Math.floor((width > height ? 2000 : 1150) * (0.94 + next() * 0.06));
  const cropHeight = Math.floor((cropWidth * height) / width);
  const left = Math.floor(next() * (paintedWidth - cropWidth));
  const top = Math.floor(next() * (paintedHeight - cropHeight));
  const crop = sharp(await raw, { raw: { width: paintedWidth, height: paintedHeight, channels: 3 } })
    .extract({ left, top, width: cropWidth, height: cropHeight })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' });
  return grained(sharp(await crop.raw().toBuffer(), { raw: { width, height, channels: 3 } }), width, height, index, 9);
}

/** The grain of a sensor, without which it would not look, or weigh, like a photograph. */
async function grained(picture: Sharp, width: number, height: number, index: number, strength: number): Promise<Sharp> {
  const tile = 512;
  const next = chance(index + 99);
  const noise = Buffer.alloc(tile * tile * 4);
  for (let i = 0; i < noise.length; i += 4) {
    const value = next() + next() + next() - 1.5;
    noise.fill(value > 0 ? 255 : 0, i, i + 3);
    noise[i + 3] = Math.min(255, Math.abs(value) * strength * 2.2);
  }
  const overlay = await sharp(noise, { raw: { width: tile, height: tile, channels: 4 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return picture.composite([{ input: overlay, tile: true, left: 0, top: 0 }]).resize(width, height);
}

/** Exif 2.32: what a camera writes of when, where and how. */
function exif({ taken, zone, camera, place: [latitude, longitude] }: Facts): Exif {
  const stamp = taken.replace('T', ' ').replace(/^(\d+)-(\d+)-(\d+)/, '$1:$2:$3');
  return {
    IFD0: { Make: camera.make, Model: camera.model, DateTime: stamp, Software: 'Rollcall demonstration' },
    IFD2: {
      DateTimeOriginal: stamp,
      DateTimeDigitized: stamp,
      OffsetTimeOriginal: zone,
      SubSecTimeOriginal: '000',
      FNumber: camera.stop,
      FocalLength: camera.lens,
      ExposureTime: '1/250',
      ISOSpeedRatings: '100',
    },
    IFD3: {
      GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
      GPSLatitude: degrees(latitude),
      GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
      GPSLongitude: degrees(longitude),
    },
  };
}

function degrees(value: number): string {
  const seconds = Math.round(Math.abs(value) * 360_000);
  return `${Math.floor(seconds / 360_000)}/1 ${Math.floor((seconds % 360_000) / 6000)}/1 ${seconds % 6000}/100`;
}
