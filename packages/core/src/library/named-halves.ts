import { planted, type AssetFields, type Change } from '@rollcall/protocol';
import { alike, looseStemOf, stemOf } from '../group/file-names.ts';
import { canBeFilm, canBeStill, fitByDates } from '../group/live.ts';
import { GUESSED } from './fields.ts';
import { canBeOne } from './halves.ts';
import type { AssetRows } from './rows.ts';
import { timeIsKnown } from './time-known.ts';

/** What a file that could be a half of a Live Photo told of itself, for the case that no identifier names the other half. */
export interface NamedHalf {
  readonly fileName: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** As `AssetFields.capturedAt`; the file itself says so. */
  readonly capturedAt: string;
  /** Seconds; null: it is a still, or does not say. */
  readonly duration: number | null;
  /** Maker and model in one spelling; null: it does not say. */
  readonly camera: string | null;
  readonly livePairId: string | null;
}

/** An asset, with what its file told. */
export interface NamedHalfRows {
  readonly half: NamedHalf;
  readonly rows: AssetRows;
}

interface ReadFile {
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly livePairId: string | null;
  readonly fields: Pick<AssetFields, 'capturedAt' | 'capturedSource' | 'duration' | 'camera'>;
}

/** Null where the file is none, or does not say itself when it was taken. */
export function namedHalfOf({ fileName, mime, size, livePairId, fields }: ReadFile): NamedHalf | null {
  const { capturedAt, capturedSource, duration, camera } = fields;
  if (GUESSED.has(capturedSource) || capturedSource === 'person' || !timeIsKnown({ capturedAt, capturedSource })) return null;
  // Some programs write UTC beside a day alone.
  if (/T00:00:00(Z|\+00:00)$/.test(capturedAt)) return null;
  if (!canBeStill({ mime }) && !canBeFilm({ mime, size, duration })) return null;
  const both = camera?.make && camera.model ? alike(`${camera.make}\n${camera.model}`) : null;
  return { fileName, mime, size, capturedAt, duration, camera: both, livePairId };
}

/** What halves of one Live Photo have in common in their names: those of another name are none. */
export function nameOfHalf({ fileName }: Pick<NamedHalf, 'fileName'>): string {
  return looseStemOf(fileName);
}

interface Couple {
  readonly still: NamedHalfRows;
  readonly film: NamedHalfRows;
}

/**
 * The change that makes one photo of a still and a film that no identifier joins, and that are halves of one Live Photo all the same: of one
 * name, one moment and one camera (or, where one of them does not name its camera, from one device), the film as short as such films are.
 * Null where the other half is not here, or not for certain, and where a person took the two apart. Pure.
 * @param read whose file was just read
 * @param others those of the same library whose files have such a name
 */
export function joinNamed(read: NamedHalfRows, others: readonly NamedHalfRows[]): Change | null {
  if (planted('named-film-waits') && read.rows.asset.kind === 'video') return null;
  const all = [read, ...others.filter(({ rows }) => rows.asset.id !== read.rows.asset.id)];
  const [stills, films] = ['photo', 'video'].map((kind) => all.filter(({ rows }) => rows.asset.kind === kind)) as [
    NamedHalfRows[],
    NamedHalfRows[],
  ];
  const couples = stills.flatMap((still) => films.map((film) => ({ still, film }))).filter(isOnePhoto);
  const exact = couples.filter(({ still, film }) => stemOf(still.half.fileName) === stemOf(film.half.fileName));
  // As in a folder: the very name first, then what copies and downloads put behind it.
  const own = [exact, couples].map((some) => some.filter((each) => has(each, read))).find(({ length }) => length > 0) ?? [];
  const [couple] = own;
  if (couple === undefined || own.length > 1) return null;
  const among = exact.includes(couple) ? exact : couples;
  // Of two that could be meant, on either side, none is taken.
  if (among.some((each) => each !== couple && (has(each, couple.still) || has(each, couple.film)))) return null;
  return { name: 'asset.join', args: { assetId: couple.still.rows.asset.id, joined: couple.film.rows.asset.id, role: 'live-video' } };
}

function isOnePhoto({ still, film }: Couple): boolean {
  // A film that names its still by an identifier waits for that one.
  if (film.half.livePairId !== null || !isOneName(still.half.fileName, film.half.fileName)) return false;
  if (!canBeOne(still.rows, film.rows) || fitByDates(still.half, film.half) !== 'yes') return false;
  if (still.half.camera !== null && film.half.camera !== null) return still.half.camera === film.half.camera;
  const [one, other] = [still.rows.asset.addedBy, film.rows.asset.addedBy];
  return one !== null && one === other;
}

/** Copies and downloads put a number behind one of the two at most, or the same behind both: two numbers that differ tell two apart. */
function isOneName(still: string, film: string): boolean {
  const [one, other] = [stemOf(still), stemOf(film)];
  return one === other || one === looseStemOf(film) || looseStemOf(still) === other;
}

function has({ still, film }: Couple, one: NamedHalfRows): boolean {
  return still === one || film === one;
}
