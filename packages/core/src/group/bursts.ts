import { folderOf, lastOf, placeOf, stemOf, withoutEnding } from './file-names.ts';
import type { Burst, Draft } from './file.ts';
import { byKey } from './tally.ts';

/** Milliseconds between two frames whose names hold the moment of each. */
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

/** `IMG_20200101_120000_BURST001_COVER`, `PXL_20231118_092735142.BURST-01.COVER`. */
function numberedBurst({ original: { path } }: Draft): string | null {
  const match = /^(.+?)[._]burst-?\d{1,4}(?:[._]cover)?$/.exec(stemOf(path));
  return match === null ? null : placeOf(folderOf(path), match[1] as string);
}

/** `00001IMG_00001_BURST20230704213015100`: in some of these names each frame has its own moment, in others all have the first one's. */
function timedBursts(drafts: readonly Draft[]): { id: string; frames: Draft[] }[] {
  const timed = drafts.flatMap((frame) => {
    const { path } = frame.original;
    const match = /^\d*([a-z]*)_?\d*_burst(\d{14})(\d{3})?(?:_cover)?$/.exec(stemOf(path));
    return match === null
      ? []
      : [
          {
            frame,
            place: placeOf(folderOf(path), match[1] as string),
            digits: match[2] as string,
            at: momentOf(match[2] as string, match[3]),
          },
        ];
  });
  const bursts: { id: string; frames: Draft[] }[] = [];
  for (const near of byKey(timed, ({ place }) => place).values()) {
    let before = Number.NEGATIVE_INFINITY;
    for (const { frame, at, digits } of near.sort((a, b) => a.at - b.at)) {
      if (at - before > NEXT_FRAME) bursts.push({ id: `BURST${digits}`, frames: [] });
      bursts.at(-1)?.frames.push(frame);
      before = at;
    }
  }
  return bursts;
}

function momentOf(digits: string, thousandths: string | undefined): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) + Number(thousandths ?? 0);
}

function inOrder(a: Draft, b: Draft): number {
  const key = ({ original }: Draft): string => `${original.capturedAt ?? '9'} ${original.path}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The frame that the phone named as the cover, else the best rated, else one that was edited, else the first. */
function keyOf(frames: readonly Draft[]): Draft {
  const first = frames[0] as Draft;
  const best = Math.max(...frames.map(({ original }) => original.rating ?? 0));
  return (
    frames.find(({ original }) => /[._]cover$/i.test(withoutEnding(lastOf(original.path)))) ??
    (best > 0 ? frames.find(({ original }) => original.rating === best) : undefined) ??
    frames.find(({ parts }) => parts.some(({ role }) => role === 'edited')) ??
    first
  );
}
