import { plainText, type SidecarFacts } from '@rollcall/media';
import { FileName } from '@rollcall/protocol';
import type { BesideFile } from '../folder/plan.ts';
import { NOTHING_TOLD, type FoundFile, type Left, type ReadMedia, type Thing, type ThingPart, type Told } from '../found.ts';
import { completed, distinct, grouped, leftApart, united, withoutFileTime, type Placed } from '../grouping.ts';
import { googleFields, type GoogleAsset } from './asset-json.ts';
import { matchData } from './match.ts';
import { withTheirPhotos } from './together.ts';

/** Data of a photo, read. */
export interface GoogleData {
  readonly file: FoundFile;
  readonly asset: GoogleAsset;
  /** What every reader of such a file finds in it; null: nothing. */
  readonly facts: SidecarFacts | null;
}

/** One folder of a takeout, over all of its parts. */
export interface GoogleFolder {
  readonly media: readonly ReadMedia[];
  readonly data: readonly GoogleData[];
  /** What other programs left beside photos. */
  readonly beside: readonly BesideFile[];
  /** The title of the album that it is; null: it is none. */
  readonly album: string | null;
}

export interface Planned {
  readonly things: readonly Thing[];
  readonly left: readonly Left[];
  /** Photos and films about which nothing is told beside them. */
  readonly withoutData: readonly string[];
  /** Files of data that were matched. */
  readonly dataUsed: number;
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What one folder of a takeout holds. Pure. @param nameOf how a file is called when a person is told of it */
export function planGoogleFolder({ media, data, beside, album }: GoogleFolder, nameOf: (file: FoundFile) => string): Planned {
  const once = distinct(
    // All of them lie in one folder, wherever their parts lie.
    media.map((file) => ({ path: lastOf(file.file.path), file })),
    nameOf,
  );
  const besideAt = new Map(beside.map((each) => [lastOf(each.file.path), each]));
  const told = distinctData(data, nameOf);
  const matched = matchData(
    once.placed.map((each) => ({ ...each, name: lastOf(each.path) })),
    told.data.map((each) => ({ ...each, name: lastOf(each.file.path), title: each.asset.title })),
  );
  const dataAt = new Map([...matched.data].map(([photo, its]) => [photo.path, its as GoogleData]));
  const placed = withTheirPhotos(once.placed, ({ path }) => {
    const its = dataAt.get(path);
    return its === undefined ? undefined : (its.facts?.fields.capturedAt ?? null);
  });
  const groups = grouped(
    placed,
    beside.map(({ file }) => ({ path: lastOf(file.path), file })),
  );
  const byPath = new Map(placed.map(({ path }, at) => [path, once.placed[at]!.file]));
  const dataOf = new Map(
    placed.flatMap(({ path }, at) => {
      const its = dataAt.get(once.placed[at]!.path);
      return its === undefined ? [] : [[path, its] as const];
    }),
  );
  const inQuestion = new Set(matched.unclear.flatMap(({ photos }) => photos.map(({ path }) => path)));
  const fileAt = (path: string): FoundFile => byPath.get(path)?.file ?? besideAt.get(path)!.file;
  const withoutData: string[] = [];
  const things = groups.assets.map(({ members }): Thing => {
    const parts = members.filter(({ within }) => within === null).map(({ path, role }) => ({ path, role }));
    const its = [...new Set(parts.flatMap(({ path }) => dataOf.get(path) ?? []))];
    const original = byPath.get(parts[0]!.path)!;
    if (its.length === 0 && !parts.some(({ path }) => inQuestion.has(path))) withoutData.push(nameOf(original.file));
    const told = united([...its.map(toldBy), ...parts.flatMap(({ path }) => besideAt.get(path)?.told ?? [])]);
    return {
      kind: original.kind,
      parts: [
        { file: original.file, role: 'original' },
        ...parts.slice(1).map(({ path, role }): ThingPart => ({ file: fileAt(path), role })),
        ...its.map(({ file }): ThingPart => ({ file, role: 'sidecar' })),
      ],
      fields: {
        ...completed(withoutFileTime(original.fields), told),
        fileName: wholeName(original.fields.fileName, dataOf.get(parts[0]!.path)),
      },
      told,
      albums: album === null ? [] : [album],
      trashed: its.some(({ asset }) => asset.trashed),
    };
  });
  return {
    things,
    withoutData,
    dataUsed: new Set(matched.data.values()).size,
    left: [
      ...once.left,
      ...told.left,
      ...matched.unused.map(({ file }): Left => ({ path: nameOf(file), why: 'no-photo' })),
      ...matched.unclear.flatMap(({ photos, data: several }) => unclearLeft(photos, several, nameOf)),
      ...leftApart(groups, (path) => nameOf(fileAt(path))),
      ...groups.others.map((path): Left => ({ path: nameOf(fileAt(path)), why: 'no-photo' })),
    ],
  };
}

/** The same part of a takeout given twice, or one file in two parts: what tells the same under one name is one. */
function distinctData(
  all: readonly GoogleData[],
  nameOf: (file: FoundFile) => string,
): { readonly data: readonly GoogleData[]; readonly left: readonly Left[] } {
  const first = new Map<string, GoogleData>();
  const left: Left[] = [];
  const data = all.filter((each) => {
    const key = JSON.stringify([lastOf(each.file.path).normalize('NFC'), each.asset, each.facts?.fields ?? null]);
    const same = first.get(key);
    if (same === undefined) first.set(key, each);
    else left.push({ path: nameOf(each.file), why: 'same-bytes', more: nameOf(same.file) });
    return same === undefined;
  });
  return { data, left };
}

function unclearLeft(photos: readonly Placed<ReadMedia>[], data: readonly GoogleData[], nameOf: (file: FoundFile) => string): Left[] {
  const of = photos.map(({ file }) => nameOf(file.file)).join(', ');
  return data.map(({ file }) => ({ path: nameOf(file), why: 'several-photos', more: of }));
}

/** The name that the file had before it was cut and numbered, where it is the name of such a file. */
function wholeName(name: string, data: GoogleData | undefined): string {
  const title = plainText(data?.asset.title ?? name);
  const endingOf = (text: string): string => text.slice(text.lastIndexOf('.')).toLowerCase();
  return FileName.safeParse(title).success && title.includes('.') && endingOf(title) === endingOf(name) ? title : name;
}

function toldBy({ asset, facts }: GoogleData): Told {
  const { people: _, ...fields } = facts?.fields ?? {};
  return { fields: { ...NOTHING_TOLD.fields, ...fields, ...googleFields(asset) }, knowsZone: false };
}
