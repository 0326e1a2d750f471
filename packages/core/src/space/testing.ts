import type { SpacePhoto } from './photo.ts';

/** A made-up id; they are ordered as their numbers are. */
export function idOf(n: number): string {
  return `0197bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
export function hashOf(n: number): string {
  return n.toString(16).padStart(64, '0');
}

/** A photo like no other one, of a million bytes. */
export function photoOf(n: number, more: Partial<SpacePhoto> = {}): SpacePhoto {
  return {
    id: idOf(n),
    kind: 'photo',
    fileName: `IMG_${n}.JPG`,
    capturedAt: `2024-05-06T14:${String(n % 60).padStart(2, '0')}:10`,
    width: 4000,
    height: 3000,
    duration: null,
    camera: `Camera ${n}`,
    mark: null,
    rating: null,
    edited: false,
    burst: null,
    likeness: null,
    sharpness: 800,
    screenshot: false,
    parts: [{ role: 'original', hash: hashOf(n), size: 1_000_000, mime: 'image/jpeg' }],
    ...more,
  };
}
