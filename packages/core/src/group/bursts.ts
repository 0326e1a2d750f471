import { folderOf, lastOf, placeOf, stemOf, withoutEnding } from './file-names.ts';
import type { Burst, Draft } from './file.ts';
import { byKey } from './tally.ts';

/** Milliseconds between two frames whose names hold the moment of each, at most. */
const NEXT_FRAME = 1000;

/** Frames of one burst: by the identifier that the camera wrote, else by the names that phones give them. A single frame is none. */
export function findBursts(drafts: readonly Draft[]): ReadonlyMap<Burst, readonly Draft[]> {
  const photos = drafts.filter(({ original }) => original.kind === 'photo');
  const named = photos.filter(({ original }) => original.burstId === null);
  const groups = [
    ...[...byKey(photos, ({ original }) => original.burstId?.toUpperCase() ?? null)].map(([id, frames]) => ({ id, frames })),
    ...[...byKey(named, numberedBurst)].map(([key, frames]) => ({ id: key.slice(key.lastIndexOf('/') + 1).toUpperCase(), frames })),
    ...timedBursts(named),
  ];
  const found = new Map<Burst, readonly Draft[]>();
  for (const { id, frames } of groups) {
    if (frames.length < 2) continue;
    const ordered = [...frames].sort(inOrder);
    found.set({ id, key: keyOf(ordered).original.path, frames: ordered.map(({ original }) => original.path) }, ordered);
  }
  return found;
}

function numberedBurst({ original: { path } }: Draft): string | null {
  const name = burstNameOf(path);
  return name === null || name.at !== null ? null : placeOf(folderOf(path), name.shared);
}

function timedBursts(drafts: readonly Draft[]): { id: string; frames: Draft[] }[] {
  const timed = drafts.flatMap((frame) => {
    const { path } = frame.original;
    const name = burstNameOf(path);
    return name === null || name.at === null ? [] : [{ frame, place: placeOf(folderOf(path), name.shared), at: name.at }];
  });
  return [...byKey(timed, ({ place }) => place).values()]
    .flatMap((near) => oneAfterAnother(near))
    .map((frames) => ({
      id: `BURST${/_burst(\d{14})/.exec(stemOf(frames[0]!.frame.original.path))?.[1]}`,
      frames: frames.map(({ frame }) => frame),
    }));
}

/** What a phone's name of a frame tells. */
export interface BurstName {
  /** The same in the names of all frames, in small letters. */
  readonly shared: string;
  /** The moment in the name, milliseconds on the camera's clock: in some of these names each frame has its own, in others all have the first one's. Null: what they share says it. */
  readonly at: number | null;
}

/** `IMG_20200101_120000_BURST001_COVER`, `PXL_20231118_092735142.BURST-01.COVER`; `00001IMG_00001_BURST20230704213015100`. */
export function burstNameOf(path: string): BurstName | null {
  const numbered = /^(.+?)[._]burst-?\d{1,4}(?:[._]cover)?$/.exec(stemOf(path));
  if (numbered !== null) return { shared: numbered[1] as string, at: null };
  const timed = /^\d*([a-z]*)_?\d*_burst(\d{14})(\d{3})?(?:_cover)?$/.exec(stemOf(path));
  return timed === null ? null : { shared: timed[1] as string, at: momentOf(timed[2] as string, timed[3]) };
}

/** Frames by their moments, cut where more than a second lies between two. */
export function oneAfterAnother<F extends { readonly at: number }>(frames: readonly F[]): F[][] {
  const runs: F[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const frame of [...frames].sort((a, b) => a.at - b.at)) {
    if (frame.at - before > NEXT_FRAME) runs.push([]);
    runs.at(-1)?.push(frame);
    before = frame.at;
  }
  return runs;
}

function momentOf(digits: string, thousandths: string | undefined): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) + Number(thousandths ?? 0);
}

function inOrder(a: Draft, b: Draft): number {
  const key = ({ original }: Draft): string => `${original.capturedAt ?? '9'} ${original.path}`;
  return key(a) < key(b) ? -1 : 1;
}

function keyOf(drafts: readonly Draft[]): Draft {
  const frames = drafts.map((frame) => ({
    fileName: lastOf(frame.original.path),
    rating: frame.original.rating,
    edited: frame.parts.some(({ role }) => role === 'edited'),
    frame,
  }));
  return standsFor(frames).frame;
}

/** One frame of a burst, as far as it matters which of them stands for all. */
export interface BurstFrame {
  readonly fileName: string;
  readonly rating: number | null;
  /** It shows an edit. */
  readonly edited: boolean;
}

/**
 * The frame that the phone named as the cover, else the best rated, else one that was edited, else the first.
 * @param frames at least one, as they were taken
 */
export function standsFor<F extends BurstFrame>(frames: readonly F[]): F {
  const best = Math.max(...frames.map(({ rating }) => rating ?? 0));
  return (
    frames.find(({ fileName }) => /[._]cover$/i.test(withoutEnding(fileName))) ??
    (best > 0 ? frames.find(({ rating }) => rating === best) : undefined) ??
    frames.find(({ edited }) => edited) ??
    (frames[0] as F)
  );
}
