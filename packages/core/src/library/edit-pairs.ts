import { isCompanion, planted, type Asset, type Change, type CompanionRole, type Resource } from '@rollcall/protocol';
import { editedStemOf, stemOf, uneditedStem } from '../group/file-names.ts';
import { companionRole } from '../plan/pair.ts';
import { sameMoment } from '../plan/same-moment.ts';
import { isRaw, original } from './resources.ts';
import type { AssetRows } from './rows.ts';
import { stemOfShot, type ShotRows } from './shots.ts';

interface Couple {
  readonly edit: AssetRows;
  readonly original: AssetRows;
}

/**
 * The change that makes one photo, or one film, of an edit that came as a file of its own (`IMG_E1.HEIC`, `IMG_1-edited.jpg`) and of what
 * it was made of: the edit is kept, for that is what is to be seen, and the original becomes a part of it. Null where the other one is not
 * here, or not for certain, and where a person took the two apart. Pure.
 * @param read whose file was just read
 * @param others what the same camera took in the same second, in the same library
 */
export function joinEdit(read: ShotRows, others: readonly ShotRows[]): Change | null {
  if (planted('edit-waits') && uneditedStem(stemOfShot(read.shot)) !== null) return null;
  const all = [read, ...others];
  const couples = all.flatMap((edit) => {
    const stem = uneditedStem(stemOfShot(edit.shot));
    return stem === null
      ? []
      : all.filter((each) => stemOfShot(each.shot) === stem && isEditOf(edit, each)).map((each) => pair(edit, each));
  });
  const { id } = read.rows.asset;
  const own = couples.find(({ edit, original: of }) => edit.asset.id === id || of.asset.id === id);
  if (own === undefined) return null;
  const ids = [own.edit.asset.id, own.original.asset.id];
  // Of two edits of one picture, of two pictures of one name, and of an edit of an edit none is taken.
  const rivals = couples.filter(({ edit, original: of }) => {
    const shared = [edit.asset.id, of.asset.id].filter((each) => ids.includes(each));
    return shared.length === 1;
  });
  if (rivals.length > 0) return null;
  return { name: 'asset.join', args: { assetId: own.edit.asset.id, joined: own.original.asset.id, role: roleOf(own.original) } };
}

function pair({ rows: edit }: ShotRows, { rows }: ShotRows): Couple {
  return { edit, original: rows };
}

function isEditOf({ shot, rows: edit }: ShotRows, { shot: other, rows: of }: ShotRows): boolean {
  if (edit.asset.id === of.asset.id || edit.asset.kind !== of.asset.kind || isRaw(edit)) return false;
  if (edit.asset.state !== 'live' || of.asset.state !== 'live') return false;
  // What a person made of the original here is what the photo is to show.
  if (of.asset.rendering !== null) return false;
  return sameMoment(shot.capturedAt, other.capturedAt) && !wasOne(edit, of) && !bringsTwice(edit, of);
}

/** What once had another version beside it has it still, or a person took it away. */
function wasOne(edit: AssetRows, of: AssetRows): boolean {
  const had = (one: AssetRows, other: AssetRows): boolean =>
    one.resources.some(({ role, hash }) => role === 'alternate' || (role !== 'original' && hash === original(other)?.hash));
  return had(edit, of) || had(of, edit);
}

/** What the original has beside it goes with it, where the edit has none of its own. The films of two Live Photos keep apart by their names. */
function bringsTwice(edit: AssetRows, of: AssetRows): boolean {
  const here = new Set(edit.resources.map(({ role }) => role));
  const coming = of.resources.filter(({ role, removed }) => !removed && isCompanion(role) && role !== 'live-video').map(({ role }) => role);
  return [roleOf(of), ...coming].some((role) => here.has(role));
}

function roleOf(of: AssetRows): CompanionRole {
  return of.asset.kind === 'video' ? 'alternate' : companionRole('photo', original(of)?.mime ?? '');
}

/** Where a photo is an edit that has a name of its own: what it was made of, which is a part of it. */
export function uneditedOf({ fileName }: Pick<Asset, 'fileName'>, resources: Iterable<Resource>): Resource | undefined {
  const stem = editedStemOf(fileName);
  if (stem === null) return undefined;
  for (const each of resources) {
    if (!each.removed && each.role === 'alternate' && each.fileName !== null && stemOf(each.fileName) === stem) return each;
  }
  return undefined;
}

/** The film of a Live Photo; where an edit and its original have one each, that of the edit, which has its name. */
export function liveFilmOf({ fileName }: Pick<Asset, 'fileName'>, resources: Iterable<Resource>): Resource | undefined {
  let film: Resource | undefined;
  for (const each of resources) {
    if (each.role !== 'live-video' || each.removed) continue;
    if (each.fileName !== null && stemOf(each.fileName) === stemOf(fileName)) return each;
    film ??= each;
  }
  return film;
}
