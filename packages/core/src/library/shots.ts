import { isCompanion, planted, type AssetFields, type Change } from '@rollcall/protocol';
import { alike, rawStemOf } from '../group/file-names.ts';
import { companionRole } from '../plan/pair.ts';
import { sameMoment } from '../plan/same-moment.ts';
import { isRaw, original } from './resources.ts';
import type { AssetRows } from './rows.ts';

/** What a file itself tells of one press of the shutter. */
export interface Shot {
  /** Name without its ending, camera, and the second on its clock: the same in all files that a camera wrote of one shot. */
  readonly key: string;
  /** As `AssetFields.capturedAt`. */
  readonly capturedAt: string;
}

/** An asset, with what its file told. */
export interface ShotRows {
  readonly shot: Shot;
  readonly rows: AssetRows;
}

/** What cameras write beside their RAW. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/heic', 'image/heif']);

/** Where a camera itself writes the moment, on its own clock. */
const TOLD: ReadonlySet<string> = new Set(['exif', 'xmp', 'quicktime'] satisfies AssetFields['capturedSource'][]);

/** Null where the file itself does not say when it was taken, and with which camera. */
export function shotOf(fileName: string, { capturedAt, capturedSource, camera }: ReadFields): Shot | null {
  if (!TOLD.has(capturedSource)) return null;
  const second = /^(.*?\d{2}:\d{2}:\d{2})/.exec(capturedAt)?.[1];
  if (second === undefined || !camera || camera.make === null || camera.model === null) return null;
  return { key: [second, alike(camera.make), alike(camera.model), rawStemOf(fileName)].join('\n'), capturedAt };
}

type ReadFields = Pick<AssetFields, 'capturedAt' | 'capturedSource' | 'camera'>;

/**
 * The change that makes one photo of a camera's RAW and the JPEG or HEIC of the same shot: the picture is kept, and the RAW becomes a
 * part of it. Null where the other one is not here, or not for certain, and where a person took the two apart. Pure.
 * @param read whose file was just read
 * @param others those of the same library whose files told the same key
 */
export function joinRaw(read: ShotRows, others: readonly ShotRows[]): Change | null {
  if (planted('raw-waits') && isRaw(read.rows)) return null;
  const all = [read, ...others.filter(({ rows }) => rows.asset.id !== read.rows.asset.id)];
  const couples = all
    .filter(({ rows }) => isRaw(rows))
    .flatMap((raw) => all.flatMap((picture) => (isOneShot(raw, picture) ? [{ raw: raw.rows, picture: picture.rows }] : [])));
  const [own] = couples.filter(({ raw, picture }) => raw === read.rows || picture === read.rows);
  if (own === undefined) return null;
  const { raw, picture } = own;
  // Of two that could be meant, on either side, none is taken.
  const rivals = couples.filter((each) => each !== own && (each.raw === raw || each.picture === picture));
  if (rivals.length > 0) return null;
  const role = companionRole('photo', original(raw)?.mime ?? '');
  return { name: 'asset.join', args: { assetId: picture.asset.id, joined: raw.asset.id, role } };
}

function isOneShot({ shot, rows: raw }: ShotRows, { shot: other, rows: picture }: ShotRows): boolean {
  if (!PICTURES.has(original(picture)?.mime ?? '')) return false;
  if (raw.asset.state !== 'live' || picture.asset.state !== 'live') return false;
  // What a person made of the RAW is what the photo is to show.
  if (raw.asset.rendering !== null) return false;
  return sameMoment(shot.capturedAt, other.capturedAt) && !wasOne(raw, picture) && !bringsTwice(raw, picture);
}

/** A picture that once had a RAW has it still, or a person took it away; so it is with a RAW that once had this picture. */
function wasOne(raw: AssetRows, picture: AssetRows): boolean {
  if (planted('raw-split-undone')) return false;
  const hash = original(picture)?.hash;
  return (
    picture.resources.some(({ role }) => role === 'raw') || raw.resources.some((each) => each.role !== 'original' && each.hash === hash)
  );
}

/** What the RAW has beside it, such as its film, goes with it where the picture has none of its own. */
function bringsTwice(raw: AssetRows, picture: AssetRows): boolean {
  const here = new Set(picture.resources.map(({ role }) => role));
  return raw.resources.some(({ role, removed }) => !removed && isCompanion(role) && here.has(role));
}

/** The beginning of the keys of all that one camera took in the second of this shot. */
export function momentOf({ key }: Shot): string {
  return key.slice(0, key.lastIndexOf('\n') + 1);
}

/** Name without its ending, as the key has it. */
export function stemOfShot({ key }: Shot): string {
  return key.slice(key.lastIndexOf('\n') + 1);
}
