export { itemKey } from './albums.ts';
export { frameOf, holdTogether, type Frame, type FrameRows } from './bursts.ts';
export { decide } from './decide.ts';
export { deedsOf, type Deed } from './deeds.ts';
export { joinEdit, liveFilmOf, uneditedOf } from './edit-pairs.ts';
export { fewerPixels } from './fewer-pixels.ts';
export {
  completedBeside,
  describe,
  describeBeside,
  fieldsOf,
  GUESSED,
  type ReadBeside,
  type ReadFields,
  type SaidFields,
} from './fields.ts';
export { joinHalves } from './halves.ts';
export { joinNamed, namedHalfOf, nameOfHalf, type NamedHalf, type NamedHalfRows } from './named-halves.ts';
export { joinOutranking, type NamedFilm } from './outranked.ts';
export { inverse, type Inverse, type Standing } from './inverse.ts';
export { kindOf } from './resources.ts';
export { needs, type AlbumNeeds, type Needs } from './needs.ts';
export { between, isPosition } from './position.ts';
export { joinRaw, momentOf, shotOf, type Shot, type ShotRows } from './shots.ts';
export { purged } from './state.ts';
export { recreate, unpurge, type PurgedAsset } from './unpurge.ts';
export { timeIsKnown } from './time-known.ts';
export { NO_ALBUMS } from './rows.ts';
export type { AlbumRows, AssetRows, Context, Decision, JournalEntry, Rows, RowWrite } from './rows.ts';
