import { planAppleExport } from './apple-export/plan.ts';
import type { FoundFile, Left, ReadMedia, Thing } from './found.ts';
import { planFolder } from './folder/plan.ts';
import { isOwnFolder } from './google-takeout/own-folder.ts';
import { planGoogleFolder } from './google-takeout/plan.ts';
import { mediaOf, PHOTOS, planExported } from './rollcall-export/plan.ts';
import { libraryBatches } from './photos-library/batches.ts';
import type { Sources } from './sources.ts';
import { isPlain, type Origin, type Survey } from './survey.ts';

/** What came of planning some of the files. */
export interface BatchPlan {
  readonly things: readonly Thing[];
  readonly left: readonly Left[];
  /** Photos and films of which nothing is told beside them. */
  readonly withoutData: readonly string[];
  /** What tells of photos (rows of a table, or files beside them), and how many of these were matched. */
  readonly told: { readonly all: number; readonly matched: number };
  readonly checksums: { readonly agree: number; readonly disagree: readonly string[] };
  readonly otherDates: readonly string[];
  readonly albumLines: { readonly all: number; readonly found: number };
}

/** Files that can only be understood together. */
export interface Batch {
  readonly origin: Origin;
  readonly files: readonly FoundFile[];
  /** Apple's checksum of each file is needed. */
  readonly appleChecksum: boolean;
  /** @param media those of the files that are photos or films, read */
  plan(media: readonly ReadMedia[]): BatchPlan;
}

const NOTHING = {
  checksums: { agree: 0, disagree: [] },
  otherDates: [],
  albumLines: { all: 0, found: 0 },
} as const;

/** All that was found, in batches, those that are in no album first: a photo that is in albums lies elsewhere, too. */
export function batchesOf(surveyed: Survey, sources: Sources): Batch[] {
  return [
    ...exportBatches(surveyed, sources),
    ...[...surveyed.libraries.values()].flatMap((library) => libraryBatches(library, sources.nameOf)),
    ...googleBatches(surveyed, sources),
    ...appleBatches(surveyed, sources),
    ...folderBatches(surveyed, sources),
  ];
}

function exportBatches({ exports }: Survey, { nameOf }: Sources): Batch[] {
  return exports.all.flatMap((each) =>
    Array.from({ length: Math.ceil(each.photos.length / PHOTOS) }, (_, at): Batch => {
      const photos = each.photos.slice(at * PHOTOS, (at + 1) * PHOTOS);
      return {
        origin: 'rollcall-export',
        files: mediaOf(photos, each),
        appleChecksum: false,
        plan: (media) => planExported(photos, each, media, nameOf),
      };
    }),
  );
}

function googleBatches({ candidates, google, beside, originOf, folderKey }: Survey, { nameOf }: Sources): Batch[] {
  const files = Map.groupBy(
    candidates.filter(({ source }) => originOf(source) === 'google-takeout'),
    folderKey,
  );
  const data = Map.groupBy(google.data, ({ file }) => folderKey(file));
  const near = Map.groupBy(
    beside.filter(({ file }) => originOf(file.source) === 'google-takeout'),
    ({ file }) => folderKey(file),
  );
  const folders = [...new Set([...files.keys(), ...data.keys(), ...near.keys()])].sort();
  const inOrder = [...folders.filter((each) => !google.albums.has(each)), ...folders.filter((each) => google.albums.has(each))];
  return inOrder.map((folder) => ({
    origin: 'google-takeout',
    files: files.get(folder) ?? [],
    appleChecksum: false,
    plan: (media) => {
      const its = data.get(folder) ?? [];
      const title = google.albums.get(folder);
      const album = title === undefined || isOwnFolder(title, its) ? null : title;
      const planned = planGoogleFolder({ media, data: its, beside: near.get(folder) ?? [], album }, nameOf);
      const { things, left, withoutData, dataUsed } = planned;
      const placed = album === null ? 0 : things.length;
      return {
        ...NOTHING,
        things,
        left,
        withoutData,
        told: { all: its.length, matched: dataUsed },
        albumLines: { all: placed, found: placed },
      };
    },
  }));
}

function appleBatches({ candidates, apple, beside, originOf }: Survey, { nameOf }: Sources): Batch[] {
  const isIts = ({ source }: FoundFile): boolean => originOf(source) === 'apple-export';
  const files = candidates.filter(isIts);
  if (files.length === 0 && apple.rows.length === 0) return [];
  const near = beside.filter(({ file }) => isIts(file)).map(({ file }) => file);
  return [
    {
      origin: 'apple-export',
      files,
      appleChecksum: true,
      plan: (media) => {
        const { rows, ...planned } = planAppleExport({ ...apple, media, beside: near }, nameOf);
        return { ...planned, told: rows };
      },
    },
  ];
}

function folderBatches({ candidates, beside, exports, originOf }: Survey, { all, nameOf }: Sources): Batch[] {
  const keyOf = ({ source, path }: FoundFile): string => `${source}:${path.slice(0, Math.max(0, path.lastIndexOf('/')))}`;
  const files = Map.groupBy(
    candidates.filter(({ source, key }) => isPlain(originOf(source)) && !exports.own.has(key)),
    keyOf,
  );
  const near = Map.groupBy(
    beside.filter(({ file }) => isPlain(originOf(file.source))),
    ({ file }) => keyOf(file),
  );
  return [...new Set([...files.keys(), ...near.keys()])].sort().map((folder) => {
    const [its, lies] = [files.get(folder) ?? [], near.get(folder) ?? []];
    return {
      origin: 'folder',
      files: its,
      // icloud-photos-sync calls files by it.
      appleChecksum: its.some(({ path }) => /(^|\/)_All-Photos\/[^/]+$/.test(path)),
      plan: (media) => {
        const { dataUsed, withoutData, ...planned } = planFolder(
          { media, beside: lies, links: all[(its[0] ?? lies[0]!.file).source]!.links },
          nameOf,
        );
        // Where nothing lies beside any photo, nobody misses it.
        const without = lies.length > 0 ? withoutData : [];
        return { ...NOTHING, ...planned, withoutData: without, told: { all: lies.length, matched: dataUsed } };
      },
    };
  });
}
