import type { PartRole } from '../apple-photos/parts.ts';
import type { Photo } from '../apple-photos/photo.ts';
import { editFolder, within } from '../apple-photos/paths.ts';
import type { Place } from '../apple-photos/place.ts';
import type { FoundFile, ThingPart } from '../found.ts';

/** A part of a photo that is not where its library says. */
export interface MissingPart {
  readonly role: PartRole;
  /** The library knows that it is only elsewhere. */
  readonly elsewhere: boolean;
}

export interface Parts {
  /** The first is the original. Null: it is not there. */
  readonly all: readonly [ThingPart, ...ThingPart[]] | null;
  readonly missing: readonly MissingPart[];
}

/** Finds a file by its path below the library, as its database writes it. */
export type FileAt = (path: string) => FoundFile | null;

/** The files of which a photo is made, each with the part that it plays and the name that goes with the photo’s own. */
export function partsOf(photo: Photo, place: Place, fileAt: FileAt): Parts {
  const missing: MissingPart[] = [];
  const [name, stem] = namesOf(photo);
  const found: ThingPart[] = [];
  for (const { role, path, here } of photo.parts.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))) {
    const plays = roleOf(role, photo);
    if (plays === null) continue;
    const file = path === null ? null : fileAt(path);
    if (file !== null && file.size > 0) found.push({ file, role: plays, name: nameOf(role, stem, file.path, name) });
    else if (role !== 'previous-edit') missing.push({ role, elsewhere: here === false });
  }
  const original = found.find(({ role }) => role === 'original');
  if (original === undefined) return { all: null, missing };
  const others = [...found.filter(({ role }) => role !== 'original'), ...dataOf(photo, place, stem, fileAt)];
  if (photo.kind === 'photo' && photo.live === true && photo.parts.every(({ role }) => role !== 'live-video'))
    missing.push({ role: 'live-video', elsewhere: false });
  if (lacksEdit(photo, others)) missing.push({ role: photo.kind === 'video' ? 'edited-video' : 'edited', elsewhere: false });
  // No file plays two parts.
  const once = [...new Map(others.toReversed().map((part) => [part.file.key, part])).values()].toReversed();
  return { all: [original, ...once], missing };
}

/** It was edited, and nothing of that is in its library. Slow motion is a list of what is done, and needs no film of its own. */
function lacksEdit({ edited, kind, parts }: Photo, others: readonly ThingPart[]): boolean {
  if (edited !== true || parts.some(({ role }) => role === 'edited' || role === 'edited-video')) return false;
  return kind !== 'video' || !others.some(({ role }) => role === 'adjustment-data');
}

/** The edit that is shown comes before the one that it was made of: the first is shown here, too. */
const ORDER: readonly PartRole[] = ['original', 'raw', 'live-video', 'edited', 'edited-video', 'edited-live-video', 'previous-edit'];

/** The name of a photo, and that without its ending. */
export function namesOf({ name, path, uuid }: Photo): readonly [name: string, stem: string] {
  const whole = name ?? path?.slice(path.lastIndexOf('/') + 1) ?? uuid;
  const dot = whole.lastIndexOf('.');
  return [whole, dot > 0 ? whole.slice(0, dot) : whole];
}

/** Null: it is none that is shown, such as the still of a film’s edit, or what is left of an edit that was taken back. */
function roleOf(role: PartRole, { kind, edited }: Photo): string | null {
  switch (role) {
    case 'original':
    case 'raw':
    case 'live-video':
      return role;
    case 'edited':
      return edited === false || kind === 'video' ? null : 'edited';
    case 'edited-video':
      return edited === false || kind !== 'video' ? null : 'edited';
    case 'edited-live-video':
      return edited === false || kind === 'video' ? null : 'edited-video';
    case 'previous-edit':
      return edited === false ? null : 'edited';
    default:
      return role satisfies never;
  }
}

/** Named as exports of Photos are, so that they find each other by their names as well. */
function nameOf(role: PartRole, stem: string, path: string, whole: string): string {
  const end = path.slice(path.lastIndexOf('.'));
  switch (role) {
    case 'original':
      return whole;
    case 'raw':
    case 'live-video':
      return stem + end;
    case 'edited':
    case 'edited-video':
    case 'edited-live-video':
      return `${stem}_edited${end}`;
    case 'previous-edit':
      return `${stem}_edited_before${end}`;
    default:
      return role satisfies never;
  }
}

/** What was done to a photo, by Photos and by the camera, and words that came beside it. */
function dataOf({ uuid, path, edited }: Photo, place: Place, stem: string, fileAt: FileAt): ThingPart[] {
  if (path === null) return [];
  const beside = path.slice(0, Math.max(path.lastIndexOf('.'), 0));
  const edits = editFolder(place, uuid, path);
  const list = edited === false ? null : within([edits, place.kind === 'ios' ? 'Adjustments.plist' : `${uuid}.plist`]);
  const camera = place.kind === 'ios' ? `${beside}.aae` : `${beside}_5.aae`;
  const words = place.kind === 'ios' ? null : `${beside}_5.xmp`;
  return [
    ...dataAt(list, 'adjustment-data', `${stem}.AAE`, fileAt),
    ...dataAt(camera, 'adjustment-data', `${stem}_O.AAE`, fileAt),
    ...dataAt(words, 'sidecar', `${stem}.xmp`, fileAt),
  ];
}

function dataAt(path: string | null, role: string, name: string, fileAt: FileAt): ThingPart[] {
  const file = path === null ? null : fileAt(path);
  return file === null || file.size === 0 ? [] : [{ file, role, name }];
}
