import type { NamedPerson } from '@rollcall/protocol';
import type { Description } from './describe.ts';

type Point = readonly [x: number, y: number];
/** Where a point of the stored picture lies in the picture as shown, in parts of width and height, by EXIF's orientation. */
const SHOWN: Readonly<Record<number, (x: number, y: number) => Point>> = {
  1: (x, y) => [x, y],
  2: (x, y) => [1 - x, y],
  3: (x, y) => [1 - x, 1 - y],
  4: (x, y) => [x, 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [1 - y, x],
  7: (x, y) => [1 - y, 1 - x],
  8: (x, y) => [y, 1 - x],
};
/** A photo's own rotation, counter-clockwise, as an orientation. */
const TURNED: Readonly<Record<number, number>> = { 0: 1, 90: 8, 180: 3, 270: 6 };

/** Who is named in a picture, and where as it is shown; of a film, only who. */
export function peopleShown({ kind, details }: Pick<Description, 'kind' | 'details'>): NamedPerson[] {
  const { people, orientation, rotation } = details;
  const place = kind === 'video' ? undefined : SHOWN[rotation === null ? (orientation ?? 1) : (TURNED[rotation] ?? 0)];
  return people.map(({ name, area }) => {
    if (area === null || place === undefined) return { name, area: null };
    const corners = [place(area.x, area.y), place(area.x + area.width, area.y + area.height)] as const;
    const [x, right] = span(corners[0][0], corners[1][0]);
    const [y, bottom] = span(corners[0][1], corners[1][1]);
    return { name, area: right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null };
  });
}

/** What of it lies within the picture, the lesser end first. */
function span(one: number, other: number): Point {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return [within(Math.min(one, other)), within(Math.max(one, other))];
}
