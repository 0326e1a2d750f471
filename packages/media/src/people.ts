/** A face, or a person, that somebody marked in a picture. */
export interface Person {
  readonly name: string;
  /** Where, in parts of the width and height of the picture as stored, from its upper left corner; null when only the name is known. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

const MOST_PEOPLE = 200;
const MOST_OF_A_NAME = 200;

type Group = Readonly<Record<string, unknown>>;

/**
 * People named in XMP: regions of the Metadata Working Group (`mwg-rs:Regions`, which Apple, Adobe and digiKam write), Microsoft's
 * (`MP:RegionInfo`), and plain names (`Iptc4xmpExt:PersonInImage`).
 */
export function readPeople(xmp: Group | undefined): Person[] {
  const people: Person[] = [];
  for (const region of listOf(inside(xmp?.['Regions'], 'RegionList'))) {
    const kind = textOf(member(region, 'Type'));
    if (kind !== null && !/^face$/i.test(kind)) continue;
    add(people, textOf(member(region, 'Name')), areaAround(member(region, 'Area')));
  }
  for (const region of listOf(inside(xmp?.['RegionInfo'], 'Regions')))
    add(people, textOf(member(region, 'PersonDisplayName')), areaFrom(textOf(member(region, 'Rectangle'))));
  for (const name of listOf(xmp?.['PersonInImage'])) add(people, textOf(name), null);
  return people.slice(0, MOST_PEOPLE);
}

function add(people: Person[], name: string | null, area: Person['area']): void {
  if (name === null || people.length >= MOST_PEOPLE) return;
  const short = name.slice(0, MOST_OF_A_NAME).toWellFormed();
  if (area === null && people.some((person) => person.name === short)) return;
  people.push({ name: short, area });
}

/** The Working Group gives the middle of the area and its size. */
function areaAround(area: unknown): Person['area'] {
  const [x, y, width, height] = ['x', 'y', 'w', 'h'].map((name) => Number(textOf(member(area, name)) ?? Number.NaN)) as [
    number,
    number,
    number,
    number,
  ];
  return sound({ x: x - width / 2, y: y - height / 2, width, height });
}

/** Microsoft gives `left, top, width, height`. */
function areaFrom(written: string | null): Person['area'] {
  const [x, y, width, height] = (written ?? '').split(',').map(Number);
  return sound({ x: x ?? Number.NaN, y: y ?? Number.NaN, width: width ?? Number.NaN, height: height ?? Number.NaN });
}

function sound(area: NonNullable<Person['area']>): Person['area'] {
  const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;
  return within(area.x, -1, 1) && within(area.y, -1, 1) && within(area.width, 0, 2) && within(area.height, 0, 2) ? area : null;
}

/** A tag of the metadata library, or a part of one: its value, whatever it is wrapped in. */
function valueOf(part: unknown): unknown {
  return typeof part === 'object' && part !== null && !Array.isArray(part) && 'value' in part ? part.value : part;
}

function member(part: unknown, name: string): unknown {
  const value = valueOf(part);
  return typeof value === 'object' && value !== null ? (value as Group)[name] : undefined;
}

function inside(part: unknown, name: string): unknown {
  return part === undefined ? undefined : member(part, name);
}

function listOf(part: unknown): unknown[] {
  const value = valueOf(part);
  return Array.isArray(value) ? value.slice(0, MOST_PEOPLE) : [];
}

function textOf(part: unknown): string | null {
  const value = valueOf(part);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
